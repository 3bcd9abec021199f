//! `afhankelijk_van` and `pakket` of agreements, `pakketten` of a document: how
//! agreements hang together. Whether what is named is there is for the checks.

use serde::Deserialize;

use super::beeindiging::nummer_at;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Afhankelijkheid, Pakket, PakketId};
use crate::source::yaml::{Items, Raw, TextOr, Yaml};
use crate::source::{Span, Spanned};

/// What is needed of another agreement, in words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAfhankelijkheid {
    afspraak: Raw<String>,
    nodig: Option<Raw<String>>,
}

/// `B5`, `[B5, D4]`, or a list of maps.
pub type RawAfhankelijkheden = Raw<Items<RawAfhankelijkheid>>;

/// A package as `overeenkomst.md` lists it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPakket {
    id: Raw<String>,
    titel: Raw<String>,
    toelichting: Option<Raw<String>>,
}

/// The agreements that one needs.
pub fn afhankelijk_van(reader: &mut Reader, yaml: &Yaml, raw: RawAfhankelijkheden) -> Vec<Afhankelijkheid> {
    let mut needs: Vec<Afhankelijkheid> = Vec::new();
    for item in yaml.place(raw).each(yaml) {
        let Some(need) = afhankelijkheid(reader, yaml, item) else { continue };
        let same = needs.iter().find(|known| known.nummer.value == need.nummer.value);
        match same {
            Some(first) => reader.report(
                Diagnostic::at(
                    Code::M104,
                    need.nummer.span,
                    format!("Afspraak {} staat hier twee keer.", need.nummer.value),
                )
                .label("tweede keer")
                .note(first.nummer.span, "eerste keer")
                .hint("Noem elke afspraak één keer."),
            ),
            None => needs.push(need),
        }
    }
    needs
}

fn afhankelijkheid(
    reader: &mut Reader,
    yaml: &Yaml,
    place: Spanned<TextOr<RawAfhankelijkheid>>,
) -> Option<Afhankelijkheid> {
    let (nummer, nodig) = match place.value {
        TextOr::Map(map) => (yaml.place(map.afspraak), reader.optional_text(yaml, map.nodig)),
        TextOr::Text(value) => (Spanned { value, span: place.span }, None),
        // `2.10` is the number of an agreement here, not two and a tenth.
        TextOr::AsWritten => {
            let value = reader.sources.text(place.span).to_owned();
            (Spanned { value, span: place.span }, None)
        }
        TextOr::Nothing => {
            reader.report(Yaml::no_value(place.span));
            return None;
        }
        TextOr::List => {
            reader.report(Yaml::no_text(place.span));
            return None;
        }
    };
    Some(Afhankelijkheid { nummer: nummer_at(reader, nummer)?, nodig })
}

/// The package of an agreement.
pub fn pakket(reader: &mut Reader, raw: Spanned<String>) -> Option<Spanned<PakketId>> {
    let found = PakketId::parse(raw.value.trim());
    if found.is_none() {
        reader.report(
            Diagnostic::at(Code::M107, raw.span, format!("`{}` kan geen id van een pakket zijn.", raw.value))
                .label("deze id")
                .hint("Gebruik kleine letters, cijfers en streepjes, en begin met een letter."),
        );
    }
    found.map(|value| Spanned { value, span: raw.span })
}

/// The packages of a document.
pub fn pakketten(reader: &mut Reader, yaml: &Yaml, raw: Vec<RawPakket>) -> Vec<Pakket> {
    let mut pakketten: Vec<Pakket> = Vec::new();
    for raw in raw {
        let id = pakket(reader, yaml.place(raw.id));
        let titel = reader.text(yaml, raw.titel);
        let toelichting = reader.optional_text(yaml, raw.toelichting);
        let Some((id, titel)) = id.zip(titel) else { continue };
        match pakketten.iter().find(|known| known.id.value == id.value) {
            Some(first) => reader.report(twice(&id, first.id.span)),
            None => pakketten.push(Pakket { id, titel, toelichting }),
        }
    }
    pakketten
}

fn twice(id: &Spanned<PakketId>, first: Span) -> Diagnostic {
    Diagnostic::at(Code::M104, id.span, format!("Het pakket `{}` staat er twee keer.", id.value.as_str()))
        .label("tweede keer")
        .note(first, "eerste keer")
        .hint("Geef elk pakket een eigen id.")
}
