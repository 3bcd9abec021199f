//! The route for newcomers: the pages whose sources say `begin_hier`, in the
//! order of reading. The page is always there, whatever the sources say: where
//! none says so, it leads to the documents that count now.

use serde::Serialize;

use super::{Framed, LinkView, PageMaker};
use crate::model::{Deel, Fase, Overeenkomst};
use crate::resolve::{Overview, Page};

/// The route for newcomers: `begin-hier.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BeginPage {
    /// What to read, in this order.
    pub stappen: Vec<RouteStep>,
}

/// A page of the route.
#[derive(Debug, Clone, Serialize)]
pub struct RouteStep {
    /// Anchor, by which that page leads back here.
    pub anker: String,
    /// The page.
    pub pagina: LinkView,
    /// The document that it is a part of.
    pub overeenkomst: Option<String>,
    /// One or two sentences.
    pub samenvatting: Option<String>,
}

impl PageMaker<'_> {
    /// The page.
    pub fn begin(&self) -> Framed<BeginPage> {
        let mut stappen = self.marked();
        if stappen.is_empty() {
            stappen = self.unmarked();
        }
        let beschrijving = self.labels.text("begin-hier-uitleg");
        let mut place = self.overview_place(self.labels.text("begin-hier"), Some(beschrijving));
        place.volgende = stappen.first().map(|stap| stap.pagina.clone());
        self.frame(place).around(BeginPage { stappen })
    }

    fn marked(&self) -> Vec<RouteStep> {
        let mut stappen = Vec::new();
        for pagina in self.project.paginas.iter().filter(|pagina| pagina.begin_hier) {
            let titel = pagina.titel.clone();
            stappen.push(self.step(Page::Plain(pagina), titel, None, pagina.samenvatting.as_ref()));
        }
        for document in self.documents_in_order() {
            if document.begin_hier {
                stappen.push(self.step_of_document(document));
            }
            for (index, deel) in document.delen.iter().enumerate().filter(|(_, deel)| deel.begin_hier()) {
                let samenvatting = match deel {
                    Deel::Thema(thema) => thema.samenvatting.as_ref(),
                    Deel::Hoofdstuk(hoofdstuk) => hoofdstuk.samenvatting.as_ref(),
                };
                let page = Page::Part(document, index);
                stappen.push(self.step(page, self.part_title(deel), Some(document), samenvatting));
            }
        }
        stappen
    }

    /// What counts now, or will; else all there is.
    fn unmarked(&self) -> Vec<RouteStep> {
        let all = self.documents_in_order();
        let counts = |document: &&&Overeenkomst| {
            matches!(document.fase(self.options.date), Fase::VanKracht | Fase::Aanstaand)
        };
        let chosen: Vec<_> = all.iter().filter(counts).copied().collect();
        let chosen = if chosen.is_empty() { all } else { chosen };
        chosen.into_iter().map(|document| self.step_of_document(document)).collect()
    }

    fn step_of_document(&self, document: &Overeenkomst) -> RouteStep {
        let page = Page::Document(document);
        self.step(page, document.titel.clone(), None, document.samenvatting.as_ref())
    }

    fn step(
        &self,
        page: Page,
        titel: String,
        document: Option<&Overeenkomst>,
        samenvatting: Option<&String>,
    ) -> RouteStep {
        RouteStep {
            anker: self.medium.step(page),
            pagina: self.link(page, titel),
            overeenkomst: document.map(|document| document.titel.clone()),
            samenvatting: samenvatting.cloned(),
        }
    }

    /// Where a page that says `begin_hier` stands on the route.
    pub(super) fn route_link(&self) -> LinkView {
        let link = self.link(Overview::Begin, self.labels.text("begin-hier"));
        LinkView { href: format!("{}#{}", link.href, self.medium.step(self.page)), ..link }
    }
}
