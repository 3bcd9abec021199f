//! `beleid.yaml`: policy documents with their chapters and goals.

use std::collections::HashMap;

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Beleid, BeleidId, Beleidsdoel, Beleidshoofdstuk, Beleidsstuk, Gebied};
use crate::source::yaml::{PeriodText, Raw, Yaml};
use crate::source::{SourceId, Span, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBeleidsstuk {
    id: Raw<String>,
    titel: Raw<String>,
    soort: Raw<String>,
    gemeente: Option<Raw<String>>,
    regio: Option<Raw<String>>,
    looptijd: Option<Raw<PeriodText>>,
    url: Option<Raw<String>>,
    #[serde(default)]
    hoofdstukken: Vec<RawBeleidshoofdstuk>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBeleidshoofdstuk {
    id: Raw<String>,
    titel: Raw<String>,
    #[serde(default)]
    doelen: Vec<RawBeleidsdoel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBeleidsdoel {
    id: Raw<String>,
    tekst: Raw<String>,
}

/// Reads all policy documents.
pub fn beleid(reader: &mut Reader, id: SourceId) -> Beleid {
    let file = reader.sources.file(id);
    let stamp = Some(file.stamp);
    let raw = reader.whole(id, file).and_then(|yaml| {
        let raw = reader.keep(yaml.read::<Vec<RawBeleidsstuk>>())?;
        Some((yaml, raw))
    });
    let Some((yaml, raw)) = raw else { return Beleid::new(Vec::new(), stamp) };
    let mut ids = Ids { yaml, seen: HashMap::new() };
    Beleid::new(raw.into_iter().filter_map(|raw| ids.stuk(reader, raw)).collect(), stamp)
}

/// Reads what has an id; one id means one thing in the whole file.
struct Ids<'a> {
    yaml: Yaml<'a>,
    seen: HashMap<BeleidId, Span>,
}

impl Ids<'_> {
    fn stuk(&mut self, reader: &mut Reader, raw: RawBeleidsstuk) -> Option<Beleidsstuk> {
        let id = self.id(reader, raw.id);
        let titel = reader.text(&self.yaml, raw.titel);
        let soort = reader.text(&self.yaml, raw.soort);
        let gebied = super::overeenkomst::gebied(reader, &self.yaml, raw.gemeente, raw.regio);
        let looptijd = raw.looptijd.and_then(|raw| reader.period(&self.yaml, raw));
        let url = reader.web_address(&self.yaml, raw.url);
        let hoofdstukken = raw.hoofdstukken.into_iter().filter_map(|raw| self.hoofdstuk(reader, raw));
        let hoofdstukken = hoofdstukken.collect();
        let Spanned { value: id, span } = id?;
        let (titel, soort, gebied): (String, String, Gebied) = (titel?, soort?, gebied?);
        Some(Beleidsstuk { id, span, titel, soort, gebied, looptijd, url, hoofdstukken })
    }

    fn hoofdstuk(&mut self, reader: &mut Reader, raw: RawBeleidshoofdstuk) -> Option<Beleidshoofdstuk> {
        let id = self.id(reader, raw.id);
        let titel = reader.text(&self.yaml, raw.titel);
        let doelen = raw.doelen.into_iter().filter_map(|raw| self.doel(reader, raw)).collect();
        Some(Beleidshoofdstuk { id: id?.value, titel: titel?, doelen })
    }

    fn doel(&mut self, reader: &mut Reader, raw: RawBeleidsdoel) -> Option<Beleidsdoel> {
        let id = self.id(reader, raw.id);
        let tekst = reader.text(&self.yaml, raw.tekst);
        Some(Beleidsdoel { id: id?.value, tekst: tekst? })
    }

    fn id(&mut self, reader: &mut Reader, raw: Raw<String>) -> Option<Spanned<BeleidId>> {
        let id = self.yaml.place(raw);
        let Some(value) = BeleidId::parse(id.value.trim()) else {
            reader.report(
                Diagnostic::at(Code::M107, id.span, format!("`{}` kan geen id van beleid zijn.", id.value))
                    .label("deze id")
                    .hint("Gebruik kleine letters, cijfers en streepjes, zoals `vhp-2`."),
            );
            return None;
        };
        if let Some(first) = self.seen.insert(value.clone(), id.span) {
            reader.report(
                Diagnostic::at(Code::M104, id.span, format!("De id `{}` staat er twee keer.", id.value))
                    .label("tweede keer")
                    .note(first, "eerste keer")
                    .hint("Geef elk stuk, hoofdstuk en doel een eigen id."),
            );
            return None;
        }
        Some(Spanned { value, span: id.span })
    }
}
