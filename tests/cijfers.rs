//! Tables of figures: each figure has a party, and what is written down as a
//! sum is the sum, or it is said where it is not.

mod support;

use support::{DOCUMENT, Project, SITE};

const FILE: &str = "zandstad-2027/bijlage-cijfers.md";

/// The minimal project with an appendix that has `head` in its front matter.
fn with(head: &str) -> Project {
    let text = format!("---\nsoort: bijlage\ntitel: Cijfers\n{head}---\n\nHier staan cijfers.\n");
    Project::minimal().with(&format!("content/{FILE}"), text)
}

/// The same with a second corporation.
fn with_two_corporations(head: &str) -> Project {
    let site = SITE.replace(
        "  - id: huurdersraad",
        "  - id: de-poort\n    naam: De Poort\n    rol: corporatie\n  - id: huurdersraad",
    );
    let document = DOCUMENT
        .replace("de-brug, huurdersraad]", "de-brug, de-poort, huurdersraad]")
        .replace("door:\n", "door:\n    - {partij: de-poort, functie: bestuurder}\n");
    with(head).with("content/site.yaml", site).with("content/zandstad-2027/overeenkomst.md", document)
}

/// A table of numbers with these rows and what follows them.
fn numbers(rest: &str) -> String {
    format!("aantallen:\n  - id: nieuwbouw\n    titel: Nieuwbouw\n    eenheid: woningen\n{rest}")
}

fn money(key: &str, rest: &str) -> String {
    format!("{key}:\n  - id: geld\n    titel: Geld\n    in: duizend euro\n    prijspeil: 2026\n{rest}")
}

const ROWS: &str = "    regels:
      - {naam: De Loods, jaren: {2027: 54, 2028: 10}, lange_termijn: 30}
      - {naam: Schoolplein, jaren: {2027: 36}, lange_termijn: 20, afspraak: B1}
";

#[test]
fn a_table_whose_sums_are_right_is_left_alone() {
    let totals = "    lange_termijn: 2031-2036
    totaal:
      jaren: {2027: 90, 2028: 10}
      lange_termijn: 50
      partijen: {de-brug: 100}
      alles: 100
";
    with(&numbers(&format!("{ROWS}{totals}"))).assert_finds(&[]);
    let rows = "    regels:\n      - {naam: A, jaren: {2027: \"0,1\"}, totaal: \"0,1\"}\n      - {naam: B, jaren: {2027: \"0,20\"}}\n";
    with(&money("investeringen", &format!("{rows}    totaal: {{alles: \"0,3\"}}\n"))).assert_finds(&[]);
}

#[test]
fn a_sum_that_is_not_the_sum_is_found_where_it_is_written_with_what_it_should_be() {
    for (from, to, needle, message) in [
        ("{2027: 90,", "{2027: 95,", "95", "De cijfers van 2027 zijn samen 90, maar hier staat 95."),
        ("{2027: 90,", "{2027: 90, 2029: 5,", "5, 2028: 10}\n", "De cijfers van 2029 zijn er niet"),
        ("lange_termijn: 50", "lange_termijn: 51", "51", "De cijfers van de lange termijn zijn samen 50"),
        ("{de-brug: 100}", "{de-brug: 1000}", "1000}", "De cijfers van De Brug zijn samen 100"),
        ("{de-brug: 100}", "{gemeente: 12}", "12}", "De cijfers van"),
        (
            "alles: 100",
            "alles: 1100",
            "1100",
            "De cijfers van alle jaren zijn samen 100, maar hier staat 1.100.",
        ),
        (
            "{2027: 54, 2028: 10}",
            "{2027: 54, 2028: 10}, totaal: 65",
            "65",
            "De cijfers van ‘De Loods’ zijn samen 64",
        ),
    ] {
        let totals = "    lange_termijn: 2031-2036
    totaal:
      jaren: {2027: 90, 2028: 10}
      lange_termijn: 50
      partijen: {de-brug: 100}
      alles: 100
";
        let head = numbers(&format!("{ROWS}{totals}")).replacen(from, to, 1);
        let project = with(&head);
        project.assert_finds(&[("G102", FILE, needle)]);
        assert!(project.messages().contains(message), "{}", project.messages());
    }
}

