//! Stamps: whether something is still what it was, without comparing it whole.

use std::fmt;

/// Stands for content: equal stamps, equal content. Made of what was read, not
/// of when or in which order, so that it means the same in every run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp([u8; 32]);

impl Stamp {
    /// Of one stretch of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Stamper::default().bytes(bytes).stamp()
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Stamp {
    /// The first 24 hexadecimal digits: enough to tell any two apart.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0[..12].iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Makes a stamp of several things in an order. Each is marked with its
/// length, so that `ab` and `c` are not `a` and `bc`.
#[derive(Default)]
pub struct Stamper(blake3::Hasher);

impl Stamper {
    /// Adds bytes.
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.add(bytes);
        self
    }

    /// Adds the stamp of something else.
    pub fn with(self, stamp: Stamp) -> Self {
        self.bytes(&stamp.0)
    }

    /// Adds the stamps of others, in their order.
    pub fn with_all(mut self, stamps: impl IntoIterator<Item = Stamp>) -> Self {
        for stamp in stamps {
            self.add(&stamp.0);
        }
        self.add(b"");
        self
    }

    /// Adds bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// The stamp of all that was added.
    pub fn stamp(&self) -> Stamp {
        Stamp(*self.0.finalize().as_bytes())
    }
}
