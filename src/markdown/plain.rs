//! The tree as plain text: for titles, the canonical text and search.

use super::{Block, BlockKind, Inline, InlineKind};

/// The words of `content`, without markup and footnotes.
pub fn inlines(content: &[Inline]) -> String {
    let mut out = String::new();
    push_inlines(content, &mut out);
    out
}

fn push_inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strikethrough(inner)
            | InlineKind::Link(_, inner) => push_inlines(inner, out),
            InlineKind::Picture(picture) => out.push_str(&picture.alt),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::FootnoteReference(_) => {}
        }
    }
}

/// The text of several blocks: a line for each paragraph, item and row, an empty line
/// between blocks.
pub fn blocks(all: &[Block]) -> String {
    let parts = all.iter().map(block).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

fn block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(content) => inlines(content),
        BlockKind::Heading(heading) => inlines(&heading.content),
        BlockKind::List(list) => {
            let items = list.items.iter().enumerate().map(|(index, item)| {
                let mark = match (item.task, list.marks.mark(index)) {
                    (Some(true), _) => "[x] ".to_owned(),
                    (Some(false), _) => "[ ] ".to_owned(),
                    (None, Some(mark)) => format!("{mark} "),
                    (None, None) => "- ".to_owned(),
                };
                mark + &blocks(&item.blocks).replace("\n\n", "\n").replace('\n', "\n  ")
            });
            items.collect::<Vec<_>>().join("\n")
        }
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            let row = |cells: &Vec<_>| {
                cells.iter().map(|cell: &Vec<_>| inlines(cell)).collect::<Vec<_>>().join("\t")
            };
            rows.map(row).collect::<Vec<_>>().join("\n")
        }
        BlockKind::Quote(inner) | BlockKind::Callout(_, inner) => blocks(inner),
        BlockKind::Code { text, .. } => text.trim_end().to_owned(),
        BlockKind::Figure(picture) => picture.alt.to_string(),
        BlockKind::Definitions(definitions) => {
            let explained = definitions.iter().map(|definition| {
                let explanations = definition.explanations.iter().map(|explanation| blocks(explanation));
                format!("{}: {}", inlines(&definition.term), explanations.collect::<Vec<_>>().join(" "))
            });
            explained.collect::<Vec<_>>().join("\n")
        }
        BlockKind::Rule => String::new(),
    }
}
