//! Terms of the glossary: whether texts use them, and lead readers to them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Begrip, Project};
use crate::rules::prose::{Kind, Passage, words};
use crate::rules::{Finding, Scene, Subject};
use crate::source::{ContentPath, SourceFile, Stamp};

/// A glossary that explains what nobody says is long for nothing.
pub fn never_used(scene: &Scene, named: &Named) -> Vec<Finding> {
    let unmarked = unmarked(scene.project);
    let complete = scene.project.begrippenlijst.is_volledig() && scene.project.documentenlijst.is_volledig();
    if !complete || unmarked.is_empty() {
        return Vec::new();
    }
    let said: BTreeSet<&str> = named.anchors().collect();
    let names = Names::of(&unmarked);
    let explained: BTreeSet<&str> = scene
        .project
        .begrippen
        .iter()
        .flat_map(|other| names.said_in(&other.betekenis).into_iter().filter(|anker| *anker != other.anker))
        .collect();
    let lost = unmarked
        .into_iter()
        .filter(|begrip| !said.contains(begrip.anker.as_str()) && !explained.contains(begrip.anker.as_str()));
    lost.map(|begrip| {
        Diagnostic::at(Code::V201, begrip.span, format!("Geen tekst gebruikt het begrip `{}`.", begrip.term))
            .label("nergens gebruikt")
            .hint("Haal het begrip weg. Gebruikt een tekst er een ander woord voor, zet dat dan bij `ook`.")
            .into()
    })
    .collect()
}

/// Which terms each file names without marking them: read once a file, as long as
/// the glossary stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Named {
    glossary: Option<Stamp>,
    files: HashMap<Stamp, Arc<BTreeSet<String>>>,
}

impl Named {
    /// Reads the files that `earlier` does not know; none as long as texts mark all terms.
    pub fn of(scene: &Scene, earlier: Option<&Arc<Self>>) -> Arc<Self> {
        let Some((glossary, _)) = scene.sources.find(&ContentPath::from(GLOSSARY)) else {
            return Arc::default();
        };
        let glossary = scene.sources.file(glossary).stamp;
        let earlier = earlier.filter(|earlier| earlier.glossary == Some(glossary));
        if unmarked(scene.project).is_empty() {
            return earlier.cloned().unwrap_or_default();
        }
        // All terms, as texts may stop marking another while this is kept.
        let begrippen: Vec<&Begrip> = scene.project.begrippen.iter().collect();
        let names = Names::of(&begrippen);
        let others: Vec<&SourceFile> = scene
            .sources
            .files()
            .map(|(_, file)| file)
            .filter(|file| file.path.as_str() != GLOSSARY)
            .collect();
        let said_in = |file: &&SourceFile| {
            let known = earlier.and_then(|earlier| earlier.files.get(&file.stamp).cloned());
            let read = || Arc::new(names.said_in(&file.text).into_iter().map(str::to_owned).collect());
            (file.stamp, known.unwrap_or_else(read))
        };
        Arc::new(Self { glossary: Some(glossary), files: others.par_iter().map(said_in).collect() })
    }

    /// The anchors of the terms that some file names.
    fn anchors(&self) -> impl Iterator<Item = &str> {
        self.files.values().flat_map(|anchors| anchors.iter()).map(String::as_str)
    }
}

const GLOSSARY: &str = "begrippen.yaml";

/// The terms that no text marks as such, and no other term sends readers to.
fn unmarked(project: &Project) -> Vec<&Begrip> {
    let marked = marked(project);
    project.begrippen.iter().filter(|begrip| !marked.contains(begrip.anker.as_str())).collect()
}

/// The terms that texts mark as such, or that another term sends readers to: their anchors.
fn marked(project: &Project) -> BTreeSet<&str> {
    let documents = project.overeenkomsten.iter().map(|document| &document.noemt);
    let mentions = documents.chain(project.paginas.iter().map(|pagina| &pagina.noemt));
    let terms = mentions.flat_map(|mentions| &mentions.terms).map(|term| term.as_str());
    let see = project.begrippen.iter().flat_map(|begrip| &begrip.zie).map(|term| term.value.as_str());
    terms
        .chain(see)
        .filter_map(|term| project.begrippen.find(term))
        .map(|begrip| begrip.anker.as_str())
        .collect()
}

/// The words by which texts may name some terms, found by how they begin.
struct Names<'a> {
    by_start: BTreeMap<String, Vec<(String, &'a str)>>,
}

/// So many letters of a word are looked up.
const START: usize = 3;

impl<'a> Names<'a> {
    fn of(begrippen: &[&'a Begrip]) -> Self {
        let mut by_start: BTreeMap<String, Vec<(String, &'a str)>> = BTreeMap::new();
        for begrip in begrippen {
            for name in begrip.namen().chain(begrip.voluit.as_deref()) {
                let name = name.to_lowercase();
                by_start.entry(start(&name)).or_default().push((name, begrip.anker.as_str()));
            }
        }
        Self { by_start }
    }

    /// The anchors of the terms that a text names, also as the beginning of a longer word.
    fn said_in(&self, text: &str) -> BTreeSet<&'a str> {
        let mut said = BTreeSet::new();
        for (range, word) in words(text) {
            // "huur-en" and "sociale-huurwoning" name what they are made of.
            for (at, part) in parts(word) {
                let Some(candidates) = self.by_start.get(&start(part)) else { continue };
                let rest = &text[range.start + at..];
                let here = candidates.iter().filter(|(name, _)| begins_with(rest, name));
                said.extend(here.map(|(_, anker)| *anker));
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
