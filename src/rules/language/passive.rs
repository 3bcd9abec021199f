//! Sentences that hide the verb or who does something.

use super::{Token, at, is_quoted, tokens};
use crate::diagnostic::Code;
use crate::rules::prose::{Kind, Passage, Sentence};
use crate::rules::{Finding, Reading};

/// In one passive sentence the doer may not matter; after three, readers do not know
/// any more who does anything.
pub fn in_a_row(reading: &Reading) -> Vec<Finding> {
    let limit = (reading.limit(Code::L303) as usize).max(1);
    let mut found = Vec::new();
    let texts = reading.prose.passages.iter().filter(|passage| passage.kind == Kind::Text);
    for sentences in texts.map(|passage| passage.sentences().collect::<Vec<_>>()) {
        for row in sentences.chunk_by(|first, second| is_passive(first) == is_passive(second)) {
            let [first, .., last] = row else { continue };
            if row.len() < limit || !is_passive(first) {
                continue;
            }
            let text = format!("{} zinnen achter elkaar zeggen niet wie iets doet.", number(row.len()));
            let place = first.range.start..last.range.end;
            let finding = at(Code::L303, first.passage, place, text).label("lijdende vorm");
            found.push(finding.hint("Begin met wie het doet, zoals “De gemeente beslist …”."));
        }
    }
    found
}

fn number(count: usize) -> String {
    match count {
        2 => "Twee".into(),
        3 => "Drie".into(),
        4 => "Vier".into(),
        5 => "Vijf".into(),
        _ => count.to_string(),
    }
}

/// Whether a sentence has a form of *worden* with a participle, and does not say by whom.
pub fn is_passive(sentence: &Sentence) -> bool {
    let all = tokens(sentence.passage, sentence.range.clone());
    let becomes = all
        .iter()
        .any(|word| matches!(word.lower.as_str(), "wordt" | "worden" | "werd" | "werden" | "geworden"));
    becomes && all.iter().any(|word| is_participle(&word.lower))
}

/// Verbs whose participle has no *ge-*, and what may stand before *ge-*.
const UNSTRESSED: &[&str] = &["be", "ver", "ont", "her", "er", "ge"];
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "dicht", "door", "goed", "in", "klaar", "mee", "mede", "na",
    "neer", "om", "onder", "op", "open", "over", "plaats", "samen", "schoon", "stil", "tegen", "terug",
    "toe", "tussen", "uit", "vast", "voor", "vooruit", "voort", "vrij", "waar", "weg",
];

/// Words that look like a participle and are none.
const NO_PARTICIPLE: &[&str] = &[
    "gebied",
    "geld",
    "gemeente",
    "geen",
    "gezin",
    "gezinnen",
    "gebouwen",
    "gemeenten",
    "gebieden",
    "gevolgen",
    "gesprekken",
    "gegevens",
    "gelden",
    "geheel",
    "geleden",
    "gezond",
    "beleid",
    "bestand",
    "verband",
    "beeld",
    "bed",
    "best",
    "verkeerd",
    "bekend",
    "bewust",
    "bereid",
    "betaalbaarheid",
    "verschillend",
    "ervaren",
    "bedrijven",
    "berichten",
    "besluiten",
    "bedragen",
    "verhuren",
    "verslagen",
    "gehouden",
    "bewoners",
    "bedrijvigheid",
    "bezwaren",
    "bezoeken",
    "gemiddeld",
    "gelijk",
    "genoeg",
    "begin",
    "ernst",
    "erf",
    "gewoon",
    "gezondheid",
    "bestuurd",
    "gehandicapt",
    "verbeteren",
    "bestaan",
    "bestaand",
    "gebouwd",
];

/// "gebouwd", "vastgesteld", "besproken", "geïnventariseerd".
pub fn is_participle(word: &str) -> bool {
    if word == "gebouwd" {
        return true;
    }
    if NO_PARTICIPLE.contains(&word) || word.contains('-') {
        return false;
    }
    let ends = word.ends_with('d') || word.ends_with('t');
    let strong = word.ends_with("en");
    let stem = PARTICLES
        .iter()
        .filter_map(|particle| word.strip_prefix(particle))
        .find(|stem| stem.starts_with("ge"));
    let ge = stem.or(word.starts_with("ge").then_some(word));
    if let Some(ge) = ge.filter(|ge| ge.len() >= 5) {
        return ends || (strong && !ge.ends_with("eren"));
    }
    let long = word.chars().count() >= 6;
    let unstressed = UNSTRESSED.iter().any(|prefix| word.starts_with(prefix)) && long;
    unstressed && (ends && !word.ends_with("heid") && !word.ends_with("end") || STRONG.contains(&word))
}

