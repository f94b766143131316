//! From a noun group to the actors it means.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Syntax, lexical};
use crate::gazetteer::{EntityType, Gazetteer, Kind};
use crate::mention::{EntityId, Form, Mention, Mentions};
use crate::text::{Key, Tag, Text, TokenRange, flag, inflect};

use super::discourse::is_state;
use super::vocabulary::{Calling, calling_of};
use super::{Actor, Anchor, Discourse, Via};

/// Most words between the comma behind a name and the noun that says who it is.
const LONGEST_APPOSITION: usize = 6;

/// Nouns that take their actors from what stands behind "of".
static PARTS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "group number dozen hundred thousand pair couple handful majority series team delegation crowd band part most many \
         several some rest kind sort type",
    )
});

/// The actors of a noun group and the group after the last one read for them ("the presidents of A and B").
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// Different actors, in the order of the text; empty when the group means nobody known.
    pub actors: Vec<Actor>,
    /// One past the last group read.
    pub end: usize,
    /// The group holds a name of its own: not a mere description.
    pub named: bool,
}

/// Reads the noun groups of one sentence as actors.
#[derive(Clone, Copy)]
pub struct Resolver<'a> {
    /// The text.
    pub text: Text<'a>,
    /// The structure of the sentence.
    pub syntax: &'a Syntax,
    /// What the text names.
    pub mentions: &'a Mentions,
    /// What is known.
    pub gazetteer: &'a Gazetteer,
    /// What was said before.
    pub discourse: &'a Discourse,
}

impl<'a> Resolver<'a> {
    /// The actors that group `g` means.
    pub fn group(&self, g: usize) -> Resolved {
        let group = self.syntax.groups[g];
        let mut resolved = Resolved { actors: Vec::new(), end: g + 1, named: false };
        if group.kind != GroupKind::Noun {
            return resolved;
        }
        let head = group.head as usize;
        if let Some((m, mention)) = self.mention_at(head) {
            resolved.named = true;
            // "US-China": names joined by a hyphen are all meant.
            for (k, other) in self.mentions_in(group.tokens).filter(|(_, o)| o.tokens.start < mention.tokens.start) {
                if self.joined(other, mention) {
                    self.add(&mut resolved.actors, self.acting(k, other));
                }
            }
            if !self.is_whereabouts(g, mention) {
                self.add(&mut resolved.actors, self.acting(m, mention));
            }
            return resolved;
        }
        // "a group of Moroccan diplomats", "dozens of officials from Peru"
        if self.is_part(head)
            && let Some(of) = self.syntax.groups.get(g + 1).filter(|p| p.kind == GroupKind::Preposition)
            && self.text.word(of.tokens.start as usize) == "of"
            && g + 2 < self.syntax.groups.len()
        {
            let whole = self.group(g + 2);
            if !whole.actors.is_empty() {
                return whole;
            }
        }
        let tag = self.syntax.tag(head);
        if tag == Tag::Pronoun {
            resolved.actors = self.pronoun(head);
            return resolved;
        }
        let Some((calling, plural)) = calling_of(self.text.key(head)) else {
            // "Jordan's efforts to support Lebanon": who owns the efforts supports.
            if self.syntax.verbs.iter().any(|v| v.noun == Some(g as u32)) {
                resolved.actors = self.owner(g, head);
            }
            if resolved.actors.is_empty() {
                self.quantified(g, &mut resolved);
            }
            return resolved;
        };
        self.described(g, calling, plural, &mut resolved);
        resolved
    }

    /// Whether a noun only says how many or what sort: "a group of", "dozens of".
    fn is_part(&self, head: usize) -> bool {
        PARTS.contains(&self.text.key(head)) || self.syntax.tag(head) == Tag::Number
    }

