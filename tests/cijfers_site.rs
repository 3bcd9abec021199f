//! What parties agreed on in figures is on the pages: in its chapter, beside
//! its agreement, for the document and for all documents, and as a file.

mod support;

use scraper::{Html, Selector};
use support::{DOCUMENT, Project, SITE};

const APPENDIX: &str = "\
---
soort: bijlage
titel: Geld
investeringen:
  - id: uitgaven
    titel: Uitgaven
    in: duizend euro
    prijspeil: 2026
    lange_termijn: 2030-2035
    toelichting: Zonder btw.
    regels:
      - {naam: Nieuwbouw, jaren: {2027: 1000, 2028: 2000}, lange_termijn: 9000, afspraak: B1}
      - {naam: Grond, partij: gemeente, jaren: {2027: 200}}
      - {naam: Onderhoud, jaren: {2027: \"0,5\", 2028: \"1,25\"}}
---
De opening van het hoofdstuk.

## Daarna

Het vervolg.
";

fn site() -> Project {
    let project = Project::minimal().with("content/zandstad-2027/geld.md", APPENDIX);
    project.build_ok(&["--only", "site"]);
    project
}

fn page(project: &Project, path: &str) -> Html {
    Html::parse_document(&project.read(&format!("output/{path}")))
}

/// The texts of all that a selector finds, white space made one space.
fn texts(html: &Html, selector: &str) -> Vec<String> {
    let found = Selector::parse(selector).expect("a selector");
    html.select(&found)
        .map(|element| element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn rows(html: &Html, table: &str) -> Vec<String> {
    texts(html, &format!("{table} tr"))
}

#[test]
fn a_table_stands_in_its_chapter_with_its_sums_and_its_split() {
    let project = site();
    let html = page(&project, "zandstad-2027/geld.html");
    assert_eq!(
        rows(&html, "#_cijfers-uitgaven .tabel:nth-of-type(1)"),
        [
            "Onderwerp Partij 2027 eerste jaar2028 doorkijkTotaal 2027 tot en met 20282030 tot en met 2035 lange termijnHoort bij"
                .replace("Partij 2027", "Partij2027")
                .replace("Onderwerp Partij", "OnderwerpPartij"),
            "NieuwbouwDe Brug1.0002.0003.0009.000B1".into(),
            "GrondGemeente Zandstad200niet bekend–200niet bekend–".into(),
            "OnderhoudDe Brug0,51,251,75niet bekend–".into(),
            "Totaal1.200,52.001,253.201,759.000".into(),
        ]
    );
    let split = rows(&html, "#_cijfers-uitgaven .tabel:nth-of-type(2)");
    assert!(split.contains(&"Woonstichting De Brug1.000,52.001,253.001,759.000".into()), "{split:?}");
    assert!(split.contains(&"Gemeente Zandstad200niet bekend–200niet bekend–".into()), "{split:?}");
    let caption = texts(&html, "#_cijfers-uitgaven caption");
    assert_eq!(caption[0], "Uitgaven Bedragen in duizenden euro’s, prijspeil 2026. Zonder btw.");
    assert_eq!(texts(&html, ".tekst h2")[0], "Cijfers");
    let text = project.read("output/zandstad-2027/geld.html");
    let place = |needle: &str| text.find(needle).unwrap_or_else(|| panic!("{needle}"));
    assert!(place("De opening van") < place("class=\"cijfers\""));
    assert!(place("class=\"cijfers\"") < place("Het vervolg."));
}

#[test]
fn headers_say_what_a_figure_is_to_those_who_do_not_see_the_table() {
    let html = page(&site(), "zandstad-2027/geld.html");
    let unscoped = Selector::parse(".cijfers th:not([scope])").expect("a selector");
    assert_eq!(html.select(&unscoped).count(), 0);
    let tables = Selector::parse(".cijfers").expect("a selector");
    for table in html.select(&tables) {
        let captions = Selector::parse("caption").expect("a selector");
        assert_eq!(table.select(&captions).count(), 1);
    }
}

#[test]
fn an_agreement_shows_its_figures_and_the_way_to_their_table() {
    let project = site();
    let html = page(&project, "zandstad-2027/bouwopgave.html");
    assert_eq!(
        texts(&html, "#B1 .cijferlijst li"),
        [
            "Uitgaven, Nieuwbouw (De Brug): € 1.000.000 in 2027, € 2.000.000 in 2028 en € 9.000.000 in 2030 tot en met 2035, samen € 3.000.000"
        ]
    );
    let link = Selector::parse("#B1 .cijferlijst a").expect("a selector");
    let href = html.select(&link).next().and_then(|link| link.attr("href"));
    assert_eq!(href, Some("geld.html#_cijfers-uitgaven"));
    let whole = page(&project, "zandstad-2027/volledig.html");
    let href = whole.select(&link).next().and_then(|link| link.attr("href"));
    assert_eq!(href, Some("#geld--_cijfers-uitgaven"));
    let table = Selector::parse("#geld--_cijfers-uitgaven .cijfers").expect("a selector");
    assert_eq!(whole.select(&table).count(), 2);
}

#[test]
fn a_document_has_a_page_of_all_its_figures_as_soon_as_it_has_one() {
    let project = site();
    let html = page(&project, "zandstad-2027/cijfers.html");
    let sums = rows(&html, "#_samen-1");
    assert_eq!(
        sums,
        [
            "Partij20272028Totaal",
            "Gemeente Zandstad200niet bekend–200",
            "Woonstichting De Brug1.000,52.001,253.001,75",
            "Alle partijen1.200,52.001,253.201,75",
        ]
    );
    assert_eq!(rows(&html, "#geld--_cijfers-uitgaven .tabel:nth-of-type(1)").len(), 5);
    assert!(project.read("output/zandstad-2027/index.html").contains("href=\"cijfers.html\""));
    let without = Project::minimal();
    without.build_ok(&["--only", "site"]);
    assert!(!without.path("output/zandstad-2027/cijfers.html").exists());
    assert!(!without.path("output/zandstad-2027/cijfers.csv").exists());
    assert!(without.read("output/cijfers.html").contains("Er staan nog geen cijfers in de afspraken."));
    assert!(without.read("output/wegwijzer.html").contains("href=\"cijfers.html\""));
}

/// A document of another municipality with these heads of tables.
fn other(soort: &str, folder: &str, tables: &str) -> (String, String, String, String) {
    let document = DOCUMENT
        .replace("gemeente: Zandstad", "gemeente: Duin")
        .replace("Zandstad 2027", &format!("Duin {folder}"))
        .replace("soort: jaarafspraken", &format!("soort: {soort}"))
        .replace(
            "status: ",
            match soort {
                "jaarschijf" => "hoort_bij: duin\nstatus: ",
                "bod" => "van: de-brug\nstatus: ",
                _ => "status: ",
            },
        );
    let chapter = format!("---\nsoort: hoofdstuk\ntitel: Cijfers\n{tables}---\nTekst.\n");
    (format!("content/{folder}/overeenkomst.md"), document, format!("content/{folder}/tabellen.md"), chapter)
}

fn with_other(project: Project, soort: &str, folder: &str, tables: &str) -> Project {
    let (path, document, chapter_path, chapter) = other(soort, folder, tables);
    project.with(&path, document).with(&chapter_path, chapter)
}

fn homes(id: &str, figures: &str) -> String {
    format!(
        "aantallen:\n  - id: {id}\n    titel: Nieuwe woningen\n    eenheid: woningen\n    regels:\n      - {{naam: Noord, jaren: {figures}}}\n"
    )
}

#[test]
fn figures_of_all_documents_add_up_with_the_share_of_each_beside_the_sum() {
    let zandstad =
        format!("---\nsoort: bijlage\ntitel: Aantallen\n{}---\nTekst.\n", homes("nieuwbouw", "{2027: 10}"));
    let project = Project::minimal().with("content/zandstad-2027/aantallen.md", zandstad);
    let project = with_other(project, "jaarafspraken", "duin-2027", &homes("nieuwbouw", "{2027: 5}"));
    // What is only offered, and what is about something else, does not count.
    let project = with_other(project, "bod", "duin-bod", &homes("nieuwbouw", "{2027: 1000}"));
    let project = with_other(project, "jaarafspraken", "duin-sloop", &homes("sloop", "{2027: 3}"));
    project.build_ok(&["--only", "site"]);
    let html = page(&project, "cijfers.html");
    let all = texts(&html, "tbody tr");
    assert!(all.contains(&"Woonstichting De BrugPrestatieafspraken Duin duin-20275".into()), "{all:?}");
    assert!(all.contains(&"Woonstichting De BrugPrestatieafspraken Zandstad 202710".into()), "{all:?}");
    assert!(all.contains(&"Woonstichting De Brugsamen15".into()), "{all:?}");
    assert!(all.contains(&"Woonstichting De BrugPrestatieafspraken Duin duin-sloop3".into()), "{all:?}");
    assert!(!all.iter().any(|row| row.contains("1.000")), "{all:?}");
}

#[test]
fn a_jaarschijf_counts_in_the_place_of_what_was_expected_of_its_year() {
    let project = Project::minimal();
    let project =
        with_other(project, "meerjarenafspraken", "duin", &homes("nieuwbouw", "{2027: 100, 2028: 50}"));
    let project = with_other(project, "jaarschijf", "duin-2027", &homes("nieuwbouw", "{2027: 90}"));
    project.build_ok(&["--only", "site"]);
    let all = texts(&page(&project, "cijfers.html"), "tbody tr");
    assert!(all.contains(&"Woonstichting De Brugsamen9050140".into()), "{all:?}");
}

#[test]
fn documents_in_the_making_count_apart() {
    let concept =
        DOCUMENT.replace("status: vastgesteld\ndatums:\n  vastgesteld: 2026-11-19", "status: concept");
    let chapter =
        format!("---\nsoort: bijlage\ntitel: Aantallen\n{}---\nTekst.\n", homes("nieuwbouw", "{2027: 10}"));
    let project = Project::minimal()
        .with("content/zandstad-2027/overeenkomst.md", concept)
        .with("content/zandstad-2027/aantallen.md", chapter);
    let project = with_other(project, "jaarafspraken", "duin-2027", &homes("nieuwbouw", "{2027: 5}"));
    project.build_ok(&["--only", "site"]);
    let html = page(&project, "cijfers.html");
    assert_eq!(texts(&html, ".blok-kop h2"), ["Gemaakte afspraken", "Afspraken in de maak"]);
    assert!(!texts(&html, "tbody tr").iter().any(|row| row.ends_with("15")));
}

#[test]
fn money_is_set_against_what_is_paid_of_it() {
    let head = "dekking:
  - id: huur
    titel: Hogere huur
    in: duizend euro
    prijspeil: 2026
    regels:
      - {soort: opbrengst, naam: Huur, jaren: {2027: 260, 2028: 260}}
      - {soort: uitgave, naam: Isolatie, jaren: {2027: 200}}
      - {soort: uitgave, naam: Glas, jaren: {2028: 350}}
";
    let chapter = format!("---\nsoort: hoofdstuk\ntitel: Dekking\n{head}---\nTekst.\n");
    let project = Project::minimal().with("content/zandstad-2027/dekking.md", chapter);
    project.build_ok(&["--only", "site"]);
    let html = page(&project, "zandstad-2027/dekking.html");
    let table = rows(&html, "#_cijfers-huur");
    assert!(table.contains(&"Huur260260520".into()), "{table:?}");
    assert!(table.contains(&"Samen betaald200350550".into()), "{table:?}");
    assert!(table.contains(&"Betaald min binnengekomen−609030".into()), "{table:?}");
    // It is no investment of its own.
    assert!(
        !project.path("output/zandstad-2027/cijfers.html").exists()
            || !project.read("output/zandstad-2027/cijfers.html").contains("_samen-1")
    );
}

#[test]
fn figures_are_a_file_too_in_which_every_figure_has_a_party_and_a_year() {
    let project = site();
    let csv = project.read("output/zandstad-2027/cijfers.csv");
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines[0],
        "overeenkomst;deel;tabel;titel;soort;onderwerp;partij;afspraken;jaren;termijn;waarde;eenheid;prijspeil;uitwerking van"
    );
    assert!(lines.contains(&"zandstad-2027;geld;uitgaven;Uitgaven;investeringen;Nieuwbouw;Woonstichting De Brug;B1;2027;eerste jaar;1000;duizend euro;2026;"));
    assert!(lines.contains(&"zandstad-2027;geld;uitgaven;Uitgaven;investeringen;Nieuwbouw;Woonstichting De Brug;B1;2030-2035;lange termijn;9000;duizend euro;2026;"));
    assert!(lines.contains(&"zandstad-2027;geld;uitgaven;Uitgaven;investeringen;Onderhoud;Woonstichting De Brug;;2028;doorkijk;1,25;duizend euro;2026;"));
    // A year that is not known is no row.
    assert_eq!(lines.len(), 1 + 6);
}

#[test]
fn a_figure_below_zero_stays_a_number_in_the_file() {
    let chapter =
        format!("---\nsoort: bijlage\ntitel: Aantallen\n{}---\nTekst.\n", homes("sloop", "{2027: -12}"));
    let project = Project::minimal().with("content/zandstad-2027/aantallen.md", chapter);
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/zandstad-2027/cijfers.csv").contains(";-12;"));
    assert!(project.read("output/zandstad-2027/aantallen.html").contains("−12"));
}

#[test]
fn text_that_looks_like_code_is_shown_as_it_is() {
    let hostile = APPENDIX
        .replace("titel: Uitgaven", "titel: <script>alert(1)</script>")
        .replace("naam: Nieuwbouw", "naam: \"<b>{{ 7 * 7 }}</b>\"")
        .replace("Zonder btw.", "'=cmd|calc <img src=x>'");
    let project = Project::minimal().with("content/zandstad-2027/geld.md", hostile);
    project.build_ok(&["--only", "site"]);
    for path in ["geld", "cijfers", "volledig", "bouwopgave"] {
        let text = project.read(&format!("output/zandstad-2027/{path}.html"));
        assert!(
            !text.contains("<script>alert") && !text.contains("<img src=x") && !text.contains("<b>{{"),
            "{path}"
        );
    }
    assert!(project.read("output/zandstad-2027/geld.html").contains("{{ 7 * 7 }}"));
}

#[test]
fn the_smallest_site_has_room_for_an_agreement_without_figures() {
    let project = Project::minimal().with("content/site.yaml", SITE);
    project.build_ok(&["--only", "site"]);
    assert!(!project.read("output/zandstad-2027/bouwopgave.html").contains("cijferlijst"));
}
