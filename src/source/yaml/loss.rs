//! What YAML reads past without a word.
//!
//! To YAML ` #` begins a comment, `!let` is a tag, `&Co` a name for what
//! follows, and `~` nothing at all: an author who means them as text loses
//! them. Here the events of the parser are laid over the text. What they cover
//! is in a value, what holds values together (`-`, `:`, brackets) did its work,
//! and whatever is left over is told. A comment is one when it stands on a line
//! of its own, or behind a value that cannot go on.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle, options};

use crate::order;

/// A stretch of YAML that no value would hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Where it stands in the YAML.
    pub range: Range<usize>,
    /// As what YAML takes it.
    pub kind: Kind,
}

/// As what YAML takes a text that no value holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A comment behind a text; `value` is how all of it is written as one value.
    Comment {
        /// The value with what is lost, between quotation marks.
        value: Option<String>,
    },
    /// A comment on a line of its own, where the text above it would go on.
    CommentBelow,
    /// A tag (`!…`), or a name for a value that nothing refers to (`&…`).
    Property,
    /// A word for "nothing".
    Nothing,
    /// A backslash and a letter that together are a space.
    Escape,
    /// An instruction to the parser, or a number in the head of a block of text.
    Instruction,
}

/// What of `text` no value would hold, in the order of the text.
pub fn lost(text: &str) -> Vec<Lost> {
    if !may_lose(text) {
        return Vec::new();
    }
    let events = Events::of(text);
    let mut lost: Vec<Lost> = events.comments.iter().filter_map(|range| events.comment(range)).collect();
    lost.extend(events.tags.iter().map(|range| Lost { range: range.clone(), kind: Kind::Property }));
    let unused = events.anchors.iter().filter(|anchor| !events.aliases.contains(&anchor.id));
    lost.extend(unused.map(|anchor| Lost { range: anchor.range.clone(), kind: Kind::Property }));
    for scalar in &events.scalars {
        let typed = &text[scalar.range.clone()];
        match scalar.style {
            ScalarStyle::Plain if matches!(typed.trim(), "~" | "null" | "Null" | "NULL") => {
                lost.push(Lost { range: scalar.range.clone(), kind: Kind::Nothing });
            }
            ScalarStyle::DoubleQuoted => lost.extend(escapes(typed, scalar.range.start)),
            _ => {}
        }
    }
    lost.extend(events.instructions());
    order::sort_by_key(&mut lost, |lost| lost.range.start);
    lost
}

/// The comment that takes the closing bracket with it, of one that opens at `open`:
/// `{functie: wethouder #2}`.
pub fn cut_bracket(text: &str, open: usize) -> Option<Lost> {
    let line = text.get(open..)?.lines().next()?;
    let hash = line.find(" #")? + 1;
    let is_open = line.starts_with(['[', '{']) && !line[..hash].contains([']', '}']);
    let closes = line[hash..].contains([']', '}']);
    let range = open + hash..open + line.trim_end().len();
    (is_open && closes).then_some(Lost { range, kind: Kind::Comment { value: None } })
}

/// The comments in `text`, in the order of the text.
pub fn comments(text: &str) -> Vec<Range<usize>> {
    if text.contains('#') { Events::of(text).comments } else { Vec::new() }
}

/// Most YAML has none of the signs by which something can be lost.
fn may_lose(text: &str) -> bool {
    text.bytes().any(|byte| b"#!&%~\\|>".contains(&byte)) || text.to_ascii_lowercase().contains("null")
}

/// `\t` and its like between quotation marks: a folder `C:\tekst` loses a letter.
/// Those of characters that nobody sees are told where the value is read.
fn escapes(typed: &str, start: usize) -> Vec<Lost> {
    let mut found = Vec::new();
    let mut signs = typed.char_indices();
    let mut before = '"';
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' {
            let Some((_, escaped)) = signs.next() else { break };
            if matches!(escaped, 't' | 'r' | '_') || escaped == 'n' && before == ':' {
                found.push(Lost { range: start + at..start + at + 2, kind: Kind::Escape });
            }
        }
        before = sign;
    }
    found
}

struct Scalar {
    range: Range<usize>,
    style: ScalarStyle,
    /// How many brackets it stands in.
    brackets: usize,
}

struct Anchor {
    range: Range<usize>,
    id: usize,
}

