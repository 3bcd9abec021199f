//! What is agreed reaches readers whole, and two different agreements never
//! look the same.

mod support;

use support::Project;

const THEME: &str = "content/zandstad-2027/bouwopgave.md";

fn canonical(prose: &str) -> String {
    let project = Project::with_prose(&format!("Zo:\n\n{prose}"));
    project.build_ok(&["--only", "site"]);
    project.read("output/zandstad-2027/vingerafdruk.txt")
}

#[test]
fn texts_that_say_something_else_have_another_fingerprint() {
    for (one, other) in [
        ("~~100~~ 120 woningen", "100 120 woningen"),
        ("~~wel~~ wel", "wel ~~wel~~"),
        ("- Wij doen dit als:\n  - het kan", "- Wij doen dit als:\n- het kan"),
        ("> **Let op** a\n>\n> Geldt voor iedereen.", "> **Let op** a\n\nGeldt voor iedereen."),
        ("[x](https://a.example)", "[x](https://b.example)"),
        ("1. een", "2. een"),
    ] {
        assert_ne!(canonical(one), canonical(other), "{one:?} and {other:?}");
    }
}

#[test]
fn text_between_two_comments_on_a_line_is_shown() {
    let project = Project::with_prose("Zie B.\n\n<!-- todo --> De Brug bouwt 120 woningen. <!-- klaar -->");
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/zandstad-2027/bouwopgave.html").contains("De Brug bouwt 120 woningen."));
}

#[test]
fn struck_text_with_links_in_it_can_be_printed() {
    Project::with_prose("~~zie [B1]~~, ~~<https://a.example>~~ en [~~oud~~ nieuw](https://b.example)")
        .build_ok(&[]);
}

#[test]
fn an_agreement_outside_a_theme_is_reported_and_not_shown_as_code() {
    let block = "## Nieuw {#B2}\n\n```afspraak\nsoort: proces\n```\n";
    Project::with_page(block).assert_finds(&[("M112", "over.md", "```afspraak")]);
    let project = Project::minimal();
    let text = project.read("content/zandstad-2027/overeenkomst.md");
    project.with("content/zandstad-2027/overeenkomst.md", format!("{text}\n{block}")).assert_finds(&[(
        "M112",
        "zandstad-2027/overeenkomst.md",
        "```afspraak",
    )]);
}

#[test]
fn the_word_after_the_fence_may_begin_with_a_capital() {
    let project = Project::minimal().replacing(THEME, "```afspraak", "```Afspraak");
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/zandstad-2027/bouwopgave.html").contains("bouwt 120 woningen"));
}

#[test]
fn a_colour_without_quotes_is_not_taken_for_one_that_was_not_given() {
    let project = Project::minimal();
    let site = project.read("content/site.yaml");
    let project =
        project.with("content/site.yaml", format!("{site}huisstijl:\n  kleuren:\n    merk: #b00020\n"));
    project.assert_finds(&[("Y109", "site.yaml", "#b00020")]);
    assert!(project.messages().contains("tussen aanhalingstekens"), "{}", project.messages());
}
