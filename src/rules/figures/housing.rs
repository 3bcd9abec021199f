//! Agreements that the law lets parties make only when they are precise: about the sum
//! of all rents, and about who may rent a home.

use super::{Words, agreements, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakSoort, Rol};
use crate::rules::prose::Kind;
use crate::rules::{Finding, Subject};

/// Ways to say that rents rise by more than what is usual.
const EXTRA_RENT: &[&str] = &[
    "extra huurverhoging",
    "extra verhoging van de huur",
    "extra huursom",
    "extra stijging van de huur",
    "hogere huurverhoging",
    "hogere verhoging",
    "inkomensafhankelijke huurverhoging",
    "inkomensafhankelijke verhoging",
    "huursom extra",
    "huursom met extra",
    "boven inflatie",
    "boven de inflatie",
    "meer dan inflatie",
    "meer dan de inflatie",
    "inflatie plus",
    "extra ruimte in de huursom",
    "maximale huursomstijging",
    "maximale huursom",
];

/// What such money may be for.
const PURPOSE: &[&str] = &[
    "investe",
    "isol",
    "nieuwbouw",
    "bouwt",
    "bouwen",
    "verduurzam",
    "onderhoud",
    "renov",
    "besteed",
    "besteedt",
    "opbrengst",
    "gebruikt het geld",
    "woningverbetering",
];

/// The supervisor wants to see later that more rent was spent as was agreed on: without
/// an amount and a purpose it cannot.
pub fn rent_sum(subject: &Subject) -> Vec<Finding> {
    agreements(subject).iter().filter_map(|words| rent_sum_in(subject, words)).collect()
}

fn rent_sum_in(subject: &Subject, words: &Words) -> Option<Finding> {
    let afspraak = words.afspraak;
    if afspraak.soort == AfspraakSoort::Oneens || has_figures(subject, words) {
        return None;
    }
    let lower = words.lower();
    let extra = EXTRA_RENT.iter().any(|way| is_promised(&lower, way));
    let main = subject_of(words);
    if !extra && !main.contains("huursom") {
        return None;
    }
    let how_much = has_measure(&lower)
        || (!extra && ["inflatie", "maximum", "gelijk", "bevries"].iter().any(|word| lower.contains(word)));
    let what_for = !extra || PURPOSE.iter().any(|purpose| lower.contains(purpose));
    let missing = match (how_much, what_for) {
        (true, true) => return None,
        (false, true) => "hoeveel de huursom mag stijgen",
        (true, false) => "waar de extra huur voor is",
        (false, false) => "hoeveel de huursom mag stijgen en waar de extra huur voor is",
    };
    let text = format!("Deze afspraak over de huursom zegt niet {missing}.");
    let finding = subject.at(afspraak, Code::G202, text).label("niet compleet");
    Some(finding.hint("Noem een percentage of bedrag, en wat de corporatie met extra huur betaalt."))
}

/// Whether a table of figures belongs to an agreement.
fn has_figures(subject: &Subject, words: &Words) -> bool {
    let mut rows = subject.document.cijfertabellen().flat_map(|(_, tabel)| &tabel.regels);
    rows.any(|regel| regel.afspraken.iter().any(|nummer| nummer.value == words.afspraak.nummer))
}

/// Whether it is said without a denial shortly before it.
fn is_promised(lower: &str, way: &str) -> bool {
    lower.match_indices(way).any(|(at, _)| {
        let before = lower[..at].rsplit(['.', ',', '\n']).next().unwrap_or_default();
        !before
            .split_whitespace()
            .rev()
            .take(6)
            .any(|word| matches!(word, "geen" | "niet" | "nooit" | "zonder"))
    })
}

/// Title and facts: what an agreement is about, more than what it mentions.
fn subject_of(words: &Words) -> String {
    let main = words.passages.iter().filter(|passage| matches!(passage.kind, Kind::Title | Kind::Fact));
    main.map(|passage| passage.text.to_lowercase() + "\n").collect()
}

fn has_measure(lower: &str) -> bool {
    !numbers::percentages(lower).is_empty()
        || !numbers::amounts(lower).is_empty()
        || lower.contains("procentpunt")
        || lower.contains(" procent")
}

/// Ways to name the homes that a corporation may give to whom it likes.
const FREE: &[&str] =
    &["vrije toewijzing", "vrije ruimte", "vrij toewijzen", "vrij toe te wijzen", "vrije toewijzingen"];

/// Without a percentage in an agreement the law gives less room; and what counts is the
/// corporation, not the municipality.
pub fn free_allocation(subject: &Subject) -> Vec<Finding> {
    agreements(subject).iter().filter_map(|words| free_allocation_in(subject, words)).collect()
}

fn free_allocation_in(subject: &Subject, words: &Words) -> Option<Finding> {
    let afspraak = words.afspraak;
    let main = subject_of(words);
    if afspraak.soort == AfspraakSoort::Oneens || !FREE.iter().any(|way| main.contains(way)) {
        return None;
    }
    let lower = words.lower();
    let acts = afspraak.wie.iter().any(|inzet| inzet.partij.rol == Rol::Corporatie);
    let corporations = || subject.document.partijen.iter().filter(|partij| partij.rol == Rol::Corporatie);
    let named = corporations().count() == 1
        || lower.contains("corporatie")
        || corporations().any(|partij| lower.contains(&partij.kort.to_lowercase()));
    let missing = match (has_measure(&lower), acts || named) {
        (true, true) => return None,
        (false, true) => "hoeveel procent van de woningen vrij is",
        (true, false) => "welke corporatie de ruimte krijgt",
        (false, false) => "hoeveel procent van de woningen vrij is en welke corporatie die ruimte krijgt",
    };
    let text = format!("Deze afspraak over vrij toewijzen zegt niet {missing}.");
    let finding = Finding::at_agreement(afspraak, Diagnostic::at(Code::G203, afspraak.span, text));
    Some(
        finding
            .label("niet compleet")
            .hint("Noem per corporatie het percentage van de vrijkomende woningen."),
    )
}
