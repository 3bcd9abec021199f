//! Cards of documents, as they stand on the home page, each kept until its
//! document changes: of many documents one changes at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::templates::Templates;
use crate::diagnostic::Diagnostic;
use crate::model::{Datum, Overeenkomst, Project};
use crate::source::{SourceId, Stamp, Stamper};
use crate::view::page::{DocumentCard, SiteOptions};

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

    /// The card of a document, which is always on the same page; `make` says what is on it.
    pub fn card(
        &self,
        project: &Project,
        templates: &Templates,
        options: &SiteOptions,
        document: &Overeenkomst,
        make: &dyn Fn() -> DocumentCard,
    ) -> Result<String, Diagnostic> {
        let onder = project.onder(document);
        let relatives = project.boven(document).into_iter().chain(onder).map(|other| other.stamp);
        let made_of = MadeOf {
            document: document.stamp,
            relatives: Stamper::default().with_all(relatives).stamp(),
            date: options.date,
            with_pdf: options.with_pdf,
        };
        let known = self.lock().get(&document.source).filter(|card| card.made_of == made_of).cloned();
        if let Some(known) = known {
            return Ok(known.html.to_string());
        }
        let context = CardContext { overeenkomst: make() };
        let html = templates.part("delen/overeenkomstkaart.html", &context)?;
        self.lock().insert(document.source, Card { made_of, html: html.as_str().into() });
        Ok(html)
    }

    /// Forgets the cards of documents that are no longer there.
    pub fn keep(&self, project: &Project) {
        let mut cards = self.lock();
        if cards.len() > project.overeenkomsten.len() {
            let there: Vec<SourceId> =
                project.overeenkomsten.iter().map(|document| document.source).collect();
            cards.retain(|id, _| there.contains(id));
        }
    }
}

#[derive(Serialize)]
struct CardContext {
    overeenkomst: DocumentCard,
}
