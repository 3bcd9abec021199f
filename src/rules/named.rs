//! Which terms of the glossary the files name: read once a file, for the rules that
//! ask what nobody explains or says.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::prose::words;
use crate::model::{Begrip, Project};
use crate::order::{SortedMap, SortedSet};
use crate::parallel;
use crate::place::{ContentPath, SourceId};
use crate::source::{SourceFile, Sources, Stamp};

/// Which terms each file names, marked or not: read once a file, as long as the
/// glossary stays as it is. A term is a place in the glossary.
#[derive(Debug, Clone, Default)]
pub struct Named {
    glossary: Option<Stamp>,
    /// The terms that no text marks as such, and no other term sends readers to.
    pub(super) unmarked: Vec<usize>,
    files: HashMap<SourceId, (Stamp, Arc<[usize]>)>,
}

impl Named {
    /// Reads the files that `earlier` does not know; none as long as texts mark all terms.
    pub fn of(project: &Project, sources: &Sources, earlier: Option<&Self>) -> Self {
        let Some((own, glossary)) = sources.find(&ContentPath::from(GLOSSARY)) else {
            return Self::default();
        };
        let earlier = earlier.filter(|earlier| earlier.glossary == Some(glossary.stamp));
        let begrippen = &project.begrippen;
        let marked = marked(project);
        let unmarked: Vec<usize> =
            (0..begrippen.len()).filter(|index| !marked.contains(begrippen[*index].anker.as_str())).collect();
        let mut files = HashMap::new();
        if !unmarked.is_empty() {
            // All terms, as texts may stop marking another while this is kept.
            let names = Names::of(begrippen.iter().enumerate());
            let others: Vec<_> = sources.files().filter(|(id, _)| *id != own).collect();
            let said_in = |(id, file): &(SourceId, &SourceFile)| {
                let known = earlier.and_then(|earlier| earlier.files.get(id));
                let known = known.filter(|(stamp, _)| *stamp == file.stamp);
                let read = || (file.stamp, names.said_in(&file.text).into_iter().collect());
                (*id, known.cloned().unwrap_or_else(read))
            };
            files = parallel::of_each(&others, said_in).into_iter().collect();
        }
        Self { glossary: Some(glossary.stamp), unmarked, files }
    }

    /// The terms that some file names, as often as one does.
    pub(super) fn said(&self) -> impl Iterator<Item = usize> {
        self.files.values().flat_map(|(_, said)| said.iter().copied())
    }
}

const GLOSSARY: &str = "begrippen.yaml";

/// The terms that texts mark as such, or that another term sends readers to: their anchors.
fn marked(project: &Project) -> SortedSet<&str> {
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
pub(super) struct Names {
    by_start: SortedMap<String, Vec<(String, usize)>>,
}

/// So many letters of a word are looked up.
const START: usize = 3;

impl Names {
    pub(super) fn of<'a>(begrippen: impl Iterator<Item = (usize, &'a Begrip)>) -> Self {
        let mut by_start: SortedMap<String, Vec<(String, usize)>> = SortedMap::new();
        for (index, begrip) in begrippen {
            for name in begrip.namen().chain(begrip.voluit.as_deref()) {
                let name = name.to_lowercase();
                by_start.get_or_default(start(&name)).push((name, index));
            }
        }
        Self { by_start }
    }

    /// The terms that a text names, also as the beginning of a longer word.
    pub(super) fn said_in(&self, text: &str) -> SortedSet<usize> {
        let mut said = SortedSet::new();
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
