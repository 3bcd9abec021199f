//! What each page shows: the model worded, dated and linked.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ecow::EcoString;
use serde_json::Value;

use super::address;
use super::cards::Cards;
use super::links::PageSurroundings;
use super::templates::Templates;
use super::view::{
    ContactView, Crumb, Frame, GlossaryPage, HomeGroup, HomeView, LinkView, MenuItem, NotFoundPage, PageView,
    PictureView, PlainPage, SiteView, TermView,
};
use crate::data::canonical::Canonicals;
use crate::diagnostic::Diagnostic;
use crate::markdown::html::HtmlWriter;
use crate::model::{
    Begrip, Contact, Datum, Deel, Fase, Overeenkomst, OvereenkomstSoort, Pagina, Project, WebAdres,
};
use crate::picture;
use crate::resolve::Overview;
use crate::resolve::{Page, Place, Resolver};
use crate::source::{ContentPath, Sources};
use crate::theme::labels::Labels;
use crate::theme::wording::fase_id;

/// What a page depends on beside the model and the theme.
#[derive(Debug, Clone)]
pub struct SiteOptions {
    /// The day that decides what is in force.
    pub date: Datum,
    /// Where the site will stand.
    pub base_url: Option<WebAdres>,
    /// Whether PDFs are made, so that pages may link to them.
    pub with_pdf: bool,
}

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
        match page {
            Page::Home => self.templates.render("home.html", &self.home(&path)?),
            Page::Document(document) if document.is_licht() => {
                self.templates.render("licht.html", &self.light_page(document, &path))
            }
            Page::Document(document) => {
                self.templates.render("overeenkomst.html", &self.document(document, &path))
            }
            Page::Part(document, index) => match &document.delen[index] {
                Deel::Thema(thema) => self
                    .templates
                    .render("thema.html", &self.theme_page(document, &document.delen[index], thema, &path)),
                Deel::Hoofdstuk(hoofdstuk) => self.templates.render(
                    "hoofdstuk.html",
                    &self.chapter_page(document, &document.delen[index], hoofdstuk, &path),
                ),
            },
            Page::Figures(document) => {
                self.templates.render("cijfers.html", &self.figures_page(document, &path))
            }
            Page::Progress(document) => {
                self.templates.render("voortgang.html", &self.progress_page(document, &path))
            }
            Page::Agreements(document) => {
                self.templates.render("afspraken.html", &self.agreements_page(document, &path))
            }
            Page::Whole(document) => {
                self.templates.render("volledig.html", &self.whole_page(document, &path))
            }
            Page::Plain(pagina) => self.templates.render("pagina.html", &self.plain(pagina, &path)),
            Page::Glossary => self.templates.render("begrippen.html", &self.glossary(&path)),
            Page::Overview(overview) => self.overview(overview, &path),
            Page::NotFound => self.templates.render("404.html", &self.not_found(&path)),
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

    pub(super) fn link(&self, from: &str, to: &str, titel: impl Into<String>) -> LinkView {
        LinkView { titel: titel.into(), href: self.href(from, to) }
    }

    /// Everything around the content of a page.
    pub(super) fn frame(&self, path: &str, place: PagePlace) -> Frame {
        let mut kruimels = Vec::new();
        if path != address::HOME {
            kruimels
                .push(Crumb { titel: self.labels.text("home"), href: Some(self.href(path, address::HOME)) });
            kruimels.extend(
                place.above.into_iter().map(|link| Crumb { titel: link.titel, href: Some(link.href) }),
            );
            kruimels.push(Crumb { titel: place.titel.clone(), href: None });
        }
        let base = self.options.base_url.as_ref().map(WebAdres::as_str);
        let wortel = match base {
            Some(base) if path == address::NOT_FOUND => base.to_owned(),
            _ => address::root(path),
        };
        let adres = base
            .filter(|_| path != address::NOT_FOUND)
            .map(|base| format!("{base}{}", address::relative("", path)));
        let gegevens = self.linked_data(path, &kruimels, place.gegevens);
        Frame {
            site: self.site(path),
            pagina: PageView {
                gegevens,
                titel: place.titel,
                beschrijving: place.beschrijving,
                wortel,
                adres,
                kruimels,
                vorige: place.vorige,
                volgende: place.volgende,
                overzicht: place.overzicht,
                begin: place.begin_hier.then(|| self.route_link(path)),
            },
        }
    }

    fn site(&self, path: &str) -> SiteView {
        let site = &self.project.site;
        let item =
            |titel: String, to: &str| MenuItem { titel, href: self.href(path, to), actief: path == to };
        let guide = address::overview(Overview::Guide);
        let mut menu = vec![
            item(self.labels.text("home"), address::HOME),
            item(self.labels.text("titel-wegwijzer"), &guide),
        ];
        menu.extend(
            self.project
                .paginas
                .iter()
                .map(|pagina| item(pagina.titel.clone(), &address::plain(&pagina.slug))),
        );
        if !self.project.begrippen.is_empty() {
            menu.push(item(self.labels.text("titel-begrippen"), address::GLOSSARY));
        }
        SiteView {
            naam: site.naam.clone(),
            ondertitel: site.ondertitel.clone(),
            logo: site.huisstijl.logo.as_ref().map(|logo| self.logo(path, &logo.value)),
            menu,
            contact: site.contact.as_ref().map(contact),
            corporatie: site.corporatie.as_ref().map(|partij| partij.naam.clone()),
        }
    }

    pub(super) fn logo(&self, path: &str, logo: &ContentPath) -> PictureView {
        let size = self.picture_size(logo);
        PictureView {
            href: self.href(path, &address::media(logo)),
            alt: String::new(),
            breedte: size.map(|(width, _)| width),
            hoogte: size.map(|(_, height)| height),
        }
    }

    fn home(&self, path: &str) -> Result<HomeView, Diagnostic> {
        self.keep_cards();
        let mut groepen = Vec::new();
        let mut first = None;
        for phase in Fase::ALL {
            let id = fase_id(phase);
            let documents = self.project.overeenkomsten.iter().map(|document| &**document);
            let mut documents: Vec<&Overeenkomst> =
                documents.filter(|document| document.fase(self.options.date) == phase).collect();
            // The newest term first.
            self.in_families(&mut documents, phase);
            first = first.or(documents.first().copied());
            if !documents.is_empty() {
                groepen.push(HomeGroup {
                    id,
                    titel: self.labels.text(&format!("groep-{id}")),
                    uitleg: self.labels.text(&format!("groep-{id}-uitleg")),
                    kaarten_html: documents
                        .into_iter()
                        .map(|document| self.card_html(path, document))
                        .collect::<Result<_, _>>()?,
                });
            }
        }
        let volgende =
            first.map(|document| self.link(path, &address::document(document), document.titel.clone()));
        let place = PagePlace {
            titel: self.project.site.naam.clone(),
            beschrijving: self.project.site.ondertitel.clone(),
            volgende,
            gegevens: Some(self.about_site(path)),
            ..PagePlace::default()
        };
        let begin = self.link(path, &address::overview(Overview::Begin), self.labels.text("begin-hier"));
        let guide = self.link(path, &address::overview(Overview::Guide), self.labels.text("titel-wegwijzer"));
        Ok(HomeView { kader: self.frame(path, place), begin_hier: begin, wegwijzer: guide, groepen })
    }

    /// Sorts documents of one phase: the newest term first, what stands under
    /// another behind that, and how parties work together after what they agreed.
    fn in_families(&self, documents: &mut [&Overeenkomst], phase: Fase) {
        documents.sort_by_cached_key(|document| {
            let above = self.project.boven(document);
            let above = above.filter(|above| above.fase(self.options.date) == phase);
            let root: &Overeenkomst = above.map_or(document, |above| above);
            let last = root.soort == OvereenkomstSoort::Spelregels;
            (
                last,
                Reverse(root.looptijd),
                root.slug.clone(),
                above.is_some(),
                document.looptijd,
                document.slug.clone(),
            )
        });
    }

    fn plain(&self, pagina: &Pagina, path: &str) -> PlainPage {
        let surroundings = PageSurroundings::of(self, Place::Plain(pagina), path);
        let mut writer = HtmlWriter::new(&surroundings);
        let mut tekst_html = writer.blocks(&pagina.tekst.blocks);
        tekst_html.push_str(&writer.footnotes(&pagina.tekst.footnotes));
        let (vorige, volgende) = self.menu_neighbours(path);
        let place = PagePlace {
            titel: pagina.titel.clone(),
            beschrijving: pagina.samenvatting.clone(),
            begin_hier: pagina.begin_hier,
            vorige,
            volgende,
            overzicht: Some(self.link(path, address::HOME, self.labels.text("home"))),
            ..PagePlace::default()
        };
        PlainPage {
            kader: self.frame(path, place),
            samenvatting: pagina.samenvatting.clone(),
            tekst_html,
            inhoud: super::chapters::headings(&pagina.tekst.blocks, "", 0),
        }
    }

    /// The pages before and after this one in the menu.
    fn menu_neighbours(&self, path: &str) -> (Option<LinkView>, Option<LinkView>) {
        let menu = self.site(path).menu;
        let here = menu.iter().position(|item| item.actief);
        let link = |item: &MenuItem| LinkView { titel: item.titel.clone(), href: item.href.clone() };
        let before = here.and_then(|here| here.checked_sub(1)).and_then(|index| menu.get(index));
        let after = here.and_then(|here| menu.get(here + 1));
        (before.map(link), after.map(link))
    }

    fn glossary(&self, path: &str) -> GlossaryPage {
        let (vorige, volgende) = self.menu_neighbours(path);
        let place = PagePlace {
            titel: self.labels.text("titel-begrippen"),
            beschrijving: Some(self.labels.text("begrippen-uitleg")),
            gegevens: Some(self.about_glossary(path)),
            vorige,
            volgende,
            overzicht: Some(self.link(path, address::HOME, self.labels.text("home"))),
            ..PagePlace::default()
        };
        GlossaryPage {
            kader: self.frame(path, place),
            begrippen: self
                .project
                .begrippen
                .iter()
                .map(|begrip| TermView {
                    anker: begrip.anker.clone(),
                    term: begrip.term.clone(),
                    voluit: begrip.voluit.clone(),
                    betekenis: begrip.betekenis.clone(),
                    ook: begrip.ook.clone(),
                    zie: self.related_terms(begrip),
                    gebruikt: self.used_in(path, |mentions| {
                        let named = |name: &EcoString| self.project.begrippen.find(name);
                        mentions.terms.iter().filter_map(named).any(|named| named.anker == begrip.anker)
                    }),
                })
                .collect(),
        }
    }

    fn related_terms(&self, begrip: &Begrip) -> Vec<LinkView> {
        let related = begrip.zie.iter().filter_map(|term| self.project.begrippen.find(&term.value));
        let link = |other: &Begrip| LinkView { titel: other.term.clone(), href: format!("#{}", other.anker) };
        related.map(link).collect()
    }

    fn not_found(&self, path: &str) -> NotFoundPage {
        let place = PagePlace { titel: self.labels.text("titel-404"), ..PagePlace::default() };
        NotFoundPage { kader: self.frame(path, place) }
    }
}

/// What a page says of itself, from which its frame is made.
#[derive(Default)]
pub(super) struct PagePlace {
    pub titel: String,
    pub beschrijving: Option<String>,
    /// Pages between home and this one.
    pub above: Vec<LinkView>,
    pub vorige: Option<LinkView>,
    pub volgende: Option<LinkView>,
    pub overzicht: Option<LinkView>,
    /// Whether newcomers do well to read it first.
    pub begin_hier: bool,
    /// What the page is about, in the terms of schema.org.
    pub gegevens: Option<Value>,
}

fn contact(contact: &Contact) -> ContactView {
    let bare = |number: &String| number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    ContactView {
        organisatie: contact.organisatie.clone(),
        email: contact.email.clone(),
        telefoon: contact.telefoon.clone(),
        telefoon_kaal: contact.telefoon.as_ref().map(bare),
        adres: contact.adres.clone(),
    }
}
