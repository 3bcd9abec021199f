//! YAML in which nothing disappears, names compared as people see them, signs
//! that nobody sees, and copies that a cloud disk made.

mod support;

use proptest::prelude::*;
use support::{Project, SITE, copy};

const SITE_FILE: &str = "site.yaml";
const DOCUMENT: &str = "zandstad-2027/overeenkomst.md";
const THEME: &str = "zandstad-2027/bouwopgave.md";

/// The minimal project with `from` replaced by `to` in a file of `content/`.
fn with(file: &str, from: &str, to: &str) -> Project {
    Project::minimal().replacing(&format!("content/{file}"), from, to)
}

// YAML: what no value would hold.

#[test]
fn text_behind_a_hash_is_told_with_what_to_type() {
    let project = Project::case("08-hekje-in-yaml");
    project.assert_finds(&[
        ("Y109", "rietveen-2027/bouwen.md", "#3 en #4"),
        ("Y109", "rietveen-2027/bouwen.md", "#2 en sloopt"),
        ("Y109", "rietveen-2027/overeenkomst.md", "#wonen2027"),
    ]);
    let messages = project.messages();
    assert!(messages.contains("`#2 en sloopt er 10` is voor YAML een opmerking"), "{messages}");
    assert!(messages.contains("`\"bouwt 40 woningen in fase #2 en sloopt er 10\"`"), "{messages}");
    let built = project.build(&[]);
    assert_eq!(built.status.code(), Some(1));
    assert!(!project.path("output").exists());
}

#[test]
fn between_quotation_marks_a_hash_is_text() {
    let project = Project::case("08-hekje-in-yaml")
        .replacing(
            "content/rietveen-2027/bouwen.md",
            "Wij bouwen op plek #3 en #4 in het plan.",
            "\"Wij bouwen op plek #3 en #4 in het plan.\"",
        )
        .replacing(
            "content/rietveen-2027/bouwen.md",
            "bouwt 40 woningen in fase #2 en sloopt er 10",
            "\"bouwt 40 woningen in fase #2 en sloopt er 10\"",
        )
        .replacing(
            "content/rietveen-2027/overeenkomst.md",
            "Prestatieafspraken Rietveen #wonen2027",
            "\"Prestatieafspraken Rietveen #wonen2027\"",
        );
    project.build_ok(&["--only", "site"]);
    assert!(
        project
            .read("output/rietveen-2027/bouwen.html")
            .contains("bouwt 40 woningen in fase #2 en sloopt er 10")
    );
    assert!(
        project.read("output/rietveen-2027/index.html").contains("Prestatieafspraken Rietveen #wonen2027")
    );
}

#[test]
fn a_hash_takes_no_text_with_it_wherever_it_stands() {
    for (file, from, to, place) in [
        // A colour without quotation marks would be no colour at all.
        (
            SITE_FILE,
            "naam: Prestatie",
            "huisstijl:\n  kleuren:\n    merk: #1a5276\nnaam: Prestatie",
            "#1a5276",
        ),
        (SITE_FILE, "kort: De Brug", "kort: De Brug #2", "#2"),
        (DOCUMENT, "plaats: Zandstad", "plaats: Zandstad # aan Zee", "# aan Zee"),
        (DOCUMENT, "functie: voorzitter}", "functie: voorzitter #2}", "#2}"),
        (DOCUMENT, "looptijd: 2027", "looptijd: 2027 #2028", "#2028"),
        (DOCUMENT, "looptijd: 2027", "looptijd: 2027\nsamenvatting: # een tekst", "# een tekst"),
        (THEME, "titel: Bouwen", "titel: Bouwen\nsamenvatting: Wij bouwen\n  #2 in het plan", "#2 in"),
        (THEME, "titel: Bouwen", "titel: Bouwen\ndoelen:\n  - Eerst dit\n    # dan dat", "# dan dat"),
        (THEME, "titel: Bouwen", "titel: Bouwen\nvisie: |\n  Wij bouwen.\n #2 in het plan", "#2 in"),
        (THEME, "levert de grond", "levert de grond #zuid", "#zuid"),
        (THEME, "wanneer: 2027-12-31", "wanneer: 2027-12-31 #of later", "#of later"),
    ] {
        with(file, from, to).assert_finds(&[("Y109", file, place)]);
    }
}

