//! Quotes, dashes, dots and amounts as a Dutch typesetter sets them.
//!
//! Done once, in the tree and in the plain text of front matter, so that site
//! and PDF show the same letters. Neither HTML nor Typst (in string literals)
//! does it for us, and pulldown-cmark does not know `'s avonds`.

use ecow::EcoString;

use super::{Inline, InlineKind};

/// Words that begin with an apostrophe where something was left out, and that
/// are no words without it.
const CLIPPED: [&str; 7] = ["s", "t", "n", "k", "m", "r", "ns"];

/// Clipped words that also open many a sentence: `'er` and `'Er is te weinig'`.
const CLIPPED_OR_WHOLE: [&str; 2] = ["er", "ie"];

/// Sets one run of text after another, remembering the letter before.
#[derive(Debug, Default)]
pub struct Typographer {
    before: Option<char>,
    /// The letter before that one.
    earlier: Option<char>,
    /// A quote that opened after `word(` is code (`read("x")`) and stays as
    /// typed, and so does the one that closes it.
    verbatim: bool,
}

impl Typographer {
    /// Sets all text in `content`.
    pub fn set(&mut self, content: &mut [Inline]) {
        let mut all = String::new();
        letters(content, &mut all);
        self.set_before(content, &mut all.as_str());
    }

    /// The same; `ahead` are the letters of `content` and of all that follows it.
    fn set_before(&mut self, content: &mut [Inline], ahead: &mut &str) {
        for inline in content {
            match &mut inline.kind {
                InlineKind::Text(text) => {
                    *ahead = &ahead[text.len()..];
                    if needs_setting(text) {
                        *text = self.run(text, ahead);
                    } else {
                        self.note(text);
                    }
                }
                InlineKind::Code(text) => {
                    *ahead = &ahead[text.len()..];
                    self.note(text);
                }
                InlineKind::Emphasis(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Strikethrough(inner)
                | InlineKind::Link(_, inner) => self.set_before(inner, ahead),
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    *ahead = &ahead[1..];
                    self.note(" ");
                }
                InlineKind::Picture(_) | InlineKind::FootnoteReference(_) => {}
            }
        }
    }

    /// Sets one run of text that stands alone.
    pub fn text(&mut self, text: &str) -> EcoString {
        self.run(text, "")
    }

    /// Sets one run of text; `beyond` is what follows it.
    fn run(&mut self, text: &str, beyond: &str) -> EcoString {
        let mut out = EcoString::with_capacity(text.len() + 8);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let after = &rest[c.len_utf8()..];
            let (set, used) = match c {
                '"' => (self.double(), 1),
                '\'' => (self.single(after, beyond), 1),
                '.' if rest.starts_with("...") && !rest.starts_with("....") && self.before != Some('.') => {
                    ('…', 3)
                }
                ' ' if self.before == Some('€') && after.starts_with(|c: char| c.is_ascii_digit()) => {
                    ('\u{a0}', 1)
                }
                '-' if rest.starts_with("-- ") && self.before == Some(' ') => ('–', 2),
                c => (c, c.len_utf8()),
            };
            out.push(set);
            self.push(set);
            rest = &rest[used..];
        }
        out
    }

    fn double(&mut self) -> char {
        if self.keeps_verbatim() {
            return '"';
        }
        if opens_after(self.before) { '“' } else { '”' }
    }

    fn single(&mut self, after: &str, beyond: &str) -> char {
        if self.keeps_verbatim() {
            return '\'';
        }
        if !opens_after(self.before) {
            return '’';
        }
        let is_apostrophe = match reading(after) {
            Reading::Quote => false,
            Reading::Apostrophe => true,
            Reading::Either { sentence } => !is_closed(after, beyond, sentence),
        };
        if is_apostrophe { '’' } else { '‘' }
    }

    fn keeps_verbatim(&mut self) -> bool {
        if self.verbatim {
            self.verbatim = false;
            return true;
        }
        let after_call = self.before == Some('(') && self.earlier.is_some_and(char::is_alphanumeric);
        self.verbatim = after_call || self.before == Some('=') || self.before == Some('\\');
        self.verbatim
    }

    fn note(&mut self, text: &str) {
        for c in text.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev() {
            self.push(c);
        }
    }

    fn push(&mut self, c: char) {
        self.earlier = self.before;
        self.before = Some(c);
    }
}

