//! Whether money says when it comes, and in whose prices.

use super::{Words, agreements, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Afspraak, Instrument, Inzet, Wanneer};
use crate::rules::{Finding, Subject};

/// Below this, in euros, prices of another year change too little to ask for.
const WORTH_ASKING: f64 = 10_000.0;

/// Words that say when an amount comes, or how it follows prices.
const DATED: &[&str] = &[
    "prijspeil",
    "prijzen van",
    "inflatie",
    "index",
    "per jaar",
    "elk jaar",
    "ieder jaar",
    "jaarlijks",
    "eerste jaar",
    "per maand",
    "looptijd",
    "periode",
    "in totaal over",
    "kalenderjaar",
    "begroting",
];

/// Over the years money loses worth: of an amount without a year nobody can say later
/// whether it was paid.
pub fn undated(subject: &Subject) -> Vec<Finding> {
    agreements(subject).iter().filter_map(undated_in).collect()
}

fn undated_in(words: &Words) -> Option<Finding> {
    let afspraak = words.afspraak;
    let lower = words.lower();
    if is_of_one_year(afspraak) || DATED.iter().any(|word| lower.contains(word)) || names_a_year(&lower) {
        return None;
    }
    let hint = "Schrijf erbij voor welk jaar het is of in welke prijzen, zoals ‘in prijzen van 2026’.";
    let in_text = words.passages.iter().find_map(|passage| {
        let amount =
            numbers::amounts(&passage.text).into_iter().find(|amount| amount.value >= WORTH_ASKING)?;
        let place = passage.span(amount.range);
        Some(Diagnostic::at(Code::G201, place, "Bij dit bedrag staat geen jaar of prijspeil."))
    });
    let in_keys = || {
        // What spans a known period is asked to be divided instead.
        let spans_years = matches!(afspraak.wanneer, Some(Wanneer::Periode(_)));
        let undated = afspraak.wie.iter().find(|inzet| amount_of_all_years(inzet).is_some());
        let inzet = undated.filter(|_| !spans_years)?;
        let text = "Bij het bedrag van deze partij staat geen jaar of prijspeil.";
        Some(Diagnostic::at(Code::G201, inzet.span, text))
    };
    let diagnostic = in_text.or_else(in_keys)?;
    Some(Finding::at_agreement(afspraak, diagnostic.label("welk jaar?").hint(hint)))
}

/// Whether an agreement says one year by itself.
fn is_of_one_year(afspraak: &Afspraak) -> bool {
    match &afspraak.wanneer {
        Some(Wanneer::Datum(_) | Wanneer::Maand(_) | Wanneer::Jaar(_)) => true,
        Some(Wanneer::Periode(periode)) => periode.van().jaar() == periode.tot_en_met().jaar(),
        Some(Wanneer::Jaarlijks | Wanneer::Doorlopend) | None => false,
    }
}

fn names_a_year(text: &str) -> bool {
    numbers::numbers(text).iter().any(|number| {
        let digits = &text[number.range.clone()];
        digits.len() == 4 && (digits.starts_with("20") || digits.starts_with("19"))
    })
}

/// An amount that no year was given for, nor divided over the years. What is only
/// guaranteed is not paid in any year.
fn amount_of_all_years(inzet: &Inzet) -> Option<()> {
    let bijdrage = inzet.bijdrage.as_ref()?;
    let paid = !matches!(bijdrage.instrument, Some(Instrument::Achtervang | Instrument::Garantie));
    let [deel] = bijdrage.bedragen.as_slice() else { return None };
    (paid && deel.jaar.is_none()).then_some(())
}

/// Who pays over several years has to plan for each, and others have to see each year
/// whether it came.
pub fn undivided(subject: &Subject) -> Vec<Finding> {
    let mut found = Vec::new();
    for (_, afspraak) in subject.afspraken() {
        let Some(Wanneer::Periode(periode)) = &afspraak.wanneer else { continue };
        let (first, last) = (periode.van().jaar(), periode.tot_en_met().jaar());
        if first == last || !afspraak.volledigheid.is_volledig() {
            continue;
        }
        let mut undivided = afspraak.wie.iter().filter(|inzet| amount_of_all_years(inzet).is_some());
        let Some(inzet) = undivided.next() else { continue };
        let text = format!(
            "Het bedrag van {} is voor {first} tot en met {last}, maar niet per jaar verdeeld.",
            inzet.partij.kort
        );
        let hint =
            format!("Schrijf `bedragen: {{{first}: …, {last}: …}}`, of `jaar:` als het in één jaar komt.");
        let diagnostic =
            Diagnostic::at(Code::G205, inzet.span, text).label("één bedrag voor meer jaren").hint(hint);
        let diagnostic =
            undivided.fold(diagnostic, |diagnostic, other| diagnostic.note(other.span, "ook hier"));
        found.push(Finding::at_agreement(afspraak, diagnostic));
    }
    found
}
