//! How long `afspraken check` takes: `cargo bench --bench nalezen -- [PAGES …]`.
//!
//! For sites of 1,000 and 10,000 pages of themes (or as many as asked): the command as a whole beside a build of the
//! same site without PDFs, in turn, and within one process all rules at first and after a change of one paragraph, as
//! `serve` does it. The result is a table for `docs/benchmarks.md`.

#[allow(dead_code, reason = "a program of its own, of which this uses one function")]
#[path = "../examples/corpus.rs"]
mod corpus;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use afspraken::edition::{Edition, News};
use afspraken::model::Datum;
use afspraken::rules::{self, Judgement, Scene};
use afspraken::source::ContentPath;

const SIZES: [usize; 2] = [1_000, 10_000];
/// Rounds of the commands, which take seconds.
const RUNS: usize = 5;
/// Rounds of a change, of which one more before them does not count.
const CHANGES: usize = 20;
const DAY: &str = "2026-11-22";
const LOST_TERM: &str = "- term: dakserre\n  betekenis: Een glazen kamer op het dak.\n";

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let sizes: Result<Vec<usize>, _> = arguments.iter().map(|argument| argument.parse()).collect();
    let Ok(mut sizes) = sizes else {
        eprintln!("Usage: cargo bench --bench nalezen -- [PAGES …]");
        return ExitCode::from(2);
    };
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    println!(
        "| Pages of themes | findings | `build --only site` | `check` | all rules at first | after a change |"
    );
    println!("| ---: | ---: | ---: | ---: | ---: | ---: |");
    for pages in sizes {
        if let Err(message) = row(pages) {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn row(pages: usize) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let documents = corpus::write(pages, folder.path())?;
    // A term that no text uses is looked for in all of them.
    let glossary = folder.path().join("content/begrippen.yaml");
    let terms = fs::read_to_string(&glossary).map_err(|error| error.to_string())?;
    fs::write(&glossary, terms + LOST_TERM).map_err(|error| error.to_string())?;
    let (mut builds, mut checks) = (Vec::new(), Vec::new());
    // In turn, so that what else the machine does hits both.
    for _ in 0..RUNS {
        builds.push(run(folder.path(), &["build", "--only", "site"])?);
        checks.push(run(folder.path(), &["check", "--format", "json"])?);
    }
    let (first, changes, findings) = within(folder.path(), documents.first().ok_or("no documents")?)?;
    println!(
        "| {pages} | {findings} | {} | {} | {} | {} |",
        median(builds),
        median(checks),
        median(first),
        median(changes)
    );
    Ok(())
}

/// How long a command takes.
fn run(folder: &Path, arguments: &[&str]) -> Result<Duration, String> {
    let start = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_afspraken"))
        .current_dir(folder)
        .args(arguments)
        .args(["--date", DAY])
        .output()
        .map_err(|error| error.to_string())?;
    let time = start.elapsed();
    // A fault in the text of the corpus gives 1; a call that cannot work, 2.
    if output.status.code() == Some(2) {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(time)
}

/// All rules at first and after each of some changes, and how much they find.
fn within(folder: &Path, document: &str) -> Result<(Vec<Duration>, Vec<Duration>, usize), String> {
    let (content, themes) = (folder.join("content"), folder.join("themes"));
    let date = Datum::parse(DAY).ok_or("no date")?;
    let mut edition = Edition::read(&content, &themes);
    let judge = |edition: &Edition, earlier: Option<&Judgement>| -> Result<(Duration, Judgement), String> {
        let project = edition.project.as_ref().ok_or("the corpus cannot be read")?;
        let scene = Scene { project, sources: &edition.sources, date, replies: None };
        let start = Instant::now();
        let judgement = rules::judge(scene, earlier);
        Ok((start.elapsed(), judgement))
    };
    let first: Result<Vec<_>, String> =
        (0..RUNS).map(|_| judge(&edition, None).map(|(time, _)| time)).collect();
    let (_, mut judgement) = judge(&edition, None)?;
    let findings = judgement.diagnostics().count();
    let path = ContentPath::from(format!("{document}/bouwopgave.md").as_str());
    let file = content.join(path.as_str());
    let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
    let mut changes = Vec::new();
    for round in 0..=CHANGES {
        fs::write(&file, format!("{text}\nRonde {round} van het meten.\n"))
            .map_err(|error| error.to_string())?;
        let news = News { content: vec![path.clone()], themes: false };
        edition = edition.next(&content, &themes, &news).0;
        let (time, next) = judge(&edition, Some(&judgement))?;
        judgement = next;
        if round > 0 {
            changes.push(time);
        }
    }
    Ok((first?, changes, findings))
}

/// The middle of some times, in milliseconds.
fn median(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    format!("{:.1} ms", middle.as_secs_f64() * 1000.0)
}
