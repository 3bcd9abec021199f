//! An indicator in the words of the theme: what a page and a PDF show of it,
//! so that both say the same.

use serde::Serialize;

use super::labels::Labels;
use crate::chart::Words;
use crate::model::{Bron, Getal, Indicator, Jaar, Jaarcijfers, Stand, Stoplicht, Streef, Telling, WebAdres};

/// An indicator, worded.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorWords {
    /// Title.
    pub titel: String,
    /// Unit of the figures.
    pub eenheid: String,
    /// Where the figures come from.
    pub bron: Option<SourceWords>,
    /// Who collects them.
    pub eigenaar: Option<String>,
    /// Which way is better, where that was said.
    pub richting: Option<String>,
    /// What the columns of the figures are, after that of the years.
    pub koppen: Vec<String>,
    /// A row a year.
    pub regels: Vec<YearWords>,
    /// What is to be said of single figures.
    pub opmerkingen: Vec<String>,
    /// What the chart shows.
    pub grafiek: String,
}

/// Where figures come from, worded.
#[derive(Debug, Clone, Serialize)]
pub struct SourceWords {
    /// Its name.
    pub naam: String,
    /// Where it is found.
    pub url: Option<String>,
    /// The day that its figures are of.
    pub peildatum: Option<String>,
}

/// The figures of one year; a figure that is absent is not known or not set.
#[derive(Debug, Clone, Serialize)]
pub struct YearWords {
    /// The year.
    pub jaar: String,
    /// Its figures, in the order of the columns.
    pub cellen: Vec<Option<String>>,
}

impl Labels {
    /// An indicator for readers.
    pub fn indicator(&self, indicator: &Indicator) -> IndicatorWords {
        let columns = self.columns(indicator);
        let rows = indicator.per_jaar();
        IndicatorWords {
            titel: indicator.titel.clone(),
            eenheid: indicator.eenheid.value.clone(),
            bron: indicator.bron.as_ref().map(source),
            eigenaar: indicator.eigenaar.as_ref().map(|partij| partij.kort.clone()),
            richting: indicator.richting.as_ref().map(|richting| self.richting(richting.value)),
            koppen: columns.iter().map(|(titel, _)| titel.clone()).collect(),
            regels: rows
                .iter()
                .map(|row| YearWords {
                    jaar: row.jaar.to_string(),
                    cellen: columns.iter().map(|(_, cell)| cell(row).map(Getal::to_string)).collect(),
                })
                .collect(),
            opmerkingen: indicator
                .stand
                .iter()
                .filter_map(|(jaar, stand)| self.remark(jaar.value, stand))
                .collect(),
            grafiek: self.chart_in_words(indicator),
        }
    }

    /// The words in the chart of an indicator.
    pub fn chart(&self, indicator: &Indicator) -> Words {
        Words {
            stand: self.text("indicator-stand"),
            doel: self.text("indicator-streef"),
            minimum: self.minimum(indicator.gewenst()),
            ambitie: self.text("indicator-ambitie"),
            nulmeting: self.text("indicator-nulmeting"),
            beschrijving: self.chart_in_words(indicator),
            schaal: self.text("grafiek-schaal"),
        }
    }

    /// The last figure and its day against the target, in words.
    pub fn laatste_cijfer(&self, indicator: &Indicator) -> String {
        let Some((jaar, stand)) = indicator.laatste_stand() else { return self.text("cijfer-geen") };
        let (getal, datum) = (stand.waarde.to_string(), stand.dag(jaar).voluit());
        let eenheid = &indicator.eenheid.value;
        let mut text =
            self.with("cijfer-laatste", &[("getal", &getal), ("eenheid", eenheid), ("datum", &datum)]);
        if let Some((year, streef)) = indicator.streef_in(jaar) {
            let key = match streef.ambitie() {
                _ if !indicator.haalt(&stand.waarde, streef.minimum()) => "cijfer-doel-niet",
                Some(ambitie) if indicator.haalt(&stand.waarde, ambitie) => "cijfer-doel-overtroffen",
                _ => "cijfer-doel-gehaald",
            };
            let doel = self.streef(indicator, streef);
            text.push(' ');
            text.push_str(&self.with(key, &[("jaar", &year.to_string()), ("doel", &doel)]));
        }
        text
    }

