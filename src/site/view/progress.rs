//! What templates get of progress: traffic lights, what parties did, indicators.

use serde::Serialize;

use crate::theme::indicator::IndicatorWords;

/// A traffic light: how an agreement is doing in a year.
#[derive(Debug, Clone, Serialize)]
pub struct LightView {
    /// `groen`, `oranje` or `rood`, for its shape and colour.
    pub id: &'static str,
    /// What it means, in words.
    pub label: String,
    /// The year that it is about.
    pub jaar: String,
    /// When it was given, in words.
    pub datum: Option<String>,
    /// Who gave it.
    pub door: Option<String>,
    /// Why, or what is needed.
    pub notitie: Option<String>,
    /// What was said of the same year before, the last first.
    pub eerder: Vec<LightView>,
}

/// What a party did for an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct AccountView {
    /// When, in words.
    pub datum: String,
    /// Short name of the party.
    pub naam: String,
    /// What it did.
    pub tekst: String,
}

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
