//! From a folder on disk to [`Sources`].
//!
//! The only stage that reads `content/`. Names that editors and systems leave
//! behind (hidden files, `~`, `.swp`, `Thumbs.db`) are passed over; what is
//! wrong with a file costs that file and is reported, never more.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::signs::{self, composed, is_hidden};
use super::{ContentPath, FileState, SourceFile, SourceId, Sources, Span};
use crate::diagnostic::system::reason;
use crate::diagnostic::{Code, Diagnostic};
use crate::order::{SortedMap, SortedSet};
use crate::parallel;

/// The largest text file that is read: 2 MB, some 700 pages in one file.
pub const MAX_TEXT_BYTES: u64 = 2_000_000;
/// The largest picture or attachment: 25 MB.
pub const MAX_MEDIA_BYTES: u64 = 25_000_000;

/// Files that are published as they are, by extension.
const MEDIA: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "csv", "xlsx", "docx", "ods", "odt"];
/// Files that are parsed, by extension.
const TEXT: [&str; 3] = ["md", "yaml", "yml"];

/// Reads the folder `root`. What could not be read is in the diagnostics of
/// the sources.
pub fn read(root: &Path) -> Sources {
    let mut sources = Sources::default();
    refresh(&mut sources, root, &ContentPath::from(""));
    sources
}

/// Reads again what is at or below `path` in the folder `root`, and gives the
/// paths of the files that changed, came or went. A file that is still the
/// same keeps its place, whatever happened to it in between.
pub fn refresh(sources: &mut Sources, root: &Path, path: &ContentPath) -> Vec<ContentPath> {
    let path = &nearest_real(root, path);
    // Beside a name with accents may stand the same name, written otherwise.
    let path = &if path.as_str().is_ascii() { path.clone() } else { ContentPath::from(path.folder()) };
    let (found, faults) =
        if path.as_str().split('/').any(is_leftover) { Default::default() } else { find(root, path) };
    let mut files = parallel::of_each(&found, |file| load(root, file));
    files.extend(faults.into_iter().map(Err));
    let there: SortedSet<ContentPath> = files.iter().map(|file| path_of(file).clone()).collect();
    let is_gone = |path: &&ContentPath| !there.contains(*path);
    let left: SortedSet<ContentPath> = sources.paths_below(path).filter(is_gone).cloned().collect();
    let mut changed = Vec::new();
    for file in files {
        let path = path_of(&file).clone();
        if take_in(sources, file) {
            changed.push(path);
        }
    }
    for path in left {
        sources.remove(&path);
        changed.push(path);
    }
    changed
}

fn path_of(file: &Result<Loaded, Fault>) -> &ContentPath {
    file.as_ref().map_or_else(|fault| &fault.path, Loaded::path)
}

/// Puts a file among the sources; says whether anything is different now.
fn take_in(sources: &mut Sources, file: Result<Loaded, Fault>) -> bool {
    match file {
        Ok(Loaded::Text(path, text, bad)) => {
            let state = if bad.is_some() { FileState::Garbled } else { FileState::Sound };
            let is_same = |(_, known): (_, &SourceFile)| *known.text == *text && known.state == state;
            if sources.find(&path).is_some_and(is_same) {
                return false;
            }
            let found = match bad {
                Some(offset) => vec![not_utf8(sources.add_garbled(path.clone(), text), offset)],
                None => {
                    let id = sources.add(path.clone(), text);
                    signs::found(id, sources.file(id))
                }
            };
            sources.set_found(path, found);
        }
        Ok(Loaded::Media(path, bytes)) => {
            if sources.media().get(&path).is_some_and(|known| *known.bytes == *bytes) {
                return false;
            }
            sources.set_found(path.clone(), Vec::new());
            sources.add_media(path, bytes);
        }
        Err(Fault { path, diagnostic }) => {
            if sources.found.get(&path).is_some_and(|known| known[..] == [diagnostic.clone()]) {
                return false;
            }
            sources.remove(&path);
            sources.add_unread(path, diagnostic);
        }
    }
    true
}

/// `path`, or the first part of it that is a link: nothing is read through one.
/// Of a name that nobody can read its folder is looked at.
fn nearest_real(root: &Path, path: &ContentPath) -> ContentPath {
    if let Some((at, _)) = path.as_str().char_indices().find(|(_, c)| is_hidden(*c)) {
        let folder = path.as_str()[..at].rsplit_once('/').map_or("", |(folder, _)| folder);
        return nearest_real(root, &ContentPath::from(folder));
    }
    let ends = path.as_str().match_indices('/').map(|(at, _)| at);
    ends.map(|end| &path.as_str()[..end])
        .find(|folder| on_disk(root, &ContentPath::from(*folder)).is_symlink())
        .map_or_else(|| path.clone(), ContentPath::from)
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Media,
}

