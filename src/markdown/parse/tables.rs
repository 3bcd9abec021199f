//! Tables. A row has as many cells as the head: what a row has more is dropped by
//! the parser, and told here.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::leftovers::shorten;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Alignment, BlockKind, Cell, Table};

impl Reader<'_, '_> {
    pub(super) fn table(&mut self, alignment: &[pulldown_cmark::Alignment]) -> BlockKind {
        let alignment: Vec<Alignment> = alignment
            .iter()
            .map(|alignment| match alignment {
                pulldown_cmark::Alignment::None => Alignment::Auto,
                pulldown_cmark::Alignment::Left => Alignment::Left,
                pulldown_cmark::Alignment::Center => Alignment::Center,
                pulldown_cmark::Alignment::Right => Alignment::Right,
            })
            .collect();
        let mut head = Vec::new();
        let mut rows = Vec::new();
        let mut head_has_bars = false;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    head_has_bars = self.raw(&range).trim_start().starts_with('|');
                    head = self.cells().0;
                }
                Event::Start(Tag::TableRow) => {
                    let (cells, places) = self.cells();
                    self.judge_row(&range, &places, head_has_bars);
                    rows.push(cells);
                }
                _ => break,
            }
        }
        BlockKind::Table(Table { alignment, head, rows })
    }

    fn cells(&mut self) -> (Vec<Cell>, Vec<Range<usize>>) {
        let (mut cells, mut places) = (Vec::new(), Vec::new());
        while let Some((Event::Start(Tag::TableCell), range)) = self.events.next() {
            cells.push(self.inlines());
            places.push(range);
        }
        (cells, places)
    }

    /// Tells of a row that has more or fewer cells than the head, or is no row at all.
    fn judge_row(&mut self, row: &Range<usize>, cells: &[Range<usize>], head_has_bars: bool) {
        let columns = cells.len();
        // Cells that were not typed begin behind the row.
        let typed = cells.iter().filter(|cell| cell.start < row.end).count();
        let text = self.raw(row);
        let bars = text.trim_start().starts_with('|');
        let no_row = !text.contains('|') || (head_has_bars && !bars && typed < columns);
        if no_row && (columns > 1 || head_has_bars) {
            let span = self.span(&(row.start..row.start + text.trim_end().len()));
            self.report(
                Diagnostic::at(Code::X109, span, "Deze regel wordt een rij van de tabel erboven.")
                    .label("staat direct onder de tabel")
                    .hint("Zet een lege regel tussen de tabel en deze regel. Is het wel een rij? Zet er dan aan het begin en het eind een `|` omheen."),
            );
            return;
        }
        if typed < columns {
            let span = self.span(&(row.start..row.start + text.trim_end().len()));
            let bar = if typed + 1 == columns { "een lege cel" } else { "lege cellen" };
            self.report(
                Diagnostic::at(
                    Code::X110,
                    span,
                    format!("Deze rij heeft {typed} van de {columns} cellen die de kop van de tabel heeft."),
                )
                .label("de laatste cellen ontbreken")
                .hint(format!("Vul de rij aan; {bar} schrijft u als ` |` aan het eind.")),
            );
            return;
        }
        let last = cells.last().map_or(row.start, |cell| cell.end);
        let behind = self.raw(&(last..row.end));
        let lost = behind.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if lost.is_empty() {
            return;
        }
        let start =
            last + (behind.len() - behind.trim_start_matches(|c: char| c == '|' || c.is_whitespace()).len());
        let lost_range = start..start + lost.len();
        self.account.claim(lost_range.clone());
        let (span, lost) = (self.span(&lost_range), shorten(lost));
        let kolommen = if columns == 1 { "1 kolom" } else { &format!("{columns} kolommen") };
        self.report(
            Diagnostic::at(Code::X105, span, format!("De tekst `{lost}` valt buiten de tabel."))
                .label("dit zou verdwijnen")
                .hint(format!("De kop van de tabel heeft {kolommen}. Geef de kop er een bij, of schrijf `\\|` als het streepje bij de tekst van een cel hoort.")),
        );
    }
}
