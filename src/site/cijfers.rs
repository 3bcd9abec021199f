//! Tables of figures on the pages: below a theme or in a chapter, beside the
//! agreement that they belong to, and all of a document together.

use super::links::PageSurroundings;
use super::pages::{PagePlace, Pages};
use super::view::{DownloadView, FiguresChapter, FiguresPage, FiguresView, TocEntry};
use crate::data::DataFile;
use crate::model::{Cijfertabel, Optelling, Overeenkomst};
use crate::resolve::{Place, anchors};
use crate::view::below_each_other;

/// Where the tables of a chapter begin.
pub(super) fn figures_anchor(prefix: &str) -> String {
    format!("{prefix}_cijfers")
}

/// Where one of its tables is.
fn table_anchor(prefix: &str, tabel: &Cijfertabel) -> String {
    format!("{prefix}{}", anchors::table(tabel))
}

impl Pages<'_> {
    /// The tables of a chapter; `prefix` stands before their anchors.
    pub(super) fn figures(
        &self,
        tabellen: &[Cijfertabel],
        surroundings: &PageSurroundings,
        prefix: &str,
    ) -> Vec<FiguresView> {
        let Some(document) = surroundings.document() else { return Vec::new() };
        let view = surroundings.view();
        let figures = |tabel: &Cijfertabel| FiguresView {
            anker: table_anchor(prefix, tabel),
            bladen: view.figures(document, tabel),
        };
        tabellen.iter().map(figures).collect()
    }

    /// The heading above the tables, for the table of contents.
    pub(super) fn figures_entry(&self, prefix: &str, deeper: u8) -> TocEntry {
        TocEntry {
            nummer: None,
            titel: self.labels.text("cijfers"),
            href: format!("#{}", figures_anchor(prefix)),
            niveau: 2 + deeper,
        }
    }

    /// The page with all figures of a document.
    pub(super) fn figures_page(&self, document: &Overeenkomst, path: &str) -> FiguresPage {
        let surroundings = PageSurroundings::of(self, Place::Document(document), path);
        let with_figures = || document.delen.iter().filter(|deel| !deel.cijfers().is_empty());
        let hoofdstukken: Vec<FiguresChapter> = with_figures()
            .map(|deel| {
                let prefix = format!("{}--", deel.slug());
                FiguresChapter {
                    anker: figures_anchor(&prefix),
                    hoofdstuk: self.part_link(path, document, deel),
                    tabellen: self.figures(deel.cijfers(), &surroundings, &prefix),
                }
            })
            .collect();
        let overzichten = self.totals(document);
        let entry = |titel: String, anker: &str| TocEntry {
            nummer: None,
            titel,
            href: format!("#{anker}"),
            niveau: 2,
        };
        let first =
            (!overzichten.is_empty()).then(|| entry(self.labels.text("cijfers-overzicht"), "_overzicht"));
        let rest = hoofdstukken.iter().map(|chapter| entry(chapter.hoofdstuk.titel.clone(), &chapter.anker));
        let place = PagePlace {
            beschrijving: Some(self.labels.with("cijfers-beschrijving", &[("titel", &document.titel)])),
            ..self.place_in(document, path)
        };
        let file = DataFile::Cijfers(document);
        FiguresPage {
            kader: self.frame(path, place),
            overeenkomst: self.head(path, document),
            delen: self.menu(document, path),
            inhoud: first.into_iter().chain(rest).collect(),
            overzichten,
            hoofdstukken,
            bestand: DownloadView {
                titel: self.labels.text("cijfers-bestand"),
                href: self.href(path, &file.path()),
                soort: file.soort().into(),
            },
        }
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
