//! Tables of figures on the pages: below a theme or in a chapter, beside the
//! agreement that they belong to, and all of a document together.

use crate::theme::cijfers::Cijferblad;
use serde::Serialize;

use super::contents::figures_anchor;
use super::{DocumentHead, DownloadView, Framed, LinkView, MenuItem, PageMaker, TocEntry};
use crate::model::{Cijfertabel, Optelling, Overeenkomst};
use crate::resolve::{DataFile, Page, anchors};
use crate::view::below_each_other;

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

/// Where one of its tables is.
fn table_anchor(prefix: &str, tabel: &Cijfertabel) -> String {
    format!("{prefix}{}", anchors::table(tabel))
}

impl PageMaker<'_> {
    /// The tables of a chapter; `prefix` stands before their anchors.
    pub(super) fn tables(
        &self,
        document: &Overeenkomst,
        tabellen: &[Cijfertabel],
        prefix: &str,
    ) -> Vec<FiguresView> {
        let view = if matches!(self.page, Page::Figures(_)) { self.view } else { self.within() };
        let figures = |tabel: &Cijfertabel| FiguresView {
            anker: table_anchor(prefix, tabel),
            bladen: view.figures(document, tabel),
        };
        tabellen.iter().map(figures).collect()
    }

    /// The heading above the tables, for the table of contents.
    pub(super) fn figures_entry(&self, prefix: &str, deeper: u8) -> TocEntry {
        TocEntry { niveau: 2 + deeper, ..TocEntry::new(self.labels.text("cijfers"), &figures_anchor(prefix)) }
    }

    /// The page with all figures of a document.
    pub fn figures_page(&self, document: &Overeenkomst) -> Framed<FiguresPage> {
        let with_figures = || document.delen.iter().filter(|deel| !deel.cijfers().is_empty());
        let hoofdstukken: Vec<FiguresChapter> = with_figures()
            .map(|deel| {
                let prefix = anchors::prefix(deel.slug().as_str());
                FiguresChapter {
                    anker: figures_anchor(&prefix),
                    hoofdstuk: self.part_link(document, deel),
                    tabellen: self.tables(document, deel.cijfers(), &prefix),
                }
            })
            .collect();
        let overzichten = self.totals(document);
        let first = (!overzichten.is_empty())
            .then(|| TocEntry::new(self.labels.text("cijfers-overzicht"), "_overzicht"));
        let rest =
            hoofdstukken.iter().map(|chapter| TocEntry::new(chapter.hoofdstuk.titel.clone(), &chapter.anker));
        self.frame(self.described_place(document, "cijfers-beschrijving")).around(FiguresPage {
            overeenkomst: self.head(document),
            delen: self.menu(document),
            inhoud: first.into_iter().chain(rest).collect(),
            overzichten,
            hoofdstukken,
            bestand: self.download(DataFile::Cijfers(document), self.labels.text("cijfers-bestand")),
        })
    }

    /// What each party spends by year, by the whole document.
    fn totals(&self, document: &Overeenkomst) -> Vec<FiguresView> {
        let sums = Optelling::van_investeringen(&[document]);
        sums.iter()
            .enumerate()
            .map(|(index, sum)| {
                let titel = self.labels.text("cijfers-investeringen-samen");
                FiguresView {
                    anker: format!("_samen-{}", index + 1),
                    bladen: below_each_other(self.labels.optelblad(titel, sum, None)),
                }
            })
            .collect()
    }
}
