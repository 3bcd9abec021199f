//! JPEG (ISO/IEC 10918-1, annex B): segments that each begin with a marker,
//! and between them the picture itself.

use super::Parts;

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const RESTARTS: std::ops::RangeInclusive<u8> = 0xd0..=0xd7;
const APPLICATION: std::ops::RangeInclusive<u8> = 0xe0..=0xef;
const JFIF: u8 = 0xe0;
const EXIF: u8 = 0xe1;
const PROFILE: u8 = 0xe2;
const ADOBE: u8 = 0xee;
const COMMENT: u8 = 0xfe;

/// A JFIF segment without the small copy of the picture that it may hold.
const JFIF_LENGTH: usize = 14;

pub fn without_metadata(bytes: &[u8], exif: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut parts = Parts::of(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(parts.take(2).filter(|start| start == b"\xff\xd8")?);
    let mut exif = exif;
    loop {
        // Some programs leave stray bytes between segments, which all readers skip.
        while *bytes.get(parts.at)? != 0xff {
            parts.at += 1;
        }
        let from = parts.at;
        let marker = marker(&mut parts)?;
        // What follows the end are second photos and films.
        if marker == END {
            out.extend(parts.since(from));
            return Some(out);
        }
        if RESTARTS.contains(&marker) || marker == 0x01 {
            out.extend(parts.since(from));
            continue;
        }
        let length = parts.take(2)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let segment = parts.take(length.checked_sub(2)?)?;
        let is_jfif = marker == JFIF && segment.starts_with(b"JFIF\0");
        // Readers expect the JFIF segment first.
        if !is_jfif && let Some(exif) = exif.take() {
            push_exif(exif, &mut out)?;
        }
        if is_jfif && segment.len() > JFIF_LENGTH {
            out.extend([0xff, JFIF, 0, JFIF_LENGTH as u8 + 2]);
            out.extend(&segment[..JFIF_LENGTH - 2]);
            out.extend([0, 0]);
        } else if is_jfif || shows(marker, segment) {
            out.extend(parts.since(from));
        }
        if marker == SCAN {
            let from = parts.at;
            skip_scan(&mut parts);
            out.extend(parts.since(from));
            // Cut off; whether enough is there the decoder has said.
            if parts.at == bytes.len() {
                return Some(out);
            }
        }
    }
}

/// Whether a segment has a part in what is seen.
fn shows(marker: u8, segment: &[u8]) -> bool {
    match marker {
        PROFILE => segment.starts_with(b"ICC_PROFILE\0"),
        // How the colours are stored.
        ADOBE => segment.starts_with(b"Adobe"),
        COMMENT => false,
        _ => !APPLICATION.contains(&marker),
    }
}

/// The next marker, which any number of fill bytes may precede.
fn marker(parts: &mut Parts) -> Option<u8> {
    loop {
        match parts.byte()? {
            0xff => {}
            0x00 => return None,
            marker => return Some(marker),
        }
    }
}

/// Goes to the first marker behind the picture's own bytes.
fn skip_scan(parts: &mut Parts) {
    while let Some(byte) = parts.byte() {
        if byte != 0xff {
            continue;
        }
        match parts.bytes.get(parts.at) {
            Some(0x00) => parts.at += 1,
            Some(next) if RESTARTS.contains(next) => parts.at += 1,
            Some(_) => {
                parts.at -= 1;
                return;
            }
            None => return,
        }
    }
}

fn push_exif(exif: &[u8], out: &mut Vec<u8>) -> Option<()> {
    const NAME: &[u8] = b"Exif\0\0";
    let length = u16::try_from(2 + NAME.len() + exif.len()).ok()?;
    out.extend([0xff, EXIF]);
    out.extend(length.to_be_bytes());
    out.extend(NAME);
    out.extend(exif);
    Some(())
}
