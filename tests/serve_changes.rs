//! The preview follows the sources: what is saved is seen, what is wrong is told, and what was good stays meanwhile.

mod support;

#[path = "support/serve.rs"]
mod serve;

use std::fs;

use serde_json::{Value, json};
use serve::{Server, change, save, until};
use support::{Project, THEME as THEME_TEXT};

const SITE: &str = "content/site.yaml";
const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";
const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const THEME_PAGE: &str = "/zandstad-2027/bouwopgave.html";
const CHAPTER: &str = "---\nsoort: hoofdstuk\ntitel: Proces\n---\n\nZo werken wij.\n";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";
const CHAPTER_TEMPLATE: &str = "themes/standaard/templates/thema.html";

fn template() -> String {
    fs::read_to_string(support::repository().join(CHAPTER_TEMPLATE)).expect("a template")
}

/// Fails unless every page is the one that a build makes now.
#[track_caller]
fn assert_shows_what_is_built(server: &Server, project: &Project) {
    project.build_ok(&[]);
    for (path, built) in project.tree("output") {
        if path.starts_with('.') || path.ends_with(".pdf") || path == "404.html" {
            continue;
        }
        let served = server.text(&format!("/{path}"));
        let served: String =
            served.split_inclusive('\n').filter(|line| !line.contains("/_afspraken/")).collect();
        let is_same = if path.ends_with(".html") {
            // The line of the script ends where the body does.
            served == String::from_utf8_lossy(&built)
        } else {
            server.get(&format!("/{path}")).body == built
        };
        assert!(is_same, "{path} is not what is built");
    }
}

#[test]
fn a_saved_text_is_seen_and_every_answer_until_then_is_a_good_one() {
    let project = Project::minimal();
    let server = Server::of(&project);
    for number in 1..=10 {
        let text = THEME_TEXT.replace("Er is een tekort", &format!("Er is een {number}e tekort"));
        // In place: a reader may come by when the file is empty, or half there.
        project.write(THEME, text);
        server.wait_for(THEME_PAGE, &format!("Er is een {number}e tekort"));
    }
    assert_eq!(server.state("index.html")["stale"], false);
    assert_shows_what_is_built(&server, &project);
}

#[test]
fn a_new_title_is_seen_on_every_page_that_names_it() {
    let project = Project::minimal().with("content/zandstad-2027/proces.md", CHAPTER);
    let server = Server::of(&project);
    let pages = ["/zandstad-2027/", "/zandstad-2027/proces.html", "/zandstad-2027/volledig.html"];
    pages.iter().for_each(|page| assert!(server.text(page).contains("Bouwen"), "{page}"));
    change(&project, THEME, "titel: Bouwen", "titel: Wonen in Noord");
    for page in pages {
        server.wait_for(page, "Wonen in Noord");
        assert!(!server.text(page).contains(">Bouwen<"), "{page}");
    }
    change(&project, DOCUMENT, "Prestatieafspraken Zandstad 2027", "Samen in Zandstad");
    for page in ["/", THEME_PAGE, "/zandstad-2027/proces.html"] {
        server.wait_for(page, "Samen in Zandstad");
    }
    change(&project, SITE, "naam: Prestatieafspraken van De Brug", "naam: Wat wij afspreken");
    for page in ["/", THEME_PAGE, "/404.html"] {
        until("the name of the site", || server.get(page).text().contains("Wat wij afspreken"));
    }
    assert_shows_what_is_built(&server, &project);
}

#[test]
fn after_many_changes_every_page_is_the_one_that_is_built() {
    let project = Project::with_prose("![Plan](plan.svg) bij [[DAEB]].")
        .with("content/zandstad-2027/plan.svg", DRAWING)
        .with("content/zandstad-2027/proces.md", CHAPTER)
        .with("content/over.md", "---\ntitel: Over\n---\n\n[Plan](zandstad-2027/bouwopgave.md#B1)\n")
        .with("content/begrippen.yaml", "- term: DAEB\n  betekenis: Een dienst.\n");
    let server = Server::of(&project);
    assert_shows_what_is_built(&server, &project);
    type Edit = fn(&Project);
    let edits: [(Edit, &str, &str); 8] = [
        (
            |p| save(p, "content/zandstad-2027/plan.svg", DRAWING.replace("40", "60")),
            THEME_PAGE,
            "width=\"60\"",
        ),
        (|p| change(p, "content/begrippen.yaml", "DAEB", "daeb"), "/begrippen.html", "daeb"),
        (|p| change(p, SITE, "kort: De Brug", "kort: Brug"), THEME_PAGE, "Brug"),
        (
            |p| change(p, THEME, "Nieuwbouw in Noord", "Nieuwbouw in Zuid"),
            "/zandstad-2027/volledig.html",
            "in Zuid",
        ),
        (|p| change(p, "content/over.md", "titel: Over", "titel: Wie wij zijn"), "/", "Wie wij zijn"),
        (
            |p| change(p, DOCUMENT, "status: vastgesteld", "status: vastgesteld\nsamenvatting: Kort"),
            "/",
            "Kort",
        ),
        (|p| save(p, "content/nieuw.md", "---\ntitel: Nieuws\n---\n\nx\n"), THEME_PAGE, "Nieuws"),
        (
            |p| save(p, "content/zandstad-2027/zorg.md", CHAPTER.replace("Proces", "Zorgen")),
            THEME_PAGE,
            "Zorgen",
        ),
    ];
    for (edit, page, text) in edits {
        edit(&project);
        server.wait_for(page, text);
        assert_shows_what_is_built(&server, &project);
    }
}

