//! `indicatoren.csv`: the figures of a document, a row for each, as one would
//! load them into a spreadsheet or a dashboard.

use super::afspraken::table;
use crate::model::{Getal, Indicator, Jaar, Overeenkomst, Stand, Streef, Thema, WebAdres};

const COLUMNS: [&str; 15] = [
    "overeenkomst",
    "thema",
    "id",
    "indicator",
    "eenheid",
    "richting",
    "eigenaar",
    "bron",
    "bron_adres",
    "bron_peildatum",
    "jaar",
    "soort",
    "waarde",
    "peildatum",
    "toelichting",
];

/// The table.
pub fn csv(document: &Overeenkomst) -> Vec<u8> {
    let mut rows = vec![COLUMNS.map(String::from)];
    for thema in document.themas() {
        for indicator in &thema.indicatoren {
            figures(indicator, |jaar, soort, waarde, stand| {
                rows.push(row(document, thema, indicator, jaar, soort, waarde, stand));
            });
        }
    }
    table(rows)
}

/// Every figure of an indicator: which year, of which kind, how much.
fn figures(indicator: &Indicator, mut each: impl FnMut(Jaar, &str, &Getal, Option<&Stand>)) {
    for (jaar, getal) in &indicator.nulmeting {
        each(jaar.value, "nulmeting", getal, None);
    }
    for (jaar, streef) in &indicator.streef {
        match streef {
            Streef::Waarde(getal) => each(jaar.value, "streef", getal, None),
            Streef::Bandbreedte { minimum, ambitie } => {
                each(jaar.value, "minimum", minimum, None);
                each(jaar.value, "ambitie", ambitie, None);
            }
        }
    }
    for (jaar, stand) in &indicator.stand {
        each(jaar.value, "stand", &stand.waarde, Some(stand));
    }
}

fn row(
    document: &Overeenkomst,
    thema: &Thema,
    indicator: &Indicator,
    jaar: Jaar,
    soort: &str,
    waarde: &Getal,
    stand: Option<&Stand>,
) -> [String; 15] {
    let bron = indicator.bron.as_ref();
    let url = bron.and_then(|bron| bron.url.as_ref()).map(WebAdres::as_str);
    let peildatum = bron.and_then(|bron| bron.peildatum);
    [
        document.slug.to_string(),
        thema.titel.clone(),
        indicator.id.as_str().to_owned(),
        indicator.titel.clone(),
        indicator.eenheid.value.clone(),
        indicator.gewenst().word().to_owned(),
        indicator.eigenaar.as_ref().map(|partij| partij.naam.clone()).unwrap_or_default(),
        bron.map(|bron| bron.naam.clone()).unwrap_or_default(),
        url.unwrap_or_default().to_owned(),
        peildatum.map(|datum| datum.to_string()).unwrap_or_default(),
        jaar.to_string(),
        soort.to_owned(),
        waarde.kaal(),
        stand.map(|stand| stand.dag(jaar).to_string()).unwrap_or_default(),
        stand.and_then(|stand| stand.toelichting.clone()).unwrap_or_default(),
    ]
}
