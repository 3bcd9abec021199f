//! The places that name something: the other way of a tie.

use serde::Serialize;

use super::PageMaker;
use crate::markdown::Mentions;
use crate::model::Overeenkomst;
use crate::resolve::{Destination, Page, part_page};

/// The places that name something: `delen/gebruikt.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Usage {
    /// The first of them.
    pub links: Vec<UsageLink>,
    /// How many more there are.
    pub meer: usize,
}

/// A place that names something.
#[derive(Debug, Clone, Serialize)]
pub struct UsageLink {
    /// What the page or agreement is called.
    pub titel: String,
    /// The document that it is in; absent for pages of no document.
    pub overeenkomst: Option<String>,
    /// Where it is.
    pub href: String,
}

/// More places than this are counted, not listed.
const MOST: usize = 8;

impl PageMaker<'_> {
    /// The pages whose texts name something, the newest documents first.
    pub(super) fn used_in(&self, names: impl Fn(&Mentions) -> bool) -> Usage {
        let mut links = Vec::new();
        for document in self.documents_in_order().into_iter().filter(|document| names(&document.noemt)) {
            if names(&document.preambule.mentions()) {
                links.push(self.usage(document.titel.clone(), None, document));
            }
            let parts = document.delen.iter().filter(|deel| names(deel.noemt()));
            links
                .extend(parts.map(|deel| {
                    self.usage(self.part_title(deel), Some(document), part_page(document, deel))
                }));
        }
        let pages = self.project.paginas.iter().filter(|pagina| names(&pagina.noemt));
        links.extend(pages.map(|pagina| self.usage(pagina.titel.clone(), None, Page::Plain(pagina))));
        let meer = links.len().saturating_sub(MOST);
        links.truncate(MOST);
        Usage { links, meer }
    }

    fn usage<'d>(
        &self,
        titel: String,
        within: Option<&Overeenkomst>,
        to: impl Into<Destination<'d>>,
    ) -> UsageLink {
        UsageLink { titel, overeenkomst: within.map(|other| other.titel.clone()), href: self.way(to) }
    }
}
