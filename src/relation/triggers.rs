//! The first words of all triggers: which rules may begin at a word, and a gate that a sentence without any fails.

use rustc_hash::FxHashMap;

use crate::rule::{Element, RuleBook};
use crate::text::Key;

/// A trigger that may begin at a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Number of the rule.
    pub(crate) rule: u32,
    /// Number of its alternative.
    pub(crate) pattern: u32,
    /// Number of the form of its trigger.
    pub(crate) form: u32,
}

/// Bits of the gate: 64 Ki, 8 KiB, stays in the first-level cache.
const BITS: usize = 1 << 16;

/// Where triggers may begin.
#[derive(Clone, Debug)]
pub(crate) struct Triggers {
    gate: Box<[u64]>,
    starts: FxHashMap<Key, Vec<Start>>,
}

impl Triggers {
    /// Gathers the triggers of all rules.
    pub(crate) fn new(book: &RuleBook) -> Triggers {
        let mut triggers = Triggers { gate: vec![0; BITS / 64].into(), starts: FxHashMap::default() };
        for (r, rule) in book.rules.iter().enumerate() {
            for (p, pattern) in rule.patterns.iter().enumerate() {
                let Some(Element::Trigger(forms)) = pattern.elements.get(pattern.trigger) else { continue };
                for (f, form) in forms.iter().enumerate() {
                    let start = Start { rule: r as u32, pattern: p as u32, form: f as u32 };
                    match form.first() {
                        Some(Element::Word(key)) => triggers.add(*key, start),
                        Some(Element::Lemma(lemma)) => {
                            lemma.forms.iter().for_each(|(key, _)| triggers.add(*key, start))
                        }
                        _ => {}
                    }
                }
            }
        }
        triggers
    }

    fn add(&mut self, key: Key, start: Start) {
        let bit = bit(key);
        self.gate[bit / 64] |= 1 << (bit % 64);
        let starts = self.starts.entry(key).or_default();
        if !starts.contains(&start) {
            starts.push(start);
        }
    }

    /// Whether a trigger may begin with the word; now and then yes for a word that begins none.
    #[inline]
    pub(crate) fn may_begin(&self, key: Key) -> bool {
        let bit = bit(key);
        self.gate[bit / 64] >> (bit % 64) & 1 != 0
    }

    /// The triggers that begin with the word.
    pub(crate) fn starts(&self, key: Key) -> &[Start] {
        self.starts.get(&key).map_or(&[], Vec::as_slice)
    }
}

fn bit(key: Key) -> usize {
    (key.0 >> 20) as usize % BITS
}
