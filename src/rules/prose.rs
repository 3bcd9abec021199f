//! The words of a document or page as rules about language read them: passages
//! with sentences and words, each of which knows where it stands in the sources.

use std::collections::HashMap;
use std::ops::Range;

use crate::markdown::{self, Block, BlockKind, Heading, Inline, InlineKind};
use crate::model::{Afspraak, AfspraakNummer, Deel, Onderdeel, Overeenkomst, Pagina};
use crate::source::{SourceId, Sources, Span, front_matter};

/// All passages of a document or page, in the order of reading.
#[derive(Debug, Default)]
pub struct Prose<'a> {
    /// The passages.
    pub passages: Vec<Passage>,
    /// Blocks with their headings and pictures, for rules that look at more than words.
    pub blocks: Vec<&'a [Block]>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A title in a head, or a heading.
    Title,
    /// Running text: a paragraph, an item of a list, a summary.
    Text,
    /// A cell of a table.
    Cell,
    /// What a party does or holds: completes a sentence that begins with its name.
    Fact,
}

/// A stretch of text without a break.
#[derive(Debug, Clone)]
pub struct Passage {
    /// What it is.
    pub kind: Kind,
    /// Its words, as readers see them.
    pub text: String,
    /// The agreement that it belongs to.
    pub afspraak: Option<AfspraakNummer>,
    /// Which section it belongs to: the texts below one heading have one number.
    pub section: usize,
    /// Stretches of `text` with their places, in order.
    pieces: Vec<Piece>,
    /// Where its sentences are.
    sentences: Vec<Range<usize>>,
    /// Its words, cut once for all rules.
    words: Vec<Word>,
}

/// A word in lower case, and where it stands in its passage.
pub type Word = (Range<usize>, String);

/// A stretch of a passage that stands in one place of the source.
#[derive(Debug, Clone)]
struct Piece {
    /// Where in the text of the passage.
    range: Range<usize>,
    /// Where in the source.
    span: Span,
    /// Whether the source has the same letters, so that parts of it can be pointed at.
    literal: bool,
}

/// A sentence of a passage.
#[derive(Debug, Clone)]
pub struct Sentence<'p> {
    /// The passage.
    pub passage: &'p Passage,
    /// Where in its text.
    pub range: Range<usize>,
}

/// Abbreviations whose point does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "art", "bijv", "blz", "bv", "ca", "d.w.z", "dhr", "dr", "e.d", "enz", "evt", "excl", "i.p.v", "i.v.m",
    "incl", "ing", "ir", "jl", "lid", "m.b.t", "m.u.v", "max", "mevr", "min", "mln", "mr", "n.v.t", "nl",
    "nr", "nrs", "o.a", "o.b.v", "pag", "par", "prof", "resp", "t.a.v", "t.b.v", "t/m", "vgl", "z.s.m",
];

impl<'a> Prose<'a> {
    /// The words of a document.
    pub fn of_document(sources: &Sources, document: &'a Overeenkomst) -> Self {
        let mut gather = Gather::new(sources);
        gather.head(Kind::Title, document.span, &document.titel);
        gather.head_of(Kind::Text, document.span, &document.samenvatting);
        gather.blocks(&document.preambule.blocks, None);
        for deel in &document.delen {
            match deel {
                Deel::Thema(thema) => {
                    gather.section += 1;
                    gather.head(Kind::Title, thema.span, &thema.titel);
                    gather.head_of(Kind::Text, thema.span, &thema.samenvatting);
                    for text in thema.visie.iter().chain(&thema.doelen) {
                        gather.head(Kind::Text, thema.span, text);
                    }
                    for onderdeel in &thema.onderdelen {
                        match onderdeel {
                            Onderdeel::Tekst(blocks) => gather.blocks(blocks, None),
                            Onderdeel::Afspraak(afspraak) => gather.afspraak(afspraak),
                        }
                    }
                }
                Deel::Hoofdstuk(hoofdstuk) => {
                    gather.section += 1;
                    let head = gather.head_of_file(hoofdstuk.source);
                    gather.head(Kind::Title, head, &hoofdstuk.titel);
                    gather.head_of(Kind::Text, head, &hoofdstuk.samenvatting);
                    gather.blocks(&hoofdstuk.tekst.blocks, None);
                }
            }
        }
        gather.prose
    }

