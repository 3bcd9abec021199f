//! Indicators: how parties see whether they get where they want to be
//! (handbook lines 253 and 514).

use std::sync::Arc;

use super::words::words;
use super::{Datum, Getal, Jaar, Partij, WebAdres};
use crate::names::IndicatorId;
use crate::order;
use crate::source::{Span, Spanned};

words! {
    /// Which way is better: more homes, or fewer evictions.
    Richting {
        /// More is better.
        Hoger = "hoger",
        /// Less is better.
        Lager = "lager",
    }
}

/// Where figures come from (handbook line 520).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bron {
    /// Its name.
    pub naam: String,
    /// Where it is found.
    pub url: Option<WebAdres>,
    /// The day that its figures are of.
    pub peildatum: Option<Datum>,
}

/// What parties aim for in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Streef {
    /// One figure.
    Waarde(Getal),
    /// What must be reached at least, and what would be better: feasible, and
    /// to be surpassed (*Prestatieafspraken in de praktijk*, line 24).
    Bandbreedte {
        /// What must be reached; where less is better, what may not be exceeded.
        minimum: Getal,
        /// What parties hope for.
        ambitie: Getal,
    },
}

impl Streef {
    /// What must be reached.
    pub fn minimum(&self) -> &Getal {
        match self {
            Self::Waarde(getal) | Self::Bandbreedte { minimum: getal, .. } => getal,
        }
    }

    /// What would be better still, where that was said.
    pub fn ambitie(&self) -> Option<&Getal> {
        match self {
            Self::Waarde(_) => None,
            Self::Bandbreedte { ambitie, .. } => Some(ambitie),
        }
    }
}

/// What was reached in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The figure.
    pub waarde: Getal,
    /// The day that it is of, where that is not the end of the year.
    pub peildatum: Option<Spanned<Datum>>,
    /// A remark.
    pub toelichting: Option<String>,
}

/// Figures by year, in the order of the years, each year with its place.
pub type PerJaar<T> = Vec<(Spanned<Jaar>, T)>;

/// An indicator with its figures by year.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// Where it was defined.
    pub span: Span,
    /// What is measured.
    pub titel: String,
    /// In which unit.
    pub eenheid: Spanned<String>,
    /// Where the figures come from.
    pub bron: Option<Bron>,
    /// Who collects them.
    pub eigenaar: Option<Arc<Partij>>,
    /// Which way is better, where that was said.
    pub richting: Option<Spanned<Richting>>,
    /// Where we came from.
    pub nulmeting: PerJaar<Getal>,
    /// Where we want to be.
    pub streef: PerJaar<Streef>,
    /// Where we are.
    pub stand: PerJaar<Stand>,
}

/// What is known of an indicator in one year.
#[derive(Debug, Clone)]
pub struct Jaarcijfers<'a> {
    /// The year.
    pub jaar: Jaar,
    /// Where we came from.
    pub nulmeting: Option<&'a Getal>,
    /// Where we want to be.
    pub streef: Option<&'a Streef>,
    /// Where we are.
    pub stand: Option<&'a Stand>,
}

impl Indicator {
    /// The figures of every year of which there is one, in order.
    pub fn per_jaar(&self) -> Vec<Jaarcijfers<'_>> {
        let nulmeting = self.nulmeting.iter().map(|(jaar, _)| jaar.value);
        let streef = self.streef.iter().map(|(jaar, _)| jaar.value);
        let stand = self.stand.iter().map(|(jaar, _)| jaar.value);
        let mut jaren: Vec<Jaar> = nulmeting.chain(streef).chain(stand).collect();
        order::sort_each_once(&mut jaren);
        jaren
            .into_iter()
            .map(|jaar| Jaarcijfers {
                jaar,
                nulmeting: of_year(&self.nulmeting, jaar),
                streef: of_year(&self.streef, jaar),
                stand: of_year(&self.stand, jaar),
            })
            .collect()
    }

    /// Which way is better: as was said, or else the way from the baseline to the last target.
    pub fn gewenst(&self) -> Richting {
        if let Some(richting) = &self.richting {
            return richting.value;
        }
        let from = self.nulmeting.first().map(|(_, getal)| getal);
        let from = from.or_else(|| self.streef.first().map(|(_, streef)| streef.minimum()));
        let to = self.streef.last().map(|(_, streef)| streef.ambitie().unwrap_or(streef.minimum()));
        match from.zip(to) {
            Some((from, to)) if to < from => Richting::Lager,
            _ => Richting::Hoger,
        }
    }

    /// The last figure that was reached, and its year.
    pub fn laatste_stand(&self) -> Option<(Jaar, &Stand)> {
        self.stand.last().map(|(jaar, stand)| (jaar.value, stand))
    }

    /// The target of a year: that of the year itself, else the last one before it.
    pub fn streef_in(&self, jaar: Jaar) -> Option<(Jaar, &Streef)> {
        let until = self.streef.iter().rev().find(|(year, _)| year.value <= jaar);
        until.map(|(year, streef)| (year.value, streef))
    }

    /// Whether `waarde` is at least as good as `doel`.
    pub fn haalt(&self, waarde: &Getal, doel: &Getal) -> bool {
        match self.gewenst() {
            Richting::Hoger => waarde >= doel,
            Richting::Lager => waarde <= doel,
        }
    }
}

impl Stand {
    /// The day that the figure is of: as was said, else the last of its year.
    pub fn dag(&self, jaar: Jaar) -> Datum {
        self.peildatum.as_ref().map_or_else(|| jaar.laatste_dag(), |datum| datum.value)
    }
}

fn of_year<T>(figures: &[(Spanned<Jaar>, T)], jaar: Jaar) -> Option<&T> {
    figures.iter().find(|(year, _)| year.value == jaar).map(|(_, figure)| figure)
}
