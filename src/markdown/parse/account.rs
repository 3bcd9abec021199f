//! The account of all bytes of a text: what the readers claimed of it, and the
//! addresses that stand apart in it.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::RefDefs;

/// What was claimed so far, in bytes of the body.
#[derive(Debug, Default)]
pub(super) struct Account {
    pub(super) claims: Vec<Range<usize>>,
}

impl Account {
    /// Says that a stretch became part of the tree, or did its work as markup, or was told.
    pub(super) fn claim(&mut self, range: Range<usize>) {
        self.claims.push(range);
    }

    /// A moment, for [`Account::since`].
    pub(super) fn now(&self) -> usize {
        self.claims.len()
    }

    /// From the first to the last byte of what was claimed since a moment.
    pub(super) fn since(&self, moment: usize) -> Option<Range<usize>> {
        let claims = self.claims.get(moment..)?;
        let start = claims.iter().map(|claim| claim.start).min()?;
        let end = claims.iter().map(|claim| claim.end).max()?;
        Some(start..end)
    }

    /// The stretches of a body of `length` bytes that nobody claimed.
    pub(super) fn gaps(mut self, length: usize) -> Vec<Range<usize>> {
        self.claims.sort_unstable_by_key(|claim| (claim.start, claim.end));
        let mut gaps = Vec::new();
        let mut at = 0;
        for claim in self.claims {
            if claim.start > at {
                gaps.push(at..claim.start);
            }
            at = at.max(claim.end);
        }
        if at < length {
            gaps.push(at..length);
        }
        gaps
    }
}

/// Addresses that stand apart under a name: `[naam]: https://…`.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    pub(super) by_name: HashMap<String, Address>,
}

#[derive(Debug)]
pub(super) struct Address {
    pub(super) range: Range<usize>,
    /// The words behind the address.
    pub(super) title: Option<String>,
    pub(super) used: bool,
}

impl Addresses {
    pub(super) fn of(definitions: &RefDefs) -> Self {
        let by_name = definitions.iter().map(|(name, definition)| {
            let title = definition.title.as_ref().map(|title| title.to_string());
            (fold(name), Address { range: definition.span.clone(), title, used: false })
        });
        Self { by_name: by_name.collect() }
    }
}

/// A name in the letters that it is compared in: those of the parser, which does
/// not look at capitals.
pub(super) fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    // Both ways, so that `ß` is `SS` as well.
    name.to_uppercase().to_lowercase()
}
