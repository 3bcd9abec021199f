//! An edition after a change is the same as one that is read afresh: what is wrong with it, what there is to make,
//! and every byte of that. Otherwise a preview would show what a build does not.

mod support;

#[path = "support/followed.rs"]
mod followed;

use std::fs;

use afspraken::output::Parts;
use followed::{Followed, told};
use support::Project;

const SITE_FILE: &str = "content/site.yaml";
const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";
const THEME: &str = "content/zandstad-2027/bouwopgave.md";
const PAGE: &str = "---\ntitel: Over\n---\n\nTekst.\n";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";
const CHAPTER: &str = "---\nsoort: hoofdstuk\ntitel: Proces\n---\n\nZie ook [B1].\n";

#[test]
fn after_edits_of_text_titles_and_numbers_an_edition_is_as_one_read_afresh() {
    let mut followed = Followed::new(Project::minimal().with("content/zandstad-2027/proces.md", CHAPTER));
    followed.assert_errors(false);
    followed.replace(THEME, "Er is een tekort", "Er is een groot tekort");
    followed.replace(THEME, "titel: Bouwen", "titel: Wonen en bouwen");
    followed.replace(DOCUMENT, "Prestatieafspraken Zandstad 2027", "Afspraken van Zandstad");
    followed.replace(THEME, "{#B1}", "{#B7}");
    // Both the agreement itself and the chapter beside it name it by its old number.
    followed.assert_errors(true);
    followed.replace(THEME, "Zie ook [B1]", "Zie ook [B7]");
    followed.assert_errors(true);
    followed.replace("content/zandstad-2027/proces.md", "[B1]", "[B7]");
    followed.assert_errors(false);
    followed.replace(SITE_FILE, "Prestatieafspraken van De Brug", "Wat wij afspreken");
    followed.replace(SITE_FILE, "naam: Gemeente Zandstad", "naam: De gemeente Zandstad");
    followed.replace(SITE_FILE, "id: de-brug", "id: de-burg");
    followed.assert_errors(true);
    followed.replace(SITE_FILE, "id: de-burg", "id: de-brug");
    followed.assert_errors(false);
}

#[test]
fn after_files_and_folders_come_and_go_an_edition_is_as_one_read_afresh() {
    let mut followed = Followed::new(Project::minimal());
    followed.write("content/zandstad-2027/proces.md", CHAPTER);
    followed.write("content/over.md", PAGE.replace("Tekst.", "Zie [proces](zandstad-2027/proces.md)."));
    followed.assert_errors(false);
    followed.rename("content/zandstad-2027/proces.md", "content/zandstad-2027/samen.md");
    followed.assert_errors(true);
    followed.replace("content/over.md", "proces.md", "samen.md");
    followed.assert_errors(false);
    followed.rename("content/zandstad-2027", "content/zandstad-2028");
    followed.assert_errors(true);
    followed.replace("content/over.md", "zandstad-2027", "zandstad-2028");
    followed.assert_errors(false);
    followed.rename("content/zandstad-2028", "elders");
    followed.rename("elders", "content/zandstad-2027");
    followed.remove("content/over.md");
    followed.assert_errors(false);
    followed.remove(SITE_FILE);
    followed.assert_errors(true);
    followed.write(SITE_FILE, support::SITE);
    followed.assert_errors(false);
    followed.rename("content", "opzij");
    followed.rename("opzij", "content");
    followed.remove("content/zandstad-2027/overeenkomst.md");
    followed.assert_errors(true);
    followed.write("content/zandstad-2027/overeenkomst.md", support::DOCUMENT);
    followed.assert_errors(false);
    // A file becomes a folder, and a folder a file.
    followed.write("content/zandstad-2027/plan.md", CHAPTER);
    followed.step("a file gives way to a folder", &["content/zandstad-2027/plan.md"], |project| {
        fs::remove_file(project.path("content/zandstad-2027/plan.md")).expect("a file");
        project.write("content/zandstad-2027/plan.md/diep.md", CHAPTER);
    });
    followed.step("the folder gives way to a file", &["content/zandstad-2027/plan.md"], |project| {
        fs::remove_dir_all(project.path("content/zandstad-2027/plan.md")).expect("a folder");
        project.write("content/zandstad-2027/plan.md", CHAPTER);
    });
    followed.assert_errors(false);
}

