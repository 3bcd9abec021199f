//! Mistakes in the YAML of front matter, blocks and `.yaml` files: each is
//! found at its own place, and said once.

mod support;

use support::{Project, SITE};

const SITE_FILE: &str = "site.yaml";
const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

/// The minimal project with `from` replaced by `to` in a file of `content/`.
fn with(file: &str, from: &str, to: &str) -> Project {
    Project::minimal().replacing(&format!("content/{file}"), from, to)
}

/// The minimal project with indicators in its theme.
fn with_indicators(indicators: &str) -> Project {
    with(THEME, "titel: Bouwen\n", &format!("titel: Bouwen\nindicatoren:\n{indicators}"))
}

#[test]
fn a_misspelt_key_is_found_where_it_stands_with_the_key_that_was_meant() {
    for (file, from, to, wrong, meant) in [
        (SITE_FILE, "kort: De Brug", "krot: De Brug", "krot", "kort"),
        (SITE_FILE, "naam: Prestatie", "Naam: Prestatie", "Naam", "naam"),
        (DOCUMENT, "looptijd: 2027", "loptijd: 2027", "loptijd", "looptijd"),
        (DOCUMENT, "  plaats: Zandstad", "  plats: Zandstad", "plats", "plaats"),
        (DOCUMENT, "functie: voorzitter", "funktie: voorzitter", "funktie", "functie"),
        (THEME, "titel: Bouwen", "titel: Bouwen\ndoellen: []", "doellen", "doelen"),
        (THEME, "wanneer: 2027-12-31", "waneer: 2027-12-31", "waneer", "wanneer"),
    ] {
        let project = with(file, from, to);
        project.assert_finds(&[("Y102", file, wrong)]);
        let messages = project.messages();
        assert!(messages.contains(&format!("De sleutel `{wrong}` bestaat hier niet.")), "{messages}");
        assert!(messages.contains(&format!("bedoelde u `{meant}`?")), "{messages}");
    }
}

#[test]
fn a_key_that_resembles_none_is_found_with_the_keys_that_may_stand_there() {
    let project =
        Project::minimal().with("content/over.md", "---\ntitel: Over\nauteur: de redactie\n---\n\nTekst.\n");
    project.assert_finds(&[("Y102", "over.md", "auteur")]);
    assert!(project.messages().contains("Hier mag staan: titel, volgorde, samenvatting"));
}

#[test]
fn a_value_of_the_wrong_kind_is_found_where_it_stands() {
    for (file, from, to, wrong) in [
        (SITE_FILE, "naam: Gemeente Zandstad", "naam: {voluit: Gemeente Zandstad}", "¦{voluit"),
        (
            DOCUMENT,
            "partijen: [gemeente, de-brug, huurdersraad]",
            "partijen: gemeente",
            "partijen: ¦gemeente",
        ),
        (DOCUMENT, "titel: Prestatieafspraken Zandstad 2027", "titel: [Afspraken, 2027]", "¦[Afspraken"),
        (DOCUMENT, "titel: Prestatieafspraken Zandstad 2027", "titel:", "titel¦:"),
        (THEME, "titel: Bouwen", "titel: Bouwen\nvolgorde: eerste", "eerste"),
        (THEME, "titel: Bouwen", "titel: Bouwen\ndoelen: 480 woningen erbij", "480 woningen"),
        (THEME, "  de-brug: bouwt 120 woningen", "  de-brug: [bouwt]", "¦[bouwt]"),
        (THEME, "wanneer: 2027-12-31", "status: groen", "groen"),
    ] {
        with(file, from, to).assert_finds(&[("Y103", file, wrong)]);
    }
}

#[test]
fn a_list_where_a_period_belongs_is_found_where_it_stands() {
    with(DOCUMENT, "looptijd: 2027", "looptijd: [2027, 2030]").assert_finds(&[(
        "Y103",
        DOCUMENT,
        "¦[2027, 2030]",
    )]);
}

#[test]
fn a_figure_that_is_no_number_or_has_no_year_is_found_where_it_stands() {
    let project = with_indicators(
        "  - id: nieuwbouw\n    titel: Opgeleverd\n    eenheid: woningen\n    streef: {2027: veel, later: 480, 2028: 1.000.000}\n",
    );
    project.assert_finds(&[("Y103", THEME, "veel"), ("M102", THEME, "later"), ("Y103", THEME, "1.000.000")]);
}

#[test]
fn a_key_that_stands_twice_is_found_the_second_time() {
    for (file, from, to, second) in [
        (SITE_FILE, "    kort: De Brug\n", "    kort: De Brug\n    naam: Brug\n", "¦naam: Brug"),
        (DOCUMENT, "titel: Prest", "titel: Eerst\ntitel: Prest", "¦titel: Prest"),
        (
            DOCUMENT,
            "  vastgesteld: 2026-11-19\n",
            "  vastgesteld: 2026-11-19\n  vastgesteld: 2026-11-20\n",
            "¦vastgesteld: 2026-11-20",
        ),
        (THEME, "  gemeente: levert de grond", "  de-brug: levert de grond", "¦de-brug: levert"),
    ] {
        with(file, from, to).assert_finds(&[("Y104", file, second)]);
    }
}

