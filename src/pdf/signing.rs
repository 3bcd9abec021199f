//! The data of decisions and signatures for the theme: the table of approvals,
//! what each party signs for, what it does not sign, and whose copy it is.

use super::literal::Value;
use super::{Copy, Press, Print};
use crate::markdown::plain;
use crate::model::{
    Afspraak, Datum, GetekendDeel, Goedkeuring, Keuze, Ondertekenaar, Overeenkomst, Status, TekentVoor,
    Thema, Uitzondering,
};
use crate::theme::labels::Labels;

/// The decisions.
pub fn decisions(labels: &Labels, document: &Overeenkomst) -> Value {
    let decision = |goedkeuring: &Goedkeuring| {
        let voorbehoud = goedkeuring.voorbehoud.as_ref().map(|found| labels.voorbehoud(found));
        Value::Dict(vec![
            ("partij", Value::text(&goedkeuring.partij.naam)),
            ("orgaan", Value::text(&goedkeuring.orgaan.value)),
            ("besluit", Value::text(labels.besluit(goedkeuring))),
            ("voorbehoud", Value::optional(voorbehoud)),
            ("opmerking", Value::optional_prose(goedkeuring.opmerking.as_ref())),
        ])
    };
    Value::List(document.goedkeuringen.iter().map(decision).collect())
}

/// The signing: of a document by all who sign it, of an extract by those who sign that.
pub fn signing(press: &Press) -> Value {
    let Print { document, uittreksel, .. } = press.print;
    let labels = press.labels;
    let door: Vec<&Ondertekenaar> = match &uittreksel {
        None => document.ondertekening.door.iter().collect(),
        Some(uittreksel) => document.tekenaars_van(uittreksel),
    };
    let of_theme = match uittreksel.map(|uittreksel| uittreksel.keuze) {
        Some(Keuze::Thema(thema)) => Some(thema),
        _ => None,
    };
    let exceptions = document
        .uitzonderingen()
        .filter(|(thema, ..)| is_in(of_theme, thema))
        .map(|(thema, afspraak, found)| exception(thema, afspraak, found));
    let door = door.into_iter().map(|door| signatory(labels, document, door, of_theme));
    Value::Dict(vec![
        ("getekend", Value::Flag(document.status == Status::Ondertekend)),
        ("plaats", Value::optional(document.ondertekening.plaats.as_ref())),
        ("datum", Value::optional(document.ondertekening.datum.map(Datum::voluit))),
        ("clausule", Value::optional(labels.tekenclausule(document))),
        ("door", Value::List(door.collect())),
        ("uitzonderingen", Value::List(exceptions.collect())),
    ])
}

/// Whether something of `thema` is to be told: of an extract only what is in it.
fn is_in(of_theme: Option<&Thema>, thema: &Thema) -> bool {
    of_theme.is_none_or(|own| own.slug == thema.slug)
}

fn signatory(
    labels: &Labels,
    document: &Overeenkomst,
    door: &Ondertekenaar,
    of_theme: Option<&Thema>,
) -> Value {
    let part = |deel: &GetekendDeel| match &deel.afspraken {
        None => labels.with("tekent-voor-thema", &[("thema", &deel.thema.titel)]),
        Some(afspraken) => {
            let numbers: Vec<&str> = afspraken.iter().map(|afspraak| afspraak.nummer.as_str()).collect();
            format!("{}: {}", deel.thema.titel, numbers.join(", "))
        }
    };
    let voor = match (document.tekent_voor(door), of_theme) {
        (TekentVoor::Geheel, _) => vec![labels.text("tekent-voor-geheel")],
        (TekentVoor::Behalve { uitgezonderd, .. }, None) => vec![labels.tekent_voor_behalve(&uitgezonderd)],
        (TekentVoor::Behalve { delen, .. } | TekentVoor::Delen(delen), _) => {
            delen.iter().filter(|deel| is_in(of_theme, deel.thema)).map(part).collect()
        }
    };
    Value::Dict(vec![
        ("partij", Value::text(&door.partij.value.naam)),
        ("functie", Value::text(&door.functie)),
        ("namens", Value::optional(door.namens.as_ref().map(|orgaan| labels.namens(orgaan)))),
        ("mandaat", Value::optional(door.mandaat.as_ref().map(|mandaat| labels.mandaat(mandaat)))),
        ("plaats", Value::optional(door.plaats.as_ref())),
        ("datum", Value::optional(door.datum.map(Datum::voluit))),
        ("voor", Value::texts(voor)),
    ])
}

fn exception(thema: &Thema, afspraak: Option<&Afspraak>, found: &Uitzondering) -> Value {
    let part = match afspraak {
        None => thema.titel.clone(),
        Some(afspraak) => format!("{} {}", afspraak.nummer, plain::inlines(&afspraak.titel)),
    };
    Value::Dict(vec![
        ("partij", Value::text(&found.partij.value.naam)),
        ("deel", Value::prose(part)),
        ("reden", Value::prose(&found.reden)),
    ])
}

/// Who does not sign a part, as it stands at that part.
pub fn exceptions(uitzonderingen: &[Uitzondering]) -> Value {
    let pairs = uitzonderingen.iter().map(|found| {
        Value::Dict(vec![
            ("naam", Value::text(&found.partij.value.kort)),
            ("reden", Value::prose(&found.reden)),
        ])
    });
    Value::List(pairs.collect())
}

/// Which copy it is, of those to sign.
pub fn exemplaar(copy: Copy) -> Value {
    match copy {
        Copy::Publication => Value::None,
        Copy::Signing { number, of, partij } => {
            let count = |value: usize| Value::Number(i64::try_from(value).unwrap_or(i64::MAX));
            Value::Dict(vec![
                ("nummer", count(number)),
                ("aantal", count(of)),
                ("partij", Value::text(&partij.naam)),
            ])
        }
    }
}

/// What an extract says of itself: of what it is one, and whether it is signed.
pub fn extract(print: &Print) -> Value {
    let Some(uittreksel) = &print.uittreksel else { return Value::None };
    Value::Dict(vec![
        ("van", Value::text(&print.document.titel)),
        ("ondertekenen", Value::Flag(!print.document.tekenaars_van(uittreksel).is_empty())),
    ])
}
