//! As much of HTTP/1.1 as measuring needs: one connection that stays open, and a count of all that was answered.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Asks one server.
pub struct Client {
    host: String,
    stream: Option<BufReader<TcpStream>>,
    /// Answers with status 200.
    pub good: usize,
    /// All other answers, and questions without one.
    pub bad: usize,
    /// What went wrong: with those, and whatever else is found to be.
    pub failures: Vec<String>,
}

impl Client {
    /// For a server at an address such as `http://127.0.0.1:4600/`; does not connect yet.
    pub fn new(address: &str) -> Self {
        let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { host, stream: None, good: 0, bad: 0, failures: Vec::new() }
    }

    /// The body of what is at a path that begins with `/`; none when the answer was no 200.
    pub fn get(&mut self, path: &str) -> Option<String> {
        match self.ask(path) {
            Ok((200, body)) => {
                self.good += 1;
                return Some(body);
            }
            Ok((status, _)) => self.failures.push(format!("{path}: status {status}")),
            Err(error) => {
                self.stream = None;
                self.failures.push(format!("{path}: {error}"));
            }
        }
        self.bad += 1;
        None
    }

    fn ask(&mut self, path: &str) -> io::Result<(u16, String)> {
        let stream = match &mut self.stream {
            Some(stream) => stream,
            none => none.insert(connect(&self.host)?),
        };
        write!(stream.get_mut(), "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host)?;
        let status = status(&line(stream)?)?;
        let mut length = 0;
        let mut chunked = false;
        let mut closes = false;
        loop {
            let header = line(stream)?.to_ascii_lowercase();
            let Some((name, value)) = header.split_once(':') else { break };
            match (name, value.trim()) {
                ("content-length", value) => length = value.parse().map_err(io::Error::other)?,
                ("transfer-encoding", value) => chunked = value == "chunked",
                ("connection", value) => closes = value == "close",
                _ => {}
            }
        }
        let body = if chunked { chunks(stream)? } else { exactly(stream, length)? };
        if closes {
            self.stream = None;
        }
        Ok((status, String::from_utf8(body).map_err(io::Error::other)?))
    }
}

fn connect(host: &str) -> io::Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(host)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(BufReader::with_capacity(1 << 16, stream))
}

fn status(line: &str) -> io::Result<u16> {
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    status.ok_or_else(|| io::Error::other(format!("no status line: {line:?}")))
}

fn line(stream: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    line.truncate(line.trim_end().len());
    Ok(line)
}

fn exactly(stream: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(body)
}

fn chunks(stream: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = line(stream)?;
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default(), 16);
        let size = size.map_err(io::Error::other)?;
        body.append(&mut exactly(stream, size)?);
        // The empty line after each chunk, and after the last one, which has no trailers here.
        line(stream)?;
        if size == 0 {
            return Ok(body);
        }
    }
}
