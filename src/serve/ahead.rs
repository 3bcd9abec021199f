//! PDFs that are made before anyone asks, so that the build after an evening of writing finds them in the store.
//!
//! Only when nothing changed for a while: laying out takes a processor for seconds, and what Typst remembers of the pages
//! beside the text may make room for it. Only of documents that changed since the preview began: of the others a build
//! that was made before has all, and whoever looks at one document of a hundred should not wait for ninety-nine.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::moment::{Moment, good};
use super::preview::Preview;
use crate::output::{Artifact, Parts, Plan};

/// For so long nothing changes before it begins: whoever writes has stopped to think, or left.
const QUIET: Duration = Duration::from_secs(20);
/// How often is looked whether something changed.
const GLANCE: Duration = Duration::from_millis(500);

impl Preview {
    /// Makes PDFs ahead for as long as the program runs, whenever nothing changed for a while.
    pub(super) fn keep_ahead(&self) -> ! {
        let (mut revision, mut since, mut done) = (0, Instant::now(), 0);
        loop {
            thread::sleep(GLANCE);
            let moment = self.moment();
            if moment.revision != revision {
                (revision, since) = (moment.revision, Instant::now());
            } else if done != revision && since.elapsed() >= QUIET {
                self.make_ahead();
                // What changed meanwhile is another revision, which comes to rest in its turn.
                done = revision;
            }
        }
    }

    /// Makes the PDFs of what is shown now, of documents that changed since the preview began, one after the other
    /// and into the store; stops when anything changes. Gives how many were not in the store before.
    pub fn make_ahead(&self) -> usize {
        let moment = self.moment();
        let Some(shown) = &moment.shown else { return 0 };
        let Some((project, tools)) = good(shown) else { return 0 };
        let plan = Plan::new(project, &shown.sources, &tools.theme, Parts::Pdf).at(self.base_url_of(project));
        let workshop = self.workshop(&moment, shown, project, tools);
        let changed = project.overeenkomsten.iter().filter(|document| {
            self.began_with.get(&document.source).is_none_or(|stamp| *stamp != document.stamp)
        });
        let artifacts = changed.flat_map(|document| plan.of_document(document));
        let made = artifacts
            .take_while(|_| self.is_now(&moment))
            // What cannot be made is told beside the page, and by the build.
            .filter(|artifact: &Artifact| {
                workshop.take_or_make(artifact, Some(self.store())).is_ok_and(|taken| taken.is_new)
            });
        made.count()
    }

    /// Whether nothing changed since.
    fn is_now(&self, moment: &Arc<Moment>) -> bool {
        Arc::ptr_eq(moment, &self.moment())
    }
}
