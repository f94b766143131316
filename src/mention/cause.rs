//! Bodies named by who their people are and what they stand for: "Lawyers for Justice", "Weavers Without Looms".

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, Item, known};
use super::source::Pattern;
use super::stretch::Stretch;

/// Whose plural begins such names.
const PEOPLE: [&str; 32] = [
    "Academics",
    "Americans",
    "Architects",
    "Artists",
    "Citizens",
    "Doctors",
    "Engineers",
    "Families",
    "Farmers",
    "Fathers",
    "Friends",
    "Investors",
    "Jews",
    "Journalists",
    "Lawyers",
    "Medics",
    "Mothers",
    "Musicians",
    "Muslims",
    "Neighbours",
    "Nurses",
    "Parents",
    "Patients",
    "Physicians",
    "Reporters",
    "Scientists",
    "Students",
    "Teachers",
    "Veterans",
    "Women",
    "Workers",
    "Youth",
];

/// What else no such name goes on with.
const STOPS: WordFacts = WordFacts::FUNCTION.or(WordFacts::CALENDAR).or(WordFacts::HONORIFIC);

/// Adds every such body of the sentence.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    if stretch.is_title_case() {
        return;
    }
    for (i, item) in stretch.items.iter().enumerate() {
        union(stretch, i, candidates);
        // "Doctors for Peru" may be a sentence's first word and its place; "Doctors Without Walls" is not.
        let Some(next) = joined(stretch, i).filter(|next| *next > i + 1 || !stretch.opens(i)) else { continue };
        let end = group(stretch, next);
        let is_body = (next..=end).any(|i| stretch.is(i, WordFacts::BODY.or(WordFacts::EVENT)));
        if item.has(flag::ALL_CAPS) || is_body && next == i + 1 {
            continue;
        }
        // "Patient Women for Peru"
        let mut first = i;
        while first > 0
            && stretch.gap(first) == Gap::None
            && plain(&stretch.items[first - 1])
            && !stretch.opens(first - 1)
        {
            first -= 1;
        }
        let weight = 10 * (end - first + 1) as i32 + 2;
        let (start, end) = (stretch.items[first].start, stretch.items[end].end);
        let votes = Votes::of(Votes::ORGANIZATION, 6);
        push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
    }
}

/// What begins the names of unions.
const JOINED: [&str; 6] = ["Allied", "Amalgamated", "Associated", "Federated", "International", "United"];

/// Adds the union whose country is item `place`: "United Glassworkers of Peru".
fn union(stretch: &Stretch<'_>, place: usize, candidates: &mut Vec<Candidate>) {
    let word = |i: usize| stretch.text.word(stretch.items[i].start as usize);
    if stretch.gap(place) != Gap::Of || !stretch.knows(place, known::PLACE) {
        return;
    }
    let people = place - 1;
    let mut first = people;
    while first > 0 && people - first < 3 && stretch.gap(first) == Gap::None && !JOINED.contains(&word(first)) {
        first -= 1;
    }
    let trade = word(people).ends_with("ers") && !stretch.is(people, WordFacts::BODY);
    if trade && first < people && JOINED.contains(&word(first)) {
        let weight = 10 * (place - first + 1) as i32 + 2;
        let (start, end) = (stretch.items[first].start, stretch.items[place].end);
        let votes = Votes::of(Votes::ORGANIZATION, 6);
        push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
    }
}

/// The item at which the cause begins, where item `i` names the people: "for Justice", "Without Walls", "Against Hunger".
fn joined(stretch: &Stretch<'_>, i: usize) -> Option<usize> {
    let word = |i: usize| stretch.items.get(i).map_or("", |item| stretch.text.word(item.start as usize));
    let next = i + 1;
    let small = stretch.gap(next) == Gap::For && stretch.text.word(stretch.items[i].end as usize) == "for";
    let large = stretch.gap(next) == Gap::None
        && matches!(word(next), "Against" | "For" | "Without")
        && stretch.gap(next + 1) == Gap::None;
    let at = if large { next + 1 } else { next };
    ((small || large) && PEOPLE.contains(&word(i)) && !stretch.is(at, STOPS) && !stretch.items[at].has(flag::DIGIT))
        .then_some(at)
}

/// The last item of the cause that begins at `first`.
fn group(stretch: &Stretch<'_>, first: usize) -> usize {
    let mut last = first;
    // "Nurses for Rivers Now"
    let call = |i: usize| matches!(stretch.text.word(stretch.items[i].start as usize), "First" | "Now");
    while last < first + 3
        && matches!(stretch.gap(last + 1), Gap::None | Gap::Hyphen)
        && (!stretch.is(last + 1, STOPS.or(WordFacts::OFFICE)) || call(last + 1))
        && (!stretch.is(last + 1, WordFacts::FREQUENT_GIVEN) || stretch.is_word(last + 1))
    {
        last += 1;
    }
    last
}

/// An ordinary word in front: "Patient".
fn plain(item: &Item) -> bool {
    item.is(WordFacts::COMMON)
        && item.known & (known::PLACE | known::ORGANIZATION) == 0
        && !item.is(STOPS.or(WordFacts::OFFICE))
}
