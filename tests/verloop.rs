//! What readers see of documents in time: what belongs to what, versions, the
//! calendar, disputes, and the light form.

mod support;

#[path = "support/followed.rs"]
mod followed;

use std::process::Command;

use followed::Followed;
use scraper::{Html, Selector};
use support::Project;

const FRAMEWORK: &str = "zandstad-2027-2030/overeenkomst.md";
const SLICE: &str = "zandstad-2028/overeenkomst.md";
const SLICE_THEME: &str = "zandstad-2028/bouwen.md";

const HEAD: &str = "\
---
soort: meerjarenafspraken
titel: Vier jaar wonen
gemeente: Zandstad
partijen: [gemeente, de-brug, huurdersraad]
looptijd: 2027-2030
status: vastgesteld
datums: {vastgesteld: 2026-11-19}
---

Tekst.
";

/// Agreements for four years (B1), and a slice of one year that works them out (J1).
fn project() -> Project {
    let slice = HEAD
        .replace("meerjarenafspraken", "jaarschijf")
        .replace("Vier jaar wonen", "Het jaar 2028")
        .replace("looptijd: 2027-2030", "looptijd: 2028\nhoort_bij: zandstad-2027-2030");
    let theme = support::THEME
        .replace("{#B1}", "{#J1}")
        .replace("soort: transactie", "soort: transactie\nwerkt_uit: B1")
        .replace(" Zie ook [B1].", "");
    Project::empty()
        .with("content/site.yaml", support::SITE)
        .with(&format!("content/{FRAMEWORK}"), HEAD)
        .with("content/zandstad-2027-2030/bouwopgave.md", support::THEME)
        .with(&format!("content/{SLICE}"), slice)
        .with(&format!("content/{SLICE_THEME}"), theme)
}

/// The project with lines added to the head of the four years.
fn with(lines: &str) -> Project {
    project().replacing(
        &format!("content/{FRAMEWORK}"),
        "status: vastgesteld\n",
        &format!("status: vastgesteld\n{lines}"),
    )
}

fn text(project: &Project, path: &str) -> String {
    let page = Html::parse_document(&project.read(path));
    page.root_element().text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The links of a page, with their texts.
fn links(project: &Project, path: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(&project.read(path));
    let all = Selector::parse("main a[href]").expect("a selector");
    page.select(&all)
        .map(|link| (link.attr("href").unwrap_or_default().to_owned(), link.text().collect::<String>()))
        .collect()
}

/// The text of a PDF, or nothing where there is no `pdftotext`.
fn pdf(project: &Project, path: &str) -> Option<String> {
    let output = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(project.path(path))
        .arg("-")
        .output();
    match output {
        Ok(output) => {
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "pdftotext is missing: {error}");
            eprintln!("skipped: pdftotext (poppler-utils) is not installed");
            None
        }
    }
}

#[test]
fn a_slice_and_its_agreements_lead_to_each_other() {
    let project = project();
    project.assert_finds(&[]);
    project.build_ok(&[]);
    let to = |path: &str, href: &str, text: &str| {
        let found = links(&project, path);
        let is_there = found.iter().any(|(to, shown)| to == href && shown.contains(text));
        assert!(is_there, "{path} has no link {text:?} to {href}: {found:#?}");
    };
    to("output/zandstad-2028/index.html", "../zandstad-2027-2030/index.html", "Vier jaar wonen");
    to("output/zandstad-2027-2030/index.html", "../zandstad-2028/index.html", "Het jaar 2028");
    to("output/index.html", "zandstad-2028/index.html", "Het jaar 2028");
    // Agreements, with number, title and document.
    to(
        "output/zandstad-2028/bouwen.html",
        "../zandstad-2027-2030/bouwopgave.html#B1",
        "B1 Nieuwbouw in Noord (Vier jaar wonen)",
    );
    to(
        "output/zandstad-2027-2030/bouwopgave.html",
        "../zandstad-2028/bouwen.html#J1",
        "J1 Nieuwbouw in Noord (Het jaar 2028)",
    );
    to("output/zandstad-2027-2030/volledig.html", "../zandstad-2028/bouwen.html#J1", "J1 Nieuwbouw in Noord");
    let Some(slice) = pdf(&project, "output/zandstad-2028/zandstad-2028.pdf") else { return };
    assert!(slice.contains("Deze jaarschijf werkt een jaar uit van Vier jaar wonen"), "{slice}");
    assert!(slice.contains("B1 Nieuwbouw in Noord (Vier jaar wonen)"), "{slice}");
    let above = pdf(&project, "output/zandstad-2027-2030/zandstad-2027-2030.pdf").expect("the text");
    assert!(above.contains("J1 Nieuwbouw in Noord (Het jaar 2028)"), "{above}");
}

