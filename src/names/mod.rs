//! What things are called, in texts and in addresses: numbers of agreements, parts
//! of an address, places on the web, laws. Texts name things by these, and the
//! domain is made of them.

mod id;
mod webadres;
mod wet;

use std::fmt;

use crate::place::signs;

pub use id::{BeleidId, CijfertabelId, IndicatorId, KenmerkId, PakketId, PartijId, ThemaId, VerwijzingId};
pub use webadres::{GeenWebAdres, WebAdres, adres_in_ascii};
pub use wet::{Bepaling, PEILDATUM, Wet};

/// The number of an agreement: the author's own (`B1`, `1.4.2`), never derived
/// from its place, so that it means the same in every version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AfspraakNummer(ecow::EcoString);

impl AfspraakNummer {
    /// Reads a number: letters, digits, dots and hyphens, with at least one
    /// digit, at most 20 in all.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() <= 20
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.ends_with(|c: char| c.is_ascii_alphanumeric())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-')
            && text.contains(|c: char| c.is_ascii_digit());
        fits.then(|| Self(text.into()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AfspraakNummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The part of an address that stands for a file or folder: lower case, only
/// letters, digits and hyphens, so that it is the same on every web server.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(ecow::EcoString);

impl Slug {
    /// The slug for a name; nothing when no letter or digit is left.
    pub fn of(name: &str) -> Option<Self> {
        let slug = slug::slugify(signs::as_read(name));
        (!slug.is_empty()).then(|| Self(slug.into()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
