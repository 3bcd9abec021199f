//! What ties an agreement to others: that it needs one, or stands or falls with some.

use super::AfspraakNummer;
use crate::place::Spanned;

/// That an agreement cannot be kept before another one is.
#[derive(Debug, Clone)]
pub struct Afhankelijkheid {
    /// The agreement that is needed, of the same document.
    pub nummer: Spanned<AfspraakNummer>,
    /// What of it is needed.
    pub nodig: Option<String>,
}

/// The id of a package, unique in its document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PakketId(ecow::EcoString);

impl PakketId {
    /// Reads an id: lower case letters, digits and hyphens, a letter first.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() <= 60
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        fits.then(|| Self(text.into()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A package deal: agreements that stand or fall together, so that no party
/// takes the sweet without the sour.
#[derive(Debug, Clone)]
pub struct Pakket {
    /// How agreements name it.
    pub id: Spanned<PakketId>,
    /// Title.
    pub titel: String,
    /// Why these belong together.
    pub toelichting: Option<String>,
}
