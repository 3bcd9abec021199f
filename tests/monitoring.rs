//! Progress and indicators: what was reached, when, who says so, and what it
//! was to be. Short forms and full ones, and what cannot be.

mod support;

#[path = "support/followed.rs"]
mod followed;

use std::path::Path;

use afspraken::chart::{self, Look, Palette};
use followed::Followed;
use scraper::{Html, Selector};
use support::Project;

const FILE: &str = "zandstad-2027/bouwopgave.md";
const PATH: &str = "content/zandstad-2027/bouwopgave.md";
const PAGE: &str = "output/zandstad-2027/bouwopgave.html";

/// The minimal project with more in the facts of its agreement.
fn with_facts(facts: &str) -> Project {
    Project::minimal().replacing(PATH, "wanneer: 2027-12-31\n", &format!("wanneer: 2027-12-31\n{facts}\n"))
}

/// The minimal project with an indicator of these lines.
fn with_indicator(lines: &str) -> Project {
    let lines = lines.trim_end().replace('\n', "\n    ");
    let head = format!(
        "titel: Bouwen\nindicatoren:\n  - id: nieuwbouw\n    titel: Nieuwe woningen\n    eenheid: woningen\n    {lines}\n"
    );
    Project::minimal().replacing(PATH, "titel: Bouwen\n", &head)
}

/// The text of a PDF on one line; nothing where poppler-utils is not installed.
fn pdf_text(pdf: &Path) -> Option<String> {
    support::pdf_pages(pdf).map(|pages| pages.join(" "))
}

/// The words of everything on the page that `selector` finds.
fn texts(project: &Project, page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&project.read(page));
    let selector = Selector::parse(selector).expect("a selector");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector).map(|element| words(element.text().collect())).collect()
}

#[test]
fn how_far_an_agreement_is_stands_on_its_page_on_paper_and_in_the_data() {
    let project = with_facts("uitvoering: {2028-06-30: gereed, 2027-03-01: gestart}");
    project.build_ok(&[]);
    let facts = texts(&project, PAGE, ".feiten > div");
    let expected = "Uitvoeringgereed (30 juni 2028)Eerder: gestart (1 maart 2027)";
    assert!(facts.iter().any(|fact| fact == expected), "{facts:?}");
    if let Some(text) = pdf_text(&project.path("output/zandstad-2027/zandstad-2027.pdf")) {
        assert!(text.contains("Uitvoering gereed (30 juni 2028)"), "{text}");
        assert!(!text.contains("gestart"), "paper holds what is so, not what was: {text}");
    }
    let data = project.read("output/zandstad-2027/overeenkomst.json");
    let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
    let steps = &data["themas"][0]["afspraken"][0]["uitvoering"];
    assert_eq!(steps[0]["stap"], "gestart");
    assert_eq!(steps[1]["sinds"], "2028-06-30");
}

#[test]
fn a_step_that_there_is_not_is_told_with_those_that_there_are() {
    let project = with_facts("uitvoering: {2027-03-01: begonnen}");
    let found = project.messages();
    assert!(found.contains("begonnen") && found.contains("niet-gestart"), "{found}");
    assert!(found.contains("bouwopgave.md"), "{found}");
}

#[test]
fn a_colour_may_be_a_word_or_come_with_day_party_and_note() {
    let project = with_facts(
        "status: {2027: {kleur: oranje, datum: 2027-09-14, door: de-brug, notitie: De grond is laat.}}",
    );
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        texts(&project, PAGE, ".lichten > li"),
        ["2027 vraagt aandacht op 14 september 2027, volgens De Brug De grond is laat."]
    );
    let project = with_facts("status: {2027: rood}");
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, PAGE, ".lichten > li"), ["2027 loopt achter"]);
}

#[test]
fn of_several_colours_in_a_year_the_last_counts_and_the_others_stay_to_be_seen() {
    let project = with_facts(
        "status:\n  2027:\n    - {kleur: rood, datum: 2027-09-14}\n    - {kleur: groen, datum: 2027-03-11, notitie: Alles loopt.}",
    );
    project.build_ok(&["--only", "site"]);
    let lights = texts(&project, PAGE, ".lichten > li");
    assert_eq!(lights.len(), 1);
    assert!(lights[0].starts_with("2027 loopt achter op 14 september 2027"), "{lights:?}");
    assert_eq!(
        texts(&project, PAGE, ".lichten-eerder li"),
        ["Eerder: op schema op 11 maart 2027 Alles loopt."]
    );
}

