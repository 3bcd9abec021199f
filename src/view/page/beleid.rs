//! Policy and the agreements that carry it out: for each policy document a
//! table of its chapters and goals against the documents of its municipality
//! (handbook lines 600 and 643). Goals that nobody serves come first.

use std::collections::HashSet;

use serde::Serialize;

use super::{Framed, LinkView, PageMaker};
use crate::model::{Beleidsplek, Beleidsstuk, Fase, Gebied, Grondslag, Overeenkomst};
use crate::resolve::part_page;

/// Policy and what carries it out: `beleid.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyPage {
    /// A section for each policy document.
    pub stukken: Vec<PolicySection>,
}

/// A policy document with its coverage.
#[derive(Debug, Clone, Serialize)]
pub struct PolicySection {
    /// Anchor.
    pub anker: String,
    /// Title.
    pub titel: String,
    /// "volkshuisvestingsprogramma, Gemeente Zandstad, 2026 tot en met 2031"
    pub soort: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// Goals that no agreement serves; they come first.
    pub open: Vec<OpenGoal>,
    /// How many goals there are.
    pub aantal_doelen: usize,
    /// The documents that are held against it: the columns.
    pub overeenkomsten: Vec<LinkView>,
    /// Chapters and goals: the rows.
    pub regels: Vec<CoverageRow>,
}

/// A goal that no agreement serves by name.
#[derive(Debug, Clone, Serialize)]
pub struct OpenGoal {
    /// The goal.
    pub titel: String,
    /// Its chapter.
    pub hoofdstuk: String,
    /// Where its row is.
    pub href: String,
    /// Whether its chapter is served as a whole.
    pub via_hoofdstuk: bool,
}

/// A row of a coverage table.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageRow {
    /// Anchor.
    pub anker: String,
    /// What is covered.
    pub titel: String,
    /// `stuk`, `hoofdstuk`, `doel` or `prioriteit`.
    pub soort: &'static str,
    /// For each column what covers it.
    pub cellen: Vec<Vec<LinkView>>,
}

impl PageMaker<'_> {
    /// The page.
    pub fn policy(&self) -> Framed<PolicyPage> {
        let stukken = self.project.beleid.iter().map(|stuk| self.policy_section(stuk)).collect();
        self.overview("beleid", PolicyPage { stukken })
    }

    fn policy_section(&self, stuk: &Beleidsstuk) -> PolicySection {
        let documents: Vec<&Overeenkomst> = self
            .current_documents()
            .filter(|document| has_area(document, &stuk.gebied) || self.names(document, stuk))
            .collect();
        let plekken: Vec<Beleidsplek> =
            self.project.beleid.plekken().filter(|plek| plek.stuk().id == stuk.id).collect();
        let regels: Vec<CoverageRow> = plekken
            .iter()
            .map(|plek| {
                let id = plek.id().as_str();
                let (anker, titel, soort) = match plek {
                    // The heading of the section has its id.
                    Beleidsplek::Stuk(_) => (format!("_{id}"), self.labels.text("beleid-als-geheel"), "stuk"),
                    Beleidsplek::Hoofdstuk(_, part) => (id.to_owned(), part.titel.clone(), "hoofdstuk"),
                    Beleidsplek::Doel(.., doel) => (id.to_owned(), doel.tekst.clone(), "doel"),
                };
                let cells = documents.iter().map(|document| self.carried_out(document, *plek));
                CoverageRow { anker, titel, soort, cellen: cells.collect() }
            })
            .collect();
        let served: HashSet<&str> = regels
            .iter()
            .filter(|regel| regel.cellen.iter().any(|cel| !cel.is_empty()))
            .map(|regel| regel.anker.as_str())
            .collect();
        let open = plekken.iter().filter_map(|plek| match plek {
            Beleidsplek::Doel(_, hoofdstuk, doel) if !served.contains(doel.id.as_str()) => Some(OpenGoal {
                titel: doel.tekst.clone(),
                hoofdstuk: hoofdstuk.titel.clone(),
                href: format!("#{}", doel.id.as_str()),
                via_hoofdstuk: served.contains(hoofdstuk.id.as_str()),
            }),
            _ => None,
        });
        let looptijd = stuk.looptijd.map(|looptijd| self.labels.looptijd(looptijd));
        let soort: Vec<String> = [Some(stuk.soort.clone()), Some(self.labels.gebied(&stuk.gebied)), looptijd]
            .into_iter()
            .flatten()
            .collect();
        PolicySection {
            anker: stuk.id.as_str().to_owned(),
            titel: stuk.titel.clone(),
            soort: soort.join(", "),
            url: stuk.url.as_ref().map(|url| url.as_str().to_owned()),
            open: open.collect(),
            aantal_doelen: plekken.iter().filter(|plek| matches!(plek, Beleidsplek::Doel(..))).count(),
            overeenkomsten: documents.iter().map(|document| self.link(*document, &document.titel)).collect(),
            // The row of the whole only where somebody names it.
            regels: {
                let whole = served.contains(format!("_{}", stuk.id.as_str()).as_str());
                regels.into_iter().filter(|regel| whole || regel.soort != "stuk").collect()
            },
        }
    }

    /// The documents in force, to come or in the making; those of the archive serve no policy of today.
    pub(super) fn current_documents(&self) -> impl Iterator<Item = &Overeenkomst> {
        let documents = self.documents_in_order().into_iter();
        documents.filter(|document| document.fase(self.options.date) != Fase::Archief)
    }

    /// Whether a document names a policy document, or anything in it.
    fn names(&self, document: &Overeenkomst, stuk: &Beleidsstuk) -> bool {
        let named = document.noemt.policy.iter();
        named.filter_map(|text| self.project.beleid.find(text)).any(|plek| plek.stuk().id == stuk.id)
    }

    /// The themes and agreements of a document that name a chapter or goal.
    fn carried_out(&self, document: &Overeenkomst, plek: Beleidsplek) -> Vec<LinkView> {
        let names =
            |grondslag: &Grondslag| grondslag.beleid.iter().any(|text| text.value == plek.id().as_str());
        let mut links = Vec::new();
        for (deel, thema) in document.delen.iter().filter_map(|deel| Some((deel, deel.als_thema()?))) {
            if names(&thema.grondslag) {
                links.push(self.link(part_page(document, deel), &thema.titel));
            }
            let agreements = thema.lopende_afspraken().filter(|afspraak| names(&afspraak.grondslag));
            links.extend(agreements.map(|afspraak| self.agreement_in(document, deel, afspraak)));
        }
        links
    }
}

fn has_area(document: &Overeenkomst, gebied: &Gebied) -> bool {
    let name = |gebied: &Gebied| match gebied {
        Gebied::Gemeente(naam) => (0, naam.to_lowercase()),
        Gebied::Regio(naam) => (1, naam.to_lowercase()),
    };
    name(&document.gebied) == name(gebied)
}
