//! Reads any type with one copy of the parser's code.
//!
//! serde writes a reader for each pair of a type and a parser; ours has a hundred types, and of
//! the parser's some thousands of lines for each. Here the two meet at a counter: a type asks
//! for a shape ([`Ask`]), the parser hands something over ([`Handed`]), and neither is compiled
//! for the other. `erased-serde` has such a counter for all formats, with 27 functions for each
//! type; what YAML can hold needs one.
//!
//! Types cannot hold the parser's errors, which know their places. So [`keep`] lays each of
//! them by where it would reach a type, and [`kept`] hands it on where it is the parser's again.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};

/// A value of a text of YAML.
pub fn read<T: DeserializeOwned>(
    text: &str,
    options: serde_saphyr::Options,
) -> Result<T, serde_saphyr::Error> {
    let mut wish = Wish::of(PhantomData::<T>);
    parse(text, options, &mut wish)?;
    wish.fulfilled().map_err(Broken::into_error)
}

fn parse(
    text: &str,
    options: serde_saphyr::Options,
    wish: &mut dyn for<'de> Seed<'de>,
) -> Result<(), serde_saphyr::Error> {
    serde_saphyr::with_deserializer_from_str_with_options(text, options, |parser| {
        Sown(wish).deserialize(parser)
    })
}

// Over the counter.

/// What the parser hands over: of serde's `Visitor` what our types take; none takes bytes or
/// numbers of 128 bits.
enum Handed<'a, 'de> {
    Bool(bool),
    I64(i64),
    U64(u64),
    F64(f64),
    Str(&'a str),
    Unit,
    None,
    Some(&'a mut dyn Value<'de>),
    Newtype(&'a mut dyn Value<'de>),
    Seq(&'a mut dyn Items<'de>),
    Map(&'a mut dyn Entries<'de>),
    Enum(&'a mut dyn Choice<'de>),
}

impl Handed<'_, '_> {
    /// What a type says of what it cannot take.
    fn unwanted(self, wanted: &dyn Expected) -> Broken {
        let found = match self {
            Self::Bool(value) => Unexpected::Bool(value),
            Self::I64(value) => Unexpected::Signed(value),
            Self::U64(value) => Unexpected::Unsigned(value),
            Self::F64(value) => Unexpected::Float(value),
            Self::Str(value) => Unexpected::Str(value),
            Self::Unit => Unexpected::Unit,
            Self::None | Self::Some(_) => Unexpected::Option,
            Self::Newtype(_) => Unexpected::NewtypeStruct,
            Self::Seq(_) => Unexpected::Seq,
            Self::Map(_) => Unexpected::Map,
            Self::Enum(_) => Unexpected::Enum,
        };
        Broken::invalid_type(found, wanted)
    }
}

/// A type that waits for what the parser hands over.
trait Taker<'de> {
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    fn take(&mut self, handed: Handed<'_, 'de>) -> Result<(), Broken>;
}

/// A type that is to be made of a value.
trait Seed<'de> {
    fn grow(&mut self, value: &mut dyn Value<'de>) -> Result<(), Broken>;
}

/// A value that is still in the text, which can be read once.
trait Value<'de> {
    fn read(&mut self, ask: Ask, to: &mut dyn Taker<'de>) -> Result<(), Broken>;
}

/// A list; `false` at its end.
trait Items<'de> {
    fn item(&mut self, seed: &mut dyn Seed<'de>) -> Result<bool, Broken>;
}

