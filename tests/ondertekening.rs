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
    let bod = |decisions: &str| {
        with_decisions(decisions)
            .replacing(&format!("content/{DOCUMENT}"), "soort: jaarafspraken", "soort: bod\nvan: de-brug")
            .replacing(&format!("content/{DOCUMENT}"), "looptijd: 2027\n", "looptijd: 2027-2031\n")
    };
    bod("  - {orgaan: bestuur, partij: de-brug}").assert_finds(&[("M175", DOCUMENT, "soort: bod")]);
    bod("  - {orgaan: raad van commissarissen, partij: de-brug}").assert_finds(&[]);
    bod("  - {orgaan: Raad van Toezicht, partij: de-brug}").assert_finds(&[]);
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
