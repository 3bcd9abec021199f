//! A copy on paper: what stands on its cover, in its feet and in its colophon.

use serde::Serialize;

use super::{ApprovalView, SigningView, StatusView, TogetherView, VersionView, View};
use crate::model::{Datum, Overeenkomst, Partij, Status, Uittreksel};
use crate::resolve::{Destination, Place};

/// Everything of a copy but its text.
#[derive(Debug, Clone, Serialize)]
pub struct CopyView {
    /// Title; of an extract with what it is of.
    pub titel: String,
    /// What it is, in a sentence.
    pub beschrijving: String,
    /// "Gemeente Zandstad"
    pub gebied: String,
    /// "Meerjarenafspraken"
    pub soort: String,
    /// "1 januari 2027 tot en met 31 december 2030"
    pub looptijd: String,
    /// How far the document is.
    pub status: StatusView,
    /// The word on every page of a copy that is not what parties are bound to.
    pub merk: Option<&'static str>,
    /// The parties, in the order of the document.
    pub partijen: Vec<CopyParty>,
    /// The steps that the document went through.
    pub versies: Vec<StepView>,
    /// Which bodies approve, and when they did.
    pub goedkeuringen: Vec<ApprovalView>,
    /// Reservations of decisions, open or lifted, each a sentence.
    pub voorbehouden: Vec<String>,
    /// Who signs, for what.
    pub ondertekening: SigningView,
    /// When it is published.
    pub publicatie: PublicationView,
    /// What it is to the document that it stands under.
    pub boven: Option<AboveView>,
    /// Versions of the text, the newest first.
    pub versiehistorie: Vec<VersionView>,
    /// How parties work together.
    pub samenwerken: TogetherView,
    /// The copies to sign, when it is one of these. Which of them it is stands apart, so that they
    /// have all of this in common.
    pub exemplaren: Option<SigningCopies>,
    /// What an extract says of itself.
    pub uittreksel: Option<ExtractView>,
    /// Year, month and day on which the document reached its status.
    pub datum: (i16, i8, i8),
    /// Where it is on the web.
    pub adres: Option<String>,
    /// The same for the eye: with its accents.
    pub adres_tekst: Option<String>,
    /// For those who search among files.
    pub trefwoorden: Vec<String>,
}

/// A party on the cover.
#[derive(Debug, Clone, Serialize)]
pub struct CopyParty {
    /// Full name.
    pub naam: String,
    /// Short name.
    pub kort: String,
    /// "Gemeente", "Woningcorporatie", …
    pub rol: String,
    /// Its logo.
    pub logo: Option<String>,
}

/// A step in the making of the document, with its day.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// Which step, worded.
    pub label: String,
    /// When it was reached, worded.
    pub datum: String,
}

/// Publication dates.
#[derive(Debug, Clone, Serialize)]
pub struct PublicationView {
    /// When it is (to be) published.
    pub datum: Option<String>,
    /// When it must be published at the latest.
    pub uiterlijk: String,
}

/// The document that another one stands under.
#[derive(Debug, Clone, Serialize)]
pub struct AboveView {
    /// What the one is to the other, in words.
    pub zin: String,
    /// Title of the document above.
    pub titel: String,
    /// Where it is.
    pub adres: Option<String>,
}

/// All copies to sign of one document, or of one extract.
#[derive(Debug, Clone, Serialize)]
pub struct SigningCopies {
    /// How many there are.
    pub aantal: usize,
    /// Whose they are, in the order of their numbers.
    pub partijen: Vec<String>,
}

/// What an extract says of itself.
#[derive(Debug, Clone, Serialize)]
pub struct ExtractView {
    /// Title of the document that it is of.
    pub van: String,
    /// Whether it is signed.
    pub ondertekenen: bool,
}

