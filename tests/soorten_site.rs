//! What the site shows of levels, work agendas, ended agreements, areas and
//! target groups.

mod support;

use scraper::{ElementRef, Html, Selector};
use support::Project;

const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const PAGE: &str = "output/zandstad-2027/bouwopgave.html";

/// The minimal project with three more agreements: one that goes on, one that
/// ended and was replaced by it, one that works out B1.
fn project() -> Project {
    let project = Project::minimal()
        .replacing(
            "content/site.yaml",
            "partijen:",
            "gebieden:\n  - {id: noord, naam: Zandstad-Noord, soort: wijk, toelichting: Boven het kanaal.}\n\
             doelgroepen:\n  - {id: starters, naam: <b>Starters</b>}\npartijen:",
        )
        .replacing(THEME, "soort: transactie\n", "soort: transactie\nniveau: doel\ngebieden: noord\n")
        .replacing(THEME, "titel: Bouwen\n", "titel: Bouwen\ndoelgroepen: starters\n");
    let text = project.read(THEME)
        + "\n## Onderhoud gaat door {#B2}\n\n```afspraak\nsoort: garantie\ngoing_concern: true\nwie:\n  de-brug: onderhoudt alle woningen\nwanneer: doorlopend\n```\n\nHet onderhoud loopt. Zie [B3].\n\n### Dak {#dak}\n\nEn het dak.\n"
        + "\n## Oud plan {#B3}\n\n```afspraak\nsoort: handeling\nwie:\n  gemeente: maakt een plan\nwanneer: 2027\nbeeindigd:\n  per: 2027-07-01\n  reden: vervangen\n  door: B2\n  toelichting: Er is <script>geen</script> geld.\n```\n\nZo was het.\n"
        + "\n## Straat klaar {#B4}\n\n```afspraak\nsoort: proces\nniveau: activiteit\nonder: B1\n```\n\nDe straat.\n";
    project.with(THEME, text)
}

fn html(project: &Project, path: &str) -> Html {
    Html::parse_document(&project.read(path))
}

fn built() -> Project {
    let project = project();
    assert_eq!(project.messages(), "");
    project.build_ok(&["--only", "site"]);
    project
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(element: ElementRef) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    select(html, selector).into_iter().map(text).collect()
}

#[test]
fn what_goes_on_stands_below_what_is_new_as_a_table_with_its_text() {
    let project = built();
    let page = html(&project, PAGE);
    let order: Vec<_> = select(&page, "article").iter().filter_map(|article| article.attr("id")).collect();
    assert_eq!(order, ["B1", "B4", "B2", "B3"]);
    let row = texts(&page, ".werkagenda tbody tr").join(" ");
    assert_eq!(row, "B2 Onderhoud gaat door De Brug onderhoudt alle woningen doorlopend");
    assert!(texts(&page, ".werkagenda #B2 details").join(" ").contains("Het onderhoud loopt."));
}

#[test]
fn headings_do_not_skip_a_level_where_an_agreement_was_moved() {
    let project = built();
    for (path, level) in [(PAGE, 2), ("output/zandstad-2027/volledig.html", 3)] {
        let page = html(&project, path);
        let mut last = 1;
        for heading in select(&page, "main h1, main h2, main h3, main h4, main h5, main h6") {
            let level: u8 = heading.value().name()[1..].parse().expect("a level");
            assert!(level <= last + 1, "{path}: h{last} is followed by {}", heading.html());
            last = level;
        }
        let of = |selector: &str| select(&page, selector)[0].value().name().to_owned();
        assert_eq!(of(".werkagenda > :is(h2, h3)"), format!("h{level}"));
        assert_eq!(of("#B2 .afspraak-titel"), format!("h{}", level + 1));
        assert_eq!(of("[id$=dak]"), format!("h{}", level + 2));
    }
}

#[test]
fn an_ended_agreement_keeps_its_address_and_says_why_it_ended() {
    let project = built();
    let page = html(&project, PAGE);
    let ended = texts(&page, ".afgevoerd #B3").join(" ");
    for expected in [
        "B3 Oud plan",
        "Beëindigd per 1 juli 2027: vervangen door een andere afspraak.",
        "Lees nu B2 Onderhoud gaat door",
        "Er is <script>geen</script> geld.",
        "Zo was het.",
    ] {
        assert!(ended.contains(expected), "{expected:?} is not in {ended}");
    }
    assert!(!select(&page, "#B2 a[href='#B3']").is_empty(), "[B3] still leads there");
    assert!(select(&page, "main script").is_empty());
}

