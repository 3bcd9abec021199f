//! Tenants are partners, not an audience.

use super::super::smart::read::{Word, find_phrase, lower_text};
use super::{Finding, Subject, stands_alone};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Inzet;

/// What a party does that only hears what others do.
const LISTENING: &[&str] = &[
    "heeft inzage",
    "hoort",
    "is aanwezig",
    "is toehoorder",
    "krijgt * bericht",
    "krijgt * brief",
    "krijgt * informatie",
    "krijgt * inzage",
    "krijgt * kopie",
    "krijgt * lijst",
    "krijgt * overzicht",
    "krijgt * stukken",
    "krijgt * te horen",
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

/// Tenants know what it is to live there; who only informs them, hears nothing of it.
pub fn only_listen(subject: &Subject) -> Vec<Finding> {
    let document = subject.document;
    if !stands_alone(document) {
        return Vec::new();
    }
    let tenants = document.partijen.iter().filter(|partij| partij.rol.is_huurders());
    let found = tenants.filter_map(|partij| {
        let own = || document.lopende_afspraken().filter_map(|afspraak| afspraak.inzet_van(partij));
        let first = own().next()?;
        let speaks = own().any(|inzet| !only_listens(&inzet.tekst));
        (!speaks).then(|| listens(first, own().skip(1)))
    });
    found.collect()
}

fn listens<'a>(first: &Inzet, others: impl Iterator<Item = &'a Inzet>) -> Finding {
    let message = format!("{} mag in deze overeenkomst alleen luisteren.", first.partij.naam);
    let diagnostic = Diagnostic::at(Code::W206, first.span, message).label("hoort het alleen");
    let diagnostic = others.fold(diagnostic, |found, inzet| found.note(inzet.span, "en hier ook"));
    let hint = "Vraag wat huurders zelf kunnen doen: advies geven, bewoners raadplegen, meekijken of kiezen. Schrijf dat bij `wie:`.";
    diagnostic.hint(hint).into()
}

/// Whether a party only hears of it; also when it does so in two ways.
fn only_listens(text: &str) -> bool {
    let words = lower_text(text);
    words.split(|(_, word)| word == "en" || word == "daarna").enumerate().all(|(at, part)| {
        find_phrase(part, LISTENING).is_some_and(|range| range.start == part[0].0.start)
            // "een brief en een lijst": what comes second is no act.
            || (at > 0 && !begins_with_a_verb(part))
    })
}

fn begins_with_a_verb(text: &[Word]) -> bool {
    text.first().is_some_and(|(_, word)| word.ends_with('t') && word != "het" && word != "wat")
}

#[cfg(test)]
mod tests {
    use super::only_listens;

    #[test]
    fn who_answers_does_not_only_listen() {
        for listening in
            ["wordt elk jaar geïnformeerd", "krijgt een brief en een overzicht", "leest het plan"]
        {
            assert!(only_listens(listening), "{listening}");
        }
        for acting in ["krijgt een brief en geeft advies", "adviseert over het plan", "kiest de kleur"] {
            assert!(!only_listens(acting), "{acting}");
        }
    }
}
