//! How a document came about and how parties work together while it holds, in
//! the published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::waarden::{Dag, Woord};
use crate::data::Desk;
use crate::model::{self, Aanspreekrol, Overeenkomst, Status};

/// Een versie van de tekst.
#[derive(Serialize, JsonSchema)]
pub struct Versie {
    /// Het nummer dat de schrijvers eraan gaven.
    nummer: String,
    /// De dag.
    datum: Dag,
    /// Hoe ver de overeenkomst toen was.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Woord<Status>>,
    /// Wat er anders is.
    #[serde(skip_serializing_if = "Option::is_none")]
    toelichting: Option<String>,
}

/// Een dag met wat er dan gebeurt.
#[derive(Serialize, JsonSchema)]
pub struct Kalenderdag {
    /// De dag.
    datum: Dag,
    /// Een naam die dezelfde blijft als de dag verandert.
    id: String,
    /// Wat er gebeurt.
    wat: String,
}

/// Een overleg dat terugkomt.
#[derive(Serialize, JsonSchema)]
pub struct Overleg {
    /// Naam.
    naam: String,
    /// Wie meedoen.
    #[serde(skip_serializing_if = "Option::is_none")]
    wie: Option<String>,
    /// Hoe vaak.
    #[serde(skip_serializing_if = "Option::is_none")]
    hoe_vaak: Option<String>,
    /// Waarover.
    #[serde(skip_serializing_if = "Option::is_none")]
    waarover: Option<String>,
}

/// Een organisatie of functie die u kunt aanspreken.
#[derive(Serialize, JsonSchema)]
pub struct Aanspreekpunt {
    /// Waarvoor.
    rol: Woord<Aanspreekrol>,
    /// Organisatie of functie.
    naam: String,
    /// De partij waar zij bij hoort.
    #[serde(skip_serializing_if = "Option::is_none")]
    partij: Option<String>,
    /// E-mailadres.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    /// Telefoonnummer.
    #[serde(skip_serializing_if = "Option::is_none")]
    telefoon: Option<String>,
}

/// Wat partijen doen als zij het niet eens worden.
#[derive(Serialize, JsonSchema)]
pub struct Geschil {
    /// De stappen, in volgorde.
    stappen: Vec<String>,
    /// Wie bemiddelt.
    #[serde(skip_serializing_if = "Option::is_none")]
    bemiddelaar: Option<String>,
    /// Of het oordeel van wie bemiddelt bindend is.
    bindend: bool,
}

impl Versie {
    pub fn of(versie: &model::Versie) -> Self {
        Self {
            nummer: versie.nummer.clone(),
            datum: Dag(versie.datum),
            status: versie.status.map(Woord),
            toelichting: versie.toelichting.clone(),
        }
    }
}

impl Kalenderdag {
    pub fn all(document: &Overeenkomst, desk: &Desk) -> Vec<Self> {
        let dagen = document.kalenderdagen(&desk.project.site.kalender).into_iter();
        dagen
            .map(|dag| Self {
                datum: Dag(dag.datum),
                id: dag.wat.sleutel(),
                wat: desk.labels.gebeurtenis(dag.wat),
            })
            .collect()
    }
}

impl Overleg {
    pub fn of(overleg: &model::Overleg) -> Self {
        let model::Overleg { naam, wie, hoe_vaak, waarover } = overleg.clone();
        Self { naam, wie, hoe_vaak, waarover }
    }
}

impl Aanspreekpunt {
    pub fn of(punt: &model::Aanspreekpunt) -> Self {
        Self {
            rol: Woord(punt.rol),
            naam: punt.naam.clone(),
            partij: punt.partij.as_ref().map(|partij| partij.id.as_str().to_owned()),
            email: punt.email.clone(),
            telefoon: punt.telefoon.clone(),
        }
    }
}

impl Geschil {
    pub fn of(geschil: &model::Geschil) -> Self {
        let model::Geschil { stappen, bemiddelaar, bindend } = geschil.clone();
        Self { stappen, bemiddelaar, bindend }
    }
}
