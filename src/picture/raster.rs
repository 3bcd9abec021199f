//! Photos and other pictures of pixels: how large they are, and whether
//! browsers and Typst can both show them.

use std::io::Cursor;

use image::{ImageError, ImageFormat, ImageReader};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;

use super::{Fault, Size, metadata};

/// Pictures larger than this in either direction are refused: decoding them
/// would take more memory than a small web server has.
const MAX_PIXELS: u32 = 12_000;

/// Width and height as they are seen: a photo may say that it is to be turned.
pub fn size(format: ImageFormat, bytes: &[u8]) -> Option<Size> {
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().ok()?;
    Some(if metadata::Shown::of(bytes).is_on_its_side() { (height, width) } else { (width, height) })
}

/// Looks at all of a picture.
pub fn inspect(format: ImageFormat, bytes: &[u8]) -> Result<(), Fault> {
    let reader = || ImageReader::with_format(Cursor::new(bytes), format);
    let (width, height) = reader().into_dimensions().map_err(|_| Fault::Broken)?;
    if width > MAX_PIXELS || height > MAX_PIXELS {
        return Err(Fault::Large);
    }
    if format == ImageFormat::Jpeg && has_press_colours(bytes) {
        return Err(Fault::PressColours);
    }
    match reader().decode() {
        Ok(_) => metadata::without(format, bytes).map(|_| ()).ok_or(Fault::Broken),
        Err(ImageError::Limits(_)) => Err(Fault::Large),
        Err(_) => Err(Fault::Broken),
    }
}

/// Whether a JPEG is in CMYK. `image` turns it into RGB unasked; the writer of
/// the PDF, which reads with `zune-jpeg` as we do here, takes it as it is.
fn has_press_colours(bytes: &[u8]) -> bool {
    let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
    decoder.decode_headers().is_ok()
        && matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK))
}
