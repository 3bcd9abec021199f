//! Who puts in what, what agreements need of each other, and what stands or
//! falls together: read as it was written, and wrong where it cannot be.

mod support;

use support::Project;

const SITE_FILE: &str = "site.yaml";
const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

/// The minimal project with the land as `gemeente` gives it.
fn land(gemeente: &str) -> Project {
    Project::minimal().replacing(&format!("content/{THEME}"), "gemeente: levert de grond", gemeente)
}

/// The minimal project with `facts` in its agreement B1, and agreements B2 and
/// B3 with those given.
fn with_facts(b1: &str, b2: &str, b3: &str) -> Project {
    let block = |nummer: &str, facts: &str| {
        format!("\n## Afspraak {nummer} {{#{nummer}}}\n\n```afspraak\nsoort: proces\n{facts}\n```\n")
    };
    let project = Project::minimal().replacing(
        &format!("content/{THEME}"),
        "wanneer: 2027-12-31\n",
        &format!("wanneer: 2027-12-31\n{b1}\n"),
    );
    let text = project.read(&format!("content/{THEME}"));
    project.with(&format!("content/{THEME}"), format!("{text}{}{}", block("B2", b2), block("B3", b3)))
}

/// The same with `packages` in the head of the document.
fn with_packages(packages: &str, b1: &str, b2: &str) -> Project {
    with_facts(b1, b2, "").replacing(
        &format!("content/{DOCUMENT}"),
        "looptijd: 2027\n",
        &format!("looptijd: 2027\n{packages}\n"),
    )
}

/// The minimal project with a care provider among the parties of the site.
fn with_care_provider(theme_head: &str) -> Project {
    let project = Project::minimal();
    let site = project.read("content/site.yaml");
    project
        .with(
            "content/site.yaml",
            format!("{site}  - id: zorggroep\n    naam: Zorggroep Kust\n    rol: zorgpartij\n"),
        )
        .replacing(&format!("content/{THEME}"), "titel: Bouwen\n", &format!("titel: Bouwen\n{theme_head}"))
}

#[test]
fn a_contribution_may_say_what_it_costs_and_by_what_means() {
    for given in [
        "gemeente: {inzet: levert de grond, bedrag: 1250000, jaar: 2027, instrument: grondprijs}",
        "gemeente: {inzet: levert de grond, bedrag: 1250000}",
        "gemeente: {inzet: levert de grond, bedragen: {2027: 500000}}",
        "gemeente: {inzet: levert de grond, bedrag: \"12,50\"}",
        "gemeente: {inzet: levert de grond, instrument: achtervang}",
        "gemeente: {inzet: levert de grond}",
    ] {
        land(given).assert_finds(&[]);
    }
}

#[test]
fn what_yaml_takes_for_a_number_is_the_text_that_was_written() {
    let project = land("gemeente: 2.10");
    project.assert_finds(&[]);
    let (edition, _) = project.diagnostics();
    let model = edition.project.expect("a project");
    let (_, afspraak) = model.overeenkomsten[0].afspraak("B1").expect("the agreement");
    assert_eq!(afspraak.wie[1].tekst, "2.10");
}

#[test]
fn a_contribution_without_a_value_is_found() {
    land("gemeente:").assert_finds(&[("Y103", THEME, "gemeente¦:\n")]);
    let project = with_facts("afhankelijk_van: [B2, [B3]]", "", "");
    project.assert_finds(&[("Y103", THEME, "¦[B3]")]);
}

#[test]
fn a_key_that_a_contribution_does_not_have_is_found() {
    let project = land("gemeente: {inzet: levert de grond, bedrg: 5}");
    project.assert_finds(&[("Y102", THEME, "bedrg")]);
    assert!(project.messages().contains("bedoelde u `bedrag`?"), "{}", project.messages());
    land("gemeente: {bedrag: 5}").assert_finds(&[("Y105", THEME, "bedrag: 5")]);
}

#[test]
fn an_amount_that_could_be_read_in_two_ways_is_found() {
    for amount in ["180.000", "1.250.000", "€ 500", "5 ton", "-5", "0", "1e6", "12,5"] {
        let project = land(&format!("gemeente: {{inzet: levert de grond, bedrag: \"{amount}\"}}"));
        project.assert_finds(&[("W101", THEME, &format!("\"{amount}\""))]);
    }
    land("gemeente: {inzet: levert de grond, bedragen: {2027: 180.000}}")
        .assert_finds(&[("W101", THEME, "180.000")]);
}

#[test]
fn an_amount_is_given_in_one_way() {
    for (given, spot) in [
        ("{inzet: x, bedrag: 5, bedragen: {2027: 5}}", "bedragen: ¦{2027"),
        ("{inzet: x, bedragen: {2027: 5}, jaar: 2027}", "jaar: ¦2027"),
        ("{inzet: x, jaar: 2027}", "jaar: ¦2027"),
        ("{inzet: x, bedragen: {}}", "bedragen: ¦{}"),
    ] {
        land(&format!("gemeente: {given}")).assert_finds(&[("W102", THEME, spot)]);
    }
}

