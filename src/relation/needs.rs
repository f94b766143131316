//! Words without which an alternative of a rule cannot match, so that a sentence that lacks them need not be read.

use rustc_hash::FxHashMap;

use crate::rule::{Element, Pattern, Stance};
use crate::text::{Classes, Key, TagSet};

/// Sets of words of which some words hold one, one bit each. Bit 0 is always there: it is what those need that need nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Given([u64; SETS / 64]);

/// Most sets that are told apart; the rules of the product have some 680. What is past the last is asked of no sentence: 44
/// sets too many had a third more sentences parsed.
const SETS: usize = 768;

impl Default for Given {
    fn default() -> Self {
        let mut given = Given([0; SETS / 64]);
        given.put(0);
        given
    }
}

impl Given {
    /// Everything there is to give.
    pub(crate) const ALL: Given = Given([u64::MAX; SETS / 64]);

    /// Whether a word of a set is there.
    #[inline]
    pub(crate) fn has(&self, set: u16) -> bool {
        self.0[usize::from(set) / 64] >> (set % 64) & 1 != 0
    }

    /// Whether one word of each needed set is there.
    #[inline]
    pub(crate) fn meets(&self, needs: Needs) -> bool {
        needs.0.iter().all(|&set| self.has(set))
    }

    /// Takes in that a word of a set is there.
    #[inline]
    pub(crate) fn put(&mut self, set: u16) {
        self.0[usize::from(set) / 64] |= 1 << (set % 64);
    }
}

/// Numbers of sets of words, the rarest first: of each that an alternative needs, a word must stand in the sentence. Few
/// alternatives need more than four, and the others are asked for the rarest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Needs([u16; 4]);

/// What an alternative asks for besides its trigger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Before its trigger.
    pub(crate) before: Needs,
    /// Behind it.
    pub(crate) behind: Needs,
    /// On either side.
    pub(crate) beside: Needs,
}

/// Words of which one must stand in the sentence, each under one of some tags; sorted, each word once.
type WordSet = Vec<(Key, TagSet)>;

/// Numbers the sets of words that patterns need.
#[derive(Clone, Debug, Default)]
pub(crate) struct NeedsBuilder {
    /// From 1 on.
    sets: FxHashMap<WordSet, u16>,
}

impl NeedsBuilder {
    /// What an alternative asks for besides its trigger.
    pub(crate) fn asked(&mut self, pattern: &Pattern) -> Asked {
        let (before, behind) = pattern.elements.split_at(pattern.trigger);
        let sets = |elements: &[Element]| -> Vec<WordSet> { elements.iter().filter_map(words).collect() };
        let (before, behind) = (sets(before), sets(&behind[1..]));
        let beside = before.iter().chain(&behind).cloned().collect();
        Asked { before: self.of(before), behind: self.of(behind), beside: self.of(beside) }
    }

    /// The needs that some sets are. Sets past the last bit are not asked for.
    fn of(&mut self, mut sets: Vec<WordSet>) -> Needs {
        sets.sort_by_cached_key(commonness);
        let numbers = sets.into_iter().filter_map(|set| {
            let next = self.sets.len() as u16 + 1;
            let number = *self.sets.entry(set).or_insert(next);
            is_asked_for(number).then_some(number)
        });
        let mut needs = Needs::default();
        needs.0.iter_mut().zip(numbers).for_each(|(need, number)| *need = number);
        needs
    }

    /// For each word the sets it is in and the tags under which it counts there, in no order.
    pub(crate) fn words(self) -> impl Iterator<Item = (Key, TagSet, u16)> {
        let known = self.sets.into_iter().filter(|(_, number)| is_asked_for(*number));
        known.flat_map(|(set, number)| set.into_iter().map(move |(key, tags)| (key, tags, number)))
    }
}

/// Whether the set of this number is told apart.
fn is_asked_for(number: u16) -> bool {
    usize::from(number) < SETS
}

/// The words of which one must stand where the element matches; `None` where none need.
fn words(element: &Element) -> Option<WordSet> {
    let mut set = match element {
        Element::Word(key) => vec![(*key, TagSet::ALL)],
        Element::Lemma(lemma) => lemma.forms.iter().map(|(key, tags)| (*key, TagSet::of(tags.iter()))).collect(),
        Element::OneOf(choice) => {
            let rarest = |branch: &Vec<Element>| branch.iter().filter_map(words).min_by_key(commonness);
            choice.branches.iter().map(rarest).collect::<Option<Vec<_>>>()?.concat()
        }
        Element::Trigger(_)
        | Element::Class(_)
        | Element::Any { .. }
        | Element::Actor { .. }
        | Element::Optional(_) => return None,
    };
    set.sort_unstable_by_key(|(key, _)| *key);
    set.dedup_by(|(key, tags), (kept, all)| {
        let same = key == kept;
        *all = if same { all.or(*tags) } else { *all };
        same
    });
    Some(set)
}

/// How many words of a closed class, and how many in all: of "in the presence of", "presence" is what few sentences have.
fn commonness(set: &WordSet) -> (usize, usize) {
    (set.iter().filter(|(key, _)| !Classes::of(*key).is_empty()).count(), set.len())
}

/// Whether an alternative takes actors from what was told before.
pub(crate) fn looks_back(elements: &[Element]) -> bool {
    elements.iter().any(|element| match element {
        Element::Actor { stance, .. } => matches!(stance, Stance::Again | Stance::Home),
        Element::OneOf(choice) => choice.branches.iter().all(|branch| looks_back(branch)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{Choice, RuleBook};

    #[test]
    fn of_each_set_one_word() {
        let word = |w: &str| Element::Word(Key::of(w));
        let either = |a: &str, b: &str| Element::OneOf(Choice::new(vec![vec![word(a)], vec![word(b), word("x")]]));
        let mut builder = NeedsBuilder::default();
        let mut of = |elements: &[Element]| builder.of(elements.iter().filter_map(words).collect());
        let both = of(&[either("between", "among"), word("with")]);
        let with = of(&[word("with"), Element::Optional(word("x").into())]);
        let maybe = Element::OneOf(Choice::new(vec![vec![word("a")], vec![]]));
        assert_eq!(of(&[maybe, Element::Any { min: 0, max: 1 }]), Needs::default());
        let words: Vec<(Key, u16)> = builder.words().map(|(key, _, set)| (key, set)).collect();
        let given = |all: &[&str]| {
            let mut given = Given::default();
            let there = |key: &Key| all.iter().any(|w| Key::of(w) == *key);
            words.iter().filter(|(key, _)| there(key)).for_each(|(_, set)| given.put(*set));
            given
        };
        assert!(given(&["with"]).meets(with) && !given(&["with"]).meets(both));
        assert!(given(&["with", "x"]).meets(both) && !given(&["with", "among"]).meets(both));
        assert_eq!(given(&["among"]), Given::default());
    }

    #[test]
    fn the_rules_of_the_product_have_sets_to_spare() {
        let book = RuleBook::embedded().unwrap_or_else(|error| panic!("{error}"));
        let mut builder = NeedsBuilder::default();
        for pattern in book.rules.iter().flat_map(|rule| &rule.patterns) {
            builder.asked(pattern);
        }
        let all = builder.sets.len();
        assert!(all < SETS, "{all} sets, {SETS} told apart: raise SETS, or more sentences are read than need be");
    }
}
