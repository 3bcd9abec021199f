//! The page of a party: what it does, in which document.

use crate::markdown::plain;
use crate::model::Partij;
use crate::site::address;
use crate::site::linked_data::organisation;
use crate::site::pages::Pages;
use crate::site::view::{ContributionLink, PartijDocument, PartijPage};

impl Pages<'_> {
    pub(super) fn partij(&self, partij: &Partij, path: &str) -> PartijPage {
        let mut documenten = Vec::new();
        for document in &self.project.overeenkomsten {
            let mut inzetten = Vec::new();
            for (deel, thema) in document.delen.iter().filter_map(|deel| Some((deel, deel.als_thema()?))) {
                let page = address::part(document, deel);
                for afspraak in thema.lopende_afspraken() {
                    let own = afspraak.wie.iter().filter(|inzet| inzet.partij.id == partij.id);
                    inzetten.extend(own.map(|inzet| ContributionLink {
                        nummer: afspraak.nummer.to_string(),
                        titel: plain::inlines(&afspraak.titel),
                        href: format!("{}#{}", self.href(path, &page), afspraak.nummer),
                        inzet: inzet.tekst.clone(),
                        wanneer: self.labels.wanneer_van(afspraak),
                    }));
                }
            }
            if document.partijen.iter().any(|known| known.id == partij.id) {
                documenten.push(PartijDocument { overeenkomst: self.head(path, document), inzetten });
            }
        }
        // The newest first, as on the home page.
        documenten.reverse();
        let beschrijving = self.labels.with("uitleg-partij", &[("naam", &partij.naam)]);
        let mut place = self.overview_place(path, partij.naam.clone(), Some(beschrijving));
        place.gegevens = Some(organisation(partij));
        PartijPage { kader: self.frame(path, place), partij: self.party(path, partij), documenten }
    }
}
