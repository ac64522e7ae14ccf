//! Many files side by side, their results handed on one after the other in the files' order.
//!
//! Files are taken in batches, so that an archive of any length needs the memory of one batch of results; within a
//! batch each file is a task of its own. What is handed on doesn't depend on the number of threads.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use rayon::prelude::*;

/// How many files of a batch there are for each thread: enough that one long file keeps few threads waiting.
const BATCH: usize = 64;

/// Hands `work(item)` of each of `items` to `sink`, in their order, until it says to stop. `threads` is how many work
/// at once; where none is given, as many as there are cores.
pub fn in_order<T: Sync, R: Send>(
    items: &[T],
    threads: Option<NonZeroUsize>,
    work: impl Fn(&T) -> R + Sync,
    mut sink: impl FnMut(R) -> ControlFlow<()>,
) {
    let threads = threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let pool = (threads > 1 && items.len() > 1)
        .then(|| rayon::ThreadPoolBuilder::new().num_threads(threads.min(items.len())).build().ok())
        .flatten();
    for batch in items.chunks(threads * BATCH) {
        let results: Vec<R> = match &pool {
            Some(pool) => pool.install(|| batch.par_iter().with_max_len(1).map(&work).collect()),
            None => batch.iter().map(&work).collect(),
        };
        for result in results {
            if sink(result).is_break() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_files() {
        let items: Vec<usize> = (0..1000).collect();
        for threads in [1, 2, 7] {
            let mut seen = Vec::new();
            in_order(
                &items,
                NonZeroUsize::new(threads),
                |item| item * 2,
                |result| {
                    seen.push(result);
                    ControlFlow::Continue(())
                },
            );
            assert_eq!(seen, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