struct Found {
    path: ContentPath,
    /// Where it is, in the spelling of the disk.
    disk: PathBuf,
    kind: Kind,
}

/// Something that cannot be read, and what is said about it.
struct Fault {
    path: ContentPath,
    diagnostic: Diagnostic,
}

enum Loaded {
    /// Path, text, and the offset of the first byte that is not UTF-8.
    Text(ContentPath, String, Option<usize>),
    Media(ContentPath, Vec<u8>),
}

impl Loaded {
    fn path(&self) -> &ContentPath {
        match self {
            Self::Text(path, ..) | Self::Media(path, _) => path,
        }
    }
}

fn find(root: &Path, path: &ContentPath) -> (Vec<Found>, Vec<Fault>) {
    let mut found = Vec::new();
    let mut faults = Vec::new();
    let start = on_disk(root, path);
    if !path.as_str().is_empty() && std::fs::symlink_metadata(&start).is_err() {
        return (found, faults);
    }
    // A link is judged as one, and not followed even where the walk begins.
    let walk = WalkDir::new(&start)
        .follow_root_links(path.as_str().is_empty())
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_leftover(&entry.file_name().to_string_lossy()));
    for entry in walk {
        match entry {
            Ok(entry) => match judge(root, &entry) {
                Ok(file) => found.extend(file),
                Err(fault) => faults.push(fault),
            },
            Err(error) => {
                let why = error.io_error().map_or_else(|| "de map staat in zichzelf".to_owned(), reason);
                faults.push(unreadable(root, error.path().unwrap_or(&start), &why));
            }
        }
    }
    // Two names that only computers can tell apart are one name to all who read and link.
    let mut by_path: SortedMap<ContentPath, Vec<Found>> = SortedMap::new();
    for file in found {
        by_path.get_or_default(file.path.clone()).push(file);
    }
    let (found, twins): (Vec<_>, Vec<_>) = by_path.into_iter().partition(|(_, files)| files.len() == 1);
    faults.extend(twins.into_iter().map(|(path, _)| same_name(path)));
    (found.into_iter().flat_map(|(_, files)| files).collect(), faults)
}

/// Where a file is on disk: some systems write `é` in a name as two signs.
pub fn on_disk(root: &Path, path: &ContentPath) -> PathBuf {
    let mut at = root.to_owned();
    for part in path.as_str().split('/').filter(|part| !part.is_empty()) {
        let direct = at.join(part);
        let is_part = |entry: &std::fs::DirEntry| composed(&entry.file_name().to_string_lossy()) == part;
        at = if part.is_ascii() || std::fs::symlink_metadata(&direct).is_ok() {
            direct
        } else {
            let mut entries = std::fs::read_dir(&at).into_iter().flatten().flatten();
            entries.find(is_part).map_or(direct, |entry| entry.path())
        };
    }
    at
}

/// Whether something that the walk came by is ours to read.
fn judge(root: &Path, entry: &DirEntry) -> Result<Option<Found>, Fault> {
    if entry.file_type().is_dir() {
        return Ok(None);
    }
    let Some(path) = ContentPath::of(root, entry.path()).filter(|path| !path.as_str().contains(is_hidden))
    else {
        return Err(nameless(root, entry));
    };
    if entry.path_is_symlink() {
        match inside(root, entry.path()) {
            Ok(true) => {}
            Ok(false) => return Err(leads_outside(path)),
            Err(error) => return Err(unreadable(root, entry.path(), &reason(&error))),
        }
        if entry.path().is_dir() {
            return Err(leads_to_folder(path));
        }
    }
    let extension = path.extension();
    let kind = if TEXT.contains(&extension.as_str()) {
        Kind::Text
    } else if MEDIA.contains(&extension.as_str()) {
        Kind::Media
    } else {
        return Ok(None);
    };
    Ok(Some(Found { path, disk: entry.path().to_owned(), kind }))
}

