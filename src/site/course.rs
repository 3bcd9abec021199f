//! What a page says of other documents: which one this stands under, which ones
//! stand under it, and which came before and after.

use super::address;
use super::links::PageSurroundings;
use super::pages::Pages;
use super::view::{CalendarSection, CourseView, LinkView, RelativeView, StatusView};
use crate::data::DataFile;
use crate::model::{Afspraak, Deel, Gebeurtenis, Kalenderdag, Overeenkomst, OvereenkomstSoort, Thema};
use crate::resolve::Place;
use crate::theme::wording::fase_id;

impl Pages<'_> {
    /// All that a document's page says of its course.
    pub(super) fn course(&self, path: &str, document: &Overeenkomst) -> CourseView {
        let here = PageSurroundings::of(self, Place::Document(document), path);
        let view = here.view();
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
            versies: view.versions(document),
            overleg: view.meetings(document),
            aanspreekpunten: view.contact_points(document),
            geschil: view.dispute(document),
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
}

fn part_of<'a>(document: &'a Overeenkomst, thema: &Thema) -> Option<&'a Deel> {
    document.delen.iter().find(|deel| deel.source() == thema.source)
}
