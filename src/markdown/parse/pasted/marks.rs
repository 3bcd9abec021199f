//! The signs that lines of pasted lists begin with.

use crate::markdown::LetterForm;

/// What a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub kind: Kind,
    /// How long the sign is, in bytes.
    pub sign: usize,
    /// The same with the space behind it.
    pub length: usize,
}

/// Kinds of signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// The same for each item.
    Bullet(char),
    /// `(1)`; `1.` and `1)` where CommonMark read no list.
    Number { number: u64, shape: Shape },
    /// `1.4.1`
    Parts(Vec<u64>),
    /// `a)`, where it is no list of letters.
    Letter { number: u64, shape: Shape, capital: bool },
}

/// What stands around a number or letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `1.`
    Dot,
    /// `1)`
    Bracket,
    /// `(1)`
    Brackets,
    /// `1.4.1`
    Parts,
}

impl Kind {
    /// Whether two signs may be of one list.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bullet(_), Self::Bullet(_)) | (Self::Parts(_), Self::Parts(_)) => true,
            (Self::Number { shape, .. }, Self::Number { shape: with, .. }) => shape == with,
            (Self::Letter { shape, capital, .. }, Self::Letter { shape: with, capital: other, .. }) => {
                shape == with && capital == other
            }
            _ => false,
        }
    }
}

impl Mark {
    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number { .. } | Kind::Parts(_))
    }

    pub fn is_letter(&self) -> bool {
        matches!(self.kind, Kind::Letter { .. })
    }

    /// Whether it is a small letter as in a list of letters of this form.
    pub fn is_letter_of(&self, form: LetterForm) -> bool {
        let wanted = match form {
            LetterForm::Dot => Shape::Dot,
            LetterForm::Bracket => Shape::Bracket,
            LetterForm::Brackets => Shape::Brackets,
        };
        matches!(self.kind, Kind::Letter { shape, capital: false, .. } if shape == wanted)
    }

    /// Whether it is the next one in a list.
    pub fn counts_on(&self, last: &Self) -> bool {
        if !self.kind.is_like(&last.kind) {
            return false;
        }
        match (&last.kind, &self.kind) {
            (Kind::Number { number: last, .. }, Kind::Number { number, .. })
            | (Kind::Letter { number: last, .. }, Kind::Letter { number, .. }) => *number == last + 1,
            // 1.4 goes on as 1.5, 1.4.1 or 2; 1.4.1 as 1.5 too.
            (Kind::Parts(last), Kind::Parts(parts)) => {
                let deeper =
                    parts.len() == last.len() + 1 && parts.starts_with(last) && parts.last() == Some(&1);
                let common = parts.len().min(last.len());
                let next = (0..common).rev().find(|at| parts[*at] != last[*at]);
                let on = next.is_some_and(|at| {
                    at + 1 == parts.len() && parts[..at] == last[..at] && parts[at] == last[at] + 1
                });
                deeper || on
            }
            _ => false,
        }
    }
}

/// Bullets that are nothing else.
const BULLETS: &[char] =
    &['•', '‣', '⁃', '∙', '▪', '▫', '■', '●', '○', '◦', '►', '▸', '▶', '➢', '➤', '⮚', '❖', '◆', '\u{2043}'];
/// Dashes, which a sentence may have as well.
const DASHES: &[char] = &['-', '–', '—', '‐', '‑', '−', '―'];
/// What Word's bullets become when their letter type is lost, and what else they are.
const DOUBTFUL: &[char] = &['·', '§', 'o', 'Ø', 'ü'];

/// Whether a sign is a bullet and nothing else.
pub(super) fn is_certain(sign: char) -> bool {
    BULLETS.contains(&sign) || is_private(sign)
}

/// Whether a sign is one of Word's Symbol or Wingdings, for which no other letter type has
/// a picture.
pub(super) fn is_private(sign: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&sign)
}

/// A sign as messages write it.
pub(super) fn named(sign: char) -> String {
    match sign {
        _ if is_private(sign) => format!("`U+{:04X}` (een opsomteken uit Word)", u32::from(sign)),
        '‐' | '‑' | '−' | '―' => format!("`{sign}` (U+{:04X})", u32::from(sign)),
        _ => format!("`{sign}`"),
    }
}

