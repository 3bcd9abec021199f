//! The fingerprint of a text: SHA-256, as other programs reckon it too.

use sha2::{Digest, Sha256};

/// SHA-256 over the canonical text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Of a canonical text.
    pub fn of(canonical: &str) -> Self {
        Self::of_bytes(canonical.as_bytes())
    }

    /// Of a file.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// 64 hexadecimal digits.
    pub fn long(&self) -> &str {
        &self.0
    }

    /// The first 16 digits in fours, to be compared by eye: `3F2A 91BC 77DE 0A41`.
    pub fn short(&self) -> String {
        let digits = self.0[..16].to_uppercase();
        [&digits[..4], &digits[4..8], &digits[8..12], &digits[12..]].join(" ")
    }
}
