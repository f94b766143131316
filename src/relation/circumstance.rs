//! When, where, on what: from the clause that holds the trigger.

mod date;

use crate::clause::{GroupKind, Link, Syntax};
use crate::gazetteer::{EntityType, Gazetteer, Kind};
use crate::mention::{EntityId, Form, Mentions};
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

impl<'a> Scene<'a> {
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

    /// The place of the event: named after "in" or "at" in the trigger's clause.
    pub(crate) fn place(&self, actors: &[EntityId]) -> Option<(EntityId, u32)> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let clause = self.syntax.groups[g].clause;
        let (first, last) = self.segment(g);
        let mut best: Option<(usize, EntityId, u32)> = None;
        for (k, group) in self.syntax.groups.iter().enumerate() {
            if group.kind != GroupKind::Noun || group.clause != clause || !(first..=last).contains(&k) {
                continue;
            }
            let Some(p) = group.preposition else { continue };
            let word = self.text.key(self.syntax.groups[p as usize].tokens.start as usize);
            if !const { Key::each(["in", "at"]) }.contains(&word) {
                continue;
            }
            let Some((m, mention)) = self.mention_at(group.head as usize) else { continue };
            if mention.form == Form::Demonym || !self.is_place(mention.entity) {
                continue;
            }
            let distance = if k > g { (k - g) * 2 } else { (g - k) * 3 };
            // A country that takes part is rarely the place as well, unless nothing else is named.
            let distance = distance + if actors.contains(&mention.entity) { 20 } else { 0 };
            if best.is_none_or(|(d, ..)| distance < d) {
                best = Some((distance, mention.entity, m));
            }
        }
        best.map(|(_, entity, m)| (entity, m))
    }

    fn mention_at(&self, token: usize) -> Option<(u32, &'a crate::mention::Mention)> {
        let at = self.mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
        let mention = self.mentions.mentions.get(at).filter(|m| m.tokens.contains(token))?;
        Some((at as u32, mention))
    }

    /// Whether people can meet at a place; "peace in the Middle East" is no place for that.
    fn is_place(&self, entity: EntityId) -> bool {
        let entity = self.mentions.entity(entity);
        let vague = |kind: Kind| match kind {
            Kind::Continent | Kind::Water => true,
            Kind::Region => entity.country.is_none(),
            _ => false,
        };
        entity.entity_type == EntityType::Place && entity.entry.is_none_or(|e| !vague(self.gazetteer.kind(e)))
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
                let about = ["on", "about", "regarding", "over", "concerning"].iter().any(|w| Key::of(w) == word);
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

fn is_discuss(key: Key) -> bool {
    ["discuss", "discussed", "discusses", "discussing"].iter().any(|w| Key::of(w) == key)
}
