//! What a page says of other documents: which one this stands under, which ones
//! stand under it, and which came before and after.

use super::address;
use super::links::PageSurroundings;
use super::pages::Pages;
use super::view::{
    CalendarSection, ContactPointView, CourseView, DisputeView, LinkView, MeetingView, RelativeView,
    StatusView, VersionView, WorkedOutView,
};
use crate::data::DataFile;
use crate::markdown::plain;
use crate::model::{Afspraak, Deel, Gebeurtenis, Kalenderdag, Overeenkomst, OvereenkomstSoort, Thema};
use crate::theme::wording::fase_id;

impl Pages<'_> {
    /// All that a document's page says of its course.
    pub(super) fn course(&self, path: &str, document: &Overeenkomst) -> CourseView {
        let relative = |other: &Overeenkomst| self.relative(path, other);
        let keten = self.project.keten(document);
        CourseView {
            boven: self.project.boven(document).map(|boven| relative(boven)),
            boven_zin: self.labels.hoort_bij(document.soort),
            onder: self.project.onder(document).into_iter().map(|onder| relative(onder)).collect(),
            onder_raam: document.soort == OvereenkomstSoort::Raamovereenkomst,
            // Two say so themselves; more are a row.
            keten: if keten.len() > 2 { keten.into_iter().map(relative).collect() } else { Vec::new() },
            van: document.van.iter().map(|partij| partij.naam.clone()).collect(),
            versies: document.versies.iter().rev().map(|versie| self.version(versie)).collect(),
            overleg: document
                .overleg
                .iter()
                .map(|overleg| MeetingView {
                    naam: overleg.naam.clone(),
                    wie: overleg.wie.clone(),
                    hoe_vaak: overleg.hoe_vaak.clone(),
                    waarover: overleg.waarover.clone(),
                })
                .collect(),
            aanspreekpunten: document
                .aanspreekpunten
                .iter()
                .map(|punt| ContactPointView {
                    rol: self.labels.aanspreekrol(punt.rol),
                    naam: punt.naam.clone(),
                    partij: punt.partij.as_ref().map(|partij| partij.naam.clone()),
                    email: punt.email.clone(),
                    telefoon: punt.telefoon.clone(),
                })
                .collect(),
            geschil: self.dispute(document),
            kalender: self.calendar_section(path, document),
        }
    }

    pub(super) fn relative(&self, path: &str, other: &Overeenkomst) -> RelativeView {
        let fase = other.fase(self.options.date);
        RelativeView {
            soort: self.labels.soort_overeenkomst(other.soort),
            titel: other.titel.clone(),
            href: self.href(path, &address::document(other)),
            looptijd: self.labels.looptijd(other.looptijd),
            fase: StatusView { id: fase_id(fase), label: self.labels.fase(fase, other), sinds: None },
        }
    }

    fn version(&self, versie: &crate::model::Versie) -> VersionView {
        VersionView {
            nummer: versie.nummer.clone(),
            datum: versie.datum.voluit(),
            status: versie.status.map(|status| self.labels.status(status)),
            toelichting: versie.toelichting.clone(),
        }
    }

    fn dispute(&self, document: &Overeenkomst) -> Option<DisputeView> {
        let geschil = document.geschil.as_ref()?;
        Some(DisputeView {
            stappen: geschil.stappen.clone(),
            bemiddelaar: geschil.bemiddelaar.clone(),
            bindend: geschil.bindend,
            wet: self.labels.geschil_wet(document),
        })
    }

    fn calendar_section(&self, path: &str, document: &Overeenkomst) -> CalendarSection {
        let dagen = document.kalenderdagen(&self.project.site.kalender);
        let (afspraken, proces): (Vec<_>, Vec<_>) =
            dagen.into_iter().partition(|dag| matches!(dag.wat, Gebeurtenis::Afspraak(..)));
        let rows = |dagen: Vec<Kalenderdag>| {
            dagen.iter().map(|dag| self.calendar_row(path, document, dag)).collect()
        };
        CalendarSection {
            proces: rows(proces),
            afspraken: rows(afspraken),
            bestand: self.calendar_file(path, DataFile::Kalender(Some(document))),
        }
    }

    /// Where a day of the calendar leads to: the agreement, or the document.
    pub(super) fn where_of(&self, path: &str, document: &Overeenkomst, dag: &Kalenderdag) -> LinkView {
        match dag.wat {
            Gebeurtenis::Afspraak(thema, afspraak) => match part_of(document, thema) {
                Some(deel) => self.agreement_at(path, document, deel, afspraak),
                None => self.document_link(path, document),
            },
            _ => self.document_link(path, document),
        }
    }

    fn agreement_at(
        &self,
        path: &str,
        document: &Overeenkomst,
        deel: &Deel,
        afspraak: &Afspraak,
    ) -> LinkView {
        let page = address::part(document, deel);
        LinkView {
            titel: document.titel.clone(),
            href: format!("{}#{}", self.href(path, &page), afspraak.nummer),
        }
    }

    /// What an agreement works out in the document above, and where it is
    /// worked out in those below.
    pub(super) fn worked_out(&self, afspraak: &Afspraak, here: &PageSurroundings) -> WorkedOutView {
        let Some(document) = here.document() else { return WorkedOutView::default() };
        let boven = self.project.boven(document);
        let werkt_uit = boven.into_iter().flat_map(|boven| {
            afspraak
                .werkt_uit
                .iter()
                .filter_map(|nummer| self.elsewhere(here.path, boven, nummer.value.as_str()))
        });
        let mut uitgewerkt = Vec::new();
        for onder in self.project.onder(document) {
            let those = onder
                .lopende_afspraken()
                .filter(|other| other.werkt_uit.iter().any(|nummer| nummer.value == afspraak.nummer));
            uitgewerkt
                .extend(those.filter_map(|other| self.elsewhere(here.path, onder, other.nummer.as_str())));
        }
        let werkt_uit: Vec<LinkView> = werkt_uit.collect();
        WorkedOutView { werkt_uit, uitgewerkt }
    }

    /// An agreement of another document, with the name of that.
    fn elsewhere(&self, path: &str, document: &Overeenkomst, nummer: &str) -> Option<LinkView> {
        let (thema, afspraak) = document.afspraak(nummer)?;
        let deel = part_of(document, thema)?;
        let page = address::part(document, deel);
        let titel = format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel));
        Some(LinkView {
            titel: self
                .labels
                .with("afspraak-elders", &[("afspraak", &titel), ("document", &document.titel)]),
            href: format!("{}#{}", self.href(path, &page), afspraak.nummer),
        })
    }
}

fn part_of<'a>(document: &'a Overeenkomst, thema: &Thema) -> Option<&'a Deel> {
    document.delen.iter().find(|deel| deel.source() == thema.source)
}
