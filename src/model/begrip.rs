//! Glossary terms.

use std::collections::HashMap;
use std::ops::Deref;

use super::alfabet::sorteer;
use crate::source::{Span, Spanned, Stamp, Stamper, signs};

/// A term of the sector and what it means.
#[derive(Debug, Clone)]
pub struct Begrip {
    /// The term as readers meet it, often an abbreviation.
    pub term: String,
    /// What it stands for.
    pub voluit: Option<String>,
    /// What it means, in plain words.
    pub betekenis: String,
    /// Other words for it, by which texts may name it too.
    pub ook: Vec<String>,
    /// Terms that explain more.
    pub zie: Vec<Spanned<String>>,
    /// Where it was defined.
    pub span: Span,
    /// Its anchor on the glossary page.
    pub anker: String,
}

impl Begrip {
    /// A term with its meaning, defined at `span`.
    pub fn new(term: String, voluit: Option<String>, betekenis: String, span: Span) -> Self {
        let anker = slug::slugify(signs::as_read(&term));
        Self { term, voluit, betekenis, ook: Vec::new(), zie: Vec::new(), span, anker }
    }

    /// Stands for what the glossary says of it.
    pub fn stamp(&self) -> Stamp {
        let fields = [self.term.as_str(), self.voluit.as_deref().unwrap_or_default(), &self.betekenis];
        let stamp = |stamp: Stamper, field: &str| stamp.bytes(field.as_bytes());
        let stamper = fields.into_iter().fold(Stamper::default(), stamp).bytes(&[]);
        let stamper = self.ook.iter().map(String::as_str).fold(stamper, stamp).bytes(&[]);
        self.zie.iter().map(|term| term.value.as_str()).fold(stamper, stamp).stamp()
    }
}

impl Begrip {
    /// Every word by which texts may name it.
    pub fn namen(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.term).chain(&self.ook).map(String::as_str)
    }
}

/// The glossary: terms in the order of the alphabet.
#[derive(Debug, Clone, Default)]
pub struct Begrippen {
    begrippen: Vec<Begrip>,
    /// Where each stands, by its term and the other words for it, as names are compared.
    by_term: HashMap<String, usize>,
    /// Whether the site has a page for them.
    has_page: bool,
}

impl Begrippen {
    /// A glossary of these terms.
    pub fn new(mut begrippen: Vec<Begrip>) -> Self {
        sorteer(&mut begrippen, |begrip| &begrip.term);
        let names = begrippen.iter().enumerate().flat_map(|(index, begrip)| {
            let names = begrip.ook.iter().chain([&begrip.term]);
            names.map(move |name| (as_name(name), index))
        });
        let by_term = names.collect();
        let has_page = !begrippen.is_empty();
        Self { begrippen, by_term, has_page }
    }

    /// Some of them, for whoever shows no others.
    pub fn only(&self, which: impl Fn(&Begrip) -> bool) -> Self {
        let begrippen = self.begrippen.iter().filter(|begrip| which(begrip)).cloned().collect();
        Self { has_page: self.has_page, ..Self::new(begrippen) }
    }

    /// Whether the site has a page for them, also where only some are at hand.
    pub fn has_page(&self) -> bool {
        self.has_page
    }

    /// Stands for all that the glossary says.
    pub fn stamp(&self) -> Stamp {
        let terms = self.begrippen.iter().map(Begrip::stamp);
        Stamper::default().bytes(&[u8::from(self.has_page)]).with_all(terms).stamp()
    }

    /// The entry for `term`, whatever its capitals.
    pub fn find(&self, term: &str) -> Option<&Begrip> {
        self.by_term.get(&as_name(term)).map(|index| &self.begrippen[*index])
    }
}

/// By which two names are the same: to people, whatever their capitals.
pub fn as_name(term: &str) -> String {
    signs::as_read(term).to_lowercase()
}

impl Deref for Begrippen {
    type Target = [Begrip];

    fn deref(&self) -> &[Begrip] {
        &self.begrippen
    }
}
