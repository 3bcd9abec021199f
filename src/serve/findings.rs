//! What the rules of `afspraken check` find, beside a page.

use std::sync::Arc;

use super::moment::Moment;
use super::preview::Preview;
use super::report::Message;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::Overeenkomst;
use crate::order;
use crate::report;
use crate::rules::{Scene, ready};

/// Nobody reads on after so many.
const MOST_SHOWN: usize = 100;

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
        report::sort(&mut found, &edition.sources);
        let mut told: Vec<(Diagnostic, Message)> =
            found.into_iter().map(|found| (found.clone(), self.message(edition, &found))).collect();
        order::sort_by_key(&mut told, |(found, message)| (!message.is_on(path), found.severity()));
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
