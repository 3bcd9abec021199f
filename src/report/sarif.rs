//! Diagnostics as SARIF 2.1.0, the format of OASIS in which tools that read code
//! exchange what they found: for code hosts and editors.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic, Fix, Note, Place, Severity};
use crate::order::SortedSet;
use crate::source::{Sources, Span};

/// What stays as it is in the path of an address (RFC 3986, section 3.3).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What one run of the program found.
#[derive(Debug, Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Found>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    language: &'static str,
    rules: Vec<Rule>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    default_configuration: Level,
}

#[derive(Debug, Serialize)]
struct Level {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Text {
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mending>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Mending {
    description: Text,
    artifact_changes: [Change; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_location: Artifact,
    replacements: [Replacement; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Text,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
struct Artifact {
    uri: String,
}

/// Lines and columns count from 1; the end is the column after the last.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

/// What is serialised for `diagnostics`, in their order. `folder` is the way to
/// the sources from where the reader of the log stands.
pub fn log(diagnostics: &[Diagnostic], sources: &Sources, folder: &str) -> Log {
    let codes: SortedSet<Code> = diagnostics.iter().map(|found| found.code).collect();
    let rules = codes.iter().map(|code| Rule {
        id: code.id(),
        short_description: Text { text: code.summary().to_owned() },
        default_configuration: Level { level: level(code.severity()) },
    });
    let writer = Writer { sources, folder };
    let results = diagnostics.iter().map(|found| Found {
        rule_id: found.code.id(),
        // Every code of `diagnostics` is in `codes`.
        rule_index: codes.partition_point(|code| *code < found.code),
        level: level(found.severity()),
        message: Text {
            text: match &found.hint {
                Some(hint) => format!("{} {hint}", found.message),
                None => found.message.clone(),
            },
        },
        locations: vec![writer.place(found)],
        related_locations: found.notes.iter().map(|note| writer.note(note)).collect(),
        fixes: found.fix.iter().map(|fix| writer.fix(found, fix)).collect(),
    });
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    version: env!("CARGO_PKG_VERSION"),
                    language: "nl",
                    rules: rules.collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

struct Writer<'a> {
    sources: &'a Sources,
    folder: &'a str,
}

impl Writer<'_> {
    fn place(&self, found: &Diagnostic) -> Location {
        let (file, position) = super::position(found, self.sources);
        let region = match &found.place {
            Place::Text(span) => Some(self.region(*span)),
            _ => position.map(|(start_line, start_column)| Region {
                start_line,
                start_column,
                end_line: None,
                end_column: None,
            }),
        };
        Location { physical_location: self.physical(&file, region), message: None }
    }

    fn note(&self, note: &Note) -> Location {
        let file = self.sources.file(note.span.source).path.to_string();
        let region = Some(self.region(note.span));
        Location {
            physical_location: self.physical(&file, region),
            message: Some(Text { text: note.text.clone() }),
        }
    }

    fn fix(&self, found: &Diagnostic, fix: &Fix) -> Mending {
        let change = Change {
            artifact_location: self.artifact(self.sources.file(fix.span.source).path.as_str()),
            replacements: [Replacement {
                deleted_region: self.region(fix.span),
                inserted_content: Text { text: fix.text.clone() },
            }],
        };
        let description = Text { text: found.hint.clone().unwrap_or_else(|| found.message.clone()) };
        Mending { description, artifact_changes: [change] }
    }

    fn physical(&self, file: &str, region: Option<Region>) -> Physical {
        Physical { artifact_location: self.artifact(file), region }
    }

    fn artifact(&self, file: &str) -> Artifact {
        let path = format!("{}{file}", self.folder);
        Artifact { uri: utf8_percent_encode(&path, PATH).to_string() }
    }

    fn region(&self, span: Span) -> Region {
        let (start_line, start_column) = self.sources.line_column(span.source, span.start as usize);
        let (end_line, end_column) = self.sources.line_column(span.source, span.end as usize);
        Region { start_line, start_column, end_line: Some(end_line), end_column: Some(end_column) }
    }
}
