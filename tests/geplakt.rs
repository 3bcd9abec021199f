//! Lists and tables that come from Word, Excel or a mail: lists of letters are read as such,
//! on the site and on paper; what cannot be is told, and mended where that is certain.

mod support;

use afspraken::diagnostic::Diagnostic;
use afspraken::markdown::parse::{Markdown, parse};
use afspraken::markdown::plain;
use afspraken::rules::fix::mend;
use afspraken::source::{ContentPath, Sources};
use proptest::prelude::*;
use support::{Project, pdf_text};

const PAGE: &str = "content/over.md";

/// `prose` as a tree, as plain text, with what is found in it and what it becomes when that
/// is mended.
struct Read {
    plain: String,
    found: Vec<Diagnostic>,
    mended: String,
}

fn read(prose: &str) -> Read {
    let path = ContentPath::from("over.md");
    let mut sources = Sources::default();
    let source = sources.add(path.clone(), prose);
    let mut found = Vec::new();
    let markdown = Markdown { source, path: &path, text: prose, body: 0..prose.len() };
    let tekst = parse(&markdown, &mut found);
    let mended = mend(&found, &sources).first().map_or_else(|| prose.to_owned(), |file| file.after.clone());
    Read { plain: plain::blocks(&tekst.blocks), found, mended }
}

/// The codes of what is found in `prose`.
fn codes(prose: &str) -> Vec<&'static str> {
    read(prose).found.iter().map(|found| found.code.id()).collect()
}

fn mended(prose: &str) -> String {
    read(prose).mended
}

/// The text on a plain page of `prose`, as HTML on one line.
fn page(prose: &str) -> String {
    let project = Project::with_page(prose);
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/over.html");
    let (_, text) = page.split_once("<div class=\"tekst\">").expect("the text begins");
    let (text, _) = text.split_once("<nav class=\"bladeren\"").expect("the text ends");
    let text = text.trim().replace('\n', "");
    text.trim_end_matches("</div>").to_owned()
}

#[test]
fn letters_below_each_other_are_a_list_that_shows_them_as_they_were_written() {
    for (prose, shown) in [
        ("Af:\na. een;\nb. twee.", "<p>Af:</p><ol type=\"a\"><li>een;</li><li>twee.</li></ol>"),
        ("Wij doen\na. een\nb. twee", "<p>Wij doen</p><ol type=\"a\"><li>een</li><li>twee</li></ol>"),
        ("a) een\nb) twee", "<ol type=\"a\" class=\"letters-haakje\"><li>een</li><li>twee</li></ol>"),
        ("(a) een\n(b)\ttwee", "<ol type=\"a\" class=\"letters-haakjes\"><li>een</li><li>twee</li></ol>"),
        ("a. een\n\nb. twee", "<ol type=\"a\"><li><p>een</p></li><li><p>twee</p></li></ol>"),
        ("i. een\nii. twee\niii. drie", "<ol type=\"i\"><li>een</li><li>twee</li><li>drie</li></ol>"),
        ("(i) een\n(ii) twee", "<ol type=\"i\" class=\"romeins-haakjes\"><li>een</li><li>twee</li></ol>"),
        (
            "a. een\nb. twee\n\nTussendoor.\n\nc. drie\nd. vier",
            "<ol type=\"a\"><li>een</li><li>twee</li></ol><p>Tussendoor.</p><ol type=\"a\" start=\"3\"><li>drie</li><li>vier</li></ol>",
        ),
        (
            "a. **Een** is *twee*.\nb. \"Zo\".",
            "<ol type=\"a\"><li><strong>Een</strong> is <em>twee</em>.</li><li>“Zo”.</li></ol>",
        ),
    ] {
        assert_eq!(page(prose), shown, "{prose}");
    }
}

