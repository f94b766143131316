//! The capitalised words of one sentence, as the patterns read them.

use crate::gazetteer::{Gazetteer, WordFacts};
use crate::text::{Sentence, SentenceKind, Text, TokenKind, flag};

use super::item::{Gap, Item, known};

/// The items of one sentence with all that is needed to judge them.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) text: &'a Text<'a>,
    pub(super) items: &'a [Item],
    /// Its `title_case` as [`is_title_case`] judges it.
    pub(super) sentence: Sentence,
}

/// Whether a sentence with many capitals is a heading that capitalises every word, and no sentence full of names: all
/// but small words that hold it together are capitalised.
pub(super) fn is_title_case(text: &Text<'_>, sentence: &Sentence) -> bool {
    if !sentence.title_case {
        return false;
    }
    let (mut small, mut words) = (0, 0);
    for token in &text.tokens[sentence.tokens.range()] {
        let length = token.span.end - token.span.start;
        if token.is_word() && length > 2 {
            words += usize::from(length > 3);
            small += usize::from(token.has(flag::LOWER) && token.classes.is_empty());
        }
    }
    match sentence.kind {
        SentenceKind::Heading => small * 6 <= words,
        _ => small == 0,
    }
}

/// Whether a word says what a name is and is no part of names itself: "brewer", "beekeeper"; not "bank", "president".
pub(super) fn is_description(facts: WordFacts) -> bool {
    let parts = WordFacts::BODY
        .or(WordFacts::BODY_START)
        .or(WordFacts::BODY_END)
        .or(WordFacts::SITE)
        .or(WordFacts::OFFICE)
        .or(WordFacts::FUNCTION);
    facts.any(WordFacts::COLLECTIVE.or(WordFacts::DESCRIBED)) && !facts.any(parts)
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

    /// Whether the lists know item `i` alone as one of `bits`, see [`super::item::known`].
    #[inline]
    pub(super) fn knows(&self, i: usize, bits: u8) -> bool {
        self.items.get(i).is_some_and(|item| item.known & bits != 0)
    }

    /// "Zorvane Co <ZRV>": whether a mark of the exchange follows item `i`, which tells a firm.
    pub(super) fn is_marked(&self, i: usize) -> bool {
        let behind = self.text.tokens[self.items[i].end as usize - 1].span.end as usize;
        self.text.raw[behind..].trim_start().starts_with('<')
    }

    /// Whether item `i` is a number, "TV3" is none.
    pub(super) fn is_number(&self, i: usize) -> bool {
        self.items.get(i).is_some_and(|item| self.text.tokens[item.start as usize].kind == TokenKind::Number)
    }

    /// Whether item `i` is an ordinary word of the language and no part of a name that is known.
    pub(super) fn is_ordinary(&self, i: usize) -> bool {
        self.is(i, WordFacts::COMMON.or(WordFacts::FUNCTION))
            && !self.is(i, WordFacts::FREQUENT_GIVEN.or(WordFacts::FREQUENT_SURNAME))
    }

    /// Whether item `i` is a word of the language, whatever else it is.
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.is(i, WordFacts::COMMON.or(WordFacts::FUNCTION)) && !self.knows(i, known::PLACE | known::DEMONYM)
    }

    /// Whether item `i` ends like an adverb: "Especially".
    pub(super) fn is_adverb(&self, i: usize) -> bool {
        self.items.get(i).is_some_and(|item| self.text.word(item.start as usize).ends_with("ly")) && self.is_ordinary(i)
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

    /// "Drugmaker Acme", "Beekeeper Ann Lee": whether item `i` opens a sentence and says what the name behind it is.
    pub(super) fn describes(&self, i: usize) -> bool {
        let Some(item) = self.items.get(i) else { return false };
        let named = || self.is(i + 1, WordFacts::FREQUENT_GIVEN) && self.gap(i + 2) == Gap::None;
        is_description(item.word.facts)
            && self.opens(i)
            && !self.is_title_case()
            && !item.has(flag::ALL_CAPS)
            && self.gap(i + 1) == Gap::None
            && !self.is_ordinary(i + 1)
            // "Baker Hughes"; but "Baker Ann Lee"
            && (!item.is(WordFacts::FREQUENT_GIVEN.or(WordFacts::FREQUENT_SURNAME)) || named())
    }

    /// "Upper House", "Lower House": whether item `i` closes the name of a chamber of parliament.
    pub(super) fn is_chamber(&self, i: usize) -> bool {
        let word = |i: usize| self.text.word(self.items[i].start as usize);
        self.gap(i) == Gap::None && word(i) == "House" && matches!(word(i - 1), "Lower" | "Upper")
    }

    /// "Episcopal Conference", "Bishops' Conference": whether item `i` is the head word of an assembly of churchmen, and
    /// no meeting.
    pub(super) fn is_assembly(&self, i: usize) -> bool {
        let word = |i: usize| self.text.word(self.items[i].start as usize);
        let of = || matches!(word(i - 1), "Baptist" | "Bishop" | "Bishops" | "Episcopal" | "Methodist");
        matches!(self.gap(i), Gap::None | Gap::Possessive) && word(i) == "Conference" && of()
    }

    /// Whether capitals say nothing in this sentence.
    pub(super) fn is_title_case(&self) -> bool {
        self.sentence.title_case
    }
}
