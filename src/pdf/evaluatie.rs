//! An evaluation as data for the theme.

use super::Press;
use super::call::Call;
use super::literal::Value;
use crate::markdown::plain;
use crate::model::{Afspraak, Deel, Overeenkomst, Uitkomst};
use crate::site::address;

/// What the document on `press` says of the one that it looks back on.
pub fn evaluation(press: &Press) -> Option<Call> {
    let evaluatie = press.print.document.evaluatie.as_ref()?;
    let boven = press.project.boven(press.print.document);
    let terugblik = boven.map(|boven| evaluatie.over(boven));
    let themas = terugblik.iter().flat_map(|terugblik| &terugblik.themas).map(|(thema, rows)| {
        let part = boven.and_then(|boven| {
            let is_thema = |deel: &&Deel| deel.als_thema().is_some_and(|found| found.slug == thema.slug);
            Some((&**boven, boven.delen.iter().find(is_thema)?))
        });
        let regels = rows.iter().map(|(afspraak, uitkomst)| row(press, part, afspraak, *uitkomst));
        Value::Dict(vec![("titel", Value::prose(&thema.titel)), ("regels", Value::List(regels.collect()))])
    });
    let proces = &evaluatie.proces;
    let over = boven.map(|boven| {
        let titel = boven.titel.as_str();
        let adres = full(press, &address::document(boven));
        Value::Dict(vec![("titel", Value::text(titel)), ("adres", Value::optional(adres))])
    });
    let telling = terugblik.as_ref().and_then(|terugblik| press.labels.terugblik(terugblik));
    let call = Call::new("evaluatie")
        .named("over", &over.unwrap_or(Value::None))
        .named("telling", &Value::optional(telling))
        .named("themas", &Value::List(themas.collect()))
        .named("goed", &Value::proses(&proces.goed))
        .named("beter", &Value::proses(&proces.beter))
        .named("lessen", &Value::proses(&proces.lessen))
        .named("woorden", &words(press));
    Some(call)
}

fn row(
    press: &Press,
    part: Option<(&Overeenkomst, &Deel)>,
    afspraak: &Afspraak,
    uitkomst: Option<&Uitkomst>,
) -> Value {
    let page = part.and_then(|(boven, deel)| full(press, &address::part(boven, deel)));
    let label = match uitkomst {
        Some(uitkomst) => press.labels.oordeel(uitkomst.oordeel),
        None => press.labels.text("oordeel-geen"),
    };
    Value::Dict(vec![
        ("nummer", Value::text(afspraak.nummer.as_str())),
        ("titel", Value::prose(plain::inlines(&afspraak.titel))),
        ("adres", Value::optional(page.map(|page| format!("{page}#{}", afspraak.nummer)))),
        ("id", Value::optional(uitkomst.map(|uitkomst| uitkomst.oordeel.word()))),
        ("label", Value::text(label)),
        ("uitleg", Value::optional_prose(uitkomst.and_then(|uitkomst| uitkomst.uitleg.as_ref()))),
    ])
}

/// The address of a page, when it is known where the site will stand.
fn full(press: &Press, path: &str) -> Option<String> {
    press.base_url.map(|base| format!("{}{}", base.as_str(), address::relative("", path)))
}

/// What the site says on this too.
fn words(press: &Press) -> Value {
    let word = |name, key| (name, Value::text(press.labels.text(key)));
    Value::Dict(vec![
        word("inhoud", "evaluatie-inhoud"),
        word("over", "evaluatie-over"),
        word("afspraak", "afspraak"),
        word("oordeel", "oordeel"),
        word("uitleg", "oordeel-uitleg"),
        word("proces", "evaluatie-proces"),
        word("goed", "evaluatie-goed"),
        word("beter", "evaluatie-beter"),
        word("lessen", "evaluatie-lessen"),
    ])
}
