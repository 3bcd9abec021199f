//! A base text is written once, and cut up into a document for each
//! municipality: each says what the base says, less what it leaves out, with
//! what it says of its own.

mod support;

use afspraken::model::{Herkomst, Overeenkomst};
use support::Project;

const SITE: &str = "\
naam: Prestatieafspraken van De Brug
partijen:
  - {id: zandstad, naam: Gemeente Zandstad, rol: gemeente}
  - {id: duinerwaard, naam: Gemeente Duinerwaard, rol: gemeente}
  - {id: de-brug, naam: Woonstichting De Brug, kort: De Brug, rol: corporatie}
";

const BASE: &str = "---\nalleen_basis: true\ntitel: Basisbod 2027\nsamenvatting: Wat De Brug doet.\n---\n\nDe Brug biedt dit aan.[^1]\n\n[^1]: Elk jaar opnieuw.\n";

const BOUWEN: &str = "\
---
soort: thema
thema: bouwopgave
titel: Bouwen
volgorde: 1
doelen: [Meer woningen]
indicatoren:
  - {id: nieuw, titel: Nieuwe woningen, eenheid: woningen, streef: {2027: 10}}
---

Er is een tekort. Zie [betalen](betalen.md) en [B2].[^n]

[^n]: Volgens het onderzoek.

## Nieuwbouw {#B1}

```afspraak
soort: transactie
wie:
  de-brug: bouwt woningen
  gemeente: levert de grond
wanneer: 2027
indicator: nieuw
```

Wij bouwen.

## Tijdelijk wonen {#B2}

```afspraak
soort: handeling
wie: {de-brug: plaatst flexwoningen}
wanneer: 2027
```

Zij staan er tien jaar.[^f] Zie [B1].

[^f]: Soms vijftien.
";

const BETALEN: &str = "\
---
soort: hoofdstuk
titel: Betalen
volgorde: 2
---

## Huur

De huur stijgt mee met de lonen.
";

fn head(gemeente: &str, id: &str, more: &str) -> String {
    format!(
        "---\nsoort: jaarafspraken\ntitel: Bod {gemeente} 2027\ngemeente: {gemeente}\npartijen: [{id}, de-brug]\n\
         looptijd: 2027\nstatus: concept\nbasis: basis\n{more}---\n"
    )
}

/// A base and the two documents that are laid over it, without a word of their own.
fn project() -> Project {
    Project::empty()
        .with("content/site.yaml", SITE)
        .with("content/basis/overeenkomst.md", BASE)
        .with("content/basis/bouwen.md", BOUWEN)
        .with("content/basis/betalen.md", BETALEN)
        .with("content/zandstad/overeenkomst.md", head("Zandstad", "zandstad", ""))
        .with("content/duinerwaard/overeenkomst.md", head("Duinerwaard", "duinerwaard", ""))
}

/// An addition to the theme of the base, with `body`.
fn addition(body: &str) -> String {
    format!("---\nsoort: aanvulling\n---\n\n{body}\n")
}

fn agreement(title: &str, number: &str, who: &str) -> String {
    format!(
        "## {title} {{#{number}}}\n\n```afspraak\nsoort: handeling\nwie: {{de-brug: {who}, gemeente: helpt}}\nwanneer: 2027\n```\n\nTekst van {number}.\n\n"
    )
}

#[track_caller]
fn with_document<T>(project: &Project, slug: &str, look: impl FnOnce(&Overeenkomst) -> T) -> T {
    assert_eq!(project.messages(), "");
    let (edition, _) = project.diagnostics();
    let project = edition.project.expect("a project");
    look(project.overeenkomst(slug).expect("a document"))
}

/// The numbers of a document with where each comes from, in order.
#[track_caller]
fn numbers(project: &Project, slug: &str) -> Vec<(String, Herkomst)> {
    with_document(project, slug, |document| {
        let herkomst = |afspraak| document.herkomst_van_afspraak(afspraak).expect("a document with a base");
        document.afspraken().map(|afspraak| (afspraak.nummer.to_string(), herkomst(afspraak))).collect()
    })
}

fn named(numbers: &[(&str, Herkomst)]) -> Vec<(String, Herkomst)> {
    numbers.iter().map(|(number, herkomst)| ((*number).to_owned(), *herkomst)).collect()
}

