//! "the delegation": who was said to lead one before.

use crate::mention::{EntityId, Mention};
use crate::text::Key;

use super::Resolver;

/// A delegation was told of at most so many sentences before.
const NEAREST_LEADER: usize = 4;

/// "led a high-level 12-member delegation": most words from the verb to the noun.
const LONGEST_LEAD: usize = 7;

impl Resolver<'_> {
    /// "Lee led a delegation to Peru. The delegation": the person who leads the one told of last, where the text says who does.
    pub(super) fn delegate_before(&self, head: usize) -> Option<EntityId> {
        let key = self.text.key(head);
        if key != const { Key::of_ascii("delegation") } {
            return None;
        }
        let first = self.text.sentence_of(head).saturating_sub(NEAREST_LEADER);
        let first = self.text.sentences[first].tokens.start as usize;
        let told = (first..head).rev().filter(|&i| self.text.key(i) == key);
        told.into_iter().find_map(|i| self.leads_behind(i).or_else(|| self.leads_before(i)))
    }

    /// "a Peruvian delegation, headed by Mayor Bo Ek": the person named right behind "by".
    fn leads_behind(&self, noun: usize) -> Option<EntityId> {
        let end = self.text.sentences[self.text.sentence_of(noun)].tokens.end as usize;
        let leads = |i: &usize| matches!(self.text.word(*i), "led" | "headed") && self.text.word(i + 1) == "by";
        let verb = (noun + 1..end.saturating_sub(2).min(noun + LONGEST_LEAD)).find(leads)?;
        self.person_with(|m| m.begin() == verb + 2, verb + 2)
    }

    /// "Bo Ek leads a Peruvian delegation": the person named right before the verb.
    fn leads_before(&self, noun: usize) -> Option<EntityId> {
        let first = self.text.sentences[self.text.sentence_of(noun)].tokens.start as usize;
        let leads = |i: &usize| {
            const { Key::each(["led", "leads", "leading", "headed", "heads", "heading"]) }.contains(&self.text.key(*i))
        };
        let verb = (first.max(noun.saturating_sub(LONGEST_LEAD))..noun).rev().find(leads)?;
        self.person_with(|m| m.tokens.end as usize == verb, verb.checked_sub(1)?)
    }

    /// The person named at a token, if the name stands there as it is asked to.
    fn person_with(&self, stands: impl Fn(&Mention) -> bool, token: usize) -> Option<EntityId> {
        let at = self.mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
        let named = self.mentions.mentions.get(at).filter(|m| self.is_person(m.entity) && stands(m))?;
        Some(named.entity)
    }
}
