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