#[test]
fn with_more_corporations_every_figure_says_whose_it_is() {
    let rows = "    regels:
      - {naam: Noord, jaren: {2027: 5}}
      - {naam: Zuid, partij: de-poort, jaren: {2027: 6}}
";
    let project = with_two_corporations(&numbers(rows));
    project.assert_finds(&[("G101", FILE, "{naam: Noord")]);
    assert!(project.messages().contains("De cijfers van ‘Noord’ horen bij geen partij."));
    with_two_corporations(&numbers(&format!("    partij: de-brug\n{rows}"))).assert_finds(&[]);
    with(&numbers("    regels:\n      - {naam: Noord, jaren: {2027: 5}}\n")).assert_finds(&[]);
}

#[test]
fn a_party_that_does_not_exist_gives_no_second_message_on_the_sums() {
    let rows = "    regels:
      - {naam: Noord, partij: de-burg, jaren: {2027: 5}}
      - {naam: Zuid, jaren: {2027: 6}}
    totaal: {alles: 11}
";
    with(&numbers(rows)).assert_finds(&[("M105", FILE, "de-burg")]);
    with(&numbers(&format!("    partij: de-burg\n{}", rows.replace("partij: de-burg, ", ""))))
        .assert_finds(&[("M105", FILE, "de-burg")]);
}

#[test]
fn tables_and_rows_without_figures_are_found() {
    with(&numbers("    regels: []\n")).assert_finds(&[("G103", FILE, "[]")]);
    with(&numbers("    regels:\n      - {naam: Noord}\n")).assert_finds(&[("G103", FILE, "{naam: Noord")]);
    with(&numbers("    regels:\n      - naam: Noord\n        afspraak: B1\n")).assert_finds(&[(
        "G103",
        FILE,
        "naam: Noord",
    )]);
}

#[test]
fn the_long_term_has_years_that_come_after_the_others() {
    let row = |more: &str| numbers(&format!("    regels:\n      - {{naam: A, jaren: {{2027: 1}}{more}}}\n"));
    with(&row(", lange_termijn: 5")).assert_finds(&[("G104", FILE, "{naam: A")]);
    let term = |years: &str| format!("{}    lange_termijn: {years}\n", row(", lange_termijn: 5"));
    with(&term("2027-2032")).assert_finds(&[("G104", FILE, "nieuwbouw")]);
    with(&term("2031-01-01 t/m 2032-06-30")).assert_finds(&[("G104", FILE, "2031-01-01")]);
    with(&term("2031-2036")).assert_finds(&[]);
}

#[test]
fn what_comes_in_for_a_purpose_is_all_spent_on_it() {
    let rows = |income: u32, spent: u32| {
        money(
            "dekking",
            &format!(
                "    regels:
      - {{soort: opbrengst, naam: Huur, jaren: {{2028: {income}}}}}
      - {{soort: uitgave, naam: Isolatie, jaren: {{2028: {spent}}}}}
    totaal: {{opbrengst: {income}, uitgave: {spent}}}
"
            ),
        )
    };
    with(&rows(260, 260)).assert_finds(&[]);
    with(&rows(260, 300)).assert_finds(&[]);
    let project = with(&rows(260, 240));
    project.assert_finds(&[("G105", FILE, "geld")]);
    assert!(project.messages().contains("20 heeft geen bestemming"), "{}", project.messages());
    with(
        &rows(260, 300)
            .replace("soort: opbrengst", "soort: uitgave")
            .replace("opbrengst: 260, uitgave: 300", ""),
    )
    .assert_finds(&[("G106", FILE, "geld")]);
    with(&rows(260, 300).replace("{opbrengst: 260,", "{opbrengst: 250,"))
        .assert_finds(&[("G102", FILE, "250")]);
    with(&rows(260, 300).replace("soort: opbrengst", "soort: winst"))
        .assert_finds(&[("M101", FILE, "winst")]);
}