#[test]
fn an_agreement_works_out_one_that_is_there() {
    let number = |to: &str| {
        project().replacing(&format!("content/{SLICE_THEME}"), "werkt_uit: B1", &format!("werkt_uit: {to}"))
    };
    number("B9").assert_finds(&[("P112", SLICE_THEME, "werkt_uit: ¦B9")]);
    number("[B1, B9]").assert_finds(&[("P112", SLICE_THEME, "B1, ¦B9")]);
    number("een").assert_finds(&[("M107", SLICE_THEME, "werkt_uit: ¦een")]);
    // A number that YAML takes for a number is read as it was written.
    number("1.10").assert_finds(&[("P112", SLICE_THEME, "werkt_uit: ¦1.10")]);
    number("1.10")
        .replacing("content/zandstad-2027-2030/bouwopgave.md", "{#B1}", "{#1.10}")
        .replacing("content/zandstad-2027-2030/bouwopgave.md", "[B1]", "[1.10]")
        .assert_finds(&[]);
    // What could not be read above is not called unknown.
    let broken = project().replacing(
        "content/zandstad-2027-2030/bouwopgave.md",
        "soort: transactie",
        "soort: transaktie",
    );
    assert!(broken.codes().iter().all(|code| code.starts_with("M101")), "{:?}", broken.codes());
    let alone = Project::minimal().replacing(
        "content/zandstad-2027/bouwopgave.md",
        "wanneer:",
        "werkt_uit: B1\nwanneer:",
    );
    alone.assert_finds(&[("P112", "zandstad-2027/bouwopgave.md", "werkt_uit: ¦B1")]);
}

#[test]
fn versions_say_what_changed_on_the_page_and_in_the_pdf() {
    let project = with(
        "versies:\n  - {nummer: \"0.8\", datum: 2026-09-01, status: concept, toelichting: Eerste tekst.}\n  - {nummer: \"1.0\", datum: 2026-11-19, status: vastgesteld, toelichting: \"Minder <b>woningen</b> #read(1)\"}\n",
    );
    project.assert_finds(&[]);
    project.build_ok(&[]);
    let page = text(&project, "output/zandstad-2027-2030/index.html");
    let newest = "1.0 19 november 2026 Vastgesteld Minder <b>woningen</b> #read(1) 0.8 1 september 2026 Concept Eerste tekst.";
    assert!(page.contains(newest), "{page}");
    let Some(pdf) = pdf(&project, "output/zandstad-2027-2030/zandstad-2027-2030.pdf") else { return };
    assert!(pdf.contains("Minder <b>woningen</b> #read(1)"), "{pdf}");
}

