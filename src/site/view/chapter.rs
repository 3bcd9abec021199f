//! What templates get of chapters, themes and agreements.

use serde::Serialize;

use super::{
    AccountView, AgreementFigures, ApprovalView, BalanceView, BasisView, CourseView, DocumentHead,
    DocumentView, DownloadView, EvaluatedView, EvaluationView, ExceptionView, FiguresView, FingerprintView,
    Frame, GroundsView, HerkomstView, IndicatorView, LightView, LinkView, MenuItem, PackageView, SigningView,
    StandingView, StatusView, TiesView, TreeLine, WorkedOutView,
};

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

/// Page of a theme: `thema.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ThemePage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document that it belongs to.
    pub overeenkomst: DocumentHead,
    /// The side menu: the document's page, its chapters, and all of it on one page.
    pub delen: Vec<MenuItem>,
    /// Files with this theme alone.
    pub downloads: Vec<DownloadView>,
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
    /// What it rests on: policy, covenants, priorities.
    pub grondslag: GroundsView,
    /// Full names of the parties that take part in this theme only.
    pub extra_partijen: Vec<LinkView>,
    /// How progress is measured.
    pub indicatoren: Vec<IndicatorView>,
    /// Tables of figures.
    pub cijfers: Vec<FiguresView>,
    /// Anchor of the heading above these.
    pub cijfers_anker: String,
    /// Headings and agreements, for the table of contents.
    pub inhoud: Vec<TocEntry>,
    /// Text and agreements in their order.
    pub onderdelen: Vec<PartView>,
    /// Agreements that simply go on.
    pub werkagenda: Option<AgreementList>,
    /// Agreements that were ended.
    pub afgevoerd: Option<AgreementList>,
    /// Areas that all of its agreements are about, linked.
    pub gebieden: Vec<LinkView>,
    /// Target groups that all of its agreements are about, linked.
    pub doelgroepen: Vec<LinkView>,
    /// The parties that agree, but do not sign this theme.
    pub tekent_niet_mee: Vec<ExceptionView>,
    /// Agreements of this theme with what works them out.
    pub boom: Vec<TreeLine>,
    /// Footnotes of the chapter, empty when there are none.
    pub voetnoten_html: String,
    /// How many agreements that were not ended.
    pub aantal_afspraken: usize,
}

/// Agreements that stand apart from the running text, under a heading.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementList {
    /// Anchor of the heading.
    pub anker: String,
    /// The heading.
    pub titel: String,
    /// The agreements.
    pub afspraken: Vec<AgreementView>,
}

/// A part of a theme: running text, or an agreement.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PartView {
    /// Running text between agreements; empty when this is something else.
    pub tekst_html: String,
    /// The agreement.
    pub afspraak: Option<AgreementView>,
    /// Where the agreements went that stood here.
    pub elders: Option<LinkView>,
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
    /// Where it comes from, when the document has a base.
    pub herkomst: Option<HerkomstView>,
    /// What it works out elsewhere, and where it is worked out.
    pub elders: WorkedOutView,
    /// Kind: id and name.
    pub soort: StatusView,
    /// What it is among the others.
    pub stand: StandingView,
    /// Who does what.
    pub wie: Vec<ContributionView>,
    /// Whether money or means go with what any of them does.
    pub met_middelen: bool,
    /// What it needs, what waits for it, and its package.
    pub banden: TiesView,
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
    /// What it rests on: policy, covenants, priorities.
    pub grondslag: GroundsView,
    /// Figures that belong to it.
    pub cijfers: Vec<AgreementFigures>,
    /// Traffic light per year.
    pub status: Vec<LightView>,
    /// What evaluations say of it.
    pub evaluaties: Vec<EvaluatedView>,
    /// What parties did, from the first to the last.
    pub verantwoording: Vec<AccountView>,
    /// The parties that agree with the whole, but do not sign this agreement.
    pub tekent_niet_mee: Vec<ExceptionView>,
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
    /// Money and means, in lines; nothing for a position.
    pub middelen: Vec<String>,
}

/// A chapter without agreements, or an appendix: `hoofdstuk.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ChapterPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document that it belongs to.
    pub overeenkomst: DocumentHead,
    /// The side menu: the document's page, its chapters, and all of it on one page.
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
    /// The text; where there are tables of figures, what stands before them.
    pub tekst_html: String,
    /// What it rests on.
    pub grondslag: GroundsView,
    /// Tables of figures.
    pub cijfers: Vec<FiguresView>,
    /// Anchor of the heading above these.
    pub cijfers_anker: String,
    /// The text after the tables of figures.
    pub vervolg_html: String,
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
    /// What the document takes from its base.
    pub basis: Option<BasisView>,
    /// Who acts how often in which theme.
    pub verdeling: Option<BalanceView>,
    /// Packages.
    pub pakketten: Vec<PackageView>,
    /// How parties work together.
    pub verloop: CourseView,
    /// What it says of the document that it looks back on.
    pub evaluatie: Option<EvaluationView>,
    /// Which bodies approve, and when they did.
    pub goedkeuringen: Vec<ApprovalView>,
    /// Who signs.
    pub ondertekening: Option<SigningView>,
    /// Fingerprint of the content.
    pub vingerafdruk: FingerprintView,
}

/// All of a light document on its own page: `licht.html`.
#[derive(Debug, Clone, Serialize)]
pub struct LightPage {
    /// What every document's page has.
    #[serde(flatten)]
    pub document: DocumentView,
    /// Themes and chapters, in their order.
    pub delen: Vec<WholePart>,
}

/// A chapter of the long page.
#[derive(Debug, Clone, Serialize)]
pub struct WholePart {
    /// A theme …
    pub thema: Option<ThemeView>,
    /// … or a chapter.
    pub hoofdstuk: Option<ChapterView>,
}
