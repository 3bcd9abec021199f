//! Documents in time: what stands under what, and for how long.

mod support;

use support::{DOCUMENT, Project};

const FRAMEWORK: &str = "zandstad-2027-2030/overeenkomst.md";
const SLICE: &str = "zandstad-2028/overeenkomst.md";

/// A head of a document, without its approvals and signatures.
fn head(soort: &str, looptijd: &str, more: &str) -> String {
    format!(
        "---\nsoort: {soort}\ntitel: Afspraken {soort} {looptijd}\ngemeente: Zandstad\npartijen: [gemeente, de-brug, huurdersraad]\nlooptijd: {looptijd}\nstatus: vastgesteld\n{more}---\n\nTekst.\n"
    )
}

/// Agreements for four years with a slice of one.
fn with_slice() -> Project {
    Project::empty()
        .with("content/site.yaml", support::SITE)
        .with(&format!("content/{FRAMEWORK}"), head("meerjarenafspraken", "2027-2030", ""))
        .with("content/zandstad-2027-2030/bouwopgave.md", support::THEME)
        .with(&format!("content/{SLICE}"), head("jaarschijf", "2028", "hoort_bij: zandstad-2027-2030\n"))
}

#[test]
fn a_slice_stands_under_its_agreements() {
    with_slice().assert_finds(&[]);
    let (edition, _) = with_slice().diagnostics();
    let project = edition.project.expect("a project");
    let slice = project.overeenkomst("zandstad-2028").expect("the slice");
    assert_eq!(project.boven(slice).expect("its agreements").slug.as_str(), "zandstad-2027-2030");
    let framework = project.overeenkomst("zandstad-2027-2030").expect("the agreements");
    assert_eq!(project.onder(framework).len(), 1);
}

#[test]
fn a_slice_or_a_look_back_that_stands_alone_is_told_what_to_name() {
    for soort in ["jaarschijf", "evaluatie"] {
        let project = with_slice().with(&format!("content/{SLICE}"), head(soort, "2028", ""));
        project.assert_finds(&[("P101", SLICE, &format!("soort: ¦{soort}"))]);
        assert!(project.messages().contains("`hoort_bij: …`"), "{}", project.messages());
    }
}

#[test]
fn what_a_document_stands_under_must_be_there_and_be_another() {
    let project =
        with_slice().replacing(&format!("content/{SLICE}"), "zandstad-2027-2030", "zandstad-2027-2031");
    project.assert_finds(&[("V109", SLICE, "zandstad-2027-2031")]);
    let project = with_slice().replacing(&format!("content/{SLICE}"), "zandstad-2027-2030", "zandstad-2028");
    project.assert_finds(&[("V109", SLICE, "hoort_bij: ¦zandstad-2028")]);
}

#[test]
fn a_document_that_cannot_be_read_is_not_also_called_unknown() {
    let project = with_slice().replacing(&format!("content/{FRAMEWORK}"), "titel:", "tietel:");
    assert_eq!(project.codes(), [format!("Y102 {}", project.place(FRAMEWORK, "tietel"))]);
}

#[test]
fn a_document_stands_under_one_of_a_kind_that_it_can_stand_under() {
    for (above, below, fits) in [
        ("meerjarenafspraken", "jaarschijf", true),
        ("raamovereenkomst", "jaarschijf", true),
        ("raamovereenkomst", "jaarafspraken", true),
        ("raamovereenkomst", "meerjarenafspraken", true),
        ("meerjarenafspraken", "spelregels", true),
        ("meerjarenafspraken", "evaluatie", true),
        ("spelregels", "evaluatie", true),
        ("jaarafspraken", "jaarschijf", false),
        ("evaluatie", "evaluatie", false),
        ("meerjarenafspraken", "raamovereenkomst", false),
        ("meerjarenafspraken", "jaarafspraken", false),
    ] {
        let project = with_slice()
            .replacing(
                &format!("content/{FRAMEWORK}"),
                "soort: meerjarenafspraken",
                &format!("soort: {above}"),
            )
            .replacing(&format!("content/{SLICE}"), "soort: jaarschijf", &format!("soort: {below}"));
        let wrong = project.codes().into_iter().filter(|code| code.starts_with("P102")).collect::<Vec<_>>();
        let expected = format!("P102 {}", project.place(SLICE, "hoort_bij: ¦zandstad"));
        assert_eq!(wrong, if fits { vec![] } else { vec![expected] }, "{below} under {above}");
    }
}

#[test]
fn a_slice_covers_one_calendar_year_within_the_term() {
    for (looptijd, code) in
        [("2028-2029", "P103"), ("2028-01-01 t/m 2028-06-30", "P103"), ("2031", "P104"), ("2026", "P104")]
    {
        let project = with_slice().replacing(
            &format!("content/{SLICE}"),
            "looptijd: 2028",
            &format!("looptijd: {looptijd}"),
        );
        project.assert_finds(&[(code, SLICE, &format!("looptijd: ¦{looptijd}"))]);
    }
}