#[test]
fn after_pictures_change_an_edition_is_as_one_read_afresh() {
    let plan = "content/zandstad-2027/plan.svg";
    let mut followed = Followed::new(Project::with_prose("![Het plan](plan.svg)").with(plan, DRAWING));
    followed.write("content/over.md", PAGE.replace("Tekst.", "![Het plan](zandstad-2027/plan.svg)"));
    followed.assert_errors(false);
    followed.write(plan, DRAWING.replace("\"40\"", "\"80\""));
    followed.write(plan, DRAWING.replace("/>", "><script>1</script></svg>"));
    followed.assert_errors(true);
    followed.write(plan, "<svg");
    followed.write(plan, DRAWING);
    followed.assert_errors(false);
    followed.write("content/zandstad-2027/plaan.svg", DRAWING);
    followed.remove(plan);
    followed.assert_errors(true);
    followed.rename("content/zandstad-2027/plaan.svg", plan);
    followed.assert_errors(false);
    followed.replace(SITE_FILE, "partijen:", "huisstijl:\n  logo: logo.svg\npartijen:");
    followed.assert_errors(true);
    followed.write("content/logo.svg", DRAWING);
    followed.assert_errors(false);
    followed.write("content/logo.svg", DRAWING.replace("\"20\"", "\"30\""));
    followed.remove("content/logo.svg");
    followed.assert_errors(true);
}

#[test]
fn after_terms_come_and_go_an_edition_is_as_one_read_afresh() {
    let terms = "content/begrippen.yaml";
    let mut followed = Followed::new(Project::with_prose("Wat is [[DAEB]]?"));
    followed.assert_errors(true);
    followed.write(terms, "- term: DAEB\n  betekenis: Een dienst.\n");
    followed.assert_errors(false);
    followed.replace(terms, "Een dienst.", "Een dienst van belang.");
    followed.write(terms, "- term: daeb\n  betekenis: x\n- term: WSW\n  betekenis: y\n");
    followed.replace(terms, "term: daeb", "term: DAEBs");
    followed.assert_errors(true);
    // In a glossary with a mistake the term may be.
    followed.write(terms, "- term: WSW\n  betekenis: [y\n");
    followed.write(terms, "- term: DAEB\n  voluit: Dienst\n  betekenis: x\n");
    followed.assert_errors(false);
    followed.remove(terms);
    followed.assert_errors(true);
}

#[test]
fn after_what_agreements_rest_on_changes_an_edition_is_as_one_read_afresh() {
    let (register, policy) = ("content/verwijzingen.yaml", "content/beleid.yaml");
    let entry = "- {id: hennep, titel: Hennepconvenant, soort: convenant}\n";
    let programme = "- {id: vhp-1, titel: Programma, soort: programma, gemeente: Zandstad}\n";
    let mut followed = Followed::new(Project::minimal());
    followed.write(register, entry);
    followed.replace(
        THEME,
        "soort: transactie\n",
        "soort: transactie\nverwijzingen: hennep\nbeleid: vhp-1\n",
    );
    followed.assert_errors(false);
    followed.write(policy, programme);
    followed.replace(policy, "titel: Programma", "titel: Woonprogramma");
    followed.replace(register, "Hennepconvenant", "Convenant hennep");
    followed.write(register, entry.replace("soort", "bestand: media/h.csv, soort"));
    followed.assert_errors(true);
    followed.write("content/media/h.csv", "a;b\n");
    followed.assert_errors(false);
    followed.write("content/media/h.csv", "a;b;c\n");
    followed.replace(register, "id: hennep", "id: henep");
    followed.assert_errors(true);
    followed.replace(register, "id: henep", "id: hennep");
    followed.replace(THEME, "Zie ook [B1]", "Zie [dit](../verwijzingen.yaml#hennep) en art. 42 Woningwet");
    followed.write(register, "- [");
    followed.assert_errors(true);
    followed.write(register, entry);
    followed.write("content/over.md", PAGE.replace("Tekst.", "Zie art. 44a Woningwet."));
    followed.replace("content/over.md", "44a", "43");
    followed.replace(
        SITE_FILE,
        "partijen:",
        "prioriteiten: {periode: 2026, bron: x, lijst: [{id: zorg, titel: Zorg}]}\npartijen:",
    );
    followed.replace(THEME, "beleid: vhp-1", "beleid: vhp-1\nprioriteiten: zorg");
    followed.assert_errors(false);
    followed.replace(SITE_FILE, "{id: zorg,", "{id: leefbaarheid,");
    followed.assert_errors(true);
    followed.replace(SITE_FILE, "{id: leefbaarheid,", "{id: zorg,");
    followed.assert_errors(false);
    followed.remove(policy);
    followed.remove(register);
    followed.assert_errors(true);
}

