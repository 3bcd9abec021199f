//! Figures: tables, and indicators with their charts. What stands in them is
//! worded in `theme/cijfers.rs` and `theme/indicator.rs`.

use serde::Serialize;

use super::View;
use crate::chart::{self, Look};
use crate::model::{AfspraakNummer, Cijfertabel, Indicator, Overeenkomst};
use crate::theme::cijfers::Cijferblad;
use crate::theme::indicator::IndicatorWords;

/// An indicator with its chart and figures.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureView {
    /// What is said of it, and its figures.
    pub woorden: IndicatorWords,
    /// The chart, as SVG; there is none while there is nothing to compare.
    pub tekening: Option<String>,
}

impl View<'_> {
    /// A table of a document, and below it its figures by party and by subject.
    pub fn figures(&self, document: &Overeenkomst, tabel: &Cijfertabel) -> Vec<Cijferblad> {
        let to_agreement =
            |nummer: &AfspraakNummer| self.way_to_agreement(document, nummer).unwrap_or_default();
        below_each_other(self.labels.cijferblad(tabel, document.looptijd, &to_agreement))
    }

    /// An indicator; `look` is how its chart is drawn.
    pub fn measure(&self, indicator: &Indicator, look: Look) -> MeasureView {
        MeasureView {
            woorden: self.labels.indicator(indicator),
            tekening: chart::indicator(indicator, &self.labels.chart(indicator), look),
        }
    }
}

/// A table and its divisions, one below the other.
pub fn below_each_other(mut blad: Cijferblad) -> Vec<Cijferblad> {
    let divisions = std::mem::take(&mut blad.verdelingen);
    std::iter::once(blad).chain(divisions).collect()
}
