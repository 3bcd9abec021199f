//! How agreements hang together and who acts where, as pages show it.

use super::address::{self, OutputPath};
use super::links::PageSurroundings;
use super::overview::Overview;
use super::pages::Pages;
use super::view::{BalanceCell, BalanceRow, BalanceView, PackageView, TieView, TiesView};
use crate::markdown::plain;
use crate::model::{Afspraak, Band, Overeenkomst, Pakket, Partij, Samenhang, Thema, Verdeling, VerdelingRij};
use crate::resolve::Place;

impl Pages<'_> {
    /// What an agreement is tied to.
    pub(super) fn ties(&self, afspraak: &Afspraak, surroundings: &PageSurroundings) -> TiesView {
        let Some(document) = surroundings.document() else {
            return TiesView { nodig: Vec::new(), wachtend: Vec::new(), pakket: None };
        };
        let samenhang = Samenhang(document);
        let pakket = samenhang.pakket(afspraak).map(|pakket| {
            let mut view = self.package(document, pakket, surroundings);
            view.afspraken.retain(|other| other.nummer != afspraak.nummer.as_str());
            view
        });
        TiesView {
            nodig: samenhang.nodig_voor(afspraak).map(|band| self.tie(band, surroundings)).collect(),
            wachtend: samenhang.wacht_op(afspraak).map(|band| self.tie(band, surroundings)).collect(),
            pakket,
        }
    }

    /// The packages of a document.
    pub(super) fn packages(&self, document: &Overeenkomst, path: &str) -> Vec<PackageView> {
        let surroundings = PageSurroundings {
            long: path == address::whole(document),
            ..PageSurroundings::of(self, Place::Document(document), path)
        };
        document.pakketten.iter().map(|pakket| self.package(document, pakket, &surroundings)).collect()
    }

    fn package(
        &self,
        document: &Overeenkomst,
        pakket: &Pakket,
        surroundings: &PageSurroundings,
    ) -> PackageView {
        let anker = format!("_pakket-{}", pakket.id.value.as_str());
        let members = Samenhang(document).in_pakket(pakket);
        PackageView {
            href: format!("{}#{anker}", self.href(surroundings.path, &address::document(document))),
            anker,
            titel: pakket.titel.clone(),
            toelichting: pakket.toelichting.clone(),
            afspraken: members.map(|band| self.tie(band, surroundings)).collect(),
        }
    }

    /// An agreement seen from another one.
    pub(super) fn tie(&self, band: Band, surroundings: &PageSurroundings) -> TieView {
        let nummer = band.afspraak.nummer.to_string();
        TieView {
            // It was found in the document, so that there is a way to it.
            href: surroundings.agreement(&nummer).unwrap_or_default(),
            nummer,
            titel: plain::inlines(&band.afspraak.titel),
            partijen: band.afspraak.wie.iter().map(|inzet| inzet.partij.kort.clone()).collect(),
            nodig: band.nodig.map(str::to_owned),
        }
    }

    /// Who acts in which theme of a document.
    pub(super) fn balance(&self, document: &Overeenkomst, path: &str) -> Option<BalanceView> {
        let verdeling = Verdeling::of(document)?;
        let themas = verdeling.themas.iter().map(|thema| {
            let page = address::theme(document, thema);
            self.link(path, &page, self.labels.thema(thema))
        });
        let rijen =
            verdeling.rijen.iter().map(|rij| self.balance_row(document, &verdeling.themas, rij, path));
        Some(BalanceView { titel: document.titel.clone(), themas: themas.collect(), rijen: rijen.collect() })
    }

    fn balance_row(
        &self,
        document: &Overeenkomst,
        themas: &[&Thema],
        rij: &VerdelingRij,
        path: &str,
    ) -> BalanceRow {
        let page = party_page(rij.partij);
        let cell = |aantal: Option<usize>, anchor: String, what: String| {
            let Some(aantal) = aantal else {
                let tekst = self.labels.text("verdeling-nvt");
                return BalanceCell { voluit: tekst.clone(), tekst, href: None };
            };
            let tekst = aantal.to_string();
            let voluit =
                [("aantal", tekst.as_str()), ("partij", rij.partij.kort.as_str()), ("waar", what.as_str())];
            BalanceCell {
                voluit: self.labels.with("verdeling-voluit", &voluit),
                tekst,
                href: (aantal > 0).then(|| format!("{}#{anchor}", self.href(path, &page))),
            }
        };
        let cellen =
            rij.aantallen.iter().zip(themas).map(|(aantal, thema)| {
                cell(*aantal, theme_anchor(document, thema), self.labels.thema(thema))
            });
        BalanceRow {
            cellen: cellen.collect(),
            samen: cell(Some(rij.samen()), document_anchor(document), document.titel.clone()),
            partij: self.link(path, &page, rij.partij.kort.clone()),
        }
    }
}

/// The page of a party.
pub(super) fn party_page(partij: &Partij) -> OutputPath {
    Overview::Partij(partij).path()
}

/// Where a document stands on the page of a party.
pub(super) fn document_anchor(document: &Overeenkomst) -> String {
    format!("_{}", document.slug)
}

/// Where a theme of a document stands on the page of a party.
pub(super) fn theme_anchor(document: &Overeenkomst, thema: &Thema) -> String {
    format!("_{}--{}", document.slug, thema.slug)
}