#[test]
fn what_a_document_says_of_the_one_above_it_is_judged_anew_when_that_changes() {
    let slice = support::DOCUMENT
        .replace("soort: jaarafspraken", "soort: jaarschijf\nhoort_bij: zandstad-2027")
        .replace("looptijd: 2027", "looptijd: 2028");
    let years = Project::minimal()
        .replacing(DOCUMENT, "soort: jaarafspraken", "soort: meerjarenafspraken")
        .replacing(DOCUMENT, "looptijd: 2027", "looptijd: 2027-2030");
    let mut followed = Followed::new(years.with("content/zandstad-2028/overeenkomst.md", slice));
    let is_told = |followed: &Followed, code| told(&followed.edition).iter().any(|told| told.contains(code));
    assert!(!is_told(&followed, "P104") && !is_told(&followed, "V109"));
    followed.replace(DOCUMENT, "looptijd: 2027-2030", "looptijd: 2029-2030");
    assert!(is_told(&followed, "P104"), "the slice is outside the term of the document above it");
    followed.replace(DOCUMENT, "looptijd: 2029-2030", "looptijd: 2027-2030");
    assert!(!is_told(&followed, "P104"));
    followed.rename("content/zandstad-2027", "content/zandstad-2026");
    assert!(is_told(&followed, "V109"), "the document above it is gone");
    followed.rename("content/zandstad-2026", "content/zandstad-2027");
    assert!(!is_told(&followed, "V109"));
}

#[test]
fn after_broken_files_are_mended_an_edition_is_as_one_read_afresh() {
    let mut followed = Followed::new(Project::minimal().with("content/zandstad-2027/proces.md", CHAPTER));
    for path in [SITE_FILE, DOCUMENT, THEME, "content/zandstad-2027/proces.md"] {
        let good = followed.project.read(path);
        let broken: [&[u8]; 6] =
            [b"---\ntitel: [\n---\n", b"", b"---\ntitel: x\n", b"caf\xe9", "\u{feff}---\n".as_bytes(), b"\0"];
        for broken in broken {
            followed.write(path, broken);
            followed.assert_errors(true);
        }
        followed.write(path, good);
        followed.assert_errors(false);
    }
    followed.write("content/losse.yaml", "x: 1\n");
    followed.assert_errors(true);
    followed.remove("content/losse.yaml");
    followed.assert_errors(false);
}

