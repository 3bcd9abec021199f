//! The sources: every file of `content/`, read once, with positions that last.
//!
//! First stage of the flow. It knows files and bytes, nothing of what they
//! mean: [`read`] walks the folder, [`front_matter`] cuts a Markdown file into
//! its YAML head and its text, [`yaml`] turns YAML into typed values that
//! remember where they stood. Later stages hold [`Span`]s, never paths.

pub mod front_matter;
mod path;
pub mod read;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

pub use path::ContentPath;

/// A text file among [`Sources`]: an index into them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A stretch of bytes in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The stretch `range` of `source`. Files are far smaller than 4 GB
    /// ([`read::MAX_TEXT_BYTES`]), so that 32 bits hold every offset.
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { source, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The same as a range of byte offsets.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stood.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// A text file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Where it stands in `content/`.
    pub path: ContentPath,
    /// Its text, byte order mark included, so that offsets are those of the file.
    pub text: Arc<str>,
    /// Whether that text is what its author wrote.
    pub state: FileState,
}

/// Whether a file could be read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// It could.
    Sound,
    /// It is in another encoding: the text is only good for showing where.
    Garbled,
}

/// A picture or another file that is published as it is.
#[derive(Debug, Clone)]
pub struct MediaFile {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// Everything that was read from `content/`.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    media: BTreeMap<ContentPath, MediaFile>,
    /// Files that are there and could not be read; each has a message of its own.
    unread: BTreeSet<ContentPath>,
}

impl Sources {
    /// Adds a text file and gives the handle by which spans name it.
    pub fn add(&mut self, path: ContentPath, text: impl Into<Arc<str>>) -> SourceId {
        self.add_as(path, text.into(), FileState::Sound)
    }

    /// Adds a file in another encoding: `text` is only good for showing where.
    pub fn add_garbled(&mut self, path: ContentPath, text: impl Into<Arc<str>>) -> SourceId {
        self.add_as(path, text.into(), FileState::Garbled)
    }

    fn add_as(&mut self, path: ContentPath, text: Arc<str>, state: FileState) -> SourceId {
        // The walk would have to find 4 billion files for this to be cut off.
        let id = SourceId(self.files.len() as u32);
        self.files.push(SourceFile { path, text, state });
        id
    }

    /// Remembers a file that is there and could not be read.
    pub fn add_unread(&mut self, path: ContentPath) {
        self.unread.insert(path);
    }

    /// Files that are there and could not be read.
    pub fn unread(&self) -> &BTreeSet<ContentPath> {
        &self.unread
    }

    /// Adds a file that is published as it is.
    pub fn add_media(&mut self, path: ContentPath, bytes: impl Into<Arc<[u8]>>) {
        self.media.insert(path, MediaFile { bytes: bytes.into() });
    }

    /// The file behind a handle.
    pub fn file(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All text files with their handles, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (SourceId(index as u32), file))
    }

    /// All other files.
    pub fn media(&self) -> &BTreeMap<ContentPath, MediaFile> {
        &self.media
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

/// What some Windows editors write at the head of a UTF-8 file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';
