//! Decisions and signatures: who approves with which reservation, who signs for
//! what, and which part a party does not sign.

use serde::Serialize;

use super::{MaybeLink, OpSite, Proza, View};
use crate::model::{
    Datum, GetekendDeel, Keuze, Ondertekenaar, Overeenkomst, Status, TekentVoor, Thema, Uittreksel,
    Uitzondering,
};
use crate::resolve;

/// A decision.
#[derive(Debug, Clone, Serialize)]
pub struct ApprovalView {
    /// The body that decides.
    pub orgaan: String,
    /// Of which party.
    pub partij: String,
    /// What it decided and when, or that it is still to, in words.
    pub besluit: String,
    /// Its reservation, open or lifted, in words.
    pub voorbehoud: Option<String>,
    /// A remark.
    pub opmerking: Option<Proza>,
}

/// Signatures, without the handwriting.
#[derive(Debug, Clone, Serialize)]
pub struct SigningView {
    /// "ondertekend" or not yet.
    pub getekend: bool,
    /// Where.
    pub plaats: Option<String>,
    /// When.
    pub datum: Option<String>,
    /// Party and function.
    pub door: Vec<SignatoryView>,
    /// What it means that not every party signs for all; absent when each does.
    pub clausule: Option<String>,
    /// The parts that a party does not sign.
    pub uitzonderingen: Vec<ExceptionView>,
}

/// Who signs for a party.
#[derive(Debug, Clone, Serialize)]
pub struct SignatoryView {
    /// Name of the party.
    pub partij: String,
    /// Function of who signs.
    pub functie: String,
    /// On whose behalf, in words.
    pub namens: Option<String>,
    /// By what power, in words.
    pub mandaat: Option<String>,
    /// Where, when not with the others.
    pub plaats: Option<String>,
    /// When, when not with the others.
    pub datum: Option<String>,
    /// Both of these in words.
    pub apart: OpSite<Option<String>>,
    /// That it signs for all but some parts, in words.
    pub behalve: Option<String>,
    /// What it signs for; absent when that is all, or all but some.
    pub voor: OpSite<Option<Vec<SignedPart>>>,
    /// For what it signs, a line for each part.
    pub regels: Vec<String>,
}

/// A theme of which a party signs something.
#[derive(Debug, Clone, Serialize)]
pub struct SignedPart {
    /// Title of the theme.
    pub titel: String,
    /// Where it is.
    pub href: Option<String>,
    /// Numbers of the agreements, linked; none when it is all of the theme.
    pub afspraken: Vec<MaybeLink>,
}

/// A party that agrees with the whole, but does not sign a part.
#[derive(Debug, Clone, Serialize)]
pub struct ExceptionView {
    /// The party: its short name at the part itself, its full name in the table.
    pub partij: String,
    /// Which part, by its title after its number; absent at the part itself.
    pub deel: Option<MaybeLink>,
    /// Why.
    pub reden: Proza,
}

impl SigningView {
    /// Whether nobody is known to sign, or not to sign.
    pub fn is_empty(&self) -> bool {
        self.door.is_empty() && self.uitzonderingen.is_empty()
    }
}

