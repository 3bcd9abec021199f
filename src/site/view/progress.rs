//! What templates get of progress: traffic lights, what parties did, indicators.

use serde::Serialize;

use super::{DocumentHead, Frame, LightView, LinkView, MaybeLink, MenuItem, TocEntry};
use crate::theme::indicator::IndicatorWords;

/// An indicator with its chart and figures.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// Anchor.
    pub anker: String,
    /// What is said of it, and its figures.
    #[serde(flatten)]
    pub woorden: IndicatorWords,
    /// The chart; there is none while there is nothing to compare.
    pub grafiek_html: Option<String>,
}

/// Progress of a document: `voortgang.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The side menu of the document.
    pub delen: Vec<MenuItem>,
    /// Headings of this page.
    pub inhoud: Vec<TocEntry>,
    /// How all agreements stand, year by year.
    pub tellingen: TallyTable,
    /// What needs work first: behind, then needing attention.
    pub aandacht: Vec<AttentionView>,
    /// Its themes, each with its agreements and indicators.
    pub themas: Vec<ThemeProgress>,
    /// After how many months a figure is old.
    pub verouderd_na: u16,
}

/// Counts by year.
#[derive(Debug, Clone, Serialize)]
pub struct TallyTable {
    /// A row a year.
    pub regels: Vec<TallyView>,
    /// What the last year that was judged says, in one sentence.
    pub samenvatting: String,
}

/// How the agreements stood in a year.
#[derive(Debug, Clone, Serialize)]
pub struct TallyView {
    /// The year.
    pub jaar: String,
    /// Whether any agreement was judged.
    pub begonnen: bool,
    /// How many are on schedule.
    pub groen: usize,
    /// How many need attention.
    pub oranje: usize,
    /// How many are behind.
    pub rood: usize,
    /// How many have no judgement.
    pub zonder: usize,
}

/// An agreement that needs work.
#[derive(Debug, Clone, Serialize)]
pub struct AttentionView {
    /// The agreement.
    pub afspraak: MaybeLink,
    /// How it is doing.
    pub licht: LightView,
}

/// Progress of a theme.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeProgress {
    /// Anchor.
    pub anker: String,
    /// Title, linked to the theme's page.
    pub thema: LinkView,
    /// The years of the term.
    pub jaren: Vec<String>,
    /// Its agreements with a light for each of these years.
    pub regels: Vec<ProgressRow>,
    /// Its indicators.
    pub indicatoren: Vec<IndicatorProgress>,
}

/// An agreement with its lights.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressRow {
    /// The agreement.
    pub afspraak: MaybeLink,
    /// A light for each year; none where there is no judgement.
    pub lichten: Vec<Option<LightView>>,
}

/// An indicator, with what its last figure says.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorProgress {
    /// The indicator.
    #[serde(flatten)]
    pub indicator: IndicatorView,
    /// The last figure and its day against the target, in words.
    pub laatste: String,
    /// That this figure is old, in words.
    pub verouderd: Option<String>,
}

/// Progress over all documents: `voortgang-overzicht.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressOverview {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// Documents with agreements to follow, those in force first.
    pub documenten: Vec<DocumentProgress>,
}

/// Progress of one document among others.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentProgress {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// Where all of its progress is.
    pub voortgang: LinkView,
    /// How its agreements stand.
    pub tellingen: TallyTable,
    /// What needs work first.
    pub aandacht: Vec<AttentionView>,
}
