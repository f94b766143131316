//! Pronouns: whom "he", "they", "it", "we" mean.

use std::ops::Range;

use crate::clause::{GroupKind, Link, lexical};
use crate::gazetteer::EntityType;
use crate::mention::{EntityId, Mention, is_kin};
use crate::text::{Key, Tag, TokenKind, TokenRange, flag};

use super::super::vocabulary::{Calling, calling_of};
use super::super::{Actor, Anchor, Via};
use super::Resolver;

/// What somebody does or wants himself, so that "his" is mostly of who acts in the clause.
const DOINGS: [&str; 20] = [
    "desire",
    "determination",
    "eagerness",
    "intention",
    "journey",
    "keenness",
    "meeting",
    "meetings",
    "readiness",
    "refusal",
    "reluctance",
    "stay",
    "talks",
    "tour",
    "trip",
    "unwillingness",
    "visit",
    "visits",
    "willingness",
    "wish",
];

/// What opens a phrase or clause before the main one.
const OPENERS: [&str; 7] = ["As", "After", "Before", "When", "While", "During", "Since"];

/// The same behind the first word of a sentence.
const OPENING: [Key; 7] = Key::each(["as", "after", "before", "when", "while", "during", "since"]);

/// A pronoun may mean what another pronoun means, and so on; news has chains of two.
const DEEPEST: u8 = 6;

impl<'a> Resolver<'a> {
    /// Whom a pronoun means, asked through no more than [`DEEPEST`] others: "their army and their police".
    pub(super) fn pronoun(&self, token: usize) -> Vec<Actor> {
        let asked = &self.discourse.asked;
        if asked.get() >= DEEPEST {
            return Vec::new();
        }
        asked.set(asked.get() + 1);
        let actors = self.meant(token);
        asked.set(asked.get() - 1);
        actors
    }

    /// Whom a pronoun means: of the persons named before it the acting one of its own or the last sentence, if its gender
    /// fits.
    fn meant(&self, token: usize) -> Vec<Actor> {
        let word = self.text.word(token).to_ascii_lowercase();
        let actor = |entity| Actor {
            entity,
            anchor: Anchor::Words(TokenRange::new(token, token + 1)),
            via: Some(Via::Pronoun),
        };
        match &*word {
            // "Ek's speech and his trip": of whom the noun before is.
            "his" | "her" if let Some(owner) = self.owner_beside(token, &*word == "his") => vec![actor(owner)],
            // "Lee said Ek would end his trip": his who acts in its clause.
            "his" | "her" if let Some(own) = self.acting_owner(token, &*word == "his") => vec![actor(own)],
            "his" | "her" if let Some(unnamed) = self.unnamed_owner(token) => {
                unnamed.into_iter().map(|a| actor(a.entity)).collect()
            }
            // "Ek's aide Lee said he": who says so.
            "he" | "she" if let Some(teller) = self.teller_of(token, &*word == "he") => vec![actor(teller)],
            "he" | "his" | "himself" => {
                self.officer(token).or_else(|| self.person_before(token, true, None)).map(actor).into_iter().collect()
            }
            "she" | "hers" | "herself" => {
                self.officer(token).or_else(|| self.person_before(token, false, None)).map(actor).into_iter().collect()
            }
            // "Lee said she met him": not the one who acts.
            "him" | "her" => {
                let male = &*word == "him";
                let owner = self.syntax.groups[self.syntax.group_of(token)].owner.contains(token);
                let acting = if owner { None } else { self.acting_on(token) };
                self.person_before(token, male, acting).map(actor).into_iter().collect()
            }
            "them" if self.are_others(token) => Vec::new(),
            "they" | "them" | "their" | "themselves" => self.those_before(token).into_iter().map(actor).collect(),
            // "$500 US"
            "us" if self.text.tokens[token].has(flag::ALL_CAPS) => Vec::new(),
            "we" | "us" | "our" | "ours" | "ourselves" => {
                self.speaker(token).and_then(|s| self.spoken_for(s)).map(actor).into_iter().collect()
            }
            "i" | "me" | "my" | "mine" | "myself" if self.text.tokens[token].has(flag::QUOTED) => {
                self.speaker(token).map(actor).into_iter().collect()
            }
            "its" | "itself" => {
                let told = || self.tells_behind(token).or_else(|| self.acts_behind(token)).map(Some);
                let owner = self.joined_before(token).or_else(told).or_else(|| self.acting_thing(token));
                owner.unwrap_or_else(|| self.thing_before(token)).map(actor).into_iter().collect()
            }
            "it" if self.is_extraposed(token) => Vec::new(),
            "it" => match self.told_by(token) {
                Some(teller) => teller.map(actor).into_iter().collect(),
                None => self.thing_before(token).map(actor).into_iter().collect(),
            },
            _ => Vec::new(),
        }
    }

