//! What the title in front of a name says of its holder: "German Finance Minister Ann Lee".

use crate::gazetteer::{EntityType, Kind, WordFacts};
use crate::text::{Classes, TokenRange, flag};

use super::super::form::Spot;
use super::super::item::is_excellency;
use super::super::{EntityId, Form, Gender, Mentions};
use super::Resolver;

/// Most words of what an office is for between the country and the title.
const LONGEST_FIELD: usize = 3;

impl Resolver<'_> {
    /// "Pope Francis", "King Abdullah": one name, which tells a person apart only with the dignity in front of it.
    pub(super) fn reigns(self, tokens: TokenRange, title: TokenRange) -> bool {
        let dignity =
            |word: &str| matches!(word, "Pope" | "King" | "Queen" | "Emperor" | "Empress" | "Sultan" | "Emir");
        tokens.len() == 1
            && !title.is_empty()
            && title.end == tokens.start
            && dignity(self.text.word(title.end as usize - 1))
    }

    /// The title in front of token `start`, in any case: "Defence Minister", "the late president".
    pub(super) fn title(self, start: u32) -> TokenRange {
        let facts = WordFacts::OFFICE.or(WordFacts::OFFICE_PART).or(WordFacts::HONORIFIC);
        let mut first = start as usize;
        while first > 0
            && !self.text.tokens[first].has(flag::SENTENCE_START)
            && self.text.tokens[first - 1].is_word()
            && (self.gazetteer.word(self.text.key(first - 1)).facts.any(facts) || is_excellency(self.text, first - 1))
        {
            first -= 1;
        }
        // "Bo Ek's close ally Ann Lee": whose she is, no title.
        if self.text.word((start as usize).saturating_sub(1)) == "ally" {
            return TokenRange { start, end: start };
        }
        // "its senior partner Ann Lee" is a firm's, "Bo Ek's partner Ann Lee" his.
        let owned = first.checked_sub(1).is_some_and(|own| {
            matches!(self.text.word(own), "'s" | "’s") || self.text.classes(own).any(Classes::POSSESSIVE)
        });
        if owned && first + 1 == start as usize && self.text.word(first) == "partner" {
            first = start as usize;
        }
        TokenRange { start: first as u32, end: start }
    }

    /// What title and given name say of a person: country and gender. The title grows over the country in front of it.
    pub(super) fn holder(self, title: &mut TokenRange, spot: &Spot, entity: EntityId, found: &mut Mentions) {
        let mut country = None;
        if let Some(last) = found.mentions.last().filter(|_| !title.is_empty()) {
            let gap = title.start as usize - (last.tokens.end as usize).min(title.start as usize);
            let owner = gap == 1 && matches!(self.text.word(last.tokens.end as usize), "'s" | "’s");
            let record = found.entity(last.entity);
            // "British corporate affairs minister": what the office is for stands between.
            let field =
                last.form == Form::Demonym && gap <= LONGEST_FIELD && self.is_field(last.tokens.end, title.start);
            if (gap == 0 || owner || field) && record.entity_type == EntityType::Place {
                let state = |entry| matches!(self.gazetteer.kind(entry), Kind::Country | Kind::Territory);
                country = record.entry.filter(|entry| state(*entry)).or(record.country);
                if gap == 0 {
                    title.start = last.tokens.start;
                }
            }
        }
        let own = self.gender(title.range()).or_else(|| {
            let first = self.items.get(spot.items.0 as usize)?;
            let whole = spot.items.1 - spot.items.0 > 1;
            // "Wen Jiabao": the surname tells nothing.
            let given = whole && !first.is(WordFacts::FAMILY_FIRST);
            (given || !first.is(WordFacts::SURNAME)).then(|| of_facts(first.word.facts)).flatten()
        });
        let record = &mut found.entities[entity.0 as usize];
        record.country = record.country.or(country);
        record.gender = record.gender.or(own);
    }

    /// Whether the tokens from `start` to `end` are plain words of one sentence.
    fn is_field(self, start: u32, end: u32) -> bool {
        (start..end).all(|i| {
            let token = &self.text.tokens[i as usize];
            token.is_word()
                && !token.has(flag::SENTENCE_START)
                && !self.gazetteer.word(token.key).facts.any(WordFacts::FUNCTION)
        })
    }

    /// What a title says of its holder.
    pub(super) fn gender(self, mut title: std::ops::Range<usize>) -> Option<Gender> {
        let facts = |i| self.gazetteer.word(self.text.key(i)).facts;
        // "German" is a given name, too.
        title.find_map(|i| of_facts(facts(i)).filter(|_| facts(i).any(WordFacts::OFFICE.or(WordFacts::HONORIFIC))))
    }
}

/// Whether a given name or a title is a man's or a woman's, if it is not both.
fn of_facts(facts: WordFacts) -> Option<Gender> {
    match (facts.any(WordFacts::MALE), facts.any(WordFacts::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