#[test]
fn letters_stand_below_numbers_and_bullets_and_have_lists_and_paragraphs_below_them() {
    for (prose, shown) in [
        (
            "1. De Brug:\n   a. bouwt\n   b. verhuurt\n2. De gemeente:\n   a. geeft\n   b. neemt",
            "1. De Brug:\n  a. bouwt\n  b. verhuurt\n2. De gemeente:\n  a. geeft\n  b. neemt",
        ),
        ("- De Brug:\n  a) bouwt\n  b) verhuurt\n- klaar", "- De Brug:\n  a) bouwt\n  b) verhuurt\n- klaar"),
        ("a. een\n   - x\n   - y\nb. twee", "a. een\n  - x\n  - y\nb. twee"),
        // The next item of a list is of the letters, though CommonMark reads on in the sub-list.
        ("a. een\n  - x\nb. twee\n  - y\nc. drie", "a. een\n  - x\nb. twee\n  - y\nc. drie"),
        ("a. een\n   1. x\n   2. y\nb. twee\n   1. z", "a. een\n  1. x\n  2. y\nb. twee\n  1. z"),
        ("a. een\n   5. x\n   6. y\nb. twee\n   9. z", "a. een\n  5. x\n  6. y\nb. twee\n  9. z"),
        // Four spaces before a line of a paragraph begin no list in CommonMark.
        ("a. een\n    - x\n    - y\nb. twee", "a. een\n  - x\n  - y\nb. twee"),
        ("a. een\n\n   - x\n\nb. twee", "a. een\n  - x\nb. twee"),
        ("a. een\n\n   nog een alinea\n\nb. twee", "a. een\n  nog een alinea\nb. twee"),
        ("a. een\n   i. x\n   ii. y\nb. twee", "a. een\n  i. x\n  ii. y\nb. twee"),
        (
            "a. een:\n   - sub:\n     i. x\n     ii. y\nb. twee",
            "a. een:\n  - sub:\n    i. x\n    ii. y\nb. twee",
        ),
        ("> Af:\n> a. een\n> b. twee", "Af:\n\na. een\nb. twee"),
        ("g) x\n\nTekst[^n]\n\n[^n]: Noot:\n    a. een\n    b. twee", "g) x\n\nTekst"),
    ] {
        let Read { plain, found, .. } = read(prose);
        assert_eq!(plain, shown, "{prose}");
        assert!(found.is_empty(), "{prose}: {found:?}");
    }
}

#[test]
fn a_sentence_straight_below_the_last_letter_is_told() {
    assert_eq!(codes("a. Een.\nb. Twee.\nDit geldt voor 2027."), ["X112"]);
    assert_eq!(codes("> a. Een.\n> b. Twee.\n> Dit geldt voor 2027."), ["X112"]);
    assert_eq!(codes("1. Zo:\n   a. Een.\n   b. Twee.\n   Dit geldt voor 2027."), ["X112"]);
    for fine in [
        "a. Een.\nb. Twee.\n   Dit ook.",
        "a. Een.\nb. Twee.\n\nDit geldt voor 2027.",
        "a. Een, met\nDe Brug\nb. Twee.",
    ] {
        assert_eq!(codes(fine), [""; 0], "{fine}");
    }
}

#[test]
fn lines_that_go_on_belong_to_the_letter_above_them() {
    assert_eq!(read("a. een\n   en verder\nb. twee\nen verder").plain, "a. een en verder\nb. twee en verder");
    assert_eq!(read("a. een\nb. twee\na. weer\nb. nog").plain, "a. een\nb. twee\n\na. weer\nb. nog");
}

#[test]
fn letters_that_are_not_certain_to_be_a_list_stay_text() {
    for (prose, shown) in [
        ("a. alleen", "a. alleen"),
        ("a. alleen\n\nTekst.", "a. alleen\n\nTekst."),
        ("Zoals bedoeld onder\na. en\nb. van de wet.", "Zoals bedoeld onder a. en b. van de wet."),
        ("a\\. een\nb\\. twee", "a. een b. twee"),
        ("\\(a) een\n\\(b) twee", "(a) een (b) twee"),
        ("a. een\\\nb. twee", "a. een b. twee"),
        ("```\na. een\nb. twee\n```", "a. een\nb. twee"),
    ] {
        let Read { plain, found, .. } = read(prose);
        assert_eq!(plain, shown, "{prose}");
        assert!(found.is_empty(), "{prose}: {found:?}");
    }
}

