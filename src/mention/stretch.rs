//! The capitalised words of one sentence, as the patterns read them.

use crate::gazetteer::{Gazetteer, WordFacts};
use crate::text::{Sentence, Text, flag};

use super::item::{Gap, Item};

/// The items of one sentence with all that is needed to judge them.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) text: &'a Text<'a>,
    pub(super) items: &'a [Item],
    pub(super) sentence: Sentence,
}

impl Stretch<'_> {
    /// The gap before item `i`; [`Gap::Other`] past the ends.
    #[inline]
    pub(super) fn gap(&self, i: usize) -> Gap {
        if i == 0 { Gap::Other } else { self.items.get(i).map_or(Gap::Other, |item| item.gap) }
    }

    /// Whether one of `facts` is known of item `i`.
    #[inline]
    pub(super) fn is(&self, i: usize, facts: WordFacts) -> bool {
        self.items.get(i).is_some_and(|item| item.is(facts))
    }

    /// Whether item `i` is an ordinary word of the language and no part of a name that is known.
    pub(super) fn is_ordinary(&self, i: usize) -> bool {
        self.is(i, WordFacts::COMMON.or(WordFacts::FUNCTION))
            && !self.is(i, WordFacts::FREQUENT_GIVEN.or(WordFacts::FREQUENT_SURNAME))
    }

    /// Whether the capital of item `i` says nothing: it opens a sentence, a quotation, a line.
    pub(super) fn opens(&self, i: usize) -> bool {
        let Some(item) = self.items.get(i) else { return true };
        let start = item.start as usize;
        if item.has(flag::SENTENCE_START) || start == self.sentence.tokens.start as usize {
            return true;
        }
        let before = &self.text.tokens[start - 1];
        !before.is_word()
            && matches!(self.text.word(start - 1), ":" | "•" | "·" | "*" | "“" | "\"" | "‘" | "-" | "–" | "—")
    }

    /// Whether capitals say nothing in this sentence.
    pub(super) fn is_title_case(&self) -> bool {
        self.sentence.title_case
    }
}
