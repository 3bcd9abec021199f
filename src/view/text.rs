//! How words are carried to the media.

use std::ops::Deref;

use serde::{Serialize, Serializer};

/// What an author wrote, to be shown as it is. Pages get it as text; to paper it
/// goes as content of its own, so that the proof of a copy can find it there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proza(pub String);

/// The name by which a serializer knows [`Proza`].
pub const PROZA: &str = "Proza";

impl Serialize for Proza {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(PROZA, &self.0)
    }
}

impl<T: Into<String>> From<T> for Proza {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl Deref for Proza {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// What pages show and paper does not, where it is `none`: most of what was done
/// after the agreements were signed, and ways that paper does not have.
#[derive(Debug, Clone, Default)]
pub struct OpSite<T>(pub T);

/// The name by which a serializer knows [`OpSite`].
pub const OP_SITE: &str = "OpSite";

impl<T: Serialize> Serialize for OpSite<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(OP_SITE, &self.0)
    }
}
