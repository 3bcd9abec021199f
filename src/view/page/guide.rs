//! The guide: every way into the site, on one page. One function a group, and
//! its line in the list here.

use std::cmp::Reverse;

use serde::Serialize;

use super::frame::PagePlace;
use super::{DownloadView, Framed, LinkView, PageMaker};
use crate::model::{KenmerkFamilie, OVERZICHTELIJK, Overeenkomst};
use crate::order;
use crate::resolve::{DataFile, Overview, Page};

/// The guide: `wegwijzer.html`.
#[derive(Debug, Clone, Serialize)]
pub struct GuidePage {
    /// Ways into the site; only groups that hold something.
    pub groepen: Vec<GuideGroup>,
}

/// A group of ways into the site.
#[derive(Debug, Clone, Serialize)]
pub struct GuideGroup {
    /// For class names.
    pub id: &'static str,
    /// Heading.
    pub titel: String,
    /// One sentence on what is found here.
    pub uitleg: String,
    /// Pages.
    pub links: Vec<LinkView>,
    /// Files to take away.
    pub bestanden: Vec<DownloadView>,
}

impl PageMaker<'_> {
    /// The page.
    pub fn guide(&self) -> Framed<GuidePage> {
        let links = |id, links| self.guide_group(id, links, Vec::new());
        let groepen = [
            links("begin", vec![self.link(Overview::Begin, self.labels.text("begin-hier"))]),
            links("documenten", self.guide_documents()),
            links("afspraken", self.guide_agreements()),
            links("overzichten", self.guide_overviews()),
            links("partijen", self.guide_parties()),
            links("gebieden", self.guide_kenmerken(KenmerkFamilie::Gebieden)),
            links("doelgroepen", self.guide_kenmerken(KenmerkFamilie::Doelgroepen)),
            links("achtergrond", self.guide_explanations()),
            links("grondslag", self.guide_grounds()),
            self.guide_group("data", Vec::new(), self.guide_data()),
        ];
        let place = PagePlace {
            titel: self.labels.text("titel-wegwijzer"),
            beschrijving: Some(self.labels.text("wegwijzer-uitleg")),
            overzicht: Some(self.link(Page::Home, self.labels.text("home"))),
            ..PagePlace::default()
        };
        let holds_something = |groep: &GuideGroup| !groep.links.is_empty() || !groep.bestanden.is_empty();
        self.frame(place).around(GuidePage { groepen: groepen.into_iter().filter(holds_something).collect() })
    }

    fn guide_group(
        &self,
        id: &'static str,
        links: Vec<LinkView>,
        bestanden: Vec<DownloadView>,
    ) -> GuideGroup {
        GuideGroup {
            id,
            titel: self.labels.text(&format!("wegwijzer-{id}")),
            uitleg: self.labels.text(&format!("wegwijzer-{id}-uitleg")),
            links,
            bestanden,
        }
    }

    /// All documents, as on the home page: what is in force first, then the newest term.
    pub(super) fn documents_in_order(&self) -> Vec<&Overeenkomst> {
        let mut documents: Vec<&Overeenkomst> =
            self.project.overeenkomsten.iter().map(|document| &**document).collect();
        order::sort_by_key(&mut documents, |document| {
            (document.fase(self.options.date), Reverse(document.looptijd), &document.slug)
        });
        documents
    }

    /// The documents, as far as they can be named one by one: of more the first page has a list, and all that there
    /// is of one is named on its own page.
    fn guided_documents(&self) -> Vec<&Overeenkomst> {
        if self.project.overeenkomsten.len() > OVERZICHTELIJK {
            Vec::new()
        } else {
            self.documents_in_order()
        }
    }

    fn guide_documents(&self) -> Vec<LinkView> {
        let titel = |document: &Overeenkomst| {
            let fase = self.labels.fase(document.fase(self.options.date), document);
            format!("{} ({fase})", document.titel)
        };
        let documents = self.guided_documents().into_iter();
        let calendar = self.link(Overview::Kalender, self.labels.text("titel-kalender"));
        let all = self.link(Page::Home, self.labels.text("wegwijzer-documenten-alle"));
        let all = (self.project.overeenkomsten.len() > OVERZICHTELIJK).then_some(all).into_iter();
        let each = documents.map(|document| self.link(document, titel(document)));
        all.chain(each).chain([calendar]).collect()
    }

    /// Pages on which all documents are laid side by side.
    fn guide_overviews(&self) -> Vec<LinkView> {
        vec![
            self.link(Overview::Voortgang, self.labels.text("titel-voortgang-overzicht")),
            self.link(Overview::Cijfers, self.labels.text("titel-cijfers-alle")),
        ]
    }

    /// The tables of all agreements.
    fn guide_agreements(&self) -> Vec<LinkView> {
        let documents = self.guided_documents().into_iter();
        documents
            .filter(|document| document.heeft_afspraken())
            .map(|document| self.link(Page::Agreements(document), document.titel.clone()))
            .collect()
    }

    fn guide_parties(&self) -> Vec<LinkView> {
        let all = self.link(Overview::Partijen, self.labels.text("wegwijzer-partijen-alle"));
        let partijen = self.project.site.partijen.iter();
        let each = partijen.map(|partij| self.link(Overview::Partij(partij), partij.naam.clone()));
        std::iter::once(all).chain(each).collect()
    }

    /// The list of them, and each of them.
    fn guide_kenmerken(&self, familie: KenmerkFamilie) -> Vec<LinkView> {
        let kenmerken = self.project.site.kenmerken_van(familie);
        kenmerken.map(|kenmerk| self.link(Overview::Kenmerk(kenmerk), kenmerk.naam.clone())).collect()
    }

    /// Plain pages and the glossary.
    fn guide_explanations(&self) -> Vec<LinkView> {
        let plain = self.project.paginas.iter();
        let plain = plain.map(|pagina| self.link(Page::Plain(pagina), pagina.titel.clone()));
        let terms = (!self.project.begrippen.is_empty())
            .then(|| self.link(Page::Glossary, self.labels.text("titel-begrippen")));
        plain.chain(terms).collect()
    }

    /// What agreements rest on.
    fn guide_grounds(&self) -> Vec<LinkView> {
        let pages = [
            (!self.project.beleid.is_empty()).then_some((Overview::Beleid, "titel-beleid")),
            Some((Overview::Prioriteiten, "titel-prioriteiten")),
            (!self.project.verwijzingen.is_empty()).then_some((Overview::Verwijzingen, "titel-verwijzingen")),
            Some((Overview::Wetten, "titel-wetten")),
        ];
        let pages = pages.into_iter().flatten();
        pages.map(|(page, key)| self.link(page, self.labels.text(key))).collect()
    }

    fn guide_data(&self) -> Vec<DownloadView> {
        let of_site = DataFile::of_site(self.project, self.options.base_url.as_ref()).into_iter();
        let of_site = of_site.map(|data| self.download(data, self.file_title(data)));
        let documents = self.project.overeenkomsten.iter();
        let documents = documents.filter(|_| self.project.overeenkomsten.len() <= OVERZICHTELIJK);
        let of_documents = documents.flat_map(|document| {
            let files = DataFile::of_document(document).into_iter();
            files.map(|data| self.download(data, format!("{}: {}", document.titel, self.file_title(data))))
        });
        of_site.chain(of_documents).collect()
    }

    /// A file for programs to take away.
    pub(super) fn download(&self, file: DataFile, titel: String) -> DownloadView {
        DownloadView { titel, href: self.way(file), soort: file.soort().into() }
    }

    /// What is in a file for programs, worded.
    pub(super) fn file_title(&self, file: DataFile) -> String {
        match file {
            DataFile::Verslag(gemeente, _) => self.labels.with(file.label(), &[("gemeente", gemeente)]),
            _ => self.labels.text(file.label()),
        }
    }
}
