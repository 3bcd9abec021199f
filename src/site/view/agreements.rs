//! What templates get of the table of all agreements of a document, and of the
//! route for newcomers.

use serde::Serialize;

use super::{
    ContributionView, DocumentHead, Frame, LightView, LinkView, MaybeLink, MenuItem, StatusView, TocEntry,
    TreeLine,
};

/// All agreements of a document: `afspraken.html`.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementsPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The side menu.
    pub delen: Vec<MenuItem>,
    /// The groups, for the table of contents.
    pub inhoud: Vec<TocEntry>,
    /// By what a reader may choose.
    pub filters: Vec<FilterView>,
    /// The running agreements, theme by theme.
    pub groepen: Vec<AgreementGroup>,
    /// How many there are.
    pub aantal: usize,
    /// What works out what.
    pub boom: Vec<TreeLine>,
    /// Agreements that were ended.
    pub afgevoerd: Vec<EndedLine>,
}

/// A question by which a reader may choose agreements.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// Id: `partij`, `soort`, …
    pub naam: &'static str,
    /// The question.
    pub label: String,
    /// The answers.
    pub keuzes: Vec<FilterChoice>,
}

/// An answer.
#[derive(Debug, Clone, Serialize)]
pub struct FilterChoice {
    /// Id: `de-brug`.
    pub waarde: String,
    /// In words.
    pub label: String,
}

/// The running agreements of a theme.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementGroup {
    /// Anchor of its heading.
    pub anker: String,
    /// The theme, linked.
    pub thema: LinkView,
    /// Its agreements.
    pub rijen: Vec<AgreementLine>,
}

/// An agreement in one line.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementLine {
    /// Number.
    pub nummer: String,
    /// Title, linked.
    pub afspraak: MaybeLink,
    /// Who does what.
    pub wie: Vec<ContributionView>,
    /// When, in words.
    pub wanneer: Option<String>,
    /// Kind.
    pub soort: StatusView,
    /// Whether it simply goes on.
    pub gaat_door: bool,
    /// How far it is worked out, in words.
    pub niveau: Option<String>,
    /// The latest traffic light.
    pub licht: Option<LightView>,
    /// The answers that fit it, each `vraag:antwoord`, with spaces between.
    pub past: String,
}

/// An ended agreement in one line.
#[derive(Debug, Clone, Serialize)]
pub struct EndedLine {
    /// Number and title, linked.
    pub afspraak: MaybeLink,
    /// "Beëindigd per 1 januari 2028: afgerond."
    pub zin: String,
    /// The agreement that came in its place.
    pub door: Option<MaybeLink>,
}

/// The route for newcomers: `begin-hier.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BeginPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// What to read, in this order.
    pub stappen: Vec<RouteStep>,
}

/// A page of the route.
#[derive(Debug, Clone, Serialize)]
pub struct RouteStep {
    /// Anchor, by which that page leads back here.
    pub anker: String,
    /// The page.
    pub pagina: LinkView,
    /// The document that it is a part of.
    pub overeenkomst: Option<String>,
    /// One or two sentences.
    pub samenvatting: Option<String>,
}
