//! What the Markdown of a page must know of its surroundings: where links
//! lead from here, and where pictures are.

use std::cell::RefCell;
use std::rc::Rc;

use super::address::{self, Place};
use super::pages::Pages;
use crate::markdown::html::Surroundings;
use crate::markdown::terms::Introduced;
use crate::markdown::{Inline, Target};
use crate::model::{Overeenkomst, adres_in_ascii};
use crate::source::ContentPath;

/// A page as the text on it sees it.
pub struct PageSurroundings<'a> {
    pub pages: &'a Pages<'a>,
    /// The document that the page belongs to.
    pub document: Option<&'a Overeenkomst>,
    /// Where the page is.
    pub path: &'a str,
    /// On the long page: what stands before the anchors of this chapter.
    pub chapter: Option<&'a str>,
    /// Terms that the page named before.
    pub introduced: Rc<RefCell<Introduced>>,
}

impl PageSurroundings<'_> {
    pub(super) fn to(&self, path: &str, anchor: Option<&str>) -> String {
        match anchor {
            Some(anchor) if path == self.path => format!("#{anchor}"),
            Some(anchor) => format!("{}#{anchor}", address::relative(self.path, path)),
            None => address::relative(self.path, path),
        }
    }

    pub(super) fn agreement(&self, nummer: &str) -> Option<String> {
        let document = self.document?;
        let Some((thema, afspraak)) = document.afspraak(nummer) else {
            document.basis.as_ref()?.weggelaten_afspraak(nummer)?;
            return Some(self.left_out(document, nummer));
        };
        let anchor = afspraak.nummer.as_str();
        if self.chapter.is_some() {
            return Some(format!("#{anchor}"));
        }
        let page = address::theme(document, thema);
        Some(self.to(&page, Some(anchor)))
    }

    /// Where the document says that it leaves out an agreement of its base.
    fn left_out(&self, document: &Overeenkomst, nummer: &str) -> String {
        let anchor = address::left_out(nummer);
        match self.chapter {
            Some(_) => format!("#{anchor}"),
            None => self.to(&address::document(document), Some(&anchor)),
        }
    }

    fn file(&self, path: &ContentPath, anchor: Option<&str>) -> Option<String> {
        let Some(place) = self.pages.site_map.place_in(self.document, path) else {
            let is_there = self.pages.sources.media().contains_key(path);
            return is_there.then(|| self.to(&address::media(path), None));
        };
        let own =
            self.document.filter(|own| place.document().is_some_and(|document| document.slug == own.slug));
        let is_gone = |nummer: &&str| {
            own.and_then(|own| own.basis.as_ref())
                .is_some_and(|basis| basis.weggelaten_afspraak(nummer).is_some())
        };
        if let Some((own, nummer)) = own.zip(anchor.filter(is_gone)) {
            return Some(self.left_out(own, nummer));
        }
        match place {
            Place::LeftOut(document) => {
                let page = address::document(document);
                let page = if self.on_long_page_of(document) { self.path } else { &page };
                Some(self.to(page, Some(address::LEFT_OUT)))
            }
            // All chapters of the document are on the long page itself.
            Place::Part(document, deel) if self.on_long_page_of(document) => Some(match anchor {
                None => format!("#{}", deel.slug()),
                Some(nummer) if address::holds_agreement(deel, nummer) => format!("#{nummer}"),
                Some(anchor) => format!("#{}--{anchor}", deel.slug()),
            }),
            place => Some(self.to(&place.path(), place.anchor(anchor).as_deref())),
        }
    }

    fn on_long_page_of(&self, document: &Overeenkomst) -> bool {
        self.chapter.is_some() && self.document.is_some_and(|own| own.slug == document.slug)
    }
}

impl Surroundings for PageSurroundings<'_> {
    fn href(&self, target: &Target) -> Option<String> {
        match target {
            Target::Outside(address) => Some(adres_in_ascii(address).into_owned()),
            Target::Law(bepaling) => Some(bepaling.adres()),
            Target::Agreement(nummer) => self.agreement(nummer),
            Target::Anchor(anchor) => self
                .agreement(anchor)
                .or_else(|| Some(format!("#{}{anchor}", self.chapter.unwrap_or_default()))),
            Target::File(path, anchor) => self.file(path, anchor.as_deref()),
            Target::Term(term) => {
                let begrip = self.pages.project.begrippen.find(term)?;
                Some(self.to(address::GLOSSARY, Some(&begrip.anker)))
            }
        }
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
