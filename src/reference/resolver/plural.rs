//! "both", "the two leaders", "the ministers", "they": the ones named or told of together before, where the text leaves no
//! doubt who they are.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::Verb;
use crate::gazetteer::{EntityType, Kind};
use crate::mention::{EntityId, Form, Mention};
use crate::text::{Key, inflect};

use super::super::Actor;
use super::super::discourse::is_state;
use super::super::vocabulary::Calling;
use super::{Resolved, Resolver};

/// Words that do not say how many go back at most this many sentences.
pub(super) const FARTHEST: usize = 4;

/// "the two", "both sides" go back at most this many: longer than an article, shorter than a book.
const FARTHEST_COUNTED: usize = 60;

/// "the pair" go back at most this many: one of them may be named a while before.
const FARTHEST_PAIR: usize = 2;

/// Nouns that call companies only.
static FIRMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "airline automaker bank brewer broadcaster carmaker carrier chain company conglomerate firm insurer lender manufacturer \
         miner operator producer publisher retailer supplier utility",
    )
});

/// What somebody does to bring others together.
const BROKERING: [Key; 23] = Key::each([
    "arrange",
    "arranged",
    "arranges",
    "arranging",
    "broker",
    "brokered",
    "brokering",
    "brokers",
    "convene",
    "convened",
    "convening",
    "facilitate",
    "facilitated",
    "facilitates",
    "facilitating",
    "mediate",
    "mediated",
    "mediates",
    "mediating",
    "urge",
    "urged",
    "urges",
    "urging",
]);

/// Kinds of bodies that are no companies.
const STATE_KINDS: [Kind; 6] =
    [Kind::Agency, Kind::Court, Kind::Legislature, Kind::Military, Kind::Ministry, Kind::Party];

/// Words in the names of bodies that are no companies.
const STATE_BODIES: [&str; 9] =
    ["Army", "Commission", "Congress", "Court", "Department", "Government", "Ministry", "Parliament", "Party"];

impl<'a> Resolver<'a> {
    /// Whom a number that stands alone means: "both", "the two", "all three".
    pub(super) fn quantified(&self, g: usize, resolved: &mut Resolved) {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let key = self.text.key(head);
        // "the two", "all three", "both"
        let word = self.text.word(head);
        let three = group.tokens.len() == 2 && matches!(word, "three" | "four" | "five");
        if three
            || key == const { Key::of_ascii("both") }
            || key == const { Key::of_ascii("two") } && group.tokens.len() == 2
        {
            let count = match word {
                "three" => 3,
                "four" => 4,
                "five" => 5,
                _ => 2,
            };
            // "Lee gave Ek a map when the two met"
            let persons = self.named_in(self.text.sentence_of(head), head, Calling::Human);
            let two =
                if count == 2 && persons.len() == 2 { persons } else { self.several(head, Calling::Side, Some(count)) };
            resolved.actors = two.into_iter().map(|entity| Actor::nominal(entity, group.tokens)).collect();
        }
    }

    /// The actors a plural means: of those told of together and those named in one list the nearest before `token` whom
    /// the noun may call so, `count` of them if the words say so.
    pub(super) fn several(&self, token: usize, calling: Calling, count: Option<usize>) -> Vec<EntityId> {
        let firms = calling == Calling::Organization && self.calls_firms(token);
        let fits = |actors: Vec<EntityId>, calling: Calling| {
            let called = self.called(&actors, calling);
            if called.iter().any(|e| self.is_foreign_to(*e, token)) {
                return None;
            }
            if firms && called.iter().any(|e| self.is_of_state(*e)) || self.holds_another(&called, token) {
                return None;
            }
            let enough = count.map_or(called.len() > 1, |n| called.len() == n);
            Some(called).filter(|_| enough)
        };
        let sentence = self.text.sentence_of(token);
        // "They agreed … They also …": a row of such sentences goes back as one.
        let row = (0..sentence).rev().take_while(|s| self.begins_with_they(*s)).count().min(FARTHEST_COUNTED);
        let nearest = FARTHEST + if self.begins_with_they(sentence) { row } else { 0 };
        // The tellings of the last sentences, the latest first; each is asked for once.
        let farthest = sentence.saturating_sub(if count.is_some() { FARTHEST_COUNTED } else { nearest });
        // "the two sides" are none of whom one helps the other.
        let sides = count.is_some() && calling == Calling::Side;
        let told = self.discourse.together(sides).take_while(|(at, _)| *at >= farthest);
        let mut told = told.peekable();
        let mut calling = calling;
        for s in (sentence.saturating_sub(nearest)..=sentence).rev() {
            // "the two countries agreed … The two sides": those of the same states.
            if calling == Calling::Side && count == Some(2) && self.speaks_of_states(s, token) {
                calling = Calling::State;
            }
            // "Acme and Best said … The two companies": of a deal with a third may have been told there as well.
            if count == Some(2)
                && s + 1 >= sentence
                && matches!(calling, Calling::Organization | Calling::Side | Calling::State)
                && let Some(found) = fits(self.listed(s, token), calling)
            {
                return found;
            }
            while let Some((_, actors)) = told.next_if(|(at, _)| *at >= s) {
                if let Some(found) = fits(actors, calling) {
                    return found;
                }
            }
            // "Peru and Chile will join. The leaders agreed": whoever they lead; of four or more they are theirs. But states
            // are mediators themselves.
            let states = |list: &[EntityId]| list.iter().any(|e| self.is_state(*e));
            let head = self.syntax.groups[self.syntax.group_of(token)].head as usize;
            let mediates = self.text.key(head) == const { Key::of_ascii("mediators") };
            let office = calling == Calling::Office && count.is_none() && !mediates;
            let led = |list: &[EntityId]| office && list.len() < 4 && states(list);
            if let Some(found) = Some(self.listed(s, token)).filter(|l| !led(l)).and_then(|l| fits(l, calling)) {
                return found;
            }
            // "Acme said Best Iron would pay it under a deal between the companies"
            let those = || const { Key::each(["companies", "firms"]) }.contains(&self.text.key(head));
            let own = s == sentence && (count == Some(2) || firms && count.is_none() && those());
            if let Some(found) = own.then(|| self.named_in(s, token, calling)).filter(|found| self.are_alike(found)) {
                return found;
            }
        }
        let earlier = told.find_map(|(_, actors)| fits(actors, calling)).filter(|_| count.is_some());
        earlier.or_else(|| self.only_two(token, calling).filter(|_| count == Some(2))).unwrap_or_default()
    }

