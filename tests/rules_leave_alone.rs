//! What the rules on publication, accessibility and references leave alone, and on
//! which day they begin to speak: their pages hold one example of each, this what
//! lies close to it.

mod support;

use afspraken::diagnostic::{Diagnostic, Severity};
use afspraken::edition::Edition;
use afspraken::model::Datum;
use afspraken::rules::{self, Scene};
use support::{Project, TODAY};

const DOCUMENT: &str = "content/zandstad-2026-2029/overeenkomst.md";
const THEME: &str = "content/zandstad-2026-2029/bouwen.md";
const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>"##;

/// The same with other agreements, still to be made: for 2027 to 2030.
fn to_come() -> Project {
    let project = Project::without_findings()
        .replacing(DOCUMENT, "looptijd: 2026-2029", "looptijd: 2027-2030")
        .replacing(DOCUMENT, "status: ondertekend", "status: onderhandelakkoord")
        .replacing(
            DOCUMENT,
            "  vastgesteld: 2025-11-20\n  ondertekend: 2025-12-04",
            "  onderhandelakkoord: 2026-10-29",
        )
        .replacing(DOCUMENT, ", soort: vaststelling, datum: 2025-11-11}", ", soort: vaststelling}")
        .replacing(
            DOCUMENT,
            "  - {orgaan: raad van commissarissen, partij: de-brug, datum: 2025-11-13}\n",
            "",
        )
        .replacing(DOCUMENT, "  datum: 2025-12-04\n", "")
        .replacing(DOCUMENT, "  datum: 2025-12-10", "  datum: 2026-12-10");
    project.replacing("content/site.yaml", "periode: 2026-2029", "periode: 2026-2030")
}

fn judged(project: &Project, day: &str) -> Vec<Diagnostic> {
    let edition = Edition::read(&project.path("content"), &project.path("themes"));
    assert!(edition.diagnostics.is_empty(), "{}", project.messages());
    let model = edition.project.as_ref().expect("a project");
    let date = Datum::parse(day).expect("a date");
    let judgement =
        rules::judge(Scene { project: model, sources: &edition.sources, date, replies: None }, None);
    judgement.diagnostics().cloned().collect()
}

/// The codes of these families that are found on a day, in order.
fn codes(project: &Project, day: &str) -> Vec<&'static str> {
    let all = judged(project, day);
    let own = all.iter().map(|found| found.code.id()).filter(|code| code.starts_with(['P', 'T', 'V']));
    let mut codes: Vec<_> = own.collect();
    codes.sort_unstable();
    codes
}

/// The codes that are found in a paragraph.
fn in_text(text: &str) -> Vec<&'static str> {
    codes(&Project::without_findings().replacing(THEME, "Er zijn te weinig woningen.", text), TODAY)
}

#[test]
fn a_decision_is_missed_from_two_weeks_before_publication_on() {
    let project = to_come();
    assert_eq!(codes(&project, "2026-11-25"), [""; 0]);
    assert_eq!(codes(&project, "2026-11-26"), ["P202"]);
    assert_eq!(codes(&project, "2026-12-15"), ["P202"]);
    // From then on, that it is late says more.
    assert_eq!(codes(&project, "2026-12-16"), ["P204"]);
    assert_eq!(codes(&project, "2031-01-01"), [""; 0]);
}

#[test]
fn nothing_waits_for_who_is_only_told() {
    let project = to_come().replacing(DOCUMENT, "soort: vaststelling}", "soort: kennisname}");
    assert_eq!(codes(&project, "2026-12-09"), [""; 0]);
}

#[test]
fn what_is_late_says_which_decisions_are_missing() {
    let found = judged(&to_come(), "2027-01-10");
    let late = found.iter().find(|found| found.code.id() == "P204").expect("one that is late");
    assert_eq!((late.severity(), late.notes.len()), (Severity::Warning, 1));
}

#[test]
fn a_term_that_begins_within_a_year_has_no_day_of_the_law() {
    let project =
        to_come().replacing(DOCUMENT, "looptijd: 2027-2030", "looptijd: {van: 2026-07-01, tot: 2027-12-31}");
    let project = project.replacing("content/site.yaml", "2026-2030", "2026-2029");
    assert_eq!(codes(&project, "2026-11-22"), [""; 0]);
    let named = project.replacing(DOCUMENT, "  datum: 2026-12-10", "  uiterlijk: 2026-06-01");
    assert_eq!(codes(&named, "2026-11-22"), ["P204"]);
}

