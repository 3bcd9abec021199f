//! What evaluations say, in the contents of the long page.

use super::pages::Pages;
use super::view::{EvaluationView, TocEntry};

impl Pages<'_> {
    /// Its headings, in the contents of the long page.
    pub(super) fn evaluation_entries(&self, evaluatie: &EvaluationView) -> Vec<TocEntry> {
        let parts = [
            (!evaluatie.themas.is_empty(), "evaluatie-inhoud"),
            (evaluatie.heeft_proces, "evaluatie-proces"),
        ];
        let there = parts.into_iter().filter(|(is_there, _)| *is_there);
        let entry = |key: &str| TocEntry {
            nummer: None,
            titel: self.labels.text(key),
            href: format!("#_{key}"),
            niveau: 2,
        };
        there.map(|(_, key)| entry(key)).collect()
    }
}
