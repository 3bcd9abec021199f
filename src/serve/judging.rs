//! What the rules of `afspraken check` find in what is shown. They judge when a page
//! asks, and take over from the time before what still holds.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::edition::Edition;
use crate::model::{Datum, Project};
use crate::rules::{self, Judgement, Scene};

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
    /// What the rules find in an edition on a day.
    pub fn of(&self, edition: &Arc<Edition>, project: &Project, date: Datum) -> Arc<Judgement> {
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
