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
use crate::resolve::{Destination, Place};
use crate::source::ContentPath;
use crate::view::{Medium, View};

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

    /// The way to a destination.
    pub(super) fn spell(&self, to: Destination) -> String {
        let own = to.document().filter(|document| self.is_long_page_of(document));
        if let Some(anchor) = own.and_then(|_| address::on_long_page(to)) {
            return format!("#{anchor}");
        }
        match (to, address::of(to)) {
            (Destination::Outside(address), _) => adres_in_ascii(address).into_owned(),
            (Destination::Law(bepaling), _) => bepaling.adres(),
            // Within a text, the way to a place on the page itself is the place alone.
            (
                Destination::Agreement(..)
                | Destination::Place(..)
                | Destination::Term(_)
                | Destination::Indicator(..)
                | Destination::Table(..),
                Some((page, anchor)),
            ) => self.to(&page, anchor.as_deref()),
            (_, Some((page, Some(anchor)))) => format!("{}#{anchor}", self.pages.href(self.path, &page)),
            (_, Some((page, None))) => self.pages.href(self.path, &page),
            (_, None) => String::new(),
        }
    }

    /// What readers of the page see.
    pub(super) fn view(&self) -> View<'_> {
        View { project: self.pages.project, labels: self.pages.labels, medium: self }
    }

    fn is_long_page_of(&self, document: &Overeenkomst) -> bool {
        self.long && self.document().is_some_and(|own| own.slug == document.slug)
    }
}

impl Medium for PageSurroundings<'_> {
    fn way(&self, to: Destination) -> Option<String> {
        Some(self.spell(to))
    }

    fn web(&self, to: Destination) -> Option<String> {
        address::full(self.pages.options.base_url.as_ref()?.as_str(), to)
    }

    fn address(&self, to: Destination) -> Option<String> {
        address::full(self.pages.options.base_url.as_ref()?.leesbaar(), to)
    }

    fn picture(&self, path: &ContentPath) -> String {
        address::relative(self.path, &address::media(path))
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