    /// Whether a name behind "in", "from", "at" only tells where: a town, a region.
    fn is_whereabouts(&self, g: usize, mention: &Mention) -> bool {
        let Some(preposition) = self.syntax.groups[g].preposition else { return false };
        let word = self.text.word(self.syntax.groups[preposition as usize].tokens.start as usize);
        let kind = self.kind(mention.entity);
        let local =
            self.mentions.entity(mention.entity).entity_type == EntityType::Place && kind.is_some_and(|k| !is_state(k));
        local
            && ["in", "from", "at", "near", "through", "across", "around", "outside", "inside", "into"].contains(&word)
    }

    /// The place a noun group names as the aim of a way.
    pub fn destination(&self, g: usize) -> Option<Actor> {
        let (m, mention) = self.mention_at(self.syntax.groups[g].head as usize)?;
        self.acting(m, mention)
    }

    /// The actors that own what group `g` is about, named before token `until`: "Kim's", "his", "US-China", "Russian".
    pub fn owner(&self, g: usize, until: usize) -> Vec<Actor> {
        let group = self.syntax.groups[g];
        let mut actors = Vec::new();
        if !group.owner.is_empty() {
            let last = group.owner.end as usize - 1;
            if self.syntax.tag(last) == Tag::Owner {
                return self.pronoun(last);
            }
            // "Russia's", "the Russian minister's", "the two leaders'"
            let owner = TokenRange { start: group.owner.start, end: group.owner.end - 1 };
            self.within(owner, &mut actors);
            // "China and Japan's agreement"
            let mut k = g;
            while let Some(join) =
                self.syntax.before(k).filter(|&j| self.syntax.groups[j].kind == GroupKind::Coordinator)
                && let Some(other) = self.syntax.before(join)
                && self.syntax.groups[other].kind == GroupKind::Noun
                && self.syntax.groups[other].preposition == group.preposition
                && !actors.is_empty()
                && self.mention_at(self.syntax.groups[other].head as usize).is_some()
            {
                let more = self.group(other).actors;
                more.into_iter().for_each(|a| self.add(&mut actors, Some(a)));
                k = other;
            }
            if !actors.is_empty() {
                return actors;
            }
        }
        let before = TokenRange::new(group.tokens.start as usize, until);
        for (m, mention) in self.mentions_in(before) {
            if mention.tokens.end as usize <= until {
                self.add(&mut actors, self.acting(m, mention));
            }
        }
        actors
    }

    /// The actors named or described within some tokens of one group.
    fn within(&self, tokens: TokenRange, actors: &mut Vec<Actor>) {
        let Some(head) =
            tokens.range().rev().find(|&i| self.syntax.tag(i).is_noun() || self.syntax.tag(i) == Tag::Pronoun)
        else {
            self.mentions_in(tokens).for_each(|(m, mention)| self.add(actors, self.acting(m, mention)));
            return;
        };
        if let Some((m, mention)) = self.mention_at(head) {
            return self.add(actors, self.acting(m, mention));
        }
        if let Some((calling, plural)) = calling_of(self.text.key(head)) {
            let named = self.describing(tokens, head);
            if named.is_empty() {
                *actors = self.definite(tokens, head, calling, plural);
            } else {
                named.into_iter().for_each(|a| self.add(actors, Some(a)));
            }
        }
    }

    fn add(&self, actors: &mut Vec<Actor>, actor: Option<Actor>) {
        if let Some(actor) = actor
            && actors.iter().all(|a| a.entity != actor.entity)
        {
            actors.push(actor);
        }
    }

    /// The mention that holds a token.
    fn mention_at(&self, token: usize) -> Option<(u32, &'a Mention)> {
        let at = self.mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
        let mention = self.mentions.mentions.get(at).filter(|m| m.tokens.contains(token))?;
        Some((at as u32, mention))
    }

    fn mentions_in(&self, tokens: TokenRange) -> impl Iterator<Item = (u32, &'a Mention)> {
        let mentions = self.mentions;
        mentions.within(tokens).map(move |m| (m as u32, &mentions.mentions[m]))
    }

