//! What Markdown reads otherwise than someone means who comes from Word: told, with
//! what to type. Nothing here changes what is read.
//!
//! - [`blocks`]: a line that makes a heading of the one above it, an indent that makes
//!   code, a line that sticks to the item above it.
//! - [`lists`]: items that are indented too little, numbers that would change.
//! - [`lines`]: lines that look like a heading, an item or a table and are none.
//! - [`literal`]: marks inside a line that stay text.

mod blocks;
mod lines;
mod lists;
mod literal;

use super::reader::Reader;
use crate::markdown::Inline;
use crate::source::Span;

impl<'a> Reader<'a, '_> {
    /// What was typed for a stretch of text, with what the author hid from readers
    /// blanked out.
    fn typed(&self, inline: &Inline) -> String {
        let mut typed = self.markdown.text[inline.span.range()].to_owned();
        while let Some(start) = typed.find("<!--") {
            let end = typed[start..].find("-->").map_or(typed.len(), |end| start + end + 3);
            typed.replace_range(start..end, &" ".repeat(end - start));
        }
        typed
    }

    /// From a place to the end of its line.
    fn rest_of_line(&self, from: usize) -> &'a str {
        let rest = &self.markdown.text[from..];
        rest.lines().next().unwrap_or_default()
    }

    fn place(&self, start: usize, length: usize) -> Span {
        Span::new(self.markdown.source, start..start + length)
    }

    /// The column of a place in the body, from 0; a tab runs to the next fourth.
    fn column(&self, at: usize) -> usize {
        super::lines::column(self.body(), at)
    }
}

/// Whether the character at `at` has a backslash before it that takes its meaning away.
fn is_escaped(text: &str, at: usize) -> bool {
    let before = &text[..at];
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// Spaces as a word processor puts them, which Markdown does not read as a space.
fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// `3 spaties`, `1 spatie`.
fn spaces(count: usize) -> String {
    if count == 1 { "1 spatie".to_owned() } else { format!("{count} spaties") }
}
