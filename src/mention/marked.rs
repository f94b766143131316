//! Names of firms between angle brackets, as the wires write those without a mark of the exchange: `<Orrdek Industrie>`.

use crate::gazetteer::WordFacts;
use crate::text::{TokenKind, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::source::Pattern;
use super::stretch::Stretch;

/// No such name has more tokens.
const LONGEST: usize = 12;

/// The words of marks are shorter.
const LONGEST_MARK: usize = 5;

/// Adds every name that brackets enclose.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    let (text, last) = (stretch.text, stretch.sentence.tokens.end as usize);
    for (i, item) in stretch.items.iter().enumerate() {
        let start = item.start as usize;
        if start == 0 || text.word(start - 1) != "<" {
            continue;
        }
        let Some(mut end) = (start + 1..last.min(start + LONGEST)).find(|at| text.word(*at) == ">") else { continue };
        // "<The Orrdek Group>", "<Orrdek Industrie's> unit", "<Orrdek Industrie.>"
        let first = if text.word(start) == "The" && start + 1 < end { i + 1 } else { i };
        if matches!(text.word(end - 1), "'s" | "’s" | ".") {
            end -= 1;
        }
        let Some(start) = stretch.items.get(first).map(|item| item.start as usize).filter(|start| *start < end) else {
            continue;
        };
        // "<ORR.L>", "<ORR ST>" are marks of the exchange, "<ORRDEK STEEL>" stands in a heading; "<Orrdek - Industrie Lima>"
        // are two names of one.
        let capitals = |at: usize| !text.tokens[at].is_word() || text.tokens[at].has(flag::ALL_CAPS);
        let short = |at: usize| text.word(at).len() < LONGEST_MARK;
        let mark = (start..end).all(capitals) && ((start..end).all(short) || start + 1 == end);
        // "<Table>" is a mark of a page.
        let plain = start + 1 == end && stretch.items[first].is(WordFacts::COMMON);
        if mark || plain || !(start..end).all(|at| joins(stretch, at)) {
            continue;
        }
        let own = stretch.items[first..].iter().take_while(|item| (item.end as usize) <= end).count();
        let (weight, votes) = (10 * own as i32 + 8, Votes::of(Votes::ORGANIZATION, 12));
        push(candidates, Candidate::new(start as u32, end as u32, weight, Role::Name).with(Pattern::Body, votes));
    }
}

/// Whether token `at` may be a part of such a name.
fn joins(stretch: &Stretch<'_>, at: usize) -> bool {
    let token = &stretch.text.tokens[at];
    let word = stretch.text.word(at);
    match token.kind {
        TokenKind::Word => true,
        TokenKind::Number => false,
        _ => {
            word.starts_with('&') || !token.has(flag::SPACE_BEFORE) && matches!(word, "-" | "/" | "." | "'" | "’" | ",")
        }
    }
}
