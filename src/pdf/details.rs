//! The data of a document for the theme: what cover, footers, fact blocks and
//! signature page are made of. The keys are the contract with the theme.

use super::content::media_path;
use super::literal::Value;
use super::{Copy, Press, Print, signing, ties};
use crate::chart::{self, Look, Palette};
use crate::data::canonical::Fingerprint;
use crate::markdown::plain;
use crate::model::{Afspraak, Datum, Grondslag, Huisstijl, Indicator, Inzet, Overeenkomst, Status, Thema};
use crate::site::address;
use crate::source::Spanned;
use crate::theme::labels::Labels;

/// The word on every page of a copy that is not what parties are bound to.
fn mark(document: &Overeenkomst, copy: Copy) -> Option<&'static str> {
    match (document.status, copy) {
        (Status::Vervallen, _) => Some("VERVALLEN"),
        // Whoever makes an offer or looks back adopts it, and nobody signs.
        (Status::Vastgesteld, _) if !document.soort.zijn_afspraken() => None,
        (Status::Ondertekend, _) => None,
        // A copy to be signed is not signed yet; from adoption on it is no concept.
        (Status::Vastgesteld, Copy::Signing { .. }) => None,
        _ => Some("CONCEPT"),
    }
}

/// Everything but the text.
pub fn details(press: &Press) -> Value {
    let Print { document, uittreksel, copy } = press.print;
    let labels = press.labels;
    let titel = match &uittreksel {
        None => document.titel.clone(),
        Some(uittreksel) => format!("{}: {}", document.titel, labels.uittreksel(uittreksel)),
    };
    let beschrijving = match uittreksel {
        None => document.samenvatting.as_deref().unwrap_or(&document.titel),
        Some(_) => &titel,
    };
    let date = document.datum();
    let day = |datum: Option<Datum>| Value::optional(datum.map(Datum::voluit));
    let status = Value::Dict(vec![
        ("id", Value::text(document.status.word())),
        ("label", Value::text(labels.status(document.status))),
        ("sinds", day(document.sinds())),
    ]);
    let partijen = document.partijen.iter().map(|partij| {
        Value::Dict(vec![
            ("naam", Value::text(&partij.naam)),
            ("kort", Value::text(&partij.kort)),
            ("rol", Value::text(labels.rol(partij.rol))),
            ("logo", Value::optional(partij.logo.as_ref().map(|logo| media_path(&logo.value)))),
        ])
    });
    let versies = document.datums.iter().map(|(status, datum)| {
        Value::Dict(vec![
            ("label", Value::text(labels.status(*status))),
            ("datum", Value::text(datum.voluit())),
        ])
    });
    let page = address::relative("", &address::document(document));
    let adres = |base: &str| format!("{base}{page}");
    Value::Dict(vec![
        ("titel", Value::text(&titel)),
        ("beschrijving", Value::text(beschrijving)),
        ("gebied", Value::text(labels.gebied(&document.gebied))),
        ("soort", Value::text(labels.soort_overeenkomst(document.soort))),
        ("looptijd", Value::text(labels.looptijd_voluit(document.looptijd))),
        ("status", status),
        ("merk", Value::optional(mark(document, copy))),
        ("partijen", Value::List(partijen.collect())),
        ("versies", Value::List(versies.collect())),
        ("goedkeuringen", signing::decisions(labels, document)),
        ("voorbehouden", Value::texts(labels.voorbehouden(document))),
        ("ondertekening", signing::signing(press)),
        (
            "publicatie",
            Value::Dict(vec![
                ("datum", day(document.publicatie.datum)),
                ("uiterlijk", Value::text(document.publicatie.uiterlijk.voluit())),
            ]),
        ),
        ("boven", boven(press)),
        ("versiehistorie", versions(labels, document)),
        ("samenwerken", working_together(labels, document)),
        ("exemplaar", signing::exemplaar(copy)),
        ("uittreksel", signing::extract(&press.print)),
        ("huisstijl", house_style(press)),
        (
            "datum",
            Value::List(vec![
                Value::Number(date.jaar().getal().into()),
                Value::Number(date.maand().into()),
                Value::Number(date.dag().into()),
            ]),
        ),
        ("adres", Value::optional(press.base_url.map(|base| adres(base.as_str())))),
        // The same for the eye: with its accents.
        ("adres-tekst", Value::optional(press.base_url.map(|base| adres(base.leesbaar())))),
        ("trefwoorden", Value::texts(keywords(labels, document))),
    ])
}

