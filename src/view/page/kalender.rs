//! The calendar over all documents: by year and month, what has to be done, and
//! below it what is behind us.

use serde::Serialize;

use super::{DownloadView, Framed, LinkView, PageMaker};
use crate::model::{Datum, Gebeurtenis, Jaar, Kalenderdag, Overeenkomst};
use crate::order::{self, SortedMap};
use crate::resolve::DataFile;

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

impl PageMaker<'_> {
    /// The page.
    pub fn calendar(&self) -> Framed<CalendarPage> {
        let mut days: Vec<(&Overeenkomst, Kalenderdag)> = Vec::new();
        for document in &self.project.overeenkomsten {
            let own = document.kalenderdagen(&self.project.site.kalender).into_iter();
            days.extend(own.map(|dag| (&**document, dag)));
        }
        // Documents of one day in the order of their addresses.
        order::sort_by_key(&mut days, |(_, dag)| dag.datum);
        let month = |datum: Datum| (datum.jaar(), datum.maand());
        let this_month = month(self.options.date);
        let (over, ahead): (Vec<_>, Vec<_>) =
            days.into_iter().partition(|(_, dag)| month(dag.datum) < this_month);
        let page = CalendarPage {
            jaren: self.calendar_years(&ahead, ""),
            voorbij: self.calendar_years(&over, "_voorbij"),
            bestand: self.calendar_file(DataFile::Kalender(None)),
        };
        self.overview("kalender", page)
    }

    /// Days by year and month; what several documents have in common is said once.
    fn calendar_years(&self, days: &[(&Overeenkomst, Kalenderdag)], prefix: &str) -> Vec<CalendarYear> {
        let mut years: SortedMap<Jaar, Vec<CalendarMonth>> = SortedMap::new();
        for (document, dag) in days {
            let months = years.get_or_default(dag.datum.jaar());
            let month = dag.datum.maandnaam();
            if months.last().is_none_or(|last| last.maand != month) {
                months.push(CalendarMonth { maand: month.to_owned(), dagen: Vec::new() });
            }
            let Some(last) = months.last_mut() else { continue };
            let row = self.calendar_row(document, dag);
            match last.dagen.iter_mut().find(|known| known.datum == row.datum && known.wat == row.wat) {
                Some(known) => known.waar.extend(row.waar),
                None => last.dagen.push(row),
            }
        }
        let year = |(jaar, maanden): (Jaar, Vec<CalendarMonth>)| CalendarYear {
            anker: format!("{prefix}_{jaar}"),
            jaar: jaar.to_string(),
            maanden,
        };
        years.into_iter().map(year).collect()
    }

    pub(super) fn calendar_file(&self, file: DataFile) -> DownloadView {
        self.download(file, self.file_title(file))
    }

    pub(super) fn calendar_row(&self, document: &Overeenkomst, dag: &Kalenderdag) -> CalendarRow {
        CalendarRow {
            datum: dag.datum.voluit(),
            wanneer: self.past(dag.datum),
            is_afspraak: matches!(dag.wat, Gebeurtenis::Afspraak(..)),
            wat: self.labels.gebeurtenis(dag.wat),
            bron: self.labels.bron_van(dag.wat),
            waar: vec![self.where_of(document, dag)],
        }
    }

    /// Whether a day is behind us, in a word.
    fn past(&self, datum: Datum) -> Option<String> {
        let today = self.options.date;
        let key = if datum < today {
            "kalender-voorbij"
        } else if datum == today {
            "kalender-vandaag"
        } else {
            return None;
        };
        Some(self.labels.text(key))
    }
}