#[test]
fn a_document_over_a_base_says_all_that_the_base_says() {
    let project = project();
    assert_eq!(numbers(&project, "zandstad"), named(&[("B1", Herkomst::Basis), ("B2", Herkomst::Basis)]));
    with_document(&project, "zandstad", |document| {
        let titles: Vec<_> = document.delen.iter().map(|deel| deel.titel().to_owned()).collect();
        assert_eq!(titles, ["Bouwen", "Betalen"]);
        assert_eq!(document.samenvatting.as_deref(), Some("Wat De Brug doet."));
        assert_eq!(document.preambule.blocks.len(), 1);
    });
}

#[test]
fn a_base_that_is_only_a_base_is_no_document() {
    let (edition, _) = project().diagnostics();
    let project = edition.project.expect("a project");
    let slugs: Vec<_> = project.overeenkomsten.iter().map(|document| document.slug.as_str()).collect();
    assert_eq!(slugs, ["duinerwaard", "zandstad"]);
}

#[test]
fn a_base_may_be_a_document_of_its_own() {
    let base = "---\nsoort: jaarafspraken\ntitel: Bod van De Brug\nregio: Duinstreek\n\
        partijen: [zandstad, de-brug]\nlooptijd: 2027\nstatus: concept\n---\n\nVoor elke gemeente.\n";
    let project = project().with("content/basis/overeenkomst.md", base);
    let (edition, _) = project.diagnostics();
    assert_eq!(edition.project.expect("a project").overeenkomsten.len(), 3);
    assert_eq!(numbers(&project, "zandstad").len(), 2);
    with_document(&project, "basis", |document| assert!(document.basis.is_none()));
}

#[test]
fn a_role_in_the_base_is_the_party_of_each_document() {
    let project = project();
    let party = |slug| {
        with_document(&project, slug, |document| {
            let (_, b1) = document.afspraak("B1").expect("B1");
            b1.wie[1].partij.naam.clone()
        })
    };
    assert_eq!(party("zandstad"), "Gemeente Zandstad");
    assert_eq!(party("duinerwaard"), "Gemeente Duinerwaard");
}

#[test]
fn an_addition_replaces_by_number_and_adds_at_the_end() {
    let own = format!(
        "Alleen in Zandstad.\n\n{}## Toelichting\n\nWaarom anders.\n\n{}",
        agreement("Noord", "B1", "bouwt in Noord"),
        agreement("Haven", "B9", "bouwt in de haven")
    );
    let project = project().with("content/zandstad/bouwen.md", addition(&own));
    assert_eq!(
        numbers(&project, "zandstad"),
        named(&[("B1", Herkomst::Vervangt), ("B2", Herkomst::Basis), ("B9", Herkomst::Eigen)])
    );
    assert_eq!(numbers(&project, "duinerwaard"), named(&[("B1", Herkomst::Basis), ("B2", Herkomst::Basis)]));
    // In the order that an author can foresee: opening of the base, own opening, B1, what follows it, B2, B9.
    project.build_ok(&["--only", "site"]);
    let text = project.read("output/zandstad/vingerafdruk.txt");
    let at = |needle: &str| text.find(needle).unwrap_or_else(|| panic!("{needle} is not in {text}"));
    let order = [
        "Er is een tekort",
        "Alleen in Zandstad",
        "bouwt in Noord",
        "Waarom anders",
        "flexwoningen",
        "haven",
    ];
    let places: Vec<_> = order.iter().map(|needle| at(needle)).collect();
    assert!(places.is_sorted(), "{places:?} in {text}");
    assert!(!text.contains("Wij bouwen"), "{text}");
}

#[test]
fn an_addition_says_again_only_what_differs() {
    let own = "---\nsoort: aanvulling\nsamenvatting: In Zandstad.\ndoelen: [Ook in Noord]\nindicatoren:\n  \
        - {id: nieuw, titel: Nieuwe woningen in Zandstad, eenheid: woningen, streef: {2027: 7}}\n---\n";
    let project = project().with("content/zandstad/bouwen.md", own);
    with_document(&project, "zandstad", |document| {
        let thema = document.themas().next().expect("a theme");
        assert_eq!(thema.titel, "Bouwen");
        assert_eq!(thema.volgorde, 1);
        assert_eq!(thema.doelen, ["Meer woningen", "Ook in Noord"]);
        let titles: Vec<_> = thema.indicatoren.iter().map(|indicator| indicator.titel.as_str()).collect();
        assert_eq!(titles, ["Nieuwe woningen in Zandstad"]);
    });
}