#[test]
fn a_comment_on_its_own_line_or_behind_what_cannot_go_on_is_a_comment() {
    for (file, from, to) in [
        (SITE_FILE, "naam: Prestatie", "# De site van De Brug.\n#naam: Oud\nnaam: Prestatie"),
        (SITE_FILE, "partijen:\n", "partijen: # zij doen mee\n"),
        (SITE_FILE, "  - id: de-brug\n", "  # de corporatie\n  - id: de-brug\n    # nog een regel\n"),
        (DOCUMENT, "looptijd: 2027", "looptijd: 2027 # een jaar"),
        (DOCUMENT, "huurdersraad]", "huurdersraad] # alle drie"),
        (DOCUMENT, "plaats: Zandstad", "plaats: \"Zandstad\" # aan Zee"),
        (THEME, "wanneer: 2027-12-31", "wanneer: 2027-12-31 # uiterlijk\n# einde"),
        (
            THEME,
            "titel: Bouwen",
            "titel: Bouwen\nvisie: | # in twee regels\n  Wij bouwen.\n  # Dit is tekst.\n\n# Dit niet.",
        ),
        (THEME, "titel: Bouwen", "titel: \"Bouwen #2\"\nsamenvatting: C# en a#b"),
    ] {
        with(file, from, to).assert_finds(&[]);
    }
}

#[test]
fn what_yaml_takes_for_something_else_than_text_is_told() {
    for (file, from, to, place) in [
        (SITE_FILE, "kort: De Brug", "kort: !De Brug", "!De"),
        (SITE_FILE, "kort: De Brug", "kort: &De Brug", "&De"),
        (SITE_FILE, "kort: De Brug", "kort: ~", "~"),
        (DOCUMENT, "datums:", "datums: &dag", "&dag"),
        (DOCUMENT, "looptijd: 2027", "looptijd: 2027\nsamenvatting: null", "null"),
        (DOCUMENT, "looptijd: 2027", "looptijd: 2027\nsamenvatting: ~", "~"),
        (DOCUMENT, "looptijd: 2027", "looptijd: 2027\nsamenvatting: \"De map C:\\tekst\"", "\\tekst"),
        (THEME, "titel: Bouwen", "titel: Bouwen\nsamenvatting: !let op", "!let"),
    ] {
        with(file, from, to).assert_finds(&[("Y110", file, place)]);
    }
    let directive =
        Project::minimal().with("content/site.yaml", format!("%GEHEIM dit leest niemand\n---\n{SITE}"));
    directive.assert_finds(&[("Y110", SITE_FILE, "%GEHEIM")]);
}

#[test]
fn what_stands_twice_or_behind_the_end_is_told() {
    for (file, from, to, code, place) in [
        (THEME, "  gemeente: levert de grond", "  de-brug: levert de grond", "Y104", "  de-brug: levert"),
        (SITE_FILE, "kort: De Brug", "kort: De Brug\n    kort: Brug", "Y104", "kort: Brug"),
        (
            SITE_FILE,
            "rol: huurdersorganisatie\n",
            "rol: huurdersorganisatie\n---\nnaam: Nog een\n",
            "Y101",
            "naam: Nog",
        ),
        (
            SITE_FILE,
            "rol: huurdersorganisatie\n",
            "rol: huurdersorganisatie\n...\nnaam: Nog een\n",
            "Y101",
            "naam: Nog",
        ),
        (DOCUMENT, "huurdersraad]", "huurdersraad] en anderen", "Y101", "en anderen"),
        (DOCUMENT, "looptijd: 2027", "looptijd: 2_027", "M102", "2_027"),
        (DOCUMENT, "looptijd: 2027", "looptijd:2027", "Y101", "looptijd"),
    ] {
        let project = with(file, from, to);
        let line = |place: &str| place.rsplit_once(':').map(|(line, _)| line.to_owned());
        let expected = line(&format!("{code} {}", project.place(file, place)));
        let codes = project.codes();
        assert!(codes.iter().any(|found| line(found) == expected), "{to}: {codes:?}, not {expected:?}");
    }
}

#[test]
fn a_value_that_is_named_once_and_used_twice_loses_nothing() {
    let project = with(
        SITE_FILE,
        "naam: Woonstichting De Brug\n    kort: De Brug",
        "naam: &brug De Brug\n    kort: *brug",
    );
    project.assert_finds(&[]);
}

