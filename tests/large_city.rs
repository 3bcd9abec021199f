//! A document of the size of a large city stays pleasant to find one's way in:
//! on the site, and in a PDF of some seventy pages.

mod support;

use scraper::{Html, Selector};
use serde_json::Value;
use support::Project;

const DOCUMENT: &str = "grootmeer-2027-2031";

fn agreements(project: &Project) -> Vec<(String, Vec<String>)> {
    let text = project.read(&format!("output/{DOCUMENT}/overeenkomst.json"));
    let data: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(data["partijen"].as_array().map(Vec::len), Some(8));
    let appendices = data["hoofdstukken"].as_array().expect("chapters").iter();
    assert_eq!(appendices.filter(|chapter| chapter["bijlage"].is_number()).count(), 4);
    let themes = data["themas"].as_array().expect("themes").iter();
    let number = |agreement: &Value| agreement["nummer"].as_str().expect("a number").to_owned();
    themes
        .map(|theme| {
            let agreements = theme["afspraken"].as_array().expect("agreements").iter();
            (theme["titel"].as_str().expect("a title").to_owned(), agreements.map(number).collect())
        })
        .collect()
}

#[test]
fn the_site_leads_to_each_of_a_hundred_and_fifty_agreements_in_two_steps() {
    let project = Project::large_city();
    project.build_ok(&["--only", "site"]);
    let themes = agreements(&project);
    assert_eq!(themes.len(), 8);
    assert_eq!(themes.iter().map(|(_, agreements)| agreements.len()).sum::<usize>(), 151);
    let links = Selector::parse("main a[href]").expect("a selector");
    let hrefs = |path: &str| -> Vec<String> {
        let page = Html::parse_document(&project.read(path));
        page.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    };
    // First step: from the document to each theme.
    let document = hrefs(&format!("output/{DOCUMENT}/index.html"));
    let pages: Vec<&String> =
        document.iter().filter(|href| href.ends_with(".html") && !href.contains('/')).collect();
    for (title, agreements) in &themes {
        // Second step: the theme lists its agreements.
        let theme = pages.iter().find(|page| {
            project.read(&format!("output/{DOCUMENT}/{page}")).contains(&format!("<h1>{title}"))
        });
        let theme = theme.unwrap_or_else(|| panic!("no link to {title}"));
        let listed = hrefs(&format!("output/{DOCUMENT}/{theme}"));
        for number in agreements {
            assert!(listed.contains(&format!("#{number}")), "{theme} does not list {number}");
        }
    }
}

#[test]
fn the_contents_of_a_long_pdf_name_chapters_first_and_then_each_agreement_by_number() {
    // One copy is enough to look at.
    let head = format!("content/{DOCUMENT}/overeenkomst.md");
    let project = Project::large_city();
    let text = project.read(&head);
    let (before, rest) = text.split_once("ondertekening:").expect("who signs");
    let (_, after) = rest.split_once("---").expect("the end of the head");
    let project = project.with(&head, format!("{before}---{after}"));
    project.build_ok(&[]);
    let themes = agreements(&project);
    let pdf = project.path(&format!("output/{DOCUMENT}/{DOCUMENT}.pdf"));
    let Some(pages) = support::pdf_pages(&pdf) else { return };
    assert!((55..=90).contains(&pages.len()), "{} pages", pages.len());
    let first = pages.iter().position(|page| page.contains("Afspraken op nummer")).expect("the agreements");
    assert!(first <= 3, "the chapters take {first} pages");
    let chapters = pages[1..=first].join(" ");
    let last =
        pages.iter().position(|page| page.contains("Waarom deze afspraken Grootmeer")).expect("page 1");
    let numbers = pages[first..last].join(" ");
    let words: Vec<&str> = numbers.split_whitespace().collect();
    for (title, agreements) in &themes {
        assert!(chapters.contains(title.as_str()), "{title} is not in the contents");
        for number in agreements {
            assert!(words.contains(&number.as_str()), "{number} is not in the contents");
        }
    }
}

#[test]
fn the_contents_of_a_short_pdf_name_each_agreement_at_its_chapter() {
    let project = Project::minimal();
    project.build_ok(&["--only", "pdf"]);
    let Some(pages) = support::pdf_pages(&project.path("output/zandstad-2027/zandstad-2027.pdf")) else {
        return;
    };
    assert!(pages[1].contains("B1 Nieuwbouw in Noord"), "{}", pages[1]);
    assert!(!pages.join(" ").contains("Afspraken op nummer"));
}
