//! The parts of a document: themes, chapters, appendices.

use std::sync::Arc;

use serde::Deserialize;

use super::cijfers::{self, RawAantallen, RawDekking, RawInvesteringen};
use super::extra_partijen::extra_partijen;
use super::indicator::{RawIndicator, indicatoren};
use super::register::Register;
use super::value::Reader;
use super::{afspraak, kenmerken, ondertekening, verwijzingen};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown;
use crate::markdown::parse::Markdown;
use crate::model::{Deel, Hoofdstuk, HoofdstukSoort, Onderdeel, Slug, Thema, ThemaId};
use crate::source::yaml::{OneOrMany, Pairs, Raw, Yaml};
use crate::source::{SourceFile, SourceId, Span, Spanned};

/// What a file in an agreement folder is.
#[derive(Clone, Copy)]
enum DeelSoort {
    Thema,
    Hoofdstuk,
    Bijlage,
    /// Added to the file of the same name in the base.
    Aanvulling,
}

impl DeelSoort {
    const WORDS: &[&str] = &["thema", "hoofdstuk", "bijlage", "aanvulling"];

    fn from_word(word: &str) -> Option<Self> {
        match word {
            "thema" => Some(Self::Thema),
            "hoofdstuk" => Some(Self::Hoofdstuk),
            "bijlage" => Some(Self::Bijlage),
            "aanvulling" => Some(Self::Aanvulling),
            _ => None,
        }
    }
}

/// Only enough to see which of the two shapes below the head has.
#[derive(Deserialize)]
struct RawSoort {
    soort: Raw<String>,
}

/// The head of a theme. `Verplicht` is what a theme must say of itself and an
/// addition to one need not: a `Raw<String>` in the one, an `Option` of it in the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThema<Verplicht> {
    #[serde(rename = "soort")]
    _soort: serde::de::IgnoredAny,
    thema: Verplicht,
    titel: Verplicht,
    volgorde: Option<i32>,
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
struct RawHoofdstuk<Verplicht> {
    #[serde(rename = "soort")]
    _soort: serde::de::IgnoredAny,
    titel: Verplicht,
    volgorde: Option<i32>,
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

/// A part as one file gives it.
#[derive(Debug, Clone)]
pub struct Gelezen {
    /// The part.
    pub deel: Deel,
    /// Whether it stands on its own.
    pub wijze: Wijze,
    /// Where its file says what it is.
    pub soort: Span,
}

/// How a file relates to the one of the same name in the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wijze {
    /// It stands on its own; where the base has such a file, in the place of that.
    Zelfstandig,
    /// It adds to that of the base.
    Aanvulling,
}

/// What the base has under the name of a file.
#[derive(Debug, Clone, Copy)]
pub enum Onder<'a> {
    /// Nothing, or there is no base.
    Niets,
    /// It cannot be known: the base is wrong itself.
    Onbekend,
    /// A part.
    Deel(&'a Deel),
}

/// Reads a part.
pub fn deel(reader: &mut Reader, register: &Register, id: SourceId, onder: Onder) -> Option<Gelezen> {
    let file = reader.sources.file(id);
    let slug = reader.slug(file, file.path.stem());
    let (yaml, body) = reader.head(id, file)?;
    let soort: RawSoort = reader.keep(yaml.read())?;
    let place = yaml.place(soort.soort);
    let span = place.span;
    let soort = reader.word(place, "soort", DeelSoort::WORDS, DeelSoort::from_word)?;
    let markdown = Markdown { source: id, path: &file.path, text: &file.text, body };
    let tekst = markdown::parse::parse(&markdown, &mut reader.diagnostics);
    let noemt = tekst.mentions();
    let part = Part { id, file, slug, tekst, noemt };
    let zelfstandig = |deel| Gelezen { deel, wijze: Wijze::Zelfstandig, soort: span };
    match soort {
        DeelSoort::Thema => {
            let raw: Option<RawThema<Raw<String>>> = reader.keep(yaml.read());
            let thema = thema(reader, register, &yaml, part, raw, None)?;
            Some(zelfstandig(Deel::Thema(Arc::new(thema))))
        }
        DeelSoort::Hoofdstuk | DeelSoort::Bijlage => {
            let raw: RawHoofdstuk<Raw<String>> = reader.keep(yaml.read())?;
            let soort = match soort {
                DeelSoort::Bijlage => HoofdstukSoort::Bijlage { nummer: 0 },
                _ => HoofdstukSoort::Hoofdstuk,
            };
            hoofdstuk(reader, register, &yaml, part, raw, soort, None).map(zelfstandig)
        }
        DeelSoort::Aanvulling => {
            let deel = aanvulling(reader, register, &yaml, part, onder, span)?;
            Some(Gelezen { deel, wijze: Wijze::Aanvulling, soort: span })
        }
    }
}

