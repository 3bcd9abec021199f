//! **G**: figures and money in texts.

use super::Rule;

pub const RULES: &[Rule] = &[];
