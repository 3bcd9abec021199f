//! The live preview: a browser that shows the site, the PDFs and the mistakes
//! as they are at this moment.
//!
//! No stage of its own. [`watch`] tells that files changed, [`preview`] makes
//! the next [`crate::edition::Edition`] of it and hands out what a browser asks
//! for, by the same recipes as a build; `sheets` are the pages of PDFs,
//! [`report`] is what is told beside the page, and `http` is the door. The
//! script in `client/` is served beside the pages and is never part of them.

mod change;
mod http;
mod judging;
mod port;
pub mod preview;
pub mod report;
mod sheets;
pub mod watch;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use tokio::net::TcpListener;

use crate::model::{Datum, WebAdres};
pub use port::{Holder, ServeError, Taken};
use preview::Preview;
use watch::{Watch, Watching};

/// Where and how to serve.
pub struct Settings {
    /// The folder with sources.
    pub content: PathBuf,
    /// The folder with themes.
    pub themes: PathBuf,
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
    fn address(&self, file: &str, line: usize, column: usize) -> String {
        let mut encoded = String::new();
        for part in file.replace('\\', "/").trim_start_matches('/').split('/') {
            encoded.push('/');
            // The colon of a drive (`C:`) stays one.
            match part.strip_suffix(':') {
                Some(drive) => encoded.extend([drive, ":"]),
                None => crate::site::address::percent_encode(part, &mut encoded),
            }
        }
        self.0
            .replace("{file}", &encoded)
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    }
}

/// A preview that is ready to be served.
pub struct Server {
    preview: Arc<Preview>,
    listener: std::net::TcpListener,
    taken: Option<Taken>,
    watch: Watch,
}

impl Server {
    /// Reads the sources and takes a port.
    pub fn new(settings: Settings) -> Result<Self, ServeError> {
        let (listener, taken) = port::listen(settings.address, settings.port)?;
        // Before reading: what changes meanwhile is told afterwards.
        let watch = Watch::new(&settings.content, &settings.themes, settings.watching);
        let preview = Arc::new(Preview::new(settings));
        Ok(Self { preview, listener, taken, watch })
    }

    /// Where a browser finds it.
    pub fn address(&self) -> Result<SocketAddr, ServeError> {
        Ok(self.listener.local_addr()?)
    }

    /// The port that was asked for, when another program has it.
    pub fn taken(&self) -> Option<Taken> {
        self.taken
    }

    /// What it shows.
    pub fn preview(&self) -> &Arc<Preview> {
        &self.preview
    }

    /// Serves until the process is asked to stop.
    pub fn run(self) -> Result<(), ServeError> {
        let address = self.address()?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            // Each thread that makes pages keeps memory of its own; a few are enough for one reader.
            .max_blocking_threads(4)
            .enable_all()
            .build()?;
        let preview = Arc::clone(&self.preview);
        let mut watch = self.watch;
        // Ends with the process: there is nothing to be saved.
        std::thread::Builder::new().name("watch".into()).spawn(move || preview.follow(&mut watch))?;
        let served = runtime.block_on(async {
            let listener = TcpListener::from_std(self.listener)?;
            tokio::select! {
                served = http::serve(listener, self.preview, address) => served,
                stopped = stop_signal() => stopped,
            }
        });
        // A PDF that is being made is not worth waiting for.
        runtime.shutdown_background();
        Ok(served?)
    }
}

/// Waits for Ctrl-C, or for the system's own way of asking.
async fn stop_signal() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            asked = tokio::signal::ctrl_c() => asked,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
