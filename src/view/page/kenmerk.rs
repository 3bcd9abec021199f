//! The pages of areas and target groups: which agreements are about each, over
//! all documents, and the lists of them.

use serde::Serialize;

use super::{DocumentHead, Framed, LinkView, PageMaker};
use crate::model::{Kenmerk, KenmerkFamilie, Overeenkomst};
use crate::resolve::Overview;

/// The page of an area or target group: `kenmerk.html`.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkPage {
    /// "Wijk", "Doelgroep", …
    pub soort: String,
    /// What it is exactly.
    pub toelichting: Option<String>,
    /// Agreements about it, document by document: those in force first.
    pub documenten: Vec<KenmerkDocument>,
}

/// What a document says about an area or target group.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkDocument {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The agreements, in the order of the document.
    pub afspraken: Vec<KenmerkAfspraak>,
}

/// An agreement about an area or target group.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkAfspraak {
    /// Number and title, linked.
    pub afspraak: LinkView,
    /// Title of its theme.
    pub thema: String,
    /// When, in words.
    pub wanneer: Option<String>,
    /// Short names of the parties that act.
    pub partijen: Vec<String>,
}

/// The list of all areas or all target groups: `kenmerken.html`.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkenPage {
    /// One or two sentences.
    pub uitleg: String,
    /// All of them.
    pub kenmerken: Vec<KenmerkCard>,
}

/// An area or target group in a list.
#[derive(Debug, Clone, Serialize)]
pub struct KenmerkCard {
    /// Its name, linked to its page.
    pub kenmerk: LinkView,
    /// "Wijk", "Doelgroep", …
    pub soort: String,
    /// What it is exactly.
    pub toelichting: Option<String>,
    /// How many running agreements are about it.
    pub aantal_afspraken: usize,
}

impl PageMaker<'_> {
    /// The page.
    pub fn kenmerk(&self, kenmerk: &Kenmerk) -> Framed<KenmerkPage> {
        let documenten = self.documents_in_order().into_iter().filter_map(|document| {
            let afspraken = self.about(document, kenmerk);
            (!afspraken.is_empty()).then(|| KenmerkDocument { overeenkomst: self.head(document), afspraken })
        });
        let familie = kenmerk.familie();
        let word = familie.word();
        let list = self.link(Overview::Kenmerken(familie), self.labels.text(&format!("titel-{word}")));
        let naam = &kenmerk.naam;
        let beschrijving = self.labels.with(&format!("uitleg-kenmerk-{word}"), &[("naam", naam)]);
        let mut place = self.overview_place(naam.clone(), Some(beschrijving));
        place.above.push(list.clone());
        place.overzicht = Some(list);
        (place.vorige, place.volgende) = self.neighbours(kenmerk);
        self.frame(place).around(KenmerkPage {
            documenten: documenten.collect(),
            soort: self.labels.soort_kenmerk(kenmerk.soort),
            toelichting: kenmerk.toelichting.clone(),
        })
    }

    /// Those before and after it in the list.
    fn neighbours(&self, kenmerk: &Kenmerk) -> (Option<LinkView>, Option<LinkView>) {
        let all: Vec<_> = self.project.site.kenmerken_van(kenmerk.familie()).collect();
        let here = all.iter().position(|other| other.id == kenmerk.id);
        let link = |at: Option<usize>| {
            let other = all.get(at?)?;
            Some(self.link(Overview::Kenmerk(other), other.naam.clone()))
        };
        (link(here.and_then(|at| at.checked_sub(1))), link(here.map(|at| at + 1)))
    }

    /// The running agreements of a document about an area or target group.
    fn about(&self, document: &Overeenkomst, kenmerk: &Kenmerk) -> Vec<KenmerkAfspraak> {
        let mut afspraken = Vec::new();
        for (deel, thema) in document.delen.iter().filter_map(|deel| Some((deel, deel.als_thema()?))) {
            let about = thema.lopende_afspraken().filter(|afspraak| thema.gaat_over(afspraak, kenmerk));
            afspraken.extend(about.map(|afspraak| KenmerkAfspraak {
                afspraak: self.agreement_in(document, deel, afspraak),
                thema: thema.titel.clone(),
                wanneer: self.labels.wanneer_van(afspraak),
                partijen: afspraak.wie.iter().map(|inzet| inzet.partij.kort.clone()).collect(),
            }));
        }
        afspraken
    }

    /// The page.
    pub fn kenmerken(&self, familie: KenmerkFamilie) -> Framed<KenmerkenPage> {
        let word = familie.word();
        let count = |kenmerk: &Kenmerk| {
            let themas = self.project.overeenkomsten.iter().flat_map(|document| document.themas());
            let about = |thema: &crate::model::Thema| {
                thema.lopende_afspraken().filter(|a| thema.gaat_over(a, kenmerk)).count()
            };
            themas.map(about).sum()
        };
        let kenmerken = self.project.site.kenmerken_van(familie).map(|kenmerk| KenmerkCard {
            kenmerk: self.link(Overview::Kenmerk(kenmerk), kenmerk.naam.clone()),
            soort: self.labels.soort_kenmerk(kenmerk.soort),
            toelichting: kenmerk.toelichting.clone(),
            aantal_afspraken: count(kenmerk),
        });
        let uitleg = self.labels.text(&format!("uitleg-{word}"));
        let place = self.overview_place(self.labels.text(&format!("titel-{word}")), Some(uitleg.clone()));
        self.frame(place).around(KenmerkenPage { kenmerken: kenmerken.collect(), uitleg })
    }
}
