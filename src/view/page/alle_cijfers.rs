//! The figures of all documents: what each party does in all of them together,
//! with the share of each document beside the sum.
//!
//! Figures of documents that are made count apart from those in the making;
//! what is over, and offers that nobody agreed on yet, do not count.

use serde::Serialize;

use super::{FiguresView, Framed, LinkView, PageMaker};
use crate::model::{Fase, Optelling, Overeenkomst, OvereenkomstSoort};
use crate::resolve::Page;
use crate::view::below_each_other;

/// The figures of all documents: `cijfers-alle.html`.
#[derive(Debug, Clone, Serialize)]
pub struct AllFiguresPage {
    /// Documents that are made, and those in the making; only groups that hold figures.
    pub groepen: Vec<AllFiguresGroup>,
}

/// Documents whose figures are added up.
#[derive(Debug, Clone, Serialize)]
pub struct AllFiguresGroup {
    /// For class names and anchors.
    pub id: &'static str,
    /// Heading.
    pub titel: String,
    /// One sentence on which documents these are.
    pub uitleg: String,
    /// Their pages of figures.
    pub documenten: Vec<LinkView>,
    /// Sums.
    pub tabellen: Vec<FiguresView>,
}

impl PageMaker<'_> {
    /// The page.
    pub fn all_figures(&self) -> Framed<AllFiguresPage> {
        let made = |fase| matches!(fase, Fase::VanKracht | Fase::Aanstaand);
        let groups = [
            self.figures_of("gemaakt", &made),
            self.figures_of("in-de-maak", &|fase| fase == Fase::InDeMaak),
        ];
        let groepen = groups.into_iter().flatten().collect();
        self.overview("cijfers-alle", AllFiguresPage { groepen })
    }

    /// The documents in a phase and what their figures come to; nothing when they have none.
    fn figures_of(&self, id: &'static str, phase: &dyn Fn(Fase) -> bool) -> Option<AllFiguresGroup> {
        let documents: Vec<&Overeenkomst> = self
            .project
            .overeenkomsten
            .iter()
            .map(|document| &**document)
            .filter(|document| document.soort != OvereenkomstSoort::Bod && document.heeft_cijfers())
            .filter(|document| phase(document.fase(self.options.date)))
            .collect();
        let documenten = documents.iter().map(|document| self.link(Page::Figures(document), &document.titel));
        let group = AllFiguresGroup {
            id,
            titel: self.labels.text(&format!("cijfers-groep-{id}")),
            uitleg: self.labels.text(&format!("cijfers-groep-{id}-uitleg")),
            documenten: documenten.collect(),
            tabellen: self.sums(id, &documents),
        };
        (!documents.is_empty()).then_some(group)
    }

    fn sums(&self, id: &str, documents: &[&Overeenkomst]) -> Vec<FiguresView> {
        let to_document = |document: &Overeenkomst| self.way(Page::Figures(document));
        let money = Optelling::van_investeringen(documents);
        let numbers = Optelling::van_aantallen(documents);
        let money = money.iter().map(|sum| (self.labels.text("cijfers-investeringen-samen"), sum));
        let numbers = numbers.iter().map(|sum| (sum.titel.to_owned(), sum));
        money
            .chain(numbers)
            .enumerate()
            .map(|(index, (titel, sum))| {
                let blad = self.labels.optelblad(titel, sum, Some(&to_document));
                FiguresView { anker: format!("_{id}-{}", index + 1), bladen: below_each_other(blad) }
            })
            .collect()
    }
}
