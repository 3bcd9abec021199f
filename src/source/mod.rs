//! The sources: every file of `content/`, read once, with positions that last.
//!
//! First stage of the flow. It knows files and bytes, nothing of what they
//! mean: [`read`] walks the folder, [`front_matter`] cuts a Markdown file into
//! its YAML head and its text, [`yaml`] turns YAML into typed values that
//! remember where they stood. Later stages hold [`Span`]s, never paths.

mod comments;
mod files;
pub mod front_matter;
pub mod read;
pub mod shape;
pub mod signs;
mod stamp;
pub mod yaml;

use std::sync::{Arc, OnceLock};

pub use crate::place::{BYTE_ORDER_MARK, ContentPath, SourceId, Span, Spanned};
pub use comments::comments;
pub use files::Files;
pub use stamp::{Stamp, Stamper};

use crate::diagnostic::Diagnostic;
use crate::order::{SortedMap, SortedSet};

/// A text file.
#[derive(Debug)]
pub struct SourceFile {
    /// Where it stands in `content/`.
    pub path: ContentPath,
    /// Its text, byte order mark included, so that offsets are those of the file.
    pub text: Box<str>,
    /// Whether that text is what its author wrote.
    pub state: FileState,
    /// Stands for all of the above.
    pub stamp: Stamp,
}

/// Whether a file could be read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// It could.
    Sound,
    /// It is in another encoding: the text is only good for showing where.
    Garbled,
}

/// A picture, or another file that is published as it is.
#[derive(Debug)]
pub struct MediaFile {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Stands for them.
    pub stamp: Stamp,
    /// What of them is published, once that was asked for.
    published: OnceLock<Arc<[u8]>>,
    /// Width and height, once these were asked for.
    size: OnceLock<Option<(u32, u32)>>,
}

impl MediaFile {
    /// What of the file is published: what `make` makes of it, which is asked
    /// once, or all of it where that makes nothing.
    pub fn published(&self, make: impl FnOnce(&[u8]) -> Option<Vec<u8>>) -> &Arc<[u8]> {
        self.published.get_or_init(|| make(&self.bytes).map_or_else(|| Arc::clone(&self.bytes), Arc::from))
    }

    /// Width and height of a picture: what `read` reads, which is asked once.
    pub fn size(&self, read: impl FnOnce() -> Option<(u32, u32)>) -> Option<(u32, u32)> {
        *self.size.get_or_init(read)
    }
}

/// Pictures and files to take away, by their paths.
pub type Media = SortedMap<ContentPath, Arc<MediaFile>>;

/// Everything that was read from `content/`.
///
/// A clone shares all files with the original, so that the state of a folder
/// after a change costs little more than the files that changed.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// By handle. A file that is gone keeps its place, and gets it back when it returns.
    files: Vec<Arc<SourceFile>>,
    by_path: Arc<SortedMap<ContentPath, SourceId>>,
    gone: Arc<SortedMap<ContentPath, SourceId>>,
    media: Arc<Media>,
    /// Files that are there and could not be read; each has a message in `found`.
    unread: SortedSet<ContentPath>,
    /// What reading found, by file.
    found: SortedMap<ContentPath, Vec<Diagnostic>>,
}

impl Sources {
    /// Adds a text file, or replaces the one at its path, and gives the handle
    /// by which spans name it.
    pub fn add(&mut self, path: ContentPath, text: impl Into<Box<str>>) -> SourceId {
        self.add_as(path, text.into(), FileState::Sound)
    }

    /// Adds a file in another encoding: `text` is only good for showing where.
    pub fn add_garbled(&mut self, path: ContentPath, text: impl Into<Box<str>>) -> SourceId {
        self.add_as(path, text.into(), FileState::Garbled)
    }

    fn add_as(&mut self, path: ContentPath, text: Box<str>, state: FileState) -> SourceId {
        let stamp = Stamper::default().bytes(path.as_str().as_bytes()).bytes(text.as_bytes());
        let stamp = stamp.bytes(&[u8::from(state == FileState::Garbled)]).stamp();
        let known = self.by_path.get(&path).or_else(|| self.gone.get(&path)).copied();
        // The walk would have to find 4 billion files for this to be cut off.
        let id = known.unwrap_or(SourceId::new(self.files.len()));
        if !self.by_path.contains_key(&path) {
            Arc::make_mut(&mut self.by_path).insert(path.clone(), id);
            if known.is_some() {
                Arc::make_mut(&mut self.gone).remove(&path);
            }
        }
        let file = Arc::new(SourceFile { path, text, state, stamp });
        match self.files.get_mut(id.index()) {
            Some(place) => *place = file,
            None => self.files.push(file),
        }
        id
    }

