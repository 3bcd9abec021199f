//! Which files belong together: those at the top, and a folder for each document.

use super::copies::{self, Likeness};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::order::SortedMap;
use crate::source::{ContentPath, SourceId, Sources};

/// The file with the settings of the site.
pub const SITE_FILE: &str = "site.yaml";
/// The glossary.
pub const GLOSSARY_FILE: &str = "begrippen.yaml";
/// The register of what agreements rest on.
pub const REGISTER_FILE: &str = crate::markdown::REGISTER;
/// Policy that agreements carry out.
pub const POLICY_FILE: &str = "beleid.yaml";
/// Files beside `site.yaml` that are no pages.
pub const SETTINGS: [&str; 4] = [SITE_FILE, GLOSSARY_FILE, REGISTER_FILE, POLICY_FILE];
/// The file that makes a folder an agreement document.
pub const DOCUMENT_FILE: &str = "overeenkomst.md";

/// The files of an agreement document.
#[derive(Debug)]
pub struct DocumentFolder {
    /// Its `overeenkomst.md`.
    pub main: SourceId,
    /// Its other Markdown files.
    pub parts: Vec<SourceId>,
}

impl DocumentFolder {
    /// All of its files, `overeenkomst.md` first.
    pub fn files(&self) -> impl Iterator<Item = SourceId> + '_ {
        std::iter::once(self.main).chain(self.parts.iter().copied())
    }
}

/// The files by the folder that they are in.
#[derive(Debug)]
pub struct Folders {
    /// Files in no folder.
    pub top: Vec<SourceId>,
    /// Documents, by the path of their folder.
    pub documents: Vec<DocumentFolder>,
    /// Files that are nowhere at home, and copies of others.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether this follows from the names of the files, whatever is in them.
    pub by_names_alone: bool,
}

impl Folders {
    /// Sorts all files of `sources`.
    pub fn of(sources: &Sources) -> Self {
        let path = |id: SourceId| &sources.file(id).path;
        let mut by_folder: SortedMap<&str, Vec<SourceId>> = SortedMap::new();
        for (id, file) in sources.files() {
            by_folder.get_or_default(file.path.folder()).push(id);
        }
        let mut copies = Copies { sources, diagnostics: Vec::new(), by_names_alone: true };
        for files in by_folder.values_mut() {
            copies.take_out(files);
        }
        copies.take_out_folders(&mut by_folder);
        let Copies { diagnostics: mut found, by_names_alone, .. } = copies;
        let top = by_folder.remove("").unwrap_or_default();
        let mut diagnostics: Vec<Diagnostic> = top
            .iter()
            .map(|id| path(*id))
            .filter(|path| is_stray_setting(path))
            .map(|path| stray(path).maybe_hint(did_you_mean(path.as_str(), SETTINGS)))
            .collect();
        let mut documents = Vec::new();
        for (folder, files) in by_folder {
            let (main, parts): (Vec<_>, Vec<_>) =
                files.into_iter().partition(|id| path(*id).file_name() == DOCUMENT_FILE);
            let nested = folder.contains('/');
            match main.first() {
                Some(main) if !nested => {
                    let (parts, strays): (Vec<_>, Vec<_>) =
                        parts.into_iter().partition(|id| path(*id).extension() == "md");
                    diagnostics.extend(strays.into_iter().map(|id| stray(path(id))));
                    documents.push(DocumentFolder { main: *main, parts });
                }
                // The file that makes the folder a document is there, and has a message of its own.
                None if sources.unread().contains(&format!("{folder}/{DOCUMENT_FILE}").as_str().into()) => {}
                _ => diagnostics.extend(main.iter().chain(&parts).map(|id| stray(path(*id)))),
            }
        }
        diagnostics.append(&mut found);
        Self { top, documents, diagnostics, by_names_alone }
    }

    /// The file called `name` at the top.
    pub fn top_file(&self, name: &str, sources: &Sources) -> Option<SourceId> {
        self.top.iter().copied().find(|id| sources.file(*id).path.as_str() == name)
    }
}

/// Takes copies out of what is read, and tells of them.
struct Copies<'a> {
    sources: &'a Sources,
    diagnostics: Vec<Diagnostic>,
    by_names_alone: bool,
}

impl Copies<'_> {
    /// Copies of a file in one folder.
    fn take_out(&mut self, files: &mut Vec<SourceId>) {
        let sources = self.sources;
        let key = |id: SourceId| sources.file(id).path.stem().to_lowercase();
        let names: SortedMap<String, SourceId> = files.iter().map(|id| (key(*id), *id)).collect();
        files.retain(|id| {
            let file = sources.file(*id);
            let Some((of, likeness)) = copies::original(file.path.stem(), &names) else { return true };
            let of = sources.file(*of);
            self.judge(&file.path, of.path.file_name(), likeness, || copies::is_copy(file, of, likeness))
        });
    }

    /// Copies of a folder with a document.
    fn take_out_folders(&mut self, by_folder: &mut SortedMap<&str, Vec<SourceId>>) {
        let sources = self.sources;
        let main = |files: &[SourceId]| {
            files.iter().copied().find(|id| sources.file(*id).path.file_name() == DOCUMENT_FILE)
        };
        let names: SortedMap<String, (String, SourceId)> = by_folder
            .iter()
            .filter_map(|(folder, files)| Some((folder.to_lowercase(), ((*folder).to_owned(), main(files)?))))
            .collect();
        by_folder.retain(|folder, files| {
            let Some(own) = main(files).map(|own| sources.file(own)) else { return true };
            let Some(((of, main), likeness)) = copies::original(folder, &names) else { return true };
            let main = sources.file(*main);
            self.judge(&own.path, of, likeness, || copies::is_copy(own, main, likeness))
        });
    }

    /// Whether something is kept: whether it is none but by its name.
    fn judge(
        &mut self,
        path: &ContentPath,
        of: &str,
        likeness: Likeness,
        is_copy: impl Fn() -> bool,
    ) -> bool {
        self.by_names_alone &= likeness == Likeness::Certain;
        let is_copy = is_copy();
        if is_copy {
            self.diagnostics.push(copies::copy(path, of));
        }
        !is_copy
    }
}

/// YAML beside `site.yaml` that nothing reads.
fn is_stray_setting(path: &ContentPath) -> bool {
    path.extension() != "md" && !SETTINGS.contains(&path.as_str())
}

fn stray(path: &ContentPath) -> Diagnostic {
    Diagnostic::in_file(Code::B108, path.clone(), "Dit bestand hoort bij geen overeenkomst.").hint(format!(
        "Zet het in een map met een `{DOCUMENT_FILE}`, direct onder de map met bronnen, of haal het weg."
    ))
}

/// Whether there are files in the folder that could not be read.
pub fn has_unread(sources: &Sources, folder: &DocumentFolder) -> bool {
    !sources.unread().is_empty() && {
        let folder_name = sources.file(folder.main).path.folder();
        sources.unread().iter().any(|path| path.folder() == folder_name)
    }
}
