//! Marks inside a line that did nothing, and stand on the page as they were typed.

use super::super::leftovers::shorten;
use super::super::reader::Reader;
use super::is_escaped;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Inline, InlineKind, inlines};

impl Reader<'_, '_> {
    /// Looks at all text in `content`.
    pub(in super::super) fn judge_literals(&mut self, content: &[Inline]) {
        let mut texts = Vec::new();
        inlines(content, &mut |inline| {
            if let InlineKind::Text(text) = &inline.kind
                && text.contains(['[', ']', '{', '*', '~'])
            {
                texts.push(inline.clone());
            }
        });
        let mut unclosed = false;
        for inline in texts {
            let typed = self.typed(&inline);
            let start = inline.span.start as usize;
            self.judge_path_with_space(&typed, start);
            self.judge_gap_in_link(&typed, start);
            self.judge_attributes(&typed, start);
            unclosed = unclosed || self.judge_unclosed(&typed, start);
        }
    }

    /// `[tekst](pad met spaties.pdf)`, which is no link.
    fn judge_path_with_space(&mut self, typed: &str, start: usize) {
        for (at, _) in typed.match_indices("](").filter(|(at, _)| !is_escaped(typed, *at)) {
            // Whoever escapes the first bracket means the brackets.
            if typed[..at].rfind('[').is_some_and(|open| is_escaped(typed, open)) {
                continue;
            }
            let from = start + at + 2;
            let rest = self.rest_of_line(from);
            let Some(path) = closing_bracket(rest).map(|end| &rest[..end]) else { continue };
            if !path.contains(char::is_whitespace) || path.trim().is_empty() {
                continue;
            }
            let span = self.place(from, path.len());
            let mut told = Diagnostic::at(
                Code::X115,
                span,
                format!("Deze verwijzing werkt niet: in `{}` staat een spatie.", shorten(path)),
            )
            .label("hierdoor is het geen adres");
            told = match better_path(path) {
                Some(better) => told.hint(format!("Schrijf `({better})`.")).fix(span, better),
                None => told.hint(
                    "Zet `<` en `>` om het pad, of schrijf `%20` in plaats van elke spatie. Een bijschrift staat tussen rechte aanhalingstekens: `(media/kaart.svg \"Bijschrift\")`.",
                ),
            };
            self.report(told);
        }
    }

    /// `[tekst] (adres)`, which is no link.
    fn judge_gap_in_link(&mut self, typed: &str, start: usize) {
        for (at, _) in typed.match_indices("] (").filter(|(at, _)| !is_escaped(typed, *at)) {
            let rest = self.rest_of_line(start + at + 3);
            let Some(address) = closing_bracket(rest).map(|end| &rest[..end]) else { continue };
            if !typed[..at].contains('[') || !looks_like_address(address) {
                continue;
            }
            let span = self.place(start + at, address.len() + 4);
            let gap = self.place(start + at + 1, 1);
            self.report(
                Diagnostic::at(
                    Code::X115,
                    span,
                    "Deze verwijzing werkt niet: tussen de haken staat een spatie.",
                )
                .label("hierdoor is het geen link")
                .hint(format!("Schrijf de haken tegen elkaar aan: `]({})`.", shorten(address)))
                .fix(gap, ""),
            );
        }
    }

