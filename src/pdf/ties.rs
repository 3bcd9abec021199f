//! How parties and agreements depend on each other, as data for the theme: at
//! an agreement, and for the document as a whole.

use super::call::Call;
use super::content::agreement_anchor;
use super::literal::Value;
use crate::markdown::plain;
use crate::model::{Afspraak, Band, Inzet, Overeenkomst, Samenhang, Verdeling};
use crate::theme::labels::Labels;

/// Who does what; with money and means for all of them when any has these.
pub fn contributions(labels: &Labels, afspraak: &Afspraak) -> Value {
    let row = |inzet: &Inzet| {
        let mut pairs =
            vec![("naam", Value::text(&inzet.partij.kort)), ("inzet", Value::prose(&inzet.tekst))];
        if afspraak.noemt_middelen() {
            pairs.push(("middelen", Value::proses(labels.middelen(inzet))));
        }
        Value::Dict(pairs)
    };
    Value::List(afspraak.wie.iter().map(row).collect())
}

/// What an agreement is tied to, by the names that the theme's function has for
/// it; only what there is. What is not on this paper is told in words, without a link.
pub fn ties(
    document: &Overeenkomst,
    afspraak: &Afspraak,
    is_here: &dyn Fn(&str) -> bool,
) -> Vec<(&'static str, Value)> {
    let tie = |band: Band| tie(band, is_here);
    let samenhang = Samenhang(document);
    let pakket = samenhang.pakket(afspraak).map(|pakket| {
        let others = samenhang.in_pakket(pakket).filter(|band| band.afspraak.nummer != afspraak.nummer);
        Value::Dict(vec![
            ("titel", Value::prose(&pakket.titel)),
            ("afspraken", Value::List(others.map(&tie).collect())),
        ])
    });
    let nodig: Vec<Value> = samenhang.nodig_voor(afspraak).map(&tie).collect();
    let wachtend: Vec<Value> = samenhang.wacht_op(afspraak).map(&tie).collect();
    let lists = [("nodig", nodig), ("wachtend", wachtend)].into_iter();
    let lists = lists.filter(|(_, list)| !list.is_empty()).map(|(name, list)| (name, Value::List(list)));
    lists.chain(pakket.map(|pakket| ("pakket", pakket))).collect()
}

fn tie(band: Band, is_here: &dyn Fn(&str) -> bool) -> Value {
    let nummer = band.afspraak.nummer.as_str();
    let anker = is_here(nummer).then(|| agreement_anchor(nummer));
    Value::Dict(vec![
        ("nummer", Value::text(nummer)),
        ("titel", Value::prose(plain::inlines(&band.afspraak.titel))),
        ("anker", Value::optional(anker)),
        ("nodig", Value::optional_prose(band.nodig)),
    ])
}

/// The page with who acts where and which agreements belong together; nothing
/// when there is nothing to show on it.
pub fn overview(labels: &Labels, document: &Overeenkomst) -> Option<Call> {
    let verdeling = Verdeling::of(document);
    if verdeling.is_none() && document.pakketten.is_empty() {
        return None;
    }
    let samenhang = Samenhang(document);
    let pakketten = document.pakketten.iter().map(|pakket| {
        Value::Dict(vec![
            ("titel", Value::prose(&pakket.titel)),
            ("toelichting", Value::optional_prose(pakket.toelichting.as_ref())),
            (
                "afspraken",
                Value::List(samenhang.in_pakket(pakket).map(|band| tie(band, &|_| true)).collect()),
            ),
        ])
    });
    let call = Call::new("samenhang")
        .named("titel", &Value::text(labels.text("titel-verdeling")))
        .named("verdeling", &verdeling.map_or(Value::None, |verdeling| balance(labels, &verdeling)))
        .named("pakketten", &Value::List(pakketten.collect()))
        .named("woorden", &words(labels));
    Some(call)
}

fn balance(labels: &Labels, verdeling: &Verdeling) -> Value {
    let themas = verdeling.themas.iter().map(|thema| labels.thema(thema));
    let rijen = verdeling.rijen.iter().map(|rij| {
        let count = |aantal: &Option<usize>| {
            aantal.map_or_else(|| labels.text("verdeling-nvt"), |aantal| aantal.to_string())
        };
        Value::Dict(vec![
            ("partij", Value::text(&rij.partij.naam)),
            ("aantallen", Value::texts(rij.aantallen.iter().map(count))),
            ("samen", Value::text(rij.samen().to_string())),
        ])
    });
    Value::Dict(vec![("themas", Value::texts(themas)), ("rijen", Value::List(rijen.collect()))])
}

/// What the site says on this too.
fn words(labels: &Labels) -> Value {
    let word = |name, key| (name, Value::text(labels.text(key)));
    Value::Dict(vec![
        word("uitleg", "verdeling-uitleg"),
        word("partij", "kolom-partij"),
        word("thema", "kolom-thema"),
        word("samen", "verdeling-samen"),
        word("pakketten", "pakketten"),
        word("pakketten-uitleg", "pakketten-uitleg"),
    ])
}
