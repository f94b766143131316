//! Descriptions: "the Irish prime minister", "envoys from A and B", "the ministry".

use std::ops::ControlFlow;

use crate::gazetteer::EntityType;
use crate::mention::EntityId;
use crate::text::{Key, TokenRange};

use super::super::vocabulary::Calling;
use super::super::{Actor, Via};
use super::{Resolved, Resolver};

impl<'a> Resolver<'a> {
    /// Names that describe an office or body in its own group: "Chinese and Russian officials", "EU leaders", "Kim's envoy".
    pub(super) fn describing(&self, tokens: TokenRange, head: usize) -> Vec<Actor> {
        let mut actors = Vec::new();
        for (m, mention) in self.mentions_in(tokens).filter(|(_, m)| m.tokens.start as usize <= head) {
            let person = self.is_person(mention.entity);
            if let Some(actor) = self.acting(m, mention).filter(|_| !person) {
                let via = actor.via.or(Some(Via::Office));
                self.add(&mut actors, Some(Actor { via, ..actor }));
            }
        }
        actors
    }

    /// Whom a group without a name of its own means, by what its head calls them: "the Irish prime minister", "envoys from
    /// Peru", "the ministry".
    pub(super) fn described(&self, g: usize, calling: Calling, plural: bool) -> Resolved {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let told = |actors| Resolved { actors, end: g + 1, named: false };
        // "Ann Lee and her accompanying delegation": who comes with her.
        if group.tokens.range().any(|i| self.text.word(i) == "accompanying") {
            return told(Vec::new());
        }
        if let Some(settled) = self.settled(g, calling, plural) {
            return settled;
        }
        let public = self.is_public(g, calling, plural);
        let speaks = public || matches!(calling, Calling::Office | Calling::Body);
        let staff = calling == Calling::Staff;
        let mut named = self.named_within(g, calling, plural, public);
        // "one Irish minister": any of several.
        let first = self.text.key(group.tokens.start as usize);
        let any = const { Key::each(["a", "an", "another", "any", "every", "no", "one", "some"]) }.contains(&first);
        if calling == Calling::Office
            && !plural
            && !any
            && named.len() == 1
            && let Some(person) = self.holder(head, named[0].entity).or_else(|| self.leader(head, named[0].entity))
        {
            // "the Irish prime minister", named elsewhere.
            return told(vec![Actor::nominal(person, group.tokens)]);
        }
        // "the agency's Muskogee office": the town only tells where.
        let town = |a: &Actor| self.is_place(a.entity) && !self.is_state(a.entity);
        let arm = SELF_RULED.contains(&self.text.word(head));
        if calling == Calling::Body && !group.owner.is_empty() && !arm && named.iter().all(town) {
            named.clear();
        }
        // "her counterpart from Peru": not she.
        let counterpart = matches!(self.text.word(head), "counterpart" | "counterparts");
        if named.is_empty() && !group.owner.is_empty() && (speaks || staff) && !counterpart {
            named = self.owners_for(g, plural, staff);
        }
        // "a delegation that included Bo Ek"
        if calling == Calling::Body
            && named.is_empty()
            && let Some(members) = self.included(g)
        {
            return told(members);
        }
        let end = match self.with_complement(g, calling, plural, speaks, &mut named) {
            ControlFlow::Break(whole) => return whole,
            ControlFlow::Continue(end) => end,
        };
        // "the leaders of Peru and Chile", each named elsewhere.
        if calling == Calling::Office && plural && named.len() > 1 {
            let holders: Option<Vec<Actor>> = named
                .iter()
                .map(|a| self.leader(head, a.entity).map(|person| Actor::nominal(person, group.tokens)))
                .collect();
            if let Some(holders) = holders {
                named = holders;
            }
        }
        if public
            && let [of] = &mut named[..]
            && let Some(body) = self.public_body(head, of.entity)
        {
            *of = Actor::nominal(body, group.tokens);
        }
        if named.is_empty() && !(plural && self.is_of_others(g)) {
            named = self.definite(group.tokens, head, calling, plural);
        }
        // "the Ohio senator" acts for no part of a federation.
        if LAWMAKERS.contains(&self.text.word(head)) {
            named.retain(|a| !town(a));
        }
        Resolved { actors: named, end, named: false }
    }

