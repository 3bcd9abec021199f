//! The lines of a paragraph as they were typed, which readers do not see: what lists of
//! letters ([`super::letters`]) and what is pasted ([`super::pasted`]) are told by.

use crate::markdown::{Inline, InlineKind};

/// A line of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// The line end before it; nothing before the first.
    pub lead: Option<&'t Inline>,
    /// What is on it.
    pub content: &'t [Inline],
}

impl Line<'_> {
    /// Where its first letter stands in the file.
    pub fn start(&self) -> Option<usize> {
        self.content.first().map(|inline| inline.span.start as usize)
    }
}

/// The lines of `content`. A line end that readers see, or that stands inside emphasis
/// or a link, begins none.
pub(super) fn lines(content: &[Inline]) -> impl Iterator<Item = Line<'_>> {
    let mut rest = Some((None, content));
    std::iter::from_fn(move || {
        let (lead, content) = rest.take()?;
        let end = content.iter().position(|inline| matches!(inline.kind, InlineKind::SoftBreak));
        let Some(end) = end else { return Some(Line { lead, content }) };
        rest = Some((content.get(end), &content[end + 1..]));
        Some(Line { lead, content: &content[..end] })
    })
}

/// How far to the right a place stands on its line, from 0; a tab goes on to the next
/// multiple of four.
pub(super) fn column(file: &str, at: usize) -> usize {
    let start = file[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    file[start..at].chars().fold(0, |column, c| if c == '\t' { column / 4 * 4 + 4 } else { column + 1 })
}

/// The text from `at` on as it was typed, where no backslash takes its meaning away.
pub(super) fn typed(file: &str, at: usize) -> Option<&str> {
    let (before, after) = file.split_at_checked(at)?;
    (!before.ends_with('\\')).then(|| after.split(['\n', '\r']).next().unwrap_or_default())
}
