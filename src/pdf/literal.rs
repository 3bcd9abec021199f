//! Values as Typst source. The only way by which the author's text gets into
//! that source: as a string literal, in which nothing can run.

use std::fmt::Write;

/// A value that Typst reads back as it was.
#[derive(Debug, Clone)]
pub enum Value {
    /// `none`
    None,
    /// A string literal.
    Text(String),
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
