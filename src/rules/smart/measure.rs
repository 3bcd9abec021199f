//! How much: what lasts needs a measure, and a measure needs a beginning, an end
//! and a source.

use super::super::prose::lower;
use super::actors::Actors;
use super::read::{agreements, place_of, worked_out};
use super::vague::has_vague_intention;
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Afspraak, AfspraakSoort, Indicator, Wanneer};

/// What goes on and on is never done, so that only a measure tells whether it is kept.
pub fn lasting_without_measure(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let actors = Actors::of(subject.document);
    let found = agreements(subject).into_iter().filter_map(|whole| {
        let afspraak = whole.afspraak;
        let unmeasured = lasts(afspraak)
            && !afspraak.going_concern
            && afspraak.volledigheid.is_volledig()
            && !afspraak.wie.iter().any(|inzet| holds_of_all(&inzet.tekst))
            && !whole.has_measure()
            && !worked_out.contains(&afspraak.nummer)
            // That it is vague says the same, and where.
            && !has_vague_intention(&whole, &actors);
        unmeasured.then(|| {
            let place = place_of(subject.scene.sources, afspraak, "wanneer");
            let message = format!("Afspraak {} gaat steeds door, maar zegt niet hoeveel.", afspraak.nummer);
            let finding = Finding::at_agreement(afspraak, Diagnostic::at(Code::S102, place, message));
            finding
                .label("zonder getal of indicator")
                .hint("Schrijf erbij hoeveel, hoe vaak of hoe snel, of meet het met een `indicator:`.")
        })
    });
    found.collect()
}

/// Whether parties do it for as long as the document holds.
fn lasts(afspraak: &Afspraak) -> bool {
    let always = matches!(afspraak.wanneer, Some(Wanneer::Jaarlijks | Wanneer::Doorlopend));
    match afspraak.soort {
        AfspraakSoort::Garantie => always || afspraak.wanneer.is_none(),
        AfspraakSoort::Handeling | AfspraakSoort::Transactie => always,
        _ => false,
    }
}

/// Words that make a promise hold always or never, which can be checked without a number.
const ALL_OR_NONE: &[&str] = &[
    "al",
    "alle",
    "alleen",
    "allemaal",
    "altijd",
    "elk",
    "elke",
    "geen",
    "ieder",
    "iedere",
    "nergens",
    "niet",
    "nooit",
    "nul",
    "steeds",
    "uitsluitend",
    "volledig",
    "zonder",
];

fn holds_of_all(text: &str) -> bool {
    lower(text).iter().any(|(_, word)| ALL_OR_NONE.contains(&word.as_str()))
}

/// A figure says something next to where parties came from and where they want to be,
/// and is believed when its source is named.
pub fn incomplete_indicator(subject: &Subject) -> Vec<Finding> {
    let indicators = subject.document.themas().flat_map(|thema| &thema.indicatoren);
    let found = indicators.filter_map(|indicator| {
        let missing = missing(indicator);
        let (last, others) = missing.split_last()?;
        let what =
            if others.is_empty() { (*last).to_owned() } else { format!("{} en {last}", others.join(", ")) };
        let message = format!("De indicator “{}” mist {what}.", indicator.titel);
        let hint = "Schrijf `nulmeting:`, `streef:` en `bron:` erbij, zodat lezers zien waar u begon, waar u heen wilt en wie het meet.";
        Some(Diagnostic::at(Code::S107, indicator.span, message).label("niet compleet").hint(hint).into())
    });
    found.collect()
}

fn missing(indicator: &Indicator) -> Vec<&'static str> {
    let parts = [
        (indicator.nulmeting.is_empty(), "de nulmeting"),
        (indicator.streef.is_empty(), "de streefwaarde"),
        (indicator.bron.is_none(), "de bron"),
    ];
    parts.into_iter().filter(|(missing, _)| *missing).map(|(_, name)| name).collect()
}
