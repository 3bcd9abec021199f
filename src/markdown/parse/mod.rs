//! From Markdown to the tree, in one pass over pulldown-cmark's events.
//!
//! Reading cannot fail: it gives a tree, and says what it made of the text
//! where that is not what the author will have meant (`surprises`). Nothing of the
//! text is lost without a word: `leftovers` keeps the account.

mod blocks;
mod inlines;
mod laws;
mod leftovers;
mod letters;
mod lines;
mod notes;
mod pasted;
mod surprises;
mod tables;
mod targets;

use std::collections::{HashMap, HashSet};
use std::iter::Peekable;
use std::ops::Range;

use ecow::EcoString;
use pulldown_cmark::{BrokenLink, CowStr, Event, OffsetIter, Options, Parser};

use leftovers::{Account, Addresses};
use notes::{NamedNote, NoteMark};
use surprises::Holder;

use super::Tekst;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::AfspraakNummer;
use crate::source::{ContentPath, SourceId, Span};

/// Blocks and emphasis may be nested this deep. Honest texts stay under six;
/// Typst stops laying out somewhere past thirty.
const MAX_DEPTH: usize = 12;

/// Our own scheme, given to brackets that CommonMark would leave as text. It
/// counts only on links of that kind, so that nobody can type it.
const AGREEMENT: &str = "afspraak:";

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
    let addresses = Addresses::of(events.reference_definitions());
    let mut reader = Reader {
        markdown,
        events: events.into_offset_iter().peekable(),
        diagnostics,
        depth: 0,
        too_deep: false,
        anchors: HashMap::new(),
        task: None,
        references: Vec::new(),
        definitions: HashMap::new(),
        note_names: None,
        account: Account::default(),
        addresses,
        holders: Vec::new(),
        stuck_until: None,
        in_foreign_block: false,
    };
    let blocks = reader.blocks();
    let footnotes = reader.footnotes();
    reader.leftovers();
    let tekst = Tekst { blocks, footnotes };
    pasted::tell(&tekst, markdown.source, markdown.text, reader.diagnostics);
    tekst
}

type Callback<'a> = Box<dyn FnMut(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)>>;

/// Makes `[B1]` a link.
fn broken_link<'a>(link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let reference = link.reference;
    AfspraakNummer::parse(&reference)?;
    Some((AGREEMENT.into(), reference))
}

struct Reader<'a, 'd> {
    markdown: &'a Markdown<'a>,
    events: Peekable<OffsetIter<'a, Callback<'a>>>,
    diagnostics: &'d mut Vec<Diagnostic>,
    depth: usize,
    too_deep: bool,
    /// How often each anchor was given.
    anchors: HashMap<EcoString, u32>,
    /// The box of the list item that is being read, when it has one.
    task: Option<bool>,
    /// Footnotes in the order in which the text names them.
    references: Vec<NoteMark>,
    definitions: HashMap<String, NamedNote>,
    /// The names of all notes, once somebody asked for them.
    note_names: Option<HashSet<String>>,
    account: Account,
    addresses: Addresses,
    /// The items, quotations and notes that the text being read is in.
    holders: Vec<Holder>,
    /// The end of a line that sticks to the one above it, and was told.
    stuck_until: Option<usize>,
    /// Whether a block of another program (`:::`) was begun and not ended.
    in_foreign_block: bool,
}

impl<'a> Reader<'a, '_> {
    fn span(&self, range: &Range<usize>) -> Span {
        let offset = self.markdown.body.start;
        Span::new(self.markdown.source, range.start + offset..range.end + offset)
    }

    /// The Markdown.
    fn body(&self) -> &'a str {
        &self.markdown.text[self.markdown.body.clone()]
    }

    /// The text as it was typed.
    fn raw(&self, range: &Range<usize>) -> &'a str {
        &self.body()[range.clone()]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Passes over what is nested too deep, to the end of it.
    fn skip(&mut self, range: &Range<usize>) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
        self.too_deep = true;
        self.account.claim(range.clone());
        let span = self.span(range);
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

fn is_comment(html: &str) -> bool {
    html.strip_prefix("<!--").is_some_and(|rest| rest.find("-->").is_some_and(|end| end + 3 == rest.len()))
}
