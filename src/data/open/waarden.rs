//! Single values of the published form: days, numbers, words of a fixed list.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::model::{Bedrag, Datum, Getal, Periode, Words};

/// The number of the published form. A key that is added leaves it as it is; one
/// that goes, or comes to mean something else, makes it one higher.
pub const VORM: u32 = 1;

/// Where the schema goes.
pub const SCHEMA: &str = "overeenkomst.schema.json";

/// A day, as in ISO 8601.
pub struct Dag(pub Datum);

impl Serialize for Dag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl JsonSchema for Dag {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Dag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "date"})
    }
}

/// A number as it was written.
pub struct Waarde(pub Getal);

impl Serialize for Waarde {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number(&self.0.kaal().replace(',', "."), serializer)
    }
}

/// The number that `text` writes with a decimal point.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match (text.parse::<i64>(), text.parse::<f64>()) {
        (Ok(whole), _) => serializer.serialize_i64(whole),
        // Read back, the shortest text of a fraction is the one that was written.
        (_, Ok(fraction)) => serializer.serialize_f64(fraction),
        _ => serializer.serialize_str(text),
    }
}

impl JsonSchema for Waarde {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Waarde".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number"})
    }
}

/// Money, in euros.
pub struct Euro(pub Bedrag);

impl Serialize for Euro {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number(&self.0.canoniek(), serializer)
    }
}

impl JsonSchema for Euro {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Euro".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "exclusiveMinimum": 0})
    }
}

/// A word of a fixed list, as it is written in the sources.
pub struct Woord<T>(pub T);

impl<T: Words> Serialize for Woord<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Words::word(self.0))
    }
}

impl<T: Words> JsonSchema for Woord<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_of(T::WORDS)
    }
}

fn one_of(words: &[&str]) -> Schema {
    json_schema!({"type": "string", "enum": words})
}

/// From one day to another, both included.
#[derive(Serialize, JsonSchema)]
pub struct Tijdvak {
    /// Eerste dag.
    van: Dag,
    /// Laatste dag.
    tot_en_met: Dag,
}

impl From<Periode> for Tijdvak {
    fn from(periode: Periode) -> Self {
        Self { van: Dag(periode.van()), tot_en_met: Dag(periode.tot_en_met()) }
    }
}
