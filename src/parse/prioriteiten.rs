//! `prioriteiten` in `site.yaml`: another list of national priorities.

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Prioriteit, Prioriteiten, ThemaId, Volledigheid};
use crate::source::yaml::{PeriodText, Raw, Yaml};
use crate::source::{Span, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPrioriteiten {
    periode: Raw<PeriodText>,
    bron: Raw<String>,
    lijst: Vec<RawPrioriteit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPrioriteit {
    id: Raw<String>,
    titel: Raw<String>,
}

/// The list of `site.yaml`, or the one that the program carries.
pub fn prioriteiten(reader: &mut Reader, yaml: &Yaml, raw: Option<RawPrioriteiten>) -> Prioriteiten {
    let Some(raw) = raw else { return Prioriteiten::default() };
    let before = reader.diagnostics.len();
    let periode = reader.period(yaml, raw.periode);
    let bron = reader.text(yaml, raw.bron);
    let mut lijst: Vec<Prioriteit> = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    for raw in raw.lijst {
        let id = yaml.place(raw.id);
        let titel = reader.text(yaml, raw.titel);
        let Some((value, titel)) = prioriteit_id(reader, &id).zip(titel) else { continue };
        if let Some(first) = lijst.iter().position(|known| known.id == value) {
            reader.report(
                Diagnostic::at(
                    Code::M104,
                    id.span,
                    format!("De prioriteit `{}` staat er twee keer.", id.value),
                )
                .label("tweede keer")
                .note(spans[first], "eerste keer")
                .hint("Geef elke prioriteit een eigen id."),
            );
            continue;
        }
        spans.push(id.span);
        lijst.push(Prioriteit { id: value, titel });
    }
    let standaard = Prioriteiten::default();
    Prioriteiten {
        periode: periode.unwrap_or(standaard.periode),
        bron: bron.unwrap_or(standaard.bron),
        lijst,
        volledigheid: Volledigheid::zonder_fouten(reader.diagnostics.len() > before),
    }
}

/// The id of a priority, which is that of a theme.
pub fn prioriteit_id(reader: &mut Reader, id: &Spanned<String>) -> Option<ThemaId> {
    let found = ThemaId::parse(id.value.trim());
    if found.is_none() {
        reader.report(
            Diagnostic::at(
                Code::M107,
                id.span,
                format!("`{}` kan geen id van een prioriteit zijn.", id.value),
            )
            .label("deze id")
            .hint("Gebruik kleine letters, cijfers en streepjes."),
        );
    }
    found
}
