//! What is in a picture: whether it can be shown, how large it is, and
//! whether it is safe to publish.
//!
//! Browsers and Typst would each refuse a broken picture in their own way and
//! at their own time; here it is found first, at the line that names it.

use std::io::Cursor;

use image::{ImageError, ImageFormat, ImageReader};
use roxmltree::{Document, Node, ParsingOptions};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;

use crate::source::ContentPath;

/// Pictures larger than this in either direction are refused: decoding them
/// would take more memory than a small web server has.
const MAX_PIXELS: u32 = 12_000;

/// Why a picture cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not one of the kinds that browsers and PDF both show.
    Kind,
    /// The bytes are not what the name says, or are cut off.
    Broken,
    /// Too many pixels.
    Large,
    /// Colours of a printing press (CMYK), which PDF/A-2a refuses without a
    /// profile (ISO 19005-2 clause 6.2.4.3).
    PressColours,
    /// An SVG with something in it that runs or that is fetched from elsewhere.
    Unsafe(String),
}

/// Width and height in pixels.
pub type Size = (u32, u32);

/// Whether a file is of a kind that browsers and PDF both show, by its name.
pub fn is_shown(path: &ContentPath) -> bool {
    kind(path).is_some()
}

/// Reads the size of a picture without reading all of it.
pub fn size(path: &ContentPath, bytes: &[u8]) -> Option<Size> {
    match kind(path)? {
        Kind::Raster(format) => ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().ok(),
        Kind::Svg => svg_size(parse_svg(bytes).ok()?.root_element()),
    }
}

/// The letters in a drawing, and how many shapes are drawn beside them.
pub fn letters_and_shapes(path: &ContentPath, bytes: &[u8]) -> Option<(String, usize)> {
    let Kind::Svg = kind(path)? else { return None };
    let document = parse_svg(bytes).ok()?;
    let named =
        |name: &'static str| document.descendants().filter(move |node| node.has_tag_name((SVG, name)));
    let lines =
        named("text").map(|text| text.descendants().filter_map(|part| part.text()).collect::<String>());
    let letters: Vec<String> = lines.collect();
    let shapes = SHAPES.iter().map(|shape| named(shape).count()).sum();
    Some((letters.join(" "), shapes))
}

/// Elements of a drawing that are no letters.
const SHAPES: [&str; 9] =
    ["circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "use"];

/// Looks at all of a picture.
pub fn inspect(path: &ContentPath, bytes: &[u8]) -> Result<(), Fault> {
    match kind(path).ok_or(Fault::Kind)? {
        Kind::Raster(format) => {
            let reader = || ImageReader::with_format(Cursor::new(bytes), format);
            let (width, height) = reader().into_dimensions().map_err(|_| Fault::Broken)?;
            if width > MAX_PIXELS || height > MAX_PIXELS {
                return Err(Fault::Large);
            }
            if format == ImageFormat::Jpeg && has_press_colours(bytes) {
                return Err(Fault::PressColours);
            }
            match reader().decode() {
                Ok(_) => Ok(()),
                Err(ImageError::Limits(_)) => Err(Fault::Large),
                Err(_) => Err(Fault::Broken),
            }
        }
        Kind::Svg => inspect_svg(bytes),
    }
}

/// Whether a JPEG is in CMYK. `image` turns it into RGB unasked; the writer of
/// the PDF, which reads with `zune-jpeg` as we do here, takes it as it is.
fn has_press_colours(bytes: &[u8]) -> bool {
    let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
    decoder.decode_headers().is_ok()
        && matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK))
}

enum Kind {
    Raster(ImageFormat),
    Svg,
}

fn kind(path: &ContentPath) -> Option<Kind> {
    Some(match path.extension().as_str() {
        "png" => Kind::Raster(ImageFormat::Png),
        "jpg" | "jpeg" => Kind::Raster(ImageFormat::Jpeg),
        "gif" => Kind::Raster(ImageFormat::Gif),
        "webp" => Kind::Raster(ImageFormat::WebP),
        "svg" => Kind::Svg,
        _ => return None,
    })
}