#[test]
fn a_party_named_by_its_id_and_by_its_role_stands_there_twice() {
    let project = with(THEME, "  de-brug: bouwt", "  corporatie: sloopt 10 woningen\n  de-brug: bouwt");
    project.assert_finds(&[("M104", THEME, "¦de-brug: bouwt")]);
}

#[test]
fn municipality_and_region_exclude_each_other() {
    let project = with(DOCUMENT, "gemeente: Zandstad\n", "gemeente: Zandstad\nregio: De Zandstreek\n");
    project.assert_finds(&[("Y104", DOCUMENT, "De Zandstreek")]);
}

#[test]
fn an_id_that_stands_twice_is_found_the_second_time_and_the_first_is_shown() {
    let second_party = "  - id: de-brug\n    naam: De Brug Beheer\n    rol: overig\n";
    let indicators = "  - {id: nieuwbouw, titel: Begonnen, eenheid: woningen}\n  - {id: nieuwbouw, titel: Opgeleverd, eenheid: woningen}\n";
    let second_agreement = "## Sloop in Noord {#B1}\n\n```afspraak\nsoort: proces\n```\n\nTekst.\n";
    let terms = "- term: DAEB\n  betekenis: Een dienst.\n- term: daeb\n  betekenis: Nog een.\n";
    for (project, file, first, second) in [
        (
            Project::minimal().with("content/site.yaml", format!("{SITE}{second_party}")),
            SITE_FILE,
            "de-brug\n    naam: Woon",
            "de-brug\n    naam: De Brug Beheer",
        ),
        (with(DOCUMENT, "huurdersraad]", "huurdersraad, de-brug]"), DOCUMENT, "", "huurdersraad, ¦de-brug]"),
        (
            with(THEME, "Zie ook [B1].\n", &format!("Tekst.\n\n{second_agreement}")),
            THEME,
            "## Nieuwbouw",
            "## Sloop",
        ),
        (with_indicators(indicators), THEME, "nieuwbouw, titel: Begonnen", "nieuwbouw, titel: Opgeleverd"),
        (Project::minimal().with("content/begrippen.yaml", terms), "begrippen.yaml", "DAEB", "daeb"),
    ] {
        project.assert_finds(&[("M104", file, second)]);
        let (edition, diagnostics) = project.diagnostics();
        let notes: Vec<String> = diagnostics[0]
            .notes
            .iter()
            .map(|note| {
                let (line, column) = edition.sources.line_column(note.span.source, note.span.start as usize);
                format!("{}:{line}:{column} {}", edition.sources.file(note.span.source).path, note.text)
            })
            .collect();
        let expected: Vec<String> = (!first.is_empty())
            .then(|| format!("{} eerste keer", project.place(file, first)))
            .into_iter()
            .collect();
        assert_eq!(notes, expected);
    }
}

#[test]
fn the_same_number_in_two_themes_of_a_document_is_found_in_the_second() {
    let project = Project::minimal().with(
        "content/zandstad-2027/zorg.md",
        "---\nsoort: thema\nthema: zorg\ntitel: Zorg\nvolgorde: 2\n---\n\n## Wonen met zorg {#B1}\n\n```afspraak\nsoort: proces\n```\n\nTekst.\n",
    );
    project.assert_finds(&[("M104", "zandstad-2027/zorg.md", "## Wonen")]);
}

#[test]
fn a_missing_key_is_found_in_the_block_that_it_is_missing_from() {
    for (project, file, block, key) in [
        (Project::minimal().with("content/site.yaml", "partijen: []\n"), SITE_FILE, "partijen", "naam"),
        (
            with(DOCUMENT, "{partij: gemeente, functie: wethouder Wonen}", "{partij: gemeente}"),
            DOCUMENT,
            "{¦partij: gemeente}",
            "functie",
        ),
        (with(THEME, "thema: bouwopgave\ntitel: Bouwen\n", ""), THEME, "soort: thema", "thema"),
        (
            with(
                THEME,
                "soort: transactie\nwie:\n  de-brug: bouwt 120 woningen\n  gemeente: levert de grond\n",
                "",
            ),
            THEME,
            "wanneer: 2027",
            "soort",
        ),
        (
            Project::minimal().with("content/begrippen.yaml", "- term: DAEB\n"),
            "begrippen.yaml",
            "term",
            "betekenis",
        ),
    ] {
        project.assert_finds(&[("Y105", file, block)]);
        assert!(project.messages().contains(&format!("De sleutel `{key}` ontbreekt.")));
    }
}

