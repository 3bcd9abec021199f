//! The proof of a copy, after Typst has laid it out and before anyone gets it.
//!
//! What parties sign must be all of what they agreed on, and readable. So the
//! laid out pages are read back ([`found`]) and held against what was sent to
//! Typst ([`written`]): every text of an author stands there, whole and in its
//! order; every picture is there; and nothing lies off the paper, outside the
//! text area, behind an edge that clips it, or over other text ([`places`]).
//! The theme of a user is held to this as much as our own.
//!
//! That letters can be led back to their text is the work of
//! [`super::literal::prose`]: a text in brackets of its own has a place in the
//! source, which Typst hands on to every glyph.

mod found;
mod places;
mod written;

use std::collections::BTreeSet;

use typst::syntax::Source;
use typst_layout::PagedDocument;

use super::Press;
use super::content::Generated;
use super::draft::HEAD_LINES;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use found::Found;
use written::Written;

/// How many faults of one kind are told of one copy: the first tell enough.
const MOST: usize = 5;

/// What is wrong with a copy, at a text that was sent to Typst, or at none when
/// it is the theme's own words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    kind: Kind,
    /// The line of the generated source.
    line: Option<usize>,
    /// The page, from 1; none where it is on no page.
    page: Option<usize>,
    /// The text that it is about, as far as a message quotes it.
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// It is nowhere, or not all of it.
    Missing,
    /// A picture that is nowhere.
    NoPicture,
    /// It stands after what comes behind it.
    Order,
    /// It runs off the paper or out of the text area.
    Outside,
    /// Something that cuts off what is outside it cuts it off.
    Clipped,
    /// It lies over other text.
    Over,
    /// A table with more columns than fit on a page.
    TooWide,
}

/// What is wrong with the pages that were made of `source`; nothing for a good copy.
pub fn prove(
    press: &Press,
    pages: &PagedDocument,
    source: &Source,
    generated: &Generated,
) -> Vec<Diagnostic> {
    // An extract tells of decisions and meetings what its template asks for; of its own text, all.
    let from = if press.print.uittreksel.is_some() { HEAD_LINES } else { 0 };
    let written = Written::of(source, from);
    let found = Found::of(pages, &written);
    let faults: BTreeSet<Fault> = written.faults(&found).chain(places::faults(&found, &written)).collect();
    let mut diagnostics = Vec::new();
    let mut told: Vec<(Kind, Span)> = Vec::new();
    for fault in &faults {
        let span =
            fault.line.and_then(|line| generated.span_of_line(line)).unwrap_or(press.print.document.span);
        let of_kind = told.iter().filter(|(kind, _)| *kind == fault.kind);
        if of_kind.clone().count() >= MOST || of_kind.clone().any(|(_, known)| *known == span) {
            continue;
        }
        told.push((fault.kind, span));
        diagnostics.push(fault.diagnostic(press, span));
    }
    diagnostics
}

impl Fault {
    fn diagnostic(&self, press: &Press, span: Span) -> Diagnostic {
        let copy = press.print.naam();
        let text = quoted(&self.text);
        let place = self.page.map_or_else(String::new, |page| format!(", op bladzijde {page}"));
        let (code, message, label, hint) = match self.kind {
            Kind::Missing => (
                Code::D103,
                format!("Deze tekst staat niet in zijn geheel op papier ({copy}): {text}."),
                "hier ontbreekt tekst",
                "Gebruikt u een eigen thema? Dan laat een sjabloon in `pdf/` deze tekst weg.",
            ),
            Kind::NoPicture => (
                Code::D103,
                format!("Deze afbeelding staat niet op papier ({copy}): {text}."),
                "deze afbeelding ontbreekt",
                "Gebruikt u een eigen thema? Dan laat een sjabloon in `pdf/` deze afbeelding weg.",
            ),
            Kind::Order => (
                Code::D103,
                format!("Deze tekst staat op papier niet op zijn plaats ({copy}{place}): {text}."),
                "staat ergens anders",
                "Gebruikt u een eigen thema? Dan zet een sjabloon in `pdf/` deze tekst op een andere plek.",
            ),
            Kind::Outside => (
                Code::D101,
                format!("Op papier loopt dit buiten het blad of het tekstvlak ({copy}{place}): {text}."),
                "past niet op het papier",
                "Maak de tekst of de tabel korter of smaller, of verdeel hem.",
            ),
            Kind::Clipped => (
                Code::D101,
                format!("Op papier wordt dit afgesneden ({copy}{place}): {text}."),
                "past niet op het papier",
                "Maak de tekst korter, of verdeel hem.",
            ),
            Kind::TooWide => (
                Code::D101,
                format!("Deze tabel is te breed voor het papier ({copy}{place}): {}.", self.text),
                "past niet op het papier",
                "Verdeel de tabel in tabellen met minder kolommen.",
            ),
            Kind::Over => (
                Code::D102,
                format!("Op papier staat dit over andere tekst heen ({copy}{place}): {text}."),
                "niet te lezen op papier",
                "Maak de tekst of de tabel korter of smaller, of verdeel hem.",
            ),
        };
        Diagnostic::at(code, span, message).label(label).hint(hint)
    }
}

/// The start of a text between quotation marks, short enough for a message.
fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(MOST) {
        words.truncate(end);
        words.push('…');
    }
    format!("“{words}”")
}