#[test]
fn versions_follow_each_other_and_the_dates_of_the_document() {
    let versions = |lines: &str| with(&format!("versies:\n{lines}"));
    versions("  - {nummer: \"2\", datum: 2026-10-01}\n  - {nummer: \"1\", datum: 2026-09-01}\n")
        .assert_finds(&[("P111", FRAMEWORK, "2026-09-01")]);
    versions("  - {nummer: \"1\", datum: 2026-09-01}\n  - {nummer: \"1\", datum: 2026-10-01}\n")
        .assert_finds(&[("P111", FRAMEWORK, "nummer: ¦\"1\", datum: 2026-10")]);
    versions("  - {nummer: \"1\", datum: 2026-10-01, status: vastgesteld}\n").assert_finds(&[(
        "P111",
        FRAMEWORK,
        "2026-10-01",
    )]);
    versions("  - {nummer: \"een twee\", datum: 2026-10-01}\n").assert_finds(&[(
        "M107",
        FRAMEWORK,
        "\"een twee\"",
    )]);
    versions("  - {nummer: \"1\", datum: 2026-11-31}\n").assert_finds(&[("M102", FRAMEWORK, "2026-11-31")]);
}

#[test]
fn the_calendar_shows_the_days_of_the_law_and_of_the_document() {
    let project = with("kalender:\n  eigen:\n    - {datum: 2027-03-11, titel: Voortgang <script>}\n");
    project.build_ok(&["--only", "site"]);
    let page = text(&project, "output/kalender.html");
    for expected in [
        // Of the year before the term, with the source.
        "1 april 2026 voorbij Laatste dag waarop de corporatie gemeente en huurders uitnodigt",
        "Bron: Woningwet, artikel 44 lid 1",
        "31 oktober 2026 voorbij De onderhandelaars willen het nu eens zijn",
        "15 december 2026 Uiterste dag voor publicatie",
        "31 maart 2028 De cijfers over 2027 zijn bekend",
        "11 maart 2027 Voortgang <script>",
        "31 december 2027 B1 Nieuwbouw in Noord",
    ] {
        assert!(page.contains(expected), "{expected:?} is not in {page}");
    }
    let document = text(&project, "output/zandstad-2027-2030/index.html");
    assert!(document.contains("11 maart 2027 Voortgang <script>"), "{document}");
    assert!(links(&project, "output/wegwijzer.html").iter().any(|(href, _)| href == "kalender.html"));
}

#[test]
fn the_days_of_a_document_are_a_calendar_that_programs_read() {
    let project = with(
        "kalender:\n  eigen:\n    - {datum: 2027-03-11, titel: \"Voortgang; met, komma\"}\n    - {datum: 2027-06-11, titel: \"Voortgang; met, komma\"}\n",
    );
    project.build_ok(&["--only", "site", "--base-url", "https://www.voorbeeld.example/wonen/"]);
    let file = project.read("output/zandstad-2027-2030/kalender.ics");
    let events = events(&file);
    let own: Vec<_> = events.iter().filter(|event| event["SUMMARY"] == "Voortgang\\; met\\, komma").collect();
    assert_eq!(own.len(), 2);
    assert_eq!(
        (own[0]["DTSTART;VALUE=DATE"].as_str(), own[0]["DTEND;VALUE=DATE"].as_str()),
        ("20270311", "20270312")
    );
    // The day of the document, and an address to read more.
    assert_eq!(own[0]["DTSTAMP"], "20261119T000000Z");
    assert_eq!(own[0]["URL"], "https://www.voorbeeld.example/wonen/zandstad-2027-2030/index.html");
    let mut names: Vec<&str> = events.iter().map(|event| event["UID"].as_str()).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "an event for each name");
    assert_eq!(file.matches("PRODID").count(), 1);
    assert!(file.lines().all(|line| line.len() <= 75), "long lines are folded");
    // On another day the same bytes, and with other words the same names.
    let known: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let project = project.replacing(
        "content/zandstad-2027-2030/bouwopgave.md",
        "Nieuwbouw in Noord",
        "Bouwen in Noord",
    );
    project.build_ok(&["--only", "site"]);
    let again = self::events(&project.read("output/zandstad-2027-2030/kalender.ics"));
    let mut again: Vec<&str> = again.iter().map(|event| event["UID"].as_str()).collect();
    again.sort_unstable();
    assert_eq!(again, known);
    let all = self::events(&project.read("output/kalender.ics"));
    assert!(all.len() > count, "{} of {count}", all.len());
}

