//! Signing: who decides, who signs for what, and who does not sign a part but
//! agrees: what is found wrong with it, and what is left alone.

mod support;

use support::Project;

const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

/// The minimal project with an agreement in which the tenants do nothing (B2), and these facts in it.
fn with_facts(facts: &str) -> Project {
    let project = Project::minimal();
    let mut text = project.read(&format!("content/{THEME}"));
    text.push_str(&format!("\n## Grondprijs {{#B2}}\n\n```afspraak\nsoort: handeling\nwie: {{gemeente: rekent een vaste grondprijs}}\nwanneer: 2027\n{facts}\n```\n"));
    project.with(&format!("content/{THEME}"), text)
}

/// The same with lines in the head of the theme.
fn with_theme(head: &str) -> Project {
    with_facts("").replacing(
        &format!("content/{THEME}"),
        "titel: Bouwen\n",
        &format!("titel: Bouwen\n{head}\n"),
    )
}

/// The same with decisions in the head of the document.
fn with_decisions(decisions: &str) -> Project {
    with_facts("").replacing(
        &format!("content/{DOCUMENT}"),
        "ondertekening:\n",
        &format!("goedkeuringen:\n{decisions}\nondertekening:\n"),
    )
}

fn signing(from: &str, to: &str) -> Project {
    with_facts("").replacing(&format!("content/{DOCUMENT}"), from, to)
}

const TENANTS: &str = "{partij: huurdersraad, functie: voorzitter}";

#[test]
fn a_party_that_agrees_need_not_sign_every_agreement_or_theme() {
    with_facts("tekent_niet_mee: {huurdersraad: De leden willen een lagere prijs.}").assert_finds(&[]);
    with_facts("tekent_niet_mee: {huurdersorganisatie: De leden willen een lagere prijs.}").assert_finds(&[]);
}

#[test]
fn only_a_party_of_the_document_can_be_excepted() {
    let project = with_facts("tekent_niet_mee: {huurdersrad: Te duur.}");
    project.assert_finds(&[("M105", THEME, "huurdersrad")]);
    assert!(project.messages().contains("bedoelde u `huurdersraad`?"));
    with_theme("tekent_niet_mee: {thuishaven: Te duur.}").assert_finds(&[("M105", THEME, "thuishaven")]);
}

#[test]
fn an_exception_has_a_reason() {
    with_facts("tekent_niet_mee: {huurdersraad: ''}").assert_finds(&[("M109", THEME, "''")]);
}

#[test]
fn a_party_that_is_excepted_twice_is_found_under_either_of_its_names() {
    with_facts("tekent_niet_mee: {huurdersraad: Te duur., huurdersorganisatie: Te laat.}").assert_finds(&[(
        "M104",
        THEME,
        "huurdersorganisatie",
    )]);
}

#[test]
fn who_does_something_in_an_agreement_signs_it() {
    let project = with_facts("tekent_niet_mee: {gemeente: Te duur.}");
    project.assert_finds(&[("M171", THEME, "tekent_niet_mee: {¦gemeente")]);
    assert!(project.messages().contains("afspraak B2"));
    let project = with_theme("tekent_niet_mee: {gemeente: Te duur.}");
    // It also has nothing left to sign.
    project.assert_finds(&[
        ("M171", THEME, "tekent_niet_mee: {¦gemeente"),
        ("M173", DOCUMENT, "{partij: ¦gemeente"),
    ]);
    assert!(project.messages().contains("de afspraken B1, B2"), "{}", project.messages());
}

#[test]
fn an_exception_for_a_theme_holds_for_its_agreements() {
    let other = "---\nsoort: thema\nthema: zorg\ntitel: Zorg\n---\n\nTekst.\n";
    with_facts("tekent_niet_mee: {huurdersraad: Te duur.}")
        .with("content/zandstad-2027/zorg.md", other)
        .replacing(
            &format!("content/{THEME}"),
            "titel: Bouwen\n",
            "titel: Bouwen\ntekent_niet_mee: {huurdersraad: Te veel.}\n",
        )
        .assert_finds(&[("M172", THEME, "tekent_niet_mee: {¦huurdersraad: Te duur")]);
}

