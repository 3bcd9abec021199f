//! What was made before is not made again, and never shows: a build with a store gives the bytes of one without,
//! whatever happened to the store in between.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread;

use afspraken::output::Store;
use afspraken::output::store::Key;
use afspraken::source::Stamp;
use serde_json::Value;
use support::Project;

const STORE: &str = ".afspraken/gemaakt";
const DOCUMENT: &str = "content/zandstad-2027/overeenkomst.md";
const THEME: &str = "content/zandstad-2027/bouwopgave.md";
/// The publication copy, and one to sign for each of three parties.
const PDFS: u64 = 4;

/// Builds, and says how many PDFs were not made anew.
#[track_caller]
fn kept(project: &Project, arguments: &[&str]) -> u64 {
    let output = project.build(&[&["--format", "json"], arguments].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    report["built"]["pdfs_kept"].as_u64().unwrap_or_else(|| panic!("{report:#}"))
}

/// The output of a build that looks at no store.
fn fresh(project: &Project) -> BTreeMap<String, Vec<u8>> {
    assert_eq!(kept(project, &["--fresh", "--output", "vers"]), 0);
    project.tree("vers")
}

/// The files of the store that hold something that was made.
fn entries(project: &Project) -> Vec<PathBuf> {
    let names = project.tree(STORE).into_keys().filter(|name| name.contains('/'));
    names.map(|name| project.path(STORE).join(name)).collect()
}

#[track_caller]
fn assert_as_fresh(project: &Project) {
    let (made, fresh) = (project.tree("output"), fresh(project));
    assert_eq!(made.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>());
    for (path, bytes) in made {
        assert!(bytes == fresh[&path], "{path} differs from that of a fresh build");
    }
}

#[test]
fn pdfs_of_which_nothing_changed_are_not_made_again() {
    let project = Project::minimal();
    assert_eq!(kept(&project, &[]), 0);
    assert_eq!(kept(&project, &[]), PDFS);
    let output = project.build(&[]);
    let closing = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(closing.contains("4 PDF's (waarvan 4 van een vorige keer)"), "{closing}");
    assert_as_fresh(&project);
}

#[test]
fn a_changed_sentence_costs_the_pdfs_of_its_document_and_no_others() {
    // The one stands under the other, and says so on its cover.
    let slice = support::DOCUMENT
        .replace("soort: jaarafspraken", "soort: jaarschijf\nhoort_bij: zandstad-2027")
        .replace("looptijd: 2027", "looptijd: 2028");
    let project = Project::minimal()
        .replacing(DOCUMENT, "soort: jaarafspraken", "soort: meerjarenafspraken")
        .replacing(DOCUMENT, "looptijd: 2027", "looptijd: 2027-2030")
        .with("content/zandstad-2028/overeenkomst.md", slice);
    kept(&project, &[]);
    let text = project.read(THEME);
    project.write(THEME, text.replace("Er is een tekort", "Er is een groot tekort"));
    assert_eq!(kept(&project, &[]), PDFS);
    assert_as_fresh(&project);
    // Back to how it was: nothing is new.
    project.write(THEME, text);
    assert_eq!(kept(&project, &[]), 2 * PDFS);
    assert_as_fresh(&project);
    // What both show is of both.
    let document = project.read(DOCUMENT);
    project.write(DOCUMENT, document.replace("titel: Prestatieafspraken", "titel: Afspraken"));
    assert_eq!(kept(&project, &[]), 0);
    assert_as_fresh(&project);
}

#[test]
fn what_a_theme_or_an_address_changes_on_paper_is_made_again() {
    let project = Project::minimal();
    kept(&project, &[]);
    assert_eq!(kept(&project, &["--base-url", "https://afspraken.example/"]), 0);
    let project = project.with_theme("onderdelen.typ", "#let sterk", "// Anders.\n#let sterk");
    assert_eq!(kept(&project, &[]), 0);
    assert_as_fresh(&project);
}

#[test]
fn a_store_that_is_damaged_or_foreign_costs_time_and_nothing_else() {
    let project = Project::minimal();
    kept(&project, &[]);
    let files = entries(&project);
    assert_eq!(files.len() as u64, PDFS);
    let bytes = |at: usize| fs::read(&files[at]).expect("an entry");
    // One letter differs, half of it is missing, it is that of another copy, and it is empty.
    let mut damaged = bytes(0);
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let (half, other) = (bytes(1)[..bytes(1).len() / 2].to_vec(), bytes(1));
    for (file, bytes) in files.iter().zip([damaged, half, other, Vec::new()]) {
        fs::write(file, bytes).expect("a damaged entry");
    }
    assert_eq!(kept(&project, &[]), 0);
    assert_as_fresh(&project);
    assert_eq!(kept(&project, &[]), PDFS, "what was damaged is put right");
}

#[test]
fn a_store_that_cannot_be_read_or_written_costs_time_and_nothing_else() {
    let project = Project::minimal();
    kept(&project, &[]);
    // Folders where files should be, and a file where the folder should be.
    for file in entries(&project) {
        fs::remove_file(&file).expect("an entry");
        fs::create_dir_all(file.join("map")).expect("a folder in its place");
    }
    assert_eq!(kept(&project, &[]), 0);
    assert_as_fresh(&project);
    fs::remove_dir_all(project.path(STORE)).expect("the store can be thrown away");
    project.write(STORE, "geen map");
    assert_eq!(kept(&project, &[]), 0);
    assert_as_fresh(&project);
}

#[test]
fn builds_at_the_same_time_can_share_a_store() {
    let project = Project::minimal();
    let outputs = ["een", "twee", "drie"];
    thread::scope(|scope| {
        for output in outputs {
            let project = &project;
            scope.spawn(move || project.build_ok(&["--output", output]));
        }
    });
    let fresh = fresh(&project);
    for output in outputs {
        assert!(project.tree(output) == fresh, "{output} differs");
    }
    assert_eq!(kept(&project, &[]), PDFS);
    assert_eq!(entries(&project).len() as u64, PDFS, "no drafts are left");
}

#[test]
fn a_check_after_a_build_lays_nothing_out_and_finds_the_same() {
    let project = Project::minimal();
    project.build_ok(&[]);
    let before = entries(&project);
    let says = |project: &Project| String::from_utf8_lossy(&project.check(&[]).stdout).into_owned();
    let after_build = says(&project);
    assert_eq!(entries(&project), before, "the build proved all copies");
    fs::remove_dir_all(project.path(STORE)).expect("the store can be thrown away");
    assert_eq!(says(&project), after_build);
    assert_eq!(entries(&project).len() as u64, PDFS, "of each copy it is kept that it is right");
    assert_eq!(says(&project), after_build);
    // A proof is no PDF.
    assert_eq!(kept(&project, &[]), 0);
}

#[test]
fn a_copy_that_is_wrong_is_told_of_each_time() {
    let high = "#let publicatievoet(g) = uithangend({\n  v(38mm)";
    let project = Project::minimal().with_theme("pagina.typ", "#let publicatievoet(g) = uithangend({", high);
    for _ in 0..2 {
        project.assert_build_finds(&[("D101", "zandstad-2027/overeenkomst.md", "soort:")]);
    }
}

#[test]
fn a_store_holds_what_is_used_and_little_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = |name: &str| Key::new(name, Stamp::of(name.as_bytes()));
    let bytes = vec![7; 10_000];
    let before = Store::new(folder.path());
    for name in ["oud", "ouder", "gebruikt"] {
        before.keep(key(name), &bytes);
    }
    before.tidy();
    let store = Store::new(folder.path()).with_spare(15_000);
    assert!(store.find(key("gebruikt")).is_some_and(|found| found == bytes));
    store.keep(key("nieuw"), &bytes);
    store.tidy();
    let there = |name: &str| store.find(key(name)).is_some();
    assert!(there("gebruikt") && there("nieuw"), "what was used stays");
    let spare = ["oud", "ouder"].into_iter().filter(|name| there(name)).count();
    assert_eq!(spare, 1, "of the rest as much as was allowed");
    assert_eq!(store.find(key("nooit")), None);
}
