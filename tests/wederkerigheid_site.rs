//! Who puts in what, what depends on what, and what each party promised: on
//! the pages and in the PDF.

mod support;

use scraper::{ElementRef, Html, Selector};
use support::Project;

const PAGE: &str = "output/zandstad-2027/bouwopgave.html";
const DOCUMENT: &str = "output/zandstad-2027/index.html";
const CORPORATION: &str = "output/partijen/de-brug.html";

/// Two themes: building, in which the municipality gives land, and care, in
/// which a care provider takes part.
fn project() -> Project {
    let theme = "---\nsoort: thema\nthema: bouwopgave\ntitel: Bouwen\nvolgorde: 1\n---\n\n\
        ## Nieuwbouw {#B1}\n\n```afspraak\nsoort: transactie\nwie:\n  de-brug: bouwt 120 woningen\n  \
        gemeente: {inzet: levert de grond, bedragen: {2027: 500000, 2028: 750000}, instrument: grondprijs}\n  \
        huurdersraad: denkt mee\nwanneer: 2027-12-31\npakket: grond\nstatus: {2027: groen}\n```\n\n\
        ## Plannen {#B2}\n\n```afspraak\nsoort: handeling\nwie: {gemeente: maakt een plan}\nwanneer: 2027\n\
        pakket: grond\n```\n";
    let care = "---\nsoort: thema\nthema: zorg\ntitel: Zorg\nvolgorde: 2\nextra_partijen: [zorggroep]\n---\n\n\
        ## Woningen met zorg {#Z1}\n\n```afspraak\nsoort: transactie\nwie:\n  de-brug: verhuurt tien woningen\n  \
        zorggroep: geeft zorg\nwanneer: doorlopend\nafhankelijk_van:\n  - {afspraak: B1, nodig: tien woningen}\n  \
        - B2\n```\n";
    let project = Project::minimal();
    let site = project.read("content/site.yaml");
    project
        .with(
            "content/site.yaml",
            format!(
                "{site}    taken: |\n      Praat namens huurders.\n\n      Vergadert vaak.\n  - id: zorggroep\n    naam: Zorggroep Kust\n    rol: zorgpartij\n"
            ),
        )
        .with("content/zandstad-2027/bouwopgave.md", theme)
        .with("content/zandstad-2027/zorg.md", care)
        .replacing(
            "content/zandstad-2027/overeenkomst.md",
            "looptijd: 2027\n",
            "looptijd: 2027-2028\npakketten:\n  - {id: grond, titel: Grond en woningen, toelichting: Samen uit en thuis.}\n",
        )
}

