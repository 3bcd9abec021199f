//! What was made before, so that nothing is made twice: PDFs, which take a
//! hundred times as long as pages.
//!
//! A folder of files, each named after all that it was made of: the program, the
//! path, and the stamp of what Typst got. `build` and `serve` share it. What is in it is
//! never believed by its name alone: a file that is damaged, half written or of
//! something else counts as none, and whatever the system refuses is let pass. So
//! the folder costs time when it is wrong, and may be thrown away at any moment.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use walkdir::WalkDir;

use crate::source::{Stamp, Stamper};

/// Stands for the program: its sources and the versions of all that it uses.
const PROGRAM: &str = env!("AFSPRAKEN_PROGRAM");
/// How much is kept, in bytes, of what the present run did not use: for a site beside
/// this one, and for texts that go back to how they were.
const SPARE: u64 = 512 << 20;
/// What a file takes on a disk at least, in bytes.
const SMALLEST: u64 = 4 << 10;
/// What the file for its own sake says: to programs that make backups
/// (<https://bford.info/cachedir/>).
const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # Wat het programma afspraken al had gemaakt. Deze map mag u weggooien.\n";

/// Stands for an artifact: what it is, and all that it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Stamp);

impl Key {
    /// The key of what is made for `path` of what has this stamp.
    pub fn new(path: &str, made_of: Stamp) -> Self {
        Self(Stamper::default().bytes(PROGRAM.as_bytes()).bytes(path.as_bytes()).with(made_of).stamp())
    }

    /// The key of the proof alone of that, of which no file was made.
    fn proof(self) -> Self {
        Self(Stamper::default().bytes(b"proef").with(self.0).stamp())
    }

    fn file_name(self) -> String {
        self.0.to_string()
    }

    /// Stands for the content under this key, at the head of its file.
    fn seal(self, bytes: &[u8]) -> String {
        Stamper::default().with(self.0).bytes(bytes).stamp().to_string()
    }
}

/// A folder of artifacts that were made before.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    spare: u64,
    used: Mutex<BTreeSet<Key>>,
}

impl Store {
    /// The store in `folder`, which need not be there yet.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), spare: SPARE, used: Mutex::default() }
    }

    /// The same, that keeps no more than so many bytes of what is not used.
    pub fn with_spare(self, spare: u64) -> Self {
        Self { spare, ..self }
    }

    /// What was made before under this key, if it is there and whole.
    pub fn find(&self, key: Key) -> Option<Vec<u8>> {
        let mut file = fs::read(self.path(key)).ok()?;
        let seal = key.seal(&[]).len();
        let is_whole =
            file.split_at_checked(seal).is_some_and(|(head, bytes)| head == key.seal(bytes).as_bytes());
        if !is_whole {
            return None;
        }
        self.used().insert(key);
        Some(file.split_off(seal))
    }

    /// Whether it is known that nothing is wrong with what has this key.
    pub fn is_proved(&self, key: Key) -> bool {
        self.find(key).is_some() || self.find(key.proof()).is_some()
    }

    /// Keeps it that nothing is wrong with what has this key.
    pub fn keep_proof(&self, key: Key) {
        self.keep(key.proof(), b"");
    }

    /// Keeps what was made, if the system lets us. Others see all of it or nothing.
    pub fn keep(&self, key: Key, bytes: &[u8]) {
        if self.write(key, bytes).is_ok() {
            self.used().insert(key);
        }
    }

    fn write(&self, key: Key, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(key);
        let folder = path.parent().unwrap_or(&self.folder);
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            // Without these it works as well.
            let _ = fs::write(self.folder.join("CACHEDIR.TAG"), TAG);
            let _ = fs::write(self.folder.join(".gitignore"), "*\n");
        }
        // Another run may be writing the same.
        let draft = folder.join(format!("{}.{}", key.file_name(), std::process::id()));
        let written = File::create(&draft).and_then(|mut file| {
            file.write_all(key.seal(bytes).as_bytes())?;
            file.write_all(bytes)
        });
        written.and_then(|()| fs::rename(&draft, &path)).inspect_err(|_| {
            let _ = fs::remove_file(&draft);
        })
    }

    /// Throws away what this run did not use, the oldest first, until no more is left of
    /// it than the store may hold beside what was used.
    pub fn tidy(&self) {
        let used: BTreeSet<String> = self.used().iter().map(|key| key.file_name()).collect();
        let walk = WalkDir::new(&self.folder).min_depth(2).max_depth(2).into_iter().flatten();
        let mut unused: Vec<_> = walk
            .filter(|entry| entry.file_name().to_str().is_none_or(|name| !used.contains(name)))
            .filter_map(|entry| {
                let found = entry.metadata().ok().filter(fs::Metadata::is_file)?;
                // What is small takes room as well.
                Some((found.modified().ok(), found.len().max(SMALLEST), entry.into_path()))
            })
            .collect();
        unused.sort_unstable();
        let mut held: u64 = unused.iter().map(|(_, size, _)| size).sum();
        for (_, size, path) in unused {
            if held <= self.spare {
                break;
            }
            let _ = fs::remove_file(path);
            held -= size;
        }
    }

    fn path(&self, key: Key) -> PathBuf {
        let name = key.file_name();
        self.folder.join(&name[..2]).join(&name)
    }

    fn used(&self) -> MutexGuard<'_, BTreeSet<Key>> {
        // Whoever panicked while holding the lock added a key or did not.
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