    /// The words of a plain page.
    pub fn of_page(sources: &Sources, pagina: &'a Pagina) -> Self {
        let mut gather = Gather::new(sources);
        let head = gather.head_of_file(pagina.source);
        gather.head(Kind::Title, head, &pagina.titel);
        gather.head_of(Kind::Text, head, &pagina.samenvatting);
        gather.blocks(&pagina.tekst.blocks, None);
        gather.prose
    }

    /// All sentences of running text and of facts.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        let running = self.passages.iter().filter(|passage| matches!(passage.kind, Kind::Text | Kind::Fact));
        running.flat_map(Passage::sentences)
    }

    /// The passages of each agreement: its title, what parties do, and its text.
    pub fn by_afspraak(&self) -> HashMap<&AfspraakNummer, Vec<&Passage>> {
        let mut texts: HashMap<&AfspraakNummer, Vec<&Passage>> = HashMap::new();
        for passage in &self.passages {
            if let Some(nummer) = &passage.afspraak {
                texts.entry(nummer).or_default().push(passage);
            }
        }
        texts
    }
}

impl Passage {
    /// Where in the source a part of the text stands.
    pub fn span(&self, range: Range<usize>) -> Span {
        let touched = || {
            let touches = |piece: &&Piece| piece.range.start < range.end && range.start < piece.range.end;
            self.pieces.iter().filter(touches)
        };
        let (Some(first), Some(last)) = (touched().next(), touched().next_back()) else {
            // A passage has words, and every word is of a piece.
            return self.pieces[0].span;
        };
        let start = first.start_of(range.start);
        let end = last.end_of(range.end);
        if first.span.source != last.span.source || end < start {
            return first.span;
        }
        Span::new(first.span.source, start..end)
    }

    /// Its sentences.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.sentences.iter().map(|range| Sentence { passage: self, range: range.clone() })
    }

    /// The words of a part of it, which begins and ends between words.
    pub fn words_in(&self, part: &Range<usize>) -> &[Word] {
        let from = self.words.partition_point(|(word, _)| word.start < part.start);
        let to = self.words.partition_point(|(word, _)| word.start < part.end);
        &self.words[from..to]
    }
}

impl Piece {
    fn start_of(&self, at: usize) -> usize {
        let start = self.span.range().start;
        if self.literal { start + at.saturating_sub(self.range.start) } else { start }
    }

    fn end_of(&self, at: usize) -> usize {
        let range = self.span.range();
        if self.literal { range.end - self.range.end.saturating_sub(at) } else { range.end }
    }
}

impl<'p> Sentence<'p> {
    /// Its words and marks, as readers see them.
    pub fn text(&self) -> &'p str {
        &self.passage.text[self.range.clone()]
    }

    /// Its words as they are written, each with its place in the passage.
    pub fn words(&self) -> impl Iterator<Item = (Range<usize>, &'p str)> {
        let passage = self.passage;
        self.lower().iter().map(|(range, _)| (range.clone(), &passage.text[range.clone()]))
    }

    /// Its words in lower case.
    pub fn lower(&self) -> &'p [Word] {
        self.passage.words_in(&self.range)
    }

    /// Where it stands in the source.
    pub fn span(&self) -> Span {
        self.passage.span(self.range.clone())
    }
}

/// The words of a text: letters and digits, with points, hyphens and apostrophes
/// inside them.
pub fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '/');
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest + text[rest..].find(char::is_alphanumeric)?;
            let end = text[start..].find(|c| !inside(c)).map_or(text.len(), |length| start + length);
            rest = end;
            let word = text[start..end].trim_end_matches(|c: char| !c.is_alphanumeric());
            if !word.is_empty() {
                return Some((start..start + word.len(), word));
            }
        }
    })
}

/// The words of a text, in lower case.
pub fn lower(text: &str) -> Vec<Word> {
    words(text).map(|(range, word)| (range, word.to_lowercase())).collect()
}

