//! The calendar over all documents: by year and month, what has to be done, and
//! below it what is behind us.

use serde::Serialize;

use super::{DownloadView, Framed, LinkView, PageMaker};
use crate::model::{
    Datum, Gebeurtenis, GedeeldeDag, Jaar, Kalenderdag, OVERZICHTELIJK, Overeenkomst, gedeelde_dagen,
};
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
    /// Where there is more about it: a document each; none where there are too many.
    pub waar: Vec<LinkView>,
    /// "in 120 documenten", where there are too many to name.
    pub aantal: Option<String>,
}

/// The calendar over all documents: `kalender.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarPage {
    /// Whether only days are here that many documents have in common, since there are too many.
    pub alleen_gedeeld: bool,
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
        let days = self.calendar_days();
        let month = |datum: Datum| (datum.jaar(), datum.maand());
        let this_month = month(self.options.date);
        let (over, ahead): (Vec<_>, Vec<_>) =
            days.into_iter().partition(|(datum, _)| month(*datum) < this_month);
        let page = CalendarPage {
            alleen_gedeeld: self.project.overeenkomsten.len() > OVERZICHTELIJK,
            jaren: calendar_years(ahead, ""),
            voorbij: calendar_years(over, "_voorbij"),
            bestand: self.calendar_file(DataFile::Kalender(None)),
        };
        self.overview("kalender", page)
    }

    /// All days, in order; of more documents than one can read, those that they have in common.
    fn calendar_days(&self) -> Vec<(Datum, CalendarRow)> {
        let (documents, site) = (&self.project.overeenkomsten, &self.project.site.kalender);
        if documents.len() > OVERZICHTELIJK {
            let shared = gedeelde_dagen(documents, site).into_iter();
            return shared.map(|gedeeld| (gedeeld.dag.datum, self.shared_row(&gedeeld))).collect();
        }
        let mut days: Vec<(&Overeenkomst, Kalenderdag)> = Vec::new();
        for document in documents {
            days.extend(document.kalenderdagen(site).into_iter().map(|dag| (&**document, dag)));
        }
        // Documents of one day in the order of their addresses.
        order::sort_by_key(&mut days, |(_, dag)| dag.datum);
        days.into_iter().map(|(document, dag)| (dag.datum, self.calendar_row(document, &dag))).collect()
    }

    fn shared_row(&self, gedeeld: &GedeeldeDag) -> CalendarRow {
        CalendarRow {
            waar: Vec::new(),
            aantal: Some(self.labels.count("kalender-aantal", "aantal", gedeeld.aantal)),
            ..self.calendar_row(gedeeld.document, &gedeeld.dag)
        }
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
            aantal: None,
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

/// Days by year and month; what several documents have in common is said once.
fn calendar_years(days: Vec<(Datum, CalendarRow)>, prefix: &str) -> Vec<CalendarYear> {
    let mut years: SortedMap<Jaar, Vec<CalendarMonth>> = SortedMap::new();
    for (datum, row) in days {
        let months = years.get_or_default(datum.jaar());
        let month = datum.maandnaam();
        if months.last().is_none_or(|last| last.maand != month) {
            months.push(CalendarMonth { maand: month.to_owned(), dagen: Vec::new() });
        }
        let Some(last) = months.last_mut() else { continue };
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
