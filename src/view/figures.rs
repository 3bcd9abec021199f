//! Tables of figures. What stands in them is worded in `theme/cijfers.rs`.

use super::View;
use crate::model::{AfspraakNummer, Cijfertabel, Overeenkomst};
use crate::resolve;
use crate::theme::cijfers::Cijferblad;

impl View<'_> {
    /// A table of a document, and below it its figures by party and by subject.
    pub fn figures(&self, document: &Overeenkomst, tabel: &Cijfertabel) -> Vec<Cijferblad> {
        let to_agreement = |nummer: &AfspraakNummer| {
            let to = resolve::agreement(document, nummer.as_str());
            to.and_then(|to| self.medium.way(to)).unwrap_or_default()
        };
        below_each_other(self.labels.cijferblad(tabel, document.looptijd, &to_agreement))
    }
}

/// A table and its divisions, one below the other.
pub fn below_each_other(mut blad: Cijferblad) -> Vec<Cijferblad> {
    let divisions = std::mem::take(&mut blad.verdelingen);
    std::iter::once(blad).chain(divisions).collect()
}