#[test]
fn a_mistake_is_told_with_all_that_helps_to_mend_it_and_the_last_good_page_stays() {
    let project = Project::minimal();
    let server = Server::with(&project, &["--editor", "vscode"]);
    let good = server.text(THEME_PAGE);
    change(&project, THEME, "  gemeente: levert", "  gemeent: levert");
    let state = server.wait_for_errors("zandstad-2027/bouwopgave.html", &["M105"]);
    assert_eq!(state["stale"], true);
    let error = &state["errors"][0];
    let file = dunce::canonicalize(project.path(THEME)).expect("a file");
    let expected = json!({
        "code": "M105",
        "severity": "fout",
        "file": "zandstad-2027/bouwopgave.md",
        "line": 15,
        "column": 3,
        "page": "zandstad-2027/bouwopgave.html",
        "page_title": "Bouwen",
        "anchor": "B1",
        "excerpt": [{"number": 15, "text": "  gemeent: levert de grond", "from": 2, "to": 9}],
        "editor": format!("vscode://file{}:15:3", file.display()),
        "notes": [],
    });
    for (key, value) in expected.as_object().expect("an object") {
        assert_eq!(&error[key], value, "{key}");
    }
    for (key, part) in [("message", "`gemeent`"), ("hint", "bedoelde u `gemeente`?")] {
        assert!(error[key].as_str().expect(key).contains(part), "{error:#}");
    }
    let body = |page: &str| page.lines().filter(|line| !line.contains("/_afspraken/")).collect::<String>();
    assert_eq!(body(&server.text(THEME_PAGE)), body(&good));
    change(&project, THEME, "gemeent:", "gemeente:");
    let state = server.wait_for_errors("zandstad-2027/bouwopgave.html", &[]);
    assert_eq!(state["stale"], false);
}

#[test]
fn a_warning_names_the_page_and_the_agreement_and_stands_in_the_way_of_nothing() {
    let project = Project::with_prose("Dit is <b>vet</b>.");
    let server = Server::of(&project);
    let state = server.state("index.html");
    assert_eq!((&state["errors"], &state["stale"]), (&json!([]), &json!(false)));
    let warning = &state["warnings"][0];
    assert_eq!(warning["code"], "X101");
    assert_eq!(warning["severity"], "waarschuwing");
    assert_eq!(warning["page"], "zandstad-2027/bouwopgave.html");
    assert_eq!(warning["anchor"], "B1");
    change(&project, THEME, "<b>vet</b>", "**vet**");
    until("the warning goes", || server.state("index.html")["warnings"] == json!([]));
}

#[test]
fn what_the_rules_find_is_told_beside_its_document_and_on_its_own_page_first() {
    let long = "De Brug bouwt eerst aan de straat, dan aan het plein, dan bij de brug, dan bij de school, dan bij het \
        park en dan bij de haven, zodat er elk jaar op een andere plek huizen bij komen.";
    let project =
        Project::with_prose(long).with("content/over.md", format!("---\ntitel: Over\n---\n\n{long}\n"));
    let server = Server::of(&project);
    let told = |page: &str| -> Vec<(String, String)> {
        let state = server.state(page);
        let findings = state["findings"].as_array().expect("a list").clone();
        let word = |found: &serde_json::Value, key: &str| found[key].as_str().unwrap_or_default().to_owned();
        let long = findings.iter().filter(|found| found["code"] == "L302");
        long.map(|found| (word(found, "severity"), word(found, "page"))).collect()
    };
    let own = ("advies".to_owned(), "zandstad-2027/bouwopgave.html".to_owned());
    assert_eq!(told("zandstad-2027/bouwopgave.html"), std::slice::from_ref(&own));
    assert_eq!(told("zandstad-2027/index.html"), [own]);
    assert_eq!(told("over.html"), [("advies".to_owned(), "over.html".to_owned())]);
    change(&project, THEME, long, "De Brug bouwt.");
    until("the finding goes", || told("zandstad-2027/bouwopgave.html").is_empty());
    assert_eq!(told("over.html").len(), 1);
}

#[test]
fn what_is_wrong_from_the_start_is_told_on_a_page_that_becomes_the_site() {
    let project = Project::minimal().with(SITE, "naam: [\n");
    let server = Server::of(&project);
    for page in ["/", THEME_PAGE] {
        let text = server.text(page);
        assert!(text.contains("<h1>Nog geen voorbeeld</h1>"), "{text}");
        assert!(text.contains("src=\"/_afspraken/voorbeeld.js\""), "{text}");
    }
    let state = server.state("index.html");
    // There is no older page that it could be mistaken for.
    assert_eq!((&state["stale"], &state["document"]), (&json!(false), &Value::Null));
    assert_eq!(state["errors"][0]["file"], "site.yaml");
    save(&project, SITE, support::SITE);
    server.wait_for("/", "Prestatieafspraken Zandstad 2027");
    assert_shows_what_is_built(&server, &project);
}

