//! Data beside the pages: what programs and auditors read.

mod afspraken;
pub mod canonical;

use crate::model::{Overeenkomst, Project};
use crate::site::address::OutputPath;
use crate::theme::labels::Labels;

/// A file for programs: one file of code a kind, and its lines in the lists here.
#[derive(Debug, Clone, Copy)]
pub enum DataFile<'a> {
    /// The agreements of a document as a table.
    Afspraken(&'a Overeenkomst),
}

impl<'a> DataFile<'a> {
    /// Those of a document.
    pub fn of_document(document: &'a Overeenkomst) -> Vec<Self> {
        vec![Self::Afspraken(document)]
    }

    /// Those of the site as a whole.
    pub fn of_site(_project: &'a Project) -> Vec<Self> {
        Vec::new()
    }

    /// Where it goes.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Afspraken(document) => format!("{}/afspraken.csv", document.slug),
        }
    }

    /// The label that says what is in it.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Afspraken(_) => "data-afspraken",
        }
    }

    /// The kind of file, as readers know it.
    pub fn soort(&self) -> &'static str {
        match self {
            Self::Afspraken(_) => "CSV",
        }
    }

    /// Its content, worded by `labels`.
    pub fn bytes(&self, labels: &Labels) -> Vec<u8> {
        match self {
            Self::Afspraken(document) => afspraken::csv(document, labels),
        }
    }
}