    /// `{width="6.3in"}`, `[x]{.underline}`, `[]{#_Toc12345 .anchor}`
    fn judge_attributes(&mut self, typed: &str, start: usize) {
        for (at, _) in typed.match_indices('{').filter(|(at, _)| !is_escaped(typed, *at)) {
            let rest = self.rest_of_line(start + at + 1);
            let Some(inner) =
                rest.char_indices().take(MOST).find(|(_, c)| *c == '}').map(|(end, _)| &rest[..end])
            else {
                continue;
            };
            if !is_attribute(inner.split_whitespace().next().unwrap_or_default()) {
                continue;
            }
            // A heading that is none, and a block of another program, are told as that.
            let body = self.markdown.text;
            let line = body[..start + at].rfind('\n').map_or(0, |end| end + 1);
            let line = body[line..].trim_start_matches([' ', '>']);
            let no_heading = line.starts_with('#') && !line.trim_start_matches('#').starts_with([' ', '\t']);
            if no_heading || line.starts_with(":::") {
                continue;
            }
            let empty = typed[..at].ends_with("[]");
            let (from, length) =
                if empty { (start + at - 2, inner.len() + 4) } else { (start + at, inner.len() + 2) };
            let span = self.place(from, length);
            let hint = if typed[..at].ends_with(']') && !empty {
                "Haal de accolades en de vierkante haken weg; nadruk schrijft u als `**vet**` of `*schuin*`."
            } else {
                "Haal dit weg. Een naam tussen accolades mag alleen aan het eind van een kop staan: `## Kop {#naam}`."
            };
            self.report(
                Diagnostic::at(
                    Code::X116,
                    span,
                    format!(
                        "Deze opmaak komt uit een ander programma en werkt hier niet: `{{{}}}`.",
                        shorten(inner)
                    ),
                )
                .label("wordt letterlijk getoond")
                .hint(hint),
            );
        }
    }

    /// `**vet` without an end.
    fn judge_unclosed(&mut self, typed: &str, start: usize) -> bool {
        let touches = |at: usize| {
            let before = typed[..at].chars().next_back();
            let after = typed[at + 2..].chars().next();
            let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            is_word(before) != is_word(after)
        };
        let marks = typed.match_indices("**").chain(typed.match_indices("~~"));
        let Some((at, mark)) = marks.into_iter().find(|(at, _)| !is_escaped(typed, *at) && touches(*at))
        else {
            return false;
        };
        let what = if mark == "**" { "vet" } else { "doorgehaald" };
        let span = self.place(start + at, mark.len());
        self.report(
            Diagnostic::at(Code::X120, span, format!("Dit `{mark}` maakt niets {what}: het andere ontbreekt of staat los."))
                .label("wordt letterlijk getoond")
                .hint(format!("Zet `{mark}` direct voor het eerste en direct achter het laatste woord, in dezelfde alinea. Bedoelt u de tekens zelf? Zet er dan een backslash voor.")),
        );
        true
    }
}

/// No address or attribute is longer than this. What is, is not looked at: a line of
/// nothing but brackets would take for ever.
const MOST: usize = 500;

/// Where the bracket is that closes a text which one opened.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut open = 0;
    for (at, c) in text.char_indices().take(MOST) {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// The path as it works, when it is clear what is path and what is caption.
fn better_path(path: &str) -> Option<String> {
    let quotes = ['"', '“', '”', '„', '\'', '‘', '’'];
    let (path, caption) = match path.find(|c: char| quotes.contains(&c)) {
        Some(at) => {
            let caption = path[at..].trim().trim_matches(quotes);
            if caption.contains('"') {
                return None;
            }
            (path[..at].trim(), format!(" \"{caption}\""))
        }
        None => (path.trim(), String::new()),
    };
    if path.is_empty() || path.contains(['<', '>']) {
        return None;
    }
    Some(if path.contains("://") {
        format!("{}{caption}", path.split_whitespace().collect::<Vec<_>>().join("%20"))
    } else if path.contains(char::is_whitespace) {
        format!("<{path}>{caption}")
    } else {
        format!("{path}{caption}")
    })
}

/// Whether text between round brackets is an address, or a path with a kind of file.
fn looks_like_address(text: &str) -> bool {
    let starts = ["http://", "https://", "mailto:", "tel:", "www.", "#", "media/", "../"];
    if text.is_empty() || text.contains(char::is_whitespace) {
        return false;
    }
    let extension = text.rsplit_once('.').map_or("", |(_, extension)| extension);
    starts.iter().any(|start| text.starts_with(start))
        || ["md", "pdf", "svg", "png", "jpg", "jpeg", "xlsx", "docx", "csv"]
            .contains(&extension.to_lowercase().as_str())
}

/// `.klasse`, `#naam`, `width="6in"`
fn is_attribute(word: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
    };
    match word.chars().next() {
        Some('.' | '#') => is_name(&word[1..]),
        _ => word.split_once('=').is_some_and(|(name, _)| is_name(name)),
    }
}
