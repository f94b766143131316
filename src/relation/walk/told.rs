//! Actors from before the clause: those of the event told last, the country the text is written from.

use std::iter;

use crate::clause::GroupKind;
use crate::gazetteer::EntityType;
use crate::mention::EntityId;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::reference::{Actor, Telling, Via};
use crate::rule::{Role, codes};
use crate::text::{Tag, TokenRange};

use super::{Binding, Walk};

/// What those who make a deal do before.
const TALKS: [&str; 16] = [
    "dialogue",
    "discuss",
    "discussed",
    "discussing",
    "discussions",
    "meet",
    "meeting",
    "met",
    "negotiate",
    "negotiated",
    "negotiating",
    "negotiation",
    "negotiations",
    "summit",
    "talking",
    "talks",
];

/// What those who make a deal are in.
const BARGAINING: [&str; 5] = ["bargaining", "consultations", "discussions", "negotiations", "talks"];

/// "the meeting" is one told at most this many sentences before.
const FARTHEST_MEETING: usize = 7;

/// A rival meeting is told at most this many sentences before the last.
const NEAREST_RIVAL: usize = 3;

/// "the deal" is one told at most this many sentences before.
const FARTHEST_DEAL: usize = 8;

/// "the visit", "their ties" are those told at most this many sentences before: they last.
const FARTHEST_TIE: usize = 15;

/// Most words between papers and the verb that tells of them.
const NEAREST_PAPER: usize = 3;

/// Several papers, of which "the deal" is none.
const PAPERS: [&str; 9] =
    ["accords", "agreements", "contracts", "covenants", "deals", "memorandums", "pacts", "treaties", "truces"];

/// Whether a noun says that some act together or get on, unlike a paper they sign.
fn is_deed(noun: &str) -> bool {
    ["operation", "boration", "ordination", "ties", "relation", "relations", "relationship", "links", "friendship"]
        .iter()
        .any(|end| noun.ends_with(end))
}

