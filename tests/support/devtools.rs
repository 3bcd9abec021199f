//! The DevTools protocol: commands and events as JSON over a WebSocket, those of each page in a session of its own.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long the browser may say nothing while an answer is due. Longer than a page waits for a condition.
const SILENCE: Duration = Duration::from_secs(45);

/// What is known of a page without asking.
#[derive(Default)]
pub struct Tab {
    /// How often it was loaded.
    pub loads: u32,
    /// What went wrong on it.
    pub problems: Vec<String>,
}

/// The socket on which all pages talk, each in a session of its own.
pub struct Connection {
    socket: WebSocket<TcpStream>,
    last: u64,
    tabs: HashMap<String, Tab>,
}

impl Connection {
    /// Talks to the browser at a `ws://` address.
    pub fn open(address: &str) -> Self {
        let host = address.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).expect("the browser listens");
        stream.set_nodelay(true).expect("a socket");
        stream.set_read_timeout(Some(SILENCE)).expect("a socket");
        stream.set_write_timeout(Some(SILENCE)).expect("a socket");
        let (socket, _) = tungstenite::client(address, stream).expect("the browser speaks WebSocket");
        Self { socket, last: 0, tabs: HashMap::new() }
    }

    /// What is known of a page up to now.
    pub fn tab(&mut self, session: &str) -> &mut Tab {
        self.tabs.entry(session.into()).or_default()
    }

    /// What a command gives; fails when it does.
    #[track_caller]
    pub fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Value {
        self.ask(session, method, params).unwrap_or_else(|problem| panic!("{method}: {problem}"))
    }

    /// What a command gives, or why it does not.
    pub fn ask(&mut self, session: Option<&str>, method: &str, params: Value) -> Result<Value, String> {
        let id = self.send(session, method, &params).unwrap_or_else(|error| panic!("{method}: {error}"));
        loop {
            let mut message = self.read(method);
            if message["id"] == id {
                return match message.get("error") {
                    Some(error) => Err(text(&error["message"])),
                    None => Ok(message["result"].take()),
                };
            }
        }
    }

    /// Gives a command without waiting for what comes of it.
    pub fn send(
        &mut self,
        session: Option<&str>,
        method: &str,
        params: &Value,
    ) -> Result<u64, Box<tungstenite::Error>> {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": params});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        self.socket.send(Message::text(message.to_string()))?;
        Ok(self.last)
    }

    /// Reads until something that was told makes the condition true.
    pub fn read_until(
        &mut self,
        deadline: Instant,
        what: &str,
        mut condition: impl FnMut(&mut Self) -> bool,
    ) {
        while !condition(self) {
            assert!(Instant::now() < deadline, "too late: {what}");
            self.read(what);
        }
    }

    /// The next message; what it tells of a page is kept.
    fn read(&mut self, what: &str) -> Value {
        loop {
            match self.socket.read() {
                Ok(Message::Text(message)) => {
                    let message: Value = serde_json::from_str(&message).expect("JSON from the browser");
                    self.note(&message);
                    return message;
                }
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    panic!("the browser said nothing for {SILENCE:?}, while waiting for {what}")
                }
                Err(error) => panic!("the browser is gone, while waiting for {what}: {error}"),
            }
        }
    }

    fn note(&mut self, message: &Value) {
        let Some(session) = message["sessionId"].as_str() else { return };
        let params = &message["params"];
        let problem = match message["method"].as_str() {
            Some("Page.loadEventFired") => {
                self.tab(session).loads += 1;
                return;
            }
            Some("Runtime.exceptionThrown") => exception(&params["exceptionDetails"]),
            Some("Runtime.consoleAPICalled") if params["type"] == "error" || params["type"] == "assert" => {
                let arguments = params["args"].as_array().map_or(&[][..], Vec::as_slice);
                let words = arguments.iter().map(|argument| match &argument["value"] {
                    Value::Null => text(&argument["description"]),
                    value => text(value),
                });
                format!("console: {}", words.collect::<Vec<_>>().join(" "))
            }
            Some("Log.entryAdded") if params["entry"]["level"] == "error" => {
                let entry = &params["entry"];
                format!("{}: {} {}", text(&entry["source"]), text(&entry["text"]), text(&entry["url"]))
            }
            Some("Inspector.targetCrashed") => "the page crashed".into(),
            _ => return,
        };
        self.tab(session).problems.push(problem);
    }
}

/// What an exception says, with the place where it was thrown.
pub fn exception(details: &Value) -> String {
    let description = &details["exception"]["description"];
    let thrown = if description.is_null() { &details["exception"]["value"] } else { description };
    format!("{} {} {}:{}", text(&details["text"]), text(thrown), text(&details["url"]), details["lineNumber"])
}

/// A text, or what else is there, written out.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
