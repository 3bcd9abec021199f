//! Keys of `overeenkomst.md` and `site.yaml` about the course of things: the
//! calendar, versions, meetings, whom to turn to, and disputes.

use serde::Deserialize;

use super::register::Register;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Aanspreekpunt, Aanspreekrol, Datum, EigenDag, Geschil, Jaardag, Kalender, Overleg, Periode, SiteKalender,
    Status, Versie, termijn,
};
use crate::source::yaml::{Raw, Yaml};
use crate::source::{Span, Spanned};

/// `kalender` in `overeenkomst.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawKalender {
    overzicht: Option<RawAfgesproken>,
    overeenstemming: Option<RawAfgesproken>,
    #[serde(default)]
    eigen: Vec<RawEigen>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAfgesproken {
    datum: Raw<String>,
    #[serde(default)]
    afgesproken: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEigen {
    datum: Raw<String>,
    titel: Raw<String>,
}

/// `kalender` in `site.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSiteKalender {
    overzicht: Option<Raw<String>>,
    overeenstemming: Option<Raw<String>>,
}

/// One of `versies`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawVersie {
    nummer: Raw<String>,
    datum: Raw<String>,
    status: Option<Raw<String>>,
    toelichting: Option<Raw<String>>,
}

/// `geschil`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawGeschil {
    #[serde(default)]
    stappen: Vec<Raw<String>>,
    bemiddelaar: Option<Raw<String>>,
    #[serde(default)]
    bindend: bool,
}

/// One of `aanspreekpunten`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAanspreekpunt {
    rol: Raw<String>,
    naam: Raw<String>,
    partij: Option<Raw<String>>,
    email: Option<Raw<String>>,
    telefoon: Option<Raw<String>>,
}

/// One of `overleg`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOverleg {
    naam: Raw<String>,
    wie: Option<Raw<String>>,
    hoe_vaak: Option<Raw<String>>,
    waarover: Option<Raw<String>>,
}

pub fn kalender(reader: &mut Reader, yaml: &Yaml, raw: RawKalender, looptijd: Option<Periode>) -> Kalender {
    let law = termijn::Onderwerp::Overzicht;
    let overzicht = raw.overzicht.and_then(|raw| {
        let agreed = raw.afgesproken;
        let datum = yaml.place(raw.datum);
        let span = datum.span;
        let found = reader.date(datum)?;
        let voor = looptijd?.van().jaar().vorige();
        let usual = termijn::Feit::op(law, voor.eerste_dag()).and_then(|feit| feit.dag_in(voor.eerste_dag()));
        // The law knows one other day: the one that parties agreed on (art. 44 lid 3).
        if !agreed && usual != Some(found) {
            reader.report(
                Diagnostic::at(
                    Code::P110,
                    span,
                    "Deze dag is een andere dan 1 juli, en er staat niet bij dat partijen dat afspraken.",
                )
                .label("andere dag dan die van de wet")
                .hint("Zet er `afgesproken: true` bij, of gebruik 1 juli (Woningwet, artikel 44 lid 3)."),
            );
        }
        Some(found)
    });
    let overeenstemming = raw.overeenstemming.and_then(|raw| reader.date(yaml.place(raw.datum)));
    let eigen = raw.eigen.into_iter().filter_map(|raw| {
        let datum = reader.date(yaml.place(raw.datum));
        let titel = reader.text(yaml, raw.titel);
        Some(EigenDag { datum: datum?, titel: titel? })
    });
    Kalender { overzicht, overeenstemming, eigen: eigen.collect() }
}

pub fn site_kalender(reader: &mut Reader, yaml: &Yaml, raw: RawSiteKalender) -> SiteKalender {
    let mut day = |raw: Option<Raw<String>>| {
        let raw = yaml.place(raw?);
        let found = Jaardag::parse(raw.value.trim());
        if found.is_none() {
            reader.report(
                Diagnostic::at(Code::M102, raw.span, format!("`{}` is geen dag van het jaar.", raw.value))
                    .label("hier hoort een maand en een dag")
                    .hint("Schrijf maand en dag tussen aanhalingstekens, zoals \"09-01\" voor 1 september."),
            );
        }
        found
    };
    SiteKalender { overzicht: day(raw.overzicht), overeenstemming: day(raw.overeenstemming) }
}

/// The versions, in the order in which they were written.
pub fn versies(
    reader: &mut Reader,
    yaml: &Yaml,
    raw: Vec<RawVersie>,
    datums: &[(Status, Datum, Span)],
) -> Vec<Versie> {
    let mut versies: Vec<(Versie, Span)> = Vec::new();
    for raw in raw {
        let nummer = yaml.place(raw.nummer);
        let datum = yaml.place(raw.datum);
        let datum_span = datum.span;
        let datum = reader.date(datum);
        let status = raw
            .status
            .and_then(|raw| reader.word(yaml.place(raw), "status", Status::WORDS, Status::from_word));
        let toelichting = reader.optional_text(yaml, raw.toelichting);
        let (Some(nummer), Some(datum)) = (number(reader, nummer), datum) else { continue };
        let Spanned { value: nummer, span } = nummer;
        let versie = Versie { nummer, span, datum, status, toelichting };
        report_order(reader, &versie, datum_span, &versies);
        report_status(reader, &versie, datum_span, datums);
        versies.push((versie, datum_span));
    }
    versies.into_iter().map(|(versie, _)| versie).collect()
}

