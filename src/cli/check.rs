//! `afspraken check`: are these good agreements, ready to be published?

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{EXIT_ERRORS, EXIT_USAGE, THEMES, clock, fix, messages, paper, values};
use crate::data::canonical::{self, Fingerprint};
use crate::diagnostic::{self, Code, Diagnostic, Severity, system};
use crate::edition::Edition;
use crate::model::Datum;
use crate::report::{self, github, json, sarif, terminal};
use crate::rules::fix::mend;
use crate::rules::ready::{self, Checklist, Stand};
use crate::rules::replies::Replies;
use crate::rules::{self, Scene};

/// Leest de afspraken kritisch na.
#[derive(Args)]
#[command(
    help_template = messages::HELP_TEMPLATE,
    override_usage = "afspraken check [OPTIES]",
    next_help_heading = "Opties"
)]
pub struct Check {
    /// De map met de bronnen
    #[arg(long, value_name = "MAP", default_value = "content", hide_default_value = true)]
    content: PathBuf,
    /// De dag waarop wordt nagelezen; gewoonlijk vandaag
    #[arg(long, value_name = "JJJJ-MM-DD", value_parser = values::date)]
    date: Option<Datum>,
    /// Alleen deze regels of soorten regels: S, P, L304
    #[arg(long, value_name = "REGELS", value_delimiter = ',')]
    only: Vec<String>,
    /// Rekent waarschuwingen mee als fouten
    #[arg(long)]
    strict: bool,
    /// Hoe het resultaat wordt getoond: text, json, sarif of github
    #[arg(
        long,
        value_name = "VORM",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
    /// Is dit document klaar om te publiceren? Noem de map van het document
    #[arg(long, value_name = "DOCUMENT", conflicts_with_all = ["only", "format"])]
    ready: Option<String>,
    /// Schrijft het antwoord van --ready ook als pagina, om te printen voor het dossier
    #[arg(long, value_name = "BESTAND", requires = "ready")]
    page: Option<PathBuf>,
    /// Vraagt andere websites of links nog werken, hoogstens zoveel
    #[arg(long, value_name = "AANTAL", num_args = 0..=1, default_missing_value = "200", value_parser = values::count)]
    external: Option<usize>,
    /// Herstelt wat zeker is: laat eerst zien wat er verandert, en vraagt het dan
    #[arg(long, conflicts_with_all = ["ready", "format"])]
    fix: bool,
    /// Bij --fix: schrijft zonder te vragen
    #[arg(long, requires = "fix")]
    yes: bool,
    /// Legt een regel uit, met een voorbeeld; zonder code: een lijst van alle regels
    #[arg(long, value_name = "CODE", num_args = 0..=1)]
    explain: Option<Option<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
    Github,
}

impl Check {
    pub fn run(&self) -> ExitCode {
        if let Some(code) = &self.explain {
            return explain(code.as_deref());
        }
        if !self.content.is_dir() {
            return messages::no_content(&self.content);
        }
        if let Some(unknown) = self.only.iter().find(|wanted| !is_known(wanted)) {
            messages::failure(&format!(
                "De regel `{unknown}` bestaat niet. Met `afspraken check --explain` ziet u alle regels."
            ));
            return ExitCode::from(EXIT_USAGE);
        }
        let date = match self.date.map_or_else(clock::today, Ok) {
            Ok(today) => today,
            Err(why) => return messages::cannot(&why),
        };
        let mut edition = Edition::read(&self.content, Path::new(THEMES));
        if let Some(slug) = &self.ready {
            return self.ready(&edition, slug, date);
        }
        if let Some(project) = &edition.project {
            let scene = Scene { project, sources: &edition.sources, date, replies: None };
            let replies = match self.external.map(|limit| ask(&scene, limit)).transpose() {
                Ok(replies) => replies,
                Err(code) => return code,
            };
            let judgement = rules::judge(Scene { replies: replies.as_ref(), ..scene }, None);
            let faults = if self.wants_paper() { paper::faults(&edition, date, None) } else { Vec::new() };
            edition.diagnostics.extend(judgement.diagnostics().cloned());
            edition.diagnostics.extend(faults);
        }
        let mut found = std::mem::take(&mut edition.diagnostics);
        found.retain(|found| self.wants(found));
        report::sort(&mut found, &edition.sources);
        if self.fix {
            return fix::fix(&self.content, &mend(&found, &edition.sources), self.yes);
        }
        self.report(&found, &edition);
        let refused = |found: &Diagnostic| match found.severity() {
            Severity::Error => true,
            Severity::Warning => self.strict,
            Severity::Advice => false,
        };
        if found.iter().any(refused) { ExitCode::from(EXIT_ERRORS) } else { ExitCode::SUCCESS }
    }

