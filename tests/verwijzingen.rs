//! What agreements rest on is there, is shown, and can be followed both ways: the register, policy, national
//! priorities, laws and terms.

mod support;

use scraper::{Html, Selector};
use support::Project;

const THEME: &str = "zandstad-2027/bouwopgave.md";
const THEME_FILE: &str = "content/zandstad-2027/bouwopgave.md";
const REGISTER: &str = "\
- id: hennep
  titel: Hennepconvenant
  soort: convenant
  datum: 2023-05-11
  partijen: [gemeente, Politie]
  url: https://www.zandstad.example/hennep
- id: onderzoek
  titel: Woningonderzoek 2025
  soort: onderzoek
  datum: 2025
  bestand: media/onderzoek.csv
";
const POLICY: &str = "\
- id: vhp
  titel: Volkshuisvestingsprogramma Zandstad
  soort: volkshuisvestingsprogramma
  gemeente: Zandstad
  looptijd: 2026-2031
  hoofdstukken:
    - id: vhp-1
      titel: Bouwen
      doelen:
        - {id: vhp-1a, tekst: Meer woningen}
        - {id: vhp-1b, tekst: Een woonwagenterrein}
";

/// The minimal project with lines in the facts of its agreement.
fn with_facts(facts: &str) -> Project {
    Project::minimal().replacing(THEME_FILE, "soort: transactie\n", &format!("soort: transactie\n{facts}\n"))
}

/// The same with the register and policy beside it.
fn with_lists(facts: &str) -> Project {
    with_facts(facts)
        .with("content/verwijzingen.yaml", REGISTER)
        .with("content/beleid.yaml", POLICY)
        .with("content/media/onderzoek.csv", "jaar;woningen\n2025;7150\n")
}

/// The text of what a selector finds on a page, white space made one.
fn texts(project: &Project, page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&project.read(&format!("output/{page}")));
    let selector = Selector::parse(selector).expect("a selector");
    let text = |element: scraper::ElementRef| element.text().collect::<String>();
    html.select(&selector).map(|e| text(e).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The addresses of what a selector finds on a page.
fn hrefs(project: &Project, page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&project.read(&format!("output/{page}")));
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).filter_map(|link| Some(link.attr("href")?.to_owned())).collect()
}

#[test]
fn an_agreement_names_a_covenant_and_the_register_says_where() {
    let project = with_lists("verwijzingen: hennep");
    project.build_ok(&["--only", "site"]);
    let facts = hrefs(&project, "zandstad-2027/bouwopgave.html", ".feiten a");
    assert!(facts.contains(&"../verwijzingen.html#hennep".to_owned()), "{facts:?}");
    let used = hrefs(&project, "verwijzingen.html", "#hennep .gebruikt a");
    assert_eq!(used, ["zandstad-2027/bouwopgave.html"]);
    let entry = texts(&project, "verwijzingen.html", "#hennep").join(" ");
    for expected in ["Hennepconvenant", "11 mei 2023", "Gemeente Zandstad", "Politie"] {
        assert!(entry.contains(expected), "{expected} is not in {entry}");
    }
}

#[test]
fn a_file_of_the_register_is_published_with_its_size_and_checksum() {
    let project = with_lists("verwijzingen: [hennep, onderzoek]");
    project.build_ok(&["--only", "site"]);
    assert_eq!(project.read("output/media/onderzoek.csv"), "jaar;woningen\n2025;7150\n");
    let entry = texts(&project, "verwijzingen.html", "#onderzoek").join(" ");
    assert!(entry.contains("CSV, 1 kB"), "{entry}");
    let checksum = "0123456789abcdef";
    assert!(
        entry.split_whitespace().any(|word| word.len() == 64 && word.chars().all(|c| checksum.contains(c)))
    );
}

#[test]
fn a_text_links_to_an_entry_and_the_entry_knows() {
    let project =
        with_lists("").replacing(THEME_FILE, "Zie ook [B1].", "Zie [dit](../verwijzingen.yaml#hennep).");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    let links = hrefs(&project, "zandstad-2027/bouwopgave.html", ".afspraak p a");
    assert_eq!(links, ["../verwijzingen.html#hennep"]);
    assert_eq!(hrefs(&project, "verwijzingen.html", "#hennep .gebruikt a").len(), 1);
    let wrong = project.replacing(THEME_FILE, "#hennep)", "#henep)");
    wrong.assert_finds(&[("V103", THEME, "[dit]")]);
}

