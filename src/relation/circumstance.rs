//! When, where, on what: from the clause that holds the trigger.

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Link, Syntax};
use crate::gazetteer::{EntityType, Gazetteer, Kind};
use crate::mention::date::Bound;
use crate::mention::{DateKind, DateMention, Direction, EntityId, Form, Mentions};
use crate::text::{Key, Span, Text, TokenKind, TokenRange, inflect};

use super::frame::Frame;
use super::status::Status;
use super::{EventDate, EventDateKind, Modality};

/// The clause a trigger stands in, with what the document knows.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) syntax: &'a Syntax,
    pub(crate) mentions: &'a Mentions,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) frame: &'a Frame,
    pub(crate) trigger: TokenRange,
}

/// A day to come is told of at most so many days before, where the year is not said.
const SOON: i32 = 60;
/// A day gone by is told with its year when it lies further back.
const LONG_AGO: i32 = 240;

/// Whether of the two days that a day and month may be, the one to come is meant.
fn is_nearer(to_come: Date, gone: Date, reference: Option<Date>) -> bool {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    reference.is_some_and(|today| {
        let (ahead, back) = (days(today, to_come), days(gone, today));
        (1..=SOON).contains(&ahead) && back > LONG_AGO
    })
}

impl<'a> Scene<'a> {
    /// "a visit next week": the date right behind the noun, where it lies ahead of the document's.
    pub(crate) fn is_to_come(&self, date: Option<EventDate>, reference: Option<Date>) -> Option<Span> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let (date, today) = (date?, reference?);
        let cue = date.cue.filter(|_| self.syntax.verb_of(g).is_none() && date.value.start > today)?;
        let behind = self.syntax.groups[g + 1..].iter();
        let near = behind.take_while(|k| !matches!(k.kind, GroupKind::Verb | GroupKind::Break | GroupKind::Quote));
        let stands = |k: &crate::clause::Group| {
            self.text.span(k.tokens).start <= cue.start && cue.start < self.text.span(k.tokens).end
        };
        near.filter(|k| stands(k)).map(|_| cue).next()
    }

    /// The date of the event: the one nearest to the trigger in its clause.
    pub(crate) fn date(&self, reference: Option<Date>, status: &Status) -> Option<EventDate> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let clause = self.syntax.groups[g].clause;
        let (first, last) = self.segment(g);
        let near = |d: &&DateMention| {
            let at = self.syntax.group_of(d.tokens.start as usize);
            let same = self.syntax.groups[at].clause == clause && (first..=last).contains(&at);
            let own = same || self.frame.groups.contains(&(at as u32)) || self.is_held(g, at) || self.is_made(g, at);
            own && !self.is_of_another(at, d)
        };
        let dates = {
            let start = self.mentions.dates.partition_point(|d| d.tokens.start < self.syntax.sentence.start);
            let end = self.mentions.dates.partition_point(|d| d.tokens.start < self.syntax.sentence.end);
            &self.mentions.dates[start..end.max(start)]
        };
        let distance = |d: &&DateMention| {
            let (at, trigger) = (d.tokens.start as i64, self.trigger.start as i64);
            // A date behind the trigger is its own sooner than one before it.
            if at >= trigger { at - trigger } else { (trigger - at) * 2 }
        };
        let found = dates.iter().filter(near).filter(|d| usable(d)).min_by_key(distance)?;
        let past = status.modality == Modality::Actual;
        let direction = if past { Direction::Past } else { Direction::Future };
        let value = found.toward(reference, direction).or(found.value)?;
        // "his visit from April 29", told in March: rather of this year than of the last.
        let exact = value.kind == DateKind::Exact;
        let value = if past && exact && self.syntax.verb_of(g).is_none() {
            found
                .toward(reference, Direction::Future)
                .filter(|to| is_nearer(to.start, value.start, reference))
                .unwrap_or(value)
        } else {
            value
        };
        // What is to come does not lie behind the document.
        if !past && reference.is_some_and(|today| value.start < today && value.end.is_none_or(|end| end < today)) {
            return None;
        }
        let kind = match value.kind {
            _ if found.bound == Bound::Since => EventDateKind::Range,
            DateKind::Exact => EventDateKind::Exact,
            DateKind::Approximate => EventDateKind::Approximate,
            DateKind::Range => EventDateKind::Range,
        };
        Some(EventDate { value, kind, cue: Some(self.text.span(found.tokens)) })
    }

    /// "a meeting of the two sides held on Friday": whether group `at` stands in what says when the trigger `g` was held.
    fn is_held(&self, g: usize, at: usize) -> bool {
        let groups = &self.syntax.groups;
        let clause = self.syntax.clauses[groups[at].clause as usize];
        let Some(noun) = clause.antecedent.map(|a| a as usize).filter(|&a| a >= g && clause.opener.is_none()) else {
            return false;
        };
        let hangs =
            |k: usize| matches!(groups[k].kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Coordinator);
        let verb = (noun + 1..at).find(|&k| groups[k].kind == GroupKind::Verb);
        let held = verb.is_some_and(|k| {
            matches!(
                self.text.word(groups[k].head as usize),
                "held" | "signed" | "reached" | "concluded" | "scheduled" | "convened" | "organised" | "organized"
            )
        });
        held && (g..noun).all(hangs)
    }

    /// "Signed in 2020, the pact unites Peru and Chile": whether group `at` stands in what leads and says when what the
    /// trigger `g` tells came about.
    fn is_made(&self, g: usize, at: usize) -> bool {
        let (groups, verbs) = (&self.syntax.groups, &self.syntax.verbs);
        let (led, own) = (groups[at].clause, groups[g].clause);
        let verb = |clause: u32| verbs.iter().find(|v| groups[v.group as usize].clause == clause);
        let (Some(led), Some(own)) = (verb(led).filter(|v| v.link == Link::Adjunct && at < g), verb(own)) else {
            return false;
        };
        led.subject.is_some() && led.subject == own.subject && is_making(self.text.key(led.main as usize))
    }

    /// Whether a date belongs to something else: "the 2030 Agenda", "a visit after the start of his term in May".
    fn is_of_another(&self, at: usize, date: &DateMention) -> bool {
        let groups = &self.syntax.groups;
        let trigger = self.syntax.group_of(self.trigger.start as usize);
        let opens = |k: usize| {
            matches!(
                self.text.word(groups[k].tokens.start as usize),
                "after" | "before" | "since" | "following" | "ahead"
            )
        };
        if groups[at].kind == GroupKind::Noun && at != trigger && groups[at].tokens.len() > date.tokens.len() {
            return true;
        }
        // "closes on Monday after talks"
        let behind = groups[trigger].preposition.filter(|&p| p as usize > at);
        if behind.is_some_and(|p| opens(p as usize)) {
            return true;
        }
        // "the Agenda 2030"
        let beside = at.checked_sub(1).filter(|&k| groups[k].kind == GroupKind::Noun && k != trigger);
        if beside.is_some() && date.tokens.range().all(|i| self.text.tokens[i].kind != TokenKind::Word) {
            return true;
        }
        (trigger + 1..at.saturating_sub(1))
            .any(|p| groups[p].kind != GroupKind::Date && groups[p + 1].kind == GroupKind::Noun && opens(p))
    }

    /// The groups from the last "and" with a verb before `g` to the next.
    fn segment(&self, g: usize) -> (usize, usize) {
        let groups = &self.syntax.groups;
        let clause = groups[g].clause;
        let borders = |k: &usize| {
            let group = &groups[*k];
            group.kind == GroupKind::Break
                || group.kind == GroupKind::Verb
                    && group.clause == clause
                    && self.syntax.verb_of(*k).is_some_and(|v| self.syntax.verbs[v].link == Link::Coordinated)
        };
        let first = (0..=g).rev().find(borders).unwrap_or(0);
        let last = (g + 1..groups.len()).find(borders).unwrap_or(groups.len());
        (first, last.saturating_sub(1))
    }

    /// The place of the event: named after "in" or "at" in the trigger's clause.
    pub(crate) fn place(&self, actors: &[EntityId]) -> Option<(EntityId, u32)> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let clause = self.syntax.groups[g].clause;
        let (first, last) = self.segment(g);
        let mut best: Option<(usize, EntityId, u32)> = None;
        for (k, group) in self.syntax.groups.iter().enumerate() {
            if group.kind != GroupKind::Noun || group.clause != clause || !(first..=last).contains(&k) {
                continue;
            }
            let Some(p) = group.preposition else { continue };
            let word = self.text.key(self.syntax.groups[p as usize].tokens.start as usize);
            if !const { Key::each(["in", "at"]) }.contains(&word) {
                continue;
            }
            let Some((m, mention)) = self.mention_at(group.head as usize) else { continue };
            if mention.form == Form::Demonym || !self.is_place(mention.entity) {
                continue;
            }
            let distance = if k > g { (k - g) * 2 } else { (g - k) * 3 };
            // A country that takes part is rarely the place as well, unless nothing else is named.
            let distance = distance + if actors.contains(&mention.entity) { 20 } else { 0 };
            if best.is_none_or(|(d, ..)| distance < d) {
                best = Some((distance, mention.entity, m));
            }
        }
        best.map(|(_, entity, m)| (entity, m))
    }

    fn mention_at(&self, token: usize) -> Option<(u32, &'a crate::mention::Mention)> {
        let at = self.mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
        let mention = self.mentions.mentions.get(at).filter(|m| m.tokens.contains(token))?;
        Some((at as u32, mention))
    }

    fn is_place(&self, entity: EntityId) -> bool {
        let entity = self.mentions.entity(entity);
        entity.entity_type == EntityType::Place
            && entity.entry.is_none_or(|e| !matches!(self.gazetteer.kind(e), Kind::Continent | Kind::Water))
    }

    /// What it is about: after "on", "about", or "to discuss".
    pub(crate) fn topic(&self) -> Option<Span> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let groups = &self.syntax.groups;
        let clause = groups[g].clause;
        let (_, last) = self.segment(g);
        let mut k = g + 1;
        while k <= last && k < groups.len() {
            let group = &groups[k];
            if group.clause == clause && group.kind == GroupKind::Preposition {
                let word = self.text.key(group.tokens.start as usize);
                let about = ["on", "about", "regarding", "over", "concerning"].iter().any(|w| Key::of(w) == word);
                if about && groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun || n.kind == GroupKind::Verb) {
                    return Some(self.phrase(k + 1));
                }
            }
            if group.kind == GroupKind::Verb
                && is_discuss(self.text.key(group.head as usize))
                && k > g
                && groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun)
            {
                return Some(self.phrase(k + 1));
            }
            k += 1;
        }
        // "discussed trade": the object.
        if is_discuss(self.text.key(groups[g].head as usize))
            && groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun)
        {
            return Some(self.phrase(g + 1));
        }
        None
    }

    /// From group `k` to the end of its list: nouns, "and", commas and "of".
    fn phrase(&self, k: usize) -> Span {
        let groups = &self.syntax.groups;
        let clause = groups[k].clause;
        let mut end = k;
        for (i, group) in groups.iter().enumerate().skip(k) {
            let fits = match group.kind {
                GroupKind::Noun | GroupKind::Coordinator | GroupKind::Comma => group.clause == clause,
                GroupKind::Verb => i == k,
                GroupKind::Preposition => {
                    let word = self.text.key(group.tokens.start as usize);
                    const { Key::each(["of", "between", "in"]) }.contains(&word) && group.clause == clause
                }
                _ => false,
            };
            if !fits {
                break;
            }
            if matches!(group.kind, GroupKind::Noun | GroupKind::Verb) {
                end = i;
            }
        }
        self.text.span(TokenRange { start: groups[k].tokens.start, end: groups[end].tokens.end })
    }
}

fn usable(date: &DateMention) -> bool {
    matches!(date.bound, Bound::At | Bound::Since)
}

/// Verbs that say that something has come about.
fn is_making(key: Key) -> bool {
    static FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
        inflect::verb_keys("sign ink launch establish found set create meet agree convene gather seal reach form")
    });
    FORMS.contains(&key)
}

fn is_discuss(key: Key) -> bool {
    ["discuss", "discussed", "discusses", "discussing"].iter().any(|w| Key::of(w) == key)
}