    fn joined(&self, first: &Mention, second: &Mention) -> bool {
        let between = first.tokens.end as usize..second.tokens.start as usize;
        between.len() == 1 && matches!(self.text.word(between.start), "-" | "–" | "/" | "‐")
            || between.is_empty() && first.form == Form::Demonym && second.form == Form::Demonym
    }

    fn kind(&self, entity: EntityId) -> Option<Kind> {
        Some(self.gazetteer.kind(self.mentions.entity(entity).entry?))
    }

    /// The actor a name stands for where it acts: a capital stands for its country, a river for nobody.
    pub fn acting(&self, m: u32, mention: &Mention) -> Option<Actor> {
        let entity = mention.entity;
        let own = Actor { entity, anchor: Anchor::Mention(m), via: Via::of(mention.form) };
        if self.mentions.entity(entity).entity_type != EntityType::Place {
            return Some(own);
        }
        match self.kind(entity) {
            None => Some(own),
            Some(Kind::Capital | Kind::Seat) => {
                let country = self.discourse.country(entity);
                Some(country.map_or(own, |entity| Actor { entity, via: Some(Via::Metonym), ..own }))
            }
            Some(Kind::Water | Kind::Landform | Kind::Building | Kind::Street) => None,
            Some(_) => Some(own),
        }
    }

