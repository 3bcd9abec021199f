//! Work that all threads share.
//!
//! Rayon writes its sharing out for each list, each thing to do and each thing that comes of it:
//! some thousands of lines for one call. Here it shares out numbers, with one copy for all.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

/// What comes of each, in the order of the list; in which order they are done is left open.
pub fn of_each<T: Sync, R: Send>(list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let made: Vec<Mutex<Option<R>>> = list.iter().map(|_| Mutex::new(None)).collect();
    share_out(list.len(), &|at| {
        let result = work(&list[at]);
        *made[at].lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
    });
    // All are there: had one panicked, so had the sharing.
    made.into_iter().filter_map(|one| one.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
}

fn share_out(count: usize, work: &(dyn Fn(usize) + Sync)) {
    (0..count).into_par_iter().for_each(work);
}

#[cfg(test)]
mod tests {
    use super::of_each;

    #[test]
    fn results_are_in_the_order_of_the_list() {
        let list: Vec<u32> = (0..1000).collect();
        let doubled: Vec<u32> = list.iter().map(|one| one * 2).collect();
        assert_eq!(of_each(&list, |one| one * 2), doubled);
    }
}
