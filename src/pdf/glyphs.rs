//! Characters that the fonts of the PDF lack.
//!
//! PDF/UA-1 refuses text without glyphs (ISO 14289-1 clause 7.21.4.1), and a
//! reader would see an empty box. Found here, in the sources themselves, so
//! that the message points at the very character.

use super::world::PdfTheme;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::read::is_hidden;
use crate::source::{BYTE_ORDER_MARK, FileState, SourceId, Sources, Span};

/// How many are reported of one file: the first tell enough.
const MOST: usize = 5;

/// Checks one of the files that end up in a PDF.
pub fn missing_glyphs(id: SourceId, sources: &Sources, theme: &PdfTheme) -> Vec<Diagnostic> {
    let file = sources.file(id);
    let text = &file.text;
    if text.is_ascii() || file.state == FileState::Garbled {
        return Vec::new();
    }
    text.char_indices()
        .filter(|(_, c)| !c.is_ascii() && !is_invisible(*c) && !theme.covers(*c))
        // Those have a message of their own.
        .filter(|(_, c)| !is_hidden(*c))
        .filter(|(offset, _)| !is_in_comment(text, *offset))
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

/// Whether a place lies in a comment of Markdown (`<!-- … -->`) or YAML (`# …`),
/// which nobody prints. A `#` that opens a heading has no word before it and is
/// no comment: what follows it is printed.
fn is_in_comment(text: &str, offset: usize) -> bool {
    let before = &text[..offset];
    let open = before.rfind("<!--");
    if open.is_some_and(|open| !before[open..].contains("-->") && text[offset..].contains("-->")) {
        return true;
    }
    let line = before.rsplit('\n').next().unwrap_or_default();
    let Some(hash) = line.find(" #") else { return false };
    let value = &line[..hash];
    let is_pair = value.contains(": ");
    is_pair && ['"', '\''].iter().all(|quote| value.matches(*quote).count() % 2 == 0)
}

/// Characters that shape text and are not drawn.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe0f}' | BYTE_ORDER_MARK)
}
