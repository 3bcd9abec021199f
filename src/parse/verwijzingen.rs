//! `verwijzingen.yaml`: the register of what agreements rest on; and how
//! themes, chapters and agreements name its entries and policy.

use std::collections::HashMap;

use serde::Deserialize;

use super::prioriteiten::prioriteit_id;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Datering, Grondslag, Verwijzing, VerwijzingId, VerwijzingSoort, Verwijzingen};
use crate::source::yaml::{OneOrMany, Raw, Yaml};
use crate::source::{SourceFile, SourceId, Span, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVerwijzing {
    id: Raw<String>,
    titel: Raw<String>,
    soort: Raw<String>,
    datum: Option<Raw<String>>,
    partijen: Option<Raw<OneOrMany>>,
    url: Option<Raw<String>>,
    bestand: Option<Raw<String>>,
    samenvatting: Option<Raw<String>>,
}

/// Reads the register.
pub fn verwijzingen(reader: &mut Reader, id: SourceId) -> Verwijzingen {
    let file = reader.sources.file(id);
    let stamp = Some(file.stamp);
    let mut lijst = Vec::new();
    let raw = reader.whole(id, file).and_then(|yaml| {
        let raw = reader.keep(yaml.read::<Vec<RawVerwijzing>>())?;
        Some((yaml, raw))
    });
    let Some((yaml, raw)) = raw else { return Verwijzingen::new(lijst, stamp) };
    let mut seen: HashMap<VerwijzingId, Span> = HashMap::new();
    for raw in raw {
        let Some(verwijzing) = verwijzing(reader, &yaml, file, raw) else { continue };
        if let Some(first) = seen.insert(verwijzing.id.clone(), verwijzing.span) {
            let id = verwijzing.id.as_str();
            reader.report(
                Diagnostic::at(
                    Code::M104,
                    verwijzing.span,
                    format!("De verwijzing `{id}` staat er twee keer."),
                )
                .label("tweede keer")
                .note(first, "eerste keer")
                .hint("Geef elke verwijzing een eigen id."),
            );
            continue;
        }
        lijst.push(verwijzing);
    }
    Verwijzingen::new(lijst, stamp)
}

fn verwijzing(reader: &mut Reader, yaml: &Yaml, file: &SourceFile, raw: RawVerwijzing) -> Option<Verwijzing> {
    let place = yaml.place(raw.id);
    let id = verwijzing_id(reader, &place);
    let titel = reader.text(yaml, raw.titel);
    let soort = reader.word(
        yaml.place(raw.soort),
        "soort verwijzing",
        VerwijzingSoort::WORDS,
        VerwijzingSoort::from_word,
    );
    let datum = raw.datum.and_then(|raw| datering(reader, yaml.place(raw)));
    let partijen = raw.partijen.map_or_else(Vec::new, |raw| yaml.place(raw).each(yaml));
    let partijen = partijen.into_iter().filter_map(|name| reader.placed_text(name)).collect();
    let url = reader.web_address(yaml, raw.url);
    let bestand = reader.media_path(yaml, file, raw.bestand);
    let samenvatting = reader.optional_text(yaml, raw.samenvatting);
    Some(Verwijzing {
        id: id?,
        span: place.span,
        titel: titel?,
        soort: soort?,
        datum,
        partijen,
        url,
        bestand,
        samenvatting,
    })
}

fn verwijzing_id(reader: &mut Reader, id: &Spanned<String>) -> Option<VerwijzingId> {
    let found = VerwijzingId::parse(id.value.trim());
    if found.is_none() {
        reader.report(
            Diagnostic::at(
                Code::M107,
                id.span,
                format!("`{}` kan geen id van een verwijzing zijn.", id.value),
            )
            .label("deze id")
            .hint("Gebruik kleine letters, cijfers en streepjes, zoals `hennepconvenant`."),
        );
    }
    found
}

fn datering(reader: &mut Reader, raw: Spanned<String>) -> Option<Datering> {
    let word = raw.value.trim();
    let found = Datering::parse(word);
    // A day that does not exist has a message of its own.
    if found.is_none() && word.len() == 10 {
        return reader.date(raw).map(Datering::Dag);
    }
    if found.is_none() {
        reader.report(
            Diagnostic::at(Code::M102, raw.span, format!("`{word}` is geen datum."))
                .label("hier hoort een datum")
                .hint("Schrijf een dag (2024-05-13), een maand (2024-05) of een jaar (2024)."),
        );
    }
    found
}

/// What a theme, chapter or agreement says that it rests on.
pub fn grondslag(
    reader: &mut Reader,
    yaml: &Yaml,
    beleid: Option<Raw<OneOrMany>>,
    verwijzingen: Option<Raw<OneOrMany>>,
    prioriteiten: Option<Raw<OneOrMany>>,
) -> Grondslag {
    let each = |raw: Option<Raw<OneOrMany>>| raw.map(|raw| yaml.place(raw).each(yaml));
    let beleid = each(beleid).unwrap_or_default().into_iter().filter_map(|text| {
        let span = text.span;
        reader.placed_text(text).map(|value| Spanned { value, span })
    });
    let beleid = beleid.collect();
    let named = each(verwijzingen)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|name| verwijzing_id(reader, &name).map(|value| Spanned { value, span: name.span }));
    let verwijzingen = named.collect();
    let prioriteiten = each(prioriteiten).map(|named| {
        let read = |name: Spanned<String>| {
            prioriteit_id(reader, &name).map(|value| Spanned { value, span: name.span })
        };
        named.into_iter().filter_map(read).collect()
    });
    Grondslag { beleid, verwijzingen, prioriteiten }
}
