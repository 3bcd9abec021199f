//! The canonical text of a document, and its fingerprint.
//!
//! What parties agree on, as plain lines that mean the same whatever the look:
//! title, parties, term, chapters, agreements with their facts, all prose. Not
//! in it is what changes without anyone agreeing anew: status, approvals,
//! dates of publication, progress. So the fingerprint on a signed paper copy
//! and on the page that is online three years later are the same exactly when
//! the agreed text is. The text itself is published; `sha256sum` of that file
//! is the fingerprint.

mod facts;
mod fingerprint;
mod text;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::Overeenkomst;
use crate::source::{Files, SourceId};
pub use fingerprint::Fingerprint;
use text::Writer;

/// The canonical text of a document with its fingerprint.
#[derive(Debug)]
pub struct Canonical {
    /// The text.
    pub text: String,
    /// What it is told by.
    pub fingerprint: Fingerprint,
}

/// The canonical texts of documents, each made when it is first asked for.
#[derive(Debug, Default)]
pub struct Canonicals(Mutex<HashMap<SourceId, Arc<Canonical>>>);

impl Canonicals {
    /// That of `document`, whose pictures are among `files`.
    pub fn of(&self, document: &Overeenkomst, files: Files) -> Arc<Canonical> {
        // Whoever panicked while holding the lock left whole entries.
        let made = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made().get(&document.source) {
            return Arc::clone(known);
        }
        let text = text(document, files);
        let canonical = Arc::new(Canonical { fingerprint: Fingerprint::of(&text), text });
        made().insert(document.source, Arc::clone(&canonical));
        canonical
    }
}

/// The canonical text of a document.
pub fn text(document: &Overeenkomst, files: Files) -> String {
    let mut writer = Writer::new(files);
    writer.document(document);
    writer.into_text()
}
