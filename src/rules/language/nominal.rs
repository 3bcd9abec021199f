//! Sentences that hide a verb in a noun.

use super::{Token, at, is_quoted, tokens};
use crate::diagnostic::Code;
use crate::rules::prose::{Kind, Passage, Sentence};
use crate::rules::{Finding, Reading};

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
        let known = words.iter().any(|word| NOUNS.contains(&word.lower) || is_heavy(word.lower));
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
            words.iter().any(|word| word.lower == "en") || words.iter().any(|word| is_heavy(word.lower));
        let before = all.iter().take_while(|word| word.range.start < words[0].range.start);
        let before: Vec<&str> = before.map(|word| word.lower).collect();
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
    let verb = all.iter().position(|word| matches!(word.lower, "vindt" | "vinden" | "vond"))?;
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
    let is_noun = |word: &Token| NOUNS.contains(&word.lower);
    let is_of = |word: &Token| matches!(word.lower, "van" | "daarvan" | "hiervan" | "ervan");
    if start == 0
        && let [noun, of, ..] = words
        && is_of(of)
        && (is_noun(noun) || is_heavy(noun.lower))
    {
        return Some(&words[..2]);
    }
    let article = Some(first).filter(|word| matches!(word.lower, "het" | "de" | "een"))?;
    let is_verb = |word: &Token| {
        let noun = word.lower;
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