#[test]
fn a_means_that_does_not_exist_is_found_with_the_one_that_was_meant() {
    let project = land("gemeente: {inzet: levert de grond, instrument: grondprijzen}");
    project.assert_finds(&[("M101", THEME, "grondprijzen")]);
    assert!(project.messages().contains("bedoelde u `grondprijs`?"), "{}", project.messages());
}

#[test]
fn exemption_from_fees_may_not_be_agreed_on() {
    let project = land("gemeente: {inzet: rekent geen leges, instrument: leges}");
    project.assert_finds(&[("W103", THEME, "instrument: ¦leges")]);
    assert!(project.messages().contains("`plankosten`"), "{}", project.messages());
}

#[test]
fn money_for_a_year_outside_the_term_is_warned_of() {
    land("gemeente: {inzet: levert de grond, bedragen: {2027: 5, 2031: 5}}")
        .assert_finds(&[("W104", THEME, "2031")]);
}

#[test]
fn money_of_tenants_is_warned_of() {
    let project = land("gemeente: levert de grond\n  huurdersraad: {inzet: denkt mee, bedrag: 500}");
    project.assert_finds(&[("W105", THEME, "huurdersraad")]);
    // Means that cost nothing are another matter.
    land("gemeente: levert de grond\n  huurdersraad: {inzet: denkt mee, instrument: anders}")
        .assert_finds(&[]);
}

#[test]
fn an_agreement_may_need_others_of_its_document() {
    with_facts("afhankelijk_van: B2", "", "").assert_finds(&[]);
    with_facts("afhankelijk_van: [B2, B3]", "afhankelijk_van: B3", "").assert_finds(&[]);
    with_facts("afhankelijk_van:\n  - {afspraak: B2, nodig: bouwrijpe grond}\n  - B3", "", "")
        .assert_finds(&[]);
}

#[test]
fn a_number_with_a_nought_at_the_end_stays_that_number() {
    let theme = format!("content/{THEME}");
    for needs in ["2.10", "[2.10]", "\n  - afspraak: 2.10"] {
        let project =
            with_facts(&format!("afhankelijk_van: {needs}"), "", "").replacing(&theme, "{#B2}", "{#2.10}");
        project.assert_finds(&[]);
        let (edition, _) = project.diagnostics();
        let model = edition.project.expect("a project");
        let (_, afspraak) = model.overeenkomsten[0].afspraak("B1").expect("the agreement");
        assert_eq!(afspraak.afhankelijk_van[0].nummer.value.as_str(), "2.10");
    }
}

#[test]
fn an_agreement_that_is_needed_and_not_there_is_found() {
    let project = with_facts("afhankelijk_van: [B2, B4]", "", "");
    project.assert_finds(&[("W106", THEME, "[B2, ¦B4")]);
    assert!(project.messages().contains("bedoelde u `B"), "{}", project.messages());
    with_facts("afhankelijk_van: [?]", "", "").assert_finds(&[("M107", THEME, "[¦?")]);
    with_facts("afhankelijk_van: [B2, B2]", "", "").assert_finds(&[("M104", THEME, "[B2, ¦B2")]);
    with_facts("afhankelijk_van: [{afspraak: B2, nodg: grond}]", "", "")
        .assert_finds(&[("Y102", THEME, "nodg")]);
}

#[test]
fn an_agreement_in_a_part_that_cannot_be_read_is_not_called_missing() {
    with_facts("afhankelijk_van: C1\npakket: grond", "", "")
        .with("content/zandstad-2027/zorg.md", "---\nsoort: thema\ntema: zorg\ntitel: Zorg\n---\n")
        .assert_finds(&[("Y102", "zandstad-2027/zorg.md", "tema")]);
}

#[test]
fn an_agreement_that_needs_itself_is_found() {
    with_facts("afhankelijk_van: B1", "", "").assert_finds(&[("W107", THEME, "afhankelijk_van: ¦B1")]);
}

#[test]
fn agreements_that_wait_in_a_ring_are_told_once_with_every_step() {
    let project = with_facts("afhankelijk_van: B2", "afhankelijk_van: B3", "afhankelijk_van: [B2, B1]");
    // Two rings: B2 and B3, and the three of them.
    project.assert_finds(&[("W108", THEME, "afhankelijk_van: ¦B2"), ("W108", THEME, "afhankelijk_van: ¦B3")]);
    let messages = project.messages();
    for expected in [
        "in een kring op elkaar: B1, B2, B3 en weer B1",
        "in een kring op elkaar: B2, B3 en weer B2",
        "B1 wacht op B2",
        "B3 wacht op B1",
    ] {
        assert!(messages.contains(expected), "{expected}: {messages}");
    }
}

