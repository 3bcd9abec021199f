//! From sources to the model: the one place where input is judged.
//!
//! Second stage of the flow. YAML comes in as serde types that know each
//! value's place (the `Raw…` structs), Markdown as the tree; both become the
//! types of [`crate::model`], which later stages trust. What is wrong is
//! collected, value by value and file by file, so that one run tells all.

mod afspraak;
mod begrippen;
mod deel;
mod overeenkomst;
mod site;
mod value;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Project, Volledigheid};
use crate::source::{ContentPath, FileState, SourceFile, SourceId, Sources};
use value::{Reader, Register};

/// The file that makes a folder an agreement document.
const DOCUMENT_FILE: &str = "overeenkomst.md";
/// The file with the settings of the site.
const SITE_FILE: &str = "site.yaml";
/// The glossary.
const GLOSSARY_FILE: &str = "begrippen.yaml";

/// Reads everything. There is no project when `site.yaml` is missing or
/// wrong; the other files are judged all the same.
pub fn parse(sources: &Sources) -> (Option<Project>, Vec<Diagnostic>) {
    let mut reader = Reader::new(sources);
    let folders = Folders::of(sources, &mut reader.diagnostics);

    let site = match folders.top_file(SITE_FILE) {
        Some((id, file)) => site::site(&mut reader, id, file),
        None if sources.unread().contains(&SITE_FILE.into()) => None,
        None => {
            reader.report(
                Diagnostic::in_file(
                    Code::B106,
                    SITE_FILE.into(),
                    format!("Het bestand `{SITE_FILE}` ontbreekt."),
                )
                .hint("Maak het in de map met bronnen, of begin met `afspraken init`."),
            );
            None
        }
    };
    let register = match &site {
        Some(site) => Register::known(&site.partijen, site.partijenlijst),
        None => Register::unknown(),
    };
    let before = reader.diagnostics.len();
    let begrippen = folders
        .top_file(GLOSSARY_FILE)
        .map_or_else(Vec::new, |(id, _)| begrippen::begrippen(&mut reader, id));
    let unread = sources.unread().contains(&GLOSSARY_FILE.into());
    let garbled = folders.top_file(GLOSSARY_FILE).is_some_and(|(_, file)| file.state == FileState::Garbled);
    let fouten = reader.diagnostics.len() > before || unread || garbled;
    let begrippenlijst = Volledigheid::zonder_fouten(fouten);
    let mut paginas: Vec<_> = folders
        .top
        .iter()
        .filter(|(_, file)| file.path.extension() == "md")
        .filter_map(|(id, file)| site::pagina(&mut reader, *id, file))
        .collect();
    paginas.sort_by(|a, b| (a.volgorde, &a.slug).cmp(&(b.volgorde, &b.slug)));

    let mut diagnostics = reader.diagnostics;
    let read: Vec<_> = folders
        .documents
        .into_par_iter()
        .map(|folder| overeenkomst::overeenkomst(sources, &register, &folder))
        .collect();
    let mut overeenkomsten = Vec::new();
    for (document, found) in read {
        overeenkomsten.extend(document);
        diagnostics.extend(found);
    }
    let project = site.map(|site| Project { site, begrippen, begrippenlijst, paginas, overeenkomsten });
    (project, diagnostics)
}

/// The files of an agreement document.
struct DocumentFolder<'a> {
    /// Its `overeenkomst.md`.
    main: (SourceId, &'a SourceFile),
    /// Its other Markdown files.
    parts: Vec<(SourceId, &'a SourceFile)>,
}

/// The files by the folder that they are in.
struct Folders<'a> {
    top: Vec<(SourceId, &'a SourceFile)>,
    documents: Vec<DocumentFolder<'a>>,
}

impl<'a> Folders<'a> {
    fn of(sources: &'a Sources, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut by_folder: BTreeMap<&str, Vec<(SourceId, &SourceFile)>> = BTreeMap::new();
        for (id, file) in sources.files() {
            by_folder.entry(file.path.folder()).or_default().push((id, file));
        }
        let top = by_folder.remove("").unwrap_or_default();
        diagnostics.extend(top.iter().filter(|(_, file)| is_stray_setting(&file.path)).map(|(_, file)| {
            let hint = did_you_mean(file.path.as_str(), [SITE_FILE, GLOSSARY_FILE]);
            stray(&file.path).maybe_hint(hint)
        }));
        let mut documents = Vec::new();
        for (folder, files) in by_folder {
            let (main, parts): (Vec<_>, Vec<_>) =
                files.into_iter().partition(|(_, file)| file.path.file_name() == DOCUMENT_FILE);
            let nested = folder.contains('/');
            match main.first() {
                Some(main) if !nested => {
                    diagnostics.extend(
                        parts
                            .iter()
                            .filter(|(_, file)| file.path.extension() != "md")
                            .map(|(_, file)| stray(&file.path)),
                    );
                    let parts = parts.into_iter().filter(|(_, file)| file.path.extension() == "md").collect();
                    documents.push(DocumentFolder { main: *main, parts });
                }
                // The file that makes the folder a document is there, and has a message of its own.
                None if sources.unread().contains(&format!("{folder}/{DOCUMENT_FILE}").as_str().into()) => {}
                _ => diagnostics.extend(main.iter().chain(&parts).map(|(_, file)| stray(&file.path))),
            }
        }
        Self { top, documents }
    }

    fn top_file(&self, name: &str) -> Option<(SourceId, &'a SourceFile)> {
        self.top.iter().find(|(_, file)| file.path.as_str() == name).copied()
    }
}

/// YAML beside `site.yaml` that nothing reads.
fn is_stray_setting(path: &ContentPath) -> bool {
    path.extension() != "md" && ![SITE_FILE, GLOSSARY_FILE].contains(&path.as_str())
}

fn stray(path: &ContentPath) -> Diagnostic {
    Diagnostic::in_file(Code::B108, path.clone(), "Dit bestand hoort bij geen overeenkomst.").hint(format!(
        "Zet het in een map met een `{DOCUMENT_FILE}`, direct onder de map met bronnen, of haal het weg."
    ))
}
