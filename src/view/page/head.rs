//! What every page of a document says of that document, and how others link to it.

use serde::Serialize;

use super::{LinkView, PageMaker};
use crate::markdown::plain;
use crate::model::{Afspraak, Deel, Overeenkomst};
use crate::resolve::{Destination, File, Place};
use crate::theme::wording::fase_id;
use crate::view::StatusView;

/// What every page of an agreement document says about that document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentHead {
    /// Title of the document.
    pub titel: String,
    /// Where its own page is.
    pub href: String,
    /// "Gemeente Zandstad" or "Regio …".
    pub gebied: String,
    /// "Meerjarenafspraken" and so on.
    pub soort: String,
    /// "2027 tot en met 2030", or with full dates when it does not cover whole years.
    pub looptijd: String,
    /// How far it is.
    pub status: StatusView,
    /// "van kracht", "gaat in op 1 januari 2027", "in de maak", "afgelopen": how it stands on the date of the build.
    pub fase: StatusView,
    /// The parties' short names, in the order of the agreement.
    pub partijen: Vec<String>,
    /// Two or three sentences.
    pub samenvatting: Option<String>,
    /// How many agreements it holds.
    pub aantal_afspraken: usize,
    /// Publication copy, when PDFs are made.
    pub pdf: Option<DownloadView>,
}

/// A file to take away.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadView {
    /// Text of the link.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// "PDF", "tekst".
    pub soort: String,
}

/// Fingerprint of the content.
#[derive(Debug, Clone, Serialize)]
pub struct FingerprintView {
    /// Short form, as in the footer of each PDF page.
    pub kort: String,
    /// SHA-256 in full, hexadecimal.
    pub lang: String,
    /// The text that it was taken of.
    pub tekst: LinkView,
}

impl PageMaker<'_> {
    pub(super) fn head(&self, document: &Overeenkomst) -> DocumentHead {
        let fase = document.fase(self.options.date);
        let binds = document.soort.zijn_afspraken();
        DocumentHead {
            titel: document.titel.clone(),
            href: self.way(document),
            gebied: self.labels.gebied(&document.gebied),
            soort: self.labels.soort_overeenkomst(document.soort),
            looptijd: self.labels.looptijd(document.looptijd),
            status: self.status(document),
            fase: StatusView::new(fase_id(fase), self.labels.fase(fase, document)),
            partijen: document.partijen.iter().map(|partij| partij.kort.clone()).collect(),
            samenvatting: document.samenvatting.clone(),
            aantal_afspraken: document.lopende_afspraken().count(),
            pdf: self.options.with_pdf.then(|| DownloadView {
                titel: self.labels.text(if binds { "download-pdf" } else { "download-pdf-anders" }),
                href: self.way(File::Publication(document)),
                soort: self.labels.text("soort-pdf"),
            }),
        }
    }

    /// "Bijlage 1", for appendices.
    pub(super) fn heading_above(&self, deel: &Deel) -> Option<String> {
        match deel {
            Deel::Thema(_) => None,
            Deel::Hoofdstuk(hoofdstuk) => self.labels.opschrift(hoofdstuk),
        }
    }

    pub(super) fn document_link(&self, document: &Overeenkomst) -> LinkView {
        self.link(document, &document.titel)
    }

    pub(super) fn part_link(&self, document: &Overeenkomst, deel: &Deel) -> LinkView {
        LinkView { titel: self.part_title(deel), href: self.part_href(document, deel) }
    }

    pub(super) fn part_href(&self, document: &Overeenkomst, deel: &Deel) -> String {
        self.way(Destination::Place(Place::Part(document, deel), None))
    }

    /// Title of a part, with "Bijlage 1" before that of an appendix.
    pub(super) fn part_title(&self, deel: &Deel) -> String {
        match self.heading_above(deel) {
            Some(above) => format!("{above}: {}", deel.titel()),
            None => deel.titel().to_owned(),
        }
    }

    /// "B1 Nieuwbouw in Noord", linked.
    pub(super) fn agreement_in(&self, document: &Overeenkomst, deel: &Deel, afspraak: &Afspraak) -> LinkView {
        let titel = format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel));
        self.link(Destination::Agreement(document, deel, afspraak.nummer.as_str()), titel)
    }

    pub(super) fn fingerprint(&self, document: &Overeenkomst) -> FingerprintView {
        let fingerprint = self.fingerprints.of(document, self.files);
        FingerprintView {
            kort: fingerprint.short(),
            lang: fingerprint.long().to_owned(),
            tekst: self.link(File::Canonical(document), self.labels.text("download-tekst")),
        }
    }
}
