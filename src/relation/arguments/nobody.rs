//! Who is bound but takes no part: sights, one's own body or ministry, the firm of a new job.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::gazetteer::EntityType;
use crate::mention::{EntityId, Form, Mention};
use crate::reference::{Actor, Anchor, Via};
use crate::rule::{Role, RoleSpec, codes};
use crate::text::{Key, TokenRange, inflect};

use super::Arguments;

/// Words in the names of places that have a government.
const GOVERNED: [&str; 12] = [
    "Province",
    "County",
    "State",
    "Republic",
    "Region",
    "Prefecture",
    "Municipality",
    "City",
    "District",
    "Territory",
    "Kingdom",
    "Government",
];

/// What those are called who travel for themselves.
static PRIVATE: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "academic actor actress athlete author backpacker blogger bomber boxer chef coach comedian cricketer \
         cyclist defender drummer evacuee footballer fugitive goalkeeper golfer guitarist \
         gunman gymnast hiker hitman holidaymaker hostage immigrant jihadist jockey legend midfielder \
         migrant musician novelist patient pensioner pianist pilgrim player poet professor rapper \
         refugee researcher scientist singer skater skier sprinter striker student swimmer teacher \
         terrorist tourist traveller vocalist winger writer",
    )
});

/// Most words from a comma to what somebody is called: "Ann Lee, a retired school teacher".
const FARTHEST_CALLING: usize = 5;

