//! WebP (RFC 9649): chunks in a RIFF file, the first of which says what else
//! there is.

use super::Parts;

/// Chunks that have a part in what is seen, moving pictures included.
const SHOWS: [&[u8; 4]; 7] = [b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"VP8 ", b"VP8L", b"VP8X"];

/// The flags of `VP8X` that say that there is such a chunk.
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

pub fn without_metadata(bytes: &[u8], exif: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut file = Parts::of(bytes);
    file.take(4).filter(|name| name == b"RIFF")?;
    let length = length(&mut file)?;
    // Whatever follows the file is none of it.
    let mut parts = Parts::of(file.take(length)?);
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    parts.take(4).filter(|name| name == b"WEBP")?;
    let mut is_extended = false;
    while parts.at < parts.bytes.len() {
        let from = parts.at;
        let name: &[u8; 4] = parts.take(4)?.try_into().ok()?;
        let length = self::length(&mut parts)?;
        let data = parts.take(length)?;
        // The last one may lack the byte that makes its length even.
        if parts.at < parts.bytes.len() {
            parts.take(length % 2)?;
        }
        if name == b"VP8X" {
            let (flags, rest) = data.split_first()?;
            let flags = flags & !(HAS_EXIF | HAS_XMP) | if exif.is_some() { HAS_EXIF } else { 0 };
            push_chunk(name, &[&[flags], rest].concat(), &mut out)?;
            is_extended = true;
        } else if SHOWS.contains(&name) {
            out.extend(parts.since(from));
        }
    }
    // The plain form has no place for notes.
    if let Some(exif) = exif.filter(|_| is_extended) {
        push_chunk(b"EXIF", exif, &mut out)?;
    }
    let length = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Some(out)
}

fn length(parts: &mut Parts) -> Option<usize> {
    let length: [u8; 4] = parts.take(4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(length)).ok()
}

fn push_chunk(name: &[u8; 4], data: &[u8], out: &mut Vec<u8>) -> Option<()> {
    out.extend(name);
    out.extend(u32::try_from(data.len()).ok()?.to_le_bytes());
    out.extend(data);
    out.extend(&[0][..data.len() % 2]);
    Some(())
}
