//! The first words of all triggers: which rules may begin at a word, and which words these rules need besides.

use rustc_hash::FxHashMap;

use crate::rule::{Element, RuleBook};
use crate::text::Key;

use super::needs::{Asked, Needs, NeedsBuilder, looks_back};

/// A trigger that may begin at a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Number of the rule.
    pub(crate) rule: u32,
    /// Number of its alternative.
    pub(crate) pattern: u32,
    /// Number of the form of its trigger.
    pub(crate) form: u32,
    /// The place of what its alternative asks for, see [`Triggers::asked`].
    asked: u32,
    /// Takes its actors from a relation told before.
    pub(crate) looks_back: bool,
}

/// A word that rules speak of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cue {
    /// What its presence gives to rules.
    pub(crate) gives: Needs,
    /// The triggers that begin with it, in the order of the rules.
    pub(crate) starts: Vec<Start>,
}

/// Bits of the gate: 64 Ki, 8 KiB, stays in the first-level cache.
const BITS: usize = 1 << 16;

/// Where triggers may begin.
#[derive(Clone, Debug)]
pub(crate) struct Triggers {
    gate: Box<[u64]>,
    numbers: FxHashMap<Key, u32>,
    cues: Vec<Cue>,
    /// What each alternative asks for, kept apart: most triggers are turned away by it.
    asked: Vec<Asked>,
}

impl Triggers {
    /// Gathers the triggers of all rules.
    pub(crate) fn new(book: &RuleBook) -> Triggers {
        let gate = vec![0; BITS / 64].into();
        let mut triggers = Triggers { gate, numbers: FxHashMap::default(), cues: Vec::new(), asked: Vec::new() };
        let mut builder = NeedsBuilder::default();
        for (r, rule) in book.rules.iter().enumerate() {
            for (p, pattern) in rule.patterns.iter().enumerate() {
                let Some(Element::Trigger(forms)) = pattern.elements.get(pattern.trigger) else { continue };
                let asked = triggers.asked.len() as u32;
                triggers.asked.push(builder.asked(pattern));
                let looks_back = looks_back(&pattern.elements);
                for (f, form) in forms.iter().enumerate() {
                    let start = Start { rule: r as u32, pattern: p as u32, form: f as u32, asked, looks_back };
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
        for (key, gives) in builder.words() {
            let cue = triggers.cue_of(key);
            cue.gives = cue.gives.or(gives);
        }
        triggers
    }

    fn cue_of(&mut self, key: Key) -> &mut Cue {
        let bit = bit(key);
        self.gate[bit / 64] |= 1 << (bit % 64);
        let number = *self.numbers.entry(key).or_insert(self.cues.len() as u32) as usize;
        if number == self.cues.len() {
            self.cues.push(Cue::default());
        }
        &mut self.cues[number]
    }

    fn add(&mut self, key: Key, start: Start) {
        let starts = &mut self.cue_of(key).starts;
        if !starts.contains(&start) {
            starts.push(start);
        }
    }

    /// The number of the cue that a word is; `None` for a word that no rule speaks of.
    #[inline]
    pub(crate) fn number(&self, key: Key) -> Option<u32> {
        let bit = bit(key);
        if self.gate[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        self.numbers.get(&key).copied()
    }

    /// What an alternative asks for besides its trigger.
    #[inline]
    pub(crate) fn asked(&self, start: &Start) -> &Asked {
        &self.asked[start.asked as usize]
    }

    /// What rules make of a word.
    #[inline]
    pub(crate) fn cue(&self, number: u32) -> &Cue {
        &self.cues[number as usize]
    }
}

fn bit(key: Key) -> usize {
    (key.0 >> 20) as usize % BITS
}
