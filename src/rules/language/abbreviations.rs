//! Abbreviations that readers may not know.

use std::borrow::Cow;
use std::ops::Range;

use super::{Token, adjoin, at, tokens};
use crate::diagnostic::Code;
use crate::model::Project;
use crate::order::SortedSet;
use crate::rules::prose::{Passage, words};
use crate::rules::{Finding, Reading};

/// Short forms with points, and what they stand for. The Dutch writing guides for
/// governments ask to write them out; a screen reader spells them.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("a.d.h.v", "met"),
    ("a.h.v", "met"),
    ("a.s", "volgende, komende"),
    ("c.q", "of"),
    ("d.d", "van"),
    ("d.m.v", "met, door"),
    ("d.w.z", "dat wil zeggen"),
    ("e.d", "en zo"),
    ("e.e.a", "een en ander"),
    ("i.c.m", "samen met"),
    ("i.g.v", "bij, als"),
    ("i.h.a", "meestal"),
    ("i.h.b", "vooral"),
    ("i.h.k.v", "voor, bij"),
    ("i.o.m", "in overleg met"),
    ("i.p.v", "in plaats van"),
    ("i.s.m", "samen met"),
    ("i.t.t", "anders dan"),
    ("i.v.m", "vanwege, door"),
    ("j.l", "afgelopen"),
    ("jl", "afgelopen"),
    ("m.a.w", "met andere woorden"),
    ("m.b.t", "over"),
    ("m.b.v", "met"),
    ("m.i.v", "vanaf"),
    ("m.n", "vooral"),
    ("m.u.v", "behalve"),
    ("n.a.v", "door, na"),
    ("n.n.b", "nog niet bekend"),
    ("n.t.b", "nog te bepalen"),
    ("n.v.t", "niet van toepassing"),
    ("o.a", "onder andere"),
    ("o.b.v", "op basis van"),
    ("o.g.v", "op grond van"),
    ("o.l.v", "onder leiding van"),
    ("o.v.v", "met vermelding van"),
    ("resp", "en"),
    ("s.v.p", "alstublieft"),
    ("t.a.v", "over"),
    ("t.b.v", "voor"),
    ("t.g.v", "door"),
    ("t.h.v", "bij"),
    ("t.l.v", "op kosten van"),
    ("t.o.v", "vergeleken met"),
    ("t.z.t", "later"),
    ("v.a", "vanaf"),
    ("w.o", "onder wie, waaronder"),
    ("z.g", "zogenoemd"),
    ("z.s.m", "zo snel mogelijk"),
];

/// Abbreviations that nearly everyone reads as a word, and units of measure.
const KNOWN: &[&str] = &[
    "A4", "AA", "AAA", "ANWB", "AOW", "APK", "BSN", "BTW", "BV", "BW", "CAO", "CBS", "CO", "CO2", "CO₂",
    "CV", "DNA", "EHBO", "EU", "GGD", "GGZ", "GPS", "HBO", "HR", "HTML", "ICT", "ID", "IT", "JPG", "KVK",
    "KWH", "LED", "LHBTI", "MBO", "MKB", "NL", "NS", "NV", "OV", "OZB", "PDF", "PNG", "QR", "RIVM", "SMS",
    "SVG", "TV", "URL", "USB", "UWV", "VMBO", "VN", "VS", "VWO", "WA", "WC", "WHO", "WIFI", "WO", "WOZ",
    "WW", "XL", "XML", "CSV", "JSON", "YAML", "HVO",
];

/// Abbreviations of the sector that are written with fewer capitals than most.
const OF_THE_SECTOR: &[&str] =
    &["aw", "btiv", "dpi", "dvi", "huvo", "rvc", "sov", "wlz", "wmo", "wvg", "vtw"];

