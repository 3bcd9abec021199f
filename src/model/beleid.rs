//! Policy that agreements carry out: the programme of a municipality with its
//! chapters and goals (handbook lines 600 and 643; Woningwet art. 42 lid 1).

use std::collections::HashMap;
use std::ops::Deref;

use super::{Gebied, Periode, WebAdres};
use crate::names::BeleidId;
use crate::source::{Span, Stamp};

/// A policy document.
#[derive(Debug, Clone)]
pub struct Beleidsstuk {
    /// Its id.
    pub id: BeleidId,
    /// Where that stands.
    pub span: Span,
    /// Title.
    pub titel: String,
    /// What it is, in the words that fit its time: volkshuisvestingsprogramma, woonvisie, …
    pub soort: String,
    /// Whose it is.
    pub gebied: Gebied,
    /// When it holds.
    pub looptijd: Option<Periode>,
    /// Where it can be read.
    pub url: Option<WebAdres>,
    /// Its chapters.
    pub hoofdstukken: Vec<Beleidshoofdstuk>,
}

/// A chapter of a policy document.
#[derive(Debug, Clone)]
pub struct Beleidshoofdstuk {
    /// Its id.
    pub id: BeleidId,
    /// Title.
    pub titel: String,
    /// Goals.
    pub doelen: Vec<Beleidsdoel>,
}

/// A goal of a policy document.
#[derive(Debug, Clone)]
pub struct Beleidsdoel {
    /// Its id.
    pub id: BeleidId,
    /// What is to be reached.
    pub tekst: String,
}

/// What an id of `beleid.yaml` stands for.
#[derive(Debug, Clone, Copy)]
pub enum Beleidsplek<'a> {
    /// A document as a whole.
    Stuk(&'a Beleidsstuk),
    /// A chapter.
    Hoofdstuk(&'a Beleidsstuk, &'a Beleidshoofdstuk),
    /// A goal.
    Doel(&'a Beleidsstuk, &'a Beleidshoofdstuk, &'a Beleidsdoel),
}

impl<'a> Beleidsplek<'a> {
    /// The document that it is in.
    pub fn stuk(self) -> &'a Beleidsstuk {
        match self {
            Self::Stuk(stuk) | Self::Hoofdstuk(stuk, _) | Self::Doel(stuk, ..) => stuk,
        }
    }

    /// Its id.
    pub fn id(self) -> &'a BeleidId {
        match self {
            Self::Stuk(stuk) => &stuk.id,
            Self::Hoofdstuk(_, hoofdstuk) => &hoofdstuk.id,
            Self::Doel(_, _, doel) => &doel.id,
        }
    }

    /// What it says, after the title of its document.
    pub fn titel(self) -> String {
        match self {
            Self::Stuk(stuk) => stuk.titel.clone(),
            Self::Hoofdstuk(stuk, hoofdstuk) => format!("{}: {}", stuk.titel, hoofdstuk.titel),
            Self::Doel(stuk, _, doel) => format!("{}: {}", stuk.titel, doel.tekst),
        }
    }
}

/// All policy documents, in the order of their file.
#[derive(Debug, Clone, Default)]
pub struct Beleid {
    stukken: Vec<Beleidsstuk>,
    /// Of each id the document that it is in.
    by_id: HashMap<BeleidId, usize>,
    /// Stands for the whole file.
    pub stamp: Option<Stamp>,
}

impl Beleid {
    /// These documents, of a file that `stamp` stands for.
    pub fn new(stukken: Vec<Beleidsstuk>, stamp: Option<Stamp>) -> Self {
        let ids = |(index, stuk)| plekken_van(stuk).map(move |plek| (plek.id().clone(), index));
        let by_id = stukken.iter().enumerate().flat_map(ids).collect();
        Self { stukken, by_id, stamp }
    }

    /// What `text` stands for, when it is an id to the letter; other texts are just words.
    pub fn find(&self, text: &str) -> Option<Beleidsplek<'_>> {
        let index = self.by_id.get(text)?;
        plekken_van(&self.stukken[*index]).find(|plek| plek.id().as_str() == text)
    }

    /// All that has an id, in order.
    pub fn plekken(&self) -> impl Iterator<Item = Beleidsplek<'_>> {
        self.stukken.iter().flat_map(plekken_van)
    }
}

fn plekken_van(stuk: &Beleidsstuk) -> impl Iterator<Item = Beleidsplek<'_>> {
    let chapters = stuk.hoofdstukken.iter().flat_map(move |hoofdstuk| {
        let goals = hoofdstuk.doelen.iter().map(move |doel| Beleidsplek::Doel(stuk, hoofdstuk, doel));
        std::iter::once(Beleidsplek::Hoofdstuk(stuk, hoofdstuk)).chain(goals)
    });
    std::iter::once(Beleidsplek::Stuk(stuk)).chain(chapters)
}

impl Deref for Beleid {
    type Target = [Beleidsstuk];

    fn deref(&self) -> &[Beleidsstuk] {
        &self.stukken
    }
}