#[test]
fn a_day_of_publication_that_is_past_is_past() {
    let project =
        Project::without_findings().replacing(DOCUMENT, "  datum: 2025-12-10", "  datum: 2025-12-20");
    assert_eq!(codes(&project, TODAY), [""; 0]);
}

#[test]
fn a_gap_is_one_when_the_next_agreements_are_still_to_begin() {
    let project = Project::without_findings();
    let next = project.read(DOCUMENT).replace("2026-2029", "2031-2034");
    assert_eq!(codes(&project, "2030-03-01"), ["P207"]);
    project.write("content/zandstad-2031-2034/overeenkomst.md", next);
    assert_eq!(codes(&project, "2030-03-01"), ["P207"]);
    // And agreements that are the first of their municipality leave no gap.
    assert_eq!(codes(&project, "2025-12-20"), [""; 0]);
}

#[test]
fn a_year_is_judged_in_its_evaluation_as_well() {
    let project = Project::without_findings();
    assert_eq!(codes(&project, "2027-03-31"), [""; 0]);
    assert_eq!(codes(&project, "2027-04-01"), ["P208"]);
    let evaluation = "---\nsoort: evaluatie\ntitel: Evaluatie 2026\ngemeente: Zandstad\npartijen: [gemeente, de-brug, huurdersraad]\nlooptijd: 2026\nhoort_bij: zandstad-2026-2029\nstatus: vastgesteld\ndatums: {vastgesteld: 2027-03-15}\nevaluatie:\n  inhoud: {B1: gehaald}\npubliceren: {}\n---\nWij kijken terug.\n";
    project.write(
        "content/zandstad-evaluatie/overeenkomst.md",
        evaluation.replace("publiceren: {}", "publicatie: {datum: 2027-03-20}"),
    );
    assert_eq!(codes(&project, "2027-04-01"), [""; 0]);
}

#[test]
fn agreements_that_nobody_reports_on_are_one_message() {
    let project = Project::without_findings().replacing(THEME, "wanneer: 2028-12-31", "wanneer: 2026-09-01");
    let project = project.replacing(
        "content/zandstad-2026-2029/buurt.md",
        "wanneer: 2027-10-01",
        "wanneer: 2026-09-01",
    );
    assert_eq!(codes(&project, "2026-10-01"), [""; 0]);
    assert_eq!(codes(&project, "2026-10-02"), ["P209"]);
    let told = project.replacing(THEME, "wanneer: 2026-09-01", "wanneer: 2026-09-01\nstatus: {2026: oranje}");
    assert_eq!(codes(&told, "2026-10-02"), ["P209"]);
    let found = judged(&told, "2026-10-02");
    assert!(!found.iter().any(|found| found.message.contains("andere afspraak")));
}

#[test]
fn a_document_about_one_subject_leaves_priorities_to_others() {
    let more =
        "    - {id: zorg, titel: Zorg}\n    - {id: geld, titel: Geld}\n    - {id: warm, titel: Warm}\n";
    let project = Project::without_findings();
    let site = project.read("content/site.yaml");
    project.write("content/site.yaml", format!("{}\n{more}", site.trim_end()));
    assert_eq!(codes(&project, TODAY), [""; 0]);
}

#[test]
fn colours_of_nature_and_of_money_are_no_marks() {
    let text =
        "Wij wonen graag in het groen. De rekening staat in het rood. De groene daken houden water vast.";
    assert_eq!(in_text(text), [""; 0]);
    assert_eq!(in_text("Wat klaar is, is groen gemarkeerd."), ["T204"]);
}

#[test]
fn names_and_titles_in_another_language_stay() {
    let text =
        "De buurt heet Rue de la Gare. Het project City of Things for All and the World is van de stad.";
    assert_eq!(in_text(text), [""; 0]);
    assert_eq!(in_text("Wir haben nicht mit der Stadt und dem Land gesprochen."), ["T207"]);
}