#[test]
fn a_number_in_a_list_of_one_stays_as_it_was_typed() {
    let beleid = with(THEME, "titel: Bouwen", "titel: Bouwen\nbeleid: 2.10");
    beleid.assert_finds(&[]);
    beleid.build_ok(&["--only", "site"]);
    assert!(beleid.read("output/zandstad-2027/bouwopgave.html").contains("2.10"));
}

/// Words that YAML could trip over; each has a letter of its own, so that it can be found.
fn word() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "", "#", "# ", " #", " # ", "!", "&", "*", "%", "@", "~", "|", ">", "-", "- ", "? ", ": ", ":", ",",
        "[", "]", "{", "}", "\"", "'", "\\", "\\t", "\n", "\n  ", "\n# ", "\n    #", "\t", "---", "...",
        "null ", "<<: ", "0", "1_0",
    ]);
    prop::collection::vec((sign, "[q-x]{3,8}"), 1..4)
        .prop_map(|parts| parts.into_iter().map(|(sign, word)| format!("{sign}{word}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_put_anywhere_in_yaml_comes_out_or_is_told(
        (file, at) in prop::sample::select(vec![
            (SITE_FILE, "Prestatieafspraken van "),
            (SITE_FILE, "De Brug\n    rol"),
            (SITE_FILE, "gemeente\n  - id: de-brug"),
            (DOCUMENT, "Zandstad 2027\n"),
            (DOCUMENT, "huurdersraad]"),
            (DOCUMENT, "looptijd: 2027"),
            (DOCUMENT, "wethouder Wonen"),
            (DOCUMENT, "voorzitter}\n"),
            (DOCUMENT, "datums:"),
            (THEME, "titel: Bouwen"),
            (THEME, "wie:\n"),
            (THEME, "bouwt 120"),
            (THEME, "levert de grond"),
            (THEME, "wanneer: "),
            (THEME, "2027-12-31\n"),
        ]),
        before in any::<bool>(),
        glue in prop::sample::select(vec!["", " ", "\n", "\n  "]),
        text in word(),
    ) {
        let put = if before { format!("{text}{glue}{at}") } else { format!("{at}{glue}{text}") };
        let project = with(file, at, &put);
        let (edition, found) = project.diagnostics();
        if !found.is_empty() {
            return Ok(());
        }
        let model = format!("{:?}", edition.project);
        // Comments on lines of their own, and behind what cannot go on, are what they look like.
        let lines: Vec<&str> = put
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .map(|line| match line.split_once(" # ") {
                Some((value, _)) if value.trim_end().ends_with([']', '}', '"', '\'', ':']) || value.ends_with(|c: char| c.is_ascii_digit()) => value,
                _ => line,
            })
            .collect();
        for letters in lines.join("\n").split(|c: char| !('q'..='x').contains(&c)).filter(|word| word.len() >= 3) {
            prop_assert!(model.contains(letters), "{letters} of {put:?} in {file}");
        }
    }
}

// Signs that nobody sees.

#[test]
fn a_sign_of_a_symbol_font_is_told_by_its_number_on_plain_pages_too() {
    let project = Project::with_page("Wij doen dit:\u{f0e0} bouwen.\n\n```\n\u{f0b7} een\n```\n");
    project.assert_finds(&[("B111", "over.md", "\u{f0e0}"), ("B111", "over.md", "\u{f0b7}")]);
    let messages = project.messages();
    assert!(messages.contains("U+F0B7 (teken uit een symboollettertype)"), "{messages}");
    assert_eq!(project.build(&[]).status.code(), Some(1));
}

#[test]
fn signs_that_do_nothing_are_told_by_number_and_name_and_those_that_work_stay() {
    let file = "rietveen-2027/zacht.md";
    let project = Project::case("25-onzichtbare-tekens");
    project.assert_finds(&[
        ("B112", file, "programma¦\u{200b}s"),
        ("B112", file, "[B1¦\u{200b}]"),
        ("B112", file, "[¦\u{200b}B1]"),
        ("B112", file, "[B1¦\u{a0}]"),
    ]);
    let messages = project.messages();
    assert!(messages.contains("U+200B (breekpunt zonder breedte)"), "{messages}");
    assert!(messages.contains("U+00A0 (vaste spatie)"), "{messages}");
    assert!(messages.contains("hierdoor is dit geen verwijzing"), "{messages}");
    // A name in brackets that leads nowhere is not published.
    assert_eq!(project.build(&[]).status.code(), Some(1));
}

#[test]
fn a_heading_with_a_soft_hyphen_is_found_by_the_name_that_people_read() {
    let text = "## Woning\u{ad}bouw en\u{a0}meer\n\nZie [boven](#woningbouw-en-meer).";
    let project = Project::with_page(text);
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/over.html").contains("id=\"woningbouw-en-meer\""));
}

