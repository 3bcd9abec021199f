//! Kinds of document, and which stand under which.

use super::words::words;

words! {
    /// Kinds of document.
    OvereenkomstSoort {
        /// Agreements for four or five years (handbook line 257).
        Meerjarenafspraken = "meerjarenafspraken",
        /// Agreements for one year.
        Jaarafspraken = "jaarafspraken",
        /// A year's part of agreements for more years (line 194).
        Jaarschijf = "jaarschijf",
        /// Joint framework of several corporations (line 328).
        Raamovereenkomst = "raamovereenkomst",
        /// Overview of intended activities (Woningwet art. 43 lid 1).
        Bod = "bod",
        /// How parties work together (line 570).
        Spelregels = "spelregels",
        /// How it went, looking back on other agreements (line 624).
        Evaluatie = "evaluatie",
    }
}

impl OvereenkomstSoort {
    /// Whether parties bind themselves by it; an offer and a look back bind nobody.
    pub fn zijn_afspraken(self) -> bool {
        !matches!(self, Self::Bod | Self::Evaluatie)
    }

    /// Whether it means nothing without the document that it stands under.
    pub fn staat_niet_alleen(self) -> bool {
        matches!(self, Self::Jaarschijf | Self::Evaluatie)
    }

    /// Whether a document of this kind can stand under one of kind `boven`.
    pub fn kan_horen_bij(self, boven: Self) -> bool {
        match self {
            // A slice is one of agreements for more years (handbook lines 194 and 257).
            Self::Jaarschijf => matches!(boven, Self::Meerjarenafspraken | Self::Raamovereenkomst),
            // Below a joint framework, each corporation makes its own (line 328).
            Self::Meerjarenafspraken | Self::Jaarafspraken => boven == Self::Raamovereenkomst,
            Self::Evaluatie => boven.zijn_afspraken(),
            Self::Bod | Self::Spelregels => {
                matches!(
                    boven,
                    Self::Meerjarenafspraken
                        | Self::Jaarafspraken
                        | Self::Jaarschijf
                        | Self::Raamovereenkomst
                )
            }
            Self::Raamovereenkomst => false,
        }
    }
}
