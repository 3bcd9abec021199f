//! Lists of letters: `a.`, `a)`, `(a)`, and `i.` `ii.` `iii.`.
//!
//! CommonMark does not know them: to it they are lines of one paragraph, or paragraphs.
//! Here they become lists, out of the blocks that it made, where that is certain: two or
//! more letters that follow each other, from the first on or from where the list before
//! ended. All else stays as it was read. What belongs to an item is told by its indent,
//! as in CommonMark's own lists; so is what a sub-list took of the next item, since a
//! line straight under a list is of its last item to CommonMark.

mod pieces;

use std::cell::Cell;

use crate::markdown::{
    Block, BlockKind, Inline, InlineKind, LetterForm, Letters, List, ListItem, Marks, Series, plain,
};
use crate::source::Span;
pub(super) use pieces::begins_with_letter;
use pieces::{Cut, INDENT, Mark, Piece, Place, SLOPE, TextLine, has_letters};

/// `blocks` of one container with the lists of letters in them; `room` is how many
/// levels there may be below it.
pub(super) fn read(blocks: Vec<Block>, file: &str, room: usize) -> Vec<Block> {
    if !blocks.iter().any(|block| has_letters(block, file)) {
        return blocks;
    }
    // Where a sub-list took in lines that turn out to be of no list of letters, they are its own.
    for cut in [Cut::Lists, Cut::Paragraphs] {
        let pieces = pieces::pieces(&blocks, file, cut);
        let work = Cell::new(WORK * (pieces.len() + WORK));
        if let Some(arranged) = (Reading { pieces: &pieces, file, room, work: &work }).arrange() {
            return arranged;
        }
    }
    blocks
}

/// How often each line may be looked at. Honest texts stay under the number of levels;
/// lines that each might begin a list would else be read in every way there is.
const WORK: usize = 24;

/// The mark that comes next in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Bullet(char),
    Number(u64, char),
    Letter(Series, u64, LetterForm),
}

impl Next {
    fn is(self, mark: &Mark) -> bool {
        match (self, mark) {
            (Self::Bullet(one), Mark::Bullet(other)) => one == *other,
            (Self::Number(number, sign), Mark::Number(other, with)) => number == *other && sign == *with,
            (Self::Letter(series, number, form), Mark::Letter(word, other)) => {
                form == *other && series.word(number).is_some_and(|wanted| wanted == *word)
            }
            _ => false,
        }
    }

    fn after(self) -> Self {
        match self {
            Self::Bullet(_) => self,
            Self::Number(number, sign) => Self::Number(number.saturating_add(1), sign),
            Self::Letter(series, number, form) => Self::Letter(series, number + 1, form),
        }
    }

    /// How many items make it certain that this is a list: a bullet says so itself.
    fn enough(self) -> usize {
        if matches!(self, Self::Letter(..)) { 2 } else { 1 }
    }

    fn marks(self) -> Marks {
        match self {
            Self::Bullet(_) => Marks::Bullets,
            Self::Number(number, _) => Marks::Numbers(number),
            Self::Letter(series, start, form) => Marks::Letters(Letters { series, form, start }),
        }
    }
}

/// A list that is being read.
#[derive(Clone, Copy)]
struct Level {
    column: usize,
    next: Next,
    first: Next,
}

impl Level {
    /// Whether `line` is the next item of this list.
    fn expects(&self, line: &TextLine) -> bool {
        self.has(self.next, line)
    }

    /// Whether `line` is the next item of this list, or begins another one like it.
    fn ends_at(&self, line: &TextLine) -> bool {
        self.expects(line) || self.has(self.first, line)
    }

    fn has(&self, next: Next, line: &TextLine) -> bool {
        line.column.abs_diff(self.column) <= SLOPE
            && line.mark.as_ref().is_some_and(|(mark, _)| next.is(mark))
    }
}

/// Reads the pieces of one container.
#[derive(Clone, Copy)]
struct Reading<'p> {
    pieces: &'p [Piece],
    file: &'p str,
    room: usize,
    work: &'p Cell<usize>,
}

