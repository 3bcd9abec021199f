//! `afspraken build`: sources in, site and PDFs out.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::{EXIT_ERRORS, EXIT_USAGE, STORE, THEMES, clock, messages, values};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::edition::Edition;
use crate::model::{Datum, Fase, Project, WebAdres};
use crate::order;
use crate::output::{self, Artifact, OutputError, OutputFolder, Parts, Plan, Store, Workshop};
use crate::report::{self, json, terminal};
use crate::site::SiteOptions;

/// Maakt de website, de PDF's en de tekenexemplaren.
#[derive(Args)]
#[command(
    help_template = messages::HELP_TEMPLATE,
    override_usage = "afspraken build [OPTIES]",
    next_help_heading = "Opties"
)]
pub struct Build {
    /// De map met de bronnen
    #[arg(long, value_name = "MAP", default_value = "content", hide_default_value = true)]
    content: PathBuf,
    /// De map waarin het resultaat komt
    #[arg(long, value_name = "MAP", default_value = "output", hide_default_value = true)]
    output: PathBuf,
    /// Het adres waar de website komt te staan, in plaats van dat uit site.yaml
    #[arg(long, value_name = "ADRES", value_parser = values::base_url)]
    base_url: Option<WebAdres>,
    /// De dag die bepaalt welke afspraken van kracht zijn; gewoonlijk vandaag
    #[arg(long, value_name = "JJJJ-MM-DD", value_parser = values::date)]
    date: Option<Datum>,
    /// Maakt alleen de website (site) of alleen de PDF's (pdf)
    #[arg(long, value_name = "DEEL", hide_possible_values = true)]
    only: Option<Only>,
    /// Maakt alle PDF's opnieuw, ook als ze van een vorige keer bewaard zijn
    #[arg(long)]
    fresh: bool,
    /// Hoe meldingen worden getoond: text of json
    #[arg(
        long,
        value_name = "VORM",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Only {
    Site,
    Pdf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What a build made.
#[derive(Serialize)]
struct Made {
    pages: usize,
    pdfs: usize,
    /// How many of the PDFs were made before.
    pdfs_kept: usize,
    files: usize,
    bytes: u64,
    seconds: f64,
    output: PathBuf,
    /// Documents that are still to be published, with the days left.
    deadlines: Vec<Deadline>,
}

/// A day on which a document must be published at the latest.
#[derive(Serialize)]
struct Deadline {
    document: String,
    date: String,
    days: i32,
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    worded: String,
}

/// How a build ended.
enum Outcome {
    Made(Made),
    /// The sources are wrong; these were found while making, beside what the edition knows.
    Refused(Vec<Diagnostic>),
    /// The output cannot be written.
    Failed(OutputError),
}

impl Build {
    pub fn run(&self) -> ExitCode {
        if !self.content.is_dir() {
            return messages::no_content(&self.content);
        }
        let today = match self.date.map_or_else(clock::today, Ok) {
            Ok(today) => today,
            Err(why) => return messages::cannot(&why),
        };
        let start = Instant::now();
        let mut edition = Edition::read(&self.content, Path::new(THEMES));
        let progress = self.progress();
        let outcome = self.build(&edition, today, start, &progress);
        progress.finish_and_clear();
        if let Outcome::Refused(found) = &outcome {
            edition.diagnostics.extend(found.iter().cloned());
        }
        report::sort(&mut edition.diagnostics, &edition.sources);
        self.report(&edition, &outcome);
        match outcome {
            Outcome::Made(_) => ExitCode::SUCCESS,
            Outcome::Refused(_) => ExitCode::from(EXIT_ERRORS),
            Outcome::Failed(_) => ExitCode::from(EXIT_USAGE),
        }
    }

    fn build(&self, edition: &Edition, today: Datum, start: Instant, progress: &ProgressBar) -> Outcome {
        let (Some(project), Some(tools)) = (&edition.project, edition.tools.as_deref()) else {
            return Outcome::Refused(Vec::new());
        };
        if edition.has_errors() {
            return Outcome::Refused(Vec::new());
        }
        let parts = match self.only {
            None => Parts::All,
            Some(Only::Site) => Parts::Site,
            Some(Only::Pdf) => Parts::Pdf,
        };
        let options = SiteOptions {
            date: today,
            base_url: self.base_url.clone().or_else(|| project.site.basis_url.clone()),
            with_pdf: parts == Parts::All,
        };
        let base_url = options.base_url.clone();
        let plan = Plan::new(project, &edition.sources, &tools.theme, parts).at(base_url.as_ref());
        let artifacts = plan.all();
        let workshop = Workshop::new(project, &edition.sources, tools, options);
        let folder =
            match OutputFolder::open(&self.output, Path::new("."), &[&self.content, Path::new(THEMES)]) {
                Ok(folder) => folder,
                Err(error) => return Outcome::Failed(error),
            };
        let store = (!self.fresh).then(|| Store::new(STORE));
        match make_all(&artifacts, &workshop, store.as_ref(), &folder, progress) {
            Ok(tally) => match folder.switch() {
                Ok(output) => {
                    // Of a build without PDFs it is not known which of them are still wanted.
                    if let Some(store) = store.filter(|_| parts != Parts::Site) {
                        store.tidy();
                    }
                    Outcome::Made(Made {
                        deadlines: deadlines(project, today),
                        ..made(&artifacts, tally, start.elapsed(), self.shown(output))
                    })
                }
                Err(error) => Outcome::Failed(error),
            },
            Err(Stopped::Sources(found)) => Outcome::Refused(found),
            Err(Stopped::Output(error)) => Outcome::Failed(error),
        }
    }

    /// The output folder as the user named it, unless that says nothing.
    fn shown(&self, output: PathBuf) -> PathBuf {
        if self.output.as_os_str().is_empty() { output } else { self.output.clone() }
    }

    /// A display of how far it is; nothing where nobody watches.
    fn progress(&self) -> ProgressBar {
        if self.format == Format::Json || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{bar:30} {pos} van {len} gemaakt")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(0).with_style(style)
    }

    fn report(&self, edition: &Edition, outcome: &Outcome) {
        match self.format {
            Format::Json => report_json(edition, outcome),
            Format::Text => report_text(edition, outcome),
        }
    }
}

/// Why making stopped.
enum Stopped {
    Sources(Vec<Diagnostic>),
    Output(OutputError),
}

/// What was made, while it is.
#[derive(Default)]
struct Tally {
    bytes: AtomicU64,
    kept: AtomicUsize,
}

/// Makes and writes everything.
fn make_all(
    artifacts: &[Artifact],
    workshop: &Workshop,
    store: Option<&Store>,
    folder: &OutputFolder,
    progress: &ProgressBar,
) -> Result<Tally, Stopped> {
    folder.prepare(artifacts.iter().map(|artifact| artifact.path.as_str())).map_err(Stopped::Output)?;
    progress.set_length(artifacts.len() as u64);
    let tally = Tally::default();
    let make = |artifact: &Artifact| {
        let taken = workshop.take_or_make(artifact, store).map_err(Stopped::Sources).and_then(|taken| {
            tally.bytes.fetch_add(taken.bytes.len() as u64, Ordering::Relaxed);
            tally.kept.fetch_add(usize::from(!taken.is_new), Ordering::Relaxed);
            folder.write(&artifact.path, &taken.bytes).map_err(Stopped::Output)
        });
        progress.inc(1);
        taken.err()
    };
    let mut diagnostics = Vec::new();
    for reason in output::on_all_cores(artifacts, make).into_iter().flatten() {
        match reason {
            Stopped::Output(error) => return Err(Stopped::Output(error)),
            Stopped::Sources(found) => diagnostics.extend(found),
        }
    }
    diagnostic::once_on_paper(&mut diagnostics);
    if diagnostics.is_empty() { Ok(tally) } else { Err(Stopped::Sources(diagnostics)) }
}

fn made(artifacts: &[Artifact], tally: Tally, elapsed: Duration, output: PathBuf) -> Made {
    let pages = artifacts.iter().filter(|artifact| artifact.recipe.is_page()).count();
    let pdfs = artifacts.iter().filter(|artifact| artifact.recipe.is_pdf()).count();
    Made {
        pages,
        pdfs,
        pdfs_kept: tally.kept.into_inner(),
        files: artifacts.len() - pages - pdfs,
        bytes: tally.bytes.into_inner(),
        seconds: elapsed.as_secs_f64(),
        output,
        deadlines: Vec::new(),
    }
}

/// Documents that are not published and not past, the most pressing first.
fn deadlines(project: &Project, today: Datum) -> Vec<Deadline> {
    let open = project.overeenkomsten.iter().filter(|document| {
        let published = document.publicatie.datum.is_some_and(|datum| datum <= today);
        !published && document.fase(today) != Fase::Archief
    });
    let mut deadlines: Vec<Deadline> = open
        .map(|document| Deadline {
            document: document.slug.to_string(),
            date: document.publicatie.uiterlijk.to_string(),
            days: today.dagen_tot(document.publicatie.uiterlijk),
            title: document.titel.clone(),
            worded: document.publicatie.uiterlijk.voluit(),
        })
        .collect();
    order::sort_by(&mut deadlines, |a, b| (&a.date, &a.document).cmp(&(&b.date, &b.document)));
    deadlines
}

/// "Nog 23 dagen: “…” moet uiterlijk 15 december 2026 online staan."
fn deadline_line(deadline: &Deadline) -> String {
    let Deadline { days, title, worded, .. } = deadline;
    let count = |days: i32| if days == 1 { "1 dag".to_owned() } else { format!("{days} dagen") };
    match *days {
        0 => format!("Vandaag, {worded}, is de laatste dag om “{title}” te publiceren."),
        days if days > 0 => format!("Nog {} om “{title}” te publiceren: uiterlijk {worded}.", count(days)),
        days => format!("De laatste dag om “{title}” te publiceren, {worded}, is {} voorbij.", count(-days)),
    }
}

fn report_json(edition: &Edition, outcome: &Outcome) {
    #[derive(Serialize)]
    struct Report<'a> {
        diagnostics: Vec<json::JsonDiagnostic>,
        built: Option<&'a Made>,
        failure: Option<String>,
    }
    let report = Report {
        diagnostics: json::records(&edition.diagnostics, &edition.sources),
        built: match outcome {
            Outcome::Made(made) => Some(made),
            _ => None,
        },
        failure: match outcome {
            Outcome::Failed(error) => Some(error.to_string()),
            _ => None,
        },
    };
    match serde_json::to_string_pretty(&report) {
        Ok(text) => anstream::println!("{text}"),
        Err(_) => messages::failure("De meldingen kunnen niet als JSON worden geschreven."),
    }
}

fn report_text(edition: &Edition, outcome: &Outcome) {
    anstream::eprint!("{}", terminal::render(&edition.diagnostics, &edition.sources));
    match outcome {
        Outcome::Made(made) => {
            anstream::println!("{}", closing_line(made));
            for deadline in &made.deadlines {
                anstream::println!("{}", deadline_line(deadline));
            }
        }
        Outcome::Failed(error) => messages::failure(&error.to_string()),
        Outcome::Refused(_) => {
            let count =
                |severity| edition.diagnostics.iter().filter(|found| found.severity() == severity).count();
            messages::failure(&format!(
                "Er is niets gemaakt: {}{}. De vorige uitvoer is niet veranderd.",
                plural(count(Severity::Error), "fout", "fouten"),
                match count(Severity::Warning) {
                    0 => String::new(),
                    warnings => format!(" en {}", plural(warnings, "waarschuwing", "waarschuwingen")),
                }
            ));
        }
    }
}

fn closing_line(made: &Made) -> String {
    format!(
        "Klaar: {}, {}{} en {} ({} MB) in {} s, in de map `{}`.",
        plural(made.pages, "pagina", "pagina's"),
        plural(made.pdfs, "PDF", "PDF's"),
        match made.pdfs_kept {
            0 => String::new(),
            kept => format!(" (waarvan {kept} van een vorige keer)"),
        },
        plural(made.files, "ander bestand", "andere bestanden"),
        comma(made.bytes as f64 / 1e6, 1),
        comma(made.seconds, 2),
        made.output.display()
    )
}

fn plural(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

fn comma(number: f64, digits: usize) -> String {
    format!("{number:.digits$}").replace('.', ",")
}