#[test]
fn agreements_may_stand_or_fall_together() {
    let packages = "pakketten:\n  - {id: grond, titel: Grond voor woningen, toelichting: Samen uit.}";
    with_packages(packages, "pakket: grond", "pakket: grond").assert_finds(&[]);
}

#[test]
fn a_package_that_is_not_there_is_found() {
    let packages = "pakketten:\n  - {id: grond, titel: Grond}";
    let project = with_packages(packages, "pakket: gron", "pakket: grond");
    project.assert_finds(&[("W109", THEME, "gron\n"), ("W110", DOCUMENT, "id: ¦grond")]);
    assert!(project.messages().contains("bedoelde u `grond`?"), "{}", project.messages());
    with_facts("pakket: Grond en geld", "", "").assert_finds(&[("M107", THEME, "Grond en geld")]);
}

#[test]
fn a_package_of_one_or_none_is_warned_of() {
    let packages = "pakketten:\n  - {id: grond, titel: Grond}\n  - {id: geld, titel: Geld}";
    with_packages(packages, "pakket: grond", "")
        .assert_finds(&[("W110", DOCUMENT, "id: ¦grond"), ("W111", DOCUMENT, "id: ¦geld")]);
    let twice = "pakketten:\n  - {id: grond, titel: Grond}\n  - {id: grond, titel: Geld}";
    with_packages(twice, "pakket: grond", "pakket: grond").assert_finds(&[(
        "M104",
        DOCUMENT,
        "grond, titel: Geld",
    )]);
}

#[test]
fn a_residents_committee_beside_a_tenants_organisation_is_warned_of() {
    let project = Project::minimal();
    let site = project.read("content/site.yaml");
    let project = project
        .with(
            "content/site.yaml",
            format!("{site}  - id: commissie\n    naam: Flatcommissie\n    rol: bewonerscommissie\n"),
        )
        .replacing(&format!("content/{DOCUMENT}"), "huurdersraad]", "huurdersraad, commissie]")
        .replacing(
            &format!("content/{DOCUMENT}"),
            "  door:\n",
            "  door:\n    - {partij: commissie, functie: voorzitter}\n",
        );
    project.assert_finds(&[("W112", DOCUMENT, "commissie]")]);
    // Without a tenants' organisation it takes the place of one.
    let alone = project
        .replacing(&format!("content/{DOCUMENT}"), "huurdersraad, commissie]", "commissie]")
        .replacing(&format!("content/{DOCUMENT}"), "    - {partij: huurdersraad, functie: voorzitter}\n", "");
    alone.assert_finds(&[]);
    // A warning about the list does not make it one that could not be read.
    let unknown = alone.replacing(&format!("content/{THEME}"), "  de-brug: bouwt", "  de-burg: bouwt");
    unknown.assert_finds(&[("M105", THEME, "de-burg")]);
}

#[test]
fn a_party_may_take_part_in_one_theme_only() {
    let act = |project: Project| {
        project.replacing(
            &format!("content/{THEME}"),
            "gemeente: levert",
            "zorggroep: helpt\n  gemeente: levert",
        )
    };
    act(with_care_provider("extra_partijen: [zorggroep]\n")).assert_finds(&[]);
    // Its role stands for it, as everywhere.
    with_care_provider("extra_partijen: zorgpartij\n").assert_finds(&[]);
    let project = act(with_care_provider(""));
    project.assert_finds(&[("M105", THEME, "zorggroep")]);
    assert!(project.messages().contains("`extra_partijen`"), "{}", project.messages());
}

#[test]
fn an_extra_party_is_known_in_its_own_theme_only() {
    with_care_provider("extra_partijen: [zorggroep]\n")
        .with(
            "content/zandstad-2027/zorg.md",
            "---\nsoort: thema\nthema: zorg\ntitel: Zorg\n---\n\n## Zorg {#Z1}\n\n```afspraak\nsoort: garantie\nwie: {zorggroep: helpt}\n```\n",
        )
        .assert_finds(&[("M105", "zandstad-2027/zorg.md", "zorggroep")]);
}

#[test]
fn an_extra_party_that_is_none_is_found() {
    with_care_provider("extra_partijen: [zorggroup]\n").assert_finds(&[("M105", THEME, "zorggroup")]);
    with_care_provider("extra_partijen: [gemeente]\n").assert_finds(&[("W113", THEME, "gemeente]")]);
    with_care_provider("extra_partijen: [zorggroep, zorggroep]\n").assert_finds(&[(
        "M104",
        THEME,
        "zorggroep]",
    )]);
    // Where the list is wrong, whom agreements name may well be meant by it.
    with_care_provider("extra_partijen: [zorggroup]\n")
        .replacing(&format!("content/{THEME}"), "gemeente: levert", "zorggroep: helpt\n  gemeente: levert")
        .assert_finds(&[("M105", THEME, "zorggroup")]);
    with_care_provider("extra_partijen: [zorggroep]\nvolgrde: 1\n")
        .replacing(&format!("content/{THEME}"), "gemeente: levert", "zorggroep: helpt\n  gemeente: levert")
        .assert_finds(&[("Y102", THEME, "volgrde")]);
}

