//! What is in a picture: whether it can be shown, how large it is, whether it
//! is safe to publish, and what of it is published.
//!
//! Browsers and Typst would each refuse a broken picture in their own way and
//! at their own time; here it is found first, at the line that names it. And
//! what cameras and drawing programs put in beside the picture (where it was
//! taken and by whom, folders on the maker's computer) is taken out here, so
//! that pages and PDFs get the same bytes, with the same looks.

mod drawing;
mod metadata;
mod raster;

use std::borrow::Cow;
use std::sync::Arc;

use image::ImageFormat;

use crate::source::{ContentPath, MediaFile};
pub use drawing::cropped_by_browsers;

/// Why a picture cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not one of the kinds that browsers and PDF both show.
    Kind,
    /// The bytes are not what the name says, or are cut off.
    Broken,
    /// Too many pixels.
    Large,
    /// Colours of a printing press (CMYK), which PDF/A-2a refuses without a
    /// profile (ISO 19005-2 clause 6.2.4.3).
    PressColours,
    /// An SVG with something in it that runs or that is fetched from elsewhere.
    Unsafe(String),
    /// An SVG of which pages and paper would not show the same, and why.
    Uneven(Uneven),
    /// An SVG with these letters, for which no font of the PDF has a glyph.
    Letters(String),
}

/// Why a drawing looks otherwise on a page than on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uneven {
    /// A photo in it is turned by its camera's note, which PDFs do not read there.
    TurnedPhoto,
    /// Text that only Inkscape shows (`<flowRoot>`).
    FlowedText,
    /// It does not say how large it is, and browsers cut off what falls out of
    /// the size that they take for it.
    NoSize,
}

/// Width and height in pixels.
pub type Size = (u32, u32);

/// Whether a file is of a kind that browsers and PDF both show, by its name.
pub fn is_shown(path: &ContentPath) -> bool {
    kind(path).is_some()
}

/// What of a file is published: of a picture all that shows, of others all.
/// Made once, when it is first asked for.
pub fn published<'f>(path: &ContentPath, file: &'f MediaFile) -> &'f Arc<[u8]> {
    file.published(|bytes| match clean(kind(path)?, bytes) {
        Ok(Cow::Owned(clean)) => Some(clean),
        // What cannot be read is told where it is named.
        Ok(Cow::Borrowed(_)) | Err(_) => None,
    })
}

/// The size of a picture, as it is published; read once, when it is first asked for.
pub fn size_of(path: &ContentPath, file: &MediaFile) -> Option<Size> {
    file.size(|| size(path, published(path, file)))
}

/// Reads the size of a picture, as it is published, without reading all of it.
pub fn size(path: &ContentPath, published: &[u8]) -> Option<Size> {
    match kind(path)? {
        Kind::Raster(format) => raster::size(format, published),
        Kind::Svg => drawing::size(published),
    }
}

/// The letters in a drawing, and how many shapes are drawn beside them.
pub fn letters_and_shapes(path: &ContentPath, bytes: &[u8]) -> Option<(String, usize)> {
    matches!(kind(path)?, Kind::Svg).then(|| drawing::letters_and_shapes(bytes)).flatten()
}

/// Looks at all of a picture that is shown.
pub fn inspect(path: &ContentPath, bytes: &[u8]) -> Result<(), Fault> {
    let kind = kind(path).ok_or(Fault::Kind)?;
    match kind {
        Kind::Raster(format) => raster::inspect(format, bytes),
        Kind::Svg => drawing::inspect(bytes),
    }
}

/// Looks at a picture that is only there to be taken away: it need not fit on
/// a page, but may neither run anything nor tell where it was made.
pub fn inspect_file(path: &ContentPath, bytes: &[u8]) -> Result<(), Fault> {
    match kind(path) {
        Some(Kind::Svg) => drawing::inspect(bytes),
        Some(kind) => clean(kind, bytes).map(|_| ()),
        None => Ok(()),
    }
}

/// A picture without what does not show in it.
fn clean(kind: Kind, bytes: &[u8]) -> Result<Cow<'_, [u8]>, Fault> {
    match kind {
        Kind::Raster(format) => metadata::without(format, bytes).ok_or(Fault::Broken),
        Kind::Svg => drawing::clean(bytes),
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Raster(ImageFormat),
    Svg,
}

fn kind(path: &ContentPath) -> Option<Kind> {
    Some(match path.extension().as_str() {
        "png" => Kind::Raster(ImageFormat::Png),
        "jpg" | "jpeg" => Kind::Raster(ImageFormat::Jpeg),
        "gif" => Kind::Raster(ImageFormat::Gif),
        "webp" => Kind::Raster(ImageFormat::WebP),
        "svg" => Kind::Svg,
        _ => return None,
    })
}