/// Where each sentence of a text is.
fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')) {
        let after = at + mark.len_utf8();
        let rest = &text[after..];
        let closing = rest.len() - rest.trim_start_matches(['”', '’', '"', ')', '»']).len();
        let next = rest[closing..].trim_start();
        let begins = next.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '‘'));
        let spaced = rest[closing..].starts_with(char::is_whitespace);
        if next.is_empty() || (spaced && begins && !(mark == '.' && is_abbreviation(&text[start..at]))) {
            let end = after + closing;
            ranges.push(trimmed(text, start..end));
            start = end;
        }
    }
    if !text[start..].trim().is_empty() {
        ranges.push(trimmed(text, start..text.len()));
    }
    ranges
}

/// Whether the last word before a point is short for something.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let lower = word.to_lowercase();
    // A capital is no abbreviation: "label E, F of G." ends a sentence.
    ABBREVIATIONS.contains(&lower.as_str())
        || (word.chars().count() == 1 && word.chars().all(char::is_lowercase))
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// Gathers passages.
struct Gather<'s, 'a> {
    sources: &'s Sources,
    prose: Prose<'a>,
    section: usize,
}

impl<'s, 'a> Gather<'s, 'a> {
    fn new(sources: &'s Sources) -> Self {
        Self { sources, prose: Prose::default(), section: 0 }
    }

    fn push(&mut self, kind: Kind, text: String, pieces: Vec<Piece>, afspraak: Option<&Afspraak>) {
        if text.trim().is_empty() {
            return;
        }
        let afspraak = afspraak.map(|afspraak| afspraak.nummer.clone());
        let section = self.section;
        let (sentences, words) = (sentence_ranges(&text), lower(&text));
        self.prose.passages.push(Passage { kind, text, afspraak, section, pieces, sentences, words });
    }

    /// A text of YAML, which is found again in `within` where it stands as itself.
    fn value(&mut self, kind: Kind, within: Span, text: &str, afspraak: Option<&Afspraak>) {
        let range = within.range();
        let source = &self.sources.file(within.source).text;
        let found = source.get(range.clone()).and_then(|part| part.find(text)).map(|at| range.start + at);
        let piece = match found {
            Some(at) => Piece {
                range: 0..text.len(),
                span: Span::new(within.source, at..at + text.len()),
                literal: true,
            },
            None => Piece { range: 0..text.len(), span: within, literal: false },
        };
        self.push(kind, text.to_owned(), vec![piece], afspraak);
    }

    /// The front matter of a file.
    fn head_of_file(&self, source: SourceId) -> Span {
        let parts = front_matter::cut(source, &self.sources.file(source).text).ok();
        Span::new(source, parts.and_then(|parts| parts.yaml).unwrap_or_default())
    }

    /// A text of the head of a file, whose place is `head`.
    fn head(&mut self, kind: Kind, head: Span, text: &str) {
        self.value(kind, head, text, None);
    }

    fn head_of(&mut self, kind: Kind, head: Span, text: &Option<String>) {
        if let Some(text) = text {
            self.head(kind, head, text);
        }
    }

    fn afspraak(&mut self, afspraak: &'a Afspraak) {
        self.section += 1;
        self.inlines(Kind::Title, &afspraak.titel, Some(afspraak));
        let end = self.sources.file(afspraak.span.source).text.len();
        for inzet in afspraak.wie.iter().chain(&afspraak.standpunten) {
            // Of a text that is written in another way, the name of the party is what is pointed at.
            let start = inzet.span.range().start;
            let line = start..(start + inzet.tekst.len() + 400).min(end);
            let source = &self.sources.file(inzet.span.source).text;
            let known = source.get(line.clone()).is_some_and(|part| part.contains(&inzet.tekst));
            let within = if known { Span::new(inzet.span.source, line) } else { inzet.span };
            self.value(Kind::Fact, within, &inzet.tekst, Some(afspraak));
        }
        if let Some(voorwaarde) = &afspraak.voorwaarde {
            let start = afspraak.span.range().end;
            let block = start..(start + 4000).min(end);
            let source = &self.sources.file(afspraak.span.source).text;
            let known = source.get(block.clone()).is_some_and(|part| part.contains(voorwaarde.as_str()));
            let within = if known { Span::new(afspraak.span.source, block) } else { afspraak.span };
            self.value(Kind::Fact, within, voorwaarde, Some(afspraak));
        }
        self.blocks(&afspraak.tekst, Some(afspraak));
    }

