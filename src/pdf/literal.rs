//! Values as Typst source. The only way by which the author's text gets into
//! that source: as a string literal, in which nothing can run.
//!
//! What readers see (`view`) comes here through serde: a struct is a dictionary
//! with the names of its fields, a list an array, what is absent `none`.

use std::fmt::Write;

use serde::de::value::Error;
use serde::ser::{self, Serialize, Serializer};

use crate::view::{OP_SITE, PROZA};

/// Writes a value that Typst reads back as it was, on one line.
pub fn write(value: &dyn erased_serde::Serialize, out: &mut String) {
    // Only a `Serialize` written by hand can fail, and those of `view` do not.
    let written = value.serialize(Literal { out });
    debug_assert!(written.is_ok(), "{written:?}");
}

/// Writes one value.
struct Literal<'a> {
    out: &'a mut String,
}

/// Writes what is between two brackets, with a comma behind each.
struct Items<'a> {
    out: &'a mut String,
    is_empty: bool,
}

impl Literal<'_> {
    fn plain(self, value: impl std::fmt::Display) -> Result<(), Error> {
        // Writing to a string cannot fail.
        let _ = write!(self.out, "{value}");
        Ok(())
    }
}

impl<'a> Items<'a> {
    fn open(out: &'a mut String) -> Self {
        out.push('(');
        Self { out, is_empty: true }
    }

    fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.is_empty = false;
        value.serialize(Literal { out: self.out })?;
        self.out.push(',');
        Ok(())
    }

    fn key(&mut self, key: &str) {
        string(key, self.out);
        self.out.push(':');
    }

    fn close_list(self) {
        self.out.push(')');
    }

    fn close_dictionary(self) {
        self.out.push_str(if self.is_empty { ":)" } else { ")" });
    }
}

/// Methods that write a number as it is.
macro_rules! numbers {
    ($($method:ident: $number:ty),*) => {
        $(fn $method(self, value: $number) -> Result<(), Error> {
            self.plain(value)
        })*
    };
}

/// Methods that open a list or a dictionary.
macro_rules! opens {
    ($($method:ident($($skipped:ty),*)),*) => {
        $(fn $method(self, $(_: $skipped),*) -> Result<Items<'a>, Error> {
            Ok(Items::open(self.out))
        })*
    };
}

impl<'a> Serializer for Literal<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Items<'a>;
    type SerializeMap = Items<'a>;
    type SerializeStruct = Items<'a>;
    type SerializeStructVariant = Items<'a>;

    numbers! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_f32: f32, serialize_f64: f64
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        string(value, self.out);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.plain("none")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        match name {
            OP_SITE => self.serialize_none(),
            PROZA => {
                self.out.push_str("[#");
                value.serialize(Literal { out: self.out })?;
                self.out.push(']');
                Ok(())
            }
            _ => value.serialize(self),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut items = Items::open(self.out);
        items.key(variant);
        items.item(value)?;
        items.close_dictionary();
        Ok(())
    }

    opens! {
        serialize_seq(Option<usize>), serialize_map(Option<usize>), serialize_tuple(usize),
        serialize_tuple_struct(&'static str, usize), serialize_struct(&'static str, usize),
        serialize_tuple_variant(&'static str, u32, &'static str, usize),
        serialize_struct_variant(&'static str, u32, &'static str, usize)
    }
}

/// What comes after one another, with a name before it in a dictionary.
macro_rules! gathers {
    ($($kind:ident: $method:ident($($key:ident)?), $close:ident;)*) => {
        $(impl ser::$kind for Items<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, $($key: &'static str,)? value: &T) -> Result<(), Error> {
                $(self.key($key);)?
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.$close();
                Ok(())
            }
        })*
    };
}

gathers! {
    SerializeSeq: serialize_element(), close_list;
    SerializeTuple: serialize_element(), close_list;
    SerializeTupleStruct: serialize_field(), close_list;
    SerializeTupleVariant: serialize_field(), close_list;
    SerializeStruct: serialize_field(key), close_dictionary;
    SerializeStructVariant: serialize_field(key), close_dictionary;
}

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        key.serialize(Literal { out: self.out })?;
        self.out.push(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.item(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close_dictionary();
        Ok(())
    }
}

/// `text` as content of its own: a string literal between brackets. Such a text
/// has a place in the source, which Typst hands on to each of its letters on
/// paper; of strings that a theme puts together it keeps none. So the proof of a
/// copy (`proof`) can tell whether all of it is there.
pub fn prose(text: &str, out: &mut String) {
    out.push_str("[#");
    string(text, out);
    out.push(']');
}

/// `text` as it was typed, as content of its own; `block` when it is no part of a line.
pub fn raw(text: &str, block: bool, out: &mut String) {
    out.push_str("[#raw(");
    string(text, out);
    out.push_str(if block { ",block:true)]" } else { ")]" });
}

/// `text` as a string literal.
pub fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Typst ends a line at these too, and a block must stay one line.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
