//! Who is said to go, but visits nobody: bodies that cannot travel, a people, emigrants; and what only seems to be visited.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::gazetteer::EntityType;
use crate::mention::{EntityId, Form, Mention};
use crate::reference::{Actor, Anchor, Via};
use crate::rule::Role;
use crate::text::{Key, Tag, TokenRange, flag, inflect};

use super::Arguments;

/// Nouns that stand for the place whose name they follow: "the US capital", "the Lima headquarters".
static SEATS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "capital government parliament senate congress headquarters headquarter leadership ministry embassy mission office side",
    )
});

/// Most tokens from "left" to the year of an emigration: "left for Peru with her son in 1992".
const FARTHEST_YEAR: usize = 12;

impl Arguments<'_> {
    /// "The ministry warned Chileans not to travel to Peru", "Acme Air stops over in Peru", "2,000 Chileans arrived in Peru":
    /// no state or body goes anywhere but by its envoys, and a people visits no state.
    pub(super) fn leave_unmoved(&mut self) {
        if self.rule.speaks_for {
            return;
        }
        let stays = |a: &Actor| match a.anchor {
            Anchor::Mention(m) => {
                let mention = &self.resolver.mentions.mentions[m as usize];
                // "the minister of Peru" goes.
                let itself = matches!(a.via, None | Some(Via::Demonym));
                itself
                    && self.type_of(a) != EntityType::Person
                    && self.is_head(mention)
                    && !self.is_people_named(mention)
            }
            Anchor::Words(_) => false,
        };
        let mut visitors = self.all.iter().filter(|(role, _)| *role == Role::Visitor).peekable();
        let goes = self.all.iter().any(|(role, _)| *role == Role::Destination);
        if goes && visitors.peek().is_some() && visitors.all(|(_, a)| stays(a)) {
            self.all.retain(|(role, _)| *role != Role::Visitor);
        }
    }

    /// Whether the group of a name ends with it, and is of nobody: "Peru", unlike "a delegation of Peru" and "the Trade Council
    /// (TC) delegation".
    fn is_head(&self, mention: &Mention) -> bool {
        let syntax = self.resolver.syntax;
        let last = mention.tokens.end - 1;
        let group = syntax.sentence.contains(last as usize).then(|| syntax.groups[syntax.group_of(last as usize)]);
        let goes_on = self
            .resolver
            .text
            .tokens
            .get(last as usize + 1)
            .is_some_and(|_| self.resolver.text.word(last as usize + 1) == "(");
        group.is_some_and(|g| g.head == last && g.preposition.is_none()) && !goes_on
    }

    /// "the Peruvians": those told of, unlike "2,000 Peruvians".
    fn is_people_named(&self, mention: &Mention) -> bool {
        let first = mention.tokens.start as usize;
        mention.form == Form::Demonym
            && first.checked_sub(1).is_some_and(|the| matches!(self.resolver.text.word(the), "the" | "The"))
    }

    /// "left for Peru in 1992": who leaves for years, not days, goes to live there.
    pub(super) fn leave_emigrants(&mut self, trigger: TokenRange) {
        let text = self.resolver.text;
        let leaves = const { Key::each(["leave", "leaves", "left", "leaving"]) };
        if !leaves.contains(&text.key(trigger.start as usize)) {
            return;
        }
        let end = self.resolver.syntax.sentence.end as usize;
        let year = |i: usize| {
            let word = text.word(i);
            word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.bytes().all(|b| b.is_ascii_digit())
        };
        let behind = trigger.end as usize..end.min(trigger.end as usize + FARTHEST_YEAR);
        let mut told = behind.take_while(|&i| !matches!(text.word(i), "," | ";"));
        if told.any(|i| i + 1 < end && text.word(i) == "in" && year(i + 1)) {
            self.all.retain(|(role, _)| *role != Role::Destination);
        }
    }

    /// "visited Peru battlefields", "visits US troops": a name that only describes what is visited; "a tour of the members of
    /// the league": not the league.
    pub(super) fn leave_modifiers(&mut self, trigger: TokenRange) {
        let (resolver, syntax, text) = (self.resolver, self.resolver.syntax, self.resolver.text);
        let describes = |a: &Actor| {
            let Anchor::Mention(m) = a.anchor else { return false };
            let mention = &resolver.mentions.mentions[m as usize];
            let (last, end) = (mention.tokens.end as usize - 1, mention.tokens.end as usize);
            if mention.tokens.start < trigger.end || !syntax.sentence.contains(last) {
                return false;
            }
            let group = &syntax.groups[syntax.group_of(last)];
            let head = group.head as usize;
            let plain = |i: usize| text.tokens[i].is_word() && text.tokens[i].has(flag::LOWER);
            let thing = end <= head && (end..=head).all(plain) && !SEATS.contains(&text.key(head));
            thing
                && mention.form != Form::Demonym
                && self.type_of(a) == EntityType::Place
                && !matches!(a.via, Some(Via::Office | Via::Nominal))
                && syntax.tag(head).is_noun()
                && syntax.tag(end) != Tag::Possessive
        };
        let goals: Vec<EntityId> = self
            .all
            .iter()
            .filter(|(role, a)| *role == Role::Destination && (describes(a) || self.is_of_members(a)))
            .map(|(_, a)| a.entity)
            .collect();
        self.all.retain(|(_, a)| !goals.contains(&a.entity));
    }

    /// "the members of the league": whether an actor is the body whose members are meant.
    fn is_of_members(&self, actor: &Actor) -> bool {
        let text = self.resolver.text;
        let first = match actor.anchor {
            Anchor::Mention(m) => self.resolver.mentions.mentions[m as usize].tokens.start,
            Anchor::Words(words) => words.end,
        } as usize;
        let of = |i: usize| (i..first).any(|k| text.word(k) == "of");
        actor.via == Some(Via::Office)
            && self.type_of(actor) == EntityType::Organization
            && (first.saturating_sub(4)..first).any(|i| text.word(i) == "members" && of(i))
    }
}