#[test]
fn a_theme_that_breaks_keeps_the_last_good_page_and_tells_until_it_is_mended() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let page = "zandstad-2027/bouwopgave.html";
    let good = "Er is een tekort aan woningen.";
    server.wait_for(THEME_PAGE, good);
    // One that no template can be, and one that fails when a page is made of it.
    for broken in ["{% if %}", "{{ onbekend.waarde }}"] {
        project.write(CHAPTER_TEMPLATE, template() + broken);
        let state = server.wait_for_errors(page, &["U101"]);
        assert_eq!(state["stale"], true, "{broken}");
        assert_eq!(state["errors"][0]["file"], "templates/thema.html", "{broken}");
        assert!(server.text(THEME_PAGE).contains(good), "{broken}");
        project.write(CHAPTER_TEMPLATE, template() + "{# weer heel #}");
        assert_eq!(server.wait_for_errors(page, &[])["stale"], false, "{broken}");
    }
    fs::remove_dir_all(project.path("themes")).expect("the theme");
    change(&project, THEME, good, "Nu is er genoeg.");
    server.wait_for(THEME_PAGE, "Nu is er genoeg.");
    // The folder may come back.
    project.write(CHAPTER_TEMPLATE, "{% if %}");
    server.wait_for_errors(page, &["U101"]);
}

#[test]
fn files_of_the_theme_and_pictures_are_served_and_announced_when_they_change() {
    let project = Project::with_prose("![Plan](plan.svg)")
        .with("content/zandstad-2027/plan.svg", DRAWING)
        .with("themes/standaard/static/eigen.css", "a {}");
    let server = Server::of(&project);
    let mut events = server.events();
    let wider = DRAWING.replace("40", "60");
    let colours = support::SITE.replace("partijen:", "huisstijl:\n  kleuren: {merk: \"#5b1a5e\"}\npartijen:");
    for (path, text, file) in [
        ("themes/standaard/static/stijl.css", "main{color:red}\n", "static/stijl.css"),
        ("themes/standaard/static/eigen.css", "b{}\n", "static/eigen.css"),
        ("content/zandstad-2027/plan.svg", &wider, "zandstad-2027/plan.svg"),
        (SITE, &colours, "static/huisstijl.css"),
    ] {
        project.write(path, text);
        events.find(file, |news| news["files"].as_array().is_some_and(|files| files.contains(&json!(file))));
        if path != SITE {
            assert_eq!(server.text(&format!("/{file}")), text);
        } else {
            assert!(server.text("/static/huisstijl.css").contains("#5b1a5e"));
        }
    }
}

#[test]
fn who_listens_is_told_at_once_where_things_stand_and_then_what_changes_and_where() {
    let project = Project::minimal().with("content/zandstad-2027/proces.md", CHAPTER);
    let server = Server::of(&project);
    let mut listeners = [server.events(), server.events()];
    let firsts = listeners.each_mut().map(serve::Events::next);
    assert_eq!(firsts[0], firsts[1]);
    assert_eq!(firsts[0]["revision"], 1);
    assert_eq!((&firsts[0]["changes"], &firsts[0]["files"]), (&json!([]), &json!([])));
    assert!(firsts[0]["server"].as_str().is_some_and(|run| !run.is_empty()));
    for (path, from, to, expected) in [
        (
            THEME,
            "De Brug bouwt in Noord",
            "De Brug bouwt in Zuid",
            ("bouwopgave", json!("B1"), "B1 Nieuwbouw in Noord"),
        ),
        (THEME, "Er is een tekort", "Er is geen tekort", ("bouwopgave", Value::Null, "Bouwen")),
        (
            "content/zandstad-2027/proces.md",
            "Zo werken",
            "## Overleg {#overleg}\n\nZo praten",
            ("proces", json!("overleg"), "Overleg"),
        ),
        (
            DOCUMENT,
            "De drie partijen",
            "Alle partijen",
            ("index", Value::Null, "Prestatieafspraken Zandstad 2027"),
        ),
    ] {
        change(&project, path, from, to);
        let (page, anchor, title) = expected;
        let change = json!({
            "page": format!("zandstad-2027/{page}.html"),
            "anchor": anchor,
            "title": title,
            "document": "zandstad-2027",
        });
        for listener in &mut listeners {
            let news = listener.find(to, |news| news["changes"] != json!([]));
            assert_eq!(news["changes"], json!([change]), "{to}");
            assert_eq!((&news["files"], &news["server"]), (&json!([]), &firsts[0]["server"]));
        }
    }
    // Who comes later is told of nothing that was before.
    let late = server.events().next();
    assert_eq!((&late["changes"], late["revision"].as_u64()), (&json!([]), Some(server.revision())));
}
