//! Titles in front of names of people: "Russian Defence Minister", "Lt. Gen.", "Sheikh".

use crate::gazetteer::WordFacts;

use super::candidate::{Candidate, Role, push};
use super::item::{Gap, Item};
use super::stretch::Stretch;

/// What a title may end with.
const HEAD: WordFacts = WordFacts::OFFICE.or(WordFacts::HONORIFIC);
/// What a title may hold.
pub(super) const PART: WordFacts = HEAD.or(WordFacts::OFFICE_PART);

/// Whether a title ends right before item `i`.
pub(super) fn stands_before(stretch: &Stretch<'_>, i: usize) -> bool {
    if i == 0 || stretch.gap(i) != Gap::None {
        return false;
    }
    // "Minister of Health Ada Finch"
    let office_of = |j: usize| j > 0 && stretch.gap(j) == Gap::Of && stretch.is(j - 1, WordFacts::OFFICE);
    stretch.is(i - 1, HEAD)
        || i > 1 && of_islam(stretch, i - 1)
        || stretch.is_ordinary(i - 1)
            && (office_of(i - 1)
                || i > 1
                    && matches!(stretch.gap(i - 1), Gap::None | Gap::And)
                    && stretch.is_ordinary(i - 2)
                    && office_of(i - 2))
}

/// Adds every title of the sentence, long or short.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    let mut i = 0;
    while i < stretch.items.len() {
        if !stretch.is(i, PART) || stretch.items[i].is_initial() {
            i += 1;
            continue;
        }
        let first = i;
        let mut last = None;
        loop {
            if stretch.is(i, HEAD) && !is_given(stretch, i) {
                last = Some(i);
            }
            let next = i + 1;
            if of_islam(stretch, next) {
                i = next;
                last = Some(next);
                continue;
            }
            if !(matches!(stretch.gap(next), Gap::None | Gap::Hyphen) && stretch.is(next, PART)) {
                break;
            }
            i = next;
        }
        i += 1;
        if let Some(last) = last {
            add(stretch, first, last, 0, candidates);
            // "Peru Air Force Commander": the words of the title that close the name of a body belong to it.
            for body in (first..last).filter(|&i| stretch.is(i, WordFacts::BODY)) {
                add(stretch, body + 1, last, if last > body + 1 { 2 } else { 0 }, candidates);
            }
        }
    }
}

/// Adds items `first..=last` as a title; `bonus` weighs it against other readings.
fn add(stretch: &Stretch<'_>, first: usize, last: usize, bonus: i32, candidates: &mut Vec<Candidate>) {
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let weight = 10 * (last - first + 1) as i32 + bonus - 9;
    push(candidates, Candidate::new(start, end, weight, Role::Title));
}

/// Whether item `i` closes a dignity of two words: "Hojjat al-Islam", "Sheikh al-Islam".
fn of_islam(stretch: &Stretch<'_>, i: usize) -> bool {
    let word = |item: &Item| stretch.text.word(item.end as usize - 1);
    let islam = stretch.items.get(i).is_some_and(|item| matches!(word(item), "Islam" | "Eslam"));
    islam
        && stretch.is(i - 1, WordFacts::HONORIFIC)
        && matches!(stretch.gap(i), Gap::None | Gap::Hyphen | Gap::Particle)
}

/// "chairman Sultan A. Lee", "Tan Lee Kok": a dignity that is part of a name here; unlike "Tan Sri Lee".
pub(super) fn is_given(stretch: &Stretch<'_>, i: usize) -> bool {
    let initial = |next: &Item| next.gap == Gap::None && next.is_initial();
    let goes_on = |i: usize| matches!(stretch.gap(i), Gap::None) && !stretch.is(i, PART);
    stretch.is(i, WordFacts::FREQUENT_GIVEN) && stretch.items.get(i + 1).is_some_and(initial)
        || stretch.is(i, WordFacts::FAMILY_FIRST) && goes_on(i + 1) && goes_on(i + 2)
}
