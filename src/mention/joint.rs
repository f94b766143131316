//! Two names that a hyphen joins in front of what they have with each other: "the Orrson-Tellis pact".

use crate::gazetteer::WordFacts;
use crate::text::{Key, Text, flag};

use super::business::DEALS;
use super::item::{Gap, Item};

/// What else two have with each other, several of them too.
const SHARED: [&str; 13] = [
    "agreements",
    "alliances",
    "combination",
    "dispute",
    "link",
    "links",
    "meeting",
    "negotiations",
    "relationship",
    "summit",
    "talks",
    "ties",
    "transaction",
];

/// So many pairs are looked at in a document, for each is looked for in all of it; an article has few.
const MOST: usize = 256;

/// The second name has no more words.
const LONGEST: usize = 4;

/// The words beside the hyphen.
pub(super) type Joint = (Key, Key);

/// Appends the pairs that share something somewhere in the document and both stand alone elsewhere.
pub(super) fn gather(text: &Text<'_>, items: &[Item], joints: &mut Vec<Joint>) {
    let joined = |&right: &usize| is_joined(text, &items[right - 1], &items[right]) && is_shared(text, items, right);
    for right in (1..items.len()).filter(joined).take(MOST) {
        let left = right - 1;
        let pair = (items[left].key, items[right].key);
        if !joints.contains(&pair) && [left, right].iter().all(|&i| stands_alone(text, items, i)) {
            joints.push(pair);
        }
    }
}

/// Parts the items of one sentence at the joints, whichever of the two comes first.
pub(super) fn part(text: &Text<'_>, joints: &[Joint], items: &mut [Item]) {
    if joints.is_empty() {
        return;
    }
    for right in 1..items.len() {
        let (one, other) = (items[right - 1].key, items[right].key);
        let pair = joints.contains(&(one, other)) || joints.contains(&(other, one));
        if pair && is_joined(text, &items[right - 1], &items[right]) {
            items[right].gap = Gap::Other;
        }
    }
}

/// Whether nothing but a hyphen stands between two words.
fn is_joined(text: &Text<'_>, left: &Item, right: &Item) -> bool {
    let small = |item: &Item| text.word(item.start as usize).len() < 3;
    left.end + 1 == right.start
        && text.word(left.end as usize) == "-"
        && !text.tokens[left.end as usize].has(flag::SPACE_BEFORE)
        && !small(left)
        && !small(right)
        // "China-Africa summit": patterns of places and events read it.
        && !left.is(WordFacts::PLACE)
        && !right.is(WordFacts::PLACE)
}

/// Whether the name that begins at item `right` is followed by what two have with each other.
fn is_shared(text: &Text<'_>, items: &[Item], right: usize) -> bool {
    let mut last = right;
    while last + 1 < items.len() && last < right + LONGEST && items[last + 1].start == items[last].end {
        last += 1;
    }
    let noun = items[last].end as usize;
    noun < text.tokens.len() && (DEALS.contains(&text.word(noun)) || SHARED.contains(&text.word(noun)))
}

/// Whether the word of item `i` stands elsewhere without a hyphen beside it.
fn stands_alone(text: &Text<'_>, items: &[Item], i: usize) -> bool {
    let hyphen = |at: Option<usize>| at.is_some_and(|at| at < text.tokens.len() && text.word(at) == "-");
    items.iter().any(|item| {
        item.key == items[i].key
            && !hyphen((item.start as usize).checked_sub(1))
            && !hyphen(Some(item.start as usize + 1))
    })
}
