//! Takes out of a drawing what drawing programs left in it for themselves:
//! their own elements and attributes, data about the maker, remarks, folders on
//! the maker's computer, and a whole second copy of the drawing in the form of
//! Illustrator.
//!
//! Nothing of it shows. The rest stays byte for byte as it is, so that looks,
//! and what a reader of the source finds, are the same. What could run or show
//! something is not taken out: [`super::safety`] tells of that.

use std::ops::Range;

use base64::prelude::{BASE64_STANDARD, Engine};
use image::ImageFormat;
use roxmltree::{Attribute, Document, Node};

use super::safety::is_embedded_picture;
use super::{Fault, SVG, XHTML, XLINK, XML};
use crate::order;
use crate::picture::metadata;

/// A stretch of the source, and what comes in its place.
struct Cut {
    range: Range<usize>,
    by: String,
}

/// The source without it; nothing when there is nothing to take out.
pub fn clean(text: &str, document: &Document) -> Result<Option<String>, Fault> {
    let mut cuts = Vec::new();
    look_at(document.root(), text, &mut cuts)?;
    if cuts.is_empty() {
        return Ok(None);
    }
    // What an entity stands for is in the source once, before the drawing.
    order::sort_by_key(&mut cuts, |cut| (cut.range.start, std::cmp::Reverse(cut.range.end)));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for cut in &cuts {
        // Within one that is out already.
        if cut.range.start < at {
            continue;
        }
        out.push_str(&text[at..cut.range.start]);
        out.push_str(&cut.by);
        at = cut.range.end;
    }
    out.push_str(&text[at..]);
    Ok(Some(out))
}

fn look_at(node: Node, text: &str, cuts: &mut Vec<Cut>) -> Result<(), Fault> {
    for child in node.children() {
        if is_left_over(&child) {
            cuts.push(Cut { range: child.range(), by: String::new() });
            continue;
        }
        for attribute in child.attributes() {
            cuts.extend(attribute_cut(&attribute, text)?);
        }
        look_at(child, text, cuts)?;
    }
    Ok(())
}

/// Whether a node shows nothing and is of no use to a reader.
fn is_left_over(node: &Node) -> bool {
    if node.is_comment() {
        return true;
    }
    if let Some(instruction) = node.pi() {
        // Round data about the maker (XMP).
        return instruction.target == "xpacket";
    }
    if !node.is_element() {
        return false;
    }
    match (node.tag_name().namespace(), node.tag_name().name()) {
        (Some(SVG), "metadata") => true,
        (Some(SVG), "title" | "desc") => node.descendants().filter_map(|part| part.text()).any(is_local_path),
        (Some(SVG), "foreignObject") => holds_nothing_to_show(node),
        // Browsers do show what is of a web page.
        (Some(SVG | XHTML), _) => false,
        _ => true,
    }
}

/// Illustrator's place for its own form of the drawing, which every other
/// program passes over.
fn holds_nothing_to_show(node: &Node) -> bool {
    let is_adobes =
        node.attribute("requiredExtensions").is_some_and(|asks| asks.starts_with("http://ns.adobe.com/"));
    let is_left_over =
        |part: &Node| part.is_element() && !matches!(part.tag_name().namespace(), Some(SVG | XHTML));
    is_adobes
        || node.children().all(|part| {
            is_left_over(&part) || part.is_comment() || part.text().is_some_and(|text| text.trim().is_empty())
        })
}

fn attribute_cut(attribute: &Attribute, text: &str) -> Result<Option<Cut>, Fault> {
    let (key, value) = (attribute.name(), attribute.value());
    let is_left_over = match attribute.namespace() {
        Some(XLINK) | None => is_empty_link(key, value) || is_kept_for_maker(key, value),
        // Browsers no longer read `xml:base`; those that do would look elsewhere.
        Some(XML) => key == "base",
        Some(_) => true,
    };
    if is_left_over {
        let range = attribute.range();
        let before = &text[..range.start];
        let start = before.trim_end().len();
        return Ok(Some(Cut { range: start..range.end, by: String::new() }));
    }
    if key == "href" && is_embedded_picture(value) {
        let photo = Photo::of(value).ok_or(Fault::Broken)?;
        return Ok(photo.clean().map(|by| Cut { range: attribute.range_value(), by }));
    }
    Ok(None)
}

/// A link to nothing.
fn is_empty_link(key: &str, value: &str) -> bool {
    key == "href" && value.trim().is_empty()
}

/// A folder on the maker's computer, where it changes nothing that is seen.
fn is_kept_for_maker(key: &str, value: &str) -> bool {
    !["href", "src", "style", "id", "class"].contains(&key) && !value.contains("url(") && is_local_path(value)
}

/// Whether a text names a file on somebody's computer.
fn is_local_path(text: &str) -> bool {
    let has_drive = text
        .as_bytes()
        .windows(3)
        .any(|part| part[0].is_ascii_alphabetic() && part[1] == b':' && matches!(part[2], b'\\'));
    has_drive
        || ["file:", "/Users/", "/home/", "\\\\"].iter().any(|start| text.trim_start().starts_with(start))
}

/// A photo inside a drawing.
pub struct Photo {
    pub format: ImageFormat,
    pub bytes: Vec<u8>,
}

impl Photo {
    /// Reads a `data:` address.
    pub fn of(address: &str) -> Option<Self> {
        let (head, data) = address.trim().split_once(',')?;
        let kind = head.strip_prefix("data:")?.strip_suffix(";base64")?;
        let format = match kind.split(';').next()?.trim() {
            "image/png" => ImageFormat::Png,
            "image/jpeg" | "image/jpg" => ImageFormat::Jpeg,
            "image/gif" => ImageFormat::Gif,
            "image/webp" => ImageFormat::WebP,
            _ => return None,
        };
        let data: String = data.split_whitespace().collect();
        Some(Self { format, bytes: BASE64_STANDARD.decode(data).ok()? })
    }

    /// Its address without what does not show; nothing when all of it does.
    fn clean(&self) -> Option<String> {
        let clean = metadata::without(self.format, &self.bytes)?;
        (*clean != *self.bytes)
            .then(|| format!("data:{};base64,{}", self.format.to_mime_type(), BASE64_STANDARD.encode(&clean)))
    }
}
