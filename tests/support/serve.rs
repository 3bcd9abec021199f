//! A preview that runs, and as much of a browser as tests of its answers need.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::support::{Project, TODAY};

/// How long anything may take. Generous: machines that test are often busy.
const DEADLINE: Duration = Duration::from_secs(60);
/// Between two looks at what is waited for.
const PAUSE: Duration = Duration::from_millis(5);

/// Waits until something holds, and fails when it does not in time.
#[track_caller]
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + DEADLINE;
    while !holds() {
        assert!(Instant::now() < deadline, "not within {DEADLINE:?}: {what}");
        thread::sleep(PAUSE);
    }
}

/// Saves as careful editors do: under another name first, which then takes the place of the old.
pub fn save(project: &Project, path: &str, text: impl AsRef<[u8]>) {
    let target = project.path(path);
    let draft = target.with_file_name(".opslaan.tmp");
    fs::write(&draft, text).expect("a file");
    fs::rename(draft, target).expect("a rename");
}

/// Saves a file with one piece of it replaced, which must be there.
#[track_caller]
pub fn change(project: &Project, path: &str, from: &str, to: &str) {
    let text = project.read(path);
    assert!(text.contains(from), "{path} does not hold {from:?}");
    save(project, path, text.replacen(from, to, 1));
}

/// A running `afspraken serve`; ends when it goes out of scope.
pub struct Server {
    child: Child,
    /// Host and port, as a browser names them.
    pub host: String,
    /// The line that it began with.
    pub greeting: String,
    words: Receiver<String>,
    complaints: Receiver<String>,
}

impl Server {
    /// The preview of a project.
    #[track_caller]
    pub fn of(project: &Project) -> Self {
        Self::with(project, &[])
    }

    /// The same with more arguments; they may name another port.
    #[track_caller]
    pub fn with(project: &Project, arguments: &[&str]) -> Self {
        let own_day = if arguments.contains(&"--date") { &[][..] } else { &["--date", TODAY] };
        let own_port = if arguments.contains(&"--port") { &[][..] } else { &["--port", "0"] };
        let mut child = Command::new(env!("CARGO_BIN_EXE_afspraken"))
            .current_dir(project.path(""))
            .args(["serve"])
            .args(own_day)
            .args(own_port)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let words = lines(child.stdout.take().expect("a pipe"));
        let complaints = lines(child.stderr.take().expect("a pipe"));
        let greeting = words.recv_timeout(DEADLINE).unwrap_or_else(|_| {
            let _ = child.kill();
            panic!("the program says nothing but {:?}", complaints.iter().collect::<Vec<_>>())
        });
        let address = greeting.split_whitespace().find_map(|word| word.strip_prefix("http://"));
        let host = address.unwrap_or_else(|| panic!("no address in {greeting:?}"));
        Self { host: host.trim_end_matches('/').to_owned(), child, greeting, words, complaints }
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn port(&self) -> u16 {
        self.host.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port")
    }

    /// What is at a path that begins with `/`.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// The text of a page or file that must be there.
    #[track_caller]
    pub fn text(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.text()
    }

    /// Any question, with the host that the program named unless `headers` has another.
    #[track_caller]
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let host = ("Host", self.host.as_str());
        let own = headers.iter().any(|(name, _)| *name == "Host");
        let mut question = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        for (name, value) in headers.iter().chain((!own).then_some(&host)) {
            question += &format!("{name}: {value}\r\n");
        }
        self.say(format!("{question}\r\n").as_bytes())
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// Sends bytes, and reads what is answered to them.
    pub fn say(&self, question: &[u8]) -> io::Result<Answer> {
        let mut stream = self.connect();
        stream.write_all(question)?;
        let mut bytes = Vec::new();
        match stream.read_to_end(&mut bytes) {
            // An answer that was given before all of the question was read.
            Err(error) if bytes.is_empty() => Err(error),
            _ => Answer::of(&bytes).ok_or_else(|| io::Error::other("no answer")),
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port())).expect("a server that listens");
        stream.set_read_timeout(Some(DEADLINE)).expect("a socket");
        stream
    }

