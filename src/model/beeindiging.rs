//! The end of an agreement before that of its document (handbook line 202).

use super::words::words;
use super::{AfspraakNummer, Datum};
use crate::source::Spanned;

words! {
    /// Why an agreement ended.
    EindReden {
        /// It was done.
        Afgerond = "afgerond",
        /// It serves no purpose any more.
        NietMeerAanDeOrde = "niet-meer-aan-de-orde",
        /// Another agreement came in its place.
        Vervangen = "vervangen",
    }
}

/// That parties ended an agreement. It keeps its number, and is kept to be read
/// back; it is no longer counted among what runs.
#[derive(Debug, Clone)]
pub struct Beeindiging {
    /// From this day on it no longer holds.
    pub per: Spanned<Datum>,
    /// Why.
    pub reden: Spanned<EindReden>,
    /// More about it.
    pub toelichting: Option<String>,
    /// The agreement that came in its place.
    pub door: Option<Spanned<AfspraakNummer>>,
}
