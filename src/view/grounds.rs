//! What a theme, chapter or agreement rests on: policy, the register, national
//! priorities.

use serde::Serialize;

use super::{MaybeLink, OpSite, View};
use crate::model::Grondslag;
use crate::resolve::Destination;

/// What a theme, chapter or agreement rests on: `delen/grondslag.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GroundsView {
    /// Policy.
    pub beleid: Vec<MaybeLink>,
    /// Covenants, research and other entries of the register.
    pub verwijzingen: Vec<MaybeLink>,
    /// National priorities, when these were named.
    pub prioriteiten: OpSite<Vec<MaybeLink>>,
}

impl View<'_> {
    /// What it rests on.
    pub fn grounds(&self, grondslag: &Grondslag) -> GroundsView {
        let beleid = grondslag.beleid.iter().map(|text| match self.project.beleid.find(&text.value) {
            Some(plek) => self.link(plek.titel(), Destination::Policy(plek)),
            None => MaybeLink { titel: text.value.clone().into(), href: None },
        });
        let named = grondslag.verwijzingen.iter();
        let named = named.filter_map(|id| self.project.verwijzingen.find(id.value.as_str()));
        let verwijzingen = named.map(|found| self.link(found.titel.clone(), Destination::Source(found)));
        let lijst = &self.project.site.prioriteiten;
        let named = grondslag.prioriteiten.iter().flatten();
        let named = named.filter_map(|id| lijst.find(&id.value));
        let prioriteiten = named.map(|found| self.link(found.titel.clone(), Destination::Priority(found)));
        GroundsView {
            beleid: beleid.collect(),
            verwijzingen: verwijzingen.collect(),
            prioriteiten: OpSite(prioriteiten.collect()),
        }
    }
}