#[test]
fn after_the_theme_changes_an_edition_is_as_one_read_afresh() {
    let mut followed = Followed::new(Project::minimal());
    followed.write("themes/standaard/static/stijl.css", "main { color: red }");
    followed.write("themes/standaard/static/eigen.css", "p { color: red }");
    followed.write("themes/standaard/templates/404.html", "{{ site.naam }} {{");
    followed.assert_errors(true);
    followed.write("themes/standaard/templates/404.html", "{{ site.naam }}");
    followed.assert_errors(false);
    followed.write("themes/standaard/labels/nl.ftl", "home = Beginpagina\n");
    followed.write("themes/standaard/labels/nl.ftl", "home = {\n");
    followed.assert_errors(true);
    followed.step("the theme is gone", &["themes"], |project| {
        fs::remove_dir_all(project.path("themes")).expect("the theme");
    });
    followed.assert_errors(false);
    followed.replace(SITE_FILE, "partijen:", "uiterlijk: eigen\npartijen:");
    followed.assert_errors(true);
    followed.write("themes/eigen/templates/404.html", "eigen");
    followed.assert_errors(false);
    followed.replace(SITE_FILE, "uiterlijk: eigen\n", "");
    followed.assert_errors(false);
}

#[test]
fn two_files_with_one_address_are_told_of_as_in_a_fresh_reading() {
    // The one that is added comes before the other in the order of names, or after it.
    for (first, second) in [("over.md", "Over.md"), ("Over.md", "over.md")] {
        let mut followed = Followed::new(Project::minimal().with(&format!("content/{first}"), PAGE));
        followed.write(&format!("content/{second}"), PAGE);
        followed.assert_errors(true);
        followed.remove(&format!("content/{first}"));
        followed.assert_errors(false);
    }
}

#[test]
fn parts_with_one_address_are_told_of_as_in_a_fresh_reading() {
    let folder = "content/zandstad-2027";
    for (first, second) in [("zorg.md", "Zorg.md"), ("Zorg.md", "zorg.md")] {
        let mut followed = Followed::new(Project::minimal().with(&format!("{folder}/{first}"), CHAPTER));
        followed.write(&format!("{folder}/{second}"), CHAPTER.replace("Proces", "Zorg"));
        followed.assert_errors(true);
        followed.write(&format!("{folder}/{first}"), CHAPTER.replace("Proces", "Nog meer zorg"));
        followed.remove(&format!("{folder}/{first}"));
        followed.assert_errors(false);
    }
}

#[test]
fn two_files_with_one_address_are_found_when_the_second_is_mended() {
    let mut followed = Followed::new(Project::minimal().with("content/over.md", PAGE));
    followed.write("content/Over.md", "---\ntitel: [\n---\n");
    followed.assert_errors(true);
    followed.write("content/Over.md", PAGE);
    followed.assert_errors(true);

    let mut followed = Followed::new(Project::minimal().with("content/zandstad-2027/zorg.md", CHAPTER));
    followed.write("content/zandstad-2027/Zorg.md", CHAPTER.replace("titel: Proces", "titel: ["));
    followed.write("content/zandstad-2027/Zorg.md", CHAPTER);
    followed.assert_errors(true);
}

#[test]
fn hints_forget_a_name_as_soon_as_it_cannot_be_used() {
    let mut followed =
        Followed::new(Project::with_prose("![Het plan](../plaan.svg)").with("content/plan.svg", DRAWING));
    assert!(format!("{:?}", told(&followed.edition)).contains("bedoelde u `../plan.svg`"));
    // Too large to be read, so of no use.
    followed.write("content/plan.svg", vec![b' '; 25_000_001]);
}

#[test]
fn a_file_whose_name_nobody_can_read_may_come_and_go() {
    let mut followed = Followed::new(Project::minimal());
    let path = "content/plan\u{7}.md";
    followed.write(path, PAGE);
    followed.assert_errors(true);
    followed.remove(path);
    followed.assert_errors(false);
}

