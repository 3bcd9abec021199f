//! What a page says of other documents: which one this stands under, which ones
//! stand under it, and which came before and after.

use serde::Serialize;

use super::{CalendarRow, DocumentHead, DownloadView, LinkView, PageMaker};
use crate::model::{Gebeurtenis, Kalenderdag, Overeenkomst, OvereenkomstSoort};
use crate::resolve::{self, DataFile};
use crate::view::{TogetherView, VersionView};

/// The course of a document.
#[derive(Debug, Clone, Serialize)]
pub struct CourseView {
    /// The document that it stands under.
    pub boven: Option<DocumentHead>,
    /// What it is to that document, in words.
    pub boven_zin: String,
    /// The documents that stand under it.
    pub onder: Vec<DocumentHead>,
    /// Whether these stand under a joint framework.
    pub onder_raam: bool,
    /// Documents that came in each other's place, the oldest first, where there are more than two.
    pub keten: Vec<DocumentHead>,
    /// Whose offer it is.
    pub van: Vec<String>,
    /// Versions, the newest first.
    pub versies: Vec<VersionView>,
    /// How parties work together.
    #[serde(flatten)]
    pub samenwerken: TogetherView,
    /// What is done when.
    pub kalender: CalendarSection,
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
        let head = |other: &Overeenkomst| self.head(other);
        let keten = self.project.keten(document);
        CourseView {
            boven: self.project.boven(document).map(|boven| head(boven)),
            boven_zin: self.labels.hoort_bij(document.soort),
            onder: self.project.onder(document).into_iter().map(|onder| head(onder)).collect(),
            onder_raam: document.soort == OvereenkomstSoort::Raamovereenkomst,
            // Two say so themselves; more are a row.
            keten: if keten.len() > 2 { keten.into_iter().map(head).collect() } else { Vec::new() },
            van: document.van.iter().map(|partij| partij.naam.clone()).collect(),
            versies: self.versions(document),
            samenwerken: self.together(document),
            kalender: self.calendar_section(document),
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
