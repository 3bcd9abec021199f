//! What stands around the content of every page: the site with its menu, and
//! the page's place in it.

use crate::model::Contact;
use crate::source::ContentPath;
use serde::Serialize;
use serde_json::Value;

use super::{LinkView, PageMaker};
use crate::resolve::{Destination, Overview, Page};
use crate::view::MaybeLink;

/// What every page has around its own content.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The site as a whole.
    pub site: SiteView,
    /// This page's place in it.
    pub pagina: PageView,
}

/// The site: name, menu, contact.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Name of the site, for the header and `<title>`.
    pub naam: String,
    /// One line below the name.
    pub ondertitel: Option<String>,
    /// The site's logo.
    pub logo: Option<PictureView>,
    /// Main menu: home, plain pages in their order, glossary.
    pub menu: Vec<MenuItem>,
    /// Whom to ask.
    pub contact: Option<ContactView>,
    /// Parts of the footer that are links: accessibility page and the like are in the menu.
    pub corporatie: Option<String>,
}

/// Where readers may turn with questions.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    /// Name of the organisation.
    pub organisatie: Option<String>,
    /// E-mail address, without `mailto:`.
    pub email: Option<String>,
    /// Telephone number as written.
    pub telefoon: Option<String>,
    /// The same number for a `tel:` link: digits and `+` only.
    pub telefoon_kaal: Option<String>,
    /// Postal or visiting address.
    pub adres: Option<String>,
}

/// A picture as the page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct PictureView {
    /// Path of the file, relative to the page.
    pub href: String,
    /// Text for those who do not see it; empty for decoration.
    pub alt: String,
    /// Width in CSS pixels.
    pub breedte: Option<u32>,
    /// Height in CSS pixels.
    pub hoogte: Option<u32>,
}

/// An entry of the main menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Text of the link.
    pub titel: String,
    /// Where it goes.
    pub href: String,
    /// Whether this is the page one is on.
    pub actief: bool,
}

/// A page's place in the site.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// Title, for `<title>` and `<h1>`.
    pub titel: String,
    /// Description for search engines and link previews.
    pub beschrijving: Option<String>,
    /// Prefix to the root of the site: `""` or `"../"`.
    pub wortel: String,
    /// Full address, when the site's base URL is known.
    pub adres: Option<String>,
    /// The way here, from home; the last one is this page and is not a link.
    pub kruimels: Vec<MaybeLink>,
    /// The page before this one, in the order of reading.
    pub vorige: Option<LinkView>,
    /// The page after this one.
    pub volgende: Option<LinkView>,
    /// The page that lists this one and its siblings.
    pub overzicht: Option<LinkView>,
    /// Where it stands on the route for newcomers, when it does.
    pub begin: Option<LinkView>,
    /// What the page is about, as JSON-LD; nothing in it can end a `script` element.
    pub gegevens: Option<String>,
}

/// A page in its frame; its template finds the fields of both.
pub struct Framed<T> {
    /// What is around it.
    pub kader: Frame,
    /// What is on it.
    pub pagina: T,
}

impl Frame {
    pub(super) fn around<T>(self, pagina: T) -> Framed<T> {
        Framed { kader: self, pagina }
    }
}

impl PageMaker<'_> {
    /// Everything around the content of a page.
    pub(super) fn frame(&self, place: PagePlace) -> Frame {
        let mut kruimels = Vec::new();
        if !matches!(self.page, Page::Home) {
            let way = [self.link(Page::Home, self.labels.text("home"))].into_iter().chain(place.above);
            kruimels.extend(way.map(|link| MaybeLink { titel: link.titel.into(), href: Some(link.href) }));
            kruimels.push(MaybeLink { titel: place.titel.clone().into(), href: None });
        }
        let is_found = !matches!(self.page, Page::NotFound);
        let adres = self.medium.web(self.page.into()).filter(|_| is_found);
        let gegevens = self.linked_data(&kruimels, place.gegevens);
        Frame {
            site: self.site(),
            pagina: PageView {
                gegevens,
                titel: place.titel,
                beschrijving: place.beschrijving,
                wortel: self.medium.root(),
                adres,
                kruimels,
                vorige: place.vorige,
                volgende: place.volgende,
                overzicht: place.overzicht,
                begin: place.begin_hier.then(|| self.route_link()),
            },
        }
    }

    pub(super) fn site(&self) -> SiteView {
        let site = &self.project.site;
        let item = |titel: String, page: Page| MenuItem {
            titel,
            href: self.way(page),
            actief: self.medium.is_here(page),
        };
        let mut menu = vec![
            item(self.labels.text("home"), Page::Home),
            item(self.labels.text("titel-wegwijzer"), Page::Overview(Overview::Guide)),
        ];
        let plain = self.project.paginas.iter();
        menu.extend(plain.map(|pagina| item(pagina.titel.clone(), Page::Plain(pagina))));
        if self.project.begrippen.has_page() {
            menu.push(item(self.labels.text("titel-begrippen"), Page::Glossary));
        }
        SiteView {
            naam: site.naam.clone(),
            ondertitel: site.ondertitel.clone(),
            logo: site.huisstijl.logo.as_ref().map(|logo| self.logo(&logo.value)),
            menu,
            contact: site.contact.as_ref().map(contact),
            corporatie: site.corporatie.as_ref().map(|partij| partij.naam.clone()),
        }
    }

    /// A page over all documents, by the name that its title and description have among the labels.
    pub(super) fn overview<T>(&self, name: &str, pagina: T) -> Framed<T> {
        let titel = self.labels.text(&format!("titel-{name}"));
        let uitleg = self.labels.text(&format!("{name}-uitleg"));
        self.frame(self.overview_place(titel, Some(uitleg))).around(pagina)
    }

    /// The place of a page over all documents, below the guide.
    pub(super) fn overview_place(&self, titel: String, beschrijving: Option<String>) -> PagePlace {
        let guide = self.link(Overview::Guide, self.labels.text("titel-wegwijzer"));
        PagePlace {
            titel,
            beschrijving,
            overzicht: Some(guide.clone()),
            above: vec![guide],
            ..PagePlace::default()
        }
    }

    pub(super) fn logo(&self, logo: &ContentPath) -> PictureView {
        let size = self.medium.size(logo);
        PictureView {
            href: self.way(Destination::Medium(logo)),
            alt: String::new(),
            breedte: size.map(|(width, _)| width),
            hoogte: size.map(|(_, height)| height),
        }
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
