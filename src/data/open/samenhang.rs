//! What agreements need of each other, and packages, in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{self, Overeenkomst, Samenhang};

/// Een andere afspraak van de overeenkomst, die nodig is om deze na te komen.
#[derive(Serialize, JsonSchema)]
pub struct Afhankelijkheid {
    /// Het nummer van die afspraak.
    nummer: String,
    /// Wat ervan nodig is.
    #[serde(skip_serializing_if = "Option::is_none")]
    nodig: Option<String>,
}

/// Afspraken die alleen samen gelden.
#[derive(Serialize, JsonSchema)]
pub struct Pakket {
    /// Het woord waarmee afspraken het pakket noemen.
    id: String,
    /// Titel.
    titel: String,
    /// Waarom dit bij elkaar hoort.
    #[serde(skip_serializing_if = "Option::is_none")]
    toelichting: Option<String>,
    /// De nummers van de afspraken.
    afspraken: Vec<String>,
}

impl Afhankelijkheid {
    pub fn of(nodig: &model::Afhankelijkheid) -> Self {
        Self { nummer: nodig.nummer.value.to_string(), nodig: nodig.nodig.clone() }
    }
}

impl Pakket {
    pub fn of(document: &Overeenkomst, pakket: &model::Pakket) -> Self {
        let leden = Samenhang(document).in_pakket(pakket);
        Self {
            id: pakket.id.value.as_str().to_owned(),
            titel: pakket.titel.clone(),
            toelichting: pakket.toelichting.clone(),
            afspraken: leden.map(|band| band.afspraak.nummer.to_string()).collect(),
        }
    }
}
