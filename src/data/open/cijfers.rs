//! Tables of figures in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::waarden::{Waarde, Woord};
use crate::model::{self, Cijfersoort, Geldeenheid, Geldstroom, Getal, Jaar, Maat};
use crate::order::SortedMap;

/// Cijfers per jaar.
type PerJaar = SortedMap<String, Waarde>;

/// Een tabel met cijfers.
#[derive(Serialize, JsonSchema)]
pub struct Cijfertabel {
    /// Het woord dat de tabel in de overeenkomst heeft.
    id: String,
    /// Aantallen, investeringen of dekking.
    soort: Woord<Cijfersoort>,
    /// Titel.
    titel: String,
    /// Wat er wordt geteld, als het geen geld is.
    #[serde(skip_serializing_if = "Option::is_none")]
    eenheid: Option<String>,
    /// In welk geld wordt geteld.
    #[serde(skip_serializing_if = "Option::is_none")]
    geld: Option<Woord<Geldeenheid>>,
    /// Het jaar van de prijzen.
    #[serde(skip_serializing_if = "Option::is_none")]
    prijspeil: Option<i16>,
    /// Regels.
    regels: Vec<Regel>,
}

/// Een regel: de cijfers van één partij.
#[derive(Serialize, JsonSchema)]
struct Regel {
    /// Waar de regel over gaat.
    #[serde(skip_serializing_if = "Option::is_none")]
    naam: Option<String>,
    /// De partij.
    partij: String,
    /// De afspraken waar de regel bij hoort.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    afspraken: Vec<String>,
    /// Of het geld binnenkomt of wordt uitgegeven.
    #[serde(skip_serializing_if = "Option::is_none")]
    geldstroom: Option<Woord<Geldstroom>>,
    /// Cijfers per jaar.
    jaren: PerJaar,
    /// Het cijfer voor de lange termijn.
    #[serde(skip_serializing_if = "Option::is_none")]
    lange_termijn: Option<Waarde>,
}

fn per_jaar(cijfers: &[(Jaar, Getal)]) -> PerJaar {
    cijfers.iter().map(|(jaar, getal)| (jaar.to_string(), Waarde(getal.clone()))).collect()
}

impl Cijfertabel {
    pub fn of(tabel: &model::Cijfertabel) -> Self {
        let (eenheid, geld, prijspeil) = match &tabel.maat {
            Maat::Aantal(eenheid) => (Some(eenheid.clone()), None, None),
            Maat::Geld { eenheid, prijspeil } => (None, Some(Woord(*eenheid)), Some(prijspeil.getal())),
        };
        Self {
            id: tabel.id.as_str().to_owned(),
            soort: Woord(tabel.soort),
            titel: tabel.titel.clone(),
            eenheid,
            geld,
            prijspeil,
            regels: tabel.regels.iter().map(Regel::of).collect(),
        }
    }
}

impl Regel {
    fn of(regel: &model::Cijferregel) -> Self {
        Self {
            naam: regel.naam.clone(),
            partij: regel.partij.id.as_str().to_owned(),
            afspraken: regel.afspraken.iter().map(|nummer| nummer.value.to_string()).collect(),
            geldstroom: regel.geldstroom.map(Woord),
            jaren: per_jaar(&regel.jaren),
            lange_termijn: regel.lange_termijn.clone().map(Waarde),
        }
    }
}
