//! Binds who speaks: "Ann Lee said talks with Peru would go on", "The deal with Acme is good, Best Iron's chief said".

use crate::clause::{Link, Verb, lexical};
use crate::gazetteer::EntityType;
use crate::mention::Mention;
use crate::reference::{Actor, Via};
use crate::rule::{Role, codes};
use crate::text::Key;

use super::{Binding, Walk};

impl<'a> Walk<'a> {
    /// Binds who says so in the same sentence; a person only where `persons` may be meant.
    pub(super) fn bind_speaker(&mut self, role: Role, persons: bool) -> bool {
        let syntax = self.resolver.syntax;
        let own = syntax.groups[self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize].clause;
        let said = |v: &&Verb| {
            lexical::is_sayer(self.resolver.text.key(v.main as usize))
                && syntax.groups[v.group as usize].clause != own
                && v.link == Link::Main
        };
        let speaker = syntax.verbs.iter().find(said).and_then(|v| v.subject);
        let Some(speaker) = speaker else { return false };
        let mut actors = self.resolver.group(speaker as usize).actors;
        if self.rule.is_contact() {
            self.stand_beside(&mut actors);
        }
        self.stand_for(&mut actors);
        let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
        let fits = |a: &Actor| {
            let entity_type = self.resolver.mentions.entity(a.entity).entity_type;
            spec.types.contains(&entity_type) && (persons || entity_type != EntityType::Person)
        };
        if actors.is_empty() || !actors.iter().all(fits) {
            return false;
        }
        self.bindings.push(Binding { role, actors });
        true
    }

    /// "The deal with Acme is good, Best Iron's chief Ann Lee said": her firm's; one who speaks for nobody only says so.
    fn stand_for(&self, speakers: &mut Vec<Actor>) {
        let person = |a: &Actor| self.resolver.mentions.entity(a.entity).entity_type == EntityType::Person;
        // "Lee said talks with Ek would go on": of two persons.
        let met = self.bindings.iter().flat_map(|b| &b.actors);
        if self.rule.is_contact() && met.clone().next().is_none_or(person) {
            return;
        }
        for actor in speakers.iter_mut().filter(|a| person(a)) {
            if let Some(entity) = self.resolver.discourse.represented(actor.entity) {
                *actor = Actor { entity, via: Some(Via::Office), ..*actor };
            }
        }
        speakers.retain(|a| self.rule.is_contact() || !person(a));
    }

    /// "Lee said talks with Peru would go on": talks with a state or body, told of as such, are of those for whom the
    /// speaker speaks; of nobody known where that is not told.
    fn stand_beside(&self, speakers: &mut Vec<Actor>) {
        let (mentions, syntax) = (self.resolver.mentions, self.resolver.syntax);
        let own = self.group_number();
        let told = syntax.verbs.iter().any(|v| v.subject == Some(own as u32) && v.group as usize > own);
        let trigger = self.cells[self.trigger.0].token;
        let person = |entity| mentions.entity(entity).entity_type == EntityType::Person;
        // "talks with his Norwegian counterpart Bo Ek"
        let next = mentions.mentions.partition_point(|m| m.tokens.start <= trigger);
        let mut behind = mentions.mentions[next..].iter().take_while(|m| m.tokens.start < syntax.sentence.end);
        let (first, second) = (behind.next(), behind.next());
        let beside = |end: u32, start: u32| (end..start).all(|i| self.resolver.text.tokens[i as usize].is_word());
        let holder =
            first.zip(second).filter(|(one, other)| beside(one.tokens.end, other.tokens.start)).map(|(_, m)| m);
        let personal = first.into_iter().chain(holder).any(|m| person(m.entity));
        // "Lee spoke while on a trip to Peru": one's own.
        let trip = codes::TRIPS.contains(&&*self.rule.code.cameo);
        // "our talks with Peru": those of who says so.
        if personal || !told && (trip || first.is_none()) || !syntax.groups[own].owner.is_empty() {
            return;
        }
        for actor in speakers.iter_mut().filter(|a| person(a.entity)) {
            if let Some(entity) = self.resolver.discourse.represented(actor.entity) {
                *actor = Actor { entity, via: Some(Via::Office), ..*actor };
            }
        }
        // "Corden said talks with Acme would go on": a single word that no list knows may be a firm.
        let bare = |entity| {
            let short = |m: &Mention| m.tokens.len() == 1 && m.title.is_empty();
            mentions.entity(entity).entry.is_none() && self.resolver.named(entity).all(short)
        };
        speakers.retain(|a| !told || !person(a.entity) || bare(a.entity));
    }

    /// Binds the subject of a verb above the clause; "Ann Lee said the deal with Acme" is no deal of hers.
    pub(super) fn bind_above(&mut self, role: Role, above: &'a [u32], many: bool) -> bool {
        if self.bind(role, above, 0, many).is_none() {
            return false;
        }
        let says = |v: &Verb| {
            let main = v.main as usize;
            let quotes = self.resolver.text.key(main) == const { Key::of_ascii("quoted") };
            v.subject == above.first().copied() && (quotes || lexical::is_sayer(self.resolver.text.key(main)))
        };
        if self.resolver.syntax.verbs.iter().any(says)
            && let Some(mut binding) = self.bindings.pop()
        {
            if self.rule.is_contact() {
                self.stand_beside(&mut binding.actors);
            }
            self.stand_for(&mut binding.actors);
            let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
            let bound = |a: &Actor| self.bindings.iter().flat_map(|b| &b.actors).any(|o| o.entity == a.entity);
            let fits = |a: &Actor| spec.types.contains(&self.resolver.mentions.entity(a.entity).entity_type);
            // "The paper said the deal with Acme": who reports it is no party.
            binding.actors.retain(|a| fits(a) && !bound(a) && !self.resolver.is_press(a.entity));
            if binding.actors.is_empty() {
                return false;
            }
            self.bindings.push(binding);
        }
        true
    }
}
