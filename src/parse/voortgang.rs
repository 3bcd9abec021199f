//! Progress in the facts of an agreement: how far it is (`uitvoering`), traffic lights
//! by year (`status`), each a word or a map that says more, and what parties did
//! (`voortgang`).

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Beoordeling, Jaar, Stoplicht, Uitvoering, Uitvoeringsstap, Verantwoording, Voortgang};
use crate::order;
use crate::source::shape::{Shape, Shapes, Written};
use crate::source::yaml::{Pairs, Raw, Yaml};
use crate::source::{Span, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBeoordeling {
    kleur: Raw<String>,
    datum: Option<Raw<String>>,
    notitie: Option<Raw<String>>,
    door: Option<Raw<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawVerantwoording {
    datum: Raw<String>,
    partij: Raw<String>,
    tekst: Raw<String>,
}

/// What `status:` holds.
pub type RawStatus = Pairs<Raw<Shapes<RawBeoordeling>>>;

/// What `uitvoering:` holds: a step, or days with a step each.
pub type RawUitvoering = Raw<Shape<Pairs<Raw<String>>>>;

/// Reads how an agreement is doing.
pub fn voortgang(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    uitvoering: Option<RawUitvoering>,
    status: RawStatus,
    verantwoording: Vec<RawVerantwoording>,
) -> Voortgang {
    let uitvoering = uitvoering.map_or_else(Vec::new, |raw| self::uitvoering(reader, yaml, raw));
    let mut beoordelingen: Vec<Beoordeling> = Vec::new();
    for (year, entries) in status.0 {
        let place = yaml.place(year);
        let year = reader.year(&place).map(|value| Spanned { value, span: place.span });
        let entries = yaml.place(entries).each(yaml);
        let found = of_year(reader, yaml, register, year.as_ref(), entries);
        let earlier = year.as_ref().and_then(|year| first_of(&beoordelingen, year.value));
        match earlier.zip(year) {
            Some((first, year)) => reader.report(
                Diagnostic::at(Code::M150, year.span, format!("Het jaar {} staat er twee keer.", year.value))
                    .label("tweede keer")
                    .note(first, "eerste keer")
                    .hint("Zet alles over dit jaar bij elkaar, in een lijst."),
            ),
            None => beoordelingen.extend(found),
        }
    }
    order::sort_by_key(&mut beoordelingen, |beoordeling| (beoordeling.jaar.value, beoordeling.datum));
    let mut verantwoording: Vec<Verantwoording> = verantwoording
        .into_iter()
        .filter_map(|raw| self::verantwoording(reader, yaml, register, raw))
        .collect();
    order::sort_by_key(&mut verantwoording, |verantwoording| verantwoording.datum);
    Voortgang { uitvoering, beoordelingen, verantwoording }
}

/// The steps in the order of their days.
fn uitvoering(reader: &mut Reader, yaml: &Yaml, raw: RawUitvoering) -> Vec<Uitvoering> {
    let step = |reader: &mut Reader, word| {
        reader.word(word, "stap in de uitvoering", Uitvoeringsstap::WORDS, Uitvoeringsstap::from_word)
    };
    match yaml.place(raw).as_typed(reader.sources) {
        Written::Short(word) => {
            step(reader, word).map(|stap| Uitvoering { stap, sinds: None }).into_iter().collect()
        }
        Written::Full(days) => {
            let of_day = |(day, word)| {
                let sinds = reader.date(yaml.place(day));
                let stap = step(reader, yaml.place(word));
                Some(Uitvoering { stap: stap?, sinds: Some(sinds?) })
            };
            let mut steps: Vec<Uitvoering> = days.0.into_iter().filter_map(of_day).collect();
            order::sort_by_key(&mut steps, |step| step.sinds);
            steps
        }
    }
}

fn first_of(beoordelingen: &[Beoordeling], jaar: Jaar) -> Option<Span> {
    beoordelingen.iter().find(|known| known.jaar.value == jaar).map(|known| known.jaar.span)
}

/// The judgements of one year. Of several it must be clear which came last.
fn of_year(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    year: Option<&Spanned<Jaar>>,
    entries: Vec<Spanned<Shape<RawBeoordeling>>>,
) -> Vec<Beoordeling> {
    let several = entries.len() > 1;
    let mut found: Vec<Beoordeling> = Vec::new();
    for entry in entries {
        let span = entry.span;
        let before = reader.diagnostics.len();
        let beoordeling = beoordeling(reader, yaml, register, year, entry);
        // What could not be read has its message, and may well have had a date.
        let Some(beoordeling) = beoordeling.filter(|_| reader.diagnostics.len() == before) else { continue };
        if several && beoordeling.datum.is_none() {
            reader.report(
                Diagnostic::at(Code::M152, span, "Van deze kleur is niet bekend wanneer zij is gegeven.")
                    .label("hier ontbreekt een datum")
                    .hint("Staan er bij een jaar meer kleuren, geef elk dan een `datum: …`."),
            );
        } else if let Some(same) = found.iter().find(|known| several && known.datum == beoordeling.datum) {
            let datum = same.datum.map(|datum| datum.voluit()).unwrap_or_default();
            reader.report(
                Diagnostic::at(Code::M152, span, format!("Er zijn twee kleuren van {datum}."))
                    .label("deze dag heeft al een kleur")
                    .hint("Haal er een weg, of kijk de datum na."),
            );
        }
        found.push(beoordeling);
    }
    found
}

fn beoordeling(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    year: Option<&Spanned<Jaar>>,
    entry: Spanned<Shape<RawBeoordeling>>,
) -> Option<Beoordeling> {
    let colour = |reader: &mut Reader, word| {
        reader.word(word, "kleur van het stoplicht", Stoplicht::WORDS, Stoplicht::from_word)
    };
    match entry.as_typed(reader.sources) {
        Written::Short(word) => {
            let kleur = colour(reader, word);
            Some(Beoordeling { jaar: year?.clone(), kleur: kleur?, datum: None, notitie: None, door: None })
        }
        Written::Full(raw) => {
            let kleur = colour(reader, yaml.place(raw.kleur));
            let datum = reader.optional_date(yaml, raw.datum);
            let notitie = reader.optional_text(yaml, raw.notitie);
            let door = raw.door.and_then(|raw| register.find(reader, &yaml.place(raw)));
            Some(Beoordeling { jaar: year?.clone(), kleur: kleur?, datum, notitie, door })
        }
    }
}

fn verantwoording(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: RawVerantwoording,
) -> Option<Verantwoording> {
    let datum = reader.date(yaml.place(raw.datum));
    let partij = register.find(reader, &yaml.place(raw.partij));
    let tekst = reader.text(yaml, raw.tekst);
    Some(Verantwoording { datum: datum?, partij: partij?, tekst: tekst? })
}
