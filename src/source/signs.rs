//! Where the signs of a source do no honest work: those that nobody sees, that no
//! font has, or that look like another.

use super::{BYTE_ORDER_MARK, SourceFile, SourceId, Span, comments, front_matter};
use crate::diagnostic::{Code, Diagnostic, Severity};
pub use crate::place::signs::*;

/// How many of a kind are reported of one file: the first tell enough.
const MOST: usize = 5;

/// The signs of a text that nobody sees or no font has.
pub(super) fn found(id: SourceId, file: &SourceFile) -> Vec<Diagnostic> {
    let text = &*file.text;
    if text.bytes().all(|byte| !byte.is_ascii_control() && byte.is_ascii() || byte == b'\n') {
        return Vec::new();
    }
    let refused = text.char_indices().filter(|(at, c)| is_hidden(*c) && !(*c == BYTE_ORDER_MARK && *at == 0));
    let at = |at: usize, c: char| Span::new(id, at..at + c.len_utf8());
    let mut found: Vec<Diagnostic> = refused.take(MOST).map(|(offset, c)| refuse(c, at(offset, c))).collect();
    let is_suspect = |c: char| {
        !c.is_ascii() && (is_unseen(c) || is_without_letter(c) || is_accent(c) || latin(c).is_some())
    };
    if !text.chars().any(is_suspect) {
        return found;
    }
    let unread = comments(id, file);
    let suspects = || {
        text.char_indices()
            .filter(|(at, c)| is_suspect(*c) && !unread.iter().any(|comment| comment.contains(at)))
    };
    let foreign = suspects().filter(|(at, c)| is_without_letter(*c) && !is_bullet(id, file, *at));
    found.extend(foreign.take(MOST).map(|(offset, c)| refuse(c, at(offset, c))));
    let idle = suspects().filter_map(|(at, c)| Some((at, c, idle(text, at, c)?)));
    found.extend(idle.take(MOST).map(|(offset, c, idle)| {
        let span = at(offset, c);
        let remove = "Haal het weg: zet de cursor erachter en druk op Backspace.";
        let unseen = || {
            Diagnostic::at(Code::B112, span, format!("Hier staat een teken dat niemand ziet: {}.", named(c)))
        };
        match idle {
            Idle::Useless => unseen().label("dit teken doet hier niets").hint(remove).fix(span, ""),
            // What stands between brackets is published with them, and leads nowhere.
            Idle::InName => unseen()
                .label("hierdoor is dit geen verwijzing")
                .hint(remove)
                .fix(span, "")
                .weighing(Severity::Error),
            Idle::Alone => unseen().label("dit accent staat op geen letter").hint(remove),
            Idle::OfOtherAlphabet => Diagnostic::at(
                Code::B112,
                span,
                format!("Hier staat een letter die op een andere lijkt: {}.", named(c)),
            )
            .label("wie zoekt, vindt dit woord niet")
            .hint("Typ het woord opnieuw."),
        }
    }));
    found
}

/// Whether a sign opens a line of prose: there it was the bullet of a list, and
/// the reading of Markdown tells of the list.
fn is_bullet(id: SourceId, file: &SourceFile, at: usize) -> bool {
    let text = &*file.text;
    let Ok(parts) = front_matter::cut(id, text) else { return false };
    if file.path.extension() != "md" || !parts.body.contains(&at) {
        return false;
    }
    // The first line of a file may begin behind a byte order mark.
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1).max(parts.body.start);
    let indent = text[line..at].rsplit('>').next().unwrap_or_default();
    let sign = text[at..].chars().next().unwrap_or_default();
    let rest = text[at..].lines().next().unwrap_or_default();
    let in_code = text[parts.body.start..line]
        .lines()
        .filter(|line| ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence)))
        .count()
        % 2
        == 1;
    text[line..at].chars().all(|c| c == ' ' || c == '>')
        && indent.len() <= 3
        && matches!(sign, '\u{e000}'..='\u{f8ff}')
        && !rest[sign.len_utf8()..].trim().is_empty()
        && !in_code
}

/// The report of a sign that may stand nowhere.
pub fn refuse(c: char, span: Span) -> Diagnostic {
    if is_without_letter(c) {
        return Diagnostic::at(
            Code::B111,
            span,
            format!("Hier staat een teken dat geen letter heeft: {}.", named(c)),
        )
        .label("dit ziet een lezer niet, of anders")
        .hint("Schrijf het teken opnieuw, of schrijf in woorden wat u bedoelt.");
    }
    Diagnostic::at(Code::B107, span, format!("Hier staat een teken dat niemand ziet: {}.", named(c)))
        .label("verborgen teken")
        .hint("Haal het weg: zet de cursor erachter en druk op Backspace.")
}

/// Why a sign that may stand in a text does no honest work where it stands.
enum Idle {
    Useless,
    /// It makes a name in brackets another name.
    InName,
    /// An accent on no letter.
    Alone,
    /// It only looks like the letter that was meant.
    OfOtherAlphabet,
}

fn idle(text: &str, at: usize, c: char) -> Option<Idle> {
    let before = text[..at].chars().next_back().unwrap_or('\n');
    let after = text[at + c.len_utf8()..].chars().next().unwrap_or('\n');
    if is_unseen(c) && (before == '[' || after == ']') {
        return Some(Idle::InName);
    }
    let is_useless = match c {
        '\u{200b}' | '\u{34f}' | '\u{2061}'..='\u{2064}' => true,
        // Between the letters of a word, some of which may be bold.
        '\u{ad}' => [before, after].iter().any(|c| !c.is_alphanumeric() && !matches!(c, '*' | '_')),
        '\u{2060}' => before.is_whitespace() || after.is_whitespace(),
        // Emoji and scripts that join their letters need these.
        '\u{200c}' | '\u{200d}' => before < '\u{250}' || after < '\u{250}',
        _ => false,
    };
    if is_useless {
        return Some(Idle::Useless);
    }
    if is_accent(c) && (before.is_whitespace() || before.is_ascii_punctuation()) {
        return Some(Idle::Alone);
    }
    let is_mixed = latin(c).is_some() && (before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric());
    is_mixed.then_some(Idle::OfOtherAlphabet)
}
