//! Nothing of a Markdown text is lost without a word: every word is in the tree, or
//! lies in a message. And what Markdown reads otherwise than someone means who comes
//! from Word is told, with what to type.

mod support;

use std::collections::BTreeSet;

use afspraken::diagnostic::{Diagnostic, Place};
use afspraken::markdown::parse::{Markdown, parse};
use afspraken::markdown::{BlockKind, InlineKind, Picture, Tekst, for_each_block, for_each_inline};
use afspraken::source::{ContentPath, Sources, Span};
use proptest::prelude::*;
use support::Project;

const FOLDER: &str = "rietveen-2027";

/// Fails unless exactly these are found in one file of a case: code and needle.
#[track_caller]
fn assert_case(name: &str, file: &str, expected: &[(&str, &str)]) {
    let file = format!("{FOLDER}/{file}");
    let expected: Vec<_> = expected.iter().map(|(code, needle)| (*code, file.as_str(), *needle)).collect();
    Project::case(name).assert_finds(&expected);
}

/// Fails unless exactly these are found in a page of `prose`: code and needle.
#[track_caller]
fn assert_told(prose: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(code, needle)| (*code, "over.md", *needle)).collect();
    Project::with_page(prose).assert_finds(&expected);
}

/// The messages about a page of `prose`, as a user sees them.
fn told(prose: &str) -> String {
    Project::with_page(prose).messages()
}

/// What `check --fix` makes of a page of `prose`.
fn mended(prose: &str) -> String {
    let project = Project::with_page(prose);
    project.check(&["--fix", "--yes"]);
    project.read("content/over.md").replace("---\ntitel: Over\n---\n\n", "")
}

/// The text of a built page, without its tags.
fn page(project: &Project, path: &str) -> String {
    project.build_ok(&["--only", "site"]);
    let html = project.read(&format!("output/{path}"));
    let document = scraper::Html::parse_document(&html);
    let main = scraper::Selector::parse("main").expect("a selector");
    document.select(&main).flat_map(|main| main.text()).collect()
}

// Tables.

#[test]
fn a_cell_too_many_is_told_with_its_text() {
    assert_case("03-tabel-cel-te-veel", "tabel.md", &[("X105", "| Noord | 10 | ¦20"), ("X110", "| Oost |")]);
    let messages = told("| a | b |\n| - | - |\n| 1 | 2 | drie | vier |");
    assert!(messages.contains("`drie | vier`"), "{messages}");
    assert!(messages.contains("De kop van de tabel heeft 2 kolommen."), "{messages}");
}

#[test]
fn a_bare_bar_in_a_cell_is_told_and_one_with_a_backslash_is_a_letter() {
    assert_told("| Wie | Wat |\n| --- | --- |\n| De Wilg | koop | huur |", &[("X105", "¦huur")]);
    assert_told("| Wie | Wat |\n| --- | --- |\n| De Wilg | koop \\| huur |", &[]);
    // Empty cells at the end, as spreadsheets leave them, hold nothing that could be lost.
    assert_told("| Wie | Wat |\n| --- | --- |\n| De Wilg | koop | | |", &[]);
}

#[test]
fn a_line_straight_under_a_table_is_told() {
    assert_case("04-tekst-direct-na-tabel", "tabel.md", &[("X109", "Bron: eigen telling")]);
    assert_told("| Wijk |\n| --- |\n| Noord |\nBron: eigen telling.", &[("X109", "Bron:")]);
    assert_told("| Wijk | Nu |\n| --- | --- |\n| Noord | 1 |\nBron: De Wilg | eigen telling", &[]);
    assert_told("Wijk | Nu\n--- | ---\nNoord | 1\nBron: De Wilg.", &[("X109", "Bron:")]);
    assert_told("| Wijk | Nu |\n| --- | --- |\n| Noord | 1 |\n\nBron: De Wilg.", &[]);
}

#[test]
fn lines_with_bars_that_make_no_table_are_told() {
    assert_told("| Wijk | Nu |\n| Noord | 1 |\n| Zuid | 2 |", &[("X111", "| Wijk")]);
    assert_told("| Wijk | Nu |\n| --- | --- | --- |\n| Noord | 1 |", &[("X111", "| Wijk")]);
    assert_told("De strepen | en | zijn hier tekst.", &[]);
}

