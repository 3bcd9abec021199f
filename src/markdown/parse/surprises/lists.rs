//! Lists whose items would move to another level, or get another number.

use std::ops::Range;

use super::super::letters;
use super::super::reader::{ListAbove, Reader};
use super::spaces;
use crate::diagnostic::{Code, Diagnostic};

/// The mark before an item: `-`, `3.`
#[derive(Debug, Clone)]
pub(in super::super) struct Marker {
    range: Range<usize>,
    /// Its column, from 0.
    column: usize,
    /// The column of the text behind it.
    pub(in super::super) text: usize,
    number: Option<u64>,
}

impl Reader<'_, '_> {
    /// Claims the mark of an item.
    pub(in super::super) fn marker(&mut self, item: &Range<usize>) -> Marker {
        let typed = self.raw(item);
        let indent = typed.len() - typed.trim_start().len();
        let mark = &typed[indent..];
        let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
        let length = (digits + 1).min(mark.len());
        let start = item.start + indent;
        let range = start..start + length;
        let behind = &mark[length..];
        let blank = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        self.account.claim(range.clone());
        let column = self.column(start);
        let width = self.column(start + length + blank) - self.column(start + length);
        let is_empty = behind[blank..].starts_with(['\n', '\r']) || behind[blank..].is_empty();
        // More than four blanks are one, and code.
        let width = if is_empty || width > 4 { 1 } else { width };
        Marker {
            text: self.column(start + length) + width,
            range,
            column,
            number: mark[..digits].parse().ok(),
        }
    }

    /// Tells of items that stand a little deeper than the one before, or get another
    /// number than was typed.
    pub(in super::super) fn judge_list(&mut self, markers: &[Marker]) -> Option<ListAbove> {
        let deeper = markers.windows(2).find(|pair| pair[0].column < pair[1].column);
        if let Some([above, item]) = deeper {
            let above = ListAbove { column: above.column, text: above.text };
            self.too_little(&above, item);
        } else {
            self.judge_numbers(markers);
        }
        markers.last().map(|last| ListAbove { column: last.column, text: last.text })
    }

    /// Tells of a list that stands a little deeper than the one just above it, and so
    /// ends that one.
    pub(in super::super) fn judge_lists(&mut self, above: &ListAbove, first: &Marker) {
        if above.column < first.column {
            self.too_little(above, first);
        }
    }

    fn too_little(&mut self, above: &ListAbove, item: &Marker) {
        let span = self.span(&item.range);
        self.report(
            Diagnostic::at(
                Code::X117,
                span,
                "Dit punt springt te weinig in om onder het punt erboven te vallen.",
            )
            .label(format!("springt in met {}", spaces(item.column - above.column)))
            .hint(format!(
                "Laat het inspringen met {}. Hoort het er niet onder? Haal de spaties er dan voor weg.",
                spaces(above.text)
            )),
        );
    }

    /// Numbers run on from the first, or are all the same, which is a way to leave the
    /// counting to the program.
    fn judge_numbers(&mut self, markers: &[Marker]) {
        let Some(first) = markers.first().and_then(|marker| marker.number) else { return };
        if markers.iter().all(|marker| marker.number == Some(first)) {
            return;
        }
        let mut number = first;
        let mut found = None;
        for (index, marker) in markers.iter().enumerate() {
            let above = index.checked_sub(1).map(|above| &markers[above]);
            if above.is_some_and(|above| self.is_cut_by_letters(above, marker)) {
                number = marker.number.unwrap_or(number);
            }
            if marker.number != Some(number) {
                found = Some((number, marker));
                break;
            }
            number += 1;
        }
        let Some((number, marker)) = found else { return };
        let typed = marker.number.unwrap_or_default();
        let span = self.span(&marker.range);
        self.report(
            Diagnostic::at(
                Code::X118,
                span,
                format!("Dit punt krijgt nummer {number}, maar er staat {typed}."),
            )
            .label("dit nummer zou verdwijnen")
            .hint(format!("Schrijf `{number}.`, of begin een nieuwe lijst: zet er een regel tekst tussen.")),
        );
    }
    /// Whether a list of letters goes on between two items, of which they are sub-items.
    fn is_cut_by_letters(&self, above: &Marker, marker: &Marker) -> bool {
        let between = &self.body()[above.range.end..marker.range.start];
        let mut at = above.range.end;
        between.split('\n').any(|line| {
            let start = at + line.len() - line.trim_start_matches([' ', '\t', '>']).len();
            at += line.len() + 1;
            start > above.range.end
                && self.column(start) < marker.column.max(1)
                && letters::begins_with_letter(&self.body()[start..])
        })
    }
}
