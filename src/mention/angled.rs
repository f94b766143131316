//! Names of firms in angle brackets, as wire services set off those that no exchange lists: "<Orrson Tools>".

use crate::gazetteer::WordFacts;
use crate::text::{Key, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::is_legal_form;
use super::item::Gap;
use super::source::Pattern;
use super::stretch::Stretch;

/// Such a name has at most so many capitalised words.
const LONGEST: usize = 7;

/// Adds the name in angle brackets that begins with item `first`.
pub(super) fn find(stretch: &Stretch<'_>, first: usize, candidates: &mut Vec<Candidate>) {
    let (text, item) = (stretch.text, &stretch.items[first]);
    let stands = |back: usize, sign: Key| (item.start as usize).checked_sub(back).is_some_and(|i| text.key(i) == sign);
    let opened = |back: usize| stands(back, const { Key::of_ascii("<") });
    // "<The Orrson Group>": the article is no part of the name.
    let the = const { Key::of_ascii("the") };
    let begins = opened(1) && item.key != the || stands(1, the) && opened(2);
    if !begins || is_legal_form(text.word(item.start as usize)) {
        return;
    }
    let joined = |i: &usize| *i == first || !matches!(stretch.gap(*i), Gap::Other | Gap::Possessive);
    let ends = |i: &usize| text.key(stretch.items[*i].end as usize) == const { Key::of_ascii(">") };
    let Some(last) = (first..stretch.items.len().min(first + LONGEST)).take_while(joined).find(ends) else { return };
    // "<ACM>", "<ACM ST>" are tickers, "<Table>" a mark of a page.
    let short = |i: usize| stretch.items[i].has(flag::ALL_CAPS) && text.word(stretch.items[i].start as usize).len() < 5;
    let mark = || item.is(WordFacts::COMMON) || text.word(item.start as usize).len() < 4;
    if (first..=last).all(short) || first == last && (item.has(flag::ALL_CAPS) || mark()) {
        return;
    }
    let weight = 12 * (last - first + 1) as i32;
    let votes = Votes::of(Votes::ORGANIZATION, 9);
    let candidate = Candidate::new(item.start, stretch.items[last].end, weight, Role::Name);
    push(candidates, candidate.with(Pattern::Surroundings, votes));
}
