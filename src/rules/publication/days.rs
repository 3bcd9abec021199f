//! The day of publication, and the last one on which it may be.

use super::{counts, is_adopted, key, last_day};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Openstaand, Overeenkomst};
use crate::rules::{Finding, Subject};
use crate::source::Span;

/// Where the head speaks of publication; else where it says for which years it is.
fn place(subject: &Subject) -> Span {
    let document = subject.document;
    let found = key(subject.scene.sources, document.span, &["publicatie"]);
    if subject.scene.sources.text(found) == "publicatie" { found } else { document.plaatsen.looptijd }
}

/// Parties begin their year without agreements that anyone can look up.
pub fn past_the_last_day(subject: &Subject) -> Vec<Finding> {
    let (document, today) = (subject.document, subject.scene.date);
    let Some(last) = last_day(document).filter(|last| *last < today && counts(document, today)) else {
        return Vec::new();
    };
    let last = last.voluit();
    if !is_adopted(document) {
        return vec![not_adopted(document, &last).into()];
    }
    // One that came out later is out.
    if document.publicatie.datum.is_some() {
        return Vec::new();
    }
    let message =
        format!("De uiterste dag voor publicatie was {last}, maar er staat geen dag van publicatie.");
    vec![
        Diagnostic::at(Code::P204, place(subject), message)
            .label("hier hoort een `datum` bij")
            .hint("Staat het document al op de website? Schrijf die dag bij `publicatie: {datum: …}`. Zo niet, publiceer het dan zo snel mogelijk.")
            .into(),
    ]
}

fn not_adopted(document: &Overeenkomst, last: &str) -> Diagnostic {
    let message =
        format!("De uiterste dag voor publicatie was {last}, maar dit document is nog niet vastgesteld.");
    let found = Diagnostic::at(Code::P204, document.plaatsen.status, message)
        .label("nog niet vastgesteld")
        .hint("Is het wel vastgesteld? Pas dan `status` aan. Spraken partijen een latere dag af, schrijf die dan bij `publicatie: {uiterlijk: …}`.");
    document.openstaand().iter().fold(found, |found, open| match open {
        Openstaand::Goedkeuring(goedkeuring) => {
            found.note(goedkeuring.orgaan.span, "dit besluit is er nog niet")
        }
        _ => found,
    })
}

/// Without a day nobody plans towards it, and December is full before one knows.
pub fn no_day(subject: &Subject) -> Vec<Finding> {
    let (document, today) = (subject.document, subject.scene.date);
    let Some(last) = last_day(document).filter(|_| counts(document, today)) else { return Vec::new() };
    let days = today.dagen_tot(last);
    let limit = i32::try_from(subject.limit(Code::P205)).unwrap_or(i32::MAX);
    if document.publicatie.datum.is_some() || !(0..=limit).contains(&days) {
        return Vec::new();
    }
    let message = format!(
        "Dit document moet uiterlijk op {} op de website staan, maar er is nog geen dag gekozen.",
        last.voluit()
    );
    vec![
        Diagnostic::at(Code::P205, place(subject), message)
            .label("nog zonder `datum`")
            .hint("Kies met de partijen een dag, en schrijf die bij `publicatie: {datum: …}`.")
            .into(),
    ]
}

/// What comes out after the last day comes too late for those who wait for it.
pub fn too_late(subject: &Subject) -> Vec<Finding> {
    let (document, today) = (subject.document, subject.scene.date);
    let (Some(last), Some(datum)) = (last_day(document), document.publicatie.datum) else {
        return Vec::new();
    };
    // What is done is done; and of one that is late already, that says more.
    let to_come = datum >= today && (last >= today || is_adopted(document));
    if datum <= last || !to_come || !counts(document, today) {
        return Vec::new();
    }
    let message = format!(
        "De gekozen dag van publicatie, {}, is later dan de uiterste dag: {}.",
        datum.voluit(),
        last.voluit()
    );
    vec![
        Diagnostic::at(Code::P206, place(subject), message)
            .label("te laat")
            .hint("Kies een eerdere dag. Spraken partijen een latere uiterste dag af, schrijf die dan bij `uiterlijk`.")
            .into(),
    ]
}