#[test]
fn footnotes_of_both_are_numbered_in_the_order_of_the_text() {
    let own =
        format!("Alleen hier.[^e]\n\n[^e]: Eigen noot.\n\n{}", agreement("Noord", "B1", "bouwt in Noord"));
    let project = project().with("content/zandstad/bouwen.md", addition(&own));
    with_document(&project, "zandstad", |document| {
        assert_eq!(document.themas().next().expect("a theme").voetnoten.len(), 3);
    });
    project.build_ok(&["--only", "site"]);
    let text = project.read("output/zandstad/vingerafdruk.txt");
    assert!(text.contains("Alleen hier.[noot: 2]"), "{text}");
    assert!(text.contains("tien jaar.[noot: 3]"), "{text}");
    let notes: Vec<&str> = text.split("voetnoot: ").collect();
    assert!(notes.iter().any(|note| note.starts_with("2\nalinea: Eigen noot.")), "{text}");
    assert!(notes.iter().any(|note| note.starts_with("3\nalinea: Soms vijftien.")), "{text}");
}

#[test]
fn the_notes_of_what_is_left_out_go_with_it() {
    let project = project().with(
        "content/zandstad/overeenkomst.md",
        head("Zandstad", "zandstad", "weglaten: {B2: Niet hier.}\n"),
    );
    assert_eq!(numbers(&project, "zandstad"), named(&[("B1", Herkomst::Basis)]));
    with_document(&project, "zandstad", |document| {
        assert_eq!(document.themas().next().expect("a theme").voetnoten.len(), 1);
        let basis = document.basis.as_ref().expect("a base");
        assert_eq!(basis.weggelaten[0].reden, "Niet hier.");
    });
}

#[test]
fn headings_that_both_have_keep_anchors_of_their_own() {
    let own = addition("## Huur\n\nAnders. Zie [hier](#huur).\n");
    let project = project().with("content/zandstad/betalen.md", own);
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/zandstad/betalen.html");
    assert!(page.contains("id=\"huur\"") && page.contains("id=\"huur.2\""), "{page}");
    assert!(page.contains("href=\"#huur.2\">hier"), "{page}");
}

#[test]
fn a_whole_file_and_the_preamble_can_be_left_out() {
    let more = "weglaten:\n  betalen.md: Staat in de meerjarenafspraken.\n  overeenkomst.md: Zandstad heeft een eigen inleiding.\n";
    let project = project()
        .with("content/zandstad/overeenkomst.md", head("Zandstad", "zandstad", more))
        .replacing("content/basis/bouwen.md", "Zie [betalen](betalen.md) en [B2].", "Zie [B2].");
    with_document(&project, "zandstad", |document| {
        assert_eq!(document.delen.len(), 1);
        assert!(document.preambule.blocks.is_empty());
    });
}

#[test]
fn a_file_of_the_same_kind_takes_the_place_of_that_of_the_base() {
    let own =
        "---\nsoort: hoofdstuk\ntitel: Betalen in Zandstad\nvolgorde: 2\n---\n\nHier geldt iets anders.\n";
    let project = project().with("content/zandstad/betalen.md", own);
    project.build_ok(&["--only", "site"]);
    let text = project.read("output/zandstad/vingerafdruk.txt");
    assert!(text.contains("Hier geldt iets anders.") && !text.contains("mee met de lonen"), "{text}");
}

#[test]
fn a_document_has_appendices_of_its_own() {
    let own = |text| format!("---\nsoort: bijlage\ntitel: Cijfers\n---\n\n{text}\n");
    let project = project()
        .with("content/zandstad/bijlage-cijfers.md", own("Zandstad: 10."))
        .with("content/duinerwaard/bijlage-cijfers.md", own("Duinerwaard: 4."));
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/zandstad/bijlage-cijfers.html").contains("Zandstad: 10."));
    assert!(project.read("output/duinerwaard/bijlage-cijfers.html").contains("Duinerwaard: 4."));
}

#[test]
fn links_of_the_base_stay_in_the_document() {
    let project = project();
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/zandstad/bouwen.html");
    assert!(page.contains("href=\"betalen.html\""), "{page}");
    assert!(page.contains("href=\"#B2\""), "{page}");
}

