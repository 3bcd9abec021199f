//! Style sheets without what only their authors need: comments and blanks.
//!
//! Of the crates that do this, the light ones take away blanks that mean something (`minifier` makes `1rem + 2vw`
//! within `clamp()` a value that no browser takes), and the others bring a whole compiler of CSS. What is done here is
//! no more than can be told without knowing what a rule says.

/// Signs around which no blank ever means anything.
const ALONE: [char; 4] = ['{', '}', ';', ','];

/// The same style sheet, shorter: strings stay as they are, blanks become one or none, comments go.
pub fn css(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // A blank that was met and not written yet: it may turn out to be none.
    let mut blank = false;
    while let Some(sign) = rest.chars().next() {
        let length = match sign {
            '"' | '\'' => string(rest),
            '/' if rest.starts_with("/*") => {
                let end = rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
                // Between two letters a comment parts them, and a blank would say something else.
                let parts = !blank && !out.ends_with(ALONE) && !rest[end..].starts_with(char::is_whitespace);
                if parts && !out.is_empty() && end < rest.len() {
                    out.push_str("/**/");
                }
                rest = &rest[end..];
                continue;
            }
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            sign if sign.is_whitespace() => {
                blank = true;
                rest = &rest[sign.len_utf8()..];
                continue;
            }
            sign => sign.len_utf8(),
        };
        let needs_blank = blank && !out.is_empty() && !out.ends_with(ALONE) && !ALONE.contains(&sign);
        // What stands behind the colon of a declaration; in a selector no blank can stand there.
        if needs_blank && !out.ends_with(':') {
            out.push(' ');
        }
        blank = false;
        if sign == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// How long the string is that `text` begins with, its quotes included.
fn string(text: &str) -> usize {
    let mut signs = text.char_indices();
    let quote = signs.next().map(|(_, quote)| quote);
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' {
            signs.next();
        } else if sign == '\n' {
            // A string that was never closed ends with its line, which therefore stays one.
            return at + sign.len_utf8();
        } else if Some(sign) == quote {
            return at + sign.len_utf8();
        }
    }
    text.len()
}
