//! All days of one document, with what has to be done or happened on each.
//!
//! Days come from the law and the practice of the sector ([`super::termijn`]), from
//! what parties agreed instead, and from the document itself. Whether a day is
//! past is not known here.

use std::sync::Arc;

use super::overeenkomsten::OVERZICHTELIJK;
use super::termijn::{Feit, Onderwerp};
use super::{
    Afspraak, Datum, EigenDag, Goedkeuring, Jaar, Overeenkomst, OvereenkomstSoort, SiteKalender, Status,
    Thema,
};
use crate::order::{self, SortedMap};

/// What happens on a day.
#[derive(Debug, Clone, Copy)]
pub enum Gebeurtenis<'a> {
    /// A day of the law or the sector's practice.
    Termijn(&'static Feit),
    /// The same, on another day that parties agreed on.
    Afgesproken(&'static Feit),
    /// Figures over a year.
    Cijfers(Jaar, &'static Feit),
    /// The document reached a status.
    Stap(Status),
    /// A body decided.
    Goedkeuring(&'a Goedkeuring),
    /// The signing.
    Ondertekening,
    /// Publication.
    Publicatie,
    /// Publication at the latest.
    UiterlijkPubliceren,
    /// The first day of the term.
    Begin,
    /// The last day of the term.
    Einde,
    /// An agreement is to be carried out.
    Afspraak(&'a Thema, &'a Afspraak),
    /// A day of the authors' own.
    Eigen(&'a EigenDag),
}

impl Gebeurtenis<'_> {
    /// A name that stays the same when the day or the wording changes.
    pub fn sleutel(&self) -> String {
        match self {
            Self::Termijn(feit) | Self::Afgesproken(feit) => match feit.onderwerp {
                Onderwerp::Uitnodiging => "uitnodiging".into(),
                Onderwerp::Overzicht => "overzicht".into(),
                Onderwerp::Overeenstemming => "overeenstemming".into(),
                Onderwerp::Publicatie => "publiceren".into(),
                Onderwerp::Cijfers => "cijfers".into(),
                Onderwerp::Zienswijze => "zienswijze".into(),
                Onderwerp::Uitspraak => "uitspraak".into(),
            },
            Self::Cijfers(jaar, _) => format!("cijfers-{jaar}"),
            Self::Stap(status) => format!("stap-{}", status.word()),
            Self::Goedkeuring(goedkeuring) => {
                let orgaan = slug::slugify(&goedkeuring.orgaan.value);
                format!("besluit-{}-{orgaan}", goedkeuring.partij.id.as_str())
            }
            Self::Ondertekening => "ondertekening".into(),
            Self::Publicatie => "publicatie".into(),
            Self::UiterlijkPubliceren => "publicatie-uiterlijk".into(),
            Self::Begin => "begin".into(),
            Self::Einde => "einde".into(),
            Self::Afspraak(_, afspraak) => format!("afspraak-{}", afspraak.nummer),
            Self::Eigen(eigen) => format!("eigen-{}-{}", eigen.datum.jaar(), slug::slugify(&eigen.titel)),
        }
    }
}

/// A day with what happens on it.
#[derive(Debug, Clone, Copy)]
pub struct Kalenderdag<'a> {
    /// When.
    pub datum: Datum,
    /// What.
    pub wat: Gebeurtenis<'a>,
}

/// A day that documents have in common.
#[derive(Debug, Clone, Copy)]
pub struct GedeeldeDag<'a> {
    /// The day, as one of the documents has it.
    pub dag: Kalenderdag<'a>,
    /// That document: the first of them.
    pub document: &'a Overeenkomst,
    /// How many have it.
    pub aantal: usize,
}

/// The days that more documents have in common than a page can name, in the order of time. What parties agreed in
/// one document is never one of them, also when they have the same number for it as others.
pub fn gedeelde_dagen<'a>(documents: &'a [Arc<Overeenkomst>], site: &SiteKalender) -> Vec<GedeeldeDag<'a>> {
    let mut dagen: SortedMap<(Datum, String), Vec<(&Overeenkomst, Kalenderdag)>> = SortedMap::new();
    for document in documents {
        for dag in document.kalenderdagen(site) {
            if !matches!(
                dag.wat,
                Gebeurtenis::Afspraak(..) | Gebeurtenis::Eigen(_) | Gebeurtenis::Goedkeuring(_)
            ) {
                dagen.get_or_default((dag.datum, dag.wat.sleutel())).push((document, dag));
            }
        }
    }
    let shared = dagen.into_values().filter(|found| found.len() > OVERZICHTELIJK);
    shared
        .filter_map(|found| {
            found.first().map(|(document, dag)| GedeeldeDag { dag: *dag, document, aantal: found.len() })
        })
        .collect()
}

