//! What the system says when it cannot read or write, in Dutch.
//!
//! Systems answer in English, and each in its own words. Readers get the reason in
//! theirs; where we have none, the number under which it can be looked up.

use std::io::{Error, ErrorKind};

/// Why it did not work, as the end of a sentence.
pub fn reason(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "het bestand of de map is er niet",
        ErrorKind::PermissionDenied => "u hebt daar geen rechten voor",
        ErrorKind::AlreadyExists => "er staat al iets met die naam",
        ErrorKind::NotADirectory => "een deel van het pad is een bestand, en geen map",
        ErrorKind::IsADirectory => "het is een map, en geen bestand",
        ErrorKind::DirectoryNotEmpty => "de map is niet leeg",
        ErrorKind::ReadOnlyFilesystem => "op deze schijf kan niet worden geschreven",
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::QuotaExceeded => "u hebt geen ruimte meer op deze schijf",
        ErrorKind::FileTooLarge => "het bestand is te groot voor deze schijf",
        ErrorKind::InvalidFilename => "die naam kan hier niet",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "een ander programma is ermee bezig",
        ErrorKind::AddrInUse => "een ander programma gebruikt het al",
        ErrorKind::AddrNotAvailable => "deze computer heeft dat adres niet",
        ErrorKind::TimedOut => "het duurde te lang",
        ErrorKind::OutOfMemory => "er is te weinig geheugen",
        ErrorKind::Unsupported => "dit systeem kan dat niet",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            "het netwerk is niet bereikbaar"
        }
        _ => "",
    };
    match (known, error.raw_os_error()) {
        ("", Some(32 | 33)) if cfg!(windows) => "een ander programma heeft het bestand open".into(),
        ("", Some(number)) => format!("het systeem meldt fout {number}"),
        ("", None) => "het systeem zegt niet waarom".into(),
        (known, _) => known.into(),
    }
}