#[test]
fn abbreviations_in_a_row_are_not_shouted() {
    assert_eq!(in_text("Dit staat in BENG en EPBD, of in DAEB BENG."), [""; 0]);
    assert_eq!(in_text("De partijen gaan NOOIT MEER WEG."), ["T208"]);
}

#[test]
fn a_label_with_a_colon_and_a_bold_sentence_are_no_headings() {
    assert_eq!(in_text("**Wij doen dit:**\n\n- wij bouwen"), [""; 0]);
    assert_eq!(in_text("**Wij bouwen.**\n\nDaarna rusten wij."), [""; 0]);
    assert_eq!(in_text("**Wat wij doen**\n\n- wij bouwen"), ["T205"]);
}

#[test]
fn a_corner_without_a_head_and_an_empty_column_are_fine() {
    assert_eq!(in_text("|  | Woningen |  |\n|---|---|---|\n| Noord | 120 |  |"), [""; 0]);
}

#[test]
fn a_link_may_be_short_when_it_is_a_name() {
    let text = "Zie [www.zandstad.example](https://www.zandstad.example) en [de buurten](buurt.md).";
    assert_eq!(in_text(text), [""; 0]);
    assert_eq!(in_text("Zie [https://zandstad.example/a](https://zandstad.example/a)."), ["T202"]);
    assert_eq!(in_text("Ga naar de buurten: [Klik hier!](buurt.md)"), ["T202"]);
}

#[test]
fn left_and_right_are_places_in_a_town_too() {
    let text =
        "Het park ligt links van het water. De kamer rechtsboven is leeg. Zie links en rechts mooie huizen.";
    assert_eq!(in_text(text), [""; 0]);
    assert_eq!(in_text("De bedragen staan op de volgende bladzijde."), ["T210"]);
}

#[test]
fn a_description_says_what_is_there() {
    let with = |alt: &str| {
        let text = format!("![{alt}](foto-noord.svg \"De Brug bouwt\")");
        let project = Project::without_findings().with("content/zandstad-2026-2029/foto-noord.svg", PICTURE);
        codes(&project.replacing(THEME, "Er zijn te weinig woningen.", &text), TODAY)
    };
    for empty in
        ["Foto", "Afbeelding 3", "foto-noord.svg", "foto-noord", "IMG_2041", "Foto van", "De Brug bouwt."]
    {
        assert_eq!(with(empty), ["T201"], "{empty}");
    }
    for said in ["Foto van het plein in Noord", "Noord", "Logo van De Brug", "Imago van de wijk in 2026"] {
        assert_eq!(with(said), [""; 0], "{said}");
    }
    assert_eq!(with("Schermafbeelding van de begroting"), ["T209"]);
}

#[test]
fn an_exception_is_needed_or_told() {
    let with = |wanneer: &str| {
        let text = format!("wanneer: {wanneer}\ntoegestaan: {{P209: Zij berichten elders.}}");
        codes(&Project::without_findings().replacing(THEME, "wanneer: 2028-12-31", &text), TODAY)
    };
    assert_eq!(with("2026-09-01"), [""; 0]);
    assert_eq!(with("2028-09-01"), ["V204"]);
}

#[test]
fn a_setting_that_says_what_holds_already_is_told() {
    let with = |regels: &str| {
        codes(
            &Project::without_findings().replacing(
                DOCUMENT,
                "soort: meer",
                &format!("regels: {regels}\nsoort: meer"),
            ),
            TODAY,
        )
    };
    assert_eq!(with("{P205: {grens: 60}}"), ["V204"]);
    assert_eq!(with("{P205: advies}"), ["V204"]);
    assert_eq!(with("{P205: {niveau: advies, grens: 30}}"), [""; 0]);
}

#[test]
fn a_term_is_used_by_its_plural_and_over_the_end_of_a_line() {
    let glossary = "- {term: sociale huurwoning, betekenis: Een woning met een lage huur.}\n- {term: NOORD, betekenis: Een afkorting.}\n";
    let project = Project::without_findings().with("content/begrippen.yaml", glossary);
    assert_eq!(codes(&project, TODAY), ["V201"]);
    let project =
        project.replacing(THEME, "Er zijn te weinig woningen.", "Er zijn te weinig sociale\nhuurwoningen.");
    assert_eq!(codes(&project, TODAY), [""; 0]);
}
