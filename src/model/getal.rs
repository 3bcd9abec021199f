//! Numbers as they were written: exact, so that what is added up, compared and
//! printed is what parties agreed on. Indicators and tables of figures count in them.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// How many decimals a number may have; sums are reckoned in the smallest of them.
const DECIMALS: usize = 6;

/// A number as an editor wrote it, kept exactly: no binary fraction stands
/// between what was agreed and what is printed. Two are equal when their values
/// are: `1,5` and `1,50`.
#[derive(Debug, Clone)]
pub struct Getal {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Getal {
    /// Reads a number with an optional decimal point or comma: `480`, `-2`, `12.5`, `12,5`.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !whole.is_empty()
            && whole.len() <= 15
            && fraction.len() <= DECIMALS
            && all_digits(whole)
            && all_digits(fraction)
            && digits.ends_with(|last: char| last.is_ascii_digit());
        fits.then(|| Self { negative, whole: whole.into(), fraction: fraction.into() })
    }

    /// Nothing at all.
    pub fn nul() -> Self {
        Self { negative: false, whole: "0".into(), fraction: String::new() }
    }

    /// Whether it is nothing at all.
    pub fn is_nul(&self) -> bool {
        self.smallest() == 0
    }

    /// The number with `zeros` zeros behind it: thousands of euros as euros.
    pub fn met_nullen(&self, zeros: u32) -> Self {
        let fraction = self.fraction.len().saturating_sub(zeros as usize);
        Self::of_smallest(self.smallest().saturating_mul(10_i128.saturating_pow(zeros)), fraction)
    }

    /// For programs: `-1250,5`, without points.
    pub fn kaal(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let comma = if self.fraction.is_empty() { "" } else { "," };
        format!("{sign}{}{comma}{}", self.whole, self.fraction)
    }

    /// Nearly the same number, for drawing and for nothing else.
    pub fn benadering(&self) -> f64 {
        self.smallest() as f64 / 1_000_000.0
    }

    /// The value in millionths. What was written has 15 digits at most, so that
    /// no sum of what fits in a file comes near the limits of this type.
    fn smallest(&self) -> i128 {
        let digits = format!("{}{:0<DECIMALS$}", self.whole, self.fraction);
        let value = digits.parse().unwrap_or(i128::MAX);
        if self.negative { -value } else { value }
    }

    /// A value in millionths as a number with that many decimals.
    fn of_smallest(value: i128, decimals: usize) -> Self {
        let digits = format!("{:0>width$}", value.unsigned_abs(), width = DECIMALS + 1);
        let (whole, fraction) = digits.split_at(digits.len() - DECIMALS);
        Self { negative: value < 0, whole: whole.into(), fraction: fraction[..decimals].into() }
    }
}

impl PartialEq for Getal {
    fn eq(&self, other: &Self) -> bool {
        self.smallest() == other.smallest()
    }
}

impl Eq for Getal {}

impl PartialOrd for Getal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Getal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.smallest().cmp(&other.smallest())
    }
}

impl Add for &Getal {
    type Output = Getal;

    fn add(self, other: Self) -> Getal {
        let decimals = self.fraction.len().max(other.fraction.len());
        Getal::of_smallest(self.smallest().saturating_add(other.smallest()), decimals)
    }
}

impl Sub for &Getal {
    type Output = Getal;

    fn sub(self, other: Self) -> Getal {
        let decimals = self.fraction.len().max(other.fraction.len());
        Getal::of_smallest(self.smallest().saturating_sub(other.smallest()), decimals)
    }
}

impl<'a> Sum<&'a Getal> for Getal {
    fn sum<I: Iterator<Item = &'a Getal>>(numbers: I) -> Self {
        numbers.fold(Self::nul(), |sum, number| &sum + number)
    }
}

impl fmt::Display for Getal {
    /// The Dutch way: `1.250,5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("−")?;
        }
        for (index, digit) in self.whole.chars().enumerate() {
            if index > 0 && (self.whole.len() - index).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        if !self.fraction.is_empty() {
            write!(f, ",{}", self.fraction)?;
        }
        Ok(())
    }
}
