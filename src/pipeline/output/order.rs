//! Puts batches back in order, whoever finishes first, and holds the fast back when too much waits.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Batches that are done, waiting for those before them.
#[derive(Debug)]
pub(in crate::pipeline) struct Order<T> {
    state: Mutex<State<T>>,
    moved: Condvar,
    window: u64,
}

#[derive(Debug)]
struct State<T> {
    next: u64,
    waiting: BTreeMap<u64, T>,
    /// Whether a thread is writing.
    busy: bool,
    stopped: bool,
}

impl<T> Order<T> {
    /// Batches from `first` on. At most `window` of them, the next to be written and those after it, are in work or
    /// waiting.
    pub(in crate::pipeline) fn new(first: u64, window: u64) -> Self {
        let state = State { next: first, waiting: BTreeMap::new(), busy: false, stopped: false };
        Order { state: Mutex::new(state), moved: Condvar::new(), window: window.max(1) }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until batch `number` may begin; `false` when nothing more may.
    pub(in crate::pipeline) fn begin(&self, number: u64) -> bool {
        let mut state = self.lock();
        while !state.stopped && number >= state.next + self.window {
            state = self.moved.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        !state.stopped
    }

    /// Hands in a batch. Whoever hands in the one that is due writes it, and all that waited for it, with `write`, one at
    /// a time and in order; where `write` gives `false` nothing more is written.
    pub(in crate::pipeline) fn put(&self, number: u64, done: T, mut write: impl FnMut(T) -> bool) {
        let mut state = self.lock();
        state.waiting.insert(number, done);
        if state.busy {
            return;
        }
        while !state.stopped {
            let due = state.next;
            let Some(done) = state.waiting.remove(&due) else { break };
            state.busy = true;
            drop(state);
            let goes_on = write(done);
            state = self.lock();
            state.busy = false;
            state.next += 1;
            state.stopped |= !goes_on;
            self.moved.notify_all();
        }
    }

    /// Nothing more begins or is written.
    pub(in crate::pipeline) fn stop(&self) {
        self.lock().stopped = true;
        self.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn in_order_and_within_the_window() {
        let order = Order::new(0, 4);
        let written = Mutex::new(Vec::new());
        let number = AtomicU64::new(0);
        std::thread::scope(|scope| {
            for thread in 0..3 {
                let (order, written, number) = (&order, &written, &number);
                scope.spawn(move || {
                    loop {
                        let own = number.fetch_add(1, Ordering::Relaxed);
                        if own >= 200 || !order.begin(own) {
                            break;
                        }
                        if (own + thread) % 7 == 0 {
                            std::thread::yield_now();
                        }
                        order.put(own, own, |done| {
                            written.lock().unwrap().push(done);
                            true
                        });
                    }
                });
            }
        });
        assert_eq!(written.into_inner().unwrap(), (0..200).collect::<Vec<u64>>());
    }

    #[test]
    fn stops() {
        let order = Order::new(0, 2);
        assert!(order.begin(1));
        let mut written = Vec::new();
        order.put(1, 1, |done| {
            written.push(done);
            true
        });
        order.put(0, 0, |done| {
            written.push(done);
            false
        });
        assert_eq!(written, [0]);
        assert!(!order.begin(1));
        let order: Order<u64> = Order::new(3, 1);
        assert!(order.begin(3));
        order.stop();
        assert!(!order.begin(3));
    }
}
