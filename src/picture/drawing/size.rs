//! How large a drawing is, as browsers reckon (CSS Images 3, section 4; SVG 2,
//! chapter 8).

use roxmltree::{Document, Node};

use super::Size;

/// What browsers take for a drawing that says nothing (CSS 2.2, section 10.3.2).
const DEFAULT: (f64, f64) = (300.0, 150.0);

/// From `width` and `height`; where one or both lack, by the shape of the `viewBox`.
pub fn of(root: Node) -> Option<Size> {
    let (width, height) = match (side(root, "width"), side(root, "height"), view_box(root)) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(shape)) => shape,
        (_, _, None) => return None,
    };
    let fits = |side: f64| (1.0..=100_000.0).contains(&side);
    (fits(width) && fits(height)).then_some((width.round() as u32, height.round() as u32))
}

/// Whether a browser would cut off a drawing whose lines reach to `right` and
/// `bottom`: one that does not say how large it is, or of what shape.
pub fn cropped_by_browsers(published: &[u8], right: f64, bottom: f64) -> bool {
    let Ok(text) = super::text(published) else { return false };
    let Ok(document) = super::parse(text) else { return false };
    let root = Document::root_element(&document);
    let (width, height) = (side(root, "width"), side(root, "height"));
    let is_said = view_box(root).is_some() || width.is_some() && height.is_some();
    let (width, height) = (width.unwrap_or(DEFAULT.0), height.unwrap_or(DEFAULT.1));
    // A line may be a little wider than its place.
    !is_said && (right > width + 2.0 || bottom > height + 2.0)
}

/// A side in pixels; nothing for `100%`, `auto` and the like.
fn side(root: Node, name: &str) -> Option<f64> {
    let value = root.attribute(name)?.trim();
    let end = value.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(value.len());
    let (number, unit) = value.split_at(end);
    let by_unit = match unit {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "em" | "rem" => 16.0,
        _ => return None,
    };
    number.trim().parse::<f64>().ok().map(|number| number * by_unit)
}

/// Width and height of the `viewBox`.
fn view_box(root: Node) -> Option<(f64, f64)> {
    let parts = root.attribute("viewBox")?.split(|c: char| c == ',' || c.is_whitespace());
    let numbers: Vec<f64> = parts.filter_map(|part| part.parse().ok()).collect();
    match numbers.as_slice() {
        [_, _, width, height] => Some((*width, *height)),
        _ => None,
    }
}

/// Whether a drawing says that it has no width or height, with which a browser
/// shows nothing of it.
pub fn is_nothing(root: Node) -> bool {
    let sides = [root.attribute("width"), root.attribute("height")];
    sides.into_iter().flatten().any(is_zero)
        || view_box(root).is_some_and(|(width, height)| width <= 0.0 || height <= 0.0)
}

fn is_zero(side: &str) -> bool {
    let number: String =
        side.trim().chars().take_while(|c| c.is_ascii_digit() || ".-+".contains(*c)).collect();
    number.parse::<f64>().is_ok_and(|number| number <= 0.0)
}
