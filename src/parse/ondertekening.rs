//! Decisions and signatures in the head of a document, and `tekent_niet_mee`:
//! which party does not sign which part.

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Datum, Goedkeuring, GoedkeuringSoort, Mandaat, Ondertekenaar, Ondertekening, Tekenwijze, Uitzondering,
    Volledigheid, Voorbehoud,
};
use crate::source::Spanned;
use crate::source::yaml::{OneOrMany, Pairs, Raw, Yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawGoedkeuring {
    orgaan: Raw<String>,
    partij: Raw<String>,
    soort: Option<Raw<String>>,
    datum: Option<Raw<String>>,
    voorbehoud: Option<Raw<String>>,
    opgeheven: Option<Raw<String>>,
    opmerking: Option<Raw<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOndertekening {
    plaats: Option<Raw<String>>,
    datum: Option<Raw<String>>,
    voor: Option<Raw<String>>,
    #[serde(default)]
    door: Vec<RawOndertekenaar>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOndertekenaar {
    partij: Raw<String>,
    functie: Raw<String>,
    namens: Option<Raw<String>>,
    mandaat: Option<RawMandaat>,
    plaats: Option<Raw<String>>,
    datum: Option<Raw<String>>,
    voor: Option<Raw<OneOrMany>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMandaat {
    besluit: Raw<String>,
    datum: Option<Raw<String>>,
}

/// Reads a decision.
pub fn goedkeuring(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: RawGoedkeuring,
) -> Option<Goedkeuring> {
    let span = yaml.place(raw.orgaan.clone()).span;
    let orgaan = reader.text(yaml, raw.orgaan).map(|value| Spanned { value, span });
    let partij = register.find(reader, &yaml.place(raw.partij));
    let soort = match raw.soort {
        None => Some(GoedkeuringSoort::Goedkeuring),
        Some(raw) => {
            let raw = yaml.place(raw);
            reader.word(raw, "soort besluit", GoedkeuringSoort::WORDS, GoedkeuringSoort::from_word)
        }
    };
    let datum = dated(reader, yaml, raw.datum);
    let voorbehoud = voorbehoud(reader, yaml, raw.voorbehoud, raw.opgeheven, datum.as_ref());
    let opmerking = reader.optional_text(yaml, raw.opmerking);
    let datum = datum.map(|datum| datum.value);
    Some(Goedkeuring { orgaan: orgaan?, partij: partij?, soort: soort?, datum, voorbehoud, opmerking })
}

fn dated(reader: &mut Reader, yaml: &Yaml, raw: Option<Raw<String>>) -> Option<Spanned<Datum>> {
    let raw = yaml.place(raw?);
    let span = raw.span;
    reader.date(raw).map(|value| Spanned { value, span })
}

/// A reservation, which cannot be lifted before the decision that it belongs to.
fn voorbehoud(
    reader: &mut Reader,
    yaml: &Yaml,
    tekst: Option<Raw<String>>,
    opgeheven: Option<Raw<String>>,
    besluit: Option<&Spanned<Datum>>,
) -> Option<Voorbehoud> {
    let opgeheven_op = opgeheven.clone().map(|raw| yaml.place(raw).span);
    let opgeheven = dated(reader, yaml, opgeheven);
    let Some(tekst) = tekst else {
        if let Some(span) = opgeheven_op {
            reader.report(
                Diagnostic::at(Code::M176, span, "Hier wordt een voorbehoud opgeheven dat er niet staat.")
                    .label("welk voorbehoud?")
                    .hint("Schrijf erboven `voorbehoud: …`, of haal deze regel weg."),
            );
        }
        return None;
    };
    if let (Some(opgeheven), Some(besluit)) = (&opgeheven, besluit)
        && opgeheven.value < besluit.value
    {
        reader.report(
            Diagnostic::at(
                Code::M113,
                opgeheven.span,
                "Het voorbehoud is opgeheven voordat het besluit er was.",
            )
            .label("deze datum is eerder")
            .note(besluit.span, "dan deze")
            .hint("Kijk welke van de twee niet klopt."),
        );
    }
    let tekst = reader.text(yaml, tekst)?;
    Some(Voorbehoud { tekst, opgeheven: opgeheven.map(|datum| datum.value) })
}

/// Reads who signs.
pub fn ondertekening(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: RawOndertekening,
) -> Ondertekening {
    let before = reader.diagnostics.len();
    let named = raw.door.len();
    // One that takes part in a theme only signs too; whether it does is for the checks.
    let register = &register.whole_site();
    let plaats = reader.optional_text(yaml, raw.plaats);
    let datum = reader.optional_date(yaml, raw.datum);
    let voor = raw.voor.and_then(|raw| {
        reader.word(yaml.place(raw), "manier van tekenen", Tekenwijze::WORDS, Tekenwijze::from_word)
    });
    let door: Vec<Ondertekenaar> =
        raw.door.into_iter().filter_map(|raw| ondertekenaar(reader, yaml, register, raw)).collect();
    let wrong = reader.diagnostics.len() > before || door.len() < named;
    Ondertekening {
        plaats,
        datum,
        voor: voor.unwrap_or(Tekenwijze::Geheel),
        door,
        volledigheid: Volledigheid::zonder_fouten(wrong),
    }
}

fn ondertekenaar(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: RawOndertekenaar,
) -> Option<Ondertekenaar> {
    let name = yaml.place(raw.partij);
    let partij = register.find(reader, &name).map(|value| Spanned { value, span: name.span });
    let functie = reader.text(yaml, raw.functie);
    let namens = reader.optional_text(yaml, raw.namens);
    let mandaat = raw.mandaat.and_then(|raw| {
        let besluit = reader.text(yaml, raw.besluit);
        let datum = reader.optional_date(yaml, raw.datum);
        besluit.map(|besluit| Mandaat { besluit, datum })
    });
    let plaats = reader.optional_text(yaml, raw.plaats);
    let datum = reader.optional_date(yaml, raw.datum);
    let voor = raw.voor.map_or_else(Vec::new, |raw| yaml.place(raw).each(yaml));
    let voor = voor.into_iter().map(|name| Spanned { value: name.value.trim().to_owned(), ..name }).collect();
    Some(Ondertekenaar { partij: partij?, functie: functie?, namens, mandaat, plaats, datum, voor })
}

/// The parties that do not sign a part, each with its reason.
pub fn uitzonderingen(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: Pairs<Raw<String>>,
) -> Vec<Uitzondering> {
    let mut uitzonderingen: Vec<Uitzondering> = Vec::new();
    for (name, reden) in raw.0 {
        let name = yaml.place(name);
        let partij = register.find(reader, &name);
        let reden = reader.text(yaml, reden);
        let Some((partij, reden)) = partij.zip(reden) else { continue };
        // `gemeente` and `gemeente-zandstad` may be two words for one party.
        if uitzonderingen.iter().any(|known| known.partij.value.id == partij.id) {
            reader.report(
                Diagnostic::at(Code::M104, name.span, format!("{} staat hier twee keer.", partij.naam))
                    .label("tweede keer")
                    .hint("Voeg de twee samen."),
            );
            continue;
        }
        uitzonderingen.push(Uitzondering { partij: Spanned { value: partij, span: name.span }, reden });
    }
    uitzonderingen
}
