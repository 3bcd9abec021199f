//! What is shown now: the latest edition, and what was made of it.
//!
//! One thread follows the files and puts a new `Moment` in the place of the
//! old; any number ask for artifacts. An artifact is made when it is asked
//! for, by the recipe that a build uses, and kept until something that it was
//! made from changes. What was made last stays at hand for as long as its
//! next version cannot be made.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use tokio::sync::watch;

use super::change;
use super::judging::Judging;
use super::moment::{Moment, good, is_good};
use super::settings::{Editor, Settings};
use super::sheets::{Laid, SheetsRoom, copy_id};
use super::watch::Watch;
use crate::address::OutputPath;
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, News};
use crate::model::{Datum, Project, WebAdres};
use crate::order::SortedMap;
use crate::output::{Artifact, Parts, Plan, Store, Tools, Workshop};
use crate::site::SiteOptions;
use crate::source::{SourceId, Stamp};
use crate::theme::Theme;

/// Bad news waits so long for better: a file that is being written, or the
/// other files of a change that is half done.
const DOUBT: Duration = Duration::from_millis(80);
/// … and no longer than so many times in a row.
const DOUBTS: usize = 5;
/// How many artifacts are kept; who looks at more has them made again.
const KEPT: usize = 400;

/// An artifact as it is answered with.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Its bytes.
    Made {
        /// The bytes.
        bytes: Bytes,
        /// Stands for them.
        stamp: Stamp,
        /// What is wrong, when these are not of the present sources.
        wrong: Arc<[Diagnostic]>,
    },
    /// There is no artifact of this path.
    Unknown,
    /// There is nothing to show yet; the mistakes say why.
    Nothing,
}

struct Kept {
    stamp: Stamp,
    bytes: Option<Bytes>,
    wrong: Arc<[Diagnostic]>,
    /// The latest moment at which it was asked for, and was as it should be; what was not
    /// asked for longest is forgotten first.
    used: u64,
}

impl Kept {
    fn answer(&self) -> Answer {
        match &self.bytes {
            Some(bytes) => {
                Answer::Made { bytes: bytes.clone(), stamp: self.stamp, wrong: Arc::clone(&self.wrong) }
            }
            None => Answer::Nothing,
        }
    }
}

/// The preview of one project.
pub struct Preview {
    pub(super) content: PathBuf,
    pub(super) themes: PathBuf,
    pub(super) editor: Option<Editor>,
    base_url: Option<WebAdres>,
    today: Box<dyn Fn() -> Datum + Send + Sync>,
    moments: watch::Sender<Arc<Moment>>,
    kept: Mutex<HashMap<OutputPath, Kept>>,
    /// What is kept from one run to the next, shared with builds.
    store: Store,
    /// The documents as they were when it began.
    pub(super) began_with: SortedMap<SourceId, Stamp>,
    /// Counts how often something of the output or a copy was asked for.
    pub(super) asked: AtomicU64,
    pub(super) sheets: SheetsRoom,
    pub(super) judging: Judging,
}

impl Preview {
    /// Reads the sources for the first time.
    pub fn new(settings: Settings) -> Self {
        let Settings { content, themes, store, base_url, editor, today, .. } = settings;
        let edition = Arc::new(Edition::read(&content, &themes));
        let began_with = good(&edition).map_or_else(SortedMap::default, |(project, _)| {
            project.overeenkomsten.iter().map(|document| (document.source, document.stamp)).collect()
        });
        let shown = is_good(&edition).then(|| Arc::clone(&edition));
        let (changes, files, date) = (Vec::new(), Vec::new(), today());
        let moment = Moment { revision: 1, edition, shown, date, changes, files };
        let moments = watch::Sender::new(Arc::new(moment));
        let (kept, sheets, judging) = (Mutex::default(), SheetsRoom::default(), Judging::default());
        let store = Store::new(store);
        let asked = AtomicU64::default();
        Self {
            content,
            themes,
            editor,
            base_url,
            today,
            moments,
            kept,
            store,
            began_with,
            asked,
            sheets,
            judging,
        }
    }

    /// What holds now.
    pub fn moment(&self) -> Arc<Moment> {
        Arc::clone(&self.moments.borrow())
    }

    /// What its script says, in the words of the theme.
    pub fn words(&self) -> SortedMap<String, String> {
        let moment = self.moment();
        let shown = moment.shown.as_ref().unwrap_or(&moment.edition);
        // A label of the theme that cannot be filled in is said as the built-in theme has it.
        let mut words =
            Theme::built_in_labels().map(|labels| labels.of_preview().clone()).unwrap_or_default();
        if let Some(tools) = shown.tools.as_deref() {
            words.extend(tools.theme.labels().of_preview().clone());
        }
        words
    }

    /// Every moment from now on; whoever is slow misses some and gets the latest.
    pub fn moments(&self) -> watch::Receiver<Arc<Moment>> {
        self.moments.subscribe()
    }

    /// Follows the files for as long as the program runs.
    pub fn follow(&self, watch: &mut Watch) -> ! {
        loop {
            let news = watch.next(None);
            self.take(news, watch);
        }
    }

