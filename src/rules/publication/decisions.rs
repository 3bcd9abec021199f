//! Who still has to decide or sign.

use super::{counts, is_adopted, is_late_and_unmade, last_day};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Openstaand, OvereenkomstSoort};
use crate::rules::{Finding, Subject};

/// Agreements that hold without signatures leave open whether anyone is bound by them.
pub fn unsigned(subject: &Subject) -> Vec<Finding> {
    let (document, today) = (subject.document, subject.scene.date);
    let begun = document.looptijd.van() <= today && counts(document, today);
    // Who leans on signed agreements may do without signatures of its own.
    let leans = matches!(document.soort, OvereenkomstSoort::Jaarschijf | OvereenkomstSoort::Spelregels);
    let to_sign = document.openstaand().iter().any(|open| matches!(open, Openstaand::Ondertekening))
        && is_adopted(document);
    if !begun || !to_sign || (leans && document.ondertekening.door.is_empty()) {
        return Vec::new();
    }
    let message = format!(
        "De looptijd begon op {}, maar dit document is nog niet ondertekend.",
        document.looptijd.van().voluit()
    );
    vec![
        Diagnostic::at(Code::P201, document.plaatsen.status, message)
            .label("nog niet ondertekend")
            .hint("Is er getekend? Schrijf `status: ondertekend`, met de dag bij `datums` en `ondertekening`. Zo niet, maak dan een afspraak om te tekenen.")
            .into(),
    ]
}

/// When publication is so near that whoever has to decide should have done so: in words.
fn near(subject: &Subject, code: Code) -> Option<String> {
    let (document, today) = (subject.document, subject.scene.date);
    let day = document.publicatie.datum.or_else(|| last_day(document))?;
    let days = today.dagen_tot(day);
    let limit = i32::try_from(subject.limit(code)).unwrap_or(i32::MAX);
    if !counts(document, today) || days > limit || is_late_and_unmade(subject) {
        return None;
    }
    Some(match days {
        ..0 => format!("de publicatie was op {}", day.voluit()),
        0 => "de publicatie is vandaag".to_owned(),
        1 => "de publicatie is morgen".to_owned(),
        _ => format!("de publicatie is over {days} dagen"),
    })
}

/// A body that has not decided two weeks before may well come too late.
pub fn undecided(subject: &Subject) -> Vec<Finding> {
    let Some(near) = near(subject, Code::P202) else { return Vec::new() };
    let open = subject.document.openstaand().into_iter().filter_map(|open| {
        let Openstaand::Goedkeuring(goedkeuring) = open else { return None };
        let (orgaan, partij) = (&goedkeuring.orgaan, &goedkeuring.partij.naam);
        let message = format!("Het besluit van {partij} is er nog niet ({}), en {near}.", orgaan.value);
        Some(
            Diagnostic::at(Code::P202, orgaan.span, message)
                .label("zonder datum")
                .hint("Is het besluit er? Zet er `datum` bij. Komt het later, kies dan een latere dag van publicatie.")
                .into(),
        )
    });
    open.collect()
}

/// A decision with a reservation is half a decision: readers cannot rely on it.
pub fn reserved(subject: &Subject) -> Vec<Finding> {
    let Some(near) = near(subject, Code::P203) else { return Vec::new() };
    let open = subject.document.openstaand().into_iter().filter_map(|open| {
        let Openstaand::Voorbehoud(goedkeuring, voorbehoud) = open else { return None };
        let (orgaan, partij) = (&goedkeuring.orgaan, &goedkeuring.partij.naam);
        let waits_for = voorbehoud.tekst.trim_end_matches('.');
        let message = format!("Het voorbehoud van {partij} staat nog open ({waits_for}), en {near}.");
        Some(
            Diagnostic::at(Code::P203, orgaan.span, message)
                .label("besloot met een voorbehoud")
                .hint("Is daaraan voldaan? Zet er `opgeheven` bij, met de dag waarop dat zo was. Zo niet, vraag dan na wanneer het kan.")
                .into(),
        )
    });
    open.collect()
}
