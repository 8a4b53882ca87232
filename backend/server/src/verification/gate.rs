//! How much strangers may have judged at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

/// Files in hand at most, uploads included.
const IN_HAND: usize = 16;
/// Files judged at once at most; the others of those in hand wait.
const AT_ONCE: usize = 4;

static TAKEN: AtomicUsize = AtomicUsize::new(0);
static RUNNING: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// A place among the files in hand, given back when dropped.
pub struct Place(());

impl Place {
    /// Takes a place; `None` where all are taken.
    pub fn take() -> Option<Self> {
        let more = |taken: usize| (taken < IN_HAND).then_some(taken + 1);
        let taken = TAKEN.fetch_update(Ordering::AcqRel, Ordering::Acquire, more);
        // Only where it was taken: a place gives itself back.
        taken.ok().map(|_before| Self(()))
    }

    /// Waits for a turn, on a thread that may block, and does the work.
    pub fn run<T>(self, work: impl FnOnce() -> T) -> T {
        let _turn = Turn::wait();
        work()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        TAKEN.fetch_sub(1, Ordering::AcqRel);
    }
}

/// One of those judged at once, also while it panics.
struct Turn;

impl Turn {
    fn wait() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = FREED
            .wait_while(running, |running| *running >= AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn so_many_are_in_hand_and_fewer_at_once() {
        let places: Vec<Place> = (0..IN_HAND).map(|_| Place::take().unwrap()).collect();
        assert!(Place::take().is_none());
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for place in places {
                scope.spawn(|| {
                    place.run(|| {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::yield_now();
                        now.fetch_sub(1, Ordering::SeqCst);
                    });
                });
            }
        });
        assert!(most.into_inner() <= AT_ONCE);
        assert!(Place::take().is_some());
    }
}
