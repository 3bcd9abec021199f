//! **P**: what still stands between a document and its publication.

use super::Rule;

pub const RULES: &[Rule] = &[];
