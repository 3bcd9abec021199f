//! Links in the file system, and other entries that are no files: none of them
//! leads out of the sources, and none is waited for.

#![cfg(unix)]

mod support;

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use support::Project;

const PAGE: &str = "---\ntitel: Over\n---\n\nTekst.\n";

#[test]
fn a_link_to_a_file_outside_the_sources_is_refused_and_not_read() {
    let outside = Project::empty()
        .with("geheim.md", PAGE.replace("Tekst.", "wachtwoord123"))
        .with("geheim.png", "wachtwoord123");
    let project = Project::minimal();
    symlink(outside.path("geheim.md"), project.path("content/over.md")).expect("a link");
    symlink(outside.path("geheim.png"), project.path("content/zandstad-2027/plan.png")).expect("a link");
    symlink("/etc/passwd", project.path("content/wachtwoorden.csv")).expect("a link");
    project.write("content/toegang.md", "---\ntitel: Toegang\n---\n\n[lijst](wachtwoorden.csv)\n");
    let found = project.codes();
    for file in ["over.md", "wachtwoorden.csv", "zandstad-2027/plan.png"] {
        assert!(found.contains(&format!("B104 {file}")), "{found:?}");
    }
    let (edition, _) = project.diagnostics();
    assert!(!format!("{edition:?}").contains("wachtwoord123"));
    assert_eq!(project.build(&[]).status.code(), Some(1));
    assert!(!project.path("output").exists());
}

#[test]
fn a_link_to_a_folder_outside_the_sources_is_refused_and_not_read() {
    let outside = Project::minimal().with("content/zandstad-2027/bouwopgave.md", "geheim zonder kop");
    let project = Project::minimal();
    symlink(outside.path("content/zandstad-2027"), project.path("content/aalst-2027")).expect("a link");
    symlink("/etc", project.path("content/zandstad-2027/media")).expect("a link");
    project.assert_finds(&[("B104", "aalst-2027", ""), ("B104", "zandstad-2027/media", "")]);
}

#[test]
fn a_link_that_leads_through_a_folder_of_the_sources_to_outside_is_refused() {
    let project = Project::minimal().with("geheim.md", PAGE);
    symlink("zandstad-2027/../../geheim.md", project.path("content/over.md")).expect("a link");
    project.assert_finds(&[("B104", "over.md", "")]);
}

#[test]
fn a_link_to_another_file_of_the_sources_is_that_file() {
    let project = Project::minimal().with("content/over.md", PAGE);
    symlink("over.md", project.path("content/info.md")).expect("a link");
    // Two pages with the same text, so with the same title.
    project.assert_finds(&[("V118", "over.md", "titel")]);
}

#[test]
fn links_that_lead_nowhere_or_in_a_circle_are_reported() {
    let project = Project::minimal();
    symlink("weg.md", project.path("content/over.md")).expect("a link");
    symlink("b.md", project.path("content/a.md")).expect("a link");
    symlink("a.md", project.path("content/b.md")).expect("a link");
    project.assert_finds(&[("B101", "a.md", ""), ("B101", "b.md", ""), ("B101", "over.md", "")]);
    let project = Project::minimal();
    symlink(".", project.path("content/zandstad-2027/rond")).expect("a link");
    project.assert_finds(&[("B104", "zandstad-2027/rond", "")]);
}

#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let project = Project::minimal();
    let pipe = project.path("content/over.md");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::from_raw_mode(0o600)).expect("a pipe");
    // Whoever opens the pipe after all is not left waiting, so that this test ends in any case.
    std::thread::spawn(move || std::fs::write(pipe, "geen kop"));
    project.assert_finds(&[("B101", "over.md", "")]);
}

#[test]
fn a_name_that_is_no_text_is_reported() {
    let project = Project::minimal();
    let name = std::ffi::OsStr::from_bytes(b"plan\xff.md");
    std::fs::write(project.path("content").join(name), PAGE).expect("a file");
    project.assert_finds(&[("B110", "plan\u{fffd}.md", "")]);
}
