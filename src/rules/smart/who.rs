//! Who: somebody has to begin.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::prose::{Kind, Passage};
use super::read::{Whole, Word, agreements, lower, lower_text, worked_out};
use super::vague::is_soft;
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakSoort, Inzet, Overeenkomst};

/// Words for a role, by which a text may name who acts.
const ROLES: &[&str] = &[
    "bewonerscommissie",
    "college",
    "corporatie",
    "corporaties",
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

/// What nobody is asked to do, nobody does: not even talking about it.
pub fn nobody(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let names = names(subject.document);
    let found = agreements(subject).into_iter().filter_map(|whole| {
        let afspraak = whole.afspraak;
        let unnamed = matches!(afspraak.soort, AfspraakSoort::Proces | AfspraakSoort::Intentie)
            && afspraak.wie.is_empty()
            && afspraak.volledigheid.is_volledig()
            && !worked_out.contains(&afspraak.nummer)
            && !names_an_actor(&whole, &names)
            && together(&whole, &names).is_none();
        unnamed.then(|| {
            let message = format!("In afspraak {} staat niet wie iets doet.", afspraak.nummer);
            subject
                .at(afspraak, Code::S103, message)
                .label("wie doet dit?")
                .hint("Schrijf onder `wie:` een regel per partij, zoals `gemeente: nodigt de anderen uit`.")
        })
    });
    found.collect()
}

/// The names by which a text may call a party, each as its words in lower case.
fn names(document: &Overeenkomst) -> BTreeSet<Vec<String>> {
    let extra = document.extra_partijen().into_iter().map(|(partij, _)| partij);
    let partijen = document.partijen.iter().chain(extra);
    let names = partijen.flat_map(|partij| [partij.naam.as_str(), partij.kort.as_str()]);
    let words =
        |name: &str| lower_text(name).into_iter().map(|(_, word)| word).skip_while(|word| is_article(word));
    let roles = ROLES.iter().map(|role| vec![(*role).to_owned()]);
    names
        .map(|name| words(name).collect())
        .filter(|name: &Vec<String>| !name.is_empty())
        .chain(roles)
        .collect()
}

fn is_article(word: &str) -> bool {
    ["de", "een", "elke", "het", "iedere"].contains(&word)
}

/// Whether the words of an agreement name somebody who acts, rather than for whom or where.
fn names_an_actor(whole: &Whole, names: &BTreeSet<Vec<String>>) -> bool {
    whole.sentences().any(|sentence| {
        let text = lower(&sentence);
        (0..text.len()).any(|at| {
            let before =
                text[..at].iter().rev().map(|(_, word)| word.as_str()).find(|word| !is_article(word));
            let of_others = before.is_some_and(|word| word != "door" && PREPOSITIONS.contains(&word));
            !of_others && names.iter().any(|name| begins_with(&text[at..], name))
        })
    })
}

fn begins_with(text: &[Word], name: &[String]) -> bool {
    text.len() >= name.len() && text.iter().zip(name).all(|((_, word), part)| word == part)
}

/// When all of them must act, each waits for another.
pub fn all_together(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let names = names(subject.document);
    let found = agreements(subject).into_iter().filter_map(|whole| {
        if worked_out.contains(&whole.afspraak.nummer) {
            return None;
        }
        let (passage, range) = together(&whole, &names)?;
        let message = format!("“{}” zegt niet wie van de partijen begint.", &passage.text[range.clone()]);
        let diagnostic = Diagnostic::at(Code::S112, passage.span(range), message).label("wie begint?");
        Some(
            Finding::at_agreement(whole.afspraak, diagnostic)
                .hint("Noem de partij die begint, en zet bij `wie:` wat elk van de partijen doet."),
        )
    });
    found.collect()
}

/// Where all parties act together, when `wie` does not say what each of them does.
fn together<'w>(whole: &'w Whole, names: &BTreeSet<Vec<String>>) -> Option<(&'w Passage, Range<usize>)> {
    let afspraak = whole.afspraak;
    let asks_for_an_actor = !matches!(afspraak.soort, AfspraakSoort::Beschrijvend | AfspraakSoort::Oneens);
    let unclear = match afspraak.wie.as_slice() {
        [] => !names_an_actor(whole, names),
        wie => says_nothing_of_each(wie),
    };
    if !asks_for_an_actor || !unclear || !afspraak.volledigheid.is_volledig() {
        return None;
    }
    let running =
        whole.passages.iter().copied().filter(|passage| matches!(passage.kind, Kind::Title | Kind::Text));
    running.flat_map(|passage| passage.sentences()).find_map(|sentence| {
        let text = lower(&sentence);
        let we = afspraak.wie.is_empty().then(|| we(&text)).flatten();
        Some((sentence.passage, all_parties(&text).or(we)?))
    })
}

/// Whether parties are said to do one and the same thing, or nothing in particular.
fn says_nothing_of_each(wie: &[Inzet]) -> bool {
    let joint = |inzet: &Inzet| {
        let words = lower_text(&inzet.tekst);
        is_soft(&inzet.tekst)
            || words.iter().any(|(_, word)| ["samen", "gezamenlijk", "partijen"].contains(&word.as_str()))
    };
    let same = |inzet: &Inzet| inzet.tekst == wie[0].tekst;
    wie.iter().all(joint) || (wie.len() > 1 && wie.iter().all(same))
}

/// What may stand before `partijen` where these act.
const BEFORE_PARTIES: &[&str] = &["alle", "beide", "de", "deze", "drie", "twee", "vier", "vijf"];

/// Words after which a name is not that of who acts.
const PREPOSITIONS: &[&str] = &[
    "aan", "andere", "bij", "binnen", "door", "in", "met", "naar", "namens", "onder", "op", "over", "tussen",
    "uit", "van", "voor",
];

/// `partijen` as who acts: as the subject of its sentence.
fn all_parties(text: &[Word]) -> Option<Range<usize>> {
    let at = text.iter().position(|(_, word)| word == "partijen")?;
    let before =
        text[..at].iter().rev().take_while(|(_, word)| BEFORE_PARTIES.contains(&word.as_str())).count();
    let first = at - before;
    let of_others = first > 0 && PREPOSITIONS.contains(&text[first - 1].1.as_str());
    let acts = text.get(at + 1).is_some_and(|(_, next)| is_plural_verb(next)) || follows_a_verb(text, first);
    (!of_others && acts).then(|| text[first].0.start..text[at].0.end)
}

/// `In mei kijken partijen`: the verb stands before who acts.
fn follows_a_verb(text: &[Word], first: usize) -> bool {
    first > 1 && is_plural_verb(&text[first - 1].1)
}

/// Whether a word may be what several do: a verb for many ends like this.
fn is_plural_verb(word: &str) -> bool {
    (word.ends_with("en") && word.chars().count() > 4) || ["doen", "gaan", "zien", "zijn"].contains(&word)
}

/// `wij` as who acts.
fn we(text: &[Word]) -> Option<Range<usize>> {
    let (range, _) = text.iter().find(|(_, word)| word == "wij" || word == "we")?;
    Some(range.clone())
}
