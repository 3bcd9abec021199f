//! Whether money says when it comes, and in whose prices.

use super::{Words, agreements, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Afspraak, Instrument, Inzet, Periode, Wanneer};
use crate::rules::{Finding, Subject};

/// Below this, in euros, prices of another year change too little to ask for.
const WORTH_ASKING: f64 = 10_000.0;

/// Words that say when an amount comes, or how it follows prices.
const DATED: &[&str] = &[
    "prijspeil",
    "prijzen van",
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

/// Words that say of the amount beside them that it follows prices; elsewhere in an agreement
/// they may be about rents.
const FOLLOWS: &[&str] = &["inflatie", "index"];

/// Over the years money loses worth: of an amount without a year nobody can say later
/// whether it was paid.
pub fn undated(subject: &Subject) -> Vec<Finding> {
    agreements(subject).iter().filter_map(|words| undated_in(subject, words)).collect()
}

fn undated_in(subject: &Subject, words: &Words) -> Option<Finding> {
    let afspraak = words.afspraak;
    let lower = words.lower();
    if is_of_one_year(subject, afspraak)
        || DATED.iter().any(|word| lower.contains(word))
        || names_a_year(&lower)
        || afspraak.wie.iter().any(has_year)
    {
        return None;
    }
    let hint = "Schrijf erbij voor welk jaar het is of in welke prijzen, zoals “in prijzen van 2026”.";
    let sentences = words.passages.iter().flat_map(|passage| passage.sentences());
    let in_text = sentences.into_iter().find_map(|sentence| {
        let text = sentence.text();
        let amount = numbers::amounts(text).into_iter().find(|amount| amount.value >= WORTH_ASKING)?;
        let follows = FOLLOWS.iter().any(|word| text.to_lowercase().contains(word));
        let start = sentence.range.start;
        let place = sentence.passage.span(start + amount.range.start..start + amount.range.end);
        let diagnostic = Diagnostic::at(Code::G201, place, "Bij dit bedrag staat geen jaar of prijspeil.");
        (!follows).then_some(diagnostic)
    });
    let in_keys = || {
        // What spans a known period is asked to be divided instead; what is paid for
        // something with a date is paid by then.
        let spans_years = matches!(afspraak.wanneer, Some(Wanneer::Periode(_) | Wanneer::Datum(_)));
        let follows = FOLLOWS.iter().any(|word| lower.contains(word));
        let undated = afspraak.wie.iter().find(|inzet| amount_of_all_years(inzet).is_some());
        let inzet = undated.filter(|_| !spans_years && !follows)?;
        let text = "Bij het bedrag van deze partij staat geen jaar of prijspeil.";
        Some(Diagnostic::at(Code::G201, inzet.span, text))
    };
    let diagnostic = in_text.or_else(in_keys)?;
    Some(Finding::at_agreement(afspraak, diagnostic.label("welk jaar?").hint(hint)))
}

/// Whether an agreement says one year by itself. A day in a later year of the document says
/// when all is done, not when money comes or in whose prices it is.
fn is_of_one_year(subject: &Subject, afspraak: &Afspraak) -> bool {
    let first = subject.document.looptijd.van();
    match &afspraak.wanneer {
        Some(Wanneer::Datum(dag)) => dag.jaar() <= first.jaar(),
        Some(Wanneer::Maand(_) | Wanneer::Jaar(_)) => true,
        Some(Wanneer::Periode(periode)) => periode.van().jaar() == periode.tot_en_met().jaar(),
        Some(Wanneer::Jaarlijks | Wanneer::Doorlopend) | None => false,
    }
}

/// Whether the money of a contribution stands with its year.
fn has_year(inzet: &Inzet) -> bool {
    inzet.bijdrage.as_ref().is_some_and(|bijdrage| bijdrage.bedragen.iter().any(|deel| deel.jaar.is_some()))
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
    for words in agreements(subject) {
        let afspraak = words.afspraak;
        let Some(periode) = years_of(subject, &words) else { continue };
        let (first, last) = (periode.van().jaar(), periode.tot_en_met().jaar());
        if first == last || !afspraak.volledigheid.is_volledig() {
            continue;
        }
        let mut undivided = afspraak.wie.iter().filter(|inzet| amount_of_all_years(inzet).is_some());
        let Some(inzet) = undivided.next() else {
            found.extend(undivided_in_text(&words));
            continue;
        };
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

/// The years that an agreement is about: its own, or those of the document where a text says
/// that it is spread over them.
fn years_of(subject: &Subject, words: &Words) -> Option<Periode> {
    match &words.afspraak.wanneer {
        Some(Wanneer::Periode(periode)) => Some(*periode),
        Some(Wanneer::Datum(_)) => {
            let lower = words.lower();
            let spread = ["over de looptijd", "over de hele looptijd", "over de jaren", "over de periode"];
            spread.iter().any(|words| lower.contains(words)).then_some(subject.document.looptijd)
        }
        _ => None,
    }
}

/// Words that say that an amount is for all years together.
const TOGETHER: &[&str] = &["looptijd", " samen ", "in totaal", "totale", "voor alle jaren", "hele periode"];

/// An amount in a text that is for all years together, where no party has amounts of its own
/// and nothing says what comes each year.
fn undivided_in_text(words: &Words) -> Option<Finding> {
    let afspraak = words.afspraak;
    let lower = words.lower();
    let yearly = ["per jaar", "elk jaar", "ieder jaar", "jaarlijks"].iter().any(|word| lower.contains(word));
    if yearly || afspraak.wie.iter().any(|inzet| inzet.bijdrage.is_some()) {
        return None;
    }
    let sentences = words.passages.iter().flat_map(|passage| passage.sentences());
    let place = sentences.into_iter().find_map(|sentence| {
        let text = sentence.text();
        let amount = numbers::amounts(text).into_iter().find(|amount| amount.value >= WORTH_ASKING)?;
        let together = TOGETHER.iter().any(|word| text.to_lowercase().contains(word));
        let start = sentence.range.start;
        together.then(|| sentence.passage.span(start + amount.range.start..start + amount.range.end))
    })?;
    let text = "Dit bedrag is voor meer jaren, maar niet per jaar verdeeld.";
    let diagnostic = Diagnostic::at(Code::G205, place, text).label("één bedrag voor meer jaren");
    let hint = "Schrijf erbij hoeveel er elk jaar is, of zet het bij `wie` als `bedragen` per jaar.";
    Some(Finding::at_agreement(afspraak, diagnostic.hint(hint)))
}
