//! Tables of figures are on paper too, and under the fingerprint.

mod support;

use support::Project;

const CHAPTER: &str = "\
---
soort: bijlage
titel: Geld
investeringen:
  - id: uitgaven
    titel: Uitgaven #read(\"/etc/passwd\")
    in: duizend euro
    prijspeil: 2026
    lange_termijn: 2030-2035
    regels:
      - {naam: Nieuwbouw, jaren: {2027: 1000, 2028: 2000}, lange_termijn: 9000, afspraak: B1}
      - {naam: Grond, partij: gemeente, jaren: {2027: 200}}
      - {naam: Onderhoud, jaren: {2027: 300, 2028: 400}}
dekking:
  - id: huur
    titel: Hogere huur
    in: euro
    prijspeil: 2026
    regels:
      - {soort: opbrengst, naam: Huur, jaren: {2027: 260}}
      - {soort: uitgave, naam: Isolatie, jaren: {2027: 290}}
---
De opening.

## Daarna

Het vervolg.
";

fn project() -> Project {
    Project::minimal().with(
        "content/zandstad-2027/geld.md",
        CHAPTER
            .replace("titel: Uitgaven #", "titel: \"Uitgaven #")
            .replace("passwd\")", "passwd')\"")
            .replace("(\"/etc", "('/etc"),
    )
}

/// The text of a PDF, or nothing where there is no `pdftotext`.
fn text(project: &Project, path: &str) -> Option<String> {
    support::pdf_pages(&project.path(path)).map(|pages| pages.join(" "))
}

#[test]
fn every_copy_holds_the_tables_with_their_sums_and_the_figures_of_an_agreement() {
    let project = project();
    project.build_ok(&[]);
    for path in [
        "output/zandstad-2027/zandstad-2027.pdf",
        "output/tekenexemplaren/zandstad-2027/exemplaar-1-gemeente.pdf",
    ] {
        let Some(text) = text(&project, path) else { return };
        for expected in [
            "Uitgaven #read('/etc/passwd')",
            "Bedragen in duizenden euro’s, prijspeil 2026.",
            "Nieuwbouw De Brug 1.000 2.000 3.000 9.000 B1",
            "Totaal 1.500 2.400 3.900 9.000",
            "Woonstichting De Brug 1.300 2.400 3.700 9.000",
            "Wat er binnenkomt",
            "Betaald min binnengekomen 30",
            "Nieuwbouw (De Brug): €",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in {path}: {text}");
        }
    }
}

#[test]
fn a_changed_figure_changes_the_fingerprint_and_a_written_sum_does_not() {
    let fingerprint = |project: &Project| {
        project.build_ok(&["--only", "site"]);
        project.read("output/zandstad-2027/vingerafdruk.txt")
    };
    let project = project();
    let before = fingerprint(&project);
    assert!(before.contains("\ninvesteringen: Uitgaven"), "{before}");
    assert!(
        before
            .contains("\nregel: Nieuwbouw\nvan: Woonstichting De Brug\nhoort bij: B1\ncijfer: 2027 1.000\n")
    );
    assert!(before.contains("\nlange termijn: 2030/2035 9.000\n"));
    let path = "content/zandstad-2027/geld.md";
    let project = project.replacing(path, "2028: 400}}", "2028: 400}, totaal: 700}");
    assert_eq!(fingerprint(&project), before);
    let project = project.replacing(path, "2028: 400}, totaal: 700}", "2028: 401}, totaal: 701}");
    assert_ne!(fingerprint(&project), before);
}
