//! How fast `afspraken serve` shows a change: `cargo bench --bench voorbeeld -- [PAGES …]`.
//!
//! For a project of one document, and for sites of 60, 1,000 and 10,000 pages of themes (or as many as asked), a
//! file is written twenty times, and what is timed is from just before the write until the change can be read: over
//! HTTP, in a real browser, and in the PDF. The result is a table for `docs/benchmarks.md`.
//!
//! Over HTTP the page is asked for again and again on one connection, without a pause, so the server is measured
//! while it is also kept busy. In the browser nothing is asked: the page notes by itself when the change arrives.

#[path = "../tests/support/browser.rs"]
mod browser;
#[allow(dead_code, reason = "a program of its own, of which this uses one function")]
#[path = "../examples/corpus.rs"]
mod corpus;
#[path = "voorbeeld/http.rs"]
mod http;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use browser::{Browser, Page};
use http::Client;
use serde_json::Value;

/// Rounds that count; one before them does not.
const ROUNDS: usize = 20;
/// Pages of a project of one document, whose PDF has some thirty pages.
const ONE_DOCUMENT: usize = 4;
const SIZES: [usize; 4] = [ONE_DOCUMENT, 60, 1_000, 10_000];
/// How long a server may take to start, and a change to arrive.
const PATIENCE: Duration = Duration::from_secs(120);
/// For how long the server must give the same revision before a round begins: far more than it gathers changes.
const QUIET: Duration = Duration::from_millis(400);

/// The theme whose text changes, and the one whose title does: the home page knows no other name for it.
const TEXT: &str = "bouwopgave";
/// The agreement in it that gets a new paragraph.
const PLACE: &str = "B3";
const TITLE: &str = "klimaat";

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let sizes: Result<Vec<usize>, _> = arguments.iter().map(|argument| argument.parse()).collect();
    let sizes = match sizes {
        Ok(sizes) if sizes.is_empty() => SIZES.to_vec(),
        Ok(sizes) if sizes.iter().all(|size| *size >= ONE_DOCUMENT) => sizes,
        _ => {
            eprintln!(
                "Usage: cargo bench --bench voorbeeld -- [PAGES …], with at least {ONE_DOCUMENT} pages"
            );
            return ExitCode::from(2);
        }
    };
    let browser = Browser::launch();
    if browser.is_none() {
        eprintln!("There is no Chromium: what is seen in the browser is not measured.");
    }
    // What the machine was doing before this began.
    let machine = machine(browser.as_ref());
    let columns: Vec<Column> = sizes.into_iter().map(|size| column(size, browser.as_ref())).collect();
    println!("{machine}\n\n{}", table(&columns));
    let failures: Vec<&String> = columns.iter().flat_map(|column| &column.failures).collect();
    for failure in &failures {
        eprintln!("failure: {failure}");
    }
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What was measured for a site of one size: rows of what and how much.
struct Column {
    pages: usize,
    rows: Vec<(&'static str, String)>,
    failures: Vec<String>,
}

fn column(pages: usize, browser: Option<&Browser>) -> Column {
    eprintln!("{pages} pages …");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let documents = corpus::write(pages, folder.path()).expect("a corpus");
    let mut bench = Bench::start(folder.path(), &documents[documents.len() / 2]);
    let mut rows = vec![
        ("Documents", documents.len().to_string()),
        ("Start until the address is printed", format!("{:.0}", bench.server.started)),
        ("Paragraph: its page over HTTP", bench.text_over_http().to_string()),
        ("Title of a theme: document, sibling and home page over HTTP", bench.title_over_http().to_string()),
    ];
    let (first, count) = bench.first_pdf();
    rows.push(("Pages of the PDF of one document", count.to_string()));
    rows.push(("That PDF, the first time it is asked for", format!("{first:.0}")));
    rows.push(("Paragraph: its page of the PDF over HTTP", bench.pdf_over_http().to_string()));
    if let Some(browser) = browser {
        let page = bench.open(browser);
        rows.push(("Paragraph: on the page in the browser", bench.text_in_browser(&page).to_string()));
        bench.open_pane(&page);
        rows.push(("Paragraph: in the PDF beside the page", bench.pdf_in_browser(&page).to_string()));
        rows.push(("Clock of the browser minus that of the system", format!("{:.2}", clock(&page))));
        bench.client.failures.extend(page.problems());
    }
    rows.push(("Memory of the server in MB: now, at most", memory(bench.server.process.id())));
    rows.push(("Answers with status 200, other", format!("{}, {}", bench.client.good, bench.client.bad)));
    let failures = bench.client.failures.iter().map(|failure| format!("{pages} pages: {failure}"));
    Column { pages, rows, failures: failures.collect() }
}

/// A server with a site, and what is changed in it.
struct Bench {
    server: Server,
    client: Client,
    content: PathBuf,
    document: String,
    tokens: usize,
}

impl Bench {
    fn start(folder: &Path, document: &str) -> Self {
        let server = Server::start(folder);
        let client = Client::new(&server.address);
        Self { server, client, content: folder.join("content"), document: document.into(), tokens: 0 }
    }

