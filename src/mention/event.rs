//! Events, laws, works: capitalised, but no names of people, places or organizations. What they hold is not looked at.

use crate::gazetteer::WordFacts;
use crate::text::TokenKind;

use super::candidate::{Candidate, Role, push};
use super::item::{Gap, known};
use super::stretch::Stretch;

/// The head words of events.
pub(super) const HEADS: WordFacts = WordFacts::EVENT.or(WordFacts::EVENT_START);

/// No more words are taken before a head word.
const MOST: usize = 6;

/// Adds every event of the sentence.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    for head in 0..stretch.items.len() {
        if stretch.is(head, WordFacts::EVENT) && !stretch.is_assembly(head) {
            let mut first = head;
            while first > 0
                && head - first < MOST
                && (matches!(stretch.gap(first), Gap::None | Gap::Hyphen | Gap::Particle)
                    || stretch.gap(first) == Gap::And && stretch.is_word(first) && stretch.is_word(first - 1))
                && !stretch.is(first - 1, WordFacts::FUNCTION.or(WordFacts::HONORIFIC))
                && !(stretch.is_title_case() && stretch.is_ordinary(first - 1))
            {
                first -= 1;
            }
            // "the Kenya-Norway Trade Dialogue": the states are those who hold it.
            let states = |i: &usize| stretch.gap(*i) == Gap::Hyphen && stretch.items[*i].known & known::COUNTRY != 0;
            let whole = first;
            first = (first + 1..head).rev().find(states).map_or(first, |last| last + 1);
            if first < head {
                add(stretch, first, head, 7 + 10 * (first - whole) as i32, candidates);
            }
        }
        if stretch.is(head, WordFacts::EVENT_START) && stretch.gap(head + 1) == Gap::None && !stretch.is_title_case() {
            let mut last = head + 1;
            while stretch.gap(last + 1) == Gap::None && last < head + 3 {
                last += 1;
            }
            add(stretch, head, last, 3, candidates);
        }
    }
}

/// Adds items `first..=last` as an event, with the year before it.
fn add(stretch: &Stretch<'_>, first: usize, last: usize, bonus: i32, candidates: &mut Vec<Candidate>) {
    let weight = 10 * (last - first + 1) as i32 + bonus - 14;
    let (mut start, end) = (stretch.items[first].start, stretch.items[last].end);
    // "2019 African Games"
    if start > stretch.sentence.tokens.start && stretch.text.tokens[start as usize - 1].kind == TokenKind::Number {
        start -= 1;
    }
    push(candidates, Candidate::new(start, end, weight, Role::Event));
}