/// The events of a calendar file, as a program would read them.
fn events(file: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
    let unfolded = file.replace("\r\n ", "");
    let mut events = Vec::new();
    for line in unfolded.split("\r\n") {
        match line.split_once(':') {
            Some(("BEGIN", "VEVENT")) => events.push(std::collections::BTreeMap::new()),
            Some((name, value)) => {
                if let Some(event) = events.last_mut() {
                    event.insert(name.to_owned(), value.to_owned());
                }
            }
            None => assert!(line.is_empty(), "{line:?}"),
        }
    }
    events
}

#[test]
fn another_day_for_the_offer_is_one_that_parties_agreed_on() {
    with("kalender:\n  overzicht: {datum: 2026-09-01}\n").assert_finds(&[("P110", FRAMEWORK, "2026-09-01")]);
    with("kalender:\n  overzicht: {datum: 2026-07-01}\n").assert_finds(&[]);
    let project = with("kalender:\n  overzicht: {datum: 2026-09-01, afgesproken: true}\n");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    let page = text(&project, "output/zandstad-2027-2030/index.html");
    assert!(page.contains("1 september 2026 voorbij Laatste dag voor het overzicht"), "{page}");
    assert!(page.contains("zelf afgesproken; volgens Woningwet, artikel 44 lid 3 mag dat"), "{page}");
    assert!(project.read("output/zandstad-2027-2030/vingerafdruk.txt").contains("overzicht: 2026-09-01"));
    // All documents of a site may have one day.
    let site = |day: &str| {
        self::project().replacing(
            "content/site.yaml",
            "partijen:",
            &format!("kalender:\n  overzicht: \"{day}\"\npartijen:"),
        )
    };
    site("09-01").build_ok(&["--only", "site"]);
    site("13-01").assert_finds(&[("M102", "site.yaml", "\"13-01\"")]);
    site("02-29").assert_finds(&[("M102", "site.yaml", "\"02-29\"")]);
}

