//! What evaluations say, on both sides: all of it with the evaluation itself,
//! and the verdict at each agreement that it is about.

use super::address;
use super::links::PageSurroundings;
use super::pages::Pages;
use super::view::{
    EvaluatedView, EvaluationRow, EvaluationTheme, EvaluationView, LinkView, StatusView, TocEntry,
};
use crate::model::{Afspraak, Deel, Oordeel, Overeenkomst, Uitkomst};

impl Pages<'_> {
    /// What a document says of the one that it looks back on.
    pub(super) fn evaluation(&self, document: &Overeenkomst, path: &str) -> Option<EvaluationView> {
        let evaluatie = document.evaluatie.as_ref()?;
        let boven = self.project.boven(document);
        let terugblik = boven.map(|boven| evaluatie.over(boven));
        let themas = terugblik.iter().flat_map(|terugblik| &terugblik.themas).filter_map(|(thema, rows)| {
            let boven = boven?;
            let deel = boven.delen.iter().find(|deel| is_thema(deel, &thema.slug))?;
            let page = address::part(boven, deel);
            let regels = rows.iter().map(|(afspraak, uitkomst)| EvaluationRow {
                anker: anchor(afspraak),
                afspraak: self.numbered(path, &page, afspraak),
                oordeel: uitkomst.map(|uitkomst| self.verdict(uitkomst.oordeel)),
                uitleg: uitkomst.and_then(|uitkomst| uitkomst.uitleg.clone()),
            });
            Some(EvaluationTheme { thema: self.link(path, &page, &thema.titel), regels: regels.collect() })
        });
        Some(EvaluationView {
            over: boven.map(|boven| self.document_link(path, boven)),
            themas: themas.collect(),
            telling: terugblik.and_then(|terugblik| self.labels.terugblik(&terugblik)),
            heeft_proces: !evaluatie.proces.is_leeg(),
            goed: evaluatie.proces.goed.clone(),
            beter: evaluatie.proces.beter.clone(),
            lessen: evaluatie.proces.lessen.clone(),
        })
    }

    /// Its headings, in the contents of the long page.
    pub(super) fn evaluation_entries(&self, evaluatie: &EvaluationView) -> Vec<TocEntry> {
        let parts = [
            (!evaluatie.themas.is_empty(), "evaluatie-inhoud"),
            (evaluatie.heeft_proces, "evaluatie-proces"),
        ];
        let there = parts.into_iter().filter(|(is_there, _)| *is_there);
        let entry = |key: &str| TocEntry {
            nummer: None,
            titel: self.labels.text(key),
            href: format!("#_{key}"),
            niveau: 2,
        };
        there.map(|(_, key)| entry(key)).collect()
    }

    /// The evaluations of a document.
    pub(super) fn evaluations(&self, document: &Overeenkomst, path: &str) -> Vec<LinkView> {
        self.project.evaluaties_van(document).map(|(other, _)| self.document_link(path, other)).collect()
    }

    /// What evaluations say of an agreement.
    pub(super) fn evaluated(&self, afspraak: &Afspraak, here: &PageSurroundings) -> Vec<EvaluatedView> {
        let verdicts = here.document().into_iter().flat_map(|document| self.project.evaluaties_van(document));
        let verdicts =
            verdicts.filter_map(|(other, evaluatie)| Some((other, evaluatie.uitkomst(&afspraak.nummer)?)));
        verdicts
            .map(|(other, Uitkomst { oordeel, .. })| EvaluatedView {
                oordeel: self.verdict(*oordeel),
                titel: other.titel.clone(),
                href: format!("{}#{}", self.href(here.path, &address::document(other)), anchor(afspraak)),
            })
            .collect()
    }

    fn verdict(&self, oordeel: Oordeel) -> StatusView {
        StatusView { id: oordeel.word(), label: self.labels.oordeel(oordeel), sinds: None }
    }
}

fn is_thema(deel: &Deel, slug: &crate::model::Slug) -> bool {
    deel.als_thema().is_some_and(|thema| thema.slug == *slug)
}

/// Where the verdict on an agreement stands on the page of an evaluation.
fn anchor(afspraak: &Afspraak) -> String {
    format!("_oordeel-{}", afspraak.nummer)
}
