//! From a folder on disk to [`Sources`].
//!
//! The only stage that reads `content/`. Names that editors and systems leave
//! behind (hidden files, `~`, `.swp`, `Thumbs.db`) are passed over; what is
//! wrong with a file costs that file and is reported, never more.

use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{BYTE_ORDER_MARK, ContentPath, SourceId, Sources, Span};
use crate::diagnostic::{Code, Diagnostic, Place};

/// The largest text file that is read: 2 MB, some 700 pages in one file.
pub const MAX_TEXT_BYTES: u64 = 2_000_000;
/// The largest picture or attachment: 25 MB.
pub const MAX_MEDIA_BYTES: u64 = 25_000_000;

/// Files that are published as they are, by extension.
const MEDIA: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "csv", "xlsx", "docx", "ods", "odt"];
/// Files that are parsed, by extension.
const TEXT: [&str; 3] = ["md", "yaml", "yml"];

/// Reads the folder `root`. What could not be read is in the diagnostics.
pub fn read(root: &Path) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let (found, mut diagnostics) = find(root);
    let loaded: Vec<_> = found.into_par_iter().map(|file| load(root, file)).collect();
    for file in loaded {
        match file {
            Ok(Loaded::Text(path, text, bad)) => {
                if let Some(offset) = bad {
                    diagnostics.push(not_utf8(sources.add_garbled(path, text), offset));
                } else {
                    let id = sources.add(path, text);
                    diagnostics.extend(hidden_characters(id, &sources.file(id).text));
                }
            }
            Ok(Loaded::Media(path, bytes)) => sources.add_media(path, bytes),
            Err(diagnostic) => {
                if let Place::File(path) = &diagnostic.place {
                    sources.add_unread(path.clone());
                }
                diagnostics.push(diagnostic);
            }
        }
    }
    (sources, diagnostics)
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Media,
}

struct Found {
    path: ContentPath,
    kind: Kind,
}

enum Loaded {
    /// Path, text, and the offset of the first byte that is not UTF-8.
    Text(ContentPath, String, Option<usize>),
    Media(ContentPath, Vec<u8>),
}

fn find(root: &Path) -> (Vec<Found>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    let walk = WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_leftover(&entry.file_name().to_string_lossy()));
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(unreadable(root, error.path().unwrap_or(root), &error.to_string()));
                continue;
            }
        };
        if entry.file_type().is_dir() {
            continue;
        }
        let path = ContentPath::of(root, entry.path()).filter(|path| !path.as_str().contains(is_hidden));
        let Some(path) = path else {
            let name = entry.file_name().to_string_lossy().replace(is_hidden, "\u{fffd}");
            diagnostics.push(Diagnostic::in_file(
                Code::B110,
                ContentPath::from(name.as_str()),
                "De naam van dit bestand bevat tekens die niet te lezen zijn.",
            ));
            continue;
        };
        if entry.path_is_symlink() {
            match inside(root, entry.path()) {
                Ok(true) => {}
                Ok(false) => {
                    diagnostics.push(leads_outside(path));
                    continue;
                }
                Err(error) => {
                    diagnostics.push(unreadable(root, entry.path(), &error.to_string()));
                    continue;
                }
            }
            if entry.path().is_dir() {
                diagnostics.push(leads_to_folder(path));
                continue;
            }
        }
        let extension = path.extension();
        if TEXT.contains(&extension.as_str()) {
            found.push(Found { path, kind: Kind::Text });
        } else if MEDIA.contains(&extension.as_str()) {
            found.push(Found { path, kind: Kind::Media });
        }
    }
    (found, diagnostics)
}

/// What editors, office programs and systems leave behind.
fn is_leftover(name: &str) -> bool {
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

fn load(root: &Path, found: Found) -> Result<Loaded, Diagnostic> {
    let path = root.join(found.path.as_str());
    let limit = match found.kind {
        Kind::Text => MAX_TEXT_BYTES,
        Kind::Media => MAX_MEDIA_BYTES,
    };
    let found_as = std::fs::metadata(&path).map_err(|error| unreadable(root, &path, &error.to_string()))?;
    if !found_as.is_file() {
        // A pipe or device would keep the build waiting for ever.
        return Err(unreadable(root, &path, "het is geen gewoon bestand"));
    }
    let size = found_as.len();
    if size > limit {
        return Err(Diagnostic::in_file(
            Code::B103,
            found.path,
            format!("Dit bestand is {} MB groot.", megabytes(size)),
        )
        .hint(format!(
            "Een bestand mag hier hooguit {} MB zijn. Maak het kleiner of verdeel het over meer bestanden.",
            megabytes(limit)
        )));
    }
    let bytes = std::fs::read(&path).map_err(|error| unreadable(root, &path, &error.to_string()))?;
    Ok(match found.kind {
        Kind::Media => Loaded::Media(found.path, bytes),
        Kind::Text => match String::from_utf8(bytes) {
            Ok(text) => Loaded::Text(found.path, text, None),
            Err(error) => {
                let bad = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                Loaded::Text(found.path, text, Some(bad))
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

/// Characters that nobody sees: control characters, which no page or PDF may
/// hold, and those that turn the direction of reading, with which a text can
/// show something else than it says (a danger in a document that people sign).
fn hidden_characters(id: SourceId, text: &str) -> impl Iterator<Item = Diagnostic> + '_ {
    text.char_indices()
        .filter(|(offset, c)| is_hidden_at(*c, *offset))
        .take(5)
        .map(move |(offset, c)| hidden(c, Span::new(id, offset..offset + c.len_utf8())))
}

/// The report of a hidden character.
pub fn hidden(c: char, span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::B107,
        span,
        format!("Hier staat een teken dat niemand ziet: U+{:04X}.", u32::from(c)),
    )
    .label("verborgen teken")
    .hint("Haal het weg: zet de cursor erachter en druk op Backspace.")
}

fn is_hidden_at(c: char, offset: usize) -> bool {
    is_hidden(c) && !(c == BYTE_ORDER_MARK && offset == 0)
}

/// Whether nobody sees a character, and no page or PDF may hold it.
pub fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        BYTE_ORDER_MARK => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        // Noncharacters, which HTML forbids.
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => true,
        c => c.is_control(),
    }
}

fn unreadable(root: &Path, path: &Path, reason: &str) -> Diagnostic {
    let shown = ContentPath::of(root, path)
        .filter(|path| !path.as_str().is_empty())
        .unwrap_or_else(|| ContentPath::from(&*path.to_string_lossy()));
    Diagnostic::in_file(Code::B101, shown, format!("Dit kan niet worden gelezen: {reason}."))
        .hint("Kijk of het bestand bestaat, en of u het mag openen.")
}

fn leads_outside(path: ContentPath) -> Diagnostic {
    Diagnostic::in_file(Code::B104, path, "Deze koppeling wijst naar iets buiten de map met bronnen.")
        .hint("Zet een kopie van het bestand zelf in de map.")
}

/// A link to a folder could lead round in a circle.
fn leads_to_folder(path: ContentPath) -> Diagnostic {
    Diagnostic::in_file(Code::B104, path, "Deze koppeling wijst naar een map.")
        .hint("Zet een kopie van de map zelf hier, of haal de koppeling weg.")
}
