//! The passive voice, where nobody acts.

use std::ops::Range;

use super::super::prose::{Kind, Sentence};
use super::read::{Word, agreements, lower, lower_text};
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::AfspraakSoort;

/// What is done without anybody who does it, is done by nobody.
pub fn without_actor(subject: &Subject) -> Vec<Finding> {
    let mut found = Vec::new();
    for whole in agreements(subject) {
        if matches!(whole.afspraak.soort, AfspraakSoort::Beschrijvend | AfspraakSoort::Oneens) {
            continue;
        }
        let acts: Vec<Word> = whole.afspraak.wie.iter().flat_map(|inzet| lower_text(&inzet.tekst)).collect();
        for passage in whole.passages.iter().copied() {
            let own = whole.is_contribution(passage);
            let passive = passage.text.contains("ord") && matches!(passage.kind, Kind::Title | Kind::Text);
            if !own && !passive {
                continue;
            }
            for sentence in passage.sentences() {
                let passive = if own { party_undergoes(&sentence) } else { main_clause(&sentence) };
                let Some(passive) = passive.filter(|passive| own || !is_done_by(&passive.verb, &acts)) else {
                    continue;
                };
                let message =
                    format!("Hier staat niet wie dit doet: “{}”.", &passage.text[passive.range.clone()]);
                let diagnostic =
                    Diagnostic::at(Code::S106, passage.span(passive.range), message).label("door wie?");
                found.push(Finding::at_agreement(whole.afspraak, diagnostic).hint(
                    "Begin met wie het doet, zoals “De gemeente onderzoekt …”, en zet dat ook bij `wie:`.",
                ));
            }
        }
    }
    found
}

/// A verb in the passive voice: where it stands, and its participle.
struct Passive {
    range: Range<usize>,
    verb: String,
}

/// What a party undergoes: "wordt betrokken", where a sentence begins with its name.
fn party_undergoes(sentence: &Sentence) -> Option<Passive> {
    let text = lower(sentence);
    let begins = text.first().is_some_and(|(_, word)| word == "wordt" || word == "worden");
    let by_others = text.iter().any(|(_, word)| word == "door");
    (begins && !by_others && !is_told(&text)).then(|| with_participle(&text, 0)).flatten()
}

/// Whether a party is only told of something: that is a matter of balance.
fn is_told(text: &[Word]) -> bool {
    text.iter().any(|(_, word)| ["geïnformeerd", "ingelicht", "hoogte"].contains(&word.as_str()))
}

/// Words that begin a clause which is no promise: a condition, a moment, a description.
const SUBORDINATE: &[&str] = &[
    "als", "dat", "die", "hoe", "indien", "mits", "nadat", "of", "omdat", "tenzij", "terwijl", "totdat",
    "voordat", "waar", "waaraan", "waarbij", "waarin", "waarmee", "waarop", "waarvan", "waarvoor",
    "waardoor", "wanneer", "wat", "welke", "wie", "zoals", "zodat", "zodra", "zolang",
];

/// Verbs that make of what is done what may be done.
const MAY_BE: &[&str] =
    &["hoeft", "hoeven", "kan", "kon", "kunnen", "mag", "mogen", "wil", "willen", "zou", "zouden"];

/// Words in sentences that tell how things are, and promise nothing.
const AS_IT_IS: &[&str] = &["meestal", "nu", "soms", "tegenwoordig", "vaak", "veel", "vroeger"];

/// The passive voice in a main clause that names nobody with `door`.
fn main_clause(sentence: &Sentence) -> Option<Passive> {
    let text = lower(sentence);
    let has = |words: &[&str]| text.iter().any(|(_, word)| words.contains(&word.as_str()));
    if has(&["door", "we", "wij"]) || has(AS_IT_IS) || sentence.text().ends_with('?') {
        return None;
    }
    let mut from = 0;
    clauses(sentence, &text).into_iter().find_map(|to| {
        let clause = &text[from..to];
        let begins_sentence = from == 0;
        from = to;
        let at = clause.iter().position(|(_, word)| word == "wordt" || word == "worden")?;
        let before = &clause[..at];
        let has = |words: &[&str]| before.iter().any(|(_, word)| words.contains(&word.as_str()));
        let no_promise = has(SUBORDINATE)
            || has(MAY_BE)
            // "Wordt een woning verkocht, dan …" is a condition.
            || (at == 0 && begins_sentence)
            || (before.last().is_some_and(|(_, word)| word == "te") && !has(&["dient", "dienen"]));
        if no_promise { None } else { with_participle(clause, at) }
    })
}

/// After how many words each clause of a sentence ends.
fn clauses(sentence: &Sentence, text: &[Word]) -> Vec<usize> {
    let passage = &sentence.passage.text;
    let ends = text.windows(2).enumerate().filter_map(|(at, pair)| {
        let between = &passage[pair[0].0.end..pair[1].0.start];
        between.contains([',', ';', ':', '(', ')', '–']).then_some(at + 1)
    });
    ends.chain([text.len()]).collect()
}

/// The passive voice of which `wordt` or `worden` stands at `at`.
fn with_participle(clause: &[Word], at: usize) -> Option<Passive> {
    let own = clause[at + 1..].iter().take_while(|(_, word)| !SUBORDINATE.contains(&word.as_str()));
    let after = own.into_iter().find(|(_, word)| is_participle(word));
    let before = at.checked_sub(1).map(|before| &clause[before]).filter(|(_, word)| is_participle(word));
    let (range, verb) = after.or(before)?;
    let finite = &clause[at].0;
    Some(Passive { range: finite.start.min(range.start)..finite.end.max(range.end), verb: verb.clone() })
}

