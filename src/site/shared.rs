//! What all pages share that can look at the same.

use super::cards::Cards;
use super::templates::Templates;
use crate::address;
use crate::data::canonical::Fingerprints;
use crate::model::Project;
use crate::resolve::Resolver;
use crate::source::Files;
use crate::theme::labels::Labels;
use crate::view::page::SiteOptions;

/// What pages are made of.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    /// What of the model they can look at.
    pub project: &'a Project,
    /// Pictures and files.
    pub files: Files<'a>,
    /// Where links lead.
    pub resolver: Resolver<'a>,
    /// Words.
    pub labels: &'a Labels,
    /// Templates.
    pub templates: &'a Templates,
    /// Cards that were made before.
    pub cards: &'a Cards,
    /// Date, address, files.
    pub options: &'a SiteOptions,
    /// Fingerprints of documents.
    pub fingerprints: &'a Fingerprints,
}

impl Shared<'_> {
    /// The way from one page to another. The page for addresses that do not
    /// exist may be shown at any depth, so that only full addresses lead on from it.
    pub fn href(&self, from: &str, to: &str) -> String {
        match &self.options.base_url {
            Some(base) if from == address::NOT_FOUND => {
                format!("{}{}", base.as_str(), address::relative("", to))
            }
            _ => address::relative(from, to),
        }
    }
}
