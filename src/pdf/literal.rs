//! Values as Typst source. The only way by which the author's text gets into
//! that source: as a string literal, in which nothing can run.

use std::fmt::Write;

/// A value that Typst reads back as it was.
#[derive(Debug, Clone)]
pub enum Value {
    /// `none`
    None,
    /// A string literal: words of the theme, names, and what the theme reckons with.
    Text(String),
    /// What an author wrote, to be shown as it is: content, see [`prose`].
    Prose(String),
    /// A whole number.
    Number(i64),
    /// `true` or `false`
    Flag(bool),
    /// An array.
    List(Vec<Value>),
    /// A dictionary.
    Dict(Vec<(&'static str, Value)>),
}

impl Value {
    /// Whether there is nothing in it: no list, or an empty one.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::List(items) => items.is_empty(),
            _ => false,
        }
    }

    /// What an author wrote, to be shown.
    pub fn prose(text: impl Into<String>) -> Self {
        Self::Prose(text.into())
    }

    /// What an author wrote, or `none`.
    pub fn optional_prose(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::None, |text| Self::Prose(text.into()))
    }

    /// An array of what an author wrote.
    pub fn proses(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::List(texts.into_iter().map(Self::prose).collect())
    }

    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A text, or `none`.
    pub fn optional(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::None, |text| Self::Text(text.into()))
    }

    /// An array of texts.
    pub fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// Writes the value, on one line.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::None => out.push_str("none"),
            Self::Text(text) => string(text, out),
            Self::Prose(text) => prose(text, out),
            // Writing to a string cannot fail.
            Self::Number(number) => drop(write!(out, "{number}")),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::List(items) => {
                out.push('(');
                for item in items {
                    item.write(out);
                    out.push(',');
                }
                out.push(')');
            }
            Self::Dict(pairs) if pairs.is_empty() => out.push_str("(:)"),
            Self::Dict(pairs) => {
                out.push('(');
                for (key, value) in pairs {
                    string(key, out);
                    out.push(':');
                    value.write(out);
                    out.push(',');
                }
                out.push(')');
            }
        }
    }
}

/// `text` as content of its own: a string literal between brackets. Such a text
/// has a place in the source, which Typst hands on to each of its letters on
/// paper; of strings that a theme puts together it keeps none. So the proof of a
/// copy (`proof`) can tell whether all of it is there.
pub fn prose(text: &str, out: &mut String) {
    out.push_str("[#");
    string(text, out);
    out.push(']');
}

/// `text` as it was typed, as content of its own; `block` when it is no part of a line.
pub fn raw(text: &str, block: bool, out: &mut String) {
    out.push_str("[#raw(");
    string(text, out);
    out.push_str(if block { ",block:true)]" } else { ")]" });
}

/// `text` as a string literal.
pub fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Typst ends a line at these too, and a block must stay one line.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
