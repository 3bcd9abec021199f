//! The calendar over all documents: by year and month, what has to be done, and
//! below it what is behind us.

use std::collections::BTreeMap;

use crate::data::DataFile;
use crate::model::{Datum, Gebeurtenis, Jaar, Kalenderdag, Overeenkomst};
use crate::site::pages::Pages;
use crate::site::view::{CalendarMonth, CalendarPage, CalendarRow, CalendarYear, DownloadView};

impl Pages<'_> {
    pub(super) fn calendar(&self, path: &str) -> CalendarPage {
        let mut days: Vec<(&Overeenkomst, Kalenderdag)> = Vec::new();
        for document in &self.project.overeenkomsten {
            let own = document.kalenderdagen(&self.project.site.kalender).into_iter();
            days.extend(own.map(|dag| (&**document, dag)));
        }
        // Documents of one day in the order of their addresses.
        days.sort_by_key(|(_, dag)| dag.datum);
        let month = |datum: Datum| (datum.jaar(), datum.maand());
        let this_month = month(self.options.date);
        let (over, ahead): (Vec<_>, Vec<_>) =
            days.into_iter().partition(|(_, dag)| month(dag.datum) < this_month);
        let beschrijving = self.labels.text("kalender-uitleg");
        let place = self.overview_place(path, self.labels.text("titel-kalender"), Some(beschrijving));
        CalendarPage {
            kader: self.frame(path, place),
            jaren: self.calendar_years(path, &ahead, ""),
            voorbij: self.calendar_years(path, &over, "_voorbij"),
            bestand: self.calendar_file(path, DataFile::Kalender(None)),
        }
    }

    /// Days by year and month; what several documents have in common is said once.
    fn calendar_years(
        &self,
        path: &str,
        days: &[(&Overeenkomst, Kalenderdag)],
        prefix: &str,
    ) -> Vec<CalendarYear> {
        let mut years: BTreeMap<Jaar, Vec<CalendarMonth>> = BTreeMap::new();
        for (document, dag) in days {
            let months = years.entry(dag.datum.jaar()).or_default();
            let month = dag.datum.maandnaam();
            if months.last().is_none_or(|last| last.maand != month) {
                months.push(CalendarMonth { maand: month.to_owned(), dagen: Vec::new() });
            }
            let Some(last) = months.last_mut() else { continue };
            let row = self.calendar_row(path, document, dag);
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

    pub(in crate::site) fn calendar_file(&self, path: &str, file: DataFile) -> DownloadView {
        DownloadView {
            titel: file.titel(self.labels),
            href: self.href(path, &file.path()),
            soort: file.soort().into(),
        }
    }

    pub(in crate::site) fn calendar_row(
        &self,
        path: &str,
        document: &Overeenkomst,
        dag: &Kalenderdag,
    ) -> CalendarRow {
        CalendarRow {
            datum: dag.datum.voluit(),
            wanneer: self.past(dag.datum),
            is_afspraak: matches!(dag.wat, Gebeurtenis::Afspraak(..)),
            wat: self.labels.gebeurtenis(dag.wat),
            bron: self.labels.bron_van(dag.wat),
            waar: vec![self.where_of(path, document, dag)],
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
