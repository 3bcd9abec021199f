//! Terms of the glossary: whether texts use them, and lead readers to them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Begrip, Project};
use crate::rules::prose::{Kind, Passage, words};
use crate::rules::{Finding, Scene, Subject};
use crate::source::{ContentPath, SourceFile, SourceId, Stamp};

/// A glossary that explains what nobody says is long for nothing.
pub fn never_used(scene: &Scene, named: &Named) -> Vec<Finding> {
    let project = scene.project;
    let complete = project.begrippenlijst.is_volledig() && project.documentenlijst.is_volledig();
    if !complete || named.unmarked.is_empty() {
        return Vec::new();
    }
    let names = Names::of(named.unmarked.iter().map(|index| (*index, &project.begrippen[*index])));
    let meanings = project.begrippen.iter().enumerate();
    let explained: BTreeSet<usize> = meanings
        .flat_map(|(own, begrip)| {
            names.said_in(&begrip.betekenis).into_iter().filter(move |other| *other != own)
        })
        .collect();
    let mut said = vec![false; project.begrippen.len()];
    for index in named.files.values().flat_map(|(_, said)| said.iter()) {
        said[*index] = true;
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

/// Which terms each file names, marked or not: read once a file, as long as the
/// glossary stays as it is. A term is a place in the glossary.
#[derive(Debug, Clone, Default)]
pub struct Named {
    glossary: Option<Stamp>,
    /// The terms that no text marks as such, and no other term sends readers to.
    unmarked: Vec<usize>,
    files: HashMap<SourceId, (Stamp, Arc<[usize]>)>,
}

impl Named {
    /// Reads the files that `earlier` does not know; none as long as texts mark all terms.
    pub fn of(scene: &Scene, earlier: Option<&Self>) -> Self {
        let Some((own, glossary)) = scene.sources.find(&ContentPath::from(GLOSSARY)) else {
            return Self::default();
        };
        let earlier = earlier.filter(|earlier| earlier.glossary == Some(glossary.stamp));
        let begrippen = &scene.project.begrippen;
        let marked = marked(scene.project);
        let unmarked: Vec<usize> =
            (0..begrippen.len()).filter(|index| !marked.contains(begrippen[*index].anker.as_str())).collect();
        let mut files = HashMap::new();
        if !unmarked.is_empty() {
            // All terms, as texts may stop marking another while this is kept.
            let names = Names::of(begrippen.iter().enumerate());
            let others: Vec<_> = scene.sources.files().filter(|(id, _)| *id != own).collect();
            let said_in = |(id, file): &(SourceId, &SourceFile)| {
                let known = earlier.and_then(|earlier| earlier.files.get(id));
                let known = known.filter(|(stamp, _)| *stamp == file.stamp);
                let read = || (file.stamp, names.said_in(&file.text).into_iter().collect());
                (*id, known.cloned().unwrap_or_else(read))
            };
            files = others.par_iter().map(said_in).collect();
        }
        Self { glossary: Some(glossary.stamp), unmarked, files }
    }
}

const GLOSSARY: &str = "begrippen.yaml";

/// The terms that texts mark as such, or that another term sends readers to: their anchors.
fn marked(project: &Project) -> BTreeSet<&str> {
    let documents = project.overeenkomsten.iter().map(|document| &document.noemt);
    let mentions = documents.chain(project.paginas.iter().map(|pagina| &pagina.noemt));
    let terms = mentions.flat_map(|mentions| &mentions.terms).map(|term| term.as_str());
    let see = project.begrippen.iter().flat_map(|begrip| &begrip.zie).map(|term| term.value.as_str());
    // Many texts mark the same few.
    let written: HashSet<&str> = terms.chain(see).collect();
    let found = written.into_iter().filter_map(|term| project.begrippen.find(term));
    found.map(|begrip| begrip.anker.as_str()).collect()
}

/// The words by which texts may name some terms, found by how they begin.
struct Names {
    by_start: BTreeMap<String, Vec<(String, usize)>>,
}

/// So many letters of a word are looked up.
const START: usize = 3;

impl Names {
    fn of<'a>(begrippen: impl Iterator<Item = (usize, &'a Begrip)>) -> Self {
        let mut by_start: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
        for (index, begrip) in begrippen {
            for name in begrip.namen().chain(begrip.voluit.as_deref()) {
                let name = name.to_lowercase();
                by_start.entry(start(&name)).or_default().push((name, index));
            }
        }
        Self { by_start }
    }

    /// The terms that a text names, also as the beginning of a longer word.
    fn said_in(&self, text: &str) -> BTreeSet<usize> {
        let mut said = BTreeSet::new();
        for (range, word) in words(text) {
            // "huur-en" and "sociale-huurwoning" name what they are made of.
            for (at, part) in parts(word) {
                let Some(candidates) = self.by_start.get(&start(part)) else { continue };
                let rest = &text[range.start + at..];
                let here = candidates.iter().filter(|(name, _)| begins_with(rest, name));
                said.extend(here.map(|(_, index)| *index));
            }
        }
        said
    }
}

fn start(word: &str) -> String {
    word.chars().take(START).flat_map(char::to_lowercase).collect()
}

/// A word, and what follows its hyphens.
fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let after = word.match_indices(['-', '/']).map(|(at, _)| at + 1);
    std::iter::once(0).chain(after).map(move |at| (at, &word[at..]))
}

/// Whether a text begins with a name in lower case, whatever its own capitals and line ends.
/// An abbreviation is a whole word; others may go on, as in the plural.
fn begins_with(text: &str, name: &str) -> bool {
    let mut letters = text.chars().flat_map(char::to_lowercase).map(|c| if c == '\n' { ' ' } else { c });
    if !name.chars().all(|c| letters.next() == Some(c)) {
        return false;
    }
    name.chars().count() > 5 || !letters.next().is_some_and(char::is_alphanumeric)
}

/// Who meets "DAEB" five times should find at least once what it is.
pub fn without_explanation(subject: &Subject) -> Vec<Finding> {
    let project = subject.scene.project;
    let marked: BTreeSet<&str> = subject
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
    let by_word: BTreeMap<&str, &Begrip> =
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
fn uses<'a>(passages: &'a [Passage], by_word: &BTreeMap<&str, &'a Begrip>) -> BTreeMap<&'a str, Use<'a>> {
    let mut used: BTreeMap<&str, Use> = BTreeMap::new();
    for passage in passages {
        for (range, word) in words(&passage.text) {
            let Some(begrip) = by_word.get(word) else { continue };
            let use_ = used.entry(&begrip.anker).or_insert(Use { begrip, count: 0, first: None });
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

#[cfg(test)]
mod tests {
    use super::begins_with;

    #[test]
    fn a_term_may_go_on_but_an_abbreviation_may_not() {
        assert!(begins_with("Huurprijzen zijn", "huurprij"));
        assert!(begins_with("sociale\nhuurwoningen", "sociale huurwoning"));
        assert!(begins_with("DAEB.", "daeb"));
        assert!(!begins_with("Daebels", "daeb"));
    }
}
