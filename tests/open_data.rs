//! What programs may read: the same facts as the pages, in forms that others
//! know, and nothing in it that does harm.

mod support;

use std::collections::BTreeSet;

use atom_syndication::Feed;
use scraper::{Html, Selector};
use serde_json::Value;
use support::Project;

const BASE: &str = "https://www.debrug.example/prestatieafspraken/";

fn built() -> Project {
    let project = Project::example();
    project.build_ok(&["--only", "site"]);
    project
}

/// The JSON-LD of a page.
fn linked_data(project: &Project, page: &str) -> Vec<Value> {
    let html = Html::parse_document(&project.read(page));
    let scripts = Selector::parse("script[type='application/ld+json']").expect("a selector");
    let script = html.select(&scripts).next().unwrap_or_else(|| panic!("{page} has no JSON-LD"));
    let data: Value = serde_json::from_str(&script.inner_html()).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().expect("a graph").clone()
}

#[test]
fn the_sitemap_lists_every_page_but_that_for_addresses_that_do_not_exist() {
    let project = built();
    let sitemap = project.read("output/sitemap.xml");
    let xml = roxmltree::Document::parse(&sitemap).expect("XML");
    let locations = xml.descendants().filter(|node| node.has_tag_name("loc"));
    let listed: BTreeSet<String> = locations
        .map(|node| {
            let address = node.text().expect("an address");
            address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is elsewhere")).to_owned()
        })
        .collect();
    let pages: BTreeSet<String> = project
        .tree("output")
        .into_keys()
        .filter(|path| path.ends_with(".html") && path != "404.html")
        .collect();
    assert_eq!(listed, pages);
    let days = xml.descendants().filter(|node| node.has_tag_name("lastmod"));
    assert!(days.filter_map(|node| node.text()).all(|day| day.len() == "2026-11-19".len()));
}

#[test]
fn without_an_address_for_the_site_there_is_no_sitemap_and_with_one_on_the_command_line_there_is() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    assert!(!project.path("output/sitemap.xml").exists());
    project.build_ok(&["--only", "site", "--base-url", "https://elders.example/x/"]);
    assert!(project.read("output/sitemap.xml").contains("https://elders.example/x/index.html"));
}

#[test]
fn the_feed_tells_each_step_of_each_document_with_the_newest_first() {
    let project = built();
    let feed = Feed::read_from(project.read("output/feed.xml").as_bytes()).expect("Atom");
    assert_eq!(feed.lang.as_deref(), Some("nl"));
    let days: Vec<_> = feed.entries.iter().map(|entry| entry.updated).collect();
    assert!(days.is_sorted_by(|newer, older| newer >= older));
    assert_eq!(feed.updated, days[0]);
    let ids: BTreeSet<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.len(), feed.entries.len(), "an id is given twice");
    assert!(ids.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == "urn:uuid:".len() + 36));
    let adopted = feed
        .entries
        .iter()
        .find(|entry| entry.title.value == "Prestatieafspraken Zandstad 2027-2030: vastgesteld")
        .expect("the step of 19 November");
    assert_eq!(adopted.updated.to_rfc3339(), "2026-11-19T12:00:00+00:00");
    assert_eq!(adopted.links[0].href, format!("{BASE}zandstad-2027-2030/index.html"));
    let page = project.read("output/zandstad-2027-2030/index.html");
    assert!(page.contains(r#"<link rel="alternate" type="application/atom+xml""#));
}

#[test]
fn the_feed_of_a_site_without_address_links_as_seen_from_itself() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let feed = Feed::read_from(project.read("output/feed.xml").as_bytes()).expect("Atom");
    assert_eq!(feed.entries[0].links[0].href, "zandstad-2027/index.html");
}

#[test]
fn pages_say_what_they_are_in_the_terms_of_schema_org() {
    let project = built();
    let document = &linked_data(&project, "output/zandstad-2027-2030/index.html");
    let about = &document[0];
    assert_eq!(about["@type"], "DigitalDocument");
    assert_eq!(about["temporalCoverage"], "2027-01-01/2030-12-31");
    assert_eq!(about["spatialCoverage"]["name"], "Zandstad");
    assert_eq!(about["author"][0]["@type"], "GovernmentOrganization");
    let trail = &document[1];
    assert_eq!(trail["@type"], "BreadcrumbList");
    assert_eq!(trail["itemListElement"][0]["item"], format!("{BASE}index.html"));
    assert_eq!(linked_data(&project, "output/index.html")[0]["@type"], "WebSite");
    let theme = &linked_data(&project, "output/zandstad-2027-2030/bouwopgave.html")[0];
    assert_eq!(theme["itemListElement"][1]["item"], about["@id"], "a theme stands below its document");
    assert_eq!(linked_data(&project, "output/begrippen.html")[0]["@type"], "DefinedTermSet");
    assert_eq!(linked_data(&project, "output/partijen/de-brug.html")[0]["@type"], "Organization");
}

