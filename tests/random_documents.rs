//! Whatever a document holds, in whatever nesting, its PDFs are made: the
//! sources are judged before, so Typst finds nothing and the proof of the paper
//! finds nothing.
//!
//! How many documents are tried: `DOCUMENTS`, or some dozens; which ones: `SEED`, or
//! always the same, so that a failure comes back. What failed on the way is kept in
//! `tests/fixtures/willekeurig`, named after what went wrong there.

mod support;

use std::fmt::Write as _;

use afspraken::edition::Edition;
use afspraken::model::Datum;
use afspraken::output::{Parts, Plan, Workshop};
use afspraken::report::{self, terminal};
use afspraken::site::SiteOptions;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use support::{Project, picture};

fn number(variable: &str, otherwise: u32) -> u32 {
    std::env::var(variable).map_or(otherwise, |number| number.parse().expect("a number"))
}

/// A word, or what stands where one could: short, long, and longer than a column.
fn word() -> impl Strategy<Value = String> {
    let common = select(vec![
        "wonen",
        "de",
        "huurders",
        "gemeente",
        "bouwt",
        "120",
        "woningen",
        "in",
        "Noord",
        "uiterlijk",
        "€ 1.250.000",
        "31 december 2027",
        "zorg",
        "één",
        "(samen)",
        "“samen”",
        "per jaar",
        "50%",
        "en/of",
        "2027-2030",
    ]);
    let long = select(vec![
        "volkshuisvestingsprogramma",
        "huurdersbelangenorganisatievergadering",
        "prestatieafspraken.volkshuisvesting@woonstichtingdewilgrietveen.example",
        "https://www.zandstad.example/wonen/prestatieafspraken/2027/bijlagen/investeringsoverzicht.pdf",
        "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ]);
    prop_oneof![12 => common.prop_map(str::to_owned), 1 => long.prop_map(str::to_owned)]
}

/// A few words with everything that a line can hold; `notes` counts up in the text.
fn line(most: usize) -> BoxedStrategy<String> {
    let plain = prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" ")).boxed();
    let piece = prop_oneof![
        6 => plain.clone(),
        1 => plain.clone().prop_map(|text| format!("**{text}**")),
        1 => plain.clone().prop_map(|text| format!("*{text}*")),
        1 => plain.clone().prop_map(|text| format!("~~{text}~~")),
        1 => plain.clone().prop_map(|text| format!("[{text}](https://zandstad.example/a)")),
        1 => plain.clone().prop_map(|text| format!("**[{text}](#B1)**")),
        1 => Just("[B1]".to_owned()),
        1 => Just("[[DAEB]]".to_owned()),
        1 => Just("artikel 42 van de Woningwet".to_owned()),
        1 => Just("`code 12`".to_owned()),
        1 => Just("![plein](plein.png)".to_owned()),
        1 => Just("woord[^NOOT]".to_owned()),
        1 => Just("voor<br>na".to_owned()),
    ];
    prop::collection::vec(piece, 1..most).prop_map(|pieces| format!("Tekst {}", pieces.join(" "))).boxed()
}

/// Blocks, each of lines without indent.
fn block(depth: u32) -> BoxedStrategy<String> {
    let paragraph = line(12);
    let table = (1usize..9, prop_oneof![9 => 1usize..8, 1 => 8usize..40]).prop_flat_map(|(columns, rows)| {
        let cell = prop_oneof![24 => word(), 8 => line(3), 1 => line(30)];
        let row = prop::collection::vec(cell, columns);
        prop::collection::vec(row, rows + 1).prop_map(move |rows| {
            let mut text = String::new();
            for (index, row) in rows.iter().enumerate() {
                let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "/")).collect();
                let _ = writeln!(text, "| {} |", cells.join(" | "));
                if index == 0 {
                    let _ = writeln!(text, "|{}", " --- |".repeat(columns));
                }
            }
            text
        })
    });
    let leaf = prop_oneof![
        6 => paragraph.clone(),
        2 => table,
        1 => prop::collection::vec(word(), 1..40).prop_map(|words| format!("```\n{}\n```", words.join(" "))),
        1 => line(4).prop_map(|text| format!("Begrip\n\n: {text}")),
        1 => line(2).prop_map(|text| format!("![Een plein]({} \"{}\")", "hoog.png", text.replace(['"', '[', ']', '(', ')', '<', '>', '*', '~', '`', '^', '!', '“', '”'], ""))),
        // After a text: below nothing but marks of lists it would make one rule of them.
        1 => Just("Tekst\n\n---".to_owned()),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let inner = || prop::collection::vec(block(depth - 1), 1..4);
    prop_oneof![
        6 => leaf,
        1 => prop::collection::vec(inner(), 1..6).prop_map(|items| {
            items.iter().map(|item| indented(&item.join("\n\n"), "- ", "  ")).collect::<Vec<_>>().join("\n\n")
        }),
        // With a line before it: a list that begins anew straight after another is told.
        1 => prop::collection::vec(inner(), 1..6).prop_map(|items| {
            "Lijst:\n\n".to_owned() + &items.iter().enumerate().map(|(index, item)| indented(&item.join("\n\n"), &format!("{}. ", index + 1), "   ")).collect::<Vec<_>>().join("\n\n")
        }),
        1 => inner().prop_map(|blocks| indented(&blocks.join("\n\n"), "> ", "> ")),
        1 => inner().prop_map(|blocks| indented(&format!("**Let op** Kijk.\n\n{}", blocks.join("\n\n")), "> ", "> ")),
    ]
    .boxed()
}