    fn blocks(&mut self, blocks: &'a [Block], afspraak: Option<&Afspraak>) {
        self.prose.blocks.push(blocks);
        // A list or quotation is visited with all that is in it.
        markdown::for_each_block(blocks, &mut |block| match &block.kind {
            BlockKind::Heading(Heading { content, .. }) => {
                self.section += 1;
                self.inlines(Kind::Title, content, afspraak);
            }
            BlockKind::Paragraph(content) => self.inlines(Kind::Text, content, afspraak),
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    self.inlines(Kind::Cell, cell, afspraak);
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.inlines(Kind::Text, &definition.term, afspraak);
                }
            }
            _ => {}
        });
    }

    fn inlines(&mut self, kind: Kind, content: &[Inline], afspraak: Option<&Afspraak>) {
        let mut text = String::new();
        let mut pieces = Vec::new();
        markdown::inlines(content, &mut |inline| {
            let written: &str = match &inline.kind {
                InlineKind::Text(written) => written,
                // A number or a piece of code is no word.
                InlineKind::Code(_) => "…",
                InlineKind::SoftBreak | InlineKind::HardBreak => " ",
                _ => return,
            };
            let start = text.len();
            text.push_str(written);
            pieces.extend(pieces_of(start, written, self.sources.text(inline.span), inline.span));
        });
        self.push(kind, text, pieces, afspraak);
    }
}

/// A stretch of text as pieces. Where typography put one sign in the place of another
/// (`'` is ’, a space may be one that does not break), that sign is a piece of its own,
/// so that the words around it can be pointed at.
fn pieces_of(start: usize, written: &str, source: &str, span: Span) -> Vec<Piece> {
    let whole = |literal| vec![Piece { range: start..start + written.len(), span, literal }];
    if written == source || written.chars().count() != source.chars().count() {
        return whole(written == source);
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut from = (start, span.range().start);
    for (shown, typed) in written.chars().zip(source.chars()) {
        let to = (from.0 + shown.len_utf8(), from.1 + typed.len_utf8());
        let literal = shown == typed;
        match pieces.last_mut().filter(|last| last.literal && literal) {
            Some(last) => {
                last.range.end = to.0;
                last.span = Span::new(span.source, last.span.range().start..to.1);
            }
            None => {
                let span = Span::new(span.source, from.1..to.1);
                pieces.push(Piece { range: from.0..to.0, span, literal });
            }
        }
        from = to;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{pieces_of, sentence_ranges, words};
    use crate::source::{ContentPath, Sources, Span};

    fn sentences(text: &str) -> Vec<&str> {
        sentence_ranges(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_point_that_ends_no_sentence_ends_none() {
        let text = "Zie art. 44a, bijv. lid 2. Label E of G. Dat kost 1.250 euro. “Klaar?” Ja! Einde";
        assert_eq!(
            sentences(text),
            [
                "Zie art. 44a, bijv. lid 2.",
                "Label E of G.",
                "Dat kost 1.250 euro.",
                "“Klaar?”",
                "Ja!",
                "Einde"
            ]
        );
    }

    #[test]
    fn a_capital_may_end_a_sentence() {
        assert_eq!(
            sentences("Zij hebben label G. Daar is het koud."),
            ["Zij hebben label G.", "Daar is het koud."]
        );
    }

    #[test]
    fn around_a_sign_that_typography_changed_words_keep_their_places() {
        let source = Sources::default().add(ContentPath::from("over.md"), "");
        let span = Span::new(source, 10..20);
        let pieces = pieces_of(0, "pdf’s hier", "pdf's hier", span);
        let places: Vec<_> = pieces.iter().map(|piece| (piece.range.clone(), piece.span.range())).collect();
        assert_eq!(places, [(0..3, 10..13), (3..6, 13..14), (6..12, 14..20)]);
    }

    #[test]
    fn words_have_marks_inside_them_but_not_around() {
        let all: Vec<&str> = words("De t/m-regel, d.w.z. ’s avonds (2 × 3)!").map(|(_, word)| word).collect();
        assert_eq!(all, ["De", "t/m-regel", "d.w.z", "s", "avonds", "2", "3"]);
    }
}
