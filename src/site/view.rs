//! What the templates are given: one serialisable struct a page.
//!
//! Last stop before Tera. Everything here is already worded, dated, counted and
//! linked (`href`s are relative to the page that they stand on), so that a
//! template only places it. A field that ends in `_html` holds HTML made by
//! [`crate::markdown::html`] from the user's Markdown, escaped there; every
//! other string is plain text that Tera escapes.

use serde::Serialize;

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
}

/// A step of the breadcrumb trail.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// Text of the step.
    pub titel: String,
    /// Where it goes; absent for the page itself.
    pub href: Option<String>,
}

/// An entry of a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct TocEntry {
    /// Number of the agreement, when the heading is one's.
    pub nummer: Option<String>,
    /// Text of the heading.
    pub titel: String,
    /// Where it goes.
    pub href: String,
    /// 2 for a chapter's own headings and agreements, 3 for what stands below those.
    pub niveau: u8,
}

/// Home page: `home.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
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
    /// The documents.
    pub overeenkomsten: Vec<DocumentCard>,
}

/// An agreement document as a card on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentCard {
    /// What it says at the top of every page of the document.
    #[serde(flatten)]
    pub kop: DocumentHead,
    /// Its themes, linked.
    pub themas: Vec<ThemeLink>,
}

/// What every page of an agreement document says about that document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentHead {
    /// Title of the document.
    pub titel: String,
    /// Where its own page is.
    pub href: String,
    /// "Gemeente Zandstad" or "Regio …".
    pub gebied: String,
    /// "Meerjarenafspraken" and so on.
    pub soort: String,
    /// "2027 tot en met 2030", or with full dates when it does not cover whole years.
    pub looptijd: String,
    /// How far it is.
    pub status: StatusView,
    /// "van kracht", "gaat in op 1 januari 2027", "in de maak", "afgelopen": how it stands on the date of the build.
    pub fase: StatusView,
    /// The parties' short names, in the order of the agreement.
    pub partijen: Vec<String>,
    /// Two or three sentences.
    pub samenvatting: Option<String>,
    /// How many agreements it holds.
    pub aantal_afspraken: usize,
    /// Publication copy, when PDFs are made.
    pub pdf: Option<DownloadView>,
}

/// A status in words, with an id for the style.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// For class names: `concept`, `ondertekend`, `van-kracht`, `groen` …
    pub id: &'static str,
    /// In words.
    pub label: String,
    /// Since when, in words.
    pub sinds: Option<String>,
}

/// A file to take away.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadView {
    /// Text of the link.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// "PDF", "tekst".
    pub soort: String,
}

/// A theme in a list of themes.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeLink {
    /// Id of the theme (`bouwopgave`), for its icon.
    pub thema: String,
    /// Name of the theme ("Bouwopgave").
    pub label: String,
    /// Title of the chapter.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// How many agreements.
    pub aantal_afspraken: usize,
}

/// Page of an agreement document: `overeenkomst.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The parties, in the order of the agreement.
    pub partijen: Vec<PartyView>,
    /// Themes.
    pub themas: Vec<ThemeLink>,
    /// Chapters without agreements.
    pub hoofdstukken: Vec<LinkView>,
    /// Appendices ("Bijlage 1 …").
    pub bijlagen: Vec<LinkView>,
    /// The whole document on one page.
    pub volledig: LinkView,
    /// Files to take away.
    pub downloads: Vec<DownloadView>,
    /// The preamble.
    pub tekst_html: String,
    /// Headings of the preamble.
    pub inhoud: Vec<TocEntry>,
    /// Steps that the document went through, in order.
    pub versies: Vec<StepView>,
    /// Which bodies approve, and when they did.
    pub goedkeuringen: Vec<ApprovalView>,
    /// Who signs.
    pub ondertekening: Option<SigningView>,
    /// When it was or will be published.
    pub publicatie: PublicationView,
    /// Fingerprint of the content.
    pub vingerafdruk: FingerprintView,
}

/// A party.
#[derive(Debug, Clone, Serialize)]
pub struct PartyView {
    /// Full name.
    pub naam: String,
    /// "Gemeente", "Woningcorporatie", …
    pub rol: String,
    /// Website.
    pub website: Option<String>,
    /// Logo; its `alt` is empty, as the name stands beside it.
    pub logo: Option<PictureView>,
}

/// A step in the making of the document.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// Which step, worded.
    pub label: String,
    /// When it was reached, worded.
    pub datum: Option<String>,
    /// Whether it was reached.
    pub bereikt: bool,
    /// Whether this is where the document stands now.
    pub huidig: bool,
}

/// An approval.
#[derive(Debug, Clone, Serialize)]
pub struct ApprovalView {
    /// The body that approves.
    pub orgaan: String,
    /// Of which party.
    pub partij: String,
    /// When; absent when still to come.
    pub datum: Option<String>,
    /// A remark.
    pub opmerking: Option<String>,
}

/// Signatures, without the handwriting.
#[derive(Debug, Clone, Serialize)]
pub struct SigningView {
    /// "ondertekend" or not yet.
    pub getekend: bool,
    /// Where.
    pub plaats: Option<String>,
    /// When.
    pub datum: Option<String>,
    /// Party and function.
    pub door: Vec<SignatoryView>,
}

/// Who signs for a party.
#[derive(Debug, Clone, Serialize)]
pub struct SignatoryView {
    /// Name of the party.
    pub partij: String,
    /// Function of who signs.
    pub functie: String,
}

