//! Mending what is certain: the edits of `afspraken check --fix`, file by file.
//!
//! An edit changes the bytes of one place and leaves all others as they are.

use crate::diagnostic::{Diagnostic, Fix};
use crate::order::{self, SortedMap};
use crate::source::{ContentPath, FileState, SourceId, Sources};

/// A file with all of its edits made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub path: ContentPath,
    /// What was in it.
    pub before: String,
    /// What would be in it.
    pub after: String,
    /// How many findings are mended with it.
    pub edits: usize,
}

/// The files that change when everything is mended that can be with certainty. Of
/// two edits that touch each other the first is made; the other comes with the
/// next run.
pub fn mend(found: &[Diagnostic], sources: &Sources) -> Vec<Mended> {
    let mut by_file: SortedMap<SourceId, Vec<&Fix>> = SortedMap::new();
    for fix in found.iter().filter_map(|found| found.fix.as_ref()) {
        by_file.get_or_default(fix.span.source).push(fix);
    }
    let mended = by_file.into_iter().filter_map(|(id, mut fixes)| {
        let file = sources.file(id);
        if file.state == FileState::Garbled {
            return None;
        }
        order::sort_by_key(&mut fixes, |fix| (fix.span.start, fix.span.end));
        let mut after = String::with_capacity(file.text.len());
        let (mut done, mut edits) = (0, 0);
        for fix in fixes {
            let range = fix.span.range();
            let Some(between) = file.text.get(done..range.start) else { continue };
            after.push_str(between);
            after.push_str(&fix.text);
            done = range.end;
            edits += 1;
        }
        after.push_str(file.text.get(done..)?);
        Some(Mended { path: file.path.clone(), before: file.text.to_string(), after, edits })
    });
    let mut mended: Vec<Mended> = mended.filter(|file| file.before != file.after).collect();
    order::sort_by(&mut mended, |one, other| one.path.cmp(&other.path));
    mended
}
