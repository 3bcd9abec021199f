//! The preview sees every way in which files come, change and go, and is not misled by what is no source.

mod support;

#[path = "support/serve.rs"]
mod serve;

use std::fs;

use serve::{Server, change, save, until};
use support::{Project, THEME as THEME_TEXT};

const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const THEME_PAGE: &str = "/zandstad-2027/bouwopgave.html";
const PAGE: &str = "---\ntitel: Over\n---\n\nTekst.\n";

/// Asks so much that a server that takes anything for news has acted on it by now.
fn let_it_work(server: &Server) {
    (0..40).for_each(|_| assert_eq!(server.get("/").status, 200));
}

const LEFTOVERS: [&str; 8] =
    ["x.md~", ".bouwopgave.md.swp", ".#x.md", "#x.md#", "~$x.md", "x.md.tmp", ".DS_Store", "Thumbs.db"];

/// Fails when files that come and go in these folders, with names as programs leave behind, change anything.
#[track_caller]
fn assert_leaves_alone(folders: &[&str]) {
    let project = Project::minimal().with("themes/standaard/templates/delen/eigen.html", "eigen");
    let server = Server::of(&project);
    for round in 1..=3 {
        for (folder, name) in folders.iter().flat_map(|folder| LEFTOVERS.map(|name| (folder, name))) {
            let path = format!("{folder}/{name}");
            project.write(&path, "geen kop");
            fs::remove_file(project.path(&path)).expect("a file");
            project.write(&path, "{% if %}");
        }
        let_it_work(&server);
        // Whoever has seen this has seen all that was before it.
        save(&project, THEME, THEME_TEXT.replace("een tekort", &format!("het {round}e tekort")));
        server.wait_for(THEME_PAGE, &format!("het {round}e tekort"));
        assert_eq!(server.revision(), 1 + round, "only the sources count");
    }
    let state = server.state("index.html");
    assert_eq!((&state["errors"], &state["stale"]), (&serde_json::json!([]), &false.into()));
}

#[test]
fn what_editors_leave_behind_between_the_sources_changes_nothing() {
    assert_leaves_alone(&["content", "content/zandstad-2027", "content/.git/refs"]);
}

#[test]
fn what_editors_leave_behind_in_a_theme_changes_nothing() {
    assert_leaves_alone(&["themes/standaard/templates", "themes/standaard/static", "themes/.git"]);
}

#[test]
fn a_file_that_is_saved_again_as_it_was_changes_nothing() {
    let style = "themes/standaard/static/eigen.css";
    let project = Project::minimal().with(style, "a {}");
    let server = Server::of(&project);
    for (round, path) in (1..).zip(["content/site.yaml", "content/zandstad-2027/overeenkomst.md", style]) {
        save(&project, path, project.read(path));
        let_it_work(&server);
        save(&project, THEME, THEME_TEXT.replace("een tekort", &format!("het {round}e tekort")));
        server.wait_for(THEME_PAGE, &format!("het {round}e tekort"));
        assert_eq!(server.revision(), 1 + round, "{path} was saved as it was");
    }
}

#[test]
fn folders_may_go_and_return() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let folders = ["content/zandstad-2027", "content"];
    for (round, folder) in folders.iter().chain(&folders).enumerate() {
        fs::rename(project.path(folder), project.path("weg")).expect("a rename");
        if *folder == "content" {
            until("the sources are missed", || server.state("index.html")["stale"] == true);
            assert!(server.text(THEME_PAGE).contains("Bouwen"), "the last good page stays");
        } else {
            until(&format!("the document is gone, in round {round}"), || {
                server.get(THEME_PAGE).status == 404
            });
            assert!(!server.text("/").contains("Zandstad 2027"));
        }
        fs::rename(project.path("weg"), project.path(folder)).expect("a rename");
        until(&format!("the document is back, in round {round}"), || server.get(THEME_PAGE).status == 200);
        until("all is well", || server.state("index.html")["stale"] == false);
        // It is followed as before.
        save(&project, THEME, THEME_TEXT.replace("een tekort", &format!("het {round}e tekort")));
        server.wait_for(THEME_PAGE, &format!("het {round}e tekort"));
    }
}

