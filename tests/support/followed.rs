//! An edition that follows the sources step by step, and is held beside a fresh reading after each.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::collections::HashMap;
use std::fs;

use afspraken::edition::{Edition, News};
use afspraken::model::Datum;
use afspraken::output::{Parts, Plan, Workshop};
use afspraken::report;
use afspraken::site::SiteOptions;
use afspraken::source::{ContentPath, Span, Stamp};

use super::support::{Project, TODAY};

/// Sources that change step by step, with an edition that follows them.
pub struct Followed {
    pub project: Project,
    pub edition: Edition,
    /// What was made for a path from what a stamp stands for.
    made: HashMap<(String, Stamp), Vec<u8>>,
    /// What is made of each.
    pub parts: Parts,
}

impl Followed {
    pub fn new(project: Project) -> Self {
        let (content, themes) = (project.path("content"), project.path("themes"));
        let edition = Edition::read(&content, &themes);
        let mut followed = Self { project, edition, made: HashMap::new(), parts: Parts::Site };
        followed.compare("the first reading");
        followed
    }

    /// Takes a step, with news of `paths`; below `themes` it is news of the theme.
    #[track_caller]
    pub fn step(&mut self, what: &str, paths: &[&str], edit: impl FnOnce(&Project)) -> Vec<String> {
        edit(&self.project);
        let changed = self.take(paths);
        self.compare(what);
        changed
    }

    /// Takes news, and gives the paths of what proves to have changed.
    pub fn take(&mut self, paths: &[&str]) -> Vec<String> {
        let content = paths.iter().filter_map(|path| path.strip_prefix("content")).map(|path| {
            let path = path.trim_start_matches('/');
            ContentPath::from(path)
        });
        let themes = paths.iter().any(|path| path.starts_with("themes"));
        let news = News { content: content.collect(), themes };
        let (next, changed) =
            self.edition.next(&self.project.path("content"), &self.project.path("themes"), &news);
        self.edition = next;
        changed.iter().map(ToString::to_string).collect()
    }

    /// Writes one file, with news of it.
    #[track_caller]
    pub fn write(&mut self, path: &str, text: impl AsRef<[u8]>) {
        self.step(&format!("{path} is written"), &[path], |project| project.write(path, text));
    }

    /// Replaces a piece of one file, with news of it.
    #[track_caller]
    pub fn replace(&mut self, path: &str, from: &str, to: &str) {
        let text = self.project.read(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    #[track_caller]
    pub fn remove(&mut self, path: &str) {
        self.step(&format!("{path} is removed"), &[path], |project| {
            fs::remove_file(project.path(path)).expect("a file to remove");
        });
    }

    #[track_caller]
    pub fn rename(&mut self, from: &str, to: &str) {
        self.step(&format!("{from} becomes {to}"), &[from, to], |project| {
            fs::rename(project.path(from), project.path(to)).expect("a rename");
        });
    }

    #[track_caller]
    pub fn assert_errors(&self, has_errors: bool) {
        assert_eq!(self.edition.has_errors(), has_errors, "{:#?}", told(&self.edition));
    }

    /// Fails unless the edition is what a fresh reading gives.
    #[track_caller]
    pub fn compare(&mut self, what: &str) {
        let fresh = Edition::read(&self.project.path("content"), &self.project.path("themes"));
        assert_eq!(told(&self.edition), told(&fresh), "after {what}");
        assert_eq!(self.edition.has_errors(), fresh.has_errors(), "after {what}");
        if fresh.has_errors() {
            return;
        }
        let (next, fresh) = (made(&self.edition, self.parts), made(&fresh, self.parts));
        let paths = |made: &[Made]| made.iter().map(|made| made.path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(&next), paths(&fresh), "after {what}");
        for (next, fresh) in next.into_iter().zip(fresh) {
            let path = next.path;
            assert!(next.bytes == fresh.bytes, "{path} differs from that of a fresh reading after {what}");
            assert_eq!(next.stamp, fresh.stamp, "{path} has another stamp than afresh after {what}");
            let earlier = self.made.entry((path.clone(), next.stamp)).or_insert_with(|| fresh.bytes);
            assert!(*earlier == next.bytes, "{path} changed, its stamp did not, after {what}");
        }
    }
}

struct Made {
    path: String,
    stamp: Stamp,
    bytes: Vec<u8>,
}

fn made(edition: &Edition, parts: Parts) -> Vec<Made> {
    let project = edition.project.as_ref().expect("a project without errors");
    let tools = edition.tools.as_deref().expect("a theme without errors");
    let options = SiteOptions {
        date: Datum::parse(TODAY).expect("a date"),
        base_url: project.site.basis_url.clone(),
        with_pdf: true,
    };
    let workshop = Workshop::new(project, &edition.sources, tools, options);
    Plan::new(project, &edition.sources, &tools.theme, parts)
        .all()
        .into_iter()
        .map(|artifact| Made {
            stamp: workshop.stamp(&artifact.recipe),
            bytes: workshop.make(&artifact.recipe).expect("what can be made").into_owned(),
            path: artifact.path,
        })
        .collect()
}

/// All that is said about an edition, in order.
pub fn told(edition: &Edition) -> Vec<String> {
    let mut found = edition.diagnostics.clone();
    report::sort(&mut found, &edition.sources);
    let place = |span: &Span| {
        let file = &edition.sources.file(span.source).path;
        format!("{file}:{:?}", edition.sources.line_column(span.source, span.start as usize))
    };
    found
        .iter()
        .map(|found| {
            let (file, position) = report::position(found, &edition.sources);
            let notes: Vec<_> = found.notes.iter().map(|note| (place(&note.span), &note.text)).collect();
            format!(
                "{} {file} {position:?}: {} | {:?} | {:?} | {notes:?}",
                found.code, found.message, found.label, found.hint
            )
        })
        .collect()
}
