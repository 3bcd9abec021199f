//! Lists and tables that were pasted from Word, Excel or a mail: to CommonMark their lines
//! are one paragraph, in which readers see them behind each other. They are told as what
//! they are, and where it is certain with what mends them.
//!
//! Looks at the finished tree, at how the lines of its paragraphs were typed. [`marks`]
//! knows signs, [`mend`] writes lists and [`table`] tables.

mod marks;
mod mend;
mod table;

use std::ops::Range;

use super::lines;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Block, BlockKind, Inline, InlineKind, LetterForm, ListItem, Marks, Tekst};
use crate::source::{SourceId, Span};
use marks::{Kind, Mark, Shape};

/// Tells what in `tekst` looks like a list or table and is none.
pub(super) fn tell(tekst: &Tekst, source: SourceId, file: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut teller = Teller { source, file, diagnostics };
    teller.container(&tekst.blocks, 0);
    for footnote in &tekst.footnotes {
        teller.container(&footnote.blocks, 0);
    }
}

/// A line of a paragraph as it was typed.
#[derive(Debug)]
struct Row<'f> {
    /// Where it stands, without what the list or quotation around it puts before it.
    range: Range<usize>,
    text: &'f str,
    mark: Option<Mark>,
}

/// A paragraph, line by line.
struct Paragraph<'f, 't> {
    rows: Vec<Row<'f>>,
    content: &'t [Inline],
    /// From which column on a line is in the same item of a list.
    indent: usize,
}

impl<'f> Paragraph<'f, '_> {
    /// What stands before a row on its line.
    fn prefix(&self, file: &'f str, row: &Row) -> &'f str {
        let start = file[..row.range.start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        &file[start..row.range.start]
    }

    /// Whether a list may begin at a row: above it a sentence or nothing ends.
    fn may_begin(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|above| self.rows.get(above)).is_none_or(|above| {
            let end = above.text.trim_end().trim_end_matches(['*', '_', '\\']);
            !end.ends_with(|c: char| c.is_alphanumeric())
        })
    }

    /// Whether readers see each of its lines on a line of its own, as some line ends are.
    fn has_hard_breaks(&self) -> bool {
        self.content.iter().any(|inline| matches!(inline.kind, InlineKind::HardBreak))
    }

    fn marked(&self) -> impl Iterator<Item = (usize, &Mark)> {
        self.rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.mark.as_ref()?)))
    }
}

