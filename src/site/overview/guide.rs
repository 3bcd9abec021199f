//! The guide: every way into the site, on one page.

use super::Overview;
use crate::data::DataFile;
use crate::site::address;
use crate::site::pages::{PagePlace, Pages};
use crate::site::view::{DownloadView, GuideGroup, GuidePage};

impl Pages<'_> {
    pub(super) fn guide(&self, path: &str) -> GuidePage {
        let group = |id: &'static str, links: Vec<_>, bestanden: Vec<_>| GuideGroup {
            id,
            titel: self.labels.text(&format!("wegwijzer-{id}")),
            uitleg: self.labels.text(&format!("wegwijzer-{id}-uitleg")),
            links,
            bestanden,
        };
        let partijen = self.project.site.partijen.iter();
        let partijen =
            partijen.map(|partij| self.link(path, &Overview::Partij(partij).path(), partij.naam.clone()));
        let file = |file: DataFile, titel: String| DownloadView {
            titel,
            href: self.href(path, &file.path()),
            soort: file.soort().into(),
        };
        let of_site = DataFile::of_site(self.project, self.options.base_url.as_ref()).into_iter();
        let of_site = of_site.map(|data| file(data, self.labels.text(data.label())));
        let of_documents = self.project.overeenkomsten.iter().flat_map(|document| {
            let files = DataFile::of_document(document).into_iter();
            files.map(|data| file(data, format!("{}: {}", document.titel, self.labels.text(data.label()))))
        });
        let data = of_site.chain(of_documents);
        let groepen =
            [group("partijen", partijen.collect(), Vec::new()), group("data", Vec::new(), data.collect())];
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
}
