//! Makes artifacts by their recipes.
//!
//! A recipe is a function of the model and the theme alone: the same input
//! gives the same bytes, on every machine and in every order. [`Workshop::stamp`]
//! says of which input, so that what was made may be kept until that changes.

use std::borrow::Cow;
use std::sync::Arc;

use super::Tools;
use super::plan::Recipe;
use crate::data::canonical::Canonicals;
use crate::data::{self, Desk};
use crate::diagnostic::Diagnostic;
use crate::markdown::Mentions;
use crate::model::{Overeenkomst, Project, WebAdres};
use crate::pdf::{Draft, Press, Print};
use crate::picture;
use crate::resolve::{Page, Resolver};
use crate::site::{Pages, SiteOptions, style};
use crate::source::{Sources, Stamp, Stamper};

/// Makes anything of one project.
pub struct Workshop<'a> {
    project: &'a Project,
    sources: &'a Sources,
    tools: &'a Tools,
    pages: Pages<'a>,
    canonicals: Arc<Canonicals<'a>>,
    resolver: Resolver<'a>,
    options: SiteOptions,
}

impl<'a> Workshop<'a> {
    /// A workshop for `project`.
    pub fn new(project: &'a Project, sources: &'a Sources, tools: &'a Tools, options: SiteOptions) -> Self {
        let canonicals = Arc::new(Canonicals::new(sources));
        let labels = tools.theme.labels();
        let pages = Pages::new(
            project,
            sources,
            labels,
            &tools.templates,
            &tools.cards,
            Arc::clone(&canonicals),
            options.clone(),
        );
        let resolver = Resolver::new(project, sources);
        Self { project, sources, tools, pages, canonicals, resolver, options }
    }