#[test]
fn others_link_to_what_a_document_takes_from_its_base_by_its_own_folder() {
    let project =
        project().with("content/over.md", "---\ntitel: Over\n---\n\nZie [B1](zandstad/bouwen.md#B1).\n");
    project.build_ok(&["--only", "site"]);
    assert!(project.read("output/over.html").contains("href=\"zandstad/bouwen.html#B1\""));
}

#[test]
fn a_reference_to_what_is_left_out_leads_to_where_that_is_said() {
    let project = project().with(
        "content/zandstad/overeenkomst.md",
        head("Zandstad", "zandstad", "weglaten: {B2: Niet hier.}\n"),
    );
    project.build_ok(&["--only", "site"]);
    let page = project.read("output/zandstad/bouwen.html");
    assert!(page.contains("href=\"index.html#_weggelaten-B2\""), "{page}");
    assert!(project.read("output/zandstad/index.html").contains("id=\"_weggelaten-B2\""));
    assert!(project.read("output/zandstad/volledig.html").contains("href=\"#_weggelaten-B2\""));
    assert!(project.read("output/zandstad/volledig.html").contains("id=\"_weggelaten-B2\""));
}

// What is wrong is said at its place, once.

#[test]
fn a_base_that_is_not_there() {
    let project = project().replacing("content/zandstad/overeenkomst.md", "basis: basis", "basis: bassis");
    project.assert_finds(&[("M130", "zandstad/overeenkomst.md", "bassis")]);
    assert!(project.messages().contains("bedoelde u `basis`?"), "{}", project.messages());
}

#[test]
fn a_document_that_is_its_own_base() {
    let project = project().replacing("content/zandstad/overeenkomst.md", "basis: basis", "basis: zandstad");
    project.assert_finds(&[("M131", "zandstad/overeenkomst.md", "basis: ¦zandstad")]);
}

#[test]
fn a_base_that_has_a_base() {
    let project =
        project().replacing("content/zandstad/overeenkomst.md", "basis: basis", "basis: duinerwaard");
    project.assert_finds(&[("M132", "zandstad/overeenkomst.md", "basis: ¦duinerwaard")]);
}

#[test]
fn what_is_left_out_must_be_in_the_base() {
    let more = "weglaten:\n  B7: Niet hier.\n  betaln.md: Niet hier.\n";
    let project = project().with("content/zandstad/overeenkomst.md", head("Zandstad", "zandstad", more));
    project.assert_finds(&[
        ("M133", "zandstad/overeenkomst.md", "B7"),
        ("M133", "zandstad/overeenkomst.md", "betaln"),
    ]);
    assert!(project.messages().contains("bedoelde u `betalen.md`?"), "{}", project.messages());
}

#[test]
fn what_is_left_out_twice() {
    let twice = "weglaten:\n  B2: Niet hier.\n  B2: Echt niet.\n";
    let project1 = project().with("content/zandstad/overeenkomst.md", head("Zandstad", "zandstad", twice));
    project1.assert_finds(&[("Y104", "zandstad/overeenkomst.md", "B2: Echt")]);
    let with_file = "weglaten:\n  bouwen.md: Niet hier.\n  B2: Echt niet.\n";
    let project2 =
        project().with("content/zandstad/overeenkomst.md", head("Zandstad", "zandstad", with_file));
    project2.assert_finds(&[("M104", "zandstad/overeenkomst.md", "B2")]);
}

#[test]
fn what_is_left_out_and_there_all_the_same() {
    let own = addition(&agreement("Anders", "B2", "plaatst niets"));
    let project1 = project()
        .with(
            "content/zandstad/overeenkomst.md",
            head("Zandstad", "zandstad", "weglaten: {B2: Niet hier.}\n"),
        )
        .with("content/zandstad/bouwen.md", &own);
    project1.assert_finds(&[("M134", "zandstad/overeenkomst.md", "B2")]);
    let chapter = "---\nsoort: hoofdstuk\ntitel: Betalen\n---\n\nTekst.\n";
    let project2 = project()
        .with(
            "content/zandstad/overeenkomst.md",
            head("Zandstad", "zandstad", "weglaten: {betalen.md: Niet hier.}\n"),
        )
        .with("content/zandstad/betalen.md", chapter);
    project2.assert_finds(&[("M134", "zandstad/overeenkomst.md", "betalen.md")]);
}

