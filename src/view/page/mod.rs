//! What the pages of the site show: one struct a page, with what all media show
//! in it, and what only pages have: menus, tables of contents, ways on and back,
//! pages over all documents.
//!
//! Last stop before Tera. A template only places what stands here. A field that
//! ends in `_html` holds HTML that the site made of the author's Markdown, escaped
//! there; every other string is plain text that Tera escapes.

mod agreements;
mod alle_cijfers;
mod alle_voortgang;
mod basis;
mod beleid;
mod chapters;
mod cijfers;
mod contents;
mod course;
mod documents;
mod evaluatie;
mod frame;
mod grounds;
mod guide;
mod head;
mod kalender;
mod kenmerk;
mod linked_data;
mod many;
mod order;
mod partij;
mod partijen;
mod prioriteiten;
mod progress;
mod route;
mod signing;
mod top;
mod verwijzingen;
mod wetten;

use std::ops::Deref;

pub use agreements::*;
pub use alle_cijfers::*;
pub use alle_voortgang::*;
pub use beleid::*;
pub use chapters::*;
pub use cijfers::*;
pub use contents::*;
pub use course::*;
pub use documents::*;
pub use frame::*;
pub use grounds::*;
pub use guide::*;
pub use head::*;
pub use kalender::*;
pub use kenmerk::*;
pub use many::*;
pub use partij::*;
pub use partijen::*;
pub use prioriteiten::*;
pub use progress::*;
pub use route::*;
pub use top::*;
pub use verwijzingen::*;
pub use wetten::*;

use super::{Medium, View};
use crate::data::canonical::Fingerprints;
use crate::diagnostic::Diagnostic;
use crate::markdown::{Block, Footnote, Inline};
use crate::model::{Datum, Overeenkomst, WebAdres};
use crate::resolve::{Destination, Page, Place};
use crate::source::{ContentPath, Files};
pub use crate::theme::cijfers::LinkView;

/// What a page depends on beside the model and the theme.
#[derive(Debug, Clone)]
pub struct SiteOptions {
    /// The day that decides what is in force.
    pub date: Datum,
    /// Where the site will stand.
    pub base_url: Option<WebAdres>,
    /// Whether PDFs are made, so that pages may link to them.
    pub with_pdf: bool,
}

/// A page as what is made for it meets it.
pub trait PageMedium: Medium {
    /// Whether it is that page.
    fn is_here(&self, page: Page) -> bool;
    /// The way from it to the root of the site: `""` or `"../"`.
    fn root(&self) -> String;
    /// What a page is called on the route for newcomers.
    fn step(&self, page: Page) -> String;
    /// An address relative to it, in full where it is known where the site will stand.
    fn in_full(&self, href: &str) -> String;
    /// Width and height of a picture in pixels.
    fn size(&self, picture: &ContentPath) -> Option<(u32, u32)>;
    /// A pen for a text that is at home there. Its headings are `deeper` by so many
    /// levels, and `prefix` stands before its anchors.
    fn pen<'s>(&'s self, home: Place<'s>, deeper: u8, prefix: &'s str) -> Box<dyn Pen + 's>;
    /// The card of a document, which is kept until that changes.
    fn card(&self, document: &Overeenkomst, make: &dyn Fn() -> DocumentCard) -> Result<String, Diagnostic>;
}

/// Writes the running text of a page, from its top to its end.
pub trait Pen {
    /// Blocks.
    fn blocks(&mut self, blocks: &[Block]) -> String;
    /// A title.
    fn inlines(&mut self, content: &[Inline]) -> String;
    /// The notes that were named.
    fn footnotes(&mut self, footnotes: &[Footnote]) -> String;
    /// Where a stretch of text comes from: a line with the name of its origin.
    fn origin(&mut self, id: &str, words: &str) -> String;
    /// Writes headings that much deeper from now on.
    fn move_headings(&mut self, levels: i8);
}

/// Makes what a page shows.
#[derive(Clone, Copy)]
pub struct PageMaker<'a> {
    /// What all media show, for this page.
    pub view: View<'a>,
    /// The page.
    pub page: Page<'a>,
    /// Where it is.
    pub medium: &'a dyn PageMedium,
    /// The same page as the text on it sees it, which may be all of its document.
    pub text: &'a dyn Medium,
    /// Date, address, files.
    pub options: &'a SiteOptions,
    /// Files to take away.
    pub files: Files<'a>,
    /// Fingerprints of documents.
    pub fingerprints: &'a Fingerprints,
}

impl<'a> Deref for PageMaker<'a> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        &self.view
    }
}

impl<'a> PageMaker<'a> {
    /// The way to a destination.
    fn way<'d>(&self, to: impl Into<Destination<'d>>) -> String {
        self.medium.way(to.into()).unwrap_or_default()
    }

    /// Words that lead there.
    fn link<'d>(&self, to: impl Into<Destination<'d>>, titel: impl Into<String>) -> LinkView {
        LinkView { titel: titel.into(), href: self.way(to) }
    }

    /// What the text on the page sees of all media's.
    fn within(&self) -> View<'a> {
        View { medium: self.text, ..self.view }
    }
}
