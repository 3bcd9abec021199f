//! Makes pages: each with its template and with what stands on it (`view::page`).

use super::links::{HtmlPage, HtmlText};
use super::shared::Shared;
use crate::address;
use crate::diagnostic::Diagnostic;
use crate::model::Deel;
use crate::resolve::{Overview, Page};
use crate::view::View;
use crate::view::page::PageMaker;

/// Makes pages.
pub struct Pages<'a>(pub Shared<'a>);

impl Pages<'_> {
    /// Makes a page.
    pub fn render(&self, page: Page) -> Result<String, Diagnostic> {
        let shared = &self.0;
        let path = address::page(page);
        let medium = HtmlPage::new(shared, page, &path);
        let text = HtmlText(&medium);
        let make = PageMaker {
            view: View { project: shared.project, labels: shared.labels, medium: &medium },
            page,
            medium: &medium,
            text: &text,
            options: shared.options,
            files: shared.files,
            fingerprints: shared.fingerprints,
        };
        let templates = self.0.templates;
        match page {
            Page::Home => {
                shared.cards.keep(shared.project);
                templates.page("home.html", &make.home()?)
            }
            Page::Document(document) if document.is_licht() => {
                templates.page("licht.html", &make.light_page(document))
            }
            Page::Document(document) => templates.page("overeenkomst.html", &make.document_page(document)),
            Page::Part(document, index) => match &document.delen[index] {
                deel @ Deel::Thema(thema) => {
                    templates.page("thema.html", &make.theme_page(document, deel, thema))
                }
                deel @ Deel::Hoofdstuk(hoofdstuk) => {
                    templates.page("hoofdstuk.html", &make.chapter_page(document, deel, hoofdstuk))
                }
            },
            Page::Figures(document) => templates.page("cijfers.html", &make.figures_page(document)),
            Page::Progress(document) => templates.page("voortgang.html", &make.progress_page(document)),
            Page::Agreements(document) => templates.page("afspraken.html", &make.agreements_page(document)),
            Page::Whole(document) => templates.page("volledig.html", &make.whole_page(document)),
            Page::Plain(pagina) => templates.page("pagina.html", &make.plain(pagina)),
            Page::Glossary => templates.page("begrippen.html", &make.glossary()),
            Page::Overview(overview) => self.overview(overview, &make),
            Page::NotFound => templates.page("404.html", &make.not_found()),
        }
    }

    /// A page over all documents.
    fn overview(&self, overview: Overview, make: &PageMaker) -> Result<String, Diagnostic> {
        let templates = self.0.templates;
        match overview {
            Overview::Guide => templates.page("wegwijzer.html", &make.guide()),
            Overview::Verwijzingen => templates.page("verwijzingen.html", &make.register()),
            Overview::Beleid => templates.page("beleid.html", &make.policy()),
            Overview::Prioriteiten => templates.page("prioriteiten.html", &make.priorities()),
            Overview::Wetten => templates.page("wetten.html", &make.laws()),
            Overview::Voortgang => templates.page("voortgang-overzicht.html", &make.progress_overview()),
            Overview::Partijen => templates.page("partijen.html", &make.partijen()),
            Overview::Cijfers => templates.page("cijfers-alle.html", &make.all_figures()),
            Overview::Begin => templates.page("begin-hier.html", &make.begin()),
            Overview::Kalender => templates.page("kalender.html", &make.calendar()),
            Overview::Partij(partij) => templates.page("partij.html", &make.partij(partij)),
            Overview::Kenmerken(familie) => templates.page("kenmerken.html", &make.kenmerken(familie)),
            Overview::Kenmerk(kenmerk) => templates.page("kenmerk.html", &make.kenmerk(kenmerk)),
        }
    }
}