#[test]
fn an_ended_agreement_is_counted_nowhere_and_asks_nothing_of_its_parties() {
    let project = built();
    assert!(texts(&html(&project, "output/index.html"), ".kaart .rijen").join(" ").contains("Afspraken 3"));
    assert!(
        texts(&html(&project, "output/zandstad-2027/index.html"), ".themakaart")
            .join(" ")
            .contains("3 afspraken")
    );
    assert!(!project.read("output/partijen/gemeente.html").contains("maakt een plan"));
}

#[test]
fn what_works_out_what_is_linked_both_ways_and_shown_as_a_tree() {
    let project = built();
    let page = html(&project, PAGE);
    assert!(texts(&page, "#B1 .feiten").join(" ").contains("Uitgewerkt in B4 Straat klaar"));
    assert!(texts(&page, "#B4 .feiten").join(" ").contains("Werkt uit B1 Nieuwbouw in Noord"));
    assert_eq!(texts(&page, ".boom > li > a"), ["B1 Nieuwbouw in Noord"]);
    assert_eq!(texts(&page, ".boom > li > ul > li > a"), ["B4 Straat klaar"]);
}

#[test]
fn areas_and_target_groups_have_pages_of_all_that_is_about_them() {
    let project = built();
    let area = html(&project, "output/gebieden/noord.html");
    assert_eq!(texts(&area, ".afsprakenlijst li a"), ["B1 Nieuwbouw in Noord"]);
    assert!(texts(&area, ".band").join(" ").contains("Wijk Zandstad-Noord"));
    assert!(texts(&area, ".band").join(" ").contains("Boven het kanaal."));
    // The theme names the target group, and so all of its running agreements are about it.
    let group = html(&project, "output/doelgroepen/starters.html");
    assert_eq!(texts(&group, "h1"), ["<b>Starters</b>"]);
    assert_eq!(texts(&group, ".afsprakenlijst li a").len(), 3);
    let list = html(&project, "output/gebieden/index.html");
    assert_eq!(texts(&list, ".afsprakenlijst li .erbij"), ["Wijk · 1 afspraak"]);
    let page = html(&project, PAGE);
    assert_eq!(select(&page, "#B1 .labels a")[0].attr("href"), Some("../gebieden/noord.html"));
    assert_eq!(select(&page, ".thema-labels a")[0].attr("href"), Some("../doelgroepen/starters.html"));
    let guide = project.read("output/wegwijzer.html");
    assert!(guide.contains("gebieden/noord.html") && guide.contains("doelgroepen/starters.html"));
}

#[test]
fn without_areas_there_are_no_pages_of_them() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let tree = project.tree("output");
    assert!(!tree.keys().any(|path| path.starts_with("gebieden/") || path.starts_with("doelgroepen/")));
    assert!(!project.read(PAGE).contains("werkagenda"));
}

#[test]
fn a_theme_of_ones_own_has_its_title_for_a_name_or_the_one_that_its_look_gives() {
    let project = Project::minimal().replacing(THEME, "thema: bouwopgave", "thema: sport-en-spel").replacing(
        THEME,
        "titel: Bouwen",
        "titel: Ruimte om te spelen",
    );
    project.build_ok(&[]);
    let card =
        || texts(&html(&project, "output/zandstad-2027/index.html"), ".themakaart .kaart-label").join(" ");
    assert_eq!(card(), "Ruimte om te spelen");
    assert!(!select(&html(&project, PAGE), ".opschrift .icoon").is_empty(), "the sheet of paper is its icon");
    project.write("themes/standaard/labels/nl.ftl", "thema-sport-en-spel = Sport en spel\n");
    project.build_ok(&[]);
    assert_eq!(card(), "Sport en spel");
}

#[test]
fn the_table_for_spreadsheets_says_what_ended_what_goes_on_and_where_it_applies() {
    let project = built();
    let csv = project.read("output/zandstad-2027/afspraken.csv");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(';').collect()).collect();
    let column = |name: &str| rows[0].iter().position(|cell| *cell == name).expect("a column");
    let cell = |nummer: &str, name: &str| {
        let row = rows.iter().find(|row| row[2] == nummer).expect("a row");
        row[column(name)].to_owned()
    };
    assert_eq!(cell("B1", "niveau"), "Doel");
    assert_eq!(cell("B1", "gebieden"), "Zandstad-Noord");
    assert_eq!(cell("B4", "werkt uit"), "B1");
    assert_eq!((cell("B2", "going concern"), cell("B1", "going concern")), ("ja".into(), "nee".into()));
    assert_eq!(cell("B3", "beëindigd per"), "2027-07-01");
    assert_eq!(cell("B3", "reden"), "vervangen door een andere afspraak");
    assert_eq!(cell("B4", "doelgroepen"), "<b>Starters</b>");
}