#[test]
fn colours_of_one_year_without_a_day_or_of_one_day_cannot_be_put_in_order() {
    let project = with_facts("status: {2027: [groen, {kleur: rood, datum: 2027-09-14}]}");
    project.assert_finds(&[("M152", FILE, "groen")]);
    let project =
        with_facts("status: {2027: [{kleur: groen, datum: 2027-09-14}, {kleur: rood, datum: 2027-09-14}]}");
    project.assert_finds(&[("M152", FILE, "{kleur: rood")]);
}

#[test]
fn one_colour_in_a_list_needs_no_day() {
    with_facts("status: {2027: [groen]}").assert_finds(&[]);
}

#[test]
fn a_colour_for_a_year_outside_the_term_is_found_at_that_year() {
    let project = with_facts("status: {2026: groen, 2027: groen}");
    project.assert_finds(&[("M151", FILE, "2026")]);
    assert!(project.messages().contains("De looptijd is 2027."), "{}", project.messages());
}

#[test]
fn a_year_that_is_given_twice_in_two_spellings_is_found_once() {
    with_facts("status:\n  2027: groen\n  \"2027 \": rood").assert_finds(&[("M150", FILE, "\"2027 \"")]);
    with_indicator("streef: {2027: 10, \"2027 \": 12}").assert_finds(&[("M150", FILE, "\"2027 \"")]);
}

#[test]
fn what_is_wrong_in_a_judgement_is_said_at_its_own_place_and_once() {
    with_facts("status: {2027: {kleur: paars, datum: 2027-02-30}}")
        .assert_finds(&[("M101", FILE, "paars"), ("M102", FILE, "2027-02-30")]);
    with_facts("status: {2027: [{kleur: groen, datum: 2027-02-30}, {kleur: rood, datum: 2027-03-01}]}")
        .assert_finds(&[("M102", FILE, "2027-02-30")]);
    with_facts("status: {2027: {kleur: groen, door: de-burg}}").assert_finds(&[("M105", FILE, "de-burg")]);
    with_facts("status: {2027: {kleur: groen, note: x}}").assert_finds(&[("Y102", FILE, "note")]);
}

#[test]
fn parties_account_for_their_own_part_in_the_order_of_time() {
    let project = with_facts(
        "voortgang:\n  - {datum: 2027-09-01, partij: gemeente, tekst: De grond is klaar.}\n  - {datum: 2027-06-30, partij: de-brug, tekst: De eerste woningen staan.}",
    );
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        texts(&project, PAGE, ".verantwoording li"),
        [
            "De Brug 30 juni 2027 De eerste woningen staan.",
            "Gemeente Zandstad 1 september 2027 De grond is klaar."
        ]
    );
    with_facts("voortgang:\n  - {datum: 2027-06-31, partij: brug, tekst: \"\"}").assert_finds(&[
        ("M102", FILE, "2027-06-31"),
        ("M105", FILE, "brug,"),
        ("M109", FILE, "\"\""),
    ]);
}

#[test]
fn progress_changes_no_fingerprint_and_what_is_aimed_for_does() {
    let canonical = |project: Project| {
        project.build_ok(&["--only", "site"]);
        project.read("output/zandstad-2027/vingerafdruk.txt")
    };
    let bare = canonical(Project::minimal());
    let facts = "status: {2027: groen}\nvoortgang:\n  - {datum: 2027-06-30, partij: de-brug, tekst: Klaar.}";
    assert_eq!(canonical(with_facts(facts)), bare);
    let target = canonical(with_indicator("streef: {2027: 10}"));
    assert_eq!(
        canonical(with_indicator("streef: {2027: 10}\nstand: {2027: {waarde: 9, toelichting: Bijna.}}")),
        target
    );
    for other in [
        "streef: {2027: {minimum: 10, ambitie: 12}}",
        "streef: {2027: 10}\neigenaar: de-brug",
        "streef: {2027: 10}\nrichting: hoger",
        "streef: {2027: 10}\nbron: {naam: dVi, peildatum: 2026-01-01}",
    ] {
        assert_ne!(canonical(with_indicator(other)), target, "{other}");
    }
}

#[test]
fn figures_are_shown_as_they_were_typed() {
    let project = with_indicator(
        "nulmeting: {2025: 6.90}\nstreef: {2027: 7.10, 2028: \"7,50\"}\nstand: {2026: {waarde: 7.00}}",
    );
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    let cells = texts(&project, PAGE, ".indicator td");
    for figure in ["6,90", "7,10", "7,50", "7,00"] {
        assert!(cells.iter().any(|cell| cell == figure), "{figure}: {cells:?}");
    }
}

