//! What templates get of chapters, themes and agreements.

use serde::Serialize;

use super::{
    AgreementView, ApprovalView, BalanceView, BasisView, CourseView, DocumentHead, DocumentView,
    DownloadView, EvaluationView, FiguresView, FingerprintView, Frame, GroundsView, IndicatorView, LinkView,
    MenuItem, PackageView, SigningView, TreeLine,
};
use crate::view::ThemeView;

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
    pub thema: ThemeOnPage,
}

/// A theme with its agreements.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeOnPage {
    /// What it is.
    #[serde(flatten)]
    pub feiten: ThemeView,
    /// Id of the theme (`bouwopgave`), for its icon.
    pub thema: String,
    /// Anchor on the long page.
    pub anker: String,
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
    pub afspraken: Vec<AgreementOnPage>,
}

/// A part of a theme: running text, or an agreement.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PartView {
    /// Running text between agreements; empty when this is something else.
    pub tekst_html: String,
    /// The agreement.
    pub afspraak: Option<AgreementOnPage>,
    /// Where the agreements went that stood here.
    pub elders: Option<LinkView>,
}

/// An agreement on a page: what it is, with its text.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementOnPage {
    /// What it is.
    #[serde(flatten)]
    pub feiten: AgreementView,
    /// Its anchor: the number.
    pub anker: String,
    /// Level of its heading, 2 or more.
    pub niveau: u8,
    /// Title.
    pub titel_html: String,
    /// Title without markup.
    pub titel: String,
    /// The prose below the facts.
    pub tekst_html: String,
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
    pub thema: Option<ThemeOnPage>,
    /// … or a chapter.
    pub hoofdstuk: Option<ChapterView>,
}
