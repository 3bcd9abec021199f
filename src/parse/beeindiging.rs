//! `beeindigd`: that an agreement ended before its document does; and the
//! numbers of other agreements.

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AfspraakNummer, Beeindiging, EindReden};
use crate::source::Spanned;
use crate::source::yaml::{OneOrMany, Raw, Yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBeeindiging {
    per: Raw<String>,
    reden: Raw<String>,
    toelichting: Option<Raw<String>>,
    door: Option<Raw<String>>,
}

/// Reads why and when an agreement ended.
pub fn beeindiging(reader: &mut Reader, yaml: &Yaml, raw: RawBeeindiging) -> Option<Beeindiging> {
    let per = yaml.place(raw.per);
    let per_span = per.span;
    let per = reader.date(per).map(|value| Spanned { value, span: per_span });
    let reden = yaml.place(raw.reden);
    let reden_span = reden.span;
    let reden = reader
        .word(reden, "reden", EindReden::WORDS, EindReden::from_word)
        .map(|value| Spanned { value, span: reden_span });
    let toelichting = reader.optional_text(yaml, raw.toelichting);
    let door = raw.door.and_then(|raw| nummer(reader, yaml, raw));
    Some(Beeindiging { per: per?, reden: reden?, toelichting, door })
}

/// The number of another agreement of the same document; whether that is there
/// is for the checks.
pub fn nummer(reader: &mut Reader, yaml: &Yaml, raw: Raw<String>) -> Option<Spanned<AfspraakNummer>> {
    nummer_at(reader, yaml.place(raw))
}

/// Numbers of agreements of another document.
pub fn nummers(reader: &mut Reader, yaml: &Yaml, raw: Raw<OneOrMany>) -> Vec<Spanned<AfspraakNummer>> {
    let names = yaml.place(raw).each(yaml).into_iter();
    names
        .filter_map(|name| {
            // What YAML takes for a number is one as it was written: 1.10 is not 1.1.
            let written = reader.sources.text(name.span).trim();
            let value = if name.value.parse::<f64>().is_ok() {
                written.trim_matches('"').to_owned()
            } else {
                name.value
            };
            nummer_at(reader, Spanned { value, span: name.span })
        })
        .collect()
}

/// A number in a text whose place is known.
pub fn nummer_at(reader: &mut Reader, raw: Spanned<String>) -> Option<Spanned<AfspraakNummer>> {
    let found = AfspraakNummer::parse(raw.value.trim());
    if found.is_none() {
        reader.report(
            Diagnostic::at(
                Code::M107,
                raw.span,
                format!("`{}` kan geen nummer van een afspraak zijn.", raw.value),
            )
            .label("dit nummer")
            .hint("Schrijf het nummer zoals het achter de kop van die afspraak staat: B1 of 1.4.2."),
        );
    }
    found.map(|value| Spanned { value, span: raw.span })
}
