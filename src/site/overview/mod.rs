//! Pages over all documents: one file a kind, and its lines in the list here.
//!
//! Such a page shows what several documents say, so that it is made anew when
//! any of them changes. All of them are reached from the guide.

mod guide;
mod partij;

use super::address::OutputPath;
use super::pages::{PagePlace, Pages};
use crate::diagnostic::Diagnostic;
use crate::model::{Partij, Project};

/// A page over all documents.
#[derive(Debug, Clone, Copy)]
pub enum Overview<'a> {
    /// The guide to all others ("wegwijzer").
    Guide,
    /// What a party does, over all documents.
    Partij(&'a Partij),
}

impl<'a> Overview<'a> {
    /// Those of a project, in the order of the guide. Which there are depends on
    /// `site.yaml` and on which files there are, never on the text of a
    /// document, so that the paths of a site seldom change.
    pub fn all(project: &'a Project) -> Vec<Self> {
        let partijen = project.site.partijen.iter().map(|partij| Self::Partij(partij));
        std::iter::once(Self::Guide).chain(partijen).collect()
    }

    /// Where it goes.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Guide => "wegwijzer.html".into(),
            Self::Partij(partij) => format!("partijen/{}.html", partij.id.as_str()),
        }
    }
}

impl Pages<'_> {
    pub(super) fn overview(&self, overview: Overview, path: &str) -> Result<String, Diagnostic> {
        match overview {
            Overview::Guide => self.templates.render("wegwijzer.html", &self.guide(path)),
            Overview::Partij(partij) => self.templates.render("partij.html", &self.partij(partij, path)),
        }
    }

    /// The place of an overview below the guide.
    fn overview_place(&self, path: &str, titel: String, beschrijving: Option<String>) -> PagePlace {
        let guide = self.link(path, &Overview::Guide.path(), self.labels.text("titel-wegwijzer"));
        PagePlace {
            titel,
            beschrijving,
            overzicht: Some(guide.clone()),
            above: vec![guide],
            ..PagePlace::default()
        }
    }
}
