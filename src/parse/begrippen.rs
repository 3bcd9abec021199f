//! `begrippen.yaml`: the glossary.

use std::collections::HashMap;

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Begrip, Begrippen};
use crate::source::yaml::{OneOrMany, Raw, Yaml};
use crate::source::{SourceId, Span, Spanned, signs};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBegrip {
    term: Raw<String>,
    voluit: Option<Raw<String>>,
    betekenis: Raw<String>,
    ook: Option<Raw<OneOrMany>>,
    zie: Option<Raw<OneOrMany>>,
}

/// Reads the glossary, in the order of the alphabet. Terms whose addresses
/// would be the same are doubles, as `[[daeb]]` and `[[DAEB]]` mean one term.
pub fn begrippen(reader: &mut Reader, id: SourceId) -> Begrippen {
    let Some(yaml) = reader.whole(id, reader.sources.file(id)) else { return Begrippen::default() };
    let Some(raw) = reader.keep(yaml.read::<Vec<RawBegrip>>()) else { return Begrippen::default() };
    let mut begrippen = Vec::new();
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut others = Vec::new();
    for raw in raw {
        let span = yaml.place(raw.term.clone()).span;
        let term = reader.text(&yaml, raw.term);
        let voluit = reader.optional_text(&yaml, raw.voluit);
        let betekenis = reader.text(&yaml, raw.betekenis);
        let ook = names(reader, &yaml, raw.ook);
        let zie = names(reader, &yaml, raw.zie);
        let Some((term, betekenis)) = term.zip(betekenis) else { continue };
        let mut begrip = Begrip::new(term, voluit, betekenis, span);
        if begrip.anker.is_empty() {
            reader.report(
                Diagnostic::at(Code::M107, span, format!("`{}` kan geen begrip zijn.", begrip.term))
                    .label("zonder letters of cijfers")
                    .hint("Gebruik letters of cijfers in het begrip."),
            );
            continue;
        }
        begrip.zie = zie;
        if let Some(first) = seen.get(&begrip.anker) {
            reader.report(double(&begrip.term, span, *first));
            continue;
        }
        seen.insert(begrip.anker.clone(), span);
        others.push((begrippen.len(), ook));
        begrippen.push(begrip);
    }
    // Only now, as a term of its own goes before another word for something else.
    for (index, ook) in others {
        for name in ook {
            let anker = slug::slugify(signs::as_read(&name.value));
            match seen.get(&anker) {
                Some(first) => reader.report(double(&name.value, name.span, *first)),
                None => {
                    seen.insert(anker, name.span);
                    begrippen[index].ook.push(name.value);
                }
            }
        }
    }
    Begrippen::new(begrippen)
}

/// Terms, each with its place.
fn names(reader: &mut Reader, yaml: &Yaml, raw: Option<Raw<OneOrMany>>) -> Vec<Spanned<String>> {
    let names = raw.map_or_else(Vec::new, |raw| yaml.place(raw).each(yaml));
    let read = |name: Spanned<String>| {
        let span = name.span;
        reader.placed_text(name).map(|value| Spanned { value, span })
    };
    names.into_iter().filter_map(read).collect()
}

fn double(term: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::at(Code::M104, span, format!("Het begrip `{term}` staat er twee keer."))
        .label("tweede keer")
        .note(first, "eerste keer")
        .hint("Voeg de twee samen.")
}
