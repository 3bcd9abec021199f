//! `afspraken.csv`: the agreements of a document as a table, a row for each
//! contribution, for a spreadsheet or a dashboard.

use crate::markdown::plain;
use crate::model::{Afspraak, Bijdrage, Getal, Inzet, KenmerkFamilie, Overeenkomst, Thema};
use crate::theme::labels::Labels;

const COLUMNS: [&str; 20] = [
    "overeenkomst",
    "thema",
    "nummer",
    "titel",
    "soort",
    "partij",
    "inzet",
    "wanneer",
    "instrument",
    "bedrag",
    "bedrag per jaar",
    "afhankelijk van",
    "pakket",
    "niveau",
    "werkt uit",
    "going concern",
    "gebieden",
    "doelgroepen",
    "beëindigd per",
    "reden",
];

/// The table; an agreement in which nobody acts has one row without a party.
pub fn csv(document: &Overeenkomst, labels: &Labels) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(String::from)];
    for thema in document.themas() {
        for afspraak in thema.afspraken() {
            let row = |inzet: Option<&Inzet>| row(document, thema, afspraak, inzet, labels);
            match afspraak.wie.as_slice() {
                [] => rows.push(row(None)),
                wie => rows.extend(wie.iter().map(|inzet| row(Some(inzet)))),
            }
        }
    }
    table(rows)
}

fn row(
    document: &Overeenkomst,
    thema: &Thema,
    afspraak: &Afspraak,
    inzet: Option<&Inzet>,
    labels: &Labels,
) -> [String; 20] {
    let bijdrage = inzet.and_then(|inzet| inzet.bijdrage.as_ref());
    let words = |texts: Vec<String>| texts.join(", ");
    let einde = afspraak.beeindigd.as_ref();
    [
        document.slug.to_string(),
        labels.thema(thema),
        afspraak.nummer.to_string(),
        plain::inlines(&afspraak.titel),
        labels.soort_afspraak(afspraak.soort),
        inzet.map(|inzet| inzet.partij.naam.clone()).unwrap_or_default(),
        inzet.map(|inzet| inzet.tekst.clone()).unwrap_or_default(),
        afspraak.wanneer.as_ref().map(|wanneer| wanneer.canoniek()).unwrap_or_default(),
        bijdrage.and_then(|bijdrage| bijdrage.instrument).map(|word| word.word().into()).unwrap_or_default(),
        // A spreadsheet set to Dutch reads a comma before the cents.
        bijdrage.and_then(Bijdrage::samen).map(|all| all.canoniek().replace('.', ",")).unwrap_or_default(),
        words(bijdrage.map_or_else(Vec::new, by_year)),
        words(afspraak.afhankelijk_van.iter().map(|need| need.nummer.value.to_string()).collect()),
        afspraak.pakket.as_ref().map(|pakket| pakket.value.as_str().to_owned()).unwrap_or_default(),
        afspraak.niveau.map(|niveau| labels.niveau(niveau)).unwrap_or_default(),
        afspraak.onder.as_ref().map(|onder| onder.value.to_string()).unwrap_or_default(),
        if afspraak.going_concern { "ja" } else { "nee" }.into(),
        words(about(thema, afspraak, KenmerkFamilie::Gebieden)),
        words(about(thema, afspraak, KenmerkFamilie::Doelgroepen)),
        einde.map(|einde| einde.per.value.to_string()).unwrap_or_default(),
        einde.map(|einde| labels.eind_reden(einde.reden.value)).unwrap_or_default(),
    ]
}

/// The areas or target groups of an agreement and its theme, each once, so that
/// rows can be chosen by them.
fn about(thema: &Thema, afspraak: &Afspraak, familie: KenmerkFamilie) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for kenmerk in thema.kenmerken.van(familie).chain(afspraak.kenmerken.van(familie)) {
        if !names.contains(&kenmerk.naam) {
            names.push(kenmerk.naam.clone());
        }
    }
    names
}

/// "2027: 500000", for each year of which an amount is known.
fn by_year(bijdrage: &Bijdrage) -> Vec<String> {
    let years = bijdrage.bedragen.iter().filter_map(|deel| Some((deel.jaar.as_ref()?.value, deel.bedrag)));
    years.map(|(jaar, bedrag)| format!("{jaar}: {}", bedrag.canoniek().replace('.', ","))).collect()
}

/// Rows as CSV: semicolons and a byte order mark, with which spreadsheets set
/// to Dutch open it as it is meant. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe; a number below zero is none.
pub fn table<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = writer.write_record(row.map(harmless));
    }
    writer.into_inner().unwrap_or_default()
}

fn harmless(cell: String) -> String {
    if Getal::parse(&cell).is_some() {
        return cell;
    }
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
