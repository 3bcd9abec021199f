//! **W**: whether each party gives something and gets what it needs.

mod parties;
mod tenants;
mod ties;

use super::{Finding, Rule, Subject};
use crate::diagnostic::Code;
use crate::model::{Overeenkomst, OvereenkomstSoort};

/// What must I do so that you can do better, and what do I need of you?
const RECIPROCITY: &str = "Handreiking prestatieafspraken, regel 208";

pub const RULES: &[Rule] = &[
    Rule::document(Code::W201, RECIPROCITY, parties::corporation_alone),
    Rule::document(Code::W202, "Handreiking prestatieafspraken, regel 495", parties::promises_nothing),
    Rule::document(Code::W203, RECIPROCITY, ties::waits_for_nothing),
    Rule::document(Code::W204, "Handreiking prestatieafspraken, regel 222", ties::half_a_package),
    Rule::document(
        Code::W205,
        "Handreiking prestatieafspraken, regel 501",
        parties::municipality_without_means,
    ),
    Rule::document(Code::W206, "Handreiking prestatieafspraken, regel 276", tenants::only_listen),
    Rule::document(Code::W207, RECIPROCITY, ties::waits_too_long),
];

/// Whether what is missing from a document stands in no other: not in that above it,
/// as of a year's part, and not in those below it, as of a joint framework.
fn stands_alone(document: &Overeenkomst) -> bool {
    let own =
        matches!(document.soort, OvereenkomstSoort::Meerjarenafspraken | OvereenkomstSoort::Jaarafspraken);
    let part = document.is_licht() && document.hoort_bij.is_some();
    own && !part && is_read(document)
}

/// Whether all of it could be read.
fn is_read(document: &Overeenkomst) -> bool {
    document.volledigheid.is_volledig()
        && document.afspraken().all(|afspraak| afspraak.volledigheid.is_volledig())
}
