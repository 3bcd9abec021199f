//! How parties and agreements depend on each other.

use serde::Serialize;

use super::{MaybeLink, OpSite, Proza, View};
use crate::markdown::plain;
use crate::model::{Afspraak, Band, Overeenkomst, Pakket, Samenhang, Thema, Verdeling, VerdelingRij};
use crate::resolve::{self, Destination, Overview, Page, anchors};

/// What an agreement is tied to.
#[derive(Debug, Clone, Serialize)]
pub struct TiesView {
    /// What it needs.
    pub nodig: Vec<TieView>,
    /// What waits for it.
    pub wachtend: Vec<TieView>,
    /// The package that it belongs to, with the others in it.
    pub pakket: Option<PackageView>,
}

/// An agreement that another one is tied to.
#[derive(Debug, Clone, Serialize)]
pub struct TieView {
    /// Its number.
    pub nummer: String,
    /// Its title.
    pub titel: Proza,
    /// Where it is.
    pub href: Option<String>,
    /// Who acts in it, in short names.
    pub partijen: OpSite<Vec<String>>,
    /// What is needed, when that was said.
    pub nodig: Option<Proza>,
}

/// A package deal.
#[derive(Debug, Clone, Serialize)]
pub struct PackageView {
    /// Anchor on the document's page.
    pub anker: String,
    /// Title.
    pub titel: Proza,
    /// Why these belong together; at an agreement that is not told.
    pub toelichting: Option<Proza>,
    /// Where it stands on the document's page.
    pub href: OpSite<Option<String>>,
    /// Its agreements; at an agreement: the others.
    pub afspraken: Vec<TieView>,
}

/// Who does something in which theme: a table of parties and themes.
#[derive(Debug, Clone, Serialize)]
pub struct BalanceView {
    /// Title of the document.
    pub titel: String,
    /// The columns: themes by their names.
    pub themas: Vec<MaybeLink>,
    /// A row a party.
    pub rijen: Vec<BalanceRow>,
}

/// What one party does.
#[derive(Debug, Clone, Serialize)]
pub struct BalanceRow {
    /// Full name of the party.
    pub naam: String,
    /// Its short name, with where its page is.
    pub partij: OpSite<MaybeLink>,
    /// A cell a theme.
    pub cellen: Vec<BalanceCell>,
    /// All themes together.
    pub samen: BalanceCell,
}

/// A count.
#[derive(Debug, Clone, Serialize)]
pub struct BalanceCell {
    /// The number, or that the party takes no part here.
    pub tekst: String,
    /// The same in full, for those who hear the link on its own.
    pub voluit: OpSite<String>,
    /// Where they are listed; absent where there are none.
    pub href: OpSite<Option<String>>,
}

impl View<'_> {
    /// What an agreement is tied to.
    pub fn ties(&self, document: &Overeenkomst, afspraak: &Afspraak) -> TiesView {
        let samenhang = Samenhang(document);
        let pakket = samenhang.pakket(afspraak).map(|pakket| {
            let mut view = PackageView { toelichting: None, ..self.package(document, pakket) };
            view.afspraken.retain(|other| other.nummer != afspraak.nummer.as_str());
            view
        });
        TiesView {
            nodig: samenhang.nodig_voor(afspraak).map(|band| self.tie(document, band)).collect(),
            wachtend: samenhang.wacht_op(afspraak).map(|band| self.tie(document, band)).collect(),
            pakket,
        }
    }

    /// The packages of a document.
    pub fn packages(&self, document: &Overeenkomst) -> Vec<PackageView> {
        document.pakketten.iter().map(|pakket| self.package(document, pakket)).collect()
    }

    fn package(&self, document: &Overeenkomst, pakket: &Pakket) -> PackageView {
        let members = Samenhang(document).in_pakket(pakket);
        PackageView {
            href: OpSite(self.medium.way(Destination::Package(document, pakket))),
            anker: anchors::package(pakket),
            titel: pakket.titel.clone().into(),
            toelichting: pakket.toelichting.clone().map(Proza),
            afspraken: members.map(|band| self.tie(document, band)).collect(),
        }
    }

    /// An agreement seen from another one.
    pub fn tie(&self, document: &Overeenkomst, band: Band) -> TieView {
        TieView {
            href: self.way_to_agreement(document, &band.afspraak.nummer),
            nummer: band.afspraak.nummer.to_string(),
            titel: plain::inlines(&band.afspraak.titel).into(),
            partijen: OpSite(band.afspraak.wie.iter().map(|inzet| inzet.partij.kort.clone()).collect()),
            nodig: band.nodig.map(Proza::from),
        }
    }

    /// Who acts in which theme of a document.
    pub fn balance(&self, document: &Overeenkomst) -> Option<BalanceView> {
        let verdeling = Verdeling::of(document)?;
        let themas = verdeling.themas.iter().map(|thema| {
            let to = resolve::theme(document, thema);
            MaybeLink { titel: self.labels.thema(thema).into(), href: to.and_then(|to| self.medium.way(to)) }
        });
        let rijen = verdeling.rijen.iter().map(|rij| self.balance_row(document, &verdeling.themas, rij));
        Some(BalanceView { titel: document.titel.clone(), themas: themas.collect(), rijen: rijen.collect() })
    }

    fn balance_row(&self, document: &Overeenkomst, themas: &[&Thema], rij: &VerdelingRij) -> BalanceRow {
        let cell = |aantal: Option<usize>, thema: Option<&Thema>, what: String| {
            let Some(aantal) = aantal else {
                let tekst = self.labels.text("verdeling-nvt");
                return BalanceCell { voluit: OpSite(tekst.clone()), tekst, href: OpSite(None) };
            };
            let tekst = aantal.to_string();
            let voluit =
                [("aantal", tekst.as_str()), ("partij", rij.partij.kort.as_str()), ("waar", what.as_str())];
            let to = Destination::Share(rij.partij, document, thema);
            BalanceCell {
                voluit: OpSite(self.labels.with("verdeling-voluit", &voluit)),
                tekst,
                href: OpSite(if aantal > 0 { self.medium.way(to) } else { None }),
            }
        };
        let cellen = rij.aantallen.iter().zip(themas);
        let cellen = cellen.map(|(aantal, thema)| cell(*aantal, Some(thema), self.labels.thema(thema)));
        let page = Page::Overview(Overview::Partij(rij.partij));
        BalanceRow {
            cellen: cellen.collect(),
            samen: cell(Some(rij.samen()), None, document.titel.clone()),
            naam: rij.partij.naam.clone(),
            partij: OpSite(self.link(rij.partij.kort.clone(), Destination::Page(page))),
        }
    }
}
