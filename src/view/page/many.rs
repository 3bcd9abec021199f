//! Pages over all documents of a large site: of a country, or of a corporation in a hundred municipalities.
//!
//! As many documents as fit on a page are laid side by side on it. Of more than that nobody reads all; who comes looks
//! for one. So they are listed by the alphabet, and what is in one document is on its own pages alone.

use serde::Serialize;

use super::{LinkView, PageMaker};
use crate::model::{Gebied, Overeenkomst, sorteer};
use crate::order::SortedMap;

/// Documents below the letter with which the names of their areas begin.
#[derive(Debug, Clone, Serialize)]
pub struct LetterGroup {
    /// Anchor.
    pub anker: String,
    /// The letter.
    pub letter: String,
    /// The documents, by the name of the area.
    pub documenten: Vec<LetterLine>,
}

/// A document among others of the same letter.
#[derive(Debug, Clone, Serialize)]
pub struct LetterLine {
    /// The document.
    pub overeenkomst: LinkView,
    /// "Gemeente Zandstad", where its title does not say so.
    pub gebied: Option<String>,
}

impl PageMaker<'_> {
    /// Documents by the alphabet; anchors begin with `prefix`.
    pub(super) fn by_letter(&self, prefix: &str, documents: Vec<&Overeenkomst>) -> Vec<LetterGroup> {
        let mut named: Vec<(&str, &Overeenkomst)> =
            documents.into_iter().map(|document| (name(&document.gebied), document)).collect();
        sorteer(&mut named, |(name, _)| name);
        let mut letters: SortedMap<String, Vec<LetterLine>> = SortedMap::new();
        for (name, document) in named {
            let says_where = document.titel.contains(name);
            letters.get_or_default(letter(name)).push(LetterLine {
                overeenkomst: self.document_link(document),
                gebied: (!says_where).then(|| self.labels.gebied(&document.gebied)),
            });
        }
        let group = |(letter, documenten): (String, Vec<LetterLine>)| LetterGroup {
            anker: format!("{prefix}{}", letter.to_lowercase()),
            letter,
            documenten,
        };
        letters.into_iter().map(group).collect()
    }
}

fn name(gebied: &Gebied) -> &str {
    let (Gebied::Gemeente(naam) | Gebied::Regio(naam)) = gebied;
    naam
}

/// Under which letter people look: `’s-Hertogenbosch` is below the S, as the sorting has it.
fn letter(name: &str) -> String {
    slug::slugify(name).chars().next().map_or_else(|| "-".into(), |first| first.to_uppercase().to_string())
}
