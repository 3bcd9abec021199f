//! What a web editor reads when something is wrong: the very words.
//!
//! A change here is a change in how the program speaks; read the snapshot
//! aloud before accepting it.

mod support;

use support::{Project, SITE};

/// The minimal project with `from` replaced by `to` in a file of `content/`.
fn with(file: &str, from: &str, to: &str) -> Project {
    Project::minimal().replacing(&format!("content/{file}"), from, to)
}

const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

#[test]
fn a_misspelt_key() {
    insta::assert_snapshot!(with(THEME, "wanneer: 2027", "waneer: 2027").messages());
}

#[test]
fn a_colon_in_a_text_without_quotes() {
    insta::assert_snapshot!(with(DOCUMENT, "titel: Prest", "titel: Zandstad: prest").messages());
}

#[test]
fn a_missing_key() {
    insta::assert_snapshot!(with("site.yaml", "    rol: huurdersorganisatie\n", "").messages());
}

#[test]
fn a_list_that_is_none() {
    insta::assert_snapshot!(
        with(DOCUMENT, "[gemeente, de-brug, huurdersraad]", "gemeente en de-brug").messages()
    );
}

#[test]
fn an_unknown_party() {
    insta::assert_snapshot!(
        with(THEME, "  gemeente: levert", "  provincie: betaalt\n  gemeente: levert").messages()
    );
}

#[test]
fn a_number_given_twice() {
    let second = "Tekst.\n\n## Sloop in Zuid {#B1}\n\n```afspraak\nsoort: proces\n```\n\nTekst.";
    insta::assert_snapshot!(with(THEME, "Zie ook [B1].", second).messages());
}

#[test]
fn a_date_that_does_not_exist() {
    insta::assert_snapshot!(with(DOCUMENT, "2026-11-19", "2026-11-31").messages());
}

#[test]
fn a_term_that_ends_before_it_begins() {
    insta::assert_snapshot!(
        with(DOCUMENT, "looptijd: 2027", "looptijd: {van: 2028-01-01, tot: 2027-12-31}").messages()
    );
}

#[test]
fn dates_that_contradict_each_other() {
    insta::assert_snapshot!(
        with(
            DOCUMENT,
            "  vastgesteld: 2026-11-19",
            "  onderhandelakkoord: 2026-11-20\n  vastgesteld: 2026-11-19"
        )
        .messages()
    );
}

#[test]
fn an_agreement_that_misses_its_parties() {
    insta::assert_snapshot!(with(THEME, "  gemeente: levert de grond\n", "").messages());
}

#[test]
fn references_to_nothing() {
    insta::assert_snapshot!(
        with(THEME, "Zie ook [B1].", "Zie [B2], [de bijlage](bijlage.md), [dit](#noord) en [[DAEB]].")
            .messages()
    );
}

#[test]
fn a_link_that_may_not_be() {
    insta::assert_snapshot!(
        with(THEME, "Zie ook [B1].", "Zie [hier](javascript:alert(1)) en [daar](../../buiten.md).")
            .messages()
    );
}

#[test]
fn a_head_that_never_closes() {
    insta::assert_snapshot!(with(THEME, "titel: Bouwen\n---\n", "titel: Bouwen\n").messages());
}

#[test]
fn a_file_that_word_saved() {
    let text = support::THEME.replace("Er is een tekort", "Er is één tekort");
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    insta::assert_snapshot!(Project::minimal().with(&format!("content/{THEME}"), bytes).messages());
}

#[test]
fn a_hidden_character() {
    insta::assert_snapshot!(with(THEME, "bouwt 120", "bouwt \u{202e}120").messages());
}

#[test]
fn a_picture_that_runs_something() {
    let project = with(THEME, "Zie ook [B1].", "\n\n![Plattegrond van Noord](plan.svg)").with(
        "content/zandstad-2027/plan.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><script>alert(1)</script></svg>",
    );
    insta::assert_snapshot!(project.messages());
}

#[test]
fn html_and_a_heading_that_skips_a_level() {
    insta::assert_snapshot!(
        with(THEME, "Zie ook [B1].", "Een <b>vet</b> woord.\n\n#### Te diep\n\nTekst.").messages()
    );
}

#[test]
fn a_colour_that_is_too_light() {
    let project = Project::minimal()
        .with("content/site.yaml", format!("huisstijl:\n  kleuren: {{merk: \"#e0a000\"}}\n{SITE}"));
    insta::assert_snapshot!(project.messages());
}

#[test]
fn a_file_that_is_not_there_and_one_that_is_astray() {
    let project =
        Project::empty().with("content/notities.txt", "").with("content/oud/bouwopgave.md", support::THEME);
    insta::assert_snapshot!(project.messages());
}

/// The JSON report of a build that fails.
fn report(project: &Project) -> serde_json::Value {
    let output = project.build(&["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty());
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn a_mistake_with_a_second_place_in_json() {
    let project = Project::minimal().with(
        "content/site.yaml",
        format!("{SITE}  - id: de-brug\n    naam: De Brug Beheer\n    rol: overig\n"),
    );
    insta::assert_json_snapshot!(report(&project));
}

#[test]
fn mistakes_in_text_and_in_whole_files_in_json() {
    let project = with(THEME, "wanneer: 2027", "waneer: 2027")
        .with("content/over.md", "")
        .with("content/los/x.md", "x");
    insta::assert_json_snapshot!(report(&project));
}
