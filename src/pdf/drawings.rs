//! What Typst will make of a drawing, asked before any PDF is made: whether it
//! can read it, and for which letters no font has a glyph (ISO 14289-1 clause
//! 7.21.4.1).
//!
//! Typst itself is asked, with the fonts of the theme, so that what it finds
//! here is what it would find there.

use comemo::Track;
use typst::World;
use typst::foundations::Bytes;
use typst::syntax::Source;
use typst::visualize::SvgImage;
use usvg::{Group, Node};

use super::world::{PdfTheme, PdfWorld};
use crate::picture::{self, Fault, Uneven};

/// Looks at a drawing as it is published.
pub fn inspect_drawing(published: &[u8], theme: &PdfTheme) -> Result<(), Fault> {
    let world = PdfWorld::new(theme, Source::detached(""), std::iter::empty(), None);
    let world: &dyn World = &world;
    // A family that is not there falls back to the letters around the drawing:
    // one that the theme has, whichever.
    let families: Vec<&str> = world.book().families().map(|(name, _)| name).collect();
    let drawing = SvgImage::with_fonts_images(Bytes::new(published.to_vec()), world.track(), &families, None)
        .map_err(|_| Fault::Broken)?;
    let root = drawing.tree().root();
    let mut missing = String::new();
    letters_without_glyph(root, theme, &mut missing);
    if !missing.is_empty() {
        return Err(Fault::Letters(missing));
    }
    let drawn = root.abs_stroke_bounding_box();
    if picture::cropped_by_browsers(published, drawn.right().into(), drawn.bottom().into()) {
        return Err(Fault::Uneven(Uneven::NoSize));
    }
    Ok(())
}

/// Adds each such letter once, in the order of the drawing.
fn letters_without_glyph(group: &Group, theme: &PdfTheme, missing: &mut String) {
    for node in group.children() {
        if let Node::Group(group) = node {
            letters_without_glyph(group, theme, missing);
        }
        if let Node::Text(text) = node {
            let spans = text.layouted().iter().filter(|span| span.visible);
            let glyphs = spans.flat_map(|span| &span.positioned_glyphs).filter(|glyph| glyph.id.0 == 0);
            for letter in glyphs.flat_map(|glyph| glyph.text.chars()) {
                // A glyph may stand for a letter and a mark on it, of which one is known.
                if !missing.contains(letter) && !theme.covers(letter) {
                    missing.push(letter);
                }
            }
        }
        // Masks, patterns and the like are drawings of their own.
        node.subroots(|group| letters_without_glyph(group, theme, missing));
    }
}
