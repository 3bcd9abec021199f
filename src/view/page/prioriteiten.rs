//! National priorities and the agreements that serve them (Btiv 2015 art. 39;
//! handbook line 357). A theme serves the priority of its name, unless it or
//! its agreement says otherwise.

use serde::Serialize;

use super::{CoverageRow, Framed, LinkView, PageMaker};
use crate::model::{OVERZICHTELIJK, Overeenkomst, Prioriteit};
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
    /// In how many documents each is served, where there are too many for a column each.
    pub tellingen: Vec<PriorityCount>,
}

/// In how many documents a priority is served.
#[derive(Debug, Clone, Serialize)]
pub struct PriorityCount {
    /// Anchor.
    pub anker: String,
    /// The priority.
    pub titel: String,
    /// "in 31 van de 40 documenten"
    pub aantal: String,
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
        if documents.len() > OVERZICHTELIJK {
            let counted = lijst.lijst.iter().map(|prioriteit| self.count_of(prioriteit, &documents));
            return self.priorities_page(Vec::new(), Vec::new(), Vec::new(), counted.collect());
        }
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
        let columns = documents.iter().map(|document| own(document)).collect();
        self.priorities_page(open.collect(), columns, regels, Vec::new())
    }

    fn priorities_page(
        &self,
        open: Vec<OpenPriorities>,
        overeenkomsten: Vec<LinkView>,
        regels: Vec<CoverageRow>,
        tellingen: Vec<PriorityCount>,
    ) -> Framed<PrioritiesPage> {
        let lijst = &self.project.site.prioriteiten;
        let page = PrioritiesPage {
            periode: self.labels.looptijd(lijst.periode),
            voorbij: lijst.periode.tot_en_met() < self.options.date,
            bron: lijst.bron.clone(),
            open,
            overeenkomsten,
            regels,
            tellingen,
        };
        self.overview("prioriteiten", page)
    }

    fn count_of(&self, prioriteit: &Prioriteit, documents: &[&Overeenkomst]) -> PriorityCount {
        let serving =
            documents.iter().filter(|document| !self.serves(document, prioriteit).is_empty()).count();
        let (aantal, totaal) = (serving.to_string(), documents.len().to_string());
        PriorityCount {
            anker: prioriteit.id.as_str().to_owned(),
            titel: prioriteit.titel.clone(),
            aantal: self.labels.with("prioriteiten-telling", &[("aantal", &aantal), ("totaal", &totaal)]),
        }
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
