//! A real browser, for what only a browser can tell: a headless Chromium, driven over its DevTools protocol.
//!
//! Declared by the files that need it, with `#[path]` where they stand elsewhere. Whoever has no Chromium can run
//! all other tests; in CI a missing browser is a failure. Nothing here waits for a fixed time: conditions are
//! waited for in the page itself, and every wait has a deadline that fails with a message.

#![allow(dead_code, reason = "each test file uses what it needs")]

#[path = "devtools.rs"]
mod devtools;

use std::cell::RefCell;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use devtools::{Connection, exception, text};

/// How long a page may take for what is waited for. Generous: machines that test are often busy.
const DEADLINE: Duration = Duration::from_secs(30);
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser of this program, for as long as anyone uses it.
static SHARED: Mutex<Weak<Process>> = Mutex::new(Weak::new());

/// A running browser; ends when the last of those who use it goes out of scope.
pub struct Browser {
    connection: Rc<RefCell<Connection>>,
    process: Option<Arc<Process>>,
}

impl Browser {
    /// Starts the browser that is named by `CHROME` or found on the path; none when there is none. While one that
    /// was started so is running, that is the one.
    pub fn launch() -> Option<Self> {
        let mut shared = shared();
        let process = match shared.upgrade() {
            Some(process) => process,
            None => Arc::new(Process::start(&program()?)),
        };
        *shared = Arc::downgrade(&process);
        let connection = Rc::new(RefCell::new(Connection::open(&process.address)));
        Some(Self { connection, process: Some(process) })
    }

    /// The same for a test, which is skipped with a notice when there is no browser, except in CI.
    pub fn launch_or_skip(test: &str) -> Option<Self> {
        let browser = Self::launch();
        if browser.is_none() {
            assert!(
                env::var_os("CI").is_none(),
                "no Chromium for {test}: in CI a missing browser is a failure"
            );
            eprintln!("skipped {test}: there is no Chromium on the path, nor in CHROME");
        }
        browser
    }

    /// Name and version, as the browser gives them.
    pub fn version(&self) -> String {
        let version = self.connection.borrow_mut().call(None, "Browser.getVersion", json!({}));
        text(&version["product"])
    }

    /// Opens a page in a window of its own, and waits until it is loaded.
    #[track_caller]
    pub fn open(&self, url: &str) -> Page {
        let mut connection = self.connection.borrow_mut();
        // Of two pages in one window only one is drawn, and no frames come to the other.
        let target =
            connection.call(None, "Target.createTarget", json!({"url": "about:blank", "newWindow": true}));
        let target = text(&target["targetId"]);
        let attached =
            connection.call(None, "Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        let session = text(&attached["sessionId"]);
        for domain in ["Page.enable", "Runtime.enable", "Log.enable"] {
            connection.call(Some(&session), domain, json!({}));
        }
        drop(connection);
        let page = Page { connection: Rc::clone(&self.connection), session, target };
        page.navigate(url);
        page
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Who comes next waits until this one has ended, or finds it running.
        let _shared = shared();
        let last = self.process.take().and_then(Arc::into_inner);
        if let (Some(_), Ok(mut connection)) = (&last, self.connection.try_borrow_mut()) {
            let _ = connection.send(None, "Browser.close", &json!({}));
        }
        drop(last);
    }
}

fn shared() -> MutexGuard<'static, Weak<Process>> {
    // Whoever panicked while holding it left a browser, or none.
    SHARED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The browser's process, which ends with this value.
struct Process {
    child: Child,
    /// Where it listens.
    address: String,
    _profile: TempDir,
}

impl Process {
    fn start(program: &Path) -> Self {
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let started = command(program, profile.path()).spawn();
        let child = started.unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let mut process = Self { child, address: String::new(), _profile: profile };
        process.address = address(&mut process.child);
        process
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // One that was asked to close ends its helpers too, which else go on writing in the profile.
        let deadline = Instant::now() + Duration::from_secs(5);
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A page in the browser.
pub struct Page {
    connection: Rc<RefCell<Connection>>,
    session: String,
    target: String,
}

impl Page {
    /// Goes to another address, and waits until it is loaded.
    #[track_caller]
    pub fn navigate(&self, url: &str) {
        let loads = self.loads();
        let answer = self.call("Page.navigate", json!({"url": url}));
        assert!(answer["errorText"].is_null(), "{url}: {}", text(&answer["errorText"]));
        // To another place on the same page nothing is loaded.
        if !answer["loaderId"].is_null() {
            self.connection.borrow_mut().read_until(
                Instant::now() + DEADLINE,
                &format!("the loading of {url}"),
                |connection| connection.tab(&self.session).loads > loads,
            );
        }
    }

    /// What an expression of JavaScript gives, or promises.
    #[track_caller]
    pub fn eval<T: serde::de::DeserializeOwned>(&self, js: &str) -> T {
        match self.evaluate(js).map(|value| (value.to_string(), serde_json::from_value(value))) {
            Ok((_, Ok(value))) => value,
            Ok((value, Err(error))) => panic!("{js} gives {value}, of another kind: {error}"),
            Err(problem) => panic!("{problem}\nin {js}"),
        }
    }

    /// Waits until an expression of JavaScript is true, also when the page is loaded anew meanwhile. One that
    /// cannot be evaluated yet is not true.
    #[track_caller]
    pub fn wait_for(&self, condition: &str) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now()).as_millis();
            match self.evaluate(&waiting(condition, left)) {
                Ok(Value::String(ending)) if ending.is_empty() => return,
                Ok(ending) => {
                    panic!("not within {DEADLINE:?}: {condition} {}\n{:?}", text(&ending), self.problems())
                }
                Err(problem) if !is_gone(&problem) || left == 0 => panic!("{problem}\nin {condition}"),
                Err(_) => {}
            }
        }
    }

