//! What is judged again after a change is what would be found anew: the preview
//! takes over what still holds, and must never show what is no longer so.

mod support;

use std::collections::BTreeSet;
use std::fs;

use afspraken::edition::{Edition, News};
use afspraken::model::Datum;
use afspraken::rules::{self, Judgement, Scene};
use afspraken::source::ContentPath;
use support::Project;

/// A preview that judges after each change.
struct Preview {
    project: Project,
    edition: Edition,
    judgement: Judgement,
}

fn judge(edition: &Edition, earlier: Option<&Judgement>) -> Judgement {
    let project = edition.project.as_ref().expect("a project that can be read");
    let date = Datum::parse("2026-11-22").expect("a date");
    rules::judge(Scene { project, sources: &edition.sources, date, replies: None }, earlier)
}

/// Each with its place, for comparing.
fn told(judgement: &Judgement) -> BTreeSet<String> {
    judgement.diagnostics().map(|found| format!("{found:?}")).collect()
}

impl Preview {
    fn of(project: Project) -> Self {
        let edition = Edition::read(&project.path("content"), &project.path("themes"));
        let judgement = judge(&edition, None);
        Self { project, edition, judgement }
    }

    /// What was found after a change to a file below `content`, by the codes of the rules.
    #[track_caller]
    fn after(&mut self, path: &str, change: impl FnOnce(String) -> Option<String>) -> BTreeSet<String> {
        let file = self.project.path(&format!("content/{path}"));
        match change(fs::read_to_string(&file).unwrap_or_default()) {
            Some(text) => fs::write(&file, text).expect("a file"),
            None => fs::remove_file(&file).expect("a file"),
        }
        let news = News { content: vec![ContentPath::from(path)], themes: false };
        self.edition =
            self.edition.next(&self.project.path("content"), &self.project.path("themes"), &news).0;
        self.judgement = judge(&self.edition, Some(&self.judgement));
        assert_eq!(told(&self.judgement), told(&judge(&self.edition, None)), "after a change to {path}");
        self.judgement.diagnostics().map(|found| found.code.id().to_owned()).collect()
    }
}

#[test]
fn after_every_change_the_rules_find_what_they_would_find_anew() {
    let theme = "zandstad-2027-2030/bouwopgave.md";
    let mut preview = Preview::of(Project::example());
    let own = fs::read_to_string(preview.project.path(&format!("content/{theme}"))).expect("a theme");

    let found = preview.after(theme, |text| Some(text + "\nDe partijen handelen conform de de wet.\n"));
    assert!(found.contains("L304") && found.contains("L308"), "{found:?}");
    let found = preview.after(theme, |_| Some(own));
    assert!(!found.contains("L304") && !found.contains("L308"), "{found:?}");

    let found = preview.after("site.yaml", |text| Some(text + "\nregels: {P205: uit}\n"));
    assert!(!found.contains("P205"), "{found:?}");
    let found = preview.after("media/nieuw.svg", |_| {
        Some("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>".to_owned())
    });
    assert!(found.contains("V202"), "{found:?}");
    let found = preview.after("media/nieuw.svg", |_| None);
    assert!(!found.contains("V202"), "{found:?}");
}

#[test]
fn a_term_is_lost_as_soon_as_the_last_text_that_names_it_is_gone() {
    let term = "- term: dakserre\n  betekenis: Een glazen kamer op het dak.\n";
    let glossary = |text: String| Some(text + "\n" + term);
    let page = "over.md";
    let mut preview = Preview::of(Project::example());

    let found = preview.after("begrippen.yaml", glossary);
    assert!(found.contains("V201"), "{found:?}");
    let found = preview.after(page, |text| Some(text + "\nElke woning krijgt een dakserre.\n"));
    assert!(!found.contains("V201"), "named: {found:?}");
    let found = preview.after(page, |text| Some(text.replace("een dakserre", "een [[dakserre]]")));
    assert!(!found.contains("V201"), "marked: {found:?}");
    let found = preview.after(page, |text| Some(text.replace("een [[dakserre]]", "een dakserre")));
    assert!(!found.contains("V201"), "named again: {found:?}");
    let found = preview.after(page, |text| Some(text.replace("een dakserre", "een tuin")));
    assert!(found.contains("V201"), "{found:?}");
}

#[test]
fn a_base_that_no_document_uses_yet_is_read_again_too() {
    let base = "los/overeenkomst.md";
    let text = "---\nalleen_basis: true\ntitel: Een begin\n---\n\nElke woning krijgt een dakserre.\n";
    let project = Project::example().with("content/los/overeenkomst.md", text);
    let terms =
        project.read("content/begrippen.yaml") + "\n- term: dakserre\n  betekenis: Een glazen kamer.\n";
    let mut preview = Preview::of(project.with("content/begrippen.yaml", terms));

    let found = preview.after(base, |text| Some(text.replace("een dakserre", "een tuin")));
    assert!(found.contains("V201"), "{found:?}");
    let found = preview.after(base, |text| Some(text.replace("een tuin", "een dakserre")));
    assert!(!found.contains("V201"), "{found:?}");
}
