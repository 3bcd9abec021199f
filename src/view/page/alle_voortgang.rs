//! Progress over all documents: how agreements stand, and what needs work first.

use serde::Serialize;

use super::{AttentionView, DocumentHead, Framed, LinkView, PageMaker, TallyTable};
use crate::model::{Fase, OVERZICHTELIJK, Overeenkomst};
use crate::resolve::Page;

/// Progress over all documents: `voortgang-overzicht.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressOverview {
    /// Documents with agreements to follow, those in force first; none where there are too many.
    pub documenten: Vec<DocumentProgress>,
    /// Those in force in a line each, where there are too many.
    pub regels: Vec<ProgressLine>,
}

/// Progress of one of many documents.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressLine {
    /// Where all of its progress is, named after the document.
    pub voortgang: LinkView,
    /// How its agreements stand, in a sentence.
    pub samenvatting: String,
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
        let documents: Vec<_> = documents.collect();
        if documents.len() > OVERZICHTELIJK {
            let in_force =
                documents.into_iter().filter(|document| document.fase(self.options.date) == Fase::VanKracht);
            let regels = in_force.map(|document| self.progress_line(document)).collect();
            let page = ProgressOverview { documenten: Vec::new(), regels };
            return self.overview("voortgang-overzicht", page);
        }
        let documenten = documents
            .into_iter()
            .map(|document| DocumentProgress {
                overeenkomst: self.head(document),
                voortgang: self.page_link(document, Page::Progress(document)),
                tellingen: self.tally_table(document),
                aandacht: self.attention(document),
            })
            .collect();
        self.overview("voortgang-overzicht", ProgressOverview { documenten, regels: Vec::new() })
    }

    fn progress_line(&self, document: &Overeenkomst) -> ProgressLine {
        ProgressLine {
            voortgang: self.link(Page::Progress(document), document.titel.clone()),
            samenvatting: self.tally_table(document).samenvatting,
        }
    }
}