impl Arguments<'_> {
    /// "was glad to receive it", "is hosting it": a thing is no guest.
    pub(super) fn leave_things(&mut self, trigger: TokenRange) {
        let text = self.resolver.text;
        let thing = |a: &Actor| match a.anchor {
            Anchor::Words(words) => words.start >= trigger.end && text.word(words.start as usize) == "it",
            Anchor::Mention(_) => false,
        };
        let hosts = self.all.iter().any(|(role, _)| *role == Role::Host);
        self.all.retain(|(role, a)| !(hosts && *role == Role::Visitor && thing(a)));
    }

    /// "tourist Ann Lee went to Peru", "Ann Lee, the singer, flew to Peru": who travels for oneself visits no state.
    pub(super) fn leave_private_visitors(&mut self) {
        let text = self.resolver.text;
        let called = |mut words: Range<usize>| words.any(|i| PRIVATE.contains(&text.key(i)));
        let private = |m: &Mention| {
            let (first, end) = (m.tokens.start as usize, m.tokens.end as usize);
            let sentence = text.sentences[text.sentence_of(first)].tokens.range();
            let behind = end..sentence.end.min(end + FARTHEST_CALLING);
            let article = behind.len() > 2 && text.word(end) == "," && matches!(text.word(end + 1), "a" | "an" | "the");
            let apposed = behind.skip(2).take_while(|&i| text.tokens[i].is_word());
            m.form == Form::Name
                && (called(first.saturating_sub(1).max(sentence.start)..first)
                    || article && apposed.into_iter().any(|i| PRIVATE.contains(&text.key(i))))
        };
        let alone = |role: Role, a: &Actor| {
            role == Role::Visitor && self.type_of(a) == EntityType::Person && self.resolver.named(a.entity).any(private)
        };
        // "Professor Ann Lee visited the university"
        let body = |role: Role, a: &Actor| role == Role::Destination && self.type_of(a) == EntityType::Organization;
        if self.all.iter().any(|(role, a)| body(*role, a)) {
            return;
        }
        let visitors: Vec<EntityId> =
            self.all.iter().filter(|(role, a)| alone(*role, a)).map(|(_, a)| a.entity).collect();
        self.all.retain(|(_, a)| !visitors.contains(&a.entity));
    }

    /// "the old mill hosted farmers": a place that no list knows and that is no county or town meets nobody.
    pub(super) fn leave_sights(&mut self) {
        if !self.rule.is_contact() {
            return;
        }
        let (text, mentions) = (self.resolver.text, self.resolver.mentions);
        let sight = |a: &Actor| {
            let entity = mentions.entity(a.entity);
            let mut named = self.resolver.named(a.entity);
            let governed = |m: &Mention| m.tokens.range().any(|i| GOVERNED.contains(&text.word(i)));
            entity.entity_type == EntityType::Place && entity.entry.is_none() && !named.any(governed)
        };
        let acts = |role: Role| matches!(role, Role::Visitor | Role::Host);
        self.all.retain(|(role, a)| !acts(*role) || !sight(a));
    }

    /// "Ann Lee, head of the council, attended its forum", "signed a memorandum with the council", "Ann Lee and the council
    /// met": a person does not meet the body the person heads, were it at a meeting with others.
    pub(super) fn leave_own_bodies(&mut self) {
        let bodies_alone =
            |spec: &RoleSpec| spec.role == Role::Host && spec.types.iter().all(|t| *t == EntityType::Organization);
        let apart = self.rule.roles.iter().any(bodies_alone) || self.rule.code.cameo.starts_with(codes::DEAL);
        if !apart && self.all.len() != 2 {
            return;
        }
        let discourse = self.resolver.discourse;
        let own = |a: &Actor| {
            let heads =
                |p: &Actor| self.type_of(p) == EntityType::Person && discourse.represented(p.entity) == Some(a.entity);
            self.type_of(a) == EntityType::Organization && self.all.iter().any(|(_, p)| heads(p))
        };
        let bodies: Vec<EntityId> = self.all.iter().filter(|(_, a)| own(a)).map(|(_, a)| a.entity).collect();
        self.all.retain(|(_, a)| !bodies.contains(&a.entity));
    }

    /// "Acme said it and its Best Iron unit hold talks": a firm and a part of it act with others; of a purchase only what its
    /// own sentence says so.
    pub(super) fn leave_own_parts(&mut self) {
        let [(_, one), (_, other)] = self.all[..] else { return };
        if [one, other].iter().any(|a| self.type_of(a) != EntityType::Organization) {
            return;
        }
        let text = self.resolver.text;
        let bought = &*self.rule.code.cameo == codes::PURCHASE;
        let among = if bought { self.resolver.syntax.sentence } else { TokenRange::new(0, text.tokens.len()) };
        let part = |a: Actor, b: Actor| self.resolver.is_part_of(a.entity, b.entity, among);
        if part(one, other) || part(other, one) {
            self.all.clear();
        }
    }

    /// A ministry or parliament and its own state are not two; a parliament and the government are.
    pub(super) fn leave_own_arms(&mut self) {
        let (resolver, discourse) = (self.resolver, self.resolver.discourse);
        let whole = |a: &Actor, arm: &Actor| {
            let government = match a.via {
                Some(Via::Metonym) => true,
                Some(Via::Nominal | Via::Office | Via::Pronoun) => resolver.is_legislature(arm.entity),
                _ => false,
            };
            resolver.is_arm(arm.entity) && discourse.country(arm.entity) == Some(a.entity) && !government
        };
        if !self.all.iter().any(|(_, a)| resolver.is_arm(a.entity)) {
            return;
        }
        let all = self.all.clone();
        // "Peru, its ministry and Chile": Peru is named; "the ministry and the country": the ministry is.
        let told = |a: &Actor| matches!(a.via, Some(Via::Nominal | Via::Office | Via::Pronoun));
        self.all.retain(|(_, one)| {
            let state = told(one) && all.iter().any(|(_, arm)| whole(one, arm));
            let arm = all.iter().any(|(_, a)| !told(a) && whole(a, one));
            !state && !arm
        });
    }

    /// "our loans to Peru": who says "we" of what a body does is no party alone.
    pub(super) fn leave_speakers(&mut self) {
        if self.rule.is_contact() {
            return;
        }
        let text = self.resolver.text;
        let ours = const { Key::each(["we", "us", "our", "ours", "ourselves"]) };
        let speaks = |a: &Actor| match a.anchor {
            Anchor::Words(words) => a.via == Some(Via::Pronoun) && ours.contains(&text.key(words.start as usize)),
            Anchor::Mention(_) => false,
        };
        let alone = |a: &Actor| speaks(a) && self.type_of(a) == EntityType::Person;
        let speakers: Vec<EntityId> = self.all.iter().filter(|(_, a)| alone(a)).map(|(_, a)| a.entity).collect();
        self.all.retain(|(_, a)| !speakers.contains(&a.entity));
    }

    /// "the court awarded Acme 1,000 dollars", "the High Court upheld the contract": who judges is no party and gives nothing.
    pub(super) fn leave_courts(&mut self) {
        let code = &*self.rule.code.cameo;
        if !code.starts_with(codes::DEAL) && !code.starts_with(codes::AID) && code != codes::EXERCISE {
            return;
        }
        let (resolver, mentions) = (self.resolver, self.resolver.mentions);
        let court = |a: &Actor| {
            let body = mentions.entity(a.entity).entity_type == EntityType::Organization;
            body && resolver.named(a.entity).any(|m| m.form == Form::Name && resolver.is_court(m))
        };
        self.all.retain(|(_, a)| !court(a));
    }

    /// "Acme's Peruvian alliance with Best Iron", "the Acme Air-Peruvian pact": in front of what firms share, the adjective of a
    /// state only tells where, or is short for another firm.
    pub(super) fn leave_markets(&mut self, trigger: TokenRange) {
        if self.rule.is_contact() || self.rule.code.cameo.starts_with(codes::AID) {
            return;
        }
        let resolver = self.resolver;
        let market = |a: &Actor| match a.anchor {
            Anchor::Mention(m) if a.via == Some(Via::Demonym) => {
                let end = resolver.mentions.mentions[m as usize].tokens.end;
                let mut between = end as usize..trigger.start as usize;
                let own = resolver.syntax.sentence.contains(end as usize);
                own && end <= trigger.start && between.all(|i| resolver.syntax.tag(i).is_adjective())
            }
            _ => false,
        };
        // "won a Peruvian contract": from those who pay for it.
        let contract =
            const { Key::each(["contract", "contracts"]) }.contains(&resolver.text.key(trigger.end as usize - 1));
        let markets = self.all.iter().filter(|(_, a)| market(a)).count();
        // A name of no title that no list knows is of a firm as often as of a person.
        let unknown = |a: &Actor| {
            let person = self.type_of(a) == EntityType::Person && resolver.mentions.entity(a.entity).entry.is_none();
            person && resolver.named(a.entity).all(|m| m.title.is_empty())
        };
        let firm = |a: &Actor| resolver.is_firm(a.entity) || unknown(a);
        if !contract && markets == 1 && self.all.iter().all(|(_, a)| market(a) || firm(a)) {
            self.all.retain(|(_, a)| !market(a));
        }
    }

    /// "left for Acme Steel": who leaves for a firm takes a job there.
    pub(super) fn leave_new_jobs(&mut self, trigger: TokenRange) {
        let resolver = self.resolver;
        let leaves =
            const { Key::each(["leave", "leaves", "left", "leaving", "depart", "departs", "departed", "departing"]) }
                .contains(&resolver.text.key(trigger.start as usize));
        self.all.retain(|(role, a)| !(leaves && *role == Role::Destination && resolver.is_firm(a.entity)));
    }
}