    /// "its steel unit", "a delegation led by Bo Ek", "her company", "the former envoy": whom other words than a name in the
    /// group settle, or that they settle on nobody.
    fn settled(&self, g: usize, calling: Calling, plural: bool) -> Option<Resolved> {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let one = |actor, end, named| Some(Resolved { actors: vec![actor], end, named });
        if let Some((firm, end)) = self.parent(g) {
            return one(firm, end, false);
        }
        // "a consortium led by Acme": a person leads, and is, no firm, but "a group of bankers" or "officials" that nobody is
        // named with.
        let nameless = self.mentions.within(group.tokens).is_empty();
        let officials = calling == Calling::Office && plural && nameless;
        let crowd = nameless && self.is_part(head) && self.is_of_others(g);
        let leads = |a: &Actor| calling == Calling::Body || officials || crowd || !self.is_person(a.entity);
        if (officials || matches!(calling, Calling::Body | Calling::Organization))
            && let Some((leader, end)) = self.led_by(g).filter(|(leader, _)| leads(leader))
        {
            return one(leader, end, true);
        }
        if calling == Calling::Office
            && !plural
            && let Some((holder, end)) = self.holder_behind(g)
        {
            return one(holder, end, true);
        }
        if matches!(calling, Calling::Office | Calling::Staff)
            && !plural
            && let Some((holder, end)) = self.holder_apposed(g)
        {
            return one(holder, end, true);
        }
        if let Some(own) = self.own(g, calling, plural) {
            return one(own, g + 1, false);
        }
        // "the 54-year-old Texan diplomat": one person, named before, and no state.
        if !plural && self.is_aged(group.tokens) {
            let known = self.titled_before(head).map(|e| Actor::nominal(e, group.tokens));
            return Some(Resolved { actors: known.into_iter().collect(), end: g + 1, named: false });
        }
        // "the former envoy": the one of that title, not who holds the office now.
        if calling == Calling::Office && self.is_past(group.tokens, head) {
            return Some(Resolved { actors: Vec::new(), end: g + 1, named: false });
        }
        // "the Lee administration": that of Lee's country, Lee's own if it is not known.
        let ruler = self.ruler(group.tokens, head).filter(|_| calling == Calling::Body)?;
        let state = self.discourse.country(ruler);
        let whose = state.or(Some(ruler).filter(|_| self.text.word(head) == "administration"))?;
        one(Actor::nominal(whose, group.tokens), g + 1, false)
    }

    /// "Irish ministers", "the bank's manager": those named in the group itself for whom its head may speak.
    fn named_within(&self, g: usize, calling: Calling, plural: bool, public: bool) -> Vec<Actor> {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let staff = calling == Calling::Staff;
        let speaks = public || matches!(calling, Calling::Office | Calling::Body);
        if !(speaks || staff || plural && matches!(calling, Calling::Human | Calling::Organization)) {
            return Vec::new();
        }
        let mut named = self.describing(group.tokens, head);
        // "the UN nuclear watchdog" is another than the UN.
        if public {
            named.retain(|a| self.is_place(a.entity));
        }
        // "French and German banks", but not "the Lagos Trust hotels"
        if calling == Calling::Organization && !named.iter().all(|a| self.is_state(a.entity)) {
            named.clear();
        }
        // "Indian and Australian businessmen" act for both, "Indian businessmen" for nobody.
        if staff {
            // "the bank's manager", "Cuban doctors"; a Cuban doctor is nobody.
            let expert = plural && EXPERTS.contains(&self.text.word(head));
            named.retain(|a| self.is_organization(a.entity) || expert);
        } else if !speaks && named.len() < 2 {
            named.clear();
        }
        named
    }

