//! The tree as HTML. All text is escaped; nothing of the author's is markup.

use std::fmt::Write;

use super::{
    Alignment, Block, BlockKind, Callout, Cell, Definition, Footnote, Heading, Inline, InlineKind,
    LetterForm, Letters, List, Marks, Picture, Series, Table, Target, plain,
};
use crate::source::ContentPath;

/// What the writer must be told of the page that it writes for.
pub trait Surroundings {
    /// Where a link goes; nothing when its target is not there.
    fn href(&self, target: &Target) -> Option<String>;
    /// Address and size in pixels of a picture.
    fn picture(&self, path: &ContentPath) -> (String, Option<(u32, u32)>);
    /// What to write behind a term that is shown as `inner` before `next`, when
    /// the page names it for the first time.
    fn expansion(&self, term: &str, inner: &[Inline], next: Option<&Inline>) -> Option<String>;
    /// A fixed text of the theme, with values filled in.
    fn label(&self, key: &str, values: &[(&str, &str)]) -> String;
}

/// Writes the blocks of one file. It remembers which footnotes were named, so
/// that the parts of a file may be written one by one.
pub struct HtmlWriter<'a> {
    surroundings: Box<dyn Surroundings + 'a>,
    /// Added to the level of each heading: 1 on the page that has all chapters.
    deeper: u8,
    /// Added as well, for an agreement that stands elsewhere than it was written.
    moved: i8,
    /// Stands before every id, so that chapters can share a page.
    prefix: &'a str,
    /// How often each footnote was named so far.
    named: Vec<usize>,
    /// Whether it is a heading that is written: that explains no terms.
    quiet: bool,
    out: String,
}

impl<'a> HtmlWriter<'a> {
    /// A writer for a page, or for a chapter of a longer one: its headings are `deeper`, and `prefix`
    /// stands before its anchors.
    pub fn within(surroundings: Box<dyn Surroundings + 'a>, deeper: u8, prefix: &'a str) -> Self {
        Self { surroundings, deeper, moved: 0, prefix, named: Vec::new(), quiet: false, out: String::new() }
    }

    /// `blocks` as HTML.
    pub fn blocks(&mut self, blocks: &[Block]) -> String {
        self.write_blocks(blocks);
        std::mem::take(&mut self.out)
    }

    /// `content` as HTML, for a title.
    pub fn inlines(&mut self, content: &[Inline]) -> String {
        self.quietly(content);
        std::mem::take(&mut self.out)
    }

    /// From here on headings are `levels` deeper, or less deep, than they were written.
    pub fn move_headings(&mut self, levels: i8) {
        self.moved = levels;
    }

    /// The section of footnotes; empty when there are none.
    pub fn footnotes(&mut self, footnotes: &[Footnote]) -> String {
        if footnotes.is_empty() {
            return String::new();
        }
        let title = self.label("voetnoten");
        let level = 2 + self.deeper;
        self.format(format_args!("<section class=\"voetnoten\"><h{level} class=\"vh\">"));
        escape(&title, &mut self.out);
        self.format(format_args!("</h{level}><ol>\n"));
        for (index, footnote) in footnotes.iter().enumerate() {
            let number = index + 1;
            let prefix = self.prefix;
            self.format(format_args!("<li id=\"{prefix}_noot-{number}\">"));
            self.write_blocks(&footnote.blocks);
            let back = self.label("terug-naar-tekst");
            self.format(format_args!(
                "<a class=\"terug\" href=\"#{prefix}_noot-{number}-terug\" aria-label=\""
            ));
            escape(&back, &mut self.out);
            self.out.push_str("\">↩</a></li>\n");
        }
        self.out.push_str("</ol></section>\n");
        std::mem::take(&mut self.out)
    }

    fn label(&self, key: &str) -> String {
        self.surroundings.label(key, &[])
    }

    fn format(&mut self, arguments: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(arguments);
    }

