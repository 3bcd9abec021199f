//! Terms of the glossary in running text: where one is named for the first
//! time, what it stands for is written behind it (handbook line 131).

use std::collections::HashSet;

use super::{Inline, InlineKind, plain};

/// The terms that readers have met so far.
#[derive(Debug, Default)]
pub struct Introduced(HashSet<String>);

impl Introduced {
    /// What to write behind a term, by its anchor and what it stands for, that is shown as `inner` before `next`: what
    /// it stands for, when readers meet it for the first time and the author
    /// does not say so as well.
    pub fn expansion<'b>(
        &mut self,
        (anker, voluit): (&str, Option<&'b str>),
        inner: &[Inline],
        next: Option<&Inline>,
    ) -> Option<&'b str> {
        let voluit = voluit?;
        let behind = match next.map(|next| &next.kind) {
            Some(InlineKind::Text(text)) => text.as_str(),
            _ => "",
        };
        // Half of a word (`[[WSW]]-lening`) is no place to explain it.
        if behind.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
            return None;
        }
        let first = self.0.insert(anker.to_owned());
        let said = plain::inlines(inner).to_lowercase().contains(&voluit.to_lowercase());
        let follows = behind.trim_start().starts_with('(');
        (first && !said && !follows).then_some(voluit)
    }
}