struct Teller<'f, 'd> {
    source: SourceId,
    file: &'f str,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'f> Teller<'f, '_> {
    /// Looks at the blocks of one container, whose text stands at column `indent` or further.
    fn container(&mut self, blocks: &[Block], indent: usize) {
        let mut loose: Vec<Paragraph> = Vec::new();
        for block in blocks {
            if let BlockKind::Paragraph(content) = &block.kind {
                let paragraph = self.paragraph(content, indent);
                if is_loose_item(&paragraph) {
                    loose.push(paragraph);
                    continue;
                }
                self.loose(&std::mem::take(&mut loose));
                self.lines(&paragraph);
                continue;
            }
            self.loose(&std::mem::take(&mut loose));
            self.inside(block);
        }
        self.loose(&loose);
    }

    fn inside(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Quote(blocks) | BlockKind::Callout(_, blocks) => self.container(blocks, 0),
            BlockKind::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    let first = item.blocks.first().map(|block| block.span.start as usize);
                    let indent = first.map_or(0, |start| lines::column(self.file, start));
                    self.container(&item.blocks, indent);
                    if let Marks::Letters(letters) = list.marks {
                        let next = list.marks.mark(index + 1).unwrap_or_default();
                        self.swallowed(&item.blocks, letters.form, &next);
                        self.stuck(item, indent);
                    }
                }
            }
            BlockKind::Definitions(definitions) => {
                for explanation in definitions.iter().flat_map(|definition| &definition.explanations) {
                    self.container(explanation, 0);
                }
            }
            _ => {}
        }
    }

    fn paragraph<'t>(&self, content: &'t [Inline], indent: usize) -> Paragraph<'f, 't> {
        let rows = lines::lines(content).filter_map(|line| {
            let start = line.start()?;
            let end = self.file[start..].find(['\n', '\r']).map_or(self.file.len(), |end| start + end);
            let end = end.min(start + self.file[start..end].trim_end_matches(' ').len());
            let typed = lines::typed(self.file, start);
            let mark = typed.and_then(marks::mark_at);
            Some(Row { range: start..end, text: &self.file[start..end], mark })
        });
        Paragraph { rows: rows.collect(), content, indent }
    }

    /// Lines that run on.
    fn lines(&mut self, paragraph: &Paragraph<'f, '_>) {
        if paragraph.rows.len() < 2 {
            return;
        }
        let run = bullets(paragraph).or_else(|| numbers(paragraph)).or_else(|| letters(paragraph));
        match run {
            Some(run) => {
                let fix = mend::list(&[paragraph], &run, self.file);
                self.report(told(&run, self.span(paragraph, &run)), &run, fix);
            }
            None => self.table(paragraph),
        }
    }

    /// Paragraphs that each begin with the bullet of a list, and are the items of one.
    fn loose(&mut self, paragraphs: &[Paragraph<'f, '_>]) {
        let Some(first) = paragraphs.first() else { return };
        let signs: Vec<char> = paragraphs.iter().filter_map(|paragraph| bullet(paragraph)).collect();
        if signs.len() < 2 && !signs.iter().any(|sign| marks::is_certain(*sign)) {
            return self.lines(first);
        }
        let run = Run { rows: vec![0], kind: RunKind::Bullets { signs } };
        let all: Vec<&Paragraph> = paragraphs.iter().collect();
        let fix = mend::list(&all, &run, self.file);
        let span = self.span(first, &run);
        let named = run.named();
        let begins = match paragraphs {
            [_] => format!("Deze alinea begint met {named}, maar is geen punt van een lijst."),
            _ => format!("Deze alinea's beginnen met {named}, maar zijn geen lijst."),
        };
        let unseen = run.signs().iter().any(|sign| marks::is_private(*sign));
        let code = if unseen { Code::X130 } else { Code::X133 };
        self.report(Diagnostic::at(code, span, begins), &run, fix);
    }

    /// Lines with a letter that their list of letters did not take as its next item.
    fn swallowed(&mut self, blocks: &[Block], form: LetterForm, next: &str) {
        for block in blocks {
            let BlockKind::Paragraph(content) = &block.kind else { continue };
            let paragraph = self.paragraph(content, 0);
            // Two or more of them are told as lines that run on.
            let mut stray = paragraph.marked().filter(|(at, mark)| *at > 0 && mark.is_letter_of(form));
            let (Some((at, mark)), None) = (stray.next(), stray.next()) else { continue };
            let row = &paragraph.rows[at];
            let start = row.range.start;
            let span = Span::new(self.source, start..start + mark.length);
            let typed = self.file[start..start + mark.length].trim_end();
            let message = format!("Deze regel begint met `{typed}`, maar is geen volgend punt van de lijst.");
            let mut diagnostic = Diagnostic::at(Code::X131, span, message).label("komt in het punt erboven");
            if !next.is_empty() {
                diagnostic = diagnostic
                    .hint(format!("Het volgende punt van deze lijst begint met `{next}`, recht onder het vorige. Is dit geen punt? Zet de regel dan achter de regel erboven."));
            }
            self.diagnostics.push(diagnostic);
        }
    }

    /// A sentence straight below the last line of an item, which belongs to it. That of
    /// CommonMark's own lists is told by [`super::surprises`], in the same words.
    fn stuck(&mut self, item: &ListItem, indent: usize) {
        let Some(BlockKind::Paragraph(content)) = item.blocks.last().map(|block| &block.kind) else { return };
        let paragraph = self.paragraph(content, indent);
        let column = lines::column(self.file, item.span.start as usize);
        let Some(row) = paragraph.rows.windows(2).find_map(|pair| {
            let ends =
                pair[0].text.trim_end_matches(['*', '_', '"', '”', '’', ')']).ends_with(['.', '!', '?', ';']);
            let begins = pair[1].text.starts_with(char::is_uppercase) && pair[1].mark.is_none();
            let below = lines::column(self.file, pair[1].range.start) == column;
            (ends && begins && below).then_some(&pair[1])
        }) else {
            return;
        };
        let span = Span::new(self.source, row.range.clone());
        self.diagnostics.push(
            Diagnostic::at(Code::X112, span, "Deze regel hoort nu bij het punt van de lijst erboven.")
                .label("staat er direct onder")
                .hint(format!(
                    "Is het een nieuwe alinea? Zet er dan een lege regel boven. Hoort hij erbij? Laat de regel dan inspringen met {} spaties.",
                    indent.max(column + 2)
                )),
        );
    }

    fn table(&mut self, paragraph: &Paragraph<'f, '_>) {
        for found in table::find(paragraph, self.file) {
            let row = &paragraph.rows[found.rows.start];
            let span = Span::new(self.source, row.range.clone());
            let message = "Deze regels zijn een tabel met tabs, zoals uit Excel. Lezers zien de cellen achter elkaar in één alinea.";
            let mut diagnostic =
                Diagnostic::at(Code::X132, span, message).label("hier begint de tabel").hint(found.hint);
            if let Some((range, text)) = found.fix {
                diagnostic = diagnostic.fix(Span::new(self.source, range), text);
            }
            self.diagnostics.push(diagnostic);
        }
    }

    fn span(&self, paragraph: &Paragraph, run: &Run) -> Span {
        let row = run.rows.first().and_then(|at| paragraph.rows.get(*at));
        let range = row.map_or(0..0, |row| {
            let length = row.mark.as_ref().map_or(0, |mark| mark.sign);
            row.range.start..row.range.start + length
        });
        Span::new(self.source, range)
    }

    fn report(&mut self, diagnostic: Diagnostic, run: &Run, fix: Option<(Range<usize>, String)>) {
        let hint = run.hint(fix.is_some());
        let diagnostic = diagnostic.label("hier begint de lijst").hint(hint);
        self.diagnostics.push(match fix {
            Some((range, text)) => diagnostic.fix(Span::new(self.source, range), text),
            None => diagnostic,
        });
    }
}

