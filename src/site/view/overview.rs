//! What templates get of the pages over all documents.

use serde::Serialize;

use super::{DocumentHead, DownloadView, Frame, LinkView, PartyView};

/// The guide: `wegwijzer.html`.
#[derive(Debug, Clone, Serialize)]
pub struct GuidePage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// Ways into the site; only groups that hold something.
    pub groepen: Vec<GuideGroup>,
}

/// A group of ways into the site.
#[derive(Debug, Clone, Serialize)]
pub struct GuideGroup {
    /// For class names.
    pub id: &'static str,
    /// Heading.
    pub titel: String,
    /// One sentence on what is found here.
    pub uitleg: String,
    /// Pages.
    pub links: Vec<LinkView>,
    /// Files to take away.
    pub bestanden: Vec<DownloadView>,
}

/// The page of a party: `partij.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PartijPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// The party.
    pub partij: PartyView,
    /// What it does, document by document, the newest first.
    pub documenten: Vec<PartijDocument>,
}

/// What a party does in one document.
#[derive(Debug, Clone, Serialize)]
pub struct PartijDocument {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// Its contributions, in the order of the document.
    pub inzetten: Vec<ContributionLink>,
}

/// A contribution, with the agreement that it belongs to.
#[derive(Debug, Clone, Serialize)]
pub struct ContributionLink {
    /// Number of the agreement.
    pub nummer: String,
    /// Its title.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// What the party does.
    pub inzet: String,
    /// When, in words.
    pub wanneer: Option<String>,
}
