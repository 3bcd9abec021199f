//! What stands twice: a word, a negation, a form of address.

use super::{Token, adjoin, at, is_quoted, mended, starts_upper, tokens};
use crate::diagnostic::Code;
use crate::rules::prose::{Passage, Sentence};
use crate::rules::{Finding, Reading};

/// Words that may stand twice in good Dutch: "dat dat", "of dit dit jaar lukt", "als je je",
/// "wat er is, is er", "wie wie helpt", "wie kan kan mee".
const MAY_REPEAT: &[&str] = &[
    "blijft", "dat", "deze", "die", "dit", "doen", "doet", "er", "gaan", "gaat", "had", "hadden", "haar",
    "hebben", "heeft", "heel", "hem", "hen", "het", "hun", "is", "je", "jullie", "kan", "komt", "kunnen",
    "mag", "me", "moet", "moeten", "mogen", "ons", "staat", "u", "waar", "waren", "was", "wat", "werd",
    "wie", "wij", "wil", "willen", "wordt", "worden", "zal", "ze", "zij", "zijn", "zo", "zullen",
];

/// Words that end a verb and begin what follows, so that they may meet anywhere but at the
/// head of a sentence: "zij belt hem op op maandag", "de aan aan te pakken huizen".
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "buiten", "door", "in", "langs", "na", "om", "onder", "op",
    "over", "tegen", "toe", "uit", "voor",
];

/// Words behind which "die die" may be someone who is pointed at: "dat die die de huur betaalt".
const BEFORE_THAT_ONE: &[&str] =
    &["aan", "als", "bij", "dat", "door", "en", "is", "met", "of", "om", "op", "over", "van", "voor", "zijn"];

/// Words at which a noun with its own article or owner begins: before these "die" points at
/// nothing, so that of "die die hun plan" one is too many, but not of "die die hulp".
const DETERMINERS: &[&str] =
    &["de", "een", "deze", "dit", "hun", "haar", "onze", "ons", "uw", "mijn", "jouw", "jullie"];

/// A word that stands twice is a slip, which makes readers doubt the rest.
pub fn word(reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in &reading.prose.passages {
        let all = tokens(passage, 0..passage.text.len());
        for (index, pair) in all.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let same = first.lower == second.lower && first.text.contains(char::is_alphabetic);
            if !same || !adjoin(passage, first, second) || is_quoted(passage, first.range.start) {
                continue;
            }
            let after = &all[index + 2..];
            // "Baden Baden" is a name.
            let named = starts_upper(second.text);
            if (named && !is_name_of_party(reading, passage, second, after))
                || (!named && may_repeat(passage, &all[..index], first, after))
            {
                continue;
            }
            let text = format!("“{}” staat er twee keer.", second.text);
            let place = first.range.start..second.range.end;
            let finding =
                at(Code::L308, passage, place.clone(), text).label("dubbel").hint("Haal er één weg.");
            // Of "de De Brug" the name keeps its capital, of "De de" the sentence.
            let kept = if named { second.text } else { first.text };
            found.push(mended(finding, reading, passage, place, kept));
        }
    }
    found
}

/// Whether a word may stand twice between these.
fn may_repeat(passage: &Passage, before: &[Token], word: &Token, after: &[Token]) -> bool {
    let lower = word.lower;
    if PARTICLES.contains(&lower) {
        return !starts_upper(word.text);
    }
    let no_noun = after.first().is_some_and(|next| DETERMINERS.contains(&next.lower));
    let of_noun = before
        .last()
        .is_some_and(|noun| adjoin(passage, noun, word) && !BEFORE_THAT_ONE.contains(&noun.lower));
    MAY_REPEAT.contains(&lower) && !(lower == "die" && no_noun && of_noun)
}

/// Whether a word is the article in the name of a party, so that another before it is one
/// too many: "de De Brug".
fn is_name_of_party(reading: &Reading, passage: &Passage, article: &Token, after: &[Token]) -> bool {
    let parties = reading.document.iter().flat_map(|document| &document.partijen);
    let Some(last) = after.first().filter(|_| matches!(article.lower, "de" | "het")) else {
        return false;
    };
    let rest = &passage.text[article.range.start..];
    parties.flat_map(|party| [&party.kort, &party.naam]).any(|name| {
        // A compound such as "de De Brug-woningen" has an article of its own.
        let whole = rest.strip_prefix(name.as_str());
        let ends = whole.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-'));
        ends && name.len() > last.range.start - article.range.start
    })
}

