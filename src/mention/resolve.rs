//! From decided forms to mentions and entities.

mod holder;

use jiff::civil::Date;

use crate::gazetteer::{EntityType, EntryId, Gazetteer, Kind, NameForm, NameUse, Tier, WordFacts};
use crate::text::{Span, Text, TokenRange, flag};

use super::candidate::Role;
use super::form::{NONE, Spot};
use super::item::{Item, known};
use super::memory::Claim;
use super::reading::{self, Beside, Countries, Document};
use super::scratch::{Scratch, Seen};
use super::source::{Pattern, Source};
use super::{Entity, EntityId, Form, Mention, Mentions, carrier, is_kin, short};

/// What resolving reads.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) text: &'a Text<'a>,
    pub(super) date: Option<Date>,
    pub(super) items: &'a [Item],
}

/// Offices that a whole article has one holder of.
const RULERS: [&str; 9] =
    ["President", "president", "Premier", "Chancellor", "Governor", "Minister", "Senator", "Mayor", "King"];

/// "Ann Lee, the youngest daughter of": most tokens from the name to who she is.
const FARTHEST_KIN: usize = 5;

/// A bearer of a surname named this much more often than the one named last keeps it.
const KEPT: u32 = 2;

impl Resolver<'_> {
    /// Writes the mentions and entities of all spots whose forms are names.
    pub(super) fn mentions(self, scratch: &mut Scratch, found: &mut Mentions) {
        let mut countries = std::mem::take(&mut scratch.countries);
        countries.clear();
        scratch.seen.resize(scratch.forms.all.len(), Seen { last: NONE, times: 0 });
        for number in 0..scratch.spots.len() {
            let spot = scratch.spots[number];
            scratch.seen[spot.form as usize].last = number as u32;
            let form = scratch.forms.all[spot.form as usize];
            let carrier = carrier::called(self.text, number, scratch, found);
            let mut entity_type = match (spot.role, form.decided) {
                (Role::Demonym, _) if carrier.is_some() => EntityType::Organization,
                (Role::Demonym, _) => EntityType::Place,
                (_, Some(entity_type)) => entity_type,
                _ => continue,
            };
            let fits = |full: u32| self.may_be(&spot, full, scratch, found);
            let bearer = self.bearer(&spot, entity_type, scratch, fits).filter(|_| carrier.is_none());
            if bearer.is_some() {
                entity_type = EntityType::Person;
            }
            let full = carrier.or(bearer).unwrap_or_else(|| {
                if spot.role == Role::Demonym {
                    return spot.form;
                }
                self.full_form(scratch, &spot, form.decided, fits)
            });
            let another = self.is_another(&spot, full, scratch)
                || self.shares_surname(number, full, scratch)
                || !self.may_be(&spot, full, scratch, found);
            let full = if another { spot.form } else { full };
            scratch.seen[full as usize].times += 1;
            let entity = self.entity(entity_type, full, &mut countries, scratch, found);
            let tokens = TokenRange { start: spot.start, end: spot.end };
            let source =
                form.name.map_or(Source::Pattern(form.pattern.unwrap_or(Pattern::Surroundings)), Source::Listed);
            let mention_form = if carrier.is_some() {
                Form::Alias
            } else {
                self.form(&spot, full == spot.form, &found.entities[entity.0 as usize], source)
            };
            let mut title = TokenRange { start: spot.start, end: spot.start };
            if entity_type == EntityType::Person {
                title = self.title(spot.start);
                self.holder(&mut title, &spot, entity, found);
            }
            let span = self.text.span(tokens);
            let named = if self.reigns(tokens, title) {
                self.text.span(TokenRange { start: title.end - 1, end: tokens.end })
            } else {
                span
            };
            let record = &mut found.entities[entity.0 as usize];
            let longer = named.end - named.start > record.name.end - record.name.start;
            if (longer || self.is_quieter(named, record.name)) && mention_form != Form::Demonym {
                record.name = named;
            }
            found.mentions.push(Mention { tokens, span, entity, form: mention_form, title, source });
        }
        scratch.countries = countries;
    }

    /// "Orrson" in the text for "ORRSON" in its heading: the same name, not all in capitals.
    fn is_quieter(self, name: Span, loud: Span) -> bool {
        let (name, loud) = (&self.text.raw[name.range()], &self.text.raw[loud.range()]);
        let shouted = |name: &str| !name.contains(char::is_lowercase);
        shouted(loud) && !shouted(name) && name.eq_ignore_ascii_case(loud)
    }

    /// "Mr. Lee" where "Lee and Co" is a firm: the person who bears the name.
    fn bearer(
        self,
        spot: &Spot,
        entity_type: EntityType,
        scratch: &Scratch,
        fits: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let single = entity_type == EntityType::Organization && spot.end - spot.start == 1;
        if !single || self.gender(self.title(spot.start).range()).is_none() {
            return None;
        }
        let person = Some(EntityType::Person);
        let full = self.full_form(scratch, spot, person, fits);
        Some(full).filter(|&full| scratch.forms.all[full as usize].decided == person)
    }

    /// The form that tells which thing the form of `spot` is: of several people with one surname the one named last, or whom
    /// the article is about. `fits` says of whom a title allows it.
    fn full_form(self, scratch: &Scratch, spot: &Spot, decided: Option<EntityType>, fits: impl Fn(u32) -> bool) -> u32 {
        let Scratch { spots, forms, claims, seen, .. } = scratch;
        // Sorted by the short form.
        let of = |short: u32| {
            let first = claims.partition_point(|claim| claim.short < short);
            claims[first..].iter().take_while(move |claim| claim.short == short)
        };
        let own = of(spot.form);
        // A listed firm is itself until the text names a unit of it in full: "Zorvane", later "Zorvane Credit Ltd".
        let listed = forms.all[spot.form as usize].listed & 1 << EntityType::Organization as u8 != 0;
        let told = |claim: &Claim| {
            let full = forms.all[claim.full as usize].first;
            !listed || full < forms.all[spot.form as usize].first || !short::is_unit(self.text, &spots[full as usize])
        };
        let same_type =
            own.filter(|claim| forms.all[claim.full as usize].decided == decided && told(claim) && fits(claim.full));
        // Named before comes before named later; of those the latest, else the first of the document.
        let latest = same_type.clone().max_by_key(|claim| match seen[claim.full as usize].last {
            NONE => (false, u32::MAX - forms.all[claim.full as usize].first),
            number => (true, number),
        });
        let times = |claim: &&Claim| seen[claim.full as usize].times;
        let most = same_type.max_by_key(times);
        let best = latest.map(|latest| most.filter(|most| times(most) >= times(&latest) + KEPT).unwrap_or(latest));
        match best {
            Some(claim) => {
                let mut longer =
                    of(claim.full).filter(|c| c.full != spot.form && forms.all[c.full as usize].decided == decided);
                longer.next().map_or(claim.full, |c| c.full)
            }
            None => forms.root(spot.form),
        }
    }

    /// "President Lee" where only "his wife Ann Lee" bears the name, and "Lee" behind that: somebody else.
    fn is_another(self, spot: &Spot, full: u32, scratch: &Scratch) -> bool {
        let form = scratch.forms.all[spot.form as usize];
        if full == spot.form || spot.end - spot.start > 1 || form.decided != Some(EntityType::Person) {
            return false;
        }
        let rules = |start: u32| self.title(start).range().any(|i| RULERS.contains(&self.text.word(i)));
        let bearer = scratch.spots[scratch.forms.all[full as usize].first as usize];
        (form.entity != NONE || rules(spot.start)) && self.is_relative(&bearer) && !rules(bearer.start)
    }

    /// "Bo and Ann Lee": the surname behind is his as well, and he is no "Bo Ek" named elsewhere.
    fn shares_surname(self, number: usize, full: u32, scratch: &Scratch) -> bool {
        let spot = scratch.spots[number];
        let Some(next) = scratch.spots.get(number + 1) else { return false };
        let forms = &scratch.forms.all;
        let first = |spot: &Spot| &self.items[spot.items.0 as usize];
        let last = |spot: &Spot| &self.items[spot.items.1 as usize - 1];
        let bearer = &scratch.spots[forms[full as usize].first as usize];
        full != spot.form
            && spot.items.1 == spot.items.0 + 1
            && next.items.1 > next.items.0 + 1
            && next.start == spot.end + 1
            && self.text.word(spot.end as usize) == "and"
            && forms[next.form as usize].decided == Some(EntityType::Person)
            && first(&spot).is(WordFacts::FREQUENT_GIVEN)
            && first(next).is(WordFacts::FREQUENT_GIVEN)
            && first(bearer).key == first(&spot).key
            && last(bearer).key != last(next).key
    }

    /// "Mr. Lee" is not "Ann Lee": whether the title of a surname leaves open that a fuller form names the same person.
    fn may_be(self, spot: &Spot, full: u32, scratch: &Scratch, found: &Mentions) -> bool {
        let form = scratch.forms.all[full as usize];
        if full == spot.form || spot.end - spot.start > 1 || form.decided != Some(EntityType::Person) {
            return true;
        }
        let Some(own) = self.gender(self.title(spot.start).range()) else { return true };
        let known = found.entities.get(form.entity as usize).and_then(|entity| entity.gender);
        known.is_none_or(|gender| gender == own)
    }

    /// Whether a person is told as somebody's kin: "his wife Ann Lee", "Ann Lee, a daughter of the president".
    fn is_relative(self, spot: &Spot) -> bool {
        let word = |i: usize| self.text.tokens.get(i).map_or("", |_| self.text.word(i));
        let (start, end) = (spot.start as usize, spot.end as usize);
        let before = start.wrapping_sub(if word(start.wrapping_sub(1)) == "," { 2 } else { 1 });
        let mut behind = (end + 1..end + FARTHEST_KIN).take_while(|&i| !matches!(word(i), "," | "." | "who"));
        is_kin(word(before)) || word(end) == "," && behind.any(|i| is_kin(word(i)))
    }

    /// The entity of a form, made at its first mention.
    fn entity(
        self,
        entity_type: EntityType,
        full: u32,
        countries: &mut Countries,
        scratch: &mut Scratch,
        found: &mut Mentions,
    ) -> EntityId {
        let form = scratch.forms.all[full as usize];
        if form.entity != NONE {
            return EntityId(form.entity);
        }
        let spot = scratch.spots[form.first as usize];
        let beside = self.beside(&spot, form.first, scratch);
        let document = Document {
            gazetteer: self.gazetteer,
            text: self.text,
            date: self.date,
            spots: &scratch.spots,
            forms: &scratch.forms,
        };
        let reading =
            form.name.and_then(|name| reading::choose(document, countries, name, &spot, entity_type, &beside));
        let entry = reading.map(|one| one.entry);
        let known = entry.and_then(|entry| scratch.entries.get(&entry).copied());
        let id = known.unwrap_or_else(|| {
            let id = EntityId(found.entities.len() as u32);
            let name = self.text.span(TokenRange { start: spot.start, end: spot.end });
            let country = match entry {
                Some(entry) => self.gazetteer.country_of(entry),
                None if entity_type == EntityType::Organization => self.country_within(&spot),
                None => None,
            };
            found.entities.push(Entity { entity_type, entry, name, country, gender: None });
            if let Some(entry) = entry {
                scratch.entries.insert(entry, id);
            }
            id
        });
        scratch.forms.all[full as usize].entity = id.0;
        id
    }

    /// "Chadian Government", "Bank of Chad": the one country in the name of a body.
    fn country_within(self, spot: &Spot) -> Option<EntryId> {
        let own = &self.items[spot.items.0 as usize..spot.items.1 as usize];
        let mut known = own.iter().filter(|item| item.known & (known::COUNTRY | known::DEMONYM) != 0);
        let item = known.next().filter(|_| known.next().is_none())?;
        let state = |one: &NameUse| {
            one.tier == Tier::Always && matches!(self.gazetteer.kind(one.entry), Kind::Country | Kind::Territory)
        };
        let written = self.text.word(item.start as usize);
        self.gazetteer.lookup(written).into_iter().find(state).map(|one| one.entry)
    }

    /// The places named around a comma: "Paris, Texas".
    fn beside(self, spot: &Spot, number: u32, scratch: &Scratch) -> Beside {
        let mut beside = Beside::default();
        let joined = |first: &Spot, second: &Spot| {
            second.start == first.end + 1 && self.text.word(first.end as usize) == "," && second.role == Role::Name
        };
        let places = |spot: &Spot| {
            let name = scratch.forms.all[spot.form as usize].name;
            let uses = name.into_iter().flat_map(|name| self.gazetteer.uses(name));
            uses.filter(|one| one.entity_type == EntityType::Place && one.tier != Tier::Never).map(|one| one.entry)
        };
        if let Some(next) = scratch.spots.get(number as usize + 1).filter(|next| joined(spot, next)) {
            beside.holders.extend(places(next).filter(|one| reading::is_holder(self.gazetteer.kind(*one))));
        }
        if let Some(last) = number.checked_sub(1).map(|n| &scratch.spots[n as usize]).filter(|last| joined(last, spot))
        {
            beside.towns.extend(places(last).filter(|one| !reading::is_holder(self.gazetteer.kind(*one))));
        }
        beside
    }

    /// How a mention names its entity.
    fn form(self, spot: &Spot, whole: bool, entity: &Entity, source: Source) -> Form {
        if spot.role == Role::Demonym {
            return Form::Demonym;
        }
        if let (Source::Listed(name), Some(entry)) = (source, entity.entry)
            && let Some(one) = self.gazetteer.uses(name).find(|one| one.entry == entry)
        {
            return match one.form {
                NameForm::Name | NameForm::Demonym => Form::Name,
                NameForm::Alias => Form::Alias,
                NameForm::Acronym => Form::Acronym,
            };
        }
        let first = &self.text.tokens[spot.start as usize];
        if first.has(flag::ALL_CAPS) && spot.end - spot.start == 1 && entity.entity_type != EntityType::Person {
            Form::Acronym
        } else if whole {
            Form::Name
        } else {
            Form::Alias
        }
    }
}
