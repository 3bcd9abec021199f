//! Files that cannot be read as they should: each costs its own content and
//! nothing else.

mod support;

use support::{DOCUMENT, Project, SITE, THEME};

const THEME_FILE: &str = "zandstad-2027/bouwopgave.md";
const DOCUMENT_FILE: &str = "zandstad-2027/overeenkomst.md";
const PAGE: &str = "---\ntitel: Over\n---\n\nTekst.\n";

/// The minimal project with a file of `content/` added or replaced.
fn with(file: &str, text: impl AsRef<[u8]>) -> Project {
    Project::minimal().with(&format!("content/{file}"), text)
}

#[test]
fn a_head_that_never_closes_is_shown_where_it_opens() {
    with("over.md", "---\ntitel: Over\n\n## Kop\n\nTekst.\n").assert_finds(&[("Y106", "over.md", "---")]);
    with(THEME_FILE, THEME.replacen("\n---\n", "\n----\n", 1)).assert_finds(&[("Y106", THEME_FILE, "---")]);
    with("over.md", "---").assert_finds(&[("Y106", "over.md", "---")]);
}

#[test]
fn a_file_without_a_head_is_shown_where_it_should_open() {
    with("over.md", "# Over deze site\n\nTekst.\n").assert_finds(&[("Y108", "over.md", "# Over")]);
    with("over.md", "\n---\ntitel: Over\n---\n").assert_finds(&[("Y108", "over.md", "\n---")]);
    with(THEME_FILE, "\u{feff}Bouwen\n").assert_finds(&[("Y108", THEME_FILE, "Bouwen")]);
}

#[test]
fn a_line_of_hyphens_further_on_is_a_line_and_no_head() {
    with("over.md", "---\ntitel: Over\n---\n\nBoven.\n\n---\n\nOnder.\n").assert_finds(&[]);
}

#[test]
fn an_empty_file_is_reported_as_empty() {
    for file in ["over.md", THEME_FILE, DOCUMENT_FILE, "site.yaml", "begrippen.yaml"] {
        for text in ["", "\n", " \r\n\t\n", "\u{feff}"] {
            with(file, text).assert_finds(&[("B105", file, "")]);
        }
    }
}

#[test]
fn a_glossary_without_terms_is_a_site_without_one() {
    let project = with("begrippen.yaml", "# Nog geen begrippen.\n[]\n");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert!(!project.path("output/begrippen.html").exists());
}

#[test]
fn a_project_without_a_site_file_is_told_so_and_its_other_files_are_judged() {
    let project = Project::empty()
        .with("content/over.md", PAGE.replace("titel", "tietel"))
        .with(&format!("content/{DOCUMENT_FILE}"), DOCUMENT)
        .with(&format!("content/{THEME_FILE}"), THEME.replace("2027-12-31", "2027-02-30"));
    project.assert_finds(&[
        ("Y102", "over.md", "tietel"),
        ("B106", "site.yaml", ""),
        ("M102", THEME_FILE, "2027-02-30"),
    ]);
}

#[test]
fn a_byte_that_is_no_utf8_is_shown_at_its_line_and_column() {
    // As Word and Excel save on Windows: é is one byte there.
    for (file, text) in [
        (THEME_FILE, THEME.replace("Er is een tekort", "Er is één tekort")),
        (DOCUMENT_FILE, DOCUMENT.replace("titel: Prestatie", "titel: Coördinatie")),
        ("site.yaml", SITE.replace("Woonstichting", "Wooncoöperatie")),
        ("over.md", PAGE.replace("Tekst.", "Zoals ë of één.")),
    ] {
        let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
        let at = text.find(|c: char| !c.is_ascii()).expect("a letter with an accent");
        let before = &text[..at];
        let (line, column) = (before.lines().count(), before.lines().last().map_or(0, str::len) + 1);
        assert_eq!(with(file, latin1).codes(), [format!("B102 {file}:{line}:{column}")]);
    }
}

