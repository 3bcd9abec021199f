//! Diagnostics as JSON, for editors and build servers.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Fix, Place};
use crate::source::{Sources, Span};

/// A diagnostic as it stands in the JSON output. Lines and columns count from
/// 1, columns in characters.
#[derive(Debug, Serialize)]
pub struct JsonDiagnostic {
    code: &'static str,
    severity: &'static str,
    message: String,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    label: Option<String>,
    hint: Option<String>,
    notes: Vec<JsonNote>,
    /// What mends it with certainty: other text between two places.
    fix: Option<JsonFix>,
}

#[derive(Debug, Serialize)]
struct JsonFix {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: String,
}

#[derive(Debug, Serialize)]
struct JsonNote {
    file: String,
    line: usize,
    column: usize,
    message: String,
}

/// What is serialised for `diagnostics`, in their order.
pub fn records(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<JsonDiagnostic> {
    diagnostics.iter().map(|diagnostic| record(diagnostic, sources)).collect()
}

fn record(diagnostic: &Diagnostic, sources: &Sources) -> JsonDiagnostic {
    let (file, position) = super::position(diagnostic, sources);
    let end = match diagnostic.place {
        Place::Text(span) => Some(sources.line_column(span.source, span.end as usize)),
        _ => None,
    };
    JsonDiagnostic {
        code: diagnostic.code.id(),
        severity: diagnostic.severity().word(),
        message: diagnostic.message.clone(),
        file,
        line: position.map(|(line, _)| line),
        column: position.map(|(_, column)| column),
        end_line: end.map(|(line, _)| line),
        end_column: end.map(|(_, column)| column),
        label: diagnostic.label.clone(),
        hint: diagnostic.hint.clone(),
        fix: diagnostic.fix.as_ref().map(|fix| json_fix(fix, sources)),
        notes: diagnostic.notes.iter().map(|note| json_note(note.span, &note.text, sources)).collect(),
    }
}

fn json_fix(fix: &Fix, sources: &Sources) -> JsonFix {
    let (line, column) = sources.line_column(fix.span.source, fix.span.start as usize);
    let (end_line, end_column) = sources.line_column(fix.span.source, fix.span.end as usize);
    JsonFix { line, column, end_line, end_column, text: fix.text.clone() }
}

fn json_note(span: Span, text: &str, sources: &Sources) -> JsonNote {
    let (line, column) = sources.line_column(span.source, span.start as usize);
    JsonNote { file: sources.file(span.source).path.to_string(), line, column, message: text.to_owned() }
}