#[test]
fn signs_that_nobody_sees_are_told_wherever_they_stand() {
    for (file, from, to, code, place) in [
        (SITE_FILE, "kort: De Brug", "kort: De Brug\u{200b}", "B112", "Brug¦\u{200b}"),
        (SITE_FILE, "kort: De Brug", "kort: De\u{200e} Brug", "B107", "De¦\u{200e}"),
        (SITE_FILE, "kort: De Brug", "kort: De Brug \u{f0fc}", "B111", "\u{f0fc}"),
        (DOCUMENT, "plaats: Zandstad", "plaats: Zand\u{feff}stad", "B107", "Zand¦\u{feff}"),
        (DOCUMENT, "spreken dit", "spreken\u{2028}dit", "B107", "spreken¦\u{2028}"),
        (THEME, "titel: Bouwen", "titel: Bouwen\u{ad}", "B112", "Bouwen¦\u{ad}"),
        (THEME, "bouwt 120", "bouwt \u{301}120", "B112", "bouwt ¦\u{301}"),
        (THEME, "bouwt 120", "bo\u{200d}uwt 120", "B112", "bo¦\u{200d}"),
        (THEME, "tekort aan", "tekort \u{fffc} aan", "B111", "\u{fffc}"),
        (THEME, "tekort aan", "tekort \u{fffd} aan", "B111", "\u{fffd}"),
        // A Cyrillic letter in a word of ours: who searches does not find it.
        (THEME, "tekort aan", "tek\u{43e}rt aan", "B112", "tek¦\u{43e}rt"),
    ] {
        with(file, from, to).assert_finds(&[(code, file, place)]);
    }
    let glossary = Project::minimal()
        .with("content/begrippen.yaml", "- {term: Bouwen, betekenis: \"Iets\u{200b} maken.\"}\n");
    glossary.assert_finds(&[("B112", "begrippen.yaml", "Iets¦\u{200b}")]);
    Project::with_page("Teken \u{f0b7} hier.").assert_finds(&[("B111", "over.md", "\u{f0b7}")]);
    Project::with_page("Teken &#xf0b7; hier.").assert_finds(&[("B111", "over.md", "&#xf0b7;")]);
}

#[test]
fn signs_that_do_their_work_are_not_told() {
    for text in [
        "€\u{a0}10 en artikel\u{a0}5, volks\u{ad}huis\u{ad}vesting, 10\u{2060}–\u{2060}12, m\u{b2}, e\u{301}e\u{301}n",
        "👩\u{200d}👩\u{200d}👧 en ❤\u{fe0f} en 1\u{fe0f}\u{20e3}",
        "van **volks**\u{ad}huisvesting, Δt en μm en Москва",
    ] {
        Project::with_page(text).assert_finds(&[]);
    }
}

#[test]
fn a_message_shows_what_nobody_sees_and_letters_that_only_look_alike() {
    for (from, to, shown) in [
        ("[gemeente, de-brug,", "[gemeente, de-brug\u{ad}x,", "de-brugU+00AD (zacht afbreekteken)x"),
        (
            "[gemeente, de-brug,",
            "[gemeente, d\u{435}-brug,",
            "zit U+0435 (letter van het cyrillische alfabet)",
        ),
        ("looptijd: 2027", "looptijd: 20\u{a0}27", "`20U+00A0 (vaste spatie)27` is geen periode"),
    ] {
        let messages = with(DOCUMENT, from, to).messages();
        assert!(messages.contains(shown), "{messages}");
    }
    // A number whose B is not a B leads nowhere.
    Project::with_prose("Zie [\u{412}1].").assert_finds(&[("B112", THEME, "\u{412}1")]);
}

