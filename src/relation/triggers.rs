//! The first words of all triggers: which rules may begin at a word, and which words these rules need besides.

use rustc_hash::FxHashMap;

use crate::rule::{Element, RuleBook};
use crate::text::{Key, KeyMap, TagSet};

use super::needs::{Asked, Given, Needs, NeedsBuilder, looks_back};

/// A trigger that may begin at a word, with all that turns it away there: the gate runs through them in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Number of the rule.
    pub(crate) rule: u32,
    /// Number of its alternative.
    pub(crate) pattern: u32,
    /// Number of the form of its trigger.
    pub(crate) form: u32,
    /// How many words the form has.
    pub(crate) length: u32,
    /// The second of them, where it is one word and no lemma: most of these triggers fall at it.
    pub(crate) second: Option<Key>,
    /// The parts of speech under which the word begins it.
    pub(crate) tags: TagSet,
    /// Words that must stand beside it in the sentence.
    pub(crate) needs: Needs,
    /// The place of what its alternative asks for, see [`Triggers::asked`].
    asked: u32,
    /// Takes its actors from a relation told before.
    pub(crate) looks_back: bool,
}

impl Start {
    /// Where it stands in the order of the rules.
    pub(crate) fn order(&self) -> (u32, u32, u32) {
        (self.rule, self.pattern, self.form)
    }

    /// The same form of the same trigger, which the word may begin as another part of speech.
    fn is_of(&self, other: &Start) -> bool {
        self.order() == other.order()
    }
}

/// The triggers that begin with a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opening {
    /// Those that need the same words beside each other.
    starts: Vec<Start>,
    /// What they need, and where those with this need end.
    runs: Vec<(Needs, u32)>,
}

impl Opening {
    /// The triggers whose needs are met, run by run: one look turns many of them away.
    pub(crate) fn runs(&self, given: &Given) -> impl Iterator<Item = &[Start]> {
        let mut from = 0;
        self.runs.iter().filter_map(move |&(needs, end)| {
            let run = std::mem::replace(&mut from, end as usize)..end as usize;
            given.meets(needs).then(|| &self.starts[run])
        })
    }

    fn add(&mut self, start: Start) {
        match self.starts.iter_mut().find(|s| s.is_of(&start)) {
            Some(known) => known.tags = known.tags.or(start.tags),
            None => self.starts.push(start),
        }
    }

    /// Lays the triggers out in runs, once all are there.
    fn lay_out(&mut self) {
        self.starts.sort_by_key(|start| start.needs);
        let ends = self.starts.chunk_by(|a, b| a.needs == b.needs).scan(0, |end, run| {
            *end += run.len() as u32;
            Some((run[0].needs, *end))
        });
        self.runs = ends.collect();
    }
}

/// Where triggers may begin, and what other words give to them. Words that rules speak of are cues and have numbers.
#[derive(Clone, Debug)]
pub(crate) struct Triggers {
    numbers: KeyMap<u32>,
    /// Of the first cues: the triggers that begin with them.
    openings: Vec<Opening>,
    /// The sets that each cue is in, and the parts of speech under which it counts there, cue by cue: a few for nearly all,
    /// so that what sentences ask for stands close together.
    gives: Vec<(TagSet, u16)>,
    /// Where those of each cue end.
    ends: Vec<u32>,
    /// What each alternative asks for, kept apart: most triggers are turned away by it.
    asked: Vec<Asked>,
}

impl Triggers {
    /// Gathers the triggers of all rules.
    pub(crate) fn new(book: &RuleBook) -> Triggers {
        let (mut cues, mut all, mut builder) = (Cues::default(), Vec::new(), NeedsBuilder::default());
        let mut openings: Vec<Opening> = Vec::new();
        let mut add = |key: Key, start: Start| {
            let number = cues.number(key);
            if number == openings.len() {
                openings.push(Opening::default());
            }
            openings[number].add(start);
        };
        for (r, rule) in book.rules.iter().enumerate() {
            for (p, pattern) in rule.patterns.iter().enumerate() {
                let Some(Element::Trigger(forms)) = pattern.elements.get(pattern.trigger) else { continue };
                let asked = builder.asked(pattern);
                let looks_back = looks_back(&pattern.elements);
                for (f, form) in forms.iter().enumerate() {
                    let start = Start {
                        rule: r as u32,
                        pattern: p as u32,
                        form: f as u32,
                        length: form.len() as u32,
                        second: form.get(1).and_then(Element::word),
                        tags: TagSet::ALL,
                        needs: asked.beside,
                        asked: all.len() as u32,
                        looks_back,
                    };
                    match form.first() {
                        Some(Element::Word(key)) => add(*key, start),
                        Some(Element::Lemma(lemma)) => lemma
                            .forms
                            .iter()
                            .for_each(|(key, tags)| add(*key, Start { tags: TagSet::of(tags.iter()), ..start })),
                        _ => {}
                    }
                }
                all.push(asked);
            }
        }
        openings.iter_mut().for_each(Opening::lay_out);
        let mut given: Vec<(usize, TagSet, u16)> =
            builder.words().map(|(key, tags, set)| (cues.number(key), tags, set)).collect();
        given.sort_by_key(|(number, _, set)| (*number, *set));
        let ends = (0..cues.numbers.len()).map(|number| given.partition_point(|(n, ..)| *n <= number) as u32).collect();
        let gives = given.into_iter().map(|(_, tags, set)| (tags, set)).collect();
        Triggers { numbers: cues.numbers.into(), openings, gives, ends, asked: all }
    }

    /// The number of the cue that a word is; `None` for a word that no rule speaks of.
    #[inline]
    pub(crate) fn number(&self, key: Key) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// Whether a trigger begins with the cue of this number.
    #[inline]
    pub(crate) fn begins(&self, number: u32) -> bool {
        (number as usize) < self.openings.len()
    }

    /// The triggers that begin with the cue of this number, which begins some.
    #[inline]
    pub(crate) fn opening(&self, number: u32) -> &Opening {
        &self.openings[number as usize]
    }

    /// The sets that the cue of this number is in, and the parts of speech under which it counts there.
    #[inline]
    pub(crate) fn gives(&self, number: u32) -> &[(TagSet, u16)] {
        let number = number as usize;
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.gives[from as usize..self.ends[number] as usize]
    }

    /// What an alternative asks for besides its trigger.
    #[inline]
    pub(crate) fn asked(&self, start: &Start) -> &Asked {
        &self.asked[start.asked as usize]
    }
}

/// Numbers cues while they are gathered.
#[derive(Default)]
struct Cues {
    numbers: FxHashMap<Key, u32>,
}

impl Cues {
    /// The number of a cue, the next one if it is new.
    fn number(&mut self, key: Key) -> usize {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(key).or_insert(next) as usize
    }
}
