//! Looking back: what became of the agreements of another document, and how
//! parties worked together, on both sides and in print.

mod support;

#[path = "support/followed.rs"]
mod followed;

use std::process::Command;

use followed::Followed;
use scraper::{Html, Selector};
use support::Project;

const FILE: &str = "terugblik/overeenkomst.md";
const PATH: &str = "content/terugblik/overeenkomst.md";
const PAGE: &str = "output/terugblik/index.html";
const SECOND: &str = "\n## Leges verlagen {#B2}\n\n```afspraak\nsoort: handeling\nwie: {gemeente: kijkt naar de leges}\nwanneer: 2027-12-31\n```\n\nTekst.\n";

/// An evaluation of the minimal document, which has two agreements here.
fn with_evaluation(lines: &str) -> Project {
    let lines = lines.trim_end().replace('\n', "\n  ");
    let theme = format!("{}{SECOND}", support::THEME);
    Project::minimal().with("content/zandstad-2027/bouwopgave.md", theme).with(
        PATH,
        format!(
            "---\nsoort: evaluatie\ntitel: Terugblik op 2027\ngemeente: Zandstad\npartijen: [gemeente, de-brug, huurdersraad]\n\
             looptijd: 2027\nhoort_bij: zandstad-2027\nstatus: vastgesteld\nevaluatie:\n  {lines}\n---\n\nWij kijken terug.\n"
        ),
    )
}

const BOTH: &str = "inhoud:\n  B1: {oordeel: deels, uitleg: Er kwamen er 90.}\n  B2: gehaald\nproces:\n  goed: [Elke maand overleg]\n  beter: [Eerder bellen]\n  lessen: [Eerst de grond]";

/// The words of everything on the page that `selector` finds.
fn texts(project: &Project, page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&project.read(page));
    let selector = Selector::parse(selector).expect("a selector");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector).map(|element| words(element.text().collect())).collect()
}

fn links(project: &Project, page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&project.read(page));
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
}

#[test]
fn an_evaluation_shows_each_agreement_with_its_verdict_and_how_parties_worked_together() {
    let project = with_evaluation(BOTH);
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        texts(&project, PAGE, ".oordelen tbody tr"),
        ["B1 Nieuwbouw in Noord deels gehaald Er kwamen er 90.", "B2 Leges verlagen gehaald geen uitleg–"]
    );
    assert_eq!(
        links(&project, PAGE, ".oordelen a"),
        ["../zandstad-2027/bouwopgave.html#B1", "../zandstad-2027/bouwopgave.html#B2"]
    );
    assert_eq!(texts(&project, PAGE, ".telling"), ["Afspraken: 1 gehaald, 1 deels gehaald."]);
    assert_eq!(
        texts(&project, PAGE, "#_evaluatie-proces li"),
        ["Elke maand overleg", "Eerder bellen", "Eerst de grond"]
    );
    // All of it is on the long page too, and in its contents.
    let whole = "output/terugblik/volledig.html";
    assert_eq!(texts(&project, whole, ".oordelen tbody tr").len(), 2);
    assert!(links(&project, whole, "nav a").contains(&"#_evaluatie-proces".to_owned()));
}

#[test]
fn pages_of_what_binds_nobody_speak_of_no_signing_and_of_no_agreements() {
    let project = with_evaluation(BOTH);
    project.build_ok(&["--only", "site"]);
    assert!(!project.path("output/terugblik/afspraken.html").exists());
    let page = texts(&project, PAGE, "main").join(" ");
    assert!(!page.contains("Ondertekend") && !page.contains("Download de afspraken"), "{page}");
    let steps = texts(&project, PAGE, ".stappen strong");
    assert_eq!(steps, ["Concept", "Vastgesteld"]);
}

