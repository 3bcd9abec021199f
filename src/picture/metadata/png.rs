//! PNG (ISO/IEC 15948): chunks, each with a name, its length and a check sum.

use super::Parts;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Chunks that have a part in what is seen, moving pictures included. A name
/// with a capital is one that no reader may skip.
const SHOWS: [&[u8; 4]; 19] = [
    b"acTL", b"bKGD", b"cHRM", b"cICP", b"cLLI", b"cLLi", b"fcTL", b"fdAT", b"gAMA", b"hIST", b"iCCP",
    b"mDCV", b"mDCv", b"pHYs", b"sBIT", b"sPLT", b"sRGB", b"sTER", b"tRNS",
];

pub fn without_metadata(bytes: &[u8], exif: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut parts = Parts::of(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(parts.take(SIGNATURE.len()).filter(|start| *start == SIGNATURE)?);
    loop {
        let from = parts.at;
        let length: [u8; 4] = parts.take(4)?.try_into().ok()?;
        let name: &[u8; 4] = parts.take(4)?.try_into().ok()?;
        parts.take(usize::try_from(u32::from_be_bytes(length)).ok()?)?;
        // The check sum.
        parts.take(4)?;
        if name[0].is_ascii_uppercase() || SHOWS.contains(&name) {
            out.extend(parts.since(from));
        }
        match (name, exif) {
            (b"IHDR", Some(exif)) => push_chunk(b"eXIf", exif, &mut out)?,
            (b"IEND", _) => return Some(out),
            _ => {}
        }
    }
}

fn push_chunk(name: &[u8; 4], data: &[u8], out: &mut Vec<u8>) -> Option<()> {
    out.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
    let start = out.len();
    out.extend(name);
    out.extend(data);
    let sum = crc32fast::hash(&out[start..]);
    out.extend(sum.to_be_bytes());
    Some(())
}
