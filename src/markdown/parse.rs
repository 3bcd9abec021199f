//! From Markdown to the tree, in one pass over pulldown-cmark's events.
//!
//! Reading cannot fail: it gives a tree, and says what it made of the text
//! where that is not what the author will have meant.

use std::collections::{HashMap, HashSet};
use std::iter::Peekable;
use std::ops::Range;

use ecow::EcoString;
use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag,
};

use super::typography::Typographer;
use super::{
    Alignment, Block, BlockKind, Callout, Definition, Footnote, Heading, Inline, InlineKind, List, ListItem,
    Picture, Table, Target, Tekst, plain,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::AfspraakNummer;
use crate::source::{ContentPath, SourceId, Span};

/// Blocks and emphasis may be nested this deep. Honest texts stay under six;
/// Typst stops laying out somewhere past thirty.
const MAX_DEPTH: usize = 12;

/// Our own schemes, given to brackets that CommonMark would leave as text.
/// They count only on links of that kind, so that nobody can type them.
const AGREEMENT: &str = "afspraak:";
const FOOTNOTE: &str = "voetnoot:";

/// The Markdown to read.
#[derive(Debug, Clone)]
pub struct Markdown<'a> {
    /// The file.
    pub source: SourceId,
    /// Its path, against which pictures and links are resolved.
    pub path: &'a ContentPath,
    /// The whole text of the file.
    pub text: &'a str,
    /// The part of it that is Markdown.
    pub body: Range<usize>,
}

/// Reads `markdown`.
pub fn parse(markdown: &Markdown, diagnostics: &mut Vec<Diagnostic>) -> Tekst {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let callback: Callback = Box::new(broken_link);
    let body = &markdown.text[markdown.body.clone()];
    let events = Parser::new_with_broken_link_callback(body, options, Some(callback));
    let mut reader = Reader {
        markdown,
        events: events.into_offset_iter().peekable(),
        diagnostics,
        depth: 0,
        too_deep: false,
        anchors: HashSet::new(),
        task: None,
        references: Vec::new(),
        definitions: HashMap::new(),
    };
    let blocks = reader.blocks();
    let footnotes = reader.footnotes();
    Tekst { blocks, footnotes }
}

type Callback<'a> = Box<dyn FnMut(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)>>;

/// Makes `[B1]` a link, and finds footnotes that nobody wrote.
fn broken_link<'a>(link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let reference = link.reference;
    if reference.starts_with('^') {
        return Some((FOOTNOTE.into(), reference));
    }
    AfspraakNummer::parse(&reference)?;
    Some((AGREEMENT.into(), reference))
}

struct Reader<'a, 'd> {
    markdown: &'a Markdown<'a>,
    events: Peekable<OffsetIter<'a, Callback<'a>>>,
    diagnostics: &'d mut Vec<Diagnostic>,
    depth: usize,
    too_deep: bool,
    anchors: HashSet<EcoString>,
    /// The box of the list item that is being read, when it has one.
    task: Option<bool>,
    /// Labels of footnotes in the order in which the text names them.
    references: Vec<String>,
    definitions: HashMap<String, Footnote>,
}

