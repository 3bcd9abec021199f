//! `evaluatie` in the head of `overeenkomst.md`: verdicts on the agreements of
//! another document, each a word or a map that says more, and how parties
//! worked together. Whether these agreements are there is for the checks.

use serde::Deserialize;

use super::beeindiging::nummer_at;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Evaluatie, Oordeel, Procesevaluatie, Uitkomst};
use crate::source::Spanned;
use crate::source::shape::{Shape, Written};
use crate::source::yaml::{Pairs, Raw, Yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawEvaluatie {
    #[serde(default)]
    inhoud: Pairs<Raw<Shape<RawUitkomst>>>,
    proces: Option<RawProces>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawUitkomst {
    oordeel: Raw<String>,
    uitleg: Option<Raw<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProces {
    #[serde(default)]
    goed: Vec<Raw<String>>,
    #[serde(default)]
    beter: Vec<Raw<String>>,
    #[serde(default)]
    lessen: Vec<Raw<String>>,
}

/// Reads an evaluation.
pub fn evaluatie(reader: &mut Reader, yaml: &Yaml, raw: Raw<RawEvaluatie>) -> Evaluatie {
    let Spanned { value: raw, span: plaats } = yaml.place(raw);
    let mut inhoud: Vec<Uitkomst> = Vec::new();
    for (nummer, entry) in raw.inhoud.0 {
        let nummer = nummer_at(reader, yaml.place(nummer));
        let found = uitkomst(reader, yaml, yaml.place(entry));
        let Some((nummer, (oordeel, uitleg))) = nummer.zip(found) else { continue };
        if let Some(first) = inhoud.iter().find(|known| known.nummer.value == nummer.value) {
            reader.report(
                Diagnostic::at(
                    Code::M161,
                    nummer.span,
                    format!("Over afspraak {} staan er twee oordelen.", nummer.value),
                )
                .label("tweede keer")
                .note(first.nummer.span, "eerste keer")
                .hint("Haal er een weg."),
            );
            continue;
        }
        inhoud.push(Uitkomst { nummer, oordeel, uitleg });
    }
    let proces = raw.proces.map_or_else(Procesevaluatie::default, |raw| Procesevaluatie {
        goed: reader.texts(yaml, raw.goed),
        beter: reader.texts(yaml, raw.beter),
        lessen: reader.texts(yaml, raw.lessen),
    });
    Evaluatie { plaats, inhoud, proces }
}

fn uitkomst(
    reader: &mut Reader,
    yaml: &Yaml,
    entry: Spanned<Shape<RawUitkomst>>,
) -> Option<(Oordeel, Option<String>)> {
    let verdict = |reader: &mut Reader, word| {
        reader.word(word, "oordeel over een afspraak", Oordeel::WORDS, Oordeel::from_word)
    };
    match entry.as_typed(reader.sources) {
        Written::Short(word) => Some((verdict(reader, word)?, None)),
        Written::Full(raw) => {
            let oordeel = verdict(reader, yaml.place(raw.oordeel));
            let uitleg = reader.optional_text(yaml, raw.uitleg);
            Some((oordeel?, uitleg))
        }
    }
}
