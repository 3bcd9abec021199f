//! The lines of a source around a mistake, for printers that mark it themselves.

use serde::Serialize;

use crate::source::{BYTE_ORDER_MARK, Sources, Span};

/// So many lines of a mistake are shown.
const MOST_LINES: usize = 4;
/// So much of a line is shown, in characters.
const MOST_CHARACTERS: usize = 200;
/// So much of it stands before the mistake at most.
const BEFORE: usize = 60;

/// A line with a mistake in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Its text, or the part of it where the mistake is.
    pub text: String,
    /// Where the mistake begins in `text`, in UTF-16 units as browsers count.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// The lines that `span` is in.
pub fn lines(span: Span, sources: &Sources) -> Vec<Line> {
    let text = &*sources.file(span.source).text;
    let range = text.floor_char_boundary(span.range().start)..text.floor_char_boundary(span.range().end);
    let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let (first, _) = sources.line_column(span.source, range.start);
    let mut at = start;
    let mut found = Vec::new();
    for (index, line) in text[start..].split_inclusive('\n').enumerate().take(MOST_LINES) {
        if index > 0 && at >= range.end {
            break;
        }
        let content = line.trim_end_matches(['\n', '\r']);
        let within = |offset: usize| offset.clamp(at, at + content.len()) - at;
        found.push(cut(first + index, content, within(range.start), within(range.end)));
        at += line.len();
    }
    found
}

/// The part of a line that holds what is between two of its bytes.
fn cut(number: usize, line: &str, from: usize, to: usize) -> Line {
    let start = line[..from].char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let end = line[start..].char_indices().nth(MOST_CHARACTERS).map_or(line.len(), |(at, _)| start + at);
    let mark = if start > 0 { "…" } else { "" };
    let shown = |text: &str| text.replace(BYTE_ORDER_MARK, "");
    let before = format!("{mark}{}", shown(&line[start..from]));
    let inside = shown(&line[from..to.min(end).max(from)]);
    let after = shown(&line[to.min(end).max(from)..end.max(from)]);
    let units = |text: &str| text.encode_utf16().count();
    let rest = if end < line.len() { "…" } else { "" };
    let (from, to) = (units(&before), units(&before) + units(&inside));
    Line { number, text: format!("{before}{inside}{after}{rest}"), from, to }
}
