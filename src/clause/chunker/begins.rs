//! What begins at each token of a sentence.

use crate::mention::{DateMention, Mention};
use crate::text::TokenRange;

/// For each token of a sentence whether a name, a title or a date begins with it, one bit each: most tokens begin none,
/// and none need be looked for there.
#[derive(Clone, Debug, Default)]
pub(in crate::clause) struct Begins(Vec<u8>);

impl Begins {
    /// A name.
    pub(super) const NAME: u8 = 1;
    /// The title of a person.
    pub(super) const TITLE: u8 = 2;
    /// A date.
    pub(super) const DATE: u8 = 4;

    /// Notes what begins in a sentence, of its names and dates.
    pub(in crate::clause) fn note(&mut self, sentence: TokenRange, named: &[Mention], dates: &[DateMention]) {
        self.0.clear();
        self.0.resize(sentence.len(), 0);
        let mut mark = |token: u32, what: u8| {
            if let Some(bits) = self.0.get_mut(token.wrapping_sub(sentence.start) as usize) {
                *bits |= what;
            }
        };
        for mention in named {
            mark(mention.tokens.start, Self::NAME);
            if !mention.title.is_empty() {
                mark(mention.title.start, Self::TITLE);
            }
        }
        dates.iter().for_each(|date| mark(date.tokens.start, Self::DATE));
    }

    /// Whether something of a kind begins with token `i` of the sentence.
    #[inline]
    pub(super) fn has(&self, i: usize, what: u8) -> bool {
        self.0.get(i).is_some_and(|bits| bits & what != 0)
    }
}
