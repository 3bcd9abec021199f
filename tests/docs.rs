//! What the documents say of the program is so.

mod support;

use afspraken::diagnostic::Code;
use support::repository;

#[test]
fn every_code_is_explained_to_editors() {
    let page = std::fs::read_to_string(repository().join("docs/handleiding/meldingen.md")).expect("the page");
    for code in Code::ALL {
        assert!(page.contains(&format!("| {code} |")), "{code} is not in meldingen.md");
        assert!(!code.summary().is_empty());
    }
}
