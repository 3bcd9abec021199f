//! Takes out of photos what does not show in them: where they were taken, by
//! whom and with what, small copies of what was cut off, remarks of programs.
//!
//! Nothing is decoded, so that not a pixel changes: the parts of each format
//! are copied as they are, or left out. What stays is on a list, since nobody
//! knows what makers of telephones think of next. Colour profiles stay, and of
//! the camera's notes only how to turn the photo and how large to print it.

mod gif;
mod jpeg;
mod png;
mod shown;
mod webp;

use std::borrow::Cow;

use image::ImageFormat;

pub use shown::Shown;

/// The picture without them; nothing when it is not of this format, or cut off.
pub fn without(format: ImageFormat, bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let notes = || Shown::of(bytes).to_exif();
    let clean = match format {
        ImageFormat::Jpeg => jpeg::without_metadata(bytes, notes().as_deref()),
        ImageFormat::Png => png::without_metadata(bytes, notes().as_deref()),
        ImageFormat::WebP => webp::without_metadata(bytes, notes().as_deref()),
        ImageFormat::Gif => gif::without_metadata(bytes),
        _ => None,
    }?;
    Some(if clean == bytes { Cow::Borrowed(bytes) } else { Cow::Owned(clean) })
}

/// Reads a format front to back.
struct Parts<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Parts<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next so many bytes.
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let part = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(part)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|part| part[0])
    }

    /// What was read since `from`.
    fn since(&self, from: usize) -> &'a [u8] {
        &self.bytes[from..self.at]
    }
}