/// Strong participles without *ge-*; their infinitive may look the same.
const STRONG: &[&str] = &[
    "besloten",
    "besproken",
    "bevonden",
    "bedongen",
    "begonnen",
    "begrepen",
    "beschreven",
    "betrokken",
    "bewezen",
    "verkregen",
    "verdreven",
    "verkozen",
    "verloren",
    "verboden",
    "verstaan",
    "vernomen",
    "verwezen",
    "verzonden",
    "ontvangen",
    "onthouden",
    "ontslagen",
    "herzien",
    "ondernomen",
    "onderzocht",
    "ondervonden",
    "overwogen",
    "overgenomen",
];

/// Nouns that were a verb: only what someone could simply do.
const NOUNS: &[&str] = &[
    "aanpassing",
    "afweging",
    "beheersing",
    "benutting",
    "beoordeling",
    "beperking",
    "bestrijding",
    "bevordering",
    "bewaking",
    "bewerking",
    "borging",
    "herhuisvesting",
    "heroverweging",
    "herziening",
    "implementatie",
    "intensivering",
    "inventarisatie",
    "invoering",
    "monitoring",
    "naleving",
    "ondersteuning",
    "ondertekening",
    "ontwikkeling",
    "optimalisatie",
    "oprichting",
    "opstelling",
    "plaatsing",
    "realisatie",
    "realisering",
    "stimulering",
    "terugdringing",
    "toepassing",
    "toetsing",
    "totstandkoming",
    "uitbreiding",
    "uitvoering",
    "uitwerking",
    "vaststelling",
    "verbetering",
    "vergroting",
    "verhoging",
    "verlaging",
    "vermindering",
    "verruiming",
    "versnelling",
    "versterking",
    "vervanging",
    "verstrekking",
    "verwezenlijking",
    "voorbereiding",
    "waarborging",
];

/// Of these one is enough: what is left of the sentence says nothing of its own.
const HEAVY: &[&str] = &[
    "bevorderen",
    "bewerkstelligen",
    "borgen",
    "creëren",
    "doorvoeren",
    "faciliteren",
    "implementatie",
    "implementeren",
    "ontwikkelen",
    "optimaliseren",
    "realisatie",
    "realiseren",
    "realisering",
    "stimuleren",
    "uitvoeren",
    "verbeteren",
    "vergroten",
    "verminderen",
    "versnellen",
    "versterken",
    "waarborgen",
];

/// Words on *-en* behind "het" that are no verb, or a name for a thing by now.
const NO_VERB: &[&str] = &[
    "bestaan",
    "gegeven",
    "inkomen",
    "leven",
    "oosten",
    "noorden",
    "westen",
    "zuiden",
    "teken",
    "vermogen",
    "vertrouwen",
    "voornemen",
    "wezen",
    "wonen",
    "midden",
    "heden",
    "verleden",
    "eten",
    "examen",
    "bouwen",
    "volgen",
    "schrijven",
    "kunnen",
    "optreden",
    "streven",
    "verzoeken",
    "verschijnen",
    "bezwaren",
    "probleem",
    "nadenken",
];

/// A verb that became a noun needs a second verb, and loses who does it.
pub fn nominal(reading: &Reading) -> Vec<Finding> {
    let titles = reading.prose.passages.iter().filter_map(nominal_title);
    titles.chain(reading.prose.sentences().filter_map(|sentence| nominal_in(&sentence))).collect()
}

/// The title of an agreement is read alone, in lists: a noun of a verb there hides what
/// someone will do. Headings of other texts may name a subject.
fn nominal_title(passage: &Passage) -> Option<Finding> {
    if passage.kind != Kind::Title || passage.afspraak.is_none() {
        return None;
    }
    let all = tokens(passage, 0..passage.text.len());
    let words = (0..all.len()).find_map(|start| {
        let words = noun_of_verb(&all, start)?;
        let known = words.iter().any(|word| NOUNS.contains(&word.lower.as_str()) || is_heavy(&word.lower));
        (known && !is_quoted(passage, words[0].range.start)).then_some(words)
    })?;
    told(passage, words)
}

fn nominal_in(sentence: &Sentence) -> Option<Finding> {
    let all = tokens(sentence.passage, sentence.range.clone());
    let nouns: Vec<&[Token]> = (0..all.len())
        .filter_map(|start| noun_of_verb(&all, start))
        .filter(|words| !is_quoted(sentence.passage, words[0].range.start))
        .collect();
    let says_nothing = |words: &&&[Token]| {
        // "het opstellen en uitvoeren van" is two at once.
        let heavy =
            words.iter().any(|word| word.lower == "en") || words.iter().any(|word| is_heavy(&word.lower));
        let before = all.iter().take_while(|word| word.range.start < words[0].range.start);
        let before: Vec<&str> = before.map(|word| word.lower.as_str()).collect();
        heavy || EMPTY.iter().any(|(verb, by)| before.ends_with(&[verb, by]))
    };
    let words = match nouns.as_slice() {
        [first, _, ..] => *first,
        one => one.iter().find(says_nothing).copied().or_else(|| takes_place(&all))?,
    };
    told(sentence.passage, words)
}

