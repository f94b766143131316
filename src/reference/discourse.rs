//! What a document has said so far: its entities, the countries behind them, and who last acted together.

use std::cell::Cell;
use std::sync::LazyLock;

use super::Actor;
use super::standing::{is_apposed, office_before, standing};
use super::vocabulary::{Calling, calling_of};
use crate::gazetteer::{EntityType, EntryId, Gazetteer, Kind};
use crate::mention::{Entity, EntityId, Form, Mention, Mentions};
use crate::text::{Key, SentenceKind, Span, Text, TokenRange, flag};

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

/// "the deal" is one told at most this many sentences before.
const FARTHEST_TELLING: usize = 15;

/// Titles are looked for among so many names before and behind.
const FARTHEST_TITLED: usize = 400;

/// "we" are the speaker and those told of at most this many sentences before.
const FARTHEST_PARTNERS: usize = 4;

/// "we" are no more than these; the members of a bloc do not speak as one.
const MOST_PARTNERS: usize = 3;

/// CAMEO codes of aid begin so.
const AID: &str = "07";

/// Most words of an office between a body and the person who holds it.
const LONGEST_OFFICE: usize = 4;

/// Most words between a town and the state it is said to lie in.
const FARTHEST_STATE: usize = 6;

/// "the Association" was named in full at most so many names before.
const NEAREST_BODY: usize = 60;

/// Most tokens between a person and the body behind the comma.
const FARTHEST_BODY: usize = 12;

/// A relation as others may refer to it.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Number of its type.
    pub relation: usize,
    /// Its CAMEO code.
    pub code: Box<str>,
    /// The sentence that tells it.
    pub sentence: usize,
    /// The words that tell it.
    pub trigger: TokenRange,
    /// Who took part.
    pub actors: Vec<Actor>,
    /// The persons who took part themselves or spoke for these; empty where others than persons are named.
    pub persons: Vec<EntityId>,
    /// It was told as planned: what is told of it again is to come as well.
    pub planned: bool,
    /// It was told as possible: considered, offered, sought.
    pub possible: bool,
    /// It was denied.
    pub denied: bool,
}

/// The memory of one document; its buffers are kept from document to document.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// For each entity the entity of the country it belongs to or speaks for; a country is its own.
    countries: Vec<Option<EntityId>>,
    /// For each person the body the person heads or speaks for, where the text says so.
    bodies: Vec<Option<EntityId>>,
    /// For each entity whether it is only likely that it speaks for the country the text is written from.
    presumed: Vec<bool>,
    /// For each entity whether it is a person who speaks for nobody: "the Peruvian businessman Ann Lee".
    private: Vec<bool>,
    /// For each mention of a person with a title and a country its country and number, sorted.
    titled: Vec<(u32, u32)>,
    /// How many entities the text names; those behind are countries that are only meant.
    named: usize,
    /// The relations found so far, the latest last.
    together: Vec<Telling>,
    /// How many pronouns are being asked for whom they mean, one by way of another.
    pub(super) asked: Cell<u8>,
    /// The country the text is written from, or most of.
    home: Option<EntityId>,
    /// The place of the dateline and its mention.
    dateline: Option<(EntityId, u32)>,
}

impl Discourse {
    /// Begins a document: gives every country that a capital, an adjective or an office may mean an entity.
    pub fn begin(&mut self, text: Text<'_>, mentions: &mut Mentions, gazetteer: &Gazetteer) {
        self.countries.clear();
        self.presumed.clear();
        self.private.clear();
        self.together.clear();
        self.named = mentions.entities.len();
        for i in 0..self.named {
            let entity = mentions.entities[i];
            let country = match entity.entry {
                Some(entry) if is_state(gazetteer.kind(entry)) => {
                    self.countries.push(Some(EntityId(i as u32)));
                    continue;
                }
                Some(entry) => entity.country.or(gazetteer.country_of(entry)),
                None => entity.country,
            };
            let country = country.map(|c| self.entity_of(c, mentions));
            self.countries.push(country);
        }
        self.seat_union(mentions, gazetteer);
        // A country that is only meant is its own country.
        let end = mentions.entities.len();
        self.countries.extend((self.named..end).map(|i| Some(EntityId(i as u32))));
        self.presumed.resize(mentions.entities.len(), false);
        self.find_bodies(text, mentions);
        self.dateline = find_dateline(text, mentions);
        self.home = self.find_home(mentions);
        self.find_countries(text, mentions);
        self.find_private(text, mentions, gazetteer);
        self.find_titled(mentions);
    }

