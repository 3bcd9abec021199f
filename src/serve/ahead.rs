//! PDFs that are made before anyone asks, so that the build after an evening of writing finds them in the store.
//!
//! Only when nothing changed and nobody asked for anything for a while: laying out takes a processor for seconds, and
//! what Typst remembers of the pages beside the text may make room for it. On a thread that does nothing else, so that a
//! change never waits for a page that is being laid out on those that all work shares. Only of documents that changed
//! since the preview began: of the others a build that was made before has all, and whoever looks at one document of a
//! hundred should not wait for ninety-nine.

use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use super::moment::good;
use super::preview::Preview;
use crate::output::{Artifact, Parts, Plan};

/// For so long nothing happens before it begins: whoever writes has stopped to think, or left.
const QUIET: Duration = Duration::from_secs(20);
/// How often is looked whether something happened.
const GLANCE: Duration = Duration::from_millis(500);

/// How much has happened: as long as it is the same, nothing changed and nobody asked for anything.
#[derive(Clone, Copy, PartialEq)]
struct Events {
    revision: u64,
    asked: u64,
}

impl Preview {
    /// Makes PDFs ahead for as long as the program runs, whenever nothing happened for a while.
    pub(super) fn keep_ahead(&self) {
        // Typst shares its work out as well: what is laid out here stays on this one thread. Where the system gives
        // none, the build makes what it would have found.
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).thread_name(|_| "ahead".into()).build();
        if let Ok(alone) = alone {
            alone.install(|| self.make_whenever_quiet());
        }
    }

    fn make_whenever_quiet(&self) -> ! {
        let (mut seen, mut since, mut done) = (self.events(), Instant::now(), None);
        loop {
            thread::sleep(GLANCE);
            let now = self.events();
            if now != seen {
                (seen, since) = (now, Instant::now());
            } else if done != Some(now) && since.elapsed() >= QUIET {
                self.make_ahead();
                // What happened meanwhile comes to rest in its turn.
                done = Some(now);
            }
        }
    }

    /// Makes the PDFs of what is shown now, of documents that changed since the preview began, one after the other
    /// and into the store; stops when anything changes or anyone asks. Gives how many were not in the store before.
    pub fn make_ahead(&self) -> usize {
        let begun = self.events();
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
            .take_while(|_| self.events() == begun)
            // What cannot be made is told beside the page, and by the build.
            .filter(|artifact: &Artifact| {
                workshop.take_or_make(artifact, Some(self.store())).is_ok_and(|taken| taken.is_new)
            });
        made.count()
    }

    fn events(&self) -> Events {
        Events { revision: self.moment().revision, asked: self.asked.load(Ordering::Relaxed) }
    }
}
