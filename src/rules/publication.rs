//! **P**: what still stands between a document and its publication, and what
//! readers of it have a right to find afterwards.

mod coverage;
mod days;
mod decisions;
mod progress;

use super::{Rule, Subject};
use crate::diagnostic::Code;
use crate::model::{Datum, Overeenkomst, OvereenkomstSoort, Publicatie, Status};
use crate::source::{Sources, Span};

/// Where the handbook has the agreements on the website by 15 December.
const STEP_3: &str = "Handreiking prestatieafspraken, regel 556";

pub const RULES: &[Rule] = &[
    Rule::document(Code::P201, "Handreiking prestatieafspraken, regel 280", decisions::unsigned),
    Rule::document(Code::P202, STEP_3, decisions::undecided).limit(14),
    Rule::document(Code::P203, STEP_3, decisions::reserved).limit(14),
    Rule::document(Code::P204, STEP_3, days::past_the_last_day),
    Rule::document(Code::P205, STEP_3, days::no_day).limit(60),
    Rule::document(Code::P206, STEP_3, days::too_late),
    Rule::site(Code::P207, "Woningwet, artikel 44a lid 2", coverage::nothing_in_force),
    Rule::site(Code::P208, "Handreiking prestatieafspraken, regel 622", progress::year_without_judgement),
    Rule::document(Code::P209, "Handreiking prestatieafspraken, regel 678", progress::past_without_word)
        .limit(30),
    Rule::document(Code::P210, "Handreiking prestatieafspraken, regel 357", coverage::priorities),
    Rule::site(Code::P211, "Burgerlijk Wetboek, artikel 3:15d", coverage::nobody_to_ask),
    Rule::site(Code::P212, "Woningwet, artikel 44a lid 2", coverage::no_address),
];

/// Whether its publication still matters: it was not withdrawn, and its term is not over.
fn counts(document: &Overeenkomst, today: Datum) -> bool {
    document.status != Status::Vervallen && today <= document.looptijd.tot_en_met()
}

/// Whether the parties have adopted it.
fn is_adopted(document: &Overeenkomst) -> bool {
    document.status >= Status::Vastgesteld
}

/// The last day for publication, where law or practice know one: of agreements for
/// whole years and of an offer. For agreements from another day on, and for rules of
/// the game, only parties can name it.
fn last_day(document: &Overeenkomst) -> Option<Datum> {
    let Publicatie { uiterlijk, .. } = document.publicatie;
    let own = uiterlijk != Publicatie::standaard_uiterlijk(document.soort, document.looptijd);
    let van = document.looptijd.van();
    let known = match document.soort {
        OvereenkomstSoort::Spelregels | OvereenkomstSoort::Evaluatie => false,
        _ => van == van.jaar().eerste_dag(),
    };
    (own || known).then_some(uiterlijk)
}

/// Whether what is late is said as such (P204), so that no rule need say it again.
fn is_late_and_unmade(subject: &Subject) -> bool {
    !is_adopted(subject.document) && last_day(subject.document).is_some_and(|last| last < subject.scene.date)
}

/// The first of these keys that stands at the left margin of some YAML, or else all of its first line.
fn key(sources: &Sources, yaml: Span, keys: &[&str]) -> Span {
    let text = sources.text(yaml);
    let starts = || text.match_indices('\n').map(|(at, _)| at + 1);
    let of_key = |key: &&str| {
        let is_key = |at: &usize| text[*at..].strip_prefix(*key).is_some_and(|rest| rest.starts_with(':'));
        let at = std::iter::once(0).chain(starts()).find(is_key)?;
        Some(at..at + key.len())
    };
    let found = keys.iter().find_map(of_key).unwrap_or_else(|| 0..text.find('\n').unwrap_or(text.len()));
    let start = yaml.range().start;
    Span::new(yaml.source, start + found.start..start + found.end)
}