#[cfg(unix)]
#[test]
fn after_links_in_the_file_system_come_and_go_an_edition_is_as_one_read_afresh() {
    use std::os::unix::fs::symlink;
    let outside = Project::empty().with("geheim.md", PAGE).with("plan.svg", DRAWING);
    let mut followed = Followed::new(Project::with_prose("![Het plan](plan.svg)"));
    let links = [
        ("content/over.md", outside.path("geheim.md"), true),
        ("content/zandstad-2027/plan.svg", outside.path("plan.svg"), true),
        ("content/weg.md", "nergens.md".into(), true),
        ("content/map", outside.path(""), true),
        ("content/info.md", "echt.md".into(), false),
    ];
    followed.write("content/echt.md", PAGE.replace("titel: Over", "titel: Echt"));
    followed.write("content/zandstad-2027/plan.svg", DRAWING);
    followed.assert_errors(false);
    for (path, to, is_wrong) in links {
        let before = fs::read(followed.project.path(path)).ok();
        followed.step(&format!("a link at {path}"), &[path], |project| {
            let _ = fs::remove_file(project.path(path));
            symlink(&to, project.path(path)).expect("a link");
        });
        followed.assert_errors(is_wrong);
        followed.remove(path);
        if let Some(before) = before {
            followed.write(path, before);
        }
        followed.assert_errors(false);
    }
}

#[test]
fn the_pdfs_after_a_change_are_those_of_a_fresh_reading() {
    let mut followed = Followed::new(Project::minimal());
    followed.parts = Parts::All;
    followed.compare("the first reading");
    followed.replace(THEME, "Er is een tekort", "Er is een groot tekort");
    followed.replace(DOCUMENT, "titel: Prestatieafspraken", "titel: Afspraken");
}

#[test]
fn a_file_that_is_written_again_with_the_same_bytes_has_not_changed() {
    let mut followed = Followed::new(Project::with_page("Tekst.").with("content/plan.svg", DRAWING));
    for path in [SITE_FILE, THEME, "content/over.md", "content/plan.svg"] {
        let text = followed.project.read(path);
        let changed = followed.step("a touch", &[path], |project| project.write(path, text));
        assert!(changed.is_empty(), "{path}: {changed:?}");
    }
    assert_eq!(followed.take(&["content"]), [""; 0]);
    followed.project.write(THEME, followed.project.read(THEME) + "\nMeer.\n");
    assert_eq!(followed.take(&["content"]), ["zandstad-2027/bouwopgave.md"]);
}

#[test]
fn what_editors_leave_behind_is_no_news() {
    let mut followed = Followed::new(Project::minimal());
    for name in ["x.md~", ".x.md.swp", "x.md.swp", ".#x.md", "#x.md#", "~$x.md", "x.md.tmp", "Thumbs.db"] {
        for folder in ["content", "content/zandstad-2027"] {
            let path = format!("{folder}/{name}");
            let changed = followed.step(&path, &[&path], |project| project.write(&path, "geen kop"));
            assert!(changed.is_empty(), "{path}: {changed:?}");
        }
    }
    let path = "content/.git/zandstad/overeenkomst.md";
    assert!(followed.step("git", &[path], |project| project.write(path, "geen kop")).is_empty());
    assert!(followed.take(&["content"]).is_empty());
    followed.assert_errors(false);
}

#[test]
fn news_of_a_folder_is_no_news_of_another_whose_name_begins_the_same() {
    let project = Project::minimal();
    for folder in ["zandstad-2027-2", "zandstad-2027 b", "zandstad-20270"] {
        // Of its own title, or it would be a copy.
        let document = support::DOCUMENT.replace("Zandstad 2027", &format!("Zandstad {folder}"));
        project.write(&format!("content/{folder}/overeenkomst.md"), document);
    }
    let mut followed = Followed::new(project);
    followed.assert_errors(false);
    let away = followed.step("a folder goes", &["content/zandstad-2027"], |project| {
        fs::rename(project.path("content/zandstad-2027"), project.path("weg")).expect("a rename");
    });
    assert_eq!(away, ["zandstad-2027/bouwopgave.md", "zandstad-2027/overeenkomst.md"]);
    let back = followed.step("it returns", &["content/zandstad-2027"], |project| {
        fs::rename(project.path("weg"), project.path("content/zandstad-2027")).expect("a rename");
    });
    assert_eq!(back, away);
}
