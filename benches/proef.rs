//! What the proof of a copy costs beside its layout: `cargo bench --bench proef -- [MAP …]`.
//!
//! For each folder with sources (or the example, and the large city of the tests) all copies of all documents, one
//! after the other, each laid out from nothing. The result is a table for `docs/benchmarks.md`.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use afspraken::edition::Edition;
use afspraken::model::Datum;
use afspraken::output::{Parts, Plan, Recipe, Workshop};
use afspraken::pdf::Draft;
use afspraken::site::SiteOptions;

const FOLDERS: [&str; 2] = ["content", "tests/fixtures/grootmeer/content"];
const ROUNDS: usize = 3;
const DAY: &str = "2026-11-22";

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let mut folders: Vec<String> = arguments.collect();
    if folders.is_empty() {
        folders.extend(FOLDERS.map(str::to_owned));
    }
    println!("| Sources | copies | pages | layout | proof | proof / layout |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for folder in folders {
        if let Err(message) = row(&folder) {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn row(folder: &str) -> Result<(), String> {
    let edition = Edition::read(Path::new(folder), Path::new("themes"));
    let (Some(project), Some(tools)) = (&edition.project, edition.tools.as_deref()) else {
        return Err(format!("{folder} cannot be read"));
    };
    let date = Datum::parse(DAY).ok_or("no day")?;
    let options = SiteOptions { date, base_url: None, with_pdf: true };
    let workshop = Workshop::new(project, &edition.sources, tools, options);
    let plan = Plan::new(project, &edition.sources, &tools.theme, Parts::Pdf);
    let artifacts = plan.all();
    let prints: Vec<_> = artifacts.iter().map(|artifact| artifact.recipe).filter(Recipe::is_pdf).collect();
    let mut rounds: Vec<(Duration, Duration, usize)> = Vec::new();
    for _ in 0..ROUNDS {
        let (mut layout, mut proof, mut pages) = (Duration::ZERO, Duration::ZERO, 0);
        for print in &prints {
            // Nothing of the copy before it is used again.
            comemo::evict(0);
            let press = workshop.press(print).ok_or("no press")?;
            let start = Instant::now();
            let laid =
                press.manuscript().lay_out(&mut Draft::default()).map_err(|found| format!("{found:?}"))?;
            layout += start.elapsed();
            let start = Instant::now();
            let faults = laid.faults();
            proof += start.elapsed();
            if let Some(fault) = faults.first() {
                return Err(format!("{folder}: {}", fault.message));
            }
            pages += laid.into_sheets().sheets().len();
        }
        rounds.push((layout, proof, pages));
    }
    rounds.sort();
    let (layout, proof, pages) = rounds[ROUNDS / 2];
    println!(
        "| `{folder}` | {} | {pages} | {:.2} s | {:.3} s | {:.3} |",
        prints.len(),
        layout.as_secs_f64(),
        proof.as_secs_f64(),
        proof.as_secs_f64() / layout.as_secs_f64()
    );
    Ok(())
}
