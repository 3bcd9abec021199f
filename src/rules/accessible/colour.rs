//! Colour as the only way to tell things apart.

use super::is_any;
use crate::diagnostic::{Code, Diagnostic};
use crate::rules::prose::Sentence;
use crate::rules::{Finding, Reading};

/// Colours as Dutch names them, and as they stand before a noun.
const COLOURS: &[&str] = &[
    "blauw",
    "blauwe",
    "bruin",
    "bruine",
    "geel",
    "gele",
    "grijs",
    "grijze",
    "groen",
    "groene",
    "lichtblauw",
    "lichtgroen",
    "oranje",
    "paars",
    "paarse",
    "rood",
    "rode",
    "roze",
    "zwart",
    "zwarte",
];

/// What is drawn or printed in a colour. Not "cijfers", "lijn" or "gebied": red figures are a
/// loss, a green line is a metro and a green area a park.
const DRAWN: &[&str] = &[
    "arcering",
    "balk",
    "balken",
    "balkje",
    "balkjes",
    "blokje",
    "blokjes",
    "bolletje",
    "bolletjes",
    "cel",
    "cellen",
    "lettertjes",
    "letters",
    "pijl",
    "pijlen",
    "pijltje",
    "pijltjes",
    "stip",
    "stippen",
    "stippellijn",
    "streep",
    "strepen",
    "vak",
    "vakje",
    "vakjes",
    "vakken",
    "vlak",
    "vlakken",
    "vlek",
    "vlekken",
];

/// What is done with a colour to make something stand out.
const MARKED: &[&str] = &[
    "aangegeven",
    "aangeduid",
    "afgedrukt",
    "gearceerd",
    "gedrukt",
    "gekleurd",
    "gekleurde",
    "gemarkeerd",
    "gemarkeerde",
    "ingekleurd",
    "omcirkeld",
    "omlijnd",
    "weergegeven",
];

/// How many words may stand between a colour and what is done with it.
const NEAR: usize = 3;

/// One in twelve men does not see the difference between red and green; print has neither.
pub fn only_carrier(reading: &Reading) -> Vec<Finding> {
    let all = reading.prose.sentences().filter_map(|sentence| {
        let (start, end) = coloured(&sentence)?;
        let diagnostic = Diagnostic::at(
            Code::T204,
            sentence.passage.span(start..end),
            "Hier vertelt alleen een kleur wat er bedoeld is.",
        )
        .label("alleen een kleur")
        .hint(
            "Noem ook een woord, teken of nummer dat erbij staat, zodat lezers de kleur niet hoeven te zien.",
        );
        Some(Finding { diagnostic, afspraak: sentence.passage.afspraak.clone() })
    });
    all.collect()
}

/// Where in the passage a colour stands with what it is to tell.
fn coloured(sentence: &Sentence) -> Option<(usize, usize)> {
    if !sentence.words().any(|(_, word)| is_any(word, COLOURS)) {
        return None;
    }
    let words: Vec<_> = sentence.words().collect();
    let is = |list: &[&str], at: usize| words.get(at).is_some_and(|(_, word)| is_any(word, list));
    let mut colours = (0..words.len()).filter(|at| is(COLOURS, *at));
    colours.find_map(|at| {
        let after = (at + 1..=at + NEAR).find(|near| is(MARKED, *near));
        let before = (at.saturating_sub(NEAR)..at).find(|near| is(MARKED, *near));
        let drawn = is(DRAWN, at + 1).then_some(at + 1);
        let other = drawn.or(after).or(before)?;
        let (first, last) = (at.min(other), at.max(other));
        Some((words.get(first)?.0.start, words.get(last)?.0.end))
    })
}
