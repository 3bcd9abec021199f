//! **T**: what keeps readers out who cannot see, hear or click as others do.

mod colour;
mod links;
mod pictures;
mod structure;
mod tongue;

use super::{Finding, Reading, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

pub const RULES: &[Rule] = &[
    Rule::texts(Code::T201, "WCAG 2.2, criterium 1.1.1", pictures::says_nothing),
    Rule::texts(Code::T202, "WCAG 2.2, criterium 2.4.4", links::says_nothing),
    Rule::texts(Code::T203, "WCAG 2.2, criterium 1.3.1", structure::column_without_head),
    Rule::texts(Code::T204, "WCAG 2.2, criterium 1.4.1", colour::only_carrier),
    Rule::texts(Code::T205, "WCAG 2.2, criterium 1.3.1", structure::bold_for_heading),
    Rule::texts(Code::T206, "WCAG 2.2, criterium 1.1.1", pictures::long_description).limit(150),
    Rule::texts(Code::T207, "WCAG 2.2, criterium 3.1.2", tongue::other_language),
    Rule::texts(Code::T208, "British Dyslexia Association, Dyslexia Style Guide", structure::capitals),
    Rule::texts(Code::T209, "WCAG 2.2, criterium 1.4.5", pictures::of_text),
    Rule::texts(Code::T210, "WCAG 2.2, criterium 1.3.3", links::by_place),
];

/// What was found in a text, with the agreement whose text it is.
fn found(reading: &Reading, code: Code, span: Span, message: impl Into<String>) -> Finding {
    let holds = |blocks: &[crate::markdown::Block]| {
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return false };
        first.span.source == span.source && first.span.start <= span.start && span.end <= last.span.end
    };
    let afspraak = reading
        .document
        .and_then(|document| document.afspraken().find(|afspraak| holds(&afspraak.tekst)))
        .map(|afspraak| afspraak.nummer.clone());
    Finding { diagnostic: Diagnostic::at(code, span, message), afspraak }
}

/// A text as it is compared: lower case, one space between words, no marks around it.
fn plainly(text: &str) -> String {
    let lower = text.to_lowercase();
    let trimmed = lower.trim_matches(|c: char| !c.is_alphanumeric());
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a word is one of these, whatever its capitals.
fn is_any(word: &str, of: &[&str]) -> bool {
    of.iter().any(|known| known.eq_ignore_ascii_case(word))
}
