//! Firms of several words by their names without the legal form: "First Orrson Bancorp", elsewhere "First Orrson".

use crate::gazetteer::WordFacts;
use crate::text::{Key, Text, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::is_legal_form;
use super::item::{Gap, Item};
use super::legal_form::closes_firm;
use super::source::Pattern;
use super::stretch::Stretch;

/// A document names no more such firms; each is looked for in all of it.
const MOST: usize = 64;

/// No such name has more words.
const LONGEST: usize = 4;

/// A firm of the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Firm {
    /// The first word of its name.
    key: Key,
    /// The items of the document that name it, without what closes the name.
    items: (u32, u32),
}

/// What no name of a firm begins with, or what is no part of it.
const STOPS: WordFacts = WordFacts::CALENDAR
    .or(WordFacts::HONORIFIC)
    .or(WordFacts::OFFICE)
    .or(WordFacts::DESCRIBED)
    .or(WordFacts::COLLECTIVE)
    .or(WordFacts::BODY);

/// Appends the firms of the document whose names a legal form closes, in words that no pattern takes for a name alone.
pub(super) fn gather(text: &Text<'_>, items: &[Item], firms: &mut Vec<Firm>) {
    let word = |i: usize| text.word(items[i].start as usize);
    let close = |i: usize| i > 0 && items[i - 1].end == items[i].start;
    let mut form = 1;
    while form < items.len() && firms.len() < MOST {
        let here = form;
        form += 1;
        // "Orrson Bancorp" needs no form behind it, "Holdings" is no name alone.
        if !close(here) || !closes_firm(word(here)) || is_legal_form(word(here - 1)) {
            continue;
        }
        let mut first = here - 1;
        let opens = |i: usize| text.tokens[items[i].start as usize].has(flag::SENTENCE_START);
        while close(first)
            && !opens(first)
            && here - first < LONGEST
            && !items[first - 1].is(STOPS)
            && !is_legal_form(word(first - 1))
        {
            first -= 1;
        }
        let plain = items[first..here].iter().all(|item| {
            item.is(WordFacts::COMMON.or(WordFacts::FUNCTION).or(WordFacts::BODY_END))
                && !item.is(WordFacts::FREQUENT_GIVEN)
                && !item.has_any(flag::DIGIT)
        });
        let small = items[first].is(WordFacts::FUNCTION) && !matches!(word(first), "First" | "Next" | "Second");
        if here - first < 2 || !plain || small || items[first..here].iter().any(|item| item.is(STOPS)) {
            continue;
        }
        // "Orrson Iron International Inc", elsewhere "Orrson Iron".
        let short = matches!(word(here - 1), "International" | "Worldwide" | "Group") && here - first > 2;
        for end in [here, here - 1] {
            let keys = |from: usize, to: usize| items[from..to].iter().map(|item| item.key);
            let same = |firm: &Firm| keys(firm.items.0 as usize, firm.items.1 as usize).eq(keys(first, end));
            if (end == here || short) && !firms.iter().any(same) {
                firms.push(Firm { key: items[first].key, items: (first as u32, end as u32) });
            }
        }
    }
    firms.sort_by_key(|firm| firm.key.0);
}

/// The firms of `firms` whose names begin with the word `key`.
fn begun_with(firms: &[Firm], key: Key) -> impl Iterator<Item = &Firm> {
    let first = firms.partition_point(|firm| firm.key.0 < key.0);
    firms[first..].iter().take_while(move |firm| firm.key == key)
}

/// Adds the firms of `firms`, whose words are among `all` items, wherever the sentence names them without a legal form.
pub(super) fn find(stretch: &Stretch<'_>, all: &[Item], firms: &[Firm], candidates: &mut Vec<Candidate>) {
    for (first, item) in stretch.items.iter().enumerate() {
        for firm in begun_with(firms, item.key) {
            let words = &all[firm.items.0 as usize..firm.items.1 as usize];
            let mut last = first + words.len() - 1;
            let named = |i: usize| stretch.gap(i) == Gap::None && stretch.items[i].key == words[i - first].key;
            if last >= stretch.items.len() || !(first + 1..=last).all(named) {
                continue;
            }
            // "First Orrson Bancorp" at the head of a sentence.
            while stretch.gap(last + 1) == Gap::None
                && closes_firm(stretch.text.word(stretch.items[last + 1].start as usize))
            {
                last += 1;
            }
            if stretch.gap(last + 1) == Gap::None && !stretch.is_title_case() {
                continue;
            }
            let weight = 10 * (last - first + 1) as i32 - 5;
            let (start, end) = (item.start, stretch.items[last].end);
            // "United States Corp" is not the United States.
            if candidates.iter().any(|c| (c.start, c.end) == (start, end) && c.name.is_some()) {
                continue;
            }
            let votes = Votes::of(Votes::ORGANIZATION, 6);
            push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
        }
    }
}
