//! While nobody writes, the preview makes the PDFs of what changed, and the next build finds them.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use afspraken::model::Datum;
use afspraken::serve::Settings;
use afspraken::serve::preview::Preview;
use afspraken::serve::watch::{Watch, Watching};
use serde_json::Value;
use support::{Project, TODAY};

const THEME: &str = "content/zandstad-2027/bouwopgave.md";
/// The publication copy, and one to sign for each of three parties.
const PDFS: usize = 4;

fn preview(project: &Project) -> Arc<Preview> {
    let settings = Settings {
        content: project.path("content"),
        themes: project.path("themes"),
        store: project.path(".afspraken/gemaakt"),
        address: Settings::LOOPBACK,
        port: 0,
        watching: Watching::Events,
        base_url: None,
        editor: None,
        today: Box::new(|| Datum::parse(TODAY).expect("a date")),
    };
    let mut watch = Watch::new(&settings.content, &settings.themes, settings.watching);
    let preview = Arc::new(Preview::new(settings));
    let following = Arc::clone(&preview);
    thread::spawn(move || following.follow(&mut watch));
    preview
}

/// Changes a file, and waits until the preview shows it.
fn change(project: &Project, preview: &Preview, from: &str, to: &str) {
    let before = preview.moment().revision;
    project.write(THEME, project.read(THEME).replacen(from, to, 1));
    let deadline = Instant::now() + Duration::from_secs(60);
    while preview.moment().revision == before {
        assert!(Instant::now() < deadline, "the change is not shown");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_pdfs_of_a_document_that_changed_wait_for_the_build() {
    let project = Project::minimal();
    let preview = preview(&project);
    assert_eq!(preview.make_ahead(), 0, "nothing changed since it began");
    change(&project, &preview, "Er is een tekort", "Er is een groot tekort");
    assert_eq!(preview.make_ahead(), PDFS);
    assert_eq!(preview.make_ahead(), 0, "nothing is made twice");
    let built: Value = serde_json::from_slice(&project.build(&["--format", "json"]).stdout).expect("JSON");
    assert_eq!(built["built"]["pdfs_kept"], PDFS);
    let made = project.tree("output");
    project.build_ok(&["--fresh", "--output", "vers"]);
    assert!(made == project.tree("vers"), "the bytes are those of a build that makes everything");
}

#[test]
fn of_sources_with_a_mistake_nothing_is_made_but_what_was_good_last() {
    let project = Project::minimal();
    let preview = preview(&project);
    change(&project, &preview, "Er is een tekort", "Er is een groot tekort");
    change(&project, &preview, "de-brug: bouwt", "de-burg: bouwt");
    assert_eq!(preview.make_ahead(), PDFS, "of the latest that can be shown");
    change(&project, &preview, "de-burg: bouwt", "de-brug: bouwt");
    assert_eq!(preview.make_ahead(), 0, "which is what it is again");
}

#[test]
fn whoever_asks_for_a_page_comes_first() {
    let project = Project::minimal();
    let preview = preview(&project);
    change(&project, &preview, "Er is een tekort", "Er is een groot tekort");
    let (asked, is_done) = (AtomicBool::new(false), AtomicBool::new(false));
    let made = thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                preview.artifact(&preview.moment(), "index.html");
                asked.store(true, Ordering::Relaxed);
            }
        });
        while !asked.load(Ordering::Relaxed) {
            thread::yield_now();
        }
        let made = preview.make_ahead();
        is_done.store(true, Ordering::Relaxed);
        made
    });
    assert!(made < PDFS, "it stops as soon as someone asks");
    assert_eq!(preview.make_ahead(), PDFS - made, "and goes on later");
}
