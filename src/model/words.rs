//! Enums of words that editors write, each from one table.

/// A fixed list of words that editors write, whichever it is.
pub trait Words: Copy {
    /// The name of the list.
    const NAME: &str;
    /// Every word.
    const WORDS: &[&str];

    /// The word for a value.
    fn word(self) -> &'static str;
}

/// Defines an enum of words that editors write: their spelling in the sources,
/// the list of them, and reading one, all from one table.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every word, as it is written in the sources.
            pub const WORDS: &[&str] = &[$($word),+];

            /// The value for a word of the sources.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The word as it is written in the sources; also the id in labels and styles.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $crate::model::words::Words for $name {
            const NAME: &str = stringify!($name);
            const WORDS: &[&str] = Self::WORDS;

            fn word(self) -> &'static str {
                self.word()
            }
        }
    };
}
pub(crate) use words;