/// An item of a list with what is known of it.
struct Item {
    item: ListItem,
    /// Whether there is an empty line in it.
    spaced: bool,
    /// The piece after it.
    after: usize,
}

impl Reading<'_> {
    /// The blocks; nothing when there is no list of letters in them, or when lines that
    /// were cut out of a list are not of one.
    fn arrange(&self) -> Option<Vec<Block>> {
        let mut out = Vec::new();
        let mut text = Text::default();
        let mut found = false;
        let mut ended = None;
        let mut at = 0;
        while let Some(piece) = self.pieces.get(at) {
            match piece {
                Piece::Line(line) => {
                    match line.place {
                        Place::Opens => out.extend(text.take()),
                        Place::Follows => {}
                        Place::Cut => return None,
                    }
                    if let Some((block, next, after)) = self.start(at, &text, ended) {
                        out.extend(text.take());
                        out.push(block);
                        (found, ended, at) = (true, Some(next), after);
                        continue;
                    }
                    text.push(line.lead.as_ref(), line.content.iter().cloned());
                }
                Piece::Block(block, _) => {
                    out.extend(text.take());
                    out.push(block.clone());
                }
            }
            at += 1;
        }
        out.extend(text.take());
        found.then_some(out)
    }

    /// A list that begins here, with the letter that would come next and the piece after it.
    fn start(&self, at: usize, above: &Text, ended: Option<Next>) -> Option<(Block, Next, usize)> {
        let line = self.line(at)?;
        let mark = line.letter()?;
        // In a sentence that runs on, a line may begin with the letter that it names.
        if above.names_what_follows() {
            return None;
        }
        let firsts = ended.into_iter().chain(first_letters(mark));
        firsts.filter(|first| first.is(mark)).find_map(|first| {
            let (list, next, after) = self.list(at, first, &[])?;
            (height(std::slice::from_ref(&list)) <= self.room).then_some((list, next, after))
        })
    }

    fn line(&self, at: usize) -> Option<&TextLine> {
        match self.pieces.get(at)? {
            Piece::Line(line) => Some(line),
            Piece::Block(..) => None,
        }
    }

    fn list(&self, from: usize, first: Next, outer: &[Level]) -> Option<(Block, Next, usize)> {
        if outer.len() >= self.room {
            return None;
        }
        let opening = self.line(from)?;
        let mut levels = outer.to_vec();
        let (mut at, mut next, mut tight, mut items) = (from, first, true, Vec::new());
        while let Some(line) = self.line(at) {
            let level = Level { column: opening.column, next, first };
            if !level.expects(line) {
                break;
            }
            tight &= !line.opens() || items.is_empty();
            next = next.after();
            levels.push(Level { next, ..level });
            let Item { item, spaced, after } = self.item(at, line, &levels)?;
            levels.pop();
            tight &= !spaced;
            items.push(item);
            at = after;
        }
        let last = items.last().filter(|_| items.len() >= first.enough())?;
        let span = Span { end: last.span.end, ..opening.span };
        Some((Block { kind: BlockKind::List(List { marks: first.marks(), tight, items }), span }, next, at))
    }

    /// The item of which `line` is the first; `levels` are the lists that it stands in.
    fn item(&self, from: usize, line: &TextLine, levels: &[Level]) -> Option<Item> {
        let inside = levels.last()?.column + INDENT;
        let mut blocks = Vec::new();
        let mut text = Text::default();
        text.push(None, line.behind_mark());
        let (mut at, mut spaced, mut end) = (from + 1, false, line.span.end);
        while let Some(piece) = self.pieces.get(at) {
            self.work.set(self.work.get().checked_sub(1)?);
            match piece {
                Piece::Line(line) => {
                    if levels.iter().any(|level| level.ends_at(line))
                        || (line.opens() && line.column < inside)
                    {
                        break;
                    }
                    spaced |= line.opens();
                    if line.opens() {
                        blocks.extend(text.take());
                    }
                    if line.column >= inside
                        && let Some((list, after)) = self.nested(at, line, levels)
                    {
                        blocks.extend(text.take());
                        end = list.span.end;
                        blocks.push(list);
                        at = after;
                        continue;
                    }
                    text.push(line.lead.as_ref(), line.content.iter().cloned());
                    end = line.span.end;
                }
                Piece::Block(block, column) => {
                    // A list that took in the next item stands between two items.
                    let between = self
                        .line(at + 1)
                        .is_some_and(|line| !line.opens() && levels.iter().any(|level| level.expects(line)));
                    if *column < inside && !between {
                        break;
                    }
                    blocks.extend(text.take());
                    spaced |= self.is_empty_line_between(end, block.span.start);
                    end = block.span.end;
                    blocks.push(block.clone());
                }
            }
            at += 1;
        }
        blocks.extend(text.take());
        let item = ListItem { span: Span { end, ..line.span }, task: None, blocks };
        Some(Item { item, spaced, after: at })
    }

    /// A list inside an item.
    fn nested(&self, at: usize, line: &TextLine, levels: &[Level]) -> Option<(Block, usize)> {
        let (mark, _) = line.mark.as_ref()?;
        let first = match mark {
            Mark::Bullet(sign) => Next::Bullet(*sign),
            Mark::Number(number, sign) => Next::Number(*number, *sign),
            Mark::Letter(..) => first_letters(mark).find(|first| first.is(mark))?,
        };
        let (list, _, after) = self.list(at, first, levels)?;
        Some((list, after))
    }

    fn is_empty_line_between(&self, end: u32, start: u32) -> bool {
        let between = self.file.get(end as usize..start as usize).unwrap_or_default();
        between.matches('\n').count() > 1
    }
}

