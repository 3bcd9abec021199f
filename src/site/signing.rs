//! What pages say of decisions, signatures, and the parts that a party does not
//! sign; and which extracts they offer.

use super::address;
use super::pages::Pages;
use super::view::{
    ApprovalView, DownloadView, ExceptionPart, ExceptionView, LinkView, SignatoryView, SignedPart,
    SigningView,
};
use crate::markdown::plain;
use crate::model::{
    Afspraak, Datum, Deel, GetekendDeel, Keuze, Overeenkomst, Status, TekentVoor, Thema, Uittreksel,
    Uitzondering,
};

impl Pages<'_> {
    pub(super) fn approvals(&self, document: &Overeenkomst) -> Vec<ApprovalView> {
        document
            .goedkeuringen
            .iter()
            .map(|goedkeuring| ApprovalView {
                orgaan: goedkeuring.orgaan.value.clone(),
                partij: goedkeuring.partij.naam.clone(),
                besluit: self.labels.besluit(goedkeuring),
                voorbehoud: goedkeuring.voorbehoud.as_ref().map(|found| self.labels.voorbehoud(found)),
                opmerking: goedkeuring.opmerking.clone(),
            })
            .collect()
    }

    pub(super) fn signing(&self, path: &str, document: &Overeenkomst) -> Option<SigningView> {
        let ondertekening = &document.ondertekening;
        let uitzonderingen: Vec<ExceptionView> = document
            .uitzonderingen()
            .map(|(thema, afspraak, found)| ExceptionView {
                partij: found.partij.value.naam.clone(),
                deel: Some(self.excepted_part(path, document, thema, afspraak)),
                reden: found.reden.clone(),
            })
            .collect();
        if ondertekening.door.is_empty() && uitzonderingen.is_empty() {
            return None;
        }
        let clausule = self.labels.tekenclausule(document);
        let door = ondertekening.door.iter().map(|door| SignatoryView {
            partij: door.partij.value.naam.clone(),
            functie: door.functie.clone(),
            namens: door.namens.as_ref().map(|orgaan| self.labels.namens(orgaan)),
            mandaat: door.mandaat.as_ref().map(|mandaat| self.labels.mandaat(mandaat)),
            apart: self.labels.apart(door.plaats.as_deref(), door.datum),
            behalve: match document.tekent_voor(door) {
                TekentVoor::Behalve { uitgezonderd, .. } => {
                    Some(self.labels.tekent_voor_behalve(&uitgezonderd))
                }
                TekentVoor::Geheel | TekentVoor::Delen(_) => None,
            },
            voor: match document.tekent_voor(door) {
                TekentVoor::Delen(delen) => {
                    Some(delen.iter().map(|deel| self.signed_part(path, document, deel)).collect())
                }
                TekentVoor::Geheel | TekentVoor::Behalve { .. } => None,
            },
        });
        Some(SigningView {
            getekend: document.status == Status::Ondertekend,
            plaats: ondertekening.plaats.clone(),
            datum: ondertekening.datum.map(Datum::voluit),
            door: door.collect(),
            clausule,
            uitzonderingen,
        })
    }

    fn signed_part(&self, path: &str, document: &Overeenkomst, deel: &GetekendDeel) -> SignedPart {
        let page = theme_page(document, deel.thema);
        let href = self.href(path, &page);
        let numbers = deel.afspraken.iter().flatten().map(|afspraak| LinkView {
            titel: afspraak.nummer.to_string(),
            href: format!("{href}#{}", afspraak.nummer),
        });
        SignedPart { titel: deel.thema.titel.clone(), afspraken: numbers.collect(), href: href.clone() }
    }

    fn excepted_part(
        &self,
        path: &str,
        document: &Overeenkomst,
        thema: &Thema,
        afspraak: Option<&Afspraak>,
    ) -> ExceptionPart {
        let page = self.href(path, &theme_page(document, thema));
        match afspraak {
            None => ExceptionPart { titel: thema.titel.clone(), href: page },
            Some(afspraak) => ExceptionPart {
                titel: format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel)),
                href: format!("{page}#{}", afspraak.nummer),
            },
        }
    }

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

/// At the part itself only the party and its reason are told.
pub(super) fn exceptions(uitzonderingen: &[Uitzondering]) -> Vec<ExceptionView> {
    uitzonderingen
        .iter()
        .map(|found| ExceptionView {
            partij: found.partij.value.kort.clone(),
            deel: None,
            reden: found.reden.clone(),
        })
        .collect()
}

fn theme_page(document: &Overeenkomst, thema: &Thema) -> String {
    let is_it = |deel: &&Deel| deel.als_thema().is_some_and(|known| known.source == thema.source);
    match document.delen.iter().find(is_it) {
        Some(deel) => address::part(document, deel),
        None => address::document(document),
    }
}
