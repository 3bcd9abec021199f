//! Which extracts pages offer.

use super::address;
use super::pages::Pages;
use super::view::DownloadView;
use crate::model::{Keuze, Overeenkomst, Uittreksel};

impl Pages<'_> {
    /// The extracts of a document that `wanted` picks, when PDFs are made.
    pub(super) fn extracts(
        &self,
        path: &str,
        document: &Overeenkomst,
        wanted: impl Fn(&Keuze) -> bool,
    ) -> Vec<DownloadView> {
        if !self.options.with_pdf {
            return Vec::new();
        }
        let found = document.uittreksels().into_iter().filter(|uittreksel| wanted(&uittreksel.keuze));
        found.map(|uittreksel| self.extract(path, document, &uittreksel)).collect()
    }

    fn extract(&self, path: &str, document: &Overeenkomst, uittreksel: &Uittreksel) -> DownloadView {
        let titel = self.labels.uittreksel(uittreksel);
        DownloadView {
            titel: self.labels.with("download-uittreksel", &[("titel", &titel)]),
            href: self.href(path, &address::extract(document, uittreksel)),
            soort: self.labels.text("soort-pdf"),
        }
    }
}
