//! The page of each rule: what is wrong, why it matters, and an example of each,
//! as `afspraken check --explain` prints it. They stand in `docs/rules/`.

use rust_embed::RustEmbed;

use crate::diagnostic::Code;

#[derive(RustEmbed)]
#[folder = "docs/rules"]
struct Pages;

/// The page of a rule, as Markdown.
pub fn page(code: Code) -> Option<String> {
    let file = Pages::get(&format!("{}.md", code.id()))?;
    String::from_utf8(file.data.into_owned()).ok()
}