fn parse_svg(bytes: &[u8]) -> Result<Document<'_>, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Broken)?;
    // Drawing programs write a document type; entities in it are bounded by the parser.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 200_000, ..Default::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| Fault::Broken)?;
    let root = document.root_element();
    // Without its namespace it is no drawing to a browser.
    let is_svg = root.tag_name().name() == "svg" && root.tag_name().namespace() == Some(SVG);
    let deep = document.descendants().any(|node| node.ancestors().nth(MAX_NESTING).is_some());
    if deep || [root.attribute("width"), root.attribute("height")].into_iter().flatten().any(is_nothing) {
        return Err(Fault::Broken);
    }
    if is_svg { Ok(document) } else { Err(Fault::Broken) }
}

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Groups within groups: drawing programs make a dozen, and Typst stops at some hundreds.
const MAX_NESTING: usize = 200;

/// A width or height of zero or less, with which there is nothing to see.
fn is_nothing(side: &str) -> bool {
    let number: String =
        side.trim().chars().take_while(|c| c.is_ascii_digit() || ".-+".contains(*c)).collect();
    number.parse::<f64>().is_ok_and(|number| number <= 0.0)
}

/// Elements that run, or that hold what is not a drawing.
const FORBIDDEN: [&str; 8] =
    ["script", "foreignObject", "iframe", "object", "embed", "handler", "audio", "video"];

fn inspect_svg(bytes: &[u8]) -> Result<(), Fault> {
    let document = parse_svg(bytes)?;
    let found = document.descendants().find_map(|node| forbidden(&node));
    // A document type can give elements attributes that the parser does not show.
    let declares = bytes.windows(9).any(|window| window == b"<!ATTLIST").then(|| "`<!ATTLIST`".to_owned());
    match found.or(declares) {
        Some(what) => Err(Fault::Unsafe(what)),
        None => Ok(()),
    }
}

/// What in this node may not be published, if anything.
fn forbidden(node: &Node) -> Option<String> {
    if node.is_pi() {
        return Some("een opdracht voor programma's (`<?…?>`)".into());
    }
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name().name();
    if node.tag_name().namespace() == Some(XHTML) {
        return Some(format!("`<{name}>` van een webpagina"));
    }
    if FORBIDDEN.contains(&name) {
        return Some(format!("`<{name}>`"));
    }
    if name == "style" {
        // A comment inside splits the text in several nodes.
        let style: String = node.descendants().filter_map(|part| part.text()).collect();
        if fetches(&style) {
            return Some("een stijl die iets van elders ophaalt".into());
        }
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        if key.to_lowercase().starts_with("on") {
            return Some(format!("`{key}=…`, dat een opdracht uitvoert"));
        }
        let leads_away = match key {
            "href" | "src" => !(value.trim_start().starts_with('#') || is_embedded_picture(value)),
            "attributeName" => value.rsplit(':').next().is_some_and(|name| {
                let name = name.trim().to_lowercase();
                name == "href" || name.starts_with("on")
            }),
            _ => fetches(value),
        };
        if leads_away {
            return Some(format!("een verwijzing naar iets buiten de tekening (`{key}`)"));
        }
    }
    None
}

fn is_embedded_picture(value: &str) -> bool {
    ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"]
        .iter()
        .any(|kind| value.trim_start().starts_with(kind))
}

/// Whether a style fetches something from outside the drawing.
fn fetches(style: &str) -> bool {
    let style = style.to_lowercase();
    // A backslash writes any letter in another way, and `image-set` needs no `url(`.
    if ["@import", "image-set", "src(", "\\"].iter().any(|word| style.contains(word)) {
        return true;
    }
    style.split("url(").skip(1).any(|rest| {
        let target = rest.trim_start_matches([' ', '"', '\'']);
        !(target.starts_with('#') || is_embedded_picture(target))
    })
}

/// Size from `width` and `height`, else from `viewBox`.
fn svg_size(root: Node) -> Option<Size> {
    let pixels = |name| {
        let value: &str = root.attribute(name)?;
        value.trim().trim_end_matches("px").parse::<f64>().ok()
    };
    let from_box = || {
        let numbers: Vec<f64> =
            root.attribute("viewBox")?.split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
        match numbers.as_slice() {
            [_, _, width, height] => Some((*width, *height)),
            _ => None,
        }
    };
    let (width, height) = pixels("width").zip(pixels("height")).or_else(from_box)?;
    let fits = |side: f64| (1.0..=100_000.0).contains(&side);
    (fits(width) && fits(height)).then_some((width.round() as u32, height.round() as u32))
}
