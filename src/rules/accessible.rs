//! **T**: what keeps readers out who cannot see, hear or click as others do.

use super::Rule;

pub const RULES: &[Rule] = &[];
