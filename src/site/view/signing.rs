//! What templates get of decisions and signatures.

use serde::Serialize;

use super::LinkView;

/// A decision.
#[derive(Debug, Clone, Serialize)]
pub struct ApprovalView {
    /// The body that decides.
    pub orgaan: String,
    /// Of which party.
    pub partij: String,
    /// What it decided and when, or that it is still to, in words.
    pub besluit: String,
    /// Its reservation, open or lifted, in words.
    pub voorbehoud: Option<String>,
    /// A remark.
    pub opmerking: Option<String>,
}

/// Signatures, without the handwriting.
#[derive(Debug, Clone, Serialize)]
pub struct SigningView {
    /// "ondertekend" or not yet.
    pub getekend: bool,
    /// Where.
    pub plaats: Option<String>,
    /// When.
    pub datum: Option<String>,
    /// Party and function.
    pub door: Vec<SignatoryView>,
    /// What it means that not every party signs for all; absent when each does.
    pub clausule: Option<String>,
    /// The parts that a party does not sign.
    pub uitzonderingen: Vec<ExceptionView>,
}

/// Who signs for a party.
#[derive(Debug, Clone, Serialize)]
pub struct SignatoryView {
    /// Name of the party.
    pub partij: String,
    /// Function of who signs.
    pub functie: String,
    /// On whose behalf, in words.
    pub namens: Option<String>,
    /// By what power, in words.
    pub mandaat: Option<String>,
    /// Where and when, when not with the others, in words.
    pub apart: Option<String>,
    /// That it signs for all but some parts, in words.
    pub behalve: Option<String>,
    /// What it signs for; absent when that is all, or all but some.
    pub voor: Option<Vec<SignedPart>>,
}

/// A theme of which a party signs something.
#[derive(Debug, Clone, Serialize)]
pub struct SignedPart {
    /// Title of the theme.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// Numbers of the agreements, linked; none when it is all of the theme.
    pub afspraken: Vec<LinkView>,
}

/// A party that agrees with the whole, but does not sign a part.
#[derive(Debug, Clone, Serialize)]
pub struct ExceptionView {
    /// The party: its short name at the part itself, its full name in the table.
    pub partij: String,
    /// Which part; absent at the part itself.
    pub deel: Option<ExceptionPart>,
    /// Why.
    pub reden: String,
}

/// The theme or agreement that is not signed.
#[derive(Debug, Clone, Serialize)]
pub struct ExceptionPart {
    /// Its title, after its number.
    pub titel: String,
    /// Where it is.
    pub href: String,
}
