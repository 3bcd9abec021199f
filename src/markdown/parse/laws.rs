//! Citations of laws in running text: `artikel 44a, tweede lid, van de
//! Woningwet`, `Btiv art. 39`. What is one becomes a link to the law; what only
//! looks like one stays text.
//!
//! Looks at text that is complete, with its quotes set. Code, and what is in a
//! link already, is left alone.

use std::ops::Range;

use ecow::EcoString;

use crate::markdown::{Inline, InlineKind, Target};
use crate::names::{Bepaling, Wet};
use crate::source::Span;

/// A citation in a text.
#[derive(Debug, PartialEq, Eq)]
struct Citation {
    range: Range<usize>,
    bepaling: Bepaling,
}

/// Makes links of the citations in `content`; `file` is the text of its file.
pub(super) fn link(content: Vec<Inline>, file: &str) -> Vec<Inline> {
    let mut out = Vec::with_capacity(content.len());
    let mut run: Vec<Inline> = Vec::new();
    for mut inline in content {
        match &mut inline.kind {
            InlineKind::Text(_) | InlineKind::SoftBreak => {
                run.push(inline);
                continue;
            }
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => {
                *inner = link(std::mem::take(inner), file);
            }
            _ => {}
        }
        flush(&mut run, file, &mut out);
        out.push(inline);
    }
    flush(&mut run, file, &mut out);
    out
}

/// Writes a row of texts and line ends, which a citation may run over.
fn flush(run: &mut Vec<Inline>, file: &str, out: &mut Vec<Inline>) {
    let run = std::mem::take(run);
    let mut text = String::new();
    for inline in &run {
        match &inline.kind {
            InlineKind::Text(part) => text.push_str(part),
            _ => text.push(' '),
        }
    }
    let found = citations(&text);
    if found.is_empty() {
        return out.extend(run);
    }
    let mut cutter = Cutter { run: &run, file, searched: 0 };
    let mut at = 0;
    for Citation { range, bepaling } in found {
        out.extend(cutter.cut(at..range.start));
        at = range.end;
        let inner = cutter.cut(range);
        let Some((first, last)) = inner.first().zip(inner.last()) else { continue };
        let span = Span { end: last.span.end, ..first.span };
        out.push(Inline { kind: InlineKind::Link(Box::new(Target::Law(bepaling)), inner), span });
    }
    out.extend(cutter.cut(at..text.len()));
}

/// Cuts pieces off a row of texts, from left to right.
struct Cutter<'a> {
    run: &'a [Inline],
    file: &'a str,
    /// Up to where in the file pieces were found.
    searched: usize,
}

impl Cutter<'_> {
    fn cut(&mut self, wanted: Range<usize>) -> Vec<Inline> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for inline in self.run {
            let (text, length) = match &inline.kind {
                InlineKind::Text(text) => (Some(text), text.len()),
                _ => (None, 1),
            };
            let from = wanted.start.max(start);
            let to = wanted.end.min(start + length);
            if from < to {
                match text {
                    Some(text) => {
                        let piece = &text[from - start..to - start];
                        let span = self.span(inline.span, piece);
                        pieces.push(Inline { kind: InlineKind::Text(piece.into()), span });
                    }
                    None => pieces.push(inline.clone()),
                }
            }
            start += length;
        }
        pieces
    }

    /// Where a piece stands; where it was typed otherwise than it is shown, the whole text.
    fn span(&mut self, whole: Span, piece: &str) -> Span {
        let range = whole.range();
        let from = self.searched.clamp(range.start, range.end);
        let Some(found) = self.file.get(from..range.end).and_then(|text| text.find(piece)) else {
            return whole;
        };
        self.searched = from + found + piece.len();
        Span::new(whole.source, from + found..self.searched)
    }
}

const KEYWORDS: [&str; 6] = ["artikelen", "Artikelen", "artikel", "Artikel", "art.", "Art."];
const TUSSEN: [&str; 7] = [" van de ", " van het ", " uit de ", " uit het ", " in de ", " der ", " "];
const RANGTELWOORDEN: [&str; 12] = [
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde",
];

/// All citations in `text`, from left to right, none over another.
fn citations(text: &str) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    // Most texts cite nothing: nobody need look at them letter by letter.
    if !text.contains("rtikel") && !text.contains("rt. ") {
        return found;
    }
    let mut at = 0;
    while let Some((start, after)) = keyword(text, at) {
        at = after;
        let free = found.last().map_or(0, |last| last.range.end);
        if start < free {
            continue;
        }
        let Some((numbers, end)) = numbers(text, after) else { continue };
        let Some((wet, range)) = law_behind(text, start..end).or_else(|| law_before(text, free, start..end))
        else {
            continue;
        };
        at = range.end;
        found.extend(of_law(wet, numbers, range));
    }
    found
}

/// One link for one article; for several, each its own.
fn of_law(wet: Wet, numbers: Vec<Number>, range: Range<usize>) -> Vec<Citation> {
    let several = numbers.len() > 1;
    let citation = |number: Number| {
        let Number { artikel, lid, range: own } = number;
        let bepaling = Bepaling { wet, artikel, lid };
        let range = if several { own } else { range.clone() };
        bepaling.is_bekend().then_some(Citation { range, bepaling })
    };
    numbers.into_iter().filter_map(citation).collect()
}

