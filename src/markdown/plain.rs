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

/// Whether anything in `blocks` can be read at all.
pub fn is_empty(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match &block.kind {
        BlockKind::Paragraph(content) => inlines(content).trim().is_empty(),
        _ => false,
    })
}
