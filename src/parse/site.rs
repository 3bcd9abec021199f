//! `site.yaml` and the plain pages.

use std::sync::Arc;

use serde::Deserialize;

use super::afspraak;
use super::kenmerken::{self, RawDoelgroep, RawGebied};
use super::prioriteiten::{self, RawPrioriteiten};
use super::regels::{self, RawRegels};
use super::register::Register;
use super::tijd;
use super::value::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown;
use crate::markdown::parse::Markdown;
use crate::model::{Contact, Huisstijl, Kleur, Pagina, Partij, PartijId, Rol, Site, Volledigheid};
use crate::source::yaml::{Raw, Yaml};
use crate::source::{SourceFile, SourceId};

/// Colours when the site gives none: a deep blue-green and a brick red.
const MERK: Kleur = Kleur { rgb: [0x0b, 0x4f, 0x6c] };
const ACCENT: Kleur = Kleur { rgb: [0x9a, 0x34, 0x12] };
/// The theme when the site names none.
const UITERLIJK: &str = "standaard";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSite {
    naam: Raw<String>,
    ondertitel: Option<Raw<String>>,
    corporatie: Option<Raw<String>>,
    basis_url: Option<Raw<String>>,
    uiterlijk: Option<Raw<String>>,
    huisstijl: Option<RawHuisstijl>,
    contact: Option<RawContact>,
    monitoring: Option<RawMonitoring>,
    partijen: Raw<Vec<RawPartij>>,
    prioriteiten: Option<RawPrioriteiten>,
    #[serde(default)]
    gebieden: Vec<RawGebied>,
    #[serde(default)]
    doelgroepen: Vec<RawDoelgroep>,
    kalender: Option<tijd::RawSiteKalender>,
    #[serde(default)]
    regels: RawRegels,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMonitoring {
    cijfers_oud_na_maanden: Raw<u16>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawHuisstijl {
    logo: Option<Raw<String>>,
    kleuren: Option<RawKleuren>,
    letters: Option<Vec<Raw<String>>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawKleuren {
    #[serde(default, deserialize_with = "stated")]
    merk: Option<Raw<Option<String>>>,
    #[serde(default, deserialize_with = "stated")]
    accent: Option<Raw<Option<String>>>,
}

/// A key that is there with nothing behind it: `merk: #b00020` without quotes is
/// a comment to YAML, and must not pass for a colour that was never given.
fn stated<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Raw<Option<String>>>, D::Error> {
    Raw::deserialize(deserializer).map(Some)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContact {
    organisatie: Option<Raw<String>>,
    email: Option<Raw<String>>,
    telefoon: Option<Raw<String>>,
    adres: Option<Raw<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPartij {
    id: Raw<String>,
    naam: Raw<String>,
    kort: Option<Raw<String>>,
    rol: Raw<String>,
    website: Option<Raw<String>>,
    taken: Option<Raw<String>>,
    logo: Option<Raw<String>>,
}

/// Reads `site.yaml`.
pub fn site(reader: &mut Reader, id: SourceId) -> Option<Site> {
    let file = reader.sources.file(id);
    let yaml = reader.whole(id, file)?;
    let raw: RawSite = reader.keep(yaml.read())?;
    let before = reader.diagnostics.len();
    let partijen = partijen(reader, &yaml, file, raw.partijen);
    let partijenlijst = Volledigheid::zonder_fouten(reader.diagnostics.len() > before);
    let before = reader.diagnostics.len();
    let kenmerken = kenmerken::lists(reader, &yaml, raw.gebieden, raw.doelgroepen);
    let kenmerkenlijst = Volledigheid::zonder_fouten(reader.diagnostics.len() > before);
    let prioriteiten = prioriteiten::prioriteiten(reader, &yaml, raw.prioriteiten);
    let corporatie = raw
        .corporatie
        .and_then(|name| Register::known(&partijen, partijenlijst).find(reader, &yaml.place(name)));
    let naam = reader.text(&yaml, raw.naam);
    let basis_url = reader.site_address(&yaml, raw.basis_url);
    let uiterlijk = reader.optional_text(&yaml, raw.uiterlijk).unwrap_or_else(|| UITERLIJK.into());
    let cijfers_oud_na = raw.monitoring.map(|raw| months(reader, &yaml, raw));
    Some(Site {
        naam: naam?,
        ondertitel: reader.optional_text(&yaml, raw.ondertitel),
        corporatie,
        basis_url,
        uiterlijk,
        huisstijl: huisstijl(reader, &yaml, file, raw.huisstijl.unwrap_or_default()),
        contact: raw.contact.map(|contact| Contact {
            organisatie: reader.optional_text(&yaml, contact.organisatie),
            email: reader.email(&yaml, contact.email),
            telefoon: reader.optional_text(&yaml, contact.telefoon),
            adres: reader.optional_text(&yaml, contact.adres),
        }),
        cijfers_oud_na: cijfers_oud_na.unwrap_or(Site::CIJFERS_OUD_NA),
        partijen,
        partijenlijst,
        kenmerken,
        kenmerkenlijst,
        prioriteiten,
        kalender: raw.kalender.map(|raw| tijd::site_kalender(reader, &yaml, raw)).unwrap_or_default(),
        regels: regels::regels(reader, &yaml, raw.regels),
        stamp: file.stamp,
    })
}

/// After how many months a figure is old.
fn months(reader: &mut Reader, yaml: &Yaml, raw: RawMonitoring) -> u16 {
    let months = yaml.place(raw.cijfers_oud_na_maanden);
    if !(1..=120).contains(&months.value) {
        reader.report(
            Diagnostic::at(Code::M158, months.span, format!("{} maanden kan hier niet.", months.value))
                .label("een getal van 1 tot en met 120")
                .hint("Schrijf na hoeveel maanden een cijfer oud is, zoals 15."),
        );
    }
    months.value
}

fn huisstijl(reader: &mut Reader, yaml: &Yaml, file: &SourceFile, raw: RawHuisstijl) -> Huisstijl {
    let kleuren = raw.kleuren.unwrap_or_default();
    Huisstijl {
        merk: kleur(reader, yaml, kleuren.merk, MERK),
        accent: kleur(reader, yaml, kleuren.accent, ACCENT),
        letters: letters(reader, yaml, raw.letters.unwrap_or_default()),
        logo: reader.media_path(yaml, file, raw.logo),
    }
}

/// Contrast that text must have: WCAG 2.2, success criterion 1.4.3 (AA).
const AA: f64 = 4.5;

/// A colour that text may be set in: on white, and on its own light tint.
fn kleur(reader: &mut Reader, yaml: &Yaml, raw: Option<Raw<Option<String>>>, default: Kleur) -> Kleur {
    let Some(raw) = raw else { return default };
    let raw = yaml.place(raw).map(Option::unwrap_or_default);
    let Some(kleur) = Kleur::parse(raw.value.trim()) else {
        // A colour that its hash made a comment is told as that.
        if reader.is_cut_off(raw.span) {
            return default;
        }
        let message = match raw.value.trim() {
            "" => "Hier ontbreekt een kleur.".to_owned(),
            value => format!("`{value}` is geen kleur."),
        };
        reader.report(
            Diagnostic::at(Code::M111, raw.span, message)
                .label("hier hoort een kleur")
                .hint("Schrijf een kleur als \"#0b4f6c\", tussen aanhalingstekens."),
        );
        return default;
    };
    let tint = Huisstijl::tint(kleur);
    for (name, ground) in [("wit", Kleur::WIT), ("de lichte tint van die kleur", tint)] {
        let ratio = kleur.contrast(ground);
        if ratio < AA {
            reader.report(
                Diagnostic::at(
                    Code::T104,
                    raw.span,
                    format!(
                        "De kleur {kleur} op {name} ({ground}) heeft een contrast van {}:1; er is minstens 4,5:1 nodig.",
                        format!("{:.2}", (ratio * 100.0).floor() / 100.0).replace('.', ",")
                    ),
                )
                .label("te licht voor tekst")
                .hint("Kies een donkerder kleur. Zo kan iedereen de tekst lezen (WCAG 2.2, criterium 1.4.3)."),
            );
            return default;
        }
    }
    kleur
}

/// Font families: only letters that can stand in CSS and Typst without harm.
fn letters(reader: &mut Reader, yaml: &Yaml, raw: Vec<Raw<String>>) -> Vec<String> {
    let mut letters = Vec::new();
    for raw in raw {
        let raw = yaml.place(raw);
        let name = raw.value.trim();
        let fits = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || " -_.".contains(c));
        if fits {
            letters.push(name.to_owned());
        } else {
            reader.report(
                Diagnostic::at(Code::M101, raw.span, format!("`{name}` is geen naam van een lettertype."))
                    .label("onbekend")
                    .hint("Gebruik alleen letters, cijfers en spaties in de naam."),
            );
        }
    }
    if letters.is_empty() {
        letters.extend(["Source Sans 3", "Segoe UI", "Arial", "sans-serif"].map(String::from));
    }
    letters
}

fn partijen(
    reader: &mut Reader,
    yaml: &Yaml,
    file: &SourceFile,
    raw: Raw<Vec<RawPartij>>,
) -> Vec<Arc<Partij>> {
    let mut partijen: Vec<(Arc<Partij>, crate::source::Span)> = Vec::new();
    for raw in raw.value {
        let id = yaml.place(raw.id);
        let Some(partij_id) = PartijId::parse(id.value.trim()) else {
            reader.report(
                Diagnostic::at(
                    Code::M107,
                    id.span,
                    format!("`{}` kan geen id van een partij zijn.", id.value),
                )
                .label("deze id")
                .hint("Gebruik kleine letters, cijfers en streepjes, begin met een letter, en kies niet `index`."),
            );
            continue;
        };
        if let Some((_, first)) = partijen.iter().find(|(partij, _)| partij.id == partij_id) {
            reader.report(
                Diagnostic::at(Code::M104, id.span, format!("De partij `{}` staat er twee keer.", id.value))
                    .label("tweede keer")
                    .note(*first, "eerste keer")
                    .hint("Geef elke partij een eigen id."),
            );
            continue;
        }
        let naam = reader.text(yaml, raw.naam);
        let rol = reader.word(yaml.place(raw.rol), "rol", Rol::WORDS, Rol::from_word);
        let kort = reader.optional_text(yaml, raw.kort);
        let website = reader.web_address(yaml, raw.website);
        let taken = reader.paragraphs(yaml, raw.taken);
        let logo = reader.media_path(yaml, file, raw.logo);
        if let Some((naam, rol)) = naam.zip(rol) {
            let kort = kort.unwrap_or_else(|| naam.clone());
            partijen
                .push((Arc::new(Partij { id: partij_id, naam, kort, rol, website, taken, logo }), id.span));
        }
    }
    partijen.into_iter().map(|(partij, _)| partij).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPagina {
    titel: Raw<String>,
    #[serde(default)]
    volgorde: i32,
    samenvatting: Option<Raw<String>>,
    #[serde(default)]
    begin_hier: bool,
}

/// Reads a plain page.
pub fn pagina(reader: &mut Reader, id: SourceId) -> Option<Pagina> {
    let file = reader.sources.file(id);
    let slug = reader.slug(file, file.path.stem());
    let (yaml, body) = reader.head(id, file)?;
    let raw: RawPagina = reader.keep(yaml.read())?;
    let titel = reader.text(&yaml, raw.titel);
    let samenvatting = reader.optional_text(&yaml, raw.samenvatting);
    let markdown = Markdown { source: id, path: &file.path, text: &file.text, body };
    let tekst = markdown::parse::parse(&markdown, &mut reader.diagnostics);
    afspraak::refuse_blocks(reader, &tekst.blocks);
    let noemt = tekst.mentions();
    Some(Pagina {
        source: id,
        slug: slug?,
        titel: titel?,
        volgorde: raw.volgorde,
        samenvatting,
        tekst,
        noemt,
        begin_hier: raw.begin_hier,
        stamp: file.stamp,
    })
}
