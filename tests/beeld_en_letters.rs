//! Pictures and drawings, the order of words, quotation marks, and accents in
//! addresses: what is published is what its author meant, and nothing more.

mod support;

use afspraken::markdown::typography::typeset;
use proptest::prelude::*;
use support::Project;

/// The content of one of the cases.
fn case(name: &str) -> Project {
    let project = Project::empty();
    let content = support::repository().join("tests/fixtures/gevallen").join(name).join("content");
    support::copy(&content, &project.path("content"));
    project
}

/// The words of a page between tags, without them.
fn between(page: &str, from: &str, to: &str) -> Vec<String> {
    page.split(from)
        .skip(1)
        .filter_map(|rest| rest.split_once(to))
        .map(|(inner, _)| {
            let text = inner.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
            text.collect::<String>().trim().to_owned()
        })
        .collect()
}

fn glossary(terms: &[&str]) -> String {
    terms.iter().map(|term| format!("- term: \"{term}\"\n  betekenis: Uitleg van {term}.\n")).collect()
}

// ---- Order ----

#[test]
fn terms_stand_in_the_order_of_a_dutch_dictionary() {
    let project = case("27-begrippen-volgorde");
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        between(&project.read("output/begrippen.html"), "<dt", "</dt>"),
        [
            "2e kwartaal",
            "Aanbod",
            "Éénpersoonshuishouden",
            "eigenwoning",
            "Energielabel",
            "ijkpunt",
            "Ijsvrij",
            "Östlandhuis",
            "’s-Hertogenboschmethode",
            "Woning",
            "Zorg"
        ]
    );
}

#[test]
fn numbers_in_terms_count_as_numbers_and_capitals_do_not_count() {
    let terms =
        ["10e kwartaal", "corporatie", "Coöperatie", "2e kwartaal", "aanbod", "Aanbod 2", "WSW", "Wmo"];
    let project = Project::minimal().with("content/begrippen.yaml", glossary(&terms));
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        between(&project.read("output/begrippen.html"), "<dt", "</dt>"),
        ["2e kwartaal", "10e kwartaal", "aanbod", "Aanbod 2", "Coöperatie", "corporatie", "Wmo", "WSW"]
    );
}

#[test]
fn the_pdf_lists_terms_in_the_same_order_as_the_site() {
    let project = Project::minimal()
        .with(
            "content/begrippen.yaml",
            glossary(&["Zorg", "Éénpersoonshuishouden", "Corporatie", "Coöperatie"]),
        )
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "Zie ook [B1].",
            "Voor [[Zorg]], [[Éénpersoonshuishouden]], [[Corporatie]] en [[Coöperatie]].",
        );
    project.build_ok(&[]);
    let pdf = project.path("output/zandstad-2027/zandstad-2027.pdf");
    let Some(text) = support::pdf_text(&pdf, "-raw") else { return };
    let place = |term: &str| text.find(&format!("Uitleg van {term}")).unwrap_or_else(|| panic!("{term}"));
    let places = ["Coöperatie", "Corporatie", "Éénpersoonshuishouden", "Zorg"].map(place);
    assert!(places.is_sorted(), "{places:?}");
}

// ---- Quotation marks ----

#[test]
fn a_quote_before_er_and_ie_opens_when_it_is_closed_later() {
    let project = case("28-apostrof-en-aanhaling");
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/over.html");
    for right in [
        "Over ’s-Hertogenbosch, ’t Gooi, ’s ochtends, de jaren ’90, foto’s en auto’s.",
        "‘Er is te weinig woonruimte’, zegt een bewoner. Zij zegt: ‘Ie is weg.’",
        "’k Weet het niet. Zo’n huis. “’s Avonds” is laat. (’t is koud)",
        "De maat is 5” en 6’. Rock ’n roll. ’n Huis. A’dam. ’27 en ‘2027’. ’m",
    ] {
        assert!(page.contains(right), "{right}\n{page}");
    }
}

#[test]
fn single_quotes_are_what_a_dutch_reader_takes_them_for() {
    for (typed, right) in [
        // Clipped, with and without quotations around and behind them.
        ("Ik heb 'er gezien. Zij zei: 'Kom.'", "Ik heb ’er gezien. Zij zei: ‘Kom.’"),
        ("Heeft 'ie dat gezegd?", "Heeft ’ie dat gezegd?"),
        ("Toen zag 'er iemand Hans' huis.", "Toen zag ’er iemand Hans’ huis."),
        ("In '27 is de bewoners' eigen wens klaar.", "In ’27 is de bewoners’ eigen wens klaar."),
        ("De jaren '80 en '90, en 'toen'.", "De jaren ’80 en ’90, en ‘toen’."),
        ("'t Is koud, 's avonds in 's-Gravenhage.", "’t Is koud, ’s avonds in ’s-Gravenhage."),
        // Quotations that begin like a clipped word.
        ("'Er is te weinig'", "‘Er is te weinig’"),
        ("'Er zijn foto's zoek', zei zij.", "‘Er zijn foto’s zoek’, zei zij."),
        ("'Er is \"'s avonds\" niets', zei zij.", "‘Er is “’s avonds” niets’, zei zij."),
        ("Zij schreef 'er is niets'.", "Zij schreef ‘er is niets’."),
        ("'27 woningen, meer niet', zei zij.", "‘27 woningen, meer niet’, zei zij."),
        ("De 'k-waarde' van glas.", "De ‘k-waarde’ van glas."),
        ("De letters 's', 't' en 'er'.", "De letters ‘s’, ‘t’ en ‘er’."),
    ] {
        assert_eq!(typeset(typed), right, "{typed}");
    }
}

