//! GIF89a: blocks, of which pictures and what controls them are seen.

use super::Parts;

const EXTENSION: u8 = 0x21;
const PICTURE: u8 = 0x2c;
const END: u8 = 0x3b;
const COMMENT: u8 = 0xfe;
const APPLICATION: u8 = 0xff;

/// Applications whose blocks are seen: how often to repeat, and the colour profile.
const SHOWS: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

pub fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut parts = Parts::of(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    let head = parts.take(13).filter(|head| head.starts_with(b"GIF8"))?;
    parts.take(colours(head[10]))?;
    out.extend(parts.since(0));
    loop {
        let from = parts.at;
        let shows = match parts.byte()? {
            END => {
                out.push(END);
                return Some(out);
            }
            EXTENSION => {
                let kind = parts.byte()?;
                let first = blocks(&mut parts)?;
                kind != COMMENT && (kind != APPLICATION || SHOWS.contains(&first))
            }
            PICTURE => {
                let head = parts.take(9)?;
                // The colours, and how many bits the first code has.
                parts.take(colours(head[8]) + 1)?;
                blocks(&mut parts)?;
                true
            }
            _ => return None,
        };
        if shows {
            out.extend(parts.since(from));
        }
    }
}

/// How long the table of colours is of which these are the flags.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Goes past the blocks up to the empty one; gives the first.
fn blocks<'a>(parts: &mut Parts<'a>) -> Option<&'a [u8]> {
    let mut first = None;
    loop {
        let length = parts.byte()?;
        let block = parts.take(usize::from(length))?;
        first.get_or_insert(block);
        if length == 0 {
            return first;
        }
    }
}
