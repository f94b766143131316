//! Descriptions: "the Irish prime minister", "envoys from A and B", "the ministry".

use crate::clause::{Group, GroupKind};
use crate::gazetteer::EntityType;
use crate::mention::EntityId;
use crate::text::{Key, TokenRange};

use super::super::vocabulary::{Calling, calling_of};
use super::super::{Actor, Via};
use super::{Resolved, Resolver};

impl<'a> Resolver<'a> {
    /// Names that describe an office or body in its own group: "Chinese and Russian officials", "EU leaders", "Kim's envoy".
    pub(super) fn describing(&self, tokens: TokenRange, head: usize) -> Vec<Actor> {
        let mut actors = Vec::new();
        for (m, mention) in self.mentions_in(tokens).filter(|(_, m)| m.tokens.start as usize <= head) {
            let person = self.mentions.entity(mention.entity).entity_type == EntityType::Person;
            if let Some(actor) = self.acting(m, mention).filter(|_| !person) {
                let via = actor.via.or(Some(Via::Office));
                self.add(&mut actors, Some(Actor { via, ..actor }));
            }
        }
        actors
    }

    pub(super) fn described(&self, g: usize, calling: Calling, plural: bool, resolved: &mut Resolved) {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        // "Ann Lee and her accompanying delegation": who comes with her.
        if group.tokens.range().any(|i| self.text.word(i) == "accompanying") {
            return;
        }
        if let Some((firm, end)) = self.parent(g) {
            resolved.actors = vec![firm];
            resolved.end = end;
            return;
        }
        let public = self.is_public(g, calling, plural);
        let speaks = public || matches!(calling, Calling::Office | Calling::Body);
        // "a consortium led by Acme": a person leads, and is, no firm.
        let leads =
            |a: &Actor| calling == Calling::Body || self.mentions.entity(a.entity).entity_type != EntityType::Person;
        if matches!(calling, Calling::Body | Calling::Organization)
            && let Some((head, end)) = self.led_by(g).filter(|(head, _)| leads(head))
        {
            resolved.actors = vec![head];
            resolved.named = true;
            resolved.end = end;
            return;
        }
        if calling == Calling::Office
            && !plural
            && let Some((holder, end)) = self.holder_behind(g)
        {
            resolved.actors = vec![holder];
            resolved.named = true;
            resolved.end = end;
            return;
        }
        if matches!(calling, Calling::Office | Calling::Staff)
            && !plural
            && let Some((holder, end)) = self.holder_apposed(g)
        {
            resolved.actors = vec![holder];
            resolved.named = true;
            resolved.end = end;
            return;
        }
        if let Some(own) = self.own(g, calling, plural) {
            resolved.actors = vec![own];
            return;
        }
        // "the 54-year-old Texan diplomat": one person, named before, and no state.
        if !plural && self.is_aged(group.tokens) {
            resolved.actors = self.titled_before(head).map(|e| Actor::nominal(e, group.tokens)).into_iter().collect();
            return;
        }
        // "the former envoy": the one of that title, not who holds the office now.
        if calling == Calling::Office && self.is_past(group.tokens, head) {
            return;
        }
        // "the Lee administration": that of Lee's country, Lee's own if it is not known.
        if calling == Calling::Body
            && let Some(ruler) = self.ruler(group.tokens, head)
            && let state = self.discourse.country(ruler)
            && (state.is_some() || self.text.word(head) == "administration")
        {
            resolved.actors = vec![Actor::nominal(state.unwrap_or(ruler), group.tokens)];
            return;
        }
        let staff = calling == Calling::Staff;
        let mut named = if speaks || staff || calling == Calling::Human && plural {
            self.describing(group.tokens, head)
        } else {
            Vec::new()
        };
        // "the UN nuclear watchdog" is another than the UN.
        if public {
            named.retain(|a| self.mentions.entity(a.entity).entity_type == EntityType::Place);
        }
        // "Indian and Australian businessmen" act for both, "Indian businessmen" for nobody.
        if staff {
            // "the bank's manager", "Cuban doctors"; a Cuban doctor is nobody.
            let body = |a: &Actor| self.mentions.entity(a.entity).entity_type == EntityType::Organization;
            let expert = plural && EXPERTS.contains(&self.text.word(head));
            named.retain(|a| body(a) || expert);
        } else if !speaks && named.len() < 2 {
            named.clear();
        }
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
            resolved.actors.push(Actor::nominal(person, group.tokens));
            return;
        }
        // "the agency's Muskogee office": the town only tells where.
        let town =
            |a: &Actor| self.mentions.entity(a.entity).entity_type == EntityType::Place && !self.is_state(a.entity);
        let arm = SELF_RULED.contains(&self.text.word(head));
        if calling == Calling::Body && !group.owner.is_empty() && !arm && named.iter().all(town) {
            named.clear();
        }
        // "her counterpart from Peru": not she.
        let counterpart = matches!(self.text.word(head), "counterpart" | "counterparts");
        if named.is_empty() && !group.owner.is_empty() && (speaks || staff) && !counterpart {
            let mut owners = self.owner(g, head);
            // "Kim's envoy" speaks for Kim's country.
            // "his advisers" are his own.
            let his = self.text.word(group.owner.end as usize - 1);
            let own = plural && matches!(his, "his" | "her" | "my" | "His" | "Her" | "My");
            for owner in owners.iter_mut().filter(|_| !own) {
                if self.mentions.entity(owner.entity).entity_type == EntityType::Person
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
            named = owners;
        }
        // "a delegation that included Bo Ek"
        if calling == Calling::Body
            && named.is_empty()
            && let Some(members) = self.included(g)
        {
            resolved.actors = members;
            return;
        }
        let mut end = g + 1;
        if let Some((places, after, listed)) = self.complement(g, plural) {
            // "the city of Tulsa"
            let of = self.text.word(self.syntax.groups[g + 1].tokens.start as usize) == "of";
            if matches!(calling, Calling::Region | Calling::State) && !plural && of && places.len() == 1 {
                resolved.actors = places;
                resolved.named = true;
                resolved.end = after;
                return;
            }
            // "the ministries of A and B": one of each.
            if listed || plural && places.len() > 1 && ARMS.contains(&self.text.word(head)) {
                named = places;
            } else if staff {
                // "nurses from the hospital", "doctors from Cuba"
                let body = |a: &Actor| self.mentions.entity(a.entity).entity_type == EntityType::Organization;
                let from = self.text.word(self.syntax.groups[g + 1].tokens.start as usize) == "from";
                for place in places.into_iter().filter(|a| body(a) || from && plural) {
                    self.add(&mut named, Some(Actor { via: place.via.or(Some(Via::Office)), ..place }));
                }
            } else if speaks {
                if calling == Calling::Office
                    && !plural
                    && places.len() == 1
                    && let Some(person) = self.holder(head, places[0].entity)
                {
                    resolved.actors.push(Actor::nominal(person, group.tokens));
                    resolved.end = after;
                    return;
                }
                // "European leaders in Brussels": where they are, once it is said whose they are.
                // "the Indian ambassador to Oman": to whom is no part of whose.
                let only_where = matches!(self.text.word(self.syntax.groups[g + 1].tokens.start as usize), "in" | "to");
                // "experts in Peru": nobody sent them.
                let there = only_where && EXPERTS.contains(&self.text.word(head));
                if named.is_empty() && !there || calling == Calling::Office && !only_where {
                    for place in places {
                        self.add(&mut named, Some(Actor { via: place.via.or(Some(Via::Office)), ..place }));
                    }
                }
            }
            end = after;
        }
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
            let part = |a: &Actor| {
                let place = self.mentions.entity(a.entity).entity_type == EntityType::Place;
                place && !self.is_state(a.entity)
            };
            named.retain(|a| !part(a));
        }
        resolved.actors = named;
        resolved.end = end;
    }

    /// "the 54-year-old minister"
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
        let is_body = self.mentions.entity(own).entity_type == EntityType::Organization;
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
                let of = self.text.tokens.get(i + 1).is_some_and(|_| matches!(self.text.word(i + 1), "of" | "from"));
                self.mentions
                    .mentions
                    .get(before)
                    .filter(|m| of && (m.tokens.start as usize) <= i + 3)
                    .map(|m| (before as u32, m))
            };
            let (m, mention) = owner.or_else(of)?;
            let person = self.mentions.entity(mention.entity).entity_type == EntityType::Person;
            self.acting(m, mention).filter(|_| !person).map(|a| a.entity)
        })
    }

    /// "makers of rails | including A and B": behind what the noun is of, where that names nobody and some are named then.
    fn past_field(&self, g: usize) -> Option<usize> {
        let groups = &self.syntax.groups;
        let (of, field, next) = (groups.get(g + 1)?, groups.get(g + 2)?, groups.get(g + 3)?);
        let word = |k: &Group| self.text.word(k.tokens.start as usize);
        let hangs = of.kind == GroupKind::Preposition && matches!(word(of), "of" | "in" | "for" | "from");
        let nameless = field.kind == GroupKind::Noun && self.mentions.within(field.tokens).is_empty();
        let opener = if next.kind == GroupKind::Comma { groups.get(g + 4)? } else { next };
        let spells = opener.kind == GroupKind::Preposition && matches!(word(opener), "including" | "such" | "like");
        (hangs && nameless && spells).then_some(g + 3)
    }

    /// "of A, B and C", "from A and B" after an office or body: places and organizations, and the group after them.
    fn complement(&self, g: usize, plural: bool) -> Option<(Vec<Actor>, usize, bool)> {
        let groups = &self.syntax.groups;
        let mut p = self.past_field(g).filter(|_| plural).unwrap_or(g + 1);
        let opener = groups.get(p)?;
        let word = self.text.word(opener.tokens.start as usize);
        // "countries including A and B", "the three states (A, B and C)", "five partners, namely A"; "envoys from A"
        let whole = plural
            && match opener.kind {
                GroupKind::Preposition => matches!(word, "including" | "such" | "like"),
                GroupKind::Open | GroupKind::Break => true,
                GroupKind::Comma => {
                    p += 1;
                    let word = |k: usize| groups.get(k).map_or("", |k| self.text.word(k.tokens.start as usize));
                    let among = word(p) == "among" && matches!(word(p + 1), "them" | "these");
                    let ok = among || matches!(word(p), "namely" | "including") || self.is_spelt_out(g, p);
                    if ok && groups.get(p).is_some_and(|n| n.kind == GroupKind::Noun) {
                        p -= 1;
                    }
                    p += usize::from(among);
                    ok
                }
                _ => false,
            };
        if !whole
            && (opener.kind != GroupKind::Preposition || !matches!(word, "of" | "from" | "for" | "in" | "to" | "at"))
        {
            return None;
        }
        let mut actors = Vec::new();
        let mut k = p + 1;
        let mut end = None;
        while let Some(noun) = groups.get(k).filter(|n| n.kind == GroupKind::Noun) {
            // "from the Kansai region of Japan"
            let part = self
                .text
                .tokens
                .get(noun.tokens.end as usize)
                .is_some_and(|_| REGIONS.contains(&self.text.word(noun.head as usize)))
                && self.text.word(noun.tokens.end as usize) == "of";
            if let Some((m, mention)) =
                groups.get(k + 2).filter(|_| part).and_then(|n| self.mention_at(n.head as usize))
            {
                self.add(&mut actors, self.acting(m, mention));
                end = Some(k + 3);
                break;
            }
            let Some((m, mention)) = self.mention_at(noun.head as usize).or_else(|| self.called_body(k)) else {
                // "the director of operations of the World Bank"
                let again = groups.get(k + 1).is_some_and(|p| {
                    p.kind == GroupKind::Preposition
                        && matches!(self.text.word(p.tokens.start as usize), "of" | "at" | "for")
                });
                let field = !whole && actors.is_empty() && calling_of(self.text.key(noun.head as usize)).is_none();
                let body = groups.get(k + 2).filter(|n| again && field && n.kind == GroupKind::Noun);
                if let Some((m, mention)) = body.and_then(|n| self.mention_at(n.head as usize)) {
                    // "the ministers of trade of Peru and Chile"
                    let of = self.text.word(groups[k + 1].tokens.start as usize) == "of";
                    match self.mentions.entity(mention.entity).entity_type {
                        EntityType::Organization => {
                            self.add(&mut actors, self.acting(m, mention));
                            end = Some(k + 3);
                            break;
                        }
                        EntityType::Place if of => {
                            k += 2;
                            continue;
                        }
                        _ => {}
                    }
                }
                // "15 countries including the ten members (A, B and C)", "officials from both countries"
                let inner = if calling_of(self.text.key(noun.head as usize)).is_some_and(|(_, many)| many) {
                    self.group(k)
                } else {
                    Resolved::default()
                };
                if inner.actors.is_empty() {
                    break;
                }
                end = Some(inner.end);
                actors.extend(inner.actors);
                break;
            };
            // "leaders including A and B" may be persons, "the ministers of A and B" not.
            if self.mentions.entity(mention.entity).entity_type == EntityType::Person && !whole {
                break;
            }
            self.add(&mut actors, self.acting(m, mention));
            end = Some(k + 1);
            let mut next = k + 1;
            while groups.get(next).is_some_and(|s| matches!(s.kind, GroupKind::Comma | GroupKind::Coordinator)) {
                next += 1;
            }
            // "Acme, a unit of Best Iron, and Cord": the comma closes what is said of Acme.
            let closes = actors.len() == 1 && next == k + 3 && groups[k + 1].kind == GroupKind::Comma;
            if next == k + 1 || closes {
                break;
            }
            k = next;
        }
        // "researchers at the institute"; "ministers at the palace" are only there.
        if word == "at" && !actors.iter().all(|a| self.is_organization(a.entity)) {
            return None;
        }
        Some((actors, end?, whole)).filter(|(actors, ..)| !actors.is_empty())
    }

    /// "the three other members, A, B and C": a list of names, as the noun would have them, right behind the comma.
    fn is_spelt_out(&self, g: usize, first: usize) -> bool {
        let head = self.syntax.groups[g].head as usize;
        let wanted = match calling_of(self.text.key(head)) {
            Some((Calling::State | Calling::Region, true)) => EntityType::Place,
            Some((Calling::Organization, true)) => EntityType::Organization,
            Some((Calling::Office | Calling::Human | Calling::Staff, true)) => EntityType::Person,
            _ => return false,
        };
        let mut joined = false;
        for group in &self.syntax.groups[first..] {
            match group.kind {
                GroupKind::Noun => {
                    let named = self.mention_at(group.head as usize);
                    if named.is_none_or(|(_, m)| self.mentions.entity(m.entity).entity_type != wanted) {
                        return false;
                    }
                    if joined {
                        return true;
                    }
                }
                GroupKind::Comma => {}
                GroupKind::Coordinator => joined = true,
                _ => return false,
            }
        }
        false
    }

    /// "the leaders of all parties": what follows says whose they are, and names nobody.
    fn is_of_others(&self, g: usize) -> bool {
        let of = self.syntax.groups.get(g + 1).filter(|p| p.kind == GroupKind::Preposition);
        of.is_some_and(|p| matches!(self.text.word(p.tokens.start as usize), "of" | "from"))
    }
}

/// Those who work abroad for their state.
const EXPERTS: [&str; 18] = [
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

/// Parts of a country that people come from.
const REGIONS: [&str; 7] = ["region", "province", "state", "city", "district", "north", "south"];

/// What a province or city has as a state has.
const SELF_RULED: [&str; 5] = ["administration", "authorities", "government", "parliament", "police"];

/// Parts of a state that act for it, several at a time.
const ARMS: [&str; 5] = ["agencies", "ministries", "departments", "commissions", "councils"];
