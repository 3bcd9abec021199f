//! Parties, dates and periods that cannot be: found where they stand, and
//! said once, however much depends on them.

mod support;

use support::{Project, SITE};

const SITE_FILE: &str = "site.yaml";
const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

/// The minimal project with `from` replaced by `to` in a file of `content/`.
fn with(file: &str, from: &str, to: &str) -> Project {
    Project::minimal().replacing(&format!("content/{file}"), from, to)
}

/// The minimal project with a second corporation among its parties.
fn with_two_corporations() -> Project {
    with(
        SITE_FILE,
        "  - id: huurdersraad",
        "  - id: de-poort\n    naam: De Poort\n    rol: corporatie\n  - id: huurdersraad",
    )
    .replacing(
        &format!("content/{DOCUMENT}"),
        "de-brug, huurdersraad]",
        "de-brug, de-poort, huurdersraad]",
    )
}

#[test]
fn a_party_that_does_not_exist_is_found_with_the_one_that_was_meant() {
    for (file, from, to, wrong) in [
        (SITE_FILE, "partijen:", "corporatie: de-burg\npartijen:", "de-burg"),
        (DOCUMENT, "[gemeente, de-brug,", "[gemeente, de-brug, de-burg,", "de-burg"),
        (DOCUMENT, "{partij: de-brug,", "{partij: de-burg,", "de-burg"),
        (
            DOCUMENT,
            "ondertekening:",
            "goedkeuringen:\n  - {orgaan: bestuur, partij: de-burg}\nondertekening:",
            "de-burg",
        ),
        (THEME, "wanneer: 2027-12-31", "eigenaar: de-burg", "de-burg"),
        (THEME, "wanneer: 2027-12-31", "standpunten:\n  de-burg: wil niet", "de-burg"),
        (THEME, "  gemeente: levert", "  de-burg: sloopt\n  gemeente: levert", "de-burg"),
    ] {
        let project = with(file, from, to);
        project.assert_finds(&[("M105", file, wrong)]);
        assert!(project.messages().contains("bedoelde u `de-brug`?"), "{}", project.messages());
    }
}

#[test]
fn a_party_of_the_site_that_takes_no_part_in_the_document_is_unknown_in_its_agreements() {
    let project = with(DOCUMENT, "de-brug, huurdersraad]", "de-brug]")
        .replacing(&format!("content/{DOCUMENT}"), "    - {partij: huurdersraad, functie: voorzitter}\n", "")
        .replacing(
            &format!("content/{THEME}"),
            "  gemeente: levert de grond",
            "  gemeente: levert de grond\n  huurdersraad: raadpleegt de achterban",
        );
    project.assert_finds(&[("M105", THEME, "huurdersraad")]);
    assert!(project.messages().contains("bij `partijen` in `overeenkomst.md`"));
}

#[test]
fn a_role_stands_for_the_only_party_that_has_it() {
    let project = with(THEME, "  de-brug: bouwt", "  corporatie: bouwt");
    project.assert_finds(&[]);
    let (edition, _) = project.diagnostics();
    let model = edition.project.expect("a project");
    let (_, afspraak) = model.overeenkomsten[0].afspraak("B1").expect("the agreement");
    assert_eq!(afspraak.wie[0].partij.id.as_str(), "de-brug");
}

#[test]
fn a_role_that_several_parties_have_stands_for_none_of_them() {
    let project = with_two_corporations().replacing(
        &format!("content/{THEME}"),
        "  gemeente: levert",
        "  corporatie: sloopt\n  gemeente: levert",
    );
    project.assert_finds(&[("M105", THEME, "corporatie: sloopt")]);
    assert!(project.messages().contains("Meer partijen hebben deze rol. Kies uit: de-brug, de-poort."));
}

#[test]
fn a_date_that_does_not_exist_is_found_where_it_stands() {
    for (file, from, to, wrong) in [
        (DOCUMENT, "vastgesteld: 2026-11-19", "vastgesteld: 2027-02-30", "2027-02-30"),
        (DOCUMENT, "looptijd: 2027", "looptijd: {van: 2027-01-01, tot: 2027-11-31}", "2027-11-31"),
        (DOCUMENT, "  plaats: Zandstad", "  datum: 2026-13-01", "2026-13-01"),
        (DOCUMENT, "ondertekening:", "publicatie: {uiterlijk: 2025-02-29}\nondertekening:", "2025-02-29"),
        (
            DOCUMENT,
            "ondertekening:",
            "goedkeuringen:\n  - {orgaan: raad, partij: gemeente, datum: 2026-00-10}\nondertekening:",
            "2026-00-10",
        ),
        (THEME, "wanneer: 2027-12-31", "wanneer: 2027-02-30", "2027-02-30"),
    ] {
        let project = with(file, from, to);
        project.assert_finds(&[("M102", file, wrong)]);
        assert!(
            project.messages().contains(&format!("De datum {wrong} bestaat niet.")),
            "{}",
            project.messages()
        );
    }
}

#[test]
fn the_29th_of_february_exists_in_leap_years() {
    with(THEME, "wanneer: 2027-12-31", "wanneer: 2028-02-29").assert_finds(&[]);
}

#[test]
fn a_date_in_the_order_of_daily_life_is_not_said_to_be_absent_from_the_calendar() {
    let project = with(THEME, "wanneer: 2027-12-31", "wanneer: 31-12-2027");
    project.assert_finds(&[("M102", THEME, "31-12-2027")]);
    // The day is there; it is only written the other way round.
    assert!(!project.messages().contains("bestaat niet"), "{}", project.messages());
}

