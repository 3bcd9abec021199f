//! Lines of a paragraph that look like a heading, an item, a table or what another
//! program writes, and are plain text.

use std::ops::Range;

use super::super::reader::Holder;
use super::super::reader::Reader;
use super::is_odd_space;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Inline, InlineKind};

impl Reader<'_, '_> {
    /// Tells of the lines of a paragraph that were meant to be something else.
    pub(in super::super) fn judge_lines(&mut self, content: &[Inline]) {
        let mut starts = Vec::new();
        let mut fresh = true;
        for inline in content {
            match inline.kind {
                InlineKind::SoftBreak | InlineKind::HardBreak => fresh = true,
                InlineKind::Text(_) if std::mem::take(&mut fresh) => starts.push(inline.span.start as usize),
                _ => fresh = false,
            }
        }
        let mut foreign = false;
        let mut barred = Vec::new();
        for (index, start) in starts.iter().enumerate() {
            let line = self.rest_of_line(*start).trim_end();
            self.judge_space_behind_mark(*start, line, index == 0);
            foreign = foreign || self.tell_foreign(*start, line);
            if line.starts_with('|') || is_delimiter_row(line) {
                barred.push((*start, line));
            }
        }
        if !foreign {
            self.judge_table(&barred);
        }
        self.judge_last_backslash(content);
    }

    /// `##Kop`, and marks with a space behind them that is not the one of the keyboard.
    fn judge_space_behind_mark(&mut self, start: usize, line: &str, first: bool) {
        let (mark, rest) = line.split_at(mark_length(line));
        let Some(next) = rest.chars().next() else { return };
        let hashes = mark.starts_with('#');
        if is_odd_space(next) {
            let in_quote = first && mark.is_empty() && self.holders.last() == Some(&Holder::Quote);
            if mark.is_empty() && !in_quote {
                return;
            }
            let what = if in_quote { ">" } else { mark };
            let span = self.place(start + mark.len(), next.len_utf8());
            let name = match next {
                '\u{a0}' => " (vaste spatie)",
                '\u{202f}' => " (smalle vaste spatie)",
                _ => "",
            };
            self.report(
                Diagnostic::at(
                    Code::X119,
                    span,
                    format!(
                        "Achter `{what}` staat U+{:04X}{name} in plaats van een gewone spatie.",
                        u32::from(next)
                    ),
                )
                .label("hierdoor werkt het teken niet")
                .hint("Haal deze spatie weg en typ een gewone.")
                .fix(span, " "),
            );
        } else if hashes && mark.len() > 1 && next.is_alphanumeric() {
            let span = self.place(start, mark.len());
            let end = self.place(start + mark.len(), 0);
            self.report(
                Diagnostic::at(Code::X119, span, format!("Achter `{mark}` ontbreekt een spatie."))
                    .label("hierdoor wordt dit geen kop")
                    .hint(format!("Schrijf `{mark} {}`.", super::super::leftovers::shorten(rest)))
                    .fix(end, " "),
            );
        }
    }

    /// Whether a stretch begins with a line as pandoc writes it, which is told.
    pub(in super::super) fn judge_foreign_line(&mut self, range: &Range<usize>) -> bool {
        let start = self.span(range).start as usize;
        let line = self.rest_of_line(start).trim_end();
        let indent = line.len() - line.trim_start().len();
        self.tell_foreign(start + indent, line.trim_start())
    }

    /// Tables and blocks as pandoc writes them.
    fn tell_foreign(&mut self, start: usize, line: &str) -> bool {
        let table = is_grid(line) || is_ruled(line);
        if !table && !line.starts_with(":::") {
            return false;
        }
        if !table {
            // The line that ends a block is told with the one that begins it.
            let ends = line.trim_matches(':').is_empty() && self.in_foreign_block;
            self.in_foreign_block = !ends;
            if ends {
                return true;
            }
        }
        let span = self.place(start, line.len());
        let (message, hint) = if table {
            (
                "Deze tabel is geschreven zoals een ander programma dat doet, en wordt hier geen tabel.",
                "Zet `|` tussen de cellen, en onder de kop een regel `| --- | --- |`.",
            )
        } else {
            (
                "De dubbelepunten van dit blok komen uit een ander programma en werken hier niet.",
                "Haal de regels met `:::` weg. Een kader begint met `> **Let op**`.",
            )
        };
        self.report(Diagnostic::at(Code::X116, span, message).label("wordt letterlijk getoond").hint(hint));
        true
    }

    /// Lines with bars that do not make a table.
    fn judge_table(&mut self, barred: &[(usize, &str)]) {
        let [(start, line), ..] = barred else { return };
        let delimiter = barred.iter().any(|(_, line)| is_delimiter_row(line));
        if barred.len() < 2 && !(delimiter && line.contains('|')) {
            return;
        }
        let why = if delimiter {
            "Geef de regel met streepjes onder de kop evenveel cellen als de kop, en zet een lege regel boven de tabel."
        } else {
            "Zet onder de eerste rij een regel met streepjes, met evenveel cellen als de kop: `| --- | --- |`."
        };
        let span = self.place(*start, line.len());
        self.report(
            Diagnostic::at(Code::X111, span, "Deze regels worden geen tabel.")
                .label("de streepjes worden letterlijk getoond")
                .hint(why),
        );
    }

    /// A backslash at the end of a paragraph breaks no line.
    fn judge_last_backslash(&mut self, content: &[Inline]) {
        let Some(last) = content.last().filter(|last| matches!(last.kind, InlineKind::Text(_))) else {
            return;
        };
        let typed = self.typed(last);
        let slashes = typed.len() - typed.trim_end_matches('\\').len();
        if slashes.is_multiple_of(2) {
            return;
        }
        let span = self.place(last.span.end as usize - 1, 1);
        self.report(
            Diagnostic::at(
                Code::X120,
                span,
                "Deze backslash breekt geen regel af: de alinea eindigt hier al.",
            )
            .label("wordt letterlijk getoond")
            .hint("Haal de backslash weg."),
        );
    }
}

/// How long the mark at the start of a line is: `##`, `-`, `12.`
fn mark_length(line: &str) -> usize {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    if hashes > 0 {
        return if hashes <= 6 { hashes } else { 0 };
    }
    if line.starts_with(['-', '*', '+']) {
        return 1;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']);
    if is_number { digits + 1 } else { 0 }
}

/// `| --- | :-: |`
fn is_delimiter_row(line: &str) -> bool {
    line.contains('|')
        && line.contains("--")
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// `+------+=====+`
fn is_grid(line: &str) -> bool {
    line.len() > 4
        && line.starts_with('+')
        && line.ends_with('+')
        && line.chars().all(|c| matches!(c, '+' | '-' | '=' | ':'))
}

/// `-------- ------`
fn is_ruled(line: &str) -> bool {
    let mut groups = 0;
    for group in line.split_whitespace() {
        if group.len() < 3 || group.chars().any(|c| c != '-') {
            return false;
        }
        groups += 1;
    }
    groups > 1
}
