//! Cutting a Markdown file into its YAML head and its text.

use std::ops::Range;

use super::{BYTE_ORDER_MARK, SourceId, Span};
use crate::diagnostic::{Code, Diagnostic};

/// The parts of a Markdown file, as byte ranges of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the two lines `---`; absent when the file has no head.
    pub yaml: Option<Range<usize>>,
    /// The Markdown after it.
    pub body: Range<usize>,
}

/// Cuts `text`. A head opens with a line `---` at the very start (after a byte
/// order mark, if there is one) and closes with the next line `---`; line ends
/// may be those of Windows.
pub fn cut(id: SourceId, text: &str) -> Result<Parts, Diagnostic> {
    let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let mut lines = lines(text, start);
    let Some(first) = lines.next().filter(|line| is_fence(text, line)) else {
        return Ok(Parts { yaml: None, body: start..text.len() });
    };
    let yaml_start = next_line(text, first.end);
    for line in lines {
        if is_fence(text, &line) {
            let body = next_line(text, line.end);
            return Ok(Parts { yaml: Some(yaml_start..line.start), body: body..text.len() });
        }
    }
    Err(Diagnostic::at(Code::Y106, Span::new(id, first), "De kop van dit bestand houdt niet op.")
        .label("de kop begint hier")
        .hint("Zet onder de laatste regel van de kop een regel met alleen `---`."))
}

fn is_fence(text: &str, line: &Range<usize>) -> bool {
    text[line.clone()].trim_end() == "---"
}

/// The lines from `start`, without their line ends.
fn lines(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = start;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
        let line = at..end;
        at = end + 1;
        Some(line)
    })
}

fn next_line(text: &str, end: usize) -> usize {
    (end + 1).min(text.len())
}
