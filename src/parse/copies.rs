//! Copies of a file or folder that a cloud disk, a mail program or a file manager
//! made beside it: `samen (1).md`, `samen - kopie.md`, `samen-LAPTOP-4F2K.md`.
//!
//! Nobody means to publish and sign both. Where the name alone could be that of
//! a chapter of its own (`bijlage 2.md`), the titles decide.

use crate::diagnostic::{Code, Diagnostic};
use crate::order::SortedMap;
use crate::source::{ContentPath, SourceFile};

/// How much a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// Only copies are called so.
    Certain,
    /// It may be a thing of its own.
    Possible,
}

/// The name among `names` that `name` is a copy of, both without extension.
pub fn original<'a, T>(name: &str, names: &'a SortedMap<String, T>) -> Option<(&'a T, Likeness)> {
    let (typed, name) = (name, name.to_lowercase());
    for before in ["kopie van ", "copy of ", "kopie-van-", "copy-of-"] {
        if let Some(found) = name.strip_prefix(before).and_then(|rest| names.get(rest)) {
            return Some((found, Likeness::Certain));
        }
    }
    // The longest name first: `samen (1) (2)` may be a copy of `samen (1)`.
    let ends = name.char_indices().rev().filter(|(_, c)| " -_.([".contains(*c)).map(|(at, _)| at);
    ends.filter(|at| *at > 0).find_map(|at| {
        let found = names.get(name[..at].trim_end())?;
        Some((found, likeness(&name[at..], typed.get(at..).unwrap_or_default())?))
    })
}

/// What is told by what stands behind the name of the original; `typed` is that in its own capitals.
fn likeness(rest: &str, typed: &str) -> Option<Likeness> {
    let words = rest.trim_matches([' ', '-', '_', '.', '(', ')', '[', ']']);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if words.contains("conflict") {
        return Some(Likeness::Certain);
    }
    if let Some(more) = ["kopie", "copy", "copie"].iter().find_map(|word| words.strip_prefix(word)) {
        let more = more.trim_matches([' ', '-', '(', ')']);
        return (more.is_empty() || is_number(more)).then_some(Likeness::Certain);
    }
    let is_bracketed = rest.trim_start().starts_with('(') && rest.ends_with(')');
    if is_number(words) {
        return Some(if is_bracketed { Likeness::Certain } else { Likeness::Possible });
    }
    // `-PC-VAN-DE-BALIE`, `-LAPTOP-4F2K`: the name of a computer, which OneDrive adds, in capitals. `bod-aalst` beside
    // `bod` is a document over its base.
    let in_capitals = typed.chars().any(char::is_uppercase) && !typed.chars().any(char::is_lowercase);
    let is_computer = rest.starts_with('-') && words.len() >= 3 && in_capitals;
    (is_computer && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .then_some(Likeness::Possible)
}

/// The title that a file gives itself, as it is typed.
pub fn title(file: &SourceFile) -> Option<&str> {
    file.text
        .lines()
        .skip(1)
        .take_while(|line| line.trim() != "---")
        .find_map(|line| line.strip_prefix("titel:"))
        .map(str::trim)
}

/// Whether one file is a copy of another, by how its name is like that and by what they say.
pub fn is_copy(file: &SourceFile, of: &SourceFile, likeness: Likeness) -> bool {
    likeness == Likeness::Certain
        || file.text == of.text
        || title(file).is_some_and(|own| title(of) == Some(own))
}

/// The report of a copy.
pub fn copy(path: &ContentPath, of: &str) -> Diagnostic {
    Diagnostic::in_file(Code::B114, path.clone(), format!("Dit lijkt een kopie van `{of}`."))
        .hint("Vergelijk de twee, en haal de kopie weg. Is dit geen kopie? Geef het bestand of de map dan een heel andere naam.")
}
