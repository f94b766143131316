//! Which actor a name stands for where it acts.

use crate::gazetteer::{EntityType, Kind};
use crate::mention::{EntityId, Form, Mention};
use crate::text::{Key, flag};

use super::super::discourse::is_state;
use super::super::{Actor, Anchor, Via};
use super::Resolver;

/// Words in the names of sites that act for nobody.
const SITES: [&str; 20] = [
    "Hall", "Airport", "Park", "Street", "Road", "Avenue", "Bridge", "Tower", "Stadium", "Square", "Building", "River",
    "Lake", "Mount", "Mountain", "Forest", "Bay", "Beach", "Valley", "Highway",
];

impl Resolver<'_> {
    /// The mentions of an entity, in the order of the text.
    pub fn named(&self, entity: EntityId) -> impl Iterator<Item = &Mention> {
        self.discourse.names_of(entity).iter().map(|&m| &self.mentions.mentions[m as usize])
    }

    /// Whether an entity is a person.
    pub(super) fn is_person(&self, entity: EntityId) -> bool {
        self.mentions.entity(entity).entity_type == EntityType::Person
    }

    /// Whether an entity is a place.
    pub(super) fn is_place(&self, entity: EntityId) -> bool {
        self.mentions.entity(entity).entity_type == EntityType::Place
    }

    /// Whether an entity is an organization.
    pub(super) fn is_organization(&self, entity: EntityId) -> bool {
        self.mentions.entity(entity).entity_type == EntityType::Organization
    }

    /// The kind that the lists have of an entity.
    pub(super) fn kind(&self, entity: EntityId) -> Option<Kind> {
        Some(self.gazetteer.kind(self.mentions.entity(entity).entry?))
    }

    /// Whether an entity is a news agency, paper or station.
    pub fn is_press(&self, entity: EntityId) -> bool {
        let Some(kind) = self.kind(entity) else {
            return self.named(entity).find(|m| m.tokens.len() > 1).is_some_and(|m| self.informs(m));
        };
        matches!(kind, Kind::NewsAgency | Kind::Media)
    }

    /// "the Peruvian Information Service": a body that tells what others do.
    fn informs(&self, mention: &Mention) -> bool {
        let last = mention.tokens.end as usize - 1;
        let (kind, field) = (self.text.word(last), self.text.word(last - 1));
        matches!((field, kind), ("Information", "Service") | ("News" | "Press", "Agency" | "Office" | "Service"))
    }

    /// Whether an entity is a sea, a strait or a river.
    pub fn is_water(&self, entity: EntityId) -> bool {
        self.kind(entity) == Some(Kind::Water)
    }

    /// Whether an entity is a company, or an organization that no list knows.
    pub fn is_firm(&self, entity: EntityId) -> bool {
        let organization = self.is_organization(entity);
        organization && self.kind(entity).is_none_or(|k| k == Kind::Company)
    }

    /// Whether an entity is a continent.
    pub fn is_continent(&self, entity: EntityId) -> bool {
        self.kind(entity) == Some(Kind::Continent)
    }

    /// Whether an entity is a part of a state that acts for it: a ministry, a parliament, an army, the police.
    pub fn is_arm(&self, entity: EntityId) -> bool {
        let arms = [Kind::Agency, Kind::Government, Kind::Legislature, Kind::Military, Kind::Ministry, Kind::Police];
        self.kind(entity).is_some_and(|k| arms.contains(&k))
    }

    /// Whether an entity is a parliament.
    pub fn is_legislature(&self, entity: EntityId) -> bool {
        self.kind(entity) == Some(Kind::Legislature)
    }

    /// Whether an entity is a party, by the lists or by its name.
    pub fn is_party(&self, entity: EntityId) -> bool {
        let called = |m: &Mention| self.text.word(m.tokens.end as usize - 1) == "Party";
        self.kind(entity).map_or_else(|| self.named(entity).any(called), |kind| kind == Kind::Party)
    }

    /// Whether an entity is a region across states: "the Far East".
    pub fn is_land_of_states(&self, entity: EntityId) -> bool {
        self.kind(entity) == Some(Kind::Region) && self.mentions.entity(entity).country.is_none()
    }

    /// Whether an entity is a club or league.
    pub fn is_club(&self, entity: EntityId) -> bool {
        self.kind(entity) == Some(Kind::Sport)
    }

    /// Whether an entity is a state.
    pub fn is_state(&self, entity: EntityId) -> bool {
        self.kind(entity).is_some_and(is_state)
    }

    /// "the Chadian Government": whether a name is that of a government.
    pub(super) fn is_government(&self, mention: &Mention) -> bool {
        let government = |i: usize| self.text.key(i) == const { Key::of_ascii("government") };
        self.is_organization(mention.entity) && mention.tokens.range().any(government)
    }

    /// "Lima-based", "Acme-owned", "Peruvian state-owned", "French-speaking", "rebel Serbs": only says what others are like, or people who act for no state.
    pub(super) fn is_trait(&self, m: u32) -> bool {
        let mention = &self.mentions.mentions[m as usize];
        let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
        let word = |i: usize| self.text.word(i);
        let told = |i: usize| {
            let trait_of = ["based", "born", "speaking", "listed", "registered", "bound", "owned", "controlled"];
            let state = usize::from(matches!(word(i), "state" | "government"));
            let hyphen = usize::from(word(i + state) == "-");
            (hyphen == 1 || word(i) == "speaking") && trait_of.contains(&word(i + state + hyphen))
        };
        let apart = mention.form == Form::Demonym && start > 0 && matches!(word(start - 1), "rebel" | "ethnic");
        // "Lima, Peru-based", "Lima, Pa.-based"
        let next = self.mentions.mentions.get(m as usize + 1).filter(|n| n.tokens.start as usize == end + 1);
        let state = next.map_or(end + 2, |n| n.tokens.end as usize);
        let place = || self.is_place(mention.entity);
        let town = word(end) == "," && told(state) && (word(state - 1).ends_with('.') || place());
        // "pro-Peruvian fishermen"
        let noun = || self.text.tokens.get(end).is_some_and(|t| t.is_word() && t.has(flag::LOWER));
        let leans = start > 1
            && word(start - 1) == "-"
            && matches!(word(start - 2), "pro" | "anti" | "Pro" | "Anti")
            && noun()
            && !self.is_person(mention.entity);
        told(end) || apart || leans || town
    }

    /// "Peru Chile Gas": whether two names of places and another word with a capital stand in a row.
    fn is_run_together(&self, m: u32, mention: &Mention) -> bool {
        let place = |m: &Mention| m.form == Form::Name && self.is_place(m.entity);
        let at = |k: Option<u32>| k.and_then(|k| self.mentions.mentions.get(k as usize)).filter(|m| place(m));
        let (before, next) = (at(m.checked_sub(1)), at(Some(m + 1)));
        let last = next.filter(|n| n.tokens.start == mention.tokens.end).unwrap_or(mention);
        let first = before.filter(|b| b.tokens.end == mention.tokens.start).unwrap_or(mention);
        let end = last.tokens.end as usize;
        let capital = || self.text.tokens.get(end).is_some_and(|t| t.is_capitalised() && t.has(flag::SPACE_BEFORE));
        let heading = || self.text.sentences[self.text.sentence_of(mention.tokens.start as usize)].title_case;
        place(mention) && first.tokens.start != last.tokens.start && capital() && !self.is_named(end) && !heading()
    }

    /// "25 Airbus A320", "the Acme X7 engine": a product by its maker's name.
    fn is_model(&self, mention: &Mention) -> bool {
        let organization = self.is_organization(mention.entity);
        let end = mention.tokens.end as usize;
        let next = self.text.tokens.get(end).filter(|t| organization && t.has(flag::SPACE_BEFORE));
        next.is_some_and(|_| {
            let word = self.text.word(end);
            let digit = |b: u8| b.is_ascii_digit();
            word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().any(digit) && word.len() < 6
        })
    }

    /// The actor a name stands for where it acts: a capital stands for its country, a river for nobody.
    pub fn acting(&self, m: u32, mention: &Mention) -> Option<Actor> {
        let entity = mention.entity;
        if self.is_trait(m) || self.is_model(mention) {
            return None;
        }
        let own = Actor { entity, anchor: Anchor::Mention(m), via: Via::of(mention.form) };
        if !self.is_place(entity) {
            // "the Chadian Government" is Chad.
            let state = self.discourse.country(entity).filter(|_| self.is_government(mention));
            return Some(state.map_or(own, |entity| Actor { entity, via: Some(Via::Metonym), ..own }));
        }
        // "Bath, Maine"
        if m.checked_sub(1).is_some_and(|town| self.holds_town(&self.mentions.mentions[town as usize], mention)) {
            return None;
        }
        // "Peru Chile Gas": a firm that no list knows.
        if self.is_run_together(m, mention) {
            return None;
        }
        match self.kind(entity) {
            // "the Exhibition Hall", "Lima Airport": nobody acts there.
            None if mention.tokens.range().any(|i| SITES.contains(&self.text.word(i))) => None,
            None => Some(own),
            // "Washington state officials": of a state of the federation.
            Some(Kind::Capital) if matches!(self.text.word(mention.tokens.end as usize), "state" | "State") => None,
            Some(Kind::Capital | Kind::Seat) => {
                let country = self.discourse.country(entity);
                Some(country.map_or(own, |entity| Actor { entity, via: Some(Via::Metonym), ..own }))
            }
            Some(Kind::Water | Kind::Landform | Kind::Building | Kind::Street) => None,
            Some(_) => Some(own),
        }
    }
}
