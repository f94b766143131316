//! Firms named after two: "Lee and Orr Plc", "Lee/Orr Corp", elsewhere "Lee and Orr".

use crate::gazetteer::WordFacts;
use crate::text::{Key, Text, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::is_legal_form;
use super::item::{Gap, Item};
use super::source::Pattern;
use super::stretch::Stretch;

/// A document names no more such firms; each is looked for in all of it.
const MOST: usize = 64;

/// The last words of both halves.
pub(super) type Pair = (Key, Key);

/// Appends the pairs of the document that a legal form closes somewhere and neither half of which is named alone.
pub(super) fn gather(text: &Text<'_>, items: &[Item], pairs: &mut Vec<Pair>) {
    for window in items.windows(3) {
        let [left, right, form] = window else { continue };
        let closed = form.start == right.end && is_legal_form(text.word(form.start as usize));
        if pairs.len() < MOST && closed && is_joined(text, left, right) && !pairs.contains(&(left.key, right.key)) {
            pairs.push((left.key, right.key));
        }
    }
    // "Lee Inc and Orr Inc": two firms.
    pairs.retain(|&(left, right)| {
        let joined = |i: usize| {
            i > 0 && items[i - 1].key == left && is_joined(text, &items[i - 1], &items[i])
                || i + 1 < items.len() && items[i + 1].key == right && is_joined(text, &items[i], &items[i + 1])
        };
        (0..items.len()).all(|i| items[i].key != left && items[i].key != right || joined(i))
    });
}

/// Whether "and" or a slash alone stands between two words.
fn is_joined(text: &Text<'_>, left: &Item, right: &Item) -> bool {
    left.end + 1 == right.start && matches!(text.word(left.end as usize), "and" | "&" | "/")
}

/// Adds the firms of `pairs`, with and without their legal form.
pub(super) fn find(stretch: &Stretch<'_>, pairs: &[Pair], candidates: &mut Vec<Candidate>) {
    let items = stretch.items;
    let strange = |i: usize| {
        let item = &items[i];
        item.known == 0 && !stretch.is_word(i) && !item.has(flag::DIGIT) && !item.is(WordFacts::CALENDAR)
    };
    for right in 1..items.len() {
        let left = right - 1;
        if !is_joined(stretch.text, &items[left], &items[right])
            || !pairs.contains(&(items[left].key, items[right].key))
            || !strange(left)
            || !strange(right)
        {
            continue;
        }
        let mut first = left;
        while stretch.gap(first) == Gap::None && strange(first - 1) && !stretch.describes(first - 1) {
            first -= 1;
        }
        let form = right + 1;
        let closed = stretch.gap(form) == Gap::None
            && items.get(form).is_some_and(|form| is_legal_form(stretch.text.word(form.start as usize)));
        let last = if closed { form } else { right };
        let weight = 10 * (last - first + 1) as i32 - 5;
        let votes = Votes::of(Votes::ORGANIZATION, 8);
        let (start, end) = (items[first].start, items[last].end);
        push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
    }
}