// Headings.

#[test]
fn braces_behind_a_heading_that_are_no_name_are_told() {
    assert_case(
        "10-accolades-in-kop",
        "huur.md",
        &[("X106", "{concept}"), ("X106", "{nieuw in 2027}"), ("X106", "{.klasse}"), ("X106", "{}")],
    );
    assert_told("## Kop {#naam extra}\n\nTekst.", &[("X106", "{#naam extra}")]);
    assert_told("## Kop {a}\n\nTekst.", &[("X106", "{a}")]);
    assert_told("## Kop {#naam}\n\nTekst.\n\n## Kop {#x} ##\n\nTekst.", &[("X116", "{#x}")]);
    let messages = told("## Huurbeleid {concept}\n\nTekst.");
    assert!(messages.contains("`(concept)`") && messages.contains("`{#concept}`"), "{messages}");
}

#[test]
fn dashes_straight_under_a_sentence_are_told() {
    assert_case("09c-streep-onder-afspraak", "bouwen.md", &[("X113", "sloop.\n¦---")]);
    assert_told("Een zin.\n---------\n\nTekst.", &[("X113", "¦---------")]);
    assert_told("Een regel\nen nog een\n----------\n\nTekst.", &[("X113", "----------")]);
    assert_told("Een punt\n-\n\nTekst.", &[("X113", "punt\n¦-")]);
    // A heading with a line below it, as some people write them.
    assert_told("Huurbeleid\n----------\n\nTekst.", &[]);
    assert_told("Een zin.\n\n---\n\nTekst.", &[]);
}

#[test]
fn a_heading_without_its_space_is_told_and_mended() {
    assert_told("##Wonen\n\nTekst.", &[("X119", "##")]);
    assert_eq!(mended("##Wonen\n\nTekst."), "## Wonen\n\nTekst.\n");
    assert_told("Wij wonen in #rietveen en #2027.", &[]);
}

#[test]
fn a_space_of_another_kind_behind_a_mark_is_told_and_mended() {
    let project = Project::case("05-vaste-spatie-na-hekje");
    let codes = project.codes();
    let expected = [
        "bouwen.md:21:3",
        "samen.md:8:3",
        "samen.md:12:2",
        "samen.md:13:2",
        "samen.md:15:3",
        "samen.md:16:3",
        "samen.md:18:2",
    ];
    let found: Vec<_> = codes.iter().filter(|code| code.starts_with("X119")).cloned().collect();
    assert_eq!(found, expected.map(|place| format!("X119 {FOLDER}/{place}")), "{}", project.messages());
    assert!(project.messages().contains("U+00A0 (vaste spatie)"), "{}", project.messages());
    project.check(&["--fix", "--yes"]);
    project.assert_finds(&[]);
    // The narrow one of a typesetter, and spaces in the middle of a line.
    assert_told("-\u{202f}punt", &[("X119", "-¦\u{202f}")]);
    assert_told("In 2027\u{a0}bouwt De Brug\u{a0}- samen.", &[]);
}

// References.

#[test]
fn two_references_side_by_side_are_two_references() {
    let project = Project::case("40b-verwijzingen-naast-elkaar");
    project.assert_finds(&[]);
    assert!(page(&project, "rietveen-2027/zie.html").contains("Zie B1B2."));
    let html = project.read("output/rietveen-2027/zie.html");
    assert_eq!(html.matches("href=\"bouwen.html#B1\"").count(), 1, "{html}");
    assert_eq!(html.matches("href=\"bouwen.html#B2\"").count(), 1, "{html}");
    let project = Project::with_prose("Zie [B1][B9] en [de bouw][B1].");
    project.assert_finds(&[("V101", "zandstad-2027/bouwopgave.md", "[B9]")]);
}

#[test]
fn names_of_footnotes_are_compared_without_regard_to_capitals() {
    let project = Project::case("06-voetnoot-hoofdletter");
    project.assert_finds(&[]);
    let text = page(&project, "rietveen-2027/noot.html");
    let (first, second) = (text.find("het cijfer van oktober"), text.find("De tweede noot."));
    assert!(first.is_some() && first < second, "{text}");
    assert_told("Een[^A] en twee[^a].\n\n[^a]: Noot.", &[]);
    assert_told("Een[^a].\n\n[^a]: Noot.\n\n[^A]: Noot.", &[("M104", "[^A]")]);
    assert_told("Een[^STRASSE].\n\n[^straße]: Noot.", &[]);
}

