//! Drawings (SVG): read once here for all that is asked of them.

mod clean;
mod safety;
mod size;

use std::borrow::Cow;

use roxmltree::{Document, Node, ParsingOptions};

use super::{Fault, Size, Uneven, metadata, raster};
pub use size::cropped_by_browsers;

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Groups within groups: drawing programs make a dozen, and Typst stops at some hundreds.
const MAX_NESTING: usize = 200;

/// Width and height in pixels, where the drawing says so.
pub fn size(bytes: &[u8]) -> Option<Size> {
    size::of(parse(text(bytes).ok()?).ok()?.root_element())
}

/// The drawing without what programs left in it for themselves.
pub fn clean(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Fault> {
    let text = text(bytes)?;
    Ok(match clean::clean(text, &parse(text)?)? {
        Some(clean) => Cow::Owned(clean.into_bytes()),
        None => Cow::Borrowed(bytes),
    })
}

/// Looks at all of a drawing, as it will be published.
pub fn inspect(bytes: &[u8]) -> Result<(), Fault> {
    let clean = clean(bytes)?;
    let text = text(&clean)?;
    let document = parse(text)?;
    safety::inspect(text, &document)?;
    if document.descendants().any(|node| is_drawn(&node, "flowRoot") && !words(node).trim().is_empty()) {
        return Err(Fault::Uneven(Uneven::FlowedText));
    }
    embedded(&document).try_for_each(|photo| inspect_photo(&photo?))
}

/// A photo inside a drawing: Typst does not turn it as its camera asks.
fn inspect_photo(photo: &clean::Photo) -> Result<(), Fault> {
    raster::inspect(photo.format, &photo.bytes)?;
    if metadata::Shown::of(&photo.bytes).is_turned() {
        return Err(Fault::Uneven(Uneven::TurnedPhoto));
    }
    Ok(())
}

/// The photos inside a drawing; an error for one that cannot be read.
fn embedded<'a>(document: &'a Document) -> impl Iterator<Item = Result<clean::Photo, Fault>> + 'a {
    let attributes = document.descendants().flat_map(|node| node.attributes());
    attributes
        .filter(|attribute| attribute.name() == "href" && safety::is_embedded_picture(attribute.value()))
        .map(|attribute| clean::Photo::of(attribute.value()).ok_or(Fault::Broken))
}

/// The letters in a drawing, and how many shapes are drawn beside them.
pub fn letters_and_shapes(bytes: &[u8]) -> Option<(String, usize)> {
    let document = parse(text(bytes).ok()?).ok()?;
    let named = |name: &'static str| document.descendants().filter(move |node| is_drawn(node, name));
    let letters: Vec<String> = named("text").map(words).collect();
    let shapes = SHAPES.iter().map(|shape| named(shape).count()).sum();
    Some((letters.join(" "), shapes))
}

/// Elements of a drawing that are no letters.
const SHAPES: [&str; 9] =
    ["circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "use"];

fn words(node: Node) -> String {
    node.descendants().filter_map(|part| part.text()).collect()
}

fn is_drawn(node: &Node, name: &'static str) -> bool {
    node.has_tag_name((SVG, name))
}

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|_| Fault::Broken)
}

fn parse(text: &str) -> Result<Document<'_>, Fault> {
    // Drawing programs write a document type; entities in it are bounded by the parser.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 200_000, ..Default::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| Fault::Broken)?;
    let root = document.root_element();
    // Without its namespace it is no drawing to a browser.
    let is_svg = is_drawn(&root, "svg");
    let deep = document.descendants().any(|node| node.ancestors().nth(MAX_NESTING).is_some());
    if !is_svg || deep || size::is_nothing(root) {
        return Err(Fault::Broken);
    }
    Ok(document)
}
