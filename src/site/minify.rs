//! Style sheets without what only their authors need: comments and blanks.
//!
//! Of the crates that do this, the light ones take away blanks that mean something (`minifier` makes `1rem + 2vw`
//! within `clamp()` a value that no browser takes), and the others bring a whole compiler of CSS. What is done here is
//! no more than can be told without knowing what a rule says.

/// Signs around which no blank ever means anything.
const ALONE: [char; 4] = ['{', '}', ';', ','];

/// What stands between two signs.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    Nothing,
    /// Parts two names, where a blank would say something else.
    Comment,
    Blank,
}

/// The same style sheet, shorter: strings stay as they are, blanks become one or none, comments go.
pub fn css(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut gap = Gap::Nothing;
    // The last sign that was written, when it stands for itself: not one of a string, nor behind a backslash.
    let mut last = None;
    while let Some(sign) = rest.chars().next() {
        if sign.is_whitespace() {
            gap = Gap::Blank;
            rest = &rest[sign.len_utf8()..];
            continue;
        }
        if let Some(comment) = rest.strip_prefix("/*") {
            gap = if gap == Gap::Blank { gap } else { Gap::Comment };
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
            continue;
        }
        let (length, stands_for_itself) = match sign {
            '"' | '\'' => (string(rest), false),
            '\\' => (1 + rest[1..].chars().next().map_or(0, char::len_utf8), false),
            sign => (sign.len_utf8(), true),
        };
        let is_alone = |sign: char| ALONE.contains(&sign);
        let is_joined = out.is_empty() || last.is_some_and(is_alone) || stands_for_itself && is_alone(sign);
        match gap {
            Gap::Comment if !is_joined => out.push_str("/**/"),
            // Behind the colon of a declaration; in a selector no blank can stand there.
            Gap::Blank if !is_joined && last != Some(':') => out.push(' '),
            _ => {}
        }
        gap = Gap::Nothing;
        if sign == '}' && last == Some(';') {
            out.pop();
        }
        // Of semicolons in a row one says all.
        if sign != ';' || last != Some(';') {
            out.push_str(&rest[..length]);
        }
        last = stands_for_itself.then_some(sign);
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
