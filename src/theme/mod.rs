//! A theme: how the site and the PDFs look, as files.
//!
//! `themes/standaard` is built into the program. A folder `themes/NAAM/` in
//! the project lies over it file by file, so that an agency changes one
//! template and keeps the rest. The core sees a theme as a map from path to
//! bytes and never as a folder.

pub mod cijfers;
pub mod indicator;
pub mod labels;
mod middelen;
mod signing;
pub mod wording;

use std::borrow::Cow;
use std::path::Path;

use rust_embed::RustEmbed;
use walkdir::WalkDir;

use crate::diagnostic::system::reason;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::order::SortedMap;
use crate::source::read::is_leftover;
use crate::source::{Stamp, Stamper};
use labels::Labels;

/// The theme that every other one lies over.
pub const STANDAARD: &str = "standaard";
/// The folder of labels in a theme.
pub const LABELS_FOLDER: &str = "labels/";
/// The labels of a theme.
const LABELS: &str = "labels/nl.ftl";

#[derive(RustEmbed)]
#[folder = "themes/standaard"]
struct Embedded;

/// A theme.
#[derive(Debug, Clone)]
pub struct Theme {
    files: SortedMap<String, Cow<'static, [u8]>>,
    labels: Labels,
}

impl Theme {
    /// The theme called `name`: what is built in, with `themes/standaard` and
    /// then `themes/NAME` from the folder `themes` over it.
    pub fn load(name: &str, themes: &Path) -> Result<Self, Vec<Diagnostic>> {
        let mut files: SortedMap<String, Cow<'static, [u8]>> = Embedded::iter()
            .filter_map(|path| Embedded::get(&path).map(|file| (path.into_owned(), file.data)))
            .collect();
        let built_in = labels_text(&files);
        let mut diagnostics = Vec::new();
        overlay(&mut files, &themes.join(STANDAARD), &mut diagnostics);
        if name != STANDAARD {
            let folder = themes.join(name);
            let is_name = !name.contains(['/', '\\', ':']) && !name.starts_with('.');
            if !is_name || !folder.is_dir() {
                diagnostics.push(unknown(name, themes));
            } else {
                overlay(&mut files, &folder, &mut diagnostics);
            }
        }
        let own = labels_text(&files);
        match Labels::new(&built_in, &own) {
            Ok(labels) if diagnostics.is_empty() => Ok(Self { files, labels }),
            Ok(_) => Err(diagnostics),
            Err(message) => {
                diagnostics.push(Diagnostic::in_theme(Code::U104, LABELS, None, message));
                Err(diagnostics)
            }
        }
    }

    /// The words of the theme that is built in, for when there is no other yet.
    pub fn built_in_labels() -> Option<Labels> {
        let text = Embedded::get(LABELS)?.data;
        Labels::new(&String::from_utf8_lossy(&text), "").ok()
    }

    /// The bytes of a file.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(|bytes| &**bytes)
    }

    /// The files in a folder (`templates/`), with their paths inside it.
    pub fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .starting_at(folder)
            .map_while(move |(path, bytes)| path.strip_prefix(folder).map(|inner| (inner, &**bytes)))
    }

    /// Stands for the files in some of its folders.
    pub fn stamp(&self, folders: &[&str]) -> Stamp {
        let mut stamp = Stamper::default();
        for (path, bytes) in self.files.iter() {
            if folders.iter().any(|folder| path.starts_with(folder)) {
                stamp.add(path.as_bytes());
                stamp.add(bytes);
            }
        }
        stamp.stamp()
    }

    /// The words of the theme.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }
}

fn labels_text(files: &SortedMap<String, Cow<'static, [u8]>>) -> String {
    files.get(LABELS).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
}

fn overlay(
    files: &mut SortedMap<String, Cow<'static, [u8]>>,
    folder: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if !folder.is_dir() {
        return;
    }
    for entry in WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if !entry.file_type().is_file() {
            continue;
        }
        let Some(path) = entry.path().strip_prefix(folder).ok().and_then(Path::to_str) else { continue };
        let path = path.replace('\\', "/");
        if path.split('/').any(is_leftover) {
            continue;
        }
        match std::fs::read(entry.path()) {
            Ok(bytes) => {
                files.insert(path, Cow::Owned(bytes));
            }
            Err(error) => diagnostics.push(Diagnostic::in_theme(
                Code::B101,
                path,
                None,
                format!("Dit bestand van het thema kan niet worden gelezen: {}.", reason(&error)),
            )),
        }
    }
}

fn unknown(name: &str, themes: &Path) -> Diagnostic {
    let known: Vec<String> = std::fs::read_dir(themes)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .chain([STANDAARD.to_owned()])
        .collect();
    let hint = did_you_mean(name, known.iter().map(String::as_str))
        .unwrap_or_else(|| format!("Maak de map `themes/{name}`, of haal `uiterlijk` weg uit `site.yaml`."));
    Diagnostic::in_theme(
        Code::U103,
        format!("themes/{name}"),
        None,
        format!("Het thema `{name}` bestaat niet."),
    )
    .hint(hint)
}
