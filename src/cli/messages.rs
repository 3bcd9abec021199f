//! What is said about how the program was called, in Dutch.

use std::path::Path;
use std::process::ExitCode;

use anstream::{eprintln, print};
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::EXIT_USAGE;

/// The shape of `--help`.
pub const HELP_TEMPLATE: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}\n";

/// Says what is wrong with the arguments, or shows the help that was asked for.
pub fn usage(error: &Error) -> ExitCode {
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
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("De optie `{argument}` bestaat niet."),
        ErrorKind::InvalidSubcommand => {
            format!("De opdracht `{}` bestaat niet.", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "Er staat geen opdracht bij.".into(),
        ErrorKind::InvalidValue if value.is_empty() => format!("Achter `{argument}` hoort een waarde."),
        ErrorKind::InvalidValue => {
            format!("`{value}` kan niet bij `{argument}`. Kies uit: {}.", context(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(reason) => format!("`{value}` kan niet bij `{argument}`: {reason}."),
            None => format!("`{value}` kan niet bij `{argument}`."),
        },
        ErrorKind::ArgumentConflict => {
            format!("De optie `{argument}` staat er twee keer, of kan hier niet bij.")
        }
        ErrorKind::MissingRequiredArgument => format!("Hier ontbreekt nog: {argument}."),
        _ => "Zo kan het programma niet worden gestart.".into(),
    };
    let suggestion =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(context)
            .find(|text| !text.is_empty());
    failure(&message);
    match suggestion {
        Some(suggestion) => eprintln!("  tip: bedoelde u `{suggestion}`?"),
        None => eprintln!("  tip: `afspraken --help` toont wat er kan."),
    }
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
