//! Values of YAML that may be written short or in full: a number or a word by
//! itself, or a map in which more is said; and one of them, or a list.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::yaml::{Raw, Yaml};
use super::{Sources, Spanned};

/// A value that was written short, or in full as a `T`.
#[derive(Debug, Clone)]
pub enum Shape<T> {
    /// A text.
    Text(String),
    /// A number, as the parser understood it; how it was typed is in the source.
    Number(String),
    /// A map.
    Full(T),
}

/// A value that was written short or in full, or several of them.
#[derive(Debug, Clone)]
pub enum Shapes<T> {
    /// One.
    One(Shape<T>),
    /// A list, each with its place.
    Many(Vec<Raw<Shape<T>>>),
}

/// What was written, told apart.
pub enum Written<T> {
    /// A text or number as it was typed, and where.
    Short(Spanned<String>),
    /// A map.
    Full(T),
}

impl<T> Spanned<Shape<T>> {
    /// The same with numbers as they were typed: `7.10` is not 7.1.
    pub fn as_typed(self, sources: &Sources) -> Written<T> {
        let span = self.span;
        match self.value {
            Shape::Text(value) => Written::Short(Spanned { value, span }),
            Shape::Number(number) => {
                let typed = sources.text(span);
                // Of an alias (`*x`) the place is that of the alias.
                let is_number = typed.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
                let value = if is_number { typed.to_owned() } else { number };
                Written::Short(Spanned { value, span })
            }
            Shape::Full(full) => Written::Full(full),
        }
    }
}

impl<T> Spanned<Shapes<T>> {
    /// Each of them with its place.
    pub fn each(self, yaml: &Yaml) -> Vec<Spanned<Shape<T>>> {
        match self.value {
            Shapes::One(value) => vec![Spanned { value, span: self.span }],
            Shapes::Many(many) => many.into_iter().map(|one| yaml.place(one)).collect(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Shape<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ShapeVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ShapeVisitor<T> {
            type Value = Shape<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("string")
            }
            fn visit_str<E>(self, text: &str) -> Result<Shape<T>, E> {
                Ok(Shape::Text(text.into()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Shape<T>, E> {
                Ok(Shape::Number(number.to_string()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Shape<T>, E> {
                Ok(Shape::Number(number.to_string()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Shape<T>, E> {
                Ok(Shape::Number(number.to_string()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Shape<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Shape::Full)
            }
        }
        deserializer.deserialize_any(ShapeVisitor(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Shapes<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ShapesVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ShapesVisitor<T> {
            type Value = Shapes<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("string")
            }
            fn visit_str<E>(self, text: &str) -> Result<Shapes<T>, E> {
                Ok(Shapes::One(Shape::Text(text.into())))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Shapes<T>, E> {
                Ok(Shapes::One(Shape::Number(number.to_string())))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Shapes<T>, E> {
                Ok(Shapes::One(Shape::Number(number.to_string())))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Shapes<T>, E> {
                Ok(Shapes::One(Shape::Number(number.to_string())))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Shapes<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|full| Shapes::One(Shape::Full(full)))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Shapes<T>, A::Error> {
                let mut many = Vec::new();
                while let Some(one) = list.next_element()? {
                    many.push(one);
                }
                Ok(Shapes::Many(many))
            }
        }
        deserializer.deserialize_any(ShapesVisitor(PhantomData))
    }
}