impl<'a> Reader<'a, '_> {
    fn span(&self, range: &Range<usize>) -> Span {
        let offset = self.markdown.body.start;
        Span::new(self.markdown.source, range.start + offset..range.end + offset)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Blocks up to the end of what holds them.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => blocks.extend(self.block(tag, range)),
                Event::Rule => blocks.push(Block { kind: BlockKind::Rule, span: self.span(&range) }),
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
        blocks
    }

    fn block(&mut self, tag: Tag<'a>, range: Range<usize>) -> Option<Block> {
        let span = self.span(&range);
        if self.depth >= MAX_DEPTH {
            self.skip(span);
            return None;
        }
        self.depth += 1;
        let kind = match tag {
            Tag::Paragraph => {
                let content = self.inlines();
                self.depth -= 1;
                return paragraph(content, span);
            }
            Tag::Heading { level, id, .. } => Some(self.heading(level, id)),
            Tag::BlockQuote(_) => Some(quote(self.blocks())),
            Tag::CodeBlock(kind) => Some(self.code(kind, &range)),
            Tag::HtmlBlock => self.html_block(span),
            Tag::List(start) => Some(self.list(start)),
            Tag::Table(alignment) => Some(self.table(&alignment)),
            Tag::DefinitionList => Some(self.definitions()),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks();
                self.definitions.insert(label.to_string(), Footnote { blocks, span });
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

    /// Passes over what is nested too deep, to the end of it.
    fn skip(&mut self, span: Span) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
        if !self.too_deep {
            self.too_deep = true;
            self.report(
                Diagnostic::at(
                    Code::X102,
                    span,
                    format!("Deze tekst is meer dan {MAX_DEPTH} niveaus diep genest."),
                )
                .label("dit is te diep")
                .hint("Maak de lijst of het citaat minder diep, bijvoorbeeld met een kop ertussen."),
            );
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<CowStr<'a>>) -> BlockKind {
        let content = self.inlines();
        let explicit = id.is_some();
        let base =
            id.map_or_else(|| slug::slugify(plain::inlines(&content)).into(), |id| EcoString::from(&*id));
        let base = if base.is_empty() { EcoString::from("kop") } else { base };
        let mut anchor = base.clone();
        // An anchor of the author's own stays as it is; a double is for the checks to report.
        let mut count = 2;
        while !self.anchors.insert(anchor.clone()) && !explicit {
            anchor = ecow::eco_format!("{base}-{count}");
            count += 1;
        }
        BlockKind::Heading(Heading { level: level as u8, anchor, explicit, content })
    }

    fn code(&mut self, kind: CodeBlockKind<'a>, range: &Range<usize>) -> BlockKind {
        let mut text = EcoString::new();
        let mut body: Option<Range<usize>> = None;
        for (event, range) in self.events.by_ref() {
            match event {
                Event::Text(part) => {
                    text.push_str(&part);
                    let start = body.as_ref().map_or(range.start, |body| body.start);
                    body = Some(start..range.end);
                }
                _ => break,
            }
        }
        let language = match kind {
            CodeBlockKind::Fenced(info) => {
                self.check_closed(range);
                info.split_whitespace().next().unwrap_or_default().into()
            }
            CodeBlockKind::Indented => EcoString::new(),
        };
        let body = self.span(&body.unwrap_or(range.end..range.end));
        BlockKind::Code { language, text, body }
    }

    fn check_closed(&mut self, range: &Range<usize>) {
        let body = &self.markdown.text[self.markdown.body.clone()];
        let block = body[range.clone()].trim_end();
        let last = block.lines().next_back().unwrap_or_default().trim_start_matches(['>', ' ']);
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
    fn html_block(&mut self, span: Span) -> Option<BlockKind> {
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
        self.report_html(span);
        let text = InlineKind::Text(text.lines().collect::<Vec<_>>().join(" ").into());
        Some(BlockKind::Paragraph(vec![Inline { kind: text, span }]))
    }

    fn report_html(&mut self, span: Span) {
        self.report(
            Diagnostic::at(Code::X101, span, "HTML werkt hier niet: lezers zien deze tekens als tekst.")
                .label("wordt letterlijk getoond")
                .hint("Gebruik Markdown, of zet er een backslash voor (`\\<`) als u deze tekens bedoelt."),
        );
    }

    fn list(&mut self, start: Option<u64>) -> BlockKind {
        let mut items = Vec::new();
        let mut tight = true;
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let task = match self.events.peek() {
                        Some((Event::TaskListMarker(done), _)) => {
                            let done = *done;
                            self.events.next();
                            Some(done)
                        }
                        _ => None,
                    };
                    tight &= !matches!(self.events.peek(), Some((Event::Start(Tag::Paragraph), _)));
                    // In a loose list the box stands inside the item's first paragraph.
                    let outer = self.task.take();
                    let blocks = self.blocks();
                    let inner = std::mem::replace(&mut self.task, outer);
                    items.push(ListItem { task: task.or(inner), blocks });
                }
                _ => break,
            }
        }
        BlockKind::List(List { start, tight, items })
    }

    fn table(&mut self, alignment: &[pulldown_cmark::Alignment]) -> BlockKind {
        let alignment: Vec<Alignment> = alignment
            .iter()
            .map(|alignment| match alignment {
                pulldown_cmark::Alignment::None => Alignment::Auto,
                pulldown_cmark::Alignment::Left => Alignment::Left,
                pulldown_cmark::Alignment::Center => Alignment::Center,
                pulldown_cmark::Alignment::Right => Alignment::Right,
            })
            .collect();
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(),
                Event::Start(Tag::TableRow) => rows.push(self.cells()),
                _ => break,
            }
        }
        BlockKind::Table(Table { alignment, head, rows })
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = self.events.next() {
            cells.push(self.inlines());
        }
        cells
    }

    fn definitions(&mut self) -> BlockKind {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.inlines();
                    definitions.push(Definition { term, explanations: Vec::new() });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let blocks = self.blocks();
                    if let Some(last) = definitions.last_mut() {
                        last.explanations.push(blocks);
                    }
                }
                _ => break,
            }
        }
        BlockKind::Definitions(definitions)
    }

    /// Text up to the end of what holds it.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut content);
        }
        Typographer::default().set(&mut content);
        content
    }

    /// Text that begins with `event` and ends before the next block or the end
    /// of what holds it.
    fn inlines_from(&mut self, event: Event<'a>, range: Range<usize>) -> Vec<Inline> {
        let mut content = Vec::new();
        self.inline(event, range, &mut content);
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(_) | Event::Rule => break,
                Event::Start(tag) if is_block(tag) => break,
                _ => {}
            }
            let Some((event, range)) = self.events.next() else { break };
            self.inline(event, range, &mut content);
        }
        Typographer::default().set(&mut content);
        content
    }

    fn inline(&mut self, event: Event<'a>, range: Range<usize>, content: &mut Vec<Inline>) {
        let span = self.span(&range);
        let kind = match event {
            Event::Text(text) => return push_text(content, &text, span),
            Event::Code(text) => InlineKind::Code(EcoString::from(&*text)),
            Event::SoftBreak => InlineKind::SoftBreak,
            Event::HardBreak => InlineKind::HardBreak,
            Event::InlineHtml(html) | Event::Html(html) => match self.inline_html(&html, span) {
                Some(kind) => kind,
                None => return,
            },
            Event::FootnoteReference(label) => InlineKind::FootnoteReference(self.reference(&label)),
            Event::Start(tag) => {
                if self.depth >= MAX_DEPTH {
                    return self.skip(span);
                }
                self.depth += 1;
                self.container(tag, span, content);
                self.depth -= 1;
                return;
            }
            Event::TaskListMarker(done) => {
                self.task = Some(done);
                return;
            }
            _ => return,
        };
        content.push(Inline { kind, span });
    }

    fn inline_html(&mut self, html: &str, span: Span) -> Option<InlineKind> {
        let tag = html.trim().to_lowercase();
        if matches!(tag.as_str(), "<br>" | "<br/>" | "<br />") {
            return Some(InlineKind::HardBreak);
        }
        if is_comment(&tag) {
            return None;
        }
        self.report_html(span);
        Some(InlineKind::Text(html.into()))
    }

    fn container(&mut self, tag: Tag<'a>, span: Span, content: &mut Vec<Inline>) {
        let kind = match tag {
            Tag::Emphasis => InlineKind::Emphasis(self.raw_inlines()),
            Tag::Strong => InlineKind::Strong(self.raw_inlines()),
            Tag::Strikethrough => InlineKind::Strikethrough(self.raw_inlines()),
            Tag::Link { link_type, dest_url, id, .. } => {
                let text = self.raw_inlines();
                match self.target(link_type, &dest_url, &id, span) {
                    Some(target) => InlineKind::Link(target, text),
                    None => return content.extend(text),
                }
            }
            Tag::Image { dest_url, title, .. } => {
                let alt = plain::inlines(&self.raw_inlines());
                match self.picture(&dest_url, &title, &alt, span) {
                    Some(picture) => InlineKind::Picture(picture),
                    None => return,
                }
            }
            _ => return content.extend(self.raw_inlines()),
        };
        content.push(Inline { kind, span });
    }

    /// Text inside other text: quotes are set when the whole is complete, as
    /// the letter before one may stand outside.
    fn raw_inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut content);
        }
        content
    }

    fn target(&mut self, kind: LinkType, address: &str, id: &str, span: Span) -> Option<Target> {
        match kind {
            LinkType::WikiLink { .. } => return Some(Target::Term(address.into())),
            LinkType::Email => return Some(Target::Outside(ecow::eco_format!("mailto:{address}"))),
            LinkType::ShortcutUnknown | LinkType::ReferenceUnknown | LinkType::CollapsedUnknown => {
                if address == AGREEMENT {
                    return Some(Target::Agreement(id.into()));
                }
                self.report(
                    Diagnostic::at(Code::V106, span, format!("De voetnoot `[{id}]` bestaat niet."))
                        .label("deze noot ontbreekt")
                        .hint(format!(
                            "Schrijf onderaan het bestand een regel `[{id}]: …` met de tekst van de noot."
                        )),
                );
                return None;
            }
            _ => {}
        }
        match classify(address, self.markdown.path) {
            Ok(target) => Some(target),
            Err(Refused::Scheme) => {
                self.report(
                    Diagnostic::at(Code::V105, span, format!("Een verwijzing naar `{}` mag hier niet.", shorten(address)))
                        .label("dit adres")
                        .hint("Gebruik een adres dat begint met https://, mailto: of tel:, of de naam van een bestand."),
                );
                None
            }
            Err(Refused::Outside) => {
                self.report(outside(span, address));
                None
            }
        }
    }

    fn picture(&mut self, address: &str, title: &str, alt: &str, span: Span) -> Option<Picture> {
        if address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
            self.report(
                Diagnostic::at(
                    Code::V105,
                    span,
                    "Een afbeelding van een andere website kan niet worden opgenomen.",
                )
                .label("staat op een andere plek")
                .hint("Zet het bestand in de map `media` en verwijs daarnaar."),
            );
            return None;
        }
        let Some(path) = self.markdown.path.resolve(&percent_decode(address)) else {
            self.report(outside(span, address));
            return None;
        };
        let mut typographer = Typographer::default();
        let caption = (!title.trim().is_empty()).then(|| typographer.text(title.trim()));
        Some(Picture { path, alt: Typographer::default().text(alt.trim()), caption, span })
    }

    fn reference(&mut self, label: &str) -> usize {
        if let Some(index) = self.references.iter().position(|known| known == label) {
            return index;
        }
        self.references.push(label.to_owned());
        self.references.len() - 1
    }

    /// The footnotes in the order of the text; those that nobody names are reported.
    fn footnotes(&mut self) -> Vec<Footnote> {
        let labels = std::mem::take(&mut self.references);
        let mut definitions = std::mem::take(&mut self.definitions);
        // The parser only reports references of which there is a definition.
        let used = labels.iter().filter_map(|label| definitions.remove(label)).collect();
        let mut unused: Vec<(String, Footnote)> = definitions.into_iter().collect();
        unused.sort_by_key(|(_, footnote)| footnote.span);
        for (label, footnote) in unused {
            self.report(
                Diagnostic::at(
                    Code::V107,
                    footnote.span,
                    format!("De voetnoot `[^{label}]` wordt nergens genoemd."),
                )
                .label("deze noot ziet niemand")
                .hint(format!("Zet `[^{label}]` in de tekst waar de noot bij hoort, of haal de noot weg.")),
            );
        }
        used
    }
}

