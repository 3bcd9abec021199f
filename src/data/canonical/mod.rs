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
use std::sync::{Mutex, PoisonError};

use crate::model::Overeenkomst;
use crate::source::{Files, SourceId};
pub use fingerprint::Fingerprint;
use text::Writer;

/// The fingerprints of documents, each made when it is first asked for. The texts are not kept: of a whole country
/// these would be as much as all sources.
#[derive(Debug, Default)]
pub struct Fingerprints(Mutex<HashMap<SourceId, Fingerprint>>);

impl Fingerprints {
    /// That of `document`, whose pictures are among `files`.
    pub fn of(&self, document: &Overeenkomst, files: Files) -> Fingerprint {
        // Whoever panicked while holding the lock left whole entries.
        let made = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made().get(&document.source) {
            return known.clone();
        }
        let fingerprint = Fingerprint::of(&text(document, files));
        made().insert(document.source, fingerprint.clone());
        fingerprint
    }
}

/// The canonical text of a document.
pub fn text(document: &Overeenkomst, files: Files) -> String {
    let mut writer = Writer::new(files);
    writer.document(document);
    writer.into_text()
}
