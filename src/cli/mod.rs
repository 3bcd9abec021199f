//! The command line: one file a command.
//!
//! The only part that prints, reads the clock and knows the process. Commands
//! and flags are English as everywhere; all that users read is Dutch: what is said
//! of a wrong call in `messages`, of a wrong value in `values`.

mod build;
mod check;
mod clock;
#[cfg(feature = "external")]
mod external;
mod fix;
mod init;
mod messages;
mod paper;
mod serve;
mod shell;
mod values;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

/// The folder with themes of the project's own.
const THEMES: &str = "themes";
/// What was made before, below the folder that the program is run in.
const STORE: &str = ".afspraken/gemaakt";
/// The sources are wrong.
const EXIT_ERRORS: u8 = 1;
/// The program was called in a way that cannot work.
const EXIT_USAGE: u8 = 2;

#[derive(Parser)]
#[command(
    name = "afspraken",
    version,
    about = "Maakt van Markdown een website, PDF's en tekenexemplaren van prestatieafspraken.",
    help_template = messages::HELP_TEMPLATE,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_value_name = "OPDRACHT",
    subcommand_help_heading = "Opdrachten"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    help: Help,
    /// Toont de versie van het programma
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help_heading = "Opties", display_order = 901)]
    version: (),
}

/// The help flag, in Dutch.
#[derive(clap::Args)]
struct Help {
    /// Toont deze uitleg
    #[arg(short, long, action = clap::ArgAction::Help, help_heading = "Opties", global = true, display_order = 900)]
    help: (),
}

#[derive(Subcommand)]
enum Command {
    /// Maakt een map met een voorbeeld, om mee te beginnen
    Init(init::Init),
    /// Maakt de website, de PDF's en de tekenexemplaren
    Build(build::Build),
    /// Leest de afspraken na: zijn ze goed, en klaar om te publiceren?
    Check(check::Check),
    /// Toont de website in de browser, en werkt haar bij terwijl u schrijft
    Serve(serve::Serve),
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let matches = match Cli::command().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return messages::usage(&error, &Cli::command()),
    };
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => return messages::usage(&error, &Cli::command()),
    };
    match cli.command {
        Command::Init(init) => init.run(),
        Command::Build(build) => build.run(),
        Command::Check(check) => check.run(),
        Command::Serve(serve) => serve.run(),
    }
}
