//! What a page says of other documents: which one this stands under, which ones
//! stand under it, and which came before and after.

use serde::Serialize;

use super::{CalendarRow, DownloadView, LinkView, PageMaker};
use crate::model::{Gebeurtenis, Kalenderdag, Overeenkomst, OvereenkomstSoort};
use crate::resolve::{self, DataFile};
use crate::theme::wording::fase_id;
use crate::view::{ContactPointView, DisputeView, MeetingView, StatusView, VersionView};

/// The course of a document.
#[derive(Debug, Clone, Serialize)]
pub struct CourseView {
    /// The document that it stands under.
    pub boven: Option<RelativeView>,
    /// What it is to that document, in words.
    pub boven_zin: String,
    /// The documents that stand under it.
    pub onder: Vec<RelativeView>,
    /// Whether these stand under a joint framework.
    pub onder_raam: bool,
    /// Documents that came in each other's place, the oldest first, where there are more than two.
    pub keten: Vec<RelativeView>,
    /// Whose offer it is.
    pub van: Vec<String>,
    /// Versions, the newest first.
    pub versies: Vec<VersionView>,
    /// Meetings that return.
    pub overleg: Vec<MeetingView>,
    /// Whom to turn to.
    pub aanspreekpunten: Vec<ContactPointView>,
    /// What parties do when they disagree.
    pub geschil: Option<DisputeView>,
    /// What is done when.
    pub kalender: CalendarSection,
}

/// Another document, in a list.
#[derive(Debug, Clone, Serialize)]
pub struct RelativeView {
    /// Its kind.
    pub soort: String,
    /// Its title.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// Its term.
    pub looptijd: String,
    /// How it stands.
    pub fase: StatusView,
}

/// The days of one document.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarSection {
    /// The process.
    pub proces: Vec<CalendarRow>,
    /// Last days of agreements.
    pub afspraken: Vec<CalendarRow>,
    /// The same for a calendar program.
    pub bestand: DownloadView,
}

impl PageMaker<'_> {
    /// All that a document's page says of its course.
    pub(super) fn course(&self, document: &Overeenkomst) -> CourseView {
        let relative = |other: &Overeenkomst| self.relative(other);
        let keten = self.project.keten(document);
        CourseView {
            boven: self.project.boven(document).map(|boven| relative(boven)),
            boven_zin: self.labels.hoort_bij(document.soort),
            onder: self.project.onder(document).into_iter().map(|onder| relative(onder)).collect(),
            onder_raam: document.soort == OvereenkomstSoort::Raamovereenkomst,
            // Two say so themselves; more are a row.
            keten: if keten.len() > 2 { keten.into_iter().map(relative).collect() } else { Vec::new() },
            van: document.van.iter().map(|partij| partij.naam.clone()).collect(),
            versies: self.versions(document),
            overleg: self.meetings(document),
            aanspreekpunten: self.contact_points(document),
            geschil: self.dispute(document),
            kalender: self.calendar_section(document),
        }
    }

    pub(super) fn relative(&self, other: &Overeenkomst) -> RelativeView {
        let fase = other.fase(self.options.date);
        RelativeView {
            soort: self.labels.soort_overeenkomst(other.soort),
            titel: other.titel.clone(),
            href: self.way(other),
            looptijd: self.labels.looptijd(other.looptijd),
            fase: StatusView { id: fase_id(fase), label: self.labels.fase(fase, other), sinds: None },
        }
    }

    fn calendar_section(&self, document: &Overeenkomst) -> CalendarSection {
        let dagen = document.kalenderdagen(&self.project.site.kalender);
        let (afspraken, proces): (Vec<_>, Vec<_>) =
            dagen.into_iter().partition(|dag| matches!(dag.wat, Gebeurtenis::Afspraak(..)));
        let rows =
            |dagen: Vec<Kalenderdag>| dagen.iter().map(|dag| self.calendar_row(document, dag)).collect();
        CalendarSection {
            proces: rows(proces),
            afspraken: rows(afspraken),
            bestand: self.calendar_file(DataFile::Kalender(Some(document))),
        }
    }

    /// Where a day of the calendar leads to: the agreement, or the document.
    pub(super) fn where_of(&self, document: &Overeenkomst, dag: &Kalenderdag) -> LinkView {
        let to = match dag.wat {
            Gebeurtenis::Afspraak(_, afspraak) => resolve::agreement(document, afspraak.nummer.as_str()),
            _ => None,
        };
        self.link(to.unwrap_or(document.into()), &document.titel)
    }
}