impl Overeenkomst {
    /// All its days, in the order of time.
    pub fn kalenderdagen(&self, site: &SiteKalender) -> Vec<Kalenderdag<'_>> {
        let mut dagen = self.cyclus(site);
        let mut add = |datum: Option<Datum>, wat| dagen.extend(datum.map(|datum| Kalenderdag { datum, wat }));
        for (status, datum) in &self.datums {
            // The signing has a line of its own.
            if *status != Status::Ondertekend || self.ondertekening.datum.is_none() {
                add(Some(*datum), Gebeurtenis::Stap(*status));
            }
        }
        for goedkeuring in &self.goedkeuringen {
            add(goedkeuring.datum, Gebeurtenis::Goedkeuring(goedkeuring));
        }
        add(self.ondertekening.datum, Gebeurtenis::Ondertekening);
        add(self.publicatie.datum, Gebeurtenis::Publicatie);
        if self.publicatie.datum != Some(self.publicatie.uiterlijk) {
            add(Some(self.publicatie.uiterlijk), Gebeurtenis::UiterlijkPubliceren);
        }
        if self.soort.zijn_afspraken() {
            add(Some(self.looptijd.van()), Gebeurtenis::Begin);
            add(Some(self.looptijd.tot_en_met()), Gebeurtenis::Einde);
        }
        for thema in self.themas() {
            for afspraak in thema.afspraken().filter(|afspraak| afspraak.loopt()) {
                add(afspraak.uiterste_dag(), Gebeurtenis::Afspraak(thema, afspraak));
            }
        }
        for eigen in &self.kalender.eigen {
            add(Some(eigen.datum), Gebeurtenis::Eigen(eigen));
        }
        order::sort_by_key(&mut dagen, |dag| dag.datum);
        dagen
    }

    /// What the law and practice ask in the year before the term, and figures
    /// in every year of it (handbook lines 53, 353, 512 and b13).
    fn cyclus(&self, site: &SiteKalender) -> Vec<Kalenderdag<'_>> {
        let (van, tot) = (self.looptijd.van(), self.looptijd.tot_en_met());
        let voor = van.jaar().vorige();
        let feit = |onderwerp, jaar: Jaar| Feit::op(onderwerp, jaar.eerste_dag());
        let mut dagen = Vec::new();
        let mut term = |onderwerp, agreed: Option<Datum>| {
            let Some(feit) = feit(onderwerp, voor) else { return };
            let usual = feit.dag_in(voor.eerste_dag());
            let wat = match agreed.filter(|agreed| Some(*agreed) != usual) {
                Some(_) => Gebeurtenis::Afgesproken(feit),
                None => Gebeurtenis::Termijn(feit),
            };
            dagen.extend(agreed.or(usual).map(|datum| Kalenderdag { datum, wat }));
        };
        let overzicht = self.kalender.overzicht.or_else(|| site.overzicht.and_then(|dag| dag.in_jaar(voor)));
        match self.soort {
            OvereenkomstSoort::Bod => term(Onderwerp::Overzicht, overzicht),
            OvereenkomstSoort::Evaluatie | OvereenkomstSoort::Spelregels => {}
            _ => {
                term(Onderwerp::Uitnodiging, None);
                term(Onderwerp::Overzicht, overzicht);
                let eens = site.overeenstemming.and_then(|dag| dag.in_jaar(voor));
                term(Onderwerp::Overeenstemming, self.kalender.overeenstemming.or(eens));
                // Figures over a year are there in the first quarter of the next.
                let mut jaar = van.jaar();
                while jaar <= tot.jaar() {
                    let next = jaar.volgende();
                    let found = feit(Onderwerp::Cijfers, next)
                        .and_then(|feit| Some((feit, feit.dag_in(next.eerste_dag())?)));
                    dagen.extend(
                        found.map(|(feit, datum)| Kalenderdag {
                            datum,
                            wat: Gebeurtenis::Cijfers(jaar, feit),
                        }),
                    );
                    jaar = next;
                }
            }
        }
        dagen
    }
}
