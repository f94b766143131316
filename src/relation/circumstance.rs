//! When, where, on what: from the clause that holds the trigger.

mod date;
mod place;
mod remark;

use crate::clause::{GroupKind, Link, Syntax};
use crate::gazetteer::Gazetteer;
use crate::mention::Mentions;
use crate::text::{Key, Span, Text, TokenRange};

use super::frame::Frame;

/// The clause a trigger stands in, with what the document knows.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) syntax: &'a Syntax,
    pub(crate) mentions: &'a Mentions,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) frame: &'a Frame,
    pub(crate) trigger: TokenRange,
}

impl Scene<'_> {
    /// The groups from the last "and" with a verb before `g` to the next.
    fn segment(&self, g: usize) -> (usize, usize) {
        let groups = &self.syntax.groups;
        let clause = groups[g].clause;
        let borders = |k: &usize| {
            let group = &groups[*k];
            group.kind == GroupKind::Break
                || group.kind == GroupKind::Verb
                    && group.clause == clause
                    && self.syntax.verb_of(*k).is_some_and(|v| self.syntax.verbs[v].link == Link::Coordinated)
        };
        let first = (0..=g).rev().find(borders).unwrap_or(0);
        let last = (g + 1..groups.len()).find(borders).unwrap_or(groups.len());
        (first, last.saturating_sub(1))
    }

    /// What it is about: after "on", "about", or "to discuss".
    pub(crate) fn topic(&self) -> Option<Span> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let groups = &self.syntax.groups;
        let clause = groups[g].clause;
        let (_, last) = self.segment(g);
        let mut k = g + 1;
        while k <= last && k < groups.len() {
            let group = &groups[k];
            if group.clause == clause && group.kind == GroupKind::Preposition {
                let word = self.text.key(group.tokens.start as usize);
                let about = const { Key::each(["on", "about", "regarding", "over", "concerning"]) }.contains(&word);
                if about && groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun || n.kind == GroupKind::Verb) {
                    return Some(self.phrase(k + 1));
                }
            }
            if group.kind == GroupKind::Verb
                && is_discuss(self.text.key(group.head as usize))
                && k > g
                && groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun)
            {
                return Some(self.phrase(k + 1));
            }
            k += 1;
        }
        // "discussed trade": the object.
        if is_discuss(self.text.key(groups[g].head as usize))
            && groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun)
        {
            return Some(self.phrase(g + 1));
        }
        None
    }

    /// From group `k` to the end of its list: nouns, "and", commas and "of".
    fn phrase(&self, k: usize) -> Span {
        let groups = &self.syntax.groups;
        let clause = groups[k].clause;
        let mut end = k;
        for (i, group) in groups.iter().enumerate().skip(k) {
            let fits = match group.kind {
                GroupKind::Noun | GroupKind::Coordinator | GroupKind::Comma => group.clause == clause,
                GroupKind::Verb => i == k,
                GroupKind::Preposition => {
                    let word = self.text.key(group.tokens.start as usize);
                    const { Key::each(["of", "between", "in"]) }.contains(&word) && group.clause == clause
                }
                _ => false,
            };
            if !fits {
                break;
            }
            if matches!(group.kind, GroupKind::Noun | GroupKind::Verb) {
                end = i;
            }
        }
        self.text.span(TokenRange { start: groups[k].tokens.start, end: groups[end].tokens.end })
    }
}

/// Whether the verb has for object what people talk about.
fn is_discuss(key: Key) -> bool {
    const { Key::each(["discuss", "discussed", "discusses", "discussing"]) }.contains(&key)
}

/// Whether behind a preposition stands an event beside or against which something is done: "before a dinner", "despite the row".
pub(super) fn is_beside_event(preposition: Key) -> bool {
    const { Key::each(["after", "ahead", "amid", "before", "despite", "during", "following", "since"]) }
        .contains(&preposition)
}
