//! The buffers of one thread, kept from document to document.

use crate::mention::{self, Mentions};
use crate::record::Offsets;
use crate::relation::{EngineScratch, Relation};
use crate::text::Analysis;

use super::clock::Clock;

/// Everything one document needs while it is read; give each thread its own and use it again.
#[derive(Debug, Default)]
pub struct Scratch {
    /// Title and text together, where there is a title.
    pub(super) raw: String,
    pub(super) analysis: Analysis,
    pub(super) names: mention::Scratch,
    pub(super) mentions: Mentions,
    pub(super) engine: EngineScratch,
    pub(super) relations: Vec<Relation>,
    pub(super) offsets: Offsets,
    pub(super) clock: Option<Clock>,
    /// Tokens that are words or numbers, and sentences, of the document read last.
    pub(super) words: usize,
    pub(super) sentences: usize,
}

impl Scratch {
    /// Buffers that also count the time of each step.
    pub(super) fn timed() -> Self {
        Scratch { clock: Some(Clock::default()), ..Scratch::default() }
    }

    /// Gives up all buffers; what was counted stays.
    pub(super) fn renew(&mut self) {
        *self = Scratch { clock: self.clock.take(), ..Scratch::default() };
    }
}
