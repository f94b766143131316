//! Places by their head words: "Hunan Province", "Mount Paektu", "Port of Montevideo".

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, known};
use super::source::Pattern;
use super::stretch::Stretch;

/// The head words of places.
pub(super) const HEADS: WordFacts = WordFacts::SITE.or(WordFacts::SITE_START).or(WordFacts::COMPASS);

/// No more words are taken before or after a head word.
const MOST: usize = 5;

/// What parts of towns and regions are told apart by.
const QUARTERS: [&str; 9] = ["Central", "East", "Eastern", "North", "Northern", "South", "Southern", "West", "Western"];

/// Adds every place that a head word tells.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    let stops = WordFacts::FUNCTION.or(WordFacts::CALENDAR).or(WordFacts::HONORIFIC);
    for head in 0..stretch.items.len() {
        if stretch.is(head, WordFacts::SITE) && !stretch.is_chamber(head) {
            let mut first = head;
            while first > 0
                && head - first < MOST
                && (matches!(stretch.gap(first), Gap::None | Gap::Hyphen | Gap::Particle)
                    || stretch.gap(first) == Gap::Possessive
                        && first == head
                        && !stretch.is_ordinary(first - 1)
                        && !stretch.knows(first - 1, known::PLACE | known::DEMONYM))
                && !stretch.is(first - 1, stops)
                // "Defence Minister Ann Hill"
                && !(stretch.is(head, WordFacts::NAMESAKE) && first < head && stretch.is(first - 1, WordFacts::OFFICE))
                // "Secretary of State Ann Hill"
                && !(stretch.is(head, WordFacts::NAMESAKE)
                    && first + 1 == head
                    && first > 1
                    && stretch.gap(first - 1) == Gap::Of
                    && stretch.is(first - 2, WordFacts::OFFICE))
                && !(stretch.is_title_case() && stretch.is_ordinary(first - 1))
            {
                first -= 1;
            }
            while first < head
                && (stretch.items[first].has(flag::DIGIT) || stretch.opens(first) && stretch.is_adverb(first))
            {
                first += 1;
            }
            let alone = first + 1 == head && stretch.opens(first) && stretch.is_ordinary(first);
            // "Orr Mutual Bank" is a body sooner than the side of a river.
            let body = stretch.is(head, WordFacts::BODY) && stretch.is(head, WordFacts::COLLECTIVE);
            if first < head && !alone {
                add(stretch, first, head, 6, if body { 3 } else { 5 }, candidates);
            }
            // "Republic of Kazakhstan", "Port of Montevideo"
            if stretch.gap(head + 1) == Gap::Of && !stretch.is(head + 1, stops) && !stretch.is_ordinary(head + 1) {
                let mut last = head + 1;
                while stretch.gap(last + 1) == Gap::None
                    && !stretch.is(last + 1, stops.or(WordFacts::OFFICE))
                    && last < head + 3
                {
                    last += 1;
                }
                add(stretch, first, last, 6, 5, candidates);
            }
        }
        if stretch.knows(head, known::PLACE) {
            quarter(stretch, head, candidates);
        }
        if stretch.is(head, WordFacts::SITE_START) && stretch.gap(head + 1) == Gap::None {
            let next = head + 1;
            if !stretch.is(next, stops.or(WordFacts::OFFICE)) && !stretch.is_ordinary(next) {
                add(stretch, head, next, 2, 3, candidates);
            }
        }
    }
}

/// "South Lima", "Lima North": a part of a town or region, item `place`.
fn quarter(stretch: &Stretch<'_>, place: usize, candidates: &mut Vec<Candidate>) {
    let word = |i: usize| stretch.text.word(stretch.items[i].start as usize);
    let joined = |i: usize| stretch.gap(i) == Gap::None;
    if stretch.is_title_case() || stretch.knows(place, known::COUNTRY | known::DEMONYM) {
        return;
    }
    if joined(place) && QUARTERS.contains(&word(place - 1)) && !joined(place - 1) && !joined(place + 1) {
        add(stretch, place - 1, place, 4, 5, candidates);
    }
    let last = place + 1;
    if joined(last)
        && !joined(place)
        && QUARTERS.contains(&word(last))
        // "Zorvane Northern" is a railway.
        && !word(last).ends_with("ern")
        && !matches!(stretch.gap(last + 1), Gap::None | Gap::Hyphen | Gap::Of)
    {
        add(stretch, place, last, 4, 5, candidates);
    }
}

/// Adds items `first..=last` as a place; `bonus` weighs it against other readings.
fn add(stretch: &Stretch<'_>, first: usize, last: usize, bonus: i32, votes: i16, candidates: &mut Vec<Candidate>) {
    let weight = 10 * (last - first + 1) as i32 + bonus - 14;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let votes = Votes::of(Votes::PLACE, votes);
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Site, votes));
}
