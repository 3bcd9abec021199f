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
        found.map(|uittreksel| self.extract(document, &uittreksel)).collect()
    }

    fn extract(&self, document: &Overeenkomst, uittreksel: &Uittreksel) -> DownloadView {
        let titel = self.labels.uittreksel(uittreksel);
        DownloadView {
            titel: self.labels.with("download-uittreksel", &[("titel", &titel)]),
            href: self.way(File::Extract(document, *uittreksel)),
            soort: self.labels.text("soort-pdf"),
        }
    }
}
