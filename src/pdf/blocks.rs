//! Running text as Typst source: the tree of a text, block by block.

use super::call::Call;
use super::content::{Writer, heading_anchor, slug_of};
use super::links::Way;
use super::world::media_path;
use crate::markdown::{
    self, Alignment, Block, BlockKind, Heading, Inline, InlineKind, Letters, List, ListItem, Marks, Picture,
    Table, Target, plain,
};
use crate::model::adres_in_ascii;
use crate::resolve::{Destination, Place};
use crate::source::Span;
use crate::view::Proza;

impl<'a> Writer<'a> {
    pub(super) fn blocks(&mut self, blocks: &'a [Block]) {
        for (index, block) in blocks.iter().enumerate() {
            let mut call = self.block(block);
            match &block.kind {
                BlockKind::Heading(_) => {
                    let holds = blocks.get(index + 1).is_some_and(Block::is_table);
                    self.heading_line(block.span, &call, holds);
                    continue;
                }
                // It stands in nothing else, so that it may have a page of its own.
                BlockKind::Table(_) => {
                    call = call.named("eigen-blad", &true);
                    if std::mem::take(&mut self.held) {
                        call.open_named("voor");
                        call.push_name(HELD);
                    }
                }
                _ => {}
            }
            self.generated.line(Some(block.span), &call.line());
        }
    }

    /// A heading; `holds` when a table comes next, which takes it along to where it goes.
    pub(super) fn heading_line(&mut self, span: Span, call: &Call, holds: bool) {
        self.held = holds;
        let line = if holds { call.binding(HELD) } else { call.line() };
        self.generated.line(Some(span), &line);
    }

    fn nested(&mut self, blocks: &'a [Block], call: &mut Call) {
        for block in blocks {
            call.inner(&self.block(block));
        }
    }

