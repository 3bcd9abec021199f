//! What templates get of a document that is laid over a base, and of the base.

use serde::Serialize;

use super::LinkView;

/// Where an agreement comes from.
#[derive(Debug, Clone, Serialize)]
pub struct HerkomstView {
    /// `basis`, `eigen`, `vervangt`: for class names.
    pub id: &'static str,
    /// In words.
    pub label: String,
    /// The agreement of the base that this one is in the place of, when the base has pages.
    pub basis: Option<LinkView>,
    /// The same agreement in other documents, the base among them.
    pub ook: Vec<LinkView>,
}

/// What a document says of its base; a base, of the documents that use it.
#[derive(Debug, Clone, Serialize)]
pub struct BasisView {
    /// What it is, in a sentence or two.
    pub zin: String,
    /// The base, when it has pages.
    pub basis: Option<LinkView>,
    /// How many agreements come from where.
    pub telling: Option<String>,
    /// What is left out.
    pub weggelaten: Vec<WeglatingView>,
    /// What the list below is.
    pub ook_titel: String,
    /// Documents with the same base.
    pub ook: Vec<LinkView>,
}

/// Something that a document leaves out.
#[derive(Debug, Clone, Serialize)]
pub struct WeglatingView {
    /// The number of the agreement.
    pub nummer: Option<String>,
    /// Its title.
    pub titel: String,
    /// Anchors that lead here: of the agreement, or of each in a whole file.
    pub ankers: Vec<String>,
    /// Why.
    pub reden: String,
}
