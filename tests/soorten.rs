//! Kinds, levels and ends of agreements, areas and target groups: what is
//! found wrong with them, and what is left alone.

mod support;

use support::Project;

const SITE: &str = "site.yaml";
const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

/// The minimal project with lines added to the facts of its agreement.
fn with_facts(facts: &str) -> Project {
    Project::minimal().replacing(
        &format!("content/{THEME}"),
        "soort: transactie\n",
        &format!("soort: transactie\n{facts}\n"),
    )
}

/// A project with agreements of these facts, each with its number: `[("B2", "niveau: doel")]`.
fn with_agreements(agreements: &[(&str, &str)]) -> Project {
    let project = Project::minimal();
    let mut text = project.read(&format!("content/{THEME}"));
    for (nummer, facts) in agreements {
        text.push_str(&format!("\n## Afspraak {nummer} {{#{nummer}}}\n\n```afspraak\n{facts}\n```\n"));
    }
    project.with(&format!("content/{THEME}"), text)
}

fn with_site(lines: &str) -> Project {
    Project::minimal().with("content/site.yaml", format!("{}{lines}", support::SITE))
}

const AREAS: &str = "gebieden:\n  - {id: noord, naam: Zandstad-Noord, soort: wijk}\n\
    doelgroepen:\n  - {id: starters, naam: Starters}\n";

#[test]
fn an_agreement_may_work_out_one_of_a_higher_level_wherever_that_stands() {
    with_agreements(&[
        ("B2", "soort: beschrijvend\nniveau: activiteit\nonder: B3"),
        ("B3", "soort: beschrijvend\nniveau: doel"),
        ("B4", "soort: proces\nniveau: activiteit\nonder: B2"),
    ])
    .assert_finds(&[("M118", THEME, "onder: ¦B2")]);
    with_agreements(&[
        ("B2", "soort: proces\nniveau: activiteit\nonder: B4"),
        ("B3", "soort: beschrijvend\nniveau: doel"),
        ("B4", "soort: proces\nniveau: resultaat\nonder: B3"),
        // Without a level on either side there is nothing to compare.
        ("B5", "soort: proces\nonder: B2"),
    ])
    .assert_finds(&[]);
}

#[test]
fn a_goal_does_not_work_out_an_activity() {
    let project = with_agreements(&[
        ("B2", "soort: beschrijvend\nniveau: doel\nonder: B3"),
        ("B3", "soort: proces\nniveau: activiteit"),
    ]);
    project.assert_finds(&[("M118", THEME, "onder: ¦B3")]);
    assert!(project.messages().contains("dat is een activiteit"), "{}", project.messages());
}

#[test]
fn the_number_of_an_agreement_that_is_worked_out_must_be_there() {
    let project = with_facts("onder: B11");
    project.assert_finds(&[("M116", THEME, "onder: ¦B11")]);
    assert!(project.messages().contains("bedoelde u `B1`?"), "{}", project.messages());
    with_facts("onder: noord").assert_finds(&[("M107", THEME, "noord")]);
}

#[test]
fn agreements_that_work_out_each_other_are_found_at_each_of_them() {
    with_facts("onder: B1").assert_finds(&[("M117", THEME, "onder: ¦B1")]);
    with_agreements(&[
        ("B2", "soort: proces\nonder: B3"),
        ("B3", "soort: proces\nonder: B2"),
        ("B4", "soort: proces\nonder: B2"),
    ])
    .assert_finds(&[("M117", THEME, "onder: ¦B3"), ("M117", THEME, "onder: ¦B2")]);
}

#[test]
fn an_agreement_that_cannot_be_read_is_not_missing_where_it_is_worked_out_as_well() {
    with_agreements(&[("B2", "soort: proces\nonder: B3"), ("B3", "soort: prooces")])
        .assert_finds(&[("M101", THEME, "prooces")]);
}

#[test]
fn a_level_that_does_not_exist_is_found_with_the_one_that_was_meant() {
    let project = with_facts("niveau: resultat");
    project.assert_finds(&[("M101", THEME, "resultat")]);
    assert!(project.messages().contains("bedoelde u `resultaat`?"));
}

#[test]
fn an_agreement_ends_within_the_term_of_its_document() {
    with_facts("beeindigd: {per: 2027-07-01, reden: afgerond}").assert_finds(&[]);
    for per in ["2026-12-31", "2028-01-01"] {
        with_facts(&format!("beeindigd: {{per: {per}, reden: afgerond}}"))
            .assert_finds(&[("M119", THEME, per)]);
    }
}

