//! Makes artifacts by their recipes.
//!
//! A recipe is a function of what its [`Scope`] holds and of the theme: the same input
//! gives the same bytes, on every machine and in every order. [`Workshop::stamp`] stands
//! for that input, so that what was made may be kept until it changes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use super::Tools;
use super::plan::{Artifact, Recipe};
use super::scope::Scope;
use super::store::{Key, Store};
use crate::data::canonical::{self, Fingerprints};
use crate::data::{self, Desk};
use crate::diagnostic::Diagnostic;
use crate::model::{Project, WebAdres};
use crate::pdf::{Draft, Manuscript, Press, Typeset};
use crate::picture;
use crate::resolve::{Page, Resolver};
use crate::site::{Pages, Shared, style, style_sheet};
use crate::source::{SourceId, Sources, Stamp, Stamper};
use crate::view::page::SiteOptions;

/// An artifact, and whether it was made just now.
pub struct Taken<'r> {
    /// Its bytes.
    pub bytes: Cow<'r, [u8]>,
    /// Whether it was made just now.
    pub is_new: bool,
}

/// Makes anything of one project.
pub struct Workshop<'a> {
    project: &'a Project,
    sources: &'a Sources,
    tools: &'a Tools,
    fingerprints: Fingerprints,
    options: SiteOptions,
    whole: OnceLock<Scope<'a>>,
    bare: OnceLock<Scope<'a>>,
    /// By the file of the document or page that they are around.
    around: HashMap<SourceId, OnceLock<Box<Scope<'a>>>>,
}

impl<'a> Workshop<'a> {
    /// A workshop for `project`.
    pub fn new(project: &'a Project, sources: &'a Sources, tools: &'a Tools, options: SiteOptions) -> Self {
        let documents = project.overeenkomsten.iter().map(|document| document.source);
        let pages = project.paginas.iter().map(|pagina| pagina.source);
        Self {
            project,
            sources,
            tools,
            fingerprints: Fingerprints::default(),
            options,
            whole: OnceLock::new(),
            bare: OnceLock::new(),
            around: documents.chain(pages).map(|source| (source, OnceLock::new())).collect(),
        }
    }

