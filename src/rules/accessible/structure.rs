//! Whether headings, tables and emphasis are what they look like.

use std::ops::Range;

use super::found;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, Block, BlockKind, Inline, InlineKind, Table, plain};
use crate::rules::prose::{Kind, Passage, words};
use crate::rules::{Finding, Reading};
use crate::source::Span;

/// Who hears a table is told the head of the column with each cell.
pub fn column_without_head(reading: &Reading) -> Vec<Finding> {
    let mut all = Vec::new();
    for blocks in &reading.prose.blocks {
        markdown::for_each_block(blocks, &mut |block| {
            let BlockKind::Table(table) = &block.kind else { return };
            let columns = headless(table);
            let message = match columns.as_slice() {
                [] => return,
                [one] => format!("Kolom {one} van deze tabel heeft geen kop."),
                more => {
                    let numbers: Vec<String> = more.iter().map(usize::to_string).collect();
                    format!("De kolommen {} van deze tabel hebben geen kop.", numbers.join(", "))
                }
            };
            let place = first_line(reading, block.span);
            all.push(
                found(reading, Code::T203, place, message)
                    .label("hier mist een kop")
                    .hint("Schrijf in de bovenste rij van de tabel wat er in die kolom staat."),
            );
        });
    }
    all
}

/// The columns, from 1, that have something in them and nothing above it. The first may
/// be the names of the rows, above which nothing need stand.
fn headless(table: &Table) -> Vec<usize> {
    let is_empty = |cell: &[Inline]| plain::inlines(cell).trim().is_empty();
    let filled = |at: usize| table.rows.iter().any(|row| row.get(at).is_some_and(|cell| !is_empty(cell)));
    let heads = table.head.iter().enumerate().skip(1);
    heads.filter(|(at, head)| is_empty(head) && filled(*at)).map(|(at, _)| at + 1).collect()
}

fn first_line(reading: &Reading, span: Span) -> Span {
    let length = reading.scene.sources.text(span).find('\n').unwrap_or_else(|| span.range().len());
    let start = span.range().start;
    Span::new(span.source, start..start + length)
}

/// From so many words on, a line is a sentence rather than a heading.
const HEADING_WORDS: usize = 8;

/// Readers who go from heading to heading pass by what only looks like one.
pub fn bold_for_heading(reading: &Reading) -> Vec<Finding> {
    let mut all = Vec::new();
    for blocks in &reading.prose.blocks {
        for pair in blocks.windows(2) {
            let [block, next] = pair else { continue };
            if !looks_like_heading(block, next) {
                continue;
            }
            all.push(
                found(reading, Code::T205, block.span, "Deze vette regel ziet eruit als een kop, maar is er geen.")
                    .label("vet in plaats van een kop")
                    .hint("Maak er een kop van, één niveau onder de kop erboven: `### …`. Of schrijf het als gewone zin."),
            );
        }
    }
    all
}

fn looks_like_heading(block: &Block, next: &Block) -> bool {
    let BlockKind::Paragraph(content) = &block.kind else { return false };
    let [Inline { kind: InlineKind::Strong(_), .. }] = content.as_slice() else { return false };
    let text = plain::inlines(content);
    let text = text.trim();
    // What stands above a table or picture is its caption.
    let above = matches!(next.kind, BlockKind::Paragraph(_) | BlockKind::List(_) | BlockKind::Callout(..));
    above
        && !text.ends_with(['.', '!', '?', ';', ',', ':'])
        && (1..=HEADING_WORDS).contains(&words(text).count())
}

/// Two abbreviations in a row, "BENG EPBD", are as long as this together.
const SHORT: usize = 8;

/// Capitals have no shapes to recognise words by, and some screen readers spell them.
pub fn capitals(reading: &Reading) -> Vec<Finding> {
    let all = reading.prose.passages.iter().filter_map(|passage| {
        let range = in_capitals(reading, passage)?;
        let message = match passage.kind {
            Kind::Title => "Deze titel staat in hoofdletters.",
            _ => "Deze woorden staan in hoofdletters.",
        };
        let diagnostic = Diagnostic::at(Code::T208, passage.span(range), message)
            .label("hoofdletters")
            .hint("Schrijf gewone letters. Wilt u nadruk geven, gebruik dan `**vet**`.");
        Some(Finding { diagnostic, afspraak: passage.afspraak.clone() })
    });
    all.collect()
}

/// The first stretch of a passage in capitals that is no abbreviation and no name.
fn in_capitals(reading: &Reading, passage: &Passage) -> Option<Range<usize>> {
    // Most passages have no capitals in a row at all.
    if !passage.text.as_bytes().windows(3).any(|three| three.iter().all(u8::is_ascii_uppercase)) {
        return None;
    }
    let project = reading.scene.project;
    let shouted = |word: &str| {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        letters().count() >= 4 && letters().all(char::is_uppercase) && project.begrippen.find(word).is_none()
    };
    let all: Vec<_> = words(&passage.text).collect();
    let stretches = all.chunk_by(|(_, one), (_, next)| shouted(one) && shouted(next));
    let mut shouting = stretches.filter(|stretch| stretch.iter().all(|(_, word)| shouted(word)));
    shouting.find_map(|stretch| {
        let ([(first, _), ..], [.., (last, _)]) = (stretch, stretch) else { return None };
        let range = first.start..last.end;
        let text = &passage.text[range.clone()];
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        // A title of one long word is in capitals as much as one of two.
        let whole = passage.kind == Kind::Title && stretch.len() == all.len();
        let is_name = || project.site.partijen.iter().any(|partij| partij.naam.contains(text));
        ((stretch.len() > 1 || whole) && letters > SHORT && !is_name()).then_some(range)
    })
}