#[test]
fn an_end_without_a_day_or_with_a_reason_that_does_not_exist_is_found() {
    with_facts("beeindigd: {per: 2027-02-30, reden: afgerond}").assert_finds(&[(
        "M102",
        THEME,
        "2027-02-30",
    )]);
    with_facts("beeindigd: {per: 2027-07-01, reden: klaar}").assert_finds(&[("M101", THEME, "klaar")]);
    with_facts("beeindigd: {reden: afgerond}").assert_finds(&[("Y105", THEME, "beeindigd: {¦reden")]);
}

#[test]
fn who_says_that_an_agreement_was_replaced_says_by_which() {
    let ended = |door: &str| {
        with_agreements(&[
            ("B2", &format!("soort: proces\nbeeindigd: {{per: 2027-07-01, reden: vervangen{door}}}")),
            ("B3", "soort: proces"),
        ])
    };
    ended(", door: B3").assert_finds(&[]);
    ended("").assert_finds(&[("M120", THEME, "vervangen")]);
    ended(", door: B2").assert_finds(&[("M120", THEME, "door: ¦B2")]);
    ended(", door: B33").assert_finds(&[("M120", THEME, "door: ¦B33")]);
    // A number of a wrong form has its own message, and is not called missing as well.
    ended(", door: noord").assert_finds(&[("M107", THEME, "noord")]);
}

#[test]
fn an_agreement_that_was_done_has_no_successor() {
    with_agreements(&[
        ("B2", "soort: proces\nbeeindigd: {per: 2027-07-01, reden: afgerond, door: B3}"),
        ("B3", "soort: proces"),
    ])
    .assert_finds(&[("M120", THEME, "door: ¦B3")]);
}

#[test]
fn the_number_of_an_ended_agreement_cannot_be_used_again() {
    with_agreements(&[
        ("B2", "soort: proces\nbeeindigd: {per: 2027-07-01, reden: afgerond}"),
        ("B2", "soort: beschrijvend"),
    ])
    .assert_finds(&[("M104", THEME, "\n\n¦## Afspraak B2 {#B2}\n\n```afspraak\nsoort: beschrijvend")]);
}

#[test]
fn a_running_agreement_below_one_that_ended_is_pointed_out() {
    let below = |facts: &str| {
        with_agreements(&[
            ("B2", "soort: proces\nbeeindigd: {per: 2027-07-01, reden: afgerond}"),
            ("B3", &format!("soort: proces\nonder: B2{facts}")),
        ])
    };
    below("").assert_finds(&[("M121", THEME, "onder: ¦B2")]);
    below("\nbeeindigd: {per: 2027-07-01, reden: afgerond}").assert_finds(&[]);
}

#[test]
fn areas_and_target_groups_are_named_by_agreements_and_themes() {
    let project = with_site(AREAS)
        .replacing(&format!("content/{THEME}"), "titel: Bouwen\n", "titel: Bouwen\ndoelgroepen: starters\n")
        .replacing(
            &format!("content/{THEME}"),
            "soort: transactie\n",
            "soort: transactie\ngebieden: [noord]\n",
        );
    project.assert_finds(&[]);
}

#[test]
fn an_area_that_is_not_in_the_list_is_found_with_the_one_that_was_meant() {
    let project = with_site(AREAS)
        .replacing(&format!("content/{THEME}"), "titel: Bouwen\n", "titel: Bouwen\ndoelgroepen: [starters]\n")
        .replacing(
            &format!("content/{THEME}"),
            "soort: transactie\n",
            "soort: transactie\ngebieden: [noord, nord]\n",
        );
    project.assert_finds(&[("M114", THEME, "nord]")]);
    assert!(project.messages().contains("bedoelde u `noord`?"));
    // An area is no target group.
    with_facts("doelgroepen: starters").assert_finds(&[("M114", THEME, "starters")]);
    with_facts("gebieden: starters").assert_finds(&[("M114", THEME, "starters")]);
}

#[test]
fn an_area_that_nothing_names_is_pointed_out() {
    let project = with_site(AREAS);
    project.assert_finds(&[("M115", SITE, "noord"), ("M115", SITE, "starters")]);
    assert!(project.build(&["--only", "site"]).status.success());
}

#[test]
fn an_area_is_not_called_unused_while_something_cannot_be_read() {
    with_site(AREAS)
        .replacing(&format!("content/{THEME}"), "soort: transactie", "soort: transaktie")
        .assert_finds(&[("M101", THEME, "transaktie")]);
    with_site(AREAS)
        .replacing(&format!("content/{DOCUMENT}"), "looptijd: 2027", "looptijd: straks")
        .assert_finds(&[("M102", DOCUMENT, "straks")]);
}