#[test]
fn an_indicator_shows_who_measures_where_from_and_what_is_to_be_surpassed() {
    let project = with_indicator(
        "eigenaar: de-brug\nrichting: lager\nbron: {naam: dVi, url: \"https://a.example/dvi\", peildatum: 2026-01-01}\n\
         nulmeting: {2026: 14}\nstreef: {2027: {minimum: 12, ambitie: 8}}\nstand: {2027: {waarde: 11, peildatum: 2027-12-01, toelichting: Eén minder.}}",
    );
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        texts(&project, PAGE, ".indicator thead th"),
        ["Jaar", "Beginstand", "Hoogstens", "Ambitie", "Bereikt"]
    );
    assert_eq!(
        texts(&project, PAGE, ".meting > .bijschrift"),
        ["Bron: dVi, cijfers van 1 januari 2026. De Brug houdt dit bij."]
    );
    assert_eq!(texts(&project, PAGE, ".bijschriften li"), ["2027: gemeten op 1 december 2027. Eén minder."]);
    assert!(texts(&project, PAGE, ".meting-titel")[0].contains("Een lager getal is beter."));
    let page = Html::parse_document(&project.read(PAGE));
    let link = page.select(&Selector::parse(".bijschrift a").expect("a selector")).next().expect("a link");
    assert_eq!(link.attr("href"), Some("https://a.example/dvi"));
}

#[test]
fn a_chart_says_in_words_what_it_shows_and_its_figures_stand_in_a_table_below() {
    let project = with_indicator("nulmeting: {2026: 0}\nstreef: {2027: 90, 2028: 220}\nstand: {2027: 84}");
    project.build_ok(&["--only", "site"]);
    let page = Html::parse_document(&project.read(PAGE));
    let chart = page.select(&Selector::parse(".grafiek svg").expect("a selector")).next().expect("a chart");
    assert_eq!(chart.attr("role"), Some("img"));
    assert_eq!(
        chart.attr("aria-label"),
        Some(
            "Grafiek van: Nieuwe woningen, in woningen. Het begint met 0 in 2026. Het doel gaat van 90 in 2027 naar 220 in 2028. Het laatste cijfer is 84, over 2027."
        )
    );
    let table = Selector::parse(".grafiek ~ .tabel table").expect("a selector");
    assert_eq!(page.select(&table).count(), 1);
}

#[test]
fn an_indicator_without_target_or_result_has_no_chart() {
    let project = with_indicator("nulmeting: {2026: 5}");
    project.build_ok(&[]);
    assert!(texts(&project, PAGE, ".grafiek").is_empty());
    let project = with_indicator("bron: dVi");
    project.build_ok(&[]);
}

#[test]
fn figures_that_contradict_each_other_are_found_where_they_stand() {
    with_indicator("richting: hoger\nstreef: {2027: {minimum: 12, ambitie: 8}}").assert_finds(&[(
        "M155",
        FILE,
        "2027: {min",
    )]);
    with_indicator("richting: lager\nstreef: {2027: {minimum: 8, ambitie: 12}}").assert_finds(&[(
        "M155",
        FILE,
        "2027: {min",
    )]);
    with_indicator("richting: lager\nnulmeting: {2026: 10}\nstreef: {2027: 12}")
        .assert_finds(&[("M156", FILE, "lager")]);
    with_indicator("stand: {2027: {waarde: 9, peildatum: 2026-12-31}}").assert_finds(&[(
        "M154",
        FILE,
        "2026-12-31",
    )]);
    with_indicator("streef: {2072: 9}").assert_finds(&[("M153", FILE, "2072")]);
    with_indicator("nulmeting: {1927: 9}\nstreef: {2050: 1}").assert_finds(&[("M153", FILE, "1927")]);
}

#[test]
fn what_is_no_figure_is_found_in_short_and_full_forms() {
    with_indicator("streef: {2027: veel}").assert_finds(&[("Y103", FILE, "veel")]);
    with_indicator("streef: {2027: {minimum: 10, ambitie: meer}}").assert_finds(&[("Y103", FILE, "meer")]);
    with_indicator("stand: {2027: {waarde: 1e3}}").assert_finds(&[("Y103", FILE, "1e3")]);
    with_indicator("stand: {2027: 1e3}").assert_finds(&[("Y103", FILE, "1e3")]);
    with_indicator("eigenaar: de-burg").assert_finds(&[("M105", FILE, "de-burg")]);
    with_indicator("bron: {naam: x, url: hier}").assert_finds(&[("M110", FILE, "hier")]);
}

