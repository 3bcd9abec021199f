//! Every element of Markdown as HTML, as it stands on a page.

mod support;

use support::Project;

/// The text on a plain page of `prose`, as HTML.
fn page(prose: &str) -> String {
    let project = Project::minimal()
        .with(
            "content/begrippen.yaml",
            "- {term: DAEB, voluit: Dienst van algemeen economisch belang, betekenis: Een taak.}\n",
        )
        .with(
            "content/media/plan.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>",
        )
        .with("content/over.md", format!("---\ntitel: Over\n---\n\n{prose}"));
    assert!(project.codes().iter().all(|code| code.starts_with("X101 ")), "{}", project.messages());
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/over.html");
    // Between what the page has around the author's text.
    let (_, text) = page.split_once("<div class=\"tekst\">").expect("the text begins");
    let (text, _) = text.split_once("<nav class=\"bladeren\"").expect("the text ends");
    text.trim().to_owned()
}

#[test]
fn paragraphs_and_what_stands_in_them() {
    insta::assert_snapshot!(page(
        "Gewoon, *nadruk*, **sterk**, ***beide***, ~~weg~~ en `code <b>`.\nTweede regel  \nna een regeleinde\\\nen nog een<br>slot.\n\n\
         Zij zegt \"ja\", 's avonds, in '27: 'goed' en \"'t kan\"... Van 1 -- 2, `\"niet hier\"` en read(\"x\").\n\n\
         Streep\u{ad}je, harde\u{a0}spatie, &eacute;&eacute;n &amp; &lt;b&gt;, \\*geen nadruk\\* en 5 < 6 > 4.\n"
    ));
}

#[test]
fn headings_and_their_anchors() {
    insta::assert_snapshot!(page(
        "## Een kop met *nadruk* & \"tekens\"\n\nTekst.\n\n### Dieper\n\nTekst.\n\n## Een kop\n\nTekst.\n\n## Een kop\n\nTekst.\n\n\
         ## Eigen naam {#mijn-naam}\n\nTekst.\n\nOnderstreept\n------------\n\nTekst.\n\n## €\n\nTekst.\n"
    ));
}

#[test]
fn links_of_every_kind() {
    insta::assert_snapshot!(page(
        "[Het web](https://zandstad.example/a?b=1&c=2), <https://zandstad.example>, <wonen@zandstad.example>, \
         [mail](mailto:wonen@zandstad.example), [bel](tel:+31900123), [een kop](#kop), [een afspraak](zandstad-2027/bouwopgave.md#B1), \
         [een document](zandstad-2027/overeenkomst.md), [een bestand](media/plan.svg), [[DAEB]], [[DAEB|de dienst]], \
         [met **sterk**](#kop), [via een noot][bron] en [2025].\n\n## Kop\n\nTekst.\n\n[bron]: https://bron.example\n"
    ));
}

#[test]
fn lists_of_every_kind() {
    insta::assert_snapshot!(page(
        "- een\n- twee\n  - dieper\n    1. genummerd\n    2. verder\n- drie\n\n\
         Ruim:\n\n- een\n\n  nog een alinea\n\n- twee\n\n\
         Vanaf drie:\n\n3. drie\n4. vier\n\n\
         Taken:\n\n- [x] gedaan\n- [ ] nog niet\n- gewoon\n\n\
         Term\n: Uitleg\n: Nog een uitleg\n\nTweede term\n: Alinea een\n\n  Alinea twee\n"
    ));
}

#[test]
fn tables() {
    insta::assert_snapshot!(page(
        "| Jaar | Aantal | Soort | *Noot* |\n|:-----|-------:|:-----:|---|\n| 2027 | 1.200 | **nieuw** | a \\| b |\n| 2028 | | `x` | |\n\n\
         | Alleen een kop |\n|---|\n"
    ));
}

#[test]
fn quotations_callouts_code_and_lines() {
    insta::assert_snapshot!(page(
        "> Een citaat.\n>\n> > Een citaat daarin.\n\n> **Let op** De subsidie stopt.\n>\n> - punt\n\n> **Goed voorbeeld:** Zo kan het.\n\n\
         > **DEFINITIE**\n> Een woord.\n\n> **Voorbeeld**\n\n> **Gewijzigde wet** *Sinds* 2027.\n\n> **Iets anders** blijft een citaat.\n\n\
         ```rust\nfn x() { \"<b>\" }\n```\n\n```\ningesprongen\n  code\n```\n\n---\n\nSlot.\n"
    ));
}

#[test]
fn pictures_alone_and_in_the_text() {
    insta::assert_snapshot!(page(
        "![Plattegrond van \"Noord\"](media/plan.svg \"Bijschrift met 'tekens' & <b>\")\n\n![Zonder bijschrift](media/plan.svg)\n\n\
         In de tekst ![een icoon](media/plan.svg) en ![nog een](./media/../media/plan.svg).\n\n- ![in een lijst](media/plan.svg)\n"
    ));
}

#[test]
fn footnotes() {
    insta::assert_snapshot!(page(
        "Tweede eerst[^b], dan de eerste[^a], en weer[^b].\n\n| Tabel[^c] |\n|---|\n| cel |\n\n[^a]: Noot a.\n[^b]: Noot b met *nadruk*.\n\n    En een tweede alinea.\n[^c]: Noot c.\n"
    ));
}

#[test]
fn html_and_comments() {
    insta::assert_snapshot!(page(
        "Een <b>vet</b> woord<!-- geheim -->.\n\n<div class=\"x\">\n<p>blok</p>\n</div>\n\n<!-- een geheim\nvan meer regels -->\n\nSlot.\n"
    ));
}