#[test]
fn an_unseen_sign_that_does_nothing_is_taken_out_by_check() {
    let project = Project::without_findings();
    let file = "content/zandstad-2026-2029/bouwen.md";
    let before = project.read(file);
    project.write(file, before.replacen("te weinig", "te\u{200b} weinig", 1));
    let output = project.check(&["--fix", "--yes"]);
    assert_eq!(project.read(file), before, "{}", String::from_utf8_lossy(&output.stderr));
}

// Names, as people see them.

#[test]
fn names_with_accents_are_found_however_they_were_stored() {
    let project = Project::case("26-nfd-bestandsnaam");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/rietveen-2027/zie.html");
    assert!(page.contains("href=\"cooperatie.html\""), "{page}");
    assert!(
        project.tree("output").keys().any(|path| path.ends_with("één kaart.svg")),
        "{:?}",
        project.tree("output").keys()
    );
}

#[test]
fn terms_and_headings_with_accents_are_found_however_they_were_typed() {
    for (term, named) in [
        ("Coo\u{308}peratie", "co\u{f6}peratie"),
        ("Co\u{f6}peratie", "coo\u{308}peratie"),
        ("Co\u{f6}\u{ad}peratie", "co\u{f6}peratie"),
    ] {
        let project =
            Project::with_page(&format!("## Één e\u{301}\n\nEen [[{named}]], zie [boven](#een-e)."))
                .with("content/begrippen.yaml", format!("- {{term: {term}, betekenis: Een vereniging.}}\n"));
        project.assert_finds(&[]);
        project.build_ok(&["--only", "site"]);
        assert!(project.read("output/over.html").contains("begrippen.html#cooperatie"));
    }
    let twice =
        "- {term: Coo\u{308}peratie, betekenis: Een.}\n- {term: \"co\u{f6}peratie\", betekenis: Twee.}\n";
    let project = Project::minimal().with("content/begrippen.yaml", twice);
    project.assert_finds(&[("M104", "begrippen.yaml", "\"co\u{f6}peratie")]);
}

#[cfg(target_os = "linux")]
#[test]
fn two_files_of_one_name_are_told_and_so_are_two_that_differ_in_capitals() {
    let page = "---\ntitel: Kaart\n---\n\nTekst.\n";
    let twins =
        Project::minimal().with("content/e\u{301}e\u{301}n.md", page).with("content/\u{e9}\u{e9}n.md", page);
    twins.assert_finds(&[("B113", "\u{e9}\u{e9}n.md", "")]);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    let capitals = Project::with_page("![Plan](plan.svg) ![Plan](Plan.svg)")
        .with("content/plan.svg", svg)
        .with("content/Plan.svg", svg);
    assert_eq!(capitals.codes().len(), 1, "{}", capitals.messages());
    assert!(capitals.codes()[0].starts_with("B109 "), "{:?}", capitals.codes());
    let other = Project::with_page("[Plan](plan.svg)").with("content/Plan.SVG", svg);
    other.assert_finds(&[("V102", "over.md", "[Plan]")]);
    assert!(
        other.messages().contains("bedoelde u `Plan.SVG`? Hoofdletters tellen mee."),
        "{}",
        other.messages()
    );
}

#[test]
fn a_change_in_a_file_with_accents_is_seen() {
    use afspraken::edition::{Edition, News};
    let page = |text: &str| format!("---\ntitel: Kaart\n---\n\n{text}\n");
    let project = Project::minimal().with("content/e\u{301}e\u{301}n.md", page("Tekst."));
    let (content, themes) = (project.path("content"), project.path("themes"));
    let before = Edition::read(&content, &themes);
    assert!(before.diagnostics.is_empty());
    project.write("content/e\u{301}e\u{301}n.md", page("Zie [niets](nergens.md)."));
    let path = afspraken::source::ContentPath::of(&content, &content.join("e\u{301}e\u{301}n.md"));
    let news = News { content: path.into_iter().collect(), themes: false };
    let (after, changed) = before.next(&content, &themes, &news);
    assert_eq!(changed.len(), 1);
    assert_eq!(after.diagnostics.len(), 1);
}

// Copies.

#[test]
fn a_copy_that_a_cloud_disk_made_is_told_and_never_published() {
    let project = Project::case("34d-conflictkopie-hoofdstuk");
    project.assert_finds(&[("B114", "over (1).md", ""), ("B114", "rietveen-2027/samen-PC-VAN-JAN.md", "")]);
    assert!(project.messages().contains("Dit lijkt een kopie van `samen.md`."), "{}", project.messages());
    assert_eq!(project.build(&[]).status.code(), Some(1));
}

