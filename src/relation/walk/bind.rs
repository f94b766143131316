//! Actors for the elements of a pattern: at their place, as owner, as subject.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Link, Verb, VerbForm, lexical};
use crate::gazetteer::EntityType;
use crate::mention::is_kin;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::reference::{Actor, Via};
use crate::rule::Role;
use crate::text::{Key, Tag, inflect};

use super::super::attitude;
use super::told::TRIPS;
use super::{Binding, Walk};

/// Who stands apart from, or against, those whose they are.
static OTHERS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys("client competitor creditor customer enemy foe opponent rebel rival shareholder stockholder")
});

impl<'a> Walk<'a> {
    /// Binds the list of actors at a slot; the slot after it.
    pub(super) fn bind(&mut self, role: Role, groups: &'a [u32], slot: usize, many: bool) -> Option<usize> {
        if slot >= groups.len() {
            return None;
        }
        if self.stands_apart(groups[slot] as usize) {
            return None;
        }
        let (mut actors, end) = self.lists.read(self.resolver, groups, slot, many);
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

    /// Whether the groups of a list are joined by "or".
    fn are_alternatives(&self, groups: &[u32]) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        groups
            .iter()
            .map(|&g| &syntax.groups[g as usize])
            .any(|g| g.kind == GroupKind::Coordinator && matches!(text.word(g.tokens.start as usize), "or" | "nor"))
    }