#[test]
fn a_theme_in_which_one_role_does_it_all_is_warned_of() {
    let acts = "wie: {de-brug: bouwt}";
    let alone = with_facts("", acts, acts).replacing(
        &format!("content/{THEME}"),
        "  gemeente: levert de grond\n",
        "",
    );
    let alone = alone.replacing(&format!("content/{THEME}"), "soort: transactie", "soort: handeling");
    alone.assert_finds(&[("W114", THEME, "soort: thema")]);
    with_facts("", acts, acts).assert_finds(&[]);
}

#[test]
fn several_municipalities_make_agreements_for_a_region() {
    let project = Project::minimal()
        .replacing(
            &format!("content/{SITE_FILE}"),
            "  - id: de-brug",
            "  - id: gemeente-kust\n    naam: Gemeente Kust\n    rol: gemeente\n  - id: de-brug",
        )
        .replacing(&format!("content/{DOCUMENT}"), "gemeente: Zandstad\n", "regio: Kuststreek\n")
        .replacing(&format!("content/{DOCUMENT}"), "[gemeente,", "[gemeente, gemeente-kust,")
        .replacing(
            &format!("content/{THEME}"),
            "gemeente: levert",
            "gemeente-kust: betaalt mee\n  gemeente: levert",
        )
        .replacing(
            &format!("content/{DOCUMENT}"),
            "  door:\n",
            "  door:\n    - {partij: gemeente-kust, functie: wethouder}\n",
        );
    project.assert_finds(&[]);
}

#[test]
fn no_party_may_be_called_what_the_page_of_all_parties_is() {
    Project::minimal()
        .replacing(&format!("content/{SITE_FILE}"), "id: huurdersraad", "id: index")
        .replacing(&format!("content/{DOCUMENT}"), "de-brug, huurdersraad]", "de-brug]")
        .replacing(&format!("content/{DOCUMENT}"), "    - {partij: huurdersraad, functie: voorzitter}\n", "")
        .assert_finds(&[("M107", SITE_FILE, "index")]);
}

#[test]
fn money_needs_and_packages_are_part_of_what_is_agreed() {
    let canonical = |project: &Project| {
        project.build_ok(&["--only", "site"]);
        project.read("output/zandstad-2027/vingerafdruk.txt")
    };
    let plain = canonical(&Project::minimal());
    assert!(!plain.contains("pakket") && !plain.contains("bedrag") && !plain.contains("afhankelijk"));
    let text = canonical(&land(
        "gemeente: {inzet: levert de grond, bedragen: {2027: 500000}, instrument: grondprijs}",
    ));
    assert!(
        text.contains(
            "wie: Gemeente Zandstad: levert de grond\ninstrument: grondprijs\nbedrag: 2027 500000\n"
        ),
        "{text}"
    );
    let packages = "pakketten:\n  - {id: grond, titel: Grond, toelichting: Samen uit.}";
    let text = canonical(&with_packages(
        packages,
        "pakket: grond\nafhankelijk_van: [{afspraak: B2, nodig: grond}]",
        "pakket: grond",
    ));
    assert!(text.contains("pakket: grond Grond\ntoelichting: Samen uit.\n"), "{text}");
    assert!(text.contains("afhankelijk van: B2\nnodig: grond\nhoort bij pakket: grond\n"), "{text}");
    let text = canonical(&with_care_provider("extra_partijen: [zorggroep]\n"));
    assert!(text.contains("extra partij: Zorggroep Kust (zorgpartij)\n"), "{text}");
}

#[test]
fn the_table_of_agreements_has_money_needs_and_packages() {
    let project = with_packages(
        "pakketten:\n  - {id: grond, titel: Grond}",
        "pakket: grond\nafhankelijk_van: [B2, B3]",
        "pakket: grond",
    )
    .replacing(
        &format!("content/{THEME}"),
        "gemeente: levert de grond",
        "gemeente: {inzet: levert de grond, bedragen: {2027: \"1250,50\"}, instrument: grondprijs}",
    );
    project.build_ok(&["--only", "site"]);
    let table = project.read("output/zandstad-2027/afspraken.csv");
    let row = table.lines().find(|line| line.contains("levert de grond")).expect("the row");
    assert!(row.contains(";grondprijs;1250,50;2027: 1250,50;B2, B3;grond;"), "{row}");
}
