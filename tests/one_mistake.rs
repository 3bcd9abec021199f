//! One mistake gives one message: what depends on a part that could not be read
//! is not called missing.

mod support;

use support::Project;

/// The minimal project with an appendix that refers to everything.
fn project() -> Project {
    Project::minimal()
        .with("content/begrippen.yaml", "- term: DAEB\n  betekenis: Een dienst.\n")
        .with(
            "content/zandstad-2027/bijlage.md",
            "---\nsoort: bijlage\ntitel: Lijst\n---\n\nZie [B1], [noord](#B1), [thema](bouwopgave.md#B1) en [[DAEB]].\n",
        )
}

#[test]
fn a_theme_that_cannot_be_read_costs_no_reference_to_its_agreements() {
    assert_eq!(project().messages(), "");
    let project =
        project().replacing("content/zandstad-2027/bouwopgave.md", "thema: bouwopgave", "tema: bouwopgave");
    assert_eq!(project.codes(), ["Y102 zandstad-2027/bouwopgave.md:3:1"]);
}

#[test]
fn an_agreement_that_cannot_be_read_costs_no_reference_to_it() {
    let project =
        project().replacing("content/zandstad-2027/bouwopgave.md", "soort: transactie", "soort: transaktie");
    assert_eq!(project.codes(), ["M101 zandstad-2027/bouwopgave.md:12:8"]);
}

#[test]
fn a_date_that_does_not_exist_is_not_also_called_missing() {
    let project = project()
        .replacing("content/zandstad-2027/bouwopgave.md", "soort: transactie", "soort: handeling")
        .replacing("content/zandstad-2027/bouwopgave.md", "wanneer: 2027-12-31", "wanneer: 2027-11-31");
    assert_eq!(project.codes(), ["M102 zandstad-2027/bouwopgave.md:16:10"]);
}

#[test]
fn a_party_that_is_misspelt_in_the_document_is_not_unknown_in_its_themes() {
    let project = project().replacing(
        "content/zandstad-2027/overeenkomst.md",
        "[gemeente, de-brug,",
        "[gemeente, de-burg,",
    );
    assert_eq!(project.codes()[0], "M105 zandstad-2027/overeenkomst.md:5:22");
    assert!(project.codes().iter().all(|code| code.contains("overeenkomst.md")), "{:?}", project.codes());
}

#[test]
fn a_glossary_that_cannot_be_read_costs_no_reference_to_its_terms() {
    let project = project().replacing("content/begrippen.yaml", "betekenis", "betekenes");
    assert_eq!(project.codes(), ["Y102 begrippen.yaml:2:3"]);
}

#[test]
fn a_site_that_cannot_be_read_costs_no_party_of_any_document() {
    let project = project().replacing("content/site.yaml", "rol: corporatie", "rool: corporatie");
    assert_eq!(project.codes(), ["Y102 site.yaml:9:5"]);
}
