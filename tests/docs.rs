//! What the documents say of the program is so.

mod support;

use afspraken::diagnostic::Code;
use support::repository;

#[test]
fn every_code_is_explained_to_editors() {
    let page = std::fs::read_to_string(repository().join("docs/handleiding/meldingen.md")).expect("the page");
    // A rule of `afspraken check` has a page of its own.
    for code in Code::ALL.iter().filter(|code| afspraken::rules::find(**code).is_none()) {
        assert!(page.contains(&format!("| {code} |")), "{code} is not in meldingen.md");
        assert!(!code.summary().is_empty());
    }
}
