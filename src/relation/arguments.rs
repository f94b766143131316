//! From what a pattern binds to the arguments of a relation: each actor once, states and bodies for those who speak for
//! them, and nobody who cannot take part.

use std::ops::Range;

use crate::gazetteer::EntityType;
use crate::mention::{EntityId, Form, is_legal_form};
use crate::reference::{Actor, Anchor, Resolver, Via};
use crate::rule::{Role, Rule, codes};
use crate::text::TokenRange;

use super::walk::Binding;

mod contest;
mod label;
mod nobody;
mod origin;
mod traveller;
mod unfit;

pub(crate) use unfit::Unfit;

/// Plurals that call states and bodies, never the persons who speak for them.
const SIDES: [&str; 6] = ["sides", "countries", "nations", "states", "governments", "neighbours"];

/// The arguments of a match.
pub(super) fn arguments(
    resolver: &Resolver<'_>,
    rule: &Rule,
    bindings: &[Binding],
    trigger: TokenRange,
) -> Result<Vec<(Role, Actor)>, Unfit> {
    let mut arguments = Arguments { resolver, rule, all: Vec::new() };
    let speaks_for = arguments.bind(bindings);
    arguments.join_partners(trigger);
    if speaks_for && arguments.are_uneven() {
        return Err(Unfit::Uneven);
    }
    if speaks_for && arguments.are_torn(bindings) {
        return Err(Unfit::Torn);
    }
    if arguments.are_asked(bindings) {
        return Err(Unfit::Asked);
    }
    if rule.is_contact()
        && let Some(word) = arguments.play(trigger)
    {
        return Err(Unfit::Played(word));
    }
    if &*rule.code.cameo == codes::CALL
        && let Some(words) = label::label(resolver, trigger, arguments.are_behind(trigger))
    {
        return Err(Unfit::Label(words));
    }
    arguments.leave_tellers();
    if arguments.are_clubs() {
        return Err(Unfit::Clubs);
    }
    if arguments.are_mixed(bindings) {
        return Err(Unfit::Mixed);
    }
    if &*rule.code.cameo == codes::VISIT {
        arguments.aim_at_states();
        arguments.leave_unknown_aims();
        arguments.leave_new_jobs(trigger);
        arguments.leave_private_visitors();
        arguments.leave_unmoved();
        arguments.leave_unknown_travellers();
        arguments.leave_emigrants(trigger);
        arguments.leave_modifiers(trigger);
    }
    arguments.leave_things(trigger);
    arguments.leave_speakers();
    arguments.leave_courts();
    arguments.leave_markets(trigger);
    arguments.leave_waters();
    arguments.leave_continents();
    arguments.leave_sights();
    arguments.leave_homes();
    arguments.leave_own_states();
    arguments.leave_own_arms();
    arguments.leave_own_bodies();
    arguments.leave_own_parts();
    arguments.leave_homes_of_ventures(trigger);
    arguments.leave_products(trigger);
    let full = |spec: &crate::rule::RoleSpec| {
        let bound = bindings.iter().any(|b| b.role == spec.role);
        !bound || arguments.all.iter().filter(|(role, _)| *role == spec.role).count() >= spec.min
    };
    let enough = rule.roles.iter().all(full) && arguments.all.len() > 1;
    if enough { Ok(arguments.all) } else { Err(Unfit::TooFew) }
}

/// The arguments so far.
struct Arguments<'a> {
    resolver: &'a Resolver<'a>,
    rule: &'a Rule,
    all: Vec<(Role, Actor)>,
}