/// Participles of strong verbs in these texts, with how the active form begins.
const STRONG: &[(&str, &str)] = &[
    ("aangeboden", "bied"),
    ("aangetrokken", "trek"),
    ("aangevraagd", "vraag"),
    ("aangewezen", "wijs"),
    ("afgegeven", "geef"),
    ("afgesloten", "sluit"),
    ("afgesproken", "spreek"),
    ("bekeken", "bekijk"),
    ("beschreven", "beschrijf"),
    ("besloten", "besli"),
    ("besproken", "bespreek"),
    ("betrokken", "betrek"),
    ("bijeengebracht", "breng"),
    ("bijgehouden", "houd"),
    ("doorgegeven", "geef"),
    ("geboden", "bied"),
    ("gebracht", "breng"),
    ("gebruikt", "gebruik"),
    ("gedaan", "doe"),
    ("gegeven", "geef"),
    ("geholpen", "help"),
    ("gehouden", "houd"),
    ("gekocht", "koop"),
    ("gekozen", "kies"),
    ("genomen", "neem"),
    ("geschonken", "schenk"),
    ("geschreven", "schrijf"),
    ("gesloten", "sluit"),
    ("getroffen", "tref"),
    ("gevonden", "vind"),
    ("geworven", "werf"),
    ("gezocht", "zoek"),
    ("gezonden", "zend"),
    ("herzien", "herzie"),
    ("ingebracht", "breng"),
    ("meegenomen", "neem"),
    ("ondernomen", "onderneem"),
    ("onderzocht", "onderzoek"),
    ("ontworpen", "ontwerp"),
    ("opgenomen", "neem"),
    ("opgeschreven", "schrijf"),
    ("overeengekomen", "kom"),
    ("overgenomen", "neem"),
    ("tegengegaan", "ga"),
    ("teruggebracht", "breng"),
    ("teruggedrongen", "dring"),
    ("toegewezen", "wijs"),
    ("toegezonden", "zend"),
    ("uitgegeven", "geef"),
    ("uitgevoerd", "voer"),
    ("vastgehouden", "houd"),
    ("vastgelegd", "leg"),
    ("vergeleken", "vergelijk"),
    ("verkocht", "verkoop"),
    ("vervangen", "vervang"),
    ("verzonden", "verzend"),
    ("voorgelegd", "leg"),
    ("vrijgehouden", "houd"),
];

/// Words that look like participles and are not, or that only say what something is called.
const NO_PARTICIPLE: &[&str] = &[
    "aangeduid",
    "bedoeld",
    "bekend",
    "bepaald",
    "bereid",
    "bestand",
    "betreft",
    "geacht",
    "gebied",
    "geld",
    "geluid",
    "gemeend",
    "gemengd",
    "gemiddeld",
    "genoemd",
    "gereed",
    "gerekend",
    "geschikt",
    "gewicht",
    "gezicht",
    "gezond",
    "verband",
    "vergeet",
    "verplicht",
    "verschil",
    "verstand",
    "verwacht",
];

/// Parts that stand before `ge` in a verb of two parts.
const SEPARABLE: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "door", "in", "klaar", "mee", "na", "neer", "om", "op", "over",
    "samen", "tegen", "terug", "toe", "uit", "vast", "vol", "voor", "vrij", "weg",
];

/// Prefixes in the place of `ge`.
const PREFIXES: &[&str] = &["be", "her", "onder", "ont", "over", "ver"];

fn is_participle(word: &str) -> bool {
    if STRONG.iter().any(|(strong, _)| *strong == word) {
        return true;
    }
    let weak = word.ends_with(['t', 'd']) && word.chars().count() > 5 && !NO_PARTICIPLE.contains(&word);
    let begins = after_ge(word).is_some() || PREFIXES.iter().any(|prefix| word.starts_with(prefix));
    weak && begins
}

/// What comes after `ge` in a participle: `bouwd` of `gebouwd`, `legd` of `aangelegd`.
fn after_ge(word: &str) -> Option<&str> {
    let parts = SEPARABLE.iter().filter_map(|part| word.strip_prefix(part));
    parts.chain([word]).find_map(|rest| rest.strip_prefix("ge").or_else(|| rest.strip_prefix("geï")))
}

/// Whether a party does what is said here in the passive voice: then readers know who it is.
fn is_done_by(verb: &str, acts: &[Word]) -> bool {
    let strong = STRONG.iter().find(|(strong, _)| *strong == verb).map(|(_, stem)| *stem);
    let weak = || after_ge(verb).unwrap_or(verb).trim_end_matches(['d', 't']);
    let stem = strong.unwrap_or_else(weak).replace('ï', "i");
    acts.iter().any(|(_, word)| word.replace('ï', "i").starts_with(stem.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{is_done_by, is_participle};
    use crate::rules::smart::read::lower_text;

    #[test]
    fn a_participle_is_known_by_how_it_begins_and_ends() {
        for verb in ["gebouwd", "aangelegd", "geïsoleerd", "onderzocht", "verhuurd", "besproken"] {
            assert!(is_participle(verb), "{verb}");
        }
        for other in ["gebied", "woningen", "geschikt", "gemeente", "besturen", "verwacht", "groot"] {
            assert!(!is_participle(other), "{other}");
        }
    }

    #[test]
    fn who_does_it_is_known_when_a_party_does_the_same() {
        let acts = lower_text("bouwt 40 woningen, legt de straat aan en isoleert de rest");
        for verb in ["gebouwd", "aangelegd", "geïsoleerd"] {
            assert!(is_done_by(verb, &acts), "{verb}");
        }
        assert!(!is_done_by("gesloopt", &acts));
    }
}