#[test]
fn a_table_that_does_not_add_up_has_no_sums() {
    let table = |optellen: &str, totals: &str| {
        numbers(&format!("    optellen: {optellen}\n{ROWS}    lange_termijn: 2031-2036\n{totals}"))
    };
    with(&table("niet", "    totaal: {jaren: {2027: 90}}\n")).assert_finds(&[("G107", FILE, "90")]);
    with(&table("per-jaar", "    totaal: {alles: 100}\n")).assert_finds(&[("G107", FILE, "100")]);
    with(&table("per-jaar", "    totaal: {jaren: {2027: 90}}\n")).assert_finds(&[]);
    with(&table("per-jaar", "    totaal: {jaren: {2027: 91}}\n")).assert_finds(&[("G102", FILE, "91")]);
    with(&table("nooit", "")).assert_finds(&[("M101", FILE, "nooit")]);
}

#[test]
fn a_table_that_divides_another_comes_to_the_same() {
    let two = |second: &str| {
        let first = "    regels:\n      - {naam: Alles, jaren: {2027: 90, 2028: 10}}\n";
        numbers(&format!("{first}  - id: projecten\n    titel: Per project\n    eenheid: woningen\n{second}"))
    };
    let part = |b: u32| {
        format!(
            "    uitwerking_van: nieuwbouw
    regels:
      - {{naam: De Loods, jaren: {{2027: 54, 2028: 10}}}}
      - {{naam: Schoolplein, jaren: {{2027: {b}}}}}
"
        )
    };
    with(&two(&part(36))).assert_finds(&[]);
    let project = with(&two(&part(35)));
    project.assert_finds(&[("G108", FILE, "uitwerking_van: ¦nieuwbouw")]);
    assert!(
        project.messages().contains("Voor De Brug in 2027 staat hier 89, en 90 in de tabel ‘Nieuwbouw’."),
        "{}",
        project.messages()
    );
    with(&two(&part(36).replace("van: nieuwbouw", "van: nieuwbuow"))).assert_finds(&[(
        "G109",
        FILE,
        "nieuwbuow",
    )]);
    with(&two(&part(36)).replace("eenheid: woningen\n    uitwerking", "eenheid: huizen\n    uitwerking"))
        .assert_finds(&[("G108", FILE, "uitwerking_van: ¦nieuwbouw")]);
}

#[test]
fn ids_are_unique_and_agreements_exist() {
    let twice = numbers(&format!("{ROWS}    lange_termijn: 2031-2036\n")).replace("B1", "B9");
    with(&twice).assert_finds(&[("V101", FILE, "B9")]);
    let twice = format!(
        "{}{}",
        numbers("    regels:\n      - {jaren: {2027: 1}}\n"),
        money("investeringen", ROWS).replace("geld", "nieuwbouw")
    );
    with(&twice.replace(", lange_termijn: 30", "").replace(", lange_termijn: 20", "")).assert_finds(&[(
        "M104",
        FILE,
        "nieuwbouw\n    titel: Geld",
    )]);
}

#[test]
fn values_that_cannot_be_are_found_at_their_places() {
    let row = "    regels:\n      - {jaren: {2027: 1}}\n";
    for (head, code, needle) in [
        (numbers(row).replace("nieuwbouw", "nieuw bouw"), "M107", "nieuw bouw"),
        (numbers(row).replace("2027: 1", "2027: veel"), "Y103", "veel"),
        (numbers(row).replace("2027: 1", "27: 1"), "M102", "27: 1"),
        (money("investeringen", row).replace("duizend euro", "dollar"), "M101", "dollar"),
        (money("investeringen", row).replace("2026", "vorig jaar"), "M102", "vorig jaar"),
        (money("investeringen", row).replace("    prijspeil: 2026\n", ""), "Y105", "id: geld"),
        (numbers(row).replace("{jaren", "{afspraak: nieuwbouw, jaren"), "M107", "nieuwbouw, jaren"),
        (numbers(&format!("    leeg: niks\n{row}")), "M101", "niks"),
    ] {
        let project = with(&head);
        let codes = project.codes();
        assert_eq!(codes.len(), 1, "{}", project.messages());
        assert!(codes[0].starts_with(code), "{head}\n{}", project.messages());
        if code != "Y105" {
            project.assert_finds(&[(code, FILE, needle)]);
        }
    }
}