const DISPUTE: &str = "\
geschil:
  stappen: [\"Wij praten #read(1)\", Wij vragen hulp.]
  bemiddelaar: iemand van buiten
  bindend: true
aanspreekpunten:
  - {rol: procesbegeleider, naam: Bureau <i>Samen</i>, email: proces@samen.example}
overleg:
  - {naam: Bestuurlijk overleg, hoe_vaak: vier keer per jaar}
";

#[test]
fn a_dispute_has_steps_and_the_terms_of_the_law() {
    let project = with(DISPUTE);
    project.assert_finds(&[]);
    project.build_ok(&[]);
    let page = text(&project, "output/zandstad-2027-2030/index.html");
    for expected in [
        "Als het niet lukt",
        "Wij praten #read(1)",
        "iemand van buiten. Dat oordeel is bindend.",
        "binnen 4 weken",
        "binnen 12 weken",
        "artikel 44bis, zoals gelezen op 1 juli 2026",
        "Procesbegeleider Bureau <i>Samen</i>",
        "Bestuurlijk overleg",
    ] {
        assert!(page.contains(expected), "{expected:?} is not in {page}");
    }
    let agreed = project.read("output/zandstad-2027-2030/vingerafdruk.txt");
    assert!(
        agreed.contains("bij geschil: Wij vragen hulp.") && agreed.contains("oordeel: bindend"),
        "{agreed}"
    );
    assert!(!agreed.contains("Samen"), "whom to call is not agreed: {agreed}");
    let Some(pdf) = pdf(&project, "output/zandstad-2027-2030/zandstad-2027-2030.pdf") else { return };
    for expected in ["Wij praten #read(1)", "binnen 12 weken", "Bureau <i>Samen</i>", "vier keer per jaar"] {
        assert!(pdf.contains(expected), "{expected:?} is not in {pdf}");
    }
}

#[test]
fn whom_to_turn_to_is_of_a_known_kind_and_reachable() {
    let with = |from: &str, to: &str| self::with(&DISPUTE.replace(from, to));
    with("rol: procesbegeleider", "rol: baas").assert_finds(&[("M101", FRAMEWORK, "baas")]);
    with("proces@samen.example", "proces").assert_finds(&[("M110", FRAMEWORK, "email: ¦proces")]);
    with("naam: Bureau <i>Samen</i>", "naam: \"\"").assert_finds(&[("M109", FRAMEWORK, "naam: ¦\"\"")]);
    with("naam: Bureau <i>Samen</i>", "naam: Bureau, partij: de-burg")
        .assert_finds(&[("M105", FRAMEWORK, "de-burg")]);
}

#[test]
fn rules_of_the_game_name_the_meetings() {
    let rules = |lines: &str| {
        project().with(
            "content/regels/overeenkomst.md",
            HEAD.replace("meerjarenafspraken", "spelregels")
                .replace("looptijd:", &format!("{lines}looptijd:")),
        )
    };
    rules("").assert_finds(&[("P113", "regels/overeenkomst.md", "soort: ¦spelregels")]);
    rules("overleg:\n  - {naam: Werkgroep}\n").assert_finds(&[]);
    rules("overleg:\n  - {name: Werkgroep}\n").assert_finds(&[("Y102", "regels/overeenkomst.md", "name")]);
}

/// A light document of one theme and a preamble with a heading.
fn light() -> Project {
    Project::minimal()
        .replacing("content/zandstad-2027/overeenkomst.md", "looptijd: 2027", "looptijd: 2027\nvorm: licht")
        .replacing("content/zandstad-2027/overeenkomst.md", "De drie partijen", "## Waarom\n\nDe drie partijen")
        .with("content/over.md", "---\ntitel: Over\n---\n\n[a](zandstad-2027/bouwopgave.md#B1) [b](zandstad-2027/overeenkomst.md#waarom) [c](zandstad-2027/bouwopgave.md)\n")
}

#[test]
fn a_light_document_is_one_page() {
    let project = light();
    project.assert_finds(&[]);
    project.build_ok(&[]);
    let files: Vec<String> = project.tree("output/zandstad-2027").into_keys().collect();
    let pages: Vec<&String> = files.iter().filter(|path| path.ends_with(".html")).collect();
    assert_eq!(pages, ["index.html"], "{files:?}");
    let page = text(&project, "output/zandstad-2027/index.html");
    for expected in ["Waarom", "B1 Nieuwbouw in Noord", "bouwt 120 woningen", "uiterlijk 31 december 2027"] {
        assert!(page.contains(expected), "{expected:?} is not in {page}");
    }
    let Some(pdf) = pdf(&project, "output/zandstad-2027/zandstad-2027.pdf") else { return };
    assert!(!pdf.contains("Inhoud") && pdf.contains("bouwt 120 woningen"), "{pdf}");
    let signing = self::pdf(&project, "output/tekenexemplaren/zandstad-2027/exemplaar-1-gemeente.pdf")
        .expect("the text");
    assert!(signing.contains("Exemplaar 1 van 3") && signing.contains("Handtekening"), "{signing}");
}

#[test]
fn links_to_a_light_document_lead_to_the_place_on_its_page() {
    let project = light();
    project.build_ok(&["--only", "site"]);
    let page = Html::parse_document(&project.read("output/zandstad-2027/index.html"));
    for (href, shown) in
        links(&project, "output/over.html").iter().filter(|(href, _)| href.starts_with("zandstad"))
    {
        let anchor = href.split_once('#').unwrap_or_else(|| panic!("{shown} leads to {href}")).1;
        let there = Selector::parse(&format!("[id='{anchor}']")).expect("a selector");
        assert_eq!(page.select(&there).count(), 1, "{shown}: {href}");
    }
}

#[test]
fn an_unknown_form_is_told_of() {
    light().replacing("content/zandstad-2027/overeenkomst.md", "licht", "lucht").assert_finds(&[(
        "M101",
        "zandstad-2027/overeenkomst.md",
        "lucht",
    )]);
}

#[test]
fn after_documents_join_and_part_an_edition_is_as_one_read_afresh() {
    let mut followed = Followed::new(project());
    followed.assert_errors(false);
    followed.replace(&format!("content/{SLICE}"), "Het jaar 2028", "Wat wij in 2028 doen");
    followed.replace(&format!("content/{FRAMEWORK}"), "Vier jaar wonen", "Wonen in Zandstad");
    followed.replace(&format!("content/{SLICE_THEME}"), "Nieuwbouw in Noord", "Bouwen");
    followed.replace("content/zandstad-2027-2030/bouwopgave.md", "Nieuwbouw in Noord", "Nieuw in Noord");
    followed.replace(&format!("content/{SLICE_THEME}"), "werkt_uit: B1\n", "");
    followed.replace(&format!("content/{SLICE}"), "hoort_bij: zandstad-2027-2030\n", "");
    followed.assert_errors(true);
    followed.replace(&format!("content/{SLICE}"), "soort: jaarschijf", "soort: jaarafspraken\nvorm: licht");
    followed.assert_errors(false);
    followed.replace(&format!("content/{SLICE}"), "vorm: licht\n", "");
    followed.replace(
        &format!("content/{FRAMEWORK}"),
        "status:",
        "kalender:\n  eigen:\n    - {datum: 2027-01-05, titel: Begin}\nstatus:",
    );
    followed.replace("content/site.yaml", "partijen:", "kalender:\n  overzicht: \"09-01\"\npartijen:");
}

#[test]
fn documents_that_replaced_each_other_are_a_row() {
    let older = |year: &str, more: &str| {
        HEAD.replace("meerjarenafspraken", "jaarafspraken")
            .replace("Vier jaar wonen", &format!("Wonen in {year}"))
            .replace("looptijd: 2027-2030", &format!("looptijd: {year}\n{more}"))
            .replace("datums: {vastgesteld: 2026-11-19}\n", "")
    };
    let mut followed = Followed::new(
        project()
            .replacing(&format!("content/{FRAMEWORK}"), "status:", "vervangt: oud-2026\nstatus:")
            .with("content/oud-2026/overeenkomst.md", older("2026", "vervangt: oud-2025"))
            .with("content/oud-2025/overeenkomst.md", older("2025", "")),
    );
    followed.assert_errors(false);
    followed.project.build_ok(&["--only", "site"]);
    for slug in ["oud-2025", "oud-2026", "zandstad-2027-2030"] {
        let page = text(&followed.project, &format!("output/{slug}/index.html"));
        let row = page.split("Eerder, nu en later").nth(1).unwrap_or_else(|| panic!("{slug}: {page}"));
        let places: Vec<_> = ["Wonen in 2025", "Wonen in 2026", "Vier jaar wonen"]
            .iter()
            .map(|titel| row.find(titel))
            .collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{slug}: {row}");
    }
    // What two steps away is called is on the page too.
    followed.replace("content/oud-2025/overeenkomst.md", "Wonen in 2025", "Het begin");
}

#[test]
fn a_build_says_how_many_days_are_left() {
    let project = project();
    let output = project.build(&["--only", "site"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains("Nog 23 dagen om “Vier jaar wonen” te publiceren: uiterlijk 15 december 2026."),
        "{said}"
    );
    let report = project.build(&["--only", "site", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).expect("JSON");
    assert_eq!(report["built"]["deadlines"][0]["days"], 23);
    let project = project.replacing(
        &format!("content/{FRAMEWORK}"),
        "status:",
        "publicatie: {datum: 2026-11-20}\nstatus:",
    );
    let said = String::from_utf8_lossy(&project.build(&["--only", "site"]).stdout).into_owned();
    assert!(!said.contains("Vier jaar wonen"), "{said}");
}
