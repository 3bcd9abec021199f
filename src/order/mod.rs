//! Lists in order, and the sets and maps that are such lists.
//!
//! The standard library writes a sort, and a tree, for each type and each order: thousands of
//! lines to compile for each of a hundred lists, most of which are short or in order already. Here
//! one sort puts the numbers of the places in order, whatever stands there, and only the last step,
//! exchanging what is out of place, is compiled for each type.
//!
//! What is sorted for every text, and what thousands of names are looked up in while it grows, is
//! better off with the standard library.

mod map;
mod set;

use std::cmp::Ordering;

pub use map::SortedMap;
pub use set::SortedSet;

/// Sorts by comparing; what is equal stays in its order.
pub fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let plan = Plan::of(list.len(), &mut |one, other| compare(&list[one], &list[other]));
    plan.carry_out(list);
}

/// Sorts by a key, which is asked for again at each comparison; what is equal stays in its order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by a key that is asked for once; what is equal stays in its order.
pub fn sort_by_cached_key<T, K: Ord>(list: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    Plan::of(keys.len(), &mut |one, other| keys[one].cmp(&keys[other])).carry_out(list);
}

/// Sorts, and keeps of what is equal the last.
pub fn sort_each_once<T: Ord>(list: &mut Vec<T>) {
    once_by(list, |one, other| one.cmp(other));
}

/// Sorts by comparing, and keeps of what is equal the last.
fn once_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let (plan, kept) = Plan::of_each_once(list.len(), &mut |one, other| compare(&list[one], &list[other]));
    plan.carry_out(list);
    list.truncate(kept);
}

/// All in a list, one after the other: `collect` would first have to know how many there may be,
/// which takes more code than all the rest.
fn listed<T>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for one in all {
        list.push(one);
    }
    list
}

/// How the places of a list are compared.
type Compare<'a> = &'a mut dyn FnMut(usize, usize) -> Ordering;

/// Which places are exchanged, one pair after the other.
struct Plan(Vec<(usize, usize)>);

impl Plan {
    fn of(length: usize, compare: Compare) -> Self {
        if (1..length).all(|at| compare(at - 1, at).is_le()) {
            return Self(Vec::new());
        }
        Self::towards(Self::sorted(length, compare))
    }

    /// Also how many are kept, at the front.
    fn of_each_once(length: usize, compare: Compare) -> (Self, usize) {
        if (1..length).all(|at| compare(at - 1, at).is_lt()) {
            return (Self(Vec::new()), length);
        }
        let order = Self::sorted(length, compare);
        let (mut kept, mut dropped) = (Vec::with_capacity(length), Vec::new());
        for (at, place) in order.iter().enumerate() {
            let again = order.get(at + 1).is_some_and(|next| compare(*place, *next).is_eq());
            if again { dropped.push(*place) } else { kept.push(*place) }
        }
        let count = kept.len();
        kept.append(&mut dropped);
        (Self::towards(kept), count)
    }

    fn sorted(length: usize, compare: Compare) -> Vec<usize> {
        let mut order: Vec<usize> = (0..length).collect();
        order.sort_by(|one, other| compare(*one, *other));
        order
    }

    /// The way to a list in which at each place is what was at that of `order`.
    fn towards(mut order: Vec<usize>) -> Self {
        let mut exchanges = Vec::new();
        for start in 0..order.len() {
            // Around one circle of places; what was first at its start ends up at its end.
            let mut at = start;
            loop {
                let from = std::mem::replace(&mut order[at], at);
                if from == start {
                    break;
                }
                exchanges.push((at, from));
                at = from;
            }
        }
        Self(exchanges)
    }

    fn carry_out<T>(self, list: &mut [T]) {
        for (one, other) in self.0 {
            list.swap(one, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(list: Vec<(u8, u16)>) {
            let (mut ours, mut cached, mut theirs) = (list.clone(), list.clone(), list);
            sort_by_key(&mut ours, |(key, _)| *key);
            sort_by_cached_key(&mut cached, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(&cached, &theirs);
        }

        #[test]
        fn keeps_the_last_of_each(list: Vec<(u8, u16)>) {
            let ours: SortedMap<u8, u16> = list.iter().copied().collect();
            let theirs: std::collections::BTreeMap<u8, u16> = list.into_iter().collect();
            let ours: Vec<(u8, u16)> = ours.into_iter().collect();
            prop_assert_eq!(ours, theirs.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn a_set_has_what_was_put_in(all: Vec<u8>, more: Vec<u8>, other: u8) {
            let mut ours: SortedSet<u8> = all.iter().copied().collect();
            let mut theirs: std::collections::BTreeSet<u8> = all.into_iter().collect();
            prop_assert_eq!(ours.insert(other), theirs.insert(other));
            ours.extend(more.iter().copied());
            theirs.extend(more);
            prop_assert!(ours.iter().eq(theirs.iter()));
            prop_assert!((0..=u8::MAX).all(|each| ours.contains(&each) == theirs.contains(&each)));
        }
    }
}
