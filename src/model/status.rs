//! How far a document is, and where that puts it on a given day.

use super::words::words;

words! {
    /// How far a document is. The order is that of time.
    Status {
        /// Being written.
        Concept = "concept",
        /// Negotiators agree (end of October: practice, line b13).
        Onderhandelakkoord = "onderhandelakkoord",
        /// Adopted by the parties' governing bodies.
        Vastgesteld = "vastgesteld",
        /// Signed by all parties.
        Ondertekend = "ondertekend",
        /// No longer valid.
        Vervallen = "vervallen",
    }
}

/// Where a document stands on a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fase {
    /// Made and in force: Woningwet art. 44a lid 2 wants these found.
    VanKracht,
    /// Made, with a term that is still to begin.
    Aanstaand,
    /// Not yet agreed.
    InDeMaak,
    /// Made, but no agreement: an offer, or a look back on agreements.
    Achtergrond,
    /// Past its term, or withdrawn.
    Archief,
}

impl Fase {
    /// All of them, in the order in which readers look for them.
    pub const ALL: [Self; 5] =
        [Self::VanKracht, Self::Aanstaand, Self::InDeMaak, Self::Achtergrond, Self::Archief];
}
