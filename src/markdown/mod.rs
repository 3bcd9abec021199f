//! Markdown as a small tree of our own.
//!
//! [`parse`] reads pulldown-cmark's events once; after it nobody reads
//! Markdown again. The tree is what HTML ([`html`]), Typst
//! ([`crate::pdf`]), plain text ([`plain`]) and the checks all read. It knows
//! none of them. Text is held in small strings rather than borrowed from the
//! file, so that the tree of one file can be replaced without touching the
//! others.

pub mod html;
mod marks;
pub mod parse;
pub mod plain;
pub mod terms;
pub mod typography;

use ecow::EcoString;

use crate::names::{Bepaling, Slug};
use crate::order::SortedSet;
use crate::source::{ContentPath, Span};
pub use marks::{LetterForm, Letters, Marks, Series};

/// The file of the register of references, as texts name it.
pub const REGISTER: &str = "verwijzingen.yaml";

/// The text of a file or a part of one.
#[derive(Debug, Clone, Default)]
pub struct Tekst {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its footnotes, numbered in the order in which the text names them.
    pub footnotes: Vec<Footnote>,
}

impl Tekst {
    /// What it names outside itself.
    pub fn mentions(&self) -> Mentions {
        let mut mentions = Mentions::default();
        let footnotes = self.footnotes.iter().map(|footnote| footnote.blocks.as_slice());
        for blocks in std::iter::once(self.blocks.as_slice()).chain(footnotes) {
            for_each_picture(blocks, &mut |picture| {
                mentions.files.insert(picture.path.clone());
            });
            for_each_inline(blocks, &mut |inline| {
                if let InlineKind::Link(target, _) = &inline.kind {
                    mentions.add(target);
                }
            });
        }
        mentions
    }
}

/// What a text names outside itself: what is made of it depends on these.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// Pictures that it shows and files that it links to, whether or not they are there.
    pub files: SortedSet<ContentPath>,
    /// Terms of the glossary.
    pub terms: SortedSet<EcoString>,
    /// Other documents, by their address, whether or not they are there.
    pub documents: SortedSet<Slug>,
    /// Entries of the register of references.
    pub sources: SortedSet<EcoString>,
    /// Policy: ids of `beleid.yaml`, or words.
    pub policy: SortedSet<EcoString>,
    /// Provisions of laws.
    pub laws: SortedSet<Bepaling>,
}

impl Mentions {
    /// Adds what another text names.
    pub fn extend(&mut self, other: &Self) {
        self.files.extend(other.files.iter().cloned());
        self.terms.extend(other.terms.iter().cloned());
        self.documents.extend(other.documents.iter().cloned());
        self.sources.extend(other.sources.iter().cloned());
        self.policy.extend(other.policy.iter().cloned());
        self.laws.extend(other.laws.iter().cloned());
    }

    /// Adds where a link goes.
    fn add(&mut self, target: &Target) {
        match target {
            Target::File(path, anchor) => {
                self.files.insert(path.clone());
                if path.as_str() == REGISTER {
                    self.sources.extend(anchor.clone());
                }
            }
            Target::Law(bepaling) => {
                self.laws.insert(bepaling.clone());
            }
            Target::Term(term) => {
                self.terms.insert(term.clone());
            }
            Target::Outside(_) | Target::Agreement(_) | Target::Anchor(_) => {}
        }
    }
}

/// A block: a paragraph, a list, a table, …
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stood.
    pub span: Span,
}

impl Block {
    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        matches!(self.kind, BlockKind::Table(_))
    }
}

/// What a block is.
#[derive(Debug, Clone)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading.
    Heading(Heading),
    /// A list with bullets, numbers, letters or boxes.
    List(List),
    /// A table with a row of headings.
    Table(Table),
    /// A quotation.
    Quote(Vec<Block>),
    /// A block quote that opens with a known bold label.
    Callout(Callout, Vec<Block>),
    /// Text as typed.
    Code {
        /// The word after the fence.
        language: EcoString,
        /// The text.
        text: EcoString,
        /// Where that text stood, between the fences.
        body: Span,
    },
    /// A picture on its own, with its caption.
    Figure(Picture),
    /// Terms with their explanations.
    Definitions(Vec<Definition>),
    /// A change of subject.
    Rule,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its anchor: the author's own (`{#B1}`), or made from its text.
    pub anchor: EcoString,
    /// Whether the author gave the anchor.
    pub explicit: bool,
    /// Its text.
    pub content: Vec<Inline>,
}

/// A list.
#[derive(Debug, Clone)]
pub struct List {
    /// What stands before its items.
    pub marks: Marks,
    /// Whether items stand close together.
    pub tight: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone)]
pub struct ListItem {
    /// Where it stood, from its mark on.
    pub span: Span,
    /// Whether its box is ticked, when it has one.
    pub task: Option<bool>,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// How each column is set.
    pub alignment: Vec<Alignment>,
    /// The cells of the heading row.
    pub head: Vec<Cell>,
    /// The other rows, each as long as the heading row.
    pub rows: Vec<Vec<Cell>>,
}

/// The content of a table cell.
pub type Cell = Vec<Inline>;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the theme likes.
    Auto,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// Kinds of callout, by the bold label that opens the block quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callout {
    /// "Goed voorbeeld"
    GoedVoorbeeld,
    /// "Voorbeeld"
    Voorbeeld,
    /// "Gewijzigde wet"
    GewijzigdeWet,
    /// "Definitie"
    Definitie,
    /// "Let op"
    LetOp,
}

