//! Progress over all documents: how agreements stand, and what needs work first.

use serde::Serialize;

use super::{AttentionView, DocumentHead, Framed, LinkView, PageMaker, TallyTable};
use crate::resolve::Page;

/// Progress over all documents: `voortgang-overzicht.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressOverview {
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

impl PageMaker<'_> {
    /// The page.
    pub fn progress_overview(&self) -> Framed<ProgressOverview> {
        let documents = self.documents_in_order().into_iter().filter(|document| document.heeft_voortgang());
        let documenten = documents
            .map(|document| DocumentProgress {
                overeenkomst: self.head(document),
                voortgang: self.page_link(document, Page::Progress(document)),
                tellingen: self.tally_table(document),
                aandacht: self.attention(document),
            })
            .collect();
        self.overview("voortgang-overzicht", ProgressOverview { documenten })
    }
}
