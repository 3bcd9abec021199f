//! What parties agreed on for the course of a year, in place of the days of the law and
//! the practice of the sector.

use super::{Datum, Jaar};

/// A day of the year, whatever the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jaardag {
    maand: i8,
    dag: i8,
}

impl Jaardag {
    /// Reads `MM-DD`; 29 February is no day of every year.
    pub fn parse(text: &str) -> Option<Self> {
        let datum = Datum::parse(&format!("2027-{text}"))?;
        Some(Self { maand: datum.maand(), dag: datum.dag() })
    }

    /// That day in a year.
    pub fn in_jaar(self, jaar: Jaar) -> Option<Datum> {
        Datum::new(jaar, self.maand, self.dag)
    }
}

/// What all documents of a site have agreed on.
#[derive(Debug, Clone, Default)]
pub struct SiteKalender {
    /// The day of the overview of intended activities, in place of 1 July.
    pub overzicht: Option<Jaardag>,
    /// The day on which those who negotiate want to agree, in place of 31 October.
    pub overeenstemming: Option<Jaardag>,
}

/// What one document has agreed on, and days of its own.
#[derive(Debug, Clone, Default)]
pub struct Kalender {
    /// The day of the overview of intended activities.
    pub overzicht: Option<Datum>,
    /// The day on which those who negotiate want to agree.
    pub overeenstemming: Option<Datum>,
    /// Days of its own.
    pub eigen: Vec<EigenDag>,
}

/// A day that the authors add.
#[derive(Debug, Clone)]
pub struct EigenDag {
    /// When.
    pub datum: Datum,
    /// What.
    pub titel: String,
}
