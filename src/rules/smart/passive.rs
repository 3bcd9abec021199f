//! The passive voice, where nobody acts.

use std::ops::Range;

use super::super::participle::{active, is_participle};
use super::super::prose::{Kind, Sentence, Word, lower};
use super::actors::{PREPOSITIONS, word_before};
use super::listening::{is_told, only_listens};
use super::read::agreements;
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Afspraak, AfspraakSoort};

/// What is done without anybody who does it, is done by nobody.
pub fn without_actor(subject: &Subject) -> Vec<Finding> {
    let mut found = Vec::new();
    for whole in agreements(subject) {
        if matches!(whole.afspraak.soort, AfspraakSoort::Beschrijvend | AfspraakSoort::Oneens) {
            continue;
        }
        let doers = Doers::of(whole.afspraak);
        for passage in whole.passages.iter().copied() {
            let own = whole.is_contribution(passage);
            let passive = passage.text.contains("ord") && matches!(passage.kind, Kind::Title | Kind::Text);
            if !own && !passive {
                continue;
            }
            for sentence in passage.sentences() {
                let passive = if own { party_undergoes(&sentence) } else { unclear(&sentence, &doers) };
                let Some(passive) = passive else { continue };
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

/// A verb in the passive voice: where it stands, its participle, and whether it says that
/// something is still to be decided.
struct Passive {
    range: Range<usize>,
    verb: String,
    undecided: bool,
}

/// What a party undergoes: "wordt betrokken", where a sentence begins with its name.
fn party_undergoes(sentence: &Sentence) -> Option<Passive> {
    let text = sentence.lower();
    let begins = begins_passive(text);
    let by_others = text.iter().any(|(_, word)| word == "door");
    // That a party is only told of something, is a matter of balance.
    let told = text.iter().any(|(_, word)| is_told(word));
    (begins && !by_others && !told).then(|| with_participle(text, 0)).flatten()
}

/// What each party does that does something, in lower case: those who may be meant where
/// a sentence names nobody.
struct Doers(Vec<Vec<Word>>);

impl Doers {
    fn of(afspraak: &Afspraak) -> Self {
        let acts = afspraak.wie.iter().map(|inzet| (lower(&inzet.tekst), &inzet.tekst));
        let acts = acts.filter(|(words, text)| !begins_passive(words) && !only_listens(text));
        Self(acts.map(|(words, _)| words).collect())
    }

    /// Whether readers know who does what a clause says in the passive voice: a party
    /// that does just this, the only one that does anything, or the only one whose act
    /// is about the same thing.
    fn do_clearly(&self, clause: &[Word], passive: &Passive) -> bool {
        let about = || self.0.iter().filter(|act| is_about(clause, act)).count();
        self.0.iter().any(|act| is_done_by(&passive.verb, act))
            || (!passive.undecided && (self.0.len() == 1 || about() == 1))
    }
}

fn begins_passive(text: &[Word]) -> bool {
    text.first().is_some_and(|(_, word)| word == "wordt" || word == "worden")
}

/// From how many letters on a word is likely to name a thing.
const OF_A_THING: usize = 6;

/// Whether what a clause is about stands in what a party does, as itself or as a part of
/// a longer word: "initiatieven" in "bewonersinitiatieven".
fn is_about(clause: &[Word], act: &[Word]) -> bool {
    let long = |word: &str| word.chars().count() >= OF_A_THING && word != "worden" && !is_participle(word);
    let subjects = clause.iter().enumerate().filter(|(at, (_, word))| {
        long(word) && !word_before(clause, *at).is_some_and(|before| PREPOSITIONS.contains(&before))
    });
    let mut subjects = subjects.map(|(_, (_, word))| word);
    subjects.any(|word| act.iter().any(|(_, other)| other.contains(word.as_str())))
}

/// Words that begin a clause which is no promise: a condition, a moment, a description.
const SUBORDINATE: &[&str] = &[
    "als", "dat", "die", "hoe", "indien", "mits", "nadat", "of", "omdat", "tenzij", "terwijl", "totdat",
    "voordat", "waar", "waaraan", "waarin", "waarmee", "waarop", "waarvan", "waarvoor", "waardoor",
    "wanneer", "wat", "welke", "wie", "zoals", "zodat", "zodra", "zolang",
];

/// Verbs that make of what is done what may be done.
const MAY_BE: &[&str] =
    &["hoeft", "hoeven", "kan", "kon", "kunnen", "mag", "mogen", "wil", "willen", "zou", "zouden"];

/// Words in sentences that tell how things are, and promise nothing.
const AS_IT_IS: &[&str] = &["meestal", "nu", "soms", "tegenwoordig", "vaak", "veel", "vroeger"];

/// Words with which a clause tells more of something, and may promise something.
const RELATIVE: &[&str] = &["die", "dat", "waaraan", "waarin", "waarop", "waarvan", "waarvoor", "welke"];

/// Participles of decisions, and words that say that these are for another day.
const DECIDED: &[&str] = &[
    "afgesproken",
    "bepaald",
    "beslist",
    "besloten",
    "ingevuld",
    "overeengekomen",
    "uitgewerkt",
    "vastgelegd",
    "vastgesteld",
];
const NOT_YET: &[&str] = &["afzonderlijk", "afzonderlijke", "later", "nader", "nog"];

/// What a clause leaves to be decided: "die nog worden vastgesteld". Even where one party
/// acts, nobody knows who decides.
fn undecided(clause: &[Word]) -> Option<Passive> {
    let has = |words: &[&str]| clause.iter().any(|(_, word)| words.contains(&word.as_str()));
    let at = clause.iter().position(|(_, word)| word == "wordt" || word == "worden")?;
    // "Een bepaald bedrag" is no decision: a participle stands beside its verb, or at the end.
    let ends = |next: usize| {
        clause.get(next).is_none_or(|(_, word)| {
            PREPOSITIONS.contains(&word.as_str()) || SUBORDINATE.contains(&word.as_str())
        })
    };
    let decided = |place: usize| DECIDED.contains(&clause[place].1.as_str());
    let place = (0..clause.len())
        .find(|place| decided(*place) && (place + 1 == at || (*place > at && ends(place + 1))))?;
    let (range, verb) = &clause[place];
    let opens = clause[..at].iter().find(|(_, word)| SUBORDINATE.contains(&word.as_str()));
    let promises = opens.is_none_or(|(_, word)| RELATIVE.contains(&word.as_str()));
    let finite = &clause[at].0;
    (promises && has(NOT_YET) && !has(&["door", "we", "wij"]) && !has(MAY_BE)).then(|| Passive {
        range: finite.start.min(range.start)..finite.end.max(range.end),
        verb: verb.clone(),
        undecided: true,
    })
}

/// The passive voice in a clause of which nobody knows who does it.
fn unclear(sentence: &Sentence, doers: &Doers) -> Option<Passive> {
    let text = sentence.lower();
    let has = |words: &[&str]| text.iter().any(|(_, word)| words.contains(&word.as_str()));
    if has(AS_IT_IS) || sentence.text().ends_with('?') {
        return None;
    }
    let names_somebody = has(&["door", "we", "wij"]);
    let mut from = 0;
    clauses(sentence, text).into_iter().find_map(|to| {
        let clause = &text[from..to];
        let begins_sentence = from == 0;
        from = to;
        let found = undecided(clause)
            .or_else(|| if names_somebody { None } else { promised(clause, begins_sentence) })?;
        (!doers.do_clearly(clause, &found)).then_some(found)
    })
}

/// The passive voice in a clause that promises something.
fn promised(clause: &[Word], begins_sentence: bool) -> Option<Passive> {
    let at = clause.iter().position(|(_, word)| word == "wordt" || word == "worden")?;
    let before = &clause[..at];
    let has = |words: &[&str]| before.iter().any(|(_, word)| words.contains(&word.as_str()));
    let no_promise = has(SUBORDINATE)
            || has(MAY_BE)
            // "Wordt een woning verkocht, dan …" is a condition.
            || (at == 0 && begins_sentence)
            || (before.last().is_some_and(|(_, word)| word == "te") && !has(&["dient", "dienen"]));
    if no_promise { None } else { with_participle(clause, at) }
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
    Some(Passive {
        range: finite.start.min(range.start)..finite.end.max(range.end),
        verb: verb.clone(),
        undecided: false,
    })
}

/// Whether a party does what is said here in the passive voice: then readers know who it is.
fn is_done_by(verb: &str, acts: &[Word]) -> bool {
    let stem = active(verb).replace('ï', "i");
    acts.iter().any(|(_, word)| word.replace('ï', "i").starts_with(stem.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Doers, Passive, is_done_by, undecided};
    use crate::rules::prose::lower;

    fn passive(verb: &str) -> Passive {
        Passive { range: 0..0, verb: verb.to_owned(), undecided: false }
    }

    #[test]
    fn who_does_it_is_clear_when_one_party_acts_or_works_on_the_same_thing() {
        let clause = lower("de voorzieningen voor fietsers worden opgeknapt");
        let doers = |acts: &[&str]| Doers(acts.iter().map(|act| lower(act)).collect());
        for clear in [&["bouwt 40 woningen"][..], &["bouwt 40 woningen", "betaalt de fietsvoorzieningen"]] {
            assert!(doers(clear).do_clearly(&clause, &passive("opgeknapt")), "{clear:?}");
        }
        for unclear in [&[][..], &["bouwt 40 woningen", "beslist over fietsers"]] {
            assert!(!doers(unclear).do_clearly(&clause, &passive("opgeknapt")), "{unclear:?}");
        }
    }

    #[test]
    fn what_is_still_to_be_decided_is_a_promise_in_a_clause_too() {
        for open in ["die nog worden vastgesteld", "de plek wordt later bepaald"] {
            assert!(undecided(&lower(open)).is_some(), "{open}");
        }
        for other in [
            "als de plek later wordt bepaald",
            "de plek wordt bepaald",
            "er wordt nog een bepaald bedrag betaald",
        ] {
            assert!(undecided(&lower(other)).is_none(), "{other}");
        }
    }

    #[test]
    fn who_does_it_is_known_when_a_party_does_the_same() {
        let acts = lower("bouwt 40 woningen, legt de straat aan en isoleert de rest");
        for verb in ["gebouwd", "aangelegd", "geïsoleerd"] {
            assert!(is_done_by(verb, &acts), "{verb}");
        }
        assert!(!is_done_by("gesloopt", &acts));
    }
}
