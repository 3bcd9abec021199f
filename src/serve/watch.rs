//! News of files that change.
//!
//! Two sources. The system tells of changes at once, where it can. It is not
//! believed blindly: network folders and cloud disks often say nothing, queues
//! overflow, and a folder that was away is no longer watched when it returns.
//! So all files are looked at now and then as well (their sizes and times, not
//! their bytes), and often where the system proves to be silent.
//!
//! News is a hint: whoever gets it reads what is there. Changes that come
//! together are told together, a few milliseconds after the last of them.

use std::collections::{HashMap, HashSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use walkdir::WalkDir;

use crate::edition::News;
use crate::order;
use crate::source::ContentPath;
use crate::source::read::is_leftover;

/// An editor that writes twice does so within this time.
const QUIET: Duration = Duration::from_millis(4);
/// A flood is told in parts of this length.
const FLOOD: Duration = Duration::from_millis(50);
/// How often all files are looked at where the system tells of changes …
const SELDOM: Duration = Duration::from_secs(3);
/// … and where it does not.
const OFTEN: Duration = Duration::from_millis(300);
/// Looking takes at most this part of the time.
const AT_MOST_ONE_IN: u32 = 20;
/// A file that changed so shortly before it was looked at may have changed
/// again since, within the precision of file times.
const RECENT: Duration = Duration::from_millis(1500);

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// The system tells of them; where it does not, files are looked at.
    Events,
    /// Files are looked at.
    Polling,
}

/// Watches the folders of a project.
pub struct Watch {
    content: PathBuf,
    themes: PathBuf,
    events: Receiver<notify::Result<notify::Event>>,
    watcher: Option<RecommendedWatcher>,
    /// Folders that the system was asked about, and has not lost since.
    watched: HashSet<PathBuf>,
    watching: Watching,
    known: Look,
    next_look: Instant,
}

impl Watch {
    /// Begins to watch.
    pub fn new(content: &Path, themes: &Path, watching: Watching) -> Self {
        // Systems tell of real paths.
        let real = |path: &Path| {
            dunce::canonicalize(path)
                .or_else(|_| std::path::absolute(path))
                .unwrap_or_else(|_| path.to_owned())
        };
        let (content, themes) = (real(content), real(themes));
        let (tell, events) = mpsc::channel();
        let watcher = match watching {
            Watching::Events => notify::recommended_watcher(move |event| {
                // Nobody listens any longer when the program ends.
                let _ = tell.send(event);
            })
            .ok(),
            Watching::Polling => None,
        };
        let watching = if watcher.is_some() { watching } else { Watching::Polling };
        let known = Look::default();
        let next_look = Instant::now();
        let mut watch =
            Self { content, themes, events, watcher, watched: HashSet::new(), watching, known, next_look };
        watch.watch_folders();
        watch.known = Look::at(&watch.content, &watch.themes);
        watch.plan_next_look();
        watch
    }

