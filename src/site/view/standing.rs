//! What templates get of an agreement's place among the others, and of areas
//! and target groups.

use serde::Serialize;

use super::{DocumentHead, Frame, LinkView};

/// The page of an area or target group: `kenmerk.html`.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// "Wijk", "Doelgroep", …
    pub soort: String,
    /// What it is exactly.
    pub toelichting: Option<String>,
    /// Agreements about it, document by document: those in force first.
    pub documenten: Vec<KenmerkDocument>,
}

/// What a document says about an area or target group.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkDocument {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The agreements, in the order of the document.
    pub afspraken: Vec<KenmerkAfspraak>,
}

/// An agreement about an area or target group.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkAfspraak {
    /// Number and title, linked.
    pub afspraak: LinkView,
    /// Title of its theme.
    pub thema: String,
    /// When, in words.
    pub wanneer: Option<String>,
    /// Short names of the parties that act.
    pub partijen: Vec<String>,
}

/// The list of all areas or all target groups: `kenmerken.html`.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkenPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// One or two sentences.
    pub uitleg: String,
    /// All of them.
    pub kenmerken: Vec<KenmerkCard>,
}

/// An area or target group in a list.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkCard {
    /// Its name, linked to its page.
    pub kenmerk: LinkView,
    /// "Wijk", "Doelgroep", …
    pub soort: String,
    /// What it is exactly.
    pub toelichting: Option<String>,
    /// How many running agreements are about it.
    pub aantal_afspraken: usize,
}
