//! Glossary terms.

use std::collections::HashMap;
use std::ops::Deref;

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
    /// Its anchor on the glossary page.
    pub anker: String,
}

impl Begrip {
    /// A term with its meaning, defined at `span`.
    pub fn new(term: String, voluit: Option<String>, betekenis: String, span: Span) -> Self {
        let anker = slug::slugify(&term);
        Self { term, voluit, betekenis, span, anker }
    }

    /// Stands for what the glossary says of it.
    pub fn stamp(&self) -> Stamp {
        let fields = [self.term.as_str(), self.voluit.as_deref().unwrap_or_default(), &self.betekenis];
        fields.into_iter().fold(Stamper::default(), |stamp, field| stamp.bytes(field.as_bytes())).stamp()
    }
}

/// The glossary: terms in the order of the alphabet.
#[derive(Debug, Clone, Default)]
pub struct Begrippen {
    begrippen: Vec<Begrip>,
    /// Where each stands, by its term in lower case.
    by_term: HashMap<String, usize>,
}

impl Begrippen {
    /// A glossary of these terms.
    pub fn new(mut begrippen: Vec<Begrip>) -> Self {
        begrippen.sort_by_cached_key(|begrip| begrip.term.to_lowercase());
        let by_term =
            begrippen.iter().enumerate().map(|(index, begrip)| (begrip.term.to_lowercase(), index)).collect();
        Self { begrippen, by_term }
    }

    /// The entry for `term`, whatever its capitals.
    pub fn find(&self, term: &str) -> Option<&Begrip> {
        self.by_term.get(&term.to_lowercase()).map(|index| &self.begrippen[*index])
    }
}

impl Deref for Begrippen {
    type Target = [Begrip];

    fn deref(&self) -> &[Begrip] {
        &self.begrippen
    }
}