    /// Until the page has a new paragraph.
    fn text_over_http(&mut self) -> Times {
        let page = self.page(TEXT);
        self.rounds(TEXT, with_paragraph, |bench, change| {
            let start = change.write();
            bench.wait_for_text(&page, &change.token);
            start.milliseconds()
        })
    }

    /// Until all pages that name a theme have its new title: the last of them counts.
    fn title_over_http(&mut self) -> Times {
        let pages = [format!("/{}/index.html", self.document), self.page(TEXT), "/index.html".to_owned()];
        self.rounds(TITLE, with_title, |bench, change| {
            let start = change.write();
            for page in &pages {
                bench.wait_for_text(page, &change.token);
            }
            start.milliseconds()
        })
    }

    /// How long the first question for the PDF takes, and its number of pages.
    fn first_pdf(&mut self) -> (f64, usize) {
        self.quiet();
        let start = Moment::now();
        let pdf = self.pdf();
        (start.milliseconds(), pdf.pages.len())
    }

    /// Until the PDF is of a newer revision, and the page that the change is on is here as a drawing.
    fn pdf_over_http(&mut self) -> Times {
        self.rounds(TEXT, with_paragraph, |bench, change| {
            let before = bench.pdf();
            let start = change.write();
            let after = bench.wait(&change.token, |bench| {
                let now = bench.pdf();
                (now.revision > before.revision && now.pages != before.pages).then_some(now)
            });
            bench.client.get(&format!("/_afspraken/pdf/{}.svg", after.pages[after.changed]));
            start.milliseconds()
        })
    }

    /// Opens the page that changes, at the place where it does.
    fn open(&mut self, browser: &Browser) -> Page {
        let address = format!("{}{}", self.server.address.trim_end_matches('/'), self.page(TEXT));
        let page = browser.open(&address);
        page.set_viewport(1400, 900);
        let revision = self.quiet();
        page.wait_for(&format!("document.querySelector('afspraken-voorbeeld').revision >= {revision}"));
        page.eval::<()>(&format!("window.stillTheSame = true; location.hash = '{PLACE}'; null"));
        page
    }

    /// Until the page on screen has a new paragraph, without having been loaded anew.
    fn text_in_browser(&mut self, page: &Page) -> Times {
        self.rounds(TEXT, with_paragraph, |bench, change| {
            let there = format!("document.body.textContent.includes('{}')", change.token);
            page.eval::<()>(&noticing("document.body", &there));
            let start = change.write();
            let seen: f64 = page.eval("window.noticed");
            bench.not_loaded_anew(page);
            start.until(seen)
        })
    }

    /// Opens the PDF beside the page.
    fn open_pane(&mut self, page: &Page) {
        let revision = self.quiet();
        page.eval::<()>(
            "document.querySelector('afspraken-voorbeeld').shadowRoot.querySelector('#pdf-button').click(), null",
        );
        page.wait_for(&format!("{PANE}.dataset.revision >= {revision}"));
    }

    /// Until the pane shows the page that the change is on anew.
    fn pdf_in_browser(&mut self, page: &Page) -> Times {
        self.rounds(TEXT, with_paragraph, |bench, change| {
            let shown = bench.pdf();
            let picture = format!("{PANE}.querySelectorAll('#pages img')[{}]", shown.changed);
            page.wait_for(&format!("{picture}.dataset.id === '{}'", shown.pages[shown.changed]));
            let is_new = format!("{picture}.dataset.id !== '{}'", shown.pages[shown.changed]);
            page.eval::<()>(&noticing(PANE, &is_new));
            let start = change.write();
            let seen: f64 = page.eval("window.noticed");
            bench.not_loaded_anew(page);
            let now = bench.pdf();
            let id: String = page.eval(&format!("{picture}.dataset.id"));
            if now.changed != shown.changed || id != now.pages[now.changed] {
                bench.client.failures.push(format!("{}: the pane shows another page", change.token));
            }
            start.until(seen)
        })
    }

    fn not_loaded_anew(&mut self, page: &Page) {
        if !page.eval::<bool>("window.stillTheSame === true") {
            self.client.failures.push("the page in the browser was loaded anew".into());
        }
    }