    /// "18 op schema, 3 vraagt aandacht, 5 nog zonder oordeel", with the year before it.
    pub fn telling(&self, telling: &Telling) -> String {
        let jaar = telling.jaar.to_string();
        if telling.is_geheel_groen() {
            let aantal = telling.totaal().to_string();
            return self.with("telling-groen", &[("jaar", &jaar), ("aantal", &aantal)]);
        }
        let parts = [
            (telling.groen, self.stoplicht(Stoplicht::Groen)),
            (telling.oranje, self.stoplicht(Stoplicht::Oranje)),
            (telling.rood, self.stoplicht(Stoplicht::Rood)),
            (telling.zonder, self.text("zonder-oordeel")),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(aantal, _)| *aantal > 0)
            .map(|(aantal, oordeel)| {
                self.with("telling-deel", &[("aantal", &aantal.to_string()), ("oordeel", &oordeel)])
            })
            .collect();
        self.with("telling", &[("jaar", &jaar), ("telling", &parts.join(", "))])
    }

    fn columns(&self, indicator: &Indicator) -> Vec<(String, Column)> {
        let has_ambition = indicator.streef.iter().any(|(_, streef)| streef.ambitie().is_some());
        let minimum =
            if has_ambition { self.minimum(indicator.gewenst()) } else { self.text("indicator-streef") };
        let mut columns: Vec<(String, Column)> = vec![
            (self.text("indicator-nulmeting"), |row| row.nulmeting),
            (minimum, |row| row.streef.map(Streef::minimum)),
            (self.text("indicator-stand"), |row| row.stand.map(|stand| &stand.waarde)),
        ];
        if has_ambition {
            columns.insert(2, (self.text("indicator-ambitie"), |row| row.streef.and_then(Streef::ambitie)));
        }
        columns
    }

    /// "2026: 640, gemeten op 1 oktober 2026. De rest volgt in maart."
    fn remark(&self, jaar: Jaar, stand: &Stand) -> Option<String> {
        let jaar = jaar.to_string();
        let day = stand.peildatum.as_ref().map(|datum| datum.value.voluit());
        match (day, &stand.toelichting) {
            (Some(datum), None) => Some(self.with("cijfer-van", &[("jaar", &jaar), ("datum", &datum)])),
            (None, Some(tekst)) => Some(self.with("cijfer-bij", &[("jaar", &jaar), ("tekst", tekst)])),
            (Some(datum), Some(tekst)) => {
                Some(self.with("cijfer-van-bij", &[("jaar", &jaar), ("datum", &datum), ("tekst", tekst)]))
            }
            (None, None) => None,
        }
    }

    /// What the chart shows, for those who do not see it.
    fn chart_in_words(&self, indicator: &Indicator) -> String {
        let mut sentences = vec![
            self.with("grafiek-van", &[("titel", &indicator.titel), ("eenheid", &indicator.eenheid.value)]),
        ];
        if let Some((jaar, getal)) = indicator.nulmeting.last() {
            sentences.push(self.at("grafiek-begin", jaar.value, getal));
        }
        sentences.extend(self.targets_in_words(indicator));
        match indicator.laatste_stand() {
            Some((jaar, stand)) => sentences.push(self.at("grafiek-stand", jaar, &stand.waarde)),
            None => sentences.push(self.text("grafiek-zonder-stand")),
        }
        sentences.join(" ")
    }

    fn at(&self, key: &str, jaar: Jaar, getal: &Getal) -> String {
        self.with(key, &[("jaar", &jaar.to_string()), ("getal", &getal.to_string())])
    }

    /// "ten minste 220 en liefst 250", or the figure by itself.
    fn streef(&self, indicator: &Indicator, streef: &Streef) -> String {
        match streef {
            Streef::Waarde(getal) => getal.to_string(),
            Streef::Bandbreedte { minimum, ambitie } => self.with(
                &format!("streef-{}", indicator.gewenst().word()),
                &[("minimum", &minimum.to_string()), ("ambitie", &ambitie.to_string())],
            ),
        }
    }

    fn targets_in_words(&self, indicator: &Indicator) -> Option<String> {
        let (first, from) = indicator.streef.first()?;
        let (last, to) = indicator.streef.last()?;
        let (first, last) = (first.value.to_string(), last.value.to_string());
        if first == last {
            return Some(
                self.with("grafiek-doel", &[("jaar", &last), ("doel", &self.streef(indicator, to))]),
            );
        }
        Some(self.with(
            "grafiek-doelen",
            &[
                ("van", &self.streef(indicator, from)),
                ("eerste", &first),
                ("naar", &self.streef(indicator, to)),
                ("laatste", &last),
            ],
        ))
    }
}

/// What a column of the figures shows of a year.
type Column = for<'a> fn(&Jaarcijfers<'a>) -> Option<&'a Getal>;

fn source(bron: &Bron) -> SourceWords {
    SourceWords {
        naam: bron.naam.clone(),
        url: bron.url.as_ref().map(WebAdres::as_str).map(str::to_owned),
        peildatum: bron.peildatum.map(|datum| datum.voluit()),
    }
}
