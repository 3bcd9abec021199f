//! The keys of `overeenkomst.md` that are about a base: `basis` and
//! `weglaten` of a document that is laid over one, `alleen_basis` of a base
//! that is no document of its own.
//!
//! What is made of them is in [`super::overlay`].

use serde::Deserialize;

use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Mentions, Tekst};
use crate::model::{Basistekst, Overeenkomst, Slug};
use crate::source::yaml::{Pairs, Raw, Yaml};
use crate::source::{SourceId, Span, Spanned};

/// The base that a document chose, and what it takes not from it.
#[derive(Debug, Clone)]
pub struct Keuze {
    /// The folder of the base.
    pub naam: Spanned<Slug>,
    /// Numbers and file names, each with the reason.
    pub weglaten: Vec<(Spanned<String>, String)>,
}

/// Reads `basis` and `weglaten`.
pub fn keuze(
    reader: &mut Reader,
    yaml: &Yaml,
    basis: Option<Raw<String>>,
    weglaten: Pairs<Raw<String>>,
) -> Option<Keuze> {
    let mut left_out = Vec::new();
    for (wat, reden) in weglaten.0 {
        let wat = yaml.place(wat);
        let reden = reader.text(yaml, reden);
        left_out.extend(reden.map(|reden| (wat, reden)));
    }
    let Some(basis) = basis else {
        if let Some((first, _)) = left_out.first() {
            reader.report(
                Diagnostic::at(
                    Code::M140,
                    first.span,
                    "Deze overeenkomst heeft geen basis om iets van weg te laten.",
                )
                .label("weggelaten waaruit?")
                .hint("Zet er een regel `basis: …` bij met de map van de basis, of haal `weglaten` weg."),
            );
        }
        return None;
    };
    let basis = yaml.place(basis);
    let Some(value) = Slug::of(&basis.value) else {
        reader.report(
            Diagnostic::at(Code::M109, basis.span, "Hier ontbreekt de naam van een map.")
                .label("leeg")
                .hint("Noem de map van de basis."),
        );
        return None;
    };
    Some(Keuze { naam: Spanned { value, span: basis.span }, weglaten: left_out })
}

/// A base that is no document of its own.
#[derive(Debug)]
pub struct Losse {
    /// How it is known.
    pub tekst: Basistekst,
    /// Where it says that it is only a base.
    pub span: Span,
    samenvatting: Option<String>,
    preambule: Tekst,
    noemt: Mentions,
}

/// Only enough to see which of the two shapes the head has.
#[derive(Deserialize)]
struct RawVorm {
    alleen_basis: Option<Raw<bool>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBasistekst {
    #[serde(rename = "alleen_basis")]
    _alleen_basis: serde::de::IgnoredAny,
    titel: Raw<String>,
    samenvatting: Option<Raw<String>>,
}

/// What a head is the head of.
pub enum Vorm {
    /// A document.
    Overeenkomst,
    /// A base that is no document of its own, and where it says so.
    Basistekst(Span),
}

/// Which of the two a head is; nothing when it cannot be read.
pub fn vorm(reader: &mut Reader, yaml: &Yaml) -> Option<Vorm> {
    let raw: RawVorm = reader.keep(yaml.read())?;
    let alleen = raw.alleen_basis.map(|alleen| yaml.place(alleen)).filter(|alleen| alleen.value);
    Some(alleen.map_or(Vorm::Overeenkomst, |alleen| Vorm::Basistekst(alleen.span)))
}

/// Reads the head of a base that is no document of its own.
pub fn basistekst(
    reader: &mut Reader,
    yaml: &Yaml,
    source: SourceId,
    slug: Option<Slug>,
    span: Span,
    preambule: Tekst,
) -> Option<Losse> {
    let raw: RawBasistekst = reader.keep(yaml.read())?;
    let titel = reader.text(yaml, raw.titel);
    let samenvatting = reader.optional_text(yaml, raw.samenvatting);
    let noemt = preambule.mentions();
    let tekst = Basistekst { source, slug: slug?, titel: titel? };
    Some(Losse { tekst, span, samenvatting, preambule, noemt })
}

/// What a document takes from the head of its base, whatever kind of head that is.
#[derive(Debug, Clone, Copy)]
pub struct Erfenis<'a> {
    /// Its `overeenkomst.md`.
    pub source: SourceId,
    /// Its title.
    pub titel: &'a str,
    /// Its summary, for who has none.
    pub samenvatting: Option<&'a String>,
    /// Its preamble.
    pub preambule: &'a Tekst,
    /// What that names.
    pub noemt: &'a Mentions,
}

impl<'a> From<&'a Losse> for Erfenis<'a> {
    fn from(losse: &'a Losse) -> Self {
        Self {
            source: losse.tekst.source,
            titel: &losse.tekst.titel,
            samenvatting: losse.samenvatting.as_ref(),
            preambule: &losse.preambule,
            noemt: &losse.noemt,
        }
    }
}

impl<'a> From<&'a Overeenkomst> for Erfenis<'a> {
    fn from(document: &'a Overeenkomst) -> Self {
        Self {
            source: document.source,
            titel: &document.titel,
            samenvatting: document.samenvatting.as_ref(),
            preambule: &document.preambule,
            noemt: &document.noemt,
        }
    }
}