    /// "the two banks", "the firms": whether the group of a token calls companies.
    fn calls_firms(&self, token: usize) -> bool {
        let head = self.syntax.groups[self.syntax.group_of(token)].head as usize;
        FIRMS.contains(&self.text.key(head))
    }

    /// "the two Norwegian firms": whether an actor is known to be of another state than the adjective of the group of a token
    /// says.
    fn is_foreign_to(&self, actor: EntityId, token: usize) -> bool {
        let group = self.syntax.groups[self.syntax.group_of(token)].tokens;
        let own = self.discourse.stated_country(actor).filter(|own| *own != actor);
        let adjective = |m: &Mention| m.form == Form::Demonym || m.form == Form::Acronym;
        own.is_some_and(|own| {
            self.mentions_in(group).any(|(_, m)| adjective(m) && self.is_state(m.entity) && m.entity != own)
        })
    }

    /// Whether an organization is no company by its kind or its name.
    fn is_of_state(&self, entity: EntityId) -> bool {
        if let Some(kind) = self.kind(entity) {
            return STATE_KINDS.contains(&kind);
        }
        let named = self.named(entity).next();
        // "Orr Department Stores"
        let shop = |m: &Mention| m.tokens.range().any(|i| self.text.word(i).starts_with("Store"));
        named.is_some_and(|m| !shop(m) && m.tokens.range().any(|i| STATE_BODIES.contains(&self.text.word(i))))
    }

    /// Whether a sentence calls two states before `token`: "both nations".
    fn speaks_of_states(&self, sentence: usize, token: usize) -> bool {
        let words = self.text.sentences[sentence].tokens.range().take_while(|i| *i < token);
        words.skip(1).any(|i| {
            matches!(self.text.word(i), "countries" | "nations" | "states")
                && matches!(self.text.word(i - 1), "two" | "both" | "Both")
        })
    }

    /// Whether these are two states or two bodies.
    fn are_alike(&self, named: &[EntityId]) -> bool {
        let [first, second] = *named else { return false };
        let kind = |e: EntityId| self.mentions.entity(e).entity_type;
        kind(first) == kind(second) && !self.is_person(first)
    }

    /// Whether a sentence goes on about several: "They", "Both".
    fn begins_with_they(&self, sentence: usize) -> bool {
        let first = self.text.sentences[sentence].tokens.start as usize;
        matches!(self.text.word(first), "They" | "Both")
    }

