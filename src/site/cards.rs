//! Cards of documents, as they stand on the home page, each kept until its
//! document changes: of many documents one changes at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::pages::Pages;
use crate::diagnostic::Diagnostic;
use crate::model::{Datum, Overeenkomst};
use crate::source::{SourceId, Stamp, Stamper};
use crate::view::page::DocumentCard;

/// Cards that were made with the templates that they belong to.
#[derive(Debug, Default)]
pub struct Cards(Mutex<HashMap<SourceId, Card>>);

#[derive(Debug, Clone)]
struct Card {
    made_of: MadeOf,
    html: Arc<str>,
}

/// All that a card shows beside the words of the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
struct MadeOf {
    document: Stamp,
    /// The documents that it stands under, and that stand under it.
    relatives: Stamp,
    date: Datum,
    with_pdf: bool,
}

impl Cards {
    fn lock(&self) -> MutexGuard<'_, HashMap<SourceId, Card>> {
        // Whoever panicked while holding the lock left whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Serialize)]
struct CardContext {
    overeenkomst: DocumentCard,
}

impl Pages<'_> {
    /// The card of a document, which is always on the same page; `make` says what is on it.
    pub(super) fn card(
        &self,
        document: &Overeenkomst,
        make: &dyn Fn() -> DocumentCard,
    ) -> Result<String, Diagnostic> {
        let onder = self.project.onder(document);
        let relatives = self.project.boven(document).into_iter().chain(onder).map(|other| other.stamp);
        let made_of = MadeOf {
            document: document.stamp,
            relatives: Stamper::default().with_all(relatives).stamp(),
            date: self.options.date,
            with_pdf: self.options.with_pdf,
        };
        let known = self.cards.lock().get(&document.source).filter(|card| card.made_of == made_of).cloned();
        if let Some(known) = known {
            return Ok(known.html.to_string());
        }
        let context = CardContext { overeenkomst: make() };
        let html = self.templates.render("delen/overeenkomstkaart.html", &context)?;
        self.cards.lock().insert(document.source, Card { made_of, html: html.as_str().into() });
        Ok(html)
    }

    /// Forgets the cards of documents that are no longer there.
    pub(super) fn keep_cards(&self) {
        let mut cards = self.cards.lock();
        if cards.len() > self.project.overeenkomsten.len() {
            let there: Vec<SourceId> =
                self.project.overeenkomsten.iter().map(|document| document.source).collect();
            cards.retain(|id, _| there.contains(id));
        }
    }
}