#[test]
fn names_of_footnotes_are_compared_as_people_see_them() {
    // The accent of its own (as Macs write it) in the text, the whole letter below.
    for (mark, note) in [("co\u{f6}peratie", "coo\u{308}peratie"), ("Coo\u{308}peratie", "co\u{f6}peratie")] {
        let prose =
            format!("Eerst[^een], dan *de[^{mark}] rest*.\n\n[^een]: Noot een.\n\n[^{note}]: Noot twee.");
        let project = Project::with_page(&prose);
        project.assert_finds(&[]);
        let text = page(&project, "over.html");
        assert!(text.find("Noot een.") < text.find("Noot twee.") && text.contains("rest"), "{text}");
        assert!(!text.contains("[^"), "{text}");
    }
    assert_told("Een[^é].\n\n[^e]: Noot.", &[("V106", "[^é]"), ("V107", "[^e]:")]);
}

#[test]
fn a_path_with_a_space_is_told_and_mended() {
    let project = Project::case("11-spaties-in-link");
    let file = format!("{FOLDER}/lijst.md");
    project.assert_finds(&[
        ("X115", &file, "media/lijst adressen"),
        ("X115", &file, "nieuw plan.md"),
        ("X115", &file, "media/kaart noord"),
        ("X115", &file, "https://www.rietveen"),
    ]);
    project.check(&["--fix", "--yes"]);
    let text = project.read(&format!("content/{file}"));
    assert!(
        text.contains("(<media/lijst adressen.xlsx>)") && text.contains("example/mijn%20pagina)"),
        "{text}"
    );
    assert_told("Dit [is **vet** tekst](plan a.md).", &[("X115", "plan a.md")]);
    assert_eq!(mended("![Kaart](kaart.svg “De kaart”)"), "![Kaart](kaart.svg \"De kaart\")\n");
    assert_told("Zie \\[dit](zo maar) en `[dit](zo maar)`.", &[]);
}

#[test]
fn a_space_between_the_brackets_of_a_link_is_told() {
    assert_told("Zie [de site] (https://rietveen.example).", &[("X115", "] (")]);
    assert_eq!(mended("Zie [het plan] (plan.pdf)."), "Zie [het plan](plan.pdf).\n");
    assert_told("Zie [dit] (en dat) en [2027] (concept).", &[]);
}

#[test]
fn an_address_that_nobody_uses_is_told() {
    assert_told("Tekst.\n\n[bron]: https://rietveen.example\n", &[("X108", "[bron]")]);
    assert_told("Tekst.\n\n[Let]: hierop\n", &[("X108", "[Let]")]);
    assert_told("Zie [bron].\n\n[Bron]: https://rietveen.example\n", &[]);
    assert_told(
        "Zie [bron].\n\n[bron]: https://rietveen.example\n[bron]: https://zuid.example\n",
        &[("X108", "\n[¦bron]: https://zuid")],
    );
}

#[test]
fn words_behind_the_address_of_a_link_are_told() {
    assert_told("Zie [de site](https://rietveen.example \"Extra woorden\").", &[("X107", "](https")]);
    assert_told("Zie [bron].\n\n[bron]: https://rietveen.example 'Extra'\n", &[("X107", "[bron]:")]);
}

#[test]
fn a_caption_that_no_reader_sees_is_told() {
    let found = |prose: &str| {
        let codes = Project::with_page(prose).codes();
        codes.into_iter().filter(|code| code.starts_with("X107")).count()
    };
    assert_eq!(
        found("![Kaart](k.svg \"Bijschrift\")\nBron: De Wilg.\n\n| ![K](k.svg \"B\") |\n| --- |\n"),
        2
    );
    assert_eq!(found("![Kaart](k.svg \"Bijschrift\")\n\n- ![Kaart](k.svg \"Bijschrift\")\n"), 0);
}

// What other programs leave behind.

#[test]
fn what_pandoc_leaves_behind_is_told() {
    assert_case(
        "13-pandoc-resten",
        "word.md",
        &[
            ("X116", "{width="),
            ("X116", "{.underline}"),
            ("X116", "{.mark}"),
            ("X116", "[]{#_Toc"),
            ("X116", "+----------+"),
            ("X116", "-------- ------"),
            ("X116", "::: {.note}"),
        ],
    );
    assert_told("Schrijf `{.mark}`, \\{.mark} of {0} en {{ x }}.", &[]);
}

