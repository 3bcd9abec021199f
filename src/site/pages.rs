//! Makes pages: each with its template and with what stands on it (`view::page`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::address;
use super::cards::Cards;
use super::links::{HtmlPage, HtmlText};
use super::templates::Templates;
use crate::data::canonical::Canonicals;
use crate::diagnostic::Diagnostic;
use crate::model::{Deel, Project};
use crate::picture;
use crate::resolve::{Overview, Page, Resolver};
use crate::source::{ContentPath, Sources};
use crate::theme::labels::Labels;
use crate::view::View;
use crate::view::page::{PageMaker, SiteOptions};

/// Makes pages. Holds what all pages share, worked out once.
pub struct Pages<'a> {
    pub(super) project: &'a Project,
    pub(super) sources: &'a Sources,
    pub(super) resolver: Resolver<'a>,
    pub(super) labels: &'a Labels,
    pub(super) templates: &'a Templates,
    pub(super) cards: &'a Cards,
    pub(super) options: SiteOptions,
    pub(super) canonicals: Arc<Canonicals<'a>>,
    /// Sizes of pictures, each read when it is first asked for.
    picture_sizes: Mutex<HashMap<ContentPath, Option<picture::Size>>>,
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
        let resolver = Resolver::new(project, sources);
        let picture_sizes = Mutex::default();
        Self { project, sources, resolver, labels, templates, cards, options, canonicals, picture_sizes }
    }

    /// Makes a page.
    pub fn render(&self, page: Page) -> Result<String, Diagnostic> {
        let path = address::page(page);
        let medium = HtmlPage::new(self, page, &path);
        let text = HtmlText(&medium);
        let make = PageMaker {
            view: View { project: self.project, labels: self.labels, medium: &medium },
            page,
            medium: &medium,
            text: &text,
            options: &self.options,
            sources: self.sources,
            canonicals: &self.canonicals,
        };
        let templates = self.templates;
        match page {
            Page::Home => {
                self.keep_cards();
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
        let templates = self.templates;
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

    pub(super) fn picture_size(&self, path: &ContentPath) -> Option<picture::Size> {
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
    pub(super) fn href(&self, from: &str, to: &str) -> String {
        match &self.options.base_url {
            Some(base) if from == address::NOT_FOUND => {
                format!("{}{}", base.as_str(), address::relative("", to))
            }
            _ => address::relative(from, to),
        }
    }
}
