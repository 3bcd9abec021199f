//! The reader of Markdown: the events of pulldown-cmark, and what is known while
//! they are read.

use std::collections::{HashMap, HashSet};
use std::iter::Peekable;
use std::ops::Range;

use ecow::EcoString;
use pulldown_cmark::{BrokenLink, CowStr, Event, OffsetIter, Options, Parser};

use super::account::{Account, Addresses};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::Footnote;
use crate::names::AfspraakNummer;
use crate::source::{ContentPath, SourceId, Span};

/// Blocks and emphasis may be nested this deep. Honest texts stay under six;
/// Typst stops laying out somewhere past thirty.
pub(super) const MAX_DEPTH: usize = 12;

/// Our own scheme, given to brackets that CommonMark would leave as text. It
/// counts only on links of that kind, so that nobody can type it.
pub(super) const AGREEMENT: &str = "afspraak:";

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

type Callback<'a> = Box<dyn FnMut(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)>>;

/// Makes `[B1]` a link.
fn broken_link<'a>(link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let reference = link.reference;
    AfspraakNummer::parse(&reference)?;
    Some((AGREEMENT.into(), reference))
}

/// Reads the events of one text, one after the other.
pub(super) struct Reader<'a, 'd> {
    pub(super) markdown: &'a Markdown<'a>,
    pub(super) events: Peekable<OffsetIter<'a, Callback<'a>>>,
    pub(super) diagnostics: &'d mut Vec<Diagnostic>,
    pub(super) depth: usize,
    pub(super) too_deep: bool,
    /// How often each anchor was given.
    pub(super) anchors: HashMap<EcoString, u32>,
    /// The box of the list item that is being read, when it has one.
    pub(super) task: Option<bool>,
    /// Footnotes in the order in which the text names them.
    pub(super) references: Vec<NoteMark>,
    pub(super) definitions: HashMap<String, NamedNote>,
    /// The names of all notes, once somebody asked for them.
    pub(super) note_names: Option<HashSet<String>>,
    pub(super) account: Account,
    pub(super) addresses: Addresses,
    /// The items, quotations and notes that the text being read is in.
    pub(super) holders: Vec<Holder>,
    /// The end of a line that sticks to the one above it, and was told.
    pub(super) stuck_until: Option<usize>,
    /// Whether a block of another program (`:::`) was begun and not ended.
    pub(super) in_foreign_block: bool,
}

impl<'a, 'd> Reader<'a, 'd> {
    /// A reader at the beginning of `markdown`.
    pub(super) fn new(markdown: &'a Markdown<'a>, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
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
        Self {
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
        }
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let offset = self.markdown.body.start;
        Span::new(self.markdown.source, range.start + offset..range.end + offset)
    }

    /// The Markdown.
    pub(super) fn body(&self) -> &'a str {
        &self.markdown.text[self.markdown.body.clone()]
    }

    /// The text as it was typed.
    pub(super) fn raw(&self, range: &Range<usize>) -> &'a str {
        &self.body()[range.clone()]
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Passes over what is nested too deep, to the end of it.
    pub(super) fn skip(&mut self, range: &Range<usize>) {
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

/// Whether HTML is a comment and nothing else.
pub(super) fn is_comment(html: &str) -> bool {
    html.strip_prefix("<!--").is_some_and(|rest| rest.find("-->").is_some_and(|end| end + 3 == rest.len()))
}

/// A mark in the text.
#[derive(Debug)]
pub(super) struct NoteMark {
    pub(super) key: String,
    pub(super) label: String,
    pub(super) span: Span,
}

/// A note under its name.
#[derive(Debug)]
pub(super) struct NamedNote {
    pub(super) label: String,
    pub(super) note: Footnote,
}

/// The last item of the list that stands just above.
#[derive(Debug, Clone)]
pub(super) struct ListAbove {
    /// The column of its mark, from 0.
    pub(super) column: usize,
    /// The column of its text.
    pub(super) text: usize,
}

/// What holds the text that is being read, where text can stick to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// An item of a list, with the column of its text.
    Item(usize),
    /// A quotation or callout.
    Quote,
    /// A footnote.
    Note,
    /// An explanation in a list of words, with the column of its text.
    Explanation(usize),
}

impl Holder {
    /// The column from which text belongs to it.
    pub(super) fn column(self) -> Option<usize> {
        match self {
            Self::Item(column) | Self::Explanation(column) => Some(column),
            Self::Note => Some(4),
            Self::Quote => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Item(_) => "het punt van de lijst",
            Self::Quote => "het citaat of kader",
            Self::Note => "de voetnoot",
            Self::Explanation(_) => "de uitleg",
        }
    }
}
