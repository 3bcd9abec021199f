//! What a contribution costs, or by what means it is made: the municipality
//! invests too, with guarantees, land and costs that it bears (handbook lines
//! 501 to 504). Tenants do not (line 501).

use std::fmt;
use std::iter::Sum;

use super::Jaar;
use super::words::words;
use crate::source::Spanned;

words! {
    /// By what means a party contributes. Those of the municipality are named in
    /// the handbook: guarantees and land in lines 503 and 504, its powers in
    /// line 495.
    Instrument {
        /// It stands behind loans, after the guarantee fund (line 503).
        Achtervang = "achtervang",
        /// It guarantees something itself (line 503).
        Garantie = "garantie",
        /// A lower price for land (line 504).
        Grondprijs = "grondprijs",
        /// Land, or a place to build (line 495).
        Grond = "grond",
        /// Its part of the costs of planning (line 504).
        Plankosten = "plankosten",
        /// Its part of the costs of streets and green (line 504).
        Inrichtingskosten = "inrichtingskosten",
        /// Rules for what may be built where (line 495).
        Omgevingsplan = "omgevingsplan",
        /// An ordinance on whom homes are for (line 495).
        Doelgroepenverordening = "doelgroepenverordening",
        /// Money for someone else's work.
        Subsidie = "subsidie",
        /// Money for its own work.
        Investering = "investering",
        /// Something else, which the contribution itself says.
        Anders = "anders",
    }
}

/// An amount of money, exact to the cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bedrag {
    cents: u64,
}

impl Bedrag {
    /// Reads an amount above zero: euros (`1250000`), with cents after a point
    /// or comma when there are any (`12,50`). Points between thousands are
    /// refused, as `180.000` could be read in two ways.
    pub fn parse(text: &str) -> Option<Self> {
        let (euros, cents) = text.split_once([',', '.']).unwrap_or((text, "00"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(euros) || !digits(cents) || cents.len() != 2 || euros.len() > 15 {
            return None;
        }
        let cents = euros.parse::<u64>().ok()? * 100 + cents.parse::<u64>().ok()?;
        (cents > 0).then_some(Self { cents })
    }

    /// As programs write it: `1250000` or `12.50`.
    pub fn canoniek(self) -> String {
        match self.cents % 100 {
            0 => (self.cents / 100).to_string(),
            cents => format!("{}.{cents:02}", self.cents / 100),
        }
    }
}

impl fmt::Display for Bedrag {
    /// The Dutch way, with the sign that stays on its line: `€ 1.250.000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("€\u{a0}")?;
        let euros = (self.cents / 100).to_string();
        for (index, digit) in euros.chars().enumerate() {
            if index > 0 && (euros.len() - index).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        match self.cents % 100 {
            0 => Ok(()),
            cents => write!(f, ",{cents:02}"),
        }
    }
}

impl Sum for Bedrag {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self { cents: amounts.fold(0, |sum, amount| sum.saturating_add(amount.cents)) }
    }
}

/// Money, with the year in which it comes.
#[derive(Debug, Clone)]
pub struct Deelbedrag {
    /// The year; absent when one amount is given for the whole agreement.
    pub jaar: Option<Spanned<Jaar>>,
    /// How much.
    pub bedrag: Bedrag,
}

/// Money or means that belong to a contribution: at least one of the two.
#[derive(Debug, Clone)]
pub struct Bijdrage {
    /// By what means.
    pub instrument: Option<Instrument>,
    /// How much, in the order of the years.
    pub bedragen: Vec<Deelbedrag>,
}

impl Bijdrage {
    /// All amounts together, when there is any.
    pub fn samen(&self) -> Option<Bedrag> {
        (!self.bedragen.is_empty()).then(|| self.bedragen.iter().map(|deel| deel.bedrag).sum())
    }
}
