//! `afspraken check`: what it finds is told in the form that is asked for, weighs
//! as authors say, and stops only what must be stopped.

mod support;

use assert_cmd::Command;
use serde_json::Value;
use support::Project;

const THEME: &str = "content/zandstad-2026-2029/bouwen.md";
const DOCUMENT: &str = "content/zandstad-2026-2029/overeenkomst.md";
const SITE: &str = "content/site.yaml";
/// More than thirty words, and no other mistake.
const LONG: &str = "De Brug bouwt eerst de huizen aan de straat, daarna de huizen aan het plein, dan de huizen \
    bij de brug, en ten slotte de huizen bij de school, zodat er elk jaar huizen bij komen.";

/// The same with a sentence that is too long in its agreement B1.
fn long() -> Project {
    Project::without_findings().replacing(THEME, "De grond is schoon.", LONG)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn json(project: &Project, arguments: &[&str]) -> Vec<Value> {
    let output = project.check(&[&["--format", "json"], arguments].concat());
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    found.as_array().expect("a list").clone()
}

fn codes(project: &Project, arguments: &[&str]) -> Vec<String> {
    let code = |found: &Value| found["code"].as_str().expect("a code").to_owned();
    json(project, arguments).iter().map(code).collect()
}

#[test]
fn nothing_found_is_said_in_a_sentence() {
    let output = Project::without_findings().check(&[]);
    assert!(output.status.success());
    assert_eq!(text(&output.stdout), "Nagelezen: niets gevonden.\n");
}

#[test]
fn an_advice_is_shown_with_its_lines_and_stops_nothing() {
    let output = long().check(&[]);
    assert!(output.status.success());
    let told = text(&output.stdout);
    for expected in [
        "advies[L302]",
        "zandstad-2026-2029/bouwen.md:",
        "lange zin",
        "tip",
        "0 fouten, 0 waarschuwingen en 1 advies.",
    ] {
        assert!(told.contains(expected), "{expected:?} is not in {told}");
    }
    assert!(long().check(&["--strict"]).status.success());
}

#[test]
fn a_build_does_not_speak_of_rules() {
    let project = long();
    let output = project.build(&["--only", "site"]);
    assert!(output.status.success());
    assert!(!text(&output.stderr).contains("L302"));
}

#[test]
fn a_site_or_document_says_how_heavily_a_rule_weighs_and_where_it_stops() {
    let site = |value: &str| {
        let project = long();
        let text = project.read(SITE);
        project.with(SITE, format!("{text}regels: {{L302: {value}}}\n"))
    };
    assert_eq!(codes(&site("uit"), &[]), [""; 0]);
    assert_eq!(codes(&site("{grens: 80}"), &[]), [""; 0]);
    let warned = site("waarschuwing");
    assert_eq!(json(&warned, &[])[0]["severity"], "waarschuwing");
    assert!(warned.check(&[]).status.success());
    assert_eq!(warned.check(&["--strict"]).status.code(), Some(1));
    let refused = site("fout");
    assert_eq!(refused.check(&[]).status.code(), Some(1));
    // Such a fault is one of the text: what can be built still can be.
    assert!(refused.build(&["--only", "site"]).status.success());
    assert_eq!(codes(&site("fout").replacing(SITE, "L302:", "L:"), &["--only", "L"]), ["L302"]);
    let off = site("fout").replacing(DOCUMENT, "looptijd:", "regels: {L: uit}\nlooptijd:");
    assert_eq!(codes(&off, &[]), [""; 0]);
    let one = site("fout").replacing(DOCUMENT, "looptijd:", "regels: {L: uit, L302: advies}\nlooptijd:");
    assert_eq!(json(&one, &[])[0]["severity"], "advies");
    let own = refused.replacing(DOCUMENT, "looptijd:", "regels: {L302: advies}\nlooptijd:");
    assert_eq!(json(&own, &[])[0]["severity"], "advies");
}

#[test]
fn what_was_agreed_on_for_a_time_that_is_over_is_not_read_again() {
    let project = long();
    let later = ["--only", "L", "--date", "2031-01-01"];
    let output = Command::cargo_bin("afspraken")
        .expect("the program")
        .current_dir(project.path(""))
        .arg("check")
        .args(later)
        .output()
        .expect("to run");
    assert_eq!(text(&output.stdout), "Nagelezen: niets gevonden.\n");
}

#[test]
fn an_agreement_says_that_something_is_allowed_and_why() {
    let allowed = "wanneer: 2028-12-31\ntoegestaan: {L302: De opsomming is een citaat uit het bestek.}";
    let project = long().replacing(THEME, "wanneer: 2028-12-31", allowed);
    assert_eq!(codes(&project, &[]), [""; 0]);
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/zandstad-2026-2029/bouwen.html");
    assert!(!page.contains("citaat uit het bestek"), "readers see it");
}

#[test]
fn a_rule_that_does_not_exist_is_told_at_its_place() {
    let project = Project::without_findings().replacing(
        DOCUMENT,
        "looptijd:",
        "regels: {L302x: uit, L302: soms}\nlooptijd:",
    );
    let found = json(&project, &[]);
    let told: Vec<_> = found.iter().map(|found| found["code"].as_str().unwrap_or_default()).collect();
    assert_eq!(told, ["M190", "M101"]);
    assert!(found[0]["hint"].as_str().expect("a hint").contains("bedoelde u `L302`?"));
    assert_eq!(found[0]["line"], 6);
}

#[test]
fn only_the_rules_that_are_asked_for_are_told_beside_what_cannot_be_built() {
    let project = long();
    assert_eq!(codes(&project, &["--only", "L"]), ["L302"]);
    assert_eq!(codes(&project, &["--only", "S,P"]), [""; 0]);
    let broken = project.replacing(THEME, "soort: transactie", "soort: transaktie");
    assert_eq!(codes(&broken, &["--only", "S"]), ["M101"]);
    let output = Project::without_findings().check(&["--only", "Q"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("De regel `Q` bestaat niet."));
}

#[test]
fn a_ring_of_agreements_that_wait_for_each_other_is_not_told_as_a_date_too() {
    let late = |needs: &str| {
        let project = Project::without_findings();
        let text =
            project.read(THEME).replace("wanneer: 2028-12-31", "wanneer: 2028-12-31\nafhankelijk_van: B2");
        let land = format!(
            "\n## Grond {{#B2}}\n\n```afspraak\nsoort: handeling\nwie:\n  gemeente: levert 2 hectare grond\nwanneer: 2029-06-01\n{needs}```\n"
        );
        codes(&project.with(THEME, text + &land), &["--only", "W"])
    };
    assert_eq!(late(""), ["W207"]);
    assert_eq!(late("afhankelijk_van: B1\n"), ["W108"]);
}

#[test]
fn editors_and_code_hosts_get_sarif_with_paths_from_where_they_stand() {
    let project = long();
    let output = project.check(&["--format", "sarif"]);
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "L302");
    let found = &run["results"][0];
    assert_eq!((found["ruleId"].as_str(), found["ruleIndex"].as_u64()), (Some("L302"), Some(0)));
    assert_eq!(found["level"], "note");
    let place = &found["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/zandstad-2026-2029/bouwen.md");
    let line = project
        .read(THEME)
        .lines()
        .position(|line| line.starts_with("De Brug bouwt eerst"))
        .expect("the line");
    assert_eq!(place["region"]["startLine"], line + 1);
    assert_eq!(place["region"]["startColumn"], 1);
}

#[test]
fn github_shows_findings_beside_their_lines() {
    let project = long();
    let told = text(&project.check(&["--format", "github"]).stdout);
    assert!(told.starts_with("::notice file=content/zandstad-2026-2029/bouwen.md,line="), "{told}");
    assert!(told.contains(",title=L302::"), "{told}");
    assert_eq!(told.lines().count(), 1);
}

#[test]
fn a_rule_is_explained_with_its_examples_and_all_are_listed() {
    let page = text(&Project::without_findings().check(&["--explain", "l302"]).stdout);
    assert!(page.starts_with("# L302: lange zin\n") && page.contains("## Niet goed"), "{page}");
    let list = text(&Project::without_findings().check(&["--explain"]).stdout);
    assert!(
        list.lines().any(|line| line.starts_with("L302  advies") && line.ends_with("lange zin")),
        "{list}"
    );
    let message = text(&Project::without_findings().check(&["--explain", "V101"]).stdout);
    assert!(message.starts_with("# V101: ") && message.contains("## Beter"), "{message}");
    let without_page = text(&Project::without_findings().check(&["--explain", "U101"]).stdout);
    assert!(without_page.starts_with("U101 (fout): "), "{without_page}");
    let unknown = Project::without_findings().check(&["--explain", "L999"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_document_that_is_ready_may_go_online() {
    let project = Project::without_findings();
    let output = project.check(&["--ready", "zandstad-2026-2029", "--page", "dossier.html"]);
    let told = text(&output.stdout);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("✓ klaar") && told.ends_with("Dit document mag online.\n"), "{told}");
    assert!(!told.contains('✗'), "{told}");
    let page = project.read("dossier.html");
    assert!(page.contains("Ja, dit document mag online.") && page.contains("Paraaf"), "{page}");
    assert!(!page.contains("nog doen"), "{page}");
}

#[test]
fn what_still_has_to_be_done_is_on_the_list_and_on_the_page() {
    let project = Project::without_findings()
        .replacing(DOCUMENT, "status: ondertekend", "status: vastgesteld")
        .replacing(DOCUMENT, "  ondertekend: 2025-12-04\n", "")
        .replacing(
            DOCUMENT,
            "partij: de-brug, datum: 2025-11-13}",
            "partij: de-brug, datum: 2025-11-13, voorbehoud: tot <b>morgen</b>}",
        );
    let output = project.check(&["--ready", "zandstad-2026-2029/", "--page", "dossier.html"]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    for expected in [
        "✗ nog doen  De afspraken zijn nog niet ondertekend.",
        "✗ nog doen  Nog een voorbehoud van raad van commissarissen (Woonstichting De Brug): tot <b>morgen</b>",
        "Dit document mag nog niet online.",
    ] {
        assert!(told.contains(expected), "{expected:?} is not in {told}");
    }
    let page = project.read("dossier.html");
    assert!(page.contains("☐ nog doen") && page.contains("tot &lt;b&gt;morgen&lt;"), "{page}");
}

#[test]
fn a_fault_in_the_sources_keeps_a_document_from_being_ready() {
    let project = Project::without_findings().replacing(THEME, "soort: transactie", "soort: transaktie");
    let output = project.check(&["--ready", "zandstad-2026-2029"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("kunnen niet worden gemaakt: 1 fout."));
    let unknown = project.check(&["--ready", "zandstad-2026"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("zandstad-2026-2029"));
}

/// Only in a program that was built with the feature `external`.
#[cfg(feature = "external")]
mod other_websites {
    use super::*;

    /// A web server that knows one page, and counts what it is asked.
    struct Server {
        address: String,
        asked: std::sync::Arc<std::sync::atomic::AtomicUsize>,
    }

    impl Server {
        fn start() -> Self {
            use std::io::{BufRead, BufReader, Write};
            use std::sync::atomic::{AtomicUsize, Ordering};
            let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
            let address = format!("http://{}", listener.local_addr().expect("an address"));
            let asked = std::sync::Arc::new(AtomicUsize::new(0));
            let count = std::sync::Arc::clone(&asked);
            std::thread::spawn(move || {
                for stream in listener.incoming() {
                    let Ok(mut stream) = stream else { continue };
                    let mut first = String::new();
                    let mut lines = BufReader::new(stream.try_clone().expect("a stream"));
                    if lines.read_line(&mut first).is_err() {
                        continue;
                    }
                    count.fetch_add(1, Ordering::SeqCst);
                    let status = if first.contains(" /plan ") { "200 OK" } else { "404 Not Found" };
                    let _ =
                        write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                }
            });
            Self { address, asked }
        }

        fn asked(&self) -> usize {
            self.asked.load(std::sync::atomic::Ordering::SeqCst)
        }
    }

    #[test]
    fn other_websites_are_asked_only_when_that_is_wanted_and_once_a_week() {
        let server = Server::start();
        let links = format!(
            "[Plan]({0}/plan) en [oud]({0}/weg) en [nergens](https://www.zandstad.example/x).",
            server.address
        );
        let project = Project::without_findings().replacing(THEME, "De grond is schoon.", &links);
        assert_eq!(codes(&project, &[]), [""; 0]);
        assert_eq!(server.asked(), 0, "it asked by itself");
        let found = json(&project, &["--external"]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["code"], "V203");
        assert_eq!(found[0]["message"], "Deze pagina bestaat niet meer.");
        let place = project.place("zandstad-2026-2029/bouwen.md", &format!("[oud]({}", server.address));
        let told = format!(
            "{}:{}:{}",
            found[0]["file"].as_str().expect("a file"),
            found[0]["line"],
            found[0]["column"]
        );
        assert_eq!(told, place);
        let after = server.asked();
        assert_eq!(after, 2);
        assert_eq!(codes(&project, &["--external"]), ["V203"]);
        assert_eq!(server.asked(), after, "what was answered was asked again");
        let later = Command::cargo_bin("afspraken")
            .expect("the program")
            .current_dir(project.path(""))
            .args(["check", "--date", "2026-12-01", "--external", "1"])
            .output()
            .expect("to run");
        assert!(
            text(&later.stderr).contains("1 nagevraagd. Er is nog 1 link over"),
            "{}",
            text(&later.stderr)
        );
        assert_eq!(server.asked(), after + 1);
    }

    #[test]
    fn a_website_that_does_not_answer_is_told_and_not_remembered() {
        // Nobody listens on a port that was just given back.
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .expect("a port")
            .local_addr()
            .expect("an address")
            .port();
        let links = format!("[Plan](http://127.0.0.1:{port}/plan).");
        let project = Project::without_findings().replacing(THEME, "De grond is schoon.", &links);
        let found = json(&project, &["--external"]);
        assert_eq!(found[0]["message"], "Deze website antwoordt niet.");
        assert!(!project.read(".afspraken/links.json").contains("plan"));
    }
}

#[test]
#[cfg(not(feature = "external"))]
fn a_program_that_cannot_ask_other_websites_says_how_to_get_one_that_can() {
    let project = Project::without_findings();
    let output = Command::cargo_bin("afspraken")
        .expect("the program")
        .current_dir(project.path(""))
        .args(["check", "--external"])
        .output()
        .expect("to run");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("cargo build --release --features external"));
    assert_eq!(text(&output.stdout), "");
}