    /// Waits for news, for ever when `patience` is absent. No news within that
    /// time is told as news of nothing, and so is the passing of some seconds.
    pub fn next(&mut self, patience: Option<Duration>) -> News {
        let until_look = self.next_look.saturating_duration_since(Instant::now());
        let wait = patience.map_or(until_look, |patience| patience.min(until_look));
        match self.events.recv_timeout(wait) {
            Ok(first) => self.gather(first),
            Err(RecvTimeoutError::Timeout) if wait < until_look => News::default(),
            Err(RecvTimeoutError::Timeout) => self.look(),
            // Polling: the other end was never kept.
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(wait);
                if wait < until_look { News::default() } else { self.look() }
            }
        }
    }

    /// All that comes together with an event.
    fn gather(&mut self, first: notify::Result<notify::Event>) -> News {
        let start = Instant::now();
        let mut paths = HashSet::new();
        let mut next = Some(first);
        while let Some(event) = next {
            self.note(event, &mut paths);
            let left = FLOOD.saturating_sub(start.elapsed());
            next = self.events.recv_timeout(QUIET.min(left)).ok();
        }
        self.known.told.extend(paths.iter().cloned());
        self.news(paths)
    }

    fn note(&mut self, event: notify::Result<notify::Event>, paths: &mut HashSet<PathBuf>) {
        let Ok(event) = event else {
            // Told nothing of what or where: look at everything.
            self.next_look = Instant::now();
            return;
        };
        if event.need_rescan() {
            self.next_look = Instant::now();
        }
        match event.kind {
            // Our own reading is an access.
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
            EventKind::Access(_) => return,
            EventKind::Remove(_) | EventKind::Modify(notify::event::ModifyKind::Name(_)) => {
                for path in &event.paths {
                    self.watched.remove(path);
                }
            }
            _ => {}
        }
        paths.extend(event.paths);
    }

    fn news(&mut self, paths: HashSet<PathBuf>) -> News {
        let mut news = News::default();
        for path in paths {
            if path.starts_with(&self.themes) {
                news.themes = true;
            } else if let Some(path) = nearest_name(&self.content, &path) {
                news.content.push(path);
            } else if self.content.starts_with(&path) {
                // The folder itself, or one that it is in.
                news.content.push(ContentPath::from(""));
            }
        }
        order::sort_by(&mut news.content, Ord::cmp);
        if !self.is_listening() {
            self.next_look = self.next_look.min(Instant::now() + OFTEN);
        }
        news
    }

    /// Looks at all files, and tells of what the system kept silent about.
    fn look(&mut self) -> News {
        let started = Instant::now();
        let listened = self.is_listening();
        self.watch_folders();
        let look = Look::at(&self.content, &self.themes);
        let took = started.elapsed();
        let mut changed = look.differences(&self.known);
        let told = std::mem::take(&mut self.known.told);
        self.known = look;
        self.plan_next_look();
        self.next_look = self.next_look.max(Instant::now() + took * AT_MOST_ONE_IN);
        let was_told = |path: &PathBuf| path.ancestors().any(|path| told.contains(path));
        let untold: HashSet<PathBuf> = changed.paths.iter().filter(|path| !was_told(path)).cloned().collect();
        // A folder that was away says nothing of the system.
        let heard = if listened && !untold.is_empty() { self.hear(&untold) } else { HashSet::new() };
        let silent = listened && !untold.is_empty() && !is_among(&untold, &heard);
        if self.watching == Watching::Events && silent {
            self.watching = Watching::Polling;
            self.next_look = Instant::now() + OFTEN;
        }
        // What was told already is told again: more may have happened below it since.
        changed.paths.extend(changed.recent);
        changed.paths.extend(heard);
        self.news(changed.paths)
    }

    /// What the system tells of after all, until it is one of these: it may be a little late.
    fn hear(&mut self, changed: &HashSet<PathBuf>) -> HashSet<PathBuf> {
        let mut heard = HashSet::new();
        while let Ok(event) = self.events.recv_timeout(FLOOD) {
            self.note(event, &mut heard);
            if is_among(changed, &heard) {
                break;
            }
        }
        heard
    }

    /// Whether the system was asked about every folder that is there.
    fn is_listening(&self) -> bool {
        let asked = |folder: &PathBuf| self.watched.contains(folder) || !folder.exists();
        asked(&self.content) && asked(&self.themes)
    }

    fn plan_next_look(&mut self) {
        let lost = !self.watched.contains(&self.content);
        let pause = if self.watching == Watching::Polling || lost { OFTEN } else { SELDOM };
        self.next_look = Instant::now() + pause;
    }

    /// Asks the system about folders that it does not tell about (yet, or any more).
    fn watch_folders(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        for folder in [&self.content, &self.themes] {
            if !folder.is_dir() {
                self.watched.remove(folder);
            } else if !self.watched.contains(folder) {
                let _ = watcher.unwatch(folder);
                if watcher.watch(folder, RecursiveMode::Recursive).is_ok() {
                    self.watched.insert(folder.clone());
                }
            }
        }
    }
}

/// Whether one of the paths, or a folder around it, is among those that were told of.
fn is_among(paths: &HashSet<PathBuf>, told: &HashSet<PathBuf>) -> bool {
    paths.iter().any(|path| path.ancestors().any(|path| told.contains(path)))
}

/// The path of a file, or of the nearest folder around it whose name is Unicode.
fn nearest_name(content: &Path, path: &Path) -> Option<ContentPath> {
    let around = path.ancestors().take_while(|path| path.starts_with(content));
    around.filter_map(|path| ContentPath::of(content, path)).next()
}

/// How all files looked at one moment.
#[derive(Default)]
struct Look {
    files: HashMap<PathBuf, Marks>,
    /// Paths of which the system told since.
    told: HashSet<PathBuf>,
}

/// What shows that a file changed, without reading it.
#[derive(PartialEq, Eq)]
struct Marks {
    size: u64,
    modified: Option<SystemTime>,
    /// Whether it had only just changed.
    recent: bool,
}

#[derive(Default)]
struct Differences {
    paths: HashSet<PathBuf>,
    /// Files that were recent, and may have changed without a mark of it.
    recent: HashSet<PathBuf>,
}

impl Look {
    fn at(content: &Path, themes: &Path) -> Self {
        let now = SystemTime::now();
        let mut files = HashMap::new();
        for folder in [content, themes] {
            let walk = WalkDir::new(folder).into_iter().filter_entry(|entry| {
                entry.depth() == 0 || !is_leftover(&entry.file_name().to_string_lossy())
            });
            for entry in walk.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir()) {
                if let Ok(metadata) = std::fs::metadata(entry.path()) {
                    files.insert(entry.into_path(), Marks::of(&metadata, now));
                }
            }
        }
        Self { files, told: HashSet::new() }
    }

    fn differences(&self, before: &Self) -> Differences {
        let mut differences = Differences::default();
        for (path, marks) in &self.files {
            match before.files.get(path) {
                Some(known) if (known.size, known.modified) == (marks.size, marks.modified) => {
                    if known.recent {
                        differences.recent.insert(path.clone());
                    }
                }
                _ => {
                    differences.paths.insert(path.clone());
                }
            }
        }
        let gone = before.files.keys().filter(|path| !self.files.contains_key(*path));
        differences.paths.extend(gone.cloned());
        differences
    }
}

impl Marks {
    fn of(metadata: &Metadata, now: SystemTime) -> Self {
        let modified = metadata.modified().ok();
        let recent = modified.is_none_or(|time| now.duration_since(time).map_or(true, |age| age < RECENT));
        Self { size: metadata.len(), modified, recent }
    }
}
