//! Whether what was told before is of the kind that a noun calls again: "the meeting" is no letter, "the contract" no merger.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::gazetteer::EntityType;
use crate::reference::{Actor, Telling};
use crate::rule::codes;
use crate::text::{Key, Tag, flag, inflect};

use super::Walk;
use super::other::GENERAL;

/// Who does so meets nobody yet, or not who is named: "approached Acme", "raised it with Lee", "was accompanied by Ek".
static ADVANCES: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let mut words = inflect::verb_keys("accompany approach brief contact raise sound write");
    words.extend(inflect::noun_keys("letter message news press"));
    words
});

/// Who speaks to another holds no meeting.
static SPEAKING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("address call phone speak tell"));

/// Who does so takes part in an occasion of others.
static ATTENDING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("attend join participate"));

/// Who are in these stand together, and have signed nothing with each other for that.
static STANDING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::noun_keys("ally bloc coalition consortium"));

/// Words of a bargain, where others tell of help or of a purchase.
static SIGNED: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let mut words = inflect::noun_keys("accord agreement contract deal memorandum merger pact protocol treaty venture");
    words.extend(inflect::verb_keys("agree sign"));
    words
});

/// What only states and armies sign.
const OF_STATES: [&str; 5] = ["cease", "ceasefire", "concordat", "treaty", "truce"];

impl Walk<'_> {
    /// Whether the trigger may call what was told.
    pub(super) fn is_of_kind(&self, told: &Telling) -> bool {
        if &*self.rule.code.cameo == codes::DEAL {
            return self.is_bargain(told);
        }
        let trip = self.rule.again.iter().any(|code| codes::TRIPS.contains(&&**code));
        !self.rule.is_contact() || trip || self.is_occasion(told)
    }

    /// Whether "the meeting", "the talks" may be what was told: not who approached whom, nor who attended something else.
    fn is_occasion(&self, told: &Telling) -> bool {
        let text = self.resolver.text;
        let word = text.key(told.trigger.start as usize);
        let trigger = self.cells[self.trigger.0].token as usize;
        let said = |keys: &FxHashSet<Key>| told.trigger.range().any(|i| keys.contains(&text.key(i)));
        let speaks = said(&SPEAKING) && matches!(text.word(trigger), "meeting" | "meetings" | "summit");
        // "attended the forum … the talks": others than the forum.
        let elsewhere = ATTENDING.contains(&word) && !self.tells(told, text.key(trigger));
        !ADVANCES.contains(&word) && !speaks && !elsewhere
    }

    /// Whether "the deal", "the contract" may be what was told: no visit, no gift, no takeover where a contract is meant.
    fn is_bargain(&self, told: &Telling) -> bool {
        let text = self.resolver.text;
        let first = text.key(told.trigger.start as usize);
        let word = text.word(self.cells[self.trigger.0].token as usize);
        let signed = || {
            let told = text.sentences[told.sentence].tokens.range();
            told.into_iter().any(|i| SIGNED.contains(&text.key(i)))
        };
        let visited = codes::TRIPS.contains(&&*told.code) || ATTENDING.contains(&first);
        // "Peru gave Chile tents … the accord": of others; firms give nothing but in a deal.
        let firms = || told.actors.iter().all(|a| self.resolver.is_firm(a.entity));
        let given = || told.code.starts_with(codes::AID) && !firms() && !signed();
        // "Acme took over Best Iron … the contract": of others.
        let bought = &*told.code == codes::PURCHASE;
        let merged = || match word {
            "contract" | "contracts" => bought && !signed(),
            _ => bought && OF_STATES.contains(&word),
        };
        !visited && !STANDING.contains(&first) && !merged() && !given()
    }

    /// "visited Peru and Chile … The visit marks twenty years of ties with Kenya": whether the sentence of a visit names
    /// another state than those of the tour told last, and not the goal told last.
    pub(super) fn goes_elsewhere(&self, told: &Telling) -> bool {
        let (resolver, mentions) = (self.resolver, self.resolver.mentions);
        let trip = |code: &str| codes::TRIPS.contains(&code);
        let tour = || {
            let mut same = resolver.discourse.recent(told.sentence).filter(|t| t.sentence == told.sentence);
            same.any(|t| trip(&t.code) && t.trigger.start == told.trigger.start && t.actors != told.actors)
        };
        let place = |a: &&Actor| mentions.entity(a.entity).entity_type == EntityType::Place;
        let named = |goal: &Actor| {
            let mut here = mentions.within(resolver.syntax.sentence);
            here.any(|m| resolver.acting(m as u32, &mentions.mentions[m]).is_some_and(|a| a.entity == goal.entity))
        };
        let goal_named = || told.actors.iter().filter(place).any(named);
        trip(&self.rule.code.cameo) && tour() && self.names_another_state(&told.actors) && !goal_named()
    }

    /// "the cocoa deal", where one of several was told in words of cocoa: the word that tells it from the others.
    pub(super) fn kin<'t>(&self, tellings: impl Iterator<Item = &'t Telling> + Clone) -> Option<Key> {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let trigger = self.cells[self.trigger.0].token as usize;
        let first = syntax.groups[syntax.group_of(trigger)].tokens.start as usize;
        let tells_apart = |i: &usize| {
            let noun = syntax.tag(*i) == Tag::Noun && text.tokens[*i].has(flag::LOWER);
            noun && !self.resolver.is_named(*i) && !GENERAL.contains(&text.word(*i))
        };
        let words = (first..trigger).filter(tells_apart).map(|i| text.key(i));
        words.into_iter().find(|key| tellings.clone().any(|t| self.tells(t, *key)))
    }

    /// Whether the sentence that told something holds a word.
    pub(super) fn tells(&self, told: &Telling, key: Key) -> bool {
        let text = self.resolver.text;
        text.sentences[told.sentence].tokens.range().any(|i| text.key(i) == key)
    }
}
