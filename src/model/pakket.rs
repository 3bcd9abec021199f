//! What ties an agreement to others: that it needs one, or stands or falls with some.

use super::AfspraakNummer;
use crate::names::PakketId;
use crate::place::Spanned;

/// That an agreement cannot be kept before another one is.
#[derive(Debug, Clone)]
pub struct Afhankelijkheid {
    /// The agreement that is needed, of the same document.
    pub nummer: Spanned<AfspraakNummer>,
    /// What of it is needed.
    pub nodig: Option<String>,
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
