//! What authors say about the rules of `afspraken check`: how heavily one
//! weighs, where it stops, and where it does not count and why.

use super::words::words;
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

words! {
    /// What rules are about: the letter that their codes begin with.
    Regelfamilie {
        /// Who, what, how much and when.
        Afspraken = "S",
        /// Whether each party gives something.
        Wederkerigheid = "W",
        /// What still stands before publication.
        Publicatie = "P",
        /// Who cannot see, hear or click as others do.
        Toegankelijkheid = "T",
        /// What texts name outside themselves.
        Verwijzingen = "V",
        /// Plain language.
        Taal = "L",
        /// Figures in texts.
        Cijfers = "G",
    }
}

/// What a site or document says about rules.
#[derive(Debug, Clone, Default)]
pub struct Regels {
    /// About single rules.
    pub keuzes: Vec<Regelkeuze>,
    /// How heavily all rules of a family weigh, those apart that are named themselves.
    pub families: Vec<(Regelfamilie, Regelniveau)>,
}

impl Regels {
    /// What is said about a rule itself.
    pub fn over(&self, regel: Code) -> Option<&Regelkeuze> {
        self.keuzes.iter().find(|keuze| keuze.regel.value == regel)
    }

    /// How heavily a rule weighs, as is said of it or of its family.
    pub fn niveau(&self, regel: Code) -> Option<Regelniveau> {
        let own = self.over(regel).and_then(|keuze| keuze.niveau);
        let is_own = |(family, _): &&(Regelfamilie, Regelniveau)| regel.id().starts_with(family.word());
        own.or_else(|| self.families.iter().find(is_own).map(|(_, niveau)| *niveau))
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
