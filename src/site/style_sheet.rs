//! A style sheet of the theme as it goes out: shorter, and with the files in it that it cannot wait for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::minify;
use crate::theme::Theme;

/// What stands behind the address of a file that is to travel within the style sheet, up to the end of that address.
const INLINE: &str = "?inline\"";
/// The folder of the theme with style sheets and what they name.
const STATIC: &str = "static/";

/// The style sheet with this path below `static/`. Where it says `url("letters/x.woff2?inline")`, relative to itself,
/// the file itself is written; an address without a file stays.
pub fn published(path: &str, text: &str, theme: &Theme) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut out = String::with_capacity(text.len());
    let text = minify::css(text);
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(INLINE) {
        let (written, address) = before.rsplit_once('"').unwrap_or(("", before));
        let file = format!("{STATIC}{folder}{}{address}", if folder.is_empty() { "" } else { "/" });
        out.push_str(written);
        match theme.file(&file) {
            Some(bytes) => {
                let kind = mime_guess::from_path(address).first_or_octet_stream();
                out.push_str(&format!("\"data:{kind};base64,{}\"", STANDARD.encode(bytes)));
            }
            None => out.push_str(&format!("\"{address}\"")),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
