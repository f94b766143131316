//! What a run has read and found.

use super::Step;

/// Counts over documents; the counts of batches add up to those of the run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents whose records were written.
    pub documents: u64,
    /// Documents that could not be read.
    pub rejected: u64,
    /// Documents with a date that could not be read.
    pub undated: u64,
    /// Bytes of input, unpacked.
    pub bytes: u64,
    /// Bytes of records, before packing.
    pub written: u64,
    /// Sentences.
    pub sentences: u64,
    /// Tokens that are words or numbers.
    pub words: u64,
    /// Entities, each document's counted by itself.
    pub entities: u64,
    /// Mentions.
    pub mentions: u64,
    /// Relations by type, in the order of [`crate::rule::RuleBook::relations`].
    pub relations: Vec<u64>,
    /// Nanoseconds in each of [`Step::ALL`], all threads together.
    pub nanos: [u64; Step::ALL.len()],
}

impl Tally {
    /// Adds another's counts.
    pub fn add(&mut self, other: &Tally) {
        self.documents += other.documents;
        self.rejected += other.rejected;
        self.undated += other.undated;
        self.bytes += other.bytes;
        self.written += other.written;
        self.sentences += other.sentences;
        self.words += other.words;
        self.entities += other.entities;
        self.mentions += other.mentions;
        if self.relations.len() < other.relations.len() {
            self.relations.resize(other.relations.len(), 0);
        }
        for (own, other) in self.relations.iter_mut().zip(&other.relations) {
            *own += other;
        }
        for (own, other) in self.nanos.iter_mut().zip(&other.nanos) {
            *own += other;
        }
    }

    /// Relations of all types.
    pub fn all_relations(&self) -> u64 {
        self.relations.iter().sum()
    }
}
