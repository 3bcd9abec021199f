//! Terms of the glossary: whether texts use them, and lead readers to them.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Begrip;
use crate::order::{SortedMap, SortedSet};
use crate::rules::named::{Named, Names};
use crate::rules::prose::{Kind, Passage, words};
use crate::rules::{Finding, Scene, Subject};

/// A glossary that explains what nobody says is long for nothing.
pub fn never_used(scene: &Scene, named: &Named) -> Vec<Finding> {
    let project = scene.project;
    let complete = project.begrippenlijst.is_volledig() && project.documentenlijst.is_volledig();
    if !complete || named.unmarked.is_empty() {
        return Vec::new();
    }
    let names = Names::of(named.unmarked.iter().map(|index| (*index, &project.begrippen[*index])));
    let meanings = project.begrippen.iter().enumerate();
    let explained: SortedSet<usize> = meanings
        .flat_map(|(own, begrip)| {
            names.said_in(&begrip.betekenis).into_iter().filter(move |other| *other != own)
        })
        .collect();
    let mut said = vec![false; project.begrippen.len()];
    for index in named.said() {
        said[index] = true;
    }
    let lost = named.unmarked.iter().filter(|index| !said[**index] && !explained.contains(index));
    lost.map(|index| {
        let begrip = &project.begrippen[*index];
        Diagnostic::at(Code::V201, begrip.span, format!("Geen tekst gebruikt het begrip `{}`.", begrip.term))
            .label("nergens gebruikt")
            .hint("Haal het begrip weg. Gebruikt een tekst er een ander woord voor, zet dat dan bij `ook`.")
            .into()
    })
    .collect()
}

/// Who meets "DAEB" five times should find at least once what it is.
pub fn without_explanation(subject: &Subject) -> Vec<Finding> {
    let project = subject.scene.project;
    let marked: SortedSet<&str> = subject
        .document
        .noemt
        .terms
        .iter()
        .filter_map(|term| project.begrippen.find(term))
        .map(|begrip| begrip.anker.as_str())
        .collect();
    let hard = project.begrippen.iter().filter(|begrip| {
        (begrip.voluit.is_some() || is_abbreviation(&begrip.term)) && !marked.contains(begrip.anker.as_str())
    });
    let by_word: SortedMap<&str, &Begrip> =
        hard.flat_map(|begrip| begrip.namen().map(move |name| (name, begrip))).collect();
    if by_word.is_empty() {
        return Vec::new();
    }
    let limit = subject.limit(Code::V205) as usize;
    let used = uses(&subject.prose().passages, &by_word);
    let often = used.into_values().filter(|use_| use_.count >= limit);
    often.filter_map(|use_| not_marked(subject, &use_)).collect()
}

fn is_abbreviation(term: &str) -> bool {
    term.chars().filter(|c| c.is_uppercase()).count() >= 2 && !term.contains(' ')
}

/// Where a document uses a term.
struct Use<'a> {
    begrip: &'a Begrip,
    count: usize,
    /// The first place where it can be marked.
    first: Option<(&'a Passage, Range<usize>)>,
}

/// The uses of single words that are terms, by the anchors of these.
fn uses<'a>(passages: &'a [Passage], by_word: &SortedMap<&str, &'a Begrip>) -> SortedMap<&'a str, Use<'a>> {
    let mut used: SortedMap<&str, Use> = SortedMap::new();
    for passage in passages {
        for (range, word) in words(&passage.text) {
            let Some(begrip) = by_word.get(word) else { continue };
            let use_ = used.get_or_insert_with(&begrip.anker, || Use { begrip, count: 0, first: None });
            use_.count += 1;
            if use_.first.is_none() && passage.kind == Kind::Text {
                use_.first = Some((passage, range));
            }
        }
    }
    used
}

fn not_marked(subject: &Subject, use_: &Use) -> Option<Finding> {
    let Use { begrip, count, first } = use_;
    let (passage, range) = first.as_ref()?;
    // Who writes it out explains it as well.
    let written_out = |voluit: &String| {
        let voluit = voluit.to_lowercase();
        subject.prose().passages.iter().any(|passage| passage.text.to_lowercase().contains(&voluit))
    };
    if begrip.voluit.as_ref().is_some_and(written_out) {
        return None;
    }
    let term = &begrip.term;
    let message =
        format!("“{term}” staat {count} keer in dit document, en nergens leidt het naar de uitleg.");
    let diagnostic =
        Diagnostic::at(Code::V205, passage.span(range.clone()), message).label("zonder uitleg").hint(
            format!("Schrijf de eerste keer `[[{term}]]`. Dan vinden lezers de uitleg in de begrippenlijst."),
        );
    Some(Finding { diagnostic, afspraak: passage.afspraak.clone() })
}