/// Names with values; `false` at the end.
trait Entries<'de> {
    fn name(&mut self, seed: &mut dyn Seed<'de>) -> Result<bool, Broken>;
    fn value(&mut self, seed: &mut dyn Seed<'de>) -> Result<(), Broken>;
}

/// One of some variants: its name first, and then what it holds.
trait Choice<'de> {
    fn name(&mut self, seed: &mut dyn Seed<'de>) -> Result<(), Broken>;
    fn unit(&mut self) -> Result<(), Broken>;
    fn newtype(&mut self, seed: &mut dyn Seed<'de>) -> Result<(), Broken>;
    fn tuple(&mut self, len: usize, to: &mut dyn Taker<'de>) -> Result<(), Broken>;
    fn fields(&mut self, names: &'static [&'static str], to: &mut dyn Taker<'de>) -> Result<(), Broken>;
}

/// Why a type could not be made: in the words that serde gives for it, or by an error that is
/// laid by.
#[derive(Debug)]
enum Broken {
    Kept,
    Custom(String),
    Type(String, String),
    Value(String, String),
    Length(usize, String),
    Variant(String, &'static [&'static str]),
    Field(String, &'static [&'static str]),
    Missing(&'static str),
}

impl Broken {
    fn into_error<E: Error>(self) -> E {
        match self {
            Self::Kept => E::custom("kept"),
            Self::Custom(message) => E::custom(message),
            Self::Type(found, wanted) => E::invalid_type(Unexpected::Other(&found), &wanted.as_str()),
            Self::Value(found, wanted) => E::invalid_value(Unexpected::Other(&found), &wanted.as_str()),
            Self::Length(len, wanted) => E::invalid_length(len, &wanted.as_str()),
            Self::Variant(name, known) => E::unknown_variant(&name, known),
            Self::Field(name, known) => E::unknown_field(&name, known),
            Self::Missing(name) => E::missing_field(name),
        }
    }
}

impl Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Broken {}

impl Error for Broken {
    fn custom<T: Display>(message: T) -> Self {
        Self::Custom(message.to_string())
    }

    fn invalid_type(found: Unexpected, wanted: &dyn Expected) -> Self {
        Self::Type(found.to_string(), wanted.to_string())
    }

    fn invalid_value(found: Unexpected, wanted: &dyn Expected) -> Self {
        Self::Value(found.to_string(), wanted.to_string())
    }

    fn invalid_length(len: usize, wanted: &dyn Expected) -> Self {
        Self::Length(len, wanted.to_string())
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        Self::Variant(name.to_owned(), known)
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::Field(name.to_owned(), known)
    }

    fn missing_field(name: &'static str) -> Self {
        Self::Missing(name)
    }
}

/// What can be had once.
fn once<T>(place: &mut Option<T>) -> Result<T, Broken> {
    match place.take() {
        Some(there) => Ok(there),
        None => Err(read_twice()),
    }
}

#[cold]
fn read_twice() -> Broken {
    Broken::custom("read twice")
}

#[cold]
fn unread() -> Broken {
    Broken::custom("nothing was read")
}

// The side of the types.

/// What is asked for, and what came of it.
struct Wish<A, T> {
    asked: Option<A>,
    got: Option<T>,
}

impl<A, T> Wish<A, T> {
    fn of(asked: A) -> Self {
        Self { asked: Some(asked), got: None }
    }

    fn fulfilled(self) -> Result<T, Broken> {
        match self.got {
            Some(value) => Ok(value),
            None => Err(unread()),
        }
    }
}

/// A visitor, with those of its methods that it is asked by.
struct Visit<'de, V: Visitor<'de>> {
    visitor: V,
    by: By<'de, V>,
}

/// How a visitor takes what is handed over: one of the functions in [`by`].
type By<'de, V> = for<'a> fn(V, Handed<'a, 'de>) -> Result<<V as Visitor<'de>>::Value, Broken>;

impl<'de, V: Visitor<'de>> Taker<'de> for Wish<Visit<'de, V>, V::Value> {
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.asked.as_ref().map_or(Ok(()), |asked| asked.visitor.expecting(f))
    }

    fn take(&mut self, handed: Handed<'_, 'de>) -> Result<(), Broken> {
        let Visit { visitor, by } = once(&mut self.asked)?;
        self.got = Some(by(visitor, handed)?);
        Ok(())
    }
}

/// What the parser hands over, by what it is asked for. So no type is compiled for what it never
/// gets, which is most of what serde would have it take.
mod by {
    use super::{Broken, Counter, Handed, Visitor};

    type Made<'de, V> = Result<<V as Visitor<'de>>::Value, Broken>;

    macro_rules! by {
        ($($by:ident { $($handed:ident $(($inner:ident))? => $visit:ident($($given:expr)?),)* })*) => {
            $(pub(super) fn $by<'de, V: Visitor<'de>>(visitor: V, handed: Handed<'_, 'de>) -> Made<'de, V> {
                match handed {
                    $(Handed::$handed $(($inner))? => visitor.$visit($($given)?),)*
                    other => Err(other.unwanted(&visitor)),
                }
            })*
        };
    }

    by! {
        number {
            Bool(value) => visit_bool(value),
            I64(value) => visit_i64(value),
            U64(value) => visit_u64(value),
            F64(value) => visit_f64(value),
        }
        text {
            Str(value) => visit_str(value),
        }
        nothing {
            Unit => visit_unit(),
        }
        option {
            None => visit_none(),
            Some(value) => visit_some(Counter(value)),
        }
        newtype {
            Newtype(value) => visit_newtype_struct(Counter(value)),
        }
        list {
            Seq(items) => visit_seq(Counter(items)),
        }
        map {
            Map(entries) => visit_map(Counter(entries)),
        }
        choice {
            Enum(choice) => visit_enum(Counter(choice)),
        }
    }

    pub(super) fn anything<'de, V: Visitor<'de>>(visitor: V, handed: Handed<'_, 'de>) -> Made<'de, V> {
        match handed {
            Handed::Bool(_) | Handed::I64(_) | Handed::U64(_) | Handed::F64(_) => number(visitor, handed),
            Handed::Str(_) => text(visitor, handed),
            Handed::Unit => nothing(visitor, handed),
            Handed::None | Handed::Some(_) => option(visitor, handed),
            Handed::Newtype(_) => newtype(visitor, handed),
            Handed::Seq(_) => list(visitor, handed),
            Handed::Map(_) => map(visitor, handed),
            Handed::Enum(_) => choice(visitor, handed),
        }
    }
}