    fn block(&mut self, block: &'a Block) -> Call {
        match &block.kind {
            BlockKind::Paragraph(content) => self.with_inlines("alinea", content),
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::List(list) => self.list(list),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) => {
                let mut call = Call::new("citaat");
                self.within("citaat", |writer| writer.nested(blocks, &mut call));
                call
            }
            BlockKind::Callout(callout, blocks) => {
                let mut call = Call::new("kader")
                    .named("soort", callout.id())
                    .word("titel", &format!("kader-{}", callout.id()));
                self.within("kader", |writer| writer.nested(blocks, &mut call));
                call
            }
            BlockKind::Code { text, .. } => Call::new("code").raw(text.trim_end(), true),
            BlockKind::Figure(picture) => {
                let call = self.picture("figuur", picture);
                match &picture.caption {
                    Some(caption) => call.value(&Proza::from(caption.as_str())),
                    None => call,
                }
            }
            BlockKind::Definitions(definitions) => {
                let mut call = Call::new("begrippen");
                for definition in definitions {
                    let mut pair = Call::new("begrip");
                    pair.inner(&self.with_inlines("tekst", &definition.term));
                    for explanation in &definition.explanations {
                        self.within("begrippen", |writer| {
                            writer.item_blocks(explanation, explanation.len() == 1, &mut pair);
                        });
                    }
                    call.inner(&pair);
                }
                call
            }
            BlockKind::Rule => Call::new("scheiding"),
        }
    }

    fn heading(&mut self, heading: &'a Heading) -> Call {
        let anchor = heading_anchor(self.chapter_slug(), &heading.anchor);
        let mut call = Call::new("kop")
            .value(&(i64::from(heading.level) + i64::from(self.moved)).clamp(2, 6))
            .named("anker", &anchor);
        self.quietly(|writer| writer.inlines(&heading.content, &mut call));
        call
    }

    fn chapter_slug(&self) -> &'a str {
        slug_of(self.home())
    }

    /// Whose text is being written: that of a part, or the document's own.
    fn home(&self) -> Place<'a> {
        let deel = self.document.delen.iter().find(|deel| deel.source() == self.chapter);
        deel.map_or(Place::Document(self.document), |deel| Place::Part(self.document, deel))
    }

    fn list(&mut self, list: &'a List) -> Call {
        let tasks = list.items.iter().any(|item| item.task.is_some());
        let (function, call) = match list.marks {
            _ if tasks => ("takenlijst", Call::new("takenlijst")),
            Marks::Bullets => ("lijst", Call::new("lijst")),
            Marks::Numbers(start) => ("nummers", Call::new("nummers").named("begin", &start)),
            // The pattern of Typst's numberings is the first mark of the series itself.
            Marks::Letters(letters) => (
                "letterlijst",
                Call::new("letterlijst")
                    .named("begin", &letters.start)
                    .named("vorm", Letters { start: 1, ..letters }.mark(0).as_str()),
            ),
        };
        let mut call = call.named("vast", &list.tight);
        if self.around.iter().filter(|place| LISTS.contains(place)).count() + 1 == NARROW_LISTS {
            call = call.named("smal", &true);
        }
        self.within(function, |writer| {
            for item in &list.items {
                call.inner(&writer.item(item, list.tight));
            }
        });
        call
    }

    /// Writes what stands in a block that `function` makes.
    fn within<T>(&mut self, function: &'static str, write: impl FnOnce(&mut Self) -> T) -> T {
        self.around.push(function);
        let written = write(self);
        self.around.pop();
        written
    }

    fn item(&mut self, item: &'a ListItem, tight: bool) -> Call {
        let mut call = match item.task {
            Some(done) => Call::new("taak").named("klaar", &done),
            None => Call::new("punt"),
        };
        self.item_blocks(&item.blocks, tight, &mut call);
        call
    }

    /// The paragraphs of a tight item are set without space around them.
    fn item_blocks(&mut self, blocks: &'a [Block], tight: bool, call: &mut Call) {
        for block in blocks {
            let inner = match &block.kind {
                BlockKind::Paragraph(content) if tight => self.with_inlines("tekst", content),
                _ => self.block(block),
            };
            call.inner(&inner);
        }
    }

    fn table(&mut self, table: &'a Table) -> Call {
        let alignment = table.alignment.iter().map(|alignment| match alignment {
            Alignment::Auto => "auto",
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
        });
        let mut call = Call::new("tabel").named("uitlijning", &alignment.collect::<Vec<_>>());
        if !self.around.is_empty() {
            call = call.named("binnen", &self.around);
        }
        call.open_named("kop");
        call.open_list();
        for cell in &table.head {
            call.push_call(&self.quietly(|writer| writer.with_inlines("cel", cell)));
            call.next_in_list();
        }
        call.close_list();
        if table.head.iter().any(|cell| leads_somewhere(cell)) {
            // What repeats the head on the next page is no part of the text: PDF/UA-1 allows no link in it.
            call = call
                .named("kop-kaal", &table.head.iter().map(|cell| plain::inlines(cell)).collect::<Vec<_>>());
        }
        for row in &table.rows {
            let mut cells = Call::new("rij");
            for cell in row {
                cells.inner(&self.with_inlines("cel", cell));
            }
            call.inner(&cells);
        }
        call
    }

    fn picture(&self, function: &'static str, picture: &Picture) -> Call {
        Call::new(function).value(&media_path(&picture.path)).named("alt", picture.alt.as_str())
    }

    pub(super) fn with_inlines(&mut self, function: &'static str, content: &'a [Inline]) -> Call {
        let mut call = Call::new(function);
        self.inlines(content, &mut call);
        call
    }

    pub(super) fn inlines(&mut self, content: &'a [Inline], call: &mut Call) {
        for (index, inline) in content.iter().enumerate() {
            match &inline.kind {
                InlineKind::Link(target, inner) => self.link(target, inner, content.get(index + 1), call),
                _ => self.inline(inline, call),
            }
        }
    }

    /// Writes what is repeated elsewhere: nothing in it is counted as a place of its own.
    pub(super) fn quietly<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.quiet, true);
        let written = write(self);
        self.quiet = outer;
        written
    }

    fn inline(&mut self, inline: &'a Inline, call: &mut Call) {
        let inner = match &inline.kind {
            InlineKind::Text(text) => return call.text(text),
            InlineKind::SoftBreak => return call.text(" "),
            InlineKind::Code(text) => Call::new("codetekst").raw(text, false),
            InlineKind::Emphasis(inner) => self.with_inlines("nadruk", inner),
            InlineKind::Strong(inner) => self.with_inlines("sterk", inner),
            InlineKind::Strikethrough(inner) => self.with_inlines("doorgehaald", inner),
            InlineKind::HardBreak => Call::new("regeleinde"),
            InlineKind::Picture(picture) => self.picture("beeld", picture),
            InlineKind::FootnoteReference(index) => match self.footnote(*index) {
                Some(call) => call,
                None => return,
            },
            // Written with what comes next, in `inlines`.
            InlineKind::Link(target, inner) => return self.link(target, inner, None, call),
        };
        call.inner(&inner);
    }

    /// A note is set where it is first named, and named by its number after.
    fn footnote(&mut self, index: usize) -> Option<Call> {
        let anchor = format!("noot-{}--{}", self.chapter_slug(), index + 1);
        if self.named.contains(&(self.chapter, index)) {
            return Some(Call::new("noot-weer").value(&anchor));
        }
        self.named.push((self.chapter, index));
        let footnote = self.footnotes.get(index)?;
        let mut call = Call::new("noot").named("anker", &anchor);
        // A note stands below the page, whatever its reference stands in.
        let outer = std::mem::replace(&mut self.around, vec!["noot"]);
        match footnote.blocks.as_slice() {
            [Block { kind: BlockKind::Paragraph(content), .. }] => {
                call.inner(&self.with_inlines("tekst", content));
            }
            blocks => self.nested(blocks, &mut call),
        }
        self.around = outer;
        Some(call)
    }

    fn link(&mut self, target: &Target, inner: &'a [Inline], next: Option<&Inline>, call: &mut Call) {
        let way = match self.press.resolver.resolve(self.home(), target) {
            Some(Destination::Term(begrip)) if !self.quiet => return self.term(begrip, inner, next, call),
            // In a heading a term is plain words.
            Some(Destination::Term(_)) | None => None,
            Some(to) => self.way_to(to),
        };
        let mut link = match way {
            Some(Way::Behind(anchor)) => {
                self.behind.borrow_mut().insert(anchor.clone());
                let function = if self.quiet { "naar" } else { "naar-achterin" };
                Call::new(function).value(&anchor)
            }
            Some(Way::Inside(anchor)) => Call::new("naar").value(&anchor),
            Some(Way::Outside(address)) => Call::new("koppeling").value(&adres_in_ascii(&address)),
            None if matches!(target, Target::Agreement(_)) => {
                call.text("[");
                self.inlines(inner, call);
                return call.text("]");
            }
            None => return self.inlines(inner, call),
        };
        self.inlines(inner, &mut link);
        call.inner(&link);
    }
}

/// Whether something in it is a link or a note, which is a link too.
fn leads_somewhere(content: &[Inline]) -> bool {
    let mut found = false;
    markdown::inlines(content, &mut |inline| {
        found |= matches!(inline.kind, InlineKind::Link(..) | InlineKind::FootnoteReference(_));
    });
    found
}

/// The name of a heading that waits for its table.
const HELD: &str = "voor";

/// The functions that make lists.
const LISTS: [&str; 4] = ["lijst", "nummers", "letterlijst", "takenlijst"];

/// How many lists inside each other leave little room for words.
const NARROW_LISTS: usize = 4;
