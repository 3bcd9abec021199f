//! Characters that nobody sees, or that no font of the PDF has: found at their
//! place, however they are written.

mod support;

use support::Project;

const SITE_FILE: &str = "site.yaml";
const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

/// The minimal project with `from` replaced by `to` in a file of `content/`.
fn with(file: &str, from: &str, to: &str) -> Project {
    Project::minimal().replacing(&format!("content/{file}"), from, to)
}

#[test]
fn control_characters_and_those_that_turn_the_reading_direction_are_found_at_their_place() {
    let hidden = [
        '\0', '\u{1}', '\u{7}', '\u{8}', '\u{b}', '\u{c}', '\u{1b}', '\u{1f}', '\u{7f}', '\u{80}', '\u{85}',
        '\u{9f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}',
        '\u{2068}', '\u{2069}', '\u{200e}', '\u{200f}', '\u{61c}', '\u{2028}', '\u{2029}', '\u{206a}',
        '\u{3164}', '\u{fdd0}', '\u{fdef}', '\u{fffe}', '\u{ffff}',
    ];
    for c in hidden {
        let project = with(THEME, "tekort aan", &format!("tekört{c} aan"));
        project.assert_finds(&[("B107", THEME, &format!("tekört¦{c}"))]);
        assert!(project.messages().contains(&format!("U+{:04X}", u32::from(c))), "{}", project.messages());
    }
}

#[test]
fn hidden_characters_are_found_in_heads_blocks_and_yaml_files() {
    for (file, from, to, place) in [
        (SITE_FILE, "kort: De Brug", "kort: \"De\u{202e} Brug\"", "De¦\u{202e}"),
        (DOCUMENT, "Zandstad 2027\ngemeente", "Zandstad\u{2066} 2027\ngemeente", "Zandstad¦\u{2066}"),
        (DOCUMENT, "functie: voorzitter", "functie: voor\u{202d}zitter", "voor¦\u{202d}"),
        (THEME, "bouwt 120", "bouwt \u{202e}021\u{202c} 120", "bouwt ¦\u{202e}"),
    ] {
        let project = with(file, from, to);
        let codes = project.codes();
        assert!(codes.iter().all(|code| code.starts_with("B107 ")), "{codes:?}");
        assert_eq!(codes[0], format!("B107 {}", project.place(file, place)));
    }
}

#[test]
fn a_plain_page_that_begins_with_a_sign_of_a_list_has_no_head_with_a_byte_order_mark_and_without() {
    for start in ["", "\u{feff}"] {
        let project = Project::minimal().with("content/over.md", format!("{start}\u{f0b7} punt\n"));
        assert_eq!(project.codes(), ["Y108 over.md:1:1"]);
    }
}

#[test]
fn of_a_file_full_of_hidden_characters_the_first_five_are_enough() {
    let project = with(THEME, "tekort aan", &"a\u{202e}".repeat(400));
    let place = |count: usize| format!("B107 {THEME}:7:{}", "Er is een ".len() + 2 * count);
    let codes = project.codes().into_iter().filter(|code| code.starts_with("B107 "));
    assert_eq!(codes.collect::<Vec<_>>(), [1, 2, 3, 4, 5].map(place));
}

#[test]
fn tabs_line_ends_and_marks_that_join_or_break_words_are_no_hidden_characters() {
    with(THEME, "tekort aan", "te\u{ad}kort\taan\u{a0}alle\u{2060}huizen").assert_finds(&[]);
}

#[test]
fn a_hidden_character_written_as_an_entity_is_found_where_it_is_written() {
    for entity in ["&#x202e;", "&#8238;", "&#7;", "&#x1b;", "&#x2066;", "&#65535;"] {
        let project = with(THEME, "tekort aan", &format!("tekort {entity} aan"));
        project.assert_finds(&[("B107", THEME, entity)]);
    }
}

