//! `afspraken.csv`: the agreements of a document as a table, a row for each
//! contribution, for a spreadsheet or a dashboard.

use crate::markdown::plain;
use crate::model::{Afspraak, Getal, Inzet, Overeenkomst};
use crate::theme::labels::Labels;

const COLUMNS: [&str; 8] =
    ["overeenkomst", "thema", "nummer", "titel", "soort", "partij", "inzet", "wanneer"];

/// The table; an agreement in which nobody acts has one row without a party.
pub fn csv(document: &Overeenkomst, labels: &Labels) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(String::from)];
    for thema in document.themas() {
        for afspraak in thema.afspraken() {
            let row = |inzet: Option<&Inzet>| row(document, &labels.thema(thema), afspraak, inzet, labels);
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
    thema: &str,
    afspraak: &Afspraak,
    inzet: Option<&Inzet>,
    labels: &Labels,
) -> [String; 8] {
    [
        document.slug.to_string(),
        thema.to_owned(),
        afspraak.nummer.to_string(),
        plain::inlines(&afspraak.titel),
        labels.soort_afspraak(afspraak.soort),
        inzet.map(|inzet| inzet.partij.naam.clone()).unwrap_or_default(),
        inzet.map(|inzet| inzet.tekst.clone()).unwrap_or_default(),
        afspraak.wanneer.as_ref().map(|wanneer| wanneer.canoniek()).unwrap_or_default(),
    ]
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
