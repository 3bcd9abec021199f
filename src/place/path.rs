//! Paths inside `content/`: always with `/`, never leaving the folder.

use std::fmt;
use std::path::Path;

use ecow::EcoString;

use super::signs::composed;

/// The path of a file inside `content/`, parts separated by `/` on every
/// system. It has no `.` or `..` parts and does not begin with `/`: a value of
/// this type cannot point outside the folder. Its letters are composed (NFC):
/// `é` is one sign, also where a Mac wrote it as two, so that equal names are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentPath(EcoString);

impl ContentPath {
    /// The path of a file found under `root`, or nothing when its name is not
    /// valid Unicode or it lies elsewhere.
    pub fn of(root: &Path, file: &Path) -> Option<Self> {
        let relative = file.strip_prefix(root).ok()?;
        let parts: Option<Vec<&str>> = relative.components().map(|part| part.as_os_str().to_str()).collect();
        Some(Self(composed(&parts?.join("/")).into()))
    }

    /// `reference` as written in the file `self`: relative to the folder that
    /// the file is in. Nothing when it would leave `content/`.
    pub fn resolve(&self, reference: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        // A backslash would be a separator on Windows and a letter elsewhere.
        if reference.starts_with('/') || reference.contains(['\\', '\0', ':']) {
            return None;
        }
        for part in reference.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        (!parts.is_empty()).then(|| Self(composed(&parts.join("/")).into()))
    }

    /// The path as the file `from` would name it: what [`Self::resolve`] reads back.
    pub fn seen_from(&self, from: &Self) -> String {
        let own: Vec<&str> = self.0.split('/').collect();
        let folders: Vec<&str> = from.folder().split('/').filter(|part| !part.is_empty()).collect();
        let common = folders.iter().zip(&own[..own.len() - 1]).take_while(|(a, b)| a == b).count();
        let up = vec![".."; folders.len() - common];
        [up.as_slice(), &own[common..]].concat().join("/")
    }

    /// What the paths of all files in the folder of this name begin with.
    pub fn as_folder(&self) -> Self {
        if self.0.is_empty() { self.clone() } else { Self(ecow::eco_format!("{}/", self.0)) }
    }

    /// The folder that the file is in; empty for files at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The name of the file without its folder.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(self.0.as_str(), |(_, name)| name)
    }

    /// The name of the file without folder and extension.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The extension in lower case; empty when there is none.
    pub fn extension(&self) -> String {
        self.file_name().rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ContentPath {
    /// For paths that the program itself names, such as `site.yaml`.
    fn from(path: &str) -> Self {
        Self(path.into())
    }
}

impl fmt::Display for ContentPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
