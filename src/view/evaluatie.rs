//! What evaluations say, on both sides: all of it with the evaluation itself,
//! and the verdict at each agreement that it is about.

use serde::Serialize;

use super::{MaybeLink, Proza, StatusView, View};
use crate::markdown::plain;
use crate::model::{Afspraak, Oordeel, Overeenkomst, Uitkomst};
use crate::resolve::{self, Destination, anchors};

/// What a document says of the one that it looks back on.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationView {
    /// The document that is looked back on.
    pub over: Option<MaybeLink>,
    /// How many agreements have which verdict, in words.
    pub telling: Option<String>,
    /// Its themes.
    pub themas: Vec<EvaluationTheme>,
    /// Whether anything is said of how parties worked together.
    pub heeft_proces: bool,
    /// What went well in working together.
    pub goed: Vec<Proza>,
    /// What can be done better.
    pub beter: Vec<Proza>,
    /// What parties take with them.
    pub lessen: Vec<Proza>,
}

/// Verdicts on the agreements of a theme.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationTheme {
    /// The theme, on the page of the document that is looked back on.
    pub thema: MaybeLink,
    /// A row an agreement.
    pub regels: Vec<EvaluationRow>,
}

/// The verdict on an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationRow {
    /// Anchor.
    pub anker: String,
    /// Number of the agreement.
    pub nummer: String,
    /// Its title.
    pub titel: Proza,
    /// Where it is.
    pub href: Option<String>,
    /// The verdict; none when it was not judged.
    pub oordeel: Option<StatusView>,
    /// Why.
    pub uitleg: Option<Proza>,
}

/// What an evaluation says, at the agreement itself.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluatedView {
    /// The verdict.
    pub oordeel: StatusView,
    /// Title of the evaluation.
    pub titel: String,
    /// Where the verdict stands in it.
    pub href: Option<String>,
}

impl View<'_> {
    /// What a document says of the one that it looks back on.
    pub fn evaluation(&self, document: &Overeenkomst) -> Option<EvaluationView> {
        let evaluatie = document.evaluatie.as_ref()?;
        let boven = self.project.boven(document);
        let terugblik = boven.map(|boven| evaluatie.over(boven));
        let themas = terugblik.iter().flat_map(|terugblik| &terugblik.themas).filter_map(|(thema, rows)| {
            let boven = boven?;
            let regels =
                rows.iter().map(|(afspraak, uitkomst)| self.evaluation_row(boven, afspraak, *uitkomst));
            let thema = self.link(thema.titel.clone(), resolve::theme(boven, thema)?);
            Some(EvaluationTheme { thema, regels: regels.collect() })
        });
        let proces = &evaluatie.proces;
        let proza = |texts: &[String]| texts.iter().cloned().map(Proza).collect();
        Some(EvaluationView {
            over: boven.map(|boven| self.document(boven)),
            themas: themas.collect(),
            telling: terugblik.and_then(|terugblik| self.labels.terugblik(&terugblik)),
            heeft_proces: !proces.is_leeg(),
            goed: proza(&proces.goed),
            beter: proza(&proces.beter),
            lessen: proza(&proces.lessen),
        })
    }

    fn evaluation_row(
        &self,
        boven: &Overeenkomst,
        afspraak: &Afspraak,
        uitkomst: Option<&Uitkomst>,
    ) -> EvaluationRow {
        EvaluationRow {
            anker: anchors::verdict(afspraak.nummer.as_str()),
            nummer: afspraak.nummer.to_string(),
            titel: plain::inlines(&afspraak.titel).into(),
            href: self.way_to_agreement(boven, &afspraak.nummer),
            oordeel: uitkomst.map(|uitkomst| self.verdict(uitkomst.oordeel)),
            uitleg: uitkomst.and_then(|uitkomst| uitkomst.uitleg.clone()).map(Proza),
        }
    }

    /// What evaluations say of an agreement.
    pub fn evaluated(&self, document: &Overeenkomst, afspraak: &Afspraak) -> Vec<EvaluatedView> {
        let verdicts = self.project.evaluaties_van(document);
        let verdicts =
            verdicts.filter_map(|(other, evaluatie)| Some((other, evaluatie.uitkomst(&afspraak.nummer)?)));
        verdicts
            .map(|(other, Uitkomst { oordeel, .. })| EvaluatedView {
                oordeel: self.verdict(*oordeel),
                titel: other.titel.clone(),
                href: self.medium.way(Destination::Verdict(other, afspraak.nummer.as_str())),
            })
            .collect()
    }

    fn verdict(&self, oordeel: Oordeel) -> StatusView {
        StatusView::new(oordeel.word(), self.labels.oordeel(oordeel))
    }
}