/// The sign that a line begins with; something must stand behind it.
pub(super) fn mark_at(typed: &str) -> Option<Mark> {
    let (kind, sign) = bullet(typed).or_else(|| number(typed)).or_else(|| letter(typed))?;
    let rest = &typed[sign..];
    let space = rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}']).len();
    (rest.len() > space).then_some(Mark { kind, sign, length: sign + space })
}

fn begins_with_space(text: &str) -> bool {
    text.starts_with([' ', '\t', '\u{a0}'])
}

fn begins_with_word(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_some_and(char::is_alphabetic)
}

fn bullet(typed: &str) -> Option<(Kind, usize)> {
    let sign = typed.chars().next()?;
    let rest = &typed[sign.len_utf8()..];
    let fits = match sign {
        _ if is_certain(sign) => true,
        // `- ` is CommonMark's own, but for where it stood too far to the right; an odd
        // space behind it is told as that.
        '-' => rest.starts_with([' ', '\t']) || begins_with_word(rest),
        _ if DASHES.contains(&sign) => begins_with_space(rest) || begins_with_word(rest),
        // A section of a text: § 3.
        '§' => begins_with_space(rest) && !rest.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        _ if DOUBTFUL.contains(&sign) => begins_with_space(rest),
        _ => false,
    };
    fits.then(|| (Kind::Bullet(sign), sign.len_utf8()))
}

/// A number has so many digits at most: what is longer is a year or an amount.
const DIGITS: usize = 3;

fn number(typed: &str) -> Option<(Kind, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(inside) = typed.strip_prefix('(') {
        let length = digits(inside);
        let number = inside[..length].parse().ok().filter(|_| length <= DIGITS)?;
        return inside[length..]
            .starts_with(')')
            .then_some((Kind::Number { number, shape: Shape::Brackets }, length + 2));
    }
    let mut parts = Vec::new();
    let mut length = 0;
    loop {
        let more = digits(&typed[length..]);
        if more == 0 || more > DIGITS {
            break;
        }
        parts.push(typed[length..length + more].parse().ok()?);
        length += more;
        match typed[length..].starts_with('.') && digits(&typed[length + 1..]) > 0 {
            true => length += 1,
            false => break,
        }
    }
    let rest = &typed[length..];
    match parts.as_slice() {
        [] => None,
        [number] => {
            let shape = match rest.chars().next()? {
                '.' => Shape::Dot,
                ')' => Shape::Bracket,
                _ => return None,
            };
            let after = &rest[1..];
            let fits = after.starts_with([' ', '\t']) || begins_with_word(after);
            fits.then_some((Kind::Number { number: *number, shape }, length + 1))
        }
        // 1.200 is an amount.
        [.., _] if typed[..length].split('.').skip(1).any(|part| part.len() > 2) => None,
        _ => {
            let length = length + usize::from(rest.starts_with(['.', ')']));
            begins_with_space(&typed[length..]).then_some((Kind::Parts(parts), length))
        }
    }
}

fn letter(typed: &str) -> Option<(Kind, usize)> {
    let inside = typed.strip_prefix('(');
    let text = inside.unwrap_or(typed);
    let letter = *text.as_bytes().first().filter(|letter| letter.is_ascii_alphabetic())?;
    let shape = match (inside, text.as_bytes().get(1)?) {
        (Some(_), b')') => Shape::Brackets,
        (None, b')') => Shape::Bracket,
        (None, b'.') => Shape::Dot,
        _ => return None,
    };
    // `o.a.` and `J.P. Bakker` are no marks.
    let after = &text[2..];
    let small = letter.is_ascii_lowercase();
    let fits = begins_with_space(after) || (small && begins_with_word(after));
    let number = u64::from(letter.to_ascii_lowercase() - b'a') + 1;
    let sign = typed.len() - after.len();
    fits.then_some((Kind::Letter { number, shape, capital: !small }, sign))
}
