//! National priorities and the agreements that serve them (Btiv 2015 art. 39;
//! handbook line 357). A theme serves the priority of its name, unless it or
//! its agreement says otherwise.

use crate::markdown::plain;
use crate::model::{Overeenkomst, Prioriteit};
use crate::site::address;
use crate::site::pages::Pages;
use crate::site::view::{CoverageRow, LinkView, OpenPriorities, PrioritiesPage};

impl Pages<'_> {
    pub(super) fn priorities(&self, path: &str) -> PrioritiesPage {
        let lijst = &self.project.site.prioriteiten;
        let documents: Vec<&Overeenkomst> = self.current_documents().collect();
        let own = |document: &Overeenkomst| self.link(path, &address::document(document), &document.titel);
        let regels: Vec<CoverageRow> = lijst
            .lijst
            .iter()
            .map(|prioriteit| CoverageRow {
                anker: prioriteit.id.as_str().to_owned(),
                titel: prioriteit.titel.clone(),
                soort: "prioriteit",
                cellen: documents.iter().map(|document| self.serves(path, document, prioriteit)).collect(),
            })
            .collect();
        let open = documents.iter().enumerate().filter_map(|(column, document)| {
            let left_out = regels.iter().filter(|regel| regel.cellen[column].is_empty());
            let prioriteiten: Vec<String> = left_out.map(|regel| regel.titel.clone()).collect();
            (!prioriteiten.is_empty()).then(|| OpenPriorities { overeenkomst: own(document), prioriteiten })
        });
        let open = open.collect();
        let uitleg = self.labels.text("prioriteiten-uitleg");
        let place = self.overview_place(path, self.labels.text("titel-prioriteiten"), Some(uitleg));
        PrioritiesPage {
            kader: self.frame(path, place),
            periode: self.labels.looptijd(lijst.periode),
            voorbij: lijst.periode.tot_en_met() < self.options.date,
            bron: lijst.bron.clone(),
            open,
            overeenkomsten: documents.iter().map(|document| own(document)).collect(),
            regels,
        }
    }

    /// The themes of a document that serve a priority, with how many agreements;
    /// of a theme of which only some do, those.
    fn serves(&self, path: &str, document: &Overeenkomst, prioriteit: &Prioriteit) -> Vec<LinkView> {
        let lijst = &self.project.site.prioriteiten;
        let mut links = Vec::new();
        for (deel, thema) in document.delen.iter().filter_map(|deel| Some((deel, deel.als_thema()?))) {
            let page = self.href(path, &address::part(document, deel));
            let serving: Vec<_> = thema
                .lopende_afspraken()
                .filter(|afspraak| lijst.van_afspraak(thema, afspraak, &prioriteit.id))
                .collect();
            if serving.is_empty() {
                continue;
            }
            if lijst.van_thema(thema, &prioriteit.id) {
                let count = self.labels.count("aantal-afspraken", "aantal", serving.len());
                links.push(LinkView { titel: format!("{} ({count})", thema.titel), href: page });
            } else {
                links.extend(serving.into_iter().map(|afspraak| LinkView {
                    titel: format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel)),
                    href: format!("{page}#{}", afspraak.nummer),
                }));
            }
        }
        links
    }
}
