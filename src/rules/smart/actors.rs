//! Who acts, as running text names them.

use std::ops::Range;

use super::super::participle::{has_ge, is_participle};
use super::super::prose::{Word, lower};
use super::listening::{begins_with_a_verb, is_told};
use super::read::Whole;
use crate::model::{Overeenkomst, Partij, Rol};
use crate::order::SortedSet;

/// Words for who acts besides corporations, by which a text may name a party.
const ROLES: &[&str] = &[
    "bewonerscommissie",
    "college",
    "gemeente",
    "gemeenten",
    "huurdersorganisatie",
    "huurdersorganisaties",
    "huurdersvereniging",
    "projectleider",
    "secretaris",
    "voorzitter",
    "werkgroep",
    "wethouder",
    "wijkteam",
    "zorgpartij",
    "zorgpartijen",
];

/// The same for corporations.
const CORPORATIONS: &[&str] = &["corporatie", "corporaties", "woningcorporatie", "woningcorporaties"];

/// Words after which a name is not that of who acts.
pub const PREPOSITIONS: &[&str] = &[
    "aan", "andere", "bij", "binnen", "in", "met", "naar", "namens", "onder", "op", "over", "tussen", "uit",
    "van", "voor",
];

/// The names by which texts may call who acts, each as its words in lower case.
pub struct Actors(SortedSet<Vec<String>>);

impl Actors {
    /// Everybody who may act.
    pub fn of(document: &Overeenkomst) -> Self {
        Self::among(document, ROLES.iter().chain(CORPORATIONS), |_| true)
    }

    /// All but corporations.
    pub fn beside_corporations(document: &Overeenkomst) -> Self {
        Self::among(document, ROLES.iter(), |partij| partij.rol != Rol::Corporatie)
    }

    fn among<'r>(
        document: &Overeenkomst,
        roles: impl Iterator<Item = &'r &'static str>,
        is_meant: impl Fn(&Partij) -> bool,
    ) -> Self {
        let extra = document.extra_partijen().into_iter().map(|(partij, _)| partij);
        let partijen = document.partijen.iter().chain(extra).filter(|partij| is_meant(partij));
        let names = partijen.flat_map(|partij| [partij.naam.as_str(), partij.kort.as_str()]);
        let words = |name: &str| -> Vec<String> {
            let words = lower(name).into_iter().map(|(_, word)| word);
            words.skip_while(|word| is_article(word)).collect()
        };
        let names = names.map(words).filter(|name| !name.is_empty());
        Self(names.chain(roles.map(|role| vec![(*role).to_owned()])).collect())
    }

    /// Whether the words of an agreement say that one of them does something.
    pub fn act_in(&self, whole: &Whole) -> bool {
        whole.sentences().any(|sentence| {
            let text = sentence.lower();
            self.subjects(text).any(|name| !undergoes(text, &name))
        })
    }

    /// Whether words are about what one of them does or undergoes, rather than for whom
    /// or where something is done.
    pub fn act(&self, text: &[Word]) -> bool {
        self.subjects(text).next().is_some()
    }

    /// Where words name one of them, other than after a preposition.
    fn subjects<'t>(&'t self, text: &'t [Word]) -> impl Iterator<Item = Range<usize>> + 't {
        (0..text.len()).filter_map(|at| {
            let of_others = word_before(text, at).is_some_and(|word| PREPOSITIONS.contains(&word));
            let names = self.0.iter().filter(|name| !of_others && begins_with(&text[at..], name));
            names.map(|name| at..at + name.len()).max_by_key(ExactSizeIterator::len)
        })
    }
}

/// The last word before another that is no article.
pub fn word_before(text: &[Word], at: usize) -> Option<&str> {
    text[..at].iter().rev().map(|(_, word)| word.as_str()).find(|word| !is_article(word))
}

/// Whether something is only done to who is named, or with them: "de gemeente wordt
/// geïnformeerd", "er wordt een werkgroep ingesteld".
fn undergoes(text: &[Word], name: &Range<usize>) -> bool {
    let is_passive = |word: &str| word == "wordt" || word == "worden";
    let next = text.get(name.end).map(|(_, word)| word.as_str());
    let passive = next.is_some_and(is_passive) || word_before(text, name.start).is_some_and(is_passive);
    let rest = &text[name.end..];
    // "wordt uitgenodigd en geeft advies"; of "betaalt" only the absence of `ge` tells that it acts.
    let is_act = |word: &str| !is_participle(word) || !has_ge(word);
    let acts_too =
        rest.windows(2).any(|pair| pair[0].1 == "en" && begins_with_a_verb(&pair[1..]) && is_act(&pair[1].1));
    passive && !acts_too && rest.iter().any(|(_, word)| is_told(word) || is_participle(word))
}

fn is_article(word: &str) -> bool {
    ["de", "een", "elke", "het", "iedere"].contains(&word)
}

fn begins_with(text: &[Word], name: &[String]) -> bool {
    text.len() >= name.len() && text.iter().zip(name).all(|((_, word), part)| word == part)
}

#[cfg(test)]
mod tests {
    use super::undergoes;
    use crate::rules::prose::lower;

    #[test]
    fn who_is_told_of_something_does_nothing() {
        for (text, name) in
            [("De gemeente wordt daarna geïnformeerd", 1..2), ("Er wordt een werkgroep ingesteld", 3..4)]
        {
            assert!(undergoes(&lower(text), &name), "{text}");
        }
        for (text, name) in [
            ("De gemeente wordt eigenaar van de grond", 1..2),
            ("De gemeente wordt geïnformeerd en betaalt dan", 1..2),
            ("De gemeente wordt uitgenodigd en geeft advies", 1..2),
            ("De gemeente beslist", 1..2),
        ] {
            assert!(!undergoes(&lower(text), &name), "{text}");
        }
    }
}
