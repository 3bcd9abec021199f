//! What stands before the items of a list: bullets, numbers, letters. Contracts count in
//! letters, which Markdown does not know.

use ecow::EcoString;

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// The same sign before each.
    Bullets,
    /// Numbers, from this one on.
    Numbers(u64),
    /// Letters: `a.`, `b.`, `c.`. Each item begins with a paragraph.
    Letters(Letters),
}

/// The letters of a list: which ones, and how they were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// Letters of the alphabet, or numerals of them.
    pub series: Series,
    /// What stands around each.
    pub form: LetterForm,
    /// The place in the series of the first item: 3 for `c.`.
    pub start: u64,
}

/// Rows of letters that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// a, b, c, …
    Alphabet,
    /// i, ii, iii, iv, …
    Roman,
}

/// What stands around the letter of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterForm {
    /// `a.`
    Dot,
    /// `a)`
    Bracket,
    /// `(a)`
    Brackets,
}

impl Series {
    /// What its `number`th is, from 1; nothing past its end.
    pub fn word(self, number: u64) -> Option<EcoString> {
        match self {
            Self::Alphabet => {
                let letter = (1..=26).contains(&number).then_some(b'a' + number.wrapping_sub(1) as u8)?;
                Some(EcoString::from(char::from(letter)))
            }
            Self::Roman => {
                const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
                let tens = (1..40).contains(&number).then_some(number / 10)? as usize;
                Some(ecow::eco_format!("{}{}", "x".repeat(tens), ONES[(number % 10) as usize]))
            }
        }
    }
}

impl LetterForm {
    /// The letter as it was written.
    pub fn around(self, letter: &str) -> EcoString {
        match self {
            Self::Dot => ecow::eco_format!("{letter}."),
            Self::Bracket => ecow::eco_format!("{letter})"),
            Self::Brackets => ecow::eco_format!("({letter})"),
        }
    }
}

impl Letters {
    /// What stands before the item with this index.
    pub fn mark(&self, index: usize) -> EcoString {
        // A list is read no further than its letters go.
        self.form.around(&self.series.word(self.start + index as u64).unwrap_or_default())
    }
}

impl Marks {
    /// What stands before the item with this index, where that differs from item to item.
    pub fn mark(&self, index: usize) -> Option<EcoString> {
        match self {
            Self::Bullets => None,
            Self::Numbers(start) => Some(ecow::eco_format!("{}.", start + index as u64)),
            Self::Letters(letters) => Some(letters.mark(index)),
        }
    }
}
