//! What is said about how the program was called, in Dutch: the one place for it.

use std::error::Error as _;
use std::path::Path;
use std::process::ExitCode;

use anstream::{eprintln, print};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::EXIT_USAGE;

/// The shape of `--help`.
pub const HELP_TEMPLATE: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}\n";

/// Says what is wrong with the arguments, or shows the help that was asked for.
pub fn usage(error: &Error, program: &Command) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", error.render().ansi());
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            anstream::eprint!("{}", error.render().ansi());
            return ExitCode::from(EXIT_USAGE);
        }
        _ => {}
    }
    failure(&wrong(error));
    let suggestion =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(|kind| context(error, kind))
            .find(|text| !text.is_empty());
    match suggestion {
        Some(suggestion) => eprintln!("  tip: bedoelde u `{suggestion}`?"),
        None => eprintln!("  tip: `{} --help` toont wat er kan.", called(program)),
    }
    ExitCode::from(EXIT_USAGE)
}

/// What is wrong, as a sentence. No text of clap's own comes through, since those
/// are in English.
fn wrong(error: &Error) -> String {
    let context = |kind| context(error, kind);
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!("De optie `{argument}` bestaat niet.")
        }
        ErrorKind::UnknownArgument => format!("`{argument}` hoort hier niet."),
        ErrorKind::InvalidSubcommand => {
            format!("De opdracht `{}` bestaat niet.", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "Er staat geen opdracht bij.".into(),
        ErrorKind::InvalidValue if value.is_empty() => format!("Achter `{argument}` hoort een waarde."),
        ErrorKind::InvalidValue => {
            format!("`{value}` kan niet bij `{argument}`. Kies uit: {}.", context(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => match error.source() {
            Some(reason) => format!("`{value}` kan niet bij `{argument}`: {reason}."),
            None => format!("`{value}` kan niet bij `{argument}`."),
        },
        ErrorKind::TooManyValues => format!("Achter `{argument}` hoort geen waarde; `{value}` kan weg."),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            format!("Achter `{argument}` hoort een waarde.")
        }
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => {
                format!("De optie `{argument}` staat er twee keer.")
            }
            other => format!("`{argument}` kan niet samen met `{other}`."),
        },
        ErrorKind::MissingRequiredArgument => format!("Hier hoort ook `{argument}` bij."),
        ErrorKind::InvalidUtf8 => "In de opdracht staan tekens die niet te lezen zijn.".into(),
        _ => "Zo kan het programma niet worden gestart.".into(),
    }
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// The program as it was called: with its command, when it has that one.
fn called(program: &Command) -> String {
    let command = std::env::args().nth(1).filter(|word| program.find_subcommand(word).is_some());
    [Some(program.get_name().to_owned()), command].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The program cannot do what was asked, for a reason outside the sources.
pub fn cannot(why: &str) -> ExitCode {
    failure(why);
    ExitCode::from(EXIT_USAGE)
}

/// One line on what went wrong outside the sources.
pub fn failure(message: &str) {
    let red = anstyle::Style::new().bold().fg_color(Some(anstyle::AnsiColor::Red.into()));
    eprintln!("{red}fout{red:#}: {message}");
}

/// There is no folder with sources.
pub fn no_content(folder: &Path) -> ExitCode {
    failure(&format!("De map `{}` is er niet.", folder.display()));
    eprintln!(
        "  tip: ga naar de map van uw project, noem de map met --content, of begin met `afspraken init`."
    );
    ExitCode::from(EXIT_USAGE)
}
