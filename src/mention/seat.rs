//! The party and state of a member of a parliament behind a name, which are no name: "Ann Lee, D-Ohio,".

use super::candidate::{Candidate, Role, push};
use super::item::Gap;
use super::stretch::Stretch;

/// Most words of the state.
const LONGEST: usize = 3;

/// "Ann Lee, D-Ohio,", "Bo Ek (R-N.Y.)": the letter of a party and the state whose seat somebody holds are no name.
pub(super) fn find(stretch: &Stretch<'_>, i: usize, candidates: &mut Vec<Candidate>) -> bool {
    let (text, item) = (stretch.text, &stretch.items[i]);
    let start = item.start as usize;
    let letter = matches!(text.word(start), "D" | "R" | "I")
        && stretch.gap(i + 1) == Gap::Hyphen
        && start > 0
        && matches!(text.word(start - 1), "," | "(");
    if !letter {
        return false;
    }
    // "R-New Lima"
    let mut last = i + 1;
    while last < i + LONGEST && stretch.gap(last + 1) == Gap::None {
        last += 1;
    }
    let end = stretch.items[last].end;
    let closed = end >= stretch.sentence.tokens.end || matches!(text.word(end as usize), "," | ")" | "." | ";");
    if closed {
        push(candidates, Candidate::new(item.start, end, 40, Role::Event));
    }
    closed
}
