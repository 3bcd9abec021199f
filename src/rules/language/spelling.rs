//! One thing that a document writes in two ways.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Token, abbreviations::parts, adjoin, at, is_quoted, starts_upper, tokens};
use crate::diagnostic::Code;
use crate::order::{self, SortedMap};
use crate::rules::prose::{Kind, Passage};
use crate::rules::{Finding, Reading};

/// How the parts of a word are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Joint {
    Hyphen,
    Space,
    None,
}

/// A place in the text.
struct Seen<'p> {
    passage: &'p Passage,
    range: Range<usize>,
}

impl Seen<'_> {
    fn text(&self) -> &str {
        &self.passage.text[self.range.clone()]
    }
}

/// Words before another that are one word in one sentence and two in the next: "samen
/// werken aan", "over dragen"; and who may be the subject, as in "levert de gemeente grond".
const LOOSE: &[&str] = &[
    "gemeente",
    "gemeenten",
    "corporatie",
    "corporaties",
    "bewoner",
    "huurder",
    "partij",
    "partijen",
    "huur",
    "zorg",
    "grond",
    "geld",
    "aan",
    "alle",
    "beter",
    "boven",
    "door",
    "elke",
    "even",
    "geen",
    "goed",
    "half",
    "hoge",
    "hoog",
    "lage",
    "lang",
    "langer",
    "maar",
    "meer",
    "naar",
    "niet",
    "omhoog",
    "onder",
    "open",
    "over",
    "samen",
    "schoon",
    "snel",
    "tegen",
    "terug",
    "tijdens",
    "toen",
    "tussen",
    "vast",
    "veel",
    "verder",
    "voor",
    "vooraf",
    "vrij",
    "waar",
    "wanneer",
    "zelf",
    "zoals",
    "zonder",
    "deze",
    "onze",
    "haar",
    "andere",
    "nieuwe",
    "grote",
    "kleine",
    "oude",
    "eigen",
    "bouw",
    "wonen",
    "ieder",
    "leeg",
    "vol",
    "los",
    "dicht",
    "stil",
    "beschikbaar",
    "gelijk",
    "groot",
    "klein",
    "rond",
    "hard",
    "warm",
    "koud",
    "laag",
    "nieuw",
    "oud",
    "jong",
    "sociaal",
    "iedere",
    "enkele",
    "tien",
    "twee",
    "drie",
    "vier",
    "vijf",
    "klaar",
    "vrije",
    "later",
];

/// Who reads two spellings, wonders whether two things are meant.
///
/// Within one document only: what was signed years ago is not written anew when a later
/// document spells a word in another way.
pub fn two_spellings(reading: &Reading) -> Vec<Finding> {
    let mut found = joints(reading);
    found.extend(capitals(reading));
    found.extend(names(reading));
    found.extend(small_names(reading));
    found.extend(other_kinds(reading));
    found
}

/// The ways in which each thing is written, by the letters that all ways have.
type Ways<'p> = BTreeMap<Cow<'p, str>, SortedMap<Joint, (usize, Seen<'p>)>>;

/// "sociale-huurwoningen" and "sociale huurwoningen"; "e-mail" and "email".
fn joints(reading: &Reading) -> Vec<Finding> {
    let mut seen = in_one_word(reading);
    // Two words are another way only of what is one word elsewhere.
    let mut both = String::new();
    for (passage, all) in texts(reading) {
        for pair in all.windows(2) {
            let [first, second] = pair else { continue };
            if !may_be_one(first, second) {
                continue;
            }
            both.clear();
            both.extend(first.lower.chars().chain(second.lower.chars()).filter(|letter| *letter != '-'));
            if let Some(ways) = seen.get_mut(key(&both))
                && adjoin(passage, first, second)
                && !is_quoted(passage, first.range.start)
            {
                let range = first.range.start..second.range.end;
                ways.get_or_insert_with(Joint::Space, || (0, Seen { passage, range })).0 += 1;
            }
        }
    }
    seen.into_values().filter_map(|ways| of_two_ways(ways.into_values().collect())).collect()
}

/// What is written as one word, with or without a hyphen.
fn in_one_word<'p>(reading: &Reading<'p>) -> Ways<'p> {
    let mut seen = Ways::new();
    for (passage, all) in texts(reading) {
        let has_quotes = passage.text.contains(['“', '‘', '"']);
        for token in all.iter().filter(|token| is_plain(token)) {
            if has_quotes && is_quoted(passage, token.range.start) {
                continue;
            }
            let (joint, key): (Joint, Cow<str>) = match token.lower.contains('-') {
                true => (Joint::Hyphen, key(&token.lower.replace('-', "")).to_owned().into()),
                false => (Joint::None, key(token.lower).into()),
            };
            let seen_here = || (0, Seen { passage, range: token.range.clone() });
            seen.entry(key).or_default().get_or_insert_with(joint, seen_here).0 += 1;
        }
    }
    seen
}

