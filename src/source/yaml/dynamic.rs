//! Reads any type with one copy of the parser's code.
//!
//! serde writes a reader for each pair of a type and a parser; ours has a hundred types,
//! and of the parser's some thousands of lines for each. Through `erased-serde` a type
//! meets the parser behind one door. That would lose where a mistake is, as behind the
//! door the parser's own errors are mere words; so [`Kept`] lays each of them by where it
//! comes out, and hands it on where it would go back in.

use std::fmt;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

/// A value of a text of YAML.
pub fn read<T: DeserializeOwned>(
    text: &str,
    options: serde_saphyr::Options,
) -> Result<T, serde_saphyr::Error> {
    let mut value = None;
    with_parser(text, options, &mut |parser| {
        value = Some(T::deserialize(parser)?);
        Ok(())
    })?;
    value.ok_or_else(|| serde_saphyr::Error::custom("nothing was read"))
}

type Read<'r> = &'r mut dyn FnMut(&mut dyn erased_serde::Deserializer) -> Result<(), erased_serde::Error>;

fn with_parser(text: &str, options: serde_saphyr::Options, read: Read) -> Result<(), serde_saphyr::Error> {
    serde_saphyr::with_deserializer_from_str_with_options(text, options, |parser| {
        kept(|slot| {
            let mut parser = <dyn erased_serde::Deserializer>::erase(Kept { inner: parser, slot });
            read(&mut parser).map_err(serde_saphyr::Error::custom)
        })
    })
}

/// Runs something that may lay an error by: that one then stands for all that came of it.
fn kept<T, E>(run: impl FnOnce(&mut Option<E>) -> Result<T, E>) -> Result<T, E> {
    let mut slot = None;
    let result = run(&mut slot);
    match slot {
        Some(error) => Err(error),
        None => result,
    }
}

/// Lays an error by.
fn keep<T, E: de::Error>(slot: &mut Option<E>, result: Result<T, E>) -> Result<T, E> {
    result.map_err(|error| {
        *slot = Some(error);
        E::custom("kept")
    })
}

/// What the parser gives, whose errors are laid by.
struct Kept<'s, I, E> {
    inner: I,
    slot: &'s mut Option<E>,
}

/// What is given to the parser.
struct Given<I>(I);

macro_rules! deserialize {
    ($($method:ident($($name:ident: $kind:ty),*))*) => {
        $(fn $method<V: Visitor<'de>>(self, $($name: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            keep(self.slot, self.inner.$method($($name,)* Given(visitor)))
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Kept<'_, D, D::Error> {
    type Error = D::Error;

    deserialize! {
        deserialize_any() deserialize_bool() deserialize_char() deserialize_str() deserialize_string()
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_f32() deserialize_f64() deserialize_bytes() deserialize_byte_buf()
        deserialize_option() deserialize_unit() deserialize_seq() deserialize_map()
        deserialize_identifier() deserialize_ignored_any()
        deserialize_unit_struct(name: &'static str) deserialize_newtype_struct(name: &'static str)
        deserialize_tuple(len: usize) deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident: $kind:ty),*) => {
        $(fn $method<E: de::Error>(self, value: $kind) -> Result<V::Value, E> {
            self.0.$method(value)
        })*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Given<V> {
    type Value = V::Value;

    visit! {
        visit_bool: bool, visit_char: char, visit_str: &str, visit_borrowed_str: &'de str, visit_string: String,
        visit_i8: i8, visit_i16: i16, visit_i32: i32, visit_i64: i64, visit_i128: i128,
        visit_u8: u8, visit_u16: u16, visit_u32: u32, visit_u64: u64, visit_u128: u128,
        visit_f32: f32, visit_f64: f64,
        visit_bytes: &[u8], visit_borrowed_bytes: &'de [u8], visit_byte_buf: Vec<u8>
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: de::Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        kept(|slot| self.0.visit_some(Kept { inner, slot }))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        kept(|slot| self.0.visit_newtype_struct(Kept { inner, slot }))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        kept(|slot| self.0.visit_seq(Kept { inner, slot }))
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        kept(|slot| self.0.visit_map(Kept { inner, slot }))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        kept(|slot| self.0.visit_enum(Kept { inner, slot }))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Given<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        kept(|slot| self.0.deserialize(Kept { inner, slot }))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Kept<'_, A, A::Error> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        keep(self.slot, self.inner.next_element_seed(Given(seed)))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Kept<'_, A, A::Error> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        keep(self.slot, self.inner.next_key_seed(Given(seed)))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        keep(self.slot, self.inner.next_value_seed(Given(seed)))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'s, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Kept<'s, A, A::Error> {
    type Error = A::Error;
    type Variant = Kept<'s, A::Variant, A::Error>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let Self { inner, slot } = self;
        let (value, inner) = keep(slot, inner.variant_seed(Given(seed)))?;
        Ok((value, Kept { inner, slot }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Kept<'_, A, A::Error> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        keep(self.slot, self.inner.unit_variant())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        keep(self.slot, self.inner.newtype_variant_seed(Given(seed)))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        keep(self.slot, self.inner.tuple_variant(len, Given(visitor)))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        keep(self.slot, self.inner.struct_variant(fields, Given(visitor)))
    }
}