    /// Whether the copies are laid out: not for whoever asks for some rules, or for what mends itself.
    fn wants_paper(&self) -> bool {
        !self.fix && (self.only.is_empty() || self.only.iter().any(|wanted| wanted.starts_with('D')))
    }

    /// Whether a document may go online.
    fn ready(&self, edition: &Edition, slug: &str, date: Datum) -> ExitCode {
        let Some(project) = &edition.project else {
            anstream::eprint!("{}", terminal::render(&edition.diagnostics, &edition.sources));
            messages::failure("De website kan niet worden gemaakt. Los eerst de fouten hierboven op.");
            return ExitCode::from(EXIT_ERRORS);
        };
        let Some(document) = project.overeenkomst(slug.trim_end_matches('/')) else {
            let known = project.overeenkomsten.iter().map(|document| document.slug.as_str());
            let near = diagnostic::did_you_mean(slug, known.clone());
            let near = near.map_or_else(String::new, |near| format!(" Of {near}"));
            let known = known.collect::<Vec<_>>().join(", ");
            messages::failure(&format!(
                "Er is geen document `{slug}`.{near} Dit zijn de documenten: {known}."
            ));
            return ExitCode::from(EXIT_USAGE);
        };
        let scene = Scene { project, sources: &edition.sources, date, replies: None };
        let judged: Vec<Diagnostic> = rules::judge(scene, None).diagnostics().cloned().collect();
        let text = canonical::text(document, (&edition.sources).into());
        let fingerprint = Fingerprint::of(&text).short();
        let mut found = edition.diagnostics.clone();
        found.extend(paper::faults(edition, date, Some(&document.slug)));
        let list = ready::checklist(scene, document, &found, &judged, fingerprint);
        anstream::print!("{}", checklist_text(&list));
        if let Some(path) = &self.page
            && let Err(why) = write_page(edition, &list, path)
        {
            messages::failure(&format!("De pagina `{}` kan niet worden geschreven: {why}.", path.display()));
            return ExitCode::from(EXIT_USAGE);
        }
        if list.klaar { ExitCode::SUCCESS } else { ExitCode::from(EXIT_ERRORS) }
    }

    /// What cannot be built is told whatever is asked for.
    fn wants(&self, found: &Diagnostic) -> bool {
        let is_rule = rules::find(found.code).is_some();
        let id = found.code.id();
        self.only.is_empty()
            || (!is_rule && found.severity() == Severity::Error)
            || self.only.iter().any(|wanted| id.starts_with(wanted.as_str()))
    }

    fn report(&self, found: &[Diagnostic], edition: &Edition) {
        match self.format {
            Format::Text => {
                anstream::print!("{}", terminal::render(found, &edition.sources));
                anstream::println!("{}", closing_line(found));
            }
            Format::Json => print_json(&json::records(found, &edition.sources)),
            Format::Sarif => print_json(&sarif::log(found, &edition.sources, &self.folder())),
            Format::Github => anstream::print!("{}", github::render(found, &edition.sources, &self.folder())),
        }
    }

    /// The way to the sources as it was given, with `/` at its end.
    fn folder(&self) -> String {
        let path = self.content.to_string_lossy().replace('\\', "/");
        let path = path.trim_start_matches("./").trim_end_matches('/');
        if path.is_empty() || path == "." { String::new() } else { format!("{path}/") }
    }
}