    /// "Kim's envoy", "Peru's doctors": the owners of a group for whom its head acts; the envoy speaks for Kim's country.
    fn owners_for(&self, g: usize, plural: bool, staff: bool) -> Vec<Actor> {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let mut owners = self.owner(g, head);
        // "his advisers" are his own.
        let his = self.text.word(group.owner.end as usize - 1);
        let own = plural && matches!(his, "his" | "her" | "my" | "His" | "Her" | "My");
        for owner in owners.iter_mut().filter(|_| !own) {
            if self.is_person(owner.entity)
                && let Some(country) = self.discourse.country(owner.entity)
            {
                owner.entity = country;
                owner.via = Some(Via::Office);
            }
        }
        owners.iter_mut().for_each(|a| a.via = a.via.or(Some(Via::Office)));
        // "his fellow ministers": not he himself; "Lee's delegation left" is led by Lee.
        let acts = group.preposition.is_none();
        let led = acts && !plural && matches!(self.text.word(head), "delegation" | "mission" | "team");
        owners.retain(|a| match self.mentions.entity(a.entity).entity_type {
            EntityType::Person => led,
            EntityType::Place => !staff || plural,
            EntityType::Organization => true,
        });
        owners
    }

    /// "the 54-year-old minister": whether a description tells somebody's age.
    fn is_aged(&self, tokens: TokenRange) -> bool {
        tokens.range().any(|i| self.text.word(i) == "old" && i >= 2 && self.text.word(i - 2) == "year")
    }

    /// "her company", "his country": what the person heads or speaks for.
    fn own(&self, g: usize, calling: Calling, plural: bool) -> Option<Actor> {
        let group = self.syntax.groups[g];
        let body = match calling {
            Calling::Organization => true,
            Calling::State => false,
            _ => return None,
        };
        let his = group.owner.end.checked_sub(1).filter(|_| !group.owner.is_empty() && !plural)? as usize;
        if !matches!(self.text.word(his), "his" | "her" | "His" | "Her") {
            return None;
        }
        let person = self.pronoun(his).first()?.entity;
        let own = self.discourse.represented(person)?;
        let is_body = self.is_organization(own);
        (is_body == body).then(|| Actor::nominal(own, group.tokens))
    }

    /// The state or body that a description of the same noun named before: "the Chilean envoy … the envoy".
    pub(super) fn named_so_before(&self, head: usize) -> Option<EntityId> {
        let key = self.text.key(head);
        let first = head.saturating_sub(FARTHEST_DESCRIPTION);
        (first..head).rev().filter(|&i| self.text.key(i) == key).find_map(|i| {
            let before = self.mentions.mentions.partition_point(|m| (m.tokens.end as usize) <= i);
            let near = before.checked_sub(1).map(|m| (m as u32, &self.mentions.mentions[m]));
            let owner = near.filter(|(_, m)| {
                let end = m.tokens.end as usize;
                let between = end..i;
                between.len() <= 2
                    && between.clone().all(|k| {
                        self.text.tokens[k].is_word()
                            && !matches!(self.text.word(k), "the" | "a" | "and" | "of" | "to" | "by" | "with" | "in")
                    })
            });
            let of = || {
                let of = matches!(self.text.word(i + 1), "of" | "from");
                self.mentions
                    .mentions
                    .get(before)
                    .filter(|m| of && (m.tokens.start as usize) <= i + 3)
                    .map(|m| (before as u32, m))
            };
            let (m, mention) = owner.or_else(of)?;
            let person = self.is_person(mention.entity);
            self.acting(m, mention).filter(|_| !person).map(|a| a.entity)
        })
    }
}

/// Those who work abroad for their state.
pub(super) const EXPERTS: [&str; 18] = [
    "archaeologists",
    "astronomers",
    "biologists",
    "physicists",
    "geologists",
    "doctors",
    "medics",
    "nurses",
    "surgeons",
    "engineers",
    "instructors",
    "trainers",
    "teachers",
    "specialists",
    "technicians",
    "scientists",
    "researchers",
    "experts",
];

/// Those who sit in a parliament.
const LAWMAKERS: [&str; 10] = [
    "congressman",
    "congressmen",
    "congresswoman",
    "congresswomen",
    "lawmaker",
    "lawmakers",
    "legislator",
    "legislators",
    "senator",
    "senators",
];

/// A description is named again at most this many tokens behind.
const FARTHEST_DESCRIPTION: usize = 150;

/// What a province or city has as a state has.
const SELF_RULED: [&str; 5] = ["administration", "authorities", "government", "parliament", "police"];
