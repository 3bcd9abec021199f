//! The output folder, switched in one step.
//!
//! A build writes into a work folder beside the output folder and changes the
//! two at the very end. Where the system can exchange two folders (Linux,
//! macOS), nobody ever sees anything but the old site or the new one. Elsewhere
//! (Windows, some network disks) the switch is two renames; a build that is
//! killed between them is put right by the next one.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::diagnostic::system::reason;
use crate::order;

/// A file that says that a folder is ours to replace.
const MARKER: &str = ".afspraken";
const MARKER_TEXT: &str =
    "Deze map is gemaakt door het programma afspraken. Een volgende build vervangt alles wat erin staat.\n";

/// Why the output cannot be written. All of these are matters of the machine,
/// not of the sources.
#[derive(Debug, Error)]
pub enum OutputError {
    /// The folder holds something that we did not make.
    #[error(
        "De map `{0}` bevat bestanden die niet door dit programma zijn gemaakt. Kies een lege map, of maak deze leeg."
    )]
    NotOurs(PathBuf),
    /// Output and sources lie inside each other.
    #[error(
        "De map `{0}` kan niet worden vervangen: de bronnen staan erin, of zij staat zelf tussen de bronnen. Kies een andere map met --output."
    )]
    Overlap(PathBuf),
    /// Another build is at work.
    #[error("Er loopt al een build voor `{0}`. Wacht tot die klaar is.")]
    Busy(PathBuf),
    /// The system said no.
    #[error(
        "`{}` kan niet worden geschreven: {}. Staat er een bestand uit deze map open, zoals een PDF? Sluit het, en probeer het opnieuw.",
        .path.display(),
        reason(.error)
    )]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> OutputError + '_ {
    |error| OutputError::Io { path: path.to_owned(), error }
}

/// The output folder while a build is at work. Dropped before
/// [`OutputFolder::switch`], it leaves everything as it was.
#[derive(Debug)]
pub struct OutputFolder {
    target: PathBuf,
    work: PathBuf,
    /// Held until the end; gone with the process when that is killed.
    _lock: File,
    had_output: bool,
}

impl OutputFolder {
    /// Takes hold of `target`, which may not hold the folder `project` and may
    /// share nothing with the folders `sources`.
    pub fn open(target: &Path, project: &Path, sources: &[&Path]) -> Result<Self, OutputError> {
        let target = absolute(target)?;
        let name = target.file_name().ok_or_else(|| OutputError::Overlap(target.clone()))?;
        let parent = target.parent().ok_or_else(|| OutputError::Overlap(target.clone()))?;
        let inside = |folder: &Path| absolute(folder).is_ok_and(|folder| folder.starts_with(&target));
        let around = |folder: &Path| absolute(folder).is_ok_and(|folder| target.starts_with(folder));
        if inside(project) || sources.iter().any(|folder| inside(folder) || around(folder)) {
            return Err(OutputError::Overlap(target));
        }
        fs::create_dir_all(parent).map_err(at(parent))?;
        let mut work_name = OsString::from(".");
        work_name.push(name);
        work_name.push(".afspraken");
        let work = parent.join(work_name);
        let lock = take_lock(&work, &target)?;
        recover(&work, &target)?;
        let had_output = target.is_dir();
        if target.exists() && !is_ours(&target)? {
            return Err(OutputError::NotOurs(target));
        }
        let folder = Self { target, work, _lock: lock, had_output };
        let new = folder.new_folder();
        fs::create_dir(&new).map_err(at(&new))?;
        folder.write(MARKER, MARKER_TEXT.as_bytes())?;
        Ok(folder)
    }

    fn new_folder(&self) -> PathBuf {
        self.work.join("nieuw")
    }

    /// Makes the folders that `paths` need.
    pub fn prepare<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Result<(), OutputError> {
        let mut folders: Vec<&str> =
            paths.filter_map(|path| path.rsplit_once('/').map(|(folder, _)| folder)).collect();
        order::sort_each_once(&mut folders);
        for folder in folders {
            let folder = self.new_folder().join(folder);
            fs::create_dir_all(&folder).map_err(at(&folder))?;
        }
        Ok(())
    }

