//! The places that name something: the other way of a tie.

use super::address;
use super::pages::Pages;
use super::view::{Usage, UsageLink};
use crate::markdown::Mentions;
use crate::model::Overeenkomst;

/// More places than this are counted, not listed.
const MOST: usize = 8;

impl Pages<'_> {
    /// The pages whose texts name something, the newest documents first.
    pub(super) fn used_in(&self, path: &str, names: impl Fn(&Mentions) -> bool) -> Usage {
        let mut links = Vec::new();
        for document in self.documents_in_order().into_iter().filter(|document| names(&document.noemt)) {
            if names(&document.preambule.mentions()) {
                links.push(self.usage(path, document, &address::document(document), None));
            }
            let parts = document.delen.iter().filter(|deel| names(deel.noemt()));
            links.extend(parts.map(|deel| {
                self.usage(path, document, &address::part(document, deel), Some(self.part_title(deel)))
            }));
        }
        let pages = self.project.paginas.iter().filter(|pagina| names(&pagina.noemt));
        links.extend(pages.map(|pagina| UsageLink {
            titel: pagina.titel.clone(),
            overeenkomst: None,
            href: self.href(path, &address::plain(&pagina.slug)),
        }));
        let meer = links.len().saturating_sub(MOST);
        links.truncate(MOST);
        Usage { links, meer }
    }

    fn usage(&self, path: &str, document: &Overeenkomst, to: &str, part: Option<String>) -> UsageLink {
        let (titel, overeenkomst) = match part {
            Some(part) => (part, Some(document.titel.clone())),
            None => (document.titel.clone(), None),
        };
        UsageLink { titel, overeenkomst, href: self.href(path, to) }
    }
}
