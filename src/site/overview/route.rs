//! The route for newcomers: the pages whose sources say `begin_hier`, in the
//! order of reading. The page is always there, whatever the sources say: where
//! none says so, it leads to the documents that count now.

use crate::model::{Deel, Fase, Overeenkomst};
use crate::resolve::Overview;
use crate::site::address;
use crate::site::pages::Pages;
use crate::site::view::{BeginPage, RouteStep};

impl Pages<'_> {
    pub(super) fn begin(&self, path: &str) -> BeginPage {
        let mut stappen = self.marked(path);
        if stappen.is_empty() {
            stappen = self.unmarked(path);
        }
        let beschrijving = self.labels.text("begin-hier-uitleg");
        let mut place = self.overview_place(path, self.labels.text("begin-hier"), Some(beschrijving));
        place.volgende = stappen.first().map(|stap| stap.pagina.clone());
        BeginPage { kader: self.frame(path, place), stappen }
    }

    fn marked(&self, path: &str) -> Vec<RouteStep> {
        let mut stappen = Vec::new();
        for pagina in self.project.paginas.iter().filter(|pagina| pagina.begin_hier) {
            let to = address::plain(&pagina.slug);
            stappen.push(self.step(path, &to, pagina.titel.clone(), None, pagina.samenvatting.as_ref()));
        }
        for document in self.documents_in_order() {
            if document.begin_hier {
                stappen.push(self.step_of_document(path, document));
            }
            for deel in document.delen.iter().filter(|deel| deel.begin_hier()) {
                let samenvatting = match deel {
                    Deel::Thema(thema) => thema.samenvatting.as_ref(),
                    Deel::Hoofdstuk(hoofdstuk) => hoofdstuk.samenvatting.as_ref(),
                };
                let (to, titel) = (address::part(document, deel), self.part_title(deel));
                stappen.push(self.step(path, &to, titel, Some(document), samenvatting));
            }
        }
        stappen
    }

    /// What counts now, or will; else all there is.
    fn unmarked(&self, path: &str) -> Vec<RouteStep> {
        let all = self.documents_in_order();
        let counts = |document: &&&Overeenkomst| {
            matches!(document.fase(self.options.date), Fase::VanKracht | Fase::Aanstaand)
        };
        let chosen: Vec<_> = all.iter().filter(counts).copied().collect();
        let chosen = if chosen.is_empty() { all } else { chosen };
        chosen.into_iter().map(|document| self.step_of_document(path, document)).collect()
    }

    fn step_of_document(&self, path: &str, document: &Overeenkomst) -> RouteStep {
        let to = address::document(document);
        self.step(path, &to, document.titel.clone(), None, document.samenvatting.as_ref())
    }

    fn step(
        &self,
        path: &str,
        to: &str,
        titel: String,
        document: Option<&Overeenkomst>,
        samenvatting: Option<&String>,
    ) -> RouteStep {
        RouteStep {
            anker: address::step(to),
            pagina: self.link(path, to, titel),
            overeenkomst: document.map(|document| document.titel.clone()),
            samenvatting: samenvatting.cloned(),
        }
    }

    /// Where a page that says `begin_hier` stands on the route.
    pub(in crate::site) fn route_link(&self, path: &str) -> crate::site::view::LinkView {
        let mut link = self.link(path, &address::overview(Overview::Begin), self.labels.text("begin-hier"));
        link.href = format!("{}#{}", link.href, address::step(path));
        link
    }
}
