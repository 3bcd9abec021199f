//! One reading of the sources: everything up to the point where things are made.
//!
//! `build`, `serve` and every other command that needs the model begin here,
//! so that all of them see the same sources judged by the same rules. After a
//! change [`Edition::next`] takes from the edition before it all that is still
//! the same; there is no other difference between the two.

use std::path::Path;
use std::sync::Arc;

use crate::check::{self, Checked, Earlier};
use crate::diagnostic::{self, Diagnostic};
use crate::model::Project;
use crate::order;
use crate::output::{Parts, Paths, Plan, Tools};
use crate::parse::{self, Parsed};
use crate::report;
use crate::source::{ContentPath, Sources, read};
use crate::theme::{STANDAARD, Theme};

/// The sources, what they say, how it will look, and what is wrong with it.
#[derive(Debug)]
pub struct Edition {
    /// The files.
    pub sources: Sources,
    /// The model; absent when `site.yaml` is missing or wrong.
    pub project: Option<Project>,
    /// The look; absent when the theme is wrong.
    pub tools: Option<Arc<Tools>>,
    /// What was found so far, in no particular order.
    pub diagnostics: Vec<Diagnostic>,
    memory: Memory,
}

/// What the next edition need not find out again.
#[derive(Debug)]
struct Memory {
    parsed: Parsed,
    checked: Checked,
    look: Arc<Look>,
    /// The path of each artifact; absent when there is no model or no look.
    paths: Option<Paths>,
    /// Artifacts that would get one path.
    clashes: Arc<[Diagnostic]>,
}

/// A theme that was read.
#[derive(Debug)]
struct Look {
    name: String,
    tools: Result<Arc<Tools>, Vec<Diagnostic>>,
}

/// What may have changed since an edition was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// Files and folders in the folder with sources; the empty path stands for all of it.
    pub content: Vec<ContentPath>,
    /// Whether something in the folder with themes did.
    pub themes: bool,
}

impl Edition {
    /// Reads, parses and checks the folder `content`, with themes in `themes`.
    pub fn read(content: &Path, themes: &Path) -> Self {
        Self::of(read::read(content), themes, None, true)
    }

    /// The edition after `news`, and the sources that really changed.
    pub fn next(&self, content: &Path, themes: &Path, news: &News) -> (Self, Vec<ContentPath>) {
        let mut sources = self.sources.clone();
        let mut changed: Vec<ContentPath> =
            news.content.iter().flat_map(|path| read::refresh(&mut sources, content, path)).collect();
        order::sort_each_once(&mut changed);
        (Self::of(sources, themes, Some(self), news.themes), changed)
    }

    fn of(sources: Sources, themes: &Path, before: Option<&Self>, read_theme: bool) -> Self {
        let memory = before.map(|before| &before.memory);
        let (project, parsed) =
            parse::parse(&sources, before.map(|before| (&before.sources, &before.memory.parsed)));
        let name = project.as_ref().map_or(STANDAARD, |project| project.site.uiterlijk.as_str());
        let known = memory.map(|memory| &memory.look);
        let look = match known.filter(|look| look.name == name && !read_theme) {
            Some(look) => Arc::clone(look),
            None => Arc::new(Look::read(name, themes, known.map(|look| &**look))),
        };
        let tools = look.tools.as_ref().ok();
        let checked = project.as_ref().map_or_else(Checked::default, |project| {
            let fonts = tools.map(|tools| &*tools.pdf_theme);
            check::check(project, &sources, fonts, before.map(Self::as_earlier))
        });
        let paths = project.as_ref().zip(tools).map(|(project, tools)| {
            let plan = Plan::new(project, &sources, &tools.theme, Parts::All);
            plan.paths(memory.and_then(|memory| memory.paths.as_ref()))
        });
        let same = memory.filter(|memory| memory.paths == paths);
        let clashes = match (same, &paths) {
            (Some(memory), _) => Arc::clone(&memory.clashes),
            (None, Some(paths)) => paths.clashes(&sources).into(),
            (None, None) => Arc::default(),
        };
        let wrong_look = look.tools.as_ref().err().into_iter().flatten();
        let mut diagnostics: Vec<Diagnostic> = sources
            .diagnostics()
            .chain(parsed.diagnostics())
            .chain(checked.diagnostics())
            .chain(clashes.iter())
            .chain(wrong_look)
            .cloned()
            .collect();
        if !parsed.shared.is_empty() {
            report::once(&mut diagnostics, &sources, |id| parsed.shared.contains(&id));
        }
        let tools = tools.cloned();
        Self {
            sources,
            project,
            tools,
            diagnostics,
            memory: Memory { parsed, checked, look, paths, clashes },
        }
    }

    fn as_earlier(&self) -> Earlier<'_> {
        Earlier { sources: &self.sources, project: self.project.as_ref(), checked: &self.memory.checked }
    }

    /// Whether the theme is still as it was in `other`.
    pub fn has_same_look(&self, other: &Self) -> bool {
        self.memory.look.is_same(&other.memory.look)
    }

    /// Whether something is wrong that forbids making anything.
    pub fn has_errors(&self) -> bool {
        diagnostic::has_errors(&self.diagnostics)
    }
}

impl Look {
    /// Reads a theme; of one that is still the same everything is kept.
    fn read(name: &str, themes: &Path, before: Option<&Self>) -> Self {
        let before = before.and_then(|look| look.tools.as_ref().ok());
        let is_same = |theme: &Theme, before: &Tools| theme.stamp(&[""]) == before.theme.stamp(&[""]);
        let tools = Theme::load(name, themes).and_then(|theme| match before {
            Some(before) if is_same(&theme, before) => Ok(Arc::clone(before)),
            before => Tools::new(theme, before.map(|tools| &**tools)).map(Arc::new),
        });
        Self { name: name.to_owned(), tools }
    }

    /// Whether it is the same theme, or wrong in the same way.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.tools, &other.tools) {
            (Ok(tools), Ok(other)) => Arc::ptr_eq(tools, other),
            (Err(wrong), Err(other)) => wrong == other,
            _ => false,
        }
    }
}