#[test]
fn what_is_named_must_be_in_the_register() {
    with_lists("verwijzingen: [hennep, onderzok]").assert_finds(&[("V110", THEME, "onderzok")]);
    let project = with_lists("verwijzingen: onderzok");
    assert!(project.messages().contains("onderzoek"));
    // In a register with a mistake it may be.
    with_lists("verwijzingen: [hennep, elders]")
        .replacing("content/verwijzingen.yaml", "soort: onderzoek", "soort: onderzoeking")
        .assert_finds(&[("M101", "verwijzingen.yaml", "onderzoeking")]);
}

#[test]
fn a_register_is_read_value_by_value() {
    let register = "\
- {id: A b, titel: x, soort: convenant}
- {id: een, titel: x, soort: regeling, datum: 2024-02-30}
- {id: een, titel: y, soort: regeling}
- {id: twee, titel: x, soort: regeling, datum: ooit}
- {id: drie, titel: x, soort: regeling, bestand: media/weg.pdf}
";
    let project = Project::minimal().with("content/verwijzingen.yaml", register);
    project.assert_finds(&[
        ("M107", "verwijzingen.yaml", "A b"),
        ("M102", "verwijzingen.yaml", "2024-02-30"),
        ("M104", "verwijzingen.yaml", "{id: ¦een, titel: y"),
        ("M102", "verwijzingen.yaml", "ooit"),
        ("V115", "verwijzingen.yaml", "media/weg.pdf"),
    ]);
}

#[test]
fn a_covenant_that_nobody_names_is_told_and_research_is_not() {
    with_lists("").assert_finds(&[("V114", "verwijzingen.yaml", "hennep")]);
    with_lists("verwijzingen: hennep").assert_finds(&[]);
    let by_theme =
        with_lists("").replacing(THEME_FILE, "titel: Bouwen", "titel: Bouwen\nverwijzingen: [hennep]");
    by_theme.assert_finds(&[]);
}

#[test]
fn a_hostile_drawing_in_the_register_is_refused() {
    let register = "- {id: plan, titel: Plan, soort: onderzoek, bestand: media/plan.svg}\n";
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><script>1</script></svg>";
    let project = Project::minimal()
        .with("content/verwijzingen.yaml", register)
        .with("content/media/plan.svg", drawing);
    project.assert_finds(&[("T106", "verwijzingen.yaml", "media/plan.svg")]);
}

#[test]
fn goals_that_no_agreement_serves_come_first_and_in_words() {
    let project = with_lists("verwijzingen: hennep\nbeleid: vhp-1a");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    let open = texts(&project, "beleid.html", "main h3 + div li");
    assert_eq!(open, ["Een woonwagenterrein (Bouwen)"]);
    let served = hrefs(&project, "beleid.html", "#vhp-1a td a");
    assert_eq!(served, ["zandstad-2027/bouwopgave.html#B1"]);
    assert_eq!(texts(&project, "beleid.html", "#vhp-1b td"), ["geen"]);
    let facts = hrefs(&project, "zandstad-2027/bouwopgave.html", ".feiten a");
    assert!(facts.contains(&"../beleid.html#vhp-1a".to_owned()), "{facts:?}");
    let page = project.read("output/zandstad-2027/bouwopgave.html");
    assert!(page.contains("Volkshuisvestingsprogramma Zandstad: Meer woningen"));
}

#[test]
fn policy_in_free_words_stays_as_it_is_and_what_looks_like_an_id_is_asked_about() {
    with_lists("verwijzingen: hennep\nbeleid: [\"Woonvisie 2020, hoofdstuk 3\", Warmtevisie]")
        .assert_finds(&[]);
    let project = with_lists("verwijzingen: hennep\nbeleid: vhp-1c");
    project.assert_finds(&[("V112", THEME, "vhp-1c")]);
    assert!(project.messages().contains("bedoelde u `vhp-1`?"), "{}", project.messages());
    project.build_ok(&["--only", "site"]);
}

#[test]
fn policy_of_another_municipality_is_told() {
    with_lists("verwijzingen: hennep\nbeleid: vhp-1a")
        .replacing("content/beleid.yaml", "gemeente: Zandstad", "gemeente: Duinerwaard")
        .assert_finds(&[("V117", THEME, "vhp-1a")]);
}

