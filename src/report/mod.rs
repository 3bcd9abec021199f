//! What is wrong, told: in a terminal, as data, beside a page. Here a diagnostic
//! meets the sources, for the line and the words that it speaks of.

pub mod excerpt;
pub mod github;
pub mod json;
pub mod sarif;
pub mod terminal;

use crate::diagnostic::{Diagnostic, Place};
use crate::order;
use crate::place::{ContentPath, SourceId, Span};
use crate::source::Sources;

/// File, and line and column from 1 where there are such, as users see them.
pub fn position(found: &Diagnostic, sources: &Sources) -> (String, Option<(usize, usize)>) {
    match &found.place {
        Place::Text(span) => (
            sources.file(span.source).path.to_string(),
            Some(sources.line_column(span.source, span.start as usize)),
        ),
        Place::File(path) => (path.to_string(), None),
        Place::Theme { path, position } => (path.clone(), *position),
    }
}

/// Sorts by file, place and code, and drops what was found twice.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &Sources) {
    let place = |diagnostic: &Diagnostic| match &diagnostic.place {
        Place::Text(span) => (0, sources.file(span.source).path.to_string(), span.start, span.end),
        Place::File(path) => (0, path.to_string(), 0, 0),
        Place::Theme { path, position } => {
            let (line, column) = position.unwrap_or_default();
            (1, path.clone(), line as u32, column as u32)
        }
    };
    order::sort_by_cached_key(diagnostics, |diagnostic| {
        (place(diagnostic), diagnostic.code, diagnostic.message.clone())
    });
    diagnostics.dedup();
}

/// Of what was found at one place of a text that several documents share, keeps
/// one: that with the fewest other places, and of these the first.
pub fn once(diagnostics: &mut Vec<Diagnostic>, sources: &Sources, is_shared: impl Fn(SourceId) -> bool) {
    let is_shared = |found: &Diagnostic| match &found.place {
        Place::Text(span) => is_shared(span.source),
        Place::File(path) => sources.find(path).is_some_and(|(id, _)| is_shared(id)),
        Place::Theme { .. } => false,
    };
    let (mut shared, rest): (Vec<_>, Vec<_>) = std::mem::take(diagnostics).into_iter().partition(is_shared);
    let place = |span: Span| (sources.file(span.source).path.clone(), span.start, span.end);
    order::sort_by_cached_key(&mut shared, |found| {
        let notes: Vec<_> = found.notes.iter().map(|note| (place(note.span), note.text.clone())).collect();
        let at = match &found.place {
            Place::Text(span) => place(*span),
            Place::File(path) => (path.clone(), 0, 0),
            Place::Theme { path, .. } => (ContentPath::from(path.as_str()), 0, 0),
        };
        let what = (at, found.code, found.message.clone());
        (what, notes.len(), notes, found.label.clone(), found.hint.clone())
    });
    shared.dedup_by(|next, kept| {
        (next.code, &next.place, &next.message) == (kept.code, &kept.place, &kept.message)
    });
    *diagnostics = rest;
    diagnostics.extend(shared);
}
