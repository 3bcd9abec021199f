//! The pages of PDFs beside the site: those of the file that a build makes, followed through changes.

mod support;

#[path = "support/serve.rs"]
mod serve;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use serve::{Server, change, until};
use support::{Project, THEME as THEME_TEXT};

const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";
const PUBLICATION: &str = "/zandstad-2027/zandstad-2027.pdf";
const TEMPLATE: &str = "themes/standaard/pdf/publicatie.typ";
const PARTS: &str = "themes/standaard/pdf/onderdelen.typ";

/// A file of the standard theme.
fn of_theme(path: &str) -> String {
    std::fs::read_to_string(support::repository().join(path)).expect("a file of the theme")
}

fn template() -> String {
    of_theme(TEMPLATE)
}

/// The minimal project with twenty agreements of some length: B1, B2 …
fn long() -> Project {
    let (head, agreement) = THEME_TEXT.split_once("## ").expect("a heading");
    let prose = "De Brug bouwt, de gemeente helpt, en de huurders denken mee. ".repeat(30);
    let mut text = head.to_owned();
    for number in 1..=20 {
        let agreement = agreement.replace("#B1", &format!("#B{number}")).replace("Zie ook [B1].", &prose);
        text += &format!("## {agreement}\n");
    }
    Project::minimal().with(THEME, text)
}

fn ids(sheets: &Value) -> Vec<&str> {
    let pages = sheets["pages"].as_array().expect("pages");
    pages.iter().map(|page| page["id"].as_str().expect("an id")).collect()
}

/// The pages of the publication copy, as soon as they are of a later revision than `before`.
#[track_caller]
fn after(server: &Server, before: &Value) -> Value {
    let mut sheets = Value::Null;
    until("a later revision", || {
        sheets = server.sheets("zandstad-2027", "publicatie", "");
        sheets["revision"].as_u64() > before["revision"].as_u64()
    });
    sheets
}

#[track_caller]
fn assert_is_drawing(server: &Server, id: &str) {
    let answer = server.get(&format!("/_afspraken/pdf/{id}.svg"));
    assert_eq!(answer.status, 200, "{id}");
    assert_eq!(answer.header("content-type"), Some("image/svg+xml"));
    assert_eq!(answer.header("cache-control"), Some("private, max-age=31536000, immutable"));
    assert!(answer.header("content-security-policy").is_some_and(|policy| policy.contains("sandbox")));
    let text = answer.text();
    let drawing = roxmltree::Document::parse(&text).expect("well-formed XML");
    assert_eq!(drawing.root_element().tag_name().name(), "svg");
    assert!(drawing.descendants().count() > 20, "there is something on it");
    assert!(!text.contains("<script"));
}

#[test]
fn the_pages_of_a_copy_are_listed_and_drawn() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let state = server.state("zandstad-2027/bouwopgave.html");
    let copies = state["document"]["copies"].as_array().expect("copies");
    let titles: Vec<_> = copies.iter().map(|copy| copy["title"].as_str().expect("a title")).collect();
    assert_eq!(
        titles,
        [
            "Publicatie",
            "Tekenexemplaar 1: Gemeente Zandstad",
            "Tekenexemplaar 2: Woonstichting De Brug",
            "Tekenexemplaar 3: Huurdersraad De Brug",
        ]
    );
    let mut seen = BTreeSet::new();
    for copy in copies {
        let sheets = server.sheets("zandstad-2027", copy["id"].as_str().expect("an id"), "");
        assert_eq!((&sheets["stale"], &sheets["errors"]), (&json!(false), &json!([])));
        assert_eq!((&sheets["server"], &sheets["follow"]), (&state["server"], &Value::Null));
        for page in sheets["pages"].as_array().expect("pages") {
            let size = ["width", "height"].map(|key| page[key].as_f64().expect("a number").round());
            assert_eq!(size, [595.0, 842.0], "A4");
        }
        let ids = ids(&sheets);
        assert!(ids.len() >= 3, "{ids:?}");
        assert_is_drawing(&server, ids[0]);
        assert_is_drawing(&server, ids[ids.len() - 1]);
        seen.insert(ids.concat());
    }
    assert_eq!(seen.len(), copies.len(), "every copy is another");
}

