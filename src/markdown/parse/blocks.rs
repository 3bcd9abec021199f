//! Blocks: paragraphs, headings, lists, code.

use std::ops::Range;

use ecow::EcoString;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Tag};

use super::letters;
use super::reader::{Holder, ListAbove, MAX_DEPTH, Reader, is_comment};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{
    Block, BlockKind, Callout, Definition, Heading, Inline, InlineKind, List, ListItem, Marks, plain,
};
use crate::source::{Span, signs};

impl<'a> Reader<'a, '_> {
    /// Blocks up to the end of what holds them.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut list_above = None;
        while let Some((event, range)) = self.events.next() {
            let above = list_above.take();
            match event {
                Event::End(_) => break,
                Event::Start(Tag::List(start)) if self.depth < MAX_DEPTH => {
                    self.depth += 1;
                    let (list, last) = self.list(start, above);
                    self.depth -= 1;
                    list_above = last;
                    blocks.push(Block { kind: list, span: self.span(&range) });
                }
                Event::Start(tag) if is_block(&tag) => blocks.extend(self.block(tag, range)),
                Event::Rule => {
                    self.judge_foreign_line(&range);
                    blocks.push(Block { kind: BlockKind::Rule, span: self.span(&range) });
                }
                // The text of a tight list item stands in no paragraph.
                event => {
                    let content = self.inlines_from(event, range.clone());
                    let span = content.first().zip(content.last()).map_or_else(
                        || self.span(&range),
                        |(first, last)| Span { end: last.span.end, ..first.span },
                    );
                    blocks.extend(paragraph(content, span));
                }
            }
        }
        letters::read(blocks, self.markdown.text, MAX_DEPTH.saturating_sub(self.depth))
    }

    pub(super) fn block(&mut self, tag: Tag<'a>, range: Range<usize>) -> Option<Block> {
        let span = self.span(&range);
        if self.depth >= MAX_DEPTH {
            self.skip(&range);
            return None;
        }
        self.depth += 1;
        let kind = match tag {
            Tag::Paragraph => {
                let content = self.paragraph();
                self.depth -= 1;
                return paragraph(content, span);
            }
            Tag::Heading { level, id, .. } => Some(self.heading(level, id, &range)),
            Tag::BlockQuote(_) => Some(quote(self.blocks_in(Holder::Quote))),
            Tag::CodeBlock(kind) => Some(self.code(kind, &range)),
            Tag::HtmlBlock => self.html_block(&range),
            Tag::Table(alignment) => Some(self.table(&alignment)),
            Tag::DefinitionList => Some(self.definitions()),
            Tag::FootnoteDefinition(label) => {
                self.claim_note_head(&range);
                let blocks = self.blocks_in(Holder::Note);
                self.define_note(&label, blocks, span);
                None
            }
            // No other block tag is asked for in the options.
            _ => {
                self.blocks();
                None
            }
        };
        self.depth -= 1;
        kind.map(|kind| Block { kind, span })
    }

    /// Blocks of something that lines can stick to.
    fn blocks_in(&mut self, holder: Holder) -> Vec<Block> {
        self.holders.push(holder);
        let blocks = self.blocks();
        self.holders.pop();
        blocks
    }

    pub(super) fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr<'a>>,
        range: &Range<usize>,
    ) -> BlockKind {
        let moment = self.account.now();
        let content = self.inlines();
        self.claim_heading(range, moment);
        self.judge_underline(range, &content, level as u8);
        let explicit = id.is_some();
        let base = id.map_or_else(
            || slug::slugify(signs::as_read(&plain::inlines(&content))).into(),
            |id| EcoString::from(&*id),
        );
        let base = if base.is_empty() { EcoString::from("kop") } else { base };
        // An anchor of the author's own stays as it is; a double is for the checks to report.
        let seen = self.anchors.entry(base.clone()).or_insert(0);
        *seen += 1;
        let anchor = match *seen {
            1 => base,
            _ if explicit => base,
            // `kop-2` may be a heading's own text as well; `kop.2` is nobody's slug.
            count => ecow::eco_format!("{base}.{count}"),
        };
        BlockKind::Heading(Heading { level: level as u8, anchor, explicit, content })
    }

    pub(super) fn code(&mut self, kind: CodeBlockKind<'a>, range: &Range<usize>) -> BlockKind {
        let mut text = EcoString::new();
        let mut body: Option<Range<usize>> = None;
        for (event, range) in self.events.by_ref() {
            match event {
                Event::Text(part) => {
                    self.account.claim(range.clone());
                    text.push_str(&part);
                    let start = body.as_ref().map_or(range.start, |body| body.start);
                    body = Some(start..range.end);
                }
                _ => break,
            }
        }
        let language = match kind {
            CodeBlockKind::Fenced(_) => {
                self.check_closed(range);
                self.claim_info(range)
            }
            CodeBlockKind::Indented => {
                self.judge_indent(range);
                EcoString::new()
            }
        };
        let mut body = body.unwrap_or(range.end..range.end);
        // The indent of the first line belongs to the text as much as that of the others.
        let before = &self.markdown.text[self.markdown.body.clone()][..body.start];
        body.start -= before.len() - before.trim_end_matches(' ').len();
        let body = self.span(&body);
        BlockKind::Code { language, text, body }
    }

    /// The language of a block: the first word behind its fence. What is more on that
    /// line is left over.
    fn claim_info(&mut self, range: &Range<usize>) -> EcoString {
        let opening = self.raw(range).lines().next().unwrap_or_default();
        let info = opening.trim_start_matches([' ', '`', '~']);
        let word = info.split_whitespace().next().unwrap_or_default();
        let start = range.start + opening.len() - info.len() + info.find(word).unwrap_or_default();
        self.account.claim(start..start + word.len());
        word.into()
    }

    pub(super) fn check_closed(&mut self, range: &Range<usize>) {
        let body = &self.markdown.text[self.markdown.body.clone()];
        let block = body[range.clone()].trim_end();
        let last = block.lines().next_back().unwrap_or_default().trim_start_matches(['>', ' ', '\t']);
        let closed = block.lines().count() > 1
            && (last.chars().all(|c| c == '`') || last.chars().all(|c| c == '~'))
            && last.len() >= 3;
        if !closed {
            let opening = range.start..range.start + block.lines().next().map_or(0, str::len);
            let span = self.span(&opening);
            self.report(
                Diagnostic::at(Code::X103, span, "Dit blok houdt niet op.")
                    .label("het blok begint hier")
                    .hint("Zet onder de laatste regel van het blok een regel met alleen ```."),
            );
        }
    }

    /// HTML is shown as the text it is; comments are for the author alone.
    pub(super) fn html_block(&mut self, range: &Range<usize>) -> Option<BlockKind> {
        let span = self.span(range);
        self.account.claim(range.clone());
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Html(part) | Event::Text(part) => text.push_str(&part),
                _ => break,
            }
        }
        let text = text.trim();
        if text.is_empty() || is_comment(text) {
            return None;
        }
        if text.starts_with("<!--") && !text.contains("-->") {
            self.report(
                Diagnostic::at(Code::X103, span, "Deze opmerking houdt niet op.")
                    .label("de opmerking begint hier")
                    .hint("Zet aan het eind van de opmerking `-->`."),
            );
            return None;
        }
        self.report_html(span);
        let text = InlineKind::Text(text.lines().collect::<Vec<_>>().join(" ").into());
        Some(BlockKind::Paragraph(vec![Inline { kind: text, span }]))
    }

    pub(super) fn report_html(&mut self, span: Span) {
        self.report(
            Diagnostic::at(Code::X101, span, "HTML werkt hier niet: lezers zien deze tekens als tekst.")
                .label("wordt letterlijk getoond")
                .hint("Gebruik Markdown, of zet er een backslash voor (`\\<`) als u deze tekens bedoelt."),
        );
    }

    /// A list, and its last item; `above` is that of the list just above it.
    pub(super) fn list(
        &mut self,
        start: Option<u64>,
        above: Option<ListAbove>,
    ) -> (BlockKind, Option<ListAbove>) {
        let mut items = Vec::new();
        let mut markers = Vec::new();
        let mut tight = true;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let span = self.span(&range);
                    let marker = self.marker(&range);
                    let task = match self.events.peek() {
                        Some((Event::TaskListMarker(done), range)) => {
                            let (done, range) = (*done, range.clone());
                            self.account.claim(range);
                            self.events.next();
                            Some(done)
                        }
                        _ => None,
                    };
                    tight &= !matches!(self.events.peek(), Some((Event::Start(Tag::Paragraph), _)));
                    // In a loose list the box stands inside the item's first paragraph.
                    let outer = self.task.take();
                    let blocks = self.blocks_in(Holder::Item(marker.text));
                    let inner = std::mem::replace(&mut self.task, outer);
                    items.push(ListItem { span, task: task.or(inner), blocks });
                    markers.push(marker);
                }
                _ => break,
            }
        }
        if let Some((above, first)) = above.zip(markers.first()) {
            self.judge_lists(&above, first);
        }
        let last = self.judge_list(&markers);
        let marks = start.map_or(Marks::Bullets, Marks::Numbers);
        (BlockKind::List(List { marks, tight, items }), last)
    }

    pub(super) fn definitions(&mut self) -> BlockKind {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.paragraph();
                    definitions.push(Definition { term, explanations: Vec::new() });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    // What begins with more colons is what another program calls a block.
                    let blocks = if self.judge_foreign_line(&range) {
                        self.blocks()
                    } else {
                        let column = self.column_of_explanation(&range);
                        self.blocks_in(Holder::Explanation(column))
                    };
                    if definitions.is_empty() {
                        definitions.push(Definition { term: Vec::new(), explanations: Vec::new() });
                    }
                    if let Some(last) = definitions.last_mut() {
                        last.explanations.push(blocks);
                    }
                }
                _ => break,
            }
        }
        BlockKind::Definitions(definitions)
    }
}

