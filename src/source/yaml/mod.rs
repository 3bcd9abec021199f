//! YAML to typed values that remember where they stood.
//!
//! One reader for front matter, fenced blocks and whole files, so that all
//! three give one kind of message. `serde-saphyr` reports places relative to
//! the text that it was given; a [`Yaml`] adds where that text begins. What YAML
//! itself would lose of a text without a word is found by [`Yaml::losses`].

mod dynamic;
mod forms;
mod loss;
mod message;

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_saphyr::Location;

use super::{BYTE_ORDER_MARK, SourceId, Span, Spanned};
use crate::diagnostic::{Code, Diagnostic};
pub use forms::{Items, OneOrMany, Pairs, PeriodText, TextOr};
pub use loss::comments;

/// A value as it comes from `serde-saphyr`, with a place relative to the YAML text.
pub type Raw<T> = serde_saphyr::Spanned<T>;

/// A stretch of YAML in a source file.
#[derive(Debug, Clone)]
pub struct Yaml<'a> {
    source: SourceId,
    text: &'a str,
    offset: usize,
}

impl<'a> Yaml<'a> {
    /// The YAML in `range` of the file `source`, whose whole text is `text`.
    pub fn new(source: SourceId, text: &'a str, range: Range<usize>) -> Self {
        Self { source, text: &text[range.clone()], offset: range.start }
    }

    /// A file that is YAML from start to end.
    pub fn whole(source: SourceId, text: &'a str) -> Self {
        let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        Self::new(source, text, start..text.len())
    }

    /// Reads a value. Unknown and duplicate keys are refused, and so is YAML
    /// that unfolds into more than anyone would write.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Diagnostic> {
        // Without a single key YAML is nothing at all; to an author, the first key is missing.
        let blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
        let text = if self.text.lines().all(blank) { "{}" } else { self.text };
        dynamic::read(text, options()).map_err(|error| self.diagnostic(&error))
    }

    /// Brings a value into the positions of the file.
    pub fn place<T>(&self, raw: Raw<T>) -> Spanned<T> {
        let span = self.span(raw.referenced);
        Spanned { value: raw.value, span }
    }

    /// A value as it was typed, where the parser took it for a number: `2.10` is
    /// not 2.1, and `012` not 10.
    pub fn as_typed(&self, value: Spanned<String>) -> Spanned<String> {
        let range = value.span.start as usize - self.offset..value.span.end as usize - self.offset;
        let typed = self.text.get(range).unwrap_or_default();
        let is_number = typed.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
        if is_number && !typed.contains(char::is_whitespace) {
            return Spanned { value: typed.to_owned(), span: value.span };
        }
        value
    }

    /// All of it, as a span of the file.
    pub fn whole_span(&self) -> Span {
        Span::new(self.source, self.offset..self.offset + self.text.trim_end().len())
    }

    /// A list, where a text belongs.
    pub fn no_text(span: Span) -> Diagnostic {
        Diagnostic::at(Code::Y103, span, "Hier staat een lijst, maar er hoort tekst te staan.")
            .label("verwacht: tekst")
    }

    /// A key with nothing behind it, where a value belongs.
    pub fn no_value(span: Span) -> Diagnostic {
        Diagnostic::at(Code::Y103, span, "Hier ontbreekt een waarde.")
            .label("leeg")
            .hint("Vul achter de dubbele punt iets in, of haal de regel weg.")
    }

    fn span(&self, location: Location) -> Span {
        let place = location.span();
        let Some(start) = place.byte_offset().and_then(|start| usize::try_from(start).ok()) else {
            return self.rest_of_line(location);
        };
        let length = place.byte_len().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
        let start = start.min(self.text.len());
        let end = (start + length).min(self.text.len());
        // The parser counts the line end after a plain value to that value.
        let end = start + self.text.get(start..end).map_or(0, |value| value.trim_end().len());
        Span::new(self.source, self.offset + start..self.offset + end)
    }

    fn first_line(&self) -> Span {
        let line = self.text.lines().next().unwrap_or_default();
        Span::new(self.source, self.offset..self.offset + line.len())
    }

    /// Mistakes in the YAML itself come with a line and a column only, and with
    /// none of them when there is no place to point at.
    fn rest_of_line(&self, location: Location) -> Span {
        let index = |number: u64| usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let Some((line, column)) = index(location.line()).zip(index(location.column())) else {
            return self.whole_span();
        };
        let mut start = 0;
        for line in self.text.split_inclusive('\n').take(line) {
            start += line.len();
        }
        let line = self.text[start..].lines().next().unwrap_or_default();
        let column = line.char_indices().nth(column).map_or(line.len(), |(offset, _)| offset);
        Span::new(self.source, self.offset + start + column..self.offset + start + line.len())
    }

    /// The first line from a place on that is indented with a tab.
    fn tab_from(&self, span: Span) -> Option<Span> {
        let mut start = (span.start as usize).checked_sub(self.offset)?;
        start = self.text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
        for line in self.text[start..].split_inclusive('\n') {
            let indent = line.len() - line.trim_start().len();
            if let Some(tab) = line[..indent].find('\t') {
                let at = self.offset + start + tab;
                return Some(Span::new(self.source, at..at + 1));
            }
            start += line.len();
        }
        None
    }
}

fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        // The largest honest file, a glossary of a thousand terms, has some 7,000 events.
        budget: serde_saphyr::budget! {
            max_events: 200_000,
            max_aliases: 50,
            max_anchors: 50,
            max_depth: 24,
            max_nodes: 100_000,
            flow_nesting_limit: 24,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 2_000,
            max_replay_stack_depth: 4,
        },
        with_snippet: false,
    }
}