#[test]
fn the_document_that_was_evaluated_says_so_itself_and_at_each_agreement() {
    let project = with_evaluation(BOTH);
    project.build_ok(&["--only", "site"]);
    let own = "output/zandstad-2027/index.html";
    assert!(texts(&project, own, ".knoppen a").contains(&"Terugblik op 2027".to_owned()));
    let theme = "output/zandstad-2027/bouwopgave.html";
    let facts = texts(&project, theme, "#B1 .feiten > div");
    assert!(facts.contains(&"Geëvalueerddeels gehaald in Terugblik op 2027".to_owned()), "{facts:?}");
    let there = links(&project, theme, "#B1 .feiten a");
    assert!(there.contains(&"../terugblik/index.html#_oordeel-B1".to_owned()), "{there:?}");
    assert_eq!(texts(&project, PAGE, "#_oordeel-B1").len(), 1);
}

#[test]
fn what_is_not_judged_is_said_to_be_so_without_a_warning() {
    let project = with_evaluation("inhoud: {B2: niet}");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, PAGE, ".oordelen tbody tr:first-child td")[0], "niet beoordeeld");
    assert_eq!(texts(&project, PAGE, ".telling"), ["Afspraken: 1 niet gehaald, 1 niet beoordeeld."]);
    assert!(texts(&project, PAGE, "#_evaluatie-proces").is_empty());
    let facts = texts(&project, "output/zandstad-2027/bouwopgave.html", "#B1 .feiten > div");
    assert!(!facts.iter().any(|fact| fact.contains("Geëvalueerd")), "{facts:?}");
}

#[test]
fn an_agreement_that_ended_is_listed_only_with_a_verdict() {
    let ended = "wanneer: 2027-12-31\nbeeindigd: {per: 2027-06-01, reden: afgerond}\n```\n\nTekst.";
    let theme = "content/zandstad-2027/bouwopgave.md";
    let end = |project: Project| project.replacing(theme, "wanneer: 2027-12-31\n```\n\nTekst.", ended);
    let project = end(with_evaluation("inhoud: {B1: gehaald}"));
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, PAGE, ".oordelen tbody tr").len(), 1);
    let project = end(with_evaluation("inhoud: {B1: gehaald, B2: niet}"));
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, PAGE, ".oordelen tbody tr").len(), 2);
}

#[test]
fn a_verdict_is_on_an_agreement_that_is_there() {
    let project = with_evaluation("inhoud: {B1: gehaald, B22: niet}");
    project.assert_finds(&[("M160", FILE, "B22")]);
    assert!(project.messages().contains("B2"), "{}", project.messages());
    // Where the other document could not be read in full, nothing is called unknown.
    let broken =
        project.replacing("content/zandstad-2027/bouwopgave.md", "soort: handeling", "soort: handelin");
    assert!(broken.codes().iter().all(|code| code.starts_with("M101")), "{:?}", broken.codes());
    let gone = with_evaluation("inhoud: {B9: niet}").replacing(
        PATH,
        "hoort_bij: zandstad-2027",
        "hoort_bij: elders",
    );
    gone.assert_finds(&[("V109", FILE, "elders")]);
}

#[test]
fn what_cannot_be_read_of_an_evaluation_is_told_at_its_place() {
    with_evaluation("inhoud: {B1: half}").assert_finds(&[("M101", FILE, "half")]);
    with_evaluation("inhoud: {B1: {oordeel: gehaald, uitleg: \"\"}}").assert_finds(&[("M109", FILE, "\"\"")]);
    with_evaluation("inhoud: {noord: niet}").assert_finds(&[("M107", FILE, "noord: niet")]);
    with_evaluation("inhoud: {B1: gehaald, \"B1 \": niet}").assert_finds(&[("M161", FILE, "\"B1 \"")]);
    with_evaluation("inhoud: {B1: {uitleg: Ja.}}").assert_finds(&[("Y105", FILE, "uitleg: Ja.")]);
    with_evaluation("proces: {slecht: [Nee]}").assert_finds(&[("Y102", FILE, "slecht")]);
}

