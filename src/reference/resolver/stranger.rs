//! Strangers: names that no list knows, or but the beginning of one named in full before.

use crate::clause::{GroupKind, Verb, VerbForm};
use crate::mention::{EntityId, Mention};
use crate::text::{Tag, flag};

use super::super::vocabulary::calling_of;
use super::Resolver;

/// A body is named in full at most so many names before its short name.
const FARTHEST_FULL_NAME: usize = 60;

impl Resolver<'_> {
    /// Whether a word is a name that means nobody known.
    pub(super) fn is_unknown_name(&self, head: usize) -> bool {
        let token = &self.text.tokens[head];
        let known = self.mention_at(head).is_some() || calling_of(token.key).is_some();
        let tag = self.syntax.tag(head);
        let name = matches!(tag, Tag::Name | Tag::Names) || tag.is_noun() && !token.has(flag::SENTENCE_START);
        // "Acme-X"
        let joined = head > 0 && matches!(self.text.word(head - 1), "-" | "–");
        token.has(flag::CAPITAL) && name && !known && !joined
    }

    /// "Corden dropped": whether a group is a name that means nobody known, with nothing that makes it a thing: "the Plan".
    pub fn is_bare_name(&self, g: usize) -> bool {
        let group = self.syntax.groups[g];
        let plain = group.owner.is_empty() && self.syntax.tag(group.tokens.start as usize) != Tag::Determiner;
        plain && self.is_unknown_name(group.head as usize) || self.is_short_adjective(g)
    }

    /// "Northern had said": the group before a verb without subject, where an adjective that begins the sentence is a name.
    pub(super) fn short_before(&self, verb: &Verb) -> Option<usize> {
        let finite = verb.form == VerbForm::Finite;
        self.syntax.before(verb.group as usize).filter(|&g| finite && self.is_short_adjective(g))
    }

    /// Whether a group is a capitalised adjective alone at the head of the sentence.
    pub(super) fn is_short_adjective(&self, g: usize) -> bool {
        let group = self.syntax.groups[g];
        let first = group.tokens.start;
        group.kind == GroupKind::Adjective
            && group.tokens.len() == 1
            && first == self.syntax.sentence.start
            && self.text.tokens[first as usize].is_capitalised()
            && self.syntax.tag(first as usize) == Tag::Adjective
    }

    /// "Corden Capital Management": whether a word that calls a body ends a name that no list knows.
    pub(super) fn ends_name(&self, head: usize) -> bool {
        let capital = |i: usize| self.text.tokens[i].is_capitalised() && !self.is_named(i);
        let before = head.checked_sub(1).filter(|&i| !self.text.tokens[i].has(flag::SENTENCE_START));
        capital(head) && before.is_some_and(capital)
    }

    /// "Acme Steel said" where Acme Steel Works was named before: the body whose name begins with the words of a group.
    pub(super) fn short_for(&self, g: usize) -> Option<EntityId> {
        let words = self.syntax.groups[g].tokens;
        let end = self.named_before(words.start as usize);
        let begins = |m: &&Mention| {
            let organization = self.is_organization(m.entity);
            let mut keys = m.tokens.range().map(|i| self.text.key(i));
            organization && words.range().all(|i| keys.next() == Some(self.text.key(i)))
        };
        self.mentions.mentions[end.saturating_sub(FARTHEST_FULL_NAME)..end].iter().rev().find(begins).map(|m| m.entity)
    }

    /// "New Corden Bell": whether a name is but the beginning of another that no list knows.
    pub(super) fn is_cut(&self, g: usize) -> bool {
        let group = self.syntax.groups[g];
        let behind = group.tokens.end as usize;
        let goes_on = self.syntax.groups.get(g + 1).is_some_and(|n| {
            matches!(n.kind, GroupKind::Noun | GroupKind::Other | GroupKind::Adverb | GroupKind::Adjective)
                && n.tokens.start as usize == behind
        });
        goes_on && self.mention_at(group.head as usize).is_some() && self.text.tokens[behind].is_capitalised()
    }
}
