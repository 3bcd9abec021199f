//! All parties, each with the same weight (handbook line 210), and who does
//! something in which theme of the agreements that hold or soon will.

use serde::Serialize;

use super::{Framed, LinkView, PageMaker, PartyView};
use crate::model::{Fase, OVERZICHTELIJK};
use crate::theme::wording::fase_id;
use crate::view::BalanceView;

/// All parties: `partijen.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PartijenPage {
    /// The parties, in the order of the site.
    pub partijen: Vec<PartyView>,
    /// Who acts where, by phase; only groups that hold something, and none where there are too many documents.
    pub groepen: Vec<PartijenGroep>,
}

/// Documents in one phase.
#[derive(Debug, Clone, Serialize)]
pub struct PartijenGroep {
    /// Heading.
    pub titel: String,
    /// A table a document.
    pub verdelingen: Vec<PartijenVerdeling>,
}

/// Who acts where in one document.
#[derive(Debug, Clone, Serialize)]
pub struct PartijenVerdeling {
    /// The document.
    pub overeenkomst: LinkView,
    /// The table.
    pub verdeling: BalanceView,
}

impl PageMaker<'_> {
    /// The page.
    pub fn partijen(&self) -> Framed<PartijenPage> {
        let groups = [Fase::VanKracht, Fase::Aanstaand].map(|fase| PartijenGroep {
            titel: self.labels.text(&format!("groep-{}", fase_id(fase))),
            verdelingen: self
                .documents_in(fase)
                .filter(|_| self.project.overeenkomsten.len() <= OVERZICHTELIJK)
                .filter_map(|document| {
                    Some(PartijenVerdeling {
                        overeenkomst: self.link(document, document.titel.clone()),
                        verdeling: self.balance(document)?,
                    })
                })
                .collect(),
        });
        let page = PartijenPage {
            partijen: self.project.site.partijen.iter().map(|partij| self.party(partij)).collect(),
            groepen: groups.into_iter().filter(|group| !group.verdelingen.is_empty()).collect(),
        };
        self.overview("partijen", page)
    }
}