#[test]
fn whoever_takes_part_in_a_slice_takes_part_in_its_agreements() {
    let project = with_slice().replacing(
        &format!("content/{FRAMEWORK}"),
        "partijen: [gemeente, de-brug, huurdersraad]",
        "partijen: [gemeente, de-brug]",
    );
    project.assert_finds(&[("P105", SLICE, "huurdersraad")]);
    // A party that could not be read above is not called missing there.
    let project = project.replacing(
        &format!("content/{FRAMEWORK}"),
        "[gemeente, de-brug]",
        "[gemeente, de-brug, huurdersrad]",
    );
    assert!(project.codes().iter().all(|code| code.starts_with("M105")), "{:?}", project.codes());
}

#[test]
fn an_offer_says_whose_it_is_and_looks_five_years_ahead() {
    let offer = |looptijd: &str, more: &str| {
        let approved =
            "goedkeuringen:\n  - {orgaan: raad van commissarissen, partij: de-brug, datum: 2026-06-18}\n";
        with_slice().with(&format!("content/{SLICE}"), head("bod", looptijd, &format!("{more}{approved}")))
    };
    offer("2027-2031", "van: de-brug\n").assert_finds(&[]);
    offer("2027-2031", "van: [de-brug, gemeente]\nhoort_bij: zandstad-2027-2030\n").assert_finds(&[]);
    offer("2027-2031", "").assert_finds(&[("P106", SLICE, "soort: ¦bod")]);
    offer("2027-2031", "van: de-burg\n").assert_finds(&[("M105", SLICE, "de-burg")]);
    offer("2027-2030", "van: de-brug\n").assert_finds(&[("P107", SLICE, "looptijd: ¦2027")]);
    // Of a municipality the law asks no five years.
    offer("2027", "van: gemeente\n").assert_finds(&[]);
    let project = with_slice().replacing(&format!("content/{SLICE}"), "status:", "van: de-brug\nstatus:");
    project.assert_finds(&[("P106", SLICE, "soort: ¦jaarschijf")]);
}

#[test]
fn documents_do_not_come_in_each_others_place() {
    let project = Project::minimal()
        .with(
            "content/zandstad-2028/overeenkomst.md",
            head("jaarafspraken", "2028", "vervangt: zandstad-2027\n"),
        )
        .replacing("content/zandstad-2027/overeenkomst.md", "status:", "vervangt: zandstad-2028\nstatus:");
    project.assert_finds(&[("P108", "zandstad-2027/overeenkomst.md", "vervangt: ¦zandstad-2028")]);
}

#[test]
fn two_documents_that_hold_at_once_for_the_same_are_told_of() {
    let other = |looptijd: &str| {
        Project::minimal()
            .with(
                "content/zandstad-nieuw/overeenkomst.md",
                DOCUMENT.replace("looptijd: 2027", &format!("looptijd: {looptijd}")),
            )
            .with("content/zandstad-nieuw/bouwopgave.md", support::THEME)
    };
    let file = "zandstad-nieuw/overeenkomst.md";
    other("2027-2028").assert_finds(&[("P109", file, "looptijd: ¦2027")]);
    other("2028").assert_finds(&[]);
    // Documents on different subjects stand beside each other.
    other("2027-2028")
        .replacing("content/zandstad-nieuw/bouwopgave.md", "thema: bouwopgave", "thema: zorg")
        .assert_finds(&[]);
    other("2027-2028")
        .replacing(&format!("content/{file}"), "gemeente: Zandstad", "gemeente: Duinerwaard")
        .assert_finds(&[]);
    other("2027-2028")
        .replacing(
            &format!("content/{file}"),
            "status: vastgesteld\ndatums:\n  vastgesteld: 2026-11-19",
            "status: concept",
        )
        .assert_finds(&[]);
    let replaced = other("2027-2028").replacing(
        &format!("content/{file}"),
        "status:",
        "vervangt: zandstad-2027\nstatus:",
    );
    assert!(replaced.messages().contains("status: vervallen"), "{}", replaced.messages());
}

#[test]
fn a_look_back_and_an_offer_are_shown_as_information() {
    let project = with_slice().with(
        "content/zandstad-terugblik/overeenkomst.md",
        head("evaluatie", "2027", "hoort_bij: zandstad-2027-2030\n"),
    );
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/index.html").contains("groep-achtergrond"));
    let page = project.read("output/zandstad-terugblik/index.html");
    assert!(page.contains("Het zijn zelf geen afspraken."), "{page}");
}