    /// "talks between Ottawa and Brussels" in a text that names the European Union oftener than Belgium: the city stands for
    /// the union that sits there.
    fn seat_union(&mut self, mentions: &Mentions, gazetteer: &Gazetteer) {
        let named = |id: &str| {
            let entities = &mentions.entities[..self.named];
            let is = |e: &Entity| e.entry.is_some_and(|entry| gazetteer.id(entry) == id);
            entities.iter().position(is).map(|i| EntityId(i as u32))
        };
        let times = |entity: EntityId| mentions.mentions.iter().filter(|m| m.entity == entity).count();
        if let Some(city) = named("chancery:brussels")
            && let Some(union) = named("chancery:european-union")
            && times(union) > named("iso:BEL").map_or(0, times)
        {
            self.countries[city.0 as usize] = Some(union);
        }
    }

    fn find_titled(&mut self, mentions: &Mentions) {
        self.titled.clear();
        for (m, mention) in mentions.mentions.iter().enumerate() {
            let person = mentions.entity(mention.entity).entity_type == EntityType::Person;
            if person
                && !mention.title.is_empty()
                && let Some(country) = self.country(mention.entity)
            {
                self.titled.push((country.0, m as u32));
            }
        }
        self.titled.sort_unstable();
    }

    /// The mentions of persons with a title who belong to a country, in the order of the text, up to 400 names before and
    /// behind mention `near`: the length of an article, not of an archive in one document.
    pub fn titled(&self, country: EntityId, near: usize) -> impl Iterator<Item = u32> {
        let (from, to) = (near.saturating_sub(FARTHEST_TITLED) as u32, (near + FARTHEST_TITLED) as u32);
        let start = self.titled.partition_point(|known| *known < (country.0, from));
        self.titled[start..].iter().take_while(move |(c, m)| *c == country.0 && *m < to).map(|(_, m)| *m)
    }