#[test]
fn a_file_in_another_encoding_is_reported_once() {
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(THEME.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let project = with(THEME_FILE, utf16);
    assert_eq!(project.codes(), [format!("B102 {THEME_FILE}:1:1")]);
}

#[test]
fn bytes_that_are_no_text_are_not_also_reported_as_letters_that_a_font_lacks() {
    let project = with(THEME_FILE, b"---\nsoort: thema\nthema: zorg\ntitel: Zorg\n---\n\nE\xe9n.\n");
    project.assert_build_finds(&[("B102", THEME_FILE, "E¦\u{fffd}n")]);
}

#[test]
fn files_with_the_line_ends_of_windows_give_the_same_site_and_the_same_pdfs() {
    let head = "titel: Bouwen\nvisie: |\n  Wij willen\n  wonen.\n\n  Voor iedereen.\nsamenvatting: >\n  Een zin\n  en nog een.\n";
    let prose = r"Zie ook [B1].  
Nieuwe regel
en door[^1].

- [x] een
- [ ] twee

| Jaar | Aantal |
|---|--:|
| 2027 | 12 |

~~~
als getypt
  ingesprongen
~~~

<!-- voor
de redactie -->

> **Let op** Lees dit.

Term
: Uitleg

[^1]: Een noot
    op twee regels.
";
    let theme = THEME.replace("titel: Bouwen\n", head).replace("Zie ook [B1].\n", prose);
    let unix = with(THEME_FILE, &theme)
        .with("content/begrippen.yaml", "- term: DAEB\n  betekenis: >-\n    Een dienst\n    van belang.\n");
    let windows = Project::empty();
    for (path, bytes) in unix.tree("content") {
        let text = String::from_utf8(bytes).expect("a text").replace('\n', "\r\n");
        windows.write(&format!("content/{path}"), text);
    }
    unix.assert_finds(&[]);
    windows.assert_finds(&[]);
    unix.build_ok(&[]);
    windows.build_ok(&[]);
    let (unix, windows) = (unix.tree("output"), windows.tree("output"));
    assert_eq!(unix.keys().collect::<Vec<_>>(), windows.keys().collect::<Vec<_>>());
    for (path, bytes) in unix {
        assert!(bytes == windows[&path], "{path} depends on the line ends");
    }
}

#[test]
fn mistakes_in_files_with_the_line_ends_of_windows_are_shown_at_their_line_and_column() {
    let windows = |text: String| text.replace('\n', "\r\n");
    let theme = THEME
        .replace("soort: thema\n", "soort: thema\nvolgode: 1\n")
        .replace("wanneer: 2027-12-31", "waneer: 2027-12-31")
        .replace("tekort aan", "tekört aan [B9] en");
    let project = with(THEME_FILE, windows(theme));
    project.assert_finds(&[("Y102", THEME_FILE, "volgode"), ("Y102", THEME_FILE, "waneer")]);
    let theme =
        THEME.replace("2027-12-31", "2027-02-30").replace("tekort aan", "tekört aan [naar](niets.md) en");
    let project = with(THEME_FILE, windows(theme));
    project.assert_finds(&[("V102", THEME_FILE, "[naar]"), ("M102", THEME_FILE, "2027-02-30")]);
    let project = with("site.yaml", windows(SITE.replace("kort: De Brug", "kort: Brüg: De")));
    project.assert_finds(&[("Y101", "site.yaml", "Brüg¦: De")]);
    let project = with("over.md", windows("---\ntitel: Over\n\nTekst.\n".into()));
    project.assert_finds(&[("Y106", "over.md", "---")]);
}

#[test]
fn a_byte_order_mark_changes_nothing_and_counts_as_nothing() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let project = with(THEME_FILE, marked(THEME))
        .with("content/site.yaml", marked(SITE))
        .with(&format!("content/{DOCUMENT_FILE}"), marked(DOCUMENT))
        .with("content/over.md", marked(PAGE))
        .with("content/begrippen.yaml", marked("- term: DAEB\n  betekenis: Een dienst.\n"));
    project.assert_finds(&[]);
    let plain = Project::minimal()
        .with("content/over.md", PAGE)
        .with("content/begrippen.yaml", "- term: DAEB\n  betekenis: Een dienst.\n");
    project.build_ok(&["--only", "site"]);
    plain.build_ok(&["--only", "site"]);
    assert!(project.tree("output") == plain.tree("output"));

    with("site.yaml", marked(&SITE.replacen("naam", "naamm", 1))).assert_finds(&[(
        "Y102",
        "site.yaml",
        "naamm",
    )]);
    with("over.md", marked("---\ntietel: Over\n---\n")).assert_finds(&[("Y102", "over.md", "tietel")]);
    with("over.md", marked("---\ntitel: Over\n")).assert_finds(&[("Y106", "over.md", "---")]);
}

