//! Dates, years and periods. Civil dates only: nothing here knows today.

use std::fmt;

use jiff::civil::Date;

/// The months of the year, as they are written.
pub const MAANDEN: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Datum(Date);

/// A calendar year between 1900 and 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jaar(i16);

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Maand {
    /// The year.
    pub jaar: Jaar,
    /// 1 to 12.
    nummer: i8,
}

impl Datum {
    /// Reads `JJJJ-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let (jaar, rest) = text.split_once('-')?;
        let (maand, dag) = rest.split_once('-')?;
        if jaar.len() != 4 || maand.len() != 2 || dag.len() != 2 {
            return None;
        }
        Self::new(Jaar::parse(jaar)?, digits(maand)?, digits(dag)?)
    }

    /// A day, when it exists.
    pub fn new(jaar: Jaar, maand: i8, dag: i8) -> Option<Self> {
        Date::new(jaar.0, maand, dag).ok().map(Self)
    }

    /// The year that the day is in.
    pub fn jaar(self) -> Jaar {
        Jaar(self.0.year())
    }

    /// Month, 1 to 12.
    pub fn maand(self) -> i8 {
        self.0.month()
    }

    /// Day of the month.
    pub fn dag(self) -> i8 {
        self.0.day()
    }

    /// Days from this day to `other`; negative when that lies before it.
    pub fn dagen_tot(self, other: Self) -> i32 {
        (other.0 - self.0).get_days()
    }

    /// The same day so many months later; the last of that month when it is shorter.
    pub fn plus_maanden(self, maanden: u16) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().months(i32::from(maanden))))
    }

    /// The day after.
    pub fn volgende(self) -> Self {
        Self(self.0.tomorrow().unwrap_or(self.0))
    }

    /// "april"
    pub fn maandnaam(self) -> &'static str {
        MAANDEN[self.maand() as usize - 1]
    }

    /// "1 april 2027"
    pub fn voluit(self) -> String {
        format!("{} {} {}", self.dag(), MAANDEN[self.maand() as usize - 1], self.jaar())
    }
}

impl fmt::Display for Datum {
    /// `2027-04-01`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Jaar {
    /// Reads a year of four digits.
    pub fn parse(text: &str) -> Option<Self> {
        let jaar: i16 = (text.len() == 4).then(|| digits(text))??;
        (1900..=2200).contains(&jaar).then_some(Self(jaar))
    }

    /// 1 January.
    pub fn eerste_dag(self) -> Datum {
        Datum(Date::constant(self.0, 1, 1))
    }

    /// 31 December.
    pub fn laatste_dag(self) -> Datum {
        Datum(Date::constant(self.0, 12, 31))
    }

    /// The year before.
    pub fn vorige(self) -> Self {
        Self(self.0 - 1)
    }

    /// The year after.
    pub fn volgende(self) -> Self {
        Self(self.0 + 1)
    }

    /// This year and all up to `laatste`.
    pub fn tot_en_met(self, laatste: Self) -> impl Iterator<Item = Self> + use<> {
        (self.0..=laatste.0).map(Self)
    }

    /// As a number.
    pub fn getal(self) -> i16 {
        self.0
    }
}

impl fmt::Display for Jaar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Maand {
    /// Reads `JJJJ-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (jaar, maand) = text.split_once('-')?;
        let nummer: i8 = (maand.len() == 2).then(|| digits(maand))??;
        (1..=12).contains(&nummer).then_some(Self { jaar: Jaar::parse(jaar)?, nummer })
    }

    /// "juni 2028"
    pub fn voluit(self) -> String {
        format!("{} {}", MAANDEN[self.nummer as usize - 1], self.jaar)
    }

    /// The first of the month.
    pub fn eerste_dag(self) -> Datum {
        Datum(Date::constant(self.jaar.0, self.nummer, 1))
    }

    /// The last of the month.
    pub fn laatste_dag(self) -> Datum {
        Datum(self.eerste_dag().0.last_of_month())
    }
}

impl fmt::Display for Maand {
    /// `2028-06`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.jaar, self.nummer)
    }
}

/// Digits only: no sign, no spaces, which `str::parse` would let pass.
fn digits<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Periode {
    van: Datum,
    tot_en_met: Datum,
}

impl Periode {
    /// From one day to another; nothing when the end lies before the start.
    pub fn new(van: Datum, tot_en_met: Datum) -> Option<Self> {
        (van <= tot_en_met).then_some(Self { van, tot_en_met })
    }

    /// Whole years that are known to follow each other.
    pub(super) const fn jaren(van: i16, tot: i16) -> Self {
        Self { van: Datum(Date::constant(van, 1, 1)), tot_en_met: Datum(Date::constant(tot, 12, 31)) }
    }

    /// First day.
    pub fn van(self) -> Datum {
        self.van
    }

    /// Last day.
    pub fn tot_en_met(self) -> Datum {
        self.tot_en_met
    }

    /// Whether all of `other` lies in it.
    pub fn omvat(self, other: Self) -> bool {
        self.van <= other.van && other.tot_en_met <= self.tot_en_met
    }

    /// Whether they have a day in common.
    pub fn overlapt(self, other: Self) -> bool {
        self.van <= other.tot_en_met && other.van <= self.tot_en_met
    }

    /// First and last year, when it covers whole calendar years.
    pub fn hele_jaren(self) -> Option<(Jaar, Jaar)> {
        let (van, tot) = (self.van.jaar(), self.tot_en_met.jaar());
        (self.van == van.eerste_dag() && self.tot_en_met == tot.laatste_dag()).then_some((van, tot))
    }
}