#[test]
fn what_is_no_time_at_all_is_found_where_it_stands() {
    for wrong in ["volgend jaar", "Q3 2027", "eind 2027"] {
        let project = with(THEME, "wanneer: 2027-12-31", &format!("wanneer: {wrong}"));
        project.assert_finds(&[("M101", THEME, wrong)]);
    }
    for wrong in ["27", "2027/12/31", "2027-1-1"] {
        let project = with(THEME, "wanneer: 2027-12-31", &format!("wanneer: {wrong}"));
        project.assert_finds(&[("M102", THEME, &format!("wanneer: ¦{wrong}"))]);
    }
    with(DOCUMENT, "looptijd: 2027", "looptijd: voorlopig").assert_finds(&[("M102", DOCUMENT, "voorlopig")]);
}

#[test]
fn a_period_that_ends_before_it_begins_is_found_where_it_stands() {
    for (file, from, to, wrong) in [
        (DOCUMENT, "looptijd: 2027", "looptijd: 2030-2027", "2030-2027"),
        (DOCUMENT, "looptijd: 2027", "looptijd: {van: 2027-12-31, tot: 2027-01-01}", "¦{van"),
        (DOCUMENT, "looptijd: 2027", "looptijd:\n  van: 2027-12-31\n  tot: 2027-01-01", "van: 2027-12-31"),
        (THEME, "wanneer: 2027-12-31", "wanneer: 2028-01-01 t/m 2027-06-30", "2028-01-01"),
        (THEME, "wanneer: 2027-12-31", "wanneer: 2028-2027", "2028-2027"),
    ] {
        with(file, from, to).assert_finds(&[("M103", file, wrong)]);
    }
}

#[test]
fn dates_that_contradict_each_other_or_the_status_are_found() {
    let project =
        with(DOCUMENT, "  vastgesteld: 2026-11-19", "  concept: 2026-11-20\n  vastgesteld: 2026-11-19");
    project.assert_finds(&[("M113", DOCUMENT, "2026-11-19")]);
    let project = with(DOCUMENT, "status: vastgesteld", "status: concept");
    project.assert_finds(&[("M113", DOCUMENT, "2026-11-19")]);
}

#[test]
fn an_indicator_of_another_theme_is_unknown() {
    let project = with(THEME, "wanneer: 2027-12-31", "indicator: [energie]").with(
        "content/zandstad-2027/duurzaamheid.md",
        "---\nsoort: thema\nthema: duurzaamheid\ntitel: Duurzaam\nindicatoren:\n  - {id: energie, titel: Energie, eenheid: label}\n---\n",
    );
    project.assert_finds(&[("M108", THEME, "energie")]);
}

#[test]
fn an_agreement_that_misses_what_its_kind_asks_for_is_found_at_its_heading() {
    for (kind, missing) in
        [("intentie", 1), ("handeling", 2), ("garantie", 1), ("transactie", 1), ("oneens", 3)]
    {
        let project = with(
            THEME,
            "soort: transactie\nwie:\n  de-brug: bouwt 120 woningen\n  gemeente: levert de grond\nwanneer: 2027-12-31\n",
            &format!("soort: {kind}\n"),
        );
        project.assert_finds(&vec![("M106", THEME, "## Nieuwbouw"); missing]);
    }
}

#[test]
fn a_party_that_is_misspelt_in_an_agreement_is_not_missing_from_it_as_well() {
    with(THEME, "de-brug: bouwt", "de-burg: bouwt").assert_finds(&[("M105", THEME, "de-burg")]);
    with_two_corporations()
        .replacing(&format!("content/{THEME}"), "de-brug: bouwt", "corporatie: bouwt")
        .assert_finds(&[("M105", THEME, "corporatie: bouwt")]);
}

#[test]
fn a_date_that_is_wrong_in_an_agreement_is_not_missing_from_it_as_well() {
    with(THEME, "soort: transactie", "soort: handeling")
        .replacing(&format!("content/{THEME}"), "2027-12-31", "2027-02-30")
        .assert_finds(&[("M102", THEME, "2027-02-30")]);
}

#[test]
fn a_document_without_parties_is_not_found_wanting_in_its_agreements_as_well() {
    with(DOCUMENT, "partijen: [gemeente, de-brug, huurdersraad]", "partijen: []")
        .assert_finds(&[("M109", DOCUMENT, "[]")]);
}

#[test]
fn a_party_that_is_wrong_in_the_register_is_not_unknown_elsewhere_as_well() {
    with(SITE_FILE, "rol: corporatie", "rol: woningbouw").assert_finds(&[("M101", SITE_FILE, "woningbouw")]);
    Project::minimal()
        .with("content/site.yaml", SITE.replace("naam: Woonstichting De Brug", "naam: \"\""))
        .assert_finds(&[("M109", SITE_FILE, "\"\"")]);
}

#[test]
fn an_agreement_whose_facts_are_wrong_is_not_absent_where_it_is_named_as_well() {
    let project =
        with(THEME, "Er is een tekort aan woningen.", "Er is een tekort; zie [B1] en [noord](#B1).")
            .replacing(&format!("content/{THEME}"), "soort: transactie", "soort: transaktie");
    project.assert_finds(&[("M101", THEME, "transaktie")]);
}