/// What is added to a part of the base: of the same shape, but it need not say
/// again what that says.
fn aanvulling(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    part: Part,
    onder: Onder,
    soort: Span,
) -> Option<Deel> {
    match onder {
        Onder::Deel(Deel::Thema(onder)) => {
            let raw: Option<RawThema<Option<Raw<String>>>> = reader.keep(yaml.read());
            let thema = thema(reader, register, yaml, part, raw, Some(onder))?;
            Some(Deel::Thema(Arc::new(thema)))
        }
        Onder::Deel(Deel::Hoofdstuk(onder)) => {
            let raw: RawHoofdstuk<Option<Raw<String>>> = reader.keep(yaml.read())?;
            hoofdstuk(reader, register, yaml, part, raw, onder.soort, Some(onder))
        }
        Onder::Onbekend => None,
        Onder::Niets => {
            reader.report(
                Diagnostic::at(
                    Code::M137,
                    soort,
                    format!("Er is geen bestand `{}` in de basis om aan te vullen.", part.file.path.file_name()),
                )
                .label("aanvulling op niets")
                .hint("Geef het bestand de naam van een bestand in de basis, of kies `soort: thema`, `hoofdstuk` of `bijlage`."),
            );
            None
        }
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

/// A chapter; `onder` is the one of the base that it adds to.
fn hoofdstuk<Verplicht: Into<Option<Raw<String>>>>(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    part: Part,
    raw: RawHoofdstuk<Verplicht>,
    soort: HoofdstukSoort,
    onder: Option<&Hoofdstuk>,
) -> Option<Deel> {
    afspraak::refuse_blocks(reader, &part.tekst.blocks);
    let titel = match raw.titel.into() {
        Some(titel) => reader.text(yaml, titel),
        None => onder.map(|onder| onder.titel.clone()),
    };
    let samenvatting = reader.optional_text(yaml, raw.samenvatting);
    let cijfers = cijfers::tabellen(reader, register, yaml, raw.aantallen, raw.investeringen, raw.dekking);
    let grondslag = verwijzingen::grondslag(reader, yaml, None, raw.verwijzingen, None);
    let mut noemt = part.noemt;
    grondslag.note_in(&mut noemt);
    Some(Deel::Hoofdstuk(Arc::new(Hoofdstuk {
        source: part.id,
        slug: part.slug?,
        soort,
        titel: titel?,
        volgorde: raw.volgorde.or(onder.map(|onder| onder.volgorde)).unwrap_or_default(),
        samenvatting,
        cijfers,
        grondslag,
        tekst: part.tekst,
        noemt,
        begin_hier: raw.begin_hier,
    })))
}

/// A theme; `onder` is the one of the base that it adds to.
fn thema<Verplicht: Into<Option<Raw<String>>>>(
    reader: &mut Reader,
    register: &Register,
    yaml: &Yaml,
    part: Part,
    mut raw: Option<RawThema<Verplicht>>,
    onder: Option<&Thema>,
) -> Option<Thema> {
    // Who joins for the theme of the base joins for what is added to it.
    let register =
        &onder.map_or_else(|| register.clone(), |onder| register.with_extra(&onder.extra_partijen, true));
    let (extra_partijen, with_extra) = match &mut raw {
        Some(raw) => extra_partijen(reader, yaml, register, raw.extra_partijen.take()),
        // Whom a head names that could not be read is not known.
        None => (Vec::new(), register.with_extra(&[], false)),
    };
    // Its agreements are judged also where its head is wrong.
    let onderdelen = afspraak::onderdelen(reader, &with_extra, part.file, part.tekst.blocks);
    let raw = raw?;
    let thema_id = match raw.thema.into() {
        Some(thema) => thema_id(reader, &yaml.place(thema)),
        None => onder.map(|onder| onder.thema.clone()),
    };
    let titel = match raw.titel.into() {
        Some(titel) => reader.text(yaml, titel),
        None => onder.map(|onder| onder.titel.clone()),
    };
    let indicatoren = indicatoren(reader, &with_extra, yaml, raw.indicatoren);
    let cijfers = cijfers::tabellen(reader, &with_extra, yaml, raw.aantallen, raw.investeringen, raw.dekking);
    let grondslag = verwijzingen::grondslag(reader, yaml, raw.beleid, raw.verwijzingen, raw.prioriteiten);
    let mut noemt = part.noemt;
    grondslag.note_in(&mut noemt);
    for onderdeel in &onderdelen {
        if let Onderdeel::Afspraak(afspraak) = onderdeel {
            afspraak.grondslag.note_in(&mut noemt);
        }
    }
    Some(Thema {
        source: part.id,
        span: yaml.whole_span(),
        slug: part.slug?,
        thema: thema_id?,
        titel: titel?,
        volgorde: raw.volgorde.or(onder.map(|onder| onder.volgorde)).unwrap_or_default(),
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

fn thema_id(reader: &mut Reader, thema: &Spanned<String>) -> Option<ThemaId> {
    let found = ThemaId::parse(thema.value.trim());
    if found.is_none() {
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
    found
}
