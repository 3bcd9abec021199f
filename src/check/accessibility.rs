//! What PDF/UA and WCAG refuse: headings that skip or say nothing, pictures
//! and links without words.

use super::text::Text;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, Block, BlockKind, Inline, InlineKind, Picture, plain};
use crate::source::Span;

pub fn check(text: &Text) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    heading_levels(text, &mut diagnostics);
    headings_and_footnotes(text, &mut diagnostics);
    for blocks in text.blocks() {
        markdown::for_each_picture(blocks, &mut |picture| diagnostics.extend(described(picture)));
        diagnostics.extend(links_with_words(blocks));
    }
    diagnostics
}

/// The page's title is its first heading; those in the text begin one below
/// it, and none skips a level (PDF/UA-1, ISO 14289-1 clause 7.4.2; WCAG 1.3.1).
fn heading_levels(text: &Text, diagnostics: &mut Vec<Diagnostic>) {
    let mut above = 1;
    for (level, title, span) in headings(text) {
        if !has_words(title) {
            diagnostics.push(
                Diagnostic::at(Code::T103, span, "Deze kop heeft geen tekst.")
                    .label("leeg")
                    .hint("Schrijf een titel achter de hekjes, of haal de regel weg."),
            );
            continue;
        }
        if level == 1 {
            diagnostics.push(
                Diagnostic::at(Code::T102, span, "Een kop in de tekst begint met twee hekjes.")
                    .label("dit is het niveau van de titel van de pagina")
                    .hint("Schrijf `## …`; de titel van de pagina staat in de kop van het bestand."),
            );
        } else if level > above + 1 {
            diagnostics.push(
                Diagnostic::at(
                    Code::T102,
                    span,
                    format!("Deze kop slaat een niveau over: van {above} naar {level}."),
                )
                .label(format!("hier past niveau {}", above + 1))
                .hint(format!("Schrijf `{} …`.", "#".repeat(above as usize + 1))),
            );
        }
        above = level;
    }
}

/// A heading is repeated in contents and bookmarks, where a note cannot be; and
/// a heading inside a note has no place in the order of headings.
fn headings_and_footnotes(text: &Text, diagnostics: &mut Vec<Diagnostic>) {
    for (_, title, span) in headings(text) {
        let mut has_note = false;
        markdown::inlines(title, &mut |inline| {
            has_note |= matches!(inline.kind, InlineKind::FootnoteReference(_));
        });
        if has_note {
            diagnostics.push(
                Diagnostic::at(Code::X104, span, "In deze kop staat een voetnoot.")
                    .label("deze kop")
                    .hint("Zet de voetnoot in de tekst onder de kop."),
            );
        }
    }
    for footnote in text.footnotes {
        markdown::for_each_block(&footnote.blocks, &mut |block| {
            if matches!(block.kind, BlockKind::Heading(_)) {
                diagnostics.push(
                    Diagnostic::at(Code::X104, block.span, "In deze voetnoot staat een kop.")
                        .label("deze kop")
                        .hint("Maak er vette tekst van: `**…**`."),
                );
            }
        });
    }
}

/// Whether there is anything to read; a picture is no word in a table of contents.
fn has_words(title: &[Inline]) -> bool {
    let mut found = false;
    markdown::inlines(title, &mut |inline| {
        if let InlineKind::Text(text) | InlineKind::Code(text) = &inline.kind {
            found |= !text.trim().is_empty();
        }
    });
    found
}

/// Level, title and place of every heading, those of agreements among them.
fn headings<'a>(text: &Text<'a>) -> Vec<(u8, &'a [Inline], Span)> {
    let mut headings = Vec::new();
    for part in &text.parts {
        headings.extend(part.heading.as_ref().map(|heading| (heading.level, heading.title, heading.span)));
        markdown::for_each_block(part.blocks, &mut |block| {
            if let BlockKind::Heading(heading) = &block.kind {
                headings.push((heading.level, heading.content.as_slice(), block.span));
            }
        });
    }
    headings
}

/// A picture has words for those who do not see it (WCAG 1.1.1).
fn described(picture: &Picture) -> Option<Diagnostic> {
    picture.alt.trim().is_empty().then(|| {
        Diagnostic::at(Code::T101, picture.span, "Deze afbeelding heeft geen beschrijving.")
            .label("zonder beschrijving")
            .hint("Schrijf tussen de vierkante haken wat er te zien is: `![Kaart van …](…)`.")
    })
}

/// A link says where it goes (WCAG 2.4.4).
fn links_with_words(blocks: &[Block]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    markdown::for_each_inline(blocks, &mut |inline| {
        if let InlineKind::Link(_, content) = &inline.kind
            && plain::inlines(content).trim().is_empty()
        {
            diagnostics.push(
                Diagnostic::at(Code::T108, inline.span, "Deze verwijzing heeft geen tekst.")
                    .label("lezers zien hier niets")
                    .hint("Schrijf tussen de vierkante haken waar de verwijzing naartoe gaat."),
            );
        }
    });
    diagnostics
}
