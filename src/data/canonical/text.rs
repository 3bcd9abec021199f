//! Running text as lines, each with its kind before it.

use super::fingerprint::Fingerprint;
use crate::markdown::{Block, BlockKind, Footnote, Inline, InlineKind, List, Marks, Picture, Target, Tekst};
use crate::source::Files;

/// Writes lines.
pub(super) struct Writer<'a> {
    files: Files<'a>,
    out: String,
}

impl<'a> Writer<'a> {
    pub(super) fn new(files: Files<'a>) -> Self {
        Self { files, out: String::new() }
    }

    pub(super) fn into_text(self) -> String {
        self.out
    }

    /// One line: a name and a value without line ends of its own.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        self.out.push_str(name);
        self.out.push_str(": ");
        for (index, word) in value.split_whitespace().enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            self.out.push_str(word);
        }
        self.out.push('\n');
    }

    pub(super) fn optional(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(name, value);
        }
    }

    pub(super) fn tekst(&mut self, tekst: &Tekst) {
        self.blocks(&tekst.blocks);
        self.footnotes(&tekst.footnotes);
    }

    pub(super) fn footnotes(&mut self, footnotes: &[Footnote]) {
        for (index, footnote) in footnotes.iter().enumerate() {
            self.line("voetnoot", &(index + 1).to_string());
            self.blocks(&footnote.blocks);
            self.line("einde voetnoot", "");
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(content) => self.content("alinea", content),
            BlockKind::Heading(heading) => self.content(&format!("kop {}", heading.level), &heading.content),
            BlockKind::List(list) => self.list(list),
            BlockKind::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    for cell in row {
                        self.content("cel", cell);
                    }
                    self.line("einde rij", "");
                }
            }
            BlockKind::Quote(blocks) => {
                self.line("citaat", "");
                self.blocks(blocks);
                self.line("einde citaat", "");
            }
            BlockKind::Callout(callout, blocks) => {
                self.line("kader", callout.id());
                self.blocks(blocks);
                self.line("einde kader", "");
            }
            BlockKind::Code { text, .. } => self.line("code", text),
            BlockKind::Figure(picture) => {
                self.picture(picture);
                self.optional("bijschrift", picture.caption.as_deref());
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.content("term", &definition.term);
                    for explanation in &definition.explanations {
                        self.line("uitleg", "");
                        self.blocks(explanation);
                        self.line("einde uitleg", "");
                    }
                }
            }
            BlockKind::Rule => self.line("streep", ""),
        }
    }

    fn list(&mut self, list: &List) {
        for (index, item) in list.items.iter().enumerate() {
            let (kind, number) = match list.marks {
                Marks::Bullets => ("punt", String::new()),
                Marks::Numbers(start) => ("genummerd", (start + index as u64).to_string()),
                // As paragraphs that begin with their letter, which they were before lists
                // of letters were known as such: what was signed then keeps its fingerprint.
                Marks::Letters(letters) => {
                    let mut blocks = item.blocks.as_slice();
                    if let [Block { kind: BlockKind::Paragraph(content), .. }, rest @ ..] = blocks {
                        self.content_after("alinea", &letters.mark(index), content);
                        blocks = rest;
                    }
                    self.blocks(blocks);
                    continue;
                }
            };
            let task = match item.task {
                None => "",
                Some(true) => "[x]",
                Some(false) => "[ ]",
            };
            self.line(kind, &format!("{number} {task}"));
            self.blocks(&item.blocks);
            self.line("einde punt", "");
        }
    }

    pub(super) fn content(&mut self, name: &str, content: &[Inline]) {
        self.content_after(name, "", content);
    }

    /// The words of `content` behind a mark.
    pub(super) fn content_after(&mut self, name: &str, mark: &str, content: &[Inline]) {
        let mut text = format!("{mark} ");
        marked(content, &mut text);
        self.line(name, &text);
        let mut pictures = Vec::new();
        crate::markdown::inlines(content, &mut |inline| {
            if let InlineKind::Picture(picture) = &inline.kind {
                pictures.push(picture);
            }
        });
        for picture in pictures {
            self.picture(picture);
        }
    }

    fn picture(&mut self, picture: &Picture) {
        self.line("afbeelding", &picture.alt);
        if let Some(file) = self.files.medium(&picture.path) {
            self.line("sha256", Fingerprint::of_bytes(&file.bytes).long());
        }
    }
}

/// The words, with marks where words alone do not say all: struck text, where
/// links go, which footnotes are named. A bracket of the text itself is marked
/// too, so that no text can look like a mark.
fn marked(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => {
                out.push_str(&text.as_str().replace('\\', "\\\\").replace('[', "\\["));
            }
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => marked(inner, out),
            InlineKind::Strikethrough(inner) => {
                out.push_str("[vervallen: ");
                marked(inner, out);
                out.push(']');
            }
            InlineKind::Link(target, inner) => {
                marked(inner, out);
                // That the program knows the law is not in what was agreed.
                if !matches!(**target, Target::Law(_)) {
                    out.push_str(&format!("[naar: {}]", target_text(target)));
                }
            }
            InlineKind::FootnoteReference(index) => out.push_str(&format!("[noot: {}]", index + 1)),
            InlineKind::Picture(picture) => out.push_str(&format!("[afbeelding: {}]", picture.alt)),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
        }
    }
}

fn target_text(target: &Target) -> String {
    match target {
        Target::Outside(address) => address.to_string(),
        Target::Law(bepaling) => bepaling.adres(),
        Target::Agreement(nummer) => format!("[{nummer}]"),
        Target::Anchor(anchor) => format!("#{anchor}"),
        Target::File(path, None) => path.to_string(),
        Target::File(path, Some(anchor)) => format!("{path}#{anchor}"),
        Target::Term(term) => format!("[[{term}]]"),
    }
}
