//! `wie` and `standpunten`: what a party does or holds, and the money and means
//! that go with what it does (handbook lines 495 to 504).

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Bedrag, Bijdrage, Deelbedrag, Instrument, Inzet};
use crate::order;
use crate::source::yaml::{Pairs, Raw, TextOr, Yaml};
use crate::source::{Span, Spanned};

/// A contribution with keys of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawInzet {
    inzet: Raw<String>,
    bedrag: Option<Raw<String>>,
    jaar: Option<Raw<String>>,
    bedragen: Option<Raw<Pairs<Raw<String>>>>,
    instrument: Option<Raw<String>>,
}

/// Contributions as they stand below `wie`: a text a party, or a map.
pub type RawInzetten = Pairs<Raw<TextOr<RawInzet>>>;

/// Who does what, in the order in which it was written.
pub fn inzetten(reader: &mut Reader, yaml: &Yaml, register: &Register, raw: RawInzetten) -> Vec<Inzet> {
    by_party(reader, yaml, register, raw.0, |reader, raw| {
        let place = yaml.place(raw);
        match place.value {
            TextOr::Map(map) => with_means(reader, yaml, map),
            TextOr::Text(text) => {
                let text = reader.placed_text(Spanned { value: text, span: place.span })?;
                Some((text, None))
            }
            TextOr::AsWritten => {
                let value = reader.sources.text(place.span).to_owned();
                let text = reader.placed_text(Spanned { value, span: place.span })?;
                Some((text, None))
            }
            TextOr::Nothing => {
                reader.report(Yaml::no_value(place.span));
                None
            }
            TextOr::List => {
                reader.report(Yaml::no_text(place.span));
                None
            }
        }
    })
}

/// What parties hold, in the order in which it was written.
pub fn standpunten(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: Pairs<Raw<String>>,
) -> Vec<Inzet> {
    by_party(reader, yaml, register, raw.0, |reader, raw| Some((reader.text(yaml, raw)?, None)))
}

/// One for each party: a second one for the same party is a mistake.
fn by_party<T>(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: Vec<(Raw<String>, T)>,
    mut read: impl FnMut(&mut Reader, T) -> Option<(String, Option<Bijdrage>)>,
) -> Vec<Inzet> {
    let mut inzetten: Vec<Inzet> = Vec::new();
    for (name, value) in raw {
        let name = yaml.place(name);
        let partij = register.find(reader, &name);
        let value = read(reader, value);
        let Some((partij, (tekst, bijdrage))) = partij.zip(value) else { continue };
        // `gemeente` and `gemeente-zandstad` may be two words for one party.
        if inzetten.iter().any(|known| known.partij.id == partij.id) {
            reader.report(
                Diagnostic::at(Code::M104, name.span, format!("{} staat hier twee keer.", partij.naam))
                    .label("tweede keer")
                    .hint("Voeg de twee samen."),
            );
            continue;
        }
        inzetten.push(Inzet { partij, span: name.span, tekst, bijdrage });
    }
    inzetten
}

fn with_means(reader: &mut Reader, yaml: &Yaml, raw: RawInzet) -> Option<(String, Option<Bijdrage>)> {
    let tekst = reader.text(yaml, raw.inzet);
    let instrument = raw.instrument.and_then(|raw| instrument(reader, yaml.place(raw)));
    let bedragen = bedragen(reader, yaml, raw.bedrag, raw.jaar, raw.bedragen);
    let says_something = instrument.is_some() || !bedragen.is_empty();
    Some((tekst?, says_something.then_some(Bijdrage { instrument, bedragen })))
}

fn instrument(reader: &mut Reader, raw: Spanned<String>) -> Option<Instrument> {
    if raw.value.trim().eq_ignore_ascii_case("leges") {
        reader.report(
            Diagnostic::at(Code::W103, raw.span, "Een gemeente mag geen vrijstelling van leges geven.")
                .label("dit mag niet worden afgesproken")
                .hint("Spreek af wie welk deel van de kosten draagt: `plankosten` of `inrichtingskosten`."),
        );
        return None;
    }
    reader.word(raw, "instrument", Instrument::WORDS, Instrument::from_word)
}

/// The amounts, whichever of the two ways they were written in.
fn bedragen(
    reader: &mut Reader,
    yaml: &Yaml,
    bedrag: Option<Raw<String>>,
    jaar: Option<Raw<String>>,
    bedragen: Option<Raw<Pairs<Raw<String>>>>,
) -> Vec<Deelbedrag> {
    let jaar = jaar.map(|raw| yaml.place(raw));
    match (bedrag, bedragen) {
        (Some(_), Some(bedragen)) => {
            let span = yaml.place(bedragen).span;
            reader.report(clash(span, "Hier staan `bedrag` en `bedragen` allebei.", "een van de twee"));
            Vec::new()
        }
        (Some(bedrag), None) => {
            let bedrag = amount(reader, yaml.place(bedrag));
            let jaar = jaar.map(|raw| (reader.year(&raw), raw.span));
            // A year that is wrong has its message; the amount is no less wrong without it.
            let jaar = match jaar {
                Some((Some(value), span)) => Some(Spanned { value, span }),
                Some((None, _)) => return Vec::new(),
                None => None,
            };
            bedrag.map(|bedrag| Deelbedrag { jaar, bedrag }).into_iter().collect()
        }
        (None, Some(bedragen)) => {
            if let Some(jaar) = jaar {
                reader.report(clash(jaar.span, "`jaar` hoort bij `bedrag`.", "hier is `bedragen` gegeven"));
            }
            by_year(reader, yaml, bedragen)
        }
        (None, None) => {
            if let Some(jaar) = jaar {
                reader.report(clash(jaar.span, "Hier staat een jaar zonder bedrag.", "van welk bedrag?"));
            }
            Vec::new()
        }
    }
}

fn by_year(reader: &mut Reader, yaml: &Yaml, raw: Raw<Pairs<Raw<String>>>) -> Vec<Deelbedrag> {
    let list = yaml.place(raw);
    if list.value.0.is_empty() {
        reader.report(clash(list.span, "Bij `bedragen` staat geen bedrag.", "leeg"));
    }
    let mut bedragen = Vec::new();
    for (year, amount) in list.value.0 {
        let year = yaml.place(year);
        let jaar = reader.year(&year).map(|value| Spanned { value, span: year.span });
        let bedrag = self::amount(reader, yaml.place(amount));
        bedragen.extend(jaar.zip(bedrag).map(|(jaar, bedrag)| Deelbedrag { jaar: Some(jaar), bedrag }));
    }
    order::sort_by_key(&mut bedragen, |deel: &Deelbedrag| deel.jaar.as_ref().map(|jaar| jaar.value));
    bedragen
}

fn amount(reader: &mut Reader, raw: Spanned<String>) -> Option<Bedrag> {
    let found = Bedrag::parse(raw.value.trim());
    if found.is_none() {
        reader.report(
            Diagnostic::at(Code::W101, raw.span, format!("`{}` is geen bedrag.", raw.value.trim()))
                .label("hier hoort een bedrag in euro’s")
                .hint("Schrijf alleen het getal, zonder € en zonder punten: 1250000, of 12,50 met centen."),
        );
    }
    found
}

fn clash(span: Span, message: &str, label: &str) -> Diagnostic {
    Diagnostic::at(Code::W102, span, message).label(label).hint(
        "Schrijf `bedrag: 500000` (met `jaar: 2027` als het bij een jaar hoort), of `bedragen: {2027: 500000, 2028: 750000}`.",
    )
}
