//! What the rules of `afspraken check` find in what is shown, beside a page. They
//! judge when a page asks, and take over from the time before what still holds.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::preview::{Moment, Preview};
use super::report::Message;
use crate::diagnostic::{self, Diagnostic, Place};
use crate::edition::Edition;
use crate::model::{Datum, Overeenkomst, Project};
use crate::rules::{self, Judgement, Scene, ready};

/// Nobody reads on after so many.
const MOST_SHOWN: usize = 100;

/// The latest judgement, and what it is of.
#[derive(Debug, Default)]
pub(super) struct Judging(Mutex<Option<Judged>>);

#[derive(Debug)]
struct Judged {
    // What is no longer shown need not be kept for this.
    edition: Weak<Edition>,
    date: Datum,
    judgement: Arc<Judgement>,
}

impl Judging {
    fn of(&self, edition: &Arc<Edition>, project: &Project, date: Datum) -> Arc<Judgement> {
        // Whoever panicked while holding the lock left a whole judgement or none.
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = Arc::downgrade(edition);
        let known = latest.as_ref().filter(|known| known.date == date && known.edition.ptr_eq(&own));
        if let Some(known) = known {
            return Arc::clone(&known.judgement);
        }
        let scene = Scene { project, sources: &edition.sources, date, replies: None };
        let earlier = latest.as_ref().map(|known| Arc::clone(&known.judgement));
        let judgement = Arc::new(rules::judge(scene, earlier.as_deref()));
        *latest = Some(Judged { edition: own, date, judgement: Arc::clone(&judgement) });
        judgement
    }
}

impl Preview {
    /// What the rules found, as far as it belongs to the page at `path`: in its
    /// document, or on a page of no document in what belongs to none. What is on
    /// the page itself comes first, then what weighs most.
    pub(super) fn findings(&self, moment: &Moment, path: &str) -> Vec<Message> {
        let Some(edition) = &moment.shown else { return Vec::new() };
        let Some(project) = &edition.project else { return Vec::new() };
        let judgement = self.judging.of(edition, project, moment.date);
        let document = path.split_once('/').and_then(|(slug, _)| project.overeenkomst(slug));
        let scene = Scene { project, sources: &edition.sources, date: moment.date, replies: None };
        let belongs = |found: &&Diagnostic| match document {
            Some(document) => ready::is_in(scene, document, found),
            None => !is_in_any(scene, &project.overeenkomsten, found),
        };
        let mut found: Vec<Diagnostic> = judgement.diagnostics().filter(belongs).cloned().collect();
        diagnostic::sort(&mut found, &edition.sources);
        let mut told: Vec<(Diagnostic, Message)> =
            found.into_iter().map(|found| (found.clone(), self.message(edition, &found))).collect();
        told.sort_by_key(|(found, message)| (!message.is_on(path), found.severity()));
        told.into_iter().take(MOST_SHOWN).map(|(_, message)| message).collect()
    }
}

fn is_in_any(scene: Scene, documents: &[Arc<Overeenkomst>], found: &Diagnostic) -> bool {
    // Settings, glossary and plain pages lie at the top of the folder.
    let in_folder = match &found.place {
        Place::Text(span) => scene.sources.file(span.source).path.as_str().contains('/'),
        Place::File(path) => path.as_str().contains('/'),
        Place::Theme { .. } => false,
    };
    in_folder && documents.iter().any(|document| ready::is_in(scene, document, found))
}
