//! What stands behind the agreements in a copy: the terms that it uses and the
//! sources that it names, each with the pages where it does.

use serde::Serialize;

use super::call::Call;
use super::content::Writer;
use crate::markdown::Inline;
use crate::model::{Begrip, Verwijzing};

impl<'a> Writer<'a> {
    /// The sources that the document names, then the terms that it uses; of an
    /// extract those that its own text leads to.
    pub(super) fn behind(&mut self) {
        let press = self.press;
        let named = &self.document.noemt;
        let is_named = |verwijzing: &&Verwijzing| {
            let id = verwijzing.id.as_str();
            self.is_whole() && named.sources.contains(id) || self.behind.borrow().contains(&source_anchor(id))
        };
        let sources = press.project.verwijzingen.iter().filter(is_named);
        let sources = sources.map(|verwijzing| self.view().source(verwijzing)).collect::<Vec<_>>();
        self.appendix("titel-verwijzingen", "bronnen", &sources);
        let is_used = |begrip: &&Begrip| {
            let is_this = |term: &str| {
                press.project.begrippen.find(term).is_some_and(|found| found.anker == begrip.anker)
            };
            self.is_whole() && named.terms.iter().any(|term| is_this(term))
                || self.behind.borrow().contains(&term_anchor(begrip))
        };
        let terms = press.project.begrippen.iter().filter(is_used);
        let terms = terms.map(|begrip| self.view().term(begrip)).collect::<Vec<_>>();
        self.appendix("titel-begrippen", "begrippen", &terms);
    }

    fn appendix(&mut self, title: &str, name: &str, entries: &[impl Serialize]) {
        if entries.is_empty() {
            return;
        }
        let call = Call::new("deel")
            .named("soort", "naslag")
            .word("titel", title)
            .named("anker", &format!("naslag-{name}"));
        self.generated.line(Some(self.document.span), &call.line());
        let call = entries.iter().fold(Call::new(&format!("{name}lijst")), |call, entry| call.value(entry));
        self.generated.line(None, &call.line());
    }

    /// A term in running text: a link to what it means, with what it stands for
    /// where it is named first.
    pub(super) fn term(
        &mut self,
        begrip: &Begrip,
        inner: &'a [Inline],
        next: Option<&Inline>,
        call: &mut Call,
    ) {
        let mut link = Call::new("naar-achterin").value(&term_anchor(begrip));
        self.behind.borrow_mut().insert(term_anchor(begrip));
        let expansion = self.introduced.expansion((&begrip.anker, begrip.voluit.as_deref()), inner, next);
        self.inlines(inner, &mut link);
        call.inner(&link);
        if let Some(expansion) = expansion {
            call.text(&format!(" ({expansion})"));
        }
    }
}

/// The label of a term at the end of a copy.
pub fn term_anchor(begrip: &Begrip) -> String {
    format!("begrip-{}", begrip.anker)
}

/// The label of a source at the end of a copy.
pub fn source_anchor(id: &str) -> String {
    format!("bron-{id}")
}