    /// "President Ann Lee": who rules without a country being named rules where the text is written.
    fn find_countries(&mut self, text: Text<'_>, mentions: &Mentions) {
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
            let begin = if mention.title.is_empty() { mention.tokens.start } else { mention.title.start };
            let before = mentions.mentions[..m].last().filter(|b| b.tokens.end == begin && b.tokens.start > 1);
            let of = before.filter(|b| {
                let first = b.tokens.start as usize;
                let office = calling_of(text.key(first - 2)).is_some_and(|(c, _)| c == Calling::Office);
                text.word(first - 1) == "of" && office
            });
            // "Peru's Ann Lee"
            let owner = mentions.mentions[..m]
                .last()
                .filter(|b| b.tokens.end + 1 == begin && matches!(text.word(b.tokens.end as usize), "'s" | "’s"));
            // "Peru's ambassador to Chile, Ann Lee"
            let apposed = self.apposed(text, mentions, m, begin as usize);
            // "Peruvian Foreign Ministry spokesman Ann Lee"
            let body = mentions.mentions[..m]
                .last()
                .filter(|b| b.tokens.end == begin && mentions.entity(b.entity).entity_type == EntityType::Organization);
            // "the minister of Peru, Ann Lee,", "Ann Lee, the Peruvian minister,"
            let told = standing(&text, mentions, m, begin as usize).filter(|b| {
                mentions.entity(b.entity).entity_type == EntityType::Organization
                    || self.country(b.entity) == Some(b.entity)
            });
            // "Peruvian deputy premier and foreign minister Ann Lee"
            let both = || {
                let and = (begin as usize).checked_sub(2).filter(|_| text.word(begin as usize - 1) == "and")?;
                let office = matches!(calling_of(text.key(and)), Some((Calling::Office, false)));
                let named = mentions.mentions[..m].last().filter(|b| b.form == Form::Demonym && office)?;
                let between = named.tokens.end as usize..and;
                // "a Peruvian official and Ann Lee" are two.
                let first = (named.tokens.start as usize).saturating_sub(LONGEST_OFFICE)..named.tokens.start as usize;
                let another = first.clone().any(|i| matches!(text.word(i), "a" | "an" | "A" | "An" | "another"));
                (!another && between.len() <= LONGEST_OFFICE && between.clone().all(|i| text.tokens[i].is_word()))
                    .then_some(named)
            };
            let owner = of.or(owner).or(body).or(apposed).or(told).or_else(both);
            if let Some(country) = owner.and_then(|b| self.country(b.entity)) {
                self.countries[own] = Some(country);
            } else if !heads_body(text, begin as usize, mention)
                && (mention.title.range().any(|i| RULERS.contains(&text.key(i)))
                    || begin > 1
                        && text.word(begin as usize - 1) == "of"
                        && RULERS.contains(&text.key(begin as usize - 2))
                    || office_before(&text, mentions, m, begin as usize).is_some_and(|i| RULERS.contains(&text.key(i))))
            {
                self.countries[own] = self.home;
                self.presumed[own] = true;
            }
        }
    }

    /// "Peru's ambassador to Chile, Ann Lee", "the Peruvian prime minister, Ann Lee": whose office a comma before the name
    /// closes.
    fn apposed<'m>(&self, text: Text<'_>, mentions: &'m Mentions, m: usize, begin: usize) -> Option<&'m Mention> {
        if begin < 3 || text.word(begin - 1) != "," {
            return None;
        }
        let first = (begin - 1).saturating_sub(FARTHEST_BODY);
        let mut back =
            (first..begin - 1).rev().take_while(|&i| !matches!(text.word(i), "," | ";" | "." | ":" | "who" | "which"));
        let office = back.find(|&i| calling_of(text.key(i)).is_some_and(|(c, many)| c == Calling::Office && !many))?;
        let before = mentions.mentions[..m].iter().rev().find(|b| (b.tokens.end as usize) <= office)?;
        let between = before.tokens.end as usize..office;
        let plain = |i: usize| {
            matches!(text.word(i), "'s" | "’s") || text.tokens[i].is_word() && calling_of(text.key(i)).is_none()
        };
        let owns = before.form == Form::Demonym || between.clone().any(|i| matches!(text.word(i), "'s" | "’s"));
        let small =
            |i: usize| !matches!(text.word(i), "of" | "to" | "and" | "the" | "a" | "in" | "by" | "with" | "for");
        (owns && between.len() <= LONGEST_OFFICE && between.clone().all(|i| plain(i) && small(i))).then_some(before)
    }

    /// "WHO Director-General Ann Lee", "Ann Lee, head of the WHO": for whom a person speaks. A ministry speaks for its state.
    fn find_bodies(&mut self, text: Text<'_>, mentions: &Mentions) {
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
            let begin = if person.title.is_empty() { person.tokens.start } else { person.title.start };
            let before = m.checked_sub(1).map(|k| &mentions.mentions[k]);
            // "UNESCO Director-General Ann Lee": only capitalised words in between.
            let beside = |before: &Mention| {
                let between = before.tokens.end as usize..begin as usize;
                // "League Legend Ann Lee" speaks for no league.
                let office = || between.clone().any(|i| calling_of(text.key(i)).is_some());
                between.len() <= LONGEST_OFFICE
                    && between.clone().all(|i| text.tokens[i].is_capitalised() || text.word(i) == "-")
                    && (!person.title.is_empty() || office())
            };
            if let Some(before) = before
                && (beside(before) || before.tokens.start >= begin)
                && body(before)
            {
                self.bodies[own] = Some(before.entity);
                continue;
            }
            // "the Growers Association … Association chairman Ann Lee"
            if let Some(named) = short_body(text, mentions, m, begin as usize) {
                self.bodies[own] = Some(named);
                continue;
            }
            // "the head of the WHO, Ann Lee,"
            if let Some(told) = standing(&text, mentions, m, begin as usize).filter(|b| body(b)) {
                self.bodies[own] = Some(told.entity);
                continue;
            }
            // "Ann Lee, the head of the WHO"
            let end = person.tokens.end as usize;
            let Some(after) = mentions.mentions.get(m + 1).filter(|n| body(n)) else { continue };
            let between = end..after.tokens.start as usize;
            let apposed = text.tokens.get(end).is_some_and(|_| text.word(end) == ",")
                && between.len() <= FARTHEST_BODY
                && between.clone().skip(1).all(|i| !matches!(text.word(i), "," | ";" | "." | "who" | "which"))
                && between
                    .clone()
                    .find(|&i| {
                        let calling = calling_of(text.key(i));
                        matches!(calling, Some((Calling::Office | Calling::Human | Calling::Staff, false)))
                    })
                    .is_some_and(|office| is_apposed(&text, end + 1..office))
                && between.clone().any(|i| matches!(text.word(i), "of" | "for" | "at"));
            // "Ann Lee, Acme's chief executive"
            let office = after.tokens.end as usize + 1;
            let owner = text.tokens.get(end).is_some_and(|_| text.word(end) == ",")
                && after.tokens.start as usize == end + 1
                && office < text.tokens.len()
                && matches!(text.word(office - 1), "'s" | "’s")
                && (office..text.tokens.len().min(office + LONGEST_OFFICE))
                    .take_while(|&i| text.tokens[i].is_word())
                    .any(|i| matches!(calling_of(text.key(i)), Some((Calling::Office | Calling::Staff, false))));
            if apposed || owner {
                self.bodies[own] = Some(after.entity);
            }
        }
    }

    fn find_private(&mut self, text: Text<'_>, mentions: &Mentions, gazetteer: &Gazetteer) {
        let lists = |entity: &Entity| entity.entry.map(|entry| gazetteer.kind(entry));
        let private = |entity| matches!(lists(entity), Some(Kind::Business | Kind::Artist | Kind::SportPerson));
        self.private.extend(mentions.entities[..self.named].iter().map(private));
        // "presidential candidate Ann Lee" speaks for no state yet.
        let stands = |i: usize| {
            matches!(
                text.word(i),
                "candidate" | "nominee" | "hopeful" | "contender" | "challenger" | "mogul" | "tycoon"
            )
        };
        for m in &mentions.mentions {
            let before = m.title.start.min(m.tokens.start).saturating_sub(1) as usize;
            if (before..m.tokens.start as usize).any(stands) {
                self.private[m.entity.0 as usize] = true;
            }
        }
        for m in mentions.mentions.iter().filter(|m| !m.title.is_empty()) {
            let called = |wanted: fn(usize, Text<'_>) -> bool| m.title.range().any(|i| wanted(i, text));
            let plain = called(|i, text| {
                let staff = matches!(calling_of(text.key(i)), Some((Calling::Staff, _)));
                staff || matches!(text.word(i), "businessman" | "billionaire" | "activist")
            });
            let office = called(|i, text| matches!(calling_of(text.key(i)), Some((Calling::Office, _))));
            if plain && !office {
                self.private[m.entity.0 as usize] = true;
            }
        }
    }

    /// The body or country a person speaks for.
    pub fn represented(&self, person: EntityId) -> Option<EntityId> {
        let body = self.bodies.get(person.0 as usize).copied().flatten();
        body.or_else(|| {
            self.country(person).filter(|_| !self.private.get(person.0 as usize).is_some_and(|private| *private))
        })
    }

    fn entity_of(&self, country: EntryId, mentions: &mut Mentions) -> EntityId {
        let known = mentions.entities.iter().position(|e| e.entry == Some(country));
        let number = known.unwrap_or_else(|| {
            mentions.entities.push(Entity {
                entity_type: EntityType::Place,
                entry: Some(country),
                name: Span::default(),
                country: Some(country),
                gender: None,
            });
            mentions.entities.len() - 1
        });
        EntityId(number as u32)
    }

    /// The country an entity belongs to or speaks for; itself for a country.
    pub fn country(&self, entity: EntityId) -> Option<EntityId> {
        self.countries.get(entity.0 as usize).copied().flatten()
    }

    /// The country an entity belongs to by the lists or the words around its name.
    pub fn stated_country(&self, entity: EntityId) -> Option<EntityId> {
        self.country(entity).filter(|_| !self.presumed.get(entity.0 as usize).is_some_and(|presumed| *presumed))
    }

    /// Notes what was told last.
    pub fn note(&mut self, telling: Telling) {
        self.together.push(telling);
    }

    /// Who acted together, the persons rather than the states they spoke for, and in which sentence that was told, the
    /// latest first; on request but those of whom one helped the other.
    pub fn together(&self, equals: bool) -> impl Iterator<Item = (usize, Vec<EntityId>)> {
        let told = self.together.iter().rev().filter(move |t| !(equals && t.code.starts_with(AID)));
        told.map(|t| {
            let all =
                if t.persons.is_empty() { t.actors.iter().map(|a| a.entity).collect() } else { t.persons.clone() };
            (t.sentence, all)
        })
    }

    /// Whether a relation was told so few sentences before that words may refer to it.
    pub fn has_told(&self, sentence: usize) -> bool {
        self.together.last().is_some_and(|t| sentence <= t.sentence + FARTHEST_TELLING)
    }

    /// The relations told so few sentences before that words may refer to them, the latest first.
    pub fn recent(&self, sentence: usize) -> impl Iterator<Item = &Telling> + Clone {
        self.together.iter().rev().take_while(move |t| sentence <= t.sentence + FARTHEST_TELLING)
    }

    /// Who acted together in the last relation, told few sentences before, that this one took part in.
    pub fn with(&self, one: EntityId, sentence: usize) -> &[Actor] {
        let near = self.together.iter().rev().take_while(|t| sentence <= t.sentence + FARTHEST_PARTNERS);
        let of_few = |t: &&Telling| t.actors.len() <= MOST_PARTNERS && t.actors.iter().any(|a| a.entity == one);
        near.filter(of_few).map(|t| t.actors.as_slice()).next().unwrap_or(&[])
    }

    /// The country the text is written from ("the Kingdom"), or most of.
    pub fn home(&self) -> Option<EntityId> {
        self.home
    }

    /// The place of the dateline and its mention: what "here" means.
    pub fn dateline(&self) -> Option<(EntityId, u32)> {
        self.dateline
    }

    /// The country of the dateline's place, else the one named most.
    fn find_home(&self, mentions: &Mentions) -> Option<EntityId> {
        if let Some(country) = self.dateline.and_then(|(place, ..)| self.country(place)) {
            return Some(country);
        }
        let mut counts: Vec<(usize, EntityId)> = Vec::new();
        for mention in &mentions.mentions {
            if mentions.entity(mention.entity).entity_type != EntityType::Place {
                continue;
            }
            let Some(country) = self.country(mention.entity) else { continue };
            match counts.iter_mut().find(|(_, c)| *c == country) {
                Some((n, _)) => *n += 1,
                None => counts.push((1, country)),
            }
        }
        // Of equals the one named first; one named once may be anywhere.
        let most = counts.iter().enumerate().max_by_key(|(i, (n, _))| (*n, std::cmp::Reverse(*i)));
        most.filter(|(_, (n, _))| *n > 1).map(|(_, (_, c))| *c)
    }

    /// How many entities the text names itself.
    pub fn named(&self) -> usize {
        self.named
    }
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
fn heads_body(text: Text<'_>, begin: usize, person: &Mention) -> bool {
    let first = begin.saturating_sub(1);
    (first..person.tokens.start as usize).any(|i| {
        text.tokens[i].has(flag::LOWER) && matches!(calling_of(text.key(i)), Some((Calling::Organization, false)))
    })
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

/// The first place of the dateline.
fn find_dateline(text: Text<'_>, mentions: &Mentions) -> Option<(EntityId, u32)> {
    let line = text.sentences.iter().position(|s| s.kind == SentenceKind::Dateline)?;
    let mut named = mentions.within(text.sentences[line].tokens);
    let place = named.find(|&m| mentions.entity(mentions.mentions[m].entity).entity_type == EntityType::Place)?;
    Some((mentions.mentions[place].entity, place as u32))
}

/// Whether entries of this kind act as states.
pub(crate) fn is_state(kind: Kind) -> bool {
    matches!(kind, Kind::Country | Kind::Territory | Kind::HistoricCountry)
}