#[test]
fn an_id_of_policy_means_one_thing() {
    with_lists("verwijzingen: hennep")
        .replacing("content/beleid.yaml", "id: vhp-1b", "id: vhp-1")
        .assert_finds(&[("M104", "beleid.yaml", "{id: ¦vhp-1, tekst: Een")]);
}

#[test]
fn a_theme_serves_the_priority_of_its_name_unless_it_says_otherwise() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, "prioriteiten.html", "#bouwopgave td"), ["Bouwen (1 afspraak)"]);
    assert_eq!(texts(&project, "prioriteiten.html", "#zorg td"), ["geen"]);
    let project = with_facts("prioriteiten: [zorg]");
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, "prioriteiten.html", "#bouwopgave td"), ["geen"]);
    assert_eq!(texts(&project, "prioriteiten.html", "#zorg td"), ["B1 Nieuwbouw in Noord"]);
    // The list that the program carries is of years that are over by now, and says so.
    let page = texts(&project, "prioriteiten.html", "main").join(" ");
    assert!(page.contains("2021 tot en met 2025") && page.contains("Die periode is voorbij"), "{page}");
}

#[test]
fn another_list_of_priorities_takes_the_place_of_the_built_in_one() {
    let list = "prioriteiten:\n  periode: 2026-2029\n  bron: Kamerbrief\n  lijst:\n    - {id: wonen, titel: Wonen voor iedereen}\n";
    let site = format!("{list}{}", support::SITE);
    let project = with_facts("prioriteiten: wonen").with("content/site.yaml", &site);
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, "prioriteiten.html", "#wonen td"), ["B1 Nieuwbouw in Noord"]);
    with_facts("prioriteiten: [zorgen]").assert_finds(&[("V113", THEME, "zorgen")]);
    with_facts("prioriteiten: [zorg]")
        .with("content/site.yaml", &site)
        .assert_finds(&[("V113", THEME, "zorg")]);
}

#[test]
fn an_article_of_law_is_linked_however_it_is_written() {
    let law = "https://wetten.overheid.nl/jci1.3:c:";
    for (text, address) in [
        ("Dit volgt uit Woningwet art. 44a lid 2.", "BWBR0005181&artikel=44a&lid=2"),
        ("Dit volgt uit art. 42 Woningwet.", "BWBR0005181&artikel=42"),
        ("Zie artikel 43, eerste lid, van de Woningwet.", "BWBR0005181&artikel=43&lid=1"),
        ("Zie artikel 43, eerste lid, van\nde Woningwet.", "BWBR0005181&artikel=43&lid=1"),
        ("Zie Btiv art. 39.", "BWBR0036702&artikel=39"),
        ("Zie artikel 38 lid 1 van het Btiv 2015.", "BWBR0036702&artikel=38&lid=1"),
        ("Zie de Woningwet (artikel 44bis).", "BWBR0005181&artikel=44bis"),
        ("Zie **artikel 5.1 van de Omgevingswet**.", "BWBR0037885&artikel=5.1"),
        ("Zie artikel 7:248 BW.", "BWBR0005290&boek=7&artikel=248"),
        ("Zie artikel 42, derde lid, onder a, van de Woningwet.", "BWBR0005181&artikel=42&lid=3"),
    ] {
        let project = Project::with_page(text);
        project.assert_finds(&[]);
        project.build_ok(&["--only", "site"]);
        assert_eq!(hrefs(&project, "over.html", "main .tekst p a"), [format!("{law}{address}")], "{text}");
        let shown = texts(&project, "over.html", "main .tekst p").join(" ");
        assert_eq!(shown, text.replace("**", "").replace('\n', " "));
    }
}

#[test]
fn several_articles_each_have_their_own_link() {
    let project = Project::with_page("Zie de artikelen 42, 43 en 44a van de Woningwet.");
    project.build_ok(&["--only", "site"]);
    assert_eq!(texts(&project, "over.html", "main .tekst p a"), ["42", "43", "44a"]);
}

