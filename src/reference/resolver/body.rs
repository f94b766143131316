//! Which organization a noun means: "the bank", "the firm".

use crate::clause::{GroupKind, Link};
use crate::gazetteer::Kind;
use crate::mention::{EntityId, Form, Mention};
use crate::text::{Classes, Key, TokenRange};

use super::super::genus::Genus;
use super::part::UNITS;
use super::{Resolver, sole};

impl<'a> Resolver<'a> {
    /// The organization last named whose name or kind is what `noun` calls; one of no known kind where the nearest sentence
    /// that names any names one.
    pub(super) fn body_before(&self, noun: usize) -> Option<EntityId> {
        let key = self.text.key(noun);
        let genus = Genus::called(key);
        let end = self.named_before(noun);
        if let Some(apposed) = self.apposed_to(noun) {
            return Some(apposed);
        }
        // "Acme opened a plant to widen the brewer's reach": what is owned may be the one's who acts.
        let owns = self.is_genitive(noun + 1);
        let other = self.acts_beside(noun).filter(|_| !owns);
        let state = self.state_of(noun);
        let named = |m: &&Mention| {
            let says = || m.tokens.range().any(|i| self.text.key(i) == key);
            self.is_organization(m.entity)
                && self.may_be_of(m.entity, state)
                && (says() || genus.is_some_and(|g| self.is_of(g, m)))
        };
        // "Acme grew, and the company's": the only one named before it in its own sentence.
        let firm = genus.filter(|g| matches!(g.open(), [Kind::Company]) && state.is_none());
        if let Some(own) = firm.and_then(|g| self.sole_firm(noun, g, other)) {
            return Some(own);
        }
        let before = self.mentions.mentions[..end].iter().enumerate().rev().take(FARTHEST_BODY);
        before
            .filter(|(_, m)| Some(m.entity) != other)
            .find(|(_, m)| named(m))
            .map(|(i, m)| {
                self.unit_of(i, noun)
                    .filter(|_| genus.is_some_and(|g| matches!(g.open(), [Kind::Company])))
                    .unwrap_or(m.entity)
            })
            .or_else(|| self.body_behind(key, end))
            .or_else(|| self.open_before(noun, genus?, other).filter(|_| self.is_plain(noun, genus)))
    }

    /// The one body named before `noun` in its sentence, where it may be a firm.
    fn sole_firm(&self, noun: usize, genus: Genus, other: Option<EntityId>) -> Option<EntityId> {
        let named = self.mentions.within(TokenRange::new(self.syntax.sentence.start as usize, noun));
        let mut bodies = self.mentions.mentions[named].iter().filter(|m| self.is_organization(m.entity));
        let one = bodies.next()?;
        let fits = match self.kind(one.entity) {
            Some(kind) => genus.open().contains(&kind),
            None => !one.tokens.range().any(|i| genus.is_denied_by(self.text.key(i))),
        };
        (fits && Some(one.entity) != other && bodies.all(|m| m.entity == one.entity)).then_some(one.entity)
    }

    /// "the Peruvian firm", "the Lima exchange": the state that an adjective or place before the noun says it is of.
    fn state_of(&self, noun: usize) -> Option<EntityId> {
        let start = self.syntax.groups[self.syntax.group_of(noun)].tokens.start as usize;
        let place = |m: &Mention| self.is_place(m.entity);
        let mut told = self.mentions_in(TokenRange::new(start, noun)).filter(|(_, m)| place(m));
        told.next().and_then(|(_, m)| self.discourse.country(m.entity))
    }

    /// Whether a body may be of a state, if one is said: it is, or nobody knows of which it is.
    fn may_be_of(&self, body: EntityId, state: Option<EntityId>) -> bool {
        let own = self.discourse.country(body);
        state.is_none() || own.is_none() || own == state
    }

    /// "the group", "the Peruvian group", "the Lima-based firm"; "the trade group" is one of its own kind, which no name known here need be.
    fn is_plain(&self, noun: usize, genus: Option<Genus>) -> bool {
        let start = self.syntax.groups[self.syntax.group_of(noun)].tokens.start as usize;
        let firm = genus.is_some_and(|g| matches!(g.open(), [Kind::Company]));
        let told = |i: usize| self.mention_at(i).is_some_and(|(_, m)| m.form == Form::Demonym);
        let empty =
            |i: usize| EMPTY.contains(&self.text.word(i)) || self.text.tokens[i].classes.any(Classes::DETERMINER);
        firm || (start..noun).all(|i| empty(i) || told(i))
    }

    /// "sold it to Acme Steel, the Lima tin firm": the organization whose name the comma right before the description closes.
    fn apposed_to(&self, noun: usize) -> Option<EntityId> {
        let g = self.syntax.group_of(noun);
        let comma = g.checked_sub(1).filter(|&k| self.syntax.groups[k].kind == GroupKind::Comma)?;
        let name = self.syntax.groups[..comma].last().filter(|k| k.kind == GroupKind::Noun)?;
        let closed =
            self.syntax.groups.get(g + 1).is_none_or(|k| k.kind != GroupKind::Coordinator && k.kind != GroupKind::Verb);
        let (_, mention) = self.mention_at(name.head as usize).filter(|_| closed)?;
        self.is_organization(mention.entity).then_some(mention.entity)
    }

