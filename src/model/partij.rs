//! Parties: who makes the agreements.

use super::WebAdres;
use super::words::words;
use crate::source::{ContentPath, Spanned};

/// A party's id: the word by which the sources name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartijId(ecow::EcoString);

impl PartijId {
    /// Reads an id: lower case letters, digits and hyphens, a letter first.
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = text.chars();
        let first = letters.next()?;
        // `partijen/index.html` is the page of all parties.
        let fits = text != "index"
            && first.is_ascii_lowercase()
            && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && text.len() <= 60;
        fits.then(|| Self(text.into()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

words! {
    /// What a party is in the agreements. The first three are the triangle of
    /// the Woningwet (handbook line 98); a bewonerscommissie only takes part
    /// where there is no tenants' organisation (line 276); care providers and
    /// others may be invited (Woningwet art. 44 lid 2).
    Rol {
        /// Municipality.
        Gemeente = "gemeente",
        /// Housing corporation.
        Corporatie = "corporatie",
        /// Tenants' organisation.
        Huurdersorganisatie = "huurdersorganisatie",
        /// Residents' committee.
        Bewonerscommissie = "bewonerscommissie",
        /// Care provider.
        Zorgpartij = "zorgpartij",
        /// Anyone else.
        Overig = "overig",
    }
}

impl Rol {
    /// Whether it speaks for tenants, who do not invest (handbook line 501).
    pub fn is_huurders(self) -> bool {
        matches!(self, Self::Huurdersorganisatie | Self::Bewonerscommissie)
    }
}

/// A party.
#[derive(Debug, Clone)]
pub struct Partij {
    /// How the sources name it.
    pub id: PartijId,
    /// Full name.
    pub naam: String,
    /// Short name, for running text and tables; the full name when none was given.
    pub kort: String,
    /// What it is.
    pub rol: Rol,
    /// Its website.
    pub website: Option<WebAdres>,
    /// Its tasks, in paragraphs; empty when what is usual for its role will do.
    pub taken: Vec<String>,
    /// Its logo.
    pub logo: Option<Spanned<ContentPath>>,
}