    /// Those of some actors whom a noun may call, as themselves or as the states they speak for; nobody where the noun does
    /// not fit all.
    fn called(&self, actors: &[EntityId], calling: Calling) -> Vec<EntityId> {
        let of_kind = |e: &EntityId| self.mentions.entity(*e).entity_type;
        let of = |kind: EntityType| actors.iter().filter(|e| of_kind(e) == kind).count();
        let (persons, bodies) = (of(EntityType::Person), of(EntityType::Organization));
        let alike = persons == 0 || persons == actors.len();
        // "the two sides" of a state and a body of another are two states.
        let state = |e: &EntityId| self.discourse.country(*e) == Some(*e);
        let arm = |e: &EntityId| {
            let kinds = [Kind::Ministry, Kind::Military, Kind::Agency, Kind::Legislature];
            state(e) || self.kind(*e).is_some_and(|k| kinds.contains(&k))
        };
        if calling == Calling::Side && persons == 0 && bodies > 0 && actors.iter().any(state) && actors.iter().all(arm)
        {
            let mut states: Vec<EntityId> = actors.iter().filter_map(|e| self.discourse.country(*e)).collect();
            states.dedup();
            if states.len() == actors.len() {
                return states;
            }
        }
        let fit = match calling {
            // "the experts" are no towns.
            Calling::Office => alike && actors.iter().all(|e| state(e) || of_kind(e) != EntityType::Place),
            Calling::Side => alike,
            Calling::Human => persons == actors.len(),
            Calling::Organization => bodies == actors.len(),
            Calling::Staff => persons == actors.len() || bodies == actors.len(),
            Calling::Region => persons + bodies == 0 && !actors.iter().any(state),
            Calling::State | Calling::Body => {
                let mut states: Vec<EntityId> = Vec::new();
                for state in actors.iter().map(|e| self.discourse.country(*e)) {
                    match state {
                        Some(state) if !states.contains(&state) => states.push(state),
                        _ => return Vec::new(),
                    }
                }
                return states;
            }
        };
        if fit { actors.to_vec() } else { Vec::new() }
    }

    /// "the two countries": the two states, bodies or persons named in this sentence before the words or, of none, in the
    /// nearest sentence that names any; nobody where it names more.
    pub(super) fn only_two(&self, token: usize, calling: Calling) -> Option<Vec<EntityId>> {
        let sentence = self.text.sentence_of(token);
        let named = (sentence.saturating_sub(3)..=sentence).rev().map(|s| self.named_in(s, token, calling));
        // "Lee left. … they": of persons the nearest sentence names both or leaves a doubt.
        let fewest = if calling == Calling::Human { 1 } else { 2 };
        named.into_iter().find(|found| found.len() >= fewest).filter(|found| found.len() == 2)
    }

    /// "Lee says yes. Ek says no. The pair met": the two persons whom the nearest sentences name one by one; nobody where one of
    /// these sentences leaves a doubt.
    pub(super) fn last_two(&self, token: usize) -> Option<Vec<EntityId>> {
        let sentence = self.text.sentence_of(token);
        let mut found: Vec<EntityId> = Vec::new();
        for s in (sentence.saturating_sub(FARTHEST_PAIR)..=sentence).rev() {
            for person in self.named_in(s, token, Calling::Human) {
                if !found.contains(&person) {
                    found.push(person);
                }
            }
            if found.len() > 1 {
                break;
            }
        }
        (found.len() == 2).then_some(found)
    }

    /// Those named in a sentence before `token` whom a noun may call so, as states, bodies or persons.
    fn named_in(&self, sentence: usize, token: usize, calling: Calling) -> Vec<EntityId> {
        let person = matches!(calling, Calling::Office | Calling::Human | Calling::Staff);
        let fits = |entity: EntityId| match self.mentions.entity(entity).entity_type {
            EntityType::Person => person,
            EntityType::Organization => matches!(calling, Calling::Organization | Calling::Side | Calling::Body),
            EntityType::Place => !person && calling != Calling::Organization && self.kind(entity).is_some_and(is_state),
        };
        let firms = calling == Calling::Organization && self.calls_firms(token);
        let broker = self.broker(token);
        let mut found: Vec<EntityId> = Vec::new();
        for m in self.mentions.within(self.text.sentences[sentence].tokens) {
            let mention = &self.mentions.mentions[m];
            if mention.tokens.start as usize >= token {
                break;
            }
            if let Some(actor) = self.acting(m as u32, mention)
                && fits(actor.entity)
                && !found.contains(&actor.entity)
                && !(firms && self.is_of_state(actor.entity) || self.is_court(mention) || broker == Some(actor.entity))
            {
                found.push(actor.entity);
            }
        }
        found
    }

    /// "Peru tried to arrange talks between the two sides": who brings others together is none of them.
    fn broker(&self, token: usize) -> Option<EntityId> {
        let before = |v: &&Verb| (v.main as usize) < token;
        let verb = self.syntax.verbs.iter().rev().find(before)?;
        let subject = self.syntax.groups[verb.subject? as usize].head as usize;
        let (m, mention) =
            self.mention_at(subject).filter(|_| BROKERING.contains(&self.text.key(verb.main as usize)))?;
        self.acting(m, mention).map(|a| a.entity)
    }

    /// Whether a name is that of a court, before which others are parties.
    pub fn is_court(&self, mention: &Mention) -> bool {
        self.kind(mention.entity) == Some(Kind::Court)
            || mention.tokens.range().any(|i| matches!(self.text.word(i), "Court" | "COURT" | "Tribunal"))
    }
}
