//! Decisions and signatures in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::waarden::{Dag, Woord};
use crate::model::{self, GoedkeuringSoort, Tekenwijze};

/// Een besluit van een orgaan van een partij.
#[derive(Serialize, JsonSchema)]
pub struct Goedkeuring {
    /// Het orgaan.
    orgaan: String,
    /// De partij.
    partij: String,
    /// Wat het orgaan doet.
    soort: Woord<GoedkeuringSoort>,
    /// De dag van het besluit; zonder dag is er nog geen besluit.
    #[serde(skip_serializing_if = "Option::is_none")]
    datum: Option<Dag>,
    /// Waar het besluit nog op wacht, of wachtte.
    #[serde(skip_serializing_if = "Option::is_none")]
    voorbehoud: Option<Voorbehoud>,
    /// Opmerking.
    #[serde(skip_serializing_if = "Option::is_none")]
    opmerking: Option<String>,
}

/// Een voorbehoud bij een besluit.
#[derive(Serialize, JsonSchema)]
struct Voorbehoud {
    /// Wat er eerst moet gebeuren.
    tekst: String,
    /// De dag waarop dat is gebeurd.
    #[serde(skip_serializing_if = "Option::is_none")]
    opgeheven: Option<Dag>,
}

/// De ondertekening.
#[derive(Serialize, JsonSchema)]
pub struct Ondertekening {
    /// Plaats.
    #[serde(skip_serializing_if = "Option::is_none")]
    plaats: Option<String>,
    /// Dag.
    #[serde(skip_serializing_if = "Option::is_none")]
    datum: Option<Dag>,
    /// Waarvoor partijen tekenen.
    voor: Woord<Tekenwijze>,
    /// Wie tekent.
    door: Vec<Ondertekenaar>,
}

/// Wie voor een partij tekent.
#[derive(Serialize, JsonSchema)]
struct Ondertekenaar {
    /// De partij.
    partij: String,
    /// De functie; nooit een naam.
    functie: String,
    /// Het orgaan namens wie.
    #[serde(skip_serializing_if = "Option::is_none")]
    namens: Option<String>,
    /// Het besluit dat het recht geeft om te tekenen.
    #[serde(skip_serializing_if = "Option::is_none")]
    mandaat: Option<String>,
    /// De thema's en afspraken waarvoor zij tekent, als dat niet alles is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    voor: Vec<String>,
}

/// Een partij die akkoord is met het geheel, maar een deel niet tekent.
#[derive(Serialize, JsonSchema)]
pub struct Uitzondering {
    /// De partij.
    partij: String,
    /// Waarom.
    reden: String,
}

impl Goedkeuring {
    pub fn of(goedkeuring: &model::Goedkeuring) -> Self {
        Self {
            orgaan: goedkeuring.orgaan.value.clone(),
            partij: goedkeuring.partij.id.as_str().to_owned(),
            soort: Woord(goedkeuring.soort),
            datum: goedkeuring.datum.map(Dag),
            voorbehoud: goedkeuring.voorbehoud.as_ref().map(|voorbehoud| Voorbehoud {
                tekst: voorbehoud.tekst.clone(),
                opgeheven: voorbehoud.opgeheven.map(Dag),
            }),
            opmerking: goedkeuring.opmerking.clone(),
        }
    }
}

impl Ondertekening {
    pub fn of(ondertekening: &model::Ondertekening) -> Self {
        Self {
            plaats: ondertekening.plaats.clone(),
            datum: ondertekening.datum.map(Dag),
            voor: Woord(ondertekening.voor),
            door: ondertekening.door.iter().map(Ondertekenaar::of).collect(),
        }
    }
}

impl Ondertekenaar {
    fn of(door: &model::Ondertekenaar) -> Self {
        Self {
            partij: door.partij.value.id.as_str().to_owned(),
            functie: door.functie.clone(),
            namens: door.namens.clone(),
            mandaat: door.mandaat.as_ref().map(|mandaat| mandaat.besluit.clone()),
            voor: door.voor.iter().map(|part| part.value.clone()).collect(),
        }
    }
}

impl Uitzondering {
    pub fn of(uitzondering: &model::Uitzondering) -> Self {
        Self { partij: uitzondering.partij.value.id.as_str().to_owned(), reden: uitzondering.reden.clone() }
    }
}
