//! What is printed, and all that it is made from.

use super::world::PdfTheme;
use crate::data::canonical::Fingerprint;
use crate::model::{Documentvorm, Overeenkomst, Partij, Project, Uittreksel, WebAdres};
use crate::resolve::Resolver;
use crate::source::Files;
use crate::theme::labels::Labels;

/// Which copy of a document.
#[derive(Debug, Clone, Copy)]
pub enum Copy<'a> {
    /// The one that goes online.
    Publication,
    /// One to print and sign.
    Signing {
        /// Its number, from 1.
        number: usize,
        /// Whose it is.
        partij: &'a Partij,
    },
}

/// What is printed: a document or an extract of it, as one of its copies.
#[derive(Debug, Clone, Copy)]
pub struct Print<'a> {
    /// The document.
    pub document: &'a Overeenkomst,
    /// What of it; nothing stands for all.
    pub uittreksel: Option<Uittreksel<'a>>,
    /// Which copy.
    pub copy: Copy<'a>,
}

impl Print<'_> {
    /// The theme's file for this kind of copy.
    pub(super) fn template(&self) -> &'static str {
        match (self.copy, self.uittreksel, self.document.vorm) {
            (Copy::Publication, Some(_), _) => "/pdf/uittreksel.typ",
            (Copy::Publication, None, Documentvorm::Licht) => "/pdf/publicatie-licht.typ",
            (Copy::Publication, None, Documentvorm::Gewoon) => "/pdf/publicatie.typ",
            (Copy::Signing { .. }, _, Documentvorm::Licht) => "/pdf/tekenexemplaar-licht.typ",
            (Copy::Signing { .. }, _, Documentvorm::Gewoon) => "/pdf/tekenexemplaar.typ",
        }
    }

    /// What an editor calls it.
    pub(super) fn naam(&self) -> String {
        let copy = match self.copy {
            Copy::Publication => "publicatie".to_owned(),
            Copy::Signing { partij, .. } => format!("tekenexemplaar van {}", partij.kort),
        };
        match self.uittreksel {
            None => copy,
            Some(uittreksel) => format!("{copy}, uittreksel {}", uittreksel.keuze.naam()),
        }
    }

    /// What tells this file from all others; the same for the same document.
    pub(super) fn identity(&self) -> String {
        let which = match self.copy {
            Copy::Publication => "publicatie".to_owned(),
            Copy::Signing { number, .. } => format!("tekenexemplaar-{number}"),
        };
        match self.uittreksel {
            None => format!("{}/{which}", self.document.slug),
            Some(uittreksel) => format!("{}/{}-{which}", self.document.slug, uittreksel.keuze.naam()),
        }
    }
}

/// What one copy of a document is made from.
pub struct Press<'a> {
    /// The whole model.
    pub project: &'a Project,
    /// Pictures, and the paths of sources.
    pub files: Files<'a>,
    /// Where pages are, for links to other documents.
    pub resolver: Resolver<'a>,
    /// Templates and fonts.
    pub theme: &'a PdfTheme,
    /// Words.
    pub labels: &'a Labels,
    /// Where the site will stand.
    pub base_url: Option<&'a WebAdres>,
    /// What the text of the document is told by.
    pub fingerprint: Fingerprint,
    /// What is printed.
    pub print: Print<'a>,
}