    fn write_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                self.out.push_str("<p>");
                self.write_inlines(content);
                self.out.push_str("</p>\n");
            }
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::List(list) => self.list(list),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) => {
                self.out.push_str("<blockquote>\n");
                self.write_blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            BlockKind::Callout(callout, blocks) => self.callout(*callout, blocks),
            BlockKind::Code { text, .. } => {
                self.out.push_str("<pre tabindex=\"0\"><code>");
                escape(text, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            BlockKind::Figure(picture) => self.figure(picture),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Rule => self.out.push_str("<hr>\n"),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let level = i16::from(heading.level + self.deeper) + i16::from(self.moved);
        let level = level.clamp(2, 6);
        self.format(format_args!("<h{level} id=\""));
        self.out.push_str(self.prefix);
        escape(&heading.anchor, &mut self.out);
        self.out.push_str("\">");
        self.quietly(&heading.content);
        let link = self.surroundings.label("link-naar", &[("titel", &plain::inlines(&heading.content))]);
        self.out.push_str(" <a class=\"anker\" href=\"#");
        self.out.push_str(self.prefix);
        escape(&heading.anchor, &mut self.out);
        self.out.push_str("\" aria-label=\"");
        escape(&link, &mut self.out);
        self.format(format_args!("\"></a></h{level}>\n"));
    }

    fn list(&mut self, list: &List) {
        let tasks = list.items.iter().any(|item| item.task.is_some());
        match list.marks {
            _ if tasks => self.out.push_str("<ul class=\"takenlijst\">\n"),
            Marks::Bullets => self.out.push_str("<ul>\n"),
            Marks::Numbers(1) => self.out.push_str("<ol>\n"),
            Marks::Numbers(start) => self.format(format_args!("<ol start=\"{start}\">\n")),
            Marks::Letters(letters) => self.letters(letters),
        }
        for item in &list.items {
            match item.task {
                None => self.out.push_str("<li>"),
                Some(done) => {
                    let (class, key) = if done { ("klaar", "gedaan") } else { ("open", "nog-te-doen") };
                    self.format(format_args!("<li class=\"taak {class}\"><span class=\"vh\">"));
                    let word = self.label(key);
                    escape(&word, &mut self.out);
                    self.out.push_str(": </span>");
                }
            }
            self.item(&item.blocks, list.tight);
            self.out.push_str("</li>\n");
        }
        let unordered = tasks || list.marks == Marks::Bullets;
        self.out.push_str(if unordered { "</ul>\n" } else { "</ol>\n" });
    }

    /// Opens a list of letters. `type` says which ones where no styles are; what stands
    /// around them only styles can say.
    fn letters(&mut self, Letters { series, form, start }: Letters) {
        let (kind, name) = match series {
            Series::Alphabet => ("a", "letters"),
            Series::Roman => ("i", "romeins"),
        };
        self.format(format_args!("<ol type=\"{kind}\""));
        if start != 1 {
            self.format(format_args!(" start=\"{start}\""));
        }
        match form {
            LetterForm::Dot => {}
            LetterForm::Bracket => self.format(format_args!(" class=\"{name}-haakje\"")),
            LetterForm::Brackets => self.format(format_args!(" class=\"{name}-haakjes\"")),
        }
        self.out.push_str(">\n");
    }

    /// The paragraphs of a tight list stand in no `<p>`.
    fn item(&mut self, blocks: &[Block], tight: bool) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(content) if tight => {
                    self.write_inlines(content);
                    self.out.push('\n');
                }
                _ => self.block(block),
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let heads: Vec<String> = table.head.iter().map(|cell| plain::inlines(cell)).collect();
        let name = self.surroundings.label("tabel", &[("koppen", &heads.join(", "))]);
        self.out.push_str("<div class=\"tabel\" role=\"group\" tabindex=\"0\" aria-label=\"");
        escape(&name, &mut self.out);
        self.out.push_str("\"><table>\n<thead><tr>");
        for (index, cell) in table.head.iter().enumerate() {
            self.cell(("<th scope=\"col\"", "</th>"), table.alignment.get(index), cell);
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.out.push_str("<tr>");
            for (index, cell) in row.iter().enumerate() {
                self.cell(("<td", "</td>"), table.alignment.get(index), cell);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn cell(&mut self, (open, close): (&str, &str), alignment: Option<&Alignment>, cell: &Cell) {
        self.out.push_str(open);
        self.out.push_str(match alignment {
            Some(Alignment::Right) => " class=\"rechts\">",
            Some(Alignment::Center) => " class=\"midden\">",
            _ => ">",
        });
        self.write_inlines(cell);
        self.out.push_str(close);
    }

    fn callout(&mut self, callout: Callout, blocks: &[Block]) {
        let id = callout.id();
        self.format(format_args!("<div class=\"kader kader-{id}\" role=\"note\"><p class=\"kader-titel\">"));
        let title = self.label(&format!("kader-{id}"));
        escape(&title, &mut self.out);
        self.out.push_str("</p>\n");
        self.write_blocks(blocks);
        self.out.push_str("</div>\n");
    }

    fn figure(&mut self, picture: &Picture) {
        self.out.push_str("<figure>");
        self.image(picture, None);
        if let Some(caption) = &picture.caption {
            self.out.push_str("<figcaption>");
            escape(caption, &mut self.out);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn image(&mut self, picture: &Picture, class: Option<&str>) {
        let (src, size) = self.surroundings.picture(&picture.path);
        self.out.push_str("<img");
        if let Some(class) = class {
            self.format(format_args!(" class=\"{class}\""));
        }
        self.out.push_str(" src=\"");
        escape(&src, &mut self.out);
        self.out.push_str("\" alt=\"");
        escape(&picture.alt, &mut self.out);
        self.out.push('"');
        if let Some((width, height)) = size {
            self.format(format_args!(" width=\"{width}\" height=\"{height}\""));
        }
        self.out.push('>');
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        self.out.push_str("<dl>\n");
        for definition in definitions {
            self.out.push_str("<dt>");
            self.write_inlines(&definition.term);
            self.out.push_str("</dt>\n");
            for explanation in &definition.explanations {
                self.out.push_str("<dd>");
                self.item(explanation, explanation.len() == 1);
                self.out.push_str("</dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }

    fn write_inlines(&mut self, content: &[Inline]) {
        for (index, inline) in content.iter().enumerate() {
            match &inline.kind {
                InlineKind::Link(target, inner) => self.link(target, inner, content.get(index + 1)),
                _ => self.inline(inline),
            }
        }
    }

    /// The text of a title or heading, which explains no terms.
    fn quietly(&mut self, content: &[Inline]) {
        self.quiet = true;
        self.write_inlines(content);
        self.quiet = false;
    }

    fn inline(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::Text(text) => escape(text, &mut self.out),
            InlineKind::Code(text) => self.wrapped("code", |writer| escape(text, &mut writer.out)),
            InlineKind::Emphasis(inner) => self.wrapped("em", |writer| writer.write_inlines(inner)),
            InlineKind::Strong(inner) => self.wrapped("strong", |writer| writer.write_inlines(inner)),
            InlineKind::Strikethrough(inner) => self.wrapped("del", |writer| writer.write_inlines(inner)),
            // Written with what comes next, in `write_inlines`.
            InlineKind::Link(target, inner) => self.link(target, inner, None),
            InlineKind::Picture(picture) => self.image(picture, Some("in-tekst")),
            InlineKind::FootnoteReference(index) => self.footnote_reference(*index),
            InlineKind::SoftBreak => self.out.push('\n'),
            InlineKind::HardBreak => self.out.push_str("<br>\n"),
        }
    }

    fn wrapped(&mut self, tag: &str, inner: impl FnOnce(&mut Self)) {
        self.format(format_args!("<{tag}>"));
        inner(self);
        self.format(format_args!("</{tag}>"));
    }

    fn link(&mut self, target: &Target, inner: &[Inline], next: Option<&Inline>) {
        let Some(href) = self.surroundings.href(target) else {
            return self.unlinked(target, inner);
        };
        self.out.push_str(match target {
            Target::Agreement(_) => "<a class=\"verwijzing\" href=\"",
            Target::Term(_) => "<a class=\"begrip\" href=\"",
            Target::Law(_) => "<a class=\"wet\" rel=\"external\" href=\"",
            Target::Outside(_) => "<a rel=\"external\" href=\"",
            Target::Anchor(_) | Target::File(..) => "<a href=\"",
        });
        escape(&href, &mut self.out);
        self.out.push_str("\">");
        self.write_inlines(inner);
        self.out.push_str("</a>");
        if let Target::Term(term) = target
            && !self.quiet
            && let Some(expansion) = self.surroundings.expansion(term, inner, next)
        {
            self.out.push_str(" <span class=\"voluit\">(");
            escape(&expansion, &mut self.out);
            self.out.push_str(")</span>");
        }
    }

    /// A bracket that is no reference after all, such as `[2025]`, is text.
    fn unlinked(&mut self, target: &Target, inner: &[Inline]) {
        let bracket = matches!(target, Target::Agreement(_));
        if bracket {
            self.out.push('[');
        }
        self.write_inlines(inner);
        if bracket {
            self.out.push(']');
        }
    }

    fn footnote_reference(&mut self, index: usize) {
        if self.named.len() <= index {
            self.named.resize(index + 1, 0);
        }
        self.named[index] += 1;
        let number = index + 1;
        let prefix = self.prefix;
        // The way back leads to the first place that names the note.
        let id = match self.named[index] {
            1 => format!("{prefix}_noot-{number}-terug"),
            count => format!("{prefix}_noot-{number}-terug-{count}"),
        };
        let name = self.surroundings.label("voetnoot", &[("nummer", &number.to_string())]);
        self.format(format_args!(
            "<sup class=\"noot\"><a id=\"{id}\" href=\"#{prefix}_noot-{number}\" aria-label=\""
        ));
        escape(&name, &mut self.out);
        self.format(format_args!("\">{number}</a></sup>"));
    }
}

/// Text for HTML: between tags and between double quotes.
pub fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '&', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}
