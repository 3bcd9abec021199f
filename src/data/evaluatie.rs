//! `evaluatie.csv`: the verdicts of an evaluation, a row an agreement of the
//! document that it looks back on, those without a verdict too.

use super::Desk;
use super::afspraken::table;
use crate::markdown::plain;
use crate::model::Overeenkomst;

const COLUMNS: [&str; 7] = ["evaluatie", "overeenkomst", "thema", "nummer", "titel", "oordeel", "uitleg"];

/// The table.
pub fn csv(document: &Overeenkomst, desk: &Desk) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(String::from)];
    if let Some((evaluatie, boven)) = document.evaluatie.as_ref().zip(desk.project.boven(document)) {
        for (thema, afspraken) in evaluatie.over(boven).themas {
            rows.extend(afspraken.into_iter().map(|(afspraak, uitkomst)| {
                let oordeel = uitkomst.map(|uitkomst| uitkomst.oordeel.word()).unwrap_or_default();
                [
                    document.slug.to_string(),
                    boven.slug.to_string(),
                    thema.titel.clone(),
                    afspraak.nummer.to_string(),
                    plain::inlines(&afspraak.titel),
                    oordeel.to_owned(),
                    uitkomst.and_then(|uitkomst| uitkomst.uitleg.clone()).unwrap_or_default(),
                ]
            }));
        }
    }
    table(rows)
}
