//! What is named must be there, and what leads away must be harmless.

mod support;

use scraper::{Html, Selector};
use support::{Project, SITE};

const THEME: &str = "zandstad-2027/bouwopgave.md";
const PAGE: &str = "over.md";

/// Every address on the plain page that the author's text led to.
fn addresses(project: &Project) -> Vec<String> {
    project.build_ok(&["--only", "site"]);
    let page = Html::parse_document(&project.read("output/over.html"));
    let links = Selector::parse("main .tekst p a").expect("a selector");
    page.select(&links).map(|link| link.attr("href").expect("an address").to_owned()).collect()
}

#[test]
fn a_reference_to_what_is_not_there_is_found_where_it_stands() {
    let project = Project::with_prose(
        "Zie [B9], [noord](#noord), [geld](betaalbarheid.md), [elders](../aalst/x.md), [B1](zorg.md#Z1) en [[DAEB]].",
    );
    project.assert_finds(&[
        ("V101", THEME, "[B9]"),
        ("V103", THEME, "[noord]"),
        ("V102", THEME, "[geld]"),
        ("V102", THEME, "[elders]"),
        ("V102", THEME, "[B1](zorg"),
        ("V104", THEME, "[[DAEB]]"),
    ]);
    let project =
        Project::with_page("Zie [B1], [weg](#weg), [nieuwbouw](zandstad-2027/bouwopgave.md#B7) en [[DAEB]].");
    project.assert_finds(&[
        ("V101", PAGE, "[B1]"),
        ("V103", PAGE, "[weg]"),
        ("V103", PAGE, "[nieuwbouw]"),
        ("V104", PAGE, "[[DAEB]]"),
    ]);
}

#[test]
fn a_reference_is_found_wherever_text_can_stand() {
    for (place, text) in [
        ("heading", "## Zie [B9]"),
        ("list", "- een\n  - twee [B9]"),
        ("table head", "| [B9] |\n|---|\n| x |"),
        ("table cell", "| a |\n|---|\n| zie [B9] |"),
        ("quote", "> > zie [B9]"),
        ("callout", "> **Let op** zie [B9]"),
        ("term", "Term [B9]\n: uitleg"),
        ("definition", "Term\n: uitleg [B9]"),
        ("footnote", "Noot[^n].\n\n[^n]: zie [B9]"),
        ("emphasis", "*a **b ~~c [B9]~~***"),
    ] {
        let project = Project::with_prose(&format!("Tekst.\n\n{text}\n\nSlot."));
        assert_eq!(project.codes(), [format!("V101 {}", project.place(THEME, "[B9]"))], "{place}");
    }
}

#[test]
fn a_reference_is_told_what_was_perhaps_meant() {
    let project = Project::with_prose(
        "Zie [B2], [x](bouwopgaven.md), [y](#nieuwbow) en [[DEAB]].\n\n### Nieuwbouw\n\nTekst.",
    )
    .with("content/begrippen.yaml", "- term: DAEB\n  betekenis: Een dienst.\n");
    project.assert_finds(&[
        ("V101", THEME, "[B2]"),
        ("V102", THEME, "[x]"),
        ("V103", THEME, "[y]"),
        ("V104", THEME, "[[DEAB]]"),
    ]);
    let messages = project.messages();
    // The file is told as it must be typed here: seen from the folder of this file.
    for meant in ["B1", "bouwopgave.md", "nieuwbouw", "DAEB"] {
        assert!(messages.contains(&format!("bedoelde u `{meant}`?")), "{meant}: {messages}");
    }
}

#[test]
fn a_year_between_brackets_is_no_reference() {
    let project = Project::with_page("Zie het verslag [2025] en \\[B9\\].");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/over.html").contains("Zie het verslag [2025] en [B9]."));
}

#[test]
fn a_footnote_that_nobody_wrote_is_found_where_it_is_named() {
    Project::with_page("Een zin[^1].").assert_finds(&[("V106", PAGE, "[^1]")]);
    let project = Project::with_prose("Een zin[^bron] en nog een[^2].\n\n[^2]: Deze is er.");
    project.assert_finds(&[("V106", THEME, "[^bron]")]);
    Project::with_page("| a |\n|---|\n| x[^1] |\n\n- y[^2]")
        .assert_finds(&[("V106", PAGE, "[^1]"), ("V106", PAGE, "[^2]")]);
    Project::with_page("Zo schrijft u een noot: `[^1]` of \\[^1].").assert_finds(&[]);
}

#[test]
fn a_footnote_that_is_written_twice_is_found_the_second_time() {
    // One of the two would be lost without a word.
    Project::with_page("Een zin[^1].\n\n[^1]: Eerste noot.\n\n[^1]: Tweede noot.").assert_finds(&[(
        "M104",
        PAGE,
        "[^1]: Tweede",
    )]);
}