/// What editors, office programs and systems leave behind.
pub fn is_leftover(name: &str) -> bool {
    name.starts_with(['.', '~', '#'])
        || name.ends_with(['~', '#'])
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// Whether what a link leads to lies in `root`.
fn inside(root: &Path, link: &Path) -> std::io::Result<bool> {
    Ok(link.canonicalize()?.starts_with(root.canonicalize()?))
}

fn load(root: &Path, found: &Found) -> Result<Loaded, Fault> {
    let path = &found.disk;
    let limit = match found.kind {
        Kind::Text => MAX_TEXT_BYTES,
        Kind::Media => MAX_MEDIA_BYTES,
    };
    let found_as = std::fs::metadata(path).map_err(|error| unreadable(root, path, &reason(&error)))?;
    if !found_as.is_file() {
        // A pipe or device would keep the build waiting for ever.
        return Err(unreadable(root, path, "het is geen gewoon bestand"));
    }
    let size = found_as.len();
    if size > limit {
        let diagnostic = Diagnostic::in_file(
            Code::B103,
            found.path.clone(),
            format!("Dit bestand is {} MB groot.", megabytes(size)),
        );
        let diagnostic = diagnostic.hint(format!(
            "Een bestand mag hier hooguit {} MB zijn. Maak het kleiner of verdeel het over meer bestanden.",
            megabytes(limit)
        ));
        return Err(Fault { path: found.path.clone(), diagnostic });
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(root, path, &reason(&error)))?;
    Ok(match found.kind {
        Kind::Media => Loaded::Media(found.path.clone(), bytes),
        Kind::Text => match String::from_utf8(bytes) {
            Ok(text) => Loaded::Text(found.path.clone(), text, None),
            Err(error) => {
                let bad = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                Loaded::Text(found.path.clone(), text, Some(bad))
            }
        },
    })
}

fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{},{rest}", tenths / 10),
    }
}

fn not_utf8(id: SourceId, offset: usize) -> Diagnostic {
    // The lossy text has U+FFFD (three bytes) where the bad byte stood.
    Diagnostic::at(
        Code::B102,
        Span::new(id, offset..offset + char::REPLACEMENT_CHARACTER.len_utf8()),
        "Dit bestand is niet als UTF-8 opgeslagen.",
    )
    .label("vanaf hier klopt het niet")
    .hint("Sla het bestand opnieuw op en kies als codering UTF-8.")
}

fn unreadable(root: &Path, path: &Path, reason: &str) -> Fault {
    let path = ContentPath::of(root, path)
        .filter(|path| !path.as_str().is_empty())
        .unwrap_or_else(|| ContentPath::from(&*path.to_string_lossy()));
    let diagnostic =
        Diagnostic::in_file(Code::B101, path.clone(), format!("Dit kan niet worden gelezen: {reason}."))
            .hint("Kijk of het bestand bestaat, en of u het mag openen.");
    Fault { path, diagnostic }
}

fn nameless(root: &Path, entry: &DirEntry) -> Fault {
    let readable = |path: &Path| path.to_string_lossy().replace(is_hidden, "\u{fffd}");
    let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let name = readable(Path::new(entry.file_name()));
    let hidden = entry.file_name().to_str().and_then(|name| name.chars().find(|c| is_hidden(*c)));
    let message = hidden.map_or_else(
        || "De naam van dit bestand bevat tekens die niet te lezen zijn.".to_owned(),
        |c| format!("De naam van dit bestand bevat een teken dat niemand ziet: {}.", signs::named(c)),
    );
    let diagnostic = Diagnostic::in_file(Code::B110, ContentPath::from(name.as_str()), message)
        .hint("Gebruik letters, cijfers en streepjes in de naam.");
    Fault { path: ContentPath::from(readable(path).replace('\\', "/").as_str()), diagnostic }
}

fn same_name(path: ContentPath) -> Fault {
    let diagnostic = Diagnostic::in_file(
        Code::B113,
        path.clone(),
        format!("Er staan hier twee bestanden die `{}` heten.", path.file_name()),
    )
    .hint("De letters met een accent zijn verschillend opgeslagen. Haal een van de twee bestanden weg, of geef het een andere naam.");
    Fault { path, diagnostic }
}

fn leads_outside(path: ContentPath) -> Fault {
    let diagnostic = Diagnostic::in_file(
        Code::B104,
        path.clone(),
        "Deze koppeling wijst naar iets buiten de map met bronnen.",
    )
    .hint("Zet een kopie van het bestand zelf in de map.");
    Fault { path, diagnostic }
}

/// A link to a folder could lead round in a circle.
fn leads_to_folder(path: ContentPath) -> Fault {
    let diagnostic = Diagnostic::in_file(Code::B104, path.clone(), "Deze koppeling wijst naar een map.")
        .hint("Zet een kopie van de map zelf hier, of haal de koppeling weg.");
    Fault { path, diagnostic }
}
