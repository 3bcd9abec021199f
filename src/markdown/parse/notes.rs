//! Footnotes: which text belongs to which mark. Names are compared as people see
//! them, whatever their capitals and however their accents are written.

use std::collections::HashSet;
use std::collections::hash_map::Entry;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::account::fold;
use super::reader::{NamedNote, NoteMark, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Block, Footnote, Inline, InlineKind, inlines};
use crate::order;
use crate::source::Span;

/// What names are compared by.
fn key(label: &str) -> String {
    if label.is_ascii() { fold(label) } else { fold(&label.nfc().collect::<String>()) }
}

impl Reader<'_, '_> {
    /// The index of the note that a mark names.
    pub(super) fn note_mark(&mut self, label: &str, span: Span) -> usize {
        let key = key(label);
        if let Some(index) = self.references.iter().position(|known| known.key == key) {
            return index;
        }
        self.references.push(NoteMark { key, label: label.to_owned(), span });
        self.references.len() - 1
    }

    /// Claims the name before the text of a note.
    pub(super) fn claim_note_head(&mut self, range: &Range<usize>) {
        let end = self.raw(range).find("]:").map_or(0, |end| end + 2);
        self.account.claim(range.start..range.start + end);
    }

    /// Keeps the text of a note; a name that was given before is told.
    pub(super) fn define_note(&mut self, label: &str, blocks: Vec<Block>, span: Span) {
        let first = match self.definitions.entry(key(label)) {
            Entry::Vacant(entry) => {
                entry.insert(NamedNote { label: label.to_owned(), note: Footnote { blocks, span } });
                return;
            }
            Entry::Occupied(entry) => entry.get().note.span,
        };
        self.diagnostics.push(
            Diagnostic::at(Code::M104, span, format!("De voetnoot `[^{label}]` staat er twee keer."))
                .label("tweede keer")
                .note(first, "eerste keer")
                .hint("Geef elke voetnoot een eigen naam."),
        );
    }

    /// The footnotes in the order of the text; those that nobody names are reported.
    pub(super) fn footnotes(&mut self) -> Vec<Footnote> {
        let marks = std::mem::take(&mut self.references);
        let mut definitions = std::mem::take(&mut self.definitions);
        let mut notes = Vec::with_capacity(marks.len());
        for mark in marks {
            // A note that is not there keeps its place, or all others would get the text
            // of the next.
            let note = definitions.remove(&mark.key).map(|named| named.note).unwrap_or_else(|| {
                if !self.too_deep {
                    self.report(no_such_note(mark.span, &mark.label));
                }
                Footnote { blocks: Vec::new(), span: mark.span }
            });
            notes.push(note);
        }
        let mut unused: Vec<NamedNote> = definitions.into_values().collect();
        order::sort_by_key(&mut unused, |named| named.note.span);
        for NamedNote { label, note } in unused {
            self.report(
                Diagnostic::at(
                    Code::V107,
                    note.span,
                    format!("De voetnoot `[^{label}]` wordt nergens genoemd."),
                )
                .label("deze noot ziet niemand")
                .hint(format!("Zet `[^{label}]` in de tekst waar de noot bij hoort, of haal de noot weg.")),
            );
        }
        notes
    }

    /// Looks after marks that are text to the parser: of notes whose name has its
    /// accents written otherwise, and of notes that nobody wrote.
    pub(super) fn marks_in_text(&mut self, content: Vec<Inline>) -> Vec<Inline> {
        let mut holds_mark = false;
        inlines(&content, &mut |inline| {
            holds_mark |= matches!(&inline.kind, InlineKind::Text(text) if text.contains("[^"));
        });
        if !holds_mark {
            return content;
        }
        let mut out = Vec::with_capacity(content.len());
        for mut inline in content {
            match &mut inline.kind {
                InlineKind::Text(text) if text.contains("[^") => {
                    let text = std::mem::take(text);
                    self.split_at_marks(&text, inline.span, &mut out);
                    continue;
                }
                InlineKind::Emphasis(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Strikethrough(inner)
                | InlineKind::Link(_, inner) => *inner = self.marks_in_text(std::mem::take(inner)),
                _ => {}
            }
            out.push(inline);
        }
        out
    }

    fn split_at_marks(&mut self, text: &str, span: Span, out: &mut Vec<Inline>) {
        let typed = &self.markdown.text[span.range()];
        let place = |start: usize, end: usize| {
            let at = span.start as usize;
            Span::new(span.source, at + start..at + end)
        };
        // Text with escapes in it is not cut: its letters stand elsewhere than they are typed.
        let as_typed = typed == text;
        let (mut done, mut at) = (0, 0);
        while let Some(start) = typed[at..].find("[^").map(|start| at + start) {
            let Some(length) = typed[start..].find(']') else { break };
            let end = start + length + 1;
            let label = &typed[start + 2..end - 1];
            let escaped = typed[..start].ends_with('\\');
            at = end;
            if label.is_empty() || label.contains(char::is_whitespace) || escaped {
                continue;
            }
            if !as_typed || !self.is_defined_otherwise(label) {
                self.report(no_such_note(place(start, end), label));
                continue;
            }
            if done < start {
                out.push(Inline {
                    kind: InlineKind::Text(text[done..start].into()),
                    span: place(done, start),
                });
            }
            let span = place(start, end);
            out.push(Inline { kind: InlineKind::FootnoteReference(self.note_mark(label, span)), span });
            done = end;
        }
        if done == 0 {
            out.push(Inline { kind: InlineKind::Text(text.into()), span });
        } else if done < text.len() {
            out.push(Inline { kind: InlineKind::Text(text[done..].into()), span: place(done, text.len()) });
        }
    }

    /// Whether there is a note of the same name, with its accents written otherwise.
    fn is_defined_otherwise(&mut self, label: &str) -> bool {
        if label.is_ascii() {
            return false;
        }
        let body = self.body();
        self.note_names.get_or_insert_with(|| names_of_notes(body)).contains(&key(label))
    }
}

/// The names at the head of lines: `[^naam]: …`.
fn names_of_notes(body: &str) -> HashSet<String> {
    let heads = body.lines().filter_map(|line| {
        let rest = line.trim_start_matches([' ', '>']).strip_prefix("[^")?;
        rest.split_once("]:").map(|(label, _)| key(label))
    });
    heads.collect()
}

fn no_such_note(span: Span, label: &str) -> Diagnostic {
    Diagnostic::at(Code::V106, span, format!("De voetnoot `[^{label}]` bestaat niet."))
        .label("deze noot ontbreekt")
        .hint(format!("Schrijf onderaan het bestand een regel `[^{label}]: …` met de tekst van de noot."))
}
