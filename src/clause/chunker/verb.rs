//! Verb groups: a verb with its helpers.

use crate::text::{Classes, Tag, TokenRange};

use super::super::{Group, GroupKind};
use super::{Chunker, LIKE_ADJECTIVES};

impl<'a> Chunker<'a> {
    /// The verb group that begins at `start`: "will not be meeting", "to visit".
    pub(super) fn verb_group(&self, start: usize) -> Group {
        let mut i = start;
        let mut main = start;
        while i < self.end() {
            if i > start && self.mention(i).is_some() {
                break;
            }
            let tag = self.tag(i);
            let helper = self.class(i).any(Classes::BE.or(Classes::HAVE).or(Classes::DO));
            if tag == Tag::Modal || tag.is_verb() {
                main = i;
                i += 1;
                if tag != Tag::Modal && !(helper && self.goes_on(i)) {
                    break;
                }
            } else if self.tag(i + 2).is_verb() && matches!(self.text.word(i), "re" | "co") && self.is_hyphen(i + 1) {
                // "will re-establish"
                i += 2;
            } else if tag == Tag::To && i == start || tag.is_adverb() || self.class(i).any(Classes::NEGATION) {
                i += 1;
            } else if self.joins_adverbs(i) {
                // "has openly and often backed"
                i += 1;
            } else {
                break;
            }
        }
        // Adverbs at the end stand for themselves.
        let mut end = i;
        while end > main + 1 && self.tag(end - 1).is_adverb() {
            end -= 1;
        }
        while end < self.end() && self.tag(end) == Tag::Particle {
            end += 1;
        }
        Group::new(GroupKind::Verb, TokenRange::new(start, end.max(start + 1)), main)
    }

    /// "openly | and | often": whether a word joins two adverbs.
    fn joins_adverbs(&self, i: usize) -> bool {
        self.tag(i) == Tag::Coordinator && self.tag(i - 1).is_adverb() && self.tag(i + 1).is_adverb()
    }

    /// Whether a verb that the helper before `i` helps comes next: "has (not yet) met", "is meeting".
    fn goes_on(&self, i: usize) -> bool {
        let mut k = i;
        while k < self.end()
            && (self.tag(k).is_adverb() || self.class(k).any(Classes::NEGATION) || k > i && self.joins_adverbs(k))
            && self.mention(k).is_none()
        {
            k += 1;
        }
        let tag = self.tag(k);
        k < self.end() && self.mention(k).is_none() && (tag.is_verb() && !LIKE_ADJECTIVES.contains(&self.text.key(k)))
    }
}