#[test]
fn a_party_that_signs_nothing_is_no_signatory() {
    let project = with_theme("tekent_niet_mee: {huurdersraad: Te veel.}");
    project.assert_finds(&[("M173", DOCUMENT, "{partij: ¦huurdersraad")]);
    signing("ondertekening:\n", "ondertekening:\n  voor: eigen-inzet\n").assert_finds(&[(
        "M173",
        DOCUMENT,
        "{partij: ¦huurdersraad",
    )]);
    // What names nobody is of all.
    signing("ondertekening:\n", "ondertekening:\n  voor: eigen-inzet\n")
        .replacing(&format!("content/{THEME}"), "wie: {gemeente: rekent een vaste grondprijs}\n", "")
        .replacing(&format!("content/{THEME}"), "soort: handeling", "soort: proces")
        .assert_finds(&[]);
}

#[test]
fn a_party_signs_for_the_themes_and_agreements_that_are_named() {
    for voor in ["[B2]", "B1", "bouwopgave", "[bouwopgave, B1]"] {
        let named = TENANTS.replace('}', &format!(", voor: {voor}}}"));
        signing(TENANTS, &named).assert_finds(&[]);
    }
    let project = signing(TENANTS, "{partij: huurdersraad, functie: voorzitter, voor: [B1, bouwopgaaf]}");
    project.assert_finds(&[("M170", DOCUMENT, "bouwopgaaf")]);
    assert!(project.messages().contains("bedoelde u `bouwopgave`?"));
    signing("ondertekening:\n", "ondertekening:\n  voor: alles\n")
        .assert_finds(&[("M101", DOCUMENT, "alles")]);
}

#[test]
fn nobody_signs_for_what_it_does_not_sign() {
    with_facts("tekent_niet_mee: {huurdersraad: Te duur.}")
        .replacing(
            &format!("content/{DOCUMENT}"),
            TENANTS,
            "{partij: huurdersraad, functie: voorzitter, voor: [B1, B2]}",
        )
        .assert_finds(&[("M183", DOCUMENT, "B2")]);
}

#[test]
fn all_parties_sign_or_the_one_that_does_not_is_told_of() {
    let project = signing(&format!("    - {TENANTS}\n"), "");
    project.assert_finds(&[("M182", DOCUMENT, "{partij: ¦de-brug")]);
    assert!(project.messages().contains("Huurdersraad"));
    // Without any signatory it is not known yet who sign.
    signing(
        &format!("    - {{partij: gemeente, functie: wethouder Wonen}}\n    - {{partij: de-brug, functie: directeur-bestuurder}}\n    - {TENANTS}\n"),
        "    []\n",
    )
    .assert_finds(&[]);
}

#[test]
fn a_party_of_one_theme_signs_for_that_theme_only() {
    let care = "  - id: zorggroep\n    naam: Zorggroep Kust\n    rol: zorgpartij\n";
    let with = |head: &str| {
        let site = format!("{}{care}", support::SITE);
        signing(TENANTS, &format!("{TENANTS}\n    - {{partij: zorggroep, functie: bestuurder}}"))
            .with("content/site.yaml", site)
            .with(
                "content/zandstad-2027/zorg.md",
                format!("---\nsoort: thema\nthema: zorg\ntitel: Wonen met zorg\n{head}---\n\n## Hulp {{#Z1}}\n\n```afspraak\nsoort: proces\n```\n"),
            )
    };
    with("").assert_finds(&[("M184", DOCUMENT, "zorggroep")]);
    let project = with("extra_partijen: [zorggroep]\n");
    project.assert_finds(&[]);
    project.build_ok(&[]);
    let text = text_of(&project, "output/zandstad-2027/index.html");
    assert!(text.contains("Zorggroep Kust bestuurder Wonen met zorg"), "{text}");
}

#[test]
fn a_theme_that_cannot_be_read_costs_no_signature() {
    signing("ondertekening:\n", "ondertekening:\n  voor: eigen-inzet\n")
        .replacing(&format!("content/{THEME}"), "thema: bouwopgave", "tema: bouwopgave")
        .assert_finds(&[("Y102", THEME, "tema")]);
    signing(TENANTS, "{partij: huurdersraad, functie: voorzitter, voor: B9}")
        .replacing(&format!("content/{THEME}"), "thema: bouwopgave", "tema: bouwopgave")
        .assert_finds(&[("Y102", THEME, "tema")]);
}

