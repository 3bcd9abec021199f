//! What evaluations say, in the contents of the long page.

use super::{PageMaker, TocEntry};
use crate::view::EvaluationView;

impl PageMaker<'_> {
    /// Its headings, in the contents of the long page.
    pub(super) fn evaluation_entries(&self, evaluatie: &EvaluationView) -> Vec<TocEntry> {
        let parts = [
            (!evaluatie.themas.is_empty(), "evaluatie-inhoud"),
            (evaluatie.heeft_proces, "evaluatie-proces"),
        ];
        let there = parts.into_iter().filter(|(is_there, _)| *is_there);
        there.map(|(_, key)| TocEntry::new(self.labels.text(key), &format!("_{key}"))).collect()
    }
}
