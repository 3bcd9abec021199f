//! How bad what is wrong is.

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The sources cannot be built until it is mended ("fout").
    Error,
    /// They can, but a reader would stumble ("waarschuwing").
    Warning,
    /// Worth a thought ("advies"): what only `afspraken check` says.
    Advice,
}

impl Severity {
    /// The word that users see.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "fout",
            Self::Warning => "waarschuwing",
            Self::Advice => "advies",
        }
    }
}
