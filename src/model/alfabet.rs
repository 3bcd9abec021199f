//! The order of a Dutch dictionary, for lists in which readers look something
//! up. Site and PDFs show lists as the model has them, so that it is one order.

use std::cmp::Ordering;

use icu_collator::options::{AlternateHandling, CollatorOptions};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorPreferences};
use icu_locale_core::locale;

use crate::order;

/// Puts `lijst` in the order of the names: `Coöperatie` before `Corporatie`,
/// capitals among small letters, `2e` before `10e`, and `’s-Hertogenbosch`
/// under the s, since apostrophes, hyphens and spaces do not count.
pub fn sorteer<T>(lijst: &mut [T], naam: impl Fn(&T) -> &str) {
    let mut preferences = CollatorPreferences::from(locale!("nl"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.alternate_handling = Some(AlternateHandling::Shifted);
    let collator = Collator::try_new(preferences, options).ok();
    // The rules are in the program, so that there is a collator; without one
    // the order would be a plainer one, and still the same on every machine.
    let by_rules =
        |a: &str, b: &str| collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b));
    order::sort_by(lijst, |a, b| {
        let (a, b) = (naam(a), naam(b));
        by_rules(a, b).then_with(|| a.to_lowercase().cmp(&b.to_lowercase())).then_with(|| a.cmp(b))
    });
}
