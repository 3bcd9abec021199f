//! Values of options: what is read from the text behind them, and what is said when
//! nothing can be.

use std::net::IpAddr;

use crate::model::{Datum, WebAdres};

pub fn base_url(text: &str) -> Result<WebAdres, String> {
    WebAdres::of_site(text.trim()).map_err(|wrong| format!("{wrong}. {}", wrong.hint().trim_end_matches('.')))
}

pub fn date(text: &str) -> Result<Datum, String> {
    Datum::parse(text).ok_or_else(|| "schrijf een datum die bestaat als JJJJ-MM-DD".into())
}

pub fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "schrijf een getal tot en met 65535, zoals 8080".into())
}

pub fn address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| "schrijf een IP-adres, zoals 192.168.1.20".into())
}

pub fn count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "schrijf een getal, zoals 200".into())
}
