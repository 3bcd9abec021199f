//! The notes of a camera that change what is seen: how to turn the photo, and
//! how large to print it. Read with the crate by which Typst reads them, so
//! that pages and paper agree.

use std::io::Cursor;

use exif::{Exif, In, Reader, Tag, Value};

/// Those notes of one picture.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shown {
    /// 1 to 8, as EXIF counts: 1 is as it is, from 5 on the photo lies on its side.
    orientation: u16,
    /// Pixels by unit in both directions, and the unit.
    resolution: Option<[(u32, u32); 2]>,
    unit: u16,
}

impl Shown {
    /// Those of a JPEG, PNG or WebP; none where there are none.
    pub fn of(bytes: &[u8]) -> Self {
        let Ok(exif) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
            return Self::default();
        };
        let number = |tag| exif.get_field(tag, In::PRIMARY)?.value.get_uint(0);
        let small = |tag| number(tag).and_then(|number| u16::try_from(number).ok());
        let resolution = rational(&exif, Tag::XResolution).zip(rational(&exif, Tag::YResolution));
        Self {
            orientation: small(Tag::Orientation).filter(|number| (2..=8).contains(number)).unwrap_or(1),
            resolution: resolution.map(|(x, y)| [x, y]),
            unit: small(Tag::ResolutionUnit).unwrap_or(INCH),
        }
    }

    /// Whether width and height change places.
    pub fn is_on_its_side(self) -> bool {
        self.orientation >= 5
    }

    /// Whether the photo is shown otherwise than it was stored.
    pub fn is_turned(self) -> bool {
        self.orientation >= 2
    }

    /// These notes and no others, as a block of EXIF; nothing when there are none.
    pub fn to_exif(self) -> Option<Vec<u8>> {
        if !self.is_turned() && self.resolution.is_none() {
            return None;
        }
        let count: u16 = if self.resolution.is_some() { 4 } else { 1 };
        // Numbers of two bytes stand in front of the four that a value has.
        let short = |tag: Tag, value: u16| (tag, SHORT, u32::from(value) << 16);
        let values_at = HEAD + 2 + u32::from(count) * ENTRY + 4;
        let mut entries = vec![short(Tag::Orientation, self.orientation.max(1))];
        if self.resolution.is_some() {
            entries.push((Tag::XResolution, RATIONAL, values_at));
            entries.push((Tag::YResolution, RATIONAL, values_at + 8));
            entries.push(short(Tag::ResolutionUnit, self.unit));
        }
        let mut exif = b"MM\0*".to_vec();
        exif.extend(HEAD.to_be_bytes());
        exif.extend(count.to_be_bytes());
        for (tag, kind, value) in entries {
            exif.extend(tag.number().to_be_bytes());
            exif.extend(kind.to_be_bytes());
            exif.extend(1_u32.to_be_bytes());
            exif.extend(value.to_be_bytes());
        }
        // No second list.
        exif.extend(0_u32.to_be_bytes());
        for (above, below) in self.resolution.into_iter().flatten() {
            exif.extend(above.to_be_bytes());
            exif.extend(below.to_be_bytes());
        }
        Some(exif)
    }
}

/// Sizes and kinds of TIFF, the form of EXIF.
const HEAD: u32 = 8;
const ENTRY: u32 = 12;
const SHORT: u16 = 3;
const RATIONAL: u16 = 5;
const INCH: u16 = 2;

fn rational(exif: &Exif, tag: Tag) -> Option<(u32, u32)> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(values) => values.first().map(|value| (value.num, value.denom)),
        _ => None,
    }
}
