//! Building: the example, the same bytes every time, and what a build with
//! mistakes leaves alone.

mod support;

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use support::{Project, TODAY, repository, tree};

#[test]
fn the_example_builds_without_a_message_and_the_date_decides_what_is_in_force_alone() {
    let first = Project::example();
    assert_eq!(first.messages(), "");
    let output = first.build(&[]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let closing = String::from_utf8_lossy(&output.stdout);
    assert!(closing.starts_with("Klaar: ") && closing.contains("in de map `output`."), "{closing}");

    // The day decides what pages call in force, and nothing else.
    for (day, output) in [(TODAY, "nu"), ("2029-06-01", "later")] {
        let mut command = first.command();
        command.args(["build", "--only", "site", "--date", day, "--output", output]);
        assert!(command.output().expect("the program runs").status.success());
    }
    let [now, later] = [first.tree("nu"), first.tree("later")];
    assert_eq!(now.keys().collect::<Vec<_>>(), later.keys().collect::<Vec<_>>());
    assert_ne!(now["index.html"], later["index.html"]);
    for (path, bytes) in &now {
        assert!(path.ends_with(".html") || *bytes == later[path], "{path} depends on the date");
    }
}

#[test]
fn a_pdf_never_carries_the_day_of_the_build() {
    let project = Project::minimal();
    for (day, output) in [(TODAY, "nu"), ("2029-06-01", "later")] {
        let mut command = project.command();
        command.args(["build", "--only", "pdf", "--fresh", "--date", day, "--output", output]);
        assert!(command.output().expect("the program runs").status.success());
    }
    assert!(project.tree("nu") == project.tree("later"));
}

#[test]
fn the_same_sources_give_the_same_bytes_wherever_and_whenever_they_are_built() {
    // Of the example all PDFs are compared as well, made in two ways, by `.ci/run`: that takes too long here.
    for (project, parts) in [(Project::example as fn() -> Project, "site"), (Project::minimal, "all")] {
        let (first, second) = (project(), project());
        for path in tree(&second.path("content")).keys() {
            let file =
                File::options().append(true).open(second.path("content").join(path)).expect("a source");
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)).expect("a time");
        }
        let only: &[&str] = if parts == "all" { &[] } else { &["--only", parts] };
        first.build_ok(only);
        let output = second
            .command()
            .env("RAYON_NUM_THREADS", "1")
            .args(["build", "--date", TODAY, "--output", "elders/de site"])
            .args(only)
            .output()
            .expect("the program runs");
        assert!(output.status.success());
        let (one, other) = (first.tree("output"), second.tree("elders/de site"));
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (path, bytes) in one {
            assert!(bytes == other[&path], "{path} differs");
        }
    }
}

#[test]
fn an_agreement_is_listed_by_where_it_stands_on_the_day() {
    let project = Project::minimal();
    let group = |date: &str| {
        let output = project
            .command()
            .args(["build", "--only", "site", "--date", date])
            .output()
            .expect("the program runs");
        assert!(output.status.success());
        let home = project.read("output/index.html");
        ["van-kracht", "aanstaand", "in-de-maak", "archief"]
            .into_iter()
            .filter(|id| home.contains(&format!(" groep-{id}\"")))
            .collect::<Vec<_>>()
    };
    assert_eq!(group("2026-11-22"), ["aanstaand"]);
    assert_eq!(group("2027-06-01"), ["van-kracht"]);
    assert_eq!(group("2028-01-01"), ["archief"]);
    let project = project
        .replacing("content/zandstad-2027/overeenkomst.md", "status: vastgesteld", "status: concept")
        .replacing("content/zandstad-2027/overeenkomst.md", "datums:\n  vastgesteld: 2026-11-19\n", "");
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/index.html").contains(" groep-in-de-maak\""));
}

#[test]
fn a_mistake_in_the_sources_leaves_the_output_as_it_was() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let before = project.tree("output");
    let project =
        project.replacing("content/zandstad-2027/bouwopgave.md", "de-brug: bouwt", "de-burg: bouwt");
    let output = project.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    let messages = String::from_utf8_lossy(&output.stderr);
    assert!(messages.contains("bedoelde u `de-brug`?"), "{messages}");
    assert!(project.tree("output") == before);
}

