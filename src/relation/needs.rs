//! Words without which an alternative of a rule cannot match, so that a sentence that lacks them need not be read.

use rustc_hash::FxHashMap;

use crate::rule::{Element, Pattern, Stance};
use crate::text::Key;

/// Sets of words, one bit each: of each set that an alternative needs, a word must stand in the sentence. The rules of
/// the product ask for some 170 sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs([u128; 2]);

impl Needs {
    /// Whether the sets of which `self` holds a word are all that `needed` asks for.
    #[inline]
    pub(crate) fn meet(self, needed: Needs) -> bool {
        needed.0[0] & !self.0[0] == 0 && needed.0[1] & !self.0[1] == 0
    }

    /// Both together.
    #[inline]
    pub(crate) fn or(self, other: Needs) -> Needs {
        Needs([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    /// The set of this number alone; nothing for a number past the last bit.
    fn one(number: usize) -> Needs {
        let mut needs = Needs::default();
        if let Some(half) = needs.0.get_mut(number / 128) {
            *half = 1 << (number % 128);
        }
        needs
    }
}

/// What an alternative asks for on each side of its trigger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) before: Needs,
    pub(crate) behind: Needs,
}

/// Numbers the sets of words that patterns need.
#[derive(Clone, Debug, Default)]
pub(crate) struct NeedsBuilder {
    sets: FxHashMap<Vec<Key>, usize>,
}

impl NeedsBuilder {
    /// What an alternative asks for besides its trigger.
    pub(crate) fn asked(&mut self, pattern: &Pattern) -> Asked {
        let (before, behind) = pattern.elements.split_at(pattern.trigger);
        Asked { before: self.of(before), behind: self.of(&behind[1..]) }
    }

    /// What some elements need. Sets past the last bit are not asked for.
    fn of(&mut self, elements: &[Element]) -> Needs {
        let mut needs = Needs::default();
        for mut set in elements.iter().filter_map(words) {
            set.sort_unstable();
            set.dedup();
            let next = self.sets.len();
            let bit = *self.sets.entry(set).or_insert(next);
            needs = needs.or(Needs::one(bit));
        }
        needs
    }

    /// For each word the sets it is in, in no order.
    pub(crate) fn words(self) -> impl Iterator<Item = (Key, Needs)> {
        self.sets.into_iter().flat_map(|(set, number)| set.into_iter().map(move |key| (key, Needs::one(number))))
    }
}

/// The words of which one must stand where the element matches; `None` where none need.
fn words(element: &Element) -> Option<Vec<Key>> {
    match element {
        Element::Word(key) => Some(vec![*key]),
        Element::Lemma(lemma) => Some(lemma.forms.iter().map(|(key, _)| *key).collect()),
        Element::OneOf(choice) => {
            let mut all = Vec::new();
            for branch in &choice.branches {
                all.extend(branch.iter().find_map(words)?);
            }
            Some(all)
        }
        Element::Trigger(_)
        | Element::Class(_)
        | Element::Any { .. }
        | Element::Actor { .. }
        | Element::Optional(_) => None,
    }
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
    use crate::rule::Choice;

    #[test]
    fn of_each_set_one_word() {
        let word = |w: &str| Element::Word(Key::of(w));
        let either = |a: &str, b: &str| Element::OneOf(Choice::new(vec![vec![word(a)], vec![word(b), word("x")]]));
        let mut builder = NeedsBuilder::default();
        let both = builder.of(&[either("between", "among"), word("with")]);
        let with = builder.of(&[word("with"), Element::Optional(word("x").into())]);
        let maybe = Element::OneOf(Choice::new(vec![vec![word("a")], vec![]]));
        let none = builder.of(&[maybe, Element::Any { min: 0, max: 1 }]);
        assert_eq!(none, Needs::default());
        let words: FxHashMap<Key, Needs> = builder.words().collect();
        let has = |w: &str| words.get(&Key::of(w)).copied().unwrap_or_default();
        assert!(has("with").meet(with) && !has("with").meet(both));
        assert!(has("with").or(has("among")).meet(both));
        assert_eq!(has("x"), Needs::default());
    }
}