    /// Makes the next moment, when there is anything new.
    fn take(&self, news: News, watch: &mut Watch) {
        let before = self.moment();
        let date = (self.today)();
        if news == News::default() && date == before.date {
            return;
        }
        let (mut edition, mut changed) = before.edition.next(&self.content, &self.themes, &news);
        for _ in 0..DOUBTS {
            if is_good(&edition) || !is_good(&before.edition) {
                break;
            }
            let more = watch.next(Some(DOUBT));
            if more == News::default() {
                break;
            }
            let (next, also) = edition.next(&self.content, &self.themes, &more);
            edition = next;
            changed.extend(also);
        }
        if changed.is_empty() && edition.has_same_look(&before.edition) && date == before.date {
            return;
        }
        self.show(&before, edition, date, &changed);
    }

    fn show(&self, before: &Moment, edition: Edition, date: Datum, changed: &[crate::source::ContentPath]) {
        let edition = Arc::new(edition);
        let shown = if is_good(&edition) { Some(Arc::clone(&edition)) } else { before.shown.clone() };
        let files = match (&before.shown, &shown) {
            (Some(known), Some(shown)) if !Arc::ptr_eq(known, shown) => change::files(known, shown),
            _ => Vec::new(),
        };
        let changes = change::pages(Some(&before.edition), &edition, changed);
        let revision = before.revision + 1;
        if let Some(shown) = &shown
            && !shown.sources.has_same_files(&before.edition.sources)
        {
            self.forget_what_is_gone(shown);
        }
        self.moments.send_replace(Arc::new(Moment { revision, edition, shown, date, changes, files }));
    }

    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// Where the site will stand.
    pub(super) fn base_url_of<'a>(&'a self, project: &'a Project) -> Option<&'a WebAdres> {
        self.base_url.as_ref().or(project.site.basis_url.as_ref())
    }

    fn forget_what_is_gone(&self, shown: &Edition) {
        let Some((project, tools)) = good(shown) else { return };
        let plan = Plan::new(project, &shown.sources, &tools.theme, Parts::All).at(self.base_url_of(project));
        self.kept().retain(|path, _| plan.find(path).is_some());
    }

    /// The artifact at `path` of the output folder.
    pub fn artifact(&self, moment: &Moment, path: &str) -> Answer {
        self.asked.fetch_add(1, Ordering::Relaxed);
        if let Some(kept) = self.kept().get(path).filter(|kept| kept.used == moment.revision) {
            return kept.answer();
        }
        let Some(shown) = &moment.shown else { return Answer::Nothing };
        let Some((project, tools)) = good(shown) else { return Answer::Nothing };
        let plan = Plan::new(project, &shown.sources, &tools.theme, Parts::All).at(self.base_url_of(project));
        let Some(artifact) = plan.find(path) else { return Answer::Unknown };
        let workshop = self.workshop(moment, shown, project, tools);
        self.make(&workshop, &artifact, moment.revision)
    }

    /// Where anything that is shown at `moment` is made.
    pub(super) fn workshop<'a>(
        &self,
        moment: &Moment,
        shown: &'a Edition,
        project: &'a Project,
        tools: &'a Tools,
    ) -> Workshop<'a> {
        let options =
            SiteOptions { date: moment.date, base_url: self.base_url_of(project).cloned(), with_pdf: true };
        Workshop::new(project, &shown.sources, tools, options)
    }

    fn make(&self, workshop: &Workshop, artifact: &Artifact, revision: u64) -> Answer {
        let (path, stamp) = (&artifact.path, workshop.stamp(&artifact.recipe));
        if let Some(kept) = self.kept().get_mut(path).filter(|kept| kept.stamp == stamp) {
            kept.used = revision;
            return kept.answer();
        }
        // Not under the lock: others need not wait for a PDF.
        let made = workshop.take_or_make(artifact, Some(&self.store));
        let mut kept = self.kept();
        let (bytes, wrong) = match made {
            Ok(taken) => (Some(Bytes::from(taken.bytes.into_owned())), Arc::default()),
            Err(wrong) => (kept.remove(path).and_then(|kept| kept.bytes), wrong.into()),
        };
        let entry = Kept { stamp, bytes, wrong, used: revision };
        let answer = entry.answer();
        if kept.len() >= KEPT {
            let oldest = kept.iter().min_by_key(|(_, kept)| kept.used).map(|(path, _)| path.clone());
            oldest.map(|path| kept.remove(&path));
        }
        kept.insert(path.clone(), entry);
        answer
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<OutputPath, Kept>> {
        // Whoever panicked while holding the lock left whole entries.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A copy of a document, laid out as it is at `moment`; nothing when there
    /// is no such copy.
    pub fn lay_out(&self, moment: &Moment, document: &str, copy: &str) -> Option<Laid> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let shown = moment.shown.as_ref()?;
        let (project, tools) = good(shown)?;
        let plan = Plan::new(project, &shown.sources, &tools.theme, Parts::All);
        let artifacts = plan.of_document(project.overeenkomst(document)?);
        let is_it = |artifact: &&Artifact| copy_id(&artifact.recipe).as_deref() == Some(copy);
        let recipe = artifacts.iter().find(is_it)?.recipe;
        let workshop = self.workshop(moment, shown, project, tools);
        self.sheets
            .lay_out(&format!("{document}/{copy}"), workshop.stamp(&recipe), || workshop.press(&recipe))
    }

    /// A page of any copy, by its id.
    pub fn sheet(&self, id: &str) -> Option<String> {
        self.sheets.sheet(id)
    }
}