    /// Writes a file of the new output. One that did not change is the old
    /// file itself, with its time, so that tools which upload what is new
    /// upload only that.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let new = self.new_folder().join(path);
        if self.had_output {
            let old = self.target.join(path);
            if is_same(&old, bytes) && fs::hard_link(&old, &new).is_ok() {
                return Ok(());
            }
        }
        File::create(&new).and_then(|mut file| file.write_all(bytes)).map_err(at(&new))
    }

    /// Puts the new output in the place of the old.
    pub fn switch(self) -> Result<PathBuf, OutputError> {
        let new = self.new_folder();
        if !self.had_output {
            fs::rename(&new, &self.target).map_err(at(&self.target))?;
        } else if exchange(&new, &self.target).is_err() {
            let old = self.work.join("oud");
            fs::rename(&self.target, &old).map_err(at(&self.target))?;
            if let Err(error) = fs::rename(&new, &self.target) {
                // Back to how it was; when that fails too, it is tried again on leaving and by the next build.
                let _ = fs::rename(&old, &self.target);
                return Err(at(&self.target)(error));
            }
        }
        Ok(self.target.clone())
    }
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        // A switch that failed half way is put right first: then the only copy
        // of the old output is in the work folder. What cannot be done now, the
        // next build does.
        if recover(&self.work, &self.target).is_ok() {
            release(&self.work);
        }
    }
}

/// Gives the work folder up. The lock goes last: as soon as it is gone, the
/// folder belongs to the next build, and nothing in it may be touched.
fn release(work: &Path) {
    let _ = fs::remove_file(work.join("slot"));
    let _ = fs::remove_dir(work);
}

/// The path without links and dots; of one that does not exist yet, that of
/// its nearest folder that does.
fn absolute(path: &Path) -> Result<PathBuf, OutputError> {
    if let Ok(path) = dunce::canonicalize(path) {
        return Ok(path);
    }
    let full = std::path::absolute(path).map_err(at(path))?;
    let Some((parent, name)) = full.parent().zip(full.file_name()) else { return Ok(full) };
    Ok(absolute(parent)?.join(name))
}

/// One build at a time: a lock that the system releases when the process ends,
/// however it ends.
fn take_lock(work: &Path, target: &Path) -> Result<File, OutputError> {
    let path = work.join("slot");
    loop {
        fs::create_dir_all(work).map_err(at(work))?;
        let file = match File::options().create(true).append(true).open(&path) {
            Ok(file) => file,
            // The build before us has just removed its folder.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(at(&path)(error)),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OutputError::Busy(target.to_owned())),
            Err(TryLockError::Error(error)) => return Err(at(&path)(error)),
        }
        // Locked a file that the build before us has removed in the meantime? Then again.
        let ours = same_file::Handle::from_file(file.try_clone().map_err(at(&path))?);
        let there = same_file::Handle::from_path(&path);
        if ours.ok().zip(there.ok()).is_some_and(|(ours, there)| ours == there) {
            return Ok(file);
        }
    }
}

/// Puts right what a build left that was killed.
fn recover(work: &Path, target: &Path) -> Result<(), OutputError> {
    let old = work.join("oud");
    if old.is_dir() && !target.exists() {
        fs::rename(&old, target).map_err(at(target))?;
    }
    for leftover in ["nieuw", "oud"].map(|name| work.join(name)) {
        if leftover.exists() {
            fs::remove_dir_all(&leftover).map_err(at(&leftover))?;
        }
    }
    Ok(())
}

/// Whether the folder is empty or was made by us.
fn is_ours(target: &Path) -> Result<bool, OutputError> {
    if !target.is_dir() {
        return Ok(false);
    }
    if target.join(MARKER).is_file() {
        return Ok(true);
    }
    Ok(fs::read_dir(target).map_err(at(target))?.next().is_none())
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let same_size =
        fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|found| found == bytes)
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

/// Elsewhere there is no such thing; the caller renames twice.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_new: &Path, _target: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