    /// Whom a speaker's "we" means: the body or country a person speaks for; others speak for themselves.
    fn spoken_for(&self, speaker: EntityId) -> Option<EntityId> {
        if self.mentions.entity(speaker).entity_type == EntityType::Person {
            return self.discourse.represented(speaker).or(Some(speaker));
        }
        Some(speaker)
    }

    /// Who speaks in this sentence, else the person named last before it; nobody where that is a name not known.
    pub fn speaker(&self, token: usize) -> Option<EntityId> {
        self.says(token).unwrap_or_else(|| {
            let person = |m: &&Mention| self.mentions.entity(m.entity).entity_type == EntityType::Person;
            let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < token);
            self.mentions.mentions[..end].iter().rev().find(person).map(|m| m.entity)
        })
    }

    /// Who is said to speak in this sentence or, of a quotation, in the one before it; nobody where that is a name not known.
    fn says(&self, token: usize) -> Option<Option<EntityId>> {
        let said = self.syntax.verbs.iter().filter(|v| {
            let said = &self.text.tokens[v.main as usize];
            lexical::is_sayer(said.key) && said.flags & flag::QUOTED == 0
        });
        let mut speakers =
            said.filter_map(|v| v.subject.or_else(|| self.syntax.after(v.group as usize).map(|g| g as u32)));
        let quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
        // "“We met Lee,” Corden said": somebody whom no list knows.
        let unknown = |g: u32| self.is_unknown_name(self.syntax.groups[g as usize].head as usize);
        let subject = speakers.find_map(|g| {
            let head = self.syntax.groups[g as usize].head as usize;
            let named = self.mention_at(head).map(|(_, m)| m.entity);
            let speaks = named.or_else(|| self.speaking(g as usize));
            speaks.map(Some).or_else(|| (quoted(token) && unknown(g)).then_some(None))
        });
        if subject.is_some() {
            return subject;
        }
        let person = |m: &&Mention| self.mentions.entity(m.entity).entity_type == EntityType::Person;
        // "“We will write,” team chief Bo Ek was quoted as saying": the person named behind the quotation.
        let behind = || {
            let named = self.mentions.within(self.syntax.sentence).map(|m| &self.mentions.mentions[m]);
            let outside = |m: &&Mention| m.tokens.start as usize > token && !quoted(m.tokens.start as usize);
            named.filter(person).find(outside).filter(|_| quoted(token)).map(|m| m.entity)
        };
        behind().or_else(|| self.spoke_before(token).filter(|_| quoted(token))).map(Some)
    }

    /// "Ek said of Lee. “I will go.”": the person named right beside the verb of saying in the sentence before.
    fn spoke_before(&self, token: usize) -> Option<EntityId> {
        let before = self.text.sentence_of(token).checked_sub(1)?;
        let named = self.mentions.within(self.text.sentences[before].tokens).map(|m| &self.mentions.mentions[m]);
        let says = |i: usize| {
            let said = self.text.tokens.get(i);
            said.is_some_and(|t| lexical::is_sayer(t.key) && !t.has(flag::QUOTED))
        };
        let speaks = |m: &&Mention| {
            let (first, end) = (m.tokens.start as usize, m.tokens.end as usize);
            let person = self.mentions.entity(m.entity).entity_type == EntityType::Person;
            let behind = first > 0 && says(first - 1) && matches!(self.text.word(end), "." | ",");
            person && !self.text.tokens[first].has(flag::QUOTED) && (says(end) || behind)
        };
        named.into_iter().find(speaks).map(|m| m.entity)
    }

    /// Who speaks where no name does: "Acme's director", "the bank". What a pronoun in the group means would be asked of the
    /// speaker again, so it does not count.
    fn speaking(&self, g: usize) -> Option<EntityId> {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let (calling, plural) = calling_of(self.text.key(head))?;
        let own = !group.owner.is_empty() && self.syntax.tag(group.owner.end as usize - 1) == Tag::Owner;
        let mut named = self.describing(group.tokens, head);
        if named.is_empty() && !own {
            named = self.definite(group.tokens, head, calling, plural);
        }
        named.first().map(|a| a.entity)
    }

    /// The subject of the verb before a token, if it is a person named or meant by "he" or "she".
    fn acting_on(&self, token: usize) -> Option<EntityId> {
        let verb = self.syntax.verbs.iter().rev().find(|v| (v.main as usize) < token)?;
        let head = self.syntax.groups[verb.subject? as usize].head as usize;
        if head >= token {
            return None;
        }
        match self.mention_at(head) {
            Some((_, mention)) => Some(mention.entity),
            None if self.syntax.tag(head) == Tag::Pronoun => self.pronoun(head).first().map(|a| a.entity),
            None => None,
        }
    }

    /// "The Peruvian leader left after he met Ek": the unnamed holder of an office who is the subject before the pronoun.
    fn officer(&self, token: usize) -> Option<EntityId> {
        let subject = self.syntax.verbs.iter().find(|v| v.link == Link::Main)?.subject? as usize;
        let head = self.syntax.groups[subject].head as usize;
        let office = matches!(calling_of(self.text.key(head)), Some((Calling::Office, false)));
        let first = self.syntax.groups[subject].tokens.start as usize;
        let owner = self.syntax.groups[subject].owner;
        let owned = !owner.is_empty() && self.syntax.tag(owner.end as usize - 1) == Tag::Possessive;
        let plain = self.mention_at(head).is_none()
            && head < token
            && (owned || self.text.key(first) == const { Key::of_ascii("the") });
        // Nobody is named between.
        let between = TokenRange::new(head + 1, token);
        let person =
            |m: usize| self.mentions.entity(self.mentions.mentions[m].entity).entity_type == EntityType::Person;
        if !office || !plain || self.mentions.within(between).any(person) {
            return None;
        }
        let actors = self.group(subject).actors;
        (actors.len() == 1).then(|| actors[0].entity)
    }

    /// "Lee denied that he": the man or woman named as the subject of the verb whose complement the pronoun acts in.
    fn teller_of(&self, token: usize, male: bool) -> Option<EntityId> {
        let own = self.syntax.group_of(token) as u32;
        let verb = self.syntax.verbs.iter().find(|v| v.subject == Some(own) && v.link == Link::Complement)?;
        let above = &self.syntax.verbs[verb.governor? as usize];
        let subject = above.subject.filter(|s| *s < above.group && !above.passive)? as usize;
        let (_, mention) = self.mention_at(self.syntax.groups[subject].head as usize)?;
        self.may_be(mention.entity, male).then_some(mention.entity)
    }

    /// "Ek's praise of the bank and his trip": the man or woman who owns the first noun behind the last verb.
    fn owner_beside(&self, token: usize, male: bool) -> Option<EntityId> {
        let and = token.checked_sub(1).filter(|&i| self.text.word(i) == "and")?;
        let first = self.syntax.sentence.start as usize;
        let verb = self.syntax.groups.iter().rev().find(|g| g.kind == GroupKind::Verb && g.tokens.end as usize <= and);
        let first = verb.map_or(first, |g| g.tokens.end as usize);
        let named = self.mentions.within(TokenRange::new(first, and)).map(|m| &self.mentions.mentions[m]);
        let owns = |m: &&Mention| matches!(self.text.word(m.tokens.end as usize), "'s" | "’s");
        named.into_iter().find(owns).map(|m| m.entity).filter(|owner| self.may_be(*owner, male))
    }

    /// Whether somebody is a person whom "he" or "she" may mean.
    fn may_be(&self, entity: EntityId, male: bool) -> bool {
        use crate::mention::Gender;
        let entity = self.mentions.entity(entity);
        let other = if male { Gender::Female } else { Gender::Male };
        entity.entity_type == EntityType::Person && entity.gender != Some(other)
    }

    /// The man or woman who is named as the subject of the clause of "his trip"; "Ek visited his house" is mostly another's.
    fn acting_owner(&self, token: usize, male: bool) -> Option<EntityId> {
        let subject = self.doer(token)?;
        let (_, mention) = self.mention_at(self.syntax.groups[subject].head as usize)?;
        self.may_be(mention.entity, male).then_some(mention.entity)
    }

    /// The subject of the clause of "his trip".
    fn doer(&self, token: usize) -> Option<usize> {
        let g = self.syntax.group_of(token);
        let clause = self.syntax.groups[g].clause;
        if !DOINGS.contains(&self.text.word(self.syntax.groups[g].head as usize)) {
            return None;
        }
        let of_clause =
            |v: &&crate::clause::Verb| (v.group as usize) < g && self.syntax.groups[v.group as usize].clause == clause;
        let subject = self.syntax.verbs.iter().rev().find(of_clause)?.subject.filter(|s| (*s as usize) < g)?;
        Some(subject as usize)
    }

    /// "the negotiator put off her trip": whom the words mean that call the subject without a name, nobody if it is not known.
    fn unnamed_owner(&self, token: usize) -> Option<Vec<Actor>> {
        let subject = self.doer(token)?;
        let head = self.syntax.groups[subject].head as usize;
        let called = calling_of(self.text.key(head));
        let somebody = matches!(called, Some((Calling::Human | Calling::Staff | Calling::Office, false)));
        (somebody && self.mention_at(head).is_none()).then(|| self.group(subject).actors)
    }

    fn person_before(&self, token: usize, male: bool, other_than: Option<EntityId>) -> Option<EntityId> {
        let sentence = self.text.sentence_of(token);
        let is_quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
        let quoted = is_quoted(token);
        // "“He met the minister,” Ek said": another than Ek.
        let opens =
            quoted && self.text.tokens[self.text.sentences[sentence].tokens.start as usize].kind == TokenKind::Quote;
        let speaks = self.says(token).flatten().filter(|_| opens);
        let fits =
            |m: &&Mention| Some(m.entity) != other_than && Some(m.entity) != speaks && self.may_be(m.entity, male);
        // In its own sentence the first person named: mostly its subject. Then the same of the sentences before; one that
        // begins with such a pronoun itself goes on about whoever was meant there.
        let mut later = None;
        for s in (sentence.saturating_sub(4)..=sentence).rev() {
            let tokens = self.text.sentences[s].tokens;
            let mut found = self
                .mentions
                .within(tokens)
                .map(|m| &self.mentions.mentions[m])
                .filter(|m| (m.tokens.start as usize) < token);
            // "“Ek is late,” said Lee before he left": not the one spoken of.
            let spoken = |m: &&Mention| !quoted && is_quoted(m.tokens.start as usize);
            // "Before her talks with Ek, he": another than whom she talked with.
            let with = |m: &&Mention| {
                let group = self.syntax.groups[self.syntax.group_of(m.tokens.start as usize)];
                let word = |p: u32| self.text.word(self.syntax.groups[p as usize].tokens.start as usize);
                group.preposition.is_some_and(|p| word(p) == "with")
            };
            // "the son of Bo Ek"
            let kin = |m: &&Mention| {
                let first = m.tokens.start as usize;
                first > 1 && self.text.word(first - 1) == "of" && is_kin(self.text.word(first - 2))
            };
            let other = |m: &&Mention| kin(m) || spoken(m) || s == sentence && with(m);
            // "As he left, Ann Lee called"
            if s + 1 == sentence
                && let Some(behind) = self.acting_behind(token).filter(|m| fits(m))
            {
                return Some(behind.entity);
            }
            // "Ek's aides said Lee called when he": the owner last.
            let owns = |m: &&Mention| s == sentence && matches!(self.text.word(m.tokens.end as usize), "'s" | "’s");
            let first = found.clone().find(|m| fits(m) && !other(m) && !owns(m));
            if let Some(first) = first.or_else(|| found.find(|m| fits(m) && !other(m))) {
                let same = |i: usize| {
                    let word = self.text.word(i);
                    if male { matches!(word, "He" | "he") } else { matches!(word, "She" | "she") }
                };
                let goes_on = s < sentence && (tokens.start as usize..first.tokens.start as usize).any(same);
                if !goes_on {
                    return Some(first.entity);
                }
                later.get_or_insert(first.entity);
            }
        }
        if later.is_some() {
            return later;
        }
        // "Asked about her talks, Ann Lee smiled": the subject that comes after.
        let after = self.syntax.verbs.iter().filter(|v| v.link == Link::Main).filter_map(|v| v.subject);
        let heads = after.map(|s| self.syntax.groups[s as usize].head as usize).filter(|head| *head > token);
        heads.filter_map(|head| self.mention_at(head)).map(|(_, m)| m).find(fits).map(|m| m.entity)
    }

    /// "As he left after the talks, Ann Lee called": the name that is the subject of the main clause behind a clause or phrase
    /// with the pronoun that opens the sentence.
    fn acting_behind(&self, token: usize) -> Option<&'a Mention> {
        let first = self.syntax.sentence.start as usize;
        let opens = OPENERS.contains(&self.text.word(first))
            // "Shortly before his trip"
            || OPENING.contains(&self.text.key(first + 1));
        let commas = self.syntax.groups.iter().enumerate().filter(|(_, k)| k.kind == GroupKind::Comma);
        let first = commas.map(|(k, _)| k + 1).find(|&k| k > self.syntax.group_of(token));
        let acts = |v: &&crate::clause::Verb| {
            let behind = |s: u32| self.syntax.groups[s as usize].tokens.start as usize > token;
            // "As he left, Lee will “praise” it, Ek said": Lee, who comes first.
            v.subject.is_some_and(|s| first == Some(s as usize) || v.link == Link::Main && behind(s))
        };
        let main = self.syntax.verbs.iter().find(acts)?;
        let subject = self.syntax.groups[main.subject? as usize];
        let behind = opens && (subject.tokens.start as usize) > token && !self.text.tokens[token].has(flag::QUOTED);
        let comma = (token..subject.tokens.start as usize).any(|i| self.text.word(i) == ",");
        self.mention_at(subject.head as usize).filter(|_| behind && comma).map(|(_, m)| m)
    }

    /// "lends to local borrowers to help them": the plural named last before it in its sentence, who are nobody known.
    fn are_others(&self, token: usize) -> bool {
        let g = self.syntax.group_of(token);
        let plural = |k: &&crate::clause::Group| {
            let head = k.head as usize;
            k.kind == GroupKind::Noun
                && self.syntax.tag(head) == Tag::Nouns
                && !self.is_named(head)
                && !self.is_part(head)
        };
        let last = self.syntax.groups[..g].iter().rposition(|k| plural(&k));
        let named = |k: usize| self.syntax.groups[k + 1..g].iter().any(|n| self.is_named(n.head as usize));
        last.is_some_and(|k| {
            !named(k)
                && self.mentions.within(self.syntax.groups[k].tokens).is_empty()
                && self.group(k).actors.is_empty()
        })
    }

    /// The body or people that says something right before "they"; nobody if it is not known who that is.
    fn told_by_those(&self, token: usize) -> Option<Vec<EntityId>> {
        let g = self.syntax.group_of(token);
        let verb = self.syntax.verbs.iter().rev().find(|v| (v.group as usize) < g)?;
        let subject = verb.subject.filter(|s| *s < verb.group)? as usize;
        let beside = g - verb.group as usize <= 2 && lexical::is_sayer(self.text.key(verb.main as usize));
        let (m, mention) = self.mention_at(self.syntax.groups[subject].head as usize).filter(|_| beside)?;
        let body = self.mentions.entity(mention.entity).entity_type == EntityType::Organization;
        let alone = subject + 1 == verb.group as usize || self.syntax.after(subject) == Some(verb.group as usize);
        (body && alone).then(|| self.acting(m, mention).map(|a| a.entity).into_iter().collect())
    }

    /// Whether the last noun before "they" in its sentence calls several whom nobody names.
    fn are_unknown(&self, token: usize) -> bool {
        let g = self.syntax.group_of(token);
        let nouns = self.syntax.groups[..g].iter().enumerate().rev().filter(|(_, k)| k.kind == GroupKind::Noun);
        // The noun right before: nobody is named between.
        let mut near = nouns.take_while(|(_, k)| self.mentions.within(k.tokens).is_empty());
        near.any(|(k, group)| {
            let head = group.head as usize;
            let many = matches!(calling_of(self.text.key(head)), Some((_, true)));
            many && group.owner.is_empty() && self.group(k).actors.is_empty()
        })
    }

    /// Whether a subject joins several: "Lee and her aides".
    fn are_joined(&self, groups: Range<usize>) -> bool {
        let first = groups.start;
        let and = groups.clone().find(|&k| self.syntax.groups[k].kind == GroupKind::Coordinator);
        // Right behind the first: "Lee of Peru and", not "Lee said in Rome and".
        and.is_some_and(|k| {
            k == first + 1
                && self.syntax.groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun)
                && k + 1 < groups.end
        })
    }

    /// "they", "their": two named together in the same sentence, or those who last acted together.
    fn those_before(&self, token: usize) -> Vec<EntityId> {
        // The subject of the sentence, when it is a list.
        for verb in self.syntax.verbs.iter().filter(|v| (v.main as usize) < token) {
            let Some(subject) = verb.subject else { continue };
            // "The brothers used their ties": those the plural means, and nobody else.
            let head = self.syntax.groups[subject as usize].head as usize;
            if self.syntax.tag(head) == Tag::Nouns && self.mention_at(head).is_none() && head < token {
                return self.group(subject as usize).actors.iter().map(|a| a.entity).collect();
            }
            let actors = self.listed_in(subject as usize..verb.group as usize, token);
            // "Lee and her aides have kept their ties": of the aides nobody is known.
            if actors.len() > 1 || actors.len() == 1 && self.are_joined(subject as usize..verb.group as usize) {
                return actors;
            }
        }
        // "The Greens say they met Lee": who says so.
        if let Some(tellers) = self.told_by_those(token) {
            return tellers;
        }
        // "asked unions whether they agreed": those who are nobody known.
        if self.are_unknown(token) {
            return Vec::new();
        }
        // "After their talks, Ann Lee and Bo Ek smiled": the list that comes after.
        let first = self.syntax.verbs.iter().find(|v| v.link == Link::Main).filter(|v| token < v.main as usize);
        if let Some((verb, subject)) = first.and_then(|v| Some((v, v.subject? as usize)))
            && (self.syntax.groups[subject].tokens.start as usize) > token
        {
            let actors = self.listed_in(subject..verb.group as usize, verb.main as usize);
            if actors.len() > 1 {
                return actors;
            }
        }
        let several = self.several(token, Calling::Side, None);
        if several.is_empty() {
            // "What Lee told Ek when they met": the two persons named before it.
            return self.only_two(token, Calling::Human).unwrap_or_default();
        }
        several
    }

    /// Those listed in some groups before `end`.
    fn listed_in(&self, groups: Range<usize>, end: usize) -> Vec<EntityId> {
        let first = groups.start;
        let mut actors: Vec<EntityId> = Vec::new();
        for g in groups {
            let group = &self.syntax.groups[g];
            if group.tokens.end as usize > end || group.kind == GroupKind::Verb {
                break;
            }
            if group.kind != GroupKind::Noun {
                continue;
            }
            if let Some((m, mention)) = self.mention_at(group.head as usize) {
                if let Some(actor) = self.acting(m, mention)
                    && !actors.contains(&actor.entity)
                    && !self.hangs_on_name(g, first)
                {
                    actors.push(actor.entity);
                }
            } else if matches!(
                calling_of(self.text.key(group.head as usize)),
                Some((Calling::Body | Calling::State, false))
            ) && (group.owner.is_empty() || self.syntax.tag(group.owner.end as usize - 1) != Tag::Owner)
            {
                // "the bank and the government renewed their deal"; "their bank" would ask for this list again.
                let body = self.group(g).actors.into_iter().map(|a| a.entity);
                body.for_each(|e| {
                    if !actors.contains(&e) {
                        actors.push(e);
                    }
                });
            }
        }
        actors
    }

    /// "Acme Steel of Peru", "Lee, deputy head of the bank,": says more of a name of the list that begins with group `first`.
    fn hangs_on_name(&self, g: usize, first: usize) -> bool {
        let Some(preposition) = self.syntax.groups[g].preposition.filter(|p| *p as usize > first) else { return false };
        let before = self.syntax.before(preposition as usize).filter(|b| *b >= first);
        before.is_some_and(|b| {
            let named = self.mention_at(self.syntax.groups[b].head as usize).is_some();
            let apposed = self.syntax.before(b).is_some_and(|c| self.syntax.groups[c].kind == GroupKind::Comma);
            // "Lee, head of the office with the bank,"
            named || apposed || self.hangs_on_name(b, first)
        })
    }
}
