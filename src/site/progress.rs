//! How agreements are doing: traffic lights, what parties did, indicators with
//! their charts, wherever a page shows them.

use super::chapters::indicator_anchor;
use super::pages::Pages;
use super::view::{AccountView, IndicatorView, LightView};
use crate::chart::{self, Look};
use crate::model::{Beoordeling, Datum, Indicator, Voortgang};

impl Pages<'_> {
    /// The light of each year, with what was said of that year before.
    pub(super) fn lights(&self, voortgang: &Voortgang) -> Vec<LightView> {
        voortgang
            .beoordelingen
            .chunk_by(|a, b| a.jaar.value == b.jaar.value)
            .filter_map(|year| year.split_last())
            .map(|(last, before)| LightView {
                eerder: before.iter().rev().map(|earlier| self.light(earlier)).collect(),
                ..self.light(last)
            })
            .collect()
    }

    pub(super) fn light(&self, beoordeling: &Beoordeling) -> LightView {
        LightView {
            id: beoordeling.kleur.word(),
            label: self.labels.stoplicht(beoordeling.kleur),
            jaar: beoordeling.jaar.value.to_string(),
            datum: beoordeling.datum.map(Datum::voluit),
            door: beoordeling.door.as_ref().map(|partij| partij.kort.clone()),
            notitie: beoordeling.notitie.clone(),
            eerder: Vec::new(),
        }
    }

    /// An indicator; `prefix` stands before its anchor on the long page.
    pub(super) fn indicator(&self, indicator: &Indicator, prefix: &str) -> IndicatorView {
        IndicatorView {
            anker: indicator_anchor(indicator, prefix),
            woorden: self.labels.indicator(indicator),
            grafiek_html: chart::indicator(indicator, &self.labels.chart(indicator), Look::Screen),
        }
    }
}

/// What parties did, from the first to the last.
pub(super) fn accounts(voortgang: &Voortgang) -> Vec<AccountView> {
    let accounts = voortgang.verantwoording.iter();
    accounts
        .map(|verantwoording| AccountView {
            datum: verantwoording.datum.voluit(),
            naam: verantwoording.partij.kort.clone(),
            tekst: verantwoording.tekst.clone(),
        })
        .collect()
}