    /// Makes one artifact.
    pub fn make<'r>(&self, recipe: &Recipe<'r>) -> Result<Cow<'r, [u8]>, Vec<Diagnostic>> {
        let made = match *recipe {
            Recipe::Page(page) => {
                self.pages.render(page).map_err(|diagnostic| vec![diagnostic])?.into_bytes()
            }
            Recipe::Publication(_) | Recipe::Signing { .. } | Recipe::Extract { .. } => self.print(recipe)?,
            Recipe::Canonical(document) => self.canonicals.of(document).text.clone().into_bytes(),
            Recipe::Data(file) => data::bytes(file, &self.desk()),
            Recipe::HouseStyle => style::css(&self.project.site.huisstijl).into_bytes(),
            Recipe::File(bytes) => return Ok(Cow::Borrowed(bytes)),
            Recipe::Medium(path, file) => return Ok(Cow::Borrowed(picture::published(path, file))),
        };
        Ok(Cow::Owned(made))
    }

    fn desk(&self) -> Desk<'_> {
        Desk {
            project: self.project,
            labels: self.tools.theme.labels(),
            base_url: self.options.base_url.as_ref(),
            canonicals: &self.canonicals,
        }
    }

    fn print(&self, recipe: &Recipe) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let Some(print) = recipe.print() else { return Ok(Vec::new()) };
        let pdf = self.press(print).typeset(&mut Draft::default()).and_then(|typeset| typeset.pdf());
        // Typst remembers what it laid out; of documents that are done for some
        // time that is only a growing heap.
        comemo::evict(8);
        pdf
    }

    /// What is wrong with a copy on paper, without making a file of it; nothing for what is no PDF.
    pub fn prove(&self, recipe: &Recipe) -> Vec<Diagnostic> {
        let Some(print) = recipe.print() else { return Vec::new() };
        let wrong = self.press(print).typeset(&mut Draft::default()).err().unwrap_or_default();
        comemo::evict(8);
        wrong
    }

    /// The press, with one copy of a document on it.
    pub fn press<'p>(&'p self, print: Print<'p>) -> Press<'p> {
        Press {
            project: self.project,
            sources: self.sources,
            resolver: self.resolver,
            theme: &self.tools.pdf_theme,
            labels: self.tools.theme.labels(),
            base_url: self.options.base_url.as_ref(),
            canonical: self.canonicals.of(print.document),
            print,
        }
    }

    /// Stands for all that an artifact is made of: while it is the same, so
    /// are the bytes. It may change where the bytes do not.
    pub fn stamp(&self, recipe: &Recipe) -> Stamp {
        let documents = self.project.overeenkomsten.iter();
        let named = documents.map(|document| self.resolver.stamp_of(&document.noemt));
        match *recipe {
            Recipe::Page(page) => self.stamp_of_page(page),
            Recipe::Publication(document)
            | Recipe::Signing { document, .. }
            | Recipe::Extract { document, .. } => Stamper::default()
                .with(self.tools.of_pdf())
                .with(self.stamp_of_site())
                .with(self.stamp_of_document(document))
                .stamp(),
            Recipe::Canonical(document) => self.stamp_of_document(document),
            Recipe::Data(_) => Stamper::default()
                .with(self.tools.of_pages())
                .with(self.stamp_of_site())
                .with(self.stamp_of_all())
                // A fingerprint is also one of the pictures that a document shows.
                .with_all(named)
                .stamp(),
            Recipe::HouseStyle => self.project.site.stamp,
            Recipe::File(bytes) => Stamp::of(bytes),
            Recipe::Medium(_, file) => file.stamp,
        }
    }

    fn stamp_of_page(&self, page: Page) -> Stamp {
        let pages = self.project.paginas.iter().map(|pagina| pagina.stamp);
        let stamp = Stamper::default()
            .with(self.tools.of_pages())
            .with(self.stamp_of_site())
            .bytes(self.options.date.to_string().as_bytes())
            .bytes(&[u8::from(self.options.with_pdf), u8::from(self.project.begrippen.is_empty())])
            // The menu names them all.
            .with_all(pages);
        let stamp = match page {
            Page::Home => stamp.with_all(self.project.overeenkomsten.iter().map(|document| document.stamp)),
            Page::Document(document)
            | Page::Part(document, _)
            | Page::Progress(document)
            | Page::Figures(document)
            | Page::Agreements(document)
            | Page::Whole(document) => stamp.with(self.stamp_of_document(document)),
            Page::Plain(pagina) => stamp.with(self.resolver.stamp_of(&pagina.noemt)),
            Page::Overview(_) => stamp.with(self.stamp_of_all()),
            Page::Glossary => stamp.with(self.stamp_of_all()),
            Page::NotFound => stamp,
        };
        stamp.stamp()
    }

    /// Settings, logos, and where the site will stand.
    fn stamp_of_site(&self) -> Stamp {
        let site = &self.project.site;
        let logos = site.logos().map(|logo| logo.value.clone()).collect();
        let logos = Mentions { files: logos, ..Mentions::default() };
        Stamper::default()
            .with(site.stamp)
            .with(self.resolver.stamp_of(&logos))
            .bytes(self.options.base_url.as_ref().map_or("", WebAdres::as_str).as_bytes())
            .stamp()
    }

    /// A document, what it names, the documents that name it, and those with the
    /// same base: each shows the other.
    fn stamp_of_document(&self, document: &Overeenkomst) -> Stamp {
        let named_by = self.project.die_noemen(document).map(|other| other.stamp);
        let zusters = self.project.zusters(document).map(|other| other.stamp);
        // Its page shows all that came before and after.
        let keten = self.project.keten(document).into_iter().map(|other| other.stamp);
        Stamper::default()
            .with(document.stamp)
            .with(self.resolver.stamp_of(&document.noemt))
            .with_all(named_by)
            .with_all(zusters)
            .with_all(keten)
            .stamp()
    }

    /// All that the sources say.
    fn stamp_of_all(&self) -> Stamp {
        let terms = self.project.begrippen.iter().map(|begrip| begrip.stamp());
        let documents = self.project.overeenkomsten.iter().map(|document| document.stamp);
        let lists = [self.resolver.register(), self.resolver.policy()];
        Stamper::default().with_all(terms).with_all(documents).with_all(lists).stamp()
    }
}
