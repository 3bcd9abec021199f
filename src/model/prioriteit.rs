//! The national priorities that corporations take into account in what they
//! offer (Woningwet art. 43; Btiv 2015 art. 39 lid 2: set at least once every
//! four years).
//!
//! Dated data: the list that the program carries is that of 2021–2025 (handbook
//! lines 357 to 364). A later one goes into `site.yaml`.

use super::{Afspraak, Periode, Thema, ThemaId, Volledigheid};

/// A list of priorities.
#[derive(Debug, Clone)]
pub struct Prioriteiten {
    /// The years for which it was made.
    pub periode: Periode,
    /// Where it stands.
    pub bron: String,
    /// The priorities, in their order.
    pub lijst: Vec<Prioriteit>,
    /// Whether all of them could be read.
    pub volledigheid: Volledigheid,
}

/// A priority.
#[derive(Debug, Clone)]
pub struct Prioriteit {
    /// The id of the theme that serves it, unless said otherwise.
    pub id: ThemaId,
    /// What it asks.
    pub titel: String,
}

/// The list of 2021–2025 in our own words: themes and what each asks for.
const VAN_2021: [(&str, &str); 6] = [
    ("bouwopgave", "Sneller nieuwe sociale huurwoningen bouwen"),
    ("betaalbaarheid", "Wonen betaalbaar houden, met maatwerk per gemeente"),
    ("duurzaamheid", "Sociale huurwoningen goed isoleren en van duurzame energie voorzien"),
    ("zorg", "Passende woningen maken voor mensen die zorg nodig hebben"),
    ("spoedzoekers", "Tijdelijke en andere woonvormen bieden aan mensen met haast"),
    ("leefbaarheid", "Wijken gemengd en prettig houden, met ontmoeting en beheer"),
];

impl Default for Prioriteiten {
    fn default() -> Self {
        let known =
            |(id, titel): (&str, &str)| Some(Prioriteit { id: ThemaId::parse(id)?, titel: titel.to_owned() });
        Self {
            periode: Periode::jaren(2021, 2025),
            bron: "Handreiking prestatieafspraken; Besluit toegelaten instellingen volkshuisvesting 2015, artikel 39"
                .into(),
            lijst: VAN_2021.into_iter().filter_map(known).collect(),
            volledigheid: Volledigheid::Volledig,
        }
    }
}

impl Prioriteiten {
    /// The priority with this id.
    pub fn find(&self, id: &ThemaId) -> Option<&Prioriteit> {
        self.lijst.iter().find(|prioriteit| prioriteit.id == *id)
    }

    /// Whether a theme serves a priority: as it says itself, or by its name.
    pub fn van_thema(&self, thema: &Thema, id: &ThemaId) -> bool {
        match &thema.grondslag.prioriteiten {
            Some(named) => named.iter().any(|named| named.value == *id),
            None => thema.thema == *id,
        }
    }

    /// Whether an agreement serves a priority: as it says itself, or as its theme does.
    pub fn van_afspraak(&self, thema: &Thema, afspraak: &Afspraak, id: &ThemaId) -> bool {
        match &afspraak.grondslag.prioriteiten {
            Some(named) => named.iter().any(|named| named.value == *id),
            None => self.van_thema(thema, id),
        }
    }
}
