//! What the law and the sector's practice say on days and terms: dated facts,
//! each with its source, so that what held in an earlier year is still known.
//!
//! As the Woningwet and the Btiv 2015 were read on [`GELEZEN`]. A change of the
//! law is a new line here, never a changed one.

use super::Datum;

/// The day on which the law was read, for readers of a page that repeats it.
pub const GELEZEN: &str = "2026-07-01";

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onderwerp {
    /// The corporation invites municipality and tenants.
    Uitnodiging,
    /// The overview of intended activities is there.
    Overzicht,
    /// Those who negotiate agree.
    Overeenstemming,
    /// The agreements are published.
    Publicatie,
    /// Figures over the year before are known.
    Cijfers,
    /// The others may say what they think of a dispute.
    Zienswijze,
    /// The minister rules on a dispute.
    Uitspraak,
}

/// A day of the year, or a number of weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Termijn {
    /// On this day and month at the latest.
    Dag(i8, i8),
    /// Within so many weeks.
    Weken(u8),
}

/// One fact.
#[derive(Debug, Clone, Copy)]
pub struct Feit {
    /// What it is about.
    pub onderwerp: Onderwerp,
    /// What it says.
    pub termijn: Termijn,
    /// The first year in which it holds.
    pub vanaf: i16,
    /// Where it stands.
    pub bron: &'static str,
}

const fn feit(onderwerp: Onderwerp, termijn: Termijn, vanaf: i16, bron: &'static str) -> Feit {
    Feit { onderwerp, termijn, vanaf, bron }
}

/// All facts; of one subject the oldest first. The changes of 2022 are those of
/// handbook lines 53 to 56.
pub const FEITEN: &[Feit] = &[
    feit(Onderwerp::Uitnodiging, Termijn::Dag(1, 7), 2015, "Woningwet, artikel 44 lid 1"),
    feit(Onderwerp::Uitnodiging, Termijn::Dag(1, 4), 2022, "Woningwet, artikel 44 lid 1"),
    feit(Onderwerp::Overzicht, Termijn::Dag(1, 7), 2015, "Woningwet, artikel 44 lid 3"),
    feit(Onderwerp::Overeenstemming, Termijn::Dag(31, 10), 2015, "gebruikelijk in de sector"),
    feit(
        Onderwerp::Publicatie,
        Termijn::Dag(15, 12),
        2015,
        "Handreiking prestatieafspraken; Woningwet, artikel 44a",
    ),
    feit(Onderwerp::Cijfers, Termijn::Dag(31, 3), 2015, "Handreiking prestatieafspraken"),
    feit(Onderwerp::Zienswijze, Termijn::Weken(2), 2015, "Woningwet, artikel 44bis"),
    feit(Onderwerp::Zienswijze, Termijn::Weken(4), 2022, "Woningwet, artikel 44bis"),
    feit(Onderwerp::Uitspraak, Termijn::Weken(6), 2015, "Woningwet, artikel 44bis"),
    feit(Onderwerp::Uitspraak, Termijn::Weken(12), 2022, "Woningwet, artikel 44bis"),
];

impl Feit {
    /// What held on a subject in the year of `dag`; for the years before all
    /// facts, the oldest.
    pub fn op(onderwerp: Onderwerp, dag: Datum) -> Option<&'static Self> {
        let mut about = FEITEN.iter().filter(|feit| feit.onderwerp == onderwerp);
        let oldest = about.clone().next();
        about.rfind(|feit| feit.vanaf <= dag.jaar().getal()).or(oldest)
    }

    /// The day that it names in the year of `dag`.
    pub fn dag_in(&self, dag: Datum) -> Option<Datum> {
        match self.termijn {
            Termijn::Dag(nummer, maand) => Datum::new(dag.jaar(), maand, nummer),
            Termijn::Weken(_) => None,
        }
    }
}