    /// "Acme Tools, a unit of Best Iron, opened a mill. The company": the firm whose unit's parent mention `m` only is.
    fn unit_of(&self, m: usize, noun: usize) -> Option<EntityId> {
        let parent = &self.mentions.mentions[m];
        let sentence = self.text.sentence_of(parent.tokens.start as usize);
        let first = self.text.sentences[sentence].tokens.start as usize;
        let of =
            (parent.tokens.start as usize).checked_sub(2).filter(|&i| i > first && self.text.word(i + 1) == "of")?;
        let unit = m.checked_sub(1).map(|k| &self.mentions.mentions[k])?;
        let end = unit.tokens.end as usize;
        let part = self.text.word(of) == "part" || UNITS.contains(&self.text.word(of));
        let apposed = end < of && of <= end + LONGEST_UNIT && self.text.word(end) == ",";
        let begins = (unit.tokens.start as usize) < first + NEAREST_SUBJECT as usize;
        let later = self.text.sentence_of(noun) > sentence;
        (part && apposed && begins && later && self.is_organization(unit.entity)).then_some(unit.entity)
    }

    /// Whether the lists or its own words say that a body is of this genus.
    pub(super) fn is_of(&self, genus: Genus, m: &Mention) -> bool {
        let tells = m.tokens.range().any(|i| genus.is_told_by(self.text.key(i)));
        genus.holds(self.kind(m.entity), tells)
    }

    /// "Acme met the bank": who acts in the clause of an object is another.
    pub(super) fn acts_beside(&self, noun: usize) -> Option<EntityId> {
        let g = self.syntax.group_of(noun);
        let verb = self.verb_beside(g)?;
        let subject = verb.subject.filter(|s| (*s as usize) < g)? as usize;
        self.mention_at(self.syntax.groups[subject].head as usize).map(|(_, m)| m.entity)
    }

    /// "Lee said the firm": the body for which the person speaks who tells the clause that begins with the noun.
    fn body_of_teller(&self, noun: usize) -> Option<EntityId> {
        let own = self.syntax.group_of(noun) as u32;
        let verb = self.syntax.verbs.iter().find(|v| v.subject == Some(own) && v.link == Link::Complement)?;
        let above = &self.syntax.verbs[verb.governor? as usize];
        let subject = above.subject.filter(|s| *s < above.group && !above.passive)? as usize;
        let (_, mention) = self.mention_at(self.syntax.groups[subject].head as usize)?;
        let person = self.is_person(mention.entity);
        let body = self.discourse.represented(mention.entity).filter(|b| self.is_organization(*b));
        body.filter(|_| person)
    }

    /// "the union", whose full name comes later: the only organization of the text with the noun in its name.
    fn body_behind(&self, key: Key, from: usize) -> Option<EntityId> {
        let says = |m: &&Mention| {
            self.is_organization(m.entity) && m.tokens.len() > 1 && m.tokens.range().any(|i| self.text.key(i) == key)
        };
        sole(self.mentions.mentions[from..].iter().take(MOST_BEHIND).filter(says).map(|m| m.entity))
    }

    /// The one body that may be of the genus, or that no list knows, in the nearest sentence that names any before `noun`.
    fn open_before(&self, noun: usize, genus: Genus, other: Option<EntityId>) -> Option<EntityId> {
        if genus.open().is_empty() {
            return None;
        }
        let state = self.state_of(noun);
        let fits = |m: &&Mention| {
            self.is_organization(m.entity)
                && Some(m.entity) != other
                && self.may_be_of(m.entity, state)
                && match self.kind(m.entity) {
                    Some(kind) => genus.open().contains(&kind),
                    // "Oak Street Church" is no newspaper.
                    None => !m.tokens.range().any(|i| genus.is_denied_by(self.text.key(i))),
                }
        };
        let named = |sentence: usize| {
            self.mentions.within(self.text.sentences[sentence].tokens).map(|m| &self.mentions.mentions[m])
        };
        // "Lee said the firm would": the one Lee speaks for.
        if let Some(own) = self.body_of_teller(noun)
            && self.kind(own).is_none_or(|kind| genus.open().contains(&kind))
        {
            return Some(own);
        }
        let sentence = self.text.sentence_of(noun);
        // "Acme said the company would": the one named before it in its own sentence.
        let mut own: Vec<EntityId> =
            named(sentence).filter(|m| (m.tokens.end as usize) < noun && fits(m)).map(|m| m.entity).collect();
        own.dedup();
        if let [one] = own[..] {
            return Some(one);
        }
        (sentence.saturating_sub(2)..sentence)
            .rev()
            .find_map(|s| {
                let mut bodies: Vec<EntityId> = named(s).filter(fits).map(|m| m.entity).collect();
                bodies.dedup();
                // Of several the one the sentence begins with.
                let begins = |m: &&Mention| m.tokens.start <= self.text.sentences[s].tokens.start + NEAREST_SUBJECT;
                let first = named(s).next().filter(fits).filter(begins).map(|m| m.entity);
                // "The group works. It also owns Acme. The group": what "it" owns is another.
                let opens = self.text.sentences[s].tokens.start as usize;
                if first.is_none() && matches!(self.text.word(opens), "It" | "They" | "Its") {
                    return None;
                }
                (!bodies.is_empty()).then(|| first.or_else(|| (bodies.len() == 1).then(|| bodies[0])))
            })
            .flatten()
    }
}

/// A body is named in full at most so many names behind its first short mention.
const MOST_BEHIND: usize = 200;

/// Words before a noun that do not tell which of its kind is meant: "the whole group", "the umbrella body".
const EMPTY: [&str; 8] = ["banned", "entire", "full", "outlawed", "peak", "powerful", "umbrella", "whole"];

/// A firm that begins so many tokens behind the start of a sentence is its subject.
const NEAREST_SUBJECT: u32 = 2;

/// "the bank" was named at most so many names before.
const FARTHEST_BODY: usize = 30;

/// "Acme, a (wholly owned steel) unit of": most tokens from the comma to what the firm is.
const LONGEST_UNIT: usize = 6;