#[test]
fn an_indented_paragraph_is_told() {
    assert_case(
        "41-ingesprongen-alinea",
        "inspring.md",
        &[("X114", "De Wilg verkoopt"), ("X114", "diep ingesprongen")],
    );
    assert_told("Een alinea.\n\n    Met vier **spaties**.\n\nNog een.", &[("X114", "Met vier")]);
    assert_told("```\n    code\n```\n\n- punt\n\n  vervolg", &[]);
}

#[test]
fn a_list_below_an_item_that_is_indented_too_little_is_told() {
    assert_case(
        "17-sublijst-twee-spaties",
        "lijst.md",
        &[("X117", "- onderdeel a"), ("X117", "1. stap een")],
    );
    assert_told("- punt\n - onderdeel", &[("X117", "- onderdeel")]);
    assert_told("1. punt\n   - onderdeel\n2. punt\n\n   1. stap\n   2. stap", &[]);
    assert_told(" 9. negen\n10. tien\n", &[]);
    let messages = told("1. Eerst\n  - onderdeel");
    assert!(messages.contains("Laat het inspringen met 3 spaties."), "{messages}");
}

#[test]
fn an_item_keeps_its_number_or_its_author_is_told() {
    assert_told("1. een\n2. twee\n4. vier", &[("X118", "4.")]);
    assert_told("3. drie\n4. vier", &[]);
    assert_told("1. een\n1. twee\n1. drie", &[]);
}

#[test]
fn a_sentence_straight_under_an_item_or_quotation_is_told() {
    assert_case(
        "69-luie-voortzetting",
        "l.md",
        &[("X112", "De gemeente betaalt"), ("X112", "Daarna betaalt")],
    );
    assert_told("Tekst[^1].\n\n[^1]: Een noot.\nDaarna gaat het verder.", &[("X112", "Daarna")]);
    assert_told("De Brug\n: Bouwt en verhuurt.\nDaarna volgt tekst.", &[("X112", "Daarna")]);
    // One message for the whole of it.
    assert_told("- punt\nDe gemeente.\nDe Wilg.", &[("X112", "De gemeente")]);
    assert_told("- punt\n  De gemeente.\n- punt\n\nDe Wilg.", &[]);
}

#[test]
fn an_item_that_is_wrapped_by_hand_is_left_alone() {
    assert_told(
        "- De Wilg bouwt in de komende vier jaar samen met de gemeente\nRietveen honderd woningen en sloopt er tien.\n- punt\nvan twee regels\n\n> Wat in dit citaat staat, loopt door op de volgende regel en\n> De Wilg staat vooraan.",
        &[],
    );
}

#[test]
fn marks_that_do_nothing_are_told() {
    assert_told("Dit is **vet en houdt niet op.", &[("X120", "**")]);
    assert_told("Dit is ~~weg en houdt niet op.", &[("X120", "~~")]);
    assert_told("Deze alinea eindigt.\\", &[("X120", "\\")]);
    assert_told("Dit is \\*\\*geen\\*\\* vet, `**`, 2 ** 3 en **wel**.", &[]);
}

#[test]
fn whatever_else_would_vanish_is_told() {
    assert_told("``` yaml en nog wat\na: 1\n```", &[("X107", "en nog wat")]);
    // Behind the fence stands a space of another kind.
    assert_told("```\u{a0}yaml en meer\na: 1\n```", &[("X107", "en meer")]);
    assert_told("> **Let op[^1]** Tekst.\n\n[^1]: Noot.", &[]);
    let project = Project::with_page("> **Let op**[^1]\n\n[^1]: Deze noot.");
    assert!(page(&project, "over.html").contains("Deze noot."));
}

// All of it, anywhere.