#[test]
fn only_a_document_that_looks_back_has_an_evaluation() {
    let project = Project::minimal().replacing(
        "content/zandstad-2027/overeenkomst.md",
        "ondertekening:",
        "evaluatie: {inhoud: {B1: gehaald}}\nondertekening:",
    );
    project.assert_finds(&[("M159", "zandstad-2027/overeenkomst.md", "evaluatie: ¦{")]);
}

#[test]
fn what_an_evaluation_says_is_in_its_fingerprint() {
    let canonical = |lines: &str| {
        let project = with_evaluation(lines);
        project.build_ok(&["--only", "site"]);
        project.read("output/terugblik/vingerafdruk.txt")
    };
    let text = canonical(BOTH);
    for line in [
        "evaluatie van: zandstad-2027",
        "oordeel: B1 deels",
        "uitleg: Er kwamen er 90.",
        "les: Eerst de grond",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in {text}");
    }
    assert_ne!(text, canonical(&BOTH.replace("B2: gehaald", "B2: niet")));
}

#[test]
fn an_evaluation_is_a_table_and_data_too() {
    let project = with_evaluation("inhoud: {B1: {oordeel: deels, uitleg: \"=1+1\"}}");
    project.build_ok(&["--only", "site"]);
    let csv = project.read("output/terugblik/evaluatie.csv");
    assert!(csv.contains("terugblik;zandstad-2027;Bouwen;B1;Nieuwbouw in Noord;deels;'=1+1"), "{csv}");
    assert!(csv.contains("B2;Leges verlagen;;"), "{csv}");
    let json: serde_json::Value =
        serde_json::from_str(&project.read("output/terugblik/overeenkomst.json")).expect("JSON");
    assert_eq!(json["evaluatie"]["inhoud"][0]["oordeel"], "deels");
    assert!(!project.path("output/zandstad-2027/evaluatie.csv").exists());
}

#[test]
fn the_pdf_of_an_evaluation_has_verdicts_and_lessons_and_runs_nothing() {
    let hostile = BOTH.replace("Er kwamen er 90.", "\"#read(\\\"/etc/passwd\\\") <script>x</script> 90.\"");
    let project = with_evaluation(&hostile);
    project.build_ok(&[]);
    assert!(!project.read(PAGE).contains("<script>x"));
    let pdf = project.path("output/terugblik/terugblik.pdf");
    let output = match Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output() {
        Ok(output) => output,
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "pdftotext, of poppler-utils, is needed: {error}");
            return;
        }
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in ["Nieuwbouw in Noord", "deels gehaald", "#read", "Elke maand overleg", "Eerst de grond"] {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
}

#[test]
fn after_edits_of_an_evaluation_and_of_what_it_is_about_an_edition_is_as_one_read_afresh() {
    let theme = "content/zandstad-2027/bouwopgave.md";
    let mut followed = Followed::new(with_evaluation(BOTH));
    followed.assert_errors(false);
    followed.replace(PATH, "B2: gehaald", "B2: niet");
    followed.replace(theme, "Leges verlagen", "Leges");
    followed.replace(theme, "{#B2}", "{#B3}");
    followed.assert_errors(true);
    followed.replace(PATH, "B2: niet", "B3: niet");
    followed.assert_errors(false);
    followed.replace(theme, "soort: handeling", "soort: handelin");
    followed.assert_errors(true);
    followed.replace(theme, "soort: handelin", "soort: handeling");
    followed.replace(PATH, "evaluatie:\n", "evaluatie: {}\n");
    followed.assert_errors(true);
    followed.replace(PATH, "evaluatie: {}\n", "evaluatie:\n");
    followed.replace(PATH, "hoort_bij: zandstad-2027", "hoort_bij: elders");
    followed.assert_errors(true);
    followed.replace(PATH, "hoort_bij: elders", "hoort_bij: zandstad-2027");
    followed.remove(PATH);
    followed.assert_errors(false);
}
