//! A pasted list as a list of Markdown, where that is certain: nothing but its marks
//! changes, and what stands behind a mark means the same as before.

use std::ops::Range;

use super::marks::{Kind, Mark, Shape};
use super::{Paragraph, Row, Run, RunKind};
use crate::markdown::parse::lines;

/// The text that makes lists of the run in `paragraphs`, and of what it takes the place.
/// Several paragraphs are the items of one list; of one, its lines are.
pub(super) fn list(paragraphs: &[&Paragraph], run: &Run, file: &str) -> Option<(Range<usize>, String)> {
    let first = *paragraphs.first()?;
    let last = paragraphs.last()?.rows.last()?;
    let opening = &first.rows[*run.rows.first()?];
    let base = Base::of(first, opening, file)?;
    if !run.is_whole(first) {
        return None;
    }
    let mut writer =
        Writer { base: &base, file, done: opening.range.start, out: String::new(), levels: Vec::new() };
    if opening.range.start != first.rows.first()?.range.start && needs_empty_line(run) {
        writer.empty_line(first);
    }
    writer.out.push_str(&" ".repeat(base.shift));
    for paragraph in paragraphs {
        if paragraph.has_hard_breaks() {
            return None;
        }
        let from = if std::ptr::eq(*paragraph, first) { *run.rows.first()? } else { 0 };
        writer.paragraph(paragraph, from, run)?;
    }
    Some((opening.range.start..last.range.end, writer.out))
}

/// CommonMark lets no list that begins elsewhere than at 1 interrupt a paragraph, and we
/// let no list of letters do so under a line that names one.
fn needs_empty_line(run: &Run) -> bool {
    matches!(&run.kind, RunKind::Counted { .. })
}

/// Where the list stands.
struct Base {
    /// What stands before each line.
    prefix: String,
    /// By how much the first mark moves, to stand in the item that its paragraph is of.
    shift: usize,
}

impl Base {
    fn of(paragraph: &Paragraph, opening: &Row, file: &str) -> Option<Self> {
        let prefix = paragraph.prefix(file, opening);
        if prefix.contains('>') {
            let quoted = prefix.chars().all(|c| c == '>' || c == ' ');
            return quoted.then(|| Self { prefix: prefix.to_owned(), shift: 0 });
        }
        // Behind a mark of CommonMark's own the list would be one level deeper.
        if !prefix.chars().all(|c| c == ' ') {
            return None;
        }
        let column = lines::column(file, opening.range.start);
        // So far to the right the list would be code.
        if column >= paragraph.indent + 4 {
            return None;
        }
        let shift = paragraph.indent.saturating_sub(column);
        Some(Self { prefix: " ".repeat(column + shift), shift })
    }
}

struct Writer<'a> {
    base: &'a Base,
    file: &'a str,
    /// Up to where the source is written.
    done: usize,
    out: String,
    /// The bullets so far, by level.
    levels: Vec<char>,
}

impl Writer<'_> {
    fn empty_line(&mut self, paragraph: &Paragraph) {
        let line_end = self.line_end(paragraph);
        self.out.push_str(line_end);
        self.out.push_str(&self.base.prefix[..self.base.prefix.len() - self.base.shift]);
    }

    fn line_end(&self, paragraph: &Paragraph) -> &'static str {
        let from = paragraph.rows.first().map_or(0, |row| row.range.start);
        let line = self.file[from..].split('\n').next().unwrap_or_default();
        if line.ends_with('\r') { "\r\n" } else { "\n" }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, from: usize, run: &Run) -> Option<()> {
        let mut inside = String::new();
        let mut above = "";
        for (at, row) in paragraph.rows.iter().enumerate().skip(from) {
            self.go_to(row)?;
            match (&row.mark, run.rows.contains(&at)) {
                (Some(mark), true) => {
                    let (indent, sign) = self.sign(mark, row)?;
                    inside = " ".repeat(indent.len() + sign.chars().count() + 1);
                    let rest = &row.text[mark.length..];
                    if !begins_as_text(rest) {
                        return None;
                    }
                    self.out.push_str(&format!("{indent}{sign} {rest}"));
                }
                // A sign of another list among the lines: which is below which is not certain.
                (Some(_), false) => return None,
                (None, _) => {
                    let sentence = above.trim_end().ends_with(['.', '!', '?', ';', ':']);
                    // `3.12` may be a number of this list or of another.
                    if !begins_as_text(row.text)
                        || begins_with_number(row.text)
                        || (sentence && begins_a_sentence(row.text))
                    {
                        return None;
                    }
                    self.out.push_str(&inside);
                    self.out.push_str(row.text);
                }
            }
            above = row.text;
            self.done = row.range.end;
        }
        Some(())
    }

    /// Writes what is between the last line and this one: line ends, and what stands before it.
    fn go_to(&mut self, row: &Row) -> Option<()> {
        if row.range.start == self.done {
            return Some(());
        }
        let between = &self.file[self.done..row.range.start];
        let (line_ends, prefix) = between.rsplit_once('\n')?;
        let quoted = self.base.prefix.contains('>');
        // In a quotation the lines stand as they stood, or one of them is not in it.
        let fits =
            if quoted { prefix == self.base.prefix } else { prefix.trim_matches([' ', '\t']).is_empty() };
        if !fits {
            return None;
        }
        self.out.push_str(line_ends);
        self.out.push('\n');
        self.out.push_str(&self.base.prefix);
        Some(())
    }

    /// How an item begins: its indent and its sign.
    fn sign(&mut self, mark: &Mark, row: &Row) -> Option<(String, String)> {
        match &mark.kind {
            Kind::Bullet(sign) => {
                let level = match self.levels.iter().position(|known| known == sign) {
                    Some(level) => level,
                    None => {
                        self.levels.push(*sign);
                        self.levels.len() - 1
                    }
                };
                self.levels.truncate(level + 1);
                Some(("  ".repeat(level), "-".to_owned()))
            }
            Kind::Number { number, shape } => {
                let sign = if *shape == Shape::Bracket { format!("{number})") } else { format!("{number}.") };
                Some((String::new(), sign))
            }
            Kind::Letter { capital: false, .. } => Some((String::new(), row.text[..mark.sign].to_owned())),
            Kind::Letter { .. } | Kind::Parts(_) => None,
        }
    }
}

/// Whether a text is running text wherever it begins: nothing that CommonMark or we would
/// take for a mark, a heading, a line or a definition.
fn begins_as_text(text: &str) -> bool {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return false };
    let second = letters.next().unwrap_or(' ');
    match first {
        '*' | '_' => {
            let inner = text.trim_start_matches(first);
            inner.starts_with(char::is_alphanumeric) && text.len() - inner.len() <= 3
        }
        '[' => !text.contains("]:") && !text.starts_with("[ ]") && !text.to_lowercase().starts_with("[x]"),
        '`' => second != '`',
        '(' | '“' | '"' | '\'' | '‘' | '’' | '€' => true,
        _ if first.is_ascii_digit() => {
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            !rest.starts_with(['.', ')']) || rest[1..].starts_with(|c: char| c.is_ascii_digit())
        }
        _ => first.is_alphabetic() && !is_letter_mark(text),
    }
}

fn is_letter_mark(text: &str) -> bool {
    super::marks::mark_at(text).is_some()
}

fn begins_a_sentence(text: &str) -> bool {
    text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_uppercase())
}

/// Whether a line begins with figures and a point.
fn begins_with_number(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['.', ')'])
}
