//! Makes pages: each with its template and with what stands on it (`view::page`).

use std::sync::Arc;

use super::cards::Cards;
use super::links::{HtmlPage, HtmlText};
use super::shared::Shared;
use super::templates::Templates;
use crate::address;
use crate::data::canonical::Canonicals;
use crate::diagnostic::Diagnostic;
use crate::model::{Deel, Project};
use crate::resolve::{Overview, Page};
use crate::source::Sources;
use crate::theme::labels::Labels;
use crate::view::View;
use crate::view::page::{PageMaker, SiteOptions};

/// Makes pages.
pub struct Pages<'a> {
    shared: Shared<'a>,
}

impl<'a> Pages<'a> {
    /// Prepares the pages of `project`.
    pub fn new(
        project: &'a Project,
        sources: &'a Sources,
        labels: &'a Labels,
        templates: &'a Templates,
        cards: &'a Cards,
        canonicals: Arc<Canonicals<'a>>,
        options: SiteOptions,
    ) -> Self {
        Self { shared: Shared::new(project, sources, labels, templates, cards, canonicals, options) }
    }

    /// Makes a page.
    pub fn render(&self, page: Page) -> Result<String, Diagnostic> {
        let shared = &self.shared;
        let path = address::page(page);
        let medium = HtmlPage::new(&self.shared, page, &path);
        let text = HtmlText(&medium);
        let make = PageMaker {
            view: View { project: shared.project, labels: shared.labels, medium: &medium },
            page,
            medium: &medium,
            text: &text,
            options: &shared.options,
            sources: shared.sources,
            canonicals: &shared.canonicals,
        };
        let templates = self.shared.templates;
        match page {
            Page::Home => {
                shared.cards.keep(shared.project);
                templates.render("home.html", &make.home()?)
            }
            Page::Document(document) if document.is_licht() => {
                templates.render("licht.html", &make.light_page(document))
            }
            Page::Document(document) => templates.render("overeenkomst.html", &make.document_page(document)),
            Page::Part(document, index) => match &document.delen[index] {
                deel @ Deel::Thema(thema) => {
                    templates.render("thema.html", &make.theme_page(document, deel, thema))
                }
                deel @ Deel::Hoofdstuk(hoofdstuk) => {
                    templates.render("hoofdstuk.html", &make.chapter_page(document, deel, hoofdstuk))
                }
            },
            Page::Figures(document) => templates.render("cijfers.html", &make.figures_page(document)),
            Page::Progress(document) => templates.render("voortgang.html", &make.progress_page(document)),
            Page::Agreements(document) => templates.render("afspraken.html", &make.agreements_page(document)),
            Page::Whole(document) => templates.render("volledig.html", &make.whole_page(document)),
            Page::Plain(pagina) => templates.render("pagina.html", &make.plain(pagina)),
            Page::Glossary => templates.render("begrippen.html", &make.glossary()),
            Page::Overview(overview) => self.overview(overview, &make),
            Page::NotFound => templates.render("404.html", &make.not_found()),
        }
    }

    /// A page over all documents.
    fn overview(&self, overview: Overview, make: &PageMaker) -> Result<String, Diagnostic> {
        let templates = self.shared.templates;
        match overview {
            Overview::Guide => templates.render("wegwijzer.html", &make.guide()),
            Overview::Verwijzingen => templates.render("verwijzingen.html", &make.register()),
            Overview::Beleid => templates.render("beleid.html", &make.policy()),
            Overview::Prioriteiten => templates.render("prioriteiten.html", &make.priorities()),
            Overview::Wetten => templates.render("wetten.html", &make.laws()),
            Overview::Voortgang => templates.render("voortgang-overzicht.html", &make.progress_overview()),
            Overview::Partijen => templates.render("partijen.html", &make.partijen()),
            Overview::Cijfers => templates.render("cijfers-alle.html", &make.all_figures()),
            Overview::Begin => templates.render("begin-hier.html", &make.begin()),
            Overview::Kalender => templates.render("kalender.html", &make.calendar()),
            Overview::Partij(partij) => templates.render("partij.html", &make.partij(partij)),
            Overview::Kenmerken(familie) => templates.render("kenmerken.html", &make.kenmerken(familie)),
            Overview::Kenmerk(kenmerk) => templates.render("kenmerk.html", &make.kenmerk(kenmerk)),
        }
    }
}