fn indented(text: &str, first: &str, rest: &str) -> String {
    let lines = text.lines().enumerate().map(|(index, line)| match (index, line) {
        (0, line) => format!("{first}{line}"),
        (_, "") => rest.trim_end().to_owned(),
        (_, line) => format!("{rest}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Each note in a text its own, with its explanation at the end.
fn with_notes(text: &str, explanation: &str) -> String {
    let mut out = String::new();
    let mut notes = String::new();
    for (number, part) in text.split("[^NOOT]").enumerate() {
        if number > 0 {
            let _ = write!(out, "[^n{number}]");
            let _ = write!(notes, "\n\n[^n{number}]: {explanation}");
        }
        out.push_str(part);
    }
    out + &notes
}

/// What is wrong with the PDFs of a document with this text in a theme; nothing when they can be made.
fn wrong(prose: &str) -> Option<String> {
    let project = Project::with_prose(&format!("Zie ook [B1].\n\n{prose}"))
        .with(
            "content/begrippen.yaml",
            "- term: DAEB\n  voluit: diensten van algemeen economisch belang\n  betekenis: werk met steun\n",
        )
        .with("content/zandstad-2027/plein.png", picture(40, 20))
        .with("content/zandstad-2027/hoog.png", picture(40, 120));
    let edition = Edition::read(&project.path("content"), &project.path("themes"));
    let (sources, Some(model), Some(tools)) = (&edition.sources, &edition.project, &edition.tools) else {
        return Some(project.messages());
    };
    if edition.has_errors() {
        return Some(project.messages());
    }
    let date = Datum::parse(support::TODAY).expect("a day");
    let options = SiteOptions { date, base_url: None, with_pdf: true };
    let workshop = Workshop::new(model, sources, tools, options);
    let plan = Plan::new(model, sources, &tools.theme, Parts::Pdf);
    let mut found = Vec::new();
    // The publication, and a copy to sign: the others differ from that in a name.
    for artifact in plan.all().iter().filter(|artifact| artifact.recipe.is_pdf()).take(2) {
        found.extend(workshop.make(&artifact.recipe).err().into_iter().flatten());
    }
    report::sort(&mut found, sources);
    (!found.is_empty()).then(|| terminal::render(&found, sources))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: number("DOCUMENTS", 24), rng_seed: RngSeed::Fixed(number("SEED", 1).into()), failure_persistence: None, max_shrink_iters: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_pdfs_of_any_document_are_made_and_proved(
        blocks in prop::collection::vec(block(2), 1..8),
        explanation in line(6),
    ) {
        let explanation = explanation.replace("[^NOOT]", "");
        let prose = with_notes(&blocks.join("\n\n"), &explanation);
        // Kept for when making it ends the test itself.
        std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/random-document.md"), &prose).expect("a file");
        if let Some(found) = wrong(&prose) {
            return Err(TestCaseError::fail(format!("{found}\n\n{prose}")));
        }
    }
}

#[test]
fn the_documents_that_failed_once_are_printed() {
    let kept = support::repository().join("tests/fixtures/willekeurig");
    let mut files: Vec<_> =
        std::fs::read_dir(kept).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let prose = std::fs::read_to_string(&file).expect("a text");
        assert_eq!(wrong(&prose), None, "{}", file.display());
    }
}
