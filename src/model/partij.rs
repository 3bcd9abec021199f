//! Parties: who makes the agreements.

use super::WebAdres;
use super::words::words;
use crate::names::PartijId;
use crate::source::{ContentPath, Spanned};

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