pub(super) fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

/// A paragraph; a figure when it holds one picture and nothing else.
fn paragraph(mut content: Vec<Inline>, span: Span) -> Option<Block> {
    match content.as_slice() {
        [] => None,
        [Inline { kind: InlineKind::Picture(_), .. }] => match content.remove(0).kind {
            InlineKind::Picture(picture) => Some(Block { kind: BlockKind::Figure(*picture), span }),
            _ => None,
        },
        _ => Some(Block { kind: BlockKind::Paragraph(content), span }),
    }
}

/// A quotation, or a callout when it opens with a known bold label.
fn quote(mut blocks: Vec<Block>) -> BlockKind {
    let Some(BlockKind::Paragraph(content)) = blocks.first_mut().map(|block| &mut block.kind) else {
        return BlockKind::Quote(blocks);
    };
    let Some(Inline { kind: InlineKind::Strong(label), .. }) = content.first() else {
        return BlockKind::Quote(blocks);
    };
    // With a note or a picture in it, the label would take that with it.
    let only_words = label.iter().all(|inline| matches!(inline.kind, InlineKind::Text(_)));
    let Some(callout) = Callout::from_label(&plain::inlines(label)).filter(|_| only_words) else {
        return BlockKind::Quote(blocks);
    };
    content.remove(0);
    while matches!(content.first(), Some(Inline { kind: InlineKind::SoftBreak | InlineKind::HardBreak, .. }))
    {
        content.remove(0);
    }
    if let Some(Inline { kind: InlineKind::Text(text), .. }) = content.first_mut() {
        *text = text.trim_start_matches([' ', ':']).into();
    }
    let is_blank = |inline: &Inline| match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        _ => false,
    };
    if content.iter().all(is_blank) {
        blocks.remove(0);
    }
    BlockKind::Callout(callout, blocks)
}
