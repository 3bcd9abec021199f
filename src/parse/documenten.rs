//! `documenten` in the head of a document: which extracts are made of it.

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{DocumentSoort, Documentwens, Wens};
use crate::source::yaml::{Raw, Yaml};
use crate::source::{Span, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDocument {
    soort: Raw<String>,
    thema: Option<Raw<String>>,
    partij: Option<Raw<String>>,
    jaar: Option<Raw<String>>,
    titel: Option<Raw<String>>,
    ondertekenen: Option<Raw<bool>>,
}

/// Reads one line of the list.
pub fn document(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: RawDocument,
) -> Option<Documentwens> {
    let soort = yaml.place(raw.soort);
    let span = soort.span;
    let soort = reader.word(soort, "soort document", DocumentSoort::WORDS, DocumentSoort::from_word)?;
    let given = [
        ("thema", raw.thema.as_ref().map(|raw| yaml.place(raw.clone()).span), soort == DocumentSoort::Thema),
        (
            "partij",
            raw.partij.as_ref().map(|raw| yaml.place(raw.clone()).span),
            soort == DocumentSoort::Partij,
        ),
        ("jaar", raw.jaar.as_ref().map(|raw| yaml.place(raw.clone()).span), soort == DocumentSoort::Jaar),
        (
            "titel",
            raw.titel.as_ref().map(|raw| yaml.place(raw.clone()).span),
            !matches!(soort, DocumentSoort::Themas | DocumentSoort::Partijen),
        ),
        (
            "ondertekenen",
            raw.ondertekenen.as_ref().map(|raw| yaml.place(raw.clone()).span),
            matches!(soort, DocumentSoort::Thema | DocumentSoort::Themas),
        ),
    ];
    for (key, place, fits) in given {
        if let Some(place) = place.filter(|_| !fits) {
            reader.report(does_not_fit(key, soort, place));
        }
    }
    let titel = reader.optional_text(yaml, raw.titel);
    let wat = match soort {
        DocumentSoort::Themas => Some(Wens::Themas),
        DocumentSoort::Partijen => Some(Wens::Partijen),
        DocumentSoort::Thema => required(reader, "thema", span, raw.thema).map(|raw| {
            let Spanned { value, span } = yaml.place(raw);
            Wens::Thema(Spanned { value: value.trim().to_owned(), span })
        }),
        DocumentSoort::Partij => required(reader, "partij", span, raw.partij).and_then(|raw| {
            let name = yaml.place(raw);
            let value = register.whole_site().find(reader, &name)?;
            Some(Wens::Partij(Spanned { value, span: name.span }))
        }),
        DocumentSoort::Jaar => required(reader, "jaar", span, raw.jaar).and_then(|raw| {
            let raw = yaml.place(raw);
            let value = reader.year(&raw)?;
            Some(Wens::Jaar(Spanned { value, span: raw.span }))
        }),
    };
    let ondertekenen = raw.ondertekenen.is_some_and(|raw| raw.value);
    Some(Documentwens { span, wat: wat?, titel, ondertekenen })
}

/// What a kind of extract cannot do without.
fn required(reader: &mut Reader, key: &str, span: Span, raw: Option<Raw<String>>) -> Option<Raw<String>> {
    if raw.is_none() {
        reader.report(
            Diagnostic::at(Code::Y105, span, format!("De sleutel `{key}` ontbreekt."))
                .label("hoort bij dit document")
                .hint(format!("Zet er `{key}: …` bij.")),
        );
    }
    raw
}

fn does_not_fit(key: &str, soort: DocumentSoort, span: Span) -> Diagnostic {
    let message = format!("De sleutel `{key}` past niet bij `soort: {}`.", soort.word());
    let hint = match key {
        "ondertekenen" => "Alleen een document per thema kan apart worden getekend. Haal de sleutel weg.",
        "titel" => "Elk document in de rij krijgt een eigen titel. Haal de sleutel weg.",
        _ => "Haal de sleutel weg, of kies een andere soort.",
    };
    Diagnostic::at(Code::M180, span, message).label("hoort hier niet").hint(hint)
}