#[test]
fn a_mistake_in_a_template_leaves_the_output_as_it_was_and_names_the_line() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let before = project.tree("output");
    let project = project.with("themes/standaard/templates/404.html", "<p>\n{{ onbekend }}</p>");
    let output = project.build(&["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["diagnostics"][0]["code"], "U101");
    assert_eq!(report["diagnostics"][0]["file"], "templates/404.html");
    assert_eq!(report["diagnostics"][0]["line"], 2);
    assert!(project.tree("output") == before);
}

#[test]
fn a_mistake_in_a_pdf_template_names_the_line() {
    let project =
        Project::minimal().with("themes/standaard/pdf/publicatie.typ", "#let a = 1\n#let b = onbekend\n");
    let output = project.build(&["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["diagnostics"][0]["code"], "U102");
    assert_eq!(report["diagnostics"][0]["file"], "pdf/publicatie.typ");
    assert_eq!(report["diagnostics"][0]["line"], 2);
}

#[test]
fn files_that_did_not_change_keep_their_time() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_500_000_000);
    for path in project.tree("output").keys() {
        let file = File::options().append(true).open(project.path("output").join(path)).expect("a file");
        file.set_modified(old).expect("a time");
    }
    let project = project.replacing(
        "content/zandstad-2027/bouwopgave.md",
        "Er is een tekort",
        "Er is een groot tekort",
    );
    project.build_ok(&[]);
    let time = |path: &str| {
        fs::metadata(project.path("output").join(path)).and_then(|found| found.modified()).expect("a time")
    };
    assert_eq!(time("index.html"), old);
    assert_eq!(time("static/stijl.css"), old);
    assert_ne!(time("zandstad-2027/bouwopgave.html"), old);
}

#[test]
fn only_the_site_or_only_the_pdfs_can_be_made() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let site = project.tree("output");
    assert!(site.contains_key("index.html") && !site.keys().any(|path| path.ends_with(".pdf")));
    assert!(
        !project.read("output/zandstad-2027/index.html").contains(".pdf"),
        "no link to what is not there"
    );
    project.build_ok(&["--only", "pdf"]);
    let pdfs: Vec<String> =
        project.tree("output").into_keys().filter(|path| !path.starts_with('.')).collect();
    assert_eq!(
        pdfs,
        [
            "tekenexemplaren/zandstad-2027/exemplaar-1-gemeente.pdf",
            "tekenexemplaren/zandstad-2027/exemplaar-2-de-brug.pdf",
            "tekenexemplaren/zandstad-2027/exemplaar-3-huurdersraad.pdf",
            "zandstad-2027/zandstad-2027.pdf",
        ]
    );
}

#[test]
fn the_fingerprint_is_that_of_the_published_text_and_stays_when_only_the_status_changes() {
    use sha2::{Digest, Sha256};
    let project = Project::minimal();
    project.build_ok(&[]);
    let digest = |text: &str| {
        Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let text = project.read("output/zandstad-2027/vingerafdruk.txt");
    let fingerprint = digest(&text);
    assert!(project.read("output/zandstad-2027/index.html").contains(&fingerprint));
    let project = project.replacing(
        "content/zandstad-2027/overeenkomst.md",
        "status: vastgesteld\ndatums:\n",
        "status: ondertekend\ndatums:\n  ondertekend: 2026-12-08\n",
    );
    project.build_ok(&["--only", "site"]);
    assert_eq!(project.read("output/zandstad-2027/vingerafdruk.txt"), text);
    let project = project.replacing("content/zandstad-2027/bouwopgave.md", "120 woningen", "121 woningen");
    project.build_ok(&["--only", "site"]);
    assert_ne!(digest(&project.read("output/zandstad-2027/vingerafdruk.txt")), fingerprint);
}

#[test]
fn a_folder_with_other_files_is_never_replaced() {
    let project = Project::minimal().with("output/brief.docx", "van iemand anders");
    let output = project.build(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(project.read("output/brief.docx"), "van iemand anders");
    for folder in [".", "content", "content/zandstad-2027", "themes"] {
        let output = project.build(&["--output", folder]);
        assert_eq!(output.status.code(), Some(2), "{folder}");
    }
    assert!(project.path("content/site.yaml").is_file());
}

#[test]
fn the_example_in_the_program_is_the_one_in_the_repository() {
    let project = Project::empty();
    let output = project.command().args(["init", "nieuw"]).output().expect("the program runs");
    assert!(output.status.success());
    assert!(project.tree("nieuw/content") == tree(&repository().join("content")));
    let again = project.command().args(["init", "nieuw"]).output().expect("the program runs");
    assert_eq!(again.status.code(), Some(2), "an existing project is not overwritten");
}