#[test]
fn a_list_of_letters_stands_on_paper_as_it_was_written() {
    let project = Project::with_prose(
        "De Brug:\na. bouwt;\n   - snel\n   - goed\nb. verhuurt.\n\nEn:\n\n(a) sloopt\n\n(b) koopt\n\nVerder:\ni) eerst\nii) dan",
    );
    project.build_ok(&["--only", "pdf"]);
    let pdf = project.path("output/zandstad-2027/zandstad-2027.pdf");
    let Some(text) = pdf_text(&pdf, "-layout") else { return };
    for line in ["a. bouwt;", "b. verhuurt.", "(a) sloopt", "(b) koopt", "i) eerst", "ii) dan"] {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.lines().any(|found| words(found) == line), "{line} is not in {text}");
    }
}

#[test]
fn paragraphs_that_were_signed_with_their_letters_keep_their_fingerprint() {
    let canonical = |prose: &str| {
        let project = Project::with_prose(prose);
        project.build_ok(&["--only", "site"]);
        project.read("output/zandstad-2027/vingerafdruk.txt")
    };
    // The escaped point makes paragraphs of them, as they always were.
    let listed = canonical(
        "Wij doen:\n\na. een [B1]\n\n   - x\n\nb) los\n\n(a) twee\n\n(b) *drie*\n\na. vier\n\nb. vijf",
    );
    let text = canonical(
        "Wij doen:\n\na\\. een [B1]\n\n- x\n\nb\\) los\n\n\\(a) twee\n\n\\(b) *drie*\n\na\\. vier\n\nb\\. vijf",
    );
    assert_eq!(listed, text);
    assert!(text.contains("alinea: (b) drie\n"), "{text}");
}

#[test]
fn lists_and_tables_from_word_and_excel_are_told_and_mended() {
    // The texts behind a hash in its YAML are another case.
    let project = Project::case("80-lijsten-uit-word")
        .replacing(
            "content/rietveen-2027/bouwen.md",
            "Wij bouwen op plek #3 en #4 in het plan.",
            "\"Wij bouwen op plek #3 en #4 in het plan.\"",
        )
        .replacing("content/rietveen-2027/overeenkomst.md", " #wonen2027", "");
    let file = "rietveen-2027/bouwen.md";
    project.assert_finds(&[
        ("X131", file, "1.4.1 De"),
        ("X130", file, "•\teerste"),
        ("X130", file, "–\tnog"),
        ("X132", file, "Complex\t"),
    ]);
    assert!(project.check(&["--fix", "--yes"]).status.success());
    let text = project.read("content/rietveen-2027/bouwen.md");
    for mended in [
        "- eerste punt\n- tweede punt\n\n- nog een punt\n- en nog een\n",
        "| Complex | Aantal | Jaar |\n| --- | ---: | ---: |\n| Noord | 12 | 2027 |\n| Zuid | 18 | 2028 |\n",
        "(a) eerst dit\n(b) dan dat\n",
    ] {
        assert!(text.contains(mended), "{mended} is not in {text}");
    }
    // A number of more parts is no number of a list: that is for the author to say.
    project.assert_finds(&[("X131", file, "1.4.1 De")]);
    let project =
        project.replacing("content/rietveen-2027/bouwen.md", "cijfers.\n1.4.2", "cijfers.\n\n1.4.2");
    project.build_ok(&[]);
}

#[test]
fn bullets_that_lost_their_letter_type_are_told_by_number_and_mended() {
    let project = Project::case("23-opsomteken-uit-word");
    let messages = project.messages();
    assert!(messages.contains("`U+F0B7` (een opsomteken uit Word)"), "{messages}");
    assert!(project.check(&["--fix", "--yes"]).status.success());
    assert!(project.read(PAGE).ends_with("Wij doen dit:\n\n- eerste punt\n\n- tweede punt\n\n"));
    let points = project.read("content/rietveen-2027/punten.md");
    assert!(points.ends_with("- eerste punt\n- tweede punt\n  - onderdeel\n\n"), "{points}");
    project.assert_finds(&[]);
    project.build_ok(&[]);
}

