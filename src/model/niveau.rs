//! How far an agreement is worked out: goal, result or activity (handbook line 581).

use super::words::words;

words! {
    /// The level of an agreement, from what parties want to what they do. The
    /// order is that in which one works out the other.
    Niveau {
        /// What parties want to reach.
        Doel = "doel",
        /// What must be there by then.
        Resultaat = "resultaat",
        /// What a party does for it.
        Activiteit = "activiteit",
    }
}