impl View<'_> {
    /// A copy of a document, or of an extract of it, to read or `to_sign`.
    pub fn copy(&self, document: &Overeenkomst, uittreksel: Option<&Uittreksel>, to_sign: bool) -> CopyView {
        let labels = self.labels;
        let titel = match uittreksel {
            None => document.titel.clone(),
            Some(uittreksel) => format!("{}: {}", document.titel, labels.uittreksel(uittreksel)),
        };
        let beschrijving = match uittreksel {
            None => document.samenvatting.clone().unwrap_or_else(|| document.titel.clone()),
            Some(_) => titel.clone(),
        };
        let step = |(status, datum): &(Status, Datum)| StepView {
            label: labels.status(*status),
            datum: datum.voluit(),
        };
        let exemplaren = to_sign.then(|| {
            let partijen = document.exemplaren(uittreksel);
            SigningCopies {
                aantal: partijen.len(),
                partijen: partijen.iter().map(|partij| partij.naam.clone()).collect(),
            }
        });
        let own = Destination::Place(Place::Document(document), None);
        let date = document.datum();
        let mut trefwoorden = vec!["prestatieafspraken".to_owned(), labels.gebied(&document.gebied)];
        trefwoorden.extend(document.themas().map(|thema| labels.thema(thema)));
        CopyView {
            titel,
            beschrijving,
            gebied: labels.gebied(&document.gebied),
            soort: labels.soort_overeenkomst(document.soort),
            looptijd: labels.looptijd_voluit(document.looptijd),
            status: self.status(document),
            merk: mark(document, to_sign),
            partijen: document.partijen.iter().map(|partij| self.copy_party(partij)).collect(),
            versies: document.datums.iter().map(step).collect(),
            goedkeuringen: self.approvals(document),
            voorbehouden: labels.voorbehouden(document),
            ondertekening: self.signing(document, uittreksel),
            publicatie: self.publication(document),
            boven: self.above(document),
            versiehistorie: self.versions(document),
            samenwerken: self.together(document),
            exemplaren,
            uittreksel: uittreksel.map(|uittreksel| ExtractView {
                van: document.titel.clone(),
                ondertekenen: !document.tekenaars_van(uittreksel).is_empty(),
            }),
            datum: (date.jaar().getal(), date.maand(), date.dag()),
            adres: self.medium.web(own),
            adres_tekst: self.medium.address(own),
            trefwoorden,
        }
    }

    fn copy_party(&self, partij: &Partij) -> CopyParty {
        CopyParty {
            naam: partij.naam.clone(),
            kort: partij.kort.clone(),
            rol: self.labels.rol(partij.rol),
            logo: partij.logo.as_ref().map(|logo| self.medium.picture(&logo.value)),
        }
    }

    /// How far a document is.
    pub fn status(&self, document: &Overeenkomst) -> StatusView {
        StatusView {
            sinds: document.sinds().map(Datum::voluit),
            ..StatusView::new(document.status.word(), self.labels.status(document.status))
        }
    }

    /// When a document is published, and when it must be.
    pub fn publication(&self, document: &Overeenkomst) -> PublicationView {
        PublicationView {
            datum: document.publicatie.datum.map(Datum::voluit),
            uiterlijk: document.publicatie.uiterlijk.voluit(),
        }
    }

    fn above(&self, document: &Overeenkomst) -> Option<AboveView> {
        let boven = self.project.boven(document)?;
        Some(AboveView {
            zin: self.labels.hoort_bij(document.soort),
            titel: boven.titel.clone(),
            adres: self.medium.web(Destination::Place(Place::Document(boven), None)),
        })
    }
}

/// The word on every page of a copy that is not what parties are bound to.
fn mark(document: &Overeenkomst, to_sign: bool) -> Option<&'static str> {
    match document.status {
        Status::Vervallen => Some("VERVALLEN"),
        // Whoever makes an offer or looks back adopts it, and nobody signs.
        Status::Vastgesteld if !document.soort.zijn_afspraken() => None,
        Status::Ondertekend => None,
        // A copy to be signed is not signed yet; from adoption on it is no concept.
        Status::Vastgesteld if to_sign => None,
        _ => Some("CONCEPT"),
    }
}
