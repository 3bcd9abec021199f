//! Every rule of `afspraken check` does what its page says: the first example is
//! found, in the second nothing is, by no rule at all.

mod support;

use std::collections::BTreeMap;

use afspraken::diagnostic::{Code, Diagnostic};
use afspraken::edition::Edition;
use afspraken::model::Datum;
use afspraken::report::{self, terminal};
use afspraken::rules::replies::{Replies, Reply};
use afspraken::rules::{self, Scene, pages};
use support::{Project, repository};

const FOLDER: &str = "content/zandstad-2026-2029";

/// A page of a rule, cut into its title, its line of facts and the blocks of its two examples.
struct Page {
    title: String,
    facts: String,
    wrong: Vec<Block>,
    right: Vec<Block>,
}

/// A block of code: where it goes, and what is in it.
struct Block {
    place: String,
    text: String,
}

impl Page {
    fn of(code: Code) -> Self {
        let text = pages::page(code).unwrap_or_else(|| panic!("docs/rules/{}.md is not there", code));
        let mut lines = text.lines();
        let title = lines.next().expect("a title").to_owned();
        let facts = lines.find(|line| !line.is_empty()).expect("a line of facts").to_owned();
        let section = |name: &str| {
            let after = text.split(&format!("\n## {name}\n")).nth(1);
            let after = after.unwrap_or_else(|| panic!("{}: no ## {name}", code));
            blocks(after)
        };
        Self { title, facts, wrong: section("Niet goed"), right: section("Beter") }
    }
}

/// The blocks of code before the next heading; a fence of four may hold one of three.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, Block)> = None;
    for line in text.lines() {
        match &mut open {
            Some((fence, _)) if line == fence => blocks.extend(open.take().map(|(_, block)| block)),
            Some((_, block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            None if line.starts_with("```") => {
                let fence: String = line.chars().take_while(|c| *c == '`').collect();
                let place =
                    line.trim_start_matches('`').split_once(' ').map(|(_, place)| place.trim().to_owned());
                let place = place.unwrap_or_else(|| panic!("{line}: where does this block go?"));
                open = Some((fence, Block { place, text: String::new() }));
            }
            None if line.starts_with("## ") => break,
            None => {}
        }
    }
    blocks
}

/// The project of all examples, with these blocks in it:
///
/// - `afspraak`: agreements, in the place of that of the theme;
/// - `tekst`: Markdown at the head of the theme;
/// - `thema`, `overeenkomst`: keys in the head of that file, in the place of those of the same name;
/// - `site`: keys of `site.yaml`, in the same way;
/// - anything else: a whole file of `content/`.
fn project(blocks: &[Block]) -> Project {
    let project = Project::empty();
    support::copy(&repository().join("tests/fixtures/regels/content"), &project.path("content"));
    for block in blocks {
        let theme = format!("{FOLDER}/bouwen.md");
        match block.place.as_str() {
            "afspraak" => {
                let text = project.read(&theme);
                let head = text.split("\n## ").next().expect("a head").to_owned();
                project.write(&theme, format!("{head}\n{}", block.text));
            }
            "tekst" => {
                let text = project.read(&theme);
                project.write(&theme, text.replacen("Er zijn te weinig woningen.\n", &block.text, 1));
            }
            "thema" => with_keys(&project, &theme, &block.text),
            "overeenkomst" => with_keys(&project, &format!("{FOLDER}/overeenkomst.md"), &block.text),
            "site" => with_keys(&project, "content/site.yaml", &block.text),
            path => project.write(&format!("content/{path}"), &block.text),
        }
    }
    project
}

/// Puts keys with their values into the head of a file.
fn with_keys(project: &Project, path: &str, keys: &str) {
    let text = project.read(path);
    let (open, rest) = match text.strip_prefix("---\n") {
        Some(rest) => ("---\n", rest),
        None => ("", text.as_str()),
    };
    let (head, body) = match rest.split_once("\n---\n") {
        Some((head, body)) if !open.is_empty() => (head, format!("\n---\n{body}")),
        _ => (rest.trim_end(), "\n".to_owned()),
    };
    let mut own = entries(head);
    own.extend(entries(keys));
    let head: String = own.into_values().collect::<Vec<_>>().concat();
    project.write(path, format!("{open}{}{body}", head.trim_end()));
}

/// The entries at the left margin of some YAML, by their keys.
fn entries(yaml: &str) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in yaml.lines() {
        if line.starts_with(|c: char| c.is_alphabetic()) {
            key = line.split(':').next().unwrap_or_default().to_owned();
            entries.insert(key.clone(), String::new());
        }
        let entry = entries.entry(key.clone()).or_default();
        entry.push_str(line);
        entry.push('\n');
    }
    entries
}

