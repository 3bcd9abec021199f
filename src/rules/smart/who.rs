//! Who: somebody has to begin.

use std::ops::Range;

use super::super::prose::{Kind, Passage, Word, lower};
use super::actors::{Actors, PREPOSITIONS};
use super::read::{Whole, agreements, worked_out};
use super::vague::is_soft;
use super::{Finding, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakSoort, Inzet};

/// What nobody is asked to do, nobody does: not even talking about it.
pub fn nobody(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let actors = Actors::of(subject.document);
    let found = agreements(subject).into_iter().filter_map(|whole| {
        let afspraak = whole.afspraak;
        let unnamed = matches!(afspraak.soort, AfspraakSoort::Proces | AfspraakSoort::Intentie)
            && afspraak.wie.is_empty()
            && afspraak.volledigheid.is_volledig()
            && !worked_out.contains(&afspraak.nummer)
            && !actors.act_in(&whole)
            && together(&whole, &actors).is_none();
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

/// When all of them must act, each waits for another.
pub fn all_together(subject: &Subject) -> Vec<Finding> {
    let worked_out = worked_out(subject);
    let actors = Actors::of(subject.document);
    let found = agreements(subject).into_iter().filter_map(|whole| {
        if worked_out.contains(&whole.afspraak.nummer) {
            return None;
        }
        let (passage, range) = together(&whole, &actors)?;
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
fn together<'w>(whole: &'w Whole, actors: &Actors) -> Option<(&'w Passage, Range<usize>)> {
    let afspraak = whole.afspraak;
    let asks_for_an_actor = !matches!(afspraak.soort, AfspraakSoort::Beschrijvend | AfspraakSoort::Oneens);
    let unclear = match afspraak.wie.as_slice() {
        [] => !actors.act_in(whole),
        wie => says_nothing_of_each(wie),
    };
    if !asks_for_an_actor || !unclear || !afspraak.volledigheid.is_volledig() {
        return None;
    }
    let running =
        whole.passages.iter().copied().filter(|passage| matches!(passage.kind, Kind::Title | Kind::Text));
    running.flat_map(|passage| passage.sentences()).find_map(|sentence| {
        let text = sentence.lower();
        let we = afspraak.wie.is_empty().then(|| we(text)).flatten();
        Some((sentence.passage, all_parties(text).or(we)?))
    })
}

/// Whether parties are said to do one and the same thing, or nothing in particular.
fn says_nothing_of_each(wie: &[Inzet]) -> bool {
    let joint = |inzet: &Inzet| {
        let words = lower(&inzet.tekst);
        is_soft(&inzet.tekst)
            || words.iter().any(|(_, word)| ["samen", "gezamenlijk", "partijen"].contains(&word.as_str()))
    };
    let same = |inzet: &Inzet| inzet.tekst == wie[0].tekst;
    wie.iter().all(joint) || (wie.len() > 1 && wie.iter().all(same))
}

/// What may stand before `partijen` where these act.
const BEFORE_PARTIES: &[&str] = &["alle", "beide", "de", "deze", "drie", "twee", "vier", "vijf"];

/// `partijen` as who acts: as the subject of its sentence.
fn all_parties(text: &[Word]) -> Option<Range<usize>> {
    let at = text.iter().position(|(_, word)| word == "partijen")?;
    let before =
        text[..at].iter().rev().take_while(|(_, word)| BEFORE_PARTIES.contains(&word.as_str())).count();
    let first = at - before;
    let of_others =
        first > 0 && (PREPOSITIONS.contains(&text[first - 1].1.as_str()) || text[first - 1].1 == "door");
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