/// The sign of a paragraph that begins with a bullet.
fn bullet(paragraph: &Paragraph) -> Option<char> {
    match paragraph.rows.first()?.mark.as_ref()?.kind {
        Kind::Bullet(sign) => Some(sign),
        _ => None,
    }
}

/// Whether a paragraph is one item of a pasted list: the one bullet in it opens it.
fn is_loose_item(paragraph: &Paragraph) -> bool {
    let bullets = paragraph.marked().filter(|(_, mark)| matches!(mark.kind, Kind::Bullet(_))).count();
    bullets == 1 && bullet(paragraph).is_some()
}

/// Lines of a paragraph that are the items of a list.
struct Run {
    /// Which lines have the marks.
    rows: Vec<usize>,
    kind: RunKind,
}

enum RunKind {
    Bullets {
        signs: Vec<char>,
    },
    /// As they were typed, and how.
    Counted {
        typed: Vec<String>,
        shape: Shape,
        capital: bool,
    },
}

fn bullets(paragraph: &Paragraph) -> Option<Run> {
    let (rows, signs): (Vec<usize>, Vec<char>) = paragraph
        .marked()
        .filter_map(|(at, mark)| match mark.kind {
            Kind::Bullet(sign) => Some((at, sign)),
            _ => None,
        })
        .unzip();
    let first = *rows.first()?;
    let certain = signs.iter().any(|sign| marks::is_certain(*sign));
    let unseen = signs.iter().any(|sign| marks::is_private(*sign));
    let begins = paragraph.may_begin(first);
    let enough = match signs.len() {
        1 => unseen || (certain && begins),
        2 => certain || begins,
        _ => true,
    };
    enough.then_some(Run { rows, kind: RunKind::Bullets { signs } })
}

/// Lines that count on: `(1)` `(2)`, `1.4.1` `1.4.2`.
fn numbers(paragraph: &Paragraph) -> Option<Run> {
    let mut best: Vec<(usize, &Mark)> = Vec::new();
    let mut run: Vec<(usize, &Mark)> = Vec::new();
    for (at, mark) in paragraph.marked().filter(|(_, mark)| mark.is_number()) {
        if !run.last().is_some_and(|(_, last)| mark.counts_on(last)) {
            run.clear();
        }
        run.push((at, mark));
        if run.len() > best.len() {
            best.clone_from(&run);
        }
    }
    counted(paragraph, best)
}

/// Lines with letters that are no list of letters.
fn letters(paragraph: &Paragraph) -> Option<Run> {
    let all: Vec<(usize, &Mark)> = paragraph.marked().filter(|(_, mark)| mark.is_letter()).collect();
    let (_, first) = *all.first()?;
    let alike: Vec<(usize, &Mark)> =
        all.iter().copied().filter(|(_, mark)| mark.kind.is_like(&first.kind)).collect();
    // Names begin with capitals as well: only those that follow each other are a list.
    let capital = matches!(first.kind, Kind::Letter { capital: true, .. });
    if capital && !alike.windows(2).all(|pair| pair[1].1.counts_on(pair[0].1)) {
        return None;
    }
    counted(paragraph, alike)
}

