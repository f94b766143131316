//! What only says where a venture is at home, or what came of a merger: no party to it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::gazetteer::EntityType;
use crate::reference::{Actor, Anchor};
use crate::rule::codes;
use crate::text::{Key, Tag, TokenRange, inflect};

use super::Arguments;

/// What firms have together; before these a nation says where it is.
static VENTURES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "alliance company consortium factory firm partnership plant project subsidiary syndicate venture",
    )
});

impl Arguments<'_> {
    /// "a Peruvian venture with Acme Steel": a firm's partner is not the land in which the venture is.
    pub(super) fn leave_homes_of_ventures(&mut self, trigger: TokenRange) {
        let (resolver, syntax) = (self.resolver, self.resolver.syntax);
        let last = trigger.end as usize - 1;
        let type_of = |a: &Actor| resolver.mentions.entity(a.entity).entity_type;
        let firm = |a: &Actor| match type_of(a) {
            EntityType::Person => true,
            EntityType::Organization => resolver.is_firm(a.entity),
            EntityType::Place => false,
        };
        if !VENTURES.contains(&resolver.text.key(last)) || !self.all.iter().any(|(_, a)| firm(a)) {
            return;
        }
        let group = syntax.groups[syntax.group_of(last)].tokens;
        let home = |a: &Actor| {
            let Anchor::Mention(m) = a.anchor else { return false };
            let Some(named) = resolver.mentions.mentions.get(m as usize).map(|m| m.tokens) else { return false };
            let end = named.end as usize;
            type_of(a) == EntityType::Place
                && named.start >= group.start
                && end <= last
                && syntax.tag(end) != Tag::Possessive
        };
        self.all.retain(|(_, a)| !home(a));
    }

    /// What a merger makes is none of those who merge: "the merger of Acme and Best into Corden", "Corden, formed by merging Acme
    /// and Best".
    pub(super) fn leave_products(&mut self, trigger: TokenRange) {
        if &*self.rule.code.cameo != codes::PURCHASE || self.all.len() < 2 {
            return;
        }
        let (resolver, text) = (self.resolver, self.resolver.text);
        let key = |back: u32| trigger.start.checked_sub(back).map(|i| text.key(i as usize));
        let made = const { Key::each(["created", "established", "formed", "founded"]) };
        let by = key(1) == Some(const { Key::of_ascii("by") }) && key(2).is_some_and(|k| made.contains(&k));
        let several = self.all.len() > 2;
        let product = |a: &Actor| {
            let start = match a.anchor {
                Anchor::Mention(m) => resolver.mentions.mentions.get(m as usize).map_or(0, |m| m.tokens.start),
                Anchor::Words(words) => words.start,
            };
            let into = || start > 0 && text.word(start as usize - 1) == "into";
            by && start < trigger.start || several && start > trigger.end && into()
        };
        self.all.retain(|(_, a)| !product(a));
    }
}