/// Words that deny.
const DENIES: &[&str] = &["niet", "geen", "nooit", "niemand", "niets", "nergens", "noch", "geenszins"];

/// Words at which another part of a sentence begins, with a denial of its own.
const BEGINS_ANEW: &[&str] = &[
    "als", "die", "dat", "omdat", "want", "maar", "en", "of", "wie", "wat", "waar", "waarin", "waarvan",
    "terwijl", "zodat", "zolang", "totdat", "voordat", "dus", "ook", "toch",
];

/// Beginnings of words with *on-* in which that denies nothing.
const NOT_DENIED: &[&str] = &[
    "onaf",
    "onbepaald",
    "onbeperkt",
    "ond",
    "onev",
    "ongeveer",
    "onlangs",
    "online",
    "onmidd",
    "onnodig",
    "ons",
    "ont",
    "onverkort",
    "onverwacht",
    "onvold",
    "onvoorw",
    "onz",
    "onevenr",
    "onherroep",
    "onroerend",
    "ongeacht",
    "onverlet",
];

/// Two denials make one claim, and readers have to reckon which.
pub fn negation(reading: &Reading) -> Vec<Finding> {
    reading.prose.sentences().filter_map(|sentence| of_sentence(&sentence)).collect()
}

fn of_sentence(sentence: &Sentence) -> Option<Finding> {
    let passage = sentence.passage;
    let all = tokens(passage, sentence.range.clone());
    let found = all.iter().enumerate().find_map(|(index, token)| {
        if is_quoted(passage, token.range.start) {
            return None;
        }
        let last = second_denial(sentence, &all, index)?;
        Some((token.range.start..last.range.end, last))
    });
    let (place, last) = found?;
    let written = &passage.text[place.clone()];
    let hint = match last.lower {
        "tenzij" => "Zeg wanneer het wel kan: “alleen als …”.",
        "zonder" => "Zeg wat wel kan: “alleen met …”.",
        _ => "Zeg wat er wel is.",
    };
    let text = format!("“{written}” ontkent twee keer.");
    Some(at(Code::L307, passage, place, text).label("dubbele ontkenning").hint(hint))
}

/// The word that denies again what the one at `index` denied.
fn second_denial<'t, 'p>(sentence: &Sentence, all: &'t [Token<'p>], index: usize) -> Option<&'t Token<'p>> {
    let first = all[index].lower;
    let next = all.get(index + 1);
    let rest = &all[index + 1..];
    if first.starts_with("voorkom") || first.starts_with("voorkóm") || first.starts_with("verhinder") {
        // "voorkomt dat huurders niet …" says the reverse of what is meant.
        let that = rest.first().filter(|word| word.lower == "dat")?;
        let clause = clause(sentence, &rest[1..], that.range.end);
        return clause.iter().find(|word| matches!(word.lower, "niet" | "geen"));
    }
    if matches!(first, "ontkent" | "ontkennen" | "ontbreekt" | "ontbreken") {
        return next.filter(|next| matches!(next.lower, "niet" | "geen"));
    }
    if !DENIES.contains(&first) {
        return None;
    }
    if first == "geen"
        && let Some(next) = next.filter(|next| next.lower == "gebrek")
    {
        return Some(next);
    }
    if matches!(first, "niet" | "geen" | "nooit")
        && let Some(next) = next.filter(|next| is_denied_adjective(next.lower))
    {
        return Some(next);
    }
    // "niet uitgesloten" is "mogelijk".
    if first == "niet"
        && let Some(next) = next.filter(|next| matches!(next.lower, "uitgesloten" | "ondenkbaar"))
    {
        return Some(next);
    }
    if let Some(unless) = rest.iter().take(14).find(|word| word.lower == "tenzij") {
        let between = &sentence.passage.text[all[index].range.end..unless.range.start];
        let anew = rest.iter().take_while(|word| word.lower != "tenzij");
        let far = anew.filter(|word| matches!(word.lower, "en" | "maar" | "want")).count() > 0;
        return (!far && !between.contains([';', ':', '('])).then_some(unless);
    }
    let clause = clause(sentence, rest, all[index].range.end);
    match first {
        // "niet alleen zonder …" and "niet zonder meer" are turns of phrase.
        "niet" | "geen" | "nooit" => {
            // "geen reden om niet mee te werken"
            let not = clause.iter().find(|word| first == "geen" && word.lower == "niet");
            if not.is_some() {
                return not;
            }
            let at = clause.iter().take(7).position(|word| word.lower == "zonder")?;
            let after = clause.get(at + 1).map(|word| word.lower);
            let turn = matches!(after, Some("meer" | "dat"))
                || clause[..at].iter().any(|word| word.lower == "alleen");
            (!turn).then(|| &clause[at])
        }
        "niemand" | "nergens" | "niets" => {
            clause.iter().find(|word| matches!(word.lower, "niet" | "geen" | "zonder"))
        }
        _ => None,
    }
}

