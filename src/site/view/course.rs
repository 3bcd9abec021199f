//! What templates get of documents in time: what they belong to, their
//! versions, their calendar, and how parties work together meanwhile.

use serde::Serialize;

use super::{
    ContactPointView, DisputeView, DownloadView, Frame, LinkView, MeetingView, StatusView, VersionView,
};

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

/// A day.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarRow {
    /// "1 april 2027"
    pub datum: String,
    /// "voorbij" or "vandaag"; nothing for a day that is still to come.
    pub wanneer: Option<String>,
    /// Whether an agreement is to be carried out on it.
    pub is_afspraak: bool,
    /// What happens.
    pub wat: String,
    /// The law or practice that it comes from.
    pub bron: Option<String>,
    /// Where there is more about it: a document each.
    pub waar: Vec<LinkView>,
}

/// The calendar over all documents: `kalender.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarPage {
    /// Frame of the page.
    #[serde(flatten)]
    pub kader: Frame,
    /// From this month on, by year.
    pub jaren: Vec<CalendarYear>,
    /// Before this month, by year, the oldest first.
    pub voorbij: Vec<CalendarYear>,
    /// The same for a calendar program.
    pub bestand: DownloadView,
}

/// A year of the calendar.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarYear {
    /// Anchor.
    pub anker: String,
    /// The year.
    pub jaar: String,
    /// Its months in which something happens.
    pub maanden: Vec<CalendarMonth>,
}

/// A month of the calendar.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarMonth {
    /// "april"
    pub maand: String,
    /// Its days on which something happens.
    pub dagen: Vec<CalendarRow>,
}
