//! Organizations by their head words: "Ministry of Foreign Affairs and Trade", "Electoral Commission", "Banco Central".

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::item::Gap;
use super::source::Pattern;
use super::stretch::Stretch;

/// No more words are taken before a head word.
const MOST_BEFORE: usize = 7;

/// Adds every organization that a head word tells.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    for head in 0..stretch.items.len() {
        if stretch.is(head, WordFacts::BODY) {
            let first = before(stretch, head);
            let last = after(stretch, head);
            if first < head || last > head {
                add(stretch, first, last, 8, candidates);
                if last > head && first < head {
                    // "Supreme Court of India" may be two names, "Foreign Ministry of …" as well.
                    add(stretch, first, head, 7, candidates);
                }
            }
        }
        if stretch.is(head, WordFacts::BODY_END) && !stretch.is(head, WordFacts::BODY) {
            let first = before(stretch, head);
            let named = (first..head).any(|i| !stretch.is_ordinary(i) && !stretch.is(i, WordFacts::COMPASS));
            if first < head && named {
                add(stretch, first, head, 6, candidates);
            }
        }
        if stretch.is(head, WordFacts::BODY_START) {
            let mut last = head;
            while matches!(stretch.gap(last + 1), Gap::None | Gap::Particle | Gap::Hyphen)
                && !stretch.is(last + 1, WordFacts::FUNCTION.or(WordFacts::OFFICE))
                && last < head + 5
            {
                last += 1;
            }
            if last > head && (head + 1..=last).any(|i| !stretch.is_ordinary(i)) {
                add(stretch, head, last, 6, candidates);
            }
        }
    }
}

fn add(stretch: &Stretch<'_>, first: usize, last: usize, bonus: i32, candidates: &mut Vec<Candidate>) {
    let weight = 10 * (last - first + 1) as i32 + bonus - 6;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let votes = Votes::of(Votes::ORGANIZATION, 6);
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
}

/// The first item of the name that ends at `head`.
fn before(stretch: &Stretch<'_>, head: usize) -> usize {
    let mut first = head;
    while first > 0 && head - first < MOST_BEFORE {
        let left = first - 1;
        let stops = WordFacts::FUNCTION.or(WordFacts::CALENDAR);
        let takes = match stretch.gap(first) {
            Gap::None | Gap::Hyphen | Gap::Particle => true,
            // "Food and Drug Administration", "Johnson & Johnson Foundation"
            Gap::And => {
                let sign = stretch.text.word(stretch.items[left].end as usize).starts_with('&');
                sign || first < head && stretch.is_ordinary(left) && stretch.is_ordinary(first)
            }
            // "People's Party", "Children's Hospital"
            Gap::Possessive => stretch.is_ordinary(left),
            _ => false,
        };
        if !takes || stretch.is(left, stops) && !stretch.is(left, WordFacts::NAMESAKE) {
            break;
        }
        // A heading's verbs look like names.
        if stretch.is_title_case()
            && stretch.is_ordinary(left)
            && !stretch.is(left, WordFacts::OFFICE_PART.or(WordFacts::COMPASS))
        {
            break;
        }
        first = left;
    }
    // "Local Government …" at the head of a sentence stays whole, "The" is no item of it; a lone ordinary word is none.
    while first < head && stretch.opens(first) && stretch.items[first].has(flag::DIGIT) {
        first += 1;
    }
    first
}

/// The last item of the name whose head word is `head`: "of X", "of X and Y", "of X, Y and Z".
fn after(stretch: &Stretch<'_>, head: usize) -> usize {
    let mut last = head;
    let stops = WordFacts::FUNCTION.or(WordFacts::CALENDAR);
    for _ in 0..3 {
        let next = last + 1;
        if stretch.gap(next) != Gap::Of || stretch.is(next, stops) || stretch.is(next, WordFacts::HONORIFIC) {
            break;
        }
        last = group(stretch, next);
    }
    last
}

/// The last item of the noun group that begins at `first`.
fn group(stretch: &Stretch<'_>, first: usize) -> usize {
    let mut last = first;
    loop {
        let next = last + 1;
        let ordinary = stretch.is_ordinary(next) && !stretch.is(next, WordFacts::OFFICE.or(WordFacts::HONORIFIC));
        let title = stretch.is(next, WordFacts::OFFICE.or(WordFacts::HONORIFIC).or(WordFacts::FUNCTION));
        let takes = match stretch.gap(next) {
            Gap::None => !title && (ordinary || !stretch.is_ordinary(last)),
            Gap::Hyphen | Gap::Particle => true,
            Gap::And => ordinary && stretch.is_ordinary(last),
            // "Ministry of Agriculture, Livestock and Fisheries"
            Gap::Comma => {
                ordinary
                    && stretch.is_ordinary(last)
                    && (next..next + 4).any(|i| stretch.gap(i + 1) == Gap::And && stretch.is_ordinary(i + 1))
            }
            _ => false,
        };
        if !takes || stretch.is_title_case() && stretch.gap(next) == Gap::None {
            return last;
        }
        last = next;
    }
}
