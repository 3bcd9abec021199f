//! What the templates are given: one serialisable struct a page.
//!
//! Last stop before Tera. Everything here is already worded, dated, counted and
//! linked (`href`s are relative to the page that they stand on), so that a
//! template only places it. A field that ends in `_html` holds HTML made by
//! [`crate::markdown::html`] from the user's Markdown, escaped there; every
//! other string is plain text that Tera escapes.

mod agreements;
mod chapter;
mod cijfers;
mod course;
mod document;
mod grondslag;
mod overview;
mod partij;
mod progress;
mod standing;

use serde::Serialize;

pub use crate::view::{
    AgreementFigures, AgreementView, ApprovalView, BalanceView, BasisView, ContactPointView,
    ContributionView, DisputeView, EvaluationView, GroundsView, LightView, MaybeLink, MeetingView,
    PackageView, SigningView, StatusView, TieView, TreeLine, VersionView,
};

pub use agreements::*;
pub use chapter::*;
pub use cijfers::*;
pub use course::*;
pub use document::*;
pub use grondslag::*;
pub use overview::*;
pub use partij::*;
pub use progress::*;
pub use standing::*;

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

/// A link with its text.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Text of the link.
    pub titel: String,
    /// Where it goes.
    pub href: String,
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
    pub kruimels: Vec<Crumb>,
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

/// A step of the breadcrumb trail.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// Text of the step.
    pub titel: String,
    /// Where it goes; absent for the page itself.
    pub href: Option<String>,
}

/// Home page: `home.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The route for newcomers.
    pub begin_hier: LinkView,
    /// The guide to all else.
    pub wegwijzer: LinkView,
    /// In force, agreed and still to begin, in the making, archive: only groups
    /// that hold something, in this order.
    pub groepen: Vec<HomeGroup>,
}

/// One group of agreement documents on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeGroup {
    /// `van-kracht`, `aanstaand`, `in-de-maak` or `archief`.
    pub id: &'static str,
    /// Heading.
    pub titel: String,
    /// One sentence on what is in this group.
    pub uitleg: String,
    /// The cards of its documents, made with `delen/overeenkomstkaart.html`.
    pub kaarten_html: Vec<String>,
}

/// A plain page: `pagina.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PlainPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// The text.
    pub tekst_html: String,
    /// Headings.
    pub inhoud: Vec<TocEntry>,
}

/// The glossary: `begrippen.html`.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// Terms in the order of the alphabet.
    pub begrippen: Vec<TermView>,
}

/// A glossary term.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    /// Anchor.
    pub anker: String,
    /// The term.
    pub term: String,
    /// What it stands for.
    pub voluit: Option<String>,
    /// What it means.
    pub betekenis: String,
    /// Other words for it.
    pub ook: Vec<String>,
    /// Terms that explain more.
    pub zie: Vec<LinkView>,
    /// Where it is used.
    pub gebruikt: Usage,
}

/// The page for addresses that do not exist: `404.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
}