#[test]
fn pages_on_which_nothing_changes_keep_their_names() {
    let approval =
        "goedkeuringen:\n  - {orgaan: college, partij: gemeente, datum: 2026-11-10, opmerking: Met brief}\n";
    let project = long()
        .replacing(DOCUMENT, "ondertekening:\n", &format!("{approval}ondertekening:\n"))
        .with("content/over.md", "---\ntitel: Over\n---\n\nTekst.\n");
    let server = Server::of(&project);
    let first = server.sheets("zandstad-2027", "publicatie", "");
    assert!(ids(&first).len() > 8, "{first}");
    assert_eq!(server.sheets("zandstad-2027", "publicatie", "")["pages"], first["pages"]);

    // A change beside the document is a later revision of the same pages.
    change(&project, "content/over.md", "Tekst.", "Andere tekst.");
    let second = after(&server, &first);
    assert_eq!(ids(&second), ids(&first));

    // What is not agreed upon is not in the fingerprint at the foot of each page.
    change(&project, DOCUMENT, "opmerking: Met", "opmerking: Zonder");
    let third = after(&server, &second);
    let (before, now): (BTreeSet<_>, BTreeSet<_>) =
        (ids(&second).into_iter().collect(), ids(&third).into_iter().collect());
    let (new, same) = (now.difference(&before).count(), before.intersection(&now).count());
    assert!((1..=2).contains(&new) && same > 8, "{new} new pages, {same} as before");
    ids(&third).iter().for_each(|id| assert_is_drawing(&server, id));
    // A browser may still be fetching what it was told before.
    before.iter().for_each(|id| assert_is_drawing(&server, id));

    // One letter of what is agreed.
    change(&project, THEME, "denken mee", "danken mee");
    let fourth = after(&server, &third);
    assert_ne!(ids(&fourth), ids(&third));
    assert_eq!(ids(&fourth).len(), ids(&third).len());
}

#[test]
fn an_agreement_is_found_on_the_page_where_it_stands() {
    let project = long();
    let server = Server::of(&project);
    let page = "&page=zandstad-2027/bouwopgave.html";
    let find = |more: &str| {
        let sheets = server.sheets("zandstad-2027", "publicatie", more);
        let (page, y) = (sheets["follow"]["page"].as_u64(), sheets["follow"]["y"].as_f64());
        let spot = page.zip(y).unwrap_or_else(|| panic!("{more}: {}", sheets["follow"]));
        assert!(spot.0 < ids(&sheets).len() as u64 && (0.0..842.0).contains(&spot.1), "{more}: {spot:?}");
        spot
    };
    let spots: Vec<_> = (1..=20).map(|number| find(&format!("{page}&follow=B{number}"))).collect();
    assert!(spots.is_sorted_by(|a, b| a < b), "in the order of reading: {spots:?}");
    assert!(spots[0].0 > 0 && spots[19].0 > spots[0].0 + 4, "{spots:?}");
    // The chapter itself, and a place in it that there is not.
    let chapter = find(page);
    assert!(chapter < spots[0], "{chapter:?}");
    assert_eq!(find(&format!("{page}&follow=weg")), chapter);
    assert_eq!(find("&follow=B20"), spots[19]);
    assert_eq!(find("&page=zandstad-2027/volledig.html&follow=B20"), spots[19]);
    for nowhere in ["&follow=weg", "&page=weg.html", "&page=index.html", "&follow=%22%5D%23", ""] {
        let sheets = server.sheets("zandstad-2027", "publicatie", nowhere);
        assert_eq!(sheets["follow"], Value::Null, "{nowhere}");
    }
}