/// All but titles, with their words.
fn texts<'p>(reading: &Reading<'p>) -> impl Iterator<Item = (&'p Passage, Vec<Token<'p>>)> {
    let passages = reading.prose.passages.iter().filter(|passage| passage.kind != Kind::Title);
    passages.map(|passage| (passage, tokens(passage, 0..passage.text.len())))
}

/// The way that is used less, held against the other.
fn of_two_ways(mut ways: Vec<(usize, Seen)>) -> Option<Finding> {
    order::sort_by_key(&mut ways, |(count, _)| *count);
    let [(_, rare), .., (_, usual)] = ways.as_slice() else { return None };
    let text = format!("Hier staat “{}”, en ergens anders “{}”.", rare.text(), usual.text());
    let mut finding = at(Code::L306, rare.passage, rare.range.clone(), text).label("andere schrijfwijze");
    finding.diagnostic = finding.diagnostic.note(usual.passage.span(usual.range.clone()), "hier anders");
    Some(finding.hint(format!("Schrijf overal “{}”, of overal “{}”.", usual.text(), rare.text())))
}

/// Letters and hyphens only, at least one letter on each side of a hyphen.
fn is_plain(token: &Token) -> bool {
    token.lower.len() > 3
        && token.lower.chars().all(|c| c.is_alphabetic() || c == '-')
        && !token.lower.starts_with('-')
        && !token.lower.ends_with('-')
}

fn may_be_one(first: &Token, second: &Token) -> bool {
    let long = |token: &Token| token.lower.chars().count() > 3 && is_plain(token);
    long(first)
        && long(second)
        && !LOOSE.contains(&first.lower)
        && !LOOSE.contains(&second.lower)
        && !second.lower.contains('-')
}

/// The singular and plural of a word are one.
fn key(word: &str) -> &str {
    let long = word.len() > 7;
    let stem = word.strip_suffix("en").or_else(|| word.strip_suffix('s')).filter(|_| long);
    stem.unwrap_or(word)
}

/// Abbreviations whose small letters are a way to write them, and no other word. Without
/// the list, a word in capitals could be one that is shouted.
const SMALL: &[&str] = &[
    "aow", "avg", "btw", "cao", "co2", "daeb", "dpi", "dvi", "ggd", "ggz", "ibw", "ozb", "pdf", "vve", "wlz",
    "wmo", "woz", "wsw",
];

/// The longest of these.
const SMALL_LENGTH: usize = 4;

/// "CO2" and "co2", "WMO" and "Wmo".
fn capitals(reading: &Reading) -> Vec<Finding> {
    let mut seen: SortedMap<String, SortedMap<String, (usize, Seen)>> = SortedMap::new();
    for passage in &reading.prose.passages {
        let all = tokens(passage, 0..passage.text.len());
        // "PDF/UA-1" is a name.
        let written = all.iter().filter(|token| !token.text.contains('/'));
        let short = written.flat_map(parts).filter(|(part, _)| part.len() <= SMALL_LENGTH);
        for (part, range) in short {
            let lower = part.to_lowercase();
            if SMALL.contains(&lower.as_str()) {
                let ways = seen.get_or_default(lower);
                ways.get_or_insert_with(part.to_owned(), || (0, Seen { passage, range })).0 += 1;
            }
        }
    }
    seen.into_values().filter_map(|ways| of_two_ways(ways.into_values().collect())).collect()
}

/// A party by a name that is not quite its own.
fn names(reading: &Reading) -> Vec<Finding> {
    let Some(document) = reading.document else { return Vec::new() };
    let site = &reading.scene.project.site;
    let written = site.partijen.iter().flat_map(|partij| [partij.naam.as_str(), partij.kort.as_str()]);
    let places = site.kenmerken.iter().map(|kenmerk| kenmerk.naam.as_str());
    let all_names: Vec<&str> = written.chain(places).collect();
    // Words of names that are nobody else's, long enough for one letter to be a slip.
    let own: Vec<&str> = document
        .partijen
        .iter()
        .flat_map(|partij| partij.naam.split(' '))
        .filter(|word| word.chars().count() >= 7 && starts_upper(word))
        .collect();
    let is_known = |word: &str| all_names.iter().any(|name| name.split([' ', '-']).any(|part| part == word));
    let mut found: Vec<Finding> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for passage in &reading.prose.passages {
        for token in tokens(passage, 0..passage.text.len()) {
            if !starts_upper(token.text) {
                continue;
            }
            let near = own.iter().find(|name| is_slip(token.text, name));
            let is_new = || !is_known(token.text) && !told.iter().any(|told| told == token.text);
            let Some(near) = near.filter(|_| is_new()) else { continue };
            told.push(token.text.to_owned());
            let text = format!("“{}” lijkt op “{near}”, maar is niet hetzelfde.", token.text);
            let finding = at(Code::L306, passage, token.range.clone(), text).label("andere naam");
            found.push(finding.hint(format!("Bedoelt u {near}? Schrijf de naam dan overal zo.")));
        }
    }
    found
}

