//! Taking a port, and saying truly why that did not work.

use std::fmt;
use std::io::{ErrorKind, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use thiserror::Error;

use crate::diagnostic::system::reason;

/// How many more ports are tried when the first is taken.
const MORE: u16 = 20;
/// How long whoever has a port may take to say who it is.
const PATIENCE: Duration = Duration::from_millis(300);
/// Below it, many systems let only their administrator listen.
const FIRST_FREE: u16 = 1024;

/// Why there is nothing to see. All of these are matters of the machine.
#[derive(Debug, Error)]
pub enum ServeError {
    /// No port is free.
    #[error("{} Sluit wat u niet meer gebruikt, of kies een andere poort, zoals --port {}.", taken(*.first, *.last, *.holder), other(*.first))]
    Taken {
        /// The port that was asked for.
        first: u16,
        /// The last that was tried.
        last: u16,
        /// Who has the first.
        holder: Holder,
    },
    /// Only the administrator may listen there.
    #[error(
        "U mag poort {0} niet gebruiken: poorten onder 1024 zijn voor de beheerder van de computer. Kies een andere poort, zoals --port 8080."
    )]
    NotAllowed(u16),
    /// The address is of another computer.
    #[error("Deze computer heeft het adres {0} niet. Noem met --address een adres van deze computer.")]
    Elsewhere(IpAddr),
    /// The system said no for another reason.
    #[error("Het programma kan niet naar {0} luisteren: {why}.", why = reason(.1))]
    Listen(SocketAddr, std::io::Error),
    /// The system said no later on.
    #[error("Het voorbeeld is gestopt: {why}.", why = reason(.0))]
    Stopped(#[from] std::io::Error),
}

fn taken(first: u16, last: u16, holder: Holder) -> String {
    if first == last {
        format!("Poort {first} is bezet door {holder}.")
    } else {
        format!("De poorten {first} tot en met {last} zijn bezet; poort {first} door {holder}.")
    }
}

/// A port to propose, which is not the one that did not work.
fn other(port: u16) -> u16 {
    if port == 8080 { 4000 } else { 8080 }
}

/// Who has a port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Another preview.
    Preview,
    /// Another program.
    Program,
    /// Windows says no more than that we may not: a program wants it for itself alone,
    /// or the system keeps it for something else.
    Untold,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Preview => "een `afspraken serve` die nog loopt",
            Self::Program => "een ander programma",
            Self::Untold => "een ander programma of het systeem",
        })
    }
}

/// A port that was asked for and that somebody else has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub port: u16,
    /// Who has it.
    pub holder: Holder,
}

/// Takes the port, or the next that is free; 0 for any.
pub fn listen(address: IpAddr, port: u16) -> Result<(TcpListener, Option<Taken>), ServeError> {
    let last = if port == 0 { 0 } else { port.saturating_add(MORE) };
    let mut taken = None;
    for candidate in port..=last {
        let here = SocketAddr::new(address, candidate);
        let otherwise = match TcpListener::bind(here) {
            Ok(listener) => {
                listener.set_nonblocking(true)?;
                return Ok((listener, taken));
            }
            Err(error) => match error.kind() {
                ErrorKind::AddrInUse => Holder::Program,
                ErrorKind::PermissionDenied if candidate >= FIRST_FREE => Holder::Untold,
                ErrorKind::PermissionDenied => return Err(ServeError::NotAllowed(candidate)),
                ErrorKind::AddrNotAvailable => return Err(ServeError::Elsewhere(address)),
                _ => return Err(ServeError::Listen(here, error)),
            },
        };
        taken.get_or_insert_with(|| {
            let holder = if is_preview(here) { Holder::Preview } else { otherwise };
            Taken { port: candidate, holder }
        });
    }
    let holder = taken.map_or(Holder::Program, |taken| taken.holder);
    Err(ServeError::Taken { first: port, last, holder })
}

/// Whether who listens there answers as a preview does.
fn is_preview(address: SocketAddr) -> bool {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    let address = SocketAddr::new(ip, address.port());
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "HEAD /_afspraken/voorbeeld.js HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = String::new();
        stream.take(2000).read_to_string(&mut answer)?;
        Ok(answer.to_ascii_lowercase())
    };
    // Others may answer anything with 200; this header they hardly have.
    let is_ours = |answer: String| {
        answer.starts_with("http/1.1 200") && answer.contains("cross-origin-resource-policy: same-origin")
    };
    ask().is_ok_and(is_ours)
}
