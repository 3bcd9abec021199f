//! Signs that nobody sees, or that no font has: which they are and what they are
//! called; and names as people read them.
//!
//! One place for all of it, so that reading, the fonts of the PDFs and every
//! message agree. A soft hyphen inside a word, a no-break space between two
//! words or a joiner in an emoji does its work and stays.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::BYTE_ORDER_MARK;

/// A text as people see it: `é` of one sign and `é` of two are the same.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || unicode_normalization::is_nfc(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Whether nobody sees a sign, and no page or PDF may hold it: it steers a
/// terminal, turns the direction of reading (with which a text can show
/// something else than it says), or is no character at all.
pub fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        BYTE_ORDER_MARK | '\u{2028}' | '\u{2029}' => true,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => true,
        // Letters without a shape, marks of old programs, and tags.
        '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e001f}' => true,
        // Noncharacters, which HTML forbids.
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => true,
        c => c.is_control(),
    }
}

/// Whether no font has a sign: those of symbol fonts, which show as something
/// else or as nothing without them, and those that stand for what was lost.
pub fn is_without_letter(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffc}' | '\u{fffd}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Whether a sign is told wherever it stands.
pub fn is_refused(c: char) -> bool {
    is_hidden(c) || is_without_letter(c)
}

/// Whether nobody sees a sign, though a text may hold it.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200d}' | '\u{202f}' | '\u{2060}'..='\u{2064}')
}

/// A sign by its number and what it is called: `U+00A0 (vaste spatie)`.
pub fn named(c: char) -> String {
    format!("U+{:04X} ({})", u32::from(c), name(c))
}

fn name(c: char) -> &'static str {
    match c {
        '\u{a0}' => "vaste spatie",
        '\u{ad}' => "zacht afbreekteken",
        '\u{34f}' => "onzichtbare verbinder van letters",
        '\u{200b}' => "breekpunt zonder breedte",
        '\u{200c}' => "scheider zonder breedte",
        '\u{200d}' => "verbinder zonder breedte",
        '\u{200e}' => "teken voor lezen van links naar rechts",
        '\u{200f}' | '\u{61c}' => "teken voor lezen van rechts naar links",
        '\u{2028}' => "regelscheider",
        '\u{2029}' => "alineascheider",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "teken dat de leesrichting draait",
        '\u{202f}' => "smalle vaste spatie",
        '\u{2060}' => "woordverbinder",
        '\u{2061}'..='\u{2064}' => "onzichtbaar rekenteken",
        BYTE_ORDER_MARK => "kenmerk van het begin van een bestand",
        '\u{fffc}' => "plek van een plaatje dat er niet is",
        '\u{fffd}' => "teken in plaats van een dat verloren ging",
        c if is_without_letter(c) => "teken uit een symboollettertype",
        c if c.is_control() => "besturingsteken",
        c if is_accent(c) => "los accent",
        '\u{400}'..='\u{52f}' => "letter van het cyrillische alfabet",
        '\u{370}'..='\u{3ff}' => "letter van het Griekse alfabet",
        c if is_hidden(c) => "teken zonder vorm",
        _ => "ander teken",
    }
}

/// A text of ours for a message, in which authors may be quoted: what nobody
/// would see of it is written by its number. Nothing of it steers a terminal.
pub fn shown(text: String) -> String {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return text;
    }
    let mut shown = String::with_capacity(text.len());
    let (mut is_quoted, mut before) = (false, ' ');
    for c in text.chars() {
        // What we say ourselves is set with no-break spaces too.
        let is_ours = !is_quoted || c == '\u{a0}' && before == '€';
        if is_refused(c) || is_unseen(c) && !is_ours {
            shown.push_str(&named(c));
        } else {
            shown.push(c);
        }
        is_quoted ^= c == '`';
        before = c;
    }
    shown
}

/// The Latin letter that a letter of another alphabet looks just like.
pub fn latin(c: char) -> Option<char> {
    const CYRILLIC: &str = "аеорсухіѕјАВЕКМНОРСТХІЅЈ";
    const GREEK: &str = "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    const LATIN: [&str; 2] = ["aeopcyxisjABEKMHOPCTXISJ", "oABEZHIKMNOPTYX"];
    let in_alphabet = |(alphabet, latin): (&str, &str)| {
        let at = alphabet.chars().position(|letter| letter == c)?;
        latin.chars().nth(at)
    };
    [CYRILLIC, GREEK].into_iter().zip(LATIN).find_map(in_alphabet)
}

/// A word as people see it: without what nobody sees, and with plain letters
/// for those of other alphabets that look like them.
pub fn as_seen(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    Cow::Owned(as_read(word).chars().map(|c| latin(c).unwrap_or(c)).collect())
}

/// A name as people read it: `é` is one sign, and what nobody sees is not there.
pub fn as_read(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let seen = |c: char| match c {
        '\u{a0}' | '\u{202f}' => Some(' '),
        c => (!is_unseen(c) && !is_hidden(c)).then_some(c),
    };
    Cow::Owned(name.nfc().filter_map(seen).collect())
}

/// What to say of a word that looks like `meant` and is another: letters of
/// another alphabet, or signs that nobody sees.
pub fn look_alike(word: &str, meant: &str) -> Option<String> {
    let foreign = |c: &char| {
        is_unseen(*c)
            || is_refused(*c)
            || is_combining_mark(*c)
            || matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}')
    };
    let strange: Vec<char> = word.chars().filter(foreign).filter(|c| !meant.contains(*c)).collect();
    let (first, more) = strange.split_first()?;
    let more = if more.is_empty() { "" } else { " en meer zulke tekens" };
    Some(format!("In wat er staat zit {}{more}; typ het woord opnieuw.", named(*first)))
}

/// Marks that stand on a letter; those that choose the look of an emoji do not.
pub fn is_accent(c: char) -> bool {
    is_combining_mark(c) && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20ff}' | '\u{34f}')
}