#[test]
fn what_only_looks_like_a_citation_stays_text() {
    for text in [
        "Zie artikel 3 van dit convenant.",
        "Het kunstartikel 42 Woningwet.",
        "Het artikel in de Woningwet.",
        "Zie `artikel 42 Woningwet`.",
        "Zie artikel 42 van de Woningwethouder.",
        "Zie artikel 3:13 BW.",
        "De Woningwet is van 1901.",
    ] {
        let project = Project::with_page(text);
        project.assert_finds(&[]);
        project.build_ok(&["--only", "site"]);
        assert!(hrefs(&project, "over.html", "main .tekst p a").is_empty(), "{text}");
    }
    // A link of the author's own is left alone.
    let project = Project::with_page("Zie [artikel 42 Woningwet](https://zandstad.example).");
    project.build_ok(&["--only", "site"]);
    assert_eq!(hrefs(&project, "over.html", "main .tekst p a"), ["https://zandstad.example"]);
}

#[test]
fn an_article_that_a_law_cannot_have_is_told_where_it_stands() {
    let project =
        Project::with_page("Zie eerst art. 44 Woningwet en dan artikel 42 van de Omgevingswet, hier.");
    project.assert_finds(&[("V116", "over.md", "artikel 42")]);
    Project::with_page("Zie art. 944 Woningwet.").assert_finds(&[("V116", "over.md", "art. 944")]);
}

#[test]
fn a_citation_changes_no_fingerprint() {
    let linked = Project::with_prose("Zie artikel 42 van de Woningwet.");
    linked.build_ok(&["--only", "site"]);
    let text = linked.read("output/zandstad-2027/vingerafdruk.txt");
    assert!(text.contains("Zie artikel 42 van de Woningwet.\n"), "{text}");
}

#[test]
fn laws_that_are_cited_are_listed_with_where() {
    let project = Project::with_prose("Zie art. 44a lid 2 Woningwet en art. 42 Woningwet.");
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        texts(&project, "wetten.html", "main dt a"),
        ["artikel 42, Woningwet", "artikel 44a, lid 2, Woningwet"]
    );
    assert_eq!(hrefs(&project, "wetten.html", "main dd a")[0], "zandstad-2027/bouwopgave.html");
}

#[test]
fn what_users_type_in_the_lists_is_text() {
    let hostile = "<script>alert(1)</script> #read(\\\"/etc/passwd\\\") {{ 1 }}";
    let register = format!(
        "- {{id: hennep, titel: \"{hostile}\", soort: convenant, samenvatting: \"{hostile}\", partijen: [\"{hostile}\"]}}\n"
    );
    let policy = format!("- {{id: vhp-1, titel: \"{hostile}\", soort: \"{hostile}\", gemeente: Zandstad}}\n");
    let project = with_facts("verwijzingen: hennep\nbeleid: vhp-1")
        .with("content/verwijzingen.yaml", register)
        .with("content/beleid.yaml", policy);
    project.build_ok(&[]);
    for page in ["verwijzingen.html", "beleid.html", "zandstad-2027/bouwopgave.html"] {
        let html = project.read(&format!("output/{page}"));
        assert!(!html.contains("<script>alert"), "{page}");
        assert!(html.contains("&lt;script&gt;"), "{page}");
    }
}

#[test]
fn what_an_agreement_rests_on_is_agreed() {
    let project = with_lists("verwijzingen: hennep\nbeleid: [vhp-1a, Warmtevisie]\nprioriteiten: zorg");
    project.build_ok(&["--only", "site"]);
    let text = project.read("output/zandstad-2027/vingerafdruk.txt");
    assert!(text.contains("beleid: vhp-1a\nbeleid: Warmtevisie\nverwijzing: hennep\n"), "{text}");
    assert!(!text.contains("prioriteit"), "{text}");
}

const TERMS: &str = "\
- term: DAEB
  voluit: Dienst van algemeen economisch belang
  betekenis: Een taak met steun.
  ook: [daeb-tak]
  zie: WSW
- {term: WSW, voluit: Waarborgfonds Sociale Woningbouw, betekenis: Staat garant.}
";

/// The minimal project with terms, and a text that names them.
fn with_terms(prose: &str) -> Project {
    Project::with_prose(prose).with("content/begrippen.yaml", TERMS)
}

