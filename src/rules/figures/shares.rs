//! Percentages: parts that make a whole, and of what they are parts.

use super::{agreements, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, BlockKind, Inline, Table, plain};
use crate::rules::prose::{Kind, Passage, Sentence};
use crate::rules::{Finding, Reading, Subject};
use crate::source::Span;

/// Parts that come to a sum this near to a hundred were meant to be a whole.
const NEAR: std::ops::RangeInclusive<f64> = 80.0..=120.0;
/// Rounded parts may come to a little more or less.
const ROUNDED: f64 = 1.0;

/// Words by which percentages are no parts of one whole: limits, changes, years.
const NO_PARTS: &[&str] = &[
    "ten minste",
    "tenminste",
    "minstens",
    "minimaal",
    "maximaal",
    "hoogstens",
    "ten hoogste",
    "meer dan",
    "minder dan",
    "stijgt",
    "stijgen",
    "daalt",
    "dalen",
    "groeit",
    "naar",
    "inflatie",
    "rente",
    "korting",
    "huurverhoging",
    "instem",
    "eerste jaar",
    "daarna",
    "elk jaar",
    "per jaar",
    "vorig",
    "nu ",
    "eind ",
    "in 20",
    "tot ",
];

/// Who adds up parts that are no whole, trusts no other figure either.
pub fn not_a_whole(reading: &Reading) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        reading.prose.sentences().filter_map(|sentence| in_sentence(&sentence)).collect();
    found.extend(in_lists(reading));
    for blocks in &reading.prose.blocks {
        markdown::for_each_block(blocks, &mut |block| {
            if let BlockKind::Table(table) = &block.kind {
                found.extend(in_table(table).into_iter().map(Finding::from));
            }
        });
    }
    found
}

/// "30 procent koop, 40 procent huur en 20 procent middenhuur"
fn in_sentence(sentence: &Sentence) -> Option<Finding> {
    let text = sentence.text();
    let parts = numbers::percentages(text);
    let [first, .., last] = parts.as_slice() else { return None };
    let lower = text.to_lowercase();
    if parts.len() < 3 || NO_PARTS.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let whole = WHOLE.iter().any(|word| lower.contains(word)) || lower.starts_with("van ");
    if !whole && !is_listed(&lower, &numbers::percentages(&lower)) {
        return None;
    }
    let sum = missed(parts.iter().map(|part| part.value))?;
    let start = sentence.range.start;
    let place = sentence.passage.span(start + first.range.start..start + last.range.end);
    let afspraak = sentence.passage.afspraak.clone();
    Some(Finding { diagnostic: finding(place, sum), afspraak })
}

/// Words that say that parts of one whole follow.
const WHOLE: &[&str] =
    &["waarvan", "bestaat uit", "bestaan uit", "verdeeld", "verdeling", "verdelen", "de rest"];

/// Whether percentages follow each other with only their names between them: "30 procent
/// sociale huur, 40 procent koop".
fn is_listed(text: &str, parts: &[numbers::Number]) -> bool {
    parts.windows(2).all(|pair| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        let names: Vec<&str> = between.split_whitespace().collect();
        let elsewhere =
            |word: &&str| matches!(*word, "in" | "bij" | "op" | "van" | "is" | "was" | "heeft" | "krijgt");
        (1..=6).contains(&names.len()) && !names.iter().any(elsewhere)
    })
}

/// Items of a list that each begin with a percentage.
fn in_lists(reading: &Reading) -> Vec<Finding> {
    let share = |passage: &Passage| {
        let lower = passage.text.to_lowercase();
        let parts = numbers::percentages(&passage.text);
        let single = parts.len() == 1 && parts[0].range.start == 0;
        let is_part =
            passage.kind == Kind::Text && single && !NO_PARTS.iter().any(|word| lower.contains(word));
        is_part.then(|| parts[0].value)
    };
    let mut found = Vec::new();
    let passages = &reading.prose.passages;
    for row in passages.chunk_by(|first, second| share(first).is_some() == share(second).is_some()) {
        let values: Vec<f64> = row.iter().filter_map(share).collect();
        if values.len() < 3 || row.iter().any(|passage| passage.section != row[0].section) {
            continue;
        }
        if let Some(sum) = missed(values.into_iter()) {
            let place = row[0].span(numbers::percentages(&row[0].text)[0].range.clone());
            found.push(Finding { diagnostic: finding(place, sum), afspraak: row[0].afspraak.clone() });
        }
    }
    found
}

/// Columns of percentages with a heading that says that they are parts, or a row with their sum.
fn in_table(table: &Table) -> Vec<Diagnostic> {
    (0..table.head.len()).filter_map(|column| in_column(table, column)).collect()
}

