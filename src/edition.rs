//! One reading of the sources: everything up to the point where things are made.
//!
//! `build`, `serve` and every other command that needs the model begin here,
//! so that all of them see the same sources judged by the same rules. After a
//! change [`Edition::next`] takes from the edition before it all that is still
//! the same; there is no other difference between the two.

use std::path::Path;
use std::sync::Arc;

use crate::check::{self, Checked};
use crate::diagnostic::{self, Diagnostic};
use crate::model::Project;
use crate::output::{Parts, Plan, Tools};
use crate::parse::{self, Parsed};
use crate::source::{ContentPath, Sources, Stamp, Stamper, read};
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
    addresses: Addresses,
}

/// A theme that was read.
#[derive(Debug)]
struct Look {
    name: String,
    tools: Result<Arc<Tools>, Vec<Diagnostic>>,
}

/// Which paths the artifacts have, and which of them clash.
#[derive(Debug, Clone)]
struct Addresses {
    stamp: Stamp,
    clashes: Vec<Diagnostic>,
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
        changed.sort_unstable();
        changed.dedup();
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
            check::check(project, &sources, fonts, memory.map(|memory| &memory.checked))
        });
        let addresses = match (&project, tools) {
            (Some(project), Some(tools)) => {
                let plan = Plan::new(project, &sources, &tools.theme, Parts::All);
                Addresses::of(plan, project, &sources, tools, before)
            }
            _ => Addresses { stamp: Stamp::of(b""), clashes: Vec::new() },
        };
        let wrong_look = look.tools.as_ref().err().into_iter().flatten();
        let diagnostics = sources
            .diagnostics()
            .chain(parsed.diagnostics())
            .chain(checked.diagnostics())
            .chain(&addresses.clashes)
            .chain(wrong_look)
            .cloned()
            .collect();
        let tools = tools.cloned();
        Self { sources, project, tools, diagnostics, memory: Memory { parsed, checked, look, addresses } }
    }

    /// Whether something is wrong that forbids making anything.
    pub fn has_errors(&self) -> bool {
        diagnostic::has_errors(&self.diagnostics)
    }
}

impl Look {
    fn read(name: &str, themes: &Path, before: Option<&Self>) -> Self {
        let before = before.and_then(|look| look.tools.as_ref().ok());
        let tools = Theme::load(name, themes)
            .and_then(|theme| Tools::new(theme, before.map(|tools| &**tools)))
            .map(Arc::new);
        Self { name: name.to_owned(), tools }
    }
}

impl Addresses {
    /// Paths depend on which files there are, on what texts name, on who
    /// signs and on the theme. Only when one of these changed are all paths
    /// laid beside each other.
    fn of(plan: Plan, project: &Project, sources: &Sources, tools: &Tools, before: Option<&Edition>) -> Self {
        let static_files = tools.theme.folder("static/").map(|(path, _)| Stamp::of(path.as_bytes()));
        let documents = project.overeenkomsten.iter().map(|document| {
            let signing = document.ondertekening.door.iter().map(|door| door.partij.id.as_str());
            let named = document.noemt.files.iter().map(ContentPath::as_str);
            let mut stamp = Stamper::default();
            signing.chain([""]).chain(named).for_each(|name| stamp.add(name.as_bytes()));
            stamp.stamp()
        });
        let pages = project.paginas.iter().flat_map(|pagina| &pagina.noemt.files);
        let stamp = Stamper::default()
            .with_all(static_files)
            .with_all(documents)
            .with_all(pages.map(|path| Stamp::of(path.as_str().as_bytes())))
            .with_all(project.site.logos().map(|logo| Stamp::of(logo.value.as_str().as_bytes())))
            .bytes(&[u8::from(project.begrippen.is_empty())])
            .stamp();
        let known = before.filter(|before| sources.has_same_files(&before.sources));
        let known = known.map(|before| &before.memory.addresses).filter(|known| known.stamp == stamp);
        known.cloned().unwrap_or_else(|| Self { stamp, clashes: plan.collisions() })
    }
}
