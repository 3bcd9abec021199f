//! What themes and agreements rest on, in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model;

/// Waar iets op rust.
#[derive(Serialize, JsonSchema)]
pub struct Grondslag {
    /// Beleid: een plek in een beleidsstuk, of een omschrijving.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beleid: Vec<String>,
    /// Convenanten, onderzoeken en regelingen uit het register.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    verwijzingen: Vec<String>,
    /// De rijksprioriteiten, als die anders zijn dan het thema zegt.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    prioriteiten: Vec<String>,
}

impl Grondslag {
    pub fn of(grondslag: &model::Grondslag) -> Self {
        let prioriteiten = grondslag.prioriteiten.iter().flatten();
        Self {
            beleid: grondslag.beleid.iter().map(|text| text.value.clone()).collect(),
            verwijzingen: grondslag.verwijzingen.iter().map(|id| id.value.as_str().to_owned()).collect(),
            prioriteiten: prioriteiten.map(|id| id.value.as_str().to_owned()).collect(),
        }
    }
}