fn told(passage: &Passage, words: &[Token]) -> Option<Finding> {
    let place = words.first()?.range.start..words.last()?.range.end;
    let written = &passage.text[place.clone()];
    let text = format!("“{written}” maakt van een werkwoord een naamwoord.");
    let finding = at(Code::L309, passage, place, text).label("naamwoord");
    Some(finding.hint("Zeg met een werkwoord wie het doet, zoals “De Brug bouwt …”."))
}

/// "Afstemming vindt plaats", "vindt een evaluatie plaats": the noun and the verb.
fn takes_place<'t, 'p>(all: &'t [Token<'p>]) -> Option<&'t [Token<'p>]> {
    let verb = all.iter().position(|word| matches!(word.lower.as_str(), "vindt" | "vinden" | "vond"))?;
    let place = verb + all[verb..].iter().position(|word| word.lower == "plaats")?;
    let is_action = |word: &Token| {
        let noun = word.lower.trim_end_matches("en").trim_end_matches('s');
        noun.len() > 6 && (noun.ends_with("ing") || noun.ends_with("atie")) && !MEETINGS.contains(&noun)
    };
    match verb.checked_sub(1) {
        Some(before) if is_action(&all[before]) => Some(&all[before..=verb]),
        _ if all[verb..place].iter().take(4).any(is_action) => Some(&all[verb..=place]),
        _ => None,
    }
}

/// Nouns on *-ing* that are no work but a meeting or a thing: those do take place.
const MEETINGS: &[&str] = &[
    "vergadering",
    "raadsvergadering",
    "ledenvergadering",
    "ondertekening",
    "verkiezing",
    "uitreiking",
    "bijeenkomst",
    "woning",
    "vereniging",
    "opening",
    "omgeving",
    "rondleiding",
    "zitting",
];

/// Whether a noun of a verb is enough by itself to make a sentence heavy.
pub(super) fn is_heavy(word: &str) -> bool {
    HEAVY.contains(&word)
}

/// Verbs that leave the work to the noun behind them, with their preposition.
const EMPTY: &[(&str, &str)] = &[
    ("zorgt", "voor"),
    ("zorgen", "voor"),
    ("zorg", "voor"),
    ("in", "op"),
    ("ingezet", "op"),
    ("inzetten", "op"),
    ("gericht", "op"),
    ("zich", "op"),
    ("over", "tot"),
    ("leidt", "tot"),
    ("leiden", "tot"),
    ("medewerking", "aan"),
    ("bij", "aan"),
    ("streeft", "naar"),
    ("streven", "naar"),
    ("gestreefd", "naar"),
    // "werken samen aan", "trekken op bij": who does what stays open.
    ("samen", "aan"),
    ("samen", "bij"),
    ("op", "bij"),
    // "ten behoeve van de", "in het kader van de"
    ("behoeve", "van"),
    ("kader", "van"),
];

/// "het realiseren van", "de uitvoering van", "het tijdig verlenen van", "een goede afweging
/// van" from the word at `start`; at the head also without an article: "Uitvoering van".
fn noun_of_verb<'t, 'p>(all: &'t [Token<'p>], start: usize) -> Option<&'t [Token<'p>]> {
    let words = &all[start..];
    let first = words.first()?;
    let is_noun = |word: &Token| NOUNS.contains(&word.lower.as_str());
    let is_of = |word: &Token| matches!(word.lower.as_str(), "van" | "daarvan" | "hiervan" | "ervan");
    if start == 0
        && let [noun, of, ..] = words
        && is_of(of)
        && (is_noun(noun) || is_heavy(&noun.lower))
    {
        return Some(&words[..2]);
    }
    let article = Some(first).filter(|word| matches!(word.lower.as_str(), "het" | "de" | "een"))?;
    let is_verb = |word: &Token| {
        let noun = word.lower.as_str();
        article.lower == "het" && noun.ends_with("en") && noun.len() > 5 && !NO_VERB.contains(&noun)
    };
    match words {
        [_, noun, of, ..] if is_of(of) && (is_verb(noun) || is_noun(noun)) => Some(&words[..3]),
        [_, verb, and, other, of, ..]
            if is_of(of) && and.lower == "en" && is_verb(verb) && is_verb(other) =>
        {
            Some(&words[..5])
        }
        [_, how, verb, of, ..] if is_of(of) && is_verb(verb) && !how.lower.ends_with('e') => {
            Some(&words[..4])
        }
        // "een zorgvuldige afweging van"
        [_, how, noun, of, ..] if is_of(of) && is_noun(noun) && how.lower.ends_with('e') => Some(&words[..4]),
        _ => None,
    }
}
