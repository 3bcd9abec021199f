//! `cijfers.csv`: the figures of a document, a row for each, for a spreadsheet
//! or a dashboard.

use super::afspraken::table;
use crate::model::{Cijferregel, Cijfersoort, Cijfertabel, Deel, Getal, Maat, Overeenkomst, Termijn};
use crate::theme::labels::Labels;

const COLUMNS: [&str; 14] = [
    "overeenkomst",
    "deel",
    "tabel",
    "titel",
    "soort",
    "onderwerp",
    "partij",
    "afspraken",
    "jaren",
    "termijn",
    "waarde",
    "eenheid",
    "prijspeil",
    "uitwerking van",
];

/// The figures; one that is not known has no row.
pub fn csv(document: &Overeenkomst, labels: &Labels) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(String::from)];
    for (deel, tabel) in document.cijfertabellen() {
        for regel in &tabel.regels {
            for (jaar, getal) in &regel.jaren {
                let termijn = labels.termijn(Termijn::van(*jaar, document.looptijd));
                rows.push(row(document, deel, tabel, regel, jaar.to_string(), termijn, getal));
            }
            if let Some(((van, tot), getal)) = tabel.lange_termijn.zip(regel.lange_termijn.as_ref()) {
                let termijn = labels.termijn(Termijn::LangeTermijn);
                rows.push(row(document, deel, tabel, regel, format!("{van}-{tot}"), termijn, getal));
            }
        }
    }
    table(rows)
}

fn row(
    document: &Overeenkomst,
    deel: &Deel,
    tabel: &Cijfertabel,
    regel: &Cijferregel,
    jaren: String,
    termijn: String,
    getal: &Getal,
) -> [String; 14] {
    let (eenheid, prijspeil) = match &tabel.maat {
        Maat::Aantal(eenheid) => (eenheid.clone(), String::new()),
        Maat::Geld { eenheid, prijspeil } => (eenheid.word().to_owned(), prijspeil.to_string()),
    };
    let soort = match regel.geldstroom {
        Some(stroom) => format!("{}: {}", Cijfersoort::Dekking.word(), stroom.word()),
        None => tabel.soort.word().to_owned(),
    };
    let afspraken: Vec<&str> = regel.afspraken.iter().map(|named| named.value.as_str()).collect();
    [
        document.slug.to_string(),
        deel.slug().to_string(),
        tabel.id.as_str().to_owned(),
        tabel.titel.clone(),
        soort,
        regel.naam.clone().unwrap_or_default(),
        regel.partij.naam.clone(),
        afspraken.join(", "),
        jaren,
        termijn,
        getal.kaal(),
        eenheid,
        prijspeil,
        tabel.uitwerking_van.as_ref().map(|named| named.value.as_str().to_owned()).unwrap_or_default(),
    ]
}
