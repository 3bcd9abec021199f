//! An evaluation: what became of the agreements of another document, and how
//! parties worked together on them (handbook line 624: content and process).

use super::AfspraakNummer;
use super::words::words;
use crate::source::{Span, Spanned};

words! {
    /// What became of an agreement.
    Oordeel {
        /// It was done.
        Gehaald = "gehaald",
        /// A part of it was done.
        Deels = "deels",
        /// It was not done.
        Niet = "niet",
        /// It is still being done.
        LooptNog = "loopt-nog",
    }
}

/// The verdict on one agreement.
#[derive(Debug, Clone)]
pub struct Uitkomst {
    /// The number that it has in the document that is looked back on.
    pub nummer: Spanned<AfspraakNummer>,
    /// The verdict.
    pub oordeel: Oordeel,
    /// Why, in a few sentences.
    pub uitleg: Option<String>,
}

/// How parties worked together.
#[derive(Debug, Clone, Default)]
pub struct Procesevaluatie {
    /// What went well.
    pub goed: Vec<String>,
    /// What can be done better.
    pub beter: Vec<String>,
    /// What parties take with them.
    pub lessen: Vec<String>,
}

impl Procesevaluatie {
    /// Whether nothing is said of it.
    pub fn is_leeg(&self) -> bool {
        self.goed.is_empty() && self.beter.is_empty() && self.lessen.is_empty()
    }
}

/// What an evaluation says.
#[derive(Debug, Clone)]
pub struct Evaluatie {
    /// Where it stands.
    pub plaats: Span,
    /// Verdicts, in the order in which they were written.
    pub inhoud: Vec<Uitkomst>,
    /// How parties worked together.
    pub proces: Procesevaluatie,
}

impl Evaluatie {
    /// The verdict on the agreement with this number.
    pub fn uitkomst(&self, nummer: &AfspraakNummer) -> Option<&Uitkomst> {
        self.inhoud.iter().find(|uitkomst| uitkomst.nummer.value == *nummer)
    }
}
