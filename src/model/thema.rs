//! The chapters of a document: themes with agreements, chapters without, appendices.

use std::sync::Arc;

use super::{
    Afspraak, Cijfertabel, Grondslag, Indicator, Kenmerk, Kenmerken, Partij, Plaats, Slug, ThemaId,
    Uitzondering,
};
use crate::markdown::{Block, BlockKind, Footnote, Mentions, Tekst};
use crate::source::{SourceId, Span};

/// A part of a document.
#[derive(Debug, Clone)]
pub enum Deel {
    /// A theme with its agreements.
    Thema(Arc<Thema>),
    /// A chapter or appendix.
    Hoofdstuk(Arc<Hoofdstuk>),
}

impl Deel {
    /// The theme, if it is one.
    pub fn als_thema(&self) -> Option<&Thema> {
        match self {
            Self::Thema(thema) => Some(thema),
            Self::Hoofdstuk(_) => None,
        }
    }

    /// Its address.
    pub fn slug(&self) -> &Slug {
        match self {
            Self::Thema(thema) => &thema.slug,
            Self::Hoofdstuk(hoofdstuk) => &hoofdstuk.slug,
        }
    }

    /// Its title.
    pub fn titel(&self) -> &str {
        match self {
            Self::Thema(thema) => &thema.titel,
            Self::Hoofdstuk(hoofdstuk) => &hoofdstuk.titel,
        }
    }

    /// What its text names outside itself.
    pub fn noemt(&self) -> &Mentions {
        match self {
            Self::Thema(thema) => &thema.noemt,
            Self::Hoofdstuk(hoofdstuk) => &hoofdstuk.noemt,
        }
    }

    /// Whether newcomers do well to read it first.
    pub fn begin_hier(&self) -> bool {
        match self {
            Self::Thema(thema) => thema.begin_hier,
            Self::Hoofdstuk(hoofdstuk) => hoofdstuk.begin_hier,
        }
    }

    /// Its file.
    pub fn source(&self) -> SourceId {
        match self {
            Self::Thema(thema) => thema.source,
            Self::Hoofdstuk(hoofdstuk) => hoofdstuk.source,
        }
    }

    /// Its tables of figures.
    pub fn cijfers(&self) -> &[Cijfertabel] {
        match self {
            Self::Thema(thema) => &thema.cijfers,
            Self::Hoofdstuk(hoofdstuk) => &hoofdstuk.cijfers,
        }
    }

    /// Place in the document: appendices after all else, then `volgorde`, then address.
    pub fn sort_key(&self) -> (bool, i32, Slug) {
        match self {
            Self::Thema(thema) => (false, thema.volgorde, thema.slug.clone()),
            Self::Hoofdstuk(hoofdstuk) => (
                matches!(hoofdstuk.soort, HoofdstukSoort::Bijlage { .. }),
                hoofdstuk.volgorde,
                hoofdstuk.slug.clone(),
            ),
        }
    }
}

/// A chapter without agreements of its own.
#[derive(Debug, Clone)]
pub struct Hoofdstuk {
    /// Its file.
    pub source: SourceId,
    /// Its address.
    pub slug: Slug,
    /// Chapter or appendix.
    pub soort: HoofdstukSoort,
    /// Title.
    pub titel: String,
    /// Place in the document; lower comes first.
    pub volgorde: i32,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// Tables of figures.
    pub cijfers: Vec<Cijfertabel>,
    /// The text.
    pub tekst: Tekst,
    /// What it rests on.
    pub grondslag: Grondslag,
    /// What the text names outside itself.
    pub noemt: Mentions,
    /// Whether newcomers do well to read it first.
    pub begin_hier: bool,
}

impl Hoofdstuk {
    /// Whether it is an appendix.
    pub fn is_bijlage(&self) -> bool {
        matches!(self.soort, HoofdstukSoort::Bijlage { .. })
    }

    /// Its text up to the first heading, and the rest.
    pub fn opening(&self) -> (&[Block], &[Block]) {
        let blocks = &self.tekst.blocks;
        let heading = blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading(_)));
        blocks.split_at(heading.unwrap_or(blocks.len()))
    }
}

/// What a chapter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoofdstukSoort {
    /// A chapter among the themes.
    Hoofdstuk,
    /// An appendix: numbered from 1 in the order of the document.
    Bijlage {
        /// Its number.
        nummer: usize,
    },
}