    /// Makes an artifact, or takes it from the store, when it is one that the store has: of
    /// a PDF that is there, it is known that nothing is wrong with it.
    pub fn take_or_make<'r>(
        &self,
        artifact: &Artifact<'r>,
        store: Option<&Store>,
    ) -> Result<Taken<'r>, Vec<Diagnostic>> {
        let Artifact { path, recipe } = artifact;
        let Some((store, press)) = store.zip(self.press(recipe)) else {
            return Ok(Taken { bytes: self.make(recipe)?, is_new: true });
        };
        let manuscript = press.manuscript();
        let key = Key::new(path, manuscript.stamp());
        if let Some(bytes) = store.find(key) {
            return Ok(Taken { bytes: Cow::Owned(bytes), is_new: false });
        }
        let bytes = self.laid_out(manuscript, |typeset| typeset.pdf())?;
        store.keep(key, &bytes);
        Ok(Taken { bytes: Cow::Owned(bytes), is_new: true })
    }

    /// Makes one artifact.
    pub fn make<'r>(&self, recipe: &Recipe<'r>) -> Result<Cow<'r, [u8]>, Vec<Diagnostic>> {
        let scope = self.scope(recipe);
        let made = match *recipe {
            Recipe::Page(page) => {
                self.pages(scope).render(page).map_err(|diagnostic| vec![diagnostic])?.into_bytes()
            }
            Recipe::Publication(_) | Recipe::Signing { .. } | Recipe::Extract { .. } => self.print(recipe)?,
            Recipe::Canonical(document) => canonical::text(document, scope.files()).into_bytes(),
            Recipe::Data(file) => data::bytes(file, &self.desk(scope)),
            Recipe::HouseStyle => style::css(&scope.project.site.huisstijl).into_bytes(),
            Recipe::StyleSheet(path, text) => self.style_sheet(path, text).into_bytes(),
            Recipe::File(bytes) => return Ok(Cow::Borrowed(bytes)),
            Recipe::Medium(path, file) => return Ok(Cow::Borrowed(picture::published(path, file))),
        };
        Ok(Cow::Owned(made))
    }

    /// What a recipe can look at.
    fn scope(&self, recipe: &Recipe) -> &Scope<'a> {
        let Self { project, sources, .. } = *self;
        let document = match *recipe {
            Recipe::Page(Page::Home | Page::Overview(_) | Page::Glossary) | Recipe::Data(_) => {
                return self.whole.get_or_init(|| Scope::whole(project, sources));
            }
            Recipe::Page(Page::NotFound)
            | Recipe::HouseStyle
            | Recipe::StyleSheet(..)
            | Recipe::File(_)
            | Recipe::Medium(..) => {
                return self.bare.get_or_init(|| Scope::of_nothing(project, sources));
            }
            Recipe::Page(Page::Plain(pagina)) => {
                let make = || Box::new(Scope::of_page(pagina, project, sources));
                return self.around[&pagina.source].get_or_init(make);
            }
            Recipe::Page(
                Page::Document(document)
                | Page::Part(document, _)
                | Page::Progress(document)
                | Page::Figures(document)
                | Page::Agreements(document)
                | Page::Whole(document),
            )
            | Recipe::Publication(document)
            | Recipe::Signing { document, .. }
            | Recipe::Extract { document, .. }
            | Recipe::Canonical(document) => document,
        };
        let make = || Box::new(Scope::of_document(document, project, sources));
        self.around[&document.source].get_or_init(make)
    }

    fn pages<'s>(&'s self, scope: &'s Scope) -> Pages<'s> {
        Pages(Shared {
            project: &scope.project,
            files: scope.files(),
            resolver: Resolver::new(&scope.project, scope.files()),
            labels: self.tools.theme.labels(),
            templates: &self.tools.templates,
            cards: &self.tools.cards,
            options: &self.options,
            fingerprints: &self.fingerprints,
        })
    }

    fn desk<'s>(&'s self, scope: &'s Scope) -> Desk<'s> {
        Desk {
            project: &scope.project,
            labels: self.tools.theme.labels(),
            base_url: self.options.base_url.as_ref(),
            files: scope.files(),
            fingerprints: &self.fingerprints,
        }
    }

    fn style_sheet(&self, path: &str, text: &str) -> String {
        style_sheet::published(path, text, &self.tools.theme)
    }

    fn print(&self, recipe: &Recipe) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let Some(press) = self.press(recipe) else { return Ok(Vec::new()) };
        self.laid_out(press.manuscript(), |typeset| typeset.pdf())
    }

    /// What is wrong with a copy on paper, without making a file of it; nothing for what is
    /// no PDF, or when the store knows that nothing is.
    pub fn prove(&self, artifact: &Artifact, store: &Store) -> Vec<Diagnostic> {
        let Some(press) = self.press(&artifact.recipe) else { return Vec::new() };
        let manuscript = press.manuscript();
        let key = Key::new(&artifact.path, manuscript.stamp());
        if store.is_proved(key) {
            return Vec::new();
        }
        let proved = self.laid_out(manuscript, |_| Ok(()));
        if proved.is_ok() {
            store.keep_proof(key);
        }
        proved.err().unwrap_or_default()
    }

    /// Lays a copy out, and takes of it what is wanted.
    fn laid_out<T>(
        &self,
        manuscript: Manuscript,
        take: impl FnOnce(&Typeset) -> Result<T, Vec<Diagnostic>>,
    ) -> Result<T, Vec<Diagnostic>> {
        let typeset = manuscript.typeset(&mut Draft::default());
        let pages = typeset.as_ref().ok().map(Typeset::pages);
        let taken = typeset.and_then(|typeset| take(&typeset));
        self.tools.pdf_theme.laid_out(pages);
        taken
    }

    /// The press, with one copy of a document on it; nothing for what is no PDF.
    pub fn press<'p>(&'p self, recipe: &Recipe<'p>) -> Option<Press<'p>> {
        let print = recipe.print()?;
        let scope = self.scope(recipe);
        Some(Press {
            project: &scope.project,
            files: scope.files(),
            resolver: Resolver::new(&scope.project, scope.files()),
            theme: &self.tools.pdf_theme,
            labels: self.tools.theme.labels(),
            base_url: self.options.base_url.as_ref(),
            fingerprint: self.fingerprints.of(print.document, scope.files()),
            print,
        })
    }

    /// Stands for all that an artifact is made of: while it is the same, so
    /// are the bytes. It may change where the bytes do not.
    pub fn stamp(&self, recipe: &Recipe) -> Stamp {
        let SiteOptions { date, base_url, with_pdf } = &self.options;
        let base_url = base_url.as_ref().map_or("", WebAdres::as_str).as_bytes();
        let made_of = Stamper::default().with(self.scope(recipe).stamp()).bytes(base_url);
        match *recipe {
            Recipe::Page(_) => made_of
                .with(self.tools.of_pages())
                .bytes(date.to_string().as_bytes())
                .bytes(&[u8::from(*with_pdf)])
                .stamp(),
            Recipe::Publication(_) | Recipe::Signing { .. } | Recipe::Extract { .. } => {
                made_of.with(self.tools.of_pdf()).stamp()
            }
            Recipe::Canonical(_) => made_of.stamp(),
            Recipe::Data(_) => made_of.with(self.tools.of_pages()).stamp(),
            Recipe::HouseStyle => self.project.site.stamp,
            // As quickly made as all is looked at that is in it.
            Recipe::StyleSheet(path, text) => Stamp::of(self.style_sheet(path, text).as_bytes()),
            Recipe::File(bytes) => Stamp::of(bytes),
            Recipe::Medium(_, file) => file.stamp,
        }
    }
}
