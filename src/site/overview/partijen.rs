//! All parties, each with the same weight (handbook line 210), and who does
//! something in which theme of the agreements that hold or soon will.

use crate::model::Fase;
use crate::resolve::Place;
use crate::site::address;
use crate::site::links::PageSurroundings;
use crate::site::pages::Pages;
use crate::site::view::{PartijenGroep, PartijenPage, PartijenVerdeling};
use crate::theme::wording::fase_id;

impl Pages<'_> {
    pub(super) fn partijen(&self, path: &str) -> PartijenPage {
        let groups = [Fase::VanKracht, Fase::Aanstaand].map(|fase| PartijenGroep {
            titel: self.labels.text(&format!("groep-{}", fase_id(fase))),
            verdelingen: self
                .documents_in(fase)
                .filter_map(|document| {
                    let here = PageSurroundings::of(self, Place::Document(document), path);
                    Some(PartijenVerdeling {
                        overeenkomst: self.link(path, &address::document(document), document.titel.clone()),
                        verdeling: here.view().balance(document)?,
                    })
                })
                .collect(),
        });
        let uitleg = self.labels.text("partijen-uitleg");
        let place = self.overview_place(path, self.labels.text("titel-partijen"), Some(uitleg));
        PartijenPage {
            kader: self.frame(path, place),
            partijen: self.project.site.partijen.iter().map(|partij| self.party(path, partij)).collect(),
            groepen: groups.into_iter().filter(|group| !group.verdelingen.is_empty()).collect(),
        }
    }
}
