//! The parts of a document: themes, chapters, appendices.

use std::sync::Arc;

use serde::Deserialize;

use super::cijfers::{self, RawAantallen, RawDekking, RawInvesteringen};
use super::extra_partijen::extra_partijen;
use super::indicator::{RawIndicator, indicatoren};
use super::value::{Reader, Register};
use super::{afspraak, kenmerken, ondertekening, verwijzingen};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown;
use crate::markdown::parse::Markdown;
use crate::model::{Deel, Hoofdstuk, HoofdstukSoort, Onderdeel, Slug, Thema, ThemaId};
use crate::source::yaml::{OneOrMany, Pairs, Raw, Yaml};
use crate::source::{SourceFile, SourceId};

/// What a file in an agreement folder is.
#[derive(Clone, Copy)]
enum DeelSoort {
    Thema,
    Hoofdstuk,
    Bijlage,
}

impl DeelSoort {
    const WORDS: &[&str] = &["thema", "hoofdstuk", "bijlage"];

    fn from_word(word: &str) -> Option<Self> {
        match word {
            "thema" => Some(Self::Thema),
            "hoofdstuk" => Some(Self::Hoofdstuk),
            "bijlage" => Some(Self::Bijlage),
            _ => None,
        }
    }
}

/// Only enough to see which of the two shapes below the head has.
#[derive(Deserialize)]
struct RawSoort {
    soort: Raw<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThema {
    #[serde(rename = "soort")]
    _soort: serde::de::IgnoredAny,
    thema: Raw<String>,
    titel: Raw<String>,
    #[serde(default)]
    volgorde: i32,
    samenvatting: Option<Raw<String>>,
    visie: Option<Raw<String>>,
    beleid: Option<Raw<OneOrMany>>,
    verwijzingen: Option<Raw<OneOrMany>>,
    prioriteiten: Option<Raw<OneOrMany>>,
    #[serde(default)]
    doelen: Vec<Raw<String>>,
    extra_partijen: Option<Raw<OneOrMany>>,
    gebieden: Option<Raw<OneOrMany>>,
    doelgroepen: Option<Raw<OneOrMany>>,
    #[serde(default)]
    begin_hier: bool,
    #[serde(default)]
    tekent_niet_mee: Pairs<Raw<String>>,
    #[serde(default)]
    indicatoren: Vec<RawIndicator>,
    #[serde(default)]
    aantallen: Vec<RawAantallen>,
    #[serde(default)]
    investeringen: Vec<RawInvesteringen>,
    #[serde(default)]
    dekking: Vec<RawDekking>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoofdstuk {
    #[serde(rename = "soort")]
    _soort: serde::de::IgnoredAny,
    titel: Raw<String>,
    #[serde(default)]
    volgorde: i32,
    samenvatting: Option<Raw<String>>,
    verwijzingen: Option<Raw<OneOrMany>>,
    #[serde(default)]
    begin_hier: bool,
    #[serde(default)]
    aantallen: Vec<RawAantallen>,
    #[serde(default)]
    investeringen: Vec<RawInvesteringen>,
    #[serde(default)]
    dekking: Vec<RawDekking>,
}

/// Reads a part.
pub fn deel(reader: &mut Reader, register: &Register, id: SourceId) -> Option<Deel> {
    let file = reader.sources.file(id);
    let slug = reader.slug(file, file.path.stem());
    let (yaml, body) = reader.head(id, file)?;
    let soort: RawSoort = reader.keep(yaml.read())?;
    let soort = reader.word(yaml.place(soort.soort), "soort", DeelSoort::WORDS, DeelSoort::from_word)?;
    let markdown = Markdown { source: id, path: &file.path, text: &file.text, body };
    let tekst = markdown::parse::parse(&markdown, &mut reader.diagnostics);
    let noemt = tekst.mentions();
    let part = Part { id, file, slug, tekst, noemt };
    match soort {
        DeelSoort::Thema => thema(reader, register, &yaml, part).map(Arc::new).map(Deel::Thema),
        DeelSoort::Hoofdstuk => hoofdstuk(reader, register, &yaml, part, HoofdstukSoort::Hoofdstuk),
        DeelSoort::Bijlage => hoofdstuk(reader, register, &yaml, part, HoofdstukSoort::Bijlage { nummer: 0 }),
    }
}

/// What both shapes have in common.
struct Part<'a> {
    id: SourceId,
    file: &'a SourceFile,
    slug: Option<Slug>,
    tekst: markdown::Tekst,
    noemt: markdown::Mentions,
}

fn hoofdstuk(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    part: Part,
    soort: HoofdstukSoort,
) -> Option<Deel> {
    let raw: RawHoofdstuk = reader.keep(yaml.read())?;
    afspraak::refuse_blocks(reader, &part.tekst.blocks);
    let titel = reader.text(yaml, raw.titel);
    let samenvatting = reader.optional_text(yaml, raw.samenvatting);
    let cijfers = cijfers::tabellen(reader, register, yaml, raw.aantallen, raw.investeringen, raw.dekking);
    let grondslag = verwijzingen::grondslag(reader, yaml, None, raw.verwijzingen, None);
    let mut noemt = part.noemt;
    noemt.rest_on(&grondslag);
    Some(Deel::Hoofdstuk(Arc::new(Hoofdstuk {
        source: part.id,
        slug: part.slug?,
        soort,
        titel: titel?,
        volgorde: raw.volgorde,
        samenvatting,
        cijfers,
        grondslag,
        tekst: part.tekst,
        noemt,
        begin_hier: raw.begin_hier,
    })))
}

fn thema(reader: &mut Reader, register: &Register, yaml: &Yaml, part: Part) -> Option<Thema> {
    let mut raw: Option<RawThema> = reader.keep(yaml.read());
    let (extra_partijen, with_extra) = match &mut raw {
        Some(raw) => extra_partijen(reader, yaml, register, raw.extra_partijen.take()),
        // Whom a head names that could not be read is not known.
        None => (Vec::new(), register.with_extra(&[], false)),
    };
    let onderdelen = afspraak::onderdelen(reader, &with_extra, part.file, part.tekst.blocks);
    let raw = raw?;
    let thema = yaml.place(raw.thema);
    let thema_id = ThemaId::parse(thema.value.trim());
    if thema_id.is_none() {
        reader.report(
            Diagnostic::at(
                Code::M107,
                thema.span,
                format!("`{}` kan geen id van een thema zijn.", thema.value),
            )
            .label("deze id")
            .hint(format!(
                "Gebruik kleine letters, cijfers en streepjes, of kies uit: {}.",
                ThemaId::BEKEND.join(", ")
            )),
        );
    }
    let titel = reader.text(yaml, raw.titel);
    let indicatoren = indicatoren(reader, &with_extra, yaml, raw.indicatoren);
    let cijfers = cijfers::tabellen(reader, &with_extra, yaml, raw.aantallen, raw.investeringen, raw.dekking);
    let grondslag = verwijzingen::grondslag(reader, yaml, raw.beleid, raw.verwijzingen, raw.prioriteiten);
    let mut noemt = part.noemt;
    noemt.rest_on(&grondslag);
    for onderdeel in &onderdelen {
        if let Onderdeel::Afspraak(afspraak) = onderdeel {
            noemt.rest_on(&afspraak.grondslag);
        }
    }
    Some(Thema {
        source: part.id,
        span: yaml.whole_span(),
        slug: part.slug?,
        thema: thema_id?,
        titel: titel?,
        volgorde: raw.volgorde,
        samenvatting: reader.optional_text(yaml, raw.samenvatting),
        visie: reader.paragraphs(yaml, raw.visie),
        grondslag,
        doelen: reader.texts(yaml, raw.doelen),
        extra_partijen,
        kenmerken: kenmerken::names(reader, yaml, register, raw.gebieden, raw.doelgroepen),
        indicatoren,
        cijfers,
        tekent_niet_mee: ondertekening::uitzonderingen(reader, yaml, register, raw.tekent_niet_mee),
        onderdelen,
        voetnoten: part.tekst.footnotes,
        noemt,
        begin_hier: raw.begin_hier,
    })
}