impl Arguments<'_> {
    /// Whether one stands behind the trigger.
    fn are_behind(&self, trigger: TokenRange) -> bool {
        let first = |a: &Actor| match a.anchor {
            Anchor::Mention(m) => self.resolver.mentions.mentions[m as usize].tokens.start,
            Anchor::Words(words) => words.start,
        };
        self.all.iter().any(|(_, a)| first(a) >= trigger.end)
    }

    fn type_of(&self, actor: &Actor) -> EntityType {
        self.resolver.mentions.entity(actor.entity).entity_type
    }

    /// Takes every actor once; whether persons stand for whom they speak for.
    fn bind(&mut self, bindings: &[Binding]) -> bool {
        let mut actors = bindings.iter().flat_map(|b| &b.actors);
        // "Ek and his ally Bo Orr" are persons as well.
        let works = &*self.rule.code.cameo == codes::COOPERATION;
        let named = |a: &Actor| {
            (a.via.is_none() || works && a.via == Some(Via::Pronoun)) && self.type_of(a) == EntityType::Person
        };
        // "Lee and Ek spoke of cooperation": where one of two persons speaks for nobody known, they are meant themselves; ties
        // (CAMEO 050) are of no persons.
        let mut all = bindings.iter().flat_map(|b| &b.actors);
        let alone = |a: &Actor| self.resolver.discourse.represented(a.entity).is_none() || self.is_bare_word(a);
        let persons = all.clone().all(|a| self.type_of(a) == EntityType::Person);
        let speaks_for = self.rule.speaks_for
            && !(self.rule.personal && actors.all(named))
            && !(persons && &*self.rule.code.cameo == codes::COOPERATION && all.any(alone));
        for binding in bindings {
            for actor in &binding.actors {
                let mut actor = *actor;
                if (speaks_for || self.is_side(&actor))
                    && self.type_of(&actor) == EntityType::Person
                    && !self.is_bare_word(&actor)
                    && let Some(represented) = self.resolver.discourse.represented(actor.entity)
                    && !self.is_of_home(represented, bindings)
                {
                    actor.entity = self.state_of_party(represented, bindings);
                    actor.via = Some(Via::Office);
                }
                self.add(binding.role, actor);
            }
        }
        speaks_for
    }

    /// "the Peruvian Green Party's ties with Lee", who is Peruvian: a party has ties with the person, not with its own state.
    fn is_of_home(&self, state: EntityId, bindings: &[Binding]) -> bool {
        let discourse = self.resolver.discourse;
        let of = |a: &Actor| {
            let body = self.type_of(a) == EntityType::Organization;
            body && self.resolver.is_party(a.entity) && discourse.country(a.entity) == Some(state)
        };
        discourse.country(state) == Some(state) && bindings.iter().flat_map(|b| &b.actors).any(of)
    }

    /// "Peru's president and Communist Party leader Bo Ek of Chile": beside a state the leader of a party speaks for the other
    /// state.
    fn state_of_party(&self, represented: EntityId, bindings: &[Binding]) -> EntityId {
        let (resolver, discourse) = (self.resolver, self.resolver.discourse);
        let party = resolver.is_party(represented);
        let Some(own) = discourse.country(represented).filter(|own| party && *own != represented) else {
            return represented;
        };
        let state = |a: &Actor| {
            let speaks_for = if self.type_of(a) == EntityType::Person { discourse.represented(a.entity) } else { None };
            let of = speaks_for.unwrap_or(a.entity);
            of != own && discourse.country(of) == Some(of)
        };
        if bindings.iter().flat_map(|b| &b.actors).any(state) { own } else { represented }
    }

    /// "the two sides cooperate": those for whom the persons named before speak.
    fn is_side(&self, actor: &Actor) -> bool {
        let Anchor::Words(tokens) = actor.anchor else { return false };
        !self.rule.is_contact() && SIDES.contains(&self.resolver.text.word(tokens.end as usize - 1))
    }

    fn add(&mut self, role: Role, actor: Actor) {
        if self.all.iter().all(|(_, a)| a.entity != actor.entity && !self.is_same_firm(a, &actor)) {
            self.all.push((role, actor));
        }
    }

    /// "Acme" and "Acme Steel Corp.": one firm in two spellings that the text never set equal.
    fn is_same_firm(&self, one: &Actor, other: &Actor) -> bool {
        let text = self.resolver.text;
        let words = |a: &Actor| {
            let named = self.resolver.named(a.entity).find(|m| m.form == Form::Name);
            named.map_or(0..0, |m| m.tokens.range())
        };
        let begins = |short: &Range<usize>, long: &Range<usize>| {
            !short.is_empty()
                && short.len() < long.len()
                && short.clone().zip(long.clone()).all(|(i, k)| text.key(i) == text.key(k))
                && is_legal_form(text.word(long.end - 1))
        };
        if self.type_of(one) != EntityType::Organization || self.type_of(other) != EntityType::Organization {
            return false;
        }
        let (one, other) = (words(one), words(other));
        begins(&one, &other) || begins(&other, &one)
    }

    /// "“We signed a treaty,” he said": with those told of before, where nobody else is named.
    fn join_partners(&mut self, trigger: TokenRange) {
        let [(role, one)] = self.all[..] else { return };
        let we = match one.anchor {
            Anchor::Words(tokens) => matches!(self.resolver.text.word(tokens.start as usize), "We" | "we"),
            Anchor::Mention(_) => false,
        };
        let spec = self.rule.roles.iter().find(|s| s.role == role).filter(|_| we);
        let Some(spec) = spec else { return };
        let others = self.resolver.discourse.with(one.entity, self.resolver.text.sentence_of(trigger.start as usize));
        let body = !self.rule.is_contact() && self.type_of(&one) != EntityType::Person;
        for mut other in others.iter().filter(|a| spec.types.contains(&self.type_of(a))).copied().collect::<Vec<_>>() {
            // "our cooperation" is of the states of both.
            if body
                && self.type_of(&other) == EntityType::Person
                && let Some(represented) = self.resolver.discourse.represented(other.entity)
            {
                other = Actor { entity: represented, via: Some(Via::Office), ..other };
            }
            self.add(role, other);
        }
    }

    /// A paper is told, and meets nobody; "its deal" is not that of the paper that reports it.
    fn leave_tellers(&mut self) {
        let meets = self.rule.is_contact();
        let resolver = self.resolver;
        let meant = |a: &Actor| meets || matches!(a.via, Some(Via::Pronoun | Via::Nominal));
        self.all.retain(|(_, a)| !(meant(a) && resolver.is_press(a.entity)));
    }

    /// "an agreement between Corden and Acme Steel": a single word that no list knows may be a firm.
    fn is_bare_word(&self, actor: &Actor) -> bool {
        let mentions = self.resolver.mentions;
        let unlisted = mentions.entity(actor.entity).entry.is_none() && actor.via.is_none();
        unlisted && self.resolver.named(actor.entity).all(|m| m.tokens.len() == 1 && m.title.is_empty())
    }

    /// "visited the Lost City": a place that no list knows is no actor.
    fn leave_unknown_aims(&mut self) {
        let mentions = self.resolver.mentions;
        let unknown = |a: &Actor| {
            let entity = mentions.entity(a.entity);
            entity.entity_type == EntityType::Place && entity.entry.is_none()
        };
        let club = |a: &Actor| self.resolver.is_club(a.entity);
        self.all.retain(|(role, a)| *role != Role::Destination || !unknown(a) && !club(a));
    }

    /// "The Peruvian minister visited Santiago": who comes from abroad visits the state.
    fn aim_at_states(&mut self) {
        let discourse = self.resolver.discourse;
        let visitors: Vec<EntityId> =
            self.all.iter().filter(|(role, _)| *role == Role::Visitor).map(|(_, a)| a.entity).collect();
        let foreign = |state: EntityId| visitors.iter().any(|v| discourse.country(*v).is_some_and(|own| own != state));
        for (role, mut actor) in std::mem::take(&mut self.all) {
            let town = role == Role::Destination && self.type_of(&actor) == EntityType::Place;
            let state = discourse.country(actor.entity).filter(|s| town && *s != actor.entity && foreign(*s));
            if let Some(entity) = state {
                actor = Actor { entity, via: Some(Via::Metonym), ..actor };
            }
            self.add(role, actor);
        }
    }

    /// "sent ships to the Gulf": a sea takes no part; one may go there.
    fn leave_waters(&mut self) {
        let resolver = self.resolver;
        self.all.retain(|(role, a)| *role == Role::Destination || !resolver.is_water(a.entity));
    }

    /// "toured North America", "the Asian summit": nobody meets a continent; "was in the Far East": nor visits a region
    /// across states.
    fn leave_continents(&mut self) {
        let (resolver, meets) = (self.resolver, self.rule.is_contact());
        let land = |role: Role, a: &Actor| {
            let goal = matches!(role, Role::Destination | Role::Visitor | Role::Host);
            resolver.is_continent(a.entity) || goal && resolver.is_land_of_states(a.entity)
        };
        self.all.retain(|(role, a)| !meets || !land(*role, a));
    }

    /// A town of one's own country is no visit; to a state goes who comes from another.
    fn leave_homes(&mut self) {
        let discourse = self.resolver.discourse;
        let own = |town: EntityId| {
            let Some(country) = discourse.country(town) else { return false };
            // Whose country is not told is taken to be at home in the towns of the text's country.
            let of = |visitor| {
                if country == town {
                    discourse.stated_country(visitor)
                } else {
                    discourse.country(visitor).or(discourse.home())
                }
            };
            // Of a visitor of no known country nobody knows that the town is abroad.
            let at_home = |visitor| of(visitor).map_or(country != town, |own| own == country);
            self.all.iter().any(|(role, a)| *role == Role::Visitor && at_home(a.entity))
        };
        // "visited his firm's new office"
        let office = |body| {
            self.all.iter().any(|(role, a)| *role == Role::Visitor && discourse.represented(a.entity) == Some(body))
        };
        let homes: Vec<EntityId> = self
            .all
            .iter()
            .filter(|(role, a)| {
                let place = self.type_of(a) == EntityType::Place;
                *role == Role::Destination && if place { own(a.entity) } else { office(a.entity) }
            })
            .map(|(_, a)| a.entity)
            .collect();
        self.all.retain(|(_, a)| !homes.contains(&a.entity));
    }

    /// A person and the country the person speaks for are not two.
    fn leave_own_states(&mut self) {
        let discourse = self.resolver.discourse;
        let persons: Vec<EntityId> = self
            .all
            .iter()
            .map(|(_, a)| a)
            .filter(|a| self.type_of(a) == EntityType::Person)
            .map(|a| a.entity)
            .collect();
        self.all.retain(|(role, a)| {
            // "the Japanese minister" is another minister than one whose country is only presumed.
            let other = *role == Role::Destination || matches!(a.via, Some(Via::Office | Via::Demonym));
            let speaks = |p| if other { discourse.stated_country(p) } else { discourse.country(p) };
            !persons.iter().any(|p| *p != a.entity && speaks(*p) == Some(a.entity))
        });
    }
}