#[test]
fn a_hidden_character_written_as_an_escape_in_yaml_is_found_in_the_value() {
    for escape in ["\\u202e", "\\x07", "\\e", "\\0", "\\u2067"] {
        let project = with(SITE_FILE, "kort: De Brug", &format!("kort: \"De {escape} Brug\""));
        project.assert_finds(&[("B107", SITE_FILE, "\"De")]);
        let project = with(THEME, "bouwt 120 woningen", &format!("\"bouwt {escape} woningen\""));
        project.assert_finds(&[("B107", THEME, "\"bouwt")]);
    }
}

#[test]
fn a_message_never_sends_control_characters_to_the_terminal() {
    // Escape sequences of an author's file would reset the screen of whoever builds it.
    let clear = "\u{1b}c";
    let project = Project::minimal()
        .with("content/over.md", format!("---\ntitel: Over\n---\n\nZie [B{clear}9], [x](a{clear}b.md), [[te{clear}rm]], [y](#k{clear}op).\n\n[^n{clear}]: noot\n"))
        .replacing("content/site.yaml", "kort: De Brug", "kort: De Brug\n    website: \"\\ec\"")
        .replacing("content/zandstad-2027/bouwopgave.md", "de-brug: bouwt", "\"de-\\ecbrug\": bouwt")
        .replacing("content/zandstad-2027/bouwopgave.md", "2027-12-31", "\"\\ec\"");
    for format in ["text", "json"] {
        let output = project
            .command()
            .env("CLICOLOR_FORCE", "1")
            .args(["build", "--date", support::TODAY, "--format", format])
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1));
        let shown = [output.stdout, output.stderr].concat();
        // The text has colours of our own, so that nothing is stripped on the way.
        assert_eq!(shown.contains(&b'\x1b'), format == "text");
        let found = shown.windows(clear.len()).position(|window| window == clear.as_bytes());
        assert_eq!(found, None, "{}", String::from_utf8_lossy(&shown).escape_debug());
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_never_sends_control_characters_to_the_terminal() {
    let project =
        Project::minimal().with("content/a\u{1b}[2Jb.md", "geen kop").with("content/c\u{1b}[2Jd.md", "");
    let output =
        project.command().env("CLICOLOR_FORCE", "1").arg("build").output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let shown = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!shown.contains("\u{1b}[2J"), "{}", shown.escape_debug());
}

#[test]
fn a_character_that_the_letters_of_the_pdf_lack_is_found_at_its_place() {
    for (file, from, to, place) in [
        (SITE_FILE, "kort: De Brug", "kort: \"Dé Brug 😀\"", "😀"),
        (DOCUMENT, "De drie partijen", "De drie partijen 中", "中"),
        (THEME, "bouwt 120", "bouwt ☃ 120", "☃"),
    ] {
        with(file, from, to).assert_build_finds(&[("T107", file, place)]);
    }
    let glossary = "- {term: Bouwen, betekenis: \"🏗\"}\n";
    let project = Project::minimal().with("content/begrippen.yaml", glossary);
    project.assert_build_finds(&[("T107", "begrippen.yaml", "🏗")]);
}

#[test]
fn a_character_that_is_not_printed_need_not_be_in_the_letters_of_the_pdf() {
    let project = with(THEME, "Er is een tekort", "<!-- let op 😀 -->\n\nEr is een tekort")
        .replacing(&format!("content/{THEME}"), "titel: Bouwen", "# 😀\ntitel: \"Bouwen\" # 😀")
        .with("content/over.md", "---\ntitel: Over 中\n---\n\nAlleen op de site: 😀.\n");
    project.assert_build_finds(&[]);
    assert!(project.read("output/over.html").contains("Alleen op de site: 😀."));
}

#[test]
fn letters_of_every_european_language_and_the_signs_of_a_contract_are_in_the_letters_of_the_pdf() {
    let text = "Één coöperatie, Ÿ ij ß ø å ł ž ő ğ ș; e\u{301} met los accent; § 5, € 1.000, 20 m², 50 %, ½, ± 3, 10 – 12, ≥ 4, „zo” ‘zo’ «zo» … • → − × ©";
    with(THEME, "tekort aan", text).assert_build_finds(&[]);
}
