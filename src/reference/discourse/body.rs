//! The body that a person heads or speaks for, by what stands beside the name.

use std::ops::Range;

use super::{Discourse, LONGEST_OFFICE};
use crate::gazetteer::{EntityType, Gazetteer, Kind};
use crate::mention::{EntityId, Mention, Mentions};
use crate::reference::standing::{is_apposed, is_past, standing};
use crate::reference::vocabulary::{Calling, calling_of};
use crate::text::{Key, Text, flag};

/// "the Association" was named in full at most so many names before.
const NEAREST_BODY: usize = 60;

/// "chief executive Ann Lee" runs a firm named at most so many sentences before.
const FARTHEST_FIRM: usize = 3;

/// Most tokens between a person and the body behind the comma.
const FARTHEST_BODY: usize = 12;

impl Discourse {
    /// "WHO Director-General Ann Lee", "Ann Lee, head of the WHO": for whom a person speaks. A ministry speaks for its state.
    pub(super) fn find_bodies(&mut self, text: Text<'_>, mentions: &Mentions, gazetteer: &Gazetteer) {
        self.bodies.clear();
        self.bodies.resize(mentions.entities.len(), None);
        let body = |m: &Mention| {
            let organization = mentions.entity(m.entity).entity_type == EntityType::Organization;
            let ministry = m.tokens.range().any(|i| {
                let key = text.key(i);
                key == const { Key::of_ascii("ministry") }
                    || key == const { Key::of_ascii("department") }
                    || key == const { Key::of_ascii("government") }
            });
            organization && !ministry
        };
        for (m, person) in mentions.mentions.iter().enumerate() {
            let own = person.entity.0 as usize;
            if mentions.entity(person.entity).entity_type != EntityType::Person || self.bodies[own].is_some() {
                continue;
            }
            let begin = person.begin();
            let before = m.checked_sub(1).map(|k| &mentions.mentions[k]);
            if let Some(before) = before
                && (is_beside(&text, person, before) || before.tokens.start as usize >= begin)
                && body(before)
            {
                // "former UNESCO chief Ann Lee"
                let first = (before.tokens.start as usize).min(begin);
                if is_past(&text, first.saturating_sub(2)..person.tokens.start as usize) {
                    continue;
                }
                self.bodies[own] = Some(before.entity);
                continue;
            }
            // "the Growers Association … Association chairman Ann Lee"
            if let Some(named) = short_body(text, mentions, m, begin) {
                self.bodies[own] = Some(named);
                continue;
            }
            // "the head of the WHO, Ann Lee,"
            if let Some(told) = standing(&text, mentions, m, begin).filter(|b| body(b)) {
                self.bodies[own] = Some(told.entity);
                continue;
            }
            // "Ann Lee, the head of the WHO"
            let after = mentions.mentions.get(m + 1).filter(|n| body(n));
            if let Some(after) = after.filter(|after| heads(&text, person.tokens.end as usize, after)) {
                self.bodies[own] = Some(after.entity);
            }
        }
        self.find_firms(text, mentions, gazetteer);
    }

    /// "chief executive Ann Lee said": who runs a firm that the name beside does not tell runs the one the text is about.
    fn find_firms(&mut self, text: Text<'_>, mentions: &Mentions, gazetteer: &Gazetteer) {
        let firm = |m: &Mention| {
            let entity = mentions.entity(m.entity);
            let known = entity.entry.is_none_or(|entry| gazetteer.kind(entry) == Kind::Company);
            entity.entity_type == EntityType::Organization && known
        };
        for person in mentions.mentions.iter().filter(|m| !m.title.is_empty()) {
            let own = person.entity.0 as usize;
            let begin = person.title.start as usize;
            let runs = (begin.saturating_sub(1)..person.tokens.start as usize)
                .any(|i| const { Key::each(["executive", "ceo"]) }.contains(&text.key(i)));
            if !runs || self.bodies[own].is_some() || mentions.entity(person.entity).entity_type != EntityType::Person {
                continue;
            }
            let sentence = text.sentence_of(begin);
            let told = (sentence.saturating_sub(FARTHEST_FIRM)..=sentence).rev().find_map(|s| {
                let tokens = text.sentences[s].tokens;
                let before = |m: &&Mention| (m.tokens.start as usize) < begin;
                mentions.mentions[mentions.within(tokens)].iter().take_while(before).find(|m| firm(m))
            });
            self.bodies[own] = told.map(|m| m.entity);
        }
    }
}

/// "UNESCO Director-General Ann Lee", "UNESCO boss Ann Lee": whether a body stands before a person with only capitalised words
/// in between, or the one that is no title.
fn is_beside(text: &Text<'_>, person: &Mention, body: &Mention) -> bool {
    let between = body.tokens.end as usize..person.begin();
    // "League Legend Ann Lee" speaks for no league.
    let office = || between.clone().any(|i| calling_of(text.key(i)).is_some());
    // "LEE TO MEET ACME CHIEF", then "Minister Bo Ek": a headline ends without a point.
    let near = || text.sentence_of(between.start) == text.sentence_of(between.end);
    between.len() <= LONGEST_OFFICE
        && near()
        && between.clone().all(|i| text.tokens[i].is_capitalised() || matches!(text.word(i), "-" | "boss"))
        && (!person.title.is_empty() || office())
        || runs(text, body, between)
}

