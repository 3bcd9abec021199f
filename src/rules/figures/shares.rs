//! Percentages: parts that make a whole, and of what they are parts.

use super::{agreements, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, BlockKind, Inline, Table, plain};
use crate::rules::prose::{self, Kind, Passage, Sentence};
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
        reading.prose.sentences().filter_map(|one| in_sentence(&one).or_else(|| too_many(&one))).collect();
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
    let parts = numbers::shares(text);
    let [first, .., last] = parts.as_slice() else { return None };
    let lower = text.to_lowercase();
    if parts.len() < 3 || NO_PARTS.iter().any(|word| lower.contains(word)) || is_change(text, &parts) {
        return None;
    }
    let whole = WHOLE.iter().any(|word| lower.contains(word)) || lower.starts_with("van ");
    if !whole && !is_listed(text, &parts) {
        return None;
    }
    let sum = missed(parts.iter().map(|part| part.value))?;
    let start = sentence.range.start;
    let place = sentence.passage.span(start + first.range.start..start + last.range.end);
    let afspraak = sentence.passage.afspraak.clone();
    Some(Finding { diagnostic: finding(place, sum), afspraak })
}

/// "van 30 naar 40 procent": a percentage that another grows to.
fn is_change(text: &str, parts: &[numbers::Number]) -> bool {
    parts.iter().any(|part| text[..part.range.start].trim_end().to_lowercase().ends_with(" naar"))
}

/// "Van de 65 woningen zijn er 40 voor gezinnen en 30 voor ouderen": more than there are.
/// Fewer may be meant, and parts that are named in different ways may overlap.
fn too_many(sentence: &Sentence) -> Option<Finding> {
    let text = sentence.text();
    if !text.starts_with("Van ") {
        return None;
    }
    let all = numbers::numbers(text);
    let [whole, parts @ ..] = all.as_slice() else { return None };
    let [first, .., last] = parts else { return None };
    let opens = matches!(&text[..whole.range.start], "Van de " | "Van deze " | "Van die ");
    let counted = all.iter().all(|number| number.value.fract() == 0.0);
    let kind =
        |number: &numbers::Number| prose::words(&text[number.range.end..]).next().map(|(_, word)| word);
    let same = kind(first).is_some_and(|word| BESIDE.contains(&word))
        && parts.iter().all(|part| kind(part) == kind(first));
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    if !opens || !counted || !same || sum <= whole.value {
        return None;
    }
    let start = sentence.range.start;
    let place = sentence.passage.span(start + first.range.start..start + last.range.end);
    let message = format!("Deze delen zijn samen {sum}, en dat is meer dan {}.", &text[whole.range.clone()]);
    let diagnostic = Diagnostic::at(Code::G204, place, message).label(format!("samen {sum}"));
    let diagnostic = diagnostic.hint("Kijk de getallen na, of zeg dat iets in beide delen meetelt.");
    Some(Finding { diagnostic, afspraak: sentence.passage.afspraak.clone() })
}

/// Words by which things are given out, so that none of them goes to two.
const BESIDE: &[&str] = &["voor", "naar", "aan"];

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
        let is_part = passage.kind == Kind::Text
            && single
            && !lower.contains(" naar ")
            && !NO_PARTS.iter().any(|word| lower.contains(word));
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
    Diagnostic::at(Code::G204, place, format!("Deze delen zijn samen {sum} procent, en geen 100."))
        .label(format!("samen {sum}"))
        .hint("Kijk de percentages na, of zeg waar de rest naartoe gaat.")
}

/// What follows a percentage that is of something: "15% van de", "de norm van 15% betreft".
const SAID: &[&str] = &["van", "betreft", "geldt voor", "gaat over"];

/// Words for what grows each year from what it was, so that nobody asks since when.
const FROM_YEAR_TO_YEAR: &[&str] = &["huur", "rente", "inflatie", "prijs", "prijzen", "index", "korting"];

/// Words that say from where a change is counted.
const SINCE: &[&str] = &[
    " dan ",
    "vergeleken",
    "opzichte",
    "sinds",
    "elk jaar",
    "per jaar",
    "jaarlijks",
    "procent van",
    "% van",
];

/// "de lasten dalen met 10%", which may be from now, from last year or from another home.
fn is_change_from_nothing(text: &str) -> bool {
    let changes = ["daalt", "dalen", "stijgt", "stijgen", "daling", "stijging"];
    let by = text.split_once(" met ").is_some_and(|(_, by)| by.starts_with(|c: char| c.is_ascii_digit()));
    let contains = |all: &[&str]| all.iter().any(|word| text.contains(word));
    let dated = numbers::numbers(text).iter().any(|number| (1990.0..2100.0).contains(&number.value));
    by && contains(&changes) && !contains(FROM_YEAR_TO_YEAR) && !contains(SINCE) && !dated
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
        // Whoever says it once, need not say it again.
        let based = SAID.iter().any(|of| {
            lower.contains(&format!("procent {of} "))
                || lower.contains(&format!("% {of} "))
                || lower.contains(&format!("percentage {of} "))
        });
        let texts = words.passages.iter().filter(|passage| matches!(passage.kind, Kind::Fact | Kind::Text));
        let first = texts.flat_map(|passage| passage.sentences()).find_map(|sentence| {
            // Parts beside each other say together of what they are.
            let all = numbers::percentages(sentence.text());
            let [percentage] = all.as_slice() else { return None };
            let start = sentence.range.start;
            let range = start + percentage.range.start..start + percentage.range.end;
            let text = format!(" {} ", sentence.text().to_lowercase());
            let share = || !based && !OF_WHAT.iter().any(|word| text.contains(word));
            (is_change_from_nothing(&text) || share()).then(|| sentence.passage.span(range))
        });
        found.extend(first.map(|place| {
            let text = "Hier staat een percentage, maar niet waarvan.";
            let diagnostic = Diagnostic::at(Code::G206, place, text).label("waarvan?");
            Finding::at_agreement(
                words.afspraak,
                diagnostic.hint("Schrijf erbij waarvan, zoals “30 procent van de nieuwe woningen”."),
            )
        }));
    }
    found
}
