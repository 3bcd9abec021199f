//! Work that all threads share.
//!
//! Rayon writes its sharing out for each list, each thing to do and each thing that comes of it:
//! some thousands of lines for one call. Here it shares out numbers, with one copy for all.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

/// What comes of each, in the order of the list. They are begun in that order too, each by the
/// first thread that is free: a list that names the longest first is done soonest.
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
    let next = AtomicUsize::new(0);
    let one_thread = |_| {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return;
            }
            work(at);
        }
    };
    (0..rayon::current_num_threads().min(count)).into_par_iter().with_max_len(1).for_each(one_thread);
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
