//! The generated source of a copy, from one round to the next.
//!
//! Typst lays out again what its source says changed. So a new version is not
//! put in the place of the old one, but worked into it, line by line: a line is
//! a block of the document.

use std::ops::Range;

use typst::syntax::Source;

use super::world::main_id;

/// Lines at the top that are always there, whatever the document holds.
pub const HEAD_LINES: usize = 5;

/// The source of a copy as it was laid out last; empty before the first time.
#[derive(Default)]
pub struct Draft {
    source: Option<Source>,
}

impl Draft {
    /// Makes the source say `text`.
    pub fn revise(&mut self, text: &str) -> Source {
        match &mut self.source {
            Some(source) => {
                // From the end to the start, so that places ahead stay where they are.
                for (range, with) in revisions(source.text(), text).into_iter().rev() {
                    source.edit(range, &with);
                }
                source.clone()
            }
            None => self.source.insert(Source::new(main_id(), text.to_owned())).clone(),
        }
    }
}

/// What to replace in `old` to make it `new`, from start to end.
fn revisions(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    let (old, new) = (Lines::of(old), Lines::of(new));
    let head = HEAD_LINES.min(old.lines.len()).min(new.lines.len());
    let mut revisions = one_by_one(&old, 0..head, &new, 0..head);
    let (old_body, new_body) = (&old.lines[head..], &new.lines[head..]);
    let same = |(a, b): &(&&str, &&str)| a == b;
    let before = old_body.iter().zip(new_body).take_while(same).count();
    let rest = old_body.len().min(new_body.len()) - before;
    let after = old_body.iter().rev().zip(new_body.iter().rev()).take(rest).take_while(same).count();
    let changed = |lines: &Lines| head + before..lines.lines.len() - after;
    revisions.extend(one_by_one(&old, changed(&old), &new, changed(&new)));
    revisions
}

/// Replaces lines one by one where there are as many as before, else all at once.
fn one_by_one(old: &Lines, from: Range<usize>, new: &Lines, to: Range<usize>) -> Vec<(Range<usize>, String)> {
    if from.len() == to.len() {
        let pairs = from.zip(to).filter(|(from, to)| old.lines[*from] != new.lines[*to]);
        return pairs.map(|(from, to)| (old.bytes(from..from + 1), new.lines[to].to_owned())).collect();
    }
    vec![(old.bytes(from), new.lines[to].concat())]
}

/// A text as lines with their line ends, and where each begins.
struct Lines<'a> {
    lines: Vec<&'a str>,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut at = 0;
        let mut starts = vec![0];
        for line in &lines {
            at += line.len();
            starts.push(at);
        }
        Self { lines, starts }
    }

    fn bytes(&self, lines: Range<usize>) -> Range<usize> {
        self.starts[lines.start]..self.starts[lines.end]
    }
}
