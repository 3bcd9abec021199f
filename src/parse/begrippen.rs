//! `begrippen.yaml`: the glossary.

use std::collections::HashMap;

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Begrip, Begrippen};
use crate::source::yaml::Raw;
use crate::source::{SourceId, Span};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBegrip {
    term: Raw<String>,
    voluit: Option<Raw<String>>,
    betekenis: Raw<String>,
}

/// Reads the glossary, in the order of the alphabet. Terms whose addresses
/// would be the same are doubles, as `[[daeb]]` and `[[DAEB]]` mean one term.
pub fn begrippen(reader: &mut Reader, id: SourceId) -> Begrippen {
    let Some(yaml) = reader.whole(id, reader.sources.file(id)) else { return Begrippen::default() };
    let Some(raw) = reader.keep(yaml.read::<Vec<RawBegrip>>()) else { return Begrippen::default() };
    let mut begrippen = Vec::new();
    let mut seen: HashMap<String, Span> = HashMap::new();
    for raw in raw {
        let span = yaml.place(raw.term.clone()).span;
        let term = reader.text(&yaml, raw.term);
        let voluit = reader.optional_text(&yaml, raw.voluit);
        let betekenis = reader.text(&yaml, raw.betekenis);
        let Some((term, betekenis)) = term.zip(betekenis) else { continue };
        let begrip = Begrip::new(term, voluit, betekenis, span);
        if begrip.anker.is_empty() {
            reader.report(
                Diagnostic::at(Code::M107, span, format!("`{}` kan geen begrip zijn.", begrip.term))
                    .label("zonder letters of cijfers")
                    .hint("Gebruik letters of cijfers in het begrip."),
            );
            continue;
        }
        if let Some(first) = seen.get(&begrip.anker) {
            reader.report(
                Diagnostic::at(Code::M104, span, format!("Het begrip `{}` staat er twee keer.", begrip.term))
                    .label("tweede keer")
                    .note(*first, "eerste keer")
                    .hint("Voeg de twee samen."),
            );
            continue;
        }
        seen.insert(begrip.anker.clone(), span);
        begrippen.push(begrip);
    }
    Begrippen::new(begrippen)
}
