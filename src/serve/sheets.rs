//! The PDF pane: copies of documents page by page, laid out again after every
//! change from what was laid out before.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::diagnostic::Diagnostic;
use crate::output::Recipe;
use crate::pdf::{Copy, Draft, Press, Sheets};
use crate::source::Stamp;

/// How many copies are kept laid out: one that is looked at, one to compare it with, and a spare.
const COPIES: usize = 3;
/// After how many rounds Typst forgets what was not used again: what is not in
/// the copy any more is only weight.
const ROUNDS: usize = 1;

/// Which copy of a document: `publicatie`, or `exemplaar-` with a number; of an
/// extract its name, as in that of its file. Signing copies of extracts are
/// for downloading only.
pub fn copy_id(recipe: &Recipe) -> Option<String> {
    match recipe {
        Recipe::Publication(_) => Some("publicatie".into()),
        Recipe::Signing { number, .. } => Some(format!("exemplaar-{number}")),
        Recipe::Extract { uittreksel, copy: Copy::Publication, .. } => Some(uittreksel.keuze.naam()),
        _ => None,
    }
}

/// All copies that are laid out.
#[derive(Default)]
pub struct SheetsRoom {
    tables: Mutex<HashMap<String, Table>>,
    /// Counts how often one was asked for, to know which was not for longest.
    asked: AtomicU64,
}

/// Where one copy is laid out.
#[derive(Clone)]
struct Table {
    /// Held while it is laid out.
    work: Arc<Mutex<Work>>,
    /// What can be looked at meanwhile: the last pages, and those before them.
    shown: Vec<Arc<Sheets>>,
    used: u64,
}

#[derive(Default)]
struct Work {
    draft: Draft,
    result: Option<Laid>,
}

/// A copy that is laid out.
#[derive(Clone)]
pub struct Laid {
    stamp: Stamp,
    /// Its pages; of the last time that it went well.
    pub sheets: Option<Arc<Sheets>>,
    /// What is wrong with it.
    pub wrong: Arc<[Diagnostic]>,
}

impl SheetsRoom {
    /// The copy called `key`, for which `stamp` stands, laid out on its press when it is
    /// not as it was before; nothing for what is no copy.
    pub fn lay_out<'p>(
        &self,
        key: &str,
        stamp: Stamp,
        press: impl FnOnce() -> Option<Press<'p>>,
    ) -> Option<Laid> {
        let work = self.table(key);
        // Whoever panicked here left a draft that can be revised again.
        let mut work = work.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(laid) = work.result.as_ref().filter(|laid| laid.stamp == stamp) {
            return Some(laid.clone());
        }
        let press = press()?;
        let laid = match press.typeset(&mut work.draft) {
            Ok(typeset) => {
                let sheets = Some(Arc::new(typeset.into_sheets()));
                Laid { stamp, sheets, wrong: Arc::default() }
            }
            Err(wrong) => {
                let sheets = work.result.as_ref().and_then(|laid| laid.sheets.clone());
                Laid { stamp, sheets, wrong: wrong.into() }
            }
        };
        comemo::evict(ROUNDS);
        work.result = Some(laid.clone());
        self.show(key, &laid);
        Some(laid)
    }

    /// A page of any copy, by its id.
    pub fn sheet(&self, id: &str) -> Option<String> {
        let shown: Vec<Arc<Sheets>> = self.tables().values().flat_map(|table| table.shown.clone()).collect();
        shown.iter().find_map(|sheets| sheets.svg(id))
    }

    fn table(&self, key: &str) -> Arc<Mutex<Work>> {
        let now = self.asked.fetch_add(1, Ordering::Relaxed);
        let mut tables = self.tables();
        if !tables.contains_key(key) && tables.len() >= COPIES {
            let oldest = tables.iter().min_by_key(|(_, table)| table.used).map(|(key, _)| key.clone());
            oldest.map(|key| tables.remove(&key));
        }
        let table = tables.entry(key.to_owned()).or_insert_with(|| Table {
            work: Arc::default(),
            shown: Vec::new(),
            used: now,
        });
        table.used = now;
        Arc::clone(&table.work)
    }

    fn show(&self, key: &str, laid: &Laid) {
        if let (Some(table), Some(sheets)) = (self.tables().get_mut(key), &laid.sheets) {
            table.shown.insert(0, Arc::clone(sheets));
            // A browser may still be fetching what it was told before.
            table.shown.truncate(2);
        }
    }

    fn tables(&self) -> MutexGuard<'_, HashMap<String, Table>> {
        // Whoever panicked while holding the lock left whole entries.
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