#[test]
fn the_council_does_not_adopt_the_college_does() {
    with_decisions(
        "  - {orgaan: college van burgemeester en wethouders, partij: gemeente, soort: vaststelling}",
    )
    .assert_finds(&[]);
    with_decisions("  - {orgaan: gemeenteraad, partij: gemeente, soort: kennisname}").assert_finds(&[]);
    with_decisions("  - {orgaan: De gemeenteraad van Zandstad, partij: gemeente, soort: vaststelling}")
        .assert_finds(&[("M174", DOCUMENT, "De gemeenteraad")]);
    with_decisions("  - {orgaan: college, partij: gemeente, soort: vastgesteld}").assert_finds(&[(
        "M101",
        DOCUMENT,
        "soort: ¦vastgesteld",
    )]);
}

#[test]
fn a_bod_is_approved_by_the_supervisors_of_its_corporation() {
    let bod = |van: &str, decisions: &str| {
        with_decisions(decisions)
            .replacing(
                &format!("content/{DOCUMENT}"),
                "soort: jaarafspraken\n",
                &format!("soort: bod\nvan: {van}\n"),
            )
            .replacing(&format!("content/{DOCUMENT}"), "looptijd: 2027\n", "looptijd: 2027-2031\n")
    };
    bod("de-brug", "  - {orgaan: bestuur, partij: de-brug}").assert_finds(&[(
        "M175",
        DOCUMENT,
        "soort: ¦bod",
    )]);
    // The supervisors of another party do not count.
    bod("de-brug", "  - {orgaan: raad van toezicht, partij: huurdersraad}").assert_finds(&[(
        "M175",
        DOCUMENT,
        "soort: ¦bod",
    )]);
    bod("de-brug", "  - {orgaan: raad van commissarissen, partij: de-brug}").assert_finds(&[]);
    bod("de-brug", "  - {orgaan: Raad van Toezicht, partij: de-brug}").assert_finds(&[]);
    bod("gemeente", "  - {orgaan: college, partij: gemeente}").assert_finds(&[]);
}

#[test]
fn a_reservation_is_lifted_after_the_decision_that_made_it() {
    let with = |more: &str| {
        with_decisions(&format!("  - {{orgaan: bestuur, partij: de-brug, datum: 2026-11-10, {more}}}"))
    };
    with("voorbehoud: tot de begroting is vastgesteld").assert_finds(&[]);
    with("voorbehoud: tot de begroting er is, opgeheven: 2026-12-01").assert_finds(&[]);
    with("voorbehoud: tot de begroting er is, opgeheven: 2026-11-01").assert_finds(&[(
        "M113",
        DOCUMENT,
        "2026-11-01",
    )]);
    with("opgeheven: 2026-12-01").assert_finds(&[("M176", DOCUMENT, "2026-12-01")]);
}

/// The minimal project with extracts asked for.
fn with_documents(documents: &str) -> Project {
    signing("ondertekening:\n", &format!("documenten:\n{documents}\nondertekening:\n"))
}

#[test]
fn an_extract_is_of_something_that_is_there() {
    with_documents("  - {soort: themas}\n  - {soort: partijen}\n  - {soort: jaar, jaar: 2027}")
        .assert_finds(&[]);
    let project = with_documents("  - {soort: thema, thema: bouwopgaven}");
    project.assert_finds(&[("M177", DOCUMENT, "bouwopgaven")]);
    assert!(project.messages().contains("bedoelde u `bouwopgave`?"));
    with_documents("  - {soort: partij, partij: de-burg}").assert_finds(&[("M105", DOCUMENT, "de-burg")]);
    with_documents("  - {soort: partij, partij: huurdersraad}").assert_finds(&[(
        "M178",
        DOCUMENT,
        "partij: ¦huurdersraad}\nondertekening",
    )]);
    with_documents("  - {soort: jaar, jaar: 2031}").assert_finds(&[("M178", DOCUMENT, "2031")]);
    with_documents("  - {soort: boek}").assert_finds(&[("M101", DOCUMENT, "boek")]);
}

