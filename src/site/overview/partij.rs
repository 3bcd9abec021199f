//! The page of a party: what it promised, what others wait for, and what it
//! waits for itself. It is what a party prints for those whom it speaks for
//! (handbook line 495).

use crate::model::{Afspraak, Band, Fase, Overeenkomst, Partij, Samenhang, Thema};
use crate::resolve::{Overview, Place, anchors};
use crate::site::address;
use crate::site::linked_data::organisation;
use crate::site::links::PageSurroundings;
use crate::site::pages::Pages;
use crate::site::view::{PartijDocument, PartijGroep, PartijInzet, PartijPage, PartijThema, PartijWacht};
use crate::theme::wording::fase_id;
use crate::view::View;

impl Pages<'_> {
    pub(super) fn partij(&self, partij: &Partij, path: &str) -> PartijPage {
        // First what it is held to.
        let groups = Fase::ALL.map(|fase| PartijGroep {
            id: fase_id(fase),
            titel: self.labels.text(&format!("groep-{}", fase_id(fase))),
            documenten: self
                .documents_in(fase)
                .filter_map(|document| self.partij_document(partij, document, path))
                .collect(),
        });
        let taken = match partij.taken.as_slice() {
            [] => vec![self.labels.text(&format!("taken-{}", partij.rol.word()))],
            own => own.to_vec(),
        };
        let beschrijving = self.labels.with("uitleg-partij", &[("naam", &partij.naam)]);
        let mut place = self.overview_place(path, partij.naam.clone(), Some(beschrijving));
        place.gegevens = Some(organisation(partij));
        let all = self.link(path, &address::overview(Overview::Partijen), self.labels.text("titel-partijen"));
        place.overzicht = Some(all.clone());
        place.above.push(all);
        PartijPage {
            kader: self.frame(path, place),
            partij: self.party(path, partij),
            taken,
            groepen: groups.into_iter().filter(|group| !group.documenten.is_empty()).collect(),
        }
    }

    /// What a party does in a document; nothing when it takes no part.
    fn partij_document(
        &self,
        partij: &Partij,
        document: &Overeenkomst,
        path: &str,
    ) -> Option<PartijDocument> {
        let whole = document.partijen.iter().any(|known| known.id == partij.id);
        let extra = document.extra_partijen();
        let single = extra.into_iter().find(|(known, _)| known.id == partij.id).map(|(_, themas)| themas);
        if !whole && single.is_none() {
            return None;
        }
        let here = PageSurroundings::of(self, Place::Document(document), path);
        let view = here.view();
        let themas = document.themas().filter_map(|thema| {
            let own = thema.lopende_afspraken().filter_map(|afspraak| {
                let inzet = afspraak.inzet_van(partij)?;
                Some(PartijInzet {
                    afspraak: view.tie(document, Band { thema, afspraak, nodig: None }),
                    inzet: inzet.tekst.clone(),
                    wanneer: self.labels.wanneer_van(afspraak),
                    middelen: self.labels.middelen(inzet),
                    stand: afspraak.voortgang.laatste().map(|last| view.light(last)),
                    middel_genoemd: inzet.bijdrage.is_some(),
                })
            });
            let inzetten: Vec<_> = own.collect();
            (!inzetten.is_empty()).then(|| PartijThema {
                anker: anchors::share(document, Some(thema)),
                label: self.labels.thema(thema),
                titel: thema.titel.clone(),
                met_middelen: inzetten.iter().any(|inzet| inzet.middel_genoemd),
                met_stand: inzetten.iter().any(|inzet| inzet.stand.is_some()),
                inzetten,
            })
        });
        Some(PartijDocument {
            anker: anchors::share(document, None),
            overeenkomst: self.head(path, document),
            alleen_bij: single.into_iter().flatten().map(|thema| self.labels.thema(thema)).collect(),
            themas: themas.collect(),
            wachten: others_wait(view, partij, document),
            wacht_op: waits_itself(view, partij, document),
            downloads: self.extracts(path, document, |keuze| keuze.is_van(partij)),
        })
    }

    /// The documents in one phase, the newest term first, as on the home page.
    pub(super) fn documents_in(&self, fase: Fase) -> impl Iterator<Item = &Overeenkomst> {
        let documents = self.documents_in_order().into_iter();
        documents.filter(move |document| document.fase(self.options.date) == fase)
    }
}

/// The agreements that still hold, each with its theme.
fn lopend(document: &Overeenkomst) -> impl Iterator<Item = (&Thema, &Afspraak)> {
    document.themas().flat_map(|thema| thema.lopende_afspraken().map(move |afspraak| (thema, afspraak)))
}

/// Agreements of others that wait for one in which the party acts.
fn others_wait(view: View, partij: &Partij, document: &Overeenkomst) -> Vec<PartijWacht> {
    let running = lopend(document).filter(|(_, afspraak)| afspraak.raakt_anderen_dan(partij));
    let pairs = running.flat_map(|(thema, afspraak)| {
        let needs = Samenhang(document).nodig_voor(afspraak);
        let own = needs.filter(|need| need.afspraak.inzet_van(partij).is_some());
        own.map(move |need| (Band { thema, afspraak, nodig: None }, need))
    });
    pairs.map(|(waiting, need)| wait(view, document, waiting, need)).collect()
}

/// Agreements in which the party acts that wait for one in which others act.
fn waits_itself(view: View, partij: &Partij, document: &Overeenkomst) -> Vec<PartijWacht> {
    let own = lopend(document).filter(|(_, afspraak)| afspraak.inzet_van(partij).is_some());
    let pairs = own.flat_map(|(thema, afspraak)| {
        let needs = Samenhang(document).nodig_voor(afspraak);
        let of_others = needs.filter(|need| need.afspraak.raakt_anderen_dan(partij));
        of_others.map(move |need| (Band { thema, afspraak, nodig: None }, need))
    });
    pairs.map(|(waiting, need)| wait(view, document, waiting, need)).collect()
}

fn wait(view: View, document: &Overeenkomst, waiting: Band, need: Band) -> PartijWacht {
    PartijWacht {
        nodig: need.nodig.map(str::to_owned),
        wachtend: view.tie(document, waiting),
        op: view.tie(document, need),
    }
}
