//! The pages of areas and target groups: which agreements are about each, over
//! all documents, and the lists of them.

use crate::markdown::plain;
use crate::model::{Kenmerk, KenmerkFamilie, Overeenkomst};
use crate::resolve::Overview;
use crate::site::address;
use crate::site::pages::Pages;
use crate::site::view::{
    KenmerkAfspraak, KenmerkCard, KenmerkDocument, KenmerkPage, KenmerkenPage, LinkView,
};

impl Pages<'_> {
    pub(super) fn kenmerk(&self, kenmerk: &Kenmerk, path: &str) -> KenmerkPage {
        let documenten = self.documents_in_order().into_iter().filter_map(|document| {
            let afspraken = self.about(document, kenmerk, path);
            (!afspraken.is_empty())
                .then(|| KenmerkDocument { overeenkomst: self.head(path, document), afspraken })
        });
        let familie = kenmerk.familie();
        let word = familie.word();
        let list = self.link(
            path,
            &address::overview(Overview::Kenmerken(familie)),
            self.labels.text(&format!("titel-{word}")),
        );
        let naam = &kenmerk.naam;
        let beschrijving = self.labels.with(&format!("uitleg-kenmerk-{word}"), &[("naam", naam)]);
        let mut place = self.overview_place(path, naam.clone(), Some(beschrijving));
        place.above.push(list.clone());
        place.overzicht = Some(list);
        (place.vorige, place.volgende) = self.neighbours(kenmerk, path);
        KenmerkPage {
            documenten: documenten.collect(),
            kader: self.frame(path, place),
            soort: self.labels.soort_kenmerk(kenmerk.soort),
            toelichting: kenmerk.toelichting.clone(),
        }
    }

    /// Those before and after it in the list.
    fn neighbours(&self, kenmerk: &Kenmerk, path: &str) -> (Option<LinkView>, Option<LinkView>) {
        let all: Vec<_> = self.project.site.kenmerken_van(kenmerk.familie()).collect();
        let here = all.iter().position(|other| other.id == kenmerk.id);
        let link = |at: Option<usize>| {
            let other = all.get(at?)?;
            Some(self.link(path, &address::overview(Overview::Kenmerk(other)), other.naam.clone()))
        };
        (link(here.and_then(|at| at.checked_sub(1))), link(here.map(|at| at + 1)))
    }

    /// The running agreements of a document about an area or target group.
    fn about(&self, document: &Overeenkomst, kenmerk: &Kenmerk, path: &str) -> Vec<KenmerkAfspraak> {
        let mut afspraken = Vec::new();
        for (deel, thema) in document.delen.iter().filter_map(|deel| Some((deel, deel.als_thema()?))) {
            let page = self.href(path, &address::part(document, deel));
            let about = thema.lopende_afspraken().filter(|afspraak| thema.gaat_over(afspraak, kenmerk));
            afspraken.extend(about.map(|afspraak| KenmerkAfspraak {
                afspraak: LinkView {
                    titel: format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel)),
                    href: format!("{page}#{}", afspraak.nummer),
                },
                thema: thema.titel.clone(),
                wanneer: self.labels.wanneer_van(afspraak),
                partijen: afspraak.wie.iter().map(|inzet| inzet.partij.kort.clone()).collect(),
            }));
        }
        afspraken
    }

    pub(super) fn kenmerken(&self, familie: KenmerkFamilie, path: &str) -> KenmerkenPage {
        let word = familie.word();
        let count = |kenmerk: &Kenmerk| {
            let themas = self.project.overeenkomsten.iter().flat_map(|document| document.themas());
            let about = |thema: &crate::model::Thema| {
                thema.lopende_afspraken().filter(|a| thema.gaat_over(a, kenmerk)).count()
            };
            themas.map(about).sum()
        };
        let kenmerken = self.project.site.kenmerken_van(familie).map(|kenmerk| KenmerkCard {
            kenmerk: self.link(path, &address::overview(Overview::Kenmerk(kenmerk)), kenmerk.naam.clone()),
            soort: self.labels.soort_kenmerk(kenmerk.soort),
            toelichting: kenmerk.toelichting.clone(),
            aantal_afspraken: count(kenmerk),
        });
        let uitleg = self.labels.text(&format!("uitleg-{word}"));
        let place =
            self.overview_place(path, self.labels.text(&format!("titel-{word}")), Some(uitleg.clone()));
        KenmerkenPage { kenmerken: kenmerken.collect(), kader: self.frame(path, place), uitleg }
    }
}