#[test]
fn an_extract_says_of_what_and_nothing_that_does_not_fit() {
    with_documents("  - {soort: thema}").assert_finds(&[("Y105", DOCUMENT, "{soort: ¦thema}")]);
    with_documents("  - {soort: partij}").assert_finds(&[("Y105", DOCUMENT, "{soort: ¦partij}")]);
    with_documents("  - {soort: jaar}").assert_finds(&[("Y105", DOCUMENT, "{soort: ¦jaar}")]);
    with_documents("  - {soort: partijen, ondertekenen: true}").assert_finds(&[("M180", DOCUMENT, "true")]);
    with_documents("  - {soort: themas, titel: Alles}").assert_finds(&[("M180", DOCUMENT, "Alles")]);
    with_documents("  - {soort: themas, jaar: 2028}").assert_finds(&[("M180", DOCUMENT, "2028")]);
}

#[test]
fn an_extract_is_asked_for_once_but_one_by_name_goes_before_a_row() {
    with_documents("  - {soort: themas}\n  - {soort: themas}").assert_finds(&[(
        "M179",
        DOCUMENT,
        "themas}\n  - {soort: ¦themas",
    )]);
    with_documents("  - {soort: jaar, jaar: 2027}\n  - {soort: jaar, jaar: 2027, titel: Nog eens}")
        .assert_finds(&[("M179", DOCUMENT, "2027}\n  - {soort: ¦jaar")]);
    let project = with_documents(
        "  - {soort: themas}\n  - {soort: thema, thema: bouwopgave, titel: Alles over bouwen}",
    );
    project.assert_finds(&[]);
    project.build_ok(&[]);
    assert!(text_of(&project, "output/zandstad-2027/index.html").contains("Alles over bouwen"));
}

#[test]
fn a_theme_that_cannot_be_read_costs_no_extract() {
    with_documents("  - {soort: thema, thema: bouwopgave}\n  - {soort: jaar, jaar: 2027}")
        .replacing(&format!("content/{THEME}"), "thema: bouwopgave", "tema: bouwopgave")
        .assert_finds(&[("Y102", THEME, "tema")]);
}