/// The next word that announces an article: where it begins and ends.
fn keyword(text: &str, from: usize) -> Option<(usize, usize)> {
    let next = |word: &str| {
        let mut at = from;
        while let Some(found) = text[at..].find(word) {
            let (start, end) = (at + found, at + found + word.len());
            if is_word_start(text, start) && text[end..].starts_with([' ', '\u{a0}']) {
                return Some((start, end));
            }
            at = end;
        }
        None
    };
    KEYWORDS.iter().filter_map(|word| next(word)).min()
}

/// The number of an article in a text.
struct Number {
    artikel: EcoString,
    lid: Option<EcoString>,
    range: Range<usize>,
}

/// One or more numbers, and where the last ends.
fn numbers(text: &str, from: usize) -> Option<(Vec<Number>, usize)> {
    let mut numbers = vec![number(text, skip_space(text, from)?)?];
    loop {
        let end = numbers.last().map_or(from, |last: &Number| last.range.end);
        let next = [", ", " en ", " of ", " tot en met "].iter().find_map(|between| {
            text[end..].strip_prefix(between)?;
            number(text, end + between.len())
        });
        match next {
            Some(next) => numbers.push(next),
            None => return Some((numbers, end)),
        }
    }
}

fn skip_space(text: &str, from: usize) -> Option<usize> {
    text[from..].chars().next().filter(|c| [' ', '\u{a0}'].contains(c)).map(|c| from + c.len_utf8())
}

/// A number of an article, with what part of it is meant: `44a lid 2`.
fn number(text: &str, from: usize) -> Option<Number> {
    let end = from + article_length(&text[from..])?;
    let artikel = text[from..end].into();
    let (lid, end) = match paragraph(text, end) {
        Some((lid, end)) => (Some(lid), end),
        None => (None, end),
    };
    Some(Number { artikel, lid, range: from..letter(text, end) })
}

/// How long a number such as `44a`, `44bis`, `5.1` or `7:248` is, at the start of a text.
fn article_length(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(text);
    if length == 0 {
        return None;
    }
    while text[length..].starts_with(['.', ':']) && digits(&text[length + 1..]) > 0 {
        length += 1 + digits(&text[length + 1..]);
    }
    let letters = text[length..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = &text[length..length + letters];
    let fits = rest.len() <= 2 || ["bis", "ter"].contains(&rest);
    let ends = !text[length + letters..].starts_with(char::is_alphanumeric);
    (fits && ends).then_some(length + letters)
}

/// The part of an article behind its number: ` lid 2`, `, tweede lid,`.
fn paragraph(text: &str, from: usize) -> Option<(EcoString, usize)> {
    let rest = &text[from..];
    let (rest, skipped) = match rest.strip_prefix(',') {
        Some(after) => (after, 1),
        None => (rest, 0),
    };
    if let Some(after) = rest.strip_prefix(" lid ").or_else(|| rest.strip_prefix(" leden ")) {
        let start = from + skipped + rest.len() - after.len();
        let length = article_length(after)?;
        return Some((after[..length].into(), start + length));
    }
    let (index, after) = RANGTELWOORDEN
        .iter()
        .enumerate()
        .find_map(|(index, word)| Some((index, rest.strip_prefix(' ')?.strip_prefix(word)?)))?;
    let after = after.strip_prefix(" lid")?;
    if after.starts_with(char::is_alphanumeric) {
        return None;
    }
    Some((ecow::eco_format!("{}", index + 1), text.len() - after.len()))
}

/// Where a letter of a list behind the number ends: `, onder a`.
fn letter(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let after = [" onder ", " onderdeel ", " sub "].iter().find_map(|word| rest.strip_prefix(word));
    match after {
        Some(after) if after.starts_with(|c: char| c.is_ascii_lowercase()) => {
            let single = !after[1..].starts_with(char::is_alphanumeric);
            if single { text.len() - after.len() + 1 } else { from }
        }
        _ => from,
    }
}

/// The law behind an article: ` van de Woningwet`.
fn law_behind(text: &str, article: Range<usize>) -> Option<(Wet, Range<usize>)> {
    let rest = &text[article.end..];
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    TUSSEN.iter().find_map(|between| {
        let after = rest.strip_prefix(between)?;
        let (wet, length) = law_at(after)?;
        Some((wet, article.start..text.len() - after.len() + length))
    })
}

/// The law before an article: `Woningwet art. 44a`, `de Woningwet (artikel 42)`.
fn law_before(text: &str, free: usize, article: Range<usize>) -> Option<(Wet, Range<usize>)> {
    let before = &text[free..article.start];
    let (name_end, inside) = match before.strip_suffix(" (") {
        Some(name) => (name, true),
        None => (before.strip_suffix(", ").or_else(|| before.strip_suffix(' '))?, false),
    };
    let names = Wet::alle().flat_map(|wet| wet.namen().iter().map(move |naam| (wet, *naam)));
    let fits = |(_, naam): &(Wet, &str)| {
        name_end.ends_with(naam) && is_word_start(text, free + name_end.len() - naam.len())
    };
    let (wet, naam) = names.filter(fits).max_by_key(|(_, naam)| naam.len())?;
    let start = if inside { article.start } else { free + name_end.len() - naam.len() };
    Some((wet, start..article.end))
}

/// The law whose name stands at the start of `text`, and how long that is.
fn law_at(text: &str) -> Option<(Wet, usize)> {
    let names = Wet::alle().flat_map(|wet| wet.namen().iter().map(move |naam| (wet, *naam)));
    let fits = |(_, naam): &(Wet, &str)| {
        text.strip_prefix(naam).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    names.filter(fits).max_by_key(|(_, naam)| naam.len()).map(|(wet, naam)| (wet, naam.len()))
}

fn is_word_start(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-')
}
