//! Quotes, dashes, dots and amounts as a Dutch typesetter sets them.
//!
//! Done once, in the tree and in the plain text of front matter, so that site
//! and PDF show the same letters. Neither HTML nor Typst (in string literals)
//! does it for us, and pulldown-cmark does not know `'s avonds`.

use ecow::EcoString;

use super::{Inline, InlineKind};

/// Words that begin with an apostrophe where something was left out.
const CLIPPED: [&str; 9] = ["s", "t", "n", "k", "m", "r", "ns", "er", "ie"];

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
        for inline in content {
            match &mut inline.kind {
                InlineKind::Text(text) => {
                    if needs_setting(text) {
                        *text = self.text(text);
                    } else {
                        self.note(text);
                    }
                }
                InlineKind::Code(text) => self.note(text),
                InlineKind::Emphasis(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Strikethrough(inner)
                | InlineKind::Link(_, inner) => self.set(inner),
                InlineKind::SoftBreak | InlineKind::HardBreak => self.note(" "),
                InlineKind::Picture(_) | InlineKind::FootnoteReference(_) => {}
            }
        }
    }

    /// Sets one run of text.
    pub fn text(&mut self, text: &str) -> EcoString {
        let mut out = EcoString::with_capacity(text.len() + 8);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let after = &rest[c.len_utf8()..];
            let (set, used) = match c {
                '"' => (self.double(), 1),
                '\'' => (self.single(after), 1),
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
        if self.opens() { '“' } else { '”' }
    }

    fn single(&mut self, after: &str) -> char {
        if self.keeps_verbatim() {
            return '\'';
        }
        if !self.opens() {
            return '’';
        }
        let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
        let clipped =
            CLIPPED.contains(&word.to_lowercase().as_str()) && !after[word.len()..].starts_with('\'');
        // '27 is a year without its century.
        let year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        if clipped || year { '’' } else { '‘' }
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

    fn opens(&self) -> bool {
        self.before.is_none_or(|before| {
            before.is_whitespace() || matches!(before, '(' | '[' | '{' | '/' | '–' | '—' | '‘' | '“' | '-')
        })
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