#[test]
fn what_runs_on_is_told_as_what_it_is_and_what_is_certain_is_mended() {
    for (prose, code, fixed) in [
        ("Punten:\n• een\n• twee\no onder\n• drie", "X130", "Punten:\n- een\n- twee\n  - onder\n- drie"),
        ("• een\n– onder\n§ dieper\n• twee", "X130", "- een\n  - onder\n    - dieper\n- twee"),
        ("•een\n•twee", "X130", "- een\n- twee"),
        ("-een\n-twee", "X130", "- een\n- twee"),
        ("► een\n► twee", "X130", "- een\n- twee"),
        ("·\teen\n·\ttwee\n  en verder", "X130", "- een\n- twee\n  en verder"),
        ("1. Zo:\n   • een\n   • twee\n2. klaar", "X130", "1. Zo:\n   - een\n   - twee\n2. klaar"),
        ("1. Zo:\n• een\n• twee", "X130", "1. Zo:\n   - een\n   - twee"),
        ("> • een\n> • twee", "X130", "> - een\n> - twee"),
        ("a. een:\n   • x\n   • y\nb. twee", "X130", "a. een:\n   - x\n   - y\nb. twee"),
        ("• een\n\no onder\n\n• twee", "X133", "- een\n\n  - onder\n\n- twee"),
        ("\u{f0a7}\teen", "X130", "- een"),
        ("• een\r\n• twee\r\n", "X130", "- een\r\n- twee\r\n"),
        ("(1) een\n(2) twee", "X131", "1. een\n2. twee"),
        ("Stappen:\n(1) een\n(2) twee", "X131", "Stappen:\n\n1. een\n2. twee"),
        ("1.een\n2.twee", "X131", "1. een\n2. twee"),
        ("Verder:\n3. drie\n4. vier", "X131", "Verder:\n\n3. drie\n4. vier"),
        ("a)een\nb)twee", "X131", "a) een\nb) twee"),
        (
            "Zo:\nWat\tAantal\nA | B\t1.200\nC\t€ 3",
            "X132",
            "Zo:\n\n| Wat | Aantal |\n| --- | ---: |\n| A \\| B | 1.200 |\n| C | € 3 |",
        ),
        (
            "> Wat\tAantal\n> A\t1\n> Klaar.",
            "X132",
            "> | Wat | Aantal |\n> | --- | ---: |\n> | A | 1 |\n>\n> Klaar.",
        ),
    ] {
        assert_eq!(codes(prose), [code], "{prose}");
        assert_eq!(mended(prose), fixed, "{prose}");
        assert_eq!(codes(fixed), [""; 0], "{fixed}");
        assert_eq!(mended(fixed), fixed);
    }
}

#[test]
fn what_is_not_certain_is_told_and_left_as_it_is() {
    for (prose, code) in [
        // Which of the lines are below which?
        ("(1) een:\n• onder\n(2) twee", "X130"),
        // Is the last line of the list?
        ("• een.\n• twee.\nZo gaat het.", "X130"),
        // Would become a heading, a number or a box.
        ("• # een\n• twee", "X130"),
        ("• 1. een\n• twee", "X130"),
        ("• [ ] een\n• twee", "X130"),
        ("• een\\\n• twee", "X133"),
        // No head that is certain to be one.
        ("Noord\t12\nZuid\t18", "X132"),
        ("Naam\tPlaats\nDe Brug\tZandstad", "X132"),
        ("**Wat\tAantal**\nA\t1\nB\t2", "X132"),
        // The number would go.
        ("1.1 een\n1.2 twee", "X131"),
        ("A. een\nB. twee", "X131"),
        ("c. een\nd. twee", "X131"),
        ("a. een\nb. twee\nd. vier", "X131"),
    ] {
        assert_eq!(codes(prose), [code], "{prose}");
        assert_eq!(mended(prose), prose);
    }
}