    /// Does one round that does not count and then those that do, each with a change of its own to a theme, and puts
    /// the theme back.
    fn rounds(
        &mut self,
        theme: &str,
        change: fn(&str, &str) -> String,
        mut round: impl FnMut(&mut Self, &Change) -> f64,
    ) -> Times {
        let path = self.content.join(&self.document).join(format!("{theme}.md"));
        let original = fs::read_to_string(&path).expect("a theme");
        let mut times = Vec::new();
        for _ in 0..=ROUNDS {
            self.quiet();
            self.tokens += 1;
            // Of one length, so that none is the beginning of another.
            let token = format!("Meting{:04}", self.tokens);
            let change = Change { path: path.clone(), text: change(&original, &token), token };
            times.push(round(self, &change));
        }
        times.remove(0);
        fs::write(&path, original).expect("a file that can be written");
        Times::new(times)
    }

    /// Asks until the server has given the same revision for a while.
    fn quiet(&mut self) -> u64 {
        let mut revision = self.revision();
        let mut since = Instant::now();
        while since.elapsed() < QUIET {
            // Only to leave the processor to the server.
            thread::sleep(Duration::from_millis(10));
            let now = self.revision();
            if now != revision {
                (revision, since) = (now, Instant::now());
            }
        }
        revision
    }

    fn revision(&mut self) -> u64 {
        let page = self.page(TEXT);
        let state = self.json(&format!("/_afspraken/state?page={}", page.trim_start_matches('/')));
        if state["errors"].as_array().is_none_or(|errors| !errors.is_empty()) {
            self.client.failures.push(format!("state: {}", state["errors"]));
        }
        state["revision"].as_u64().expect("a revision")
    }

    fn pdf(&mut self) -> Pdf {
        let page = self.page(TEXT);
        let page = page.trim_start_matches('/');
        let query = format!("document={}&copy=publicatie&page={page}&follow={PLACE}", self.document);
        let answer = self.json(&format!("/_afspraken/pdf?{query}"));
        let pages = answer["pages"].as_array().expect("pages").iter();
        Pdf {
            revision: answer["revision"].as_u64().expect("a revision"),
            pages: pages.map(|page| page["id"].as_str().expect("an id").to_owned()).collect(),
            changed: answer["follow"]["page"].as_u64().expect("a page") as usize,
        }
    }

    fn json(&mut self, path: &str) -> Value {
        let body = self.client.get(path).unwrap_or_else(|| panic!("{:?}", self.client.failures));
        serde_json::from_str(&body).expect("JSON")
    }

    fn wait_for_text(&mut self, page: &str, token: &str) {
        self.wait(token, |bench| bench.client.get(page).filter(|body| body.contains(token)));
    }

    /// Asks until something is there.
    fn wait<T>(&mut self, what: &str, mut ask: impl FnMut(&mut Self) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = ask(self) {
                return found;
            }
            assert!(Instant::now() < deadline, "no {what} within {PATIENCE:?}\n{}", self.server.said());
        }
    }

    /// Where the page of a theme is.
    fn page(&self, theme: &str) -> String {
        format!("/{}/{theme}.html", self.document)
    }
}

/// The section with the PDF, in the preview's own part of the page.
const PANE: &str = "document.querySelector('afspraken-voorbeeld').shadowRoot.querySelector('#pdf')";

/// Makes `window.noticed` the time at which a change below an element makes a condition true.
fn noticing(element: &str, condition: &str) -> String {
    format!(
        "window.noticed = new Promise((resolve, reject) => {{
          const observer = new MutationObserver(() => {{
            if (!({condition})) return;
            observer.disconnect();
            resolve(performance.timeOrigin + performance.now());
          }});
          observer.observe({element}, {{subtree: true, childList: true, attributes: true, characterData: true}});
          setTimeout(() => reject(new Error('not noticed within 40 seconds')), 40000);
        }}), null"
    )
}

/// What the server says of a PDF: of which revision it is, and the ids of its pages.
struct Pdf {
    revision: u64,
    pages: Vec<String>,
    /// The page that the change is on, from 0.
    changed: usize,
}

/// A file that is about to be written.
struct Change {
    path: PathBuf,
    text: String,
    token: String,
}

impl Change {
    /// Writes it; gives the moment just before.
    fn write(&self) -> Moment {
        let moment = Moment::now();
        fs::write(&self.path, &self.text).expect("a file that can be written");
        moment
    }
}

/// The theme with a paragraph more at the end of its third agreement.
fn with_paragraph(theme: &str, token: &str) -> String {
    let (at, _) = theme.match_indices("\n### ").nth(3).expect("four agreements");
    // A heading of a group may stand before the fourth.
    let at = theme[..at].rfind("\n## ").filter(|group| !theme[*group..at].contains("\n### ")).unwrap_or(at);
    format!("{}\nDit is zojuist geschreven, met {token} als kenmerk.\n{}", &theme[..at], &theme[at..])
}

/// The theme with another title.
fn with_title(theme: &str, token: &str) -> String {
    let (before, after) = theme.split_once("\ntitel: ").expect("a title");
    let (_, after) = after.split_once('\n').expect("more lines");
    format!("{before}\ntitel: Anders heten {token}\n{after}")
}

