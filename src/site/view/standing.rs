//! What templates get of an agreement's place among the others, and of areas
//! and target groups.

use serde::Serialize;

use super::{DocumentHead, Frame, LinkView};

/// What an agreement is among the others.
#[derive(Debug, Clone, Serialize)]
pub struct StandingView {
    /// `tekst`, `werkagenda` or `afgevoerd`: where in its theme it stands.
    pub plaats: &'static str,
    /// How far it is worked out, in words.
    pub niveau: Option<String>,
    /// The agreement that it works out.
    pub onder: Option<LinkView>,
    /// The agreements that work it out.
    pub uitwerkingen: Vec<LinkView>,
    /// Areas that it is about, linked to their pages.
    pub gebieden: Vec<LinkView>,
    /// Target groups that it is about, linked to their pages.
    pub doelgroepen: Vec<LinkView>,
    /// That it ended.
    pub einde: Option<EndView>,
    /// Whether any of this stands among its facts.
    pub heeft_feiten: bool,
}

/// The end of an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct EndView {
    /// "Beëindigd per 1 januari 2028: afgerond."
    pub zin: String,
    /// Why, in words.
    pub reden: String,
    /// From when on, in words.
    pub per: String,
    /// More about it.
    pub toelichting: Option<String>,
    /// The agreement that came in its place.
    pub door: Option<LinkView>,
}

/// A line of a tree of agreements, in the order of reading. `opent` and `sluit`
/// say how the lists around it nest.
#[derive(Debug, Clone, Serialize)]
pub struct TreeLine {
    /// Number and title, linked.
    pub afspraak: LinkView,
    /// How far it is worked out, in words.
    pub niveau: Option<String>,
    /// That it ended, in words.
    pub einde: Option<String>,
    /// Whether a list of what works it out follows.
    pub opent: bool,
    /// How many lists end after this line.
    pub sluit: Vec<()>,
}

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
