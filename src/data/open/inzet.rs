//! What parties contribute, and what they hold where they do not agree, in the
//! published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::waarden::{Euro, Woord};
use crate::model::{self, Instrument};

/// Wat een partij doet.
#[derive(Serialize, JsonSchema)]
pub struct Inzet {
    /// De partij.
    partij: String,
    /// Wat zij doet.
    inzet: String,
    /// Het middel dat zij inzet.
    #[serde(skip_serializing_if = "Option::is_none")]
    instrument: Option<Woord<Instrument>>,
    /// Het geld dat zij inzet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bedragen: Vec<Deelbedrag>,
}

/// Geld, in één jaar of voor de hele afspraak.
#[derive(Serialize, JsonSchema)]
struct Deelbedrag {
    /// Het jaar; zonder jaar is het voor de hele afspraak.
    #[serde(skip_serializing_if = "Option::is_none")]
    jaar: Option<i16>,
    /// Het bedrag in euro’s.
    bedrag: Euro,
}

/// Wat een partij vindt.
#[derive(Serialize, JsonSchema)]
pub struct Standpunt {
    /// De partij.
    partij: String,
    /// Wat zij vindt.
    standpunt: String,
}

impl Inzet {
    pub fn of(inzet: &model::Inzet) -> Self {
        let bijdrage = inzet.bijdrage.as_ref();
        Self {
            partij: inzet.partij.id.as_str().to_owned(),
            inzet: inzet.tekst.clone(),
            instrument: bijdrage.and_then(|bijdrage| bijdrage.instrument).map(Woord),
            bedragen: bijdrage
                .iter()
                .flat_map(|bijdrage| &bijdrage.bedragen)
                .map(|deel| Deelbedrag {
                    jaar: deel.jaar.as_ref().map(|jaar| jaar.value.getal()),
                    bedrag: Euro(deel.bedrag),
                })
                .collect(),
        }
    }
}

impl Standpunt {
    pub fn of(inzet: &model::Inzet) -> Self {
        Self { partij: inzet.partij.id.as_str().to_owned(), standpunt: inzet.tekst.clone() }
    }
}