#[test]
fn a_number_of_the_base_in_another_file() {
    let own = "---\nsoort: thema\nthema: duurzaamheid\ntitel: Groen\n---\n\n".to_owned()
        + &agreement("Anders", "B2", "plaatst niets");
    let project = project().with("content/zandstad/groen.md", own);
    project.assert_finds(&[("M135", "zandstad/groen.md", "## Anders")]);
}

#[test]
fn a_file_of_another_kind_than_that_of_the_base() {
    let own = "---\nsoort: bijlage\ntitel: Betalen\n---\n\nTekst.\n";
    let project = project().with("content/zandstad/betalen.md", own);
    project.assert_finds(&[("M136", "zandstad/betalen.md", "bijlage")]);
}

#[test]
fn an_addition_to_nothing() {
    project().with("content/zandstad/anders.md", addition("Tekst.")).assert_finds(&[(
        "M137",
        "zandstad/anders.md",
        "aanvulling",
    )]);
    Project::minimal().with("content/zandstad-2027/anders.md", addition("Tekst.")).assert_finds(&[(
        "M137",
        "zandstad-2027/anders.md",
        "aanvulling",
    )]);
}

#[test]
fn an_agreement_of_the_base_does_not_disappear_without_a_word() {
    let own = "---\nsoort: thema\nthema: bouwopgave\ntitel: Bouwen\n---\n\n".to_owned()
        + &agreement("Anders", "B1", "bouwt anders");
    let lost = project().with("content/zandstad/bouwen.md", &own);
    lost.assert_finds(&[("M138", "zandstad/bouwen.md", "soort: ¦thema")]);
    let said = lost.with(
        "content/zandstad/overeenkomst.md",
        head("Zandstad", "zandstad", "weglaten: {B2: Niet hier.}\n"),
    );
    assert_eq!(numbers(&said, "zandstad"), named(&[("B1", Herkomst::Vervangt)]));
}

#[test]
fn a_link_to_a_base_without_pages() {
    let project =
        project().with("content/over.md", "---\ntitel: Over\n---\n\nZie [de basis](basis/bouwen.md).\n");
    project.assert_finds(&[("M139", "over.md", "[de basis]")]);
}

#[test]
fn leaving_out_without_a_base() {
    let project = Project::minimal().replacing(
        "content/zandstad-2027/overeenkomst.md",
        "status: vastgesteld\n",
        "weglaten: {B1: Niet hier.}\nstatus: vastgesteld\n",
    );
    project.assert_finds(&[("M140", "zandstad-2027/overeenkomst.md", "B1")]);
}

#[test]
fn a_base_that_nobody_uses() {
    let project = Project::minimal().with("content/basis/overeenkomst.md", BASE);
    project.assert_finds(&[("M141", "basis/overeenkomst.md", "true")]);
}

#[test]
fn a_mistake_in_the_base_is_told_once() {
    let wrong = |from: &str, to: &str| project().replacing("content/basis/bouwen.md", from, to);
    wrong("soort: transactie", "soort: transaktie").assert_finds(&[(
        "M101",
        "basis/bouwen.md",
        "transaktie",
    )]);
    wrong("titel: Bouwen", "tietel: Bouwen").assert_finds(&[("Y102", "basis/bouwen.md", "tietel")]);
    wrong("gemeente: levert", "gemeent: levert").assert_finds(&[("M105", "basis/bouwen.md", "gemeent:")]);
    wrong("Wij bouwen.", "Wij bouwen [B9].").assert_finds(&[("V101", "basis/bouwen.md", "[B9]")]);
    wrong("Wij bouwen.", "![](plan.svg)")
        .assert_finds(&[("T101", "basis/bouwen.md", "![]"), ("T105", "basis/bouwen.md", "![]")]);
    wrong("indicator: nieuw", "indicator: oud").assert_finds(&[(
        "M108",
        "basis/bouwen.md",
        "indicator: ¦oud",
    )]);
}

