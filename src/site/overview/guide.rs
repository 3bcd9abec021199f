//! The guide: every way into the site, on one page. One function a group, and
//! its line in the list here.

use std::cmp::Reverse;

use crate::data::DataFile;
use crate::model::{KenmerkFamilie, Overeenkomst};
use crate::resolve::Overview;
use crate::site::address;
use crate::site::pages::{PagePlace, Pages};
use crate::site::view::{DownloadView, GuideGroup, GuidePage, LinkView};

impl Pages<'_> {
    pub(super) fn guide(&self, path: &str) -> GuidePage {
        let links = |id, links| self.guide_group(id, links, Vec::new());
        let groepen = [
            links(
                "begin",
                vec![self.link(path, &address::overview(Overview::Begin), self.labels.text("begin-hier"))],
            ),
            links("documenten", self.guide_documents(path)),
            links("afspraken", self.guide_agreements(path)),
            links("overzichten", self.guide_overviews(path)),
            links("partijen", self.guide_parties(path)),
            links("gebieden", self.guide_kenmerken(KenmerkFamilie::Gebieden, path)),
            links("doelgroepen", self.guide_kenmerken(KenmerkFamilie::Doelgroepen, path)),
            links("achtergrond", self.guide_explanations(path)),
            links("grondslag", self.guide_grounds(path)),
            self.guide_group("data", Vec::new(), self.guide_data(path)),
        ];
        let place = PagePlace {
            titel: self.labels.text("titel-wegwijzer"),
            beschrijving: Some(self.labels.text("wegwijzer-uitleg")),
            overzicht: Some(self.link(path, address::HOME, self.labels.text("home"))),
            ..PagePlace::default()
        };
        let holds_something = |groep: &GuideGroup| !groep.links.is_empty() || !groep.bestanden.is_empty();
        GuidePage {
            kader: self.frame(path, place),
            groepen: groepen.into_iter().filter(holds_something).collect(),
        }
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
    pub(in crate::site) fn documents_in_order(&self) -> Vec<&Overeenkomst> {
        let mut documents: Vec<&Overeenkomst> =
            self.project.overeenkomsten.iter().map(|document| &**document).collect();
        documents.sort_by_key(|document| {
            (document.fase(self.options.date), Reverse(document.looptijd), &document.slug)
        });
        documents
    }

    fn guide_documents(&self, path: &str) -> Vec<LinkView> {
        let titel = |document: &Overeenkomst| {
            let fase = self.labels.fase(document.fase(self.options.date), document);
            format!("{} ({fase})", document.titel)
        };
        let documents = self.documents_in_order().into_iter();
        let calendar =
            self.link(path, &address::overview(Overview::Kalender), self.labels.text("titel-kalender"));
        documents
            .map(|document| self.link(path, &address::document(document), titel(document)))
            .chain([calendar])
            .collect()
    }

    /// Pages on which all documents are laid side by side.
    fn guide_overviews(&self, path: &str) -> Vec<LinkView> {
        vec![
            self.link(
                path,
                &address::overview(Overview::Voortgang),
                self.labels.text("titel-voortgang-overzicht"),
            ),
            self.link(path, &address::overview(Overview::Cijfers), self.labels.text("titel-cijfers-alle")),
        ]
    }

    /// The tables of all agreements.
    fn guide_agreements(&self, path: &str) -> Vec<LinkView> {
        let documents = self.documents_in_order().into_iter();
        documents
            .filter(|document| document.heeft_afspraken())
            .map(|document| self.link(path, &address::agreements(document), document.titel.clone()))
            .collect()
    }

    fn guide_parties(&self, path: &str) -> Vec<LinkView> {
        let all = self.link(
            path,
            &address::overview(Overview::Partijen),
            self.labels.text("wegwijzer-partijen-alle"),
        );
        let partijen = self.project.site.partijen.iter();
        let each = partijen
            .map(|partij| self.link(path, &address::overview(Overview::Partij(partij)), partij.naam.clone()));
        std::iter::once(all).chain(each).collect()
    }

    /// The list of them, and each of them.
    fn guide_kenmerken(&self, familie: KenmerkFamilie, path: &str) -> Vec<LinkView> {
        let kenmerken = self.project.site.kenmerken_van(familie);
        kenmerken
            .map(|kenmerk| {
                self.link(path, &address::overview(Overview::Kenmerk(kenmerk)), kenmerk.naam.clone())
            })
            .collect()
    }

    /// Plain pages and the glossary.
    fn guide_explanations(&self, path: &str) -> Vec<LinkView> {
        let plain = self.project.paginas.iter();
        let plain = plain.map(|pagina| self.link(path, &address::plain(&pagina.slug), pagina.titel.clone()));
        let terms = (!self.project.begrippen.is_empty())
            .then(|| self.link(path, address::GLOSSARY, self.labels.text("titel-begrippen")));
        plain.chain(terms).collect()
    }

    /// What agreements rest on.
    fn guide_grounds(&self, path: &str) -> Vec<LinkView> {
        let pages = [
            (!self.project.beleid.is_empty()).then_some((Overview::Beleid, "titel-beleid")),
            Some((Overview::Prioriteiten, "titel-prioriteiten")),
            (!self.project.verwijzingen.is_empty()).then_some((Overview::Verwijzingen, "titel-verwijzingen")),
            Some((Overview::Wetten, "titel-wetten")),
        ];
        let pages = pages.into_iter().flatten();
        pages.map(|(page, key)| self.link(path, &address::overview(page), self.labels.text(key))).collect()
    }

    fn guide_data(&self, path: &str) -> Vec<DownloadView> {
        let file = |file: DataFile, titel: String| DownloadView {
            titel,
            href: self.href(path, &file.path()),
            soort: file.soort().into(),
        };
        let of_site = DataFile::of_site(self.project, self.options.base_url.as_ref()).into_iter();
        let of_site = of_site.map(|data| file(data, data.titel(self.labels)));
        let of_documents = self.project.overeenkomsten.iter().flat_map(|document| {
            let files = DataFile::of_document(document).into_iter();
            files.map(|data| file(data, format!("{}: {}", document.titel, data.titel(self.labels))))
        });
        of_site.chain(of_documents).collect()
    }
}