    /// Remembers a file that is there and could not be read, and why.
    pub fn add_unread(&mut self, path: ContentPath, why: Diagnostic) {
        self.found.insert(path.clone(), vec![why]);
        self.unread.insert(path);
    }

    /// Files that are there and could not be read.
    pub fn unread(&self) -> &SortedSet<ContentPath> {
        &self.unread
    }

    /// Adds a file that is published as it is, or replaces the one at its path.
    pub fn add_media(&mut self, path: ContentPath, bytes: impl Into<Arc<[u8]>>) {
        let bytes = bytes.into();
        let stamp = Stamp::of(&bytes);
        let file = MediaFile { bytes, stamp, published: OnceLock::new(), size: OnceLock::new() };
        Arc::make_mut(&mut self.media).insert(path, Arc::new(file));
    }

    /// Takes out the file at `path`, of whatever kind.
    pub fn remove(&mut self, path: &ContentPath) {
        if let Some(id) = self.by_path.get(path).copied() {
            Arc::make_mut(&mut self.by_path).remove(path);
            Arc::make_mut(&mut self.gone).insert(path.clone(), id);
        }
        if self.media.contains_key(path) {
            Arc::make_mut(&mut self.media).remove(path);
        }
        self.unread.remove(path);
        self.found.remove(path);
    }

    /// The file behind a handle.
    pub fn file(&self, id: SourceId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// The same, to be kept: a file that did not change is the same one later.
    pub fn kept(&self, id: SourceId) -> &Arc<SourceFile> {
        &self.files[id.index()]
    }

    /// The text file at `path`.
    pub fn find(&self, path: &ContentPath) -> Option<(SourceId, &SourceFile)> {
        self.by_path.get(path).map(|id| (*id, self.file(*id)))
    }

    /// All text files with their handles, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        self.by_path.values().map(|id| (*id, self.file(*id)))
    }

    /// All other files.
    pub fn media(&self) -> &Media {
        &self.media
    }

    /// Every path at or below `path`; all of them for the empty path.
    pub fn paths_below<'a>(&'a self, path: &'a ContentPath) -> impl Iterator<Item = &'a ContentPath> {
        // Between `map` and what is in it may stand `map-2`: two stretches of one order.
        let folder = path.as_folder();
        let from = folder.clone();
        let below = move |known: &&ContentPath| known.as_str().starts_with(folder.as_str());
        let itself = [
            self.by_path.get_key_value(path).map(|(path, _)| path),
            self.media.get_key_value(path).map(|(path, _)| path),
            self.found.get_key_value(path).map(|(path, _)| path),
        ];
        let texts = self.by_path.starting_at(&from).map(|(path, _)| path).take_while(below.clone());
        let media = self.media.starting_at(&from).map(|(path, _)| path).take_while(below.clone());
        let found = self.found.starting_at(&from).map(|(path, _)| path).take_while(below);
        itself.into_iter().flatten().chain(texts).chain(media).chain(found)
    }

    /// Whether the same files are there as in `other`, whatever is in them.
    /// May say no where it is yes.
    pub fn has_same_files(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.by_path, &other.by_path)
            && self.unread == other.unread
            && (Arc::ptr_eq(&self.media, &other.media) || self.media.keys().eq(other.media.keys()))
    }

    /// The files that are not as they were in `other`, which has the same files.
    pub fn changed_since<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a ContentPath> {
        let texts = self.files.iter().zip(&other.files);
        let texts = texts.filter(|(file, known)| !Arc::ptr_eq(file, known)).map(|(file, _)| &file.path);
        let same_media = Arc::ptr_eq(&self.media, &other.media);
        let media = self.media.iter().zip(other.media.values()).filter(move |_| !same_media);
        texts.chain(media.filter(|((_, file), known)| !Arc::ptr_eq(file, known)).map(|((path, _), _)| path))
    }

    /// What reading found.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.values().flatten()
    }

    /// What reading found in the file at `path`; replaces what was known of it.
    fn set_found(&mut self, path: ContentPath, found: Vec<Diagnostic>) {
        self.unread.remove(&path);
        if found.is_empty() {
            self.found.remove(&path);
        } else {
            self.found.insert(path, found);
        }
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.source).text.get(span.range()).unwrap_or_default()
    }

    /// Line and column of a byte offset, both counted from 1, columns in
    /// characters; a byte order mark counts as nothing.
    pub fn line_column(&self, source: SourceId, offset: usize) -> (usize, usize) {
        let text = &self.file(source).text;
        let before = &text[..text.floor_char_boundary(offset)];
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before[start..].chars().filter(|c| *c != BYTE_ORDER_MARK).count() + 1;
        (line, column)
    }
}
