//! What a document took from its base, and what it left out, in the published
//! form. Where each agreement comes from stands at that agreement.

use schemars::JsonSchema;
use serde::Serialize;

use crate::markdown::plain;
use crate::model::{self, Weggelaten};

/// De tekst waarvan deze overeenkomst is gemaakt.
#[derive(Serialize, JsonSchema)]
pub struct Basis {
    /// De naam van de basis.
    id: String,
    /// De titel van de basis.
    titel: String,
    /// Wat uit de basis niet geldt.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    weggelaten: Vec<Weglating>,
}

/// Iets uit de basis wat hier niet geldt.
#[derive(Serialize, JsonSchema)]
struct Weglating {
    /// De nummers van de afspraken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    afspraken: Vec<String>,
    /// De titel van de afspraak of van het hele deel; zonder titel is het de inleiding.
    #[serde(skip_serializing_if = "Option::is_none")]
    titel: Option<String>,
    /// Waarom.
    reden: String,
}

impl Basis {
    pub fn of(basis: &model::Basis) -> Self {
        Self {
            id: basis.naam.value.to_string(),
            titel: basis.titel.clone(),
            weggelaten: basis.weggelaten.iter().map(Weglating::of).collect(),
        }
    }
}

impl Weglating {
    fn of(weglating: &model::Weglating) -> Self {
        let (afspraken, titel) = match &weglating.wat {
            Weggelaten::Afspraak { nummer, titel } => (vec![nummer.to_string()], Some(plain::inlines(titel))),
            Weggelaten::Deel { titel, afspraken, .. } => {
                (afspraken.iter().map(ToString::to_string).collect(), Some(titel.clone()))
            }
            Weggelaten::Preambule => (Vec::new(), None),
        };
        Self { afspraken, titel, reden: weglating.reden.clone() }
    }
}