#[test]
fn honest_sentences_are_no_lists() {
    for prose in [
        "De woningen\n– ook de oude –\nworden beter.",
        "Het gaat om\n1.200 woningen en\n1.300 garages.",
        "In de jaren\n2027. Daarna\n2028. Klaar.",
        "Zie artikel\n1.4 en verder.",
        "> Wij doen het samen.\n> – de wethouder",
        "– Goedemorgen, zei hij.\n\nEn verder niets.",
        "§ 3.2 van de nota\n§ 3.3 van de nota",
        "o.a. de Brug\no.a. de gemeente",
        "Zo is het.\nJ.P. Bakker\nK.L. Smid",
        "-5 graden\n-7 graden",
        "Een\ttab in een zin.",
    ] {
        assert_eq!(codes(prose), [""; 0], "{prose}");
    }
}

#[test]
fn a_hundred_letters_below_each_other_in_every_way_cost_no_time_and_no_depth() {
    let stairs: String = (0..300).map(|at| format!("{}a. x\n", " ".repeat(at * 2))).collect();
    let deeper: String = (0..60).map(|at| format!("{}a. x\n", " ".repeat(at * 3))).collect();
    let back: String = (0..60).rev().map(|at| format!("{}b. y\n", " ".repeat(at * 3))).collect();
    let same = "a. x\n".repeat(5000);
    let bullets: String =
        (0..40).map(|at| format!("{0}a. x\n{0}b. x\n{0}   - y\n", " ".repeat(at * 3))).collect();
    for prose in [stairs, format!("{deeper}{back}"), same, bullets] {
        // Whatever is made of it can be printed.
        let project = Project::minimal().with(
            "content/zandstad-2027/proces.md",
            format!("---\nsoort: hoofdstuk\ntitel: Proces\n---\n\n{prose}\n"),
        );
        let output = project.build(&["--format", "json"]);
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(!told.contains("U102"), "{told}");
    }
}

/// What a random pasted list is made of.
#[derive(Debug, Clone)]
struct Pasted {
    text: String,
    /// Whether there are only plain words in it, so that all of it can be mended.
    plain: bool,
}

fn phrase() -> BoxedStrategy<String> {
    prop::collection::vec("[a-z]{2,7}", 1..4).prop_map(|words| words.join(" ")).boxed()
}

/// Words with what might be markup among them.
fn tricky() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        4 => "[a-z]{2,7}",
        1 => prop::sample::select(vec![
            "**vet**", "*schuin*", "`code`", "1.", "a.", "(2)", "#", "-", "•", "[x]", "[B1]", "|", "\\|",
            "[naam](https://zandstad.example)", ">", "===", "---", ": uitleg", "Zin.", "12", "2027", "o", "§",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|words| words.join(" ")).boxed()
}

/// A list or table of texts, in a list, in a quotation, or on its own.
fn pasted(text: BoxedStrategy<String>, plain: bool) -> impl Strategy<Value = Pasted> {
    let items = prop::collection::vec((0..3usize, text.clone()), 2..6);
    let sign = prop::sample::select(vec![
        ["•", "o", "§"],
        ["•", "–", "▪"],
        ["\u{f0b7}", "o", "\u{f0a7}"],
        ["►", "·", "−"],
    ]);
    let space = prop::sample::select(vec!["\t", " ", "  ", "\u{a0}"]);
    let gap = prop::sample::select(vec!["\n", "\n", "\n\n", "\r\n"]);
    let bullets = (items, sign, space, gap).prop_map(|(items, signs, space, gap)| {
        let mut level = 0;
        let lines = items.into_iter().enumerate().map(|(index, (wanted, text))| {
            // A list begins at its first level, and goes no more than one deeper at a time.
            level = if index == 0 { 0 } else { wanted.min(level + 1) };
            format!("{}{space}{text}", signs[level])
        });
        (lines.collect::<Vec<_>>(), gap)
    });
    let counted =
        (prop::collection::vec(text.clone(), 2..12), prop::sample::select(vec!["(1) ", "1.", "a)"]))
            .prop_map(|(items, form)| {
                let lines = items.into_iter().enumerate().map(|(index, text)| match form {
                    "(1) " => format!("({}) {text}", index + 1),
                    "1." => format!("{}.{text}", index + 1),
                    _ => format!("{}){text}", char::from(b'a' + index as u8)),
                });
                (lines.collect::<Vec<_>>(), "\n")
            });
    let table = (1..4usize).prop_flat_map(move |columns| {
        let rows = prop::collection::vec((text.clone(), prop::collection::vec(0..9999u32, columns)), 1..5);
        let head = prop::collection::vec("[a-z]{2,7}", columns + 1);
        (head, rows).prop_map(|(head, rows)| {
            let rows = rows.into_iter().map(|(name, figures)| {
                let figures: Vec<String> = figures.iter().map(u32::to_string).collect();
                format!("{name}\t{}", figures.join("\t"))
            });
            (std::iter::once(head.join("\t")).chain(rows).collect::<Vec<_>>(), "\n")
        })
    });
    let around = prop::sample::select(vec!["", "Wij doen:\n", "1. Wij doen:\n   ", "> ", "> Wij doen:\n> "]);
    (prop_oneof![3 => bullets, 1 => counted, 1 => table], around).prop_map(move |((lines, gap), around)| {
        let inside = around.rsplit('\n').next().unwrap_or_default();
        let text = format!("{around}{}\n", lines.join(&format!("{gap}{inside}")));
        Pasted { text, plain }
    })
}