/// Ends of words for what a party is: "Woonstichting De Brug" and "Woningstichting De Brug".
const KINDS: &[&str] = &["stichting", "vereniging", "raad", "corporatie", "belangen", "belang", "bedrijf"];

/// A party by its own name, behind the wrong word for what it is.
fn other_kinds(reading: &Reading) -> Vec<Finding> {
    let Some(document) = reading.document else { return Vec::new() };
    let parties = || reading.scene.project.site.partijen.iter();
    let own: Vec<(&str, &str)> =
        document.partijen.iter().filter_map(|partij| partij.naam.split_once(' ')).collect();
    let is_kind = |word: &str| KINDS.iter().any(|kind| word.ends_with(kind));
    for passage in &reading.prose.passages {
        for token in tokens(passage, 0..passage.text.len()) {
            if !starts_upper(token.text) || !is_kind(token.lower) {
                continue;
            }
            let behind = passage.text[token.range.end..].strip_prefix(' ').unwrap_or_default();
            let named = own.iter().find(|(kind, name)| {
                let ends =
                    behind.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
                ends && *kind != token.text && are_alike(&kind.to_lowercase(), token.lower)
            });
            let Some((kind, name)) = named else { continue };
            let written = format!("{} {name}", token.text);
            if parties().any(|partij| partij.naam == written || partij.kort == written) {
                continue;
            }
            let place = token.range.start..token.range.end + 1 + name.len();
            let text = format!("“{written}” lijkt op “{kind} {name}”, maar is niet hetzelfde.");
            let finding = at(Code::L306, passage, place, text).label("andere naam");
            // One is enough to look for the others.
            return vec![finding.hint(format!("Bedoelt u {kind} {name}? Schrijf de naam dan overal zo."))];
        }
    }
    Vec::new()
}

/// "woonstichting" and "woningstichting" end alike, "huurdersraad" and "huurdersvereniging"
/// begin alike: a stichting is not taken for a raad.
fn are_alike(kind: &str, other: &str) -> bool {
    let ends = KINDS.iter().any(|end| kind.ends_with(end) && other.ends_with(end));
    let begins = kind.chars().zip(other.chars()).take_while(|(one, two)| one == two).count() >= 5;
    ends || begins
}

/// "de huurdersraad" where the party is called "de Huurdersraad".
fn small_names(reading: &Reading) -> Vec<Finding> {
    let Some(document) = reading.document else { return Vec::new() };
    let own: Vec<(String, &str)> = document
        .partijen
        .iter()
        .filter_map(|partij| partij.kort.split_once(' '))
        .filter(|(article, name)| {
            matches!(*article, "de" | "het") && starts_upper(name) && !name.contains(' ')
        })
        .map(|(_, name)| (name.to_lowercase(), name))
        .collect();
    let mut found = Vec::new();
    for passage in reading.prose.passages.iter().filter(|_| !own.is_empty()) {
        for pair in tokens(passage, 0..passage.text.len()).windows(2) {
            let [article, token] = pair else { continue };
            let named = own.iter().find(|(lower, _)| token.text == lower);
            let Some((_, name)) = named.filter(|_| matches!(article.lower, "de" | "het")) else {
                continue;
            };
            let text = format!("Deze partij heet “{name}”, met een hoofdletter.");
            let finding = at(Code::L306, passage, token.range.clone(), text).label("kleine letter");
            found.push(finding.hint(format!("Schrijf overal “{name}”.")));
        }
    }
    // One is enough to look for the others.
    found.truncate(1);
    found
}

/// Whether a name differs from another by one letter that is no ending.
fn is_slip(word: &str, name: &str) -> bool {
    if word.len().abs_diff(name.len()) > 2 || word.as_bytes().first() != name.as_bytes().first() {
        return false;
    }
    let ending = ["s", "e", "n", "er", "se"]
        .iter()
        .any(|end| word.strip_suffix(end) == Some(name) || name.strip_suffix(end) == Some(word));
    !ending && strsim::osa_distance(&word.to_lowercase(), &name.to_lowercase()) == 1
}
