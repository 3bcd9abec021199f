//! `overeenkomst.md`: what stands in its head, and the preamble below it.

use std::sync::Arc;

use serde::Deserialize;

use super::afspraak;
use super::basis::{self, Keuze, Losse, Vorm};
use super::documenten::{self, RawDocument};
use super::evaluatie::{self, RawEvaluatie};
use super::ondertekening::{RawGoedkeuring, RawOndertekening, goedkeuring, ondertekening};
use super::regels::{self, RawRegels};
use super::register::Register;
use super::samenhang::{self, RawPakket};
use super::tijd;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::parse::Markdown;
use crate::markdown::{self, Tekst};
use crate::model::{
    Datum, Documentvorm, Gebied, Overeenkomst, OvereenkomstSoort, Partij, Plaatsen, Publicatie, Rol, Slug,
    Status, Volledigheid, WerkagendaDruk,
};
use crate::order;
use crate::source::yaml::{OneOrMany, Pairs, PeriodText, Raw, Yaml};
use crate::source::{SourceId, Span};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOvereenkomst {
    soort: Raw<String>,
    titel: Raw<String>,
    gemeente: Option<Raw<String>>,
    regio: Option<Raw<String>>,
    partijen: Raw<Vec<Raw<String>>>,
    looptijd: Raw<PeriodText>,
    status: Raw<String>,
    #[serde(default)]
    datums: Pairs<Raw<String>>,
    vervangt: Option<Raw<OneOrMany>>,
    hoort_bij: Option<Raw<String>>,
    van: Option<Raw<OneOrMany>>,
    basis: Option<Raw<String>>,
    #[serde(default)]
    weglaten: Pairs<Raw<String>>,
    #[serde(rename = "alleen_basis")]
    _alleen_basis: Option<serde::de::IgnoredAny>,
    vorm: Option<Raw<String>>,
    #[serde(default)]
    versies: Vec<tijd::RawVersie>,
    kalender: Option<tijd::RawKalender>,
    #[serde(default)]
    overleg: Vec<tijd::RawOverleg>,
    #[serde(default)]
    aanspreekpunten: Vec<tijd::RawAanspreekpunt>,
    geschil: Option<tijd::RawGeschil>,
    samenvatting: Option<Raw<String>>,
    #[serde(default)]
    pakketten: Vec<RawPakket>,
    evaluatie: Option<Raw<RawEvaluatie>>,
    werkagenda: Option<Raw<String>>,
    #[serde(default)]
    begin_hier: bool,
    #[serde(default)]
    regels: RawRegels,
    #[serde(default)]
    goedkeuringen: Vec<RawGoedkeuring>,
    ondertekening: Option<RawOndertekening>,
    #[serde(default)]
    documenten: Vec<RawDocument>,
    publicatie: Option<RawPublicatie>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPublicatie {
    datum: Option<Raw<String>>,
    uiterlijk: Option<Raw<String>>,
}

/// What `overeenkomst.md` says.
#[derive(Debug)]
pub struct Head {
    /// What it is the head of.
    pub soort: HeadSoort,
    /// The parties that the parts may name.
    pub register: Register,
}

/// What a folder is, by its `overeenkomst.md`.
#[derive(Debug)]
pub enum HeadSoort {
    /// A document, still without its parts; and the base that it is laid over.
    Overeenkomst(Box<Overeenkomst>, Option<Keuze>),
    /// A base that is no document of its own.
    Basistekst(Box<Losse>),
}

/// Reads `overeenkomst.md`.
pub fn head(reader: &mut Reader, register: &Register, id: SourceId) -> Option<Head> {
    let file = reader.sources.file(id);
    let slug = reader.slug(file, file.path.folder());
    let (yaml, body) = reader.head(id, file)?;
    let markdown = Markdown { source: id, path: &file.path, text: &file.text, body };
    let preambule = markdown::parse::parse(&markdown, &mut reader.diagnostics);
    afspraak::refuse_blocks(reader, &preambule.blocks);
    match basis::vorm(reader, &yaml)? {
        Vorm::Basistekst(alleen) => {
            let losse = basis::basistekst(reader, &yaml, id, slug, alleen, preambule)?;
            Some(Head { soort: HeadSoort::Basistekst(Box::new(losse)), register: Register::unknown() })
        }
        Vorm::Overeenkomst => document(reader, register, id, slug, &yaml, preambule),
    }
}

fn document(
    reader: &mut Reader,
    register: &Register,
    id: SourceId,
    slug: Option<Slug>,
    yaml: &Yaml,
    preambule: Tekst,
) -> Option<Head> {
    let raw: RawOvereenkomst = reader.keep(yaml.read())?;

    let soort_span = yaml.place(raw.soort.clone()).span;
    let soort = reader.word(
        yaml.place(raw.soort),
        "soort overeenkomst",
        OvereenkomstSoort::WORDS,
        OvereenkomstSoort::from_word,
    );
    let titel = reader.text(yaml, raw.titel);
    let gebied = gebied(reader, yaml, raw.gemeente, raw.regio);
    let before = reader.diagnostics.len();
    let (partijen, partij_spans): (Vec<_>, Vec<_>) =
        partijen(reader, yaml, register, raw.partijen).into_iter().unzip();
    let all = Volledigheid::zonder_fouten(reader.diagnostics.len() > before);
    one_voice_of_tenants(reader, &partijen, &partij_spans);
    let register = register.of_document(&partijen, all);
    let looptijd_span = yaml.place(raw.looptijd.clone()).span;
    let pakketten = samenhang::pakketten(reader, yaml, raw.pakketten);
    let looptijd = reader.period(yaml, raw.looptijd);
    let status_span = yaml.place(raw.status.clone()).span;
    let status = reader.word(yaml.place(raw.status), "status", Status::WORDS, Status::from_word);
    let datums = datums(reader, yaml, raw.datums);
    let vervangt = reader.document_names(yaml, raw.vervangt);
    let hoort_bij = reader.document_name(yaml, raw.hoort_bij);
    let van = van(reader, yaml, &register, raw.van);
    let vorm = raw
        .vorm
        .and_then(|raw| reader.word(yaml.place(raw), "vorm", Documentvorm::WORDS, Documentvorm::from_word));
    let versies = tijd::versies(reader, yaml, raw.versies, &datums);
    let kalender = raw.kalender.map(|raw| tijd::kalender(reader, yaml, raw, looptijd)).unwrap_or_default();
    let overleg = tijd::overleg(reader, yaml, raw.overleg);
    let aanspreekpunten = tijd::aanspreekpunten(reader, yaml, &register, raw.aanspreekpunten);
    let geschil = raw.geschil.map(|raw| tijd::geschil(reader, yaml, raw));
    let samenvatting = reader.optional_text(yaml, raw.samenvatting);
    let evaluatie = raw.evaluatie.map(|raw| evaluatie::evaluatie(reader, yaml, raw));
    let werkagenda = raw.werkagenda.and_then(|raw| {
        let (words, read) = (WerkagendaDruk::WORDS, WerkagendaDruk::from_word);
        reader.word(yaml.place(raw), "manier om de werkagenda af te drukken", words, read)
    });
    let goedkeuringen =
        raw.goedkeuringen.into_iter().filter_map(|raw| goedkeuring(reader, yaml, &register, raw)).collect();
    let ondertekening =
        raw.ondertekening.map(|raw| ondertekening(reader, yaml, &register, raw)).unwrap_or_default();
    let documenten = raw
        .documenten
        .into_iter()
        .filter_map(|raw| documenten::document(reader, yaml, &register, raw))
        .collect();
    let publicatie = raw
        .publicatie
        .map(|raw| (reader.optional_date(yaml, raw.datum), reader.optional_date(yaml, raw.uiterlijk)));
    if let Some(status) = status {
        check_dates(reader, status, status_span, &datums);
    }
    let keuze = basis::keuze(reader, yaml, raw.basis, raw.weglaten);
    let looptijd = looptijd?;
    let mut noemt = preambule.mentions();
    noemt.documents.extend(vervangt.iter().chain(&hoort_bij).map(|name| name.value.clone()));
    noemt.documents.extend(keuze.iter().map(|keuze| keuze.naam.value.clone()));
    let soort = soort?;
    let (published, deadline) = publicatie.unwrap_or_default();
    let document = Overeenkomst {
        source: id,
        span: yaml.whole_span(),
        slug: slug?,
        soort,
        titel: titel?,
        gebied: gebied?,
        partijen,
        pakketten,
        looptijd,
        status: status?,
        datums: datums.into_iter().map(|(status, datum, _)| (status, datum)).collect(),
        vervangt,
        hoort_bij,
        van,
        vorm: vorm.unwrap_or(Documentvorm::Gewoon),
        versies,
        kalender,
        overleg,
        aanspreekpunten,
        geschil,
        plaatsen: Plaatsen {
            soort: soort_span,
            looptijd: looptijd_span,
            status: status_span,
            partijen: partij_spans,
        },
        basis: None,
        samenvatting,
        goedkeuringen,
        ondertekening,
        documenten,
        publicatie: Publicatie {
            datum: published,
            uiterlijk: deadline.unwrap_or_else(|| Publicatie::standaard_uiterlijk(soort, looptijd)),
        },
        preambule,
        delen: Vec::new(),
        evaluatie,
        werkagenda: werkagenda.unwrap_or(WerkagendaDruk::Compact),
        regels: regels::regels(reader, yaml, raw.regels),
        begin_hier: raw.begin_hier,
        volledigheid: Volledigheid::Volledig,
        noemt,
        stamp: reader.sources.file(id).stamp,
    };
    Some(Head { soort: HeadSoort::Overeenkomst(Box::new(document), keuze), register })
}

pub fn gebied(
    reader: &mut Reader,
    yaml: &Yaml,
    gemeente: Option<Raw<String>>,
    regio: Option<Raw<String>>,
) -> Option<Gebied> {
    match (gemeente, regio) {
        (Some(gemeente), None) => reader.text(yaml, gemeente).map(Gebied::Gemeente),
        (None, Some(regio)) => reader.text(yaml, regio).map(Gebied::Regio),
        (Some(_), Some(regio)) => {
            let span = yaml.place(regio).span;
            reader.report(
                Diagnostic::at(Code::Y104, span, "Hier staan `gemeente` en `regio` allebei.")
                    .label("een van de twee is genoeg")
                    .hint("Kies `gemeente` voor één gemeente, of `regio` voor meer gemeenten samen."),
            );
            None
        }
        (None, None) => {
            reader.report(
                Diagnostic::at(Code::Y105, yaml.whole_span(), "De sleutel `gemeente` ontbreekt.")
                    .label("hoort in deze kop")
                    .hint("Zet er een regel `gemeente: …` bij, of `regio: …` voor meer gemeenten samen."),
            );
            None
        }
    }
}

/// The parties, each with its place in the list.
fn partijen(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: Raw<Vec<Raw<String>>>,
) -> Vec<(Arc<Partij>, Span)> {
    let list = yaml.place(raw);
    if list.value.is_empty() {
        reader.report(
            Diagnostic::at(Code::M109, list.span, "Deze overeenkomst heeft geen partijen.")
                .label("leeg")
                .hint("Noem de partijen bij hun id uit `site.yaml`."),
        );
    }
    let mut partijen: Vec<(Arc<Partij>, Span)> = Vec::new();
    for name in list.value {
        let name = yaml.place(name);
        let Some(partij) = register.find(reader, &name) else { continue };
        if partijen.iter().any(|(known, _)| known.id == partij.id) {
            reader.report(
                Diagnostic::at(
                    Code::M104,
                    name.span,
                    format!("De partij `{}` staat er twee keer.", name.value),
                )
                .label("tweede keer")
                .hint("Noem elke partij één keer."),
            );
            continue;
        }
        partijen.push((partij, name.span));
    }
    partijen
}

/// A residents' committee takes part only where there is no tenants'
/// organisation (handbook line 276).
fn one_voice_of_tenants(reader: &mut Reader, partijen: &[Arc<Partij>], spans: &[Span]) {
    let of_role = |rol: Rol| partijen.iter().zip(spans).find(move |(partij, _)| partij.rol == rol);
    let pair = of_role(Rol::Bewonerscommissie).zip(of_role(Rol::Huurdersorganisatie));
    let Some(((commissie, span), (organisatie, other))) = pair else { return };
    reader.report(
        Diagnostic::at(
            Code::W112,
            *span,
            format!("{} doet mee naast {}.", commissie.naam, organisatie.naam),
        )
        .label("een bewonerscommissie")
        .note(*other, "een huurdersorganisatie")
        .hint("De huurdersorganisatie praat namens alle huurders. Een bewonerscommissie doet alleen mee als er geen huurdersorganisatie is."),
    );
}

/// Whose offer it is.
fn van(
    reader: &mut Reader,
    yaml: &Yaml,
    register: &Register,
    raw: Option<Raw<OneOrMany>>,
) -> Vec<Arc<Partij>> {
    let names = raw.map_or_else(Vec::new, |raw| yaml.place(raw).each(yaml));
    names.iter().filter_map(|name| register.find(reader, name)).collect()
}

fn datums(reader: &mut Reader, yaml: &Yaml, raw: Pairs<Raw<String>>) -> Vec<(Status, Datum, Span)> {
    let mut datums = Vec::new();
    for (status, datum) in raw.0 {
        let status = reader.word(yaml.place(status), "status", Status::WORDS, Status::from_word);
        let datum = yaml.place(datum);
        let span = datum.span;
        let datum = reader.date(datum);
        datums.extend(status.zip(datum).map(|(status, datum)| (status, datum, span)));
    }
    order::sort_by_key(&mut datums, |(status, ..)| *status);
    datums
}

/// A status cannot be reached before the one that precedes it, and one that
/// lies ahead of the present status has no date yet.
fn check_dates(reader: &mut Reader, status: Status, status_span: Span, datums: &[(Status, Datum, Span)]) {
    for pair in datums.windows(2) {
        let [(earlier, first, first_span), (later, second, span)] = pair else { continue };
        if second < first {
            reader.report(
                Diagnostic::at(
                    Code::M113,
                    *span,
                    format!("De datum van `{}` ligt voor die van `{}`.", later.word(), earlier.word()),
                )
                .label("deze datum is eerder")
                .note(*first_span, "dan deze")
                .hint("Kijk welke van de twee niet klopt."),
            );
        }
    }
    if let Some((ahead, _, span)) = datums.iter().find(|(reached, ..)| *reached > status) {
        reader.report(
            Diagnostic::at(
                Code::M113,
                *span,
                format!(
                    "Er is een datum voor `{}`, maar de status is nog `{}`.",
                    ahead.word(),
                    status.word()
                ),
            )
            .label("deze stap is al gezet")
            .note(status_span, "status van nu")
            .hint(format!("Maak de status `{}`, of haal de datum weg.", ahead.word())),
        );
    }
}
