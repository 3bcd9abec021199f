//! Every link and anchor of the built site leads somewhere, wherever the
//! folder stands.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};
use support::Project;

struct Page {
    ids: BTreeSet<String>,
    links: Vec<String>,
}

fn pages(tree: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Page> {
    let all = Selector::parse("*").expect("a selector");
    tree.iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| {
            let html = Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"));
            let mut page = Page { ids: BTreeSet::new(), links: Vec::new() };
            for element in html.select(&all) {
                if let Some(id) = element.attr("id") {
                    assert!(page.ids.insert(id.to_owned()), "{path}: the id {id:?} stands there twice");
                }
                for name in ["href", "src", "data", "poster"] {
                    page.links.extend(element.attr(name).map(str::to_owned));
                }
                assert!(element.attr("srcset").is_none() && element.attr("style").is_none(), "{path}");
            }
            (path.clone(), page)
        })
        .collect()
}

/// Where a relative link leads, seen from a page.
fn resolve(page: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn decode(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        match (first, tail) {
            (b'%', [a, b, after @ ..]) => {
                let text = [*a, *b];
                let text = std::str::from_utf8(&text).expect("hexadecimal");
                bytes.push(u8::from_str_radix(text, 16).expect("hexadecimal"));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn assert_all_links_resolve(tree: &BTreeMap<String, Vec<u8>>) -> usize {
    let pages = pages(tree);
    let mut inside = 0;
    let mut broken = Vec::new();
    for (path, page) in &pages {
        for link in &page.links {
            if link.starts_with("mailto:") || link.starts_with("tel:") || link.starts_with("data:,") {
                continue;
            }
            if link.starts_with("https://") || link.starts_with("http://") {
                continue;
            }
            let (target, anchor) =
                link.split_once('#').map_or((link.as_str(), None), |(target, anchor)| (target, Some(anchor)));
            // Relative, and naming a file: so it works from disk and under any path.
            let is_relative = !target.starts_with('/') && !target.contains(':') && !target.ends_with('/');
            let found = if target.is_empty() { Some(path.clone()) } else { resolve(path, &decode(target)) };
            let there = found.as_ref().is_some_and(|found| tree.contains_key(found));
            let anchored = anchor.is_none_or(|anchor| {
                let page = found.as_ref().and_then(|found| pages.get(found));
                anchor.is_empty() || page.is_some_and(|page| page.ids.contains(&decode(anchor)))
            });
            inside += 1;
            if !(is_relative && there && anchored) {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    inside
}

/// References to files in the style sheets.
fn assert_styles_resolve(tree: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in tree.iter().filter(|(path, _)| path.ends_with(".css")) {
        let css = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(!css.contains("@import"), "{path}");
        for rest in css.split("url(").skip(1) {
            let target = rest.split(')').next().expect("a closing bracket").trim_matches(['"', '\'']);
            if target.starts_with("data:") || target.starts_with('#') {
                continue;
            }
            let found = resolve(path, target).expect("a path inside the site");
            assert!(tree.contains_key(&found), "{path}: {target}");
        }
    }
}

#[test]
fn every_link_of_a_large_city_leads_to_a_page_and_an_anchor_that_exist() {
    let project = Project::large_city();
    project.build_ok(&["--only", "site"]);
    let links = assert_all_links_resolve(&project.tree("output"));
    assert!(links > 2_000, "only {links} links were looked at");
}

#[test]
fn every_link_and_anchor_of_the_example_resolves_from_any_folder() {
    let project = Project::example();
    project.build_ok(&[]);
    let tree = project.tree("output");
    let inside = assert_all_links_resolve(&tree);
    assert!(inside > 500, "only {inside} links were looked at");
    assert_styles_resolve(&tree);
}

#[test]
fn links_resolve_when_no_address_is_known_and_no_pdf_is_made() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    let tree = project.tree("output");
    assert_all_links_resolve(&tree);
}

#[test]
fn links_to_names_with_spaces_and_accents_resolve() {
    let project = Project::minimal()
        .with("content/zandstad-2027/media/plan één.svg", SVG)
        .with("content/zandstad-2027/Bijlage A (kaart).md", "---\nsoort: bijlage\ntitel: Kaart\n---\n\n## Überzicht & meer\n\n![Kaart](<media/plan één.svg>)\n")
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "Zie ook [B1].",
            "Zie [de kaart](<Bijlage A (kaart).md#uberzicht-meer>), [B1](#B1) en [het plan](<media/plan één.svg>).",
        );
    assert_eq!(project.messages(), "");
    project.build_ok(&[]);
    assert_all_links_resolve(&project.tree("output"));
}

#[test]
fn the_page_for_unknown_addresses_leads_home_from_any_depth_when_the_address_is_known() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site", "--base-url", "https://www.debrug.example/afspraken"]);
    let page = project.read("output/404.html");
    assert!(page.contains("https://www.debrug.example/afspraken/index.html"));
    let relative = Html::parse_document(&page);
    let links = Selector::parse("[href], [src]").expect("a selector");
    for element in relative.select(&links) {
        let link = element.attr("href").or(element.attr("src")).expect("a link");
        assert!(link.contains(':') || link.starts_with('#'), "{link} depends on where the page is shown");
    }
}

const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><title>Kaart</title><rect width="40" height="20" fill="none" stroke="black"/></svg>"#;