/// A text of its own, such as a value of front matter.
pub fn typeset(text: &str) -> String {
    if needs_setting(text) { Typographer::default().text(text).into() } else { text.to_owned() }
}

fn needs_setting(text: &str) -> bool {
    text.contains(['"', '\'']) || text.contains("...") || text.contains("--") || text.contains('€')
}

/// What a single quote before these letters can be, by these letters alone.
enum Reading {
    /// It opens.
    Quote,
    /// It stands for what was left out.
    Apostrophe,
    /// Both: only what follows tells. `sentence` when they look like the first word of one.
    Either { sentence: bool },
}

fn reading(after: &str) -> Reading {
    let end = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let (word, next) = after.split_at(end);
    let small = word.to_lowercase();
    // Two quotes around one word, as in 'ie'.
    if next.starts_with('\'') {
        return Reading::Quote;
    }
    // '27 is a year without its century.
    let is_year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if CLIPPED.contains(&small.as_str()) {
        // 's-Hertogenbosch, but 'k-waarde'.
        let is_part = next.starts_with('-') && small != "s";
        return if is_part { Reading::Either { sentence: false } } else { Reading::Apostrophe };
    }
    if CLIPPED_OR_WHOLE.contains(&small.as_str()) {
        return Reading::Either { sentence: word.starts_with(char::is_uppercase) };
    }
    if is_year { Reading::Either { sentence: false } } else { Reading::Quote }
}

/// Whether a quote that would open before `after` is closed there or in `beyond`.
/// What opens in between closes first. In a `sentence` every quote that can close
/// does; elsewhere one behind a name in s, x or z may be that of `Hans' huis`.
fn is_closed(after: &str, beyond: &str, sentence: bool) -> bool {
    let mut rest = after.chars().chain(beyond.chars()).peekable();
    let mut before = Some('‘');
    let mut open = 0_usize;
    while let Some(c) = rest.next() {
        let opens = opens_after(before);
        let set = match c {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens => {
                let ahead: String = rest.clone().take(LONGEST_CLIPPED + 1).collect();
                open += usize::from(matches!(reading(&ahead), Reading::Quote));
                '‘'
            }
            '\'' => {
                let next = rest.peek().copied();
                let is_within = next.is_some_and(char::is_alphanumeric);
                let is_possessive = before.is_some_and(|c| "sxzSXZ".contains(c))
                    && next == Some(' ')
                    && rest.clone().nth(1).is_some_and(char::is_alphabetic);
                if !is_within && open > 0 {
                    open -= 1;
                } else if !is_within && (sentence || !is_possessive) {
                    return true;
                }
                '’'
            }
            c => c,
        };
        before = Some(set);
    }
    false
}

/// The letters of the longest of the clipped words.
const LONGEST_CLIPPED: usize = 2;

fn opens_after(before: Option<char>) -> bool {
    before.is_none_or(|before| {
        before.is_whitespace() || matches!(before, '(' | '[' | '{' | '/' | '–' | '—' | '‘' | '“' | '-')
    })
}

/// The letters of `content`, byte by byte as long as its texts; quotes in code are none.
fn letters(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) => out.push_str(text),
            InlineKind::Code(text) => out.push_str(&text.as_str().replace(['\'', '"'], "x")),
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Strikethrough(inner)
            | InlineKind::Link(_, inner) => letters(inner, out),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::Picture(_) | InlineKind::FootnoteReference(_) => {}
        }
    }
}
