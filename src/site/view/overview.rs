//! What templates get of the pages over all documents.

use serde::Serialize;

use super::{DownloadView, Frame, LinkView};

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