#[test]
fn an_area_that_is_wrong_in_the_list_is_not_unknown_elsewhere_as_well() {
    let named = |areas: &str| {
        with_site(areas).replacing(
            &format!("content/{THEME}"),
            "soort: transactie\n",
            "soort: transactie\ngebieden: noord\n",
        )
    };
    named("gebieden:\n  - {id: noord, naam: \"\", soort: wijk}\n").assert_finds(&[("M109", SITE, "\"\"")]);
    named("gebieden:\n  - {id: noord, naam: Noord, soort: buurt}\n").assert_finds(&[("M101", SITE, "buurt")]);
    named("gebieden:\n  - {id: Noord, naam: Noord, soort: wijk}\n").assert_finds(&[("M107", SITE, "Noord,")]);
}

#[test]
fn an_id_of_an_area_is_given_and_named_once() {
    let twice = AREAS.replace("doelgroepen", "  - {id: noord, naam: Noord, soort: kern}\ndoelgroepen");
    let project = with_site(&twice).replacing(
        &format!("content/{THEME}"),
        "soort: transactie\n",
        "soort: transactie\ngebieden: [noord, noord]\ndoelgroepen: starters\n",
    );
    project.assert_finds(&[("M104", SITE, "noord, naam: Noord,"), ("M104", THEME, "[noord, ¦noord]")]);
}

#[test]
fn what_parties_disagree_on_is_taken_up_at_some_moment() {
    let oneens = |wanneer: &str| {
        Project::minimal().replacing(
            &format!("content/{THEME}"),
            "soort: transactie\nwie:\n  de-brug: bouwt 120 woningen\n  gemeente: levert de grond\nwanneer: 2027-12-31\n",
            &format!(
                "soort: oneens\nstandpunten:\n  de-brug: wil dit\n  huurdersraad: wil dat\neigenaar: gemeente\nwanneer: {wanneer}\n"
            ),
        )
    };
    for wanneer in ["2027-03-01", "2027-03", "2027", "2027-2028"] {
        oneens(wanneer).assert_finds(&[]);
    }
    for wanneer in ["doorlopend", "jaarlijks"] {
        oneens(wanneer).assert_finds(&[("M106", THEME, "## Nieuwbouw")]);
    }
}

#[test]
fn facts_of_another_kind_of_agreement_are_pointed_out() {
    with_facts("standpunten: {de-brug: wil dit}").assert_finds(&[("M122", THEME, "## Nieuwbouw")]);
    let project =
        with_agreements(&[("B2", "soort: garantie\nwie: {gemeente: bouwt}\nvoorwaarde: Als het kan")]);
    project.assert_finds(&[("M122", THEME, "## Afspraak B2")]);
    assert!(project.messages().contains("Kies `soort: intentie`"), "{}", project.messages());
    // A condition is no stranger to what parties do in return for each other.
    with_facts("voorwaarde: Als het kan").assert_finds(&[]);
}

#[test]
fn the_way_to_print_the_work_agenda_is_one_of_three() {
    for (word, code) in
        [("compact", None), ("voluit", None), ("niet-afdrukken", None), ("kort", Some("M101"))]
    {
        let project = Project::minimal().replacing(
            &format!("content/{DOCUMENT}"),
            "looptijd: 2027\n",
            &format!("looptijd: 2027\nwerkagenda: {word}\n"),
        );
        let expected: Vec<_> = code.map(|code| (code, DOCUMENT, "kort")).into_iter().collect();
        project.assert_finds(&expected);
    }
}

#[test]
fn what_is_agreed_on_levels_areas_and_ends_has_a_fingerprint_of_its_own() {
    let text = |facts: &str| {
        let project = with_site(AREAS)
            .replacing(
                &format!("content/{THEME}"),
                "titel: Bouwen\n",
                "titel: Bouwen\ndoelgroepen: starters\n",
            )
            .replacing(
                &format!("content/{THEME}"),
                "soort: transactie\n",
                &format!("soort: transactie\n{facts}\n"),
            );
        project.build_ok(&["--only", "site"]);
        project.read("output/zandstad-2027/vingerafdruk.txt")
    };
    let plain = text("");
    for (facts, line) in [
        ("niveau: resultaat", "niveau: resultaat\n"),
        ("going_concern: true", "gaat door: ja\n"),
        ("gebieden: noord", "gebied: Zandstad-Noord\n"),
        ("beeindigd: {per: 2027-07-01, reden: afgerond}", "beëindigd: 2027-07-01 afgerond\n"),
    ] {
        let other = text(facts);
        assert!(other.contains(line), "{line:?} is not in {other}");
        assert_eq!(other.replacen(line, "", 1), plain);
    }
}
