//! What authors say about the rules of `afspraken check`: how heavily one
//! weighs, where it stops, and where it does not count and why.

use super::words;
use crate::diagnostic::Code;
use crate::source::Spanned;

words! {
    /// How heavily a finding weighs.
    Regelniveau {
        /// The rule does not count.
        Uit = "uit",
        /// Worth a thought.
        Advies = "advies",
        /// A careful editor mends it.
        Waarschuwing = "waarschuwing",
        /// It may not be published like this.
        Fout = "fout",
    }
}

/// A rule that a site or document sets in another way.
#[derive(Debug, Clone)]
pub struct Regelkeuze {
    /// Which rule.
    pub regel: Spanned<Code>,
    /// How heavily it weighs.
    pub niveau: Option<Regelniveau>,
    /// The number from which it speaks, of a rule that has one.
    pub grens: Option<u32>,
}

/// What a site or document says about rules.
#[derive(Debug, Clone, Default)]
pub struct Regels(pub Vec<Regelkeuze>);

impl Regels {
    /// What is said about a rule.
    pub fn over(&self, regel: Code) -> Option<&Regelkeuze> {
        self.0.iter().find(|keuze| keuze.regel.value == regel)
    }
}

/// A rule that does not count at an agreement.
#[derive(Debug, Clone)]
pub struct Toegestaan {
    /// Which rule.
    pub regel: Spanned<Code>,
    /// Why not, for the next editor; readers do not see it.
    pub reden: String,
}
