//! Descriptions: "the Irish prime minister", "envoys from A and B", "the ministry".

use crate::clause::{GroupKind, lexical};
use crate::gazetteer::{EntityType, Kind};
use crate::mention::{EntityId, Mention};
use crate::text::{Key, TokenRange, flag};

use super::super::vocabulary::{Calling, calling_of};
use super::super::{Actor, Via};
use super::{LONGEST_APPOSITION, Resolved, Resolver};

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
        let speaks = matches!(calling, Calling::Office | Calling::Body);
        if calling == Calling::Body
            && let Some((head, end)) = self.led_by(g)
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
        let mut named = if speaks || calling == Calling::Human && plural {
            self.describing(group.tokens, head)
        } else {
            Vec::new()
        };
        // "Indian and Australian businessmen" act for both, "Indian businessmen" for nobody.
        if !speaks && named.len() < 2 {
            named.clear();
        }
        if calling == Calling::Office
            && !plural
            && named.len() == 1
            && let Some(person) = self.holder(head, named[0].entity).or_else(|| self.leader(head, named[0].entity))
        {
            // "the Irish prime minister", named elsewhere.
            resolved.actors.push(Actor::nominal(person, group.tokens));
            return;
        }
        // "her counterpart from Peru": not she.
        let counterpart = matches!(self.text.word(head), "counterpart" | "counterparts");
        if named.is_empty() && !group.owner.is_empty() && speaks && !counterpart {
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
            // "his fellow ministers": not he himself.
            owners.retain(|a| self.mentions.entity(a.entity).entity_type != EntityType::Person);
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
            // "the ministries of A and B": one of each.
            if listed || plural && places.len() > 1 && ARMS.contains(&self.text.word(head)) {
                named = places;
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
                if named.is_empty() || calling == Calling::Office && !only_where {
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
        if named.is_empty() && !(plural && self.is_of_others(g)) {
            named = self.definite(group.tokens, head, calling, plural);
        }
        resolved.actors = named;
        resolved.end = end;
    }

    /// "a delegation headed by the minister Bo Ek": the person, and the group after the name.
    fn led_by(&self, g: usize) -> Option<(Actor, usize)> {
        let leads = |verb: Key| [const { Key::of_ascii("headed") }, const { Key::of_ascii("led") }].contains(&verb);
        let verb = self.syntax.verbs.iter().find(|v| {
            // "a delegation from Peru led by Lee": what hangs on the delegation may stand between.
            let of_it = |s: usize| {
                s >= g
                    && (g + 1..=s).all(|k| {
                        matches!(
                            self.syntax.groups[k].kind,
                            GroupKind::Preposition | GroupKind::Noun | GroupKind::Comma
                        )
                    })
            };
            v.subject.is_some_and(|s| of_it(s as usize)) && v.passive && leads(self.text.key(v.main as usize))
        })?;
        let by = verb.group as usize + 1;
        let groups = &self.syntax.groups;
        let preposition = groups.get(by).filter(|p| p.kind == GroupKind::Preposition)?;
        if self.text.word(preposition.tokens.start as usize) != "by" {
            return None;
        }
        let noun = groups.get(by + 1).filter(|n| n.kind == GroupKind::Noun)?;
        if let Some((m, mention)) = self.mention_at(noun.head as usize) {
            return self.acting(m, mention).map(|a| (a, by + 2));
        }
        self.holder_behind(by + 1)
    }

    /// "a delegation that includes A and B": the members named behind the verb of its relative clause.
    fn included(&self, g: usize) -> Option<Vec<Actor>> {
        let includes = |v: &&crate::clause::Verb| {
            v.subject == Some(g as u32) && lexical::is_containing(self.text.key(v.main as usize))
        };
        let verb = self.syntax.verbs.iter().find(includes)?;
        let mut actors = Vec::new();
        for group in &self.syntax.groups[verb.group as usize + 1..] {
            match group.kind {
                GroupKind::Noun => {
                    let Some((m, mention)) = self.mention_at(group.head as usize) else { continue };
                    self.add(&mut actors, self.acting(m, mention));
                }
                GroupKind::Comma | GroupKind::Coordinator => {}
                _ => break,
            }
        }
        (!actors.is_empty()).then_some(actors)
    }

    /// The person named right behind an office and what it is of: "ambassador to Peru Ann Lee", "Minister of Health and
    /// Sport Bo Ek"; and the group after the name.
    fn holder_behind(&self, g: usize) -> Option<(Actor, usize)> {
        let groups = &self.syntax.groups;
        let mut k = g + 1;
        let preposition = groups.get(k).filter(|p| p.kind == GroupKind::Preposition)?;
        if !["of", "to", "for"].contains(&self.text.word(preposition.tokens.start as usize)) {
            return None;
        }
        k += 1;
        while let Some(group) = groups.get(k) {
            let joins = match group.kind {
                GroupKind::Noun => {
                    let name = self.mention_at(group.head as usize);
                    let person = name.filter(|(_, m)| self.mentions.entity(m.entity).entity_type == EntityType::Person);
                    if let Some((m, mention)) = person {
                        // Right behind a noun, not behind a comma or "and".
                        let beside = matches!(groups[k - 1].kind, GroupKind::Noun | GroupKind::Close);
                        return if beside { self.acting(m, mention).map(|a| (a, k + 1)) } else { None };
                    }
                    true
                }
                GroupKind::Coordinator | GroupKind::Comma => {
                    groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun)
                }
                GroupKind::Preposition => matches!(self.text.word(group.tokens.start as usize), "of" | "to"),
                // "of the Green Party (GP) Bo Ek"
                GroupKind::Open | GroupKind::Close => true,
                _ => false,
            };
            if !joins || k > g + 12 {
                return None;
            }
            k += 1;
        }
        None
    }

    /// "of A, B and C", "from A and B" after an office or body: places and organizations, and the group after them.
    fn complement(&self, g: usize, plural: bool) -> Option<(Vec<Actor>, usize, bool)> {
        let groups = &self.syntax.groups;
        let mut p = g + 1;
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
                    let ok = among || matches!(word(p), "namely" | "including");
                    p += usize::from(among);
                    ok
                }
                _ => false,
            };
        if !whole && (opener.kind != GroupKind::Preposition || !matches!(word, "of" | "from" | "for" | "in" | "to")) {
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
            let Some((m, mention)) = self.mention_at(noun.head as usize) else {
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
            if next == k + 1 {
                break;
            }
            k = next;
        }
        Some((actors, end?, whole)).filter(|(actors, ..)| !actors.is_empty())
    }

    /// The person of the document who holds the office that `noun` calls, of this country or body.
    fn holder(&self, noun: usize, of: EntityId) -> Option<EntityId> {
        let (key, counterpart) = (self.text.key(noun), const { Key::of_ascii("counterpart") });
        let calls = |i: usize| [key, counterpart].contains(&self.text.key(i)) || key == counterpart;
        let titled = self.discourse.titled(of).map(|m| &self.mentions.mentions[m as usize]);
        let mut found = titled.filter(|m| m.title.range().any(calls) && self.is_office_of(m, noun)).map(|m| m.entity);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// The one person of the document who holds the office that the plural `noun` calls, of this country.
    fn leader(&self, noun: usize, of: EntityId) -> Option<EntityId> {
        let leads = |word: &str| match self.text.word(noun) {
            "leaders" | "leader" => {
                matches!(word, "president" | "premier" | "chancellor" | "king" | "emir" | "leader" | "sultan")
            }
            "presidents" => word == "president",
            "kings" => word == "king",
            _ => false,
        };
        let titled = |m: &&Mention| {
            let words = || m.title.range().map(|i| self.text.word(i).to_ascii_lowercase());
            let prime = matches!(self.text.word(noun), "leaders" | "leader") && words().any(|w| w == "prime");
            let junior = words().any(|w| matches!(&*w, "vice" | "deputy" | "former"));
            (prime || words().any(|w| leads(&w))) && !junior
        };
        let of = self.discourse.titled(of).map(|m| &self.mentions.mentions[m as usize]);
        let mut found = of.filter(titled).map(|m| m.entity);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// Whether nothing before `noun` tells the office from that of a person's title: "the foreign minister" is no prime
    /// minister, "the minister" may be either.
    fn is_office_of(&self, m: &Mention, noun: usize) -> bool {
        let key = self.text.key(noun);
        let Some(own) = m.title.range().find(|&i| self.text.key(i) == key) else { return true };
        let field = |i: usize, first: usize| {
            let before = i.checked_sub(1).filter(|&b| b >= first && self.text.tokens[b].is_word())?;
            let tag = self.syntax.sentence.contains(before).then(|| self.syntax.tag(before));
            let plain = tag.is_none_or(|t| t.is_noun() || t.is_adjective()) && self.mention_at(before).is_none();
            let word = self.text.word(before).to_ascii_lowercase();
            (plain && !PASSING.contains(&word.as_str())).then_some(word)
        };
        let group = self.syntax.groups[self.syntax.group_of(noun)].tokens.start as usize;
        let junior = |f: &Option<String>| f.as_deref().is_some_and(|w| matches!(w, "vice" | "deputy" | "assistant"));
        match (field(noun, group), field(own, m.title.start as usize)) {
            (Some(one), Some(other)) => one == other,
            (one, other) => !junior(&one) && !junior(&other),
        }
    }

    /// "the two leaders", "both sides", "the president", "the country": whom the document leaves no doubt about.
    pub(super) fn definite(&self, tokens: TokenRange, head: usize, calling: Calling, plural: bool) -> Vec<Actor> {
        let nominal = |entity| Actor::nominal(entity, tokens);
        let before = || tokens.range().take_while(|&i| i < head);
        let count = before().find_map(|i| counted(self.text.word(i)));
        let key = self.text.key(head);
        // "the warring sides": not those who talk.
        if before().any(|i| matches!(self.text.word(i), "warring" | "rival" | "opposing" | "conflicting" | "feuding")) {
            return Vec::new();
        }
        // "both sides" are whoever they are; "the pair" are two.
        let side = key == const { Key::of_ascii("sides") };
        let pair = key == const { Key::of_ascii("pair") } || key == const { Key::of_ascii("duo") };
        let calling = if side { Calling::Side } else { calling };
        let (plural, count) = (plural || pair, count.or(pair.then_some(2)));
        // "would partner with government"
        let bare = tokens.len() == 1 && key == const { Key::of_ascii("government") };
        let definite = count.is_some()
            || bare
            || before().any(|i| {
                [const { Key::of_ascii("the") }, const { Key::of_ascii("this") }, const { Key::of_ascii("that") }]
                    .contains(&self.text.key(i))
            });
        // "the pair", "the duo": two persons sooner than two sides.
        if pair {
            let persons = self.several(tokens.start as usize, Calling::Human, count);
            if persons.len() == 2 {
                return persons.into_iter().map(nominal).collect();
            }
        }
        if plural && definite {
            return self.several(tokens.start as usize, calling, count).into_iter().map(nominal).collect();
        }
        if plural || !definite {
            return Vec::new();
        }
        match calling {
            Calling::Office | Calling::Human => {
                // "the Sultan", "the President": of the country the text is written from, where nobody is named.
                let rules = RULERS.contains(&self.text.word(head)) && !self.text.tokens[head].has(flag::SENTENCE_START);
                let state = || self.discourse.home().filter(|_| rules);
                self.titled_before(head).or_else(state).map(nominal).into_iter().collect()
            }
            Calling::Organization => self.body_before(head).map(nominal).into_iter().collect(),
            Calling::State => {
                self.state_called(tokens, head).or_else(|| self.discourse.home()).map(nominal).into_iter().collect()
            }
            Calling::Body => {
                self.body_before(head).or_else(|| self.discourse.home()).map(nominal).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// "the island nation", "the East Asian country": words that tell it from the text's own; the state named last before it
    /// that does not act in its clause.
    fn state_called(&self, tokens: TokenRange, head: usize) -> Option<EntityId> {
        let told = tokens.range().any(|i| {
            i < head
                && (self.syntax.tag(i).is_adjective() || self.syntax.tag(i).is_noun())
                && !PASSING.contains(&self.text.word(i))
        });
        if !told {
            return None;
        }
        let g = self.syntax.group_of(head);
        let clause = self.syntax.groups[g].clause;
        let verb = self
            .syntax
            .verbs
            .iter()
            .rev()
            .find(|v| (v.group as usize) < g && self.syntax.groups[v.group as usize].clause == clause);
        let subject =
            verb.and_then(|v| v.subject).and_then(|s| self.mention_at(self.syntax.groups[s as usize].head as usize));
        let own =
            subject.and_then(|(m, mention)| self.acting(m, mention)).and_then(|a| self.discourse.country(a.entity));
        let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < tokens.start as usize);
        let sentence = self.text.sentence_of(head).saturating_sub(2);
        let near = self.mentions.mentions[..end].iter().enumerate().rev();
        near.take_while(|(_, m)| self.text.sentence_of(m.tokens.start as usize) >= sentence)
            .filter_map(|(i, m)| self.acting(i as u32, m))
            .map(|a| a.entity)
            .find(|e| self.discourse.country(*e) == Some(*e) && Some(*e) != own)
    }

    /// "the leaders of all parties": what follows says whose they are, and names nobody.
    fn is_of_others(&self, g: usize) -> bool {
        let of = self.syntax.groups.get(g + 1).filter(|p| p.kind == GroupKind::Preposition);
        of.is_some_and(|p| matches!(self.text.word(p.tokens.start as usize), "of" | "from"))
    }

    /// The person last named with the title that `noun` calls.
    fn titled_before(&self, noun: usize) -> Option<EntityId> {
        let key = self.text.key(noun);
        let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < noun);
        let before = &self.mentions.mentions[..end];
        before.iter().rev().find(|m| self.is_called(m, key) && self.is_office_of(m, noun)).map(|m| m.entity)
    }

    /// Whether a person's title, or what follows the name behind a comma, is the noun: "Lee, the mayor of Rome,".
    fn is_called(&self, m: &Mention, key: Key) -> bool {
        if m.title.range().any(|i| self.text.key(i) == key) {
            return true;
        }
        // "Minister of Foreign Affairs Ann Lee"
        let begin = if m.title.is_empty() { m.tokens.start } else { m.title.start } as usize;
        if begin > 1 && self.text.word(begin - 1) == "of" && self.text.key(begin - 2) == key {
            return true;
        }
        let end = m.tokens.end as usize;
        let behind = end + 1..(end + 1 + LONGEST_APPOSITION).min(self.text.tokens.len());
        let person = self.mentions.entity(m.entity).entity_type == EntityType::Person;
        person
            && behind.start < behind.end
            && self.text.word(end) == ","
            && behind.take_while(|&i| self.text.tokens[i].is_word()).any(|i| self.text.key(i) == key)
    }

    /// The organization last named whose name or kind is what `noun` calls; a firm of no known kind where the nearest
    /// sentence that names any names one.
    fn body_before(&self, noun: usize) -> Option<EntityId> {
        let word = self.text.word(noun).to_ascii_lowercase();
        let key = if word == "lender" { const { Key::of_ascii("bank") } } else { self.text.key(noun) };
        let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < noun);
        self.mentions.mentions[..end]
            .iter()
            .rev()
            .take(30)
            .find(|m| {
                let organization = self.mentions.entity(m.entity).entity_type == EntityType::Organization;
                let says = m.tokens.range().any(|i| self.text.key(i) == key);
                let kind = self.kind(m.entity).map(Kind::label);
                organization && (says || kind.is_some_and(|k| is_kind(&word, k)))
            })
            .map(|m| m.entity)
            .or_else(|| self.firm_before(noun).filter(|_| FIRMS.contains(&word.as_str())))
    }

    /// The one company, or organization no list knows, that the nearest sentence with any names before `noun`.
    fn firm_before(&self, noun: usize) -> Option<EntityId> {
        let firm = |e: EntityId| {
            self.mentions.entity(e).entity_type == EntityType::Organization
                && self.kind(e).is_none_or(|k| k == Kind::Company)
        };
        let sentence = self.text.sentence_of(noun);
        (sentence.saturating_sub(2)..sentence)
            .rev()
            .find_map(|s| {
                let named =
                    self.mentions.within(self.text.sentences[s].tokens).map(|m| self.mentions.mentions[m].entity);
                let mut firms: Vec<EntityId> = named.filter(|e| firm(*e)).collect();
                firms.dedup();
                // Of several the one the sentence begins with.
                let first = self.mentions.within(self.text.sentences[s].tokens).next();
                let begins = first.map(|m| &self.mentions.mentions[m]).filter(|m| {
                    firm(m.entity) && m.tokens.start <= self.text.sentences[s].tokens.start + NEAREST_SUBJECT
                });
                let first = begins.map(|m| m.entity);
                (!firms.is_empty()).then(|| first.or_else(|| (firms.len() == 1).then(|| firms[0])))
            })
            .flatten()
    }
}

/// A firm that begins so many tokens behind the start of a sentence is its subject.
const NEAREST_SUBJECT: u32 = 2;

/// What a company is called.
const FIRMS: [&str; 15] = [
    "company",
    "firm",
    "manufacturer",
    "carmaker",
    "automaker",
    "retailer",
    "startup",
    "conglomerate",
    "utility",
    "insurer",
    "miner",
    "carrier",
    "operator",
    "giant",
    "broadcaster",
];

/// Rulers, written with a capital where there is no doubt whose.
const RULERS: [&str; 7] = ["Sultan", "King", "Emir", "Amir", "President", "Premier", "Queen"];

/// What is said of whoever holds an office, not of the office.
const PASSING: [&str; 14] = [
    "new", "visiting", "former", "late", "then", "outgoing", "incoming", "current", "acting", "the", "his", "her",
    "their", "top",
];

/// Parts of a country that people come from.
const REGIONS: [&str; 7] = ["region", "province", "state", "city", "district", "north", "south"];

/// Parts of a state that act for it, several at a time.
const ARMS: [&str; 5] = ["agencies", "ministries", "departments", "commissions", "councils"];

/// Whether a noun calls a kind of organization.
fn is_kind(word: &str, kind: &str) -> bool {
    word == kind || matches!((word, kind), ("bloc", "alliance" | "union") | ("lender", "bank"))
}

/// How many a word says there are.
fn counted(word: &str) -> Option<usize> {
    let words = ["both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let at = words.iter().position(|w| w.eq_ignore_ascii_case(word))?;
    Some(at.max(1) + 1)
}