/// The words of a page.
fn text_of(project: &Project, page: &str) -> String {
    let html = scraper::Html::parse_document(&project.read(page));
    let main = scraper::Selector::parse("main").expect("a selector");
    let text: String = html.select(&main).flat_map(|main| main.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_site_says_who_decides_with_reservations_and_who_signs_for_what() {
    let project = with_decisions(
        "  - {orgaan: college, partij: gemeente, soort: vaststelling, datum: 2026-11-10}\n  \
         - {orgaan: raad van commissarissen, partij: de-brug, datum: 2026-11-12, voorbehoud: tot de begroting er is}\n  \
         - {orgaan: bestuur, partij: huurdersraad, soort: instemming}",
    )
    .replacing(
        &format!("content/{DOCUMENT}"),
        TENANTS,
        "{partij: huurdersraad, functie: voorzitter, namens: het bestuur, mandaat: {besluit: besluit van de leden, datum: 2026-10-01}, voor: [B2], plaats: Duinhof}",
    );
    project.build_ok(&[]);
    for page in ["output/zandstad-2027/index.html", "output/zandstad-2027/volledig.html"] {
        let text = text_of(&project, page);
        for expected in [
            "vastgesteld op 10 november 2026",
            "goedgekeurd op 12 november 2026 onder voorbehoud: tot de begroting er is",
            "nog niet ingestemd",
            "voorzitter, namens het bestuur mandaat: besluit van de leden, 1 oktober 2026 tekent in Duinhof",
            "Niet elke partij tekent voor alle afspraken.",
            "Bouwen: B2",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in {text}");
        }
    }
    let top = text_of(&project, "output/zandstad-2027/index.html");
    assert!(
        top.contains("De Brug, raad van commissarissen: onder voorbehoud: tot de begroting er is"),
        "{top}"
    );
}

#[test]
fn an_exception_stands_at_its_agreement_and_with_the_signatures() {
    let project =
        with_facts("tekent_niet_mee: {huurdersraad: '<script>alert(1)</script> #read(\"/etc/passwd\")'}");
    project.build_ok(&[]);
    let theme = project.read("output/zandstad-2027/bouwopgave.html");
    assert!(!theme.contains("<script>alert"), "what is typed stays text");
    let theme = text_of(&project, "output/zandstad-2027/bouwopgave.html");
    assert!(theme.contains("Akkoord, maar tekent niet mee"), "{theme}");
    let page = text_of(&project, "output/zandstad-2027/index.html");
    assert!(page.contains("B2 Grondprijs <script>"), "{page}");
    // Without one there is no such table.
    let project = with_facts("");
    project.build_ok(&[]);
    assert!(!text_of(&project, "output/zandstad-2027/index.html").contains("tekent niet mee"));
}

#[test]
fn what_a_party_signs_is_in_the_fingerprint_and_a_reservation_is_not() {
    let print = |project: &Project| {
        project.build_ok(&[]);
        project.read("output/zandstad-2027/vingerafdruk.txt")
    };
    let plain = print(&with_facts(""));
    let excepted = print(&with_facts("tekent_niet_mee: {huurdersraad: Te duur.}"));
    assert!(excepted.contains("tekent niet mee: Huurdersraad De Brug: Te duur."), "{excepted}");
    let own = print(&signing("ondertekening:\n", "ondertekening:\n  voor: geheel\n"));
    assert_eq!(own, plain);
    let named = print(&signing(TENANTS, "{partij: huurdersraad, functie: voorzitter, voor: B1}"));
    assert!(named.contains("tekent voor: B1"), "{named}");
    let decided = print(&with_decisions("  - {orgaan: bestuur, partij: de-brug, voorbehoud: tot morgen}"));
    assert_eq!(decided, plain);
}

/// The text of a PDF, or nothing where there is no `pdftotext`.
fn pdf(project: &Project, path: &str) -> Option<String> {
    support::pdf_pages(&project.path(path)).map(|pages| pages.join(" "))
}

const WHOLE: &str = "output/zandstad-2027/zandstad-2027.pdf";

#[test]
fn the_page_to_sign_says_for_what_who_signs_and_who_does_not() {
    let project = with_facts("tekent_niet_mee: {huurdersraad: '#read(\"/etc/passwd\")'}").replacing(
        &format!("content/{DOCUMENT}"),
        "ondertekening:\n",
        "goedkeuringen:\n  - {orgaan: bestuur, partij: de-brug, voorbehoud: tot de begroting er is}\nondertekening:\n",
    );
    project.build_ok(&[]);
    for path in [WHOLE, "output/tekenexemplaren/zandstad-2027/exemplaar-1-gemeente.pdf"] {
        let Some(text) = pdf(&project, path) else { return };
        for expected in [
            "#read(\"/etc/passwd\")",
            "Akkoord, maar tekent niet mee",
            "Waarvoor elke partij tekent",
            "alle afspraken, behalve B2",
            "onder voorbehoud: tot de begroting er is",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in {path}: {text}");
        }
    }
}

#[test]
fn who_does_not_sign_along_stands_in_the_publication_before_anybody_is_to_sign() {
    let project = with_facts("tekent_niet_mee: {huurdersraad: De leden willen een lagere prijs.}").replacing(
        &format!("content/{DOCUMENT}"),
        "ondertekening:
  plaats: Zandstad
  door:
    - {partij: gemeente, functie: wethouder Wonen}
    - {partij: de-brug, functie: directeur-bestuurder}
    - {partij: huurdersraad, functie: voorzitter}
",
        "",
    );
    project.build_ok(&[]);
    let Some(text) = pdf(&project, WHOLE) else { return };
    for expected in ["Goedkeuring en ondertekening", "Akkoord, maar tekent niet mee"] {
        assert!(text.contains(expected), "{expected:?}: {text}");
    }
}

#[test]
fn extracts_hold_their_part_and_say_of_what_they_are_one() {
    let project = with_documents(
        "  - {soort: thema, thema: bouwopgave, ondertekenen: true}\n  - {soort: partij, partij: de-brug}\n  \
         - {soort: jaar, jaar: 2027, titel: 'Dit jaar <b>'}",
    )
    .replacing(&format!("content/{THEME}"), "Zie ook [B1].", "Zie ook [B1] en [B2].");
    project.build_ok(&[]);
    let at = |name: &str| format!("output/zandstad-2027/zandstad-2027-{name}.pdf");
    let Some(theme) = pdf(&project, &at("thema-bouwopgave")) else { return };
    for expected in ["Uittreksel uit", "B1", "B2", "Er is een tekort", "Waarvoor", "wethouder Wonen"] {
        assert!(theme.contains(expected) != (expected == "Waarvoor"), "{expected:?} in {theme}");
    }
    let party = pdf(&project, &at("partij-de-brug")).expect("pdftotext was there before");
    assert!(
        party.contains("Wat De Brug doet") || party.contains("Wat Woonstichting De Brug doet"),
        "{party}"
    );
    assert!(party.contains("Nieuwbouw in Noord") && !party.contains("Grondprijs"), "{party}");
    assert!(!party.contains("Er is een tekort") && !party.contains("wethouder Wonen"), "{party}");
    let year = pdf(&project, &at("jaar-2027")).expect("pdftotext was there before");
    assert!(year.contains("Dit jaar <b>") && year.contains("Grondprijs"), "{year}");
    let fingerprint = project.read("output/zandstad-2027/index.html");
    let short = fingerprint.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next());
    assert!(party.contains(short.expect("a fingerprint")), "{party}");
    // Signed as a document of its own, by all who sign something of it.
    for (number, party) in ["gemeente", "de-brug", "huurdersraad"].iter().enumerate() {
        let path = format!(
            "output/tekenexemplaren/zandstad-2027/thema-bouwopgave-exemplaar-{}-{party}.pdf",
            number + 1
        );
        let copy = pdf(&project, &path).expect("pdftotext was there before");
        assert!(copy.contains("Handtekening") && copy.contains("Uittreksel uit"), "{copy}");
    }
    assert!(
        !project.path("output/tekenexemplaren/zandstad-2027/partij-de-brug-exemplaar-1-de-brug.pdf").exists()
    );
}

#[test]
fn extracts_are_offered_where_their_part_is_and_only_with_pdfs() {
    let project = with_documents("  - {soort: themas}\n  - {soort: partijen}");
    project.build_ok(&[]);
    let links = |page: &str, wanted: &str| {
        let html = scraper::Html::parse_document(&project.read(page));
        let download = scraper::Selector::parse("a.download").expect("a selector");
        html.select(&download)
            .filter(|link| link.attr("href").is_some_and(|href| href.ends_with(wanted)))
            .count()
    };
    assert_eq!(links("output/zandstad-2027/index.html", "zandstad-2027-thema-bouwopgave.pdf"), 1);
    assert_eq!(links("output/zandstad-2027/bouwopgave.html", "zandstad-2027-thema-bouwopgave.pdf"), 1);
    assert_eq!(links("output/partijen/de-brug.html", "zandstad-2027-partij-de-brug.pdf"), 1);
    // The tenants do nothing, so there is nothing to print for them.
    assert!(!project.path("output/zandstad-2027/zandstad-2027-partij-huurdersraad.pdf").exists());
    project.build_ok(&["--only", "site"]);
    assert_eq!(links("output/zandstad-2027/index.html", ".pdf"), 0);
}

#[test]
fn a_link_to_what_an_extract_leaves_out_leads_to_the_site() {
    let project = with_documents("  - {soort: partij, partij: de-brug}")
        .replacing(
            &format!("content/{THEME}"),
            "Zie ook [B1].",
            "Zie ook [B1], [B2] en [het tekort](#tekort).",
        )
        .replacing(
            &format!("content/{THEME}"),
            "Er is een tekort",
            "## Tekort {#tekort}\n\nEr is een tekort",
        );
    for base in [None, Some("https://x.example/")] {
        let options: Vec<&str> = base.iter().flat_map(|base| ["--base-url", base]).collect();
        project.build_ok(&options);
        let bytes = std::fs::read(project.path("output/zandstad-2027/zandstad-2027-partij-de-brug.pdf"))
            .expect("a PDF");
        let text = String::from_utf8_lossy(&bytes);
        for anchor in ["#B2", "#tekort"] {
            let address = format!("https://x.example/zandstad-2027/bouwopgave.html{anchor}");
            assert_eq!(text.contains(&address), base.is_some(), "{address}");
        }
        assert!(!text.contains("bouwopgave.html#B1"), "what is there is linked there");
    }
}