/// A moment on both clocks.
struct Moment {
    instant: Instant,
    /// Milliseconds since 1970, as the browser counts them.
    wall: f64,
}

impl Moment {
    fn now() -> Self {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
        Self { instant: Instant::now(), wall: wall.as_secs_f64() * 1000.0 }
    }

    fn milliseconds(&self) -> f64 {
        self.instant.elapsed().as_secs_f64() * 1000.0
    }

    /// Milliseconds until a time that the browser gave.
    fn until(&self, seen: f64) -> f64 {
        seen - self.wall
    }
}

/// How far the clock of the page is ahead of ours: both are of this machine, but the page's is set once, when it opens.
/// Of several answers the one that came soonest tells it best.
fn clock(page: &Page) -> f64 {
    let asked = (0..ROUNDS).map(|_| {
        let before = Moment::now();
        let theirs: f64 = page.eval("performance.timeOrigin + performance.now()");
        let took = before.milliseconds();
        (took, theirs - (before.wall + took / 2.0))
    });
    asked.min_by(|(a, _), (b, _)| a.total_cmp(b)).map_or(0.0, |(_, ahead)| ahead)
}

/// Times of all rounds, sorted.
struct Times(Vec<f64>);

impl Times {
    fn new(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }
}

impl std::fmt::Display for Times {
    /// Median and 95th percentile.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(times) = self;
        let middle = times.len() / 2;
        let median = (times[middle] + times[(times.len() - 1) / 2]) / 2.0;
        let high = times[(times.len() * 95).div_ceil(100) - 1];
        write!(f, "{median:.0} / {high:.0}")
    }
}

/// `afspraken serve`, which ends with this value.
struct Server {
    process: Child,
    address: String,
    /// Milliseconds until it said its address.
    started: f64,
    log: PathBuf,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let log = folder.join("stderr");
        let moment = Moment::now();
        let mut process = Command::new(env!("CARGO_BIN_EXE_afspraken"))
            .args(["serve", "--content", "content", "--port", "4600"])
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&log).expect("a file"))
            .spawn()
            .expect("the program starts");
        let stdout = BufReader::new(process.stdout.take().expect("stdout is a pipe"));
        let (sender, receiver) = mpsc::channel();
        // Whatever it says later is read too, so that it never waits for us.
        thread::spawn(move || {
            for line in stdout.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let mut server = Self { process, address: String::new(), started: 0.0, log };
        while server.address.is_empty() {
            match receiver.recv_timeout(PATIENCE) {
                Ok(line) => server.address = address(&line).unwrap_or_default(),
                Err(error) => panic!("the server gives no address: {error}\n{}", server.said()),
            }
        }
        server.started = moment.milliseconds();
        server
    }

    /// What it wrote to stderr.
    fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn address(line: &str) -> Option<String> {
    let start = line.find("http://")?;
    let address = line[start..].split(|c: char| c.is_whitespace() || matches!(c, '`' | '\u{1b}')).next()?;
    Some(address.to_owned())
}

/// Resident memory of a process, now and at most, where the system tells.
fn memory(process: u32) -> String {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let megabytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
        Some(format!("{:.0}", kilobytes / 1000.0))
    };
    let told = |name| megabytes(name).unwrap_or_else(|| "?".into());
    format!("{}, {}", told("VmRSS:"), told("VmHWM:"))
}

/// What the figures were measured on.
fn machine(browser: Option<&Browser>) -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("unknown processor");
    let load: Vec<String> = read("/proc/loadavg").split(' ').take(3).map(str::to_owned).collect();
    let cores = thread::available_parallelism().map_or(0, usize::from);
    format!(
        "{} {}, {cores} cores ({}), load average before the start {}, {}, afspraken {}.\nMilliseconds: median / 95th percentile of {ROUNDS} rounds.",
        std::env::consts::OS,
        std::env::consts::ARCH,
        model.trim_start_matches([':', ' ', '\t']),
        if load.is_empty() { "unknown".to_owned() } else { load.join(" ") },
        browser.map_or_else(|| "no browser".to_owned(), Browser::version),
        env!("CARGO_PKG_VERSION"),
    )
}

/// A Markdown table with a column for each size.
fn table(columns: &[Column]) -> String {
    let mut text = String::from("| Pages of themes |");
    for column in columns {
        let _ = write!(text, " {} |", column.pages);
    }
    let _ = write!(text, "\n| --- |{}", " ---: |".repeat(columns.len()));
    for (row, (name, _)) in columns[0].rows.iter().enumerate() {
        let cells: Vec<&str> = columns.iter().map(|column| column.rows[row].1.as_str()).collect();
        let _ = write!(text, "\n| {name} | {} |", cells.join(" | "));
    }
    text
}