/// What a reader may meet of a text, and what is used of it: words, addresses, names.
fn shown(tekst: &Tekst) -> String {
    let mut shown = String::new();
    let mut add = |text: &str| {
        shown.push_str(text);
        shown.push('\n');
    };
    let picture = |picture: &Picture| {
        format!("{}\n{}\n{}", picture.alt, picture.caption.as_deref().unwrap_or_default(), picture.path)
    };
    let notes = tekst.footnotes.iter().map(|footnote| &footnote.blocks);
    for blocks in std::iter::once(&tekst.blocks).chain(notes) {
        for_each_block(blocks, &mut |block| match &block.kind {
            BlockKind::Code { language, text, .. } => add(&format!("{language}\n{text}")),
            BlockKind::Figure(found) => add(&picture(found)),
            BlockKind::Heading(heading) => add(&heading.anchor),
            _ => {}
        });
        let mut run = String::new();
        for_each_inline(blocks, &mut |inline| match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => run.push_str(text),
            InlineKind::Picture(found) => run.push_str(&picture(found)),
            InlineKind::Link(target, _) => run.push_str(&format!("\n{target:?}\n")),
            _ => run.push('\n'),
        });
        add(&run);
    }
    shown
}

/// A text as it was read.
struct Read<'a> {
    text: &'a str,
    shown: String,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Read<'a> {
    fn of(text: &'a str) -> Self {
        let path = ContentPath::from("zandstad/bouwopgave.md");
        let mut sources = Sources::default();
        let source = sources.add(path.clone(), text);
        let mut diagnostics = Vec::new();
        let markdown = Markdown { source, path: &path, text, body: 0..text.len() };
        let tekst = parse(&markdown, &mut diagnostics);
        Self { text, shown: shown(&tekst), diagnostics }
    }

    /// Whether a word that stands in the text at `at` is shown, or on a line that a
    /// message points at, or was knowingly hidden.
    fn accounts_for(&self, word: &str, at: usize) -> bool {
        self.shown.contains(word)
            || self.diagnostics.iter().any(|found| self.points_at(found, at..at + word.len()))
            || self.is_in_comment(at)
            || self.is_used_name(word)
    }

    fn points_at(&self, found: &Diagnostic, word: std::ops::Range<usize>) -> bool {
        let Place::Text(span) = &found.place else { return false };
        let of_line = |span: &Span| {
            let range = span.range();
            let start = self.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
            let end = self.text[range.end..].find('\n').map_or(self.text.len(), |end| range.end + end);
            start..end
        };
        let line = of_line(span);
        line.start <= word.start && word.end <= line.end
    }

    fn is_in_comment(&self, at: usize) -> bool {
        let before = &self.text[..at];
        before.rfind("<!--").is_some_and(|start| !before[start..].contains("-->"))
    }

    /// The name of a note or of an address does its work without being shown.
    fn is_used_name(&self, word: &str) -> bool {
        self.text.match_indices("]:").any(|(end, _)| {
            self.text[..end].rfind('[').is_some_and(|start| self.text[start..end].contains(word))
        })
    }
}

/// Texts of all that the tree knows, and of much that only looks like it.
const TEXTS: &[&str] = &[
    "Inleiding van *de* **tekst** met ~~weg~~ en `code`.\nTweede regel\\\nderde.\n",
    "## Kop {#naam}\n\n### Kop met `code` ###\n\nStreep\n------\n\n# {#x}\n\nZin.\n---\n",
    "- een\n- twee\n  - drie\n\n    alinea\n- [x] vier\n\n1. een\n2. twee\n  - te weinig\n3) anders\n",
    "| Wijk | 2027 |\n|:--- | ---:|\n| Noord | 10 |\n| Zuid | `a \\| b` | 5 |\n| Oost |\nBron.\n\nTekst.\n",
    "| a |\n|---|\n\n| geen | tabel |\n\na | b\n- | -\n1 | 2\n",
    "> **Let op** Een kader.\n>\n> > Citaat *daarin*.\nlui\n\n> **Goed voorbeeld:**\n\n> **Anders**\n",
    "```rust meer\nfn x() {}\n```\n\n~~~\nop~~~\n~~~\n\n    vier\n    spaties\n\n```afspraak\nsoort: proces\n```\n",
    "Noot[^a] en[^B]. Ook [^c].\n\n[^a]: Eerste noot.\nlui\n\n    tweede alinea\n\n[^b]: Tweede.\n[^a]: Weer.\n[^d]: Los.\n",
    "![Kaart van *noord*](media/kaart.svg \"Bijschrift\")\n\nIn de tekst ![icoon](i.svg) en ![x](https://x.example/y.svg).\n",
    "[B1][B2] en [B3] en [de bouw][B1], [[DAEB]], [[DAEB|de *dienst*]], [x](a b.md) en [y] (z.md).\n",
    "[web](https://x.example/a \"titel\"), <https://y.example>, <a@b.example>, [n][bron], [Bron][] en [bron].\n\n[bron]: https://bron.example\n  \"titel\"\n[los]: https://los.example\n",
    "Term\n: Uitleg\n: Nog een\n\n  alinea\n\nTweede *term*\n: x\n",
    "Een <b>vet</b> woord<!-- weg --> en <br>.\n\n<div>\nblok\n</div>\n\n<!-- weg\nmeer --> ook\n\n<!-- weg -->\n",
    "Een &amp; twee &eacute;&#233; \\* drie \\\\ vier &geen; artikel 42 van de Woningwet.\n\n---\n\n***\n",
    "+---+---+\n| a | b |\n+===+===+\n\n  Wijk  2027\n  ----- ----\n  a     b\n\n::: {.note}\nx\n:::\n\n[x]{.y} {#z}\n",
    "- > citaat\n  > | a | b |\n  > |---|---|\n  > | 1 | 2 | 3 |\n- ```\n  code\n  ```\n\n> 1. een\n>    - twee[^n]\n>\n> [^n]: noot in citaat\n",
];

