//! The register of what agreements rest on: covenants, research, policy and
//! regulations that are no part of a document and that it refers to (handbook
//! lines 485 and 580).

use std::collections::HashMap;
use std::ops::Deref;

use ecow::EcoString;

use super::words::words;
use super::{Datum, Jaar, Maand, ThemaId, WebAdres};
use crate::markdown::Mentions;
use crate::names::VerwijzingId;
use crate::source::{ContentPath, Span, Spanned, Stamp};

words! {
    /// Kinds of entries.
    VerwijzingSoort {
        /// What parties promised each other elsewhere.
        Convenant = "convenant",
        /// Who works together in what.
        Samenwerkingsovereenkomst = "samenwerkingsovereenkomst",
        /// Policy that is not in `beleid.yaml`.
        Beleid = "beleid",
        /// Rules of a municipality, province or ministry.
        Regeling = "regeling",
        /// Figures and research.
        Onderzoek = "onderzoek",
    }
}

impl VerwijzingSoort {
    /// Whether parties bound themselves by it, so that it should be named somewhere.
    pub fn bindt(self) -> bool {
        matches!(self, Self::Convenant | Self::Samenwerkingsovereenkomst)
    }
}

/// When something was made, as precisely as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datering {
    /// On this day.
    Dag(Datum),
    /// In this month.
    Maand(Maand),
    /// In this year.
    Jaar(Jaar),
}

impl Datering {
    /// Reads a day, a month or a year.
    pub fn parse(text: &str) -> Option<Self> {
        Datum::parse(text)
            .map(Self::Dag)
            .or_else(|| Maand::parse(text).map(Self::Maand))
            .or_else(|| Jaar::parse(text).map(Self::Jaar))
    }

    /// In words.
    pub fn voluit(self) -> String {
        match self {
            Self::Dag(datum) => datum.voluit(),
            Self::Maand(maand) => maand.voluit(),
            Self::Jaar(jaar) => jaar.to_string(),
        }
    }
}

/// An entry of the register.
#[derive(Debug, Clone)]
pub struct Verwijzing {
    /// Its id.
    pub id: VerwijzingId,
    /// Where that stands.
    pub span: Span,
    /// Title.
    pub titel: String,
    /// Kind.
    pub soort: VerwijzingSoort,
    /// When it was made.
    pub datum: Option<Datering>,
    /// Who made it: ids of parties, or names of others.
    pub partijen: Vec<String>,
    /// Where it is on the web.
    pub url: Option<WebAdres>,
    /// Where it is in the sources.
    pub bestand: Option<Spanned<ContentPath>>,
    /// One or two sentences.
    pub samenvatting: Option<String>,
}

/// The register, in the order of its file.
#[derive(Debug, Clone, Default)]
pub struct Verwijzingen {
    lijst: Vec<Verwijzing>,
    /// Where each stands.
    by_id: HashMap<VerwijzingId, usize>,
    /// Stands for the whole file.
    pub stamp: Option<Stamp>,
}

impl Verwijzingen {
    /// These entries, no two with one id, of a file that `stamp` stands for.
    pub fn new(lijst: Vec<Verwijzing>, stamp: Option<Stamp>) -> Self {
        let ids = lijst.iter().enumerate().map(|(index, verwijzing)| (verwijzing.id.clone(), index));
        let by_id = ids.collect();
        Self { lijst, by_id, stamp }
    }

    /// The entry with this id.
    pub fn find(&self, id: &str) -> Option<&Verwijzing> {
        self.by_id.get(id).map(|index| &self.lijst[*index])
    }

    /// The files of the sources that it names.
    pub fn bestanden(&self) -> impl Iterator<Item = &Spanned<ContentPath>> {
        self.lijst.iter().filter_map(|verwijzing| verwijzing.bestand.as_ref())
    }
}

impl Deref for Verwijzingen {
    type Target = [Verwijzing];

    fn deref(&self) -> &[Verwijzing] {
        &self.lijst
    }
}

/// What a theme, chapter or agreement rests on.
#[derive(Debug, Clone, Default)]
pub struct Grondslag {
    /// Policy that it serves (handbook line 600): the id of a document, chapter
    /// or goal of `beleid.yaml`, or any words.
    pub beleid: Vec<Spanned<String>>,
    /// Entries of the register.
    pub verwijzingen: Vec<Spanned<VerwijzingId>>,
    /// The national priorities that it serves, when these were named; else they
    /// follow from its theme.
    pub prioriteiten: Option<Vec<Spanned<ThemaId>>>,
}

impl Grondslag {
    /// Notes what it names among what a text names.
    pub fn note_in(&self, mentions: &mut Mentions) {
        mentions.policy.extend(self.beleid.iter().map(|text| EcoString::from(&text.value)));
        mentions.sources.extend(self.verwijzingen.iter().map(|id| EcoString::from(id.value.as_str())));
    }

    /// This and what `ander` adds to it, each once; priorities that `ander`
    /// names come in the place of these.
    pub fn met(&self, ander: &Self) -> Self {
        fn both<T: Clone + PartialEq>(own: &[Spanned<T>], other: &[Spanned<T>]) -> Vec<Spanned<T>> {
            let is_new = |one: &&Spanned<T>| own.iter().all(|known| known.value != one.value);
            own.iter().chain(other.iter().filter(is_new)).cloned().collect()
        }
        Self {
            beleid: both(&self.beleid, &ander.beleid),
            verwijzingen: both(&self.verwijzingen, &ander.verwijzingen),
            prioriteiten: ander.prioriteiten.clone().or_else(|| self.prioriteiten.clone()),
        }
    }
}
