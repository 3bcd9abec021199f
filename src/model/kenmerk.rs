//! Areas and target groups: what an agreement is about, beside its theme
//! (handbook lines 440 and 464). `site.yaml` lists them; documents name them.

use super::words::words;
use std::sync::Arc;

use crate::names::KenmerkId;
use crate::order;
use crate::source::Span;

words! {
    /// How large an area is, from small to large.
    GebiedSoort {
        /// A neighbourhood of a town.
        Wijk = "wijk",
        /// A village or other settlement.
        Kern = "kern",
        /// A whole municipality.
        Gemeente = "gemeente",
        /// Several municipalities.
        Regio = "regio",
    }
}

/// Which of the two it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KenmerkFamilie {
    /// Areas.
    Gebieden,
    /// Target groups.
    Doelgroepen,
}

impl KenmerkFamilie {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Gebieden, Self::Doelgroepen];

    /// The key under which they stand; also the folder of their pages, and the id in labels.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gebieden => "gebieden",
            Self::Doelgroepen => "doelgroepen",
        }
    }
}

/// What something is, and for an area how large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KenmerkSoort {
    /// An area.
    Gebied(GebiedSoort),
    /// A group of people who look for a home or live in one.
    Doelgroep,
}

/// An area or target group.
#[derive(Debug, Clone)]
pub struct Kenmerk {
    /// How the sources name it.
    pub id: KenmerkId,
    /// What it is.
    pub soort: KenmerkSoort,
    /// What readers call it.
    pub naam: String,
    /// What it is exactly, in a sentence or two.
    pub toelichting: Option<String>,
    /// Where it was listed.
    pub span: Span,
}

impl Kenmerk {
    /// Which of the two lists it is in.
    pub fn familie(&self) -> KenmerkFamilie {
        match self.soort {
            KenmerkSoort::Gebied(_) => KenmerkFamilie::Gebieden,
            KenmerkSoort::Doelgroep => KenmerkFamilie::Doelgroepen,
        }
    }
}

/// The areas and target groups that something names, areas first.
#[derive(Debug, Clone, Default)]
pub struct Kenmerken(Vec<Arc<Kenmerk>>);

impl Kenmerken {
    /// Those of both lists.
    pub fn new(gebieden: Vec<Arc<Kenmerk>>, doelgroepen: Vec<Arc<Kenmerk>>) -> Self {
        Self(gebieden.into_iter().chain(doelgroepen).collect())
    }

    /// Those of one list, in the order in which they were named.
    pub fn van(&self, familie: KenmerkFamilie) -> impl Iterator<Item = &Arc<Kenmerk>> {
        self.0.iter().filter(move |kenmerk| kenmerk.familie() == familie)
    }

    /// These and those of `ander`, each once.
    pub fn met(&self, ander: &Self) -> Self {
        let mut all = self.clone();
        all.0.extend(ander.0.iter().filter(|kenmerk| !self.bevat(kenmerk)).cloned());
        order::sort_by_key(&mut all.0, |kenmerk| kenmerk.familie());
        all
    }

    /// Whether `kenmerk` is among them.
    pub fn bevat(&self, kenmerk: &Kenmerk) -> bool {
        self.0.iter().any(|known| known.familie() == kenmerk.familie() && known.id == kenmerk.id)
    }
}
