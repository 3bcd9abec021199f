//! The table of all agreements of a document, the script that narrows it, and
//! the route for newcomers.

mod support;

use scraper::{ElementRef, Html, Selector};
use support::Project;

const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const TABLE: &str = "output/zandstad-2027/afspraken.html";

fn html(project: &Project, path: &str) -> Html {
    Html::parse_document(&project.read(path))
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let text =
        |element: ElementRef| element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    select(html, selector).into_iter().map(text).collect()
}

/// The minimal project with one agreement more and one that ended.
fn built() -> Project {
    let project = Project::minimal();
    let text = project.read(THEME)
        + "\n## Onderhoud <script>x</script> {#B2}\n\n```afspraak\nsoort: garantie\ngoing_concern: true\nwie:\n  de-brug: onderhoudt <b>alles</b>\nstatus: {2027: oranje}\n```\n"
        + "\n## Oud plan {#B3}\n\n```afspraak\nsoort: proces\nbeeindigd: {per: 2027-07-01, reden: afgerond}\n```\n";
    let project = project.with(THEME, text).with(
        "content/zandstad-2027/wonen.md",
        "---\nsoort: thema\nthema: wonen\ntitel: Wonen\n---\n\n## Samen praten {#W1}\n\n```afspraak\nsoort: proces\n```\n",
    );
    project.build_ok(&["--only", "site"]);
    project
}

#[test]
fn all_running_agreements_of_a_document_stand_in_one_table_theme_by_theme() {
    let project = built();
    let page = html(&project, TABLE);
    assert_eq!(texts(&page, ".afsprakengroep h2"), ["Bouwen", "Wonen"]);
    assert_eq!(
        texts(&page, ".afsprakengroep tbody tr th"),
        ["B1 Nieuwbouw in Noord", "B2 Onderhoud <script>x</script>", "W1 Samen praten"]
    );
    let row = texts(&page, "tr:nth-child(2) td").join(" | ");
    assert_eq!(
        row,
        "De Brug onderhoudt <b>alles</b> | niet genoemd – | Garantieafspraak gaat gewoon door | 2027: vraagt aandacht"
    );
    let links: Vec<_> = select(&page, "tbody th a").iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(links, ["bouwopgave.html#B1", "bouwopgave.html#B2", "wonen.html#W1"]);
    assert!(select(&page, "main script").is_empty());
}

#[test]
fn agreements_that_ended_are_listed_below_the_table_with_the_reason() {
    let page = html(&built(), TABLE);
    let ended = texts(&page, "#_afgevoerd ~ .afsprakenlijst li").join(" ");
    assert_eq!(ended, "B3 Oud plan Beëindigd per 1 juli 2027: afgerond.");
}

#[test]
fn the_table_is_reached_from_the_document_its_parts_and_the_guide() {
    let project = built();
    for (from, href) in [
        ("output/zandstad-2027/index.html", "afspraken.html"),
        ("output/zandstad-2027/bouwopgave.html", "afspraken.html"),
        ("output/wegwijzer.html", "zandstad-2027/afspraken.html"),
    ] {
        let page = html(&project, from);
        assert!(!select(&page, &format!("main a[href='{href}']")).is_empty(), "{from}");
    }
}

#[test]
fn without_a_script_nothing_is_hidden_but_the_way_to_choose() {
    let page = html(&built(), TABLE);
    let hidden: Vec<_> = select(&page, "[hidden]").iter().map(|element| element.value().name()).collect();
    assert_eq!(hidden, ["form"]);
    let scripts = select(&page, "script[src]");
    assert_eq!(scripts[0].attr("src"), Some("../static/filter.js"));
    // As a plain file of this address: the policy of the preview allows no other.
    assert!(
        select(&page, "script").iter().all(
            |script| script.inner_html().is_empty() || script.attr("type") == Some("application/ld+json")
        )
    );
    assert!(
        !select(&page, "*")
            .iter()
            .any(|element| element.value().attrs().any(|(name, _)| name.starts_with("on")))
    );
}

#[test]
fn readers_may_choose_by_what_tells_agreements_apart_and_every_answer_fits_one() {
    let page = html(&built(), TABLE);
    let fits: Vec<&str> = select(&page, "tr[data-past]")
        .iter()
        .filter_map(|row| row.attr("data-past"))
        .flat_map(str::split_whitespace)
        .collect();
    let questions: Vec<_> =
        select(&page, "form select").iter().filter_map(|field| field.attr("name")).collect();
    assert_eq!(questions, ["partij", "thema", "soort", "wat", "voortgang"]);
    for question in questions {
        let answers = select(&page, &format!("select[name={question}] option:not([value=''])"));
        assert!(!answers.is_empty());
        for answer in answers {
            let value = answer.attr("value").expect("a value");
            assert!(
                fits.contains(&format!("{question}:{value}").as_str()),
                "{question}:{value} fits nothing"
            );
        }
    }
    for label in select(&page, "form label") {
        let field = label.attr("for").expect("a field");
        assert_eq!(select(&page, &format!("[id='{field}']")).len(), 1, "{field}");
    }
}

#[test]
fn a_document_without_agreements_has_no_table_of_them() {
    let project = Project::minimal();
    std::fs::remove_file(project.path(THEME)).expect("a file to remove");
    project.build_ok(&["--only", "site"]);
    assert!(!project.path(TABLE).exists());
    for page in ["output/zandstad-2027/index.html", "output/zandstad-2027/volledig.html"] {
        let page = html(&project, page);
        assert!(select(&page, "a[href$='afspraken.html']").is_empty());
    }
}

#[test]
fn the_route_for_newcomers_lists_marked_pages_in_the_order_of_reading() {
    let project = Project::with_page("Tekst.")
        .replacing("content/over.md", "titel: Over\n", "titel: Over\nbegin_hier: true\n")
        .replacing(THEME, "titel: Bouwen\n", "titel: Bouwen\nbegin_hier: true\n")
        .replacing(
            "content/zandstad-2027/overeenkomst.md",
            "looptijd: 2027\n",
            "looptijd: 2027\nbegin_hier: true\n",
        );
    project.build_ok(&["--only", "site"]);
    let route = html(&project, "output/begin-hier.html");
    assert_eq!(texts(&route, ".route h2"), ["Over", "Prestatieafspraken Zandstad 2027", "Bouwen"]);
    for path in ["over.html", "zandstad-2027/index.html", "zandstad-2027/bouwopgave.html"] {
        let page = html(&project, &format!("output/{path}"));
        let mark = select(&page, ".begin a");
        assert_eq!(texts(&page, ".begin"), ["Begin hier"], "{path}");
        let anchor = mark[0].attr("href").and_then(|href| href.split_once('#')).expect("an anchor").1;
        assert!(!select(&route, &format!("[id='{anchor}']")).is_empty(), "{anchor}");
    }
    assert!(select(&html(&project, TABLE), ".begin").is_empty());
}

#[test]
fn where_nothing_is_marked_the_route_leads_to_the_documents_that_count() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let route = html(&project, "output/begin-hier.html");
    assert_eq!(texts(&route, ".route h2"), ["Prestatieafspraken Zandstad 2027"]);
    for path in ["output/index.html", "output/wegwijzer.html"] {
        assert!(!select(&html(&project, path), "main a[href='begin-hier.html']").is_empty(), "{path}");
    }
}