    /// "Peru told the firm to form a venture with Acme Steel": whoever bids others act takes no part.
    pub(super) fn is_bidden(&self) -> bool {
        let syntax = self.resolver.syntax;
        let Some(&first) = self.frame.subject.first() else { return false };
        let own = self.group_number() as u32;
        syntax.verbs.iter().filter(|v| v.link == Link::Infinitive && v.subject == Some(first) && v.group <= own).any(
            |v| {
                let above = v.governor.map(|g| syntax.verbs[g as usize]);
                above.is_some_and(|a| {
                    first > a.group && v.group > first && lexical::is_causer(self.resolver.text.key(a.main as usize))
                })
            },
        )
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

    /// Whether the trigger is what the clause is about: "The talks with Ek were useful".
    pub(super) fn is_subject(&self) -> bool {
        let own = self.frame.groups[self.cells[self.trigger.0].slot as usize];
        self.frame.subject.first() == Some(&own)
    }

    /// Binds who says so in the same sentence; a person only where `persons` may be meant.
    pub(super) fn bind_speaker(&mut self, role: Role, persons: bool) -> bool {
        let syntax = self.resolver.syntax;
        let own = syntax.groups[self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize].clause;
        let said = |v: &&crate::clause::Verb| {
            lexical::is_sayer(self.resolver.text.key(v.main as usize))
                && syntax.groups[v.group as usize].clause != own
                && v.link == crate::clause::Link::Main
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
        let trip = TRIPS.contains(&&*self.rule.code.cameo);
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
            let short = |m: &crate::mention::Mention| m.tokens.len() == 1 && m.title.is_empty();
            mentions.entity(entity).entry.is_none() && self.resolver.named(entity).all(short)
        };
        speakers.retain(|a| !told || !person(a.entity) || bare(a.entity));
    }

    /// Binds the subject of a verb above the clause; "Ann Lee said the deal with Acme" is no deal of hers.
    pub(super) fn bind_above(&mut self, role: Role, above: &'a [u32], many: bool) -> bool {
        if self.bind(role, above, 0, many).is_none() {
            return false;
        }
        let says = |v: &crate::clause::Verb| {
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

    /// "the Pope's trip": the owner goes on it, not the subject of the clause.
    pub(super) fn is_owned(&self) -> bool {
        let syntax = self.resolver.syntax;
        let group = &syntax.groups[self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize];
        if group.owner.is_empty() {
            return false;
        }
        // "During his visit, Lee and his host signed": his alone, not that of both.
        let several = self.frame.subject.iter().any(|&g| syntax.groups[g as usize].kind == GroupKind::Coordinator);
        let owner = group.owner.end as usize - 1;
        let his = || matches!(self.resolver.text.word(owner), "his" | "her" | "His" | "Her");
        syntax.tag(owner) == Tag::Possessive
            || several && his() && !self.resolver.owner(self.group_number(), owner + 1).is_empty()
    }

    /// "The Greens were banned for an alliance with Ek": whether the trigger hangs on a verb that tells what is done to
    /// somebody known or named, by whom it does not say.
    pub(super) fn is_acted_upon(&self) -> bool {
        let (resolver, syntax) = (self.resolver, self.resolver.syntax);
        let own = self.group_number();
        let Some(&patient) = self.frame.patient.first().filter(|&&g| (g as usize) < own) else { return false };
        let group = &syntax.groups[patient as usize];
        let head = group.head as usize;
        let finite = |v: &Verb| v.subject == Some(patient) && v.passive && v.form == VerbForm::Finite;
        // "was left out of the deal", "is sold under the deal with Acme"
        let apart = |p: u32| {
            let at = syntax.groups[p as usize].tokens.start as usize;
            let word = resolver.text.word(at);
            matches!(word, "from" | "under") || word == "of" && at > 0 && resolver.text.word(at - 1) == "out"
        };
        let called = matches!(
            calling_of(resolver.text.key(head)),
            Some((Calling::Office | Calling::Human | Calling::Staff | Calling::Organization, false))
        );
        syntax.groups[own].kind == GroupKind::Noun
            && !syntax.groups[own].preposition.is_some_and(apart)
            && syntax.verbs.iter().any(finite)
            && (resolver.is_named(head)
                || resolver.is_bare_name(patient as usize)
                || called && !resolver.group(patient as usize).actors.is_empty())
    }

    /// "The deal with Acme was approved by the court": who acts in the clause is no party.
    pub(super) fn is_judged(&self) -> bool {
        let syntax = self.resolver.syntax;
        let own = self.group_number();
        let verb = syntax
            .verbs
            .iter()
            .find(|v| v.group as usize > own && syntax.groups[v.group as usize].clause == syntax.groups[own].clause);
        let judged = verb.is_some_and(|v| v.passive && lexical::is_approving(self.resolver.text.key(v.main as usize)));
        judged && !self.rule.is_contact()
    }

    /// "Lee cited the deal with Acme", "Peru opposes the deal with Acme": who looks on from outside.
    pub(super) fn looks_on(&self) -> bool {
        let verb = (0..self.trigger.0).rev().find(|&p| self.group(p).is_some_and(|g| g.kind == GroupKind::Verb));
        let Some(group) = verb.and_then(|p| self.group(p)) else { return false };
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let own = self.group_number();
        let word = syntax.groups[own].preposition.map(|p| text.word(syntax.groups[p as usize].tokens.start as usize));
        let above = syntax.groups[own].preposition.and_then(|p| syntax.before(p as usize));
        // "hopes for a good end of the talks"
        let outcome = |n: usize| attitude::is_outcome(text.key(syntax.groups[n].head as usize));
        let key = text.key(group.head as usize);
        if word == Some("of") && above.is_some_and(outcome) && attitude::is_waiting(key) {
            return true;
        }
        let noun = syntax.groups[own].kind == GroupKind::Noun;
        let looks = attitude::is_looking_on(key) || !self.rule.is_contact() && attitude::is_opposing(key);
        // "The lawsuit will not affect the talks with Acme": a thing, so whoever stands above it holds them.
        let acts = self.is_somebody(&self.frame.subject)
            || self.frame.subject.first().is_some_and(|&g| !self.resolver.group(g as usize).actors.is_empty());
        noun && looks && acts && matches!(word, None | Some("to" | "on"))
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

    /// Binds those who own the thing that the clause is about.
    pub(super) fn bind_owner(&mut self, role: Role) -> bool {
        let Some(&first) = self.frame.subject.first() else { return false };
        let (syntax, resolver) = (self.resolver.syntax, self.resolver);
        let group = &syntax.groups[first as usize];
        let opener = syntax.before(first as usize).map(|k| syntax.groups[k].tokens.start as usize);
        let owned = !group.owner.is_empty() || opener.is_some_and(|i| resolver.text.word(i) == "whose");
        let mut actors = if owned { resolver.owner(first as usize, group.head as usize) } else { Vec::new() };
        let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
        actors.retain(|a| spec.types.contains(&resolver.mentions.entity(a.entity).entity_type));
        let found = !actors.is_empty();
        if found {
            self.bindings.push(Binding { role, actors });
        }
        found
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

    /// Whether a subject is somebody, if unknown: "the woman", "officials".
    pub(super) fn is_somebody(&self, subject: &[u32]) -> bool {
        let Some(&first) = subject.first() else { return false };
        let syntax = self.resolver.syntax;
        let group = &syntax.groups[first as usize];
        let head = group.head as usize;
        // "thwart Corden's plan to ally with Acme": the plan is of whom no list knows.
        let owner = group.owner.end as usize;
        let owned = group.owner.len() > 1
            && syntax.tag(owner - 1) == Tag::Possessive
            && syntax.tag(owner - 2) == Tag::Name
            && syntax.verbs.iter().any(|v| v.noun == Some(first));
        owned
            || calling_of(self.resolver.text.key(head)).is_some()
            || syntax.tag(head) == Tag::Pronoun
            // "The court wants Corden to end its deal with Acme": Corden's, whoever that is.
            || self.resolver.is_bare_name(first as usize)
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

    pub(super) fn owner(&mut self, role: Role, p: usize) -> bool {
        let Some(group) = self.group(p).filter(|g| g.kind == GroupKind::Noun) else { return false };
        // "visited her husband", "armed Peru's rebels": them, not her, not Peru.
        let head = group.head as usize;
        if !self.covers_trigger(p)
            && (is_kin(self.resolver.text.word(head)) || OTHERS.contains(&self.resolver.text.key(head)))
        {
            return false;
        }
        let g = self.frame.groups[self.cells[p].slot as usize];
        let until =
            if self.covers_trigger(p) { self.cells[self.trigger.0].token as usize } else { group.head as usize };
        let mut actors = match role {
            // "his Beijing visit": the owner goes, to what stands between.
            Role::Destination if !group.owner.is_empty() && self.covers_trigger(p) => {
                self.resolver.modifiers(g as usize, until)
            }
            _ => self.resolver.owner(g as usize, until),
        };
        if role == Role::Participant && self.covers_trigger(p) && !self.rule.is_contact() {
            self.join_partner(g as usize, until, &mut actors);
        }
        let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
        actors.retain(|a| spec.types.contains(&self.resolver.mentions.entity(a.entity).entity_type));
        if actors.is_empty() || self.covers_trigger(p) && self.is_nation(&actors) {
            return false;
        }
        // "Lee flew to Peru … Lee's visit": one of those who were told of before.
        if !self.rule.again.is_empty() {
            let told = |a: &Actor| self.bindings.iter().flat_map(|b| &b.actors).any(|o| o.entity == a.entity);
            return actors.iter().all(told);
        }
        self.bindings.push(Binding { role, actors });
        true
    }

    /// "its new Acme contract", "Peru's Chile pact": who has it, and with whom; but "its EU accord with Peru".
    fn join_partner(&self, g: usize, until: usize, owners: &mut Vec<Actor>) {
        let (resolver, syntax) = (self.resolver, self.resolver.syntax);
        let of_two = const { Key::each(["venture", "ventures"]) };
        let beside = resolver.is_named(until.saturating_sub(1));
        // "its Best Iron venture" is called so.
        if !beside || syntax.groups[g].head as usize != until || of_two.contains(&resolver.text.key(until)) {
            return;
        }
        let follows = syntax.groups.get(g + 1).is_some_and(|p| {
            matches!(resolver.text.word(p.tokens.start as usize), "with" | "between" | "among" | "of" | "to" | "by")
        });
        if syntax.groups[g].owner.is_empty() || owners.is_empty() || follows {
            return;
        }
        let type_of = |a: &Actor| resolver.mentions.entity(a.entity).entity_type;
        let states = owners.iter().all(|a| type_of(a) == EntityType::Place);
        let partners = resolver.modifiers(g, until).into_iter().filter(|a| match type_of(a) {
            EntityType::Organization => true,
            EntityType::Place => states && resolver.is_state(a.entity),
            EntityType::Person => false,
        });
        for partner in partners {
            if owners.iter().all(|a| a.entity != partner.entity) {
                owners.push(partner);
            }
        }
    }

    /// "Acme, the Peruvian partner in the venture": the nation of a firm is no partner of it.
    fn is_nation(&self, owners: &[Actor]) -> bool {
        let partner = const { Key::each(["partner", "partners"]) };
        let called = partner.contains(&self.resolver.text.key(self.cells[self.trigger.0].token as usize));
        let body = |a: &Actor| self.resolver.mentions.entity(a.entity).entity_type == EntityType::Organization;
        called
            && owners.iter().all(|a| a.via == Some(Via::Demonym))
            && self.bindings.iter().flat_map(|b| &b.actors).any(body)
    }
}
