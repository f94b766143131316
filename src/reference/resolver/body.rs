//! Which organization a noun means: "the bank", "the firm".

use crate::gazetteer::{EntityType, Kind};
use crate::mention::{EntityId, Mention};
use crate::text::Key;

use super::Resolver;

impl<'a> Resolver<'a> {
    /// The organization last named whose name or kind is what `noun` calls; a firm of no known kind where the nearest
    /// sentence that names any names one.
    pub(super) fn body_before(&self, noun: usize) -> Option<EntityId> {
        let word = self.text.word(noun).to_ascii_lowercase();
        let key = if word == "lender" { const { Key::of_ascii("bank") } } else { self.text.key(noun) };
        let end = self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < noun);
        self.mentions.mentions[..end]
            .iter()
            .rev()
            .take(30)
            .find(|m| {
                let organization = self.mentions.entity(m.entity).entity_type == EntityType::Organization;
                let tribe = matches!(&*word, "tribe" | "band")
                    && m.tokens.range().any(|i| matches!(self.text.word(i), "Nation" | "Tribe" | "Tribes" | "Band"));
                let says = tribe || m.tokens.range().any(|i| self.text.key(i) == key);
                let kind = self.kind(m.entity).map(Kind::label);
                organization && (says || kind.is_some_and(|k| is_kind(&word, k)))
            })
            .map(|m| m.entity)
            .or_else(|| self.body_behind(key, end))
            .or_else(|| self.firm_before(noun).filter(|_| FIRMS.contains(&word.as_str())))
    }

    /// "the union", whose full name comes later: the only organization of the text with the noun in its name.
    fn body_behind(&self, key: Key, from: usize) -> Option<EntityId> {
        let says = |m: &&Mention| {
            self.mentions.entity(m.entity).entity_type == EntityType::Organization
                && m.tokens.len() > 1
                && m.tokens.range().any(|i| self.text.key(i) == key)
        };
        let mut found = self.mentions.mentions[from..].iter().take(MOST_BEHIND).filter(says).map(|m| m.entity);
        let first = found.next()?;
        found.all(|e| e == first).then_some(first)
    }

    /// The one company, or organization no list knows, that the nearest sentence with any names before `noun`.
    fn firm_before(&self, noun: usize) -> Option<EntityId> {
        let firm = |e: EntityId| {
            self.mentions.entity(e).entity_type == EntityType::Organization
                && self.kind(e).is_none_or(|k| k == Kind::Company)
        };
        let sentence = self.text.sentence_of(noun);
        // "Acme said the company would": the one named before it in its own sentence.
        let own = self.mentions.within(self.text.sentences[sentence].tokens).map(|m| &self.mentions.mentions[m]);
        let mut own: Vec<EntityId> =
            own.filter(|m| (m.tokens.end as usize) < noun && firm(m.entity)).map(|m| m.entity).collect();
        own.dedup();
        if let [one] = own[..] {
            return Some(one);
        }
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

/// A body is named in full at most so many names behind its first short mention.
const MOST_BEHIND: usize = 200;

/// A firm that begins so many tokens behind the start of a sentence is its subject.
const NEAREST_SUBJECT: u32 = 2;

/// What a company is called.
const FIRMS: [&str; 43] = [
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
    "mill",
    "brewer",
    "brewery",
    "distributor",
    "developer",
    "producer",
    "shipyard",
    "supplier",
    "contractor",
    "exporter",
    "importer",
    "refiner",
    "steelmaker",
    "drugmaker",
    "chipmaker",
    "shipbuilder",
    "planemaker",
    "publisher",
    "subsidiary",
    "charity",
    "ngo",
    "nonprofit",
    "outfit",
    "vendor",
    "buyer",
    "builder",
    "consultancy",
    "chain",
];

/// Whether a noun calls a kind of organization.
fn is_kind(word: &str, kind: &str) -> bool {
    word == kind
        || matches!(
            (word, kind),
            ("bloc", "alliance" | "union")
                | ("lender", "bank")
                | ("agency", "international" | "international-organization" | "alliance")
                | ("chamber" | "house" | "assembly" | "parliament" | "senate", "legislature")
        )
}