#[test]
fn a_mistake_in_the_head_of_the_base_costs_nothing_else() {
    let wrong = project().replacing("content/basis/overeenkomst.md", "titel: Basisbod", "titl: Basisbod");
    let wrong = wrong
        .with(
            "content/zandstad/overeenkomst.md",
            head("Zandstad", "zandstad", "weglaten: {B2: Niet hier.}\n"),
        )
        .with("content/zandstad/bouwen.md", addition("Zie [B1]."))
        .with(
            "content/over.md",
            "---\ntitel: Over\n---\n\nZie [B1](zandstad/bouwen.md#B1) en [x](zandstad/betalen.md).\n",
        );
    wrong.assert_finds(&[("Y102", "basis/overeenkomst.md", "titl")]);
}

#[test]
fn a_part_of_the_base_that_cannot_be_read_costs_no_addition_to_it() {
    let wrong = project()
        .replacing("content/basis/bouwen.md", "titel: Bouwen", "tietel: Bouwen")
        .with(
            "content/zandstad/overeenkomst.md",
            head("Zandstad", "zandstad", "weglaten: {B2: Niet hier.}\n"),
        )
        .with("content/zandstad/bouwen.md", addition("Zie [B1]."));
    wrong.assert_finds(&[("Y102", "basis/bouwen.md", "tietel")]);
}

#[test]
fn a_role_that_several_parties_of_one_document_have_is_told_with_that_document() {
    let two = head("Duinerwaard", "duinerwaard, zandstad", "");
    let project = project().with("content/duinerwaard/overeenkomst.md", two);
    project.assert_finds(&[("M105", "basis/bouwen.md", "gemeente: levert")]);
    let told = project.messages();
    assert!(told.contains("duinerwaard/overeenkomst.md"), "{told}");
    assert!(!told.contains("zandstad/overeenkomst.md"), "{told}");
}

// What readers see.

fn page(project: &Project, path: &str) -> scraper::Html {
    scraper::Html::parse_document(&project.read(path))
}

fn texts(html: &scraper::Html, selector: &str) -> Vec<String> {
    let selector = scraper::Selector::parse(selector).expect("a selector");
    let text = |element: scraper::ElementRef| {
        element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    html.select(&selector).map(text).collect()
}

/// Zandstad with something of everything.
fn of_everything() -> Project {
    let own = format!("Alleen in Zandstad.\n\n{}", agreement("Noord", "B1", "bouwt in Noord"));
    project()
        .with(
            "content/zandstad/overeenkomst.md",
            head("Zandstad", "zandstad", "weglaten: {B2: '<script>Niet</script> \"hier\" #read.'}\n"),
        )
        .with("content/zandstad/bouwen.md", addition(&own))
}

#[test]
fn every_agreement_and_text_says_where_it_comes_from() {
    let project = of_everything();
    project.build_ok(&["--only", "site"]);
    for path in ["output/zandstad/bouwen.html", "output/zandstad/volledig.html"] {
        let html = page(&project, path);
        let found = texts(&html, ".herkomst");
        for expected in ["Basistekst", "Alleen in Zandstad", "Vervangt de basistekst in Zandstad"] {
            assert!(found.iter().any(|found| found == expected), "{expected} is not in {found:?} of {path}");
        }
    }
    let other = page(&project, "output/duinerwaard/bouwen.html");
    assert!(texts(&other, ".herkomst").iter().all(|found| found == "Basistekst"));
}

#[test]
fn a_document_without_a_base_says_nothing_of_it() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    for path in ["index", "bouwopgave", "volledig"] {
        let html = page(&project, &format!("output/zandstad-2027/{path}.html"));
        assert_eq!(texts(&html, ".herkomst, .herkomst-ook, #_basis"), Vec::<String>::new());
    }
}

#[test]
fn the_same_agreement_in_other_documents_is_a_link_away() {
    let project = project();
    project.build_ok(&["--only", "site"]);
    let html = page(&project, "output/zandstad/bouwen.html");
    let links = texts(&html, "#B2 .herkomst-ook a");
    assert_eq!(links, ["Bod Duinerwaard 2027"]);
    assert!(project.read("output/zandstad/bouwen.html").contains("href=\"../duinerwaard/bouwen.html#B2\""));
}

#[test]
fn what_is_left_out_is_listed_with_the_reason() {
    let project = of_everything();
    project.build_ok(&["--only", "site"]);
    for path in ["output/zandstad/index.html", "output/zandstad/volledig.html"] {
        let html = page(&project, path);
        let left_out = texts(&html, "#_basis dl");
        assert_eq!(left_out, ["B2 Tijdelijk wonen<script>Niet</script> “hier” #read."], "{path}");
    }
    let text = project.read("output/zandstad/vingerafdruk.txt");
    assert!(text.contains("weggelaten B2: Tijdelijk wonen\nreden: <script>Niet"), "{text}");
}

