//! What one file gave, kept for as long as that file stays the same.

use std::sync::Arc;

use super::value::Reader;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Sources, Stamp};

/// What was read from one file.
#[derive(Debug)]
pub struct Reading<T> {
    stamp: Stamp,
    /// What the file says; nothing when it is wrong.
    pub value: Option<T>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Reading<T> {
    /// The reading of a file by `read`, or the one of `before` when that was
    /// of the same text.
    pub fn of(
        sources: &Sources,
        id: SourceId,
        before: Option<&Arc<Self>>,
        read: impl FnOnce(&mut Reader) -> Option<T>,
    ) -> Arc<Self> {
        Self::by(sources.file(id).stamp, sources, before, read)
    }

    /// The reading by `read` of all that `stamp` stands for, or the one of
    /// `before` when that was of the same.
    pub fn by(
        stamp: Stamp,
        sources: &Sources,
        before: Option<&Arc<Self>>,
        read: impl FnOnce(&mut Reader) -> Option<T>,
    ) -> Arc<Self> {
        if let Some(before) = before.filter(|before| before.stamp == stamp) {
            return Arc::clone(before);
        }
        let mut reader = Reader::new(sources);
        let value = read(&mut reader);
        Arc::new(Self { stamp, value, diagnostics: reader.diagnostics })
    }
}
