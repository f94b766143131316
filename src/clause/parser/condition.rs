//! "Had they met, …", "Were they to meet, …", "Should they meet, …": conditions without "if".

use crate::text::{Key, Tag};

use super::super::GroupKind;
use super::Parser;

/// What stands for "if" before its subject.
const HELPERS: [Key; 3] = Key::each(["had", "were", "should"]);

impl Parser<'_> {
    /// Reads a helper at the head of a sentence as the "if" that it stands for.
    pub(super) fn read_inversion(&mut self) {
        let g = usize::from(self.groups.first().is_some_and(|k| k.kind == GroupKind::Quote));
        let helps = self.groups.get(g).is_some_and(|k| k.kind == GroupKind::Verb && k.tokens.len() == 1);
        if helps && self.is_supposed(g) {
            self.groups[g].kind = GroupKind::Subordinator;
        }
    }

    /// Whether nouns, the verb that the helper `g` helps, and a comma follow it.
    fn is_supposed(&self, g: usize) -> bool {
        let helper = self.key(g);
        let (had, were) = (const { Key::of_ascii("had") }, const { Key::of_ascii("were") });
        if !HELPERS.contains(&helper) {
            return false;
        }
        let acts =
            |k: &super::Group| !matches!(k.kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Coordinator);
        let Some(verb) = (g + 1..self.groups.len()).find(|&k| acts(&self.groups[k])) else { return false };
        let tag = self.first_tag(verb);
        let helped = if helper == had {
            matches!(tag, Tag::Participle | Tag::Past)
        } else if helper == were {
            tag == Tag::To
        } else {
            matches!(tag, Tag::Verb | Tag::Present)
        };
        verb > g + 1
            && helped
            && self.groups[g + 1].kind == GroupKind::Noun
            && self.groups[verb].kind == GroupKind::Verb
            && self.groups[verb + 1..].iter().any(|k| k.kind == GroupKind::Comma)
    }

    /// Whether the verb `g` is the one that a helper at the head of its clause helps.
    pub(super) fn is_inverted(&self, g: usize) -> bool {
        let top = self.top();
        let opener = self.clauses[top.clause as usize].opener.map(|o| o as usize);
        let supposes = |o: usize| HELPERS.contains(&self.key(o));
        top.verb.is_none()
            && opener.is_some_and(|o| o < g && self.groups[o].kind == GroupKind::Subordinator && supposes(o))
    }
}