impl Callout {
    /// The kind that a bold label stands for, whatever its capitals or colon.
    pub fn from_label(label: &str) -> Option<Self> {
        Some(match label.trim().trim_end_matches([':', '.', '!']).to_lowercase().as_str() {
            "goed voorbeeld" => Self::GoedVoorbeeld,
            "voorbeeld" => Self::Voorbeeld,
            "gewijzigde wet" | "veranderde wetgeving" | "gewijzigde wetgeving" => Self::GewijzigdeWet,
            "definitie" => Self::Definitie,
            "let op" => Self::LetOp,
            _ => return None,
        })
    }

    /// Its id in styles and labels.
    pub fn id(self) -> &'static str {
        match self {
            Self::GoedVoorbeeld => "goed-voorbeeld",
            Self::Voorbeeld => "voorbeeld",
            Self::GewijzigdeWet => "gewijzigde-wet",
            Self::Definitie => "definitie",
            Self::LetOp => "let-op",
        }
    }
}

/// A term and its explanations.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// Its explanations.
    pub explanations: Vec<Vec<Block>>,
}

/// A footnote.
#[derive(Debug, Clone)]
pub struct Footnote {
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it stood.
    pub span: Span,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The file.
    pub path: ContentPath,
    /// What those hear who do not see it.
    pub alt: EcoString,
    /// Caption, from the title in the source.
    pub caption: Option<EcoString>,
    /// Where it was named.
    pub span: Span,
}

/// A stretch of text inside a block.
#[derive(Debug, Clone)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it stood.
    pub span: Span,
}

/// What a stretch of text is.
#[derive(Debug, Clone)]
pub enum InlineKind {
    /// Text, with typographic quotes and dashes.
    Text(EcoString),
    /// Text as typed.
    Code(EcoString),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Text that no longer holds.
    Strikethrough(Vec<Inline>),
    /// A link. Where it goes stands apart, since most stretches are no link and should not be as large as one.
    Link(Box<Target>, Vec<Inline>),
    /// A picture in running text; apart for the same reason.
    Picture(Box<Picture>),
    /// A footnote, by its index in [`Tekst::footnotes`].
    FootnoteReference(usize),
    /// A line end in the source, which is a space to readers.
    SoftBreak,
    /// A line end that readers see.
    HardBreak,
}

/// Where a link goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// Another site, a mail address or telephone number.
    Outside(EcoString),
    /// `[B1]`: an agreement of the same document.
    Agreement(EcoString),
    /// `#anker`: a heading of the same file, or an agreement of the same document.
    Anchor(EcoString),
    /// Another source file, or a file to take away, with an anchor in it.
    File(ContentPath, Option<EcoString>),
    /// `[[DAEB]]`: a term of the glossary.
    Term(EcoString),
    /// `artikel 44a van de Woningwet`: a provision of a law, which nobody typed as a link.
    Law(Bepaling),
}

/// Calls `visit` for every stretch of text in `blocks`, in order, those inside
/// others included; pictures that stand alone are not stretches of text.
pub fn for_each_inline<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Inline)) {
    for_each_block(blocks, &mut |block| match &block.kind {
        BlockKind::Paragraph(content) | BlockKind::Heading(Heading { content, .. }) => {
            inlines(content, visit);
        }
        BlockKind::Table(table) => {
            for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                inlines(cell, visit);
            }
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                inlines(&definition.term, visit);
            }
        }
        _ => {}
    });
}

/// Calls `visit` for `content` and every stretch inside it, in order.
pub fn inlines<'a>(content: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in content {
        visit(inline);
        match &inline.kind {
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strikethrough(inner)
            | InlineKind::Link(_, inner) => inlines(inner, visit),
            _ => {}
        }
    }
}

/// Calls `visit` for every block in `blocks`, in order, those inside others included.
pub fn for_each_block<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match &block.kind {
            BlockKind::Quote(inner) | BlockKind::Callout(_, inner) => for_each_block(inner, visit),
            BlockKind::List(list) => {
                for item in &list.items {
                    for_each_block(&item.blocks, visit);
                }
            }
            BlockKind::Definitions(definitions) => {
                for explanation in definitions.iter().flat_map(|definition| &definition.explanations) {
                    for_each_block(explanation, visit);
                }
            }
            _ => {}
        }
    }
}

/// Calls `visit` for every picture in `blocks`, alone or in running text.
pub fn for_each_picture<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Picture)) {
    for_each_block(blocks, &mut |block| {
        if let BlockKind::Figure(picture) = &block.kind {
            visit(picture);
        }
    });
    for_each_inline(blocks, &mut |inline| {
        if let InlineKind::Picture(picture) = &inline.kind {
            visit(picture);
        }
    });
}

/// Calls `visit` for every stretch of text in `blocks`, in order, those inside
/// others included, to change it.
pub fn for_each_inline_mut(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Inline)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading(Heading { content, .. }) => {
                inlines_mut(content, visit);
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                    inlines_mut(cell, visit);
                }
            }
            BlockKind::Quote(inner) | BlockKind::Callout(_, inner) => for_each_inline_mut(inner, visit),
            BlockKind::List(list) => {
                for item in &mut list.items {
                    for_each_inline_mut(&mut item.blocks, visit);
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    inlines_mut(&mut definition.term, visit);
                    for explanation in &mut definition.explanations {
                        for_each_inline_mut(explanation, visit);
                    }
                }
            }
            BlockKind::Code { .. } | BlockKind::Figure(_) | BlockKind::Rule => {}
        }
    }
}

/// Calls `visit` for `content` and every stretch inside it, in order, to change it.
pub fn inlines_mut(content: &mut [Inline], visit: &mut dyn FnMut(&mut Inline)) {
    for inline in content {
        visit(inline);
        match &mut inline.kind {
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strikethrough(inner)
            | InlineKind::Link(_, inner) => inlines_mut(inner, visit),
            _ => {}
        }
    }
}
