//! What a theme, chapter or agreement rests on, worded and linked, and the
//! places that name something: both ways of one tie.

use super::address;
use super::overview::Overview;
use super::pages::Pages;
use super::view::{GroundsView, LinkView, SourceView, Usage, UsageLink};
use crate::markdown::Mentions;
use crate::model::{Beleidsplek, Grondslag, Overeenkomst};

/// More places than this are counted, not listed.
const MOST: usize = 8;

impl Pages<'_> {
    pub(super) fn grounds(&self, path: &str, grondslag: &Grondslag) -> GroundsView {
        let beleid = grondslag.beleid.iter().map(|text| match self.project.beleid.find(&text.value) {
            Some(plek) => SourceView { titel: plek.titel(), href: Some(self.policy_href(path, plek)) },
            None => SourceView { titel: text.value.clone(), href: None },
        });
        let named = grondslag.verwijzingen.iter();
        let verwijzingen = named.filter_map(|id| self.project.verwijzingen.find(id.value.as_str()));
        let verwijzingen = verwijzingen.map(|verwijzing| SourceView {
            titel: verwijzing.titel.clone(),
            href: Some(format!("{}#{}", self.href(path, address::REGISTER), verwijzing.id.as_str())),
        });
        let lijst = &self.project.site.prioriteiten;
        let named = grondslag.prioriteiten.iter().flatten();
        let prioriteiten = named.filter_map(|id| lijst.find(&id.value)).map(|prioriteit| LinkView {
            titel: prioriteit.titel.clone(),
            href: format!("{}#{}", self.href(path, &Overview::Prioriteiten.path()), prioriteit.id.as_str()),
        });
        GroundsView {
            beleid: beleid.collect(),
            verwijzingen: verwijzingen.collect(),
            prioriteiten: prioriteiten.collect(),
        }
    }

    pub(super) fn policy_href(&self, path: &str, plek: Beleidsplek) -> String {
        format!("{}#{}", self.href(path, address::POLICY), plek.id().as_str())
    }

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
