//! Values that may be written in more than one way: pairs in their order, one
//! or a list, a text or a map, a period.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Raw, Yaml};
use crate::source::Spanned;

/// The pairs of a map in the order in which they were written, keys with their place.
#[derive(Debug, Clone)]
pub struct Pairs<V>(pub Vec<(Raw<String>, V)>);

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<V> {
            type Value = Pairs<V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("mapping")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<V>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

/// A single text, or a list of them.
#[derive(Debug, Clone)]
pub enum OneOrMany {
    /// `sleutel: een`
    One(String),
    /// `sleutel: [een, twee]`
    Many(Vec<Raw<String>>),
}

impl Spanned<OneOrMany> {
    /// Each of them with its place.
    pub fn each(self, yaml: &Yaml) -> Vec<Spanned<String>> {
        match self.value {
            OneOrMany::One(text) => vec![yaml.as_typed(Spanned { value: text, span: self.span })],
            OneOrMany::Many(texts) => texts.into_iter().map(|text| yaml.place(text)).collect(),
        }
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrManyVisitor;
        impl<'de> Visitor<'de> for OneOrManyVisitor {
            type Value = OneOrMany;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("string")
            }
            fn visit_str<E>(self, text: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany::One(text.into()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<OneOrMany, E> {
                Ok(OneOrMany::One(number.to_string()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<OneOrMany, E> {
                Ok(OneOrMany::One(number.to_string()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<OneOrMany, E> {
                Ok(OneOrMany::One(number.to_string()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OneOrMany, A::Error> {
                let mut many = Vec::new();
                while let Some(one) = list.next_element()? {
                    many.push(one);
                }
                Ok(OneOrMany::Many(many))
            }
        }
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

/// A text, or a map of keys that says more.
#[derive(Debug, Clone)]
pub enum TextOr<T> {
    /// A text.
    Text(String),
    /// What YAML takes for a number, or for yes or no: the text is what was
    /// written, so that `2.10` does not become `2.1`.
    AsWritten,
    /// A map.
    Map(T),
    /// A key with nothing behind it.
    Nothing,
    /// A list, which is neither.
    List,
}

struct TextOrVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for TextOrVisitor<T> {
    type Value = TextOr<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("string")
    }
    fn visit_str<E>(self, text: &str) -> Result<TextOr<T>, E> {
        Ok(TextOr::Text(text.into()))
    }
    fn visit_bool<E>(self, _: bool) -> Result<TextOr<T>, E> {
        Ok(TextOr::AsWritten)
    }
    fn visit_u64<E>(self, _: u64) -> Result<TextOr<T>, E> {
        Ok(TextOr::AsWritten)
    }
    fn visit_i64<E>(self, _: i64) -> Result<TextOr<T>, E> {
        Ok(TextOr::AsWritten)
    }
    fn visit_f64<E>(self, _: f64) -> Result<TextOr<T>, E> {
        Ok(TextOr::AsWritten)
    }
    fn visit_unit<E>(self) -> Result<TextOr<T>, E> {
        Ok(TextOr::Nothing)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TextOr<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(TextOr::Map)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<TextOr<T>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(TextOr::List)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrVisitor(PhantomData))
    }
}

/// One item, or a list of them; each a text or a map.
#[derive(Debug, Clone)]
pub enum Items<T> {
    /// `sleutel: een`
    One(TextOr<T>),
    /// `sleutel: [een, {…}]`
    Many(Vec<Raw<TextOr<T>>>),
}

impl<T> Spanned<Items<T>> {
    /// Each of them with its place.
    pub fn each(self, yaml: &Yaml) -> Vec<Spanned<TextOr<T>>> {
        match self.value {
            Items::One(item) => vec![Spanned { value: item, span: self.span }],
            Items::Many(items) => items.into_iter().map(|item| yaml.place(item)).collect(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ItemsVisitor<T>(TextOrVisitor<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ItemsVisitor<T> {
            type Value = Items<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("sequence")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Items<T>, E> {
                self.0.visit_str(text).map(Items::One)
            }
            fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Items<T>, E> {
                self.0.visit_bool(value).map(Items::One)
            }
            fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Items<T>, E> {
                self.0.visit_u64(value).map(Items::One)
            }
            fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Items<T>, E> {
                self.0.visit_i64(value).map(Items::One)
            }
            fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Items<T>, E> {
                self.0.visit_f64(value).map(Items::One)
            }
            fn visit_unit<E: serde::de::Error>(self) -> Result<Items<T>, E> {
                self.0.visit_unit().map(Items::One)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Items<T>, A::Error> {
                self.0.visit_map(map).map(Items::One)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Items<T>, A::Error> {
                let mut many = Vec::new();
                while let Some(item) = list.next_element()? {
                    many.push(item);
                }
                Ok(Items::Many(many))
            }
        }
        deserializer.deserialize_any(ItemsVisitor(TextOrVisitor(PhantomData)))
    }
}

/// A period: `2027`, `2027-2030`, or `{van: …, tot: …}`.
#[derive(Debug, Clone)]
pub enum PeriodText {
    /// Written as one text.
    Text(String),
    /// Written as two dates.
    FromTo {
        /// First day.
        van: Raw<String>,
        /// Last day.
        tot: Raw<String>,
    },
    /// Written as something that is no period at all.
    Other,
}

impl<'de> Deserialize<'de> for PeriodText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(field_identifier, rename_all = "lowercase")]
        enum Key {
            Van,
            Tot,
        }
        struct PeriodVisitor;
        impl<'de> Visitor<'de> for PeriodVisitor {
            type Value = PeriodText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("string")
            }
            fn visit_str<E>(self, text: &str) -> Result<PeriodText, E> {
                Ok(PeriodText::Text(text.into()))
            }
            fn visit_u64<E>(self, year: u64) -> Result<PeriodText, E> {
                Ok(PeriodText::Text(year.to_string()))
            }
            fn visit_i64<E>(self, year: i64) -> Result<PeriodText, E> {
                Ok(PeriodText::Text(year.to_string()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<PeriodText, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(PeriodText::Other)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PeriodText, A::Error> {
                use serde::de::Error;
                let (mut van, mut tot) = (None, None);
                while let Some(key) = map.next_key()? {
                    match key {
                        Key::Van => van = Some(map.next_value()?),
                        Key::Tot => tot = Some(map.next_value()?),
                    }
                }
                Ok(PeriodText::FromTo {
                    van: van.ok_or_else(|| A::Error::missing_field("van"))?,
                    tot: tot.ok_or_else(|| A::Error::missing_field("tot"))?,
                })
            }
        }
        deserializer.deserialize_any(PeriodVisitor)
    }
}
