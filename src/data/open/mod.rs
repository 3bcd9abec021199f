//! `overeenkomst.json`: a document as data, and the JSON Schema that says what
//! may be in it.
//!
//! The published form is not the model: others build on it, so it changes on
//! purpose and with a number ([`waarden::VORM`]), while the model may follow the code.
//! Its keys are those of the sources where there is one. Texts are plain text;
//! who wants the layout follows `adres`.

mod afspraak;
mod basis;
mod cijfers;
mod document;
mod evaluatie;
mod grondslag;
mod indicator;
mod inzet;
mod ondertekening;
mod samenhang;
mod verloop;
mod waarden;

use schemars::generate::SchemaSettings;

use super::Desk;
use crate::model::Overeenkomst;
use document::Document;
use waarden::SCHEMA;

/// A document as JSON, without blanks: programs need none, and with them it is twice as heavy.
pub fn json(document: &Overeenkomst, desk: &Desk) -> Vec<u8> {
    lines(serde_json::to_vec(&Document::of(document, desk)))
}

/// The schema of all documents (JSON Schema, draft 2020-12).
pub fn schema(desk: &Desk) -> Vec<u8> {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Document>();
    if let Some(address) = desk.address(SCHEMA) {
        schema.insert("$id".into(), address.into());
    }
    schema.insert("title".into(), "Overeenkomst".into());
    lines(serde_json::to_vec_pretty(&schema))
}

fn lines(written: serde_json::Result<Vec<u8>>) -> Vec<u8> {
    // Only maps with keys that are no text, and writers that fail, can go wrong here: there are none.
    let mut bytes = written.unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
