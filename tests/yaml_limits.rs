//! YAML that cannot be read at all, or that would unfold without end.

mod support;

use support::{Project, SITE};

const SITE_FILE: &str = "site.yaml";
const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

#[test]
fn yaml_that_cannot_be_read_is_shown_where_it_breaks_off() {
    for (file, from, to, place) in [
        (SITE_FILE, "kort: De Brug", "kort: De: Brug", "kort: De¦: Brug"),
        (SITE_FILE, "rol: huurdersorganisatie", "rol: \"huurdersorganisatie", "\"huurders"),
        (SITE_FILE, "kort: De Brug", "kort: @debrug", "@debrug"),
        (SITE_FILE, "kort: De Brug", "kort: *debrug", "*debrug"),
        (DOCUMENT, "titel: Prestatieafspraken Zandstad 2027", "titel: Zandstad: 2027", "Zandstad¦: 2027"),
        (DOCUMENT, "titel: Prestatieafspraken Zandstad 2027", "titel: 's Gravenzand 2027", "'s Gravenzand"),
        (DOCUMENT, "de-brug, huurdersraad]", "de-brug, huurdersraad", "looptijd¦: 2027"),
        (THEME, "titel: Bouwen", "titel = Bouwen", "titel = "),
        (THEME, "de-brug: bouwt 120 woningen", "de-brug: \"bouwt\" 120 woningen", "\"bouwt\" ¦120"),
        (THEME, "de-brug: bouwt 120 woningen", "de-brug: zorgt: bouwt", "zorgt¦: bouwt"),
        (THEME, "de-brug: bouwt 120 woningen", "de-brug: %bouwt", "%bouwt"),
    ] {
        let project = Project::minimal().replacing(&format!("content/{file}"), from, to);
        project.assert_finds(&[("Y101", file, place)]);
    }
}

#[test]
fn yaml_that_cannot_be_read_is_shown_at_the_right_column_behind_letters_of_two_bytes() {
    let project =
        Project::minimal().replacing("content/site.yaml", "kort: De Brug", "kort: Één coöperatie: Brug");
    project.assert_finds(&[("Y101", SITE_FILE, "coöperatie¦: Brug")]);
}

#[test]
fn text_that_only_needs_quotes_is_told_so() {
    for (to, place, advice) in [
        ("kort: De: Brug", "De¦: Brug", "Zet de hele tekst dan tussen aanhalingstekens"),
        ("kort: *Brug*", "*Brug*", "Zet de tekst tussen aanhalingstekens"),
    ] {
        let project = Project::minimal().replacing("content/site.yaml", "kort: De Brug", to);
        project.assert_finds(&[("Y101", SITE_FILE, place)]);
        let messages = project.messages();
        assert!(messages.contains(advice), "{messages}");
    }
}

#[test]
fn a_tab_that_should_be_spaces_is_found() {
    let project = Project::minimal().replacing("content/site.yaml", "    kort: De Brug", "\tkort: De Brug");
    project.assert_finds(&[("Y101", SITE_FILE, "\tkort")]);
    let messages = project.messages();
    assert!(messages.contains("Gebruik spaties om in te springen."), "{messages}");
}

#[test]
fn more_than_fifty_aliases_are_refused() {
    let mut glossary = String::from("- term: Woord 0\n  betekenis: &a x\n");
    for number in 1..=60 {
        glossary.push_str(&format!("- term: Woord {number}\n  betekenis: *a\n"));
    }
    let project = Project::minimal().with("content/begrippen.yaml", glossary);
    project.assert_finds(&[("Y107", "begrippen.yaml", "Woord 51\n  betekenis: ¦*a")]);
}

#[test]
fn aliases_that_unfold_into_each_other_are_refused_before_they_have() {
    // Nine levels of nine: 387 million words from 400 bytes.
    let mut laughs = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (name, before) in "bcdefghi".chars().zip("abcdefgh".chars()) {
        let many = vec![format!("*{before}"); 9].join(", ");
        laughs.push_str(&format!("{name}: &{name} [{many}]\n"));
    }
    laughs.push_str("slot: *i\n");
    let project = Project::minimal().replacing(
        "content/zandstad-2027/bouwopgave.md",
        "titel: Bouwen\n",
        &format!("titel: Bouwen\n{laughs}"),
    );
    // Which of the thousands of unfolded words is one too many says nothing; that it is in this maze does.
    let found = project.codes();
    assert_eq!(found.len(), 1, "{found:?}");
    let maze = ["a: &a ", "b: &b ", "c: &c ", "d: &d "].map(|line| project.place(THEME, line));
    let line_of = |place: &str| place.rsplit_once(':').map(|(line, _)| line.to_owned());
    assert!(maze.iter().any(|line| line_of(&found[0]) == line_of(&format!("Y107 {line}"))), "{found:?}");
}

#[test]
fn an_alias_inside_its_own_anchor_is_refused() {
    let project = Project::minimal().replacing("content/site.yaml", "partijen:\n", "partijen: &p\n  - *p\n");
    project.assert_finds(&[("Y101", SITE_FILE, "*p")]);
}

#[test]
fn yaml_nested_a_hundred_thousand_deep_is_refused_without_harm() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("[{a: ", "}]")] {
        let nested = format!("{}x{}", open.repeat(100_000), close.repeat(100_000));
        let project = Project::minimal().with("content/site.yaml", format!("naam: {nested}\npartijen: []\n"));
        project.assert_finds(&[("Y103", SITE_FILE, "naam: ¦")]);
        let project = Project::minimal().replacing(
            "content/zandstad-2027/bouwopgave.md",
            "wanneer: 2027-12-31",
            &format!("wanneer: 2027\nanders: {nested}"),
        );
        project.assert_finds(&[("Y102", THEME, "anders")]);
    }
    let ladder: String = (0..1000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let project = Project::minimal().with("content/over.md", format!("---\n{ladder}---\n\nTekst.\n"));
    project.assert_finds(&[("Y102", "over.md", "a:")]);
}

#[test]
fn tags_and_directives_do_nothing_but_stand_there() {
    let passwd = Project::minimal().with(
        "content/site.yaml",
        SITE.replacen("naam: Prestatieafspraken van De Brug", "naam: !include /etc/passwd", 1),
    );
    let (edition, _) = passwd.diagnostics();
    let name = edition.project.map(|project| project.site.naam.clone());
    assert!(name.is_none_or(|name| name == "/etc/passwd"));
    let variable =
        Project::minimal().with("content/site.yaml", SITE.replacen("van De Brug", "van ${HOME} $HOME", 1));
    let (edition, _) = variable.diagnostics();
    assert_eq!(edition.project.expect("a project").site.naam, "Prestatieafspraken van ${HOME} $HOME");
}

#[test]
fn words_that_other_programs_take_for_values_stay_words() {
    for text in ["true", "no", "on", "007", "1e3", "0x10", "2027-01-01", "12:30", ".inf"] {
        let project =
            Project::minimal().with("content/over.md", format!("---\ntitel: {text}\n---\n\nTekst.\n"));
        project.assert_finds(&[]);
        let (edition, _) = project.diagnostics();
        assert_eq!(edition.project.expect("a project").paginas[0].titel, text);
    }
}