/// A theme: a chapter with agreements.
#[derive(Debug, Clone)]
pub struct Thema {
    /// Its file.
    pub source: SourceId,
    /// Its front matter.
    pub span: Span,
    /// Its address.
    pub slug: Slug,
    /// Which theme.
    pub thema: ThemaId,
    /// Title.
    pub titel: String,
    /// Place in the document; lower comes first.
    pub volgorde: i32,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// The shared vision (handbook line 253), in paragraphs.
    pub visie: Vec<String>,
    /// What it rests on: policy, covenants, priorities.
    pub grondslag: Grondslag,
    /// Goals.
    pub doelen: Vec<String>,
    /// Parties that take part in this theme only (handbook line 658; Woningwet art. 44 lid 2).
    pub extra_partijen: Vec<Arc<Partij>>,
    /// Areas and target groups that all of its agreements are about.
    pub kenmerken: Kenmerken,
    /// Indicators.
    pub indicatoren: Vec<Indicator>,
    /// Tables of figures.
    pub cijfers: Vec<Cijfertabel>,
    /// The parties that agree, but do not sign this theme.
    pub tekent_niet_mee: Vec<Uitzondering>,
    /// Text and agreements, in the order of the file.
    pub onderdelen: Vec<Onderdeel>,
    /// Footnotes of the whole file.
    pub voetnoten: Vec<Footnote>,
    /// What its text names outside itself.
    pub noemt: Mentions,
    /// Whether newcomers do well to read it first.
    pub begin_hier: bool,
}

/// A part of a theme.
#[derive(Debug, Clone)]
pub enum Onderdeel {
    /// Running text between agreements.
    Tekst(Vec<Block>),
    /// An agreement.
    Afspraak(Box<Afspraak>),
}

/// What a reader of a theme comes across, from the top to the end of its text.
#[derive(Debug, Clone, Copy)]
pub enum Doorlopend<'a> {
    /// Text between agreements.
    Tekst(&'a [Block]),
    /// An agreement that stands in the text.
    Afspraak(&'a Afspraak),
    /// Where a heading has nothing left below it, since its agreements stand elsewhere.
    Elders(Plaats),
}

impl Thema {
    /// Its text with the agreements that stand in it. Agreements that stand elsewhere
    /// leave a note where the heading above them would else have nothing below it.
    pub fn doorlopend(&self) -> Vec<Doorlopend<'_>> {
        let mut lopend = Vec::new();
        // The level of a heading that nothing came after so far.
        let mut open: Option<u8> = None;
        let mut moved: Option<Plaats> = None;
        for onderdeel in &self.onderdelen {
            let next = match onderdeel {
                Onderdeel::Afspraak(afspraak) if afspraak.plaats() != Plaats::Tekst => {
                    moved = moved.or(Some(afspraak.plaats()));
                    continue;
                }
                Onderdeel::Afspraak(afspraak) => Doorlopend::Afspraak(afspraak),
                Onderdeel::Tekst(blocks) => Doorlopend::Tekst(blocks),
            };
            let level = match next {
                Doorlopend::Afspraak(afspraak) => Some(afspraak.kopniveau),
                Doorlopend::Tekst([Block { kind: BlockKind::Heading(heading), .. }, ..]) => {
                    Some(heading.level)
                }
                _ => None,
            };
            if let (Some(plaats), Some(open)) = (moved.take(), open)
                && level.is_some_and(|level| level <= open)
            {
                lopend.push(Doorlopend::Elders(plaats));
            }
            open = match next {
                Doorlopend::Tekst([.., Block { kind: BlockKind::Heading(heading), .. }]) => {
                    Some(heading.level)
                }
                _ => None,
            };
            lopend.push(next);
        }
        if let (Some(plaats), Some(_)) = (moved, open) {
            lopend.push(Doorlopend::Elders(plaats));
        }
        lopend
    }

    /// Whether it goes by this name: the id of the theme, or the name of its file.
    pub fn heet(&self, naam: &str) -> bool {
        self.thema.as_str() == naam || self.slug.as_str() == naam
    }

    /// Its agreements, in order.
    pub fn afspraken(&self) -> impl Iterator<Item = &Afspraak> {
        self.onderdelen.iter().filter_map(|onderdeel| match onderdeel {
            Onderdeel::Afspraak(afspraak) => Some(afspraak.as_ref()),
            Onderdeel::Tekst(_) => None,
        })
    }

    /// Those that were not ended.
    pub fn lopende_afspraken(&self) -> impl Iterator<Item = &Afspraak> {
        self.afspraken().filter(|afspraak| afspraak.loopt())
    }

    /// Those that readers find in one place.
    pub fn afspraken_in(&self, plaats: Plaats) -> impl Iterator<Item = &Afspraak> {
        self.afspraken().filter(move |afspraak| afspraak.plaats() == plaats)
    }

    /// Whether an agreement of this theme is about an area or target group.
    pub fn gaat_over(&self, afspraak: &Afspraak, kenmerk: &Kenmerk) -> bool {
        self.kenmerken.bevat(kenmerk) || afspraak.kenmerken.bevat(kenmerk)
    }
}
