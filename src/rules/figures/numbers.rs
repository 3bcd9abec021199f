//! Reads numbers, amounts of money and percentages in Dutch texts.

use std::ops::Range;

use crate::order;

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Where it stands, with its sign or unit.
    pub range: Range<usize>,
    /// Its value.
    pub value: f64,
}

/// Words behind a number that make it larger.
const TIMES: &[(&str, f64)] = &[
    ("duizend", 1e3),
    ("miljoen", 1e6),
    ("mln.", 1e6),
    ("mln", 1e6),
    ("miljard", 1e9),
    ("mld.", 1e9),
    ("mld", 1e9),
];

/// The numbers of a text that are written in digits: `1.250`, `7,5`.
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let inside = |at: usize| {
            bytes[at].is_ascii_digit()
                || (matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
        };
        while at < bytes.len() && inside(at) {
            at += 1;
        }
        // The digits of `B12` or `CO2` are no number.
        let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        if let Some(value) = value(&text[start..at]).filter(|_| free) {
            found.push(Number { range: start..at, value });
        }
    }
    found
}

/// `1.250,50`: points between thousands, a comma before decimals.
fn value(digits: &str) -> Option<f64> {
    let (whole, fraction) = digits.split_once(',').unwrap_or((digits, "0"));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    if rest.iter().any(|group| group.len() != 3) {
        return None;
    }
    format!("{first}{}.{fraction}", rest.concat()).parse().ok()
}

/// Amounts in euros: `€ 1.250`, `1,4 miljoen euro`.
pub fn amounts(text: &str) -> Vec<Number> {
    let amount = |number: Number| {
        let before = text[..number.range.start].trim_end();
        let sign = before.strip_suffix('€').map(str::len);
        let mut end = number.range.end;
        let mut value = number.value;
        let next = |end: usize| {
            let rest = &text[end..];
            let trimmed = rest.trim_start();
            (trimmed, end + rest.len() - trimmed.len())
        };
        let (rest, begins) = next(end);
        if let Some((word, times)) = TIMES.iter().find(|(word, _)| starts_with_word(rest, word)) {
            value *= times;
            end = begins + word.len();
        }
        let (rest, begins) = next(end);
        let named = starts_with_word(rest, "euro");
        if named {
            end = begins + "euro".len();
        }
        (sign.is_some() || named).then(|| Number { range: sign.unwrap_or(number.range.start)..end, value })
    };
    numbers(text).into_iter().filter_map(amount).collect()
}

/// Percentages: `15 procent`, `7,5%`.
pub fn percentages(text: &str) -> Vec<Number> {
    let percentage = |number: Number| {
        let rest = &text[number.range.end..];
        let trimmed = rest.trim_start();
        let begins = number.range.end + rest.len() - trimmed.len();
        let unit = match trimmed {
            rest if rest.starts_with('%') => "%",
            rest if starts_with_word(rest, "procent") => "procent",
            _ => return None,
        };
        Some(Number { range: number.range.start..begins + unit.len(), value: number.value })
    };
    numbers(text).into_iter().filter_map(percentage).collect()
}

/// Parts of a whole in words, with the words that they end in.
const FRACTIONS: &[(&str, f64)] = &[
    ("twee derde", 200.0 / 3.0),
    ("een derde", 100.0 / 3.0),
    ("een kwart", 25.0),
    ("driekwart", 75.0),
    ("de helft", 50.0),
    ("een vijfde", 20.0),
    ("een tiende", 10.0),
];

/// Parts of a whole, as a percentage or in words, in the order of the text: "de helft voor
/// starters, 25 procent voor ouderen". "Een derde partij" is no part.
pub fn shares(text: &str) -> Vec<Number> {
    let mut found = percentages(text);
    for (words, value) in FRACTIONS {
        for (at, _) in text.match_indices(words) {
            let end = at + words.len();
            let free = !text[..at].ends_with(char::is_alphanumeric);
            let after = text[end..].trim_start();
            let is_part =
                ["voor", "van", "naar", "aan", "gaat", "is"].iter().any(|next| starts_with_word(after, next));
            if free && is_part {
                found.push(Number { range: at..end, value: *value });
            }
        }
    }
    order::sort_by_key(&mut found, |share| share.range.start);
    found
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{amounts, numbers, percentages, shares};

    fn values(found: Vec<super::Number>) -> Vec<f64> {
        found.into_iter().map(|number| number.value).collect()
    }

    #[test]
    fn numbers_are_read_the_dutch_way() {
        assert_eq!(values(numbers("B12: 1.250 woningen, 7,5 en CO2, 2027.")), [1250.0, 7.5, 2027.0]);
    }

    #[test]
    fn money_has_a_sign_or_its_name() {
        let text =
            "€ 22.500, 1,4 miljoen euro, € 8,0 miljoen, 2.000 euro en 120 woningen; €5 mln, 3 europallets";
        assert_eq!(values(amounts(text)), [22_500.0, 1.4e6, 8e6, 2_000.0, 5e6]);
        let text = "kost € 8,0 miljoen samen";
        assert_eq!(&text[amounts(text)[0].range.clone()], "€ 8,0 miljoen");
    }

    #[test]
    fn a_part_may_be_in_words() {
        let text = "de helft voor folie, een kwart voor lampen, 20% advies, een derde partij";
        assert_eq!(values(shares(text)), [50.0, 25.0, 20.0]);
    }

    #[test]
    fn percentages_have_a_sign_or_word() {
        assert_eq!(values(percentages("15 procent, 7,5% en 0,3 procentpunt")), [15.0, 7.5]);
    }
}
