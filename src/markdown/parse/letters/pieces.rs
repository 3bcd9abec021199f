//! What the blocks of a container consist of, before lists of letters are made of them:
//! lines with their marks, and blocks that stay whole. A list of CommonMark's own is cut
//! where its item took in the next letter of a list before it.

use ecow::EcoString;

use crate::markdown::parse::lines::{self, Line};
use crate::markdown::{Block, BlockKind, Inline, InlineKind, LetterForm, List, Marks, Series};
use crate::source::Span;

/// What is cut into lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Paragraphs,
    /// Also lines that the items of a list took in.
    Lists,
}

/// What the blocks of a container consist of.
pub(super) enum Piece {
    Line(TextLine),
    /// Any other block, with its column.
    Block(Block, usize),
}

/// A line of a paragraph that has letters before some of its lines.
pub(super) struct TextLine {
    pub(super) lead: Option<Inline>,
    pub(super) content: Vec<Inline>,
    pub(super) column: usize,
    pub(super) span: Span,
    pub(super) mark: Option<(Mark, usize)>,
    /// How it came there.
    pub(super) place: Place,
}

/// How a line stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Its paragraph begins with it.
    Opens,
    /// It goes on a paragraph.
    Follows,
    /// It was cut out of a list that took it in.
    Cut,
}

/// What a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet(char),
    Number(u64, char),
    Letter(EcoString, LetterForm),
}

/// Items of one list stand below each other, give or take a space.
pub(super) const SLOPE: usize = 1;
/// What is this much further to the right than an item's mark is inside the item.
pub(super) const INDENT: usize = 2;

impl TextLine {
    fn new(line: Line, file: &str, place: Place) -> Option<Self> {
        let (first, last) = line.content.first().zip(line.content.last())?;
        Some(Self {
            lead: line.lead.cloned(),
            content: line.content.to_vec(),
            column: lines::column(file, first.span.start as usize),
            span: Span { end: last.span.end, ..first.span },
            mark: mark(&line, file),
            place,
        })
    }

    pub(super) fn opens(&self) -> bool {
        self.place == Place::Opens
    }

    pub(super) fn letter(&self) -> Option<&Mark> {
        self.mark.as_ref().map(|(mark, _)| mark).filter(|mark| matches!(mark, Mark::Letter(..)))
    }

    /// What stands behind its mark.
    pub(super) fn behind_mark(&self) -> Vec<Inline> {
        let mut content = self.content.clone();
        if let (Some((_, length)), Some(Inline { kind: InlineKind::Text(text), span })) =
            (&self.mark, content.first_mut())
        {
            *text = text[*length..].into();
            span.start += *length as u32;
            if text.is_empty() {
                content.remove(0);
            }
        }
        content
    }
}

/// The mark of a line, with the space behind it, in bytes; something must follow it.
fn mark(line: &Line, file: &str) -> Option<(Mark, usize)> {
    let (Inline { kind: InlineKind::Text(text), .. }, rest) = line.content.split_first()? else {
        return None;
    };
    let typed = lines::typed(file, line.start()?)?;
    let (mark, length) = mark_at(typed)?;
    // Text that is shown otherwise than it was typed, such as `&nbsp;`, is no mark.
    let same = text.get(..length)? == typed.get(..length)?;
    (same && (text.len() > length || !rest.is_empty())).then_some((mark, length))
}

/// Whether a line begins with the letter of an item.
pub(in super::super) fn begins_with_letter(typed: &str) -> bool {
    matches!(mark_at(typed), Some((Mark::Letter(..), _)))
}

fn mark_at(typed: &str) -> Option<(Mark, usize)> {
    let (mark, length) = letter_at(typed).or_else(|| number_at(typed)).or_else(|| bullet_at(typed))?;
    let space = typed[length..].len() - typed[length..].trim_start_matches([' ', '\t', '\u{a0}']).len();
    (space > 0).then_some((mark, length + space))
}

fn letter_at(typed: &str) -> Option<(Mark, usize)> {
    let inside = typed.strip_prefix('(');
    let text = inside.unwrap_or(typed);
    let length = text.bytes().take_while(u8::is_ascii_lowercase).count();
    let word = &text[..length];
    let known = length == 1 || (length <= 6 && word.bytes().all(|letter| b"ivx".contains(&letter)));
    if length == 0 || !known {
        return None;
    }
    let form = match (inside, text.as_bytes().get(length)?) {
        (Some(_), b')') => LetterForm::Brackets,
        (None, b')') => LetterForm::Bracket,
        (None, b'.') => LetterForm::Dot,
        _ => return None,
    };
    Some((Mark::Letter(word.into(), form), typed.len() - text.len() + length + 1))
}

fn number_at(typed: &str) -> Option<(Mark, usize)> {
    let length = typed.bytes().take_while(u8::is_ascii_digit).count();
    // CommonMark reads numbers of up to nine digits.
    let number = typed.get(..length).filter(|digits| digits.len() <= 9)?.parse().ok()?;
    let sign = typed[length..].chars().next().filter(|c| ['.', ')'].contains(c))?;
    Some((Mark::Number(number, sign), length + 1))
}

