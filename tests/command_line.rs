//! How the program answers: in Dutch, with an exit code that scripts can use.

mod support;

use std::process::Output;

use support::Project;

fn run(project: &Project, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        project.command().args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn help_is_dutch_and_names_every_flag() {
    let project = Project::empty();
    let (code, help, _) = run(&project, &["--help"]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("help", help);
    let (code, help, _) = run(&project, &["build", "--help"]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("help_of_build", help);
    let (code, help, _) = run(&project, &["check", "--help"]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("help_of_check", help);
}

#[test]
fn wrong_use_is_answered_in_dutch_with_exit_code_two() {
    let project = Project::minimal();
    let wrong: [(&[&str], &str); 9] = [
        (&["biuld"], "bedoelde u `build`?"),
        (&["build", "--dat", "2026-01-01"], "bedoelde u `--date`?"),
        (&["build", "--date", "2026-02-30"], "schrijf een datum die bestaat"),
        (&["build", "--date"], "hoort een waarde"),
        (&["build", "--only", "alles"], "Kies uit: site, pdf."),
        (&["build", "--format", "xml"], "Kies uit: text, json."),
        (&["build", "--base-url", "www.debrug.example"], "met https:// ervoor"),
        (&["build", "--content", "niets"], "De map `niets` is er niet."),
        (&["build", "--date", "2026-01-01", "--date", "2026-01-02"], "staat er twee keer"),
    ];
    for (arguments, expected) in wrong {
        let (code, stdout, stderr) = run(&project, arguments);
        assert_eq!(code, Some(2), "{arguments:?}");
        assert_eq!(stdout, "", "{arguments:?}");
        assert!(stderr.contains(expected), "{arguments:?}: {stderr}");
        assert!(!stderr.contains("error"), "{arguments:?}: {stderr}");
    }
    assert!(!project.path("output").exists());
}

/// How many files with this extension are in the output.
fn made(project: &Project, extension: &str) -> usize {
    let files = walkdir::WalkDir::new(project.path("output")).into_iter().filter_map(Result::ok);
    files.filter(|file| file.path().extension().is_some_and(|found| found == extension)).count()
}

#[test]
fn a_build_in_a_pipe_says_one_line_and_shows_no_progress() {
    let project = Project::minimal();
    let (code, stdout, stderr) = run(&project, &["build"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert_eq!(stdout.lines().count(), 2, "{stdout}");
    let (pages, pdfs) = (made(&project, "html"), made(&project, "pdf"));
    assert!(stdout.starts_with(&format!("Klaar: {pages} pagina's, {pdfs} PDF's en ")), "{stdout}");
}

#[test]
fn json_tells_what_was_made_or_what_is_wrong() {
    let project = Project::minimal();
    let (code, stdout, _) = run(&project, &["build", "--format", "json"]);
    assert_eq!(code, Some(0));
    let report: serde_json::Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(0));
    assert_eq!(report["built"]["pages"], made(&project, "html"));
    assert_eq!(report["built"]["pdfs"], made(&project, "pdf"));
    let project = project.replacing("content/site.yaml", "naam: Prestatie", "nam: Prestatie");
    let (code, stdout, _) = run(&project, &["build", "--format", "json"]);
    assert_eq!(code, Some(1));
    let report: serde_json::Value = serde_json::from_str(&stdout).expect("JSON");
    assert!(report["built"].is_null());
    let first = &report["diagnostics"][0];
    assert_eq!(first["code"], "Y102");
    assert_eq!(first["severity"], "fout");
    assert_eq!(
        (&first["file"], &first["line"], &first["column"]),
        (&"site.yaml".into(), &1.into(), &1.into())
    );
    assert_eq!(first["hint"], "bedoelde u `naam`?");
}

#[test]
fn the_example_of_init_builds_at_once() {
    let project = Project::empty();
    let (code, stdout, _) = run(&project, &["init"]);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("afspraken build"), "{stdout}");
    let (code, _, stderr) = run(&project, &["build", "--only", "site"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
}

#[test]
fn warnings_are_shown_and_stop_nothing() {
    let project = Project::minimal().replacing(
        "content/zandstad-2027/bouwopgave.md",
        "Er is een tekort",
        "<b>Er</b> is een tekort",
    );
    let (code, stdout, stderr) = run(&project, &["build", "--only", "site"]);
    assert_eq!(code, Some(0));
    assert!(stderr.contains("waarschuwing[X101]"), "{stderr}");
    assert!(stdout.starts_with("Klaar: "), "{stdout}");
    assert!(project.read("output/zandstad-2027/bouwopgave.html").contains("&lt;b&gt;Er&lt;/b&gt;"));
}