/// Who does not know what letters stand for, misses what is agreed on; and a screen
/// reader spells them.
pub fn unexplained(reading: &Reading) -> Vec<Finding> {
    let known = Explained::of(reading);
    let mut told = SortedSet::new();
    let mut found = Vec::new();
    for passage in &reading.prose.passages {
        let all = tokens(passage, 0..passage.text.len());
        for (index, token) in all.iter().enumerate() {
            if let Some((short, out)) = short_form(passage, token) {
                if told.insert(short.to_owned()) {
                    let written = &passage.text[token.range.clone()];
                    let text = format!("“{written}” is een afkorting die niet iedereen kent.");
                    let finding = at(Code::L305, passage, token.range.clone(), text).label("afkorting");
                    found.push(finding.hint(format!("Schrijf voluit: {out}.")));
                }
                continue;
            }
            // An abbreviation has a capital at least.
            if !token.text.contains(char::is_uppercase) || is_shouted(passage, &all, index) {
                continue;
            }
            // "PDF/UA-1" is the name of a standard.
            if parts(token).any(|(part, _)| KNOWN.contains(&part)) {
                continue;
            }
            for (part, place) in parts(token) {
                if is_abbreviation(part) && !known.has(part) && told.insert(part.to_uppercase()) {
                    let text = format!("Lezers weten misschien niet waar “{part}” voor staat.");
                    found.push(
                        at(Code::L305, passage, place, text).label("zonder uitleg").hint(format!(
                            "Schrijf het de eerste keer voluit, met “({part})” erachter, of zet {part} in `begrippen.yaml`."
                        )),
                    );
                }
            }
        }
    }
    found
}

/// Short forms that are often written without their points, and are no other word.
const WITHOUT_POINTS: &[&str] = &[
    "dmv", "dwz", "ihkv", "iom", "ipv", "ism", "ivm", "mbt", "mbv", "muv", "nvt", "obv", "tav", "tbv", "zsm",
];

/// A short form, and what to write for it; `jl` and `resp` only where a point follows.
fn short_form(passage: &Passage, token: &Token) -> Option<(&'static str, &'static str)> {
    let written: Cow<str> = match WITHOUT_POINTS.contains(&token.lower) {
        true => {
            token.lower.split("").filter(|letter| !letter.is_empty()).collect::<Vec<_>>().join(".").into()
        }
        false => token.lower.into(),
    };
    let known = SHORT_FORMS.binary_search_by_key(&&*written, |(short, _)| short).ok()?;
    let (short, out) = SHORT_FORMS[known];
    (short.contains('.') || passage.text[token.range.end..].starts_with('.')).then_some((short, out))
}

/// Signs between the parts of a word.
const SEAMS: [char; 4] = ['-', '/', '\'', '’'];

/// The parts of a word between hyphens and slashes, with their places.
pub(super) fn parts<'t>(token: &Token<'t>) -> impl Iterator<Item = (&'t str, Range<usize>)> {
    let mut from = token.range.start;
    token.text.split_inclusive(SEAMS).map(move |piece| {
        let part = piece.trim_end_matches(SEAMS);
        let place = from..from + part.len();
        from += piece.len();
        (part, place)
    })
}

/// Two capitals or more, of at most six letters that are mostly capitals: `WSW`, `VvE`.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals == 0 {
        return false;
    }
    if OF_THE_SECTOR.contains(&word.to_lowercase().as_str()) {
        return true;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let fits = capitals >= 2 && capitals * 2 > letters && letters <= 6 && !word.contains('.');
    fits && !is_roman(word) && word.starts_with(char::is_alphabetic)
}

/// Roman numerals to thirty.
fn is_roman(word: &str) -> bool {
    let rest = word.trim_start_matches('X');
    word.len() - rest.len() <= 3
        && matches!(rest, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
}

/// Whether a word in capitals is not an abbreviation but a text in capitals, or the
/// letters of a postal code.
fn is_shouted(passage: &Passage, all: &[Token], index: usize) -> bool {
    let token = &all[index];
    let capital = |token: &Token| {
        token.text.chars().filter(|c| c.is_alphabetic()).count() > 1
            && token.text.chars().all(|c| !c.is_lowercase())
    };
    let before = index.checked_sub(1).map(|before| &all[before]);
    let before = before.filter(|before| adjoin(passage, before, token));
    let after = all.get(index + 1).filter(|after| adjoin(passage, token, after));
    let postal = before.is_some_and(|before| {
        before.text.len() == 4
            && before.text.bytes().all(|byte| byte.is_ascii_digit())
            && token.text.len() == 2
    });
    postal || (capital(token) && (before.is_some_and(capital) || after.is_some_and(capital)))
}

/// The abbreviations of which readers can know the meaning.
struct Explained<'a> {
    /// By the glossary, a name of a party or place, or the text itself.
    named: SortedSet<String>,
    project: &'a Project,
}

