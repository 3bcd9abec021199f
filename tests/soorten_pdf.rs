//! What the PDFs print of work agendas, ended agreements, levels and areas.
//! Reads them with `pdftotext`: without it these tests say so and pass, except in CI.

mod support;

use std::path::Path;

use support::Project;

const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";
const PUBLICATION: &str = "output/zandstad-2027/zandstad-2027.pdf";
const SIGNING: &str = "output/tekenexemplaren/zandstad-2027/exemplaar-1-gemeente.pdf";

/// The text of a PDF, or nothing where there is no `pdftotext`.
fn text(pdf: &Path) -> Option<String> {
    support::pdf_text(pdf, "-raw").map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The minimal project with an agreement that goes on, with a heading, a note and
/// hostile text; one that ended; and one that works out B1.
fn project(werkagenda: &str) -> Project {
    let project = Project::minimal()
        .replacing(
            "content/site.yaml",
            "partijen:",
            "gebieden:\n  - {id: noord, naam: \"Noord #read(1)\", soort: wijk}\npartijen:",
        )
        .replacing(DOCUMENT, "looptijd: 2027\n", &format!("looptijd: 2027\n{werkagenda}"))
        .replacing(THEME, "soort: transactie\n", "soort: transactie\nniveau: doel\ngebieden: noord\n")
        .replacing(THEME, "Zie ook [B1].", "Zie ook [B2], [het dak](#dak) en [B3].[^noot]");
    let text = project.read(THEME)
        + "\n## Onderhoud gaat door {#B2}\n\n```afspraak\nsoort: garantie\ngoing_concern: true\nwie:\n  de-brug: onderhoudt alle woningen\nwanneer: doorlopend\n```\n\nHet onderhoud loopt.[^noot]\n\n### Dak {#dak}\n\nEn het dak.\n"
        + "\n## Oud plan {#B3}\n\n```afspraak\nsoort: handeling\nwie:\n  gemeente: maakt een plan\nwanneer: 2027\nbeeindigd:\n  per: 2027-07-01\n  reden: vervangen\n  door: B2\n  toelichting: \"Er was #read(\\\"/etc/passwd\\\") geen geld.\"\n```\n\nZo was het.[^noot]\n"
        + "\n## Straat klaar {#B4}\n\n```afspraak\nsoort: proces\nniveau: activiteit\nonder: B1\n```\n\nDe straat.\n\n[^noot]: Een noot.\n";
    project.with(THEME, text)
}

#[test]
fn the_work_agenda_is_a_table_with_its_text_below_what_is_new() {
    for werkagenda in ["", "werkagenda: compact\n", "werkagenda: voluit\n"] {
        let project = project(werkagenda);
        project.build_ok(&[]);
        let Some(text) = text(&project.path(PUBLICATION)) else { return };
        let new = text.rfind("De straat.").expect("what is new");
        let agenda = text.rfind("Werkagenda").expect("the work agenda");
        let prose = text.find("Het onderhoud loopt.").expect("its text");
        assert!(new < agenda && agenda < prose, "{text}");
        let who = text.matches("onderhoudt alle woningen").count();
        assert_eq!(who, 1, "{werkagenda:?}: {text}");
    }
}

#[test]
fn a_publication_copy_without_its_work_agenda_says_where_that_is() {
    let project = project("werkagenda: niet-afdrukken\n");
    project.build_ok(&[]);
    let Some(publication) = text(&project.path(PUBLICATION)) else { return };
    assert!(!publication.contains("onderhoudt alle woningen"), "{publication}");
    assert!(publication.contains("is hier niet afgedrukt"), "{publication}");
    assert!(publication.contains("B2 Onderhoud gaat door"), "{publication}");
    project.build_ok(&["--base-url", "https://www.debrug.example/"]);
    let publication = text(&project.path(PUBLICATION)).expect("pdftotext was there before");
    let address = "https://www.debrug.example/zandstad-2027/bouwopgave.html#_werkagenda";
    assert!(publication.replace(' ', "").contains(address), "{publication}");
    assert!(project.read("output/zandstad-2027/bouwopgave.html").contains("id=\"_werkagenda\""));
}

#[test]
fn a_signing_copy_hides_nothing_of_what_is_agreed() {
    let project = project("werkagenda: niet-afdrukken\n");
    project.build_ok(&[]);
    let Some(signing) = text(&project.path(SIGNING)) else { return };
    assert!(signing.contains("onderhoudt alle woningen"), "{signing}");
    assert!(signing.contains("Het onderhoud loopt."), "{signing}");
    assert!(!signing.contains("niet afgedrukt"), "{signing}");
}

#[test]
fn an_ended_agreement_stands_at_the_end_with_its_reason() {
    let project = project("");
    project.build_ok(&[]);
    let Some(text) = text(&project.path(PUBLICATION)) else { return };
    let archive = text.rfind("Afgevoerde afspraken Deze afspraken").expect("the archive");
    let ended = text.rfind("Zo was het.").expect("the ended agreement");
    assert!(text.find("Het onderhoud loopt.").expect("the work agenda") < archive && archive < ended);
    for expected in [
        "Beëindigd per 1 juli 2027: vervangen door een andere afspraak.",
        "Er was #read(\"/etc/passwd\") geen geld.",
        "B2 Onderhoud gaat door",
    ] {
        assert!(text[archive..].contains(expected), "{expected:?} is not in {text}");
    }
}

#[test]
fn levels_and_areas_are_facts_of_an_agreement() {
    let project = project("");
    project.build_ok(&[]);
    let Some(text) = text(&project.path(PUBLICATION)) else { return };
    for expected in ["Niveau Doel", "Uitgewerkt in", "B4 Straat klaar", "Werkt uit", "Noord #read(1)"] {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
}

#[test]
fn a_heading_whose_agreements_all_go_on_or_ended_says_where_they_are() {
    let project = project("");
    let text_before = project.read(THEME);
    let moved = text_before
        .replace("\n## Onderhoud gaat door {#B2}", "\n## Beheer\n\n### Onderhoud gaat door {#B2}")
        .replace("### Dak", "#### Dak");
    let project = project.with(THEME, moved);
    project.build_ok(&[]);
    let Some(printed) = text(&project.path(PUBLICATION)) else { return };
    let note = "Beheer De afspraken die hierbij horen, staan in de werkagenda.";
    assert!(printed.contains(note), "{printed}");
    let page = project.read("output/zandstad-2027/bouwopgave.html");
    let link = "<a href=\"#_werkagenda\">De afspraken die hierbij horen, staan in de werkagenda.</a>";
    assert_eq!(page.matches(link).count(), 1, "{page}");
}