fn number(reader: &mut Reader, raw: Spanned<String>) -> Option<Spanned<String>> {
    let nummer = raw.value.trim().to_owned();
    let fits = !nummer.is_empty()
        && nummer.chars().count() <= 20
        && nummer.chars().all(|c| c.is_alphanumeric() || ".-".contains(c));
    if !fits {
        reader.report(
            Diagnostic::at(
                Code::M107,
                raw.span,
                format!("`{}` kan geen nummer van een versie zijn.", raw.value),
            )
            .label("dit nummer")
            .hint("Gebruik cijfers, letters en punten, zoals \"0.8\"."),
        );
    }
    fits.then_some(Spanned { value: nummer, span: raw.span })
}

/// Versions are numbered once, and follow each other in time.
fn report_order(reader: &mut Reader, versie: &Versie, datum: Span, earlier: &[(Versie, Span)]) {
    if let Some((first, _)) = earlier.iter().find(|(known, _)| known.nummer == versie.nummer) {
        reader.report(
            Diagnostic::at(Code::P111, versie.span, format!("Versie {} staat er twee keer.", versie.nummer))
                .label("tweede keer")
                .note(first.span, "eerste keer")
                .hint("Geef elke versie een eigen nummer."),
        );
    } else if let Some((before, span)) = earlier.last().filter(|(before, _)| versie.datum < before.datum) {
        reader.report(
            Diagnostic::at(
                Code::P111,
                datum,
                format!("Versie {} is ouder dan versie {}, die erboven staat.", versie.nummer, before.nummer),
            )
            .label("deze datum is eerder")
            .note(*span, "dan deze")
            .hint("Zet de versies op volgorde, de oudste eerst."),
        );
    }
}

/// The day on which a status was reached is told once, or twice the same.
fn report_status(reader: &mut Reader, versie: &Versie, datum: Span, datums: &[(Status, Datum, Span)]) {
    let Some(status) = versie.status else { return };
    let known = datums.iter().find(|(known, ..)| *known == status);
    // Before a status is reached, versions are on their way to it; after it, none is.
    if let Some((_, reached, span)) = known.filter(|(_, reached, _)| versie.datum < *reached) {
        reader.report(
            Diagnostic::at(
                Code::P111,
                datum,
                format!(
                    "Versie {} is van voor de dag waarop de status `{}` werd bereikt: {}.",
                    versie.nummer,
                    status.word(),
                    reached.voluit()
                ),
            )
            .label("te vroeg voor deze status")
            .note(*span, "toen werd die status bereikt")
            .hint("Kijk welke van de twee datums klopt, of noem bij de versie een eerdere status."),
        );
    }
}

pub fn geschil(reader: &mut Reader, yaml: &Yaml, raw: RawGeschil) -> Geschil {
    Geschil {
        stappen: reader.texts(yaml, raw.stappen),
        bemiddelaar: reader.optional_text(yaml, raw.bemiddelaar),
        bindend: raw.bindend,
    }
}

pub fn aanspreekpunten(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: Vec<RawAanspreekpunt>,
) -> Vec<Aanspreekpunt> {
    let each = raw.into_iter().filter_map(|raw| {
        let rol = reader.word(
            yaml.place(raw.rol),
            "rol van een aanspreekpunt",
            Aanspreekrol::WORDS,
            Aanspreekrol::from_word,
        );
        let naam = reader.text(yaml, raw.naam);
        let partij = raw.partij.and_then(|raw| register.find(reader, &yaml.place(raw)));
        let email = reader.email(yaml, raw.email);
        let telefoon = reader.optional_text(yaml, raw.telefoon);
        Some(Aanspreekpunt { rol: rol?, naam: naam?, partij, email, telefoon })
    });
    each.collect()
}

pub fn overleg(reader: &mut Reader, yaml: &Yaml, raw: Vec<RawOverleg>) -> Vec<Overleg> {
    let each = raw.into_iter().filter_map(|raw| {
        let naam = reader.text(yaml, raw.naam);
        let wie = reader.optional_text(yaml, raw.wie);
        let hoe_vaak = reader.optional_text(yaml, raw.hoe_vaak);
        let waarover = reader.optional_text(yaml, raw.waarover);
        Some(Overleg { naam: naam?, wie, hoe_vaak, waarover })
    });
    each.collect()
}