impl<'a> Explained<'a> {
    fn of(reading: &'a Reading) -> Self {
        let project = reading.scene.project;
        let mut named = SortedSet::new();
        let parties = project.site.partijen.iter().flat_map(|partij| [&partij.naam, &partij.kort]);
        let places = project.site.kenmerken.iter().map(|kenmerk| &kenmerk.naam);
        let terms = project.begrippen.iter().flat_map(|begrip| begrip.namen());
        let names = parties.chain(places).map(String::as_str).chain(terms);
        for name in names.filter(|name| name.contains(char::is_uppercase)) {
            let all = words(name).flat_map(|(_, word)| word.split(['-', '/']));
            named.extend(all.filter(|word| is_abbreviation(word)).map(str::to_uppercase));
        }
        for passage in &reading.prose.passages {
            let all = tokens(passage, 0..passage.text.len());
            let parts = all.iter().enumerate().flat_map(|(index, token)| {
                parts(token).filter(|(part, _)| is_abbreviation(part)).map(move |(part, _)| (index, part))
            });
            let explained = parts.filter(|(index, _)| is_said(passage, &all, *index));
            named.extend(explained.map(|(_, part)| part.to_uppercase()));
        }
        Self { named, project }
    }

    fn has(&self, part: &str) -> bool {
        let upper = part.to_uppercase();
        // The plural: VvE's has lost its 's already.
        KNOWN.contains(&upper.as_str())
            || self.named.contains(&upper)
            || self.project.begrippen.find(part).is_some()
    }
}

/// Whether the text says what the letters stand for: "… (AFK)", "AFK (…)", "AFK staat
/// voor …", or as the term of a definition.
fn is_said(passage: &Passage, all: &[Token], index: usize) -> bool {
    let token = &all[index];
    let before = passage.text[..token.range.start].trim_end();
    let after = &passage.text[token.range.end..];
    let in_brackets = before.ends_with('(') && (after.starts_with(')') || after.starts_with([',', ';']));
    let introduced = in_brackets && before.len() > 4;
    let bracket = after.trim_start().strip_prefix('(');
    let told = bracket.is_some_and(|inside| {
        let inside = inside.split(')').next().unwrap_or_default();
        let long =
            words(inside).filter(|(_, word)| word.chars().filter(|c| c.is_alphabetic()).count() > 2).count();
        long >= 1 && !inside.contains(|c: char| c.is_ascii_digit())
    });
    let next = all.get(index + 1).map(|next| next.lower);
    let after_next = all.get(index + 2).map(|next| next.lower);
    let stands_for = matches!(
        (next, after_next),
        (Some("staat" | "staan"), Some("voor")) | (Some("betekent"), _) | (Some("is"), Some("kort"))
    );
    let is_term =
        passage.text.trim().len() == token.range.len() && passage.kind == crate::rules::prose::Kind::Text;
    introduced || told || stands_for || is_term || is_spelled_beside(all, index)
}

/// Whether words in the same text begin with the letters: "het Waarborgfonds Sociale
/// Woningbouw, kortweg WSW". Of two letters that may be chance.
fn is_spelled_beside(all: &[Token], index: usize) -> bool {
    let letters: Vec<char> = all[index].lower.chars().collect();
    let begins = |token: &Token, letter: &char| token.lower.starts_with(*letter) && token.lower.len() > 2;
    letters.len() > 2
        && all
            .windows(letters.len())
            .any(|words| words.iter().zip(&letters).all(|(word, letter)| begins(word, letter)))
}

#[cfg(test)]
mod tests {
    use super::{SHORT_FORMS, is_abbreviation};

    #[test]
    fn short_forms_are_in_the_order_in_which_they_are_looked_up() {
        assert!(SHORT_FORMS.is_sorted_by_key(|(short, _)| short));
    }

    #[test]
    fn letters_are_an_abbreviation_and_a_name_or_number_is_not() {
        for word in ["WSW", "VvE", "MJOP", "dVi", "BENG", "Wmo"] {
            assert!(is_abbreviation(word), "{word}");
        }
        for word in ["De", "B1", "II", "XIV", "DigiD", "WoonNet", "CONCEPT", "1A", "I.K"] {
            assert!(!is_abbreviation(word), "{word}");
        }
    }
}
