//! A page as what stands on it sees it: where links lead from there, where
//! pictures are, and who writes its text.

use std::cell::RefCell;

use super::shared::Shared;
use crate::address;
use crate::diagnostic::Diagnostic;
use crate::markdown::html::{self, HtmlWriter, Surroundings};
use crate::markdown::terms::Introduced;
use crate::markdown::{Block, Footnote, Inline, Target};
use crate::model::{Overeenkomst, WebAdres, adres_in_ascii};
use crate::picture;
use crate::resolve::{Destination, Page, Place};
use crate::source::ContentPath;
use crate::view::Medium;
use crate::view::page::{DocumentCard, PageMedium, Pen};

/// A page that is being made.
pub struct HtmlPage<'a> {
    shared: &'a Shared<'a>,
    path: &'a str,
    /// The document of which all text is on it.
    long: Option<&'a Overeenkomst>,
    /// Terms that it named before.
    introduced: RefCell<Introduced>,
}

/// The same page as the text on it sees it: the way to another part of the
/// document stays on a page that has all of it.
pub struct HtmlText<'p>(pub &'p HtmlPage<'p>);

impl<'a> HtmlPage<'a> {
    /// The page `page`, which is at `path`.
    pub fn new(shared: &'a Shared<'a>, page: Page<'a>, path: &'a str) -> Self {
        let long = match page {
            Page::Whole(document) => Some(document),
            Page::Document(document) if document.is_licht() => Some(document),
            _ => None,
        };
        Self { shared, path, long, introduced: RefCell::default() }
    }

    /// The way to a destination, which may be on the page itself.
    fn spell(&self, to: Destination) -> String {
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
                Some((page, Some(anchor))),
            ) if page == self.path => format!("#{anchor}"),
            (_, Some((page, anchor))) => {
                let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
                format!("{}{anchor}", self.shared.href(self.path, &page))
            }
            (_, None) => String::new(),
        }
    }

    fn base(&self) -> Option<&WebAdres> {
        self.shared.options.base_url.as_ref()
    }
}

impl Medium for HtmlPage<'_> {
    fn way(&self, to: Destination) -> Option<String> {
        Some(self.spell(to))
    }

    fn web(&self, to: Destination) -> Option<String> {
        address::full(self.base()?.as_str(), to)
    }

    fn address(&self, to: Destination) -> Option<String> {
        address::full(self.base()?.leesbaar(), to)
    }

    fn picture(&self, path: &ContentPath) -> String {
        self.shared.href(self.path, &address::media(path))
    }
}

impl Medium for HtmlText<'_> {
    fn way(&self, to: Destination) -> Option<String> {
        let own = to.document().zip(self.0.long).is_some_and(|(one, other)| one.slug == other.slug);
        let here = if own { address::on_long_page(to) } else { None };
        here.map(|anchor| format!("#{anchor}")).or_else(|| self.0.way(to))
    }

    fn web(&self, to: Destination) -> Option<String> {
        self.0.web(to)
    }

    fn address(&self, to: Destination) -> Option<String> {
        self.0.address(to)
    }

    fn picture(&self, path: &ContentPath) -> String {
        self.0.picture(path)
    }
}

impl PageMedium for HtmlPage<'_> {
    fn is_here(&self, page: Page) -> bool {
        address::page(page) == self.path
    }

    fn root(&self) -> String {
        match self.base() {
            // The page for addresses that do not exist may be shown at any depth.
            Some(base) if self.path == address::NOT_FOUND => base.as_str().to_owned(),
            _ => address::root(self.path),
        }
    }

    fn step(&self, page: Page) -> String {
        address::step(&address::page(page))
    }

    fn in_full(&self, href: &str) -> String {
        let Some(base) = self.base().filter(|_| !href.contains("://")) else { return href.to_owned() };
        let mut folder: Vec<&str> = self.path.split('/').collect();
        folder.pop();
        let mut rest = href;
        while let Some(after) = rest.strip_prefix("../") {
            folder.pop();
            rest = after;
        }
        folder.push(rest);
        format!("{}{}", base.as_str(), folder.join("/"))
    }

    fn size(&self, picture: &ContentPath) -> Option<(u32, u32)> {
        picture::size_of(picture, self.shared.files.medium(picture)?)
    }

    fn pen<'s>(&'s self, home: Place<'s>, deeper: u8, prefix: &'s str) -> Box<dyn Pen + 's> {
        let surroundings = Box::new(Home { text: HtmlText(self), home });
        Box::new(HtmlPen(HtmlWriter::within(surroundings, deeper, prefix)))
    }

    fn card(&self, document: &Overeenkomst, make: &dyn Fn() -> DocumentCard) -> Result<String, Diagnostic> {
        self.shared.cards.card(
            self.shared.project,
            self.shared.templates,
            self.shared.options,
            document,
            make,
        )
    }
}

/// A page, for the text of one file.
struct Home<'p> {
    text: HtmlText<'p>,
    home: Place<'p>,
}

impl Surroundings for Home<'_> {
    fn href(&self, target: &Target) -> Option<String> {
        self.text.0.shared.resolver.resolve(self.home, target).and_then(|to| self.text.way(to))
    }

    fn expansion(&self, term: &str, inner: &[Inline], next: Option<&Inline>) -> Option<String> {
        let page = self.text.0;
        let begrip = page.shared.project.begrippen.find(term)?;
        page.introduced
            .borrow_mut()
            .expansion((&begrip.anker, begrip.voluit.as_deref()), inner, next)
            .map(str::to_owned)
    }

    fn picture(&self, path: &ContentPath) -> (String, Option<(u32, u32)>) {
        (self.text.picture(path), self.text.0.size(path))
    }

    fn label(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.text.0.shared.labels.with(key, values)
    }
}

struct HtmlPen<'s>(HtmlWriter<'s>);

impl Pen for HtmlPen<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> String {
        self.0.blocks(blocks)
    }

    fn inlines(&mut self, content: &[Inline]) -> String {
        self.0.inlines(content)
    }

    fn footnotes(&mut self, footnotes: &[Footnote]) -> String {
        self.0.footnotes(footnotes)
    }

    fn origin(&mut self, id: &str, words: &str) -> String {
        let mut html = format!("<p class=\"herkomst herkomst-{id}\">");
        html::escape(words, &mut html);
        html.push_str("</p>\n");
        html
    }

    fn move_headings(&mut self, levels: i8) {
        self.0.move_headings(levels);
    }
}