#[test]
fn a_byte_order_mark_in_the_middle_of_a_file_is_a_hidden_character() {
    let project = with("over.md", PAGE.replace("Tekst.", "Tek\u{feff}st."));
    assert_eq!(project.codes(), ["B107 over.md:5:4"]);
}

#[test]
fn a_file_that_is_too_large_is_not_read_and_not_said_to_be_absent() {
    let large = |head: &str| format!("{head}{}", "woord ".repeat(10_000_000 / 6));
    with("over.md", large("---\ntitel: Over\n---\n\n")).assert_finds(&[("B103", "over.md", "")]);
    let project = with("site.yaml", large(&format!("{SITE}# ")));
    project.assert_finds(&[("B103", "site.yaml", "")]);
    assert!(project.messages().contains("Dit bestand is 10,1 MB groot."), "{}", project.messages());
    with(DOCUMENT_FILE, large(DOCUMENT)).assert_finds(&[("B103", DOCUMENT_FILE, "")]);
    let linked =
        with("over.md", format!("{PAGE}\nZie [bouwen]({THEME_FILE}#B1) en [het geheel]({DOCUMENT_FILE}).\n"))
            .with(&format!("content/{THEME_FILE}"), large(THEME));
    linked.assert_finds(&[("B103", THEME_FILE, "")]);
}

#[test]
fn a_picture_that_is_too_large_is_not_read() {
    let project = with("zandstad-2027/media/plan.png", vec![0; 25_000_001]);
    project.assert_finds(&[("B103", "zandstad-2027/media/plan.png", "")]);
}

#[test]
fn a_file_that_belongs_to_no_document_is_reported() {
    for file in [
        "los/notitie.md",
        "zandstad-2027/oud/bouwopgave.md",
        "zandstad-2027/instellingen.yaml",
        "los/dieper/overeenkomst.md",
    ] {
        with(file, THEME).assert_finds(&[("B108", file, "")]);
    }
}

#[test]
fn a_yaml_file_that_nothing_reads_is_reported() {
    // `site.yml` and a misspelt glossary would otherwise be passed over in silence.
    for file in ["begripen.yaml", "site.yml", "partijen.yaml"] {
        with(file, "- term: DAEB\n  betekenis: Een dienst.\n").assert_finds(&[("B108", file, "")]);
    }
}

#[test]
fn what_editors_and_office_programs_leave_behind_is_passed_over() {
    let project = Project::minimal();
    for file in [
        ".DS_Store",
        ".git/config.md",
        "~$bouwopgave.md",
        "bouwopgave.md~",
        "#bouwopgave.md#",
        ".over.md.swp",
        "Thumbs.db",
    ] {
        project.write(&format!("content/{file}"), "geen kop\u{202e}");
        project.write(&format!("content/zandstad-2027/{file}"), "geen kop\u{202e}");
    }
    project.assert_finds(&[]);
}

#[test]
fn two_files_that_get_one_address_are_reported() {
    let page = |title: &str| format!("---\ntitel: {title}\n---\n\nTekst.\n");
    let part = "---\nsoort: hoofdstuk\ntitel: Proces\n---\n\nTekst.\n";
    for (files, wrong) in [
        (vec![("over ons.md", page("Een")), ("over-ons.md", page("Twee"))], "over-ons.md"),
        (vec![("404.md", page("Weg"))], "404.md"),
        (vec![("index.md", page("Thuis"))], "index.md"),
        (vec![("zandstad-2027/index.md", part.into())], "zandstad-2027/index.md"),
        (
            vec![
                ("zandstad-2027/Bouw opgave.md", part.into()),
                ("zandstad-2027/bouw-opgave.md", part.into()),
            ],
            "zandstad-2027/bouw-opgave.md",
        ),
    ] {
        let project = Project::minimal();
        for (path, text) in files {
            project.write(&format!("content/{path}"), text);
        }
        project.assert_finds(&[("B109", wrong, "")]);
        project.assert_build_finds(&[("B109", wrong, "")]);
        assert!(!project.path("output").exists());
    }
}