fn built() -> Project {
    let project = project();
    project.assert_finds(&[]);
    project.build_ok(&["--only", "site"]);
    project
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page(project: &Project, path: &str) -> Html {
    Html::parse_document(&project.read(path))
}

#[test]
fn an_agreement_with_money_says_of_every_party_what_it_puts_in() {
    let project = built();
    let page = page(&project, PAGE);
    let rows: Vec<String> = all(&page, "#B1 table.inzetten tbody tr").into_iter().map(text).collect();
    assert_eq!(
        rows,
        [
            "De Brug bouwt 120 woningen geen",
            "Gemeente Zandstad levert de grond lagere grondprijs € 500.000 in 2027 € 750.000 in 2028 samen € 1.250.000",
            // Tenants do not invest, which is said: no cell is empty.
            "Huurdersraad De Brug denkt mee n.v.t.",
        ]
    );
    assert_eq!(all(&page, "#B1 table.inzetten th[scope=row]").len(), 3);
    assert_eq!(all(&page, "#B1 table.inzetten th[scope=col]").len(), 3);
}

#[test]
fn an_agreement_without_money_has_no_column_for_it() {
    let project = built();
    assert!(all(&page(&project, PAGE), "#B2 table").is_empty());
    assert!(!text(all(&page(&project, PAGE), "#B2")[0]).contains("n.v.t."));
}

#[test]
fn what_an_agreement_needs_is_shown_both_ways_with_links() {
    let project = built();
    let care = page(&project, "output/zandstad-2027/zorg.html");
    let needs = all(&care, "#Z1 .banden li");
    assert_eq!(
        text(needs[0]),
        "B1 Nieuwbouw : tien woningen (De Brug, Gemeente Zandstad, Huurdersraad De Brug)"
    );
    assert_eq!(all(&care, "#Z1 .banden a")[0].attr("href"), Some("bouwopgave.html#B1"));
    let page = page(&project, PAGE);
    let waiting = all(&page, "#B1 .banden a[href='zorg.html#Z1']");
    assert_eq!(waiting.len(), 1);
    assert!(text(all(&page, "#B1")[0]).contains("Hierop wacht Z1 Woningen met zorg : tien woningen"));
}

#[test]
fn on_the_long_page_ties_lead_to_the_same_page() {
    let project = built();
    let page = page(&project, "output/zandstad-2027/volledig.html");
    assert_eq!(all(&page, "#Z1 .banden a")[0].attr("href"), Some("#B1"));
}

#[test]
fn a_package_is_listed_and_its_agreements_name_each_other() {
    let project = built();
    let theme = page(&project, PAGE);
    let first = text(all(&theme, "#B1 .feiten")[0]);
    assert!(
        first.contains("Grond en woningen . Deze afspraak geldt alleen samen met: B2 Plannen"),
        "{first}"
    );
    let document = page(&project, DOCUMENT);
    let package = text(all(&document, "#_pakket-grond")[0]);
    assert!(
        package.contains("Samen uit en thuis.")
            && package.contains("B1 Nieuwbouw")
            && package.contains("B2 Plannen")
    );
    assert_eq!(all(&theme, "#B1 a[href='index.html#_pakket-grond']").len(), 1);
}

#[test]
fn the_table_of_parties_and_themes_counts_and_leads_on() {
    let project = built();
    let document = page(&project, DOCUMENT);
    let rows: Vec<String> = all(&document, "table.verdeling tbody tr").into_iter().map(text).collect();
    assert_eq!(
        rows,
        [
            "Gemeente Zandstad 2 0 2",
            "De Brug 1 1 2",
            "Huurdersraad De Brug 1 0 1",
            // It takes no part in building.
            "Zorggroep Kust n.v.t. 1 1",
        ]
    );
    let cell = all(&document, "table.verdeling a[href='../partijen/de-brug.html#_zandstad-2027--zorg']");
    assert_eq!(cell[0].attr("aria-label"), Some("1 van De Brug: Wonen met zorg"));
    let party = page(&project, CORPORATION);
    assert_eq!(all(&party, "#_zandstad-2027--zorg").len(), 1);
    assert_eq!(all(&party, "#_zandstad-2027").len(), 1);
}

#[test]
fn a_document_with_one_theme_has_no_table_to_compare() {
    let project = Project::minimal();
    project.build_ok(&["--only", "site"]);
    assert!(all(&page(&project, DOCUMENT), "table.verdeling").is_empty());
}

#[test]
fn parties_lead_to_their_pages_and_those_of_one_theme_are_told_apart() {
    let project = built();
    let document = page(&project, DOCUMENT);
    let names: Vec<String> = all(&document, ".partijen strong a").into_iter().map(text).collect();
    assert_eq!(
        names,
        ["Gemeente Zandstad", "Woonstichting De Brug", "Huurdersraad De Brug", "Zorggroep Kust"]
    );
    let last = all(&document, ".partijen li").pop().expect("a party");
    assert!(text(last).contains("doet alleen mee bij Wonen met zorg"), "{}", text(last));
    let care = page(&project, "output/zandstad-2027/zorg.html");
    assert_eq!(all(&care, ".extra-partijen a")[0].attr("href"), Some("../partijen/zorggroep.html"));
    assert!(all(&page(&project, PAGE), ".extra-partijen").is_empty());
}

#[test]
fn the_page_of_a_party_says_what_it_promised_and_who_waits_for_whom() {
    let project = built();
    let party = page(&project, "output/partijen/gemeente.html");
    let building = text(all(&party, "#_zandstad-2027 table")[0]);
    assert!(
        building.contains("B1 Nieuwbouw levert de grond uiterlijk 31 december 2027 lagere grondprijs"),
        "{building}"
    );
    assert!(building.contains("op schema (2027)"), "{building}");
    // Of B2 it is not known how it goes, and no money goes with it: that is said.
    assert!(building.contains("B2 Plannen maakt een plan in 2027 geen niet bekend"), "{building}");
    let whole = text(all(&party, "main")[0]);
    assert!(whole.contains("Hier wachten anderen op B1 Nieuwbouw : tien woningen nodig voor Z1"), "{whole}");
    assert!(!whole.contains("Hier wacht deze partij zelf op"), "{whole}");
    let care = text(all(&page(&project, "output/partijen/zorggroep.html"), "main")[0]);
    assert!(care.contains("Hier wacht deze partij zelf op B1 Nieuwbouw : tien woningen"), "{care}");
    assert!(care.contains("doet alleen mee bij Wonen met zorg"), "{care}");
}

#[test]
fn a_party_says_what_it_is_for_or_its_role_does() {
    let project = built();
    let own = text(all(&page(&project, "output/partijen/huurdersraad.html"), ".partij-taken")[0]);
    assert!(own.contains("Praat namens huurders. Vergadert vaak."), "{own}");
    let usual = text(all(&page(&project, CORPORATION), ".partij-taken")[0]);
    assert!(usual.contains("Zij bouwt, onderhoudt en verhuurt"), "{usual}");
}

#[test]
fn documents_in_force_come_first_on_the_page_of_a_party() {
    let project = built();
    let older = project
        .read("content/zandstad-2027/overeenkomst.md")
        .replace("looptijd: 2027-2028", "looptijd: 2026")
        .replace("2026-11-19", "2025-11-19")
        .replace("Zandstad 2027", "Zandstad 2026")
        .replace(
            "pakketten:\n  - {id: grond, titel: Grond en woningen, toelichting: Samen uit en thuis.}\n",
            "",
        );
    let project = project.with("content/zandstad-2026/overeenkomst.md", older);
    project.build_ok(&["--only", "site"]);
    let party = page(&project, CORPORATION);
    let headings: Vec<String> = all(&party, "main h2, main h3").into_iter().map(text).collect();
    assert_eq!(
        headings,
        [
            "Taken",
            "Deze afspraken gelden nu",
            "Prestatieafspraken Zandstad 2026",
            "Deze afspraken gaan nog in",
            "Prestatieafspraken Zandstad 2027"
        ]
    );
}

#[test]
fn all_parties_are_on_one_page_in_the_order_of_the_site() {
    let project = built();
    let parties = page(&project, "output/partijen/index.html");
    let names: Vec<String> = all(&parties, ".partijen strong").into_iter().map(text).collect();
    assert_eq!(
        names,
        ["Gemeente Zandstad", "Woonstichting De Brug", "Huurdersraad De Brug", "Zorggroep Kust"]
    );
    // Each has the same room: without a logo its name takes the place.
    assert_eq!(all(&parties, ".partijen .partij-beeld").len(), 4);
    assert_eq!(all(&parties, "table.verdeling").len(), 1);
    let guide = page(&project, "output/wegwijzer.html");
    assert_eq!(all(&guide, "a[href='partijen/index.html']").len(), 1);
}

#[test]
fn text_of_users_never_becomes_code() {
    let hostile = "<script>alert(1)</script> #read(\\\"/etc/passwd\\\") {{ 7*7 }}";
    let project = project()
        .replacing(
            "content/zandstad-2027/bouwopgave.md",
            "inzet: levert de grond",
            &format!("inzet: \"{hostile}\""),
        )
        .replacing("content/zandstad-2027/zorg.md", "nodig: tien woningen", &format!("nodig: \"{hostile}\""))
        .replacing(
            "content/zandstad-2027/overeenkomst.md",
            "titel: Grond en woningen",
            &format!("titel: \"{hostile}\""),
        )
        .replacing(
            "content/zandstad-2027/overeenkomst.md",
            "toelichting: Samen uit en thuis.",
            &format!("toelichting: \"{hostile}\""),
        )
        .replacing("content/site.yaml", "Praat namens huurders.", "<script>alert(1)</script> {{ 7*7 }}");
    project.build_ok(&[]);
    for path in
        [PAGE, DOCUMENT, CORPORATION, "output/partijen/huurdersraad.html", "output/zandstad-2027/zorg.html"]
    {
        let page = project.read(path);
        assert!(!page.contains("<script>alert"), "{path}");
        assert!(!page.contains("49"), "{path}");
    }
}

/// The text of the publication copy, or nothing where there is no `pdftotext`.
fn pdf_text(project: &Project) -> Option<String> {
    let pdf = project.path("output/zandstad-2027/zandstad-2027.pdf");
    support::pdf_pages(&pdf).map(|pages| pages.join(" "))
}

#[test]
fn the_pdf_says_who_puts_in_what_what_waits_and_who_acts_where() {
    let project = project();
    project.build_ok(&["--only", "pdf"]);
    let Some(text) = pdf_text(&project) else { return };
    for expected in [
        "Geld of middel",
        "lagere grondprijs",
        "€ 500.000 in 2027",
        "samen € 1.250.000",
        "denkt mee n.v.t.",
        "B1 Nieuwbouw: tien woningen",
        "Z1 Woningen met zorg: tien woningen",
        "Deze afspraak geldt alleen samen met:",
        "Zorggroep Kust",
        "Wie doet wat",
        "Woonstichting De Brug 1 1 2",
        "Samen uit en thuis.",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
}
