//! Progress over all documents: how agreements stand, and what needs work first.

use crate::site::address;
use crate::site::pages::Pages;
use crate::site::view::{DocumentProgress, ProgressOverview};

impl Pages<'_> {
    pub(super) fn progress_overview(&self, path: &str) -> ProgressOverview {
        let documents = self.documents_in_order().into_iter().filter(|document| document.heeft_voortgang());
        let documenten = documents
            .map(|document| DocumentProgress {
                overeenkomst: self.head(path, document),
                voortgang: self.link(path, &address::progress(document), self.labels.text("titel-voortgang")),
                tellingen: self.tally_table(document),
                aandacht: self.attention(document, path),
            })
            .collect();
        let uitleg = self.labels.text("voortgang-overzicht-uitleg");
        let place = self.overview_place(path, self.labels.text("titel-voortgang-overzicht"), Some(uitleg));
        ProgressOverview { kader: self.frame(path, place), documenten }
    }
}
