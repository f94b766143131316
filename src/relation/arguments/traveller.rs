//! Who is said to go, but visits nobody: bodies that cannot travel, a people, emigrants; and what only seems to be visited.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::Group;
use crate::gazetteer::EntityType;
use crate::mention::{EntityId, Form, Mention};
use crate::reference::vocabulary::{Calling, calling_of};
use crate::reference::{Actor, Anchor, Via};
use crate::rule::Role;
use crate::text::{Key, Tag, TokenRange, flag, inflect};

use super::Arguments;

/// Nouns that stand for the place whose name they follow: "the US capital", "the Lima headquarters".
static STAND_INS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "capital congress embassy government headquarters leadership ministry mission office parliament senate side",
    )
});

/// What tells that somebody went on an errand, if the sentence says so.
static ERRANDS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let mut words = inflect::noun_keys(
        "talk visit meeting summit mission delegation conference negotiation consultation trip tour forum session ceremony \
         inauguration signing invitation hearing committee",
    );
    words.extend(inflect::verb_keys(
        "invite meet visit attend discuss negotiate lobby brief consult sign seek press host lead",
    ));
    words
});

/// Most tokens between a name and the office beside it: "Ann Lee, the Peruvian foreign minister".
const FARTHEST_OFFICE: usize = 8;

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

    /// "Ann Lee arrived in Peru, where she opened a shop": of whom no office is told, and no errand, nobody knows that it is a
    /// visit to the state.
    pub(super) fn leave_unknown_travellers(&mut self) {
        let (resolver, text) = (self.resolver, self.resolver.text);
        if resolver.syntax.sentence.range().any(|i| ERRANDS.contains(&text.key(i))) {
            return;
        }
        let office =
            |mut words: Range<usize>| words.any(|i| matches!(calling_of(text.key(i)), Some((Calling::Office, false))));
        let told = |m: &Mention| {
            let (first, end) = (m.tokens.start as usize, m.tokens.end as usize);
            let near = text.sentences[text.sentence_of(first)].tokens.range();
            office(m.title.range())
                || office(first.saturating_sub(FARTHEST_OFFICE).max(near.start)..first)
                || office(end..near.end.min(end + FARTHEST_OFFICE))
        };
        let unknown = |a: &Actor| {
            self.type_of(a) == EntityType::Person
                && resolver.mentions.entity(a.entity).entry.is_none()
                && !resolver.named(a.entity).any(told)
        };
        let goes = self.all.iter().any(|(role, a)| *role == Role::Destination && self.type_of(a) == EntityType::Place);
        let visitors: Vec<EntityId> = self
            .all
            .iter()
            .filter(|(role, a)| goes && *role == Role::Visitor && unknown(a))
            .map(|(_, a)| a.entity)
            .collect();
        self.all.retain(|(_, a)| !visitors.contains(&a.entity));
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
        let people = mention.form == Form::Demonym;
        let sent = |g: &Group| g.preposition.is_some_and(|p| self.is_of_somebody(p as usize));
        group.is_some_and(|g| g.head == last && (people || !sent(&g))) && !goes_on
    }

    /// "a delegation of Peru", unlike "ten dollars from Peru": whether a preposition ties its noun to somebody.
    fn is_of_somebody(&self, preposition: usize) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let ties = matches!(text.word(syntax.groups[preposition].tokens.start as usize), "of" | "from");
        let noun = syntax.before(preposition).map(|k| text.key(syntax.groups[k].head as usize));
        ties && noun.is_some_and(|key| calling_of(key).is_some())
    }

    /// Whether a people is called by its name alone: "the Peruvians"; unlike some of them, "2,000 Peruvians".
    fn is_people_named(&self, mention: &Mention) -> bool {
        let first = mention.tokens.start as usize;
        mention.form == Form::Demonym
            && first.checked_sub(1).is_some_and(|the| matches!(self.resolver.text.word(the), "the" | "The"))
    }

    /// "left for Peru in 1992": who leaves for years, not days, goes to live there, unless an errand is told.
    pub(super) fn leave_emigrants(&mut self, trigger: TokenRange) {
        let text = self.resolver.text;
        let leaves = const { Key::each(["leave", "leaves", "left", "leaving"]) };
        let errand = |i| ERRANDS.contains(&text.key(i));
        if !leaves.contains(&text.key(trigger.start as usize)) || self.resolver.syntax.sentence.range().any(errand) {
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
            // "visited Acme's Lima office"
            let owned = !group.owner.is_empty() && mention.tokens.start >= group.owner.end;
            let plain = |i: usize| text.tokens[i].is_word() && text.tokens[i].has(flag::LOWER);
            let thing = end <= head && (end..=head).all(plain) && (owned || !STAND_INS.contains(&text.key(head)));
            thing
                && mention.form != Form::Demonym
                && self.type_of(a) == EntityType::Place
                && a.via != Some(Via::Nominal)
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

    /// "the members of the league", "the leaders of its parties": whether an actor is the body of which several are meant.
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