impl View<'_> {
    /// The decisions on a document.
    pub fn approvals(&self, document: &Overeenkomst) -> Vec<ApprovalView> {
        let approval = |goedkeuring: &crate::model::Goedkeuring| ApprovalView {
            orgaan: goedkeuring.orgaan.value.clone(),
            partij: goedkeuring.partij.naam.clone(),
            besluit: self.labels.besluit(goedkeuring),
            voorbehoud: goedkeuring.voorbehoud.as_ref().map(|found| self.labels.voorbehoud(found)),
            opmerking: goedkeuring.opmerking.clone().map(Proza),
        };
        document.goedkeuringen.iter().map(approval).collect()
    }

    /// The signing of a document by all who sign it, or of an extract by those who sign that.
    pub fn signing(&self, document: &Overeenkomst, uittreksel: Option<&Uittreksel>) -> SigningView {
        let door: Vec<&Ondertekenaar> = match uittreksel {
            None => document.ondertekening.door.iter().collect(),
            Some(uittreksel) => document.tekenaars_van(uittreksel),
        };
        let of_theme = uittreksel.and_then(|uittreksel| match uittreksel.keuze {
            Keuze::Thema(thema) => Some(thema),
            _ => None,
        });
        let exceptions = document.uitzonderingen().filter(|(thema, ..)| is_in(of_theme, thema)).map(
            |(thema, afspraak, found)| ExceptionView {
                partij: found.partij.value.naam.clone(),
                deel: match afspraak {
                    None => resolve::theme(document, thema).map(|to| self.link(thema.titel.clone(), to)),
                    Some(afspraak) => self.numbered(document, &afspraak.nummer),
                },
                reden: found.reden.clone().into(),
            },
        );
        SigningView {
            getekend: document.status == Status::Ondertekend,
            plaats: document.ondertekening.plaats.clone(),
            datum: document.ondertekening.datum.map(Datum::voluit),
            clausule: self.labels.tekenclausule(document),
            door: door.into_iter().map(|door| self.signatory(document, door, of_theme)).collect(),
            uitzonderingen: exceptions.collect(),
        }
    }

    fn signatory(
        &self,
        document: &Overeenkomst,
        door: &Ondertekenaar,
        of_theme: Option<&Thema>,
    ) -> SignatoryView {
        let labels = self.labels;
        let signs = document.tekent_voor(door);
        let behalve = match &signs {
            TekentVoor::Behalve { uitgezonderd, .. } => Some(labels.tekent_voor_behalve(uitgezonderd)),
            TekentVoor::Geheel | TekentVoor::Delen(_) => None,
        };
        let regels = match (&signs, of_theme, &behalve) {
            (TekentVoor::Geheel, ..) => vec![labels.text("tekent-voor-geheel")],
            (TekentVoor::Behalve { .. }, None, Some(behalve)) => vec![behalve.clone()],
            _ => {
                let delen = signs.delen().into_iter().flatten();
                delen.filter(|deel| is_in(of_theme, deel.thema)).map(|deel| self.signed_line(deel)).collect()
            }
        };
        SignatoryView {
            partij: door.partij.value.naam.clone(),
            functie: door.functie.clone(),
            namens: door.namens.as_ref().map(|orgaan| labels.namens(orgaan)),
            mandaat: door.mandaat.as_ref().map(|mandaat| labels.mandaat(mandaat)),
            plaats: door.plaats.clone(),
            datum: door.datum.map(Datum::voluit),
            apart: OpSite(labels.apart(door.plaats.as_deref(), door.datum)),
            behalve,
            voor: OpSite(match &signs {
                TekentVoor::Delen(delen) => {
                    Some(delen.iter().map(|deel| self.signed_part(document, deel)).collect())
                }
                TekentVoor::Geheel | TekentVoor::Behalve { .. } => None,
            }),
            regels,
        }
    }

    fn signed_line(&self, deel: &GetekendDeel) -> String {
        match &deel.afspraken {
            None => self.labels.with("tekent-voor-thema", &[("thema", &deel.thema.titel)]),
            Some(afspraken) => {
                let numbers: Vec<&str> = afspraken.iter().map(|afspraak| afspraak.nummer.as_str()).collect();
                format!("{}: {}", deel.thema.titel, numbers.join(", "))
            }
        }
    }

    fn signed_part(&self, document: &Overeenkomst, deel: &GetekendDeel) -> SignedPart {
        let numbers = deel.afspraken.iter().flatten().map(|afspraak| MaybeLink {
            titel: afspraak.nummer.as_str().into(),
            href: self.way_to_agreement(document, &afspraak.nummer),
        });
        let theme = resolve::theme(document, deel.thema);
        SignedPart {
            titel: deel.thema.titel.clone(),
            afspraken: numbers.collect(),
            href: theme.and_then(|to| self.medium.way(to)),
        }
    }
}

/// Whether something of `thema` is to be told: of an extract only what is in it.
fn is_in(of_theme: Option<&Thema>, thema: &Thema) -> bool {
    of_theme.is_none_or(|own| own.slug == thema.slug)
}

/// At the part itself only the party and its reason are told.
pub fn exceptions(uitzonderingen: &[Uitzondering]) -> Vec<ExceptionView> {
    let exception = |found: &Uitzondering| ExceptionView {
        partij: found.partij.value.kort.clone(),
        deel: None,
        reden: found.reden.clone().into(),
    };
    uitzonderingen.iter().map(exception).collect()
}
