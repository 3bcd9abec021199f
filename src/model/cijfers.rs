//! Tables of figures: what parties will make and spend, by year.
//!
//! Every figure has a party (handbook line 645: a joint overview must lead back
//! to each corporation), a year or the long term (line 436: numbers for the long
//! term, concrete for the first year, an outlook for those between), and where
//! it can, the agreement that it belongs to. Sums are never written but
//! reckoned, from [`Getal`]s, so that split and sum cannot differ.

use std::sync::Arc;

use super::words::words;
use super::{AfspraakNummer, Getal, Jaar, Partij, Periode, Volledigheid};
use crate::names::CijfertabelId;
use crate::order::{self, SortedMap};
use crate::source::{Span, Spanned};

words! {
    /// What a table is about; the key under which it stands in the sources.
    Cijfersoort {
        /// Numbers of something: homes, households.
        Aantallen = "aantallen",
        /// Money that is spent (handbook line 270).
        Investeringen = "investeringen",
        /// What comes in for a purpose, against what that is spent on (line 373).
        Dekking = "dekking",
    }
}

words! {
    /// In what money is counted.
    Geldeenheid {
        /// Euros.
        Euro = "euro",
        /// Thousands of euros.
        DuizendEuro = "duizend euro",
        /// Millions of euros.
        MiljoenEuro = "miljoen euro",
    }
}

impl Geldeenheid {
    /// How many zeros make euros of it.
    pub fn nullen(self) -> u32 {
        match self {
            Self::Euro => 0,
            Self::DuizendEuro => 3,
            Self::MiljoenEuro => 6,
        }
    }
}

words! {
    /// What may be added up.
    Optellen {
        /// Rows and years: homes that are built.
        Alles = "alles",
        /// Rows, but not years: homes that there are at the end of each.
        PerJaar = "per-jaar",
        /// Nothing: percentages.
        Niet = "niet",
    }
}

words! {
    /// What is meant where no figure is given.
    Leeg {
        /// It is not known.
        Onbekend = "onbekend",
        /// There is none.
        Nul = "nul",
    }
}

words! {
    /// Which way money goes.
    Geldstroom {
        /// It comes in.
        Opbrengst = "opbrengst",
        /// It is spent.
        Uitgave = "uitgave",
    }
}

/// In what a table counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Maat {
    /// Things, by the name of one or many of them.
    Aantal(String),
    /// Money, in prices of a year.
    Geld {
        /// In what it is counted.
        eenheid: Geldeenheid,
        /// In whose prices.
        prijspeil: Jaar,
    },
}

/// How far ahead a figure looks, which says how firm it is (handbook line 436).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Termijn {
    /// Before the term of the document.
    Eerder,
    /// The first year of the document: concrete.
    EersteJaar,
    /// The years after it: an outlook.
    Doorkijk,
    /// Five to ten years ahead: an indication.
    LangeTermijn,
}

impl Termijn {
    /// Where a year lies in the term of a document.
    pub fn van(jaar: Jaar, looptijd: Periode) -> Self {
        match jaar.cmp(&looptijd.van().jaar()) {
            std::cmp::Ordering::Less => Self::Eerder,
            std::cmp::Ordering::Equal => Self::EersteJaar,
            std::cmp::Ordering::Greater => Self::Doorkijk,
        }
    }
}

/// A table of figures.
#[derive(Debug, Clone)]
pub struct Cijfertabel {
    /// Its id.
    pub id: CijfertabelId,
    /// Where that stands.
    pub span: Span,
    /// What it is about.
    pub soort: Cijfersoort,
    /// Title.
    pub titel: String,
    /// In what it counts.
    pub maat: Maat,
    /// What readers should know of the figures.
    pub toelichting: Option<String>,
    /// Where the figures come from.
    pub bron: Option<String>,
    /// What may be added up.
    pub optellen: Optellen,
    /// First and last year of the long term.
    pub lange_termijn: Option<(Jaar, Jaar)>,
    /// The table of the same document that this one divides further.
    pub uitwerking_van: Option<Spanned<CijfertabelId>>,
    /// Rows, in the order in which they were written.
    pub regels: Vec<Cijferregel>,
    /// Sums that were written down, to be held against those that are reckoned.
    pub opgegeven: Opgegeven,
    /// Whether all of it could be read.
    pub volledigheid: Volledigheid,
}

/// A row: what one party does or spends.
#[derive(Debug, Clone)]
pub struct Cijferregel {
    /// Where it begins in the sources.
    pub span: Span,
    /// What it is about; without it, it is simply all that the party does.
    pub naam: Option<String>,
    /// Whose figures they are.
    pub partij: Arc<Partij>,
    /// The agreements that it belongs to.
    pub afspraken: Vec<Spanned<AfspraakNummer>>,
    /// Which way the money goes; only in a [`Cijfersoort::Dekking`].
    pub geldstroom: Option<Geldstroom>,
    /// Figures by year.
    pub jaren: Vec<(Jaar, Getal)>,
    /// The figure for the long term.
    pub lange_termijn: Option<Getal>,
    /// The sum over the years, when it was written down.
    pub opgegeven: Option<Spanned<Getal>>,
}

