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

mod fault;
mod found;
mod places;
mod whole;
mod written;

use typst::syntax::Source;
use typst_layout::PagedDocument;

use super::content::Generated;
use super::draft::HEAD_LINES;
use super::press::Press;
use crate::diagnostic::Diagnostic;
use crate::order::SortedSet;
use crate::source::Span;
use fault::{Fault, Kind};
use found::Found;
use written::Written;

/// How many faults of one kind are told of one copy: the first tell enough.
const MOST: usize = 5;

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
    let faults: SortedSet<Fault> =
        whole::faults(&written, &found).chain(places::faults(&found, &written)).collect();
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