/// What other websites answer, with a line about it for who waits.
#[cfg(feature = "external")]
fn ask(scene: &Scene, limit: usize) -> Result<Replies, ExitCode> {
    let addresses = rules::outside::addresses(scene);
    let asked = super::external::ask(addresses, limit, scene.date, Path::new("."));
    let later = match asked.left {
        0 => String::new(),
        1 => format!(" Er is nog 1 link over; met `--external {}` gaat het in één keer.", limit + 1),
        left => format!(
            " Nog {left} links komen de volgende keer; met `--external {}` gaat het in één keer.",
            limit + left
        ),
    };
    anstream::eprintln!("Links naar andere websites: {} nagevraagd.{later}", asked.now);
    Ok(asked.replies)
}

/// A program that cannot ask says how to get one that can.
#[cfg(not(feature = "external"))]
fn ask(_: &Scene, _: usize) -> Result<Replies, ExitCode> {
    messages::failure(
        "Dit programma kan geen andere websites vragen of links nog werken: dat deel is er bij het bouwen niet in gezet. \
         Zo krijgt u een programma dat het wel kan: `cargo build --release --features external`.",
    );
    Err(ExitCode::from(EXIT_USAGE))
}

fn print_json(value: &impl serde::Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => anstream::println!("{text}"),
        Err(_) => messages::failure("Het resultaat kan niet als JSON worden geschreven."),
    }
}

/// Whether `wanted` is a code or how codes begin.
fn is_known(wanted: &str) -> bool {
    !wanted.is_empty() && Code::ALL.iter().any(|code| code.id().starts_with(wanted))
}

fn checklist_text(list: &Checklist) -> String {
    let mut out = format!("{}\nNagekeken op {}, vingerafdruk {}\n", list.titel, list.dag, list.vingerafdruk);
    for groep in &list.groepen {
        out.push_str(&format!("\n{}\n", groep.titel));
        for punt in &groep.punten {
            let sign = match punt.stand {
                Stand::Klaar => "✓",
                Stand::Open => "✗",
                Stand::Let => "!",
            };
            out.push_str(&format!("  {sign} {:<9} {}\n", punt.stand.word(), punt.tekst));
        }
    }
    out.push_str(if list.klaar {
        "\nDit document mag online.\n"
    } else {
        "\nDit document mag nog niet online.\n"
    });
    out
}

fn write_page(edition: &Edition, list: &Checklist, path: &Path) -> Result<(), String> {
    let tools = edition.tools.as_deref().ok_or("het uiterlijk van de website is niet in orde")?;
    let page = tools.templates.part("klaar.html", list).map_err(|wrong| wrong.message)?;
    std::fs::write(path, page).map_err(|error| system::reason(&error))
}

fn closing_line(found: &[Diagnostic]) -> String {
    let count = |severity| found.iter().filter(|found| found.severity() == severity).count();
    let part = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {more}"),
    };
    if found.is_empty() {
        return "Nagelezen: niets gevonden.".to_owned();
    }
    format!(
        "Nagelezen: {}, {} en {}.",
        part(count(Severity::Error), "fout", "fouten"),
        part(count(Severity::Warning), "waarschuwing", "waarschuwingen"),
        part(count(Severity::Advice), "advies", "adviezen"),
    )
}

fn explain(code: Option<&str>) -> ExitCode {
    let Some(wanted) = code else {
        for rule in rules::all() {
            let level = rule.code.severity().word();
            anstream::println!("{}  {:<13} {}", rule.code, level, rule.code.summary());
        }
        return ExitCode::SUCCESS;
    };
    let found = Code::ALL.iter().find(|code| code.id().eq_ignore_ascii_case(wanted));
    match found.map(|code| (*code, rules::pages::page(*code))) {
        Some((_, Some(page))) => anstream::print!("{page}"),
        Some((code, None)) => {
            anstream::println!("{code} ({}): {}.", code.severity().word(), code.summary());
        }
        None => {
            let known = diagnostic::did_you_mean(wanted, Code::ALL.iter().map(|code| code.id()));
            let known = known.map_or_else(String::new, |near| format!(" Of {near}"));
            messages::failure(&format!("Er is geen regel of melding `{wanted}`.{known}"));
            return ExitCode::from(EXIT_USAGE);
        }
    }
    ExitCode::SUCCESS
}
