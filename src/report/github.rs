//! Diagnostics as commands of GitHub Actions, which shows them beside the lines
//! that they are about.

use std::fmt::Write;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// One line a diagnostic. `folder` is the way to the sources from the root of the
/// repository.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, folder: &str) -> String {
    let mut out = String::new();
    for found in diagnostics {
        let command = match found.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let (file, position) = super::position(found, sources);
        let file = property(&format!("{folder}{file}"));
        let position =
            position.map_or_else(String::new, |(line, column)| format!(",line={line},col={column}"));
        let hint = found.hint.as_ref().map_or_else(String::new, |hint| format!(" {hint}"));
        let message = escaped(&format!("{}{hint}", found.message));
        // Writing to a String cannot fail.
        let _ = writeln!(out, "::{command} file={file}{position},title={}::{message}", found.code.id());
    }
    out
}

/// A text that ends at the end of its line.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same within the part before `::`.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
