//! Characters that the fonts of the PDF lack.
//!
//! PDF/UA-1 refuses text without glyphs (ISO 14289-1 clause 7.21.4.1), and a
//! reader would see an empty box. Found here, in the sources themselves, so
//! that the message points at the very character.

use std::cell::LazyCell;

use super::world::PdfTheme;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{BYTE_ORDER_MARK, FileState, SourceId, Sources, Span, comments, signs};

/// How many are reported of one file: the first tell enough.
const MOST: usize = 5;

/// Checks one of the files that end up in a PDF.
pub fn missing_glyphs(id: SourceId, sources: &Sources, theme: &PdfTheme) -> Vec<Diagnostic> {
    let file = sources.file(id);
    let text = &file.text;
    if text.is_ascii() || file.state == FileState::Garbled {
        return Vec::new();
    }
    // Few files have such a character at all.
    let unseen = LazyCell::new(|| comments(id, file));
    text.char_indices()
        .filter(|(_, c)| !c.is_ascii() && !is_invisible(*c) && !theme.covers(*c))
        // Those have a message of their own.
        .filter(|(_, c)| !signs::is_refused(*c))
        .filter(|(offset, _)| !unseen.iter().any(|comment| comment.contains(offset)))
        .take(MOST)
        .map(|(offset, c)| {
            Diagnostic::at(
                Code::T107,
                Span::new(id, offset..offset + c.len_utf8()),
                format!("Het teken `{c}` staat niet in de letter van de PDF."),
            )
            .label("dit teken kan niet worden gedrukt")
            .hint("Schrijf in woorden wat u bedoelt, of gebruik een afbeelding met een beschrijving.")
        })
        .collect()
}

/// Characters that shape text and are not drawn.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe0f}' | BYTE_ORDER_MARK)
}