fn is_block(tag: &Tag) -> bool {
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
            InlineKind::Picture(picture) => Some(Block { kind: BlockKind::Figure(picture), span }),
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
    let Some(callout) = Callout::from_label(&plain::inlines(label)) else {
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
    let empty = plain::inlines(content).trim().is_empty();
    if empty {
        blocks.remove(0);
    }
    BlockKind::Callout(callout, blocks)
}

fn push_text(content: &mut Vec<Inline>, text: &str, span: Span) {
    if let Some(Inline { kind: InlineKind::Text(last), span: last_span }) = content.last_mut() {
        last.push_str(text);
        last_span.end = span.end;
        return;
    }
    content.push(Inline { kind: InlineKind::Text(text.into()), span });
}

fn is_comment(html: &str) -> bool {
    html.starts_with("<!--") && html.ends_with("-->")
}

/// Why a link is not made.
enum Refused {
    /// Its kind of address is not one of those that are safe.
    Scheme,
    /// It leads out of `content/`.
    Outside,
}

/// What an address that an author typed leads to. Only kinds that are known
/// to be harmless pass; `javascript:` and its many spellings are simply not
/// among them.
fn classify(address: &str, from: &ContentPath) -> Result<Target, Refused> {
    let address = address.trim();
    if address.is_empty() || address.chars().any(|c| c.is_control()) {
        return Err(Refused::Scheme);
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return Ok(Target::Anchor(anchor.into()));
    }
    let scheme_end = address.find([':', '/', '?', '#']);
    if let Some(end) = scheme_end.filter(|end| address[*end..].starts_with(':')) {
        let scheme = address[..end].to_ascii_lowercase();
        let allowed = match scheme.as_str() {
            "http" | "https" => crate::model::WebAdres::parse(address).is_some(),
            "mailto" | "tel" => !address.contains(char::is_whitespace),
            _ => false,
        };
        return if allowed { Ok(Target::Outside(address.into())) } else { Err(Refused::Scheme) };
    }
    if address.starts_with("//") {
        return Err(Refused::Scheme);
    }
    let (path, anchor) =
        address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let path = from.resolve(&percent_decode(path)).ok_or(Refused::Outside)?;
    Ok(Target::File(path, anchor.filter(|anchor| !anchor.is_empty()).map(EcoString::from)))
}

/// `kaart%20noord.svg` is how editors write a name with a space in it.
fn percent_decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |byte: u8| char::from(byte).to_digit(16);
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                let value = hex(*high).unwrap_or(0) * 16 + hex(*low).unwrap_or(0);
                bytes.push(value as u8);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

fn outside(span: Span, address: &str) -> Diagnostic {
    Diagnostic::at(
        Code::V108,
        span,
        format!("Het pad `{}` wijst buiten de map met bronnen.", shorten(address)),
    )
    .label("dit pad")
    .hint("Noem een bestand in de map `content`, gezien vanuit dit bestand, met `/` tussen de mappen.")
}

fn shorten(address: &str) -> String {
    const MOST: usize = 60;
    if address.chars().count() <= MOST {
        return address.to_owned();
    }
    address.chars().take(MOST).chain(['…']).collect()
}
