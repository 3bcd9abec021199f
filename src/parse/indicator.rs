//! Indicators: a list in the front matter of a theme. Figures may be written
//! short, as a number, or in full, as a map that says more.

use std::collections::HashMap;

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Bron, Getal, Indicator, IndicatorId, Jaar, PerJaar, Richting, Stand, Streef};
use crate::order;
use crate::source::shape::{Shape, Written};
use crate::source::yaml::{Pairs, Raw, Yaml};
use crate::source::{Span, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawIndicator {
    id: Raw<String>,
    titel: Raw<String>,
    eenheid: Raw<String>,
    bron: Option<Raw<Shape<RawBron>>>,
    eigenaar: Option<Raw<String>>,
    richting: Option<Raw<String>>,
    #[serde(default)]
    nulmeting: Pairs<Raw<String>>,
    #[serde(default)]
    streef: Pairs<Raw<Shape<RawStreef>>>,
    #[serde(default)]
    stand: Pairs<Raw<Shape<RawStand>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBron {
    naam: Raw<String>,
    url: Option<Raw<String>>,
    peildatum: Option<Raw<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStreef {
    minimum: Raw<String>,
    ambitie: Raw<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStand {
    waarde: Raw<String>,
    peildatum: Option<Raw<String>>,
    toelichting: Option<Raw<String>>,
}

/// Reads the indicators of a theme.
pub fn indicatoren(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    raw: Vec<RawIndicator>,
) -> Vec<Indicator> {
    let mut indicatoren = Vec::new();
    let mut seen: HashMap<IndicatorId, Span> = HashMap::new();
    for raw in raw {
        let name = yaml.place(raw.id.clone());
        let Some(id) = id(reader, &name) else { continue };
        if let Some(first) = seen.insert(id.clone(), name.span) {
            reader.report(
                Diagnostic::at(
                    Code::M104,
                    name.span,
                    format!("De indicator `{}` staat er twee keer.", name.value),
                )
                .label("tweede keer")
                .note(first, "eerste keer")
                .hint("Geef elke indicator van dit thema een eigen id."),
            );
            continue;
        }
        indicatoren.extend(indicator(reader, register, yaml, raw, id, name.span));
    }
    indicatoren
}

fn id(reader: &mut Reader, name: &Spanned<String>) -> Option<IndicatorId> {
    let id = IndicatorId::parse(name.value.trim());
    if id.is_none() {
        reader.report(
            Diagnostic::at(
                Code::M107,
                name.span,
                format!("`{}` kan geen id van een indicator zijn.", name.value),
            )
            .label("deze id")
            .hint("Gebruik letters, cijfers en streepjes."),
        );
    }
    id
}

fn indicator(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    raw: RawIndicator,
    id: IndicatorId,
    span: Span,
) -> Option<Indicator> {
    let titel = reader.text(yaml, raw.titel);
    let unit_span = yaml.place(raw.eenheid.clone()).span;
    let eenheid = reader.text(yaml, raw.eenheid).map(|value| Spanned { value, span: unit_span });
    let bron = raw.bron.and_then(|raw| bron(reader, yaml, raw));
    let eigenaar = raw.eigenaar.and_then(|raw| register.find(reader, &yaml.place(raw)));
    let richting = raw.richting.and_then(|raw| {
        let raw = yaml.place(raw);
        let span = raw.span;
        let word = reader.word(raw, "richting", Richting::WORDS, Richting::from_word)?;
        Some(Spanned { value: word, span })
    });
    let nulmeting = per_jaar(reader, yaml, raw.nulmeting, |reader, number| getal(reader, yaml.place(number)));
    let streef = per_jaar(reader, yaml, raw.streef, |reader, raw| streef(reader, yaml, raw));
    let stand = per_jaar(reader, yaml, raw.stand, |reader, raw| stand(reader, yaml, raw));
    Some(Indicator {
        id,
        span,
        titel: titel?,
        eenheid: eenheid?,
        bron,
        eigenaar,
        richting,
        nulmeting,
        streef,
        stand,
    })
}

/// Values by year; a year of which there are two is said once.
pub fn per_jaar<R, T>(
    reader: &mut Reader,
    yaml: &Yaml,
    pairs: Pairs<R>,
    mut read: impl FnMut(&mut Reader, R) -> Option<T>,
) -> PerJaar<T> {
    let mut values: PerJaar<T> = Vec::new();
    let mut seen: HashMap<Jaar, Span> = HashMap::new();
    for (year, value) in pairs.0 {
        let place = yaml.place(year);
        let year = reader.year(&place);
        let value = read(reader, value);
        let Some(year) = year else { continue };
        if let Some(first) = seen.insert(year, place.span) {
            reader.report(twice(year, place.span, first));
            continue;
        }
        values.extend(value.map(|value| (Spanned { value: year, span: place.span }, value)));
    }
    order::sort_by_key(&mut values, |(year, _)| year.value);
    values
}

/// `2027` and `"2027"` are two keys of YAML and one year.
fn twice(year: Jaar, span: Span, first: Span) -> Diagnostic {
    Diagnostic::at(Code::M150, span, format!("Het jaar {year} staat er twee keer."))
        .label("tweede keer")
        .note(first, "eerste keer")
        .hint("Haal er een weg.")
}

fn getal(reader: &mut Reader, number: Spanned<String>) -> Option<Getal> {
    reader.number_at(number).map(|number| number.value)
}

fn bron(reader: &mut Reader, yaml: &Yaml, raw: Raw<Shape<RawBron>>) -> Option<Bron> {
    let (referenced, defined) = (raw.referenced, raw.defined);
    match yaml.place(raw).as_typed(reader.sources) {
        Written::Short(text) => {
            let naam = reader.text(yaml, Raw::new(text.value, referenced, defined))?;
            Some(Bron { naam, url: None, peildatum: None })
        }
        Written::Full(raw) => {
            let naam = reader.text(yaml, raw.naam);
            let url = reader.web_address(yaml, raw.url);
            let peildatum = reader.optional_date(yaml, raw.peildatum);
            Some(Bron { naam: naam?, url, peildatum })
        }
    }
}

fn streef(reader: &mut Reader, yaml: &Yaml, raw: Raw<Shape<RawStreef>>) -> Option<Streef> {
    match yaml.place(raw).as_typed(reader.sources) {
        Written::Short(number) => getal(reader, number).map(Streef::Waarde),
        Written::Full(raw) => {
            let minimum = getal(reader, yaml.place(raw.minimum));
            let ambitie = getal(reader, yaml.place(raw.ambitie));
            Some(Streef::Bandbreedte { minimum: minimum?, ambitie: ambitie? })
        }
    }
}

fn stand(reader: &mut Reader, yaml: &Yaml, raw: Raw<Shape<RawStand>>) -> Option<Stand> {
    match yaml.place(raw).as_typed(reader.sources) {
        Written::Short(number) => {
            getal(reader, number).map(|waarde| Stand { waarde, peildatum: None, toelichting: None })
        }
        Written::Full(raw) => {
            let waarde = getal(reader, yaml.place(raw.waarde));
            let peildatum = raw.peildatum.and_then(|raw| {
                let raw = yaml.place(raw);
                let span = raw.span;
                Some(Spanned { value: reader.date(raw)?, span })
            });
            let toelichting = reader.optional_text(yaml, raw.toelichting);
            Some(Stand { waarde: waarde?, peildatum, toelichting })
        }
    }
}