    /// Names that describe an office or body in its own group: "Chinese and Russian officials", "EU leaders", "Kim's envoy".
    fn describing(&self, tokens: TokenRange, head: usize) -> Vec<Actor> {
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

    fn described(&self, g: usize, calling: Calling, plural: bool, resolved: &mut Resolved) {
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
        let mut named = if speaks { self.describing(group.tokens, head) } else { Vec::new() };
        if calling == Calling::Office
            && !plural
            && named.len() == 1
            && let Some(person) = self.holder(head, named[0].entity)
        {
            // "the Irish prime minister", named elsewhere.
            resolved.actors.push(Actor {
                entity: person,
                anchor: Anchor::Words(group.tokens),
                via: Some(Via::Nominal),
            });
            return;
        }
        if named.is_empty() && !group.owner.is_empty() && speaks {
            let mut owners = self.owner(g, head);
            // "Kim's envoy" speaks for Kim's country.
            for owner in &mut owners {
                if self.mentions.entity(owner.entity).entity_type == EntityType::Person
                    && let Some(country) = self.discourse.country(owner.entity)
                {
                    owner.entity = country;
                    owner.via = Some(Via::Office);
                }
            }
            // "his fellow ministers": not he himself.
            owners.retain(|a| self.mentions.entity(a.entity).entity_type != EntityType::Person);
            named = owners;
        }
        let mut end = g + 1;
        if let Some((places, after, listed)) = self.complement(g, plural) {
            if listed {
                named = places;
            } else if speaks {
                if calling == Calling::Office
                    && !plural
                    && places.len() == 1
                    && let Some(person) = self.holder(head, places[0].entity)
                {
                    resolved.actors.push(Actor {
                        entity: person,
                        anchor: Anchor::Words(group.tokens),
                        via: Some(Via::Nominal),
                    });
                    resolved.end = after;
                    return;
                }
                // "European leaders in Brussels": where they are, once it is said whose they are.
                let only_where = self.text.word(self.syntax.groups[g + 1].tokens.start as usize) == "in";
                if named.is_empty() || calling == Calling::Office && !only_where {
                    for place in places {
                        self.add(&mut named, Some(Actor { via: place.via.or(Some(Via::Office)), ..place }));
                    }
                }
            }
            end = after;
        }
        if named.is_empty() {
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
                GroupKind::Preposition => self.text.word(group.tokens.start as usize) == "of",
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
                    groups.get(p).is_some_and(|k| self.text.word(k.tokens.start as usize) == "namely")
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
            let Some((m, mention)) = self.mention_at(noun.head as usize) else {
                // "15 countries including the ten members (A, B and C)"
                let inner = if whole && calling_of(self.text.key(noun.head as usize)).is_some_and(|(_, many)| many) {
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
            if self.mentions.entity(mention.entity).entity_type == EntityType::Person {
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
        let titled = |m: &&Mention| {
            let person = self.mentions.entity(m.entity);
            let calls = |i: usize| [key, counterpart].contains(&self.text.key(i)) || key == counterpart;
            person.entity_type == EntityType::Person
                && self.discourse.country(m.entity) == Some(of)
                && m.title.range().any(calls)
        };
        let mut found = self.mentions.mentions.iter().filter(titled).map(|m| m.entity);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// "the two leaders", "both sides", "the president", "the country": whom the document leaves no doubt about.
    fn definite(&self, tokens: TokenRange, head: usize, calling: Calling, plural: bool) -> Vec<Actor> {
        let nominal = |entity| Actor { entity, anchor: Anchor::Words(tokens), via: Some(Via::Nominal) };
        let before = || tokens.range().take_while(|&i| i < head);
        let two = before().any(|i| {
            let key = self.text.key(i);
            key == const { Key::of_ascii("two") } || key == const { Key::of_ascii("both") }
        });
        let definite = two
            || before().any(|i| {
                [const { Key::of_ascii("the") }, const { Key::of_ascii("this") }, const { Key::of_ascii("that") }]
                    .contains(&self.text.key(i))
            });
        if plural && (two || definite && calling == Calling::Side) {
            let mut pair = self.pair(calling);
            if pair.is_empty() && two {
                pair = self.two_before(head, calling);
            }
            return pair.into_iter().map(nominal).collect();
        }
        if plural || !definite {
            return Vec::new();
        }
        match calling {
            Calling::Office | Calling::Human => self.titled_before(head).map(nominal).into_iter().collect(),
            Calling::Organization => self.body_before(head).map(nominal).into_iter().collect(),
            Calling::State => self.discourse.home().map(nominal).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// "both", "the two", "the pair" alone.
    fn quantified(&self, g: usize, resolved: &mut Resolved) {
        let group = self.syntax.groups[g];
        let key = self.text.key(group.head as usize);
        if key == const { Key::of_ascii("both") }
            || key == const { Key::of_ascii("two") } && group.tokens.len() == 2
            || key == const { Key::of_ascii("pair") }
            || key == const { Key::of_ascii("duo") }
        {
            let nominal = |entity| Actor { entity, anchor: Anchor::Words(group.tokens), via: Some(Via::Nominal) };
            resolved.actors = self.pair(Calling::Side).into_iter().map(nominal).collect();
        }
    }

    /// The two who last acted together, as persons or as the states they speak for.
    fn pair(&self, calling: Calling) -> Vec<EntityId> {
        let person = |e: &EntityId| self.mentions.entity(*e).entity_type == EntityType::Person;
        for together in self.discourse.together().filter(|t| t.len() == 2) {
            let together: Vec<EntityId> = together.iter().map(|a| a.entity).collect();
            let persons = together.iter().filter(|e| person(e)).count();
            match calling {
                Calling::Office | Calling::Human if persons == 2 => return together,
                Calling::Side if persons != 1 => return together,
                Calling::Organization if persons == 0 => return together,
                Calling::State | Calling::Body => {
                    let mut states: Vec<EntityId> =
                        together.iter().filter_map(|e| self.discourse.country(*e)).collect();
                    states.dedup();
                    if states.len() == 2 {
                        return states;
                    }
                }
                _ => {}
            }
        }
        Vec::new()
    }

    /// "the two countries": the two states, bodies or persons named in this sentence before the words or, of none, in the
    /// nearest sentence that names any; nobody where it names more.
    fn two_before(&self, token: usize, calling: Calling) -> Vec<EntityId> {
        let person = matches!(calling, Calling::Office | Calling::Human);
        let fits = |entity: EntityId| match self.mentions.entity(entity).entity_type {
            EntityType::Person => person,
            EntityType::Organization => matches!(calling, Calling::Organization | Calling::Side | Calling::Body),
            EntityType::Place => !person && calling != Calling::Organization && self.kind(entity).is_some_and(is_state),
        };
        let sentence = self.text.sentence_of(token);
        for s in (sentence.saturating_sub(3)..=sentence).rev() {
            let mut found: Vec<EntityId> = Vec::new();
            for m in self.mentions.within(self.text.sentences[s].tokens) {
                let mention = &self.mentions.mentions[m];
                if mention.tokens.start as usize >= token {
                    break;
                }
                if let Some(actor) = self.acting(m as u32, mention)
                    && fits(actor.entity)
                    && !found.contains(&actor.entity)
                {
                    found.push(actor.entity);
                }
            }
            match found.len() {
                0 | 1 => {}
                2 => return found,
                _ => break,
            }
        }
        Vec::new()
    }

    /// The person last named with the title that `noun` calls.
    fn titled_before(&self, noun: usize) -> Option<EntityId> {
        let key = self.text.key(noun);
        let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < noun);
        let before = &self.mentions.mentions[..end];
        before.iter().rev().find(|m| self.is_called(m, key)).map(|m| m.entity)
    }

    /// Whether a person's title, or what follows the name behind a comma, is the noun: "Lee, the mayor of Rome,".
    fn is_called(&self, m: &Mention, key: Key) -> bool {
        if m.title.range().any(|i| self.text.key(i) == key) {
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

    /// The organization last named whose name or kind is what `noun` calls.
    fn body_before(&self, noun: usize) -> Option<EntityId> {
        let key = self.text.key(noun);
        let word = self.text.word(noun).to_ascii_lowercase();
        let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < noun);
        self.mentions.mentions[..end]
            .iter()
            .rev()
            .take(30)
            .find(|m| {
                let organization = self.mentions.entity(m.entity).entity_type == EntityType::Organization;
                let says = m.tokens.range().any(|i| self.text.key(i) == key);
                let kind = self.kind(m.entity).map(Kind::label);
                organization && (says || kind.is_some_and(|k| k == word || k == "alliance" && word == "bloc"))
            })
            .map(|m| m.entity)
    }

    /// Whom a pronoun means: of the persons named before it the acting one of its own or the last sentence, if its gender
    /// fits.
    fn pronoun(&self, token: usize) -> Vec<Actor> {
        let word = self.text.word(token).to_ascii_lowercase();
        let actor = |entity| Actor {
            entity,
            anchor: Anchor::Words(TokenRange::new(token, token + 1)),
            via: Some(Via::Pronoun),
        };
        match &*word {
            "he" | "him" | "his" | "himself" => self.person_before(token, true).map(actor).into_iter().collect(),
            "she" | "her" | "hers" | "herself" => self.person_before(token, false).map(actor).into_iter().collect(),
            "they" | "them" | "their" | "themselves" => self.pair_before(token).into_iter().map(actor).collect(),
            "we" | "us" | "our" | "ours" | "ourselves" => self.speaker(token).map(actor).into_iter().collect(),
            "it" | "its" | "itself" => self.thing_before(token).map(actor).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// For whom "we" speaks: the country of the person who speaks in this sentence, else of who was named last before it.
    fn speaker(&self, token: usize) -> Option<EntityId> {
        let said = self.syntax.verbs.iter().filter(|v| {
            let said = &self.text.tokens[v.main as usize];
            lexical::is_sayer(said.key) && said.flags & flag::QUOTED == 0
        });
        let mut speakers =
            said.filter_map(|v| v.subject.or_else(|| self.syntax.after(v.group as usize).map(|g| g as u32)));
        let subject = speakers.find_map(|g| {
            let head = self.syntax.groups[g as usize].head as usize;
            self.mention_at(head).map(|(_, m)| m.entity)
        });
        let person = |m: &&Mention| self.mentions.entity(m.entity).entity_type == EntityType::Person;
        let speaker = subject.or_else(|| {
            let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < token);
            self.mentions.mentions[..end].iter().rev().find(person).map(|m| m.entity)
        })?;
        if self.mentions.entity(speaker).entity_type == EntityType::Person {
            return self.discourse.country(speaker);
        }
        Some(speaker)
    }

    fn person_before(&self, token: usize, male: bool) -> Option<EntityId> {
        use crate::mention::Gender;
        let fits = |m: &&Mention| {
            let entity = self.mentions.entity(m.entity);
            entity.entity_type == EntityType::Person
                && match entity.gender {
                    Some(Gender::Male) => male,
                    Some(Gender::Female) => !male,
                    None => true,
                }
        };
        let sentence = self.text.sentence_of(token);
        // In its own sentence the first person named: mostly its subject. Then the same of the sentences before.
        for s in (sentence.saturating_sub(3)..=sentence).rev() {
            let tokens = self.text.sentences[s].tokens;
            let mut found = self
                .mentions
                .within(tokens)
                .map(|m| &self.mentions.mentions[m])
                .filter(|m| (m.tokens.start as usize) < token);
            if let Some(first) = found.find(|m| fits(m)) {
                return Some(first.entity);
            }
        }
        None
    }

    /// "they", "their": two named together in the same sentence, or those who last acted together.
    fn pair_before(&self, token: usize) -> Vec<EntityId> {
        // The subject of the sentence, when it is a list.
        for verb in self.syntax.verbs.iter().filter(|v| (v.main as usize) < token) {
            let Some(subject) = verb.subject else { continue };
            let mut actors: Vec<EntityId> = Vec::new();
            // "The brothers used their ties": those the plural means, and nobody else.
            let head = self.syntax.groups[subject as usize].head as usize;
            if self.syntax.tag(head) == Tag::Nouns && self.mention_at(head).is_none() && head < token {
                return self.group(subject as usize).actors.iter().map(|a| a.entity).collect();
            }
            for g in subject as usize..verb.group as usize {
                let group = &self.syntax.groups[g];
                if group.tokens.end as usize > token || group.kind == GroupKind::Verb {
                    break;
                }
                if group.kind == GroupKind::Noun
                    && let Some((m, mention)) = self.mention_at(group.head as usize)
                    && let Some(actor) = self.acting(m, mention)
                    && !actors.contains(&actor.entity)
                {
                    actors.push(actor.entity);
                }
            }
            if actors.len() > 1 {
                return actors;
            }
        }
        self.discourse.together().next().map(|t| t.iter().map(|a| a.entity).collect()).unwrap_or_default()
    }

    /// "it", "its": the state or organization that acts in the same sentence, or began the last.
    fn thing_before(&self, token: usize) -> Option<EntityId> {
        let thing = |m: &&Mention| {
            let entity = self.mentions.entity(m.entity);
            entity.entity_type == EntityType::Organization
                || entity.entity_type == EntityType::Place
                    && self.kind(m.entity).is_none_or(|k| is_state(k) || matches!(k, Kind::Capital | Kind::Seat))
        };
        let sentence = self.text.sentence_of(token);
        for s in (sentence.saturating_sub(1)..=sentence).rev() {
            let tokens = self.text.sentences[s].tokens;
            let found = self.mentions.within(tokens).find(|&m| {
                let mention = &self.mentions.mentions[m];
                (mention.tokens.end as usize) <= token && thing(&mention)
            });
            if let Some(m) = found {
                return self.acting(m as u32, &self.mentions.mentions[m]).map(|a| a.entity);
            }
        }
        None
    }
}