#[test]
fn a_quotation_that_runs_through_bold_text_and_code_pairs_as_well() {
    let project =
        Project::with_page("'Er is **echt** te `'weinig'` [ruimte](https://rietveen.example)', zei zij.");
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/over.html");
    assert!(page.contains("<p>‘Er is <strong>echt</strong> te <code>&#39;weinig&#39;</code>"), "{page}");
    assert!(page.contains("</a>’, zei zij."), "{page}");
}

/// Words as they stand in quotations.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Er", "er", "Ie", "is", "te", "weinig", "ruimte", "foto's", "zo'n", "'s", "'t", "27",
    ])
}

proptest! {
    #[test]
    fn quotations_pair(
        before in prop::sample::select(vec!["", "Zij zei: ", "(", "\""]),
        words in prop::collection::vec(word(), 1..8),
        last in prop::sample::select(vec!["huizen", "weg.", "nu"]),
        behind in prop::sample::select(vec!["", ", zei zij.", ". Toen 'ging zij' weg."]),
    ) {
        // That takes a quote of two kinds.
        prop_assume!(!words[0].starts_with('\''));
        let quoted = format!("{} {last}", words.join(" "));
        let set = typeset(&format!("{before}'{quoted}'{behind}"));
        prop_assert_eq!(set.matches('‘').count(), 1 + usize::from(behind.contains("ging")), "{}", set);
        prop_assert!(!set.contains('\''), "{}", set);
        let (head, _) = set.split_once('‘').expect("an opening quote");
        prop_assert_eq!(head.replace('“', "\""), before);
    }
}

// ---- Addresses ----

#[test]
fn an_address_with_accents_is_readable_to_the_eye_and_plain_to_programs() {
    let project = case("31b-idn-adres");
    project.build_ok(&[]);
    let home = project.read("output/index.html");
    let plain = "https://www.xn--woningcoperatie-gtb.example/%C3%A9%C3%A9n/";
    assert!(home.contains(&format!("<link rel=\"canonical\" href=\"{plain}")), "{home}");
    assert!(project.read("output/sitemap.xml").contains(&format!("<loc>{plain}")));
    let pdf = project.path("output/rietveen-2027/rietveen-2027.pdf");
    assert_no_accents_in_links(&pdf);
    let Some(text) = support::pdf_text(&pdf, "-raw") else { return };
    assert!(text.contains("https://www.woningcoöperatie.example/één/rietveen-2027"), "{text}");
}

#[test]
fn links_of_texts_and_lists_have_no_accents_in_what_programs_follow() {
    let project = Project::with_prose(
        "Zie [het plan](https://rietveen.example/beleid/coöperatie?q=één#deel-één) en [mail](mailto:info@coöperatie.example).",
    )
    .with(
        "content/verwijzingen.yaml",
        "- id: plan\n  soort: onderzoek\n  titel: Het plan\n  url: https://coöperatie.example/plan\n",
    )
    .replacing("content/zandstad-2027/bouwopgave.md", "titel: Bouwen\n", "titel: Bouwen\nverwijzingen: [plan]\n");
    project.build_ok(&[]);
    let page = project.read("output/zandstad-2027/bouwopgave.html");
    for right in [
        "href=\"https://rietveen.example/beleid/co%C3%B6peratie?q=%C3%A9%C3%A9n#deel-%C3%A9%C3%A9n\"",
        "href=\"mailto:info@co%C3%B6peratie.example\"",
    ] {
        assert!(page.contains(right), "{right}\n{page}");
    }
    let pdf = project.path("output/zandstad-2027/zandstad-2027.pdf");
    assert_no_accents_in_links(&pdf);
    let Some(text) = support::pdf_text(&pdf, "-raw") else { return };
    assert!(text.contains("https://coöperatie.example/plan"), "{text}");
}

/// Every `/URI (…)` of a PDF; Typst leaves them as they are.
fn assert_no_accents_in_links(pdf: &std::path::Path) {
    let bytes = std::fs::read(pdf).expect("a PDF");
    let links: Vec<&[u8]> = bytes
        .windows(6)
        .enumerate()
        .filter(|(_, window)| window.starts_with(b"/URI("))
        .map(|(at, _)| bytes[at + 5..].split(|byte| *byte == b')').next().expect("a part"))
        .collect();
    assert!(!links.is_empty(), "no links in {}", pdf.display());
    for link in links {
        assert!(link.is_ascii(), "{}", String::from_utf8_lossy(link));
    }
}
