//! One reading of the sources: everything up to the point where things are made.
//!
//! `build`, and every other command that needs the model, begins here, so
//! that all of them see the same sources judged by the same rules.

use std::path::Path;

use crate::diagnostic::{self, Diagnostic};
use crate::model::Project;
use crate::source::Sources;
use crate::theme::{STANDAARD, Theme};
use crate::{check, parse, source};

/// The sources, what they say, how it will look, and what is wrong with it.
#[derive(Debug)]
pub struct Edition {
    /// The files.
    pub sources: Sources,
    /// The model; absent when `site.yaml` is missing or wrong.
    pub project: Option<Project>,
    /// The look; absent when the theme cannot be read.
    pub theme: Option<Theme>,
    /// What was found so far, in no particular order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Edition {
    /// Reads, parses and checks the folder `content`, with themes in `themes`.
    pub fn read(content: &Path, themes: &Path) -> Self {
        let (sources, mut diagnostics) = source::read::read(content);
        let (project, found) = parse::parse(&sources);
        diagnostics.extend(found);
        if let Some(project) = &project {
            diagnostics.extend(check::check(project, &sources));
        }
        let name = project.as_ref().map_or(STANDAARD, |project| project.site.uiterlijk.as_str());
        let theme = Theme::load(name, themes).map_err(|found| diagnostics.extend(found)).ok();
        Self { sources, project, theme, diagnostics }
    }

    /// Whether something is wrong that forbids making anything.
    pub fn has_errors(&self) -> bool {
        diagnostic::has_errors(&self.diagnostics)
    }
}
