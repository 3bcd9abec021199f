//! A base text, and the documents that are laid over it: one corporation in
//! several municipalities writes once what holds everywhere (handbook line 341).

use super::words::words;
use super::{AfspraakNummer, Slug};
use crate::markdown::Inline;
use crate::order::SortedSet;
use crate::source::{SourceId, Span, Spanned};

words! {
    /// Where a text comes from, in a document that has a base.
    Herkomst {
        /// From the base, word for word.
        Basis = "basis",
        /// Of this document alone.
        Eigen = "eigen",
        /// Of this document alone, in the place of what the base says.
        Vervangt = "vervangt",
    }
}

/// The base of a document, and what the document did with it.
#[derive(Debug, Clone)]
pub struct Basis {
    /// The folder of the base, as the document names it.
    pub naam: Spanned<Slug>,
    /// The base's `overeenkomst.md`.
    pub source: SourceId,
    /// The base's title.
    pub titel: String,
    /// What the document left out, with the reason.
    pub weggelaten: Vec<Weglating>,
    /// Files of the base that the document takes text from.
    pub bestanden: SortedSet<SourceId>,
    /// Files of the document of which the text is in the place of a file of the base.
    pub vervangende_bestanden: SortedSet<SourceId>,
    /// Files that add to one of the base.
    pub aanvullingen: SortedSet<SourceId>,
    /// Agreements that are in the place of one of the base with the same number.
    pub vervangen: SortedSet<AfspraakNummer>,
}

impl Basis {
    /// Where the text in a file comes from.
    pub fn herkomst_van_tekst(&self, source: SourceId) -> Herkomst {
        if self.bestanden.contains(&source) {
            Herkomst::Basis
        } else if self.vervangende_bestanden.contains(&source) {
            Herkomst::Vervangt
        } else {
            Herkomst::Eigen
        }
    }

    /// Where an agreement comes from, whose heading stands at `span`.
    pub fn herkomst_van_afspraak(&self, nummer: &AfspraakNummer, span: Span) -> Herkomst {
        if self.bestanden.contains(&span.source) {
            Herkomst::Basis
        } else if self.vervangen.contains(nummer) {
            Herkomst::Vervangt
        } else {
            Herkomst::Eigen
        }
    }

    /// Whether the file of the base was left out.
    pub fn is_weggelaten(&self, source: SourceId) -> bool {
        self.weggelaten.iter().any(|weglating| match &weglating.wat {
            Weggelaten::Deel { source: known, .. } => *known == source,
            Weggelaten::Afspraak { .. } | Weggelaten::Preambule => false,
        })
    }

    /// The agreement with this number that was left out.
    pub fn weggelaten_afspraak(&self, nummer: &str) -> Option<&Weglating> {
        self.weggelaten.iter().find(|weglating| match &weglating.wat {
            Weggelaten::Afspraak { nummer: known, .. } => known.as_str() == nummer,
            Weggelaten::Deel { afspraken, .. } => afspraken.iter().any(|known| known.as_str() == nummer),
            Weggelaten::Preambule => false,
        })
    }
}

/// Something of the base that a document leaves out.
#[derive(Debug, Clone)]
pub struct Weglating {
    /// What.
    pub wat: Weggelaten,
    /// Why, for readers.
    pub reden: String,
    /// Where the document says so.
    pub span: Span,
}

/// What a document leaves out.
#[derive(Debug, Clone)]
pub enum Weggelaten {
    /// An agreement.
    Afspraak {
        /// Its number in the base.
        nummer: AfspraakNummer,
        /// Its title there.
        titel: Vec<Inline>,
    },
    /// A whole chapter, theme or appendix.
    Deel {
        /// Its file in the base.
        source: SourceId,
        /// Its title in the base.
        titel: String,
        /// The agreements in it.
        afspraken: Vec<AfspraakNummer>,
    },
    /// The text of the base's `overeenkomst.md`.
    Preambule,
}

/// A base that is no document of its own (`alleen_basis`): it has no pages.
#[derive(Debug, Clone)]
pub struct Basistekst {
    /// Its `overeenkomst.md`.
    pub source: SourceId,
    /// The name of its folder.
    pub slug: Slug,
    /// Its title.
    pub titel: String,
}
