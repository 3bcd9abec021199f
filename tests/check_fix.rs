//! `afspraken check --fix`: mends what is certain, shows it first, and leaves every
//! other byte as it was.

mod support;

use std::fs;
use std::process::Output;

use support::Project;

const THEME: &str = "content/zandstad-2026-2029/bouwen.md";

/// A project in which no rule finds anything, but for `prose` in its agreement.
fn with(prose: &str) -> Project {
    Project::without_findings().replacing(THEME, "De grond is schoon.", prose)
}

fn told(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// What `--fix --yes` makes of a text in an agreement.
fn mended(prose: &str) -> String {
    let project = with(prose);
    told(&project.check(&["--fix", "--yes"]));
    let text = project.read(THEME);
    let (_, after) = text.rsplit_once("```\n\n").expect("the text");
    after.trim_end().to_owned()
}

#[test]
fn without_a_terminal_it_shows_what_would_change_and_writes_nothing() {
    let project = with("De De Brug heeft tevens een een kantoor.");
    let before = project.read(THEME);
    let shown = told(&project.check(&["--fix"]));
    for expected in [
        "-De De Brug heeft tevens een een kantoor.",
        "+De Brug heeft ook een kantoor.",
        "Er is niets veranderd. Met `--fix --yes` schrijft het programma 3 veranderingen.",
    ] {
        assert!(shown.contains(expected), "{expected:?} is not in {shown}");
    }
    assert_eq!(project.read(THEME), before);
}

#[test]
fn with_yes_it_writes_and_finds_nothing_after_that() {
    let project = with("De De Brug heeft tevens een een kantoor.");
    let before = project.read(THEME);
    let shown = told(&project.check(&["--fix", "--yes"]));
    assert!(shown.ends_with("Geschreven: 1 bestand.\n"), "{shown}");
    let wanted = before.replace("De De Brug heeft tevens een een kantoor.", "De Brug heeft ook een kantoor.");
    assert_eq!(project.read(THEME), wanted);
    let again = told(&project.check(&["--fix", "--yes"]));
    assert_eq!(again, "Er is niets dat zeker zo hersteld kan worden.\n");
}

#[test]
fn a_word_that_stands_twice_goes_with_the_space_before_it() {
    assert_eq!(mended("Zij belt de *de* huurder met met spoed."), "Zij belt de *de* huurder met spoed.");
    assert_eq!(mended("In in het huis van van ons."), "In het huis van ons.");
    assert_eq!(mended("Hier werkt de De Brug aan."), "Hier werkt De Brug aan.");
    assert_eq!(
        mended("Wie die die hun huis kennen, weten wie wie is."),
        "Wie die hun huis kennen, weten wie wie is."
    );
    for stays in [
        "Zij weten dat dat zo is.",
        "Zij belt hem op op maandag.",
        "Dit is de lijst van aan aan te pakken huizen.",
        "Het gaat om de De Brug-huizen.",
        "Zij vraagt of dit dit jaar lukt.",
    ] {
        assert_eq!(mended(stays), stays);
    }
}

#[test]
fn a_word_of_offices_becomes_a_plain_one_where_one_always_fits() {
    assert_eq!(mended("Thans is het plan klaar."), "Nu is het plan klaar.");
    assert_eq!(
        mended("De grond is reeds schoon, doch nat. Zij werkt conform de wet."),
        "De grond is al schoon, maar nat. Zij werkt volgens de wet."
    );
    assert_eq!(mended("Zij bouwt ten behoeve van ouderen."), "Zij bouwt voor ouderen.");
    // These have more than one plain word, or are part of a name or a quotation.
    for stays in [
        "Zij helpt middels geld.",
        "De raad besluit conform.",
        "Het plan is al reeds klaar.",
        "De grond valt onder het Convenant inzake grond.",
        "De gemeente schreef: “thans is het klaar”.",
    ] {
        assert_eq!(mended(stays), stays);
    }
}

#[test]
fn a_fact_of_an_agreement_is_mended_and_a_title_is_not() {
    let project = with("De grond is schoon.")
        .replacing(THEME, "bouwt 120 woningen in Noord", "bouwt de de 120 woningen in Noord")
        .replacing(THEME, "## Nieuwbouw in Noord", "## Thans de de nieuwbouw in Noord");
    told(&project.check(&["--fix", "--yes"]));
    let text = project.read(THEME);
    assert!(text.contains("de-brug: bouwt de 120 woningen in Noord\n"), "{text}");
    assert!(text.contains("## Thans de de nieuwbouw in Noord {#B1}\n"), "{text}");
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let project = with("Zij werkt in de de stad.\nTevens werkt zij met\nmet de bouwer.");
    let before = format!("\u{feff}{}", project.read(THEME).replace('\n', "\r\n"));
    project.write(THEME, &before);
    told(&project.check(&["--fix", "--yes"]));
    let wanted = before.replace("de de stad", "de stad").replace("Tevens", "Ook");
    let wanted = wanted.replace("met\r\nmet de", "met de");
    assert_eq!(project.read(THEME), wanted);
}

#[test]
fn a_file_of_another_encoding_is_left_alone() {
    let project = with("Zij werkt in de de stad.");
    let mut bytes = fs::read(project.path(THEME)).expect("the theme");
    bytes.extend_from_slice(b"Caf\xe9 tevens.\n");
    project.write(THEME, &bytes);
    let output = project.check(&["--fix", "--yes"]);
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(!shown.contains("Geschreven"), "{shown}");
    assert_eq!(fs::read(project.path(THEME)).expect("the theme"), bytes);
}
