//! What each page shows: the model worded, dated and linked.

use std::collections::HashMap;

use rayon::prelude::*;

use super::address::{self, OutputPath, SiteMap};
use super::links::PageSurroundings;
use super::templates::Templates;
use super::view::{
    ApprovalView, ContactView, Crumb, DocumentCard, DocumentHead, DocumentView, DownloadView,
    FingerprintView, Frame, GlossaryPage, HomeGroup, HomeView, LinkView, MenuItem, NotFoundPage, PageView,
    PartyView, PictureView, PlainPage, PublicationView, SignatoryView, SigningView, SiteView, StatusView,
    StepView, TermView, ThemeLink,
};
use crate::data::canonical::Fingerprint;
use crate::diagnostic::Diagnostic;
use crate::markdown::html::HtmlWriter;
use crate::model::{
    Contact, Datum, Deel, Fase, Ondertekening, Overeenkomst, Pagina, Partij, Project, Status, WebAdres,
};
use crate::picture;
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

/// A page that can be made.
#[derive(Debug, Clone, Copy)]
pub enum Page<'a> {
    /// The home page.
    Home,
    /// A document's own page.
    Document(&'a Overeenkomst),
    /// A part of a document, by its index.
    Part(&'a Overeenkomst, usize),
    /// A whole document on one page.
    Whole(&'a Overeenkomst),
    /// A plain page, by its index.
    Plain(&'a Pagina),
    /// The glossary.
    Glossary,
    /// The page for addresses that do not exist.
    NotFound,
}

impl<'a> Page<'a> {
    /// Every page of a project, in the order of reading.
    pub fn all(project: &'a Project) -> Vec<Self> {
        let mut pages = vec![Self::Home];
        for document in &project.overeenkomsten {
            pages.push(Self::Document(document));
            pages.extend((0..document.delen.len()).map(|index| Self::Part(document, index)));
            pages.push(Self::Whole(document));
        }
        pages.extend(project.paginas.iter().map(Self::Plain));
        if !project.begrippen.is_empty() {
            pages.push(Self::Glossary);
        }
        pages.push(Self::NotFound);
        pages
    }

    /// Where it goes.
    pub fn path(&self) -> OutputPath {
        match self {
            Self::Home => address::HOME.into(),
            Self::Document(document) => address::document(document),
            Self::Part(document, index) => address::part(document, &document.delen[*index]),
            Self::Whole(document) => address::whole(document),
            Self::Plain(pagina) => address::plain(&pagina.slug),
            Self::Glossary => address::GLOSSARY.into(),
            Self::NotFound => address::NOT_FOUND.into(),
        }
    }
}

/// Makes pages. Holds what all pages share, worked out once.
pub struct Pages<'a> {
    pub(super) project: &'a Project,
    pub(super) sources: &'a Sources,
    pub(super) site_map: SiteMap<'a>,
    pub(super) labels: &'a Labels,
    templates: &'a Templates,
    options: SiteOptions,
    fingerprints: &'a HashMap<String, Fingerprint>,
    picture_sizes: HashMap<&'a ContentPath, picture::Size>,
}

impl<'a> Pages<'a> {
    /// Prepares the pages of `project`; `fingerprints` are by document.
    pub fn new(
        project: &'a Project,
        sources: &'a Sources,
        labels: &'a Labels,
        templates: &'a Templates,
        fingerprints: &'a HashMap<String, Fingerprint>,
        options: SiteOptions,
    ) -> Self {
        let picture_sizes = sources
            .media()
            .par_iter()
            .filter_map(|(path, file)| picture::size(path, &file.bytes).map(|size| (path, size)))
            .collect();
        let site_map = SiteMap::new(project, sources);
        Self { project, sources, site_map, labels, templates, options, fingerprints, picture_sizes }
    }

    /// Makes a page.
    pub fn render(&self, page: Page) -> Result<String, Diagnostic> {
        let path = page.path();
        match page {
            Page::Home => self.templates.render("home.html", &self.home(&path)),
            Page::Document(document) => {
                self.templates.render("overeenkomst.html", &self.document(document, &path))
            }
            Page::Part(document, index) => match &document.delen[index] {
                Deel::Thema(thema) => {
                    self.templates.render("thema.html", &self.theme_page(document, index, thema, &path))
                }
                Deel::Hoofdstuk(hoofdstuk) => self
                    .templates
                    .render("hoofdstuk.html", &self.chapter_page(document, index, hoofdstuk, &path)),
            },
            Page::Whole(document) => {
                self.templates.render("volledig.html", &self.whole_page(document, &path))
            }
            Page::Plain(pagina) => self.templates.render("pagina.html", &self.plain(pagina, &path)),
            Page::Glossary => self.templates.render("begrippen.html", &self.glossary(&path)),
            Page::NotFound => self.templates.render("404.html", &self.not_found(&path)),
        }
    }

    pub(super) fn picture_size(&self, path: &ContentPath) -> Option<picture::Size> {
        self.picture_sizes.get(path).copied()
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
        Frame {
            site: self.site(path),
            pagina: PageView {
                titel: place.titel,
                beschrijving: place.beschrijving,
                wortel,
                adres,
                kruimels,
                vorige: place.vorige,
                volgende: place.volgende,
                overzicht: place.overzicht,
            },
        }
    }

    fn site(&self, path: &str) -> SiteView {
        let site = &self.project.site;
        let item =
            |titel: String, to: &str| MenuItem { titel, href: self.href(path, to), actief: path == to };
        let mut menu = vec![item(self.labels.text("home"), address::HOME)];
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

    fn logo(&self, path: &str, logo: &ContentPath) -> PictureView {
        let size = self.picture_size(logo);
        PictureView {
            href: self.href(path, &address::media(logo)),
            alt: String::new(),
            breedte: size.map(|(width, _)| width),
            hoogte: size.map(|(_, height)| height),
        }
    }

    fn home(&self, path: &str) -> HomeView {
        let groups = [Fase::VanKracht, Fase::Aanstaand, Fase::InDeMaak, Fase::Archief];
        let groepen = groups
            .into_iter()
            .filter_map(|phase| {
                let id = fase_id(phase);
                let mut documents: Vec<&Overeenkomst> = self
                    .project
                    .overeenkomsten
                    .iter()
                    .filter(|document| document.fase(self.options.date) == phase)
                    .collect();
                // The newest term first.
                documents.sort_by_key(|document| (std::cmp::Reverse(document.looptijd), &document.slug));
                let overeenkomsten: Vec<_> =
                    documents.into_iter().map(|document| self.card(path, document)).collect();
                (!overeenkomsten.is_empty()).then(|| HomeGroup {
                    id,
                    titel: self.labels.text(&format!("groep-{id}")),
                    uitleg: self.labels.text(&format!("groep-{id}-uitleg")),
                    overeenkomsten,
                })
            })
            .collect();
        let volgende = self
            .project
            .overeenkomsten
            .first()
            .map(|document| self.link(path, &address::document(document), &document.titel));
        let place = PagePlace {
            titel: self.project.site.naam.clone(),
            beschrijving: self.project.site.ondertitel.clone(),
            volgende,
            ..PagePlace::default()
        };
        HomeView { kader: self.frame(path, place), groepen }
    }

    fn card(&self, path: &str, document: &Overeenkomst) -> DocumentCard {
        DocumentCard { kop: self.head(path, document), themas: self.theme_links(path, document) }
    }

    pub(super) fn head(&self, path: &str, document: &Overeenkomst) -> DocumentHead {
        let fase = document.fase(self.options.date);
        DocumentHead {
            titel: document.titel.clone(),
            href: self.href(path, &address::document(document)),
            gebied: self.labels.gebied(&document.gebied),
            soort: self.labels.soort_overeenkomst(document.soort),
            looptijd: self.labels.looptijd(document.looptijd),
            status: StatusView {
                id: document.status.word(),
                label: self.labels.status(document.status),
                sinds: document.sinds().map(Datum::voluit),
            },
            fase: StatusView { id: fase_id(fase), label: self.labels.fase(fase, document), sinds: None },
            partijen: document.partijen.iter().map(|partij| partij.kort.clone()).collect(),
            samenvatting: document.samenvatting.clone(),
            aantal_afspraken: document.afspraken().count(),
            pdf: self.options.with_pdf.then(|| DownloadView {
                titel: self.labels.text("download-pdf"),
                href: self.href(path, &address::publication(document)),
                soort: self.labels.text("soort-pdf"),
            }),
        }
    }

    fn theme_links(&self, path: &str, document: &Overeenkomst) -> Vec<ThemeLink> {
        document
            .delen
            .iter()
            .filter_map(|deel| deel.als_thema().map(|thema| (deel, thema)))
            .map(|(deel, thema)| ThemeLink {
                thema: thema.thema.as_str().to_owned(),
                label: self.labels.thema(thema),
                titel: thema.titel.clone(),
                href: self.href(path, &address::part(document, deel)),
                samenvatting: thema.samenvatting.clone(),
                aantal_afspraken: thema.afspraken().count(),
            })
            .collect()
    }

    fn document(&self, document: &Overeenkomst, path: &str) -> DocumentView {
        let surroundings = PageSurroundings { pages: self, document: Some(document), path, chapter: None };
        let mut writer = HtmlWriter::new(&surroundings);
        let mut tekst_html = writer.blocks(&document.preambule.blocks);
        tekst_html.push_str(&writer.footnotes(&document.preambule.footnotes));
        let head = self.head(path, document);
        let fingerprint = self.fingerprint(path, document);
        let downloads = head.pdf.clone().into_iter().chain([DownloadView {
            titel: self.labels.text("download-tekst"),
            href: fingerprint.tekst.href.clone(),
            soort: self.labels.text("soort-tekst"),
        }]);
        let place = PagePlace {
            titel: document.titel.clone(),
            beschrijving: document.samenvatting.clone(),
            volgende: document.delen.first().map(|deel| self.part_link(path, document, deel)),
            overzicht: Some(self.link(path, address::HOME, self.labels.text("home"))),
            ..PagePlace::default()
        };
        let (appendices, chapters): (Vec<&Deel>, Vec<&Deel>) = document
            .delen
            .iter()
            .filter(|deel| deel.als_thema().is_none())
            .partition(|deel| self.heading_above(deel).is_some());
        let links =
            |delen: Vec<&Deel>| delen.into_iter().map(|deel| self.part_link(path, document, deel)).collect();
        DocumentView {
            kader: self.frame(path, place),
            partijen: document.partijen.iter().map(|partij| self.party(path, partij)).collect(),
            themas: self.theme_links(path, document),
            hoofdstukken: links(chapters),
            bijlagen: links(appendices),
            volledig: self.link(path, &address::whole(document), self.labels.text("titel-volledig")),
            downloads: downloads.collect(),
            inhoud: super::chapters::headings(&document.preambule.blocks, "", 0),
            tekst_html,
            versies: self.steps(document),
            goedkeuringen: approvals(document),
            ondertekening: signing(document),
            publicatie: PublicationView {
                datum: document.publicatie.datum.map(Datum::voluit),
                uiterlijk: document.publicatie.uiterlijk.voluit(),
            },
            vingerafdruk: fingerprint,
            overeenkomst: head,
        }
    }

    /// "Bijlage 1", for appendices.
    pub(super) fn heading_above(&self, deel: &Deel) -> Option<String> {
        match deel {
            Deel::Thema(_) => None,
            Deel::Hoofdstuk(hoofdstuk) => self.labels.opschrift(hoofdstuk),
        }
    }

    pub(super) fn part_link(&self, path: &str, document: &Overeenkomst, deel: &Deel) -> LinkView {
        self.link(path, &address::part(document, deel), self.part_title(deel))
    }

    /// Title of a part, with "Bijlage 1" before that of an appendix.
    pub(super) fn part_title(&self, deel: &Deel) -> String {
        match self.heading_above(deel) {
            Some(above) => format!("{above}: {}", deel.titel()),
            None => deel.titel().to_owned(),
        }
    }

    fn party(&self, path: &str, partij: &Partij) -> PartyView {
        PartyView {
            naam: partij.naam.clone(),
            rol: self.labels.rol(partij.rol),
            website: partij.website.as_ref().map(|website| website.as_str().to_owned()),
            logo: partij.logo.as_ref().map(|logo| self.logo(path, &logo.value)),
        }
    }

    fn steps(&self, document: &Overeenkomst) -> Vec<StepView> {
        let mut steps =
            vec![Status::Concept, Status::Onderhandelakkoord, Status::Vastgesteld, Status::Ondertekend];
        if document.status == Status::Vervallen {
            steps.push(Status::Vervallen);
        }
        steps
            .into_iter()
            .map(|step| StepView {
                label: self.labels.status(step),
                datum: document
                    .datums
                    .iter()
                    .find(|(status, _)| *status == step)
                    .map(|(_, datum)| datum.voluit()),
                bereikt: step <= document.status,
                huidig: step == document.status,
            })
            .collect()
    }

    pub(super) fn fingerprint(&self, path: &str, document: &Overeenkomst) -> FingerprintView {
        let fingerprint = self.fingerprints.get(document.slug.as_str());
        FingerprintView {
            kort: fingerprint.map(Fingerprint::short).unwrap_or_default(),
            lang: fingerprint.map(|fingerprint| fingerprint.long().to_owned()).unwrap_or_default(),
            tekst: self.link(path, &address::canonical(document), self.labels.text("download-tekst")),
        }
    }

    fn plain(&self, pagina: &Pagina, path: &str) -> PlainPage {
        let surroundings = PageSurroundings { pages: self, document: None, path, chapter: None };
        let mut writer = HtmlWriter::new(&surroundings);
        let mut tekst_html = writer.blocks(&pagina.tekst.blocks);
        tekst_html.push_str(&writer.footnotes(&pagina.tekst.footnotes));
        let (vorige, volgende) = self.menu_neighbours(path);
        let place = PagePlace {
            titel: pagina.titel.clone(),
            beschrijving: pagina.samenvatting.clone(),
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
                    anker: begrip.anker(),
                    term: begrip.term.clone(),
                    voluit: begrip.voluit.clone(),
                    betekenis: begrip.betekenis.clone(),
                })
                .collect(),
        }
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

pub(super) fn approvals(document: &Overeenkomst) -> Vec<ApprovalView> {
    document
        .goedkeuringen
        .iter()
        .map(|goedkeuring| ApprovalView {
            orgaan: goedkeuring.orgaan.clone(),
            partij: goedkeuring.partij.naam.clone(),
            datum: goedkeuring.datum.map(Datum::voluit),
            opmerking: goedkeuring.opmerking.clone(),
        })
        .collect()
}

pub(super) fn signing(document: &Overeenkomst) -> Option<SigningView> {
    let Ondertekening { plaats, datum, door } = &document.ondertekening;
    if door.is_empty() {
        return None;
    }
    Some(SigningView {
        getekend: document.status == Status::Ondertekend,
        plaats: plaats.clone(),
        datum: datum.map(Datum::voluit),
        door: door
            .iter()
            .map(|ondertekenaar| SignatoryView {
                partij: ondertekenaar.partij.naam.clone(),
                functie: ondertekenaar.functie.clone(),
            })
            .collect(),
    })
}
