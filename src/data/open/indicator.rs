//! Indicators in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::waarden::{Dag, Waarde, Woord};
use crate::model::{self, Richting};
use crate::order::SortedMap;

/// Hoe partijen zien of zij komen waar zij willen zijn.
#[derive(Serialize, JsonSchema)]
pub struct Indicator {
    /// Het woord waarmee afspraken de indicator noemen.
    id: String,
    /// Wat wordt gemeten.
    titel: String,
    /// Eenheid.
    eenheid: String,
    /// Welke kant beter is.
    richting: Woord<Richting>,
    /// Waar de cijfers vandaan komen.
    #[serde(skip_serializing_if = "Option::is_none")]
    bron: Option<Bron>,
    /// De partij die de cijfers verzamelt.
    #[serde(skip_serializing_if = "Option::is_none")]
    eigenaar: Option<String>,
    /// Waar partijen begonnen, per jaar.
    nulmeting: SortedMap<String, Waarde>,
    /// Waar partijen willen zijn, per jaar.
    streef: SortedMap<String, Streef>,
    /// Waar partijen zijn, per jaar.
    stand: SortedMap<String, Stand>,
}

/// Waar cijfers vandaan komen.
#[derive(Serialize, JsonSchema)]
struct Bron {
    /// Naam.
    naam: String,
    /// Adres.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// De dag waarop de cijfers golden.
    #[serde(skip_serializing_if = "Option::is_none")]
    peildatum: Option<Dag>,
}

/// Een doel voor een jaar.
#[derive(Serialize, JsonSchema)]
struct Streef {
    /// Wat gehaald moet worden.
    minimum: Waarde,
    /// Wat partijen hopen.
    #[serde(skip_serializing_if = "Option::is_none")]
    ambitie: Option<Waarde>,
}

/// Wat in een jaar is bereikt.
#[derive(Serialize, JsonSchema)]
struct Stand {
    /// Het cijfer.
    waarde: Waarde,
    /// De dag waarop het cijfer gold.
    peildatum: Dag,
    /// Toelichting.
    #[serde(skip_serializing_if = "Option::is_none")]
    toelichting: Option<String>,
}

impl Indicator {
    pub fn of(indicator: &model::Indicator) -> Self {
        let streef = |streef: &model::Streef| Streef {
            minimum: Waarde(streef.minimum().clone()),
            ambitie: streef.ambitie().cloned().map(Waarde),
        };
        Self {
            id: indicator.id.as_str().to_owned(),
            titel: indicator.titel.clone(),
            eenheid: indicator.eenheid.value.clone(),
            richting: Woord(indicator.gewenst()),
            bron: indicator.bron.as_ref().map(|bron| Bron {
                naam: bron.naam.clone(),
                url: bron.url.as_ref().map(|url| url.as_str().to_owned()),
                peildatum: bron.peildatum.map(Dag),
            }),
            eigenaar: indicator.eigenaar.as_ref().map(|partij| partij.id.as_str().to_owned()),
            nulmeting: per_jaar(&indicator.nulmeting, |_, getal| Waarde(getal.clone())),
            streef: per_jaar(&indicator.streef, |_, doel| streef(doel)),
            stand: per_jaar(&indicator.stand, |jaar, stand| Stand {
                waarde: Waarde(stand.waarde.clone()),
                peildatum: Dag(stand.dag(jaar)),
                toelichting: stand.toelichting.clone(),
            }),
        }
    }
}

fn per_jaar<T, U>(
    figures: &model::PerJaar<T>,
    change: impl Fn(model::Jaar, &T) -> U,
) -> SortedMap<String, U> {
    figures.iter().map(|(jaar, figure)| (jaar.value.to_string(), change(jaar.value, figure))).collect()
}
