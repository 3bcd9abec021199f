//! Data beside the pages: what programs and auditors read.

mod afspraken;
pub mod canonical;
mod feed;
mod sitemap;

use crate::data::canonical::Canonicals;
use crate::model::{Overeenkomst, Project, WebAdres};
use crate::site::address::{self, OutputPath};
use crate::theme::labels::Labels;

/// What files for programs are made from. Nothing here knows the day of the
/// build: the same sources give the same file.
pub struct Desk<'a> {
    /// The whole model.
    pub project: &'a Project,
    /// Words.
    pub labels: &'a Labels,
    /// Where the site will stand, for addresses that lead to it from elsewhere.
    pub base_url: Option<&'a WebAdres>,
    /// Canonical texts and fingerprints.
    pub canonicals: &'a Canonicals<'a>,
}

impl Desk<'_> {
    /// The full address of a file of the site, when it is known where that will stand.
    pub fn address(&self, path: &str) -> Option<String> {
        self.base_url.map(|base| format!("{}{}", base.as_str(), address::relative("", path)))
    }
}

/// A file for programs: one file of code a kind, and its lines in the lists here.
#[derive(Debug, Clone, Copy)]
pub enum DataFile<'a> {
    /// The agreements of a document as a table.
    Afspraken(&'a Overeenkomst),
    /// What was decided when.
    Feed,
    /// The addresses of all pages.
    Sitemap,
}

impl<'a> DataFile<'a> {
    /// Those of a document.
    pub fn of_document(document: &'a Overeenkomst) -> Vec<Self> {
        vec![Self::Afspraken(document)]
    }

    /// Those of the site as a whole; `base_url` is where it will stand.
    pub fn of_site(_project: &'a Project, base_url: Option<&WebAdres>) -> Vec<Self> {
        let sitemap = base_url.map(|_| Self::Sitemap);
        std::iter::once(Self::Feed).chain(sitemap).collect()
    }

    /// Where it goes.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Afspraken(document) => format!("{}/afspraken.csv", document.slug),
            Self::Feed => feed::PATH.into(),
            Self::Sitemap => "sitemap.xml".into(),
        }
    }

    /// The label that says what is in it.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Afspraken(_) => "data-afspraken",
            Self::Feed => "data-feed",
            Self::Sitemap => "data-sitemap",
        }
    }

    /// The kind of file, as readers know it.
    pub fn soort(&self) -> &'static str {
        match self {
            Self::Afspraken(_) => "CSV",
            Self::Feed => "Atom",
            Self::Sitemap => "XML",
        }
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::Afspraken(_) => "text/csv",
            Self::Feed => feed::TYPE,
            Self::Sitemap => "application/xml",
        }
    }

    /// Its content.
    pub fn bytes(&self, desk: &Desk) -> Vec<u8> {
        match self {
            Self::Afspraken(document) => afspraken::csv(document, desk.labels),
            Self::Feed => feed::xml(desk),
            Self::Sitemap => sitemap::xml(desk),
        }
    }
}
