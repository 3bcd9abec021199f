//! The work agenda: what parties already did and simply go on with, apart from
//! what is new (handbook line 218).

use super::words::words;

words! {
    /// How much of the work agenda the publication copy prints. A signing copy
    /// always has all of it: nobody signs for what is not on the paper.
    WerkagendaDruk {
        /// Number and title only, and where the rest is found.
        NietAfdrukken = "niet-afdrukken",
        /// As a table, with the prose below it in smaller type.
        Compact = "compact",
        /// As any other agreement.
        Voluit = "voluit",
    }
}
