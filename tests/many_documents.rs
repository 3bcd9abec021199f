//! A site of more documents than a page can show one by one: who comes looks for one.

mod support;

use support::{DOCUMENT, Project, THEME};

/// One more than a page shows one by one.
const MANY: usize = 25;

/// A site of so many municipalities, `Aastad` to `Zzstad`, each with a document of its own.
fn site(documents: usize) -> Project {
    let mut site = support::SITE.to_owned();
    let mut project = Project::empty();
    for number in 0..documents {
        let name = format!(
            "{}stad",
            ["Aa", "Be", "Ei", "’s-Ga", "IJ"][number % 5].to_owned() + &"o".repeat(number / 5)
        );
        let id = format!("gemeente-{number}");
        site.push_str(&format!("  - id: {id}\n    naam: Gemeente {name}\n    rol: gemeente\n"));
        let document = DOCUMENT
            .replace("Zandstad", &name)
            .replace("[gemeente,", &format!("[{id},"))
            .replace("partij: gemeente,", &format!("partij: {id},"));
        let theme = THEME.replace("gemeente: levert", &format!("{id}: levert"));
        let care = theme.replace("thema: bouwopgave", "thema: zorg").replace("B1", "Z1");
        project = project
            .with(&format!("content/d{number}-2027/overeenkomst.md"), document)
            .with(&format!("content/d{number}-2027/bouwopgave.md"), theme)
            .with(&format!("content/d{number}-2027/zorg.md"), care);
    }
    let project = project.with("content/site.yaml", site);
    project.build_ok(&["--only", "site"]);
    project
}

#[test]
fn the_first_page_lists_many_documents_by_the_alphabet() {
    let few = site(MANY - 1).read("output/index.html");
    assert!(few.contains("overeenkomstkaart") && !few.contains("class=\"letters\""));
    let many = site(MANY).read("output/index.html");
    assert!(!many.contains("overeenkomstkaart"));
    let letters: Vec<&str> = many
        .match_indices("<h3 id=\"_aanstaand-")
        .map(|(at, found)| &many[at + found.len()..][..1])
        .collect();
    assert_eq!(letters, ["a", "b", "e", "i", "s"]);
    for number in 0..MANY {
        assert!(many.contains(&format!("href=\"d{number}-2027/index.html\"")), "document {number} is listed");
    }
}

#[test]
fn pages_over_all_documents_keep_to_what_many_have_in_common() {
    let project = site(MANY);
    let calendar = project.read("output/kalender.html");
    assert!(calendar.contains("in 25 documenten"));
    // The day of an agreement is on the page of its document, and in the calendar of that alone.
    assert!(!calendar.contains("Nieuwbouw in Noord"));
    assert!(!project.read("output/kalender.ics").contains("Nieuwbouw in Noord"));
    assert!(project.read("output/d3-2027/kalender.ics").contains("Nieuwbouw in Noord"));
    let priorities = project.read("output/prioriteiten.html");
    assert!(priorities.contains("in 25 van de 25 documenten"));
    assert!(priorities.contains("Bron: Handreiking prestatieafspraken"), "where the list stands");
    let guide = project.read("output/wegwijzer.html");
    assert!(guide.contains("Alle documenten, van a tot z") && !guide.contains("d3-2027/afspraken.csv"));
}

#[test]
fn a_party_in_many_documents_has_a_line_for_each_and_links_to_it_still_arrive() {
    let project = site(MANY);
    let page = project.read("output/partijen/de-brug.html");
    for number in 0..MANY {
        assert!(page.contains(&format!("href=\"../d{number}-2027/bouwopgave.html\"")));
    }
    assert!(!page.contains("bouwt 120 woningen"), "what it does is on the page of the theme");
    // Where a document links to what a party does in it.
    let document = project.read("output/d3-2027/index.html");
    let (_, link) = document.split_once("href=\"../partijen/de-brug.html#").expect("a link to its share");
    let anchor = link.split('"').next().expect("an anchor");
    assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor} is there");
}