#[test]
fn a_footnote_that_nobody_names_is_found_where_it_is_written() {
    Project::with_page("Een zin.\n\n[^1]: Een noot.").assert_finds(&[("V107", PAGE, "[^1]:")]);
}

#[test]
fn a_link_to_what_runs_or_is_fetched_is_refused_however_it_is_spelt() {
    for link in [
        "[klik](javascript:alert(1))",
        "[klik](JavaScript:alert(1))",
        "[klik](<javascript:alert(1)>)",
        "[klik](<java\tscript:alert(1)>)",
        "[klik](&#106;avascript:alert(1))",
        "[klik](&#x6A;&#x61;vascript&colon;alert(1))",
        "[klik](javascript&colon;alert(1))",
        "[klik](java&Tab;script:alert(1))",
        "[klik](java&NewLine;script:alert(1))",
        "[klik](java&#10;script:alert(1))",
        "[klik](java&#13;script:alert(1))",
        "[klik](&#1;javascript:alert(1))",
        "[klik](javascript\\:alert(1))",
        "[klik](%6Aavascript:alert(1))",
        "[klik](vbscript:msgbox(1))",
        "[klik](VBSCRIPT:msgbox)",
        "[klik](data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;)",
        "[klik](DATA:text/html;base64,PHNjcmlwdD4=)",
        "[klik](file:///etc/passwd)",
        "[klik](FILE:C:/Windows)",
        "[klik](blob:https://elders.example/x)",
        "[klik](view-source:https://elders.example)",
        "[klik](ftp://elders.example/x)",
        "[klik](//elders.example/x)",
        "[klik](https://)",
        "[klik](https:elders.example)",
        "[klik](https:///pad)",
        "[klik](<https://elders.example/\" onclick=\"alert(1)>)",
        "[klik](<https://elders.example/ a>)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "<file:///etc/passwd>",
    ] {
        let project = Project::with_page(&format!("Zie hier: {link} slot"));
        project.assert_finds(&[(
            "V105",
            PAGE,
            &format!("Zie hier: ¦{}", link.chars().next().expect("a link")),
        )]);
    }
}

#[test]
fn a_link_by_reference_is_judged_like_any_other() {
    let project = Project::with_page(
        "Zie [klik][1] en [klik].\n\n[1]: javascript:alert(1)\n[klik]: <file:///etc/passwd>",
    );
    project.assert_finds(&[("V105", PAGE, "[klik][1]"), ("V105", PAGE, "en ¦[klik].")]);
}

#[test]
fn a_newline_in_an_address_ends_the_link_and_leaves_text() {
    let project = Project::with_page("[klik](java\nscript:alert(1))");
    project.assert_finds(&[]);
    assert_eq!(addresses(&project), Vec::<String>::new());
}

#[test]
fn links_to_the_web_to_mail_and_to_a_telephone_are_made_as_they_are_written() {
    let links = [
        "https://www.zandstad.example/a?b=1&c=2#d",
        "http://zandstad.example",
        "mailto:wonen@zandstad.example",
        "mailto:wonen@zandstad.example?subject=Afspraken%20%26%20meer",
        "tel:+31900123",
    ];
    for link in links {
        let project = Project::with_page(&format!("Zie [hier]({link})."));
        project.assert_finds(&[]);
        assert_eq!(addresses(&project), [link]);
    }
}

#[test]
fn an_address_may_have_an_apostrophe_and_capitals_in_it() {
    for link in ["https://nl.wikipedia.org/wiki/'s-Hertogenbosch", "HTTPS://www.Zandstad.example/"] {
        let project = Project::with_page(&format!("Zie [hier]({link})."));
        project.assert_finds(&[]);
        assert_eq!(addresses(&project), [link]);
    }
}

#[test]
fn no_link_on_any_page_has_an_attribute_of_the_authors_making() {
    // Where Markdown has room for attributes, an author is told that they do nothing.
    Project::with_page(
        "[a](https://zandstad.example/x \"titel\\\" onclick=\\\"alert(1)\")\n\n## Kop {#naam onclick=\"alert(1)\" .klasse style=\"x\"}\n\nTekst.",
    )
    .assert_finds(&[("X107", "over.md", "](https"), ("X106", "over.md", "{#naam")]);
    let project = Project::with_page(
        "[a \" onclick=\"alert(1)](https://zandstad.example/x) <https://zandstad.example/?q=1&r=2> <wonen@zandstad.example>\n\n## Kop \" onclick=\"alert(1)\" style=\"x {#naam}\n\nTekst.",
    );
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    let page = Html::parse_document(&project.read("output/over.html"));
    for element in page.select(&Selector::parse("*").expect("a selector")) {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "style", "{name}={value:?}");
            assert!(name != "class" || !value.contains("klasse"));
        }
    }
}

