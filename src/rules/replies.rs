//! What other websites answered, which only the command asks.

use serde::{Deserialize, Serialize};

use crate::order::SortedMap;

/// What another website answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// The page is there.
    Found,
    /// It answered with this status (RFC 9110, section 15), and not with a page.
    Status(u16),
    /// It did not answer.
    Silent,
}

/// Answers by address.
pub type Replies = SortedMap<String, Reply>;
