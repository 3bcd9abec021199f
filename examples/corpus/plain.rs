//! Plain pages, such as any program for websites knows: some 315 words, headings, a list, a table, a footnote and two
//! links each, without facts or figures of agreements. For measuring beside other programs, each with the same text.

use std::fmt::Write as _;

use super::pen::Pen;
use super::writer::Writer;
use super::{Document, NEWEST, zinnen};

/// Each document has one page for each of the first themes.
const PAGES: usize = 5;
/// Paragraphs are added until a page has this many words.
const WORDS: usize = 300;
/// Where the address of the next page of the document comes in a text.
const NEXT: &str = "NEXT-PAGE";

/// A document of plain pages.
pub struct Plain {
    /// Its folder.
    pub map: String,
    pub titel: String,
    pub gemeente: String,
    pub jaar: u32,
    pub inleiding: String,
    pub pages: Vec<Page>,
}

/// One page; its text links to the page after it.
pub struct Page {
    /// The name of its file, without the ending.
    pub name: &'static str,
    pub titel: String,
    next: &'static str,
    text: String,
}

impl Page {
    /// Its Markdown, with the link to the page after it as `link` writes it.
    pub fn text(&self, link: impl Fn(&str) -> String) -> String {
        self.text.replace(NEXT, &link(self.next))
    }
}

/// Documents with as many pages as asked, rounded up to whole documents.
pub fn documents(pages: usize) -> Vec<Plain> {
    (0..pages.div_ceil(PAGES)).map(document).collect()
}

fn document(index: usize) -> Plain {
    let document = Document::new(index, PAGES);
    let mut writer = Writer::new(&document);
    let mut pages: Vec<Page> = Vec::new();
    for (here, thema) in document.themas.iter().enumerate() {
        writer.here = here;
        let next = &document.themas[(here + 1) % PAGES];
        let text = text(&mut writer, thema.stof, &next.titel);
        pages.push(Page { name: thema.stof.id, titel: thema.titel.clone(), next: next.stof.id, text });
    }
    let inleiding =
        format!("Drie partijen leggen vast wat zij in {} doen voor het wonen.\n", document.gemeente);
    Plain {
        titel: format!("Prestatieafspraken {} {}", document.gemeente, document.jaren.0),
        map: document.map,
        gemeente: document.gemeente,
        jaar: document.jaren.0,
        inleiding,
        pages,
    }
}

/// The sentences that every program reads alike: without numbers of agreements and terms.
fn plain(stof: &zinnen::Stof) -> Vec<&'static str> {
    let ours = ["{ref}", "{ander}", "{bron}", "[["];
    let all = [stof.zinnen, zinnen::ALGEMEEN].concat();
    all.into_iter().filter(|zin| !ours.iter().any(|mark| zin.contains(mark))).collect()
}

fn text(writer: &mut Writer<'_>, stof: &zinnen::Stof, next: &str) -> String {
    let zinnen = plain(stof);
    let rows = table(&mut writer.pen);
    let mut some = |count: usize| -> Vec<String> {
        writer.pen.some(&zinnen, count).into_iter().map(|zin| writer.fill(zin)).collect()
    };
    let mut text = format!(
        "{} Zie ook [{next}]({NEXT}).[^1]\n\n## Wat wij doen\n\n{}\n\n",
        some(4).join(" "),
        some(4).join(" ")
    );
    for point in some(5) {
        let _ = writeln!(text, "- {point}");
    }
    let _ = write!(
        text,
        "\n## In cijfers\n\n{} De cijfers komen uit [de monitor](https://cijfers.example/monitor).\n\n{rows}\n## Hoe wij het volgen\n\n",
        some(3).join(" ")
    );
    while text.split_whitespace().count() < WORDS {
        let _ = write!(text, "{}\n\n", some(2).join(" "));
    }
    let _ = writeln!(text, "[^1]: {}", some(1).join(" "));
    text
}

fn table(pen: &mut Pen) -> String {
    let mut text = String::from("| Jaar | Woningen | Huur | Opknappen |\n| --- | ---: | ---: | ---: |\n");
    for jaar in NEWEST..NEWEST + 4 {
        let (woningen, huur, opknappen) = (10 + pen.below(90), 500 + pen.below(300), 3 + pen.below(57));
        let _ = writeln!(text, "| {jaar} | {woningen} | {huur} | {opknappen} |");
    }
    text
}
