//! Blocks that become another kind of block, or grow by a line.

use std::ops::Range;

use super::super::leftovers::shorten;
use super::super::reader::{Holder, Reader};
use super::spaces;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Inline, plain};

impl Reader<'_, '_> {
    /// A line of dashes straight below a text makes a heading of that text.
    pub(in super::super) fn judge_underline(&mut self, range: &Range<usize>, content: &[Inline], level: u8) {
        let typed = self.raw(range).trim_end();
        let Some(line) = typed.rfind('\n').map(|end| end + 1) else { return };
        let underline = typed[line..].trim_start_matches([' ', '>', '\t']);
        let start = range.start + typed.len() - underline.len();
        let text = plain::inlines(content);
        let one_line = typed[..line - 1].lines().count() == 1;
        let sentence = text.trim_end().ends_with(['.', '!', '?', ':', ';', ',', '…']);
        if one_line && !sentence && underline.len() > 3 {
            return;
        }
        let span = self.span(&(start..start + underline.len()));
        self.report(
            Diagnostic::at(
                Code::X113,
                span,
                format!("Door deze streep wordt de tekst erboven een kop: `{}`.", shorten(&text)),
            )
            .label("staat direct onder de tekst")
            .hint(format!(
                "Bedoelt u een scheiding? Zet dan een lege regel boven de streep. Bedoelt u een kop? Schrijf dan `{} …` en haal de streep weg.",
                "#".repeat(level.into())
            )),
        );
    }

    /// An indent of four spaces or a tab makes a box of code.
    pub(in super::super) fn judge_indent(&mut self, range: &Range<usize>) {
        let text = self.raw(range);
        let first = text.lines().next().unwrap_or_default().trim();
        let start = range.start + text.len() - text.trim_start().len();
        let before = &self.body()[..range.start];
        let indent = &before[before.trim_end_matches([' ', '\t']).len()..];
        let with = if indent.contains('\t') { "een tab" } else { "vier of meer spaties" };
        let span = self.span(&(start..start + first.len()));
        self.report(
            Diagnostic::at(
                Code::X114,
                span,
                "Deze tekst springt in en wordt daardoor een kader met code, zonder opmaak.",
            )
            .label(format!("begint met {with}"))
            .hint("Haal de spaties of de tab aan het begin van de regels weg. Is het echt code? Zet er dan een regel met ``` boven en onder."),
        );
    }

    /// A line straight below an item, a quotation or a note belongs to it, also where it
    /// is not indented. Texts that are wrapped by hand are full of such lines, so only
    /// those are told that look like a new sentence: they begin with a capital, and
    /// the line above ends a sentence or is so short that nobody broke it for its length.
    pub(in super::super) fn judge_line_end(&mut self, range: &Range<usize>) {
        /// Nobody wraps lines at less than this.
        const WRAP: usize = 60;
        let Some(next) = self.events.peek().map(|(_, next)| next.start) else { return };
        let body = self.body();
        let line_end = body[next..].find('\n').map_or(body.len(), |end| next + end);
        // Of a row of such lines the first is enough.
        if self.stuck_until == Some(range.start) {
            self.stuck_until = Some(line_end);
            return;
        }
        let Some(holder) = self.not_held(range.end, next) else { return };
        let line = body[next..line_end].trim_end();
        let word = line.trim_start_matches(['*', '_', '"', '“', '‘', '\'', '(', '[']);
        if !word.starts_with(char::is_uppercase) {
            return;
        }
        // `B.` is the next of a list of letters.
        let first_word = word.split_whitespace().next().unwrap_or_default();
        if first_word.len() <= 5 && first_word.ends_with(['.', ')']) {
            return;
        }
        let above = body[..range.start].trim_end();
        let above = &above[above.rfind('\n').map_or(0, |end| end + 1)..];
        let ends_sentence =
            above.trim_end_matches(['*', '_', '"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':']);
        let would_fit = above.chars().count() + 1 + first_word.chars().count() <= WRAP;
        if !ends_sentence && !would_fit {
            return;
        }
        self.stuck_until = Some(line_end);
        let span = self.span(&(next..next + line.len()));
        let keep = match holder {
            Holder::Quote => "zet er dan `>` voor".to_owned(),
            _ => format!("laat de regel dan inspringen met {}", spaces(holder.column().unwrap_or(2))),
        };
        self.report(
            Diagnostic::at(Code::X112, span, format!("Deze regel hoort nu bij {} erboven.", holder.name()))
                .label("staat er direct onder")
                .hint(format!(
                    "Is het een nieuwe alinea? Zet er dan een lege regel boven. Hoort hij erbij? {}.",
                    capital(&keep)
                )),
        );
    }

    /// The column of the text behind the colon of an explanation.
    pub(in super::super) fn column_of_explanation(&self, range: &Range<usize>) -> usize {
        let typed = self.raw(range);
        let blanks = |text: &str| text.len() - text.trim_start_matches([' ', '\t']).len();
        let indent = blanks(typed);
        let colon = range.start + indent + 1;
        let behind = self.body().get(colon..range.end).unwrap_or_default();
        self.column(colon + blanks(behind))
    }

    /// What holds the line that begins at `start` with text at `text`, though the line
    /// does not begin as that asks.
    fn not_held(&self, start: usize, text: usize) -> Option<Holder> {
        let marks = self.body().get(start..text)?.matches('>').count();
        let quotes = self.holders.iter().filter(|holder| **holder == Holder::Quote).count();
        if marks < quotes {
            return Some(Holder::Quote);
        }
        let innermost = self.holders.iter().rev().find(|holder| **holder != Holder::Quote)?;
        let column = innermost.column()?;
        (self.column(text) < column).then_some(*innermost)
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