#[test]
fn one_thing_in_two_units_is_found_at_the_second() {
    let second = "  - {id: ander, titel: nieuwe woningen, eenheid: procent}\n";
    let project =
        with_indicator("streef: {2027: 1}").replacing(PATH, "---\n\nEr is", &format!("{second}---\n\nEr is"));
    project.assert_finds(&[("M157", FILE, "procent")]);
    project.replacing(PATH, "eenheid: procent", "eenheid: Woningen").assert_finds(&[]);
}

#[test]
fn page_and_paper_show_one_drawing() {
    let project =
        with_indicator("nulmeting: {2026: 0}\nstreef: {2027: {minimum: 90, ambitie: 99}}\nstand: {2027: 84}");
    let (edition, _) = project.diagnostics();
    let model = edition.project.expect("a project");
    let tools = edition.tools.expect("a theme");
    let indicator = &model.overeenkomsten[0].themas().next().expect("a theme").indicatoren[0];
    let words = tools.theme.labels().chart(indicator);
    let draw = |look| chart::indicator(indicator, &words, look).expect("a chart");
    let paper = Look::Paper(Palette::of(&model.site.huisstijl));
    let shapes = |svg: String| -> Vec<String> {
        let values = svg.split([' ', '>']).filter(|part| part.starts_with("d=") || part.starts_with("y="));
        values.map(str::to_owned).collect()
    };
    let on_page = shapes(draw(Look::Screen));
    assert!(on_page.len() > 10);
    assert_eq!(on_page, shapes(draw(paper)));
    assert!(!draw(Look::Screen).contains("#"), "colours on a page are those of the style sheet");
    assert!(!draw(paper).contains("href"));
}

#[test]
fn a_chart_is_in_the_pdf_with_its_figures() {
    let project = with_indicator(
        "eigenaar: de-brug\nnulmeting: {2026: 3}\nstreef: {2027: {minimum: 90, ambitie: 99}}\nstand: {2027: {waarde: 84, toelichting: Zes volgen later.}}",
    );
    project.build_ok(&[]);
    let Some(text) = pdf_text(&project.path("output/zandstad-2027/zandstad-2027.pdf")) else { return };
    // Once in the chart, once in the table.
    for twice in ["Ambitie", "Beginstand", "Bereikt"] {
        assert!(text.matches(twice).count() >= 2, "{twice}: {text}");
    }
    assert!(text.contains("2027: Zes volgen later.") && text.contains("De Brug houdt dit bij."), "{text}");
}

#[test]
fn figures_as_large_or_small_as_may_be_written_can_be_drawn() {
    for figures in [
        "nulmeting: {1990: -999999999999999}\nstreef: {2027: 999999999999999}\nstand: {2026: 0.000001}",
        "streef: {2027: 0}\nstand: {2027: 0}",
        "streef: {2027: 0.000001}\nstand: {2026: 0.000002}",
        "nulmeting: {2012: 5}\nstreef: {2057: 5}",
    ] {
        let project = with_indicator(figures);
        project.build_ok(&["--only", "site"]);
        let page = project.read(PAGE);
        assert!(page.contains("g-doel"), "{figures}");
        assert!(!page.contains("NaN") && !page.contains("inf\""), "{figures}");
    }
}

#[test]
fn text_of_the_user_stays_text_in_chart_table_and_pdf() {
    let hostile = "<script>alert(1)</script> #read(\\\"/etc/passwd\\\") {{ 1 }}";
    let project = with_indicator(&format!(
        "streef: {{2027: 1}}\nstand: {{2027: {{waarde: 1, toelichting: \"{hostile}\"}}}}\nbron: {{naam: \"{hostile}\"}}"
    ))
    .replacing(PATH, "titel: Nieuwe woningen", &format!("titel: \"{hostile}\""))
    .replacing(PATH, "wanneer: 2027-12-31\n", &format!("wanneer: 2027-12-31\nstatus: {{2027: {{kleur: rood, notitie: \"{hostile}\"}}}}\nvoortgang:\n  - {{datum: 2027-01-01, partij: de-brug, tekst: \"{hostile}\"}}\n"));
    project.build_ok(&[]);
    let page = project.read(PAGE);
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(page.contains("{{ 1 }}"));
}

