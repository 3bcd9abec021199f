//! National priorities and the agreements that serve them (Btiv 2015 art. 39;
//! handbook line 357). A theme serves the priority of its name, unless it or
//! its agreement says otherwise.

use serde::Serialize;

use super::{CoverageRow, Framed, LinkView, PageMaker};
use crate::model::{Overeenkomst, Prioriteit};
use crate::resolve::part_page;

/// National priorities and what serves them: `prioriteiten.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PrioritiesPage {
    /// "2021 tot en met 2025"
    pub periode: String,
    /// Whether that period is over.
    pub voorbij: bool,
    /// Where the list stands.
    pub bron: String,
    /// For each document the priorities that none of its agreements serves.
    pub open: Vec<OpenPriorities>,
    /// The documents: the columns.
    pub overeenkomsten: Vec<LinkView>,
    /// The priorities: the rows.
    pub regels: Vec<CoverageRow>,
}

/// Priorities that a document leaves out.
#[derive(Debug, Clone, Serialize)]
pub struct OpenPriorities {
    /// The document.
    pub overeenkomst: LinkView,
    /// What it leaves out.
    pub prioriteiten: Vec<String>,
}

impl PageMaker<'_> {
    /// The page.
    pub fn priorities(&self) -> Framed<PrioritiesPage> {
        let lijst = &self.project.site.prioriteiten;
        let documents: Vec<&Overeenkomst> = self.current_documents().collect();
        let own = |document: &Overeenkomst| self.link(document, &document.titel);
        let regels: Vec<CoverageRow> = lijst
            .lijst
            .iter()
            .map(|prioriteit| CoverageRow {
                anker: prioriteit.id.as_str().to_owned(),
                titel: prioriteit.titel.clone(),
                soort: "prioriteit",
                cellen: documents.iter().map(|document| self.serves(document, prioriteit)).collect(),
            })
            .collect();
        let open = documents.iter().enumerate().filter_map(|(column, document)| {
            let left_out = regels.iter().filter(|regel| regel.cellen[column].is_empty());
            let prioriteiten: Vec<String> = left_out.map(|regel| regel.titel.clone()).collect();
            (!prioriteiten.is_empty()).then(|| OpenPriorities { overeenkomst: own(document), prioriteiten })
        });
        let page = PrioritiesPage {
            periode: self.labels.looptijd(lijst.periode),
            voorbij: lijst.periode.tot_en_met() < self.options.date,
            bron: lijst.bron.clone(),
            open: open.collect(),
            overeenkomsten: documents.iter().map(|document| own(document)).collect(),
            regels,
        };
        self.overview("prioriteiten", page)
    }

    /// The themes of a document that serve a priority, with how many agreements;
    /// of a theme of which only some do, those.
    fn serves(&self, document: &Overeenkomst, prioriteit: &Prioriteit) -> Vec<LinkView> {
        let lijst = &self.project.site.prioriteiten;
        let mut links = Vec::new();
        for (deel, thema) in document.delen.iter().filter_map(|deel| Some((deel, deel.als_thema()?))) {
            let serving: Vec<_> = thema
                .lopende_afspraken()
                .filter(|afspraak| lijst.van_afspraak(thema, afspraak, &prioriteit.id))
                .collect();
            if serving.is_empty() {
                continue;
            }
            if lijst.van_thema(thema, &prioriteit.id) {
                let count = self.labels.count("aantal-afspraken", "aantal", serving.len());
                links.push(self.link(part_page(document, deel), format!("{} ({count})", thema.titel)));
            } else {
                links.extend(serving.into_iter().map(|afspraak| self.agreement_in(document, deel, afspraak)));
            }
        }
        links
    }
}
