//! Makes artifacts by their recipes.
//!
//! A recipe is a function of the model and the theme alone: the same input
//! gives the same bytes, on every machine and in every order.

use std::borrow::Cow;
use std::collections::HashMap;

use rayon::prelude::*;

use super::plan::Recipe;
use crate::data::canonical::{self, Fingerprint};
use crate::diagnostic::Diagnostic;
use crate::model::{Overeenkomst, Project};
use crate::pdf::world::PdfTheme;
use crate::pdf::{self, Copy, Press};
use crate::site::address::SiteMap;
use crate::site::templates::Templates;
use crate::site::{Pages, SiteOptions, style};
use crate::source::Sources;
use crate::theme::Theme;

/// What recipes need beside the model, prepared once.
pub struct Tools {
    templates: Templates,
    pdf_theme: PdfTheme,
    canonical: HashMap<String, String>,
    fingerprints: HashMap<String, Fingerprint>,
}

impl Tools {
    /// Prepares templates, fonts and fingerprints. Gives what is wrong with
    /// the theme, and with texts that its fonts cannot show.
    pub fn new(project: &Project, sources: &Sources, theme: &Theme) -> Result<Self, Vec<Diagnostic>> {
        let (templates, pdf_theme) = rayon::join(|| Templates::new(theme), || PdfTheme::new(theme));
        let mut diagnostics = Vec::new();
        let templates = templates.map_err(|found| diagnostics.extend(found)).ok();
        let pdf_theme = pdf_theme.map_err(|found| diagnostics.extend(found)).ok();
        diagnostics.extend(pdf_theme.iter().flat_map(|theme| pdf::check_glyphs(project, sources, theme)));
        let (Some(templates), Some(pdf_theme), true) = (templates, pdf_theme, diagnostics.is_empty()) else {
            return Err(diagnostics);
        };
        let canonical: HashMap<String, String> = project
            .overeenkomsten
            .par_iter()
            .map(|document| (document.slug.to_string(), canonical::text(document, sources)))
            .collect();
        let fingerprints =
            canonical.iter().map(|(slug, text)| (slug.clone(), Fingerprint::of(text))).collect();
        Ok(Self { templates, pdf_theme, canonical, fingerprints })
    }
}

/// Makes anything of one project.
pub struct Workshop<'a> {
    project: &'a Project,
    sources: &'a Sources,
    theme: &'a Theme,
    tools: &'a Tools,
    pages: Pages<'a>,
    site_map: SiteMap<'a>,
    options: SiteOptions,
}

impl<'a> Workshop<'a> {
    /// A workshop for `project`.
    pub fn new(
        project: &'a Project,
        sources: &'a Sources,
        theme: &'a Theme,
        tools: &'a Tools,
        options: SiteOptions,
    ) -> Self {
        let pages = Pages::new(
            project,
            sources,
            theme.labels(),
            &tools.templates,
            &tools.fingerprints,
            options.clone(),
        );
        Self { project, sources, theme, tools, pages, site_map: SiteMap::new(project, sources), options }
    }

    /// Makes one artifact.
    pub fn make<'r>(&self, recipe: &Recipe<'r>) -> Result<Cow<'r, [u8]>, Vec<Diagnostic>> {
        let made = match *recipe {
            Recipe::Page(page) => {
                self.pages.render(page).map_err(|diagnostic| vec![diagnostic])?.into_bytes()
            }
            Recipe::Publication(document) => self.print(document, Copy::Publication)?,
            Recipe::Signing { document, number, of, partij } => {
                self.print(document, Copy::Signing { number, of, partij })?
            }
            Recipe::Canonical(document) => {
                self.tools.canonical.get(document.slug.as_str()).cloned().unwrap_or_default().into_bytes()
            }
            Recipe::HouseStyle => style::css(&self.project.site.huisstijl).into_bytes(),
            Recipe::File(bytes) => return Ok(Cow::Borrowed(bytes)),
        };
        Ok(Cow::Owned(made))
    }

    fn print(&self, document: &Overeenkomst, copy: Copy) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let press = Press {
            project: self.project,
            sources: self.sources,
            site_map: &self.site_map,
            theme: &self.tools.pdf_theme,
            labels: self.theme.labels(),
            base_url: self.options.base_url.as_ref(),
        };
        match self.tools.fingerprints.get(document.slug.as_str()) {
            Some(fingerprint) => press.print(document, copy, fingerprint),
            None => press.print(document, copy, &Fingerprint::of(&canonical::text(document, self.sources))),
        }
    }
}
