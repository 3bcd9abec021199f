//! Whether all of something could be read.

/// Whether all of something could be read. Where it could not, what seems to be
/// missing may well be there, so that no rule may say it is not: one mistake
/// gives one message. Nothing is made of a project that is not complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Volledigheid {
    /// All of it was read.
    Volledig,
    /// Something in it was wrong and is left out.
    Onvolledig,
}

impl Volledigheid {
    /// Complete, when nothing was wrong.
    pub fn zonder_fouten(fouten: bool) -> Self {
        if fouten { Self::Onvolledig } else { Self::Volledig }
    }

    /// Whether all of it was read.
    pub fn is_volledig(self) -> bool {
        self == Self::Volledig
    }
}
