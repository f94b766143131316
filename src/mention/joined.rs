//! Names in which a hyphen, a slash or "&" joins two words: "Orrson-QRF", "Lee & Ek".

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::is_legal_form;
use super::item::{Gap, Item, known};
use super::source::Pattern;
use super::stretch::Stretch;
use super::unknown::KNOWN;

/// Adds every such name that ends with item `last`.
pub(super) fn find(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    slashed(stretch, last, candidates);
    hyphened(stretch, last, candidates);
    with_letter(stretch, last, candidates);
    ampersand(stretch, last, candidates);
}

/// "Imperial Peruvian/Orrdek": a people's adjective that a slash joins to a listed body is a part of its name.
fn slashed(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let Some(left) = last.checked_sub(1) else { return };
    let (adjective, item) = (&stretch.items[left], &stretch.items[last]);
    let joined = adjective.end + 1 == item.start
        && stretch.text.word(adjective.end as usize) == "/"
        && stretch.knows(left, known::DEMONYM)
        && !stretch.knows(last, known::PLACE | known::DEMONYM);
    let listed = |c: &&Candidate| {
        c.name.is_some()
            && c.role == Role::Name
            && c.votes.0[Votes::ORGANIZATION] > 0
            && (c.start, c.end) == (item.start, item.end)
    };
    let Some(&listed) = candidates.iter().filter(|_| joined).find(listed) else { return };
    let named = |i: usize| !stretch.opens(i) && !stretch.is(i, WordFacts::FUNCTION.or(WordFacts::CALENDAR));
    let first = if stretch.gap(left) == Gap::None && (named(left - 1) || stretch.is(left - 1, WordFacts::BODY_START)) {
        left - 1
    } else {
        left
    };
    let group = |i: usize| {
        let word = stretch.items.get(i).map_or("", |item| stretch.text.word(item.start as usize));
        stretch.gap(i) == Gap::None && (word == "Group" || is_legal_form(word))
    };
    let last = if group(last + 1) { last + 1 } else { last };
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    push(candidates, Candidate { start, end, weight: 50, votes: Votes::of(Votes::ORGANIZATION, 8), ..listed });
}

/// "Orrson-QRF": a firm, where neither half is known.
fn hyphened(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[last];
    // "ORRSON-TELLIS BUYS PLANT": decided where the text names it in small letters.
    let strange = |left: &Item| left.has(flag::ALL_CAPS) && left.known & !known::PLACE == 0 && item.known == 0;
    let shouted = item.gap == Gap::Hyphen && last > 0 && stretch.is_title_case();
    if shouted && strange(&stretch.items[last - 1]) {
        let start = stretch.items[last - 1].start;
        let (weight, votes) = (8, Votes::default());
        push(candidates, Candidate::new(start, item.end, weight, Role::Name).with(Pattern::Surroundings, votes));
        return;
    }
    let pair = item.gap == Gap::Hyphen
        && last > 0
        && item.has(flag::ALL_CAPS)
        && matches!(stretch.gap(last - 1), Gap::Other | Gap::And | Gap::Comma)
        && !matches!(stretch.gap(last + 1), Gap::Hyphen | Gap::None);
    if pair && item.known == 0 && !item.is(KNOWN.or(WordFacts::ABBREVIATION)) {
        firm(stretch, last, candidates);
    }
}

/// Adds the firm of item `last` and an unknown one before the hyphen.
fn firm(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let (first, item) = (&stretch.items[last - 1], &stretch.items[last]);
    if first.known == 0 && !first.is(KNOWN) && !first.has_any(flag::ALL_CAPS | flag::SINGLE | flag::DIGIT) {
        let votes = Votes::of(Votes::ORGANIZATION, 5);
        push(candidates, Candidate::new(first.start, item.end, 8, Role::Name).with(Pattern::Surroundings, votes));
    }
}

/// "Orrson-X": a firm whose name ends in a letter behind a hyphen; "Vitamin-C" is an ordinary word.
fn with_letter(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[last];
    let letter = item.gap == Gap::Hyphen
        && last > 0
        && item.has(flag::SINGLE)
        && item.end == item.start + 1
        && stretch.text.word(item.start as usize).len() == 1
        && !matches!(stretch.gap(last + 1), Gap::Hyphen);
    if letter && !matches!(stretch.gap(last - 1), Gap::Hyphen) {
        firm(stretch, last, candidates);
    }
}

/// Adds the firm that a sign joins of names: "Lee & Ek".
fn ampersand(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let sign = |i: usize| {
        stretch.gap(i) == Gap::And && stretch.text.word(stretch.items[i].start as usize - 1).starts_with('&')
    };
    let name = |i: usize| {
        let item = &stretch.items[i];
        item.known & (known::COUNTRY | known::DEMONYM) == 0
            && !item.is(WordFacts::FUNCTION.or(WordFacts::CALENDAR))
            && item.flags & (flag::CAPITAL | flag::MIXED) != 0
    };
    let mut first = last;
    while first > 0 && last - first < 4 && (sign(first) || stretch.gap(first) == Gap::None) && name(first - 1) {
        first -= 1;
    }
    while first < last && !sign(first + 1) && (stretch.opens(first) && stretch.is_word(first)) {
        first += 1;
    }
    // "Ann Lee & Bo Ek": two persons by their full names.
    let at = (first + 1..=last).find(|&i| sign(i)).unwrap_or(last);
    let whole = |from: usize, to: usize| to > from + 1 && stretch.is(from, WordFacts::FREQUENT_GIVEN);
    if whole(first, at) && whole(at, last + 1) {
        return;
    }
    if !name(last) || stretch.is_title_case() || !(first + 1..=last).any(sign) || sign(first) {
        return;
    }
    let weight = 10 * (last - first + 1) as i32 - 9;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let votes = Votes::of(Votes::ORGANIZATION, 5);
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
}
