//! What all pages share.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::cards::Cards;
use super::templates::Templates;
use crate::address;
use crate::data::canonical::Canonicals;
use crate::model::Project;
use crate::picture;
use crate::resolve::Resolver;
use crate::source::{ContentPath, Sources};
use crate::theme::labels::Labels;
use crate::view::page::SiteOptions;

/// What all pages share, worked out once.
pub struct Shared<'a> {
    /// The whole model.
    pub project: &'a Project,
    /// Pictures and files.
    pub sources: &'a Sources,
    /// Where links lead.
    pub resolver: Resolver<'a>,
    /// Words.
    pub labels: &'a Labels,
    /// Templates.
    pub templates: &'a Templates,
    /// Cards that were made before.
    pub cards: &'a Cards,
    /// Date, address, files.
    pub options: SiteOptions,
    /// Canonical texts and fingerprints.
    pub canonicals: Arc<Canonicals<'a>>,
    /// Sizes of pictures, each read when it is first asked for.
    picture_sizes: Mutex<HashMap<ContentPath, Option<picture::Size>>>,
}

impl<'a> Shared<'a> {
    /// For the pages of `project`.
    pub fn new(
        project: &'a Project,
        sources: &'a Sources,
        labels: &'a Labels,
        templates: &'a Templates,
        cards: &'a Cards,
        canonicals: Arc<Canonicals<'a>>,
        options: SiteOptions,
    ) -> Self {
        let resolver = Resolver::new(project, sources);
        let picture_sizes = Mutex::default();
        Self { project, sources, resolver, labels, templates, cards, options, canonicals, picture_sizes }
    }

    /// Width and height of a picture in pixels.
    pub fn picture_size(&self, path: &ContentPath) -> Option<picture::Size> {
        // Whoever panicked while holding the lock left whole entries.
        let sizes = || self.picture_sizes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = sizes().get(path) {
            return *known;
        }
        let size = self
            .sources
            .media()
            .get(path)
            .and_then(|file| picture::size(path, picture::published(path, file)));
        sizes().insert(path.clone(), size);
        size
    }

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
