//! Buffers of what was written, for what is written next: so many as batches are in work or waiting, and no more.

use std::sync::{Mutex, PoisonError};

/// Buffers that wait for their next use.
#[derive(Debug)]
pub(in crate::pipeline) struct Spare {
    buffers: Mutex<Vec<Vec<u8>>>,
    largest: usize,
}

impl Spare {
    /// Keeps buffers of up to `largest` bytes; one that a long document has made longer is given up.
    pub(in crate::pipeline) fn new(largest: usize) -> Self {
        Spare { buffers: Mutex::default(), largest }
    }

    /// An empty buffer: the one given back last, or a new one.
    pub(in crate::pipeline) fn take(&self) -> Vec<u8> {
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    /// Gives back a buffer.
    pub(in crate::pipeline) fn give(&self, mut buffer: Vec<u8>) {
        if buffer.capacity() <= self.largest {
            buffer.clear();
            self.buffers.lock().unwrap_or_else(PoisonError::into_inner).push(buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_is_not_too_long() {
        let spare = Spare::new(64);
        assert_eq!(spare.take().capacity(), 0);
        spare.give(Vec::with_capacity(65));
        assert_eq!(spare.take().capacity(), 0);
        spare.give(b"written".to_vec());
        let buffer = spare.take();
        assert!(buffer.is_empty() && buffer.capacity() >= 7);
    }
}