/// The long project with headings before all agreements, and after them.
fn with_headings() -> Project {
    let closing =
        "---\nsoort: hoofdstuk\ntitel: Slot\nvolgorde: 9\n---\n\nEerst.\n\n## Overleg {#overleg}\n\nZo.\n";
    long()
        .replacing(DOCUMENT, "De drie partijen", "## Waarom\n\nDe drie partijen")
        .with("content/zandstad-2027/slot.md", closing)
}

/// Where an anchor of a page of the document is in its publication copy: page, and height on it.
fn spot(server: &Server, page: &str, anchor: &str) -> Option<(u64, f64)> {
    let more = format!("&page=zandstad-2027/{page}.html&follow={anchor}");
    let sheets = server.sheets("zandstad-2027", "publicatie", &more);
    sheets["follow"]["page"].as_u64().zip(sheets["follow"]["y"].as_f64())
}

#[test]
fn a_heading_is_found_in_a_chapter_and_in_the_text_that_goes_before_all() {
    let project = with_headings();
    let server = Server::of(&project);
    let agreement = spot(&server, "bouwopgave", "B1").expect("the agreement");
    let chapter = spot(&server, "slot", "").expect("the chapter");
    assert!(chapter > agreement);
    assert!(spot(&server, "slot", "overleg").expect("a heading in a chapter") > chapter);
    assert!(spot(&server, "index", "waarom").expect("a heading before all") < agreement);
}

#[test]
fn a_heading_is_found_from_the_page_that_holds_the_whole_document() {
    let project = with_headings();
    let server = Server::of(&project);
    let whole = server.text("/zandstad-2027/volledig.html");
    for (anchor, page, own) in [
        ("bouwopgave", "bouwopgave", ""),
        ("slot", "slot", ""),
        ("slot--overleg", "slot", "overleg"),
        ("_vooraf--waarom", "index", "waarom"),
    ] {
        assert!(whole.contains(&format!("id=\"{anchor}\"")), "{anchor} is on the page");
        let found = spot(&server, "volledig", anchor);
        assert!(found.is_some() && found == spot(&server, page, own), "{anchor}: {found:?}");
    }
}

#[test]
fn what_is_not_there_cannot_be_laid_out() {
    let project = Project::minimal();
    let server = Server::of(&project);
    for (document, copy) in [
        ("weg", "publicatie"),
        ("zandstad-2027", "weg"),
        ("zandstad-2027", "exemplaar-4"),
        ("zandstad-2027", "exemplaar-0"),
        ("zandstad-2027", ""),
        ("..%2Fzandstad-2027", "publicatie"),
        ("", ""),
    ] {
        let answer = server.get(&format!("/_afspraken/pdf?document={document}&copy={copy}"));
        assert_eq!(answer.status, 404, "{document} {copy}");
    }
    let sheets = server.sheets("zandstad-2027", "publicatie", "");
    for id in ["weg", "", "0", &"0".repeat(32), &ids(&sheets)[0][1..]] {
        assert_eq!(server.get(&format!("/_afspraken/pdf/{id}.svg")).status, 404, "{id}");
    }
    let name = format!("/_afspraken/pdf/{}", ids(&sheets)[0]);
    assert_eq!(server.get(&name).status, 404, "only as a drawing");
}

