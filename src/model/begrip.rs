//! Glossary terms.

use crate::source::Span;

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
}
