//! Actors for the elements of a pattern: at their place, as owner, as subject.

use crate::clause::{GroupKind, Verb, VerbForm, lexical};
use crate::gazetteer::EntityType;
use crate::reference::Actor;
use crate::rule::Role;

use super::super::frame::is_beside;
use super::super::lists::list;
use super::{Binding, Walk};

impl<'a> Walk<'a> {
    /// Binds the list of actors at a slot; the slot after it.
    pub(super) fn bind(&mut self, role: Role, groups: &'a [u32], slot: usize, many: bool) -> Option<usize> {
        if slot >= groups.len() {
            return None;
        }
        if self.stands_apart(groups[slot] as usize) {
            return None;
        }
        let (mut actors, end) = self.list_at(groups, slot, many);
        let spec = self.rule.roles.iter().find(|s| s.role == role)?;
        if slot == 0 && many && !self.frame.subject.is_empty() && groups.starts_with(&self.frame.subject) {
            self.join_company(&mut actors);
            // "Peru or Chile will launch a bid": one of them, not both.
            if spec.min > 1 && self.are_alternatives(&self.frame.subject) {
                actors.truncate(1);
            }
        }
        // "arrived in Amman": where others only tell of a place, a visit goes to it.
        if role == Role::Destination && actors.is_empty() {
            actors.extend(self.resolver.destination(groups[slot] as usize));
        }
        actors.retain(|a| spec.types.contains(&self.resolver.mentions.entity(a.entity).entity_type));
        // "welcomed Lee's decision to name Ek": what is welcomed is the decision.
        if slot > self.cells[self.trigger.0].slot as usize && self.resolver.is_effort(groups[slot] as usize) {
            actors.clear();
        }
        // "Peru will pull its ships out of Chile": nobody acts with himself, so whoever comes next.
        let bound = |a: &Actor| self.bindings.iter().flat_map(|b| &b.actors).any(|o| o.entity == a.entity);
        if actors.iter().all(bound) {
            self.unknown = true;
            return None;
        }
        self.bindings.push(Binding { role, actors });
        Some(end)
    }

    /// The list of actors at a slot; the slot after it. "Peru, | together with | Chile,": where the trigger joins a list, it parts it.
    fn list_at(&self, groups: &'a [u32], slot: usize, many: bool) -> (Vec<Actor>, usize) {
        let (actors, end) = self.lists.read(self.resolver, groups, slot, many);
        let trigger = self.cells[self.trigger.0].slot as usize;
        let parts = groups.len() == self.frame.groups.len() && slot < trigger && trigger < end;
        if parts && is_beside(&self.resolver.text, self.resolver.syntax, groups[trigger]) {
            return list(self.resolver, &groups[..trigger], slot, many);
        }
        (actors, end)
    }

    /// Whether the groups of a list are joined by "or".
    fn are_alternatives(&self, groups: &[u32]) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        groups
            .iter()
            .map(|&g| &syntax.groups[g as usize])
            .any(|g| g.kind == GroupKind::Coordinator && matches!(text.word(g.tokens.start as usize), "or" | "nor"))
    }

    /// "spoke of talks, with Ann Lee saying", "with Ann Lee named as head": who only does, or has done to her, what the
    /// participle tells.
    fn stands_apart(&self, g: usize) -> bool {
        let syntax = self.resolver.syntax;
        let Some(with) = syntax.groups[g].preposition.map(|p| p as usize).filter(|&p| p + 1 == g && p > 0) else {
            return false;
        };
        let comma = syntax.groups[with - 1].kind == GroupKind::Comma;
        let apart = comma || with > self.group_number() + 1;
        // "with Ann Lee invited to Peru", "with Acme Steel calling Best Iron its partner": of that itself they are part.
        let own = self.frame.subject.contains(&(g as u32)) || g + 1 == self.group_number();
        let tells = |v: &Verb| match v.form {
            VerbForm::Gerund => self.rule.is_contact() || !own,
            VerbForm::Participle => comma && !own,
            _ => false,
        };
        let does = |v: &Verb| v.subject == Some(g as u32) && tells(v) && v.group as usize == g + 1;
        apart
            && self.resolver.text.word(syntax.groups[with].tokens.start as usize) == "with"
            && syntax.verbs.iter().any(does)
    }

    /// "Ann Lee visited Peru along with Bo Ek": a person whom no other person stands beside goes with the subject.
    fn join_company(&self, subject: &mut Vec<Actor>) {
        let trigger = self.cells[self.trigger.0].slot as usize;
        let Some(join) = self.frame.company.filter(|&join| trigger < join) else { return };
        let person = |a: &Actor| self.resolver.mentions.entity(a.entity).entity_type == EntityType::Person;
        let (beside, _) = self.lists.read(self.resolver, &self.frame.groups, join - 1, false);
        let (more, _) = self.lists.read(self.resolver, &self.frame.groups, join + 1, true);
        if subject.iter().chain(&more).all(person) && !beside.iter().any(person) {
            more.into_iter().for_each(|a| {
                if subject.iter().all(|s| s.entity != a.entity) {
                    subject.push(a);
                }
            });
        }
    }

    pub(super) fn group_number(&self) -> usize {
        self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize
    }

    /// "a tour, which included talks": the verb before the trigger says nothing of who acts.
    pub(super) fn tells_of_things(&self) -> bool {
        let verb = (0..self.trigger.0).rev().find(|&p| self.group(p).is_some_and(|g| g.kind == GroupKind::Verb));
        verb.and_then(|p| self.group(p))
            .is_some_and(|g| lexical::is_containing(self.resolver.text.key(g.head as usize)))
    }

    /// "a link between Acme and Best in talks with Corden", "a letter this week from Lee to Ek": whose the thing is, is said
    /// behind it.
    pub(super) fn is_between(&self) -> bool {
        let syntax = self.resolver.syntax;
        let own = self.group_number();
        let behind = syntax.groups.get(own + 1);
        let sent = || {
            let mut after = syntax.groups[own + 1..].iter().skip_while(|k| k.kind == GroupKind::Date);
            let (from, sender) = (after.next()?, after.next()?);
            let letter =
                matches!(self.resolver.text.word(self.cells[self.trigger.0].token as usize), "letter" | "message");
            let named = self.resolver.is_named(sender.head as usize);
            Some(letter && named && self.resolver.text.word(from.tokens.start as usize) == "from")
        };
        if sent().unwrap_or(false) {
            return true;
        }
        !self.rule.is_contact()
            && behind.is_some_and(|p| {
                let word = self.resolver.text.word(p.tokens.start as usize);
                p.kind == GroupKind::Preposition && matches!(word, "between" | "among")
            })
    }

    /// "a team responsible for talks": what an adjective takes is not what the subject does.
    pub(super) fn hangs_on_adjective(&self) -> bool {
        let syntax = self.resolver.syntax;
        let group = &syntax.groups[self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize];
        let before = group.preposition.and_then(|p| syntax.before(p as usize));
        // "is interested in talks" is: its adjective follows a verb.
        let of_noun = |k: usize| syntax.before(k).is_some_and(|b| syntax.groups[b].kind == GroupKind::Noun);
        before.is_some_and(|k| syntax.groups[k].kind == GroupKind::Adjective && of_noun(k))
    }
}