#[test]
fn what_typst_refuses_is_told_and_the_last_pages_stay() {
    let project = Project::minimal();
    let server = Server::of(&project);
    let good = server.sheets("zandstad-2027", "publicatie", "");
    let pdf = server.get(PUBLICATION).body;
    // Found when the theme is read, and only when a document is laid out.
    for broken in ["#let a = (\n", "#let a = 1\n#let b = onbekend\n"] {
        project.write(TEMPLATE, broken);
        let mut sheets = Value::Null;
        until("the mistake is told", || {
            sheets = server.sheets("zandstad-2027", "publicatie", "");
            sheets["errors"][0]["code"] == "U102"
        });
        assert_eq!(sheets["stale"], true);
        assert_eq!(sheets["errors"][0]["file"], "pdf/publicatie.typ");
        assert_eq!(ids(&sheets), ids(&good));
        ids(&sheets).iter().for_each(|id| assert_is_drawing(&server, id));
        // The site and the other copies have nothing to do with it.
        assert_eq!(server.get("/zandstad-2027/bouwopgave.html").status, 200);
        assert!(server.get(PUBLICATION).body == pdf, "the last good file stays");
        project.write(TEMPLATE, template());
        until("it is mended", || {
            sheets = server.sheets("zandstad-2027", "publicatie", "");
            sheets["errors"] == json!([])
        });
        assert_eq!((&sheets["stale"], ids(&sheets)), (&json!(false), ids(&good)));
    }
    // A mistake in the sources.
    change(&project, THEME, "gemeente:", "gemeent:");
    server.wait_for_errors("index.html", &["M105"]);
    let sheets = server.sheets("zandstad-2027", "publicatie", "");
    assert_eq!((&sheets["stale"], &sheets["errors"][0]["code"]), (&json!(true), &json!("M105")));
    assert_eq!(ids(&sheets), ids(&good));
}

#[test]
fn what_is_missing_on_paper_is_told_at_its_markdown_and_the_last_pages_stay() {
    let project = Project::with_prose("Zie ook [B1]. De huurders **praten** mee.");
    let server = Server::of(&project);
    let good = server.sheets("zandstad-2027", "publicatie", "");
    let parts = of_theme(PARTS);
    project.write(PARTS, parts.replace("#let sterk(..delen) = ", "#let sterk(..delen) = [] //"));
    let mut sheets = Value::Null;
    until("the missing word is told", || {
        sheets = server.sheets("zandstad-2027", "publicatie", "");
        sheets["errors"][0]["code"] == "D103"
    });
    assert_eq!(
        (&sheets["errors"][0]["file"], &sheets["stale"]),
        (&json!("zandstad-2027/bouwopgave.md"), &json!(true))
    );
    assert_eq!(ids(&sheets), ids(&good));
    project.write(PARTS, parts);
    until("it is mended", || {
        sheets = server.sheets("zandstad-2027", "publicatie", "");
        sheets["errors"] == json!([])
    });
    assert_eq!(ids(&sheets), ids(&good));
}

#[test]
fn a_pdf_that_cannot_be_made_is_never_answered_with_something_else() {
    // Laid out without complaint, and refused by the standard that the file has to meet.
    let drawing = "image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"))";
    let refused = template().replace("  colofon(g)\n", &format!("  colofon(g)\n  {drawing}\n"));
    let project = Project::minimal().with(TEMPLATE, refused);
    assert_eq!(project.build(&[]).status.code(), Some(1));
    let server = Server::of(&project);
    let sheets = server.sheets("zandstad-2027", "publicatie", "");
    assert!(ids(&sheets).len() > 2, "{sheets}");
    let answer = server.get(PUBLICATION);
    assert!(answer.status >= 400 || answer.body.starts_with(b"%PDF-"), "{}", answer.text());
}

#[test]
fn the_file_to_take_away_is_the_one_that_is_built_also_after_changes() {
    let project = Project::minimal();
    let server = Server::of(&project);
    for round in 0..3 {
        if round > 0 {
            let before = server.sheets("zandstad-2027", "publicatie", "");
            let text = THEME_TEXT.replace("een tekort", &format!("het {round}e tekort"));
            serve::save(&project, THEME, text);
            after(&server, &before);
        }
        project.build_ok(&["--only", "pdf"]);
        let state = server.state("zandstad-2027/index.html");
        for copy in state["document"]["copies"].as_array().expect("copies") {
            let path = copy["download"].as_str().expect("a path");
            let answer = server.get(&format!("/{path}"));
            assert_eq!(answer.header("content-type"), Some("application/pdf"));
            let built = std::fs::read(project.path("output").join(path)).expect("a PDF");
            assert!(answer.body == built, "{path} in round {round}");
        }
    }
}