const PROGRESS: &str = "output/zandstad-2027/voortgang.html";

#[test]
fn the_progress_page_counts_by_year_and_says_what_needs_work_first() {
    let second = "## Tweede {#B2}\n\n```afspraak\nsoort: proces\nstatus: {2027: {kleur: rood, notitie: De grond is laat.}}\n```\n\n\
        ## Derde {#B3}\n\n```afspraak\nsoort: proces\n```\n\n## Basis {#B4}\n\n```afspraak\nsoort: beschrijvend\n```\n\n## Nieuwbouw";
    let project = with_facts("status: {2027: groen}").replacing(PATH, "## Nieuwbouw", second);
    project.build_ok(&["--only", "site"]);
    // A principle is not on schedule or behind.
    assert_eq!(
        texts(&project, PROGRESS, ".telling"),
        ["2027: 1 op schema, 1 loopt achter, 1 nog zonder oordeel."]
    );
    assert_eq!(texts(&project, PROGRESS, ".tellingen tbody tr"), ["20271011"]);
    assert_eq!(texts(&project, PROGRESS, ".aandacht li"), ["B2 Tweede: 2027 loopt achter De grond is laat."]);
    let rows = texts(&project, PROGRESS, ".voortgangstabel tbody tr");
    assert_eq!(
        rows,
        ["B2 Tweedeloopt achter", "B3 Derdenog zonder oordeel–", "B1 Nieuwbouw in Noordop schema"]
    );
    let overview = texts(&project, "output/voortgang.html", ".telling");
    assert_eq!(overview, ["2027: 1 op schema, 1 loopt achter, 1 nog zonder oordeel."]);
}

#[test]
fn when_all_agreements_are_green_that_is_said() {
    let project = with_facts("status: {2027: groen}");
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, PROGRESS, ".telling"), ["2027: alle afspraken zijn klaar of op schema (1)."]);
    assert!(texts(&project, PROGRESS, ".aandacht").is_empty());
}

#[test]
fn an_agreement_that_ended_counts_no_more() {
    let project = with_facts("status: {2027: rood}\nbeeindigd: {per: 2027-06-01, reden: afgerond}");
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, PROGRESS, ".telling"), ["Er is nog geen oordeel gegeven."]);
    assert!(texts(&project, PROGRESS, ".aandacht li").is_empty());
}

#[test]
fn the_last_figure_stands_against_its_target_and_is_called_old_after_the_months_that_were_set() {
    let indicator = "streef: {2024: 80, 2027: 90}\nstand: {2025: 84}";
    let project = with_indicator(indicator);
    project.build_ok(&["--only", "site"]);
    let last =
        "Laatste cijfer: 84 (woningen), van 31 december 2025. Het doel voor 2024 was 80. Dat is gehaald.";
    assert_eq!(texts(&project, PROGRESS, ".laatste-cijfer"), [last]);
    let build = |project: &Project, date: &str| {
        let output =
            project.command().args(["build", "--only", "site", "--date", date]).output().expect("runs");
        assert!(output.status.success());
        texts(project, PROGRESS, ".laatste-cijfer strong")
    };
    assert!(build(&project, "2027-03-31").is_empty());
    assert_eq!(build(&project, "2027-04-01"), ["Dit cijfer is oud: het is van 31 december 2025."]);
    let project = with_indicator(indicator).replacing(
        "content/site.yaml",
        "partijen:",
        "monitoring: {cijfers_oud_na_maanden: 3}\npartijen:",
    );
    assert_eq!(build(&project, "2026-04-01"), ["Dit cijfer is oud: het is van 31 december 2025."]);
    let wrong = Project::minimal().replacing(
        "content/site.yaml",
        "partijen:",
        "monitoring: {cijfers_oud_na_maanden: 0}\npartijen:",
    );
    wrong.assert_finds(&[("M158", "site.yaml", "cijfers_oud_na_maanden: ¦0")]);
}

#[test]
fn a_target_that_is_missed_met_or_surpassed_is_called_so() {
    for (figures, said) in [
        ("streef: {2026: 10}\nstand: {2026: 9}", "Dat is nog niet gehaald."),
        ("streef: {2026: {minimum: 10, ambitie: 12}}\nstand: {2026: 11}", "Dat is gehaald."),
        ("streef: {2026: {minimum: 10, ambitie: 12}}\nstand: {2026: 12}", "ook de ambitie is bereikt."),
        ("richting: lager\nstreef: {2026: 10}\nstand: {2026: 9}", "Dat is gehaald."),
        ("richting: lager\nstreef: {2026: 10}\nstand: {2026: \"10,1\"}", "Dat is nog niet gehaald."),
        ("streef: {2026: 10}", "Er is nog geen cijfer over wat is bereikt."),
    ] {
        let project = with_indicator(figures);
        project.build_ok(&["--only", "site"]);
        let last = texts(&project, PROGRESS, ".laatste-cijfer");
        assert!(last[0].ends_with(said), "{figures}: {last:?}");
    }
}

