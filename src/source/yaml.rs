//! YAML to typed values that remember where they stood.
//!
//! One reader for front matter, fenced blocks and whole files, so that all
//! three give one kind of message. `serde-saphyr` reports places relative to
//! the text that it was given; a [`Yaml`] adds where that text begins.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_saphyr::{Error, Location};

use super::{BYTE_ORDER_MARK, SourceId, Span, Spanned};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};

/// A value as it comes from `serde-saphyr`, with a place relative to the YAML text.
pub type Raw<T> = serde_saphyr::Spanned<T>;

/// A stretch of YAML in a source file.
#[derive(Debug, Clone)]
pub struct Yaml<'a> {
    source: SourceId,
    text: &'a str,
    offset: usize,
}

impl<'a> Yaml<'a> {
    /// The YAML in `range` of the file `source`, whose whole text is `text`.
    pub fn new(source: SourceId, text: &'a str, range: Range<usize>) -> Self {
        Self { source, text: &text[range.clone()], offset: range.start }
    }

    /// A file that is YAML from start to end.
    pub fn whole(source: SourceId, text: &'a str) -> Self {
        let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        Self::new(source, text, start..text.len())
    }

    /// Reads a value. Unknown and duplicate keys are refused, and so is YAML
    /// that unfolds into more than anyone would write.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Diagnostic> {
        // Without a single key YAML is nothing at all; to an author, the first key is missing.
        let blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
        let text = if self.text.lines().all(blank) { "{}" } else { self.text };
        serde_saphyr::from_str_with_options(text, options()).map_err(|error| self.diagnostic(&error))
    }

    /// Brings a value into the positions of the file.
    pub fn place<T>(&self, raw: Raw<T>) -> Spanned<T> {
        let span = self.span(raw.referenced);
        Spanned { value: raw.value, span }
    }

    /// All of it, as a span of the file.
    pub fn whole_span(&self) -> Span {
        Span::new(self.source, self.offset..self.offset + self.text.trim_end().len())
    }

    /// A list, where a text belongs.
    pub fn no_text(span: Span) -> Diagnostic {
        Diagnostic::at(Code::Y103, span, "Hier staat een lijst, maar er hoort tekst te staan.")
            .label("verwacht: tekst")
    }

    /// A key with nothing behind it, where a value belongs.
    pub fn no_value(span: Span) -> Diagnostic {
        Diagnostic::at(Code::Y103, span, "Hier ontbreekt een waarde.")
            .label("leeg")
            .hint("Vul achter de dubbele punt iets in, of haal de regel weg.")
    }

    fn span(&self, location: Location) -> Span {
        let place = location.span();
        let Some(start) = place.byte_offset().and_then(|start| usize::try_from(start).ok()) else {
            return self.rest_of_line(location);
        };
        let length = place.byte_len().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
        let start = start.min(self.text.len());
        let end = (start + length).min(self.text.len());
        // The parser counts the line end after a plain value to that value.
        let end = start + self.text.get(start..end).map_or(0, |value| value.trim_end().len());
        Span::new(self.source, self.offset + start..self.offset + end)
    }

    fn first_line(&self) -> Span {
        let line = self.text.lines().next().unwrap_or_default();
        Span::new(self.source, self.offset..self.offset + line.len())
    }

    /// Mistakes in the YAML itself come with a line and a column only, and with
    /// none of them when there is no place to point at.
    fn rest_of_line(&self, location: Location) -> Span {
        let index = |number: u64| usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let Some((line, column)) = index(location.line()).zip(index(location.column())) else {
            return self.whole_span();
        };
        let mut start = 0;
        for line in self.text.split_inclusive('\n').take(line) {
            start += line.len();
        }
        let line = self.text[start..].lines().next().unwrap_or_default();
        let column = line.char_indices().nth(column).map_or(line.len(), |(offset, _)| offset);
        Span::new(self.source, self.offset + start + column..self.offset + start + line.len())
    }

    /// The first line from a place on that is indented with a tab.
    fn tab_from(&self, span: Span) -> Option<Span> {
        let mut start = (span.start as usize).checked_sub(self.offset)?;
        start = self.text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
        for line in self.text[start..].split_inclusive('\n') {
            let indent = line.len() - line.trim_start().len();
            if let Some(tab) = line[..indent].find('\t') {
                let at = self.offset + start + tab;
                return Some(Span::new(self.source, at..at + 1));
            }
            start += line.len();
        }
        None
    }

    fn diagnostic(&self, error: &Error) -> Diagnostic {
        let error = error.without_snippet();
        let span = error.location().map_or_else(|| self.whole_span(), |location| self.span(location));
        let at = |code, message: String| Diagnostic::at(code, span, message);
        match error {
            Error::AliasError { error, .. } => self.diagnostic(error),
            Error::SerdeUnknownField { field, expected, .. } => {
                let hint = did_you_mean(field, expected.iter().copied())
                    .unwrap_or_else(|| format!("Hier mag staan: {}.", expected.join(", ")));
                at(Code::Y102, format!("De sleutel `{field}` bestaat hier niet."))
                    .label("onbekende sleutel")
                    .hint(hint)
            }
            Error::SerdeMissingField { field, location } => {
                // The parser points at the last block that it read; what is missing at
                // the outermost level is missing from the start.
                let outermost = location.column() <= 1;
                let place = if outermost { self.first_line() } else { span };
                Diagnostic::at(Code::Y105, place, format!("De sleutel `{field}` ontbreekt."))
                    .label("hoort bij dit deel")
                    .hint(format!("Zet er een regel `{field}: …` bij."))
            }
            Error::DuplicateMappingKey { key, .. } => {
                let key = key.as_deref().unwrap_or("…");
                at(Code::Y104, format!("De sleutel `{key}` staat hier twee keer."))
                    .label("tweede keer")
                    .hint("Haal er een weg, of voeg de twee samen.")
            }
            Error::NullIntoString { .. } => Self::no_value(span),
            Error::SerdeInvalidType { unexpected, expected, .. }
            | Error::SerdeInvalidValue { unexpected, expected, .. } => at(
                Code::Y103,
                format!("Hier staat {}, maar er hoort {} te staan.", dutch(unexpected), dutch(expected)),
            )
            .label(format!("verwacht: {}", dutch(expected))),
            Error::Unexpected { expected, .. } => {
                at(Code::Y103, format!("Hier hoort {} te staan.", dutch(expected)))
                    .label(format!("verwacht: {}", dutch(expected)))
                    .maybe_hint(self.list_or_map_hint(expected))
            }
            Error::InvalidScalar { ty, .. } => at(Code::Y103, format!("Hier hoort {} te staan.", dutch(ty)))
                .label(format!("verwacht: {}", dutch(ty))),
            Error::Budget { .. }
            | Error::AliasReplayLimitExceeded { .. }
            | Error::AliasReplayCounterOverflow { .. }
            | Error::AliasExpansionLimitExceeded { .. }
            | Error::AliasReplayStackDepthExceeded { .. } => {
                at(Code::Y107, "Deze YAML is te groot of te diep genest.".into())
                    .hint("Schrijf de waarden voluit, zonder `&` en `*`.")
            }
            Error::UnknownAnchor { .. } => {
                at(Code::Y101, "Een waarde die met `*` begint, verwijst naar iets dat er niet is.".into())
                    .hint("Zet de tekst tussen aanhalingstekens: \"…\".")
            }
            Error::MultipleDocuments { .. } => {
                at(Code::Y101, "Hier begint een tweede stuk YAML.".into()).hint("Haal de regel `---` weg.")
            }
            _ => self.syntax(&error.to_string(), span),
        }
    }

    /// What is wrong with the YAML itself, by the parser's words for it.
    fn syntax(&self, reason: &str, span: Span) -> Diagnostic {
        let (span, message, hint) = if let Some(tab) = self.tab_from(span) {
            (tab, "Hier is ingesprongen met de Tab-toets.", "Gebruik spaties om in te springen.")
        } else if reason.contains("unclosed quote") || reason.contains("end of stream") {
            (
                span,
                "Van deze tekst ontbreekt het tweede aanhalingsteken.",
                "Zet aan het eind van de tekst ook een aanhalingsteken.",
            )
        } else if reason.contains("flow mapping")
            || reason.contains("flow sequence")
            || reason.contains("illegal placement")
        {
            (
                span,
                "Voor dit teken ontbreekt een haakje of een komma.",
                "Kijk of elk haakje dat opengaat ook dichtgaat, en of er komma's tussen de waarden staan.",
            )
        } else if reason.contains("mapping values are not allowed") {
            (
                span,
                "Hier kan geen dubbele punt staan.",
                "Staat er een dubbele punt in de tekst? Zet de hele tekst dan tussen aanhalingstekens: \"…\". Anders klopt het inspringen niet.",
            )
        } else if reason.contains("trailing content") || reason.contains("unexpected character") {
            (
                span,
                "Dit teken kan hier niet staan.",
                "Zet de hele tekst tussen dubbele aanhalingstekens (\"…\"), of kijk of er hierboven een aanhalingsteken ontbreekt.",
            )
        } else {
            (
                span,
                "De YAML klopt hier niet.",
                "Kijk naar het inspringen, naar de spatie na elke dubbele punt, en naar aanhalingstekens om tekst met leestekens.",
            )
        };
        Diagnostic::at(Code::Y101, span, message).label("hier loopt het vast").hint(hint)
    }

    fn list_or_map_hint(&self, expected: &str) -> Option<String> {
        match expected {
            e if e.contains("sequence") => {
                Some("Schrijf een lijst als `[een, twee]`, of elk op een regel met `- ` ervoor.".into())
            }
            e if e.contains("mapping") => {
                Some("Schrijf paren als `sleutel: waarde`, elk op een eigen regel.".into())
            }
            _ => None,
        }
    }
}