/// Each position of each text, with `¤` put there in each of these ways.
const INSERTIONS: &[&str] = &["¤", " ¤ ", "\n¤\n", "\n\n¤\n\n", "|¤|", "{¤}"];

#[test]
fn a_word_that_is_put_anywhere_comes_out_or_is_told() {
    let mut lost = BTreeSet::new();
    for text in TEXTS {
        for (at, _) in text.char_indices() {
            for (insertion, word) in INSERTIONS.iter().flat_map(|way| [(way, "Merkwoord"), (way, "§€")]) {
                let insertion = insertion.replace('¤', word);
                let changed = format!("{}{insertion}{}", &text[..at], &text[at..]);
                let read = Read::of(&changed);
                if !read.accounts_for(word, changed.find(word).expect("the word")) {
                    lost.insert(changed);
                }
            }
        }
    }
    let first = lost.iter().take(12).map(|text| format!("{text:?}")).collect::<Vec<_>>();
    assert!(lost.is_empty(), "{} texts, of which\n{}", lost.len(), first.join("\n"));
}

/// Pieces of Markdown in any order; `¤` is a word of its own.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "¤",
        "¤",
        "¤",
        "¤ ",
        " ¤",
        "\n",
        "\n",
        "\n\n",
        " ",
        "  ",
        "    ",
        "\t",
        "# ",
        "## ",
        "{#",
        "{",
        "}",
        "```",
        "```\n",
        "~~~\n",
        "> ",
        ">",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "10. ",
        "[x] ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[^",
        "]: ",
        "[^¤]",
        "[^¤]: ",
        "[[",
        "]]",
        "|",
        "| ",
        " |",
        "|---|---|\n",
        "|---|\n",
        "---\n",
        "===\n",
        ": ",
        "<",
        ">",
        "<!--",
        "-->",
        "<b>",
        "<br>",
        "</b>",
        "&amp;",
        "&",
        "\\",
        "\"",
        "'",
        "[¤]: ¤\n",
        "(¤.md \"¤\")",
        "[B1]",
        "**Let op** ",
        ":::",
        "+---+",
        "é",
        "\u{a0}",
        "https://¤.example",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| {
        let mut text = String::new();
        let mut number = 0;
        for c in pieces.concat().chars() {
            match c {
                '¤' => {
                    text.push_str(&format!("woord{number}x"));
                    number += 1;
                }
                c => text.push(c),
            }
        }
        text
    })
}

/// The first word of a text that is neither shown nor told.
fn first_lost(text: &str) -> Option<String> {
    let read = Read::of(text);
    (0..)
        .map(|number| format!("woord{number}x"))
        .map_while(|word| text.find(&word).map(|at| (word, at)))
        .find(|(word, at)| !read.accounts_for(word, *at))
        .map(|(word, _)| word)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_any_text_is_shown_or_told(text in pieces()) {
        prop_assert_eq!(first_lost(&text), None, "{:?}", text);
    }
}
