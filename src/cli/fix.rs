//! `afspraken check --fix`: shows what would change, asks, and writes.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use similar::TextDiff;

use super::{EXIT_USAGE, messages};
use crate::diagnostic::system::reason;
use crate::rules::fix::Mended;
use crate::source::read;

/// Shows the changes of `files` in `content` and writes them when that is wanted:
/// `yes` says so beforehand.
pub fn fix(content: &Path, files: &[Mended], yes: bool) -> ExitCode {
    if files.is_empty() {
        anstream::println!("Er is niets dat zeker zo hersteld kan worden.");
        return ExitCode::SUCCESS;
    }
    for file in files {
        anstream::print!("{}", diff(content, file));
    }
    let edits: usize = files.iter().map(|file| file.edits).sum();
    let what = match edits {
        1 => "1 verandering".to_owned(),
        edits => format!("{edits} veranderingen"),
    };
    if !yes && !agreed(&what) {
        anstream::println!("Er is niets veranderd. Met `--fix --yes` schrijft het programma {what}.");
        return ExitCode::SUCCESS;
    }
    let mut code = ExitCode::SUCCESS;
    let mut written = 0;
    for file in files {
        match write(&read::on_disk(content, &file.path), file) {
            Ok(()) => written += 1,
            Err(why) => {
                messages::failure(&format!("`{}` is niet veranderd: {why}.", file.path));
                code = ExitCode::from(EXIT_USAGE);
            }
        }
    }
    let files = if written == 1 { "1 bestand".to_owned() } else { format!("{written} bestanden") };
    anstream::println!("Geschreven: {files}.");
    code
}

/// The change of a file, as version control shows it.
fn diff(content: &Path, file: &Mended) -> String {
    let path = read::on_disk(content, &file.path).display().to_string();
    TextDiff::from_lines(&file.before, &file.after)
        .unified_diff()
        .context_radius(1)
        .header(&path, &path)
        .to_string()
}

/// Asks, where there is somebody to answer.
fn agreed(what: &str) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    anstream::print!("{what} schrijven? [j/n] ");
    let mut answer = String::new();
    let read = io::stdout().flush().and_then(|()| io::stdin().read_line(&mut answer));
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "j" | "ja")
}

/// Writes beside the file and puts it in its place, so that a file is never half
/// written. What changed on disk since it was read is left alone.
fn write(path: &Path, file: &Mended) -> Result<(), String> {
    let now = fs::read(path).map_err(|error| reason(&error))?;
    if now != file.before.as_bytes() {
        return Err("het bestand is ondertussen veranderd".to_owned());
    }
    let folder = path.parent().ok_or("het bestand staat in geen map")?;
    let name = path.file_name().ok_or("het bestand heeft geen naam")?.to_string_lossy();
    let beside = folder.join(format!(".{name}.afspraken"));
    let replaced = fs::metadata(path)
        .and_then(|known| {
            fs::write(&beside, &file.after)?;
            fs::set_permissions(&beside, known.permissions())?;
            fs::rename(&beside, path)
        })
        .map_err(|error| reason(&error));
    if replaced.is_err() {
        // What could not be put in place is not left beside it.
        let _ = fs::remove_file(&beside);
    }
    replaced
}
