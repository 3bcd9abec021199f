//! Rows with tabs between their cells, as Excel gives them.

use std::ops::Range;

use super::{Paragraph, Row};
use crate::markdown::InlineKind;

/// A table that was found.
pub(super) struct Found {
    /// Which lines of the paragraph it has.
    pub rows: Range<usize>,
    /// What to type.
    pub hint: String,
    /// The table as Markdown, and of what it takes the place, where that is certain.
    pub fix: Option<(Range<usize>, String)>,
}

/// The tables in a paragraph: two lines or more with as many tabs.
pub(super) fn find(paragraph: &Paragraph, file: &str) -> Vec<Found> {
    let rows = &paragraph.rows;
    let tabs = |row: &Row| row.text.matches('\t').count();
    let mut found = Vec::new();
    let mut start = 0;
    for run in rows.chunk_by(|one, other| tabs(one) == tabs(other)) {
        let range = start..start + run.len();
        start = range.end;
        if run.len() > 1 && tabs(&run[0]) > 0 {
            found.push(table(paragraph, range, file));
        }
    }
    found
}

fn table(paragraph: &Paragraph, rows: Range<usize>, file: &str) -> Found {
    let cells: Vec<Vec<&str>> = paragraph.rows[rows.clone()]
        .iter()
        .map(|row| row.text.split('\t').map(|cell| cell.trim_matches([' ', '\u{a0}'])).collect())
        .collect();
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let shown: Vec<String> = cells[0].iter().map(|cell| escaped(cell)).collect();
    let below: Vec<String> = vec!["---".to_owned(); shown.len()];
    let mut hint = format!(
        "Schrijf de rijen met streepjes: eerst de koppen, `{}`, daaronder een regel `{}`.",
        line(&shown),
        line(&below)
    );
    let fix = mended(paragraph, &rows, &cells, file);
    hint.push_str(match &fix {
        Some(_) => " `afspraken check --fix` doet dat voor u.",
        None => " Heeft de tabel nog geen koppen? Zet die er dan boven.",
    });
    Found { rows, hint, fix }
}

/// The table as Markdown, when its first row is certain to be its head.
fn mended(
    paragraph: &Paragraph,
    rows: &Range<usize>,
    cells: &[Vec<&str>],
    file: &str,
) -> Option<(Range<usize>, String)> {
    let all = &paragraph.rows;
    let (first, last) = (&all[rows.start], &all[rows.end - 1]);
    let whole = first.range.start..last.range.end;
    if !has_head(cells) || paragraph.has_hard_breaks() || !tabs_stand_in_text(paragraph, &whole) {
        return None;
    }
    // Lines of the same container begin alike; the first may stand behind the mark of an item.
    let prefix = paragraph.prefix(file, all.get(rows.start + 1)?);
    let fits = |row: &Row| paragraph.prefix(file, row) == prefix;
    let others = all[rows.clone()].iter().skip(1).all(fits);
    let opening = paragraph.prefix(file, first);
    let plain = prefix.chars().all(|c| c == ' ' || c == '>') && opening.chars().all(|c| c == ' ' || c == '>');
    if !others || !plain || opening.len() != prefix.len() {
        return None;
    }
    let line_end = if file[first.range.end..].starts_with("\r\n") { "\r\n" } else { "\n" };
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<String> =
        cells.iter().map(|row| line(row.iter().map(|cell| escaped(cell)).collect())).collect();
    let below = (0..cells[0].len()).map(|at| if is_numeric(cells, at) { "---:" } else { "---" }.to_owned());
    lines.insert(1, line(below.collect()));
    let mut text = lines.join(&format!("{line_end}{prefix}"));
    if rows.start > 0 {
        text = format!("{line_end}{prefix}{text}");
    }
    if rows.end < all.len() {
        text.push_str(line_end);
        text.push_str(prefix.trim_end());
    }
    Some((whole, text))
}

/// Whether the first row is the head: words above a column of figures.
fn has_head(cells: &[Vec<&str>]) -> bool {
    let [head, ..] = cells else { return false };
    let words = |cell: &&str| cell.chars().any(char::is_alphabetic);
    head.iter().all(words) && (0..head.len()).any(|at| is_numeric(cells, at))
}

/// Whether there are figures below the head of a column, and nothing else.
fn is_numeric(cells: &[Vec<&str>], at: usize) -> bool {
    cells.iter().skip(1).all(|row| {
        let cell = row.get(at).copied().unwrap_or_default();
        cell.contains(|c: char| c.is_ascii_digit())
            && cell.chars().all(|c| c.is_ascii_digit() || " .,-–−+%€\u{a0}".contains(c))
    })
}

/// Emphasis or a link that goes on past a cell would fall apart.
fn tabs_stand_in_text(paragraph: &Paragraph, whole: &Range<usize>) -> bool {
    paragraph.content.iter().all(|inline| {
        let range = inline.span.range();
        let outside = range.end <= whole.start || whole.end <= range.start;
        let is_text = matches!(inline.kind, InlineKind::Text(_) | InlineKind::SoftBreak);
        is_text || outside || is_within_cell(paragraph, &range)
    })
}

fn is_within_cell(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    let row = paragraph.rows.iter().find(|row| row.range.start <= range.start && range.end <= row.range.end);
    row.is_some_and(|row| {
        let start = row.range.start;
        !row.text[range.start - start..range.end - start].contains('\t')
    })
}

/// A cell in which a pipe is a sign.
fn escaped(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut before = ' ';
    for c in cell.chars() {
        if c == '|' && before != '\\' {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}
