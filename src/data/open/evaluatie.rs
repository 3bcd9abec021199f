//! Evaluations in the published form.

use schemars::JsonSchema;
use serde::Serialize;

use super::waarden::Woord;
use crate::model::{self, Oordeel};

/// Wat er van de afspraken van een andere overeenkomst terechtkwam.
#[derive(Serialize, JsonSchema)]
pub struct Evaluatie {
    /// Een oordeel per afspraak.
    inhoud: Vec<Uitkomst>,
    /// Hoe partijen samenwerkten.
    proces: Proces,
}

/// Het oordeel over een afspraak.
#[derive(Serialize, JsonSchema)]
struct Uitkomst {
    /// Het nummer van de afspraak, in de overeenkomst van `hoort_bij`.
    nummer: String,
    /// Het oordeel.
    oordeel: Woord<Oordeel>,
    /// Waarom.
    #[serde(skip_serializing_if = "Option::is_none")]
    uitleg: Option<String>,
}

/// Hoe partijen samenwerkten.
#[derive(Serialize, JsonSchema)]
struct Proces {
    /// Wat goed ging.
    goed: Vec<String>,
    /// Wat beter kan.
    beter: Vec<String>,
    /// Wat partijen meenemen.
    lessen: Vec<String>,
}

impl Evaluatie {
    pub fn of(evaluatie: &model::Evaluatie) -> Self {
        let uitkomst = |uitkomst: &model::Uitkomst| Uitkomst {
            nummer: uitkomst.nummer.value.to_string(),
            oordeel: Woord(uitkomst.oordeel),
            uitleg: uitkomst.uitleg.clone(),
        };
        let model::Procesevaluatie { goed, beter, lessen } = evaluatie.proces.clone();
        Self {
            inhoud: evaluatie.inhoud.iter().map(uitkomst).collect(),
            proces: Proces { goed, beter, lessen },
        }
    }
}