/// What the document is to the one that it stands under, and where that is.
fn boven(press: &Press) -> Value {
    let Some(boven) = press.project.boven(press.print.document) else { return Value::None };
    let adres = press
        .base_url
        .map(|base| format!("{}{}", base.as_str(), address::relative("", &address::document(boven))));
    Value::Dict(vec![
        ("zin", Value::text(press.labels.hoort_bij(press.print.document.soort))),
        ("titel", Value::text(&boven.titel)),
        ("adres", Value::optional(adres)),
    ])
}

/// The newest version first.
fn versions(labels: &Labels, document: &Overeenkomst) -> Value {
    let each = document.versies.iter().rev().map(|versie| {
        Value::Dict(vec![
            ("nummer", Value::text(&versie.nummer)),
            ("datum", Value::text(versie.datum.voluit())),
            ("status", Value::optional(versie.status.map(|status| labels.status(status)))),
            ("toelichting", Value::optional_prose(versie.toelichting.as_ref())),
        ])
    });
    Value::List(each.collect())
}

/// Meetings, whom to turn to, and what happens when parties disagree.
fn working_together(labels: &Labels, document: &Overeenkomst) -> Value {
    let overleg = document.overleg.iter().map(|overleg| {
        Value::Dict(vec![
            ("naam", Value::prose(&overleg.naam)),
            ("wie", Value::optional_prose(overleg.wie.as_ref())),
            ("vaak", Value::optional_prose(overleg.hoe_vaak.as_ref())),
            ("waarover", Value::optional_prose(overleg.waarover.as_ref())),
        ])
    });
    let punten = document.aanspreekpunten.iter().map(|punt| {
        Value::Dict(vec![
            ("rol", Value::text(labels.aanspreekrol(punt.rol))),
            ("naam", Value::text(&punt.naam)),
            ("partij", Value::optional(punt.partij.as_ref().map(|partij| partij.naam.clone()))),
            ("email", Value::optional(punt.email.as_ref())),
            ("telefoon", Value::optional(punt.telefoon.as_ref())),
        ])
    });
    let geschil = document.geschil.as_ref().map_or(Value::None, |geschil| {
        Value::Dict(vec![
            ("stappen", Value::proses(&geschil.stappen)),
            ("bemiddelaar", Value::optional_prose(geschil.bemiddelaar.as_ref())),
            ("bindend", Value::Flag(geschil.bindend)),
            ("wet", Value::texts(labels.geschil_wet(document))),
        ])
    });
    Value::Dict(vec![
        ("overleg", Value::List(overleg.collect())),
        ("aanspreekpunten", Value::List(punten.collect())),
        ("geschil", geschil),
    ])
}

/// What an agreement works out in the document above, and where it is worked
/// out in those below.
pub fn worked_out(press: &Press, afspraak: &Afspraak) -> Vec<(&'static str, Value)> {
    let Press { project, print, labels, .. } = *press;
    let document = print.document;
    let elsewhere = |other: &Overeenkomst, nummer: &str| {
        let (_, found) = other.afspraak(nummer)?;
        let titel = format!("{} {}", found.nummer, plain::inlines(&found.titel));
        Some(labels.with("afspraak-elders", &[("afspraak", &titel), ("document", &other.titel)]))
    };
    let boven = project.boven(document);
    let above: Vec<String> = boven
        .into_iter()
        .flat_map(|boven| afspraak.werkt_uit.iter().filter_map(|name| elsewhere(boven, name.value.as_str())))
        .collect();
    let mut below = Vec::new();
    for onder in project.onder(document) {
        let those = onder
            .lopende_afspraken()
            .filter(|other| other.werkt_uit.iter().any(|name| name.value == afspraak.nummer));
        below.extend(those.filter_map(|other| elsewhere(onder, other.nummer.as_str())));
    }
    let mut facts = Vec::new();
    for (name, texts) in [("werkt-meerjarig-uit", above), ("uitgewerkt-per-jaar", below)] {
        if !texts.is_empty() {
            facts.push((name, Value::proses(texts)));
        }
    }
    facts
}

/// The fingerprint, short and in full.
pub fn fingerprint(fingerprint: &Fingerprint) -> Value {
    Value::Dict(vec![("kort", Value::text(fingerprint.short())), ("lang", Value::text(fingerprint.long()))])
}

