//! **V**: what texts name outside themselves, and what is there that no text names.

use super::Rule;

pub const RULES: &[Rule] = &[];
