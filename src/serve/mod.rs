//! The live preview: a browser that shows the site, the PDFs and the mistakes
//! as they are at this moment.
//!
//! No stage of its own. [`watch`] tells that files changed, [`preview`] makes
//! the next [`crate::edition::Edition`] of it and hands out what a browser asks
//! for, by the same recipes as a build; `sheets` are the pages of PDFs,
//! [`report`] is what is told beside the page, and `http` is the door. `ahead`
//! makes PDFs for the next build while nobody writes. The script in `client/`
//! is served beside the pages and is never part of them.

mod ahead;
mod change;
mod findings;
mod http;
mod judging;
mod moment;
mod port;
pub mod preview;
pub mod report;
mod settings;
mod sheets;
pub mod watch;

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;

pub use port::{Holder, ServeError, Taken};
use preview::Preview;
pub use settings::{Editor, Settings};
use watch::Watch;

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
        let preview = Arc::clone(&self.preview);
        std::thread::Builder::new().name("ahead".into()).spawn(move || preview.keep_ahead())?;
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