impl Walk<'_> {
    /// Binds those of the last event of the relation's type.
    pub(super) fn again(&mut self, role: Role) -> bool {
        let trigger = self.cells[self.trigger.0].token as usize;
        // "slow in meeting the needs": a deed of its own.
        let syntax = self.resolver.syntax;
        let deed = syntax.groups[syntax.group_of(trigger)].kind == GroupKind::Verb;
        if deed && self.resolver.text.word(trigger) == "meeting" {
            return false;
        }
        let sentence = self.resolver.text.sentence_of(trigger);
        let Some(told) = self.antecedent(sentence).map(|told| self.fullest(told)) else { return false };
        let last = &told.actors;
        // "the cocoa deal", told in words of cocoa, is that one, whatever was told since.
        let new = || !self.rule.is_topic() && self.kin(iter::once(told)).is_none() && self.is_new_since(told, last);
        if self.is_another(last) || self.goes_elsewhere(told) || self.tells_of_other_pair(last) || new() {
            return false;
        }
        let mut actors = last.clone();
        self.raise(&mut actors);
        // "Lee and Ek met … the accord": of those for whom they speak.
        let person = |a: &Actor| self.resolver.mentions.entity(a.entity).entity_type == EntityType::Person;
        if &*self.rule.code.cameo == codes::DEAL && told.code.starts_with(codes::CONTACT) && actors.iter().any(person) {
            return false;
        }
        self.bindings.push(Binding { role, actors });
        true
    }

    /// "Lee led the talks with Peru … the treaty": where a state is one of the parties, the person's state is the other.
    fn raise(&self, actors: &mut Vec<Actor>) {
        let resolver = self.resolver;
        let of = |a: &Actor| resolver.mentions.entity(a.entity).entity_type;
        // "Acme's chief Ann Lee made her peace with Best Iron … the deal": it is of the firms.
        if !self.rule.is_contact() && actors.iter().any(|a| of(a) == EntityType::Organization) {
            for actor in actors.iter_mut().filter(|a| of(a) == EntityType::Person) {
                let body = resolver.discourse.represented(actor.entity);
                if let Some(entity) = body.filter(|b| resolver.is_firm(*b)) {
                    *actor = Actor { entity, via: Some(Via::Office), ..*actor };
                }
            }
            let mut seen = Vec::new();
            actors.retain(|a| {
                let new = !seen.contains(&a.entity);
                seen.push(a.entity);
                new
            });
        }
        let state = |a: &Actor| resolver.discourse.country(a.entity) == Some(a.entity);
        if self.rule.is_contact() || !actors.iter().any(state) {
            return;
        }
        for actor in actors.iter_mut().filter(|a| of(a) == EntityType::Person) {
            let own = resolver.discourse.country(actor.entity).or(resolver.discourse.represented(actor.entity));
            if let Some(entity) = own {
                *actor = Actor { entity, via: Some(Via::Office), ..*actor };
            }
        }
    }

    /// The event that is told again: the last of the codes the rule asks for, else the last of the type, else the last at
    /// all. A deal or meeting is the last at all only where its sentence speaks of talks: "Peru and Chile signed after long
    /// talks"; a visit was told as a visit.
    fn antecedent(&self, sentence: usize) -> Option<&Telling> {
        let text = self.resolver.text;
        let deal = &*self.rule.code.cameo == codes::DEAL;
        let trip = self.rule.again.iter().any(|code| codes::TRIPS.contains(&&**code));
        let farthest = match (self.rule.is_contact(), deal) {
            (true, _) if !trip => FARTHEST_MEETING,
            (_, true) => FARTHEST_DEAL,
            _ => FARTHEST_TIE,
        };
        let recent = self.resolver.discourse.recent(sentence);
        // Where no other event was told of lately, "the pact" is that of the one however far it is.
        let mut others = recent.clone();
        let first = others.next();
        let single = others.all(|t| first.is_some_and(|f| is_of_same(&f.actors, &t.actors)));
        let near = || {
            let fresh = move |t: &&Telling| single || sentence <= t.sentence + farthest;
            let close = recent.clone().filter(move |t| fresh(t) || self.are_at_hand(sentence, &t.actors));
            close.filter(move |t| (!deal || self.is_paper(t)) && self.is_of_kind(t))
        };
        let end = self.cells[self.trigger.0].token as usize;
        let speaks_of_talks = |t: &&Telling| {
            let told = text.sentences[t.sentence].tokens.range();
            told.take_while(|i| *i < end).any(|i| TALKS.contains(&text.word(i)))
        };
        let kin = self.kin(near());
        let near = || near().filter(|t| kin.is_none_or(|word| self.tells(t, word)));
        let asked = self.nearest_of(sentence, near().filter(|t| self.rule.again.contains(&t.code)));
        // "met Lee to discuss a partnership": of those who meet in this sentence.
        if self.rule.is_topic() {
            return asked.filter(|t| t.sentence == sentence && !self.is_owned_elsewhere());
        }
        // "met Lee to review the bilateral ties": theirs, whoever else was told of before.
        let body = |a: &Actor| self.resolver.mentions.entity(a.entity).entity_type == EntityType::Organization;
        let contact = |t: &&Telling| {
            // "The visit to Peru will help bilateral ties": of a visitor whose state is known.
            let known = |a: &Actor| !body(a) && self.resolver.discourse.country(a.entity).is_some();
            let states = !codes::TRIPS.contains(&&*t.code) || t.actors.iter().all(known);
            t.code.starts_with(codes::CONTACT) && !self.calls_partners() && states
        };
        let here = || near().take_while(|t| t.sentence == sentence).find(contact);
        if &*self.rule.code.cameo == codes::TIES && asked.is_none_or(|t| t.sentence < sentence) && here().is_some() {
            return here();
        }
        if trip {
            return asked;
        }
        // "teamed up with Lee … the deal": two who work together have signed nothing yet.
        let person = |a: &Actor| self.resolver.mentions.entity(a.entity).entity_type == EntityType::Person;
        let like = |t: &&Telling| {
            t.relation == self.rule.relation && !self.is_trip(t) && !(deal && t.actors.iter().all(person))
        };
        asked.or_else(|| near().find(like)).or_else(|| {
            // "called Peru … the deal", "had no talks with Peru … the deal": of others.
            let made = |t: &&Telling| !deal || !t.denied && speaks_of_talks(t);
            // "the meeting" is one told as such; talks may lead to a deal.
            let bargains = BARGAINING.contains(&text.word(end));
            let met = |t: &&Telling| !self.rule.is_contact() || bargains && !self.is_trip(t) && speaks_of_talks(t);
            near().next().filter(|_| !self.calls_partners()).filter(made).filter(met)
        })
    }

    /// Of what was told the last, but one whose actors this sentence names sooner, and what was made or planned sooner than
    /// what was only sought.
    fn nearest_of<'t>(
        &self,
        sentence: usize,
        tellings: impl Iterator<Item = &'t Telling> + Clone,
    ) -> Option<&'t Telling> {
        let last = tellings.clone().next()?;
        let retold = tellings.clone().filter(|t| is_of_same(&t.actors, &last.actors));
        let others = tellings.filter(|t| !is_of_same(&t.actors, &last.actors));
        if self.rule.is_topic() || last.sentence == sentence || others.clone().next().is_none() {
            return Some(last);
        }
        let named_of = |t: &Telling| self.named_of(sentence, sentence, &t.actors);
        let names = |t: &Telling| named_of(t) > 1;
        if names(last) {
            return Some(last);
        }
        // "Acme met Best. Corden met Best, too. Acme was silent after the talks.": those of Acme.
        if self.rule.is_contact() && named_of(last) == 0 {
            let made = |t: &&Telling| !t.possible && !t.denied && t.sentence + NEAREST_RIVAL >= last.sentence;
            let taking_part = others.clone().filter(made).find(|t| named_of(t) > 0);
            if taking_part.is_some() {
                return taking_part;
            }
            // "Acme met Best. Corden met Dale. Ek met Lee. … The meeting": any of them, but where one was told right before or
            // more than once.
            let second = others.clone().next();
            let third = |t: &Telling| second.is_some_and(|s| !is_of_same(&s.actors, &t.actors));
            let stands_out = last.sentence + 1 >= sentence || retold.take(2).count() > 1;
            if !self.owner_asked && !stands_out && others.clone().any(third) {
                return None;
            }
        }
        let (mut firm, mut named) = (None, None);
        for other in others {
            named = named.or(Some(other).filter(|t| names(t)));
            firm = firm.or(Some(other).filter(|t| !t.possible && !t.denied));
        }
        let deal = &*self.rule.code.cameo == codes::DEAL;
        named.or(firm.filter(|_| deal && last.possible)).or(Some(last))
    }

    /// Whether what was told may be the one deal meant: of several deals it is none, nor is what some agree to be so.
    fn is_paper(&self, told: &Telling) -> bool {
        let text = self.resolver.text;
        let trigger = self.cells[self.trigger.0].token as usize;
        let one = !PAPERS.contains(&text.word(trigger));
        let first = told.trigger.start as usize;
        // "negotiated deals", "deals they have signed", "bought Acme and Best Iron"
        let end = (told.trigger.end as usize + 1).min(text.tokens.len());
        let many = (first.saturating_sub(NEAREST_PAPER)..end).any(|i| PAPERS.contains(&text.word(i)))
            || &*told.code == codes::PURCHASE && told.actors.len() > 2;
        // "agree that trade is good"
        let opinion = matches!(text.word(first), "agree" | "agrees") && text.word(end - 1) == "that";
        // "Corden", a town, with a firm or state: most often a firm whose name is cut short.
        let cut = told.actors.iter().any(|a| self.is_of_town(a)) && !told.actors.iter().all(|a| self.is_of_town(a));
        let unlike = one && many || opinion || cut;
        !unlike && &*told.code != codes::TIES
    }

    /// Whether an actor is a place that is no state.
    fn is_of_town(&self, actor: &Actor) -> bool {
        let resolver = self.resolver;
        let place = resolver.mentions.entity(actor.entity).entity_type == EntityType::Place;
        place && resolver.discourse.country(actor.entity) != Some(actor.entity) && !resolver.is_continent(actor.entity)
    }

    /// Whether two of some actors are named in this sentence or the last two: what they did long before is spoken of still.
    fn are_at_hand(&self, sentence: usize, actors: &[Actor]) -> bool {
        self.are_named(sentence.saturating_sub(2), sentence, actors)
    }

    /// Whether some sentences name two of some actors.
    fn are_named(&self, first: usize, last: usize, actors: &[Actor]) -> bool {
        self.named_of(first, last, actors) > 1
    }

    /// How many of some actors some sentences name.
    fn named_of(&self, first: usize, last: usize, actors: &[Actor]) -> usize {
        let (text, mentions) = (self.resolver.text, self.resolver.mentions);
        let (first, last) = (text.sentences[first].tokens.start as usize, text.sentences[last].tokens.end as usize);
        let named = &mentions.mentions[mentions.within(TokenRange::new(first, last))];
        actors.iter().filter(|a| named.iter().any(|m| m.entity == a.entity)).count()
    }

    /// "a partnership with Acme", "links between schools", "the alliance": not of those who meet as they speak of it.
    fn is_owned_elsewhere(&self) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let trigger = self.cells[self.trigger.0].token as usize;
        let g = syntax.group_of(trigger);
        let preposition = syntax.groups.get(g + 1).filter(|p| p.kind == GroupKind::Preposition);
        let behind = preposition.map_or("", |p| text.word(p.tokens.start as usize));
        let first = text.word(syntax.groups[g].tokens.start as usize);
        let thing = self.calls_partners() || syntax.groups[g].head as usize == trigger && !is_deed(text.word(trigger));
        matches!(behind, "with" | "between" | "among" | "to" | "from")
            || thing && matches!(first, "the" | "this" | "that")
    }

    /// "met Lee and Orr in the presence of Orr": of what one sentence told, the telling that names most.
    fn fullest<'t>(&'t self, told: &'t Telling) -> &'t Telling {
        let holds = |more: &&Telling| {
            let within = |one: &Actor| more.actors.iter().any(|a| a.entity == one.entity);
            more.sentence == told.sentence && more.relation == told.relation && told.actors.iter().all(within)
        };
        self.resolver.discourse.recent(told.sentence).filter(holds).max_by_key(|t| t.actors.len()).unwrap_or(told)
    }

    /// "the partnership": of partners, not of those who only talked.
    fn calls_partners(&self) -> bool {
        let word = self.resolver.text.word(self.cells[self.trigger.0].token as usize);
        matches!(word, "partnership" | "alliance" | "venture")
    }

    /// Whether persons only went to a place: nobody met them there as yet.
    fn is_trip(&self, told: &Telling) -> bool {
        let of = |wanted: EntityType| {
            told.actors.iter().any(|a| self.resolver.mentions.entity(a.entity).entity_type == wanted)
        };
        codes::TRIPS.contains(&&*told.code) && of(EntityType::Place) && of(EntityType::Person)
    }

    /// Binds the country the text is written from to the states bound before, where nobody else may act with them: "Talks
    /// with Peru were held".
    pub(super) fn home(&mut self, role: Role) -> bool {
        let (resolver, trigger) = (self.resolver, self.cells[self.trigger.0].token as usize);
        let discourse = resolver.discourse;
        let Some(home) = discourse.home() else { return false };
        let state = |e: EntityId| discourse.country(e) == Some(e) && e != home;
        let mut actors: Vec<Actor> = self.bindings.iter().flat_map(|b| b.actors.iter().copied()).collect();
        if actors.is_empty() || !actors.iter().all(|a| state(a.entity)) || self.is_of_no_state() {
            return false;
        }
        // "his ties with Peru": a person's.
        let owner = resolver.syntax.groups[resolver.syntax.group_of(trigger)].owner;
        if owner.range().any(|i| matches!(resolver.text.word(i), "his" | "her" | "my" | "His" | "Her" | "My")) {
            return false;
        }
        let home = Actor::nominal(home, TokenRange::new(trigger, trigger + 1));
        actors.push(home);
        if self.names_another(&actors) {
            return false;
        }
        self.bindings.push(Binding { role, actors: vec![home] });
        true
    }

    /// Whether who acts in the clause speaks for no state: "the firm", "they".
    fn is_of_no_state(&self) -> bool {
        let syntax = self.resolver.syntax;
        self.frame.subject.first().is_some_and(|&g| {
            let head = syntax.groups[g as usize].head as usize;
            let called = calling_of(self.resolver.text.key(head));
            let speaks = matches!(called, Some((Calling::Office | Calling::Body | Calling::State, _)));
            !speaks && (called.is_some() || syntax.tag(head) == Tag::Pronoun)
        })
    }

    /// Whether the sentence names a state, or a body of another state than theirs, that is none of these.
    fn names_another(&self, known: &[Actor]) -> bool {
        let resolver = self.resolver;
        resolver.mentions.within(resolver.syntax.sentence).any(|m| {
            let Some(acting) = resolver.acting(m as u32, &resolver.mentions.mentions[m]) else { return false };
            let person = resolver.mentions.entity(acting.entity).entity_type == EntityType::Person;
            let of = resolver.discourse.country(acting.entity).unwrap_or(acting.entity);
            !person && known.iter().all(|a| a.entity != of && a.entity != acting.entity)
        })
    }
}

/// Whether two events are of the same actors.
fn is_of_same(one: &[Actor], other: &[Actor]) -> bool {
    one.len() == other.len() && one.iter().all(|a| other.iter().any(|b| b.entity == a.entity))
}
