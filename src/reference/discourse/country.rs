//! The country that a person or place belongs to, by what stands beside the name.

use std::sync::LazyLock;

use super::body::heads_body;
use super::{Discourse, LONGEST_OFFICE};
use crate::gazetteer::EntityType;
use crate::mention::{Form, Mention, Mentions};
use crate::reference::standing::{office_before, standing};
use crate::reference::vocabulary::{Calling, calling_of};
use crate::text::{Key, Text};

/// What a place is called that lies in a state.
const TOWNS: [&str; 9] = ["city", "town", "village", "port", "resort", "capital", "province", "region", "island"];

/// Offices that speak for a state.
static RULERS: LazyLock<[Key; 12]> = LazyLock::new(|| {
    [
        "president",
        "premier",
        "minister",
        "chancellor",
        "king",
        "queen",
        "emir",
        "sultan",
        "emperor",
        "pm",
        "speaker",
        "senator",
    ]
    .map(Key::of)
});

/// Most words between a town and the state it is said to lie in.
const FARTHEST_STATE: usize = 6;

/// Most words of a field and its office before the holder: "Minister of Trade and Industry".
const LONGEST_FIELD: usize = 8;

/// Most tokens between an office and the comma before its holder.
const FARTHEST_OFFICE: usize = 12;

impl Discourse {
    /// "President Ann Lee": who rules without a country being named rules where the text is written.
    pub(super) fn find_countries(&mut self, text: Text<'_>, mentions: &Mentions) {
        for (m, mention) in mentions.mentions.iter().enumerate() {
            let own = mention.entity.0 as usize;
            let entity = mentions.entity(mention.entity);
            if entity.entity_type == EntityType::Place && entity.entry.is_none() && self.countries[own].is_none() {
                self.countries[own] = lies_in(text, mentions, m).and_then(|state| self.country(state.entity));
            }
            if mentions.entity(mention.entity).entity_type != EntityType::Person
                || self.countries[own].is_some()
                || self.bodies[own].is_some()
            {
                continue;
            }
            // "President of Peru Ann Lee"
            let begin = mention.begin();
            let before = mentions.mentions[..m].last().filter(|b| b.tokens.end as usize == begin && b.tokens.start > 1);
            let of = before.filter(|b| {
                let first = b.tokens.start as usize;
                let office = calling_of(text.key(first - 2)).is_some_and(|(c, _)| c == Calling::Office);
                text.word(first - 1) == "of" && office
            });
            // "Peru's Ann Lee"
            let owner = mentions.mentions[..m].last().filter(|b| {
                b.tokens.end as usize + 1 == begin && matches!(text.word(b.tokens.end as usize), "'s" | "’s")
            });
            // "Peru's ambassador to Chile, Ann Lee"
            let apposed = self.apposed(text, mentions, m, begin);
            // "Peru's ambassador to Chile Ann Lee"
            let post = before.filter(|b| matches!(text.word(b.tokens.start as usize - 1), "to" | "for"));
            let posted = post.and_then(|_| whose_office(text, mentions, m, begin));
            // "Peruvian Minister of Trade and Industry Ann Lee"
            let field = || {
                let name = mention.tokens.start as usize;
                has_field(text, mentions, m).then(|| whose_office(text, mentions, m, name)).flatten()
            };
            // "Peruvian Foreign Ministry spokesman Ann Lee"
            let body = mentions.mentions[..m].last().filter(|b| {
                b.tokens.end as usize == begin && mentions.entity(b.entity).entity_type == EntityType::Organization
            });
            // "the minister of Peru, Ann Lee,", "Ann Lee, the Peruvian minister,"
            let told = standing(&text, mentions, m, begin).filter(|b| {
                mentions.entity(b.entity).entity_type == EntityType::Organization
                    || self.country(b.entity) == Some(b.entity)
            });
            // "Peruvian deputy premier and foreign minister Ann Lee"
            let both = || {
                let and = begin.checked_sub(2).filter(|_| text.word(begin - 1) == "and")?;
                let office = matches!(calling_of(text.key(and)), Some((Calling::Office, false)));
                let named = mentions.mentions[..m].last().filter(|b| b.form == Form::Demonym && office)?;
                let between = named.tokens.end as usize..and;
                // "a Peruvian official and Ann Lee" are two.
                let first = (named.tokens.start as usize).saturating_sub(LONGEST_OFFICE)..named.tokens.start as usize;
                let another = first.clone().any(|i| matches!(text.word(i), "a" | "an" | "A" | "An" | "another"));
                (!another && between.len() <= LONGEST_OFFICE && between.clone().all(|i| text.tokens[i].is_word()))
                    .then_some(named)
            };
            let owner = of.or(owner).or(posted).or(body).or(apposed).or(told).or_else(both).or_else(field);
            if let Some(country) = owner.and_then(|b| self.country(b.entity)) {
                self.countries[own] = Some(country);
            } else if !heads_body(text, begin, mention)
                && (mention.title.range().any(|i| RULERS.contains(&text.key(i)))
                    || begin > 1 && text.word(begin - 1) == "of" && RULERS.contains(&text.key(begin - 2))
                    || office_before(&text, mentions, m, begin).is_some_and(|i| RULERS.contains(&text.key(i))))
            {
                self.countries[own] = self.home;
                self.presumed[own] = true;
            }
        }
    }