#[test]
fn a_base_that_is_a_document_names_those_that_use_it() {
    let base = "---\nsoort: jaarafspraken\ntitel: Bod van De Brug\nregio: Duinstreek\n\
        partijen: [zandstad, de-brug]\nlooptijd: 2027\nstatus: concept\n---\n\nVoor elke gemeente.\n";
    let project = of_everything().with("content/basis/overeenkomst.md", base);
    project.build_ok(&["--only", "site"]);
    let html = page(&project, "output/basis/index.html");
    assert_eq!(texts(&html, "#_basis a"), ["Bod Duinerwaard 2027", "Bod Zandstad 2027"]);
    let html = page(&project, "output/duinerwaard/bouwen.html");
    assert_eq!(texts(&html, "#B2 .herkomst-ook a"), ["Bod van De Brug"]);
    let html = page(&project, "output/zandstad/bouwen.html");
    assert_eq!(texts(&html, "#B1 .herkomst-ook a"), ["Lees de basistekst"]);
}

#[test]
fn the_same_words_have_the_same_fingerprint_whoever_wrote_them() {
    let whole = BOUWEN.replace("Zie [betalen](betalen.md) en [B2].", "Tekst.");
    let over = project().with("content/basis/bouwen.md", &whole);
    let own = project().with("content/basis/bouwen.md", &whole).with("content/zandstad/bouwen.md", &whole);
    over.build_ok(&["--only", "site"]);
    own.build_ok(&["--only", "site"]);
    let text = |project: &Project| project.read("output/zandstad/vingerafdruk.txt");
    assert_eq!(text(&over), text(&own));
}

#[test]
fn pictures_of_what_is_left_out_are_not_published() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";
    let whole = BOUWEN.replace("Zij staan er", "![Plan](media/plan.svg)\n\nZij staan er");
    let without = |gemeente: &str, id| head(gemeente, id, "weglaten: {B2: Niet hier.}\n");
    let project = project()
        .with("content/basis/bouwen.md", whole)
        .with("content/basis/media/plan.svg", drawing)
        .with("content/zandstad/overeenkomst.md", without("Zandstad", "zandstad"));
    project.build_ok(&["--only", "site"]);
    let published = "output/basis/media/plan.svg";
    assert!(project.path(published).exists());
    let project = project.with("content/duinerwaard/overeenkomst.md", without("Duinerwaard", "duinerwaard"));
    project.build_ok(&["--only", "site"]);
    assert!(!project.path(published).exists());
}

#[test]
fn the_pdf_says_where_each_comes_from_and_what_is_left_out() {
    let project = of_everything();
    project.build_ok(&[]);
    let pdf = project.path("output/zandstad/zandstad.pdf");
    let output = match std::process::Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output() {
        Ok(output) => output,
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "pdftotext is missing: {error}");
            eprintln!("skipped: pdftotext (poppler-utils) is not installed");
            return;
        }
    };
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "Alleen in Zandstad",
        "Vervangt de basistekst in Zandstad",
        "Niet in dit document",
        "B2 Tijdelijk wonen: <script>Niet</script> “hier” #read.",
        "Bod Duinerwaard 2027",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
}

#[test]
fn a_base_is_read_once_for_each_set_of_parties() {
    // Fifty documents of the same two parties share every part of the base that they leave as it is.
    let mut project = project();
    for number in 0..50 {
        project =
            project.with(&format!("content/d{number}/overeenkomst.md"), head("Zandstad", "zandstad", ""));
    }
    let (edition, found) = project.diagnostics();
    assert_eq!(found, []);
    let project = edition.project.expect("a project");
    let theme = |slug: &str| match &project.overeenkomst(slug).expect("a document").delen[0] {
        afspraken::model::Deel::Thema(thema) => std::sync::Arc::clone(thema),
        afspraken::model::Deel::Hoofdstuk(_) => panic!("a theme"),
    };
    for number in 0..50 {
        assert!(std::sync::Arc::ptr_eq(&theme("zandstad"), &theme(&format!("d{number}"))));
    }
    assert!(!std::sync::Arc::ptr_eq(&theme("zandstad"), &theme("duinerwaard")));
}
