//! From decided forms to mentions and entities.

use crate::gazetteer::{EntityType, EntryId, Gazetteer, NameForm, NameId, Tier, WordFacts};
use crate::text::{Text, TokenRange, flag};

use super::candidate::Role;
use super::form::{Forms, NONE, Spot};
use super::item::Item;
use super::memory::Claim;
use super::scratch::Scratch;
use super::source::{Pattern, Source};
use super::{Entity, EntityId, Form, Gender, Mention, Mentions};

/// Writes the mentions and entities of all spots whose forms are names.
pub(super) fn mentions(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    items: &[Item],
    scratch: &mut Scratch,
    found: &mut Mentions,
) {
    scratch.seen.resize(scratch.forms.all.len(), NONE);
    for number in 0..scratch.spots.len() {
        let spot = scratch.spots[number];
        scratch.seen[spot.form as usize] = number as u32;
        let form = scratch.forms.all[spot.form as usize];
        let entity_type = match (spot.role, form.decided) {
            (Role::Demonym, _) => EntityType::Place,
            (_, Some(entity_type)) => entity_type,
            _ => continue,
        };
        let full = full_form(&scratch.forms, &scratch.claims, &scratch.seen, &spot);
        let entity = entity_of(gazetteer, text, entity_type, full, scratch, found);
        let tokens = TokenRange { start: spot.start, end: spot.end };
        let first = &text.tokens[spot.start as usize];
        let mention_form = if spot.role == Role::Demonym {
            Form::Demonym
        } else if first.has(flag::ALL_CAPS) && form.words == 1 && entity_type != EntityType::Person {
            Form::Acronym
        } else if full == spot.form {
            Form::Name
        } else {
            Form::Alias
        };
        let source = form.name.map_or(Source::Pattern(form.pattern.unwrap_or(Pattern::Surroundings)), Source::Listed);
        let title =
            if entity_type == EntityType::Person { title(gazetteer, text, spot.start) } else { TokenRange::default() };
        found.mentions.push(Mention { tokens, span: text.span(tokens), entity, form: mention_form, title, source });
        let record = &mut found.entities[entity.0 as usize];
        if !title.is_empty() {
            record.gender = record.gender.or_else(|| gender(gazetteer, text, title));
        }
        let _ = items;
    }
}

/// The form that tells which thing the form of `spot` is: of several people with one surname the one named last.
fn full_form(forms: &Forms, claims: &[Claim], seen: &[u32], spot: &Spot) -> u32 {
    let first = claims.partition_point(|claim| claim.short < spot.form);
    let own = claims[first..].iter().take_while(|claim| claim.short == spot.form);
    let decided = forms.all[spot.form as usize].decided;
    let same_type = own.filter(|claim| forms.all[claim.full as usize].decided == decided);
    // Named before comes before named later; of those the latest, else the first of the document.
    let best = same_type.max_by_key(|claim| match seen[claim.full as usize] {
        NONE => (false, u32::MAX - forms.all[claim.full as usize].first),
        number => (true, number),
    });
    match best {
        Some(claim) => {
            let longer = claims.iter().find(|c| c.short == claim.full && forms.all[c.full as usize].decided == decided);
            longer.map_or(claim.full, |c| c.full)
        }
        None => forms.root(spot.form),
    }
}

/// The entity of a form, made at its first mention.
fn entity_of(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    entity_type: EntityType,
    full: u32,
    scratch: &mut Scratch,
    found: &mut Mentions,
) -> EntityId {
    let form = scratch.forms.all[full as usize];
    if form.entity != NONE {
        return EntityId(form.entity);
    }
    let spot = scratch.spots[form.first as usize];
    let entry = form.name.and_then(|name| choose(gazetteer, text, name, &spot, entity_type));
    let known = entry.and_then(|entry| scratch.entries.get(&entry).copied());
    let id = known.unwrap_or_else(|| {
        let id = EntityId(found.entities.len() as u32);
        let tokens = TokenRange { start: spot.start, end: spot.end };
        let country = entry.and_then(|entry| gazetteer.country_of(entry));
        found.entities.push(Entity { entity_type, entry, name: text.span(tokens), country, gender: None });
        if let Some(entry) = entry {
            scratch.entries.insert(entry, id);
        }
        id
    });
    scratch.forms.all[full as usize].entity = id.0;
    id
}

/// The entry a name means here.
fn choose(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    name: NameId,
    spot: &Spot,
    entity_type: EntityType,
) -> Option<EntryId> {
    let first = &text.tokens[spot.start as usize];
    let written = text.slice(TokenRange { start: spot.start, end: spot.end });
    let demonym = spot.role == Role::Demonym;
    gazetteer
        .uses(name)
        .find(|one| {
            one.entity_type == entity_type
                && one.tier != Tier::Never
                && (one.form == NameForm::Demonym) == demonym
                && gazetteer.admits(name, one, first, written)
        })
        .map(|one| one.entry)
}

/// The title in front of token `start`, in any case: "Russian Defence Minister", "the late president".
fn title(gazetteer: &Gazetteer, text: &Text<'_>, start: u32) -> TokenRange {
    let facts = WordFacts::OFFICE.or(WordFacts::OFFICE_PART).or(WordFacts::HONORIFIC);
    let mut first = start as usize;
    while first > 0 && text.tokens[first - 1].is_word() && gazetteer.word(text.key(first - 1)).facts.any(facts) {
        first -= 1;
    }
    TokenRange { start: first as u32, end: start }
}

/// What a title says of its holder.
fn gender(gazetteer: &Gazetteer, text: &Text<'_>, title: TokenRange) -> Option<Gender> {
    title.range().find_map(|i| {
        let facts = gazetteer.word(text.key(i)).facts;
        if facts.any(WordFacts::FEMALE) {
            Some(Gender::Female)
        } else {
            facts.any(WordFacts::MALE).then_some(Gender::Male)
        }
    })
}
