//! Where and how to serve.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use super::watch::Watching;
use crate::model::{Datum, WebAdres};

/// Where and how to serve.
pub struct Settings {
    /// The folder with sources.
    pub content: PathBuf,
    /// The folder with themes.
    pub themes: PathBuf,
    /// The folder with what was made before.
    pub store: PathBuf,
    /// Where to listen; others can only connect when it is not a loopback address.
    pub address: IpAddr,
    /// The first port to try; 0 for any that is free.
    pub port: u16,
    /// How changes are noticed.
    pub watching: Watching,
    /// Where the site will stand, in place of what `site.yaml` says.
    pub base_url: Option<WebAdres>,
    /// Which program opens a source, when one is to be named.
    pub editor: Option<Editor>,
    /// The day of today, which may change while the program runs.
    pub today: Box<dyn Fn() -> Datum + Send + Sync>,
}

impl Settings {
    /// The address that only this computer can reach.
    pub const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
}

/// How a source is opened: a web address with `{file}`, `{line}` and `{column}`.
/// A file is written as in a `file:` address: with `/`, and one in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(String);

impl Editor {
    /// Reads the name of an editor or an address with places to fill in;
    /// nothing when it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        let pattern = match text {
            "vscode" | "vscodium" | "cursor" | "zed" => format!("{text}://file{{file}}:{{line}}:{{column}}"),
            "idea" => "idea://open?file={file}&line={line}&column={column}".to_owned(),
            "subl" => "subl://open?url=file://{file}&line={line}&column={column}".to_owned(),
            own => own.to_owned(),
        };
        let (scheme, _) = pattern.split_once(':')?;
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        // A browser would run the one and show the other as a page of ours.
        let is_safe = !["javascript", "data", "vbscript"].contains(&scheme.to_lowercase().as_str());
        (is_scheme && is_safe && pattern.contains("{file}")).then_some(Self(pattern))
    }

    /// The address that opens a file at a place, both counted from 1.
    pub fn address(&self, file: &str, line: usize, column: usize) -> String {
        let mut encoded = String::new();
        for part in file.replace('\\', "/").trim_start_matches('/').split('/') {
            encoded.push('/');
            // The colon of a drive (`C:`) stays one.
            match part.strip_suffix(':') {
                Some(drive) => encoded.extend([drive, ":"]),
                None => crate::address::percent_encode(part, &mut encoded),
            }
        }
        self.0
            .replace("{file}", &encoded)
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    }
}
