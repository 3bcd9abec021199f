//! Who only hears what others do.

use super::super::prose::{Word, lower};
use super::phrases::find_phrase;

/// What a party does that only hears what others do.
const LISTENING: &[&str] = &[
    "heeft inzage",
    "hoort",
    "is aanwezig",
    "is toehoorder",
    "krijgt * bericht",
    "krijgt * brief",
    "krijgt * cijfers",
    "krijgt * gegevens",
    "krijgt * informatie",
    "krijgt * inzage",
    "krijgt * kopie",
    "krijgt * lijst",
    "krijgt * overzicht",
    "krijgt * rapport",
    "krijgt * rapportage",
    "krijgt * stukken",
    "krijgt * te horen",
    "krijgt * terugkoppeling",
    "krijgt * uitleg",
    "krijgt * verslag",
    "leest",
    "luistert",
    "neemt kennis",
    "neemt * kennis",
    "ontvangt",
    "woont * bij",
    "wordt * geïnformeerd",
    "wordt * ingelicht",
    "wordt * op de hoogte",
];

/// Whether a party only hears of it; also when it does so in two ways.
pub fn only_listens(text: &str) -> bool {
    let words = lower(text);
    words.split(|(_, word)| word == "en" || word == "daarna").enumerate().all(|(at, part)| {
        find_phrase(part, LISTENING).is_some_and(|range| range.start == part[0].0.start)
            // "een brief en een lijst": what comes second is no act.
            || (at > 0 && !begins_with_a_verb(part))
    })
}

/// Whether a part of what a party does is an act of its own.
pub fn begins_with_a_verb(text: &[Word]) -> bool {
    text.first().is_some_and(|(_, word)| word.ends_with('t') && word != "het" && word != "wat")
}

/// Whether a word says that somebody is told of something.
pub fn is_told(word: &str) -> bool {
    ["geïnformeerd", "ingelicht", "hoogte"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::only_listens;

    #[test]
    fn who_answers_does_not_only_listen() {
        for listening in
            ["wordt elk jaar geïnformeerd", "krijgt een brief en een overzicht", "krijgt elk jaar de cijfers"]
        {
            assert!(only_listens(listening), "{listening}");
        }
        for acting in ["krijgt een brief en geeft advies", "adviseert over het plan", "kiest de kleur"] {
            assert!(!only_listens(acting), "{acting}");
        }
    }
}