#[test]
fn a_term_is_spelled_out_where_a_page_names_it_first_and_only_there() {
    let project = with_terms("Over [[DAEB]] en nog eens [[DAEB]].\n\n### Wat [[WSW]] doet\n\nHet [[WSW]].");
    project.build_ok(&["--only", "site"]);
    for page in ["zandstad-2027/bouwopgave.html", "zandstad-2027/volledig.html"] {
        let paragraphs = texts(&project, page, ".afspraak p").join(" ");
        assert_eq!(paragraphs.matches("(Dienst van algemeen economisch belang)").count(), 1, "{paragraphs}");
        assert!(paragraphs.contains("Over DAEB (Dienst van algemeen economisch belang) en nog eens DAEB."));
        // A heading is not the place, and does not count.
        assert!(paragraphs.contains("Het WSW (Waarborgfonds Sociale Woningbouw)."), "{paragraphs}");
    }
}

#[test]
fn on_the_long_page_the_preamble_comes_first() {
    let project = with_terms("Het [[WSW]].").replacing(
        "content/zandstad-2027/overeenkomst.md",
        "De drie partijen",
        "Het [[WSW]] en de drie partijen",
    );
    project.build_ok(&["--only", "site"]);
    let expanded = texts(&project, "zandstad-2027/volledig.html", "#_vooraf .voluit");
    assert_eq!(expanded, ["(Waarborgfonds Sociale Woningbouw)"]);
    assert!(texts(&project, "zandstad-2027/volledig.html", ".afspraak .voluit").is_empty());
}

#[test]
fn what_the_author_spells_out_is_not_spelled_out_again() {
    for prose in [
        "Het [[WSW]] (het waarborgfonds).",
        "Het [[WSW|Waarborgfonds Sociale Woningbouw]].",
        "Een [[WSW]]-lening.",
    ] {
        let project = with_terms(prose);
        project.build_ok(&["--only", "site"]);
        assert!(texts(&project, "zandstad-2027/bouwopgave.html", ".voluit").is_empty(), "{prose}");
    }
}

#[test]
fn the_glossary_says_where_a_term_is_used_and_what_else_to_read() {
    let project = with_terms("De [[daeb-tak]].");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert_eq!(hrefs(&project, "begrippen.html", "#daeb .gebruikt a"), ["zandstad-2027/bouwopgave.html"]);
    assert_eq!(hrefs(&project, "zandstad-2027/bouwopgave.html", "a.begrip"), ["../begrippen.html#daeb"]);
    let entry = texts(&project, "begrippen.html", "#daeb").join(" ");
    assert!(entry.contains("Ook wel: daeb-tak.") && entry.contains("Zie ook: WSW."), "{entry}");
    assert!(hrefs(&project, "begrippen.html", "#wsw .gebruikt a").is_empty());
}

#[test]
fn a_term_that_points_at_nothing_or_is_there_twice_is_told() {
    with_terms("x").replacing("content/begrippen.yaml", "zie: WSW", "zie: [WSV]").assert_finds(&[(
        "V111",
        "begrippen.yaml",
        "WSV",
    )]);
    with_terms("x").replacing("content/begrippen.yaml", "[daeb-tak]", "[wsw]").assert_finds(&[(
        "M104",
        "begrippen.yaml",
        "wsw",
    )]);
}

#[test]
fn a_pdf_ends_with_the_sources_and_terms_that_it_uses_and_the_pages_that_name_them() {
    let project = with_lists("verwijzingen: hennep\nbeleid: vhp-1a")
        .replacing(THEME_FILE, "Zie ook [B1].", "Zie [[DAEB]] en art. 42 Woningwet.")
        .with("content/begrippen.yaml", TERMS);
    project.build_ok(&["--only", "pdf"]);
    let pdf = project.path("output/zandstad-2027/zandstad-2027.pdf");
    let output = match std::process::Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&pdf)
        .arg("-")
        .output()
    {
        Ok(output) => output,
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "pdftotext is missing: {error}");
            return eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        }
    };
    let text = String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "Volkshuisvestingsprogramma Zandstad: Meer woningen",
        "DAEB (Dienst van algemeen economisch belang) en",
        "DAEB – Dienst van algemeen economisch belang Een taak met steun. Op pagina 4.",
        "Hennepconvenant convenant; 11 mei 2023; Gemeente Zandstad, Politie",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
    assert!(!text.contains("Woningonderzoek 2025"), "{text}");
    assert!(!text.contains("Staat garant"), "{text}");
}
