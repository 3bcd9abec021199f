//! The documents that are asked for beside the whole: extracts for one theme, party or
//! year (handbook lines 194 and 495).

use std::sync::Arc;

use super::words::words;
use super::{Jaar, Partij};
use crate::source::{Span, Spanned};

words! {
    /// Of what an extract is made.
    DocumentSoort {
        /// Of one theme.
        Thema = "thema",
        /// Of what one party does.
        Partij = "partij",
        /// Of what one year asks.
        Jaar = "jaar",
        /// One for each theme.
        Themas = "themas",
        /// One for each party that does something.
        Partijen = "partijen",
    }
}

/// An extract, or a row of them, as the sources ask for it.
#[derive(Debug, Clone)]
pub struct Documentwens {
    /// Where it is asked for.
    pub span: Span,
    /// Which.
    pub wat: Wens,
    /// Its title, when not the usual one.
    pub titel: Option<String>,
    /// Whether it is signed: themes may be documents of their own.
    pub ondertekenen: bool,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub enum Wens {
    /// The theme with this id.
    Thema(Spanned<String>),
    /// What a party does.
    Partij(Spanned<Arc<Partij>>),
    /// What a year asks.
    Jaar(Spanned<Jaar>),
    /// Each theme.
    Themas,
    /// Each party.
    Partijen,
}

impl Documentwens {
    /// Whether it asks for several at once.
    pub fn is_rij(&self) -> bool {
        matches!(self.wat, Wens::Themas | Wens::Partijen)
    }
}