#[test]
fn a_thousand_files_at_once_are_all_there_in_the_end() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let text =
        |number: usize| format!("---\nsoort: hoofdstuk\ntitel: Deel {number}\n---\n\nTekst {number}.\n");
    for number in 0..1000 {
        let folder = format!("content/plan-{}", number / 25);
        if number % 25 == 0 {
            project.write(&format!("{folder}/overeenkomst.md"), support::DOCUMENT);
        }
        project.write(&format!("{folder}/deel-{number}.md"), text(number));
    }
    for number in (0..1000).rev() {
        let page = format!("/plan-{}/deel-{number}.html", number / 25);
        until(&page, || server.get(&page).text().contains(&format!("Tekst {number}.")));
    }
    until("all is well", || server.state("index.html")["stale"] == false);
    for folder in 0..40 {
        fs::remove_dir_all(project.path(&format!("content/plan-{folder}"))).expect("a folder");
    }
    until("all is gone", || (0..40).all(|folder| server.get(&format!("/plan-{folder}/")).status == 404));
    assert_eq!(server.get(THEME_PAGE).status, 200);
}

#[test]
fn changes_are_seen_where_the_system_tells_of_none() {
    let project = Project::minimal();
    let server = Server::with(&project, &["--poll"]);
    change(&project, THEME, "een tekort", "nu een tekort");
    server.wait_for(THEME_PAGE, "nu een tekort");
    // The same length, and shortly after the last.
    project.write(THEME, THEME_TEXT.replace("een tekort", "ook een tekort"));
    server.wait_for(THEME_PAGE, "ook een tekort");
    project.write(THEME, THEME_TEXT.replace("een tekort", "wel een tekort"));
    server.wait_for(THEME_PAGE, "wel een tekort");
    project.write("content/over.md", PAGE);
    until("the page comes", || server.get("/over.html").status == 200);
    fs::remove_file(project.path("content/over.md")).expect("a file");
    until("the page goes", || server.get("/over.html").status == 404);
    project.write("themes/standaard/templates/404.html", "{% if %}");
    server.wait_for_errors("index.html", &["U101"]);
    fs::remove_dir_all(project.path("themes")).expect("the theme");
    server.wait_for_errors("index.html", &[]);
}

#[test]
fn a_folder_elsewhere_is_followed_too() {
    let project = Project::minimal();
    fs::create_dir_all(project.path("een/twee")).expect("a folder");
    fs::rename(project.path("content"), project.path("een/twee/bron nen")).expect("a rename");
    let theme = "een/twee/bron nen/zandstad-2027/bouwopgave.md";
    for folder in ["een/twee/bron nen", "./een/../een/twee/bron nen/"] {
        let server = Server::with(&project, &["--content", folder]);
        project.write(theme, THEME_TEXT.replace("een tekort", "nu een tekort"));
        server.wait_for(THEME_PAGE, "nu een tekort");
        project.write(theme, THEME_TEXT);
        server.wait_for(THEME_PAGE, "Er is een tekort");
        // Also when a folder above it moves away and back.
        fs::rename(project.path("een"), project.path("weg")).expect("a rename");
        until(&format!("the sources in {folder} are missed"), || server.state("index.html")["stale"] == true);
        fs::rename(project.path("weg"), project.path("een")).expect("a rename");
        until("all is well", || server.state("index.html")["stale"] == false);
        project.write(theme, THEME_TEXT.replace("een tekort", "weer een tekort"));
        server.wait_for(THEME_PAGE, "weer een tekort");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_another_source_follows_that_source() {
    let project = Project::minimal().with("content/over.md", PAGE);
    std::os::unix::fs::symlink("over.md", project.path("content/info.md")).expect("a link");
    let server = Server::of(&project);
    assert!(server.text("/info.html").contains("Tekst."));
    change(&project, "content/over.md", "Tekst.", "Andere tekst.");
    server.wait_for("/over.html", "Andere tekst.");
    server.wait_for("/info.html", "Andere tekst.");
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_no_text_is_told_of_until_it_has_another() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::minimal();
    let server = Server::of(&project);
    let bad = project.path("content").join(std::ffi::OsStr::from_bytes(b"plan\xff.md"));
    fs::write(&bad, PAGE).expect("a file");
    server.wait_for_errors("index.html", &["B110"]);
    fs::rename(bad, project.path("content/plan.md")).expect("a rename");
    until("the page comes", || server.get("/plan.html").status == 200);
    server.wait_for_errors("index.html", &[]);
}