fn in_column(table: &Table, column: usize) -> Option<Diagnostic> {
    let is_total = |row: &[Vec<Inline>]| {
        let name = row.first().map(|cell| plain::inlines(cell).to_lowercase()).unwrap_or_default();
        name.starts_with("totaal") || name.starts_with("samen")
    };
    let head = plain::inlines(&table.head[column]).to_lowercase();
    // "Aandeel sociale huur" by neighbourhood is a share of another whole in each row.
    let says_so = matches!(head.trim_end_matches(" (%)").trim(), "aandeel" | "deel" | "verdeling")
        || ["van het totaal", "van het geheel", "in het totaal"].iter().any(|words| head.contains(words));
    let total = table.rows.iter().find(|row| is_total(row)).and_then(|row| of_cell(row.get(column)?, &head));
    if !says_so && total != Some(100.0) {
        return None;
    }
    let parts: Option<Vec<f64>> =
        table.rows.iter().filter(|row| !is_total(row)).map(|row| of_cell(row.get(column)?, &head)).collect();
    let parts = parts.filter(|parts| parts.len() >= 3)?;
    let sum = missed(parts.into_iter())?;
    Some(finding(cell_span(&table.head[column])?, sum))
}

/// The percentage in a cell; the sign may stand in the heading of the column.
fn of_cell(cell: &[Inline], head: &str) -> Option<f64> {
    let text = plain::inlines(cell);
    let in_head = head.contains('%') || head.contains("procent");
    let all = if in_head { numbers::numbers(&text) } else { numbers::percentages(&text) };
    match all.as_slice() {
        [one] => Some(one.value),
        _ => None,
    }
}

fn cell_span(cell: &[Inline]) -> Option<Span> {
    let (first, last) = (cell.first()?, cell.last()?);
    Some(Span::new(first.span.source, first.span.range().start..last.span.range().end))
}

/// The sum of parts that nearly make a whole.
fn missed(parts: impl Iterator<Item = f64>) -> Option<f64> {
    let sum: f64 = parts.sum();
    (NEAR.contains(&sum) && (sum - 100.0).abs() > ROUNDED + 1e-9).then_some(sum)
}

fn finding(place: Span, sum: f64) -> Diagnostic {
    let sum = format!("{:.1}", sum).trim_end_matches(".0").replace('.', ",");
    Diagnostic::at(Code::G204, place, format!("Deze percentages zijn samen {sum}, en geen 100."))
        .label(format!("samen {sum}"))
        .hint("Kijk de percentages na, of zeg waar de rest naartoe gaat.")
}

/// Words by which a sentence says of what a percentage is a part, or that it is no part.
const OF_WHAT: &[&str] = &[
    " van ",
    " aandeel",
    " deel ",
    " met ",
    " in ",
    " per ",
    " bij ",
    " tot ",
    " boven",
    " onder",
    " plus",
    " dan ",
    "stijg",
    "daal",
    "dalen",
    "verhog",
    "verlag",
    "korting",
    "rente",
    "inflatie",
    "huursom",
    "bewoners",
    "percentage",
    " op ",
    " tegen ",
    "instem",
    "minder",
    "meer ",
    "energie",
    "subsidie",
    " in de ",
    " uit ",
];

/// Thirty percent of new homes and of all homes are not the same promise.
pub fn of_nothing(subject: &Subject) -> Vec<Finding> {
    let mut found = Vec::new();
    for words in agreements(subject) {
        let lower = words.lower();
        if lower.contains("procent van") || lower.contains("% van") || lower.contains("percentage van") {
            continue;
        }
        let facts = words.passages.iter().filter(|passage| passage.kind == Kind::Fact);
        let first = facts.flat_map(|passage| passage.sentences()).find_map(|sentence| {
            let text = format!(" {} ", sentence.text().to_lowercase());
            // Parts beside each other say together of what they are.
            let all = numbers::percentages(sentence.text());
            let [percentage] = all.as_slice() else { return None };
            let start = sentence.range.start;
            let range = start + percentage.range.start..start + percentage.range.end;
            (!OF_WHAT.iter().any(|word| text.contains(word))).then(|| sentence.passage.span(range))
        });
        found.extend(first.map(|place| {
            let text = "Hier staat een percentage, maar niet waarvan.";
            let diagnostic = Diagnostic::at(Code::G206, place, text).label("waarvan?");
            Finding::at_agreement(
                words.afspraak,
                diagnostic.hint("Schrijf erbij waarvan, zoals ‘30 procent van de nieuwe woningen’."),
            )
        }));
    }
    found
}