impl<'de, S: DeserializeSeed<'de>> Seed<'de> for Wish<S, S::Value> {
    fn grow(&mut self, value: &mut dyn Value<'de>) -> Result<(), Broken> {
        self.got = Some(once(&mut self.asked)?.deserialize(Counter(value))?);
        Ok(())
    }
}

/// Where a type finds the parser.
struct Counter<'a, P: ?Sized>(&'a mut P);

/// The methods of serde's `Deserializer`: as an enum, for the types, and for the parser.
macro_rules! asks {
    ($($by:ident: $($ask:ident $method:ident $(($($name:ident: $kind:ty),*))?),*;)*) => {
        /// The shape that a type asks for.
        #[derive(Clone, Copy)]
        enum Ask { $($($ask $(($($kind),*))?,)*)* }

        impl<'de> Deserializer<'de> for Counter<'_, dyn Value<'de> + '_> {
            type Error = Broken;

            $($(fn $method<V: Visitor<'de>>(self, $($($name: $kind,)*)? visitor: V) -> Result<V::Value, Broken> {
                read_by(self.0, Ask::$ask $(($($name),*))?, visitor, by::$by)
            })*)*
        }

        impl Ask {
            fn of<'de, D: Deserializer<'de>>(self, parser: D, to: &mut dyn Taker<'de>) -> Result<(), D::Error> {
                match self { $($(Self::$ask $(($($name),*))? => parser.$method($($($name,)*)? To(to)),)*)* }
            }
        }
    };
}

fn read_by<'de, V: Visitor<'de>>(
    value: &mut dyn Value<'de>,
    ask: Ask,
    visitor: V,
    by: By<'de, V>,
) -> Result<V::Value, Broken> {
    let mut wish = Wish::of(Visit { visitor, by });
    value.read(ask, &mut wish)?;
    wish.fulfilled()
}

