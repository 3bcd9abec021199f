//! In which order the pages of a document are read: its own page, its parts, and
//! the pages that lay all of it side by side. The menu and the ways on and back
//! of every page follow from that one order, which is [`Page::of_document`].

use super::frame::PagePlace;
use super::{LinkView, MenuItem, PageMaker};
use crate::model::Overeenkomst;
use crate::resolve::Page;

impl PageMaker<'_> {
    /// The place of the page among the pages of `document`.
    pub(super) fn place_in(&self, document: &Overeenkomst) -> PagePlace {
        let pages = Page::of_document(document);
        let Some(index) = pages.iter().position(|page| self.medium.is_here(*page)) else {
            return PagePlace::default();
        };
        let at = |index: usize| pages.get(index).map(|page| self.page_link(document, *page));
        let own = self.document_link(document);
        let is_own = index == 0;
        PagePlace {
            titel: self.page_title(document, pages[index]),
            above: if is_own { Vec::new() } else { vec![own.clone()] },
            vorige: index.checked_sub(1).and_then(at),
            volgende: at(index + 1),
            overzicht: Some(if is_own { self.link(Page::Home, self.labels.text("home")) } else { own }),
            ..PagePlace::default()
        }
    }

    /// The same of a page whose description is the label `key` with the title of the document.
    pub(super) fn described_place(&self, document: &Overeenkomst, key: &str) -> PagePlace {
        let beschrijving = Some(self.labels.with(key, &[("titel", &document.titel)]));
        PagePlace { beschrijving, ..self.place_in(document) }
    }

    /// The menu beside the pages of a document.
    pub(super) fn menu(&self, document: &Overeenkomst) -> Vec<MenuItem> {
        let item = |page: Page| MenuItem {
            titel: match page {
                Page::Document(_) => self.labels.text("overzicht"),
                page => self.page_title(document, page),
            },
            href: self.way(page),
            actief: self.medium.is_here(page),
        };
        Page::of_document(document).into_iter().map(item).collect()
    }

    pub(super) fn page_link(&self, document: &Overeenkomst, page: Page) -> LinkView {
        self.link(page, self.page_title(document, page))
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
