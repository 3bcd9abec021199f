//! Whether readers can tell where they are sent.

use super::{found, is_any, plainly};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, InlineKind, Target, plain};
use crate::rules::prose::Sentence;
use crate::rules::{Finding, Reading};

/// Texts that mean something only with the words around them: those that W3C names for
/// failure F84 of WCAG 2.4.9, in Dutch, and what else we found on sites. In order.
const EMPTY: &[&str] = &[
    "bekijk",
    "bekijk hier",
    "bestand",
    "check hier",
    "daar",
    "deze",
    "deze link",
    "deze pagina",
    "deze site",
    "deze website",
    "dit",
    "dit bestand",
    "dit document",
    "document",
    "download",
    "download hier",
    "ga naar",
    "hier",
    "hierop",
    "info",
    "klik",
    "klik hier",
    "lees hier",
    "lees hier meer",
    "lees meer",
    "lees verder",
    "link",
    "meer",
    "meer info",
    "meer informatie",
    "meer lezen",
    "naar de site",
    "naar de website",
    "open",
    "pagina",
    "pdf",
    "site",
    "via deze link",
    "website",
    "zie hier",
];

/// Who listens to a list of all links hears "hier, hier, lees meer".
pub fn says_nothing(reading: &Reading) -> Vec<Finding> {
    let mut all = Vec::new();
    for blocks in &reading.prose.blocks {
        markdown::for_each_inline(blocks, &mut |inline| {
            let InlineKind::Link(target, content) = &inline.kind else { return };
            let text = plain::inlines(content);
            let (message, label) = if EMPTY.binary_search(&plainly(&text).as_str()).is_ok() {
                ("De tekst van deze link zegt niet waar hij naartoe gaat.", "waarheen?")
            } else if is_bare_address(target, text.trim()) {
                ("De tekst van deze link is een webadres.", "webadres als tekst")
            } else {
                return;
            };
            let hint =
                "Noem in de tekst van de link de pagina of het document: `[woonvisie van de gemeente](…)`.";
            all.push(found(reading, Code::T202, inline.span, message).label(label).hint(hint));
        });
    }
    all
}

/// Whether a text is the address of a page. That of a whole site is a name to most readers,
/// and `www.zandstad.nl/wonen` can be said and typed.
fn is_bare_address(target: &Target, text: &str) -> bool {
    if !matches!(target, Target::Outside(_)) || text.contains(char::is_whitespace) {
        return false;
    }
    let lower = text.to_lowercase();
    let technical = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let long = (lower.starts_with("www.") && lower.len() > SAID).then_some(lower.as_str());
    technical.or(long).is_some_and(|rest| rest.trim_end_matches('/').contains(['/', '?', '#']))
}

/// Longer than this, nobody says or types an address.
const SAID: usize = 40;

/// Places that are gone as soon as the text is on a telephone, read aloud or printed.
const PLACES: &[&str] = &["hiernaast", "linksboven", "linksonder", "rechtsboven", "rechtsonder"];

/// Words that send readers somewhere else.
const SEE: &[&str] = &["kijk", "zie"];

/// Words that count pages.
const NEXT: &[&str] = &["volgende", "vorige"];

/// Words that send readers on when "zie" or "kijk" stands before them. Who sees or hears
/// the whole text in order finds what is "hieronder", but not how far.
const AFTER_SEE: &[&str] = &["elders", "hierboven", "hiernaast", "hieronder", "links", "rechts", "verderop"];

/// What can stand beside a text.
const BESIDE: &[&str] =
    &["afbeelding", "figuur", "foto", "grafiek", "kaart", "kader", "kolom", "schema", "tabel"];

/// What a PDF has and a site has not.
const PAGES: &[&str] = &["bladzijde", "bladzijden", "pagina", "pagina's", "pagina’s"];

/// "Hiernaast" is beside nothing on a telephone, and pages are no pages on a site.
pub fn by_place(reading: &Reading) -> Vec<Finding> {
    let all = reading.prose.sentences().filter_map(|sentence| {
        let (first, last) = only_pointer(&sentence)?;
        // A link says it as well.
        if reading.scene.sources.text(sentence.span()).contains('[') {
            return None;
        }
        let span = sentence.passage.span(first..last);
        let diagnostic = Diagnostic::at(Code::T210, span, "Deze verwijzing zegt alleen waar iets op de pagina staat.")
            .label("welk onderdeel?")
            .hint("Noem de naam of het nummer van het onderdeel, of maak er een link van: `[bijlage Cijfers](bijlage-cijfers.md)`.");
        Some(Finding { diagnostic, afspraak: sentence.passage.afspraak.clone() })
    });
    all.collect()
}

/// Where in the passage the words stand that point at a place.
fn only_pointer(sentence: &Sentence) -> Option<(usize, usize)> {
    if !sentence.words().any(|(_, word)| [SEE, NEXT, PLACES].iter().any(|list| is_any(word, list))) {
        return None;
    }
    let words: Vec<_> = sentence.words().collect();
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|(_, word)| is_any(word, list));
    let beside = (0..words.len()).any(|at| is(at, BESIDE));
    let stretch = |first: usize, last: usize| Some((words.get(first)?.0.start, words.get(last)?.0.end));
    (0..words.len()).find_map(|at| {
        let sees = is(at, SEE) && is(at + 1, AFTER_SEE);
        // "Zie links naar andere sites" and "zie rechts van de weg" go on; a pointer ends there.
        let ends = |last: usize| {
            let after = words.get(last).map_or("", |(range, _)| &sentence.passage.text[range.end..]);
            after.trim_start().is_empty() || after.starts_with(['.', ',', ')', ';', ':'])
        };
        if sees && ends(at + 1) {
            return stretch(at, at + 1);
        }
        if is(at, PLACES) && (beside || is(at.wrapping_sub(1), SEE)) {
            return stretch(at, at);
        }
        let turns = is(at, NEXT) && is(at + 1, PAGES);
        turns.then(|| stretch(at, at + 1)).flatten()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_in_order() {
        assert!(super::EMPTY.is_sorted());
    }
}