/// The words of a text, without what lists begin with.
fn words(plain: &str) -> Vec<String> {
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty() && *word != "o").map(str::to_owned).collect()
}

fn pasted_codes(found: &[Diagnostic]) -> Vec<String> {
    let pasted = found.iter().filter(|found| ["X130", "X131", "X132", "X133"].contains(&found.code.id()));
    pasted.map(|found| found.message.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_a_pasted_list_that_is_mended_no_word_is_lost_and_nothing_is_left_to_mend(
        pasted in prop_oneof![pasted(phrase(), true), pasted(tricky(), false)],
    ) {
        let before = read(&pasted.text);
        let after = read(&before.mended);
        if pasted.plain {
            prop_assert!(!pasted_codes(&before.found).is_empty(), "nothing is told of {:?}", pasted.text);
            prop_assert_eq!(pasted_codes(&after.found), Vec::<String>::new(), "{:?} became {:?}", pasted.text, before.mended);
        }
        if before.mended != pasted.text {
            prop_assert_eq!(words(&after.plain), words(&before.plain), "{:?} became {:?}", pasted.text, before.mended);
        }
        prop_assert_eq!(&after.mended, &before.mended, "{:?} is mended twice", pasted.text);
    }

    #[test]
    fn of_a_list_of_letters_every_word_and_letter_is_read(
        items in prop::collection::vec((phrase(), prop::collection::vec(phrase(), 0..3)), 2..9),
        (open, close) in prop::sample::select(vec![("", "."), ("", ")"), ("(", ")")]),
        gap in prop::sample::select(vec!["\n", "\n\n"]),
        sub in prop::sample::select(vec!["- ", "1. ", "i. "]),
        indent in 2..5usize,
    ) {
        let mut lines = Vec::new();
        let mut wanted = Vec::new();
        for (index, (text, below)) in items.iter().enumerate() {
            let letter = char::from(b'a' + index as u8);
            lines.push(format!("{open}{letter}{close} {text}"));
            wanted.push(format!("{open}{letter}{close} {text}"));
            // A single numeral is not certain to be one.
            let below: &[String] = if sub == "i. " && below.len() < 2 { &[] } else { below };
            for (number, text) in below.iter().enumerate() {
                let mark = match sub {
                    "1. " => format!("{}. ", number + 1),
                    "i. " => format!("{}. ", "i".repeat(number + 1)),
                    bullet => bullet.to_owned(),
                };
                lines.push(format!("{}{mark}{text}", " ".repeat(indent.min(if gap == "\n" { 4 } else { 3 }))));
                wanted.push(format!("  {mark}{text}"));
            }
        }
        prop_assert_eq!(read(&lines.join(gap)).plain, wanted.join("\n"));
    }
}