    /// What is told beside a page.
    #[track_caller]
    pub fn state(&self, page: &str) -> Value {
        self.json(&format!("/_afspraken/state?page={page}"))
    }

    /// The pages of a copy of a document.
    #[track_caller]
    pub fn sheets(&self, document: &str, copy: &str, more: &str) -> Value {
        self.json(&format!("/_afspraken/pdf?document={document}&copy={copy}{more}"))
    }

    #[track_caller]
    fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The number of the reading of the sources that is shown.
    #[track_caller]
    pub fn revision(&self) -> u64 {
        self.state("index.html")["revision"].as_u64().expect("a number")
    }

    /// Waits until a page holds a text; it may be no other than a good answer meanwhile.
    #[track_caller]
    pub fn wait_for(&self, path: &str, text: &str) {
        until(&format!("{text:?} on {path}"), || self.text(path).contains(text));
    }

    /// Waits until the errors told beside a page are these, by their codes.
    #[track_caller]
    pub fn wait_for_errors(&self, page: &str, codes: &[&str]) -> Value {
        let mut state = Value::Null;
        until(&format!("the errors {codes:?} beside {page}"), || {
            state = self.state(page);
            let errors = state["errors"].as_array().expect("a list");
            errors.iter().map(|error| error["code"].as_str().expect("a code")).eq(codes.iter().copied())
        });
        state
    }

    /// The news from now on.
    pub fn events(&self) -> Events {
        let mut stream = self.connect();
        let question = format!("GET /_afspraken/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        stream.write_all(question.as_bytes()).expect("a server that reads");
        Events(BufReader::new(stream))
    }

    /// The next line that it prints as a complaint.
    #[track_caller]
    pub fn complaint(&self) -> String {
        self.complaints.recv_timeout(DEADLINE).expect("a line on stderr")
    }

    /// Waits until the program has ended, and gives how, and all that it said after its greeting.
    #[track_caller]
    pub fn ended(mut self) -> (ExitStatus, Vec<String>) {
        let mut status = None;
        until("the program ends", || {
            status = self.child.try_wait().expect("a child");
            status.is_some()
        });
        (status.expect("an ending"), self.words.iter().chain(self.complaints.iter()).collect())
    }

    /// Asks the program to stop, as Ctrl-C does.
    #[cfg(unix)]
    pub fn interrupt(&self) {
        let id = self.child.id().to_string();
        let status = Command::new("kill").args(["-INT", &id]).status().expect("kill");
        assert!(status.success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The lines of a pipe, which is read to its end so that nobody who writes has to wait.
fn lines(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    receiver
}

/// An answer of the server.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: String,
    pub body: Vec<u8>,
}

impl Answer {
    fn of(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let (first, headers) = head.split_once("\r\n").unwrap_or((&head, ""));
        let status = first.split(' ').nth(1)?.parse().ok()?;
        let answer = Self { status, headers: headers.to_owned(), body: bytes[end + 4..].to_vec() };
        assert!(answer.header("transfer-encoding").is_none(), "only news comes in pieces");
        Some(answer)
    }

    /// The value of a header, whose name is given in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.lines().filter_map(|line| line.split_once(": "));
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// The stream of news.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The next piece of news.
    #[track_caller]
    pub fn next(&mut self) -> Value {
        self.find("anything", |_| true)
    }

    /// The first piece of news that is wanted.
    #[track_caller]
    pub fn find(&mut self, what: &str, is_wanted: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + DEADLINE;
        let mut passed = Vec::new();
        loop {
            let mut line = String::new();
            let read = self.0.read_line(&mut line).expect("a stream that stays open");
            assert!(read > 0, "the stream ended");
            // Other lines only keep the connection open.
            if let Some(data) = line.strip_prefix("data:") {
                let news = serde_json::from_str(data.trim()).expect("JSON");
                if is_wanted(&news) {
                    return news;
                }
                passed.push(news);
            }
            assert!(Instant::now() < deadline, "no news of {what}, only {passed:#?}");
        }
    }
}
