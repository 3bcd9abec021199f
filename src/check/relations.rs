//! How documents belong together: each that another names is there.

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::{Overeenkomst, Project, Slug};
use crate::source::Spanned;

pub fn check(project: &Project) -> Vec<Diagnostic> {
    let documents = project.overeenkomsten.iter();
    documents
        .flat_map(|document| document.vervangt.iter().filter_map(|name| known(project, document, name)))
        .collect()
}

/// A document names another one that is there.
fn known(project: &Project, document: &Overeenkomst, name: &Spanned<Slug>) -> Option<Diagnostic> {
    let slugs = || project.overeenkomsten.iter().map(|document| document.slug.as_str());
    if name.value == document.slug {
        return Some(
            Diagnostic::at(Code::V109, name.span, "Deze overeenkomst noemt hier zichzelf.")
                .label("deze map")
                .hint("Noem de map van de andere overeenkomst."),
        );
    }
    if slugs().any(|slug| slug == name.value.as_str()) {
        return None;
    }
    let hint = did_you_mean(name.value.as_str(), slugs()).unwrap_or_else(|| {
        format!("Noem de map van de overeenkomst. Kies uit: {}.", slugs().collect::<Vec<_>>().join(", "))
    });
    Some(
        Diagnostic::at(Code::V109, name.span, format!("Er is geen overeenkomst `{}`.", name.value))
            .label("onbekend")
            .hint(hint),
    )
}
