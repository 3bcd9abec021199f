//! What templates get of evaluations.

use serde::Serialize;

use super::{LinkView, StatusView};

/// What a document says of the one that it looks back on.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationView {
    /// The document that is looked back on.
    pub over: Option<LinkView>,
    /// How many agreements have which verdict, in words.
    pub telling: Option<String>,
    /// Its themes.
    pub themas: Vec<EvaluationTheme>,
    /// Whether anything is said of how parties worked together.
    pub heeft_proces: bool,
    /// What went well in working together.
    pub goed: Vec<String>,
    /// What can be done better.
    pub beter: Vec<String>,
    /// What parties take with them.
    pub lessen: Vec<String>,
}

/// Verdicts on the agreements of a theme.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationTheme {
    /// The theme, on the page of the document that is looked back on.
    pub thema: LinkView,
    /// A row an agreement.
    pub regels: Vec<EvaluationRow>,
}

/// The verdict on an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationRow {
    /// Anchor.
    pub anker: String,
    /// The agreement, linked.
    pub afspraak: LinkView,
    /// The verdict; none when it was not judged.
    pub oordeel: Option<StatusView>,
    /// Why.
    pub uitleg: Option<String>,
}

/// What an evaluation says, at the agreement itself.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluatedView {
    /// The verdict.
    pub oordeel: StatusView,
    /// Title of the evaluation.
    pub titel: String,
    /// Where the verdict stands in it.
    pub href: String,
}
