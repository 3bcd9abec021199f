//! Everything that Typst can see: no disk, no packages, no clock.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::literal;
use crate::diagnostic::{Code, Diagnostic};
use crate::picture;
use crate::source::{ContentPath, MediaFile, Stamp};
use crate::theme::labels::Labels;
use crate::theme::{LABELS_FOLDER, Theme};

/// The folder of PDF templates in a theme.
pub const TEMPLATES: &str = "pdf/";
/// The folder of fonts in a theme.
pub const FONTS: &str = "fonts/";

/// Where templates find the words of the theme: `#import "/labels.typ": woord`.
const WORDS: &str = "/labels.typ";

/// Templates and fonts of a theme, read once for all documents.
pub struct PdfTheme {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
    stamp: Stamp,
    /// Pages that were laid out with it since Typst last forgot.
    remembered: AtomicUsize,
}

/// After so many pages Typst forgets what it did not use while these were laid out.
const MOST_REMEMBERED: usize = 100;

impl PdfTheme {
    /// Reads templates and fonts of `theme`.
    pub fn new(theme: &Theme) -> Result<Self, Vec<Diagnostic>> {
        let fonts: Vec<Font> = theme
            .folder(FONTS)
            .filter(|(path, _)| [".otf", ".ttf"].iter().any(|end| path.to_lowercase().ends_with(end)))
            .flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.to_vec())))
            .collect();
        if fonts.is_empty() {
            return Err(vec![Diagnostic::in_theme(
                Code::U102,
                FONTS,
                None,
                "Het thema heeft geen lettertypen voor de PDF.",
            )]);
        }
        let mut sources = HashMap::new();
        let mut diagnostics = Vec::new();
        for (path, bytes) in theme.folder(TEMPLATES).filter(|(path, _)| path.ends_with(".typ")) {
            let path = format!("/{TEMPLATES}{path}");
            match (file_id(&path), std::str::from_utf8(bytes)) {
                (Some(id), Ok(text)) => {
                    sources.insert(id, Source::new(id, text.to_owned()));
                }
                _ => diagnostics.push(Diagnostic::in_theme(
                    Code::U102,
                    path,
                    None,
                    "Dit PDF-sjabloon is niet te lezen.",
                )),
            }
        }
        if let Some(id) = file_id(WORDS) {
            sources.insert(id, Source::new(id, words(theme.labels())));
        }
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let library = Library::builder().with_features(Features::from_iter([Feature::A11yExtras])).build();
        let book = FontBook::from_fonts(&fonts);
        let stamp = theme.stamp(&[TEMPLATES, FONTS, LABELS_FOLDER]);
        let (library, book) = (LazyHash::new(library), LazyHash::new(book));
        Ok(Self { library, book, fonts, sources, stamp, remembered: AtomicUsize::new(0) })
    }

    /// To be told when a copy is done, with how many pages it has, if it got so far. Typst remembers
    /// what it laid out; of documents that are done for some time that is only a growing heap.
    /// Clearing it up goes through all of it, so it is not done for each copy.
    pub fn laid_out(&self, pages: Option<usize>) {
        let pages = pages.unwrap_or(MOST_REMEMBERED);
        if self.remembered.fetch_add(pages, Ordering::Relaxed) + pages >= MOST_REMEMBERED {
            self.remembered.store(0, Ordering::Relaxed);
            comemo::evict(1);
        }
    }

    /// Stands for its templates and fonts.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Whether there is a font of this family; Typst's own names ignore capitals.
    pub fn has_family(&self, family: &str) -> bool {
        self.book.contains_family(&family.to_lowercase())
    }

    /// Whether any font has a glyph for `c`.
    pub fn covers(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

/// The labels in which nothing is filled in, for templates: `woord("kolom-partij")`.
fn words(labels: &Labels) -> String {
    let mut text = String::from("#let _woorden = ");
    literal::write(&labels.plain(), &mut text);
    text.push_str("\n#let woord(sleutel) = _woorden.at(sleutel)\n");
    text
}

/// The world of one document.
pub struct PdfWorld<'a> {
    theme: &'a PdfTheme,
    main: Source,
    /// Pictures by the path under which the content names them.
    media: HashMap<FileId, Bytes>,
    date: Option<Datetime>,
}

impl<'a> PdfWorld<'a> {
    /// A world in which `content` is set on `date`.
    /// `pictures` are those that it shows.
    pub fn new<'p>(
        theme: &'a PdfTheme,
        content: Source,
        pictures: impl Iterator<Item = (&'p ContentPath, &'p MediaFile)>,
        date: Option<Datetime>,
    ) -> Self {
        let media = pictures
            .filter_map(|(path, file)| {
                let bytes = Arc::clone(picture::published(path, file));
                file_id(&media_path(path)).map(|id| (id, Bytes::new(SharedBytes(bytes))))
            })
            .collect();
        Self { theme, main: content, media, date }
    }

    /// All that is in it, by path.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let sources = self.theme.sources.values().chain([&self.main]);
        let sources = sources.map(|source| (path_of(source.id()), source.text().as_bytes().to_vec()));
        let media = self.media.iter().map(|(id, bytes)| (path_of(*id), bytes.to_vec()));
        let fonts = self.theme.fonts.iter().enumerate();
        let fonts = fonts.map(|(index, font)| (format!("/{FONTS}{index}.otf"), font.data().to_vec()));
        sources.chain(media).chain(fonts).collect()
    }

    /// Line and column, from 0, of a byte offset.
    pub fn position(&self, id: FileId, offset: usize) -> Option<(usize, usize)> {
        let source = self.source(id).ok()?;
        source.lines().byte_to_line_column(offset)
    }
}

/// Bytes that are shared with the sources instead of copied.
struct SharedBytes(Arc<[u8]>);

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Where Typst finds a picture.
pub fn media_path(path: &ContentPath) -> String {
    format!("/media/{path}")
}

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn path_of(id: FileId) -> String {
    id.vpath().get_with_slash().to_owned()
}

/// The id of the generated content.
pub fn main_id() -> FileId {
    // A fixed path of plain letters is always a virtual path.
    file_id("/main.typ").expect("`/main.typ` is a virtual path")
}

impl World for PdfWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.theme.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.theme.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.theme.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.media.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.theme.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.date
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}
