//! Values of options that several commands have.

use crate::model::{Datum, WebAdres};

pub fn base_url(text: &str) -> Result<WebAdres, String> {
    WebAdres::parse(text)
        .map(WebAdres::as_folder)
        .ok_or_else(|| "schrijf het hele adres, met https:// ervoor".into())
}

pub fn date(text: &str) -> Result<Datum, String> {
    Datum::parse(text).ok_or_else(|| "schrijf een datum die bestaat als JJJJ-MM-DD".into())
}
