//! Firms by their names without the legal form: "First Orrson Bancorp", elsewhere "First Orrson"; "Lantern Corp",
//! elsewhere "Lantern".

use crate::gazetteer::WordFacts;
use crate::text::{Key, Text, flag};

use super::business;
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

/// What no firm is called by alone.
const NO_FIRM: WordFacts = WordFacts::FUNCTION
    .or(WordFacts::BODY_END)
    .or(WordFacts::BODY_START)
    .or(WordFacts::COMPASS)
    .or(WordFacts::GROUP)
    .or(WordFacts::OFFICE_PART)
    .or(WordFacts::SITE)
    .or(WordFacts::GIVEN)
    .or(WordFacts::SURNAME);

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
        // "Wire and Cable Plc"
        if first + 1 == here && is_paired(text, items, first) {
            first -= 1;
        }
        let named = |item: &Item| item.is(WordFacts::FREQUENT_GIVEN) || item.has_any(flag::DIGIT);
        let plain = items[first..here]
            .iter()
            .all(|item| item.is(WordFacts::COMMON.or(WordFacts::FUNCTION).or(WordFacts::BODY_END)) && !named(item));
        // "First Lima Inc"
        let counted = matches!(word(first), "First" | "Next" | "Second");
        let small = items[first].is(WordFacts::FUNCTION) && !counted;
        let stopped = small || items[first..here].iter().any(|item| item.is(STOPS));
        if stopped || !(plain || counted && first + 2 == here) {
            continue;
        }
        let mut tell = |to: usize| {
            let keys = |from: usize, to: usize| items[from..to].iter().map(|item| item.key);
            let same = |firm: &Firm| keys(firm.items.0 as usize, firm.items.1 as usize).eq(keys(first, to));
            if !firms.iter().any(same) {
                firms.push(Firm { key: items[first].key, items: (first as u32, to as u32) });
            }
        };
        // "Lantern Corp", "Lantern Foods Inc"; but "Roads and Lantern Corp"
        let before = text.word((items[first].start as usize).wrapping_sub(1));
        let whole = !matches!(before, "and" | "&" | "&amp;" | "-" | "/");
        let rest = items[first + 1..here].iter().all(|item| item.is(WordFacts::BODY_END));
        if rest && whole && !items[first].is(NO_FIRM) && !items[first].has(flag::ALL_CAPS) {
            tell(first + 1);
        }
        if here - first < 2 {
            continue;
        }
        tell(here);
        // "Orrson Iron International Inc", elsewhere "Orrson Iron".
        if matches!(word(here - 1), "International" | "Worldwide" | "Group") && here - first > 2 {
            tell(here - 1);
        }
    }
    firms.sort_by_key(|firm| firm.key.0);
}

/// "Wire and Cable Plc": whether "and" joins the word of item `second` to one that is never alone in the document.
fn is_paired(text: &Text<'_>, items: &[Item], second: usize) -> bool {
    let Some(first) = second.checked_sub(1) else { return false };
    let joined = |i: usize| {
        items.get(i + 1).is_some_and(|next| {
            next.key == items[second].key
                && items[i].end + 1 == next.start
                && matches!(text.word(items[i].end as usize), "and" | "&" | "&amp;")
        })
    };
    let near = first > 0 && items[first - 1].end == items[first].start;
    joined(first)
        && !near
        && !items[first].is(WordFacts::PLACE.or(STOPS))
        && items.iter().enumerate().all(|(i, item)| item.key != items[first].key || joined(i))
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
            let paired = words.len() == 2 && words[0].end < words[1].start;
            let gap = if paired { Gap::And } else { Gap::None };
            let named = |i: usize| stretch.gap(i) == gap && stretch.items[i].key == words[i - first].key;
            if last >= stretch.items.len() || !(first + 1..=last).all(named) {
                continue;
            }
            if words.len() == 1 && !is_alone(stretch, first) {
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
            let listed = |c: &Candidate| c.name.is_some() && (c.listed != 0 || c.votes.0[Votes::PLACE] > 0);
            if candidates.iter().any(|c| (c.start, c.end) == (start, end) && listed(c)) {
                continue;
            }
            let votes = Votes::of(Votes::ORGANIZATION, 6);
            push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
        }
    }
}

/// "Lantern has agreed", "a deal with Lantern": whether the word of item `i` stands alone as a name does; at the head of a
/// sentence what follows must tell that it is no ordinary word.
fn is_alone(stretch: &Stretch<'_>, i: usize) -> bool {
    let item = &stretch.items[i];
    let (text, end) = (stretch.text, item.end as usize);
    let last = stretch.sentence.tokens.end as usize;
    let word = if end < last { text.word(end) } else { "" };
    let acts =
        matches!(word, "said" | "says" | "has" | "had" | "will" | "would" | "'s" | "’s" | "agreed" | "announced")
            || business::FIRM_VERBS.contains(&business::after_helpers(text, word, end, last));
    !stretch.is_title_case()
        && !item.has(flag::ALL_CAPS)
        && !matches!(stretch.gap(i), Gap::None | Gap::Hyphen)
        && !matches!(stretch.gap(i + 1), Gap::None | Gap::Hyphen)
        && (!stretch.opens(i) || acts)
}
