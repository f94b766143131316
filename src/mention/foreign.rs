//! Bodies whose names hold small words of other languages: "Liga für Frieden".

use crate::gazetteer::WordFacts;

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, known};
use super::source::Pattern;
use super::stretch::Stretch;

/// "Liga für Frieden", "Unidos por Tumbes": small words of other languages between capitals, the name of a body.
pub(super) fn find(stretch: &Stretch<'_>, i: usize, candidates: &mut Vec<Candidate>) {
    // Words of English, too, and those within names of persons.
    let odd = |word: &str| matches!(word, "dan" | "i" | "ka" | "na" | "ni" | "par" | "per");
    let small = stretch.text.word(stretch.items[i].start as usize - usize::from(i > 0));
    if stretch.gap(i) != Gap::Foreign || odd(small) || small == "al" {
        return;
    }
    let other = WordFacts::FUNCTION.or(WordFacts::OFFICE).or(WordFacts::HONORIFIC).or(WordFacts::CALENDAR);
    let joined = |i: usize| matches!(stretch.gap(i), Gap::None | Gap::Hyphen | Gap::Particle | Gap::Foreign);
    let own = |i: usize| !stretch.is(i, other) && !stretch.knows(i, known::DEMONYM);
    let (mut first, mut last) = (i - 1, i);
    while joined(first) && own(first - 1) && !(stretch.opens(first - 1) && stretch.is_word(first - 1)) {
        first -= 1;
    }
    while joined(last + 1) && own(last + 1) && last - first < 6 {
        last += 1;
    }
    if stretch.is_title_case() || !own(i - 1) || !own(i) || (first..=last).all(|i| stretch.is_word(i)) {
        return;
    }
    let weight = 10 * (last - first + 1) as i32 - 5;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let mut votes = Votes::of(Votes::ORGANIZATION, 4);
    votes.0[Votes::PERSON] = -4;
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Surroundings, votes));
}
