//! The figures of all documents: what each party does in all of them together,
//! with the share of each document beside the sum.
//!
//! Figures of documents that are made count apart from those in the making;
//! what is over, and offers that nobody agreed on yet, do not count.

use crate::model::{Fase, Optelling, Overeenkomst, OvereenkomstSoort};
use crate::site::address;
use crate::site::pages::Pages;
use crate::site::view::{AllFiguresGroup, AllFiguresPage, FiguresView};
use crate::view::below_each_other;

impl Pages<'_> {
    pub(super) fn all_figures(&self, path: &str) -> AllFiguresPage {
        let made = |fase| matches!(fase, Fase::VanKracht | Fase::Aanstaand);
        let groups = [
            self.figures_of("gemaakt", path, &made),
            self.figures_of("in-de-maak", path, &|fase| fase == Fase::InDeMaak),
        ];
        let titel = self.labels.text("titel-cijfers-alle");
        let place = self.overview_place(path, titel, Some(self.labels.text("cijfers-alle-uitleg")));
        AllFiguresPage { kader: self.frame(path, place), groepen: groups.into_iter().flatten().collect() }
    }

    /// The documents in a phase and what their figures come to; nothing when they have none.
    fn figures_of(
        &self,
        id: &'static str,
        path: &str,
        phase: &dyn Fn(Fase) -> bool,
    ) -> Option<AllFiguresGroup> {
        let documents: Vec<&Overeenkomst> = self
            .project
            .overeenkomsten
            .iter()
            .map(|document| &**document)
            .filter(|document| document.soort != OvereenkomstSoort::Bod && document.heeft_cijfers())
            .filter(|document| phase(document.fase(self.options.date)))
            .collect();
        let documenten =
            documents.iter().map(|document| self.link(path, &address::figures(document), &document.titel));
        let group = AllFiguresGroup {
            id,
            titel: self.labels.text(&format!("cijfers-groep-{id}")),
            uitleg: self.labels.text(&format!("cijfers-groep-{id}-uitleg")),
            documenten: documenten.collect(),
            tabellen: self.sums(id, path, &documents),
        };
        (!documents.is_empty()).then_some(group)
    }

    fn sums(&self, id: &str, path: &str, documents: &[&Overeenkomst]) -> Vec<FiguresView> {
        let to_document = |document: &Overeenkomst| self.href(path, &address::figures(document));
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