#[test]
fn no_text_can_end_the_data_of_a_page_or_break_out_of_the_feed() {
    let hostile = "'</script><script>alert(1)</script> & <b> ]]>'";
    let project = Project::minimal().replacing(
        "content/zandstad-2027/overeenkomst.md",
        "titel: Prestatieafspraken Zandstad 2027",
        &format!("titel: {hostile}"),
    );
    project.build_ok(&["--only", "site"]);
    let about = &linked_data(&project, "output/zandstad-2027/index.html")[0];
    let title = "</script><script>alert(1)</script> & <b> ]]>";
    assert_eq!(about["name"], title);
    let page = Html::parse_document(&project.read("output/zandstad-2027/index.html"));
    let scripts = Selector::parse("script:not([type='application/ld+json'])").expect("a selector");
    assert_eq!(page.select(&scripts).count(), 0);
    let feed = Feed::read_from(project.read("output/feed.xml").as_bytes()).expect("Atom");
    assert_eq!(feed.entries[0].title.value, format!("{title}: vastgesteld"));
}

#[test]
fn the_table_of_agreements_has_a_row_for_each_contribution_and_runs_nothing_in_a_spreadsheet() {
    let project = Project::minimal().replacing(
        "content/zandstad-2027/bouwopgave.md",
        "levert de grond",
        "'=1+1; \"grond\"'",
    );
    project.build_ok(&["--only", "site"]);
    let bytes = project.read("output/zandstad-2027/afspraken.csv");
    let text = bytes.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let cells: Vec<(&str, &str)> = rows.iter().map(|row| (&row[5], &row[6])).collect();
    assert_eq!(cells[0], ("Woonstichting De Brug", "bouwt 120 woningen"));
    assert_eq!(cells[1], ("Gemeente Zandstad", "'=1+1; “grond”"));
}

/// The data of every document of the example, by its address.
fn documents(project: &Project) -> Vec<(String, Value)> {
    let files = project.tree("output").into_iter();
    let files = files.filter(|(path, _)| path.ends_with("/overeenkomst.json"));
    files.map(|(path, bytes)| (path, serde_json::from_slice(&bytes).expect("JSON"))).collect()
}

#[test]
fn every_document_is_there_as_data_that_names_the_published_schema() {
    let project = built();
    let documents = documents(&project);
    // A base that is no document of its own has no pages, and no data.
    let is_published = |head: &str| !project.read(&format!("content/{head}")).contains("alleen_basis: true");
    let heads = project.tree("content").into_keys().filter(|path| path.ends_with("/overeenkomst.md"));
    assert_eq!(documents.len(), heads.filter(|head| is_published(head)).count());
    let schema: Value = serde_json::from_str(&project.read("output/overeenkomst.schema.json")).expect("JSON");
    let address = format!("{BASE}overeenkomst.schema.json");
    assert_eq!(schema["$id"], address);
    for (path, document) in &documents {
        assert_eq!(document["$schema"], address, "{path}");
        // A validator of others holds all of it against the schema in CI; here the top is enough.
        for required in schema["required"].as_array().expect("required keys") {
            assert!(document.get(required.as_str().expect("a key")).is_some(), "{path}: {required}");
        }
    }
}

#[test]
fn the_form_of_the_data_changes_only_on_purpose() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    insta::assert_snapshot!("schema", project.read("output/overeenkomst.schema.json"));
}

#[test]
fn the_data_of_a_document_says_what_its_pages_say() {
    let project = built();
    let documents = documents(&project);
    let (_, document) = documents
        .iter()
        .find(|(path, _)| path == "zandstad-2027-2030/overeenkomst.json")
        .expect("a document");
    assert_eq!(document["looptijd"]["van"], "2027-01-01");
    assert_eq!(document["datums"]["vastgesteld"], "2026-11-19");
    let themes = document["themas"].as_array().expect("themes");
    let agreements: Vec<&Value> =
        themes.iter().flat_map(|theme| theme["afspraken"].as_array().expect("agreements")).collect();
    let first = agreements.iter().find(|agreement| agreement["nummer"] == "B1").expect("B1");
    assert_eq!(first["soort"], "transactie");
    assert_eq!(first["wanneer"], "2027-01-01/2030-12-31");
    assert_eq!(first["adres"], format!("{BASE}zandstad-2027-2030/bouwopgave.html#B1"));
    assert_eq!(first["wie"][0]["partij"], "de-brug");
    assert!(
        first["tekst"].as_str().expect("a text").starts_with("Zandstad-Noord is onze grootste bouwplek.")
    );
    let page = project.read("output/zandstad-2027-2030/index.html");
    assert!(page.contains(document["vingerafdruk"].as_str().expect("a fingerprint")));
}
