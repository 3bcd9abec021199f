//! **W**: whether each party gives something and gets what it needs.

use super::Rule;

pub const RULES: &[Rule] = &[];
