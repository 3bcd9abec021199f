//! Agreements that the law lets parties make only when they are precise: about the sum
//! of all rents, and about who may rent a home.

use super::{Words, agreements, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakSoort, Rol};
use crate::rules::prose::{self, Kind};
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
    let what_for = !extra || PURPOSE.iter().any(|purpose| lower.contains(purpose)) || goes_somewhere(words);
    let shown = !extra || SHOWN.iter().any(|word| lower.contains(word)) || is_laid_out(words);
    let missing = missing([
        (how_much, "hoeveel de huursom mag stijgen"),
        (what_for, "waar de extra huur voor is"),
        (shown, "hoe de corporatie laat zien waar de extra huur naartoe ging"),
    ])?;
    let text = format!("Deze afspraak over de huursom zegt niet {missing}.");
    let finding = subject.at(afspraak, Code::G202, text).label("niet compleet");
    Some(finding.hint(
        "Noem een percentage of bedrag, wat de corporatie met extra huur betaalt, en hoe zij dat achteraf laat zien.",
    ))
}

/// What is not said, of these parts; nothing when all of it is.
fn missing<const N: usize>(parts: [(bool, &str); N]) -> Option<String> {
    let all: Vec<&str> = parts.iter().filter(|(said, _)| !said).map(|(_, part)| *part).collect();
    match all.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [rest @ .., last] => Some(format!("{} en {last}", rest.join(", "))),
    }
}

/// Words for money that comes in.
const MONEY: &[&str] = &["extra huur", "opbrengst", "inkomsten", "geld", "bedrag"];

/// Whether a sentence says where money goes: "de extra huur gaat naar de ramen".
fn goes_somewhere(words: &Words) -> bool {
    words.passages.iter().flat_map(|passage| passage.sentences()).any(|sentence| {
        let lower = sentence.text().to_lowercase();
        let money = MONEY.iter().any(|word| lower.contains(word));
        let goes = (lower.contains(" gaat ") || lower.contains(" gaan ")) && lower.contains(" naar ");
        let put = lower.contains("steekt ") || lower.contains("steken ");
        money && (goes || put || lower.contains(" is voor ") || lower.contains("ten goede"))
    })
}

/// Words for what lets others see afterwards that money went where it should.
const SHOWN: &[&str] =
    &["verantwoord", "verantwoording", "verslag", "accountant", "rapport", "overzicht", "controle", "bewij"];

/// "laat zien", "legt uit", "toont aan", with other words between them.
fn is_laid_out(words: &Words) -> bool {
    const LAID_OUT: &[(&[&str], &str)] = &[
        (&["laat", "laten"], "zien"),
        (&["legt", "leggen"], "uit"),
        (&["toont", "tonen"], "aan"),
        (&["meldt", "melden", "vertelt", "vertellen"], "hoeveel"),
    ];
    words.passages.iter().flat_map(|passage| passage.sentences()).any(|sentence| {
        let lower = sentence.text().to_lowercase();
        let all: Vec<&str> = prose::words(&lower).map(|(_, word)| word).collect();
        LAID_OUT.iter().any(|(verbs, with)| {
            let verb = all.iter().position(|word| verbs.contains(word));
            verb.is_some_and(|verb| all[verb..].contains(with))
        })
    })
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
const FREE: &[&str] = &["vrije toewijzing", "vrije ruimte", "vrij toewijzen", "vrij toe"];

/// Without a percentage in an agreement the law gives less room; what counts is the
/// corporation and not the municipality, so that others in the region have to know of it.
pub fn free_allocation(subject: &Subject) -> Vec<Finding> {
    agreements(subject).iter().filter_map(|words| free_allocation_in(subject, words)).collect()
}

fn free_allocation_in(subject: &Subject, words: &Words) -> Option<Finding> {
    let afspraak = words.afspraak;
    if afspraak.soort == AfspraakSoort::Oneens || !is_of_free_allocation(words) {
        return None;
    }
    let lower = words.lower();
    let acts = afspraak.wie.iter().any(|inzet| inzet.partij.rol == Rol::Corporatie);
    let corporations = || subject.document.partijen.iter().filter(|partij| partij.rol == Rol::Corporatie);
    let named = corporations().count() == 1
        || lower.contains("corporatie")
        || corporations().any(|partij| lower.contains(&partij.kort.to_lowercase()));
    let percentage = !numbers::percentages(&lower).is_empty() || lower.contains(" procent");
    let whom = lower.contains("inkomen") || lower.contains("verdien") || !numbers::amounts(&lower).is_empty();
    let region = ["regio", "buurgemeente", "andere gemeente", "gemeenten", "per gemeente", "als geheel"]
        .iter()
        .any(|word| lower.contains(word));
    let missing = missing([
        (percentage, "hoeveel procent van de woningen vrij is"),
        (acts || named, "welke corporatie de ruimte krijgt"),
        (whom, "voor welke inkomens de ruimte is"),
        (region, "hoe dit past bij de afspraken in de regio"),
    ])?;
    let text = format!("Deze afspraak over vrij toewijzen zegt niet {missing}.");
    let finding = Finding::at_agreement(afspraak, Diagnostic::at(Code::G203, afspraak.span, text));
    Some(
        finding
            .label("niet compleet")
            .hint("Noem per corporatie het percentage van de vrijkomende woningen, en de inkomens. Zeg ook wat er in de regio is afgesproken."),
    )
}

/// Whether title or facts are about it, or a sentence sets a percentage for it.
fn is_of_free_allocation(words: &Words) -> bool {
    let named = |text: &str| FREE.iter().any(|way| is_promised(text, way));
    named(&subject_of(words))
        || words.passages.iter().flat_map(|passage| passage.sentences()).any(|sentence| {
            let lower = sentence.text().to_lowercase();
            named(&lower) && !numbers::percentages(&lower).is_empty()
        })
}