#[test]
fn a_document_without_themes_has_no_page_of_progress() {
    let project = Project::minimal();
    std::fs::remove_file(project.path(PATH)).expect("a file");
    project.build_ok(&["--only", "site"]);
    assert!(!project.path(PROGRESS).exists());
    assert!(!project.path("output/zandstad-2027/indicatoren.csv").exists());
    assert!(project.path("output/voortgang.html").exists());
}

#[test]
fn figures_leave_as_a_table_for_programs() {
    let project = with_indicator(
        "eigenaar: de-brug\nnulmeting: {2025: 1250}\nstreef: {2027: {minimum: \"-2,5\", ambitie: 0}}\nstand: {2026: {waarde: 7, peildatum: 2026-10-01, toelichting: =som}}",
    );
    project.build_ok(&["--only", "site"]);
    let csv = project.read("output/zandstad-2027/indicatoren.csv");
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    let begin = "zandstad-2027;Bouwen;nieuwbouw;Nieuwe woningen;woningen;lager;Woonstichting De Brug;;;;";
    let ends =
        ["2025;nulmeting;1250;;", "2027;minimum;-2,5;;", "2027;ambitie;0;;", "2026;stand;7;2026-10-01;'=som"];
    assert_eq!(rows, ends.map(|end| format!("{begin}{end}")));
}

#[test]
fn the_report_of_a_municipality_holds_what_the_own_corporation_did_and_nothing_of_others() {
    let project = with_facts(
        "status: {2027: {kleur: oranje, datum: 2027-09-14, notitie: De *grond* is laat.}}\nvoortgang:\n  - {datum: 2027-06-30, partij: de-brug, tekst: Bouwde 54 woningen.}\n  - {datum: 2027-07-01, partij: gemeente, tekst: Maakte de grond klaar.}",
    )
    .replacing("content/site.yaml", "partijen:", "corporatie: de-brug\npartijen:");
    project.build_ok(&["--only", "site"]);
    let text = project.read("output/volkshuisvestingsverslag/zandstad.md");
    for expected in [
        "# Volkshuisvestingsverslag: wat Woonstichting De Brug deed in Zandstad\n",
        "#### B1 Nieuwbouw in Noord\n",
        "- **Onze inzet:** bouwt 120 woningen\n",
        "- **Oordeel over 2027:** vraagt aandacht (14 september 2027). De \\*grond\\* is laat.\n",
        "- **Gedaan, 30 juni 2027:** Bouwde 54 woningen.\n",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
    assert!(!text.contains("Maakte de grond klaar") && !text.contains("levert de grond"), "{text}");
    let csv = project.read("output/volkshuisvestingsverslag/zandstad.csv");
    assert!(csv.contains("Zandstad;zandstad-2027;Bouwen;afspraak;B1;Nieuwbouw in Noord;bouwt 120 woningen;2027;vraagt aandacht;2027-09-14;De *grond* is laat.;;;"), "{csv}");
    // Without a corporation of its own a site has no report, nor of a region.
    let without = Project::minimal();
    without.build_ok(&["--only", "site"]);
    assert!(!without.path("output/volkshuisvestingsverslag").exists());
}

#[test]
fn after_changes_of_area_parties_and_themes_all_addresses_are_as_if_read_afresh() {
    let project =
        Project::minimal().replacing("content/site.yaml", "partijen:", "corporatie: de-brug\npartijen:");
    let mut followed = Followed::new(project);
    let document = "content/zandstad-2027/overeenkomst.md";
    followed.replace(document, "gemeente: Zandstad", "gemeente: Aalst");
    followed.replace(document, "gemeente: Aalst", "regio: Aalst");
    followed.replace(document, "regio: Aalst", "gemeente: Zandstad");
    let chapter = "---\nsoort: hoofdstuk\ntitel: Bouwen\n---\n\nTekst.\n";
    followed.write(PATH, chapter);
    followed.write(PATH, support::THEME);
    followed.assert_errors(false);
}