/// "Ann Lee, the head of the WHO", "Ann Lee, Acme's chief executive": whether what follows a name that ends before `end` is an
/// office in a body.
fn heads(text: &Text<'_>, end: usize, body: &Mention) -> bool {
    if text.word(end) != "," {
        return false;
    }
    let between = end..body.tokens.start as usize;
    let office = |i: &usize| {
        let calling = calling_of(text.key(*i));
        matches!(calling, Some((Calling::Office | Calling::Human | Calling::Staff, false)))
    };
    let apposed = |office: usize| is_apposed(text, end + 1..office) && !is_past(text, end + 1..office);
    let of = between.len() <= FARTHEST_BODY
        && between.clone().skip(1).all(|i| !matches!(text.word(i), "," | ";" | "." | "who" | "which"))
        && between.clone().find(office).is_some_and(apposed)
        && between.clone().any(|i| matches!(text.word(i), "of" | "for" | "at"));
    // "Ann Lee, Acme's chief executive"
    let first = body.tokens.end as usize + 1;
    let owned = body.tokens.start as usize == end + 1
        && first < text.tokens.len()
        && matches!(text.word(first - 1), "'s" | "’s")
        && !is_past(text, first..first + 1)
        && (first..text.tokens.len().min(first + LONGEST_OFFICE))
            .take_while(|&i| text.tokens[i].is_word())
            .any(|i| matches!(calling_of(text.key(i)), Some((Calling::Office | Calling::Staff, false))));
    of || owned
}

/// "Acme boss Ann Lee", "Acme marketing director Bo Ek": whether the words between a body and a name tell an office there.
fn runs(text: &Text<'_>, body: &Mention, between: Range<usize>) -> bool {
    let Some(office) = between.clone().next_back().filter(|_| between.len() <= LONGEST_OFFICE) else { return false };
    let runs = matches!(calling_of(text.key(office)), Some((Calling::Office, false)))
        || ["boss", "ceo", "director", "executive", "founder", "manager"].contains(&text.word(office));
    // "told Reuters company director Ann Lee"
    let told = body.tokens.start > 0 && text.word(body.tokens.start as usize - 1) == "told";
    let small =
        |i: usize| matches!(text.word(i), "and" | "or" | "by" | "for" | "from" | "in" | "of" | "the" | "to" | "with");
    let plain = |i: usize| text.tokens[i].is_word() && text.tokens[i].has(flag::LOWER) && !small(i);
    let possessive = |i: usize| i == between.start && matches!(text.word(i), "'s" | "’s");
    runs && !told && between.clone().all(|i| plain(i) || possessive(i))
}

/// "Association chairman Ann Lee", "Bank governor Bo Ek": the organization last named before mention `m` that is called so.
fn short_body(text: Text<'_>, mentions: &Mentions, m: usize, begin: usize) -> Option<EntityId> {
    let organization = |i: usize| {
        (text.tokens[i].is_capitalised() || text.tokens[i].has(flag::LOWER))
            && matches!(calling_of(text.key(i)), Some((Calling::Organization, false)))
    };
    let office = |i: usize| matches!(calling_of(text.key(i)), Some((Calling::Office | Calling::Staff, false)));
    let end = mentions.mentions[m].tokens.start as usize;
    let first = begin.saturating_sub(1)..end;
    let called = first.clone().find(|&i| organization(i))?;
    let holds =
        called + 1 < end && (called + 1..end).all(|i| text.tokens[i].is_word()) && (called + 1..end).any(office);
    // "Press Association chairman": a name of its own.
    let bare =
        called == 0 || !text.tokens[called - 1].is_capitalised() || text.tokens[called].has(flag::SENTENCE_START);
    let named = |b: &&Mention| {
        mentions.entity(b.entity).entity_type == EntityType::Organization
            && b.tokens.len() > 1
            && (b.tokens.end as usize) < called
            && b.tokens.range().any(|i| text.key(i) == text.key(called))
    };
    mentions.mentions[..m].iter().rev().take(NEAREST_BODY).find(named).filter(|_| holds && bare).map(|b| b.entity)
}

/// "bank president Ann Lee", who rules no state: whether the title is of a body.
pub(super) fn heads_body(text: Text<'_>, begin: usize, person: &Mention) -> bool {
    let first = begin.saturating_sub(1);
    (first..person.tokens.start as usize).any(|i| {
        text.tokens[i].has(flag::LOWER) && matches!(calling_of(text.key(i)), Some((Calling::Organization, false)))
    })
}
