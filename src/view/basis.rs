//! What comes from a base, what is a document's own, and what it leaves out.

use serde::Serialize;

use super::{MaybeLink, OpSite, Proza, StatusView, View};
use crate::markdown::plain;
use crate::model::{Afspraak, Herkomst, Overeenkomst, Weggelaten, Weglating};
use crate::resolve::{self, Destination, Place, anchors};

/// Where an agreement comes from.
#[derive(Debug, Clone, Serialize)]
pub struct HerkomstView {
    /// `basis`, `eigen`, `vervangt`: for class names.
    pub id: &'static str,
    /// In words.
    pub label: String,
    /// The agreement of the base that this one is in the place of, when the base has pages.
    pub basis: OpSite<Option<MaybeLink>>,
    /// The same agreement in other documents, the base among them.
    pub ook: OpSite<Vec<MaybeLink>>,
}

/// What a document says of its base; a base, of the documents that use it.
#[derive(Debug, Clone, Serialize)]
pub struct BasisView {
    /// What it is, in a sentence or two.
    pub zin: String,
    /// The base, when it has pages.
    pub basis: OpSite<Option<MaybeLink>>,
    /// How many agreements come from where.
    pub telling: Option<String>,
    /// What is left out.
    pub weggelaten: Vec<WeglatingView>,
    /// What the list below is.
    pub ook_titel: String,
    /// Documents with the same base.
    pub ook: Vec<MaybeLink>,
}

/// Something that a document leaves out.
#[derive(Debug, Clone, Serialize)]
pub struct WeglatingView {
    /// The number of the agreement.
    pub nummer: Option<String>,
    /// Its title.
    pub titel: Proza,
    /// Anchors that lead here: of the agreement, or of each in a whole file.
    pub ankers: Vec<String>,
    /// Why.
    pub reden: Proza,
}

impl View<'_> {
    /// Where an agreement comes from, and where else it stands.
    pub fn herkomst(&self, document: &Overeenkomst, afspraak: &Afspraak) -> Option<HerkomstView> {
        let herkomst = document.herkomst_van_afspraak(afspraak)?;
        let nummer = afspraak.nummer.as_str();
        let there = |other: &Overeenkomst| {
            let to = resolve::agreement(other, nummer)?;
            matches!(to, Destination::Agreement(..)).then(|| self.link(other.titel.clone(), to))
        };
        let in_base = self.basis_of(document).and_then(there);
        let (in_place_of, ook) = match herkomst {
            Herkomst::Basis => {
                let zusters = self.project.zusters(document).filter(|other| {
                    other.afspraak(nummer).and_then(|(_, known)| other.herkomst_van_afspraak(known))
                        == Some(Herkomst::Basis)
                });
                (None, in_base.into_iter().chain(zusters.filter_map(|other| there(other))).collect())
            }
            Herkomst::Vervangt => (in_base, Vec::new()),
            Herkomst::Eigen => (None, Vec::new()),
        };
        Some(HerkomstView {
            id: herkomst.word(),
            label: self.labels.herkomst(herkomst, document),
            basis: OpSite(in_place_of),
            ook: OpSite(ook),
        })
    }

    /// Where a stretch of text comes from.
    pub fn origin(&self, document: &Overeenkomst, herkomst: Herkomst) -> StatusView {
        StatusView::new(herkomst.word(), self.labels.herkomst(herkomst, document))
    }

    /// The base of a document, when that is a document too.
    fn basis_of(&self, document: &Overeenkomst) -> Option<&Overeenkomst> {
        let basis = document.basis.as_ref()?;
        self.project.overeenkomsten.iter().find(|other| other.source == basis.source).map(|other| &**other)
    }

    /// What a document says of its base, or of who uses it as one.
    pub fn basis(&self, document: &Overeenkomst) -> Option<BasisView> {
        let to = |other: &Overeenkomst| self.document(other);
        let Some(basis) = &document.basis else {
            let used_by =
                self.project.overeenkomsten.iter().filter(|other| {
                    other.basis.as_ref().is_some_and(|basis| basis.source == document.source)
                });
            let ook: Vec<_> = used_by.map(|other| to(other)).collect();
            return (!ook.is_empty()).then(|| BasisView {
                zin: self.labels.text("basis-van-uitleg"),
                basis: OpSite(None),
                telling: None,
                weggelaten: Vec::new(),
                ook_titel: self.labels.text("basis-van"),
                ook,
            });
        };
        Some(BasisView {
            zin: self.labels.with("basis-uitleg", &[("titel", &basis.titel)]),
            basis: OpSite(self.basis_of(document).map(to)),
            telling: Some(self.labels.telling_van_herkomst(document)),
            weggelaten: basis.weggelaten.iter().map(|weglating| self.left_out(weglating)).collect(),
            ook_titel: self.labels.text("basis-zusters"),
            ook: self.project.zusters(document).map(|other| to(other)).collect(),
        })
    }

    fn left_out(&self, weglating: &Weglating) -> WeglatingView {
        let (nummer, titel, ankers) = match &weglating.wat {
            Weggelaten::Afspraak { nummer, titel } => {
                let anker = anchors::left_out(nummer.as_str());
                (Some(nummer.to_string()), plain::inlines(titel), vec![anker])
            }
            Weggelaten::Deel { titel, afspraken, .. } => {
                let ankers = afspraken.iter().map(|nummer| anchors::left_out(nummer.as_str()));
                (None, titel.clone(), ankers.collect())
            }
            Weggelaten::Preambule => (None, self.labels.text("vooraf"), Vec::new()),
        };
        WeglatingView { nummer, titel: titel.into(), ankers, reden: weglating.reden.clone().into() }
    }

    /// A document by its title, linked.
    pub fn document(&self, document: &Overeenkomst) -> MaybeLink {
        self.link(document.titel.clone(), Destination::Place(Place::Document(document), None))
    }
}
