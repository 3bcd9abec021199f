//! Which extracts pages offer.

use super::{DownloadView, PageMaker};
use crate::model::{Keuze, Overeenkomst, Uittreksel};
use crate::resolve::File;

impl PageMaker<'_> {
    /// The extracts of a document that `wanted` picks, when PDFs are made.
    pub(super) fn extracts(
        &self,
        document: &Overeenkomst,
        wanted: impl Fn(&Keuze) -> bool,
    ) -> Vec<DownloadView> {
        if !self.options.with_pdf {
            return Vec::new();
        }
        let found = document.uittreksels().into_iter().filter(|uittreksel| wanted(&uittreksel.keuze));
        let download = |uittreksel: Uittreksel| DownloadView {
            titel: self
                .labels
                .with("download-uittreksel", &[("titel", &self.labels.uittreksel(&uittreksel))]),
            href: self.way(File::Extract(document, uittreksel)),
            soort: self.labels.text("soort-pdf"),
        };
        found.map(download).collect()
    }
}
