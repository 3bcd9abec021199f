//! Ids: the words by which the sources name what they defined elsewhere.

use std::borrow::Borrow;

use ecow::EcoString;

use super::Slug;

/// The longest id, in bytes.
const LONGEST: usize = 60;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $fits:path,)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(EcoString);

        impl $name {
            /// Reads an id; nothing when a sign in it does not belong there.
            pub fn parse(text: &str) -> Option<Self> {
                $fits(text).then(|| Self(text.into()))
            }

            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+};
}

ids! {
    /// A party's id: the word by which the sources name it.
    PartijId: is_page,
    /// The id of an area or target group: the word by which the sources name it.
    KenmerkId: is_page,
    /// The id of a package, unique in its document.
    PakketId: is_word,
    /// The id of an indicator, unique in its theme.
    IndicatorId: is_plain,
    /// The id of a table, unique in its document. Tables of several documents with
    /// one id are about one thing, and are added up on the page over all documents.
    CijfertabelId: is_plain,
    /// The word by which themes and agreements name a policy document, a chapter or a goal.
    BeleidId: is_slug,
    /// The word by which texts and facts name an entry.
    VerwijzingId: is_slug,
    /// The id of a theme. Six come with a label and an icon (Btiv 2015 art. 39, the
    /// national priorities of 2021–2025); any other may be used.
    ThemaId: is_slug,
}

impl ThemaId {
    /// The themes that come with a label and an icon.
    pub const BEKEND: [&str; 6] =
        ["bouwopgave", "betaalbaarheid", "duurzaamheid", "zorg", "spoedzoekers", "leefbaarheid"];
}

/// Letters, digits and hyphens.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// Lower case letters, digits and hyphens, a letter first.
fn is_word(text: &str) -> bool {
    let is_lower = |c: char| c.is_ascii_lowercase();
    is_plain(text) && text.starts_with(is_lower) && !text.contains(|c: char| c.is_ascii_uppercase())
}

/// The same, for what has a page: `index` is that of all of them.
fn is_page(text: &str) -> bool {
    is_word(text) && text != "index"
}

/// What is its own address.
fn is_slug(text: &str) -> bool {
    Slug::of(text).is_some_and(|slug| slug.as_str() == text)
}