    /// "Peru's ambassador to Chile, Ann Lee", "the Peruvian prime minister, Ann Lee": whose office a comma before the name
    /// closes.
    fn apposed<'m>(&self, text: Text<'_>, mentions: &'m Mentions, m: usize, begin: usize) -> Option<&'m Mention> {
        let comma = begin.checked_sub(1).filter(|&c| c > 1 && text.word(c) == ",")?;
        whose_office(text, mentions, m, comma)
    }
}

/// "Minister of Trade and Industry Ann Lee": whether an office of a field ends right before the name of mention `m`.
fn has_field(text: Text<'_>, mentions: &Mentions, m: usize) -> bool {
    let name = mentions.mentions[m].tokens.start as usize;
    let named = m.checked_sub(1).map_or(0, |k| mentions.mentions[k].tokens.end as usize);
    let first = name.saturating_sub(LONGEST_FIELD).max(named);
    let field = |i: usize| text.tokens[i].is_capitalised() || matches!(text.word(i), "of" | "and" | "for" | "the");
    let mut back = (first..name).rev().take_while(|&i| field(i));
    back.find(|&i| text.word(i) == "of")
        .and_then(|of| of.checked_sub(1))
        .is_some_and(|i| matches!(calling_of(text.key(i)), Some((Calling::Office, false))))
}

/// "Peru's ambassador to Chile": whose the office is that ends right before token `end`.
fn whose_office<'m>(text: Text<'_>, mentions: &'m Mentions, m: usize, end: usize) -> Option<&'m Mention> {
    let first = end.saturating_sub(FARTHEST_OFFICE);
    let mut back = (first..end).rev().take_while(|&i| !matches!(text.word(i), "," | ";" | "." | ":" | "who" | "which"));
    let office = back.find(|&i| calling_of(text.key(i)).is_some_and(|(c, many)| c == Calling::Office && !many))?;
    let before = mentions.mentions[..m].iter().rev().find(|b| (b.tokens.end as usize) <= office)?;
    let between = before.tokens.end as usize..office;
    let plain =
        |i: usize| matches!(text.word(i), "'s" | "’s") || text.tokens[i].is_word() && calling_of(text.key(i)).is_none();
    let owns = before.form == Form::Demonym || between.clone().any(|i| matches!(text.word(i), "'s" | "’s"));
    let small = |i: usize| !matches!(text.word(i), "of" | "to" | "and" | "the" | "a" | "in" | "by" | "with" | "for");
    (owns && between.len() <= LONGEST_OFFICE && between.clone().all(|i| plain(i) && small(i))).then_some(before)
}

/// "Belford, a city in Peru", "Marlo, Norway", "the Peruvian city of Belford": the place that says where mention `m` lies.
fn lies_in<'m>(text: Text<'_>, mentions: &'m Mentions, m: usize) -> Option<&'m Mention> {
    let town = mentions.mentions[m].tokens;
    let place = |other: &&Mention| mentions.entity(other.entity).entity_type == EntityType::Place;
    let calls = |i: usize| TOWNS.contains(&text.word(i));
    if let Some(next) = mentions.mentions.get(m + 1).filter(place)
        && text.word(town.end as usize) == ","
    {
        let between = town.end as usize + 1..next.tokens.start as usize;
        let told = between.len() <= FARTHEST_STATE
            && matches!(text.word(between.start), "a" | "an" | "the")
            && matches!(text.word(between.end - 1), "in" | "of")
            && between.clone().all(|i| text.tokens[i].is_word())
            && between.clone().any(calls);
        if between.is_empty() || told {
            return Some(next);
        }
    }
    let before = m.checked_sub(1).map(|k| &mentions.mentions[k]).filter(|b| b.form == Form::Demonym)?;
    let between = before.tokens.end as usize..town.start as usize;
    let told = between.len() <= FARTHEST_STATE
        && between.len() > 1
        && text.word(between.end - 1) == "of"
        && calls(between.end - 2)
        && between.clone().all(|i| text.tokens[i].is_word());
    told.then_some(before)
}
