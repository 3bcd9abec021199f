//! Numbers as they were written: exact, so that what is added up, compared and
//! printed is what parties agreed on. Indicators and tables of figures count in them.

use std::fmt;

/// A number as an editor wrote it, kept exactly: no binary fraction stands
/// between what was agreed and what is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
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
            && fraction.len() <= 6
            && all_digits(whole)
            && all_digits(fraction)
            && digits.ends_with(|last: char| last.is_ascii_digit());
        fits.then(|| Self { negative, whole: whole.into(), fraction: fraction.into() })
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
