//! **V**: what texts name outside themselves, and what is there that no text names.

mod exceptions;
mod pictures;
mod terms;

use super::Rule;
use crate::diagnostic::Code;

pub const RULES: &[Rule] = &[
    Rule::terms(
        Code::V201,
        "goed gebruik: een begrippenlijst legt uit wat er in de tekst staat",
        terms::never_used,
    ),
    Rule::site(Code::V202, "goed gebruik: bronnen zonder resten", pictures::never_named),
    Rule::settings(
        Code::V204,
        "goed gebruik: bronnen zonder resten",
        exceptions::of_document,
        exceptions::of_site,
    ),
    Rule::document(Code::V205, "WCAG 2.2, criterium 3.1.4", terms::without_explanation).limit(3),
];