/// What the parser made of a text, by place.
struct Events<'a> {
    text: &'a str,
    scalars: Vec<Scalar>,
    comments: Vec<Range<usize>>,
    tags: Vec<Range<usize>>,
    anchors: Vec<Anchor>,
    aliases: Vec<usize>,
    /// Everything that stands in an event.
    held: Vec<Range<usize>>,
    /// How far the parser came.
    end: usize,
}

impl<'a> Events<'a> {
    fn of(text: &'a str) -> Self {
        let mut events = Self {
            text,
            scalars: Vec::new(),
            comments: Vec::new(),
            tags: Vec::new(),
            anchors: Vec::new(),
            aliases: Vec::new(),
            held: Vec::new(),
            end: text.len(),
        };
        let options = options! {
            emit_anchor_events: true,
            emit_unresolved_aliases: true,
            max_buffered_comment_events: 100_000,
        };
        let mut brackets = Vec::new();
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = match event {
                Ok(found) => found,
                Err(error) => {
                    // What is wrong has a message of its own.
                    events.end = error.marker().byte_offset().unwrap_or_default();
                    break;
                }
            };
            let Some(range) = span.byte_range() else { continue };
            events.tags.extend(span.tag_span().and_then(|tag| tag.byte_range()));
            match event {
                Event::Comment(..) => events.comments.push(range),
                Event::Scalar(_, style, ..) => {
                    let brackets = brackets.iter().filter(|style| **style == StructureStyle::Flow).count();
                    events.scalars.push(Scalar { range, style, brackets });
                }
                Event::Anchor(id, _) => events.anchors.push(Anchor { range, id }),
                Event::Alias(id) => {
                    events.aliases.push(id);
                    events.held.push(range);
                }
                Event::UnresolvedAlias(_) => events.held.push(range),
                Event::SequenceStart(style, ..) | Event::MappingStart(style, ..) => brackets.push(style),
                Event::SequenceEnd | Event::MappingEnd => {
                    brackets.pop();
                }
                _ => {}
            }
        }
        order::sort_by_key(&mut events.comments, |range| range.start);
        order::sort_by_key(&mut events.scalars, |scalar| (scalar.range.start, scalar.range.end));
        events.held.extend(events.scalars.iter().map(|scalar| scalar.range.clone()));
        events.held.extend(events.comments.iter().cloned());
        events.held.extend(events.tags.iter().cloned());
        events.held.extend(events.anchors.iter().map(|anchor| anchor.range.clone()));
        order::sort_by_key(&mut events.held, |range| range.start);
        events
    }

    /// What a comment loses, if it is none to its author.
    fn comment(&self, range: &Range<usize>) -> Option<Lost> {
        let line = self.text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let before = self.text[line..range.start].trim();
        let lost = |kind| Some(Lost { range: range.clone(), kind });
        let last = self
            .scalars
            .iter()
            .rev()
            .find(|scalar| scalar.range.end <= range.start && !scalar.range.is_empty());
        if before.is_empty() {
            let goes_on = last.is_some_and(|last| self.goes_on_at(last, range.start - line, range.start));
            return if goes_on { lost(Kind::CommentBelow) } else { None };
        }
        let typed = self.text[range.clone()].trim_start_matches('#');
        let is_set_apart = typed.is_empty() || typed.starts_with(|c: char| !c.is_alphanumeric());
        // What a block of text begins with stands on the lines below.
        let is_open = before.ends_with([',', '[', '{', '|', '>', '-', '+']) || is_block_head(before);
        let behind = last.filter(|last| self.text[last.range.end..range.start].trim().is_empty());
        let is_comment = match behind {
            Some(Scalar { style: ScalarStyle::Plain, range, .. }) => {
                cannot_go_on(&self.text[range.clone()]) && is_set_apart
            }
            Some(_) => is_set_apart,
            None if before.ends_with(':') => is_set_apart && self.value_follows(line, range.end),
            None => is_set_apart && (is_open || before.ends_with([']', '}']) || before == "---"),
        };
        if is_comment {
            return None;
        }
        lost(Kind::Comment { value: self.whole_value(behind, before, range) })
    }

    /// Whether the text of `last` would go on in a line that begins at `column`.
    fn goes_on_at(&self, last: &Scalar, column: usize, at: usize) -> bool {
        let is_block = matches!(last.style, ScalarStyle::Literal | ScalarStyle::Folded);
        let between = &self.text[last.range.end..at];
        let is_apart = between.trim_end_matches(' ').matches('\n').count() > 1;
        let other = between.lines().map(str::trim).any(|line| !line.is_empty() && !line.starts_with('#'));
        if (other || is_apart || last.style != ScalarStyle::Plain) && !is_block {
            return false;
        }
        let typed = &self.text[last.range.clone()];
        if last.style == ScalarStyle::Plain && (cannot_go_on(typed) || self.is_key(last)) {
            return false;
        }
        // A block of text stands below its key.
        let first = match is_block {
            true => self.text[..last.range.start].trim_end().len(),
            false => last.range.start,
        };
        column > self.indent_of(first)
    }

    fn is_key(&self, scalar: &Scalar) -> bool {
        self.text[scalar.range.end..].trim_start_matches(' ').starts_with(':')
    }

    /// How far what holds the value on the line of `at` stands from the margin.
    fn indent_of(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let whole = self.text[line..].lines().next().unwrap_or_default();
        let mut indent = whole.len() - whole.trim_start_matches(' ').len();
        let mut dash = indent;
        while let Some(item) = whole[indent..].strip_prefix("- ") {
            dash = indent;
            indent = whole.len() - item.trim_start_matches(' ').len();
        }
        let has_key = self
            .scalars
            .iter()
            .any(|key| key.range.start == line + indent && key.range.end <= at && self.is_key(key));
        if has_key { indent } else { dash }
    }

    /// Whether the value of a key stands on the lines below it.
    fn value_follows(&self, line: usize, end: usize) -> bool {
        let key = self.indent_of(self.text[line..end].len() + line);
        let next = self.text[end..].lines().skip(1).find(|line| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with('#')
        });
        next.is_some_and(|next| {
            let indent = next.len() - next.trim_start_matches(' ').len();
            indent > key || indent == key && next.trim_start().starts_with("- ")
        })
    }

    /// The value with what would be lost of it, as it must be typed.
    fn whole_value(&self, behind: Option<&Scalar>, before: &str, comment: &Range<usize>) -> Option<String> {
        let rest = &self.text[comment.clone()];
        let Some(value) = behind else { return before.ends_with(':').then(|| quoted(rest)) };
        let typed = &self.text[value.range.clone()];
        let closing = if value.brackets > 0 { rest.find([',', ']', '}']) } else { None };
        let rest = &rest[..closing.unwrap_or(rest.len())];
        Some(match value.style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let (open, end) = (&typed[..1], typed.len() - 1);
                format!("{} {rest}{open}", &typed[..end])
            }
            _ => quoted(&format!("{typed} {rest}")),
        })
    }

    /// What stands in no event and holds nothing together.
    fn instructions(&self) -> Vec<Lost> {
        let mut found = Vec::new();
        let mut at = 0;
        let ends = self.held.iter().cloned().chain(std::iter::once(self.end..self.end));
        for held in ends {
            if at < held.start.min(self.end) {
                let between = &self.text[at..held.start.min(self.end)];
                for (offset, line) in lines(between) {
                    let rest = line.trim_matches(|c: char| c.is_whitespace() || "-?:,[]{}|>".contains(c));
                    let nothing_below = || {
                        let next = self.scalars.iter().find(|scalar| scalar.range.start >= at + offset);
                        next.is_none_or(|next| next.range.is_empty())
                    };
                    let is_head = rest.bytes().all(|byte| b"+-0123456789".contains(&byte));
                    let is_number = rest.bytes().any(|byte| byte.is_ascii_digit());
                    if rest.is_empty() || rest == "..." || is_head && !(is_number && nothing_below()) {
                        continue;
                    }
                    let start = at + offset + (rest.as_ptr() as usize - line.as_ptr() as usize);
                    found.push(Lost { range: start..start + rest.len(), kind: Kind::Instruction });
                }
            }
            at = at.max(held.end);
        }
        found
    }
}

/// The lines of a text, each with where it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

/// `|2-` and the like, behind which the text follows on the next lines.
fn is_block_head(before: &str) -> bool {
    let head = before.rsplit(' ').next().unwrap_or_default();
    let modifiers = head.strip_prefix(['|', '>']);
    modifiers.is_some_and(|modifiers| modifiers.bytes().all(|byte| b"+-0123456789".contains(&byte)))
}

/// Numbers, dates, and yes or no: behind them stands no more text.
fn cannot_go_on(value: &str) -> bool {
    matches!(value, "true" | "false")
        || value.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c))
            && value.chars().all(|c| c.is_ascii_digit() || "+-.,".contains(c))
}

/// A text as one value on one line.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.contains('"') && !text.contains('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}