#[test]
fn a_key_missing_from_a_head_is_not_shown_at_another_block_inside_it() {
    // An editor who is pointed at `ondertekening:` would write `titel:` below it.
    let project = with(DOCUMENT, "titel: Prestatieafspraken Zandstad 2027\n", "");
    project.assert_finds(&[("Y105", DOCUMENT, "soort: jaarafspraken")]);
}

#[test]
fn a_block_of_facts_without_a_single_key_misses_its_first() {
    let project = with(
        THEME,
        "soort: transactie\nwie:\n  de-brug: bouwt 120 woningen\n  gemeente: levert de grond\nwanneer: 2027-12-31\n",
        "\n",
    );
    project.assert_finds(&[("Y105", THEME, "```afspraak")]);
}

#[test]
fn a_head_without_a_single_key_misses_its_first() {
    let project = Project::minimal().with("content/over.md", "---\n---\n\nTekst.\n");
    project.assert_finds(&[("Y105", "over.md", "---\n¦---")]);
}

#[test]
fn a_text_of_spaces_alone_is_no_text() {
    let project = with(DOCUMENT, "titel: Prestatieafspraken Zandstad 2027", "titel: \"  \"");
    project.assert_finds(&[("M109", DOCUMENT, "\"  \"")]);
}

#[test]
fn a_word_that_is_not_in_its_list_is_found_with_the_one_that_was_meant() {
    for (file, from, to, wrong, meant) in [
        (
            SITE_FILE,
            "rol: huurdersorganisatie",
            "rol: huurdersorganistie",
            "huurdersorganistie",
            "huurdersorganisatie",
        ),
        (DOCUMENT, "soort: jaarafspraken", "soort: jaarafspraak", "jaarafspraak", "jaarafspraken"),
        (DOCUMENT, "status: vastgesteld", "status: vast gesteld", "vast gesteld", "vastgesteld"),
        (DOCUMENT, "  vastgesteld: 2026-11-19", "  vastgestelt: 2026-11-19", "vastgestelt", "vastgesteld"),
        (THEME, "soort: thema", "soort: tema", "tema", "thema"),
        (THEME, "soort: transactie", "soort: transaktie", "transaktie", "transactie"),
        (THEME, "wanneer: 2027-12-31", "wanneer: dorlopend", "dorlopend", "doorlopend"),
        (THEME, "wanneer: 2027-12-31", "status: {2027: oranj}", "oranj", "oranje"),
    ] {
        let project = with(file, from, to);
        let place = project.place(file, wrong);
        let codes = project.codes();
        assert!(codes.contains(&format!("M101 {place}")), "{to}: {codes:?}");
        let messages = project.messages();
        assert!(messages.contains(&format!("bedoelde u `{meant}`?")), "{messages}");
    }
}

#[test]
fn addresses_colours_and_letters_that_cannot_be_used_are_found() {
    for (text, code, wrong) in [
        ("basis_url: www.debrug.example\n", "M110", "www.debrug"),
        ("basis_url: \"javascript:alert(1)\"\n", "M110", "\"javascript"),
        ("contact: {email: \"a@b.example?bcc=c@d.example\"}\n", "M110", "\"a@b"),
        ("contact: {email: debrug.example}\n", "M110", "debrug"),
        ("huisstijl: {kleuren: {merk: rood}}\n", "M111", "rood"),
        ("huisstijl: {kleuren: {accent: \"#12345g\"}}\n", "M111", "\"#12345g"),
        ("huisstijl: {kleuren: {merk: \"#ff9\"}}\n", "T104", "\"#ff9"),
        ("huisstijl: {letters: [\"Arial\\\"; } body { color: red\"]}\n", "M101", "\"Arial"),
        ("huisstijl: {letters: [\"url(https://elders.example)\"]}\n", "M101", "\"url("),
    ] {
        let project = Project::minimal().with("content/site.yaml", format!("{text}{SITE}"));
        project.assert_finds(&[(code, SITE_FILE, wrong)]);
    }
}

#[test]
fn an_id_or_number_of_the_wrong_shape_is_found_where_it_stands() {
    for (file, from, to, wrong) in [
        (THEME, "thema: bouwopgave", "thema: De bouw", "De bouw"),
        (THEME, "{#B1}", "{#noord}", "## Nieuwbouw"),
        (THEME, " {#B1}", "", "## Nieuwbouw"),
        (THEME, "wanneer: 2027-12-31", "indicator: \"<b>\"", "\"<b>\""),
    ] {
        with(file, from, &format!("{to}\n").replace("\n\n", "\n")).assert_finds(&[("M107", file, wrong)]);
    }
    let project = Project::minimal()
        .with("content/site.yaml", SITE.replace("  - id: gemeente\n", "  - id: ../gemeente\n"));
    assert!(project.codes().contains(&format!("M107 {}", project.place(SITE_FILE, "../gemeente"))));
}