asks! {
    anything: Any deserialize_any, Ignored deserialize_ignored_any;
    number: Bool deserialize_bool, I8 deserialize_i8, I16 deserialize_i16, I32 deserialize_i32,
        I64 deserialize_i64, U8 deserialize_u8, U16 deserialize_u16, U32 deserialize_u32,
        U64 deserialize_u64, F32 deserialize_f32, F64 deserialize_f64;
    text: Char deserialize_char, Str deserialize_str, String deserialize_string,
        Bytes deserialize_bytes, ByteBuf deserialize_byte_buf, Identifier deserialize_identifier;
    nothing: Unit deserialize_unit, UnitStruct deserialize_unit_struct(name: &'static str);
    option: Option deserialize_option;
    newtype: Newtype deserialize_newtype_struct(name: &'static str);
    list: Seq deserialize_seq, Tuple deserialize_tuple(len: usize),
        TupleStruct deserialize_tuple_struct(name: &'static str, len: usize);
    map: Map deserialize_map,
        Struct deserialize_struct(name: &'static str, fields: &'static [&'static str]);
    choice: Enum deserialize_enum(name: &'static str, variants: &'static [&'static str]);
}

impl<'de> SeqAccess<'de> for Counter<'_, dyn Items<'de> + '_> {
    type Error = Broken;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Broken> {
        let mut wish = Wish::of(seed);
        if self.0.item(&mut wish)? { wish.fulfilled().map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Counter<'_, dyn Entries<'de> + '_> {
    type Error = Broken;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Broken> {
        let mut wish = Wish::of(seed);
        if self.0.name(&mut wish)? { wish.fulfilled().map(Some) } else { Ok(None) }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Broken> {
        let mut wish = Wish::of(seed);
        self.0.value(&mut wish)?;
        wish.fulfilled()
    }
}

impl<'de> EnumAccess<'de> for Counter<'_, dyn Choice<'de> + '_> {
    type Error = Broken;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Broken> {
        let mut wish = Wish::of(seed);
        self.0.name(&mut wish)?;
        Ok((wish.fulfilled()?, self))
    }
}

impl<'de> VariantAccess<'de> for Counter<'_, dyn Choice<'de> + '_> {
    type Error = Broken;

    fn unit_variant(self) -> Result<(), Broken> {
        self.0.unit()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Broken> {
        let mut wish = Wish::of(seed);
        self.0.newtype(&mut wish)?;
        wish.fulfilled()
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Broken> {
        let mut wish = Wish::of(Visit { visitor, by: by::list });
        self.0.tuple(len, &mut wish)?;
        wish.fulfilled()
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        let mut wish = Wish::of(Visit { visitor, by: by::map });
        self.0.fields(names, &mut wish)?;
        wish.fulfilled()
    }
}

// The side of the parser.

/// What the parser gives, whose errors are laid by.
struct Kept<'s, I, E> {
    inner: I,
    slot: &'s mut Option<E>,
}

/// Lays an error of the parser by.
fn keep<T, E>(slot: &mut Option<E>, result: Result<T, E>) -> Result<T, Broken> {
    result.map_err(|error| {
        *slot = Some(error);
        Broken::Kept
    })
}

/// Runs something that may lay an error by: that one then stands for all that came of it.
fn kept<E: Error>(run: impl FnOnce(&mut Option<E>) -> Result<(), Broken>) -> Result<(), E> {
    let mut slot = None;
    let result = run(&mut slot);
    slot.map_or_else(|| result.map_err(Broken::into_error), Err)
}

/// The type to which the parser hands something.
struct To<'a, 'de>(&'a mut dyn Taker<'de>);

macro_rules! visit {
    ($($method:ident $(($value:ident: $kind:ty))? => $handed:expr,)*) => {
        $(fn $method<E: Error>(self $(, $value: $kind)?) -> Result<(), E> {
            self.0.take($handed).map_err(Broken::into_error)
        })*
    };
}

macro_rules! visit_inner {
    ($($method:ident: $bound:path => $handed:ident $inner:expr,)*) => {
        $(fn $method<I: $bound>(self, inner: I) -> Result<(), I::Error> {
            kept(|slot| self.0.take(Handed::$handed(&mut Kept { inner: $inner(inner), slot })))
        })*
    };
}

impl<'de> Visitor<'de> for To<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    visit! {
        visit_bool(value: bool) => Handed::Bool(value),
        visit_i64(value: i64) => Handed::I64(value),
        visit_u64(value: u64) => Handed::U64(value),
        visit_f64(value: f64) => Handed::F64(value),
        visit_str(value: &str) => Handed::Str(value),
        visit_unit => Handed::Unit,
        visit_none => Handed::None,
    }

    visit_inner! {
        visit_some: Deserializer<'de> => Some Some,
        visit_newtype_struct: Deserializer<'de> => Newtype Some,
        visit_seq: SeqAccess<'de> => Seq std::convert::identity,
        visit_map: MapAccess<'de> => Map std::convert::identity,
        visit_enum: EnumAccess<'de> => Enum Chosen::Unnamed,
    }
}

/// What the parser makes a value for.
struct Sown<'a, 'de>(&'a mut dyn Seed<'de>);

impl<'de> DeserializeSeed<'de> for Sown<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        kept(|slot| self.0.grow(&mut Kept { inner: Some(parser), slot }))
    }
}

impl<'de, D: Deserializer<'de>> Value<'de> for Kept<'_, Option<D>, D::Error> {
    fn read(&mut self, ask: Ask, to: &mut dyn Taker<'de>) -> Result<(), Broken> {
        keep(self.slot, ask.of(once(&mut self.inner)?, to))
    }
}

impl<'de, A: SeqAccess<'de>> Items<'de> for Kept<'_, A, A::Error> {
    fn item(&mut self, seed: &mut dyn Seed<'de>) -> Result<bool, Broken> {
        Ok(keep(self.slot, self.inner.next_element_seed(Sown(seed)))?.is_some())
    }
}

impl<'de, A: MapAccess<'de>> Entries<'de> for Kept<'_, A, A::Error> {
    fn name(&mut self, seed: &mut dyn Seed<'de>) -> Result<bool, Broken> {
        Ok(keep(self.slot, self.inner.next_key_seed(Sown(seed)))?.is_some())
    }

    fn value(&mut self, seed: &mut dyn Seed<'de>) -> Result<(), Broken> {
        keep(self.slot, self.inner.next_value_seed(Sown(seed)))
    }
}

/// How far the reading of a choice is.
enum Chosen<A, V> {
    Unnamed(A),
    Named(V),
    Read,
}

impl<'de, A: EnumAccess<'de>> Kept<'_, Chosen<A, A::Variant>, A::Error> {
    fn held(&mut self) -> Result<A::Variant, Broken> {
        match std::mem::replace(&mut self.inner, Chosen::Read) {
            Chosen::Named(held) => Ok(held),
            _ => Err(read_twice()),
        }
    }
}

impl<'de, A: EnumAccess<'de>> Choice<'de> for Kept<'_, Chosen<A, A::Variant>, A::Error> {
    fn name(&mut self, seed: &mut dyn Seed<'de>) -> Result<(), Broken> {
        let Chosen::Unnamed(choice) = std::mem::replace(&mut self.inner, Chosen::Read) else {
            return Err(read_twice());
        };
        let ((), held) = keep(self.slot, choice.variant_seed(Sown(seed)))?;
        self.inner = Chosen::Named(held);
        Ok(())
    }

    fn unit(&mut self) -> Result<(), Broken> {
        let held = self.held()?;
        keep(self.slot, held.unit_variant())
    }

    fn newtype(&mut self, seed: &mut dyn Seed<'de>) -> Result<(), Broken> {
        let held = self.held()?;
        keep(self.slot, held.newtype_variant_seed(Sown(seed)))
    }

    fn tuple(&mut self, len: usize, to: &mut dyn Taker<'de>) -> Result<(), Broken> {
        let held = self.held()?;
        keep(self.slot, held.tuple_variant(len, To(to)))
    }

    fn fields(&mut self, names: &'static [&'static str], to: &mut dyn Taker<'de>) -> Result<(), Broken> {
        let held = self.held()?;
        keep(self.slot, held.struct_variant(names, To(to)))
    }
}
