//! What templates get of tables of figures, and of the pages that are full of them.

use serde::Serialize;

use super::{DocumentHead, DownloadView, Frame, LinkView, MenuItem, TocEntry};
use crate::theme::cijfers::Cijferblad;

/// A table of figures: `delen/cijfertabel.html`.
#[derive(Debug, Clone, Serialize)]
pub struct FiguresView {
    /// Anchor.
    pub anker: String,
    /// The table itself, and its divisions.
    pub bladen: Vec<Cijferblad>,
}

/// Figures that belong to an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementFigures {
    /// What they are of, linked to their table.
    pub tabel: LinkView,
    /// Whose they are: short name of the party.
    pub partij: String,
    /// What the row is called, when it has a name of its own.
    pub naam: Option<String>,
    /// The figures in words.
    pub cijfers: String,
    /// Numbers of other agreements that they belong to as well.
    pub samen_met: Vec<String>,
}

/// All figures of a document: `cijfers.html`.
#[derive(Debug, Clone, Serialize)]
pub struct FiguresPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The side menu.
    pub delen: Vec<MenuItem>,
    /// The headings of this page.
    pub inhoud: Vec<TocEntry>,
    /// What each party spends by year, price level by price level.
    pub overzichten: Vec<FiguresView>,
    /// The tables, chapter by chapter.
    pub hoofdstukken: Vec<FiguresChapter>,
    /// The figures as a file.
    pub bestand: DownloadView,
}

/// The tables of a chapter.
#[derive(Debug, Clone, Serialize)]
pub struct FiguresChapter {
    /// Anchor of its heading.
    pub anker: String,
    /// The chapter.
    pub hoofdstuk: LinkView,
    /// Its tables.
    pub tabellen: Vec<FiguresView>,
}

/// The figures of all documents: `cijfers-alle.html`.
#[derive(Debug, Clone, Serialize)]
pub struct AllFiguresPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// Documents that are made, and those in the making; only groups that hold figures.
    pub groepen: Vec<AllFiguresGroup>,
}

/// Documents whose figures are added up.
#[derive(Debug, Clone, Serialize)]
pub struct AllFiguresGroup {
    /// For class names and anchors.
    pub id: &'static str,
    /// Heading.
    pub titel: String,
    /// One sentence on which documents these are.
    pub uitleg: String,
    /// Their pages of figures.
    pub documenten: Vec<LinkView>,
    /// Sums.
    pub tabellen: Vec<FiguresView>,
}