    /// Sets the size of the window, in CSS pixels.
    pub fn set_viewport(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Writes what is on screen to a PNG file.
    pub fn screenshot(&self, path: &Path) {
        let picture = self.call("Page.captureScreenshot", json!({"format": "png"}));
        fs::write(path, from_base64(&text(&picture["data"]))).expect("a file for the picture");
    }

    /// What went wrong on the page up to now: exceptions, errors on the console, files that did not come, and
    /// what the content security policy stopped.
    pub fn problems(&self) -> Vec<String> {
        // Whatever happened before this call is told before its answer.
        self.call("Runtime.evaluate", json!({"expression": "0"}));
        self.connection.borrow_mut().tab(&self.session).problems.clone()
    }

    /// Any command of the protocol, such as those that press keys.
    #[track_caller]
    pub fn call(&self, method: &str, params: Value) -> Value {
        self.connection.borrow_mut().call(Some(&self.session), method, params)
    }

    fn loads(&self) -> u32 {
        self.connection.borrow_mut().tab(&self.session).loads
    }

    fn evaluate(&self, js: &str) -> Result<Value, String> {
        let params =
            json!({"expression": js, "awaitPromise": true, "returnByValue": true, "userGesture": true});
        let answer = self.connection.borrow_mut().ask(Some(&self.session), "Runtime.evaluate", params)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(exception(details)),
            None => Ok(answer["result"]["value"].clone()),
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Ok(mut connection) = self.connection.try_borrow_mut() {
            let _ = connection.send(None, "Target.closeTarget", &json!({"targetId": self.target}));
        }
    }
}

/// A promise of an empty text as soon as the condition holds, and of the last exception when it never does.
fn waiting(condition: &str, milliseconds: u128) -> String {
    format!(
        "new Promise((resolve) => {{
          let thrown = ' ', ended = false;
          const holds = () => {{ try {{ return Boolean({condition}); }} catch (error) {{ thrown = String(error); }} }};
          const end = (ending) => {{ ended = true; observer.disconnect(); resolve(ending); }};
          const look = () => {{ if (!ended && holds()) end(''); }};
          const observer = new MutationObserver(look);
          observer.observe(document, {{subtree: true, childList: true, attributes: true, characterData: true}});
          const frame = () => {{ look(); if (!ended) requestAnimationFrame(frame); }};
          setTimeout(() => {{ look(); if (!ended) end(thrown); }}, {milliseconds});
          frame();
        }})"
    )
}

/// Whether an evaluation ended because its page went away.
fn is_gone(problem: &str) -> bool {
    ["context was destroyed", "navigated or closed", "Cannot find context", "Promise was collected"]
        .iter()
        .any(|phrase| problem.contains(phrase))
}

fn program() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROME") {
        return Some(named.into());
    }
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

fn command(program: &Path, profile: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args(["--headless=new", "--remote-debugging-port=0", "--disable-gpu", "--disable-dev-shm-usage"])
        .args(["--no-first-run", "--no-default-browser-check", "--disable-extensions", "--mute-audio"])
        // Nothing is asked of the network, and no page is slowed down for being out of sight.
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows"])
        .arg("--disable-background-timer-throttling")
        .arg(format!("--user-data-dir={}", profile.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    if is_root(profile) {
        command.arg("--no-sandbox");
    }
    command
}

/// Whether this runs as root, for whom Chromium has no sandbox: then root owns the folder that was just made.
fn is_root(own: &Path) -> bool {
    #[cfg(unix)]
    return fs::metadata(own).is_ok_and(|folder| std::os::unix::fs::MetadataExt::uid(&folder) == 0);
    #[cfg(not(unix))]
    false
}

/// The address that the browser tells when it listens. What else it says is read too, else it would halt.
fn address(process: &mut Child) -> String {
    let stderr = BufReader::new(process.stderr.take().expect("stderr is a pipe"));
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in stderr.lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    let deadline = Instant::now() + DEADLINE;
    let mut said = String::new();
    while let Ok(line) = receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        if let Some((_, address)) = line.split_once("DevTools listening on ") {
            return address.trim().to_owned();
        }
        said = said + &line + "\n";
    }
    panic!("the browser does not listen; it said:\n{said}");
}

fn from_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut buffer, mut bits) = (0u32, 0);
    for c in text.bytes() {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => break,
        };
        buffer = buffer << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits & 0xff) as u8);
        }
    }
    bytes
}