fn house_style(press: &Press) -> Value {
    let style = &press.project.site.huisstijl;
    Value::Dict(vec![
        ("merk", Value::text(style.merk.to_string())),
        ("accent", Value::text(style.accent.to_string())),
        // Families that only browsers have, such as `sans-serif`, mean nothing to Typst.
        ("letters", Value::texts(style.letters.iter().filter(|family| press.theme.has_family(family)))),
        ("logo", Value::optional(style.logo.as_ref().map(|logo| media_path(&logo.value)))),
        ("logo-alt", Value::text(&press.project.site.naam)),
    ])
}

fn keywords(labels: &Labels, document: &Overeenkomst) -> Vec<String> {
    let mut words = vec!["prestatieafspraken".to_owned(), labels.gebied(&document.gebied)];
    words.extend(document.themas().map(|thema| labels.thema(thema)));
    words
}

impl Press<'_> {
    /// Policy by what it says, where ids of it were written.
    pub fn policy(&self, grondslag: &Grondslag) -> Vec<String> {
        let words = |text: &Spanned<String>| match self.project.beleid.find(&text.value) {
            Some(plek) => plek.titel(),
            None => text.value.clone(),
        };
        grondslag.beleid.iter().map(words).collect()
    }
}

/// The facts of an agreement, by the names that the theme's function has for them.
pub fn facts(labels: &Labels, thema: &Thema, afspraak: &Afspraak) -> Vec<(&'static str, Value)> {
    let indicatoren = afspraak
        .indicatoren
        .iter()
        .filter_map(|wanted| thema.indicatoren.iter().find(|indicator| indicator.id == wanted.value))
        .map(|indicator| indicator.titel.clone());
    let status = afspraak.voortgang.per_jaar().map(|beoordeling| {
        Value::Dict(vec![
            ("jaar", Value::text(beoordeling.jaar.value.to_string())),
            ("id", Value::text(beoordeling.kleur.word())),
            ("label", Value::text(labels.stoplicht(beoordeling.kleur))),
        ])
    });
    vec![
        (
            "soort",
            Value::Dict(vec![
                ("id", Value::text(afspraak.soort.word())),
                ("label", Value::text(labels.soort_afspraak(afspraak.soort))),
            ]),
        ),
        ("wie", ties::contributions(labels, afspraak)),
        ("wanneer", Value::optional(labels.wanneer_van(afspraak))),
        ("voorwaarde", Value::optional_prose(afspraak.voorwaarde.as_ref())),
        ("standpunten", positions(&afspraak.standpunten)),
        ("eigenaar", Value::optional(afspraak.eigenaar.as_ref().map(|partij| partij.kort.clone()))),
        ("indicatoren", Value::proses(indicatoren)),
        ("status", Value::List(status.collect())),
        ("uitzonderingen", signing::exceptions(&afspraak.tekent_niet_mee)),
    ]
}

fn positions(standpunten: &[Inzet]) -> Value {
    let pairs = standpunten.iter().map(|inzet| {
        Value::Dict(vec![("naam", Value::text(&inzet.partij.kort)), ("tekst", Value::prose(&inzet.tekst))])
    });
    Value::List(pairs.collect())
}

/// An indicator: its chart, and its figures with a row a year.
pub fn indicator(labels: &Labels, style: &Huisstijl, indicator: &Indicator) -> Value {
    let words = labels.indicator(indicator);
    let chart = chart::indicator(indicator, &labels.chart(indicator), Look::Paper(Palette::of(style)));
    let rows = words.regels.into_iter().map(|regel| {
        let cells = regel.cellen.into_iter().map(Value::optional);
        Value::Dict(vec![("jaar", Value::text(regel.jaar)), ("cellen", Value::List(cells.collect()))])
    });
    let source = words.bron.map_or(Value::None, |bron| {
        Value::Dict(vec![
            ("naam", Value::text(bron.naam)),
            ("url", Value::optional(bron.url)),
            ("peildatum", Value::optional(bron.peildatum)),
        ])
    });
    Value::Dict(vec![
        ("titel", Value::text(words.titel)),
        ("eenheid", Value::text(words.eenheid)),
        ("bron", source),
        ("eigenaar", Value::optional(words.eigenaar)),
        ("richting", Value::optional(words.richting)),
        ("koppen", Value::texts(words.koppen)),
        ("regels", Value::List(rows.collect())),
        ("opmerkingen", Value::texts(words.opmerkingen)),
        ("grafiek", Value::optional(chart)),
        ("alt", Value::text(words.grafiek)),
    ])
}
