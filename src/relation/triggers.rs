//! The first words of all triggers: which rules may begin at a word, and which words these rules need besides.

use rustc_hash::FxHashMap;

use crate::rule::{Element, RuleBook};
use crate::text::{Key, KeyMap, Tag, TagSet};

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

/// A word that rules speak of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cue {
    /// What its presence gives to rules, whatever its part of speech.
    pub(crate) gives: Given,
    /// What it gives to them as certain parts of speech.
    gives_as: Vec<(TagSet, Given)>,
    /// The triggers that begin with it, those with the same rarest need beside each other.
    starts: Vec<Start>,
    /// Their rarest needs, and where the triggers with it end.
    runs: Vec<(u16, u32)>,
}

impl Cue {
    /// The triggers that begin with the word and whose rarest need is met, run by run: one look turns many of them away.
    pub(crate) fn runs(&self, given: &Given) -> impl Iterator<Item = &[Start]> {
        let mut from = 0;
        self.runs.iter().filter_map(move |&(need, end)| {
            let run = std::mem::replace(&mut from, end as usize)..end as usize;
            given.has(need).then(|| &self.starts[run])
        })
    }

    /// Lays the triggers out in runs, once all are there.
    fn lay_out(&mut self) {
        self.starts.sort_by_key(|start| start.needs.rarest());
        let ends = self.starts.chunk_by(|a, b| a.needs.rarest() == b.needs.rarest()).scan(0, |end, run| {
            *end += run.len() as u32;
            Some((run[0].needs.rarest(), *end))
        });
        self.runs = ends.collect();
    }

    /// What the word gives to rules under a tag.
    #[inline]
    pub(crate) fn gives_as(&self, tag: Tag) -> impl Iterator<Item = &Given> {
        self.gives_as.iter().filter(move |(tags, _)| tags.has(tag)).map(|(_, gives)| gives)
    }

    fn give(&mut self, tags: TagSet, given: &Given) {
        self.gives.add(given);
        match self.gives_as.iter_mut().find(|(known, _)| *known == tags) {
            Some((_, gives)) => gives.add(given),
            None => self.gives_as.push((tags, *given)),
        }
    }
}

/// Where triggers may begin.
#[derive(Clone, Debug)]
pub(crate) struct Triggers {
    numbers: KeyMap<u32>,
    /// Those that begin triggers, then the others.
    cues: Vec<Cue>,
    /// How many of them begin triggers.
    begin: u32,
    /// What each alternative asks for, kept apart: most triggers are turned away by it.
    asked: Vec<Asked>,
}

impl Triggers {
    /// Gathers the triggers of all rules.
    pub(crate) fn new(book: &RuleBook) -> Triggers {
        let (mut cues, mut all, mut builder) = (Cues::default(), Vec::new(), NeedsBuilder::default());
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
                        Some(Element::Word(key)) => cues.add(*key, start),
                        Some(Element::Lemma(lemma)) => lemma
                            .forms
                            .iter()
                            .for_each(|(key, tags)| cues.add(*key, Start { tags: TagSet::of(tags.iter()), ..start })),
                        _ => {}
                    }
                }
                all.push(asked);
            }
        }
        let begin = cues.all.len() as u32;
        builder.words().for_each(|(key, tags, gives)| cues.of(key).give(tags, &gives));
        cues.all.iter_mut().for_each(Cue::lay_out);
        Triggers { numbers: cues.numbers.into(), cues: cues.all, begin, asked: all }
    }

    /// The number of the cue that a word is; `None` for a word that no rule speaks of.
    #[inline]
    pub(crate) fn number(&self, key: Key) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// Whether a trigger begins with the cue of this number.
    #[inline]
    pub(crate) fn begins(&self, number: u32) -> bool {
        number < self.begin
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

/// The cues while they are gathered.
#[derive(Default)]
struct Cues {
    numbers: FxHashMap<Key, u32>,
    all: Vec<Cue>,
}

impl Cues {
    fn of(&mut self, key: Key) -> &mut Cue {
        let number = *self.numbers.entry(key).or_insert(self.all.len() as u32) as usize;
        if number == self.all.len() {
            self.all.push(Cue::default());
        }
        &mut self.all[number]
    }

    fn add(&mut self, key: Key, start: Start) {
        let starts = &mut self.of(key).starts;
        match starts.iter_mut().find(|s| s.is_of(&start)) {
            Some(known) => known.tags = known.tags.or(start.tags),
            None => starts.push(start),
        }
    }
}
