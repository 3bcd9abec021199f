//! In which order the pages of a document are read: its own page, its parts, and
//! the pages that lay all of it side by side. The menu and the ways on and back
//! of every page follow from that one order, which is [`Page::of_document`].

use super::address;
use super::pages::{PagePlace, Pages};
use super::view::{LinkView, MenuItem};
use crate::model::Overeenkomst;
use crate::resolve::Page;

impl Pages<'_> {
    /// The place of the page at `path` among the pages of `document`.
    pub(super) fn place_in(&self, document: &Overeenkomst, path: &str) -> PagePlace {
        let pages = Page::of_document(document);
        let Some(index) = pages.iter().position(|page| address::page(*page) == path) else {
            return PagePlace::default();
        };
        let at = |index: usize| pages.get(index).map(|page| self.page_link(path, document, *page));
        let own = self.document_link(path, document);
        let is_own = index == 0;
        PagePlace {
            titel: self.page_title(document, pages[index]),
            above: if is_own { Vec::new() } else { vec![own.clone()] },
            vorige: index.checked_sub(1).and_then(at),
            volgende: at(index + 1),
            overzicht: Some(if is_own {
                self.link(path, address::HOME, self.labels.text("home"))
            } else {
                own
            }),
            ..PagePlace::default()
        }
    }

    /// The menu beside the pages of a document.
    pub(super) fn menu(&self, document: &Overeenkomst, path: &str) -> Vec<MenuItem> {
        let item = |page: Page| MenuItem {
            titel: match page {
                Page::Document(_) => self.labels.text("overzicht"),
                page => self.page_title(document, page),
            },
            href: self.href(path, &address::page(page)),
            actief: address::page(page) == path,
        };
        Page::of_document(document).into_iter().map(item).collect()
    }

    fn page_link(&self, path: &str, document: &Overeenkomst, page: Page) -> LinkView {
        self.link(path, &address::page(page), self.page_title(document, page))
    }

    fn page_title(&self, document: &Overeenkomst, page: Page) -> String {
        match page {
            Page::Part(_, index) => self.part_title(&document.delen[index]),
            Page::Agreements(_) => self.labels.text("titel-afspraken"),
            Page::Progress(_) => self.labels.text("titel-voortgang"),
            Page::Figures(_) => self.labels.text("titel-cijfers"),
            Page::Whole(_) => self.labels.text("titel-volledig"),
            _ => document.titel.clone(),
        }
    }
}
