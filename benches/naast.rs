//! How fast a build is beside other programs: `cargo bench --bench naast -- [PAGES …]`.
//!
//! For sites of 60, 1,000 and 10,000 plain pages (or as many as asked): the same Markdown, made into a website by this
//! program, by Zola and by Hugo, and copied by `cp -r`, each from nothing and in turn. Zola and Hugo get a theme of a
//! few templates (`naast/zola`, `naast/hugo`) with what ours has around a page: menus, crumbs, a list of what is on the
//! page, the way to the next. What is not installed is left out, and said. The result is a table for
//! `docs/benchmarks.md`.

#[allow(dead_code, reason = "a program of its own, of which this uses its plain pages")]
#[path = "../examples/corpus.rs"]
mod corpus;
#[path = "naast/measure.rs"]
mod measure;
#[path = "naast/programs.rs"]
mod programs;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use measure::{Run, Weight};
use programs::Program;

const SIZES: [usize; 3] = [60, 1_000, 10_000];
/// Rounds, in each of which every program has its turn.
const ROUNDS: usize = 5;
/// The day of the build.
const DAY: &str = "2026-11-22";

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let sizes: Result<Vec<usize>, _> = arguments.iter().map(|argument| argument.parse()).collect();
    let Ok(mut sizes) = sizes else {
        eprintln!("Usage: cargo bench --bench naast -- [PAGES …]");
        return ExitCode::from(2);
    };
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    let there: Vec<Program> = Program::ALL.into_iter().filter(|program| is_there(*program)).collect();
    println!(
        "| Pages | program | seconds | of ours | processor | memory | files | MB | of ours | MB on disk |"
    );
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for pages in sizes {
        if let Err(message) = compare(pages, &there) {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn is_there(program: Program) -> bool {
    match program.version() {
        Some(version) => eprintln!("{}: {version}", program.name()),
        None => {
            eprintln!("{} is not installed, and left out.", program.name());
            return false;
        }
    }
    true
}

/// The rows of one size.
fn compare(pages: usize, there: &[Program]) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let documents = corpus::plain::documents(pages);
    for program in there {
        program.write(folder.path(), &documents)?;
    }
    let mut runs = vec![Vec::new(); there.len()];
    for _ in 0..ROUNDS {
        // In turn, so that what else the machine does hits all of them. Ours comes first, since the copy is of it.
        for program in there {
            clear(&program.output(folder.path()))?;
        }
        for (program, runs) in there.iter().zip(&mut runs) {
            runs.push(measure::run(&mut program.build(folder.path()), &[0])?);
        }
    }
    let pages: usize = documents.iter().map(|document| document.pages.len()).sum();
    let rows: Vec<(Run, Weight)> = there
        .iter()
        .zip(&runs)
        .map(|(program, runs)| (measure::median(runs), measure::weigh(&program.output(folder.path()))))
        .collect();
    let Some(ours) = rows.first().copied() else { return Ok(()) };
    for (program, row) in there.iter().zip(&rows) {
        println!("{}", line(pages, *program, *row, ours));
    }
    Ok(())
}

fn line(pages: usize, program: Program, (run, weight): (Run, Weight), ours: (Run, Weight)) -> String {
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    format!(
        "| {pages} | {} | {:.3} | {:.2} | {:.2} | {:.0} MB | {} | {:.1} | {:.2} | {:.1} |",
        program.name(),
        run.seconds,
        run.seconds / ours.0.seconds,
        run.busy,
        run.memory,
        weight.files,
        megabytes(weight.bytes),
        weight.bytes as f64 / ours.1.bytes as f64,
        megabytes(weight.on_disk)
    )
}

fn clear(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}
