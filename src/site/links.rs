//! What the Markdown of a page must know of its surroundings: where links
//! lead from here, and where pictures are.

use std::cell::RefCell;
use std::rc::Rc;

use super::address;
use super::pages::Pages;
use crate::markdown::html::Surroundings;
use crate::markdown::terms::Introduced;
use crate::markdown::{Inline, Target};
use crate::model::{Overeenkomst, adres_in_ascii};
use crate::resolve::{self, Destination, Place};
use crate::source::ContentPath;

/// A page as the text on it sees it.
pub struct PageSurroundings<'a> {
    pub pages: &'a Pages<'a>,
    /// Whose text it is: the document's own, that of a part, a plain page.
    pub home: Place<'a>,
    /// Where the page is.
    pub path: &'a str,
    /// Whether all of the document is on it.
    pub long: bool,
    /// Terms that the page named before.
    pub introduced: Rc<RefCell<Introduced>>,
}

impl<'a> PageSurroundings<'a> {
    /// The page at `path`, with the text of `home` and nothing else.
    pub(super) fn of(pages: &'a Pages<'a>, home: Place<'a>, path: &'a str) -> Self {
        Self { pages, home, path, long: false, introduced: Rc::default() }
    }

    /// The document that the page belongs to.
    pub(super) fn document(&self) -> Option<&'a Overeenkomst> {
        self.home.document()
    }

    pub(super) fn to(&self, path: &str, anchor: Option<&str>) -> String {
        match anchor {
            Some(anchor) if path == self.path => format!("#{anchor}"),
            Some(anchor) => format!("{}#{anchor}", address::relative(self.path, path)),
            None => address::relative(self.path, path),
        }
    }

    /// The way to an agreement of the document.
    pub(super) fn agreement(&self, nummer: &str) -> Option<String> {
        resolve::agreement(self.document()?, nummer).map(|to| self.spell(to))
    }

    /// The way to a destination.
    pub(super) fn spell(&self, to: Destination) -> String {
        match to {
            Destination::Outside(address) => adres_in_ascii(address).into_owned(),
            Destination::Law(bepaling) => bepaling.adres(),
            Destination::Term(begrip) => self.to(address::GLOSSARY, Some(&begrip.anker)),
            Destination::Medium(path) => self.to(&address::media(path), None),
            Destination::Agreement(document, deel, nummer) => {
                let page = address::part(document, deel);
                self.to(if self.is_long_page_of(document) { self.path } else { &page }, Some(nummer))
            }
            Destination::Place(place, anchor) => {
                match place.document().filter(|document| self.is_long_page_of(document)) {
                    Some(_) => self.to(self.path, address::anchor_on_long_page(place, anchor).as_deref()),
                    None => self.to(&address::of_place(place), address::anchor_in(place, anchor).as_deref()),
                }
            }
        }
    }

    fn is_long_page_of(&self, document: &Overeenkomst) -> bool {
        self.long && self.document().is_some_and(|own| own.slug == document.slug)
    }
}

impl Surroundings for PageSurroundings<'_> {
    fn href(&self, target: &Target) -> Option<String> {
        self.pages.resolver.resolve(self.home, target).map(|to| self.spell(to))
    }

    fn expansion(&self, term: &str, inner: &[Inline], next: Option<&Inline>) -> Option<String> {
        let begrip = self.pages.project.begrippen.find(term)?;
        self.introduced.borrow_mut().expansion(begrip, inner, next).map(str::to_owned)
    }

    fn picture(&self, path: &ContentPath) -> (String, Option<(u32, u32)>) {
        let href = address::relative(self.path, &address::media(path));
        (href, self.pages.picture_size(path))
    }

    fn label(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.pages.labels.with(key, values)
    }
}
