//! How parties work together while agreements hold: where they meet, whom to
//! turn to, what was changed, and what they do when it does not work out.

use std::sync::Arc;

use super::words::words;
use super::{Datum, Partij, Status};
use crate::source::Span;

words! {
    /// What somebody is for in the working together, never who it is.
    Aanspreekrol {
        /// Leads the meetings and belongs to no party (handbook line 575).
        Voorzitter = "onafhankelijk-voorzitter",
        /// Guides the process.
        Procesbegeleider = "procesbegeleider",
        /// Writes down, sends papers, keeps the calendar.
        Secretaris = "secretaris",
        /// Helps when parties disagree (line 680).
        Bemiddelaar = "bemiddelaar",
        /// To whom questions go.
        Contact = "contact",
    }
}

/// Whom to turn to: an organisation or function, no person.
#[derive(Debug, Clone)]
pub struct Aanspreekpunt {
    /// What for.
    pub rol: Aanspreekrol,
    /// The organisation or function.
    pub naam: String,
    /// The party that it belongs to; an independent one belongs to none.
    pub partij: Option<Arc<Partij>>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub telefoon: Option<String>,
}

/// A meeting that returns (handbook line 570).
#[derive(Debug, Clone)]
pub struct Overleg {
    /// Its name.
    pub naam: String,
    /// Who takes part.
    pub wie: Option<String>,
    /// How often.
    pub hoe_vaak: Option<String>,
    /// What about.
    pub waarover: Option<String>,
}

/// What parties agreed on for when they disagree (handbook lines 670 to 684).
/// What the law offers beside it is in [`super::termijn`].
#[derive(Debug, Clone)]
pub struct Geschil {
    /// What they do first, second, …
    pub stappen: Vec<String>,
    /// Who mediates, or how that one is chosen.
    pub bemiddelaar: Option<String>,
    /// Whether the judgement of the one who mediates binds them.
    pub bindend: bool,
}

/// A version of the text that went round.
#[derive(Debug, Clone)]
pub struct Versie {
    /// The author's own number, "0.8".
    pub nummer: String,
    /// Where that stands.
    pub span: Span,
    /// Of which day.
    pub datum: Datum,
    /// How far the document was.
    pub status: Option<Status>,
    /// What changed.
    pub toelichting: Option<String>,
}

words! {
    /// How much of a form a document needs.
    Documentvorm {
        /// Chapters of their own, a cover, contents.
        Gewoon = "gewoon",
        /// One page, for a corporation with a handful of dwellings (handbook line 330).
        Licht = "licht",
    }
}
