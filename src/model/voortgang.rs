//! Progress: how an agreement is doing, year by year, and what parties say of
//! their own part in it. Parties do not agree on it: it is not in the
//! canonical text.

use std::sync::Arc;

use super::words::words;
use super::{Datum, Jaar, Partij};
use crate::source::Spanned;

words! {
    /// The traffic light of monitoring (handbook line 629).
    Stoplicht {
        /// On schedule, or done.
        Groen = "groen",
        /// Needs attention.
        Oranje = "oranje",
        /// Behind.
        Rood = "rood",
    }
}

words! {
    /// How far it is with carrying out an agreement, whatever one thinks of that.
    Uitvoeringsstap {
        /// Nobody began.
        NietGestart = "niet-gestart",
        /// It is being done.
        Gestart = "gestart",
        /// It is done.
        Gereed = "gereed",
        /// It will not be done any further.
        Gestopt = "gestopt",
    }
}

/// A step in carrying out an agreement.
#[derive(Debug, Clone, Copy)]
pub struct Uitvoering {
    /// Which step.
    pub stap: Uitvoeringsstap,
    /// Since when, where that is told.
    pub sinds: Option<Datum>,
}

/// A judgement of how an agreement is doing in a year.
#[derive(Debug, Clone)]
pub struct Beoordeling {
    /// The year that it is about.
    pub jaar: Spanned<Jaar>,
    /// The judgement.
    pub kleur: Stoplicht,
    /// When it was given.
    pub datum: Option<Datum>,
    /// Why, or what is needed.
    pub notitie: Option<String>,
    /// Who gave it; absent when all parties did.
    pub door: Option<Arc<Partij>>,
}

/// What a party did for an agreement: how it accounts for its own part
/// (handbook line 678).
#[derive(Debug, Clone)]
pub struct Verantwoording {
    /// When.
    pub datum: Datum,
    /// Who.
    pub partij: Arc<Partij>,
    /// What.
    pub tekst: String,
}

/// How an agreement is doing.
#[derive(Debug, Clone, Default)]
pub struct Voortgang {
    /// How far it is, from the first step to the last.
    pub uitvoering: Vec<Uitvoering>,
    /// Judgements by year, and within a year from the first to the last.
    pub beoordelingen: Vec<Beoordeling>,
    /// What parties did, from the first to the last.
    pub verantwoording: Vec<Verantwoording>,
}

impl Voortgang {
    /// The judgement that holds for a year: the last one.
    pub fn in_jaar(&self, jaar: Jaar) -> Option<&Beoordeling> {
        self.beoordelingen.iter().rfind(|beoordeling| beoordeling.jaar.value == jaar)
    }

    /// The judgement that holds of each year that has one.
    pub fn per_jaar(&self) -> impl Iterator<Item = &Beoordeling> {
        self.beoordelingen.chunk_by(|a, b| a.jaar.value == b.jaar.value).filter_map(<[Beoordeling]>::last)
    }

    /// The judgement of the last year that has one.
    pub fn laatste(&self) -> Option<&Beoordeling> {
        self.beoordelingen.last()
    }
}