fn counted(paragraph: &Paragraph, run: Vec<(usize, &Mark)>) -> Option<Run> {
    let (first, mark) = *run.first()?;
    let enough = match run.len() {
        0 | 1 => false,
        2 => paragraph.may_begin(first),
        _ => true,
    };
    if !enough {
        return None;
    }
    let (shape, capital) = match &mark.kind {
        Kind::Number { shape, .. } => (*shape, false),
        Kind::Letter { shape, capital, .. } => (*shape, *capital),
        Kind::Parts(_) => (Shape::Parts, false),
        Kind::Bullet(_) => return None,
    };
    let typed = run.iter().map(|(at, mark)| paragraph.rows[*at].text[..mark.sign].to_owned()).collect();
    let rows = run.into_iter().map(|(at, _)| at).collect();
    Some(Run { rows, kind: RunKind::Counted { typed, shape, capital } })
}

impl Run {
    fn signs(&self) -> &[char] {
        match &self.kind {
            RunKind::Bullets { signs } => signs,
            RunKind::Counted { .. } => &[],
        }
    }

    /// Whether its letters, if it has them, are all that a list of letters needs.
    fn is_whole(&self, paragraph: &Paragraph) -> bool {
        self.rows.iter().enumerate().all(|(index, at)| match paragraph.rows[*at].mark.as_ref() {
            Some(Mark { kind: Kind::Letter { number, capital, .. }, .. }) => {
                !capital && *number == index as u64 + 1
            }
            _ => true,
        })
    }

    /// The signs as messages write them.
    fn named(&self) -> String {
        let mut named: Vec<String> = Vec::new();
        match &self.kind {
            RunKind::Bullets { signs } => {
                for sign in signs.iter().map(|sign| marks::named(*sign)) {
                    if !named.contains(&sign) {
                        named.push(sign);
                    }
                }
                named.join(" en ")
            }
            RunKind::Counted { typed, .. } => {
                named.extend(typed.iter().take(2).map(|typed| format!("`{typed}`")));
                let more = if typed.len() > 2 { " enzovoort" } else { "" };
                format!("{}{more}", named.join(if more.is_empty() { " en " } else { ", " }))
            }
        }
    }

    fn hint(&self, mends: bool) -> String {
        let mut hint = match &self.kind {
            RunKind::Bullets { .. } => {
                "Begin elk punt op een eigen regel met `- `. Zet voor een punt daaronder twee spaties: `  - `.".to_owned()
            }
            RunKind::Counted { shape: Shape::Parts, .. } => {
                "Zet een lege regel tussen de regels: dan is elke regel een eigen alinea. Of maak er een lijst van met `1. `, `2. `.".to_owned()
            }
            RunKind::Counted { typed, shape, .. } if typed[0].contains(|c: char| c.is_ascii_digit()) => {
                let above = if typed[0].contains('1') && *shape != Shape::Dot {
                    ""
                } else {
                    ", en zet een lege regel boven de eerste"
                };
                format!("Begin elk punt op een eigen regel met een cijfer, een punt en een spatie: `1. `{above}.")
            }
            RunKind::Counted { capital: true, .. } => {
                "Begin elk punt met een kleine letter, een punt en een spatie: `a. `. Of zet een lege regel tussen de regels.".to_owned()
            }
            RunKind::Counted { .. } => {
                "Begin elk punt op een eigen regel met een letter, een punt en een spatie: `a. `, `b. `, `c. `, zonder er een over te slaan, en zet een lege regel boven de eerste.".to_owned()
            }
        };
        if mends {
            hint.push_str(" `afspraken check --fix` doet dat voor u.");
        }
        hint
    }
}

fn told(run: &Run, span: Span) -> Diagnostic {
    let code = match &run.kind {
        RunKind::Bullets { .. } => Code::X130,
        RunKind::Counted { .. } => Code::X131,
    };
    let named = run.named();
    let message = match run.rows.len() {
        1 => format!("Deze regel begint met {named}, maar komt achter de regel erboven in dezelfde alinea."),
        _ => format!("Deze regels beginnen met {named}, maar komen achter elkaar in één alinea."),
    };
    Diagnostic::at(code, span, message)
}