/// What building and all rules say of a project, and the same as a text.
fn findings(project: &Project) -> (Vec<Diagnostic>, String) {
    let edition = Edition::read(&project.path("content"), &project.path("themes"));
    let mut found = edition.diagnostics.clone();
    let model = edition.project.as_ref().unwrap_or_else(|| {
        panic!("site.yaml: {}", terminal::render(&edition.diagnostics, &edition.sources));
    });
    let date = Datum::parse(support::TODAY).expect("a date");
    let replies = Replies::from_iter([
        ("https://www.zandstad.example/onderzoek-2025".to_owned(), Reply::Found),
        ("https://www.zandstad.example/oud-onderzoek".to_owned(), Reply::Status(404)),
    ]);
    let scene = Scene { project: model, sources: &edition.sources, date, replies: Some(&replies) };
    found.extend(rules::judge(scene, None).diagnostics().cloned());
    report::sort(&mut found, &edition.sources);
    let text = terminal::render(&found, &edition.sources);
    (found, anstream::adapter::strip_str(&text).to_string())
}

#[test]
fn the_project_of_the_examples_is_one_in_which_no_rule_finds_anything() {
    let (found, text) = findings(&project(&[]));
    assert!(found.is_empty(), "{text}");
}

#[test]
fn every_page_says_what_the_rule_is_how_it_weighs_and_what_it_rests_on() {
    for rule in rules::all() {
        let page = Page::of(rule.code);
        assert_eq!(page.title, format!("# {}: {}", rule.code, rule.code.summary()));
        let facts = format!("Niveau: {}. Bron: {}.", rule.code.severity().word(), rule.source);
        assert_eq!(page.facts, facts, "{}", rule.code);
    }
}

#[test]
fn every_rule_finds_the_first_example_of_its_page() {
    for rule in rules::all() {
        let (found, text) = findings(&project(&Page::of(rule.code).wrong));
        let own: Vec<_> = found.iter().filter(|found| found.code == rule.code).collect();
        assert!(!own.is_empty(), "{} found nothing in its own example:\n{text}", rule.code);
        for found in own {
            assert!(found.hint.is_some(), "{} does not say what to do", rule.code);
        }
        let broken = found.iter().find(|found| rules::find(found.code).is_none());
        assert!(broken.is_none(), "{}: the example cannot be built:\n{text}", rule.code);
    }
}

#[test]
fn no_rule_finds_anything_in_the_second_example_of_any_page() {
    for rule in rules::all() {
        let (found, text) = findings(&project(&Page::of(rule.code).right));
        assert!(found.is_empty(), "{}:\n{text}", rule.code);
    }
}

/// What a build finds in the families that the rules have too, and has a page.
fn explained_messages() -> Vec<Code> {
    let of_build = Code::ALL.iter().filter(|code| rules::find(**code).is_none());
    of_build.copied().filter(|code| pages::page(*code).is_some()).collect()
}

#[test]
fn a_page_of_what_a_build_finds_has_two_examples_that_are_so() {
    for code in explained_messages() {
        let page = Page::of(code);
        assert_eq!(page.title, format!("# {code}: {}", code.summary()));
        let facts = format!("Niveau: {}. Bron: ", code.severity().word());
        assert!(page.facts.starts_with(&facts) && page.facts.ends_with('.'), "{code}: {}", page.facts);
        let (found, text) = findings(&project(&page.wrong));
        assert!(found.iter().any(|found| found.code == code), "{code} is not found:\n{text}");
        let (found, text) = findings(&project(&page.right));
        assert!(found.is_empty(), "{code}:\n{text}");
    }
}

#[test]
fn every_page_is_of_a_rule_and_every_code_of_a_rule_is_used_once() {
    let folder = repository().join("docs/rules");
    let mut pages: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("a file").file_name().into_string().expect("a plain name"))
        .collect();
    pages.sort();
    let mut codes: Vec<Code> = rules::all().map(|rule| rule.code).collect();
    let count = codes.len();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), count);
    codes.extend(explained_messages());
    let mut expected: Vec<String> = codes.iter().map(|code| format!("{code}.md")).collect();
    expected.sort();
    assert_eq!(pages, expected);
}

#[test]
fn what_each_rule_says_can_be_read_one_after_the_other() {
    let mut said = String::new();
    for rule in rules::all() {
        let (found, _) = findings(&project(&Page::of(rule.code).wrong));
        let Some(found) = found.into_iter().find(|found| found.code == rule.code) else { continue };
        let label = found.label.map_or_else(String::new, |label| format!(" [{label}]"));
        let hint = found.hint.unwrap_or_default();
        said.push_str(&format!("{}{label}\n    {}\n    {hint}\n", rule.code, found.message));
    }
    insta::assert_snapshot!("messages", said);
}