/// Publication dates.
#[derive(Debug, Clone, Serialize)]
pub struct PublicationView {
    /// When it is (to be) published.
    pub datum: Option<String>,
    /// When it must be published at the latest.
    pub uiterlijk: String,
}

/// Fingerprint of the content.
#[derive(Debug, Clone, Serialize)]
pub struct FingerprintView {
    /// Short form, as in the footer of each PDF page.
    pub kort: String,
    /// SHA-256 in full, hexadecimal.
    pub lang: String,
    /// The text that it was taken of.
    pub tekst: LinkView,
}

/// Page of a theme: `thema.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ThemePage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document that it belongs to.
    pub overeenkomst: DocumentHead,
    /// The document's chapters, for the side menu.
    pub delen: Vec<MenuItem>,
    /// The theme.
    pub thema: ThemeView,
}

/// A theme with its agreements.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeView {
    /// Id of the theme (`bouwopgave`), for its icon.
    pub thema: String,
    /// Name of the theme ("Bouwopgave").
    pub label: String,
    /// Anchor on the long page.
    pub anker: String,
    /// Title of the chapter.
    pub titel: String,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// The shared vision, in paragraphs.
    pub visie: Vec<String>,
    /// Goals.
    pub doelen: Vec<String>,
    /// Policy chapters that this theme serves.
    pub beleid: Vec<String>,
    /// How progress is measured.
    pub indicatoren: Vec<IndicatorView>,
    /// Headings and agreements, for the table of contents.
    pub inhoud: Vec<TocEntry>,
    /// Text and agreements in their order.
    pub onderdelen: Vec<PartView>,
    /// Footnotes of the chapter, empty when there are none.
    pub voetnoten_html: String,
    /// How many agreements.
    pub aantal_afspraken: usize,
}

/// A part of a theme: running text, or an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct PartView {
    /// Running text between agreements; empty when this is an agreement.
    pub tekst_html: String,
    /// The agreement.
    pub afspraak: Option<AgreementView>,
}

/// An agreement.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementView {
    /// Its number, the author's own.
    pub nummer: String,
    /// Its anchor: the number on the theme's page; with the chapter before it where needed.
    pub anker: String,
    /// Level of its heading, 2 or more.
    pub niveau: u8,
    /// Title.
    pub titel_html: String,
    /// Title without markup.
    pub titel: String,
    /// Kind: id and name.
    pub soort: StatusView,
    /// Who does what.
    pub wie: Vec<ContributionView>,
    /// When, worded ("uiterlijk 31 december 2028").
    pub wanneer: Option<String>,
    /// On which condition (`intentie`).
    pub voorwaarde: Option<String>,
    /// What each party holds (`oneens`).
    pub standpunten: Vec<ContributionView>,
    /// Who takes it further (`oneens`).
    pub eigenaar: Option<String>,
    /// Titles of the indicators that measure it, linked.
    pub indicatoren: Vec<LinkView>,
    /// Traffic light per year; `label` says what the colour means, `sinds` the year.
    pub status: Vec<StatusView>,
    /// The prose below the facts.
    pub tekst_html: String,
}

/// What a party contributes, or holds.
#[derive(Debug, Clone, Serialize)]
pub struct ContributionView {
    /// Short name of the party.
    pub naam: String,
    /// Contribution or position.
    pub inzet: String,
}

/// An indicator with its figures.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// Anchor.
    pub anker: String,
    /// Title.
    pub titel: String,
    /// Unit of the figures.
    pub eenheid: String,
    /// Where the figures come from.
    pub bron: Option<String>,
    /// A row a year.
    pub regels: Vec<IndicatorRow>,
}

/// The figures of one year; a figure that is absent is not known or not set.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// The year.
    pub jaar: String,
    /// Where we came from.
    pub nulmeting: Option<String>,
    /// Where we want to be.
    pub streef: Option<String>,
    /// Where we are.
    pub stand: Option<String>,
}

/// A chapter without agreements, or an appendix: `hoofdstuk.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ChapterPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document that it belongs to.
    pub overeenkomst: DocumentHead,
    /// The document's chapters, for the side menu.
    pub delen: Vec<MenuItem>,
    /// The chapter.
    pub hoofdstuk: ChapterView,
}

/// The text of a chapter.
#[derive(Debug, Clone, Serialize)]
pub struct ChapterView {
    /// "Bijlage 1" for appendices.
    pub opschrift: Option<String>,
    /// Title.
    pub titel: String,
    /// Anchor on the long page.
    pub anker: String,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// The text.
    pub tekst_html: String,
    /// Headings.
    pub inhoud: Vec<TocEntry>,
}

/// The whole document on one page: `volledig.html`.
#[derive(Debug, Clone, Serialize)]
pub struct WholePage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document.
    pub overeenkomst: DocumentHead,
    /// Table of contents over all chapters.
    pub inhoud: Vec<TocEntry>,
    /// The preamble.
    pub tekst_html: String,
    /// Themes and chapters, in their order: one of the two is present.
    pub delen: Vec<WholePart>,
    /// Which bodies approve, and when they did.
    pub goedkeuringen: Vec<ApprovalView>,
    /// Who signs.
    pub ondertekening: Option<SigningView>,
    /// Fingerprint of the content.
    pub vingerafdruk: FingerprintView,
}

/// A chapter of the long page.
#[derive(Debug, Clone, Serialize)]
pub struct WholePart {
    /// A theme …
    pub thema: Option<ThemeView>,
    /// … or a chapter.
    pub hoofdstuk: Option<ChapterView>,
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
}

/// The page for addresses that do not exist: `404.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
}
