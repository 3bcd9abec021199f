//! What things are called, in texts and in addresses: numbers of agreements, parts
//! of an address, places on the web, laws. Texts name things by these, and the
//! domain is made of them.

mod webadres;
mod wet;

use std::fmt;

use crate::place::signs;

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

/// The id of a theme. Six come with a label and an icon (Btiv 2015 art. 39, the
/// national priorities of 2021–2025); any other may be used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThemaId(Slug);

impl ThemaId {
    /// The themes that come with a label and an icon.
    pub const BEKEND: [&str; 6] =
        ["bouwopgave", "betaalbaarheid", "duurzaamheid", "zorg", "spoedzoekers", "leefbaarheid"];

    /// Reads an id: lower case letters, digits and hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        Slug::of(text).filter(|slug| slug.as_str() == text).map(Self)
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}