#[test]
fn copies_are_known_by_the_names_that_programs_give_them() {
    let chapter = "---\nsoort: hoofdstuk\ntitel: Samenwerken\n---\n\nVier keer per jaar.\n";
    let other = "---\nsoort: hoofdstuk\ntitel: Samenwerken\n---\n\nTwee keer per jaar.\n";
    for name in [
        "samen 2",
        "samen (1)",
        "samen(1)",
        "samen - kopie",
        "samen - Kopie (2)",
        "samen kopie",
        "samen copy 2",
        "samen - Copy",
        "Kopie van samen",
        "Copy of samen",
        "samen (conflicted copy 2026-11-22)",
        "samen (PC's conflicted copy 2026-11-22)",
        "samen-conflict-20261122",
        "samen (Case Conflict)",
        "samen.sync-conflict-20261122-101500-ABCDEFG",
        "samen_conflict",
        "samen (conflictkopie van balie 2026-11-22)",
        "samen-LAPTOP-ABC123",
        "samen-DESKTOP-4F2KQ1",
        "Samen [Conflict]",
    ] {
        let file = format!("zandstad-2027/{name}.md");
        let project = Project::minimal()
            .with("content/zandstad-2027/samen.md", chapter)
            .with(&format!("content/{file}"), other);
        project.assert_finds(&[("B114", &file, "")]);
    }
    let theme = Project::minimal();
    let text = theme.read(&format!("content/{THEME}"));
    theme.with("content/zandstad-2027/bouwopgave (1).md", text).assert_finds(&[(
        "B114",
        "zandstad-2027/bouwopgave (1).md",
        "",
    )]);
    Project::minimal().with("content/site (1).yaml", SITE).assert_finds(&[("B114", "site (1).yaml", "")]);
}

#[test]
fn a_copy_of_a_whole_folder_is_told_once() {
    for folder in ["zandstad-2027 - kopie", "zandstad-2027 (1)", "zandstad-2027 2", "Kopie van zandstad-2027"]
    {
        let project = Project::minimal();
        copy(&project.path("content/zandstad-2027"), &project.path(&format!("content/{folder}")));
        project.assert_finds(&[("B114", &format!("{folder}/overeenkomst.md"), "")]);
    }
}

#[test]
fn a_chapter_of_its_own_is_no_copy() {
    let part = |titel: &str| format!("---\nsoort: bijlage\ntitel: {titel}\n---\n\nTekst.\n");
    let project = Project::minimal()
        .with("content/zandstad-2027/bijlage.md", part("Cijfers"))
        .with("content/zandstad-2027/bijlage 2.md", part("Kaarten"))
        .with("content/zandstad-2027/bijlage-DAEB.md", part("DAEB"))
        .with("content/zandstad-2027/bijlage-conflicten-oplossen.txt", "geen bron");
    project.assert_finds(&[]);
    // It becomes one as soon as it says that it is.
    project.write("content/zandstad-2027/bijlage 2.md", part("Cijfers"));
    project.assert_finds(&[("B114", "zandstad-2027/bijlage 2.md", "")]);
}

#[test]
fn two_chapters_of_one_title_are_told() {
    let chapter = |titel: &str| format!("---\nsoort: hoofdstuk\ntitel: {titel}\n---\n\nTekst.\n");
    let project = Project::minimal()
        .with("content/zandstad-2027/samen.md", chapter("Samen\u{ad}werken"))
        .with("content/zandstad-2027/werkwijze.md", chapter("samenwerken"));
    project.assert_finds(&[("V118", "zandstad-2027/werkwijze.md", "titel: samenwerken")]);
    let pages = Project::with_page("Tekst.").with("content/wie.md", "---\ntitel: Over\n---\n\nTekst.\n");
    pages.assert_finds(&[("V118", "wie.md", "titel: Over")]);
    // An appendix may be called as the chapter that it belongs to.
    let appendix = Project::minimal()
        .with("content/zandstad-2027/samen.md", chapter("Samenwerken"))
        .with("content/zandstad-2027/bijlage.md", "---\nsoort: bijlage\ntitel: Samenwerken\n---\n\nTekst.\n");
    appendix.assert_finds(&[]);
}