/// The letters that lists of the form of `mark` begin with.
fn first_letters(mark: &Mark) -> impl Iterator<Item = Next> + use<> {
    let form = match mark {
        Mark::Letter(_, form) => Some(*form),
        _ => None,
    };
    form.into_iter()
        .flat_map(|form| [Series::Alphabet, Series::Roman].map(|series| Next::Letter(series, 1, form)))
}

/// The text of a paragraph, line by line.
#[derive(Default)]
struct Text {
    content: Vec<Inline>,
}

impl Text {
    fn push(&mut self, lead: Option<&Inline>, line: impl IntoIterator<Item = Inline>) {
        if !self.content.is_empty() {
            self.content.extend(lead.cloned());
        }
        self.content.extend(line);
    }

    /// Whether it ends in the middle of a reference: `zoals bedoeld onder`.
    fn names_what_follows(&self) -> bool {
        const WORDS: [&str; 12] = [
            "onder",
            "onderdeel",
            "onderdelen",
            "sub",
            "letter",
            "letters",
            "punt",
            "lid",
            "artikel",
            "en",
            "of",
            "tot",
        ];
        let text = plain::inlines(&self.content);
        text.split_whitespace().next_back().is_some_and(|word| WORDS.contains(&word))
    }

    fn take(&mut self) -> Option<Block> {
        let content = std::mem::take(&mut self.content);
        let (first, last) = content.first().zip(content.last())?;
        let span = Span { end: last.span.end, ..first.span };
        Some(Block { kind: BlockKind::Paragraph(content), span })
    }
}

/// How many levels there are in `blocks`, counted as [`super::reader::MAX_DEPTH`] counts them.
fn height(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match &block.kind {
        BlockKind::List(list) => list.items.iter().map(|item| height(&item.blocks)).max().unwrap_or(0),
        BlockKind::Quote(blocks) | BlockKind::Callout(_, blocks) => height(blocks),
        BlockKind::Definitions(definitions) => definitions
            .iter()
            .flat_map(|definition| &definition.explanations)
            .map(|all| height(all))
            .max()
            .unwrap_or(0),
        BlockKind::Paragraph(content) => inline_height(content),
        _ => 0,
    };
    blocks.iter().map(|block| 1 + inner(block)).max().unwrap_or(0)
}

fn inline_height(content: &[Inline]) -> usize {
    let inner = |inline: &Inline| match &inline.kind {
        InlineKind::Emphasis(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Strikethrough(inner)
        | InlineKind::Link(_, inner) => 1 + inline_height(inner),
        _ => 0,
    };
    content.iter().map(inner).max().unwrap_or(0)
}
