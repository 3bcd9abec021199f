//! From Markdown to the tree, in one pass over pulldown-cmark's events.
//!
//! Reading cannot fail: it gives a tree, and says what it made of the text
//! where that is not what the author will have meant (`surprises`). Nothing of the
//! text is lost without a word: `leftovers` keeps the account.

mod account;
mod blocks;
mod inlines;
mod laws;
mod leftovers;
mod letters;
mod lines;
mod notes;
mod pasted;
mod reader;
mod surprises;
mod tables;
mod targets;

use super::Tekst;
use crate::diagnostic::Diagnostic;
pub use reader::Markdown;
use reader::Reader;

/// Reads `markdown`.
pub fn parse(markdown: &Markdown, diagnostics: &mut Vec<Diagnostic>) -> Tekst {
    let mut reader = Reader::new(markdown, diagnostics);
    let blocks = reader.blocks();
    let footnotes = reader.footnotes();
    reader.leftovers();
    let tekst = Tekst { blocks, footnotes };
    pasted::tell(&tekst, markdown.source, markdown.text, reader.diagnostics);
    tekst
}
