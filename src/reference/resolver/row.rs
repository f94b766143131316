//! Names in a row: "Acme, Best Iron and Cord", and what only tells more of one of them.

use std::ops::Range;

use crate::clause::lexical;
use crate::mention::{EntityId, Form, Mention};
use crate::text::{Classes, Key, flag};

use super::super::vocabulary::{Calling, calling_of};
use super::Resolver;

/// Most words between an adjective and the noun that it tells more of, with the noun: "Peruvian steel firms".
const LONGEST_ATTRIBUTE: usize = 3;

/// Most tokens between two names of one list: "A, the president of B, and C".
const WIDEST_JOINT: usize = 8;

/// How two names in a row belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    /// Members of one list.
    And,
    /// The second says more of the first.
    Of,
}

impl Resolver<'_> {
    /// The first list of actors in a sentence that ends before `token`: "A, B and C".
    pub(super) fn listed(&self, sentence: usize, token: usize) -> Vec<EntityId> {
        let mut list: Vec<EntityId> = Vec::new();
        let mut last: Option<&Mention> = None;
        // "Farmers from all over Peru and Chile marched. They": where, not who.
        let they = self.text.key(token);
        let sides = self.calls_sides(token);
        let they = sides || const { Key::each(["they", "them", "their", "themselves"]) }.contains(&they);
        let mut whereabouts = false;
        for m in self.mentions.within(self.text.sentences[sentence].tokens) {
            let mention = &self.mentions.mentions[m];
            if mention.tokens.end as usize > token {
                break;
            }
            // "Lee and Norwegian minister Ek": says of which state Ek is.
            if self.is_title(mention.tokens.start as usize) {
                continue;
            }
            // "Peruvian and Chilean firms": says what others are like.
            if self.is_attribute(mention) {
                let joins =
                    |last: &Mention| self.joint(last.tokens.end as usize..mention.tokens.start as usize) == Joint::And;
                if last.is_some_and(|last| last.form == Form::Demonym && joins(last)) {
                    list.clear();
                } else if list.len() > 1 {
                    break;
                }
                continue;
            }
            let Some(actor) = self.acting(m as u32, mention) else { continue };
            let joint = last.map_or(Joint::None, |last| {
                let between = last.tokens.end as usize..mention.begin();
                // "Peru-Chile ties … both sides"
                let hyphen = sides && between.len() == 1 && self.text.word(between.start) == "-";
                if hyphen { Joint::And } else { self.joint(between) }
            });
            whereabouts = they && (self.tells_area(mention) || whereabouts && joint == Joint::And);
            if whereabouts {
                if list.len() > 1 {
                    break;
                }
                list.clear();
                last = Some(mention);
                continue;
            }
            match joint {
                // "the president of Peru": says more of the last.
                Joint::Of => {}
                // "Lima, Peru"
                Joint::And if last.is_some_and(|last| self.holds_town(last, mention)) => {}
                // "Acme, Best Iron's rival, and Cord": says more of the last.
                Joint::And if last.is_some_and(|last| self.owns_apposition(last, mention)) => continue,
                Joint::And
                    if list.first().is_some_and(|first| self.is_person(*first) == self.is_person(actor.entity)) =>
                {
                    if !list.contains(&actor.entity) {
                        list.push(actor.entity);
                    }
                }
                _ if list.len() > 1 => break,
                _ => list = vec![actor.entity],
            }
            last = Some(mention);
        }
        if list.len() > 1 { list } else { Vec::new() }
    }

    /// "both sides", "the two sides": whether the group of a token calls whoever acts.
    fn calls_sides(&self, token: usize) -> bool {
        let head = self.syntax.groups[self.syntax.group_of(token)].head as usize;
        self.text.word(head) == "sides"
    }

    /// "in Peru", "across the Gulf", "all over Peru": a place that something happens in.
    fn tells_area(&self, mention: &Mention) -> bool {
        let first = mention.tokens.start as usize;
        let small = |i: &usize| !matches!(self.text.word(*i), "the" | "both" | "neighbouring" | "neighboring");
        let before = (first.saturating_sub(2)..first).rev().find(small).map_or("", |i| self.text.word(i));
        self.is_place(mention.entity)
            && matches!(
                before,
                "in" | "In" | "over" | "across" | "Across" | "around" | "throughout" | "through" | "within"
            )
    }

    /// "Peruvian steel firms", "a Chilean bank": an adjective before those who act for no state.
    fn is_attribute(&self, mention: &Mention) -> bool {
        let thing =
            |i: usize| matches!(calling_of(self.text.key(i)), Some((Calling::Organization | Calling::Staff, _)));
        let behind = self.text.tokens[mention.tokens.end as usize..].iter().take(LONGEST_ATTRIBUTE);
        let words = behind
            .take_while(|t| t.has(flag::LOWER) && t.has(flag::SPACE_BEFORE) && t.is_word() && t.classes.is_empty());
        let end = mention.tokens.end as usize;
        mention.form == Form::Demonym && (end..end + words.count()).any(thing)
    }

    /// Whether a name behind the comma of another owns what the other is: "Acme, Best Iron's rival".
    fn owns_apposition(&self, last: &Mention, mention: &Mention) -> bool {
        let between = last.tokens.end as usize..mention.tokens.start as usize;
        between.len() == 1 && self.text.word(between.start) == "," && self.is_genitive(mention.tokens.end as usize)
    }

    /// What the words between two names make of them.
    fn joint(&self, between: Range<usize>) -> Joint {
        if between.is_empty() || between.len() > WIDEST_JOINT {
            return Joint::None;
        }
        let mut joins = false;
        for i in between.clone() {
            match self.text.word(i) {
                "and" | "&" | "," => joins = true,
                "the" | "of" | "a" | "an" | "'s" | "’s" | "as" | "well" | "both" => {}
                // "Acme and the steel producer Best Iron"
                _ if joins && self.calls_next(i..between.end) => break,
                _ if self.text.tokens[i].is_capitalised() => {}
                _ if matches!(
                    calling_of(self.text.key(i)),
                    Some((Calling::Office | Calling::Human | Calling::Staff | Calling::Body, _))
                ) => {}
                _ => return Joint::None,
            }
        }
        match (joins, self.text.word(between.end - 1)) {
            (_, "of") => Joint::Of,
            (true, _) => Joint::And,
            _ => Joint::None,
        }
    }

    /// "Norwegian steel company": whether words say what the name behind them is.
    fn calls_next(&self, words: Range<usize>) -> bool {
        let last = words.end - 1;
        let called = matches!(calling_of(self.text.key(last)), Some((Calling::Organization | Calling::Staff, false)));
        const SMALL: Classes = Classes::PREPOSITION.or(Classes::COORDINATOR).or(Classes::SUBORDINATOR).or(Classes::WH);
        let small = |i: usize| self.text.classes(i).any(SMALL) || lexical::is_sayer(self.text.key(i));
        called && words.clone().all(|i| (self.text.tokens[i].is_word() || self.text.word(i) == "-") && !small(i))
    }
}
