//! Pronouns: whom "he", "they", "it", "we" mean.

use crate::clause::{GroupKind, Link};
use crate::gazetteer::EntityType;
use crate::mention::{EntityId, Mention, is_kin};
use crate::text::{Classes, Key, Tag, TokenKind, TokenRange, flag};

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
            // "he himself"
            "himself" | "herself" if token > 0 && matches!(self.text.word(token - 1), "he" | "she") => {
                self.pronoun(token - 1)
            }
            // "The woman left when she": nobody named before.
            "he" | "she" if let Some(known) = self.called_subject(token) => known.into_iter().map(actor).collect(),
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
            // "met them (the Peruvians)"
            "them" | "they" | "it" if let Some(told) = self.glossed(token) => vec![actor(told)],
            "them" if self.are_others(token) => Vec::new(),
            "they" | "them" | "their" | "themselves" => {
                let those = self.those_before(token);
                // One person is not they.
                let one = matches!(those[..], [one] if self.is_person(one));
                // "“They were with us,” Ek said": others than Ek.
                let person = |e: EntityId| self.is_person(e);
                let says = || self.says(token).flatten().filter(|_| !self.speaks_unnamed());
                let speaks = || says().is_some_and(|s| person(s) && those.contains(&s));
                let quoted = matches!(&*word, "they" | "them") && self.text.tokens[token].has(flag::QUOTED);
                if one || quoted && speaks() { Vec::new() } else { those.into_iter().map(actor).collect() }
            }
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
            "it" if let Some(object) = self.acted_upon(token) => object.map(actor).into_iter().collect(),
            "it" if let Some(teller) = self.told_of(token) => teller.map(actor).into_iter().collect(),
            "it" => match self.told_by(token) {
                Some(teller) => teller.map(actor).into_iter().collect(),
                None => {
                    let above = self.acting_above(token);
                    above.unwrap_or_else(|| self.thing_before(token)).map(actor).into_iter().collect()
                }
            },
            _ => Vec::new(),
        }
    }

    /// "them (the Peruvians)", "it (Acme)": the name that brackets right behind a pronoun give.
    fn glossed(&self, token: usize) -> Option<EntityId> {
        let word = |i: usize| self.text.word(i);
        if word(token + 1) != "(" {
            return None;
        }
        let first = token + 2 + usize::from(word(token + 2) == "the");
        let (m, mention) = self.mention_at(first).filter(|(_, m)| word(m.tokens.end as usize) == ")")?;
        self.acting(m, mention).map(|a| a.entity)
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
        let person = |m: usize| self.is_person(self.mentions.mentions[m].entity);
        if !office || !plain || self.mentions.within(between).any(person) {
            return None;
        }
        self.only(subject)
    }

    /// "The woman left when she": whom the subject of the sentence means that only says what a person is, nobody if it is not
    /// known; none where anybody is named before the pronoun.
    fn called_subject(&self, token: usize) -> Option<Option<EntityId>> {
        let verb = self.syntax.verbs.iter().find(|v| v.link == Link::Main && (v.main as usize) < token)?;
        let subject = verb.subject? as usize;
        let head = self.syntax.groups[subject].head as usize;
        let called = matches!(calling_of(self.text.key(head)), Some((Calling::Human, false)));
        let person = |m: usize| self.is_person(self.mentions.mentions[m].entity);
        let first = self.syntax.sentence.start as usize;
        if !called || head > token || self.mentions.within(TokenRange::new(first, token)).any(person) {
            return None;
        }
        Some(self.only(subject))
    }

    /// "Lee denied that he": the man or woman named as the subject of the verb whose complement the pronoun acts in.
    fn teller_of(&self, token: usize, male: bool) -> Option<EntityId> {
        let own = self.syntax.group_of(token) as u32;
        let verb = self.syntax.verbs.iter().find(|v| v.subject == Some(own) && v.link == Link::Complement)?;
        let above = &self.syntax.verbs[verb.governor? as usize];
        let subject = above.subject.filter(|s| *s < above.group && !above.passive)? as usize;
        let group = self.syntax.groups[subject];
        let head = group.head as usize;
        // "Lee's view was that he": whose view it is.
        let owner = || {
            let last = (group.owner.end as usize).checked_sub(2).filter(|_| group.owner.len() > 1)?;
            let thing = calling_of(self.text.key(head)).is_none() && group.tokens.contains(head);
            self.mention_at(last).filter(|_| thing)
        };
        // "“I will,” he vowed, adding he": who vowed.
        let quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
        if self.text.word(head).eq_ignore_ascii_case(if male { "he" } else { "she" }) {
            let speech = (self.syntax.sentence.start as usize..head).any(quoted);
            return speech.then(|| self.speaks_as(head)).flatten();
        }
        let (_, mention) = self.mention_at(head).or_else(owner)?;
        self.may_be(mention.entity, male).then_some(mention.entity)
    }

    /// "Ek's praise of the bank and his trip": the man or woman who owns the first noun behind the last verb.
    fn owner_beside(&self, token: usize, male: bool) -> Option<EntityId> {
        let and = token.checked_sub(1).filter(|&i| self.text.word(i) == "and")?;
        let first = self.syntax.sentence.start as usize;
        let verb = self.syntax.groups.iter().rev().find(|g| g.kind == GroupKind::Verb && g.tokens.end as usize <= and);
        let first = verb.map_or(first, |g| g.tokens.end as usize);
        let named = self.mentions.within(TokenRange::new(first, and)).map(|m| &self.mentions.mentions[m]);
        let owns = |m: &&Mention| self.is_genitive(m.tokens.end as usize);
        named.into_iter().find(owns).map(|m| m.entity).filter(|owner| self.may_be(*owner, male))
    }

    /// Whether somebody is a person whom "he" or "she" may mean.
    pub(super) fn may_be(&self, entity: EntityId, male: bool) -> bool {
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
        if !DOINGS.contains(&self.text.word(self.syntax.groups[g].head as usize)) {
            return None;
        }
        let subject = self.verb_beside(g)?.subject.filter(|s| (*s as usize) < g)?;
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

    /// The man or woman named before a pronoun whom it means, another than `other_than`.
    fn person_before(&self, token: usize, male: bool, other_than: Option<EntityId>) -> Option<EntityId> {
        let sentence = self.text.sentence_of(token);
        let is_quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
        let quoted = is_quoted(token);
        // "“He met the minister,” Ek said": another than Ek.
        let opens = quoted && self.is_whole_speech(token);
        let speaks = opens.then(|| self.says(token)).flatten().flatten();
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
            let owns = |m: &&Mention| s == sentence && self.is_genitive(m.tokens.end as usize);
            // "In an interview with Bo Ek, Ann Lee smiled": who comes behind the comma.
            let acts = |m: &&Mention| {
                let begin = m.begin();
                let next = self.text.tokens.get(m.tokens.end as usize);
                let verb = next.is_some_and(|t| t.is_word() && t.has(flag::LOWER));
                verb && begin > 0 && self.text.word(begin - 1) == ","
            };
            let first = found.clone().find(|m| fits(m) && !other(m) && !owns(m));
            let behind = first
                .filter(|m| self.only_tells_which(m))
                .and_then(|hung| found.clone().find(|m| m.entity != hung.entity && fits(m) && !other(m) && acts(m)));
            if let Some(first) = behind.or(first).or_else(|| found.find(|m| fits(m) && !other(m))) {
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

    /// "“He met Lee,” Ek said", "Ek said: “He met Lee.”": whether the quotation of a token is no mere part of what is told:
    /// "Ek said he would “keep his word”".
    fn is_whole_speech(&self, token: usize) -> bool {
        let first = self.text.sentences[self.text.sentence_of(token)].tokens.start as usize;
        let quoted = |i: &usize| self.text.tokens[*i].has(flag::QUOTED);
        let opener = (first..token).rev().find(|i| !quoted(i));
        self.text.tokens[first].kind == TokenKind::Quote
            || opener.is_some_and(|i| self.text.word(i) == ":" || i > first && self.text.word(i - 1) == ":")
    }

    /// "the Ek campaign", "an interview with Bo Ek": whether a person's name only tells which campaign or interview it was.
    fn only_tells_which(&self, m: &Mention) -> bool {
        let before = m.begin().checked_sub(1).map_or("", |i| self.text.word(i));
        let noun = self.text.tokens.get(m.tokens.end as usize).is_some_and(|t| t.is_word() && t.has(flag::LOWER));
        let article = matches!(before, "the" | "The" | "a" | "an" | "this" | "its" | "their" | "his" | "her");
        // "with Radio Lima's Bo Ek"
        let genitive = matches!(before, "'s" | "’s" | "'" | "’");
        m.title.is_empty() && article && noun || before == "with" || genitive
    }

    /// "As he left after the talks, Ann Lee called": the name that is the subject of the main clause behind a clause or phrase
    /// with the pronoun that opens the sentence.
    fn acting_behind(&self, token: usize) -> Option<&'a Mention> {
        let first = self.syntax.sentence.start as usize;
        // "In response to her plea", "Speaking of his trip"
        let phrase = self.text.classes(first).any(Classes::PREPOSITION)
            || matches!(self.syntax.tag(first), Tag::Gerund | Tag::Participle);
        let opens = phrase
            || OPENERS.contains(&self.text.word(first))
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
}
