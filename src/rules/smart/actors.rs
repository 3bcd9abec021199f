//! Who acts, as running text names them.

use std::collections::BTreeSet;

use super::read::{Whole, Word, lower, lower_text};
use crate::model::{Overeenkomst, Partij, Rol};

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
pub struct Actors(BTreeSet<Vec<String>>);

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
            let words = lower_text(name).into_iter().map(|(_, word)| word);
            words.skip_while(|word| is_article(word)).collect()
        };
        let names = names.map(words).filter(|name| !name.is_empty());
        Self(names.chain(roles.map(|role| vec![(*role).to_owned()])).collect())
    }

    /// Whether the words of an agreement say that one of them does something.
    pub fn act_in(&self, whole: &Whole) -> bool {
        whole.sentences().any(|sentence| self.act(&lower(&sentence)))
    }

    /// Whether words say that one of them does something, rather than for whom or where
    /// something is done.
    pub fn act(&self, text: &[Word]) -> bool {
        (0..text.len()).any(|at| {
            let mut before = text[..at].iter().rev().map(|(_, word)| word.as_str());
            let before = before.find(|word| !is_article(word));
            let of_others = before.is_some_and(|word| PREPOSITIONS.contains(&word));
            !of_others && self.0.iter().any(|name| begins_with(&text[at..], name))
        })
    }
}

fn is_article(word: &str) -> bool {
    ["de", "een", "elke", "het", "iedere"].contains(&word)
}

fn begins_with(text: &[Word], name: &[String]) -> bool {
    text.len() >= name.len() && text.iter().zip(name).all(|((_, word), part)| word == part)
}
