//! What a document says of its base, for the theme.

use super::Press;
use super::literal::Value;
use crate::markdown::plain;
use crate::model::{Basis, Herkomst, Overeenkomst, Weggelaten};
use crate::site::address;
use crate::theme::labels::Labels;

/// Where a text or agreement comes from.
pub fn herkomst(labels: &Labels, document: &Overeenkomst, herkomst: Herkomst) -> Value {
    Value::Dict(vec![
        ("id", Value::text(herkomst.word())),
        ("label", Value::text(labels.herkomst(herkomst, document))),
    ])
}

/// The chapter on the base: what comes from it, what is left out, who else uses it.
pub fn details(press: &Press, basis: &Basis) -> Value {
    let labels = press.labels;
    let weggelaten = basis.weggelaten.iter().map(|weglating| {
        let titel = match &weglating.wat {
            Weggelaten::Afspraak { nummer, titel } => format!("{nummer} {}", plain::inlines(titel)),
            Weggelaten::Deel { titel, .. } => titel.clone(),
            Weggelaten::Preambule => labels.text("vooraf"),
        };
        Value::Dict(vec![("titel", Value::prose(titel)), ("reden", Value::prose(&weglating.reden))])
    });
    let zusters = press.project.zusters(press.print.document).map(|other| {
        let adres = press
            .base_url
            .map(|base| format!("{}{}", base.as_str(), address::relative("", &address::document(other))));
        Value::Dict(vec![("titel", Value::prose(&other.titel)), ("adres", Value::optional(adres))])
    });
    Value::Dict(vec![
        ("titel", Value::text(labels.text("basis-titel"))),
        ("uitleg", Value::text(labels.with("basis-uitleg", &[("titel", &basis.titel)]))),
        ("telling", Value::text(labels.telling_van_herkomst(press.print.document))),
        ("weggelaten-titel", Value::text(labels.text("basis-weggelaten"))),
        ("weggelaten-uitleg", Value::text(labels.text("basis-weggelaten-uitleg"))),
        ("weggelaten", Value::List(weggelaten.collect())),
        ("zusters-titel", Value::text(labels.text("basis-zusters"))),
        ("zusters", Value::List(zusters.collect())),
    ])
}
