//! All that the sources say, and what of it is found from one document to another.

use std::sync::Arc;

use super::{
    Basistekst, Begrippen, Beleid, Evaluatie, Overeenkomst, Overeenkomsten, Pagina, Site, Verwijzingen,
    Volledigheid,
};
use crate::order::{self, SortedSet};
use crate::place::ContentPath;
use crate::source::{Stamp, Stamper};

/// Everything that the sources say: the whole site as values. What one file
/// says is shared with the project that was read before it, when that file
/// did not change.
#[derive(Debug, Clone)]
pub struct Project {
    /// The site itself.
    pub site: Arc<Site>,
    /// Glossary, in the order of the alphabet.
    pub begrippen: Arc<Begrippen>,
    /// Whether all of the glossary could be read.
    pub begrippenlijst: Volledigheid,
    /// What agreements rest on.
    pub verwijzingen: Arc<Verwijzingen>,
    /// Whether all of these could be read.
    pub verwijzingenlijst: Volledigheid,
    /// Policy that agreements carry out.
    pub beleid: Arc<Beleid>,
    /// Whether all of it could be read.
    pub beleidslijst: Volledigheid,
    /// Plain pages, in the order of the menu.
    pub paginas: Vec<Arc<Pagina>>,
    /// Agreement documents, by the path of their folder.
    pub overeenkomsten: Overeenkomsten,
    /// Whether all of these could be read.
    pub documentenlijst: Volledigheid,
    /// Bases that are no documents of their own, by the path of their folder.
    pub bases: Vec<Arc<Basistekst>>,
}

impl Project {
    /// Stands for all of it, but for bases, of which nothing is shown but what documents
    /// take over.
    pub fn stamp(&self) -> Stamp {
        let Self {
            site,
            begrippen,
            begrippenlijst,
            verwijzingen,
            verwijzingenlijst,
            beleid,
            beleidslijst,
            paginas,
            overeenkomsten,
            documentenlijst,
            bases: _,
        } = self;
        let complete = [begrippenlijst, verwijzingenlijst, beleidslijst, documentenlijst];
        Stamper::default()
            .with(site.stamp)
            .bytes(&complete.map(|list| u8::from(list.is_volledig())))
            .with(begrippen.stamp())
            .with_all(verwijzingen.stamp)
            .with_all(beleid.stamp)
            .with_all(paginas.iter().map(|pagina| pagina.stamp))
            .with_all(overeenkomsten.iter().map(|document| document.stamp))
            .stamp()
    }

    /// The agreement document that was read from the folder `slug`.
    pub fn overeenkomst(&self, slug: &str) -> Option<&Arc<Overeenkomst>> {
        self.overeenkomsten.find(slug)
    }

    /// The document that `document` stands under, when it is there.
    pub fn boven(&self, document: &Overeenkomst) -> Option<&Arc<Overeenkomst>> {
        self.overeenkomst(document.hoort_bij.as_ref()?.value.as_str())
    }

    /// The documents that stand under `document`, in the order of their terms.
    pub fn onder<'a>(&'a self, document: &Overeenkomst) -> Vec<&'a Arc<Overeenkomst>> {
        let stands_under = |other: &&Arc<Overeenkomst>| {
            other.hoort_bij.as_ref().is_some_and(|name| name.value == document.slug)
        };
        let mut onder: Vec<_> = self.die_noemen(document).filter(stands_under).collect();
        order::sort_by_key(&mut onder, |other| (other.looptijd, &other.slug));
        onder
    }

    /// The documents that came in each other's place, of which `document` is
    /// one, in the order of their terms.
    pub fn keten<'a>(&'a self, document: &'a Overeenkomst) -> Vec<&'a Overeenkomst> {
        let mut keten = vec![document];
        let mut next = 0;
        while let Some(one) = keten.get(next).copied() {
            next += 1;
            let replaced = one.vervangt.iter().filter_map(|name| self.overeenkomst(name.value.as_str()));
            let replacing =
                self.die_noemen(one).filter(|other| other.vervangt.iter().any(|name| name.value == one.slug));
            for other in replaced.chain(replacing) {
                if !keten.iter().any(|known| known.slug == other.slug) {
                    keten.push(other);
                }
            }
        }
        order::sort_by_key(&mut keten, |one| (one.looptijd, &one.slug));
        keten
    }

    /// The evaluations that look back on `document`, in the order of their terms.
    pub fn evaluaties_van<'a>(
        &'a self,
        document: &Overeenkomst,
    ) -> impl Iterator<Item = (&'a Arc<Overeenkomst>, &'a Evaluatie)> {
        self.onder(document).into_iter().filter_map(|other| Some((other, other.evaluatie.as_ref()?)))
    }

    /// Every picture and file that a text, a logo or the register of references
    /// names, whether or not it is there.
    pub fn genoemde_bestanden(&self) -> SortedSet<&ContentPath> {
        let logos = self.site.logos().map(|logo| &logo.value);
        let documents = self.overeenkomsten.iter().flat_map(|document| &document.noemt.files);
        let pages = self.paginas.iter().flat_map(|pagina| &pagina.noemt.files);
        let register = self.verwijzingen.bestanden().map(|file| &file.value);
        logos.chain(documents).chain(pages).chain(register).collect()
    }

    /// The documents that name `document` in their heads: its yearly slices,
    /// what came in its place, and so on.
    pub fn die_noemen<'a>(
        &'a self,
        document: &Overeenkomst,
    ) -> impl Iterator<Item = &'a Arc<Overeenkomst>> + use<'a> {
        self.overeenkomsten.naming(&document.slug)
    }

    /// The other documents that are laid over the base of `document`. The base
    /// itself is not among them.
    pub fn zusters<'a>(&'a self, document: &'a Overeenkomst) -> impl Iterator<Item = &'a Arc<Overeenkomst>> {
        let own = document.basis.as_ref().map(|basis| basis.source);
        let documents = if own.is_some() { &self.overeenkomsten[..] } else { &[] };
        documents.iter().filter(move |other| {
            other.slug != document.slug && other.basis.as_ref().map(|basis| basis.source) == own
        })
    }
}
