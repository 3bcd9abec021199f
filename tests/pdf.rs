//! What a reader finds in the PDFs. Reads them with `pdftotext`, which is not
//! on every machine: without it these tests say so and pass, except in CI.

mod support;

use support::{Project, pdf_pages};

const PUBLICATION: &str = "output/zandstad-2027/zandstad-2027.pdf";

fn signing_copy(number: usize, party: &str) -> String {
    format!("output/tekenexemplaren/zandstad-2027/exemplaar-{number}-{party}.pdf")
}

fn fingerprint(project: &Project) -> String {
    let page = project.read("output/zandstad-2027/index.html");
    let html = scraper::Html::parse_document(&page);
    let text: String = html.root_element().text().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_group = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let short = words.windows(4).find(|four| four.iter().all(is_group)).expect("a fingerprint on the page");
    short.join(" ")
}

#[test]
fn the_publication_copy_says_who_does_what_when_and_counts_its_pages() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let Some(pages) = pdf_pages(&project.path(PUBLICATION)) else { return };
    let whole = pages.join(" ");
    for expected in [
        "B1",
        "Nieuwbouw in Noord",
        "De Brug bouwt 120 woningen",
        "Gemeente Zandstad levert de grond",
        "uiterlijk 31 december 2027",
    ] {
        assert!(whole.contains(expected), "{expected:?} is not in {whole}");
    }
    let count = pages.len();
    for (index, page) in pages.iter().enumerate().skip(1) {
        let footer = format!("pagina {} van {count}", index + 1);
        assert!(page.contains(&footer), "{footer:?} is not on page {}: {page}", index + 1);
    }
}

#[test]
fn every_page_says_concept_until_the_document_is_signed() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let Some(pages_before) = pdf_pages(&project.path(PUBLICATION)) else { return };
    assert!(pages_before.iter().all(|page| page.contains("CONCEPT")));
    let project = project.replacing(
        "content/zandstad-2027/overeenkomst.md",
        "status: vastgesteld\ndatums:\n",
        "status: ondertekend\ndatums:\n  ondertekend: 2026-12-08\n",
    );
    project.build_ok(&[]);
    let pages_after = pdf_pages(&project.path(PUBLICATION)).expect("pdftotext was there before");
    assert!(!pages_after.iter().any(|page| page.contains("CONCEPT")));
}

#[test]
fn a_signing_copy_says_on_every_page_which_copy_it_is_with_room_for_initials_and_the_fingerprint() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let Some(pages) = pdf_pages(&project.path(&signing_copy(2, "de-brug"))) else { return };
    let fingerprint = fingerprint(&project);
    for page in &pages {
        assert!(page.contains("Exemplaar 2 van 3"), "{page}");
        assert!(page.contains(&fingerprint), "{fingerprint} is not on {page}");
        assert_eq!(page.matches("Paraaf").count(), 3, "{page}");
    }
}

#[test]
fn the_signature_page_holds_its_opening_line_and_every_signatory() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let Some(pages) = pdf_pages(&project.path(&signing_copy(1, "gemeente"))) else { return };
    let page = pages.iter().find(|page| page.contains("Aldus overeengekomen")).expect("a signature page");
    for expected in ["wethouder Wonen", "directeur-bestuurder", "voorzitter"] {
        assert!(page.contains(expected), "{expected:?} is not on {page}");
    }
    assert_eq!(page.matches("Handtekening").count(), 3);
}

#[test]
fn all_copies_carry_the_same_agreements() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let copies = [
        PUBLICATION.to_owned(),
        signing_copy(1, "gemeente"),
        signing_copy(2, "de-brug"),
        signing_copy(3, "huurdersraad"),
    ];
    for copy in copies {
        let Some(pages) = pdf_pages(&project.path(&copy)) else { return };
        let whole = pages.join(" ");
        assert!(whole.contains("De Brug bouwt in Noord. Zie ook B1."), "{copy}: {whole}");
    }
}

#[test]
fn each_kind_of_callout_is_printed_with_its_label() {
    let labels = ["Goed voorbeeld", "Voorbeeld", "Gewijzigde wet", "Definitie", "Let op"];
    let quotes = labels
        .map(|label| format!("> **{label}** Hier #read(\"/etc/{label}\") lezen.\n"))
        .join("\nTekst.\n\n");
    let theme = "content/zandstad-2027/bouwopgave.md";
    let project = Project::minimal();
    let text = format!("{}\n\n{quotes}", project.read(theme));
    let project = project.with(theme, text);
    project.build_ok(&[]);
    let Some(pages) = pdf_pages(&project.path(PUBLICATION)) else { return };
    let printed = pages.join(" ");
    for label in labels {
        assert!(printed.contains(&format!("{label} Hier #read")), "{label}: {printed}");
    }
}