/// The words up to a mark or to where another part of the sentence begins.
fn clause<'t, 'p>(sentence: &Sentence, words: &'t [Token<'p>], mut from: usize) -> &'t [Token<'p>] {
    let text = &sentence.passage.text;
    let length = words.iter().take_while(|word| {
        let between = &text[from..word.range.start];
        from = word.range.end;
        between.chars().all(char::is_whitespace) && !BEGINS_ANEW.contains(&word.lower)
    });
    let length = length.count();
    &words[..length]
}

/// "ongebruikelijk", "onmogelijk", "onbetaalbaar".
fn is_denied_adjective(word: &str) -> bool {
    const ENDS: &[&str] = &["lijk", "lijke", "baar", "bare", "ig", "ige", "wenst", "wenste", "kend", "kende"];
    const WHOLE: &[&str] = &[
        "ongewoon",
        "onterecht",
        "onlogisch",
        "oneens",
        "onverstandig",
        "ongunstig",
        "ongeschikt",
        "onwelkom",
        "onjuist",
        "onwaar",
        "onwenselijk",
        "onbelangrijk",
        "onbelangrijke",
        "onpraktisch",
        "ongezond",
    ];
    let denied = word.starts_with("on") && !NOT_DENIED.iter().any(|start| word.starts_with(start));
    WHOLE.contains(&word) || (denied && ENDS.iter().any(|end| word.ends_with(end)))
}

/// Forms by which a reader is spoken to formally, and as a friend.
const FORMAL: &[&str] = &["u", "uw", "uzelf"];
const FRIENDLY: &[&str] = &["je", "jij", "jou", "jouw", "jezelf", "jullie"];

/// Who is "u" on one page and "je" on the next, wonders whether both are meant.
pub fn forms_of_address(reading: &Reading) -> Vec<Finding> {
    let mut formal = Vec::new();
    let mut friendly = Vec::new();
    for sentence in reading.prose.sentences() {
        let passage = sentence.passage;
        for token in tokens(passage, sentence.range.clone()) {
            // Elsewhere than at the beginning, a capital is a letter.
            let letter = token.text == "U" && token.range.start > sentence.range.start;
            let is_formal = FORMAL.contains(&token.lower) && !letter;
            let is_friendly = FRIENDLY.contains(&token.lower);
            if (is_formal || is_friendly) && !is_spoken(&sentence, token.range.start) {
                let into = if is_formal { &mut formal } else { &mut friendly };
                into.push((passage, token.range.clone(), token.text.to_owned()));
            }
        }
    }
    // What there is less of is the slip.
    let (rarer, other) = if friendly.len() <= formal.len() { (friendly, formal) } else { (formal, friendly) };
    let (Some((passage, place, word)), Some((other_passage, other_place, usual))) =
        (rarer.first(), other.first())
    else {
        return Vec::new();
    };
    let text = format!("Hier staat “{word}”, maar verder spreekt deze tekst de lezer aan met “{usual}”.");
    let mut finding = at(Code::L311, passage, place.clone(), text).label("andere aanspreekvorm");
    finding.diagnostic = finding.diagnostic.note(other_passage.span(other_place.clone()), "hier anders");
    vec![finding.hint("Kies “u” of “je”, en gebruik dat in het hele document.")]
}

/// Whether it is said by someone in the text, not to the reader: between quotation
/// marks, or in a question behind a colon.
fn is_spoken(sentence: &Sentence, place: usize) -> bool {
    let text = &sentence.passage.text;
    let before = &text[sentence.range.start..place];
    is_quoted(sentence.passage, place) || (before.contains(':') && sentence.text().ends_with('?'))
}

#[cfg(test)]
mod tests {
    use super::is_denied_adjective;

    #[test]
    fn a_word_that_only_begins_with_on_denies_nothing() {
        for word in ["ongebruikelijk", "onmogelijk", "onbetaalbaar", "onterecht", "onbekend"] {
            assert!(is_denied_adjective(word), "{word}");
        }
        for word in
            ["onderdeel", "ontvankelijk", "onmiddellijk", "ons", "onafhankelijk", "onderling", "online"]
        {
            assert!(!is_denied_adjective(word), "{word}");
        }
    }
}
