//! Headings, and the facts of agreements below them: where they may stand, and
//! what they are called.

mod support;

use std::collections::BTreeSet;

use scraper::{Html, Selector};
use support::Project;

const THEME: &str = "zandstad-2027/bouwopgave.md";
const PAGE: &str = "over.md";

#[test]
fn headings_that_skip_a_level_or_say_nothing_are_found() {
    Project::with_page("## Een\n\n#### Vier\n\nTekst.").assert_finds(&[("T102", PAGE, "#### Vier")]);
    Project::with_page("# Een\n\nTekst.").assert_finds(&[("T102", PAGE, "# Een")]);
    Project::with_page("### Drie\n\nTekst.").assert_finds(&[("T102", PAGE, "### Drie")]);
    Project::with_page("##\n\nTekst.").assert_finds(&[("T103", PAGE, "##")]);
    Project::with_page("> #### Vier\n\nTekst.").assert_finds(&[("T102", PAGE, "#### Vier")]);
}

#[test]
fn facts_that_stand_where_no_agreement_can_be_are_found() {
    let facts = "```afspraak\nsoort: proces\n```";
    Project::with_prose(&format!("Tekst.\n\n{facts}")).assert_finds(&[(
        "M112",
        THEME,
        "```afspraak\nsoort: proces",
    )]);
    Project::with_prose(&format!("Tekst.\n\n> {}", facts.replace('\n', "\n> "))).assert_finds(&[(
        "M112",
        THEME,
        "```afspraak\n> soort",
    )]);
    Project::with_prose(&format!("Tekst.\n\n- punt\n\n  {}", facts.replace('\n', "\n  "))).assert_finds(&[(
        "M112",
        THEME,
        "```afspraak\n  soort",
    )]);
}

#[test]
fn facts_on_a_page_or_in_a_preamble_are_found() {
    let facts = "```afspraak\nsoort: proces\n```\n";
    Project::with_page(&format!("## Kop {{#B9}}\n\n{facts}")).assert_finds(&[("M112", PAGE, "```afspraak")]);
    let document = "zandstad-2027/overeenkomst.md";
    let project =
        Project::minimal().with(&format!("content/{document}"), format!("{}\n{facts}", support::DOCUMENT));
    project.assert_finds(&[("M112", document, "```afspraak")]);
}

#[test]
fn facts_may_be_indented_as_a_whole() {
    let indented = support::THEME
        .replace("```afspraak", "  ```afspraak")
        .replace("\nsoort: transactie", "\n  soort: transactie")
        .replace("\nwie:\n", "\n  wie:\n")
        .replace("  de-brug: b", "    de-brug: b")
        .replace("  gemeente: l", "    gemeente: l")
        .replace("\nwanneer", "\n  wanneer")
        .replace("\n```\n", "\n  ```\n");
    let project = Project::minimal().with(&format!("content/{THEME}"), &indented);
    project.assert_finds(&[]);
    Project::minimal()
        .with(&format!("content/{THEME}"), indented.replace("wanneer: 2027-12-31", "waneer: 2027-12-31"))
        .assert_finds(&[("Y102", THEME, "waneer")]);
}

#[test]
fn a_heading_that_is_a_picture_alone_has_no_text_for_a_table_of_contents() {
    Project::with_prose("Tekst.\n\n### ![Plattegrond](plan.svg)\n\nTekst.")
        .with(
            "content/zandstad-2027/plan.svg",
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>"#,
        )
        .assert_build_finds(&[("T103", THEME, "### ![")]);
}

#[test]
fn anchors_of_different_files_never_get_in_each_others_way() {
    // `wonen` + `zorg-nu` and `wonen-zorg` + `nu` are the same letters.
    let chapter = |title: &str, anchor: &str| {
        format!(
            "---\nsoort: hoofdstuk\ntitel: {title}\n---\n\n## Kop {{#{anchor}}}\n\nZie [hier](#{anchor}).\n"
        )
    };
    let project = Project::minimal()
        .with("content/zandstad-2027/wonen.md", chapter("Wonen", "zorg-nu"))
        .with("content/zandstad-2027/wonen-zorg.md", chapter("Zorg", "nu"))
        .with("content/zandstad-2027/wonen-zorg-nu.md", chapter("Nu", "x"));
    project.assert_build_finds(&[]);
    assert_ids_are_unique(&project);
}

#[test]
fn headings_may_be_called_what_the_page_itself_is_called() {
    let project = Project::with_prose(
        "Een noot[^1].\n\n### Noot 1\n\nTekst.\n\n### Indicator nieuwbouw\n\nTekst.\n\n### Inhoud\n\nTekst.\n\n### Bouwopgave\n\nTekst.\n\n### Noot 1 terug\n\nTekst.\n\n### Vooraf\n\nTekst.\n\n[^1]: Een noot.",
    )
    .replacing(&format!("content/{THEME}"), "titel: Bouwen\n", "titel: Bouwen\nindicatoren:\n  - {id: nieuwbouw, titel: Opgeleverd, eenheid: woningen}\n");
    project.assert_build_finds(&[]);
    assert_ids_are_unique(&project);
}

#[test]
fn a_block_that_does_not_end_is_found_where_it_begins() {
    Project::with_page("Tekst.\n\n```\ncode zonder eind").assert_finds(&[("X103", PAGE, "```")]);
    let project = Project::minimal().replacing(
        &format!("content/{THEME}"),
        "wanneer: 2027-12-31\n```\n",
        "wanneer: 2027-12-31\n",
    );
    let codes = project.codes();
    assert!(codes.contains(&format!("X103 {}", project.place(THEME, "```afspraak"))), "{codes:?}");
}

#[test]
fn a_name_given_to_two_headings_is_found_the_second_time() {
    Project::with_page("## Een {#kop}\n\nTekst.\n\n## Twee {#kop}\n\nTekst.")
        .assert_finds(&[("M104", PAGE, "## Twee")]);
    Project::with_prose("Tekst.\n\n### Kop {#B1}\n\nTekst.").assert_finds(&[("M104", THEME, "### Kop")]);
}

fn assert_ids_are_unique(project: &Project) {
    let with_id = Selector::parse("[id]").expect("a selector");
    for (path, bytes) in project.tree("output").into_iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = Html::parse_document(std::str::from_utf8(&bytes).expect("UTF-8"));
        let mut seen = BTreeSet::new();
        for element in page.select(&with_id) {
            let id = element.attr("id").expect("an id").to_owned();
            assert!(seen.insert(id.clone()), "{path}: the id {id:?} stands there twice");
        }
    }
}

#[test]
fn no_page_of_the_example_skips_a_level_of_headings() {
    let project = Project::example();
    project.build_ok(&["--only", "site"]);
    let headings = scraper::Selector::parse("h1, h2, h3, h4, h5, h6").expect("a selector");
    for (path, bytes) in project.tree("output").iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = scraper::Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"));
        let levels = html.select(&headings).map(|heading| heading.value().name().as_bytes()[1] - b'0');
        let mut last = 0;
        for level in levels {
            assert!(level <= last + 1, "{path}: a heading of level {level} after one of level {last}");
            last = level;
        }
    }
}