#[test]
fn a_path_that_leaves_the_sources_is_refused_in_links_pictures_and_logos() {
    for path in [
        "../../geheim.md",
        "../../../../../../etc/passwd",
        "%2e%2e/%2E%2E/geheim.md",
        "..%2f..%2fgeheim.md",
        "media/../../../geheim.png",
        "/etc/passwd",
        "/media/plan.png",
        "%2fetc/passwd",
        "media%5cplan.png",
    ] {
        for (text, place) in
            [(format!("Zie [tekst]({path})."), "[tekst]"), (format!("![Kaart]({path})"), "![Kaart]")]
        {
            Project::with_prose(&text).assert_finds(&[("V108", THEME, place)]);
        }
    }
    for path in [
        "../plan.svg",
        "media/../../plan.svg",
        "/etc/passwd",
        "C:/plan.svg",
        "media\\plan.svg",
        "\\\\\\\\server\\\\plan.svg",
        "file:///etc/passwd",
        "https://elders.example/plan.svg",
    ] {
        for (from, to) in [
            ("naam: Prest", format!("huisstijl: {{logo: '{path}'}}\nnaam: Prest")),
            ("    kort: De Brug", format!("    logo: '{path}'")),
        ] {
            let project = Project::minimal().with("content/site.yaml", SITE.replace(from, &to));
            project.assert_finds(&[("V108", "site.yaml", &format!("'{path}'"))]);
        }
    }
}

#[test]
fn a_backslash_in_a_path_is_refused_as_it_is_a_folder_on_one_system_only() {
    for (text, place) in [
        ("Zie [tekst](media\\plan.pdf).", "[tekst]"),
        ("![Kaart](media\\plan.png)", "![Kaart]"),
        ("Zie [tekst](..\\\\..\\\\geheim.md).", "[tekst]"),
    ] {
        Project::with_prose(text).assert_finds(&[("V108", THEME, place)]);
    }
    // The scheme of an address and the letter of a disk look alike.
    Project::with_prose("Zie [tekst](C:\\\\Users\\\\wonen.docx).")
        .assert_finds(&[("V105", THEME, "[tekst]")]);
}

#[test]
fn a_path_may_go_up_and_down_inside_the_sources() {
    let project = Project::with_prose("Zie [over](../over.md), [dezelfde](./bouwopgave.md#B1) en [nog eens](../zandstad-2027/bouwopgave%2Emd).")
        .with("content/over.md", "---\ntitel: Over\n---\n\nTekst.\n");
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
}

#[test]
fn a_picture_from_elsewhere_is_refused() {
    for address in [
        "https://elders.example/plan.png",
        "//elders.example/plan.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "HTTP://elders.example/plan.png",
        "file:///etc/passwd",
    ] {
        Project::with_prose(&format!("![Kaart]({address})")).assert_finds(&[("V105", THEME, "![Kaart]")]);
        Project::with_prose(&format!("Zie ![Kaart]({address}) hier."))
            .assert_finds(&[("V105", THEME, "![Kaart]")]);
    }
}

#[test]
fn a_picture_whose_path_has_a_colon_in_it_is_refused() {
    for path in ["javascript:alert(1)", "C:/Users/plan.png", "C:plan.png"] {
        Project::with_prose(&format!("![Kaart]({path})")).assert_finds(&[("V108", THEME, "![Kaart]")]);
    }
}

#[test]
fn a_picture_or_link_without_words_is_found_where_it_stands() {
    let project = Project::with_prose("Zie [](../over.md), [ ](https://zandstad.example) en ![](plan.svg).")
        .with("content/over.md", "---\ntitel: Over\n---\n\nTekst.\n")
        .with(
            "content/zandstad-2027/plan.svg",
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>"#,
        );
    project.assert_finds(&[("T108", THEME, "[](.."), ("T108", THEME, "[ ]("), ("T101", THEME, "![]")]);
}

#[test]
fn a_document_that_comes_in_the_place_of_another_and_that_other_link_to_each_other() {
    let head = |more: &str| support::DOCUMENT.replace("status:", &format!("{more}status:"));
    let older = head("").replace("2027", "2026");
    let project = Project::minimal()
        .with("content/zandstad-2027/overeenkomst.md", head("vervangt: zandstad-2026\n"))
        .with("content/zandstad-2026/overeenkomst.md", &older);
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/zandstad-2027/index.html").contains("../zandstad-2026/index.html"));
    assert!(project.read("output/zandstad-2026/index.html").contains("../zandstad-2027/index.html"));
    let wrong = project
        .with("content/zandstad-2027/overeenkomst.md", head("vervangt: [zandstad-2062, zandstad-2027]\n"));
    wrong.assert_finds(&[
        ("V109", "zandstad-2027/overeenkomst.md", "zandstad-2062"),
        ("V109", "zandstad-2027/overeenkomst.md", "zandstad-2027"),
    ]);
}
