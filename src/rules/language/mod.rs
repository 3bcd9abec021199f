//! **L**: plain Dutch. Readers are tenants and councillors, on level B1.

mod abbreviations;
mod double;
mod hard_words;
mod nominal;
mod passive;
mod readability;
mod spelling;
mod syllables;

use std::ops::Range;

use super::prose::{Kind, Passage};
use super::{Finding, Reading, Rule};
use crate::diagnostic::{Code, Diagnostic};

pub const RULES: &[Rule] = &[
    Rule::texts(
        Code::L301,
        "W.H. Douma, De leesbaarheid van landbouwbladen (1960)",
        readability::hard_section,
    )
    .limit(45),
    Rule::texts(Code::L302, "Direct Duidelijk, schrijf korte zinnen", readability::long_sentence).limit(30),
    Rule::texts(Code::L303, "Gebruiker Centraal, schrijfwijzer: actief en concreet", passive::in_a_row)
        .limit(3),
    Rule::texts(Code::L304, "Onze Taal, Taalloket: moeilijke woorden", hard_words::hard_words),
    Rule::texts(Code::L305, "Direct Duidelijk, checklist: geen afkortingen", abbreviations::unexplained),
    Rule::texts(Code::L306, "Gebruiker Centraal, schrijfwijzer: consequent", spelling::two_spellings),
    Rule::texts(Code::L307, "Gebruiker Centraal, schrijfwijzer: positief", double::negation),
    Rule::texts(Code::L308, "Verzorgd Nederlands", double::word),
    Rule::texts(Code::L309, "Onze Taal, Taalloket: naamwoordstijl", nominal::nominal),
    Rule::texts(Code::L310, "Direct Duidelijk, checklist: korte alinea’s", readability::long_paragraph)
        .limit(120),
    Rule::texts(
        Code::L311,
        "Direct Duidelijk, checklist: spreek de lezer aan met u of je",
        double::forms_of_address,
    ),
];

/// A word with its small letters and its place in the passage.
struct Token<'p> {
    range: Range<usize>,
    text: &'p str,
    lower: &'p str,
}

/// The words of a part of a passage.
fn tokens(passage: &Passage, part: Range<usize>) -> Vec<Token<'_>> {
    let words = passage.words_in(&part).iter();
    words
        .map(|(range, lower)| Token { range: range.clone(), text: &passage.text[range.clone()], lower })
        .collect()
}

/// Whether nothing but a space stands between two words that follow each other.
fn adjoin(passage: &Passage, first: &Token, second: &Token) -> bool {
    let between = &passage.text[first.range.end..second.range.start];
    !between.is_empty() && between.chars().all(char::is_whitespace)
}

/// Whether a place in a passage stands between quotation marks: what is quoted, or
/// the title of something, is not the author's to change.
fn is_quoted(passage: &Passage, at: usize) -> bool {
    let before = &passage.text[..at];
    let opened = |open: char, close: char| {
        let last = before.rfind(open);
        last.is_some_and(|open_at| !before[open_at..].contains(close) && passage.text[at..].contains(close))
    };
    opened('“', '”') || opened('‘', '’') || before.matches('"').count() % 2 == 1
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A finding with what to write in its place, where the source has these words as readers
/// see them. A title is left to its author: others may name it.
fn mended(finding: Finding, reading: &Reading, passage: &Passage, part: Range<usize>, by: &str) -> Finding {
    let span = passage.span(part.clone());
    // Between words a line may end.
    let source = reading.scene.sources.text(span);
    let literal = source.split_whitespace().eq(passage.text[part].split_whitespace());
    if !literal || passage.kind == Kind::Title {
        return finding;
    }
    Finding { diagnostic: finding.diagnostic.fix(span, by), ..finding }
}

/// Something found in a part of a passage.
fn at(code: Code, passage: &Passage, part: Range<usize>, message: impl Into<String>) -> Finding {
    Finding {
        diagnostic: Diagnostic::at(code, passage.span(part), message),
        afspraak: passage.afspraak.clone(),
    }
}
