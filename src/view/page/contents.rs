//! The table of contents of a page, and the anchors that it leads to.

use serde::Serialize;

use crate::markdown::{Block, BlockKind, plain};
use crate::model::Indicator;
use crate::resolve::anchors;

/// An entry of a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct TocEntry {
    /// Number of the agreement, when the heading is one's.
    pub nummer: Option<String>,
    /// Text of the heading.
    pub titel: String,
    /// Where it goes.
    pub href: String,
    /// 2 for a chapter's own headings and agreements, 3 for what stands below those.
    pub niveau: u8,
}

impl TocEntry {
    /// A heading of the page itself.
    pub(super) fn new(titel: String, anker: &str) -> Self {
        Self { nummer: None, titel, href: format!("#{anker}"), niveau: 2 }
    }
}

/// The headings of a text, for its table of contents: two levels.
pub(super) fn headings(blocks: &[Block], prefix: &str, deeper: u8) -> Vec<TocEntry> {
    blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Heading(heading) if heading.level <= 3 => Some(TocEntry {
                niveau: heading.level + deeper,
                ..TocEntry::new(plain::inlines(&heading.content), &format!("{prefix}{}", heading.anchor))
            }),
            _ => None,
        })
        .collect()
}

pub(super) fn indicator_anchor(indicator: &Indicator, prefix: &str) -> String {
    format!("{prefix}{}", anchors::indicator(indicator))
}

/// Where the tables of a chapter begin.
pub(super) fn figures_anchor(prefix: &str) -> String {
    format!("{prefix}_cijfers")
}