#[test]
fn of_two_files_with_one_address_the_one_that_can_have_another_name_is_reported() {
    let project =
        with("begrippen.md", PAGE).with("content/begrippen.yaml", "- term: DAEB\n  betekenis: Een dienst.\n");
    project.assert_build_finds(&[("B109", "begrippen.md", "")]);
    let project = with("zandstad-2027/volledig.md", "---\nsoort: hoofdstuk\ntitel: Proces\n---\n\nTekst.\n");
    project.assert_build_finds(&[("B109", "zandstad-2027/volledig.md", "")]);
}

#[test]
fn a_name_of_which_no_address_can_be_made_is_reported() {
    let project = with("!.md", PAGE);
    project.assert_finds(&[("B110", "!.md", "")]);
}

#[test]
fn mistakes_in_several_files_are_all_reported_in_one_run_by_file_and_line() {
    let project = with("over.md", "---\ntitel: Over\nauteur: x\n---\n")
        .with("content/contact.md", "geen kop")
        .with("content/begrippen.yaml", "- term: DAEB\n")
        .with("content/site.yaml", SITE.replace("rol: gemeente", "rol: gemeent"))
        .with("content/aalst-2027/overeenkomst.md", DOCUMENT.replace("looptijd: 2027", "looptijd: 2030-2027"))
        .with("content/aalst-2027/zorg.md", "---\nsoort: thema\n")
        .with(
            &format!("content/{DOCUMENT_FILE}"),
            DOCUMENT.replace("status: vastgesteld", "status: klaar").replace("soort: jaar", "soort: half"),
        )
        .with(
            &format!("content/{THEME_FILE}"),
            THEME.replace("Noord. Zie ook [B1].", "Noord. Zie [DAEB](../daeb.md).\n\n#### Diep"),
        )
        .with("content/zandstad-2027/x.md", b"\xff");
    let found = project.codes();
    for (code, place) in [
        ("M103", project.place("aalst-2027/overeenkomst.md", "2030-2027")),
        ("Y106", project.place("aalst-2027/zorg.md", "---")),
        ("Y105", project.place("begrippen.yaml", "term")),
        ("Y108", project.place("contact.md", "geen")),
        ("Y102", project.place("over.md", "auteur")),
        ("M101", project.place("site.yaml", "gemeent\n")),
        ("M101", project.place(DOCUMENT_FILE, "halfafspraken")),
        ("M101", project.place(DOCUMENT_FILE, "klaar")),
        ("B102", "zandstad-2027/x.md:1:1".to_owned()),
    ] {
        assert!(found.contains(&format!("{code} {place}")), "{code} {place} is not in {found:#?}");
    }
    let places: Vec<(String, usize)> = found
        .iter()
        .map(|entry| {
            let (_, place) = entry.split_once(' ').expect("a code");
            let mut parts = place.splitn(3, ':');
            let file = parts.next().expect("a file").to_owned();
            (file, parts.next().map_or(0, |line| line.parse().expect("a line")))
        })
        .collect();
    assert!(places.is_sorted(), "{found:#?}");
}

#[test]
fn a_file_that_is_wrong_does_not_hide_mistakes_in_the_files_that_depend_on_it() {
    let project = with("site.yaml", "naam: [\n")
        .with(&format!("content/{THEME_FILE}"), THEME.replace("2027-12-31", "2027-02-30"));
    project.assert_finds(&[("Y103", "site.yaml", "["), ("M102", THEME_FILE, "2027-02-30")]);
    let project = with(DOCUMENT_FILE, "geen kop")
        .with(&format!("content/{THEME_FILE}"), THEME.replace("2027-12-31", "2027-02-30"));
    project.assert_finds(&[("M102", THEME_FILE, "2027-02-30"), ("Y108", DOCUMENT_FILE, "geen")]);
}
