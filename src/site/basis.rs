//! What comes from a base, what is a document's own, and what it leaves out.

use super::address;
use super::links::PageSurroundings;
use super::pages::Pages;
use super::view::{BasisView, HerkomstView, LinkView, WeglatingView};
use crate::markdown::Block;
use crate::markdown::html::{HtmlWriter, escape};
use crate::markdown::plain;
use crate::model::{Afspraak, Herkomst, Overeenkomst, Weggelaten, Weglating};

impl Pages<'_> {
    /// Text, with a line that says where it comes from at each change of that.
    pub(super) fn shared_text(
        &self,
        writer: &mut HtmlWriter,
        document: Option<&Overeenkomst>,
        blocks: &[Block],
    ) -> String {
        let Some(document) = document.filter(|document| document.basis.is_some()) else {
            return writer.blocks(blocks);
        };
        let mut html = String::new();
        for run in document.stukken(blocks) {
            if let Some(herkomst) = run.first().and_then(|block| document.herkomst_van_tekst(block.span)) {
                html.push_str(&format!("<p class=\"herkomst herkomst-{}\">", herkomst.word()));
                escape(&self.labels.herkomst(herkomst, document), &mut html);
                html.push_str("</p>\n");
            }
            html.push_str(&writer.blocks(run));
        }
        html
    }

    /// Where an agreement comes from, and where else it stands.
    pub(super) fn herkomst(
        &self,
        afspraak: &Afspraak,
        surroundings: &PageSurroundings,
    ) -> Option<HerkomstView> {
        let document = surroundings.document()?;
        let herkomst = document.herkomst_van_afspraak(afspraak)?;
        let basis = self.basis_of(document);
        let nummer = afspraak.nummer.as_str();
        let there = |other: &Overeenkomst| {
            let (thema, _) = other.afspraak(nummer)?;
            let page = format!("{}/{}.html", other.slug, thema.slug);
            let href = format!("{}#{nummer}", self.href(surroundings.path, &page));
            Some(LinkView { titel: other.titel.clone(), href })
        };
        let in_base = basis.and_then(there);
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
            basis: in_place_of,
            ook,
        })
    }

    /// The base of a document, when that is a document too.
    fn basis_of(&self, document: &Overeenkomst) -> Option<&Overeenkomst> {
        let basis = document.basis.as_ref()?;
        self.project.overeenkomsten.iter().find(|other| other.source == basis.source).map(|other| &**other)
    }

    /// What the page of a document says of its base, or of who uses it as one.
    pub(super) fn basis(&self, path: &str, document: &Overeenkomst) -> Option<BasisView> {
        let Some(basis) = &document.basis else {
            let used_by =
                self.project.overeenkomsten.iter().filter(|other| {
                    other.basis.as_ref().is_some_and(|basis| basis.source == document.source)
                });
            let ook: Vec<_> = used_by.map(|other| self.document_link(path, other)).collect();
            return (!ook.is_empty()).then(|| BasisView {
                zin: self.labels.text("basis-van-uitleg"),
                basis: None,
                telling: None,
                weggelaten: Vec::new(),
                ook_titel: self.labels.text("basis-van"),
                ook,
            });
        };
        Some(BasisView {
            zin: self.labels.with("basis-uitleg", &[("titel", &basis.titel)]),
            basis: self.basis_of(document).map(|basis| self.document_link(path, basis)),
            telling: Some(self.labels.telling_van_herkomst(document)),
            weggelaten: basis.weggelaten.iter().map(|weglating| self.left_out(weglating)).collect(),
            ook_titel: self.labels.text("basis-zusters"),
            ook: self.project.zusters(document).map(|other| self.document_link(path, other)).collect(),
        })
    }

    fn left_out(&self, weglating: &Weglating) -> WeglatingView {
        let (nummer, titel, ankers) = match &weglating.wat {
            Weggelaten::Afspraak { nummer, titel } => {
                let anker = address::left_out(nummer.as_str());
                (Some(nummer.to_string()), plain::inlines(titel), vec![anker])
            }
            Weggelaten::Deel { titel, afspraken, .. } => {
                let ankers = afspraken.iter().map(|nummer| address::left_out(nummer.as_str()));
                (None, titel.clone(), ankers.collect())
            }
            Weggelaten::Preambule => (None, self.labels.text("vooraf"), Vec::new()),
        };
        WeglatingView { nummer, titel, ankers, reden: weglating.reden.clone() }
    }
}