/// Sums as the author wrote them.
#[derive(Debug, Clone, Default)]
pub struct Opgegeven {
    /// By year.
    pub jaren: Vec<(Jaar, Spanned<Getal>)>,
    /// Of the long term.
    pub lange_termijn: Option<Spanned<Getal>>,
    /// By party, over the years.
    pub partijen: Vec<(Arc<Partij>, Spanned<Getal>)>,
    /// By the way that money goes, over the years.
    pub stromen: Vec<(Geldstroom, Spanned<Getal>)>,
    /// Over all rows and years.
    pub alles: Option<Spanned<Getal>>,
}

/// A sum of rows, by year. What is absent is not known in any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Som {
    jaren: SortedMap<Jaar, Getal>,
    lange_termijn: Option<Getal>,
}

impl Som {
    /// The sum of rows.
    pub fn van<'a>(regels: impl IntoIterator<Item = &'a Cijferregel>) -> Self {
        let mut som = Self::default();
        for regel in regels {
            for (jaar, getal) in &regel.jaren {
                som.tel(*jaar, getal);
            }
            if let Some(getal) = &regel.lange_termijn {
                som.lange_termijn =
                    Some(som.lange_termijn.as_ref().map_or_else(|| getal.clone(), |sum| sum + getal));
            }
        }
        som
    }

    /// Adds a figure of one year.
    pub fn tel(&mut self, jaar: Jaar, getal: &Getal) {
        let som = self.jaren.get_or_insert_with(jaar, Getal::nul);
        *som = &*som + getal;
    }

    /// The years of which something is known, each with its sum.
    pub fn per_jaar(&self) -> impl Iterator<Item = (Jaar, &Getal)> {
        self.jaren.iter().map(|(jaar, getal)| (*jaar, getal))
    }

    /// The sum of one year.
    pub fn jaar(&self, jaar: Jaar) -> Option<&Getal> {
        self.jaren.get(&jaar)
    }

    /// The sum of the long term.
    pub fn lange_termijn(&self) -> Option<&Getal> {
        self.lange_termijn.as_ref()
    }

    /// The sum over all years; the long term is an indication and not in it.
    pub fn totaal(&self) -> Option<Getal> {
        (!self.jaren.is_empty()).then(|| self.jaren.values().sum())
    }
}

impl Cijferregel {
    /// What it is called: its own name, or that of its party.
    pub fn opschrift(&self) -> &str {
        self.naam.as_deref().unwrap_or(&self.partij.kort)
    }

    /// The figure of one year.
    pub fn jaar(&self, jaar: Jaar) -> Option<&Getal> {
        self.jaren.iter().find(|(known, _)| *known == jaar).map(|(_, getal)| getal)
    }

    /// The sum over its years.
    pub fn totaal(&self) -> Option<Getal> {
        Som::van([self]).totaal()
    }
}

impl Cijfertabel {
    /// The years that any row has a figure of, in order.
    pub fn jaren(&self) -> Vec<Jaar> {
        let mut jaren: Vec<Jaar> =
            self.regels.iter().flat_map(|regel| regel.jaren.iter().map(|(jaar, _)| *jaar)).collect();
        order::sort_each_once(&mut jaren);
        jaren
    }

    /// The sum of all rows.
    pub fn som(&self) -> Som {
        Som::van(&self.regels)
    }

    /// The sum of the rows in which money goes one way.
    pub fn som_van(&self, stroom: Geldstroom) -> Som {
        Som::van(self.regels.iter().filter(|regel| regel.geldstroom == Some(stroom)))
    }

    /// Its rows party by party, in the order in which these come.
    pub fn per_partij(&self) -> Vec<(&Arc<Partij>, Vec<&Cijferregel>)> {
        let mut partijen: Vec<(&Arc<Partij>, Vec<&Cijferregel>)> = Vec::new();
        for regel in &self.regels {
            match partijen.iter_mut().find(|(partij, _)| partij.id == regel.partij.id) {
                Some((_, regels)) => regels.push(regel),
                None => partijen.push((&regel.partij, vec![regel])),
            }
        }
        partijen
    }

    /// Its rows subject by subject, in the order in which these come.
    pub fn per_naam(&self) -> Vec<(&str, Vec<&Cijferregel>)> {
        let mut namen: Vec<(&str, Vec<&Cijferregel>)> = Vec::new();
        for regel in &self.regels {
            match namen.iter_mut().find(|(naam, _)| *naam == regel.opschrift()) {
                Some((_, regels)) => regels.push(regel),
                None => namen.push((regel.opschrift(), vec![regel])),
            }
        }
        namen
    }

    /// Whether a figure that could be there is not known.
    pub fn heeft_onbekende(&self) -> bool {
        let jaren = self.jaren();
        self.regels.iter().any(|regel| {
            regel.jaren.len() < jaren.len() || self.lange_termijn.is_some() && regel.lange_termijn.is_none()
        })
    }

    /// Whether its figures count in an overview: those that divide another
    /// table further are in it already, and what is set against income is
    /// among the investments.
    pub fn telt_mee(&self) -> bool {
        self.uitwerking_van.is_none() && self.soort != Cijfersoort::Dekking && self.optellen != Optellen::Niet
    }
}
