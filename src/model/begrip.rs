//! Glossary terms.

use crate::source::{Span, Stamp, Stamper};

/// A term of the sector and what it means.
#[derive(Debug, Clone)]
pub struct Begrip {
    /// The term as readers meet it, often an abbreviation.
    pub term: String,
    /// What it stands for.
    pub voluit: Option<String>,
    /// What it means, in plain words.
    pub betekenis: String,
    /// Where it was defined.
    pub span: Span,
}

impl Begrip {
    /// Its anchor on the glossary page.
    pub fn anker(&self) -> String {
        slug::slugify(&self.term)
    }

    /// Stands for what the glossary says of it.
    pub fn stamp(&self) -> Stamp {
        let fields = [self.term.as_str(), self.voluit.as_deref().unwrap_or_default(), &self.betekenis];
        fields.into_iter().fold(Stamper::default(), |stamp, field| stamp.bytes(field.as_bytes())).stamp()
    }
}