/// The parser's words for kinds of values, for a Dutch reader.
fn dutch(kind: &str) -> String {
    let lower = kind.to_lowercase();
    let word = if lower.contains("sequence") {
        "een lijst"
    } else if lower.contains("mapping") || lower.contains("map") || lower.contains("struct") {
        "een blok met sleutels en waarden"
    } else if lower.contains("string") || lower.contains("scalar") {
        "tekst"
    } else if lower.contains("bool") {
        "`true` of `false`"
    } else if lower.contains("float") {
        "een getal"
    } else if lower.contains("integer")
        || lower.contains("u32")
        || lower.contains("i32")
        || lower.contains("u16")
    {
        "een heel getal"
    } else if lower.contains("unit") || lower.contains("null") {
        "niets"
    } else {
        return kind.to_owned();
    };
    word.into()
}

fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        // The largest honest file, a glossary of a thousand terms, has some 7,000 events.
        budget: serde_saphyr::budget! {
            max_events: 200_000,
            max_aliases: 50,
            max_anchors: 50,
            max_depth: 24,
            max_nodes: 100_000,
            flow_nesting_limit: 24,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 2_000,
            max_replay_stack_depth: 4,
        },
        with_snippet: false,
    }
}

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
            OneOrMany::One(text) => vec![Spanned { value: text, span: self.span }],
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
