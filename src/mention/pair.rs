//! Firms named after two: "Lee and Orr Plc", "Lee/Orr Corp", "Lee, Orr Inc", elsewhere "Lee and Orr".

use crate::gazetteer::WordFacts;
use crate::text::{Key, Text, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::is_legal_form;
use super::item::{Gap, Item};
use super::source::Pattern;
use super::stretch::Stretch;
use super::unknown::KNOWN_BESIDE;

/// A document names no more such firms; each is looked for in all of it.
const MOST: usize = 64;

/// The last words of both halves.
pub(super) type Pair = (Key, Key);

/// Appends the pairs of the document that a legal form closes somewhere and neither half of which is named alone.
pub(super) fn gather(text: &Text<'_>, items: &[Item], pairs: &mut Vec<Pair>) {
    for i in 1..items.len() {
        let (left, right) = (&items[i - 1], &items[i]);
        let joined = if is_joined(text, left, right) { closes(text, items, i) } else { is_listless(text, items, i) };
        if pairs.len() < MOST && joined && !pairs.contains(&(left.key, right.key)) {
            pairs.push((left.key, right.key));
        }
    }
    // "Lee Inc and Orr Inc": two firms.
    pairs.retain(|&(left, right)| {
        let joined = |i: usize| {
            i > 0 && items[i - 1].key == left && is_beside(text, &items[i - 1], &items[i])
                || i + 1 < items.len() && items[i + 1].key == right && is_beside(text, &items[i], &items[i + 1])
        };
        // "Lee and Orr Press Inc … Lee and Orr … Lee": the first half alone is the same firm.
        let again = (1..items.len()).filter(|&i| {
            items[i - 1].key == left && items[i].key == right && is_joined(text, &items[i - 1], &items[i])
        });
        let twice = again.count() > 1;
        let alone = |i: usize| !(items[i].key == right || items[i].key == left && !twice) || joined(i);
        (0..items.len()).all(alone)
    });
}

/// Whether "and" or a slash alone stands between two words.
fn is_joined(text: &Text<'_>, left: &Item, right: &Item) -> bool {
    left.end + 1 == right.start && matches!(text.word(left.end as usize), "and" | "AND" | "&" | "/")
}

/// Whether "and", a slash or a comma stands between two words.
fn is_beside(text: &Text<'_>, left: &Item, right: &Item) -> bool {
    is_joined(text, left, right) || is_comma(text, left, right)
}

/// "Lee, Orr": whether a comma alone stands between two words.
fn is_comma(text: &Text<'_>, left: &Item, right: &Item) -> bool {
    left.end + 1 == right.start && text.word(left.end as usize) == ","
}

/// Whether a legal form closes the name whose second half begins at item `right`: "Lee and Orr Inc", with the field of a
/// firm named after two surnames before it, too: "Lee and Orr Financial Corp".
fn closes(text: &Text<'_>, items: &[Item], right: usize) -> bool {
    let word = |i: usize| text.word(items[i].start as usize);
    let close = |i: usize| i < items.len() && items[i - 1].end == items[i].start;
    if close(right + 1) && is_legal_form(word(right + 1)) {
        return true;
    }
    let alone = right < 2 || !close(right - 1);
    let loud = items[right - 1].has(flag::ALL_CAPS) || items[right].has(flag::ALL_CAPS);
    let field =
        |i: usize| close(i) && items[i].is(WordFacts::COMMON.or(WordFacts::BODY_END)) && !is_legal_form(word(i));
    let mut form = right + 1;
    while form < right + 3 && field(form) {
        form += 1;
    }
    alone && !loud && close(form) && is_legal_form(word(form))
}

/// "bought Lee, Orr Inc, a broker": whether two words with a comma between are one firm. A list would go on with "and",
/// and what is set off in front of a sentence begins with a small word: "According to Lee, Orr Inc grew".
fn is_listless(text: &Text<'_>, items: &[Item], right: usize) -> bool {
    let (left, own) = (&items[right - 1], &items[right]);
    let word = |i: usize| text.tokens.get(i).map_or("", |_| text.word(i));
    let Some(form) = items.get(right + 1).filter(|form| form.start == own.end) else { return false };
    let other = WordFacts::COMMON.or(WordFacts::FUNCTION).or(WordFacts::CALENDAR);
    let given = left.is(WordFacts::FREQUENT_GIVEN) && !left.is(WordFacts::FREQUENT_SURNAME);
    if !is_comma(text, left, own) || !is_legal_form(word(form.start as usize)) || left.is(other) || given {
        return false;
    }
    let before = (left.start as usize).checked_sub(1);
    let opens = text.tokens[left.start as usize].has(flag::SENTENCE_START);
    let beside =
        before.is_some_and(|i| !opens && (text.tokens[i].is_capitalised() || !text.tokens[i].has(flag::LOWER)));
    let set_off =
        before.is_some_and(|i| matches!(word(i), "and" | "or" | "at" | "in" | "to" | "under" | "with" | "from"));
    let end = form.end as usize;
    let goes_on = matches!(word(end), "and" | "&" | ",") && {
        let next = end + 1;
        word(end) != ","
            || matches!(word(next), "and" | "or")
            || text.tokens.get(next).is_some_and(|t| t.is_capitalised())
    };
    !beside && !goes_on && (opens || !set_off)
}

/// Adds the firms of `pairs`, with and without their legal form.
pub(super) fn find(stretch: &Stretch<'_>, pairs: &[Pair], candidates: &mut Vec<Candidate>) {
    let items = stretch.items;
    let strange = |i: usize| {
        let item = &items[i];
        item.known == 0 && !stretch.is_word(i) && !item.has(flag::DIGIT) && !item.is(WordFacts::CALENDAR)
    };
    // "Lee and Row Plc"; "Orr Telecom and Dash Corp" may be two.
    let ordinary = |i: usize| items[i].known == 0 && !items[i].is(KNOWN_BESIDE) && !items[i].has(flag::DIGIT);
    for right in 1..items.len() {
        let left = right - 1;
        if !is_beside(stretch.text, &items[left], &items[right])
            || !pairs.contains(&(items[left].key, items[right].key))
            || !strange(left)
            || !(strange(right) || ordinary(right) && stretch.gap(left) != Gap::None)
        {
            continue;
        }
        let mut first = left;
        while stretch.gap(first) == Gap::None && strange(first - 1) && !stretch.describes(first - 1) {
            first -= 1;
        }
        let closing = |i: usize| is_legal_form(stretch.text.word(items[i].start as usize));
        let mut last = right;
        while last < right + 3 && stretch.gap(last + 1) == Gap::None {
            last += 1;
        }
        let form = (right + 1..=last).rev().find(|&i| closing(i));
        let last = form.unwrap_or(right);
        let weight = 10 * (last - first + 1) as i32 - 5;
        let votes = Votes::of(Votes::ORGANIZATION, 8);
        let (start, end) = (items[first].start, items[last].end);
        push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
    }
}