fn bullet_at(typed: &str) -> Option<(Mark, usize)> {
    let sign = typed.chars().next().filter(|c| ['-', '*', '+'].contains(c))?;
    Some((Mark::Bullet(sign), 1))
}

pub(super) fn has_letters(block: &Block, file: &str) -> bool {
    let BlockKind::Paragraph(content) = &block.kind else { return false };
    lines::lines(content).any(|line| matches!(mark(&line, file), Some((Mark::Letter(..), _))))
}

pub(super) fn pieces(blocks: &[Block], file: &str, cut: Cut) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(blocks.len());
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(content) if has_letters(block, file) => {
                let place = |line: &Line| if line.lead.is_none() { Place::Opens } else { Place::Follows };
                let lines = lines::lines(content);
                pieces.extend(
                    lines.filter_map(|line| TextLine::new(line, file, place(&line))).map(Piece::Line),
                );
            }
            BlockKind::List(list) if cut == Cut::Lists => cut_list(list, block.span, file, &mut pieces),
            _ => pieces.push(Piece::Block(block.clone(), column_of(block.span, file))),
        }
    }
    pieces
}

fn column_of(span: Span, file: &str) -> usize {
    let range = span.range();
    let indent = file[range.clone()].len() - file[range.clone()].trim_start().len();
    lines::column(file, range.start + indent)
}

/// A list, cut where the last lines of an item are the next letter of a list before it.
fn cut_list(list: &List, span: Span, file: &str, pieces: &mut Vec<Piece>) {
    let column = column_of(span, file);
    let mut part = List { items: Vec::new(), ..*list };
    let mut start = span.start;
    let push = |part: &mut List, start: u32, pieces: &mut Vec<Piece>| {
        let Some(last) = part.items.last() else { return };
        let span = Span { start, end: last.span.end, ..span };
        let next = List { items: Vec::new(), ..*part };
        let list = std::mem::replace(part, next);
        pieces.push(Piece::Block(Block { kind: BlockKind::List(list), span }, column));
    };
    for item in &list.items {
        if part.items.is_empty() && start != span.start {
            start = item.span.start;
            // What comes behind the cut counts on as it was typed.
            if let Marks::Numbers(number) = &mut part.marks
                && let Some((Mark::Number(typed, _), _)) = number_at(file[item.span.range()].trim_start())
            {
                *number = typed;
            }
        }
        let mut item = item.clone();
        let taken = taken(&mut item.blocks, file, pieces);
        part.items.push(item);
        if !taken.is_empty() {
            push(&mut part, start, pieces);
            start = u32::MAX;
            pieces.extend(taken.into_iter().map(Piece::Line));
        }
    }
    push(&mut part, start, pieces);
}

/// The last lines of what is in an item, from the one on that is the next letter of a list
/// before it. They are taken out.
fn taken(blocks: &mut [Block], file: &str, before: &[Piece]) -> Vec<TextLine> {
    match blocks.last_mut().map(|block| &mut block.kind) {
        Some(BlockKind::List(list)) => match list.items.last_mut() {
            Some(item) => taken(&mut item.blocks, file, before),
            None => Vec::new(),
        },
        Some(BlockKind::Paragraph(content)) => {
            let all: Vec<Line> = lines::lines(content).collect();
            let at = all.iter().skip(1).position(|line| {
                matches!(mark(line, file), Some((Mark::Letter(..), _)))
                    && TextLine::new(*line, file, Place::Cut).is_some_and(|line| follows(&line, before))
            });
            let Some(at) = at else { return Vec::new() };
            let keep = all[..=at].iter().map(|line| line.content.len() + 1).sum::<usize>() - 1;
            let taken =
                all[at + 1..].iter().filter_map(|line| TextLine::new(*line, file, Place::Cut)).collect();
            content.truncate(keep);
            taken
        }
        _ => Vec::new(),
    }
}

/// Whether a line has the letter after one that stands above it, at the same column.
fn follows(line: &TextLine, before: &[Piece]) -> bool {
    let Some(Mark::Letter(word, form)) = line.letter() else { return false };
    let above = before.iter().rev().filter_map(|piece| match piece {
        Piece::Line(above) => Some(above),
        Piece::Block(..) => None,
    });
    let mut above = above.filter(|above| above.column.abs_diff(line.column) <= SLOPE);
    above.find_map(|above| above.letter()).is_some_and(|above| {
        let Mark::Letter(previous, previous_form) = above else { return false };
        let comes_after = |series: Series| {
            let number = (1..40).find(|number| series.word(*number).as_ref() == Some(previous));
            number.and_then(|number| series.word(number + 1)).as_ref() == Some(word)
        };
        form == previous_form && [Series::Alphabet, Series::Roman].into_iter().any(comes_after)
    })
}
