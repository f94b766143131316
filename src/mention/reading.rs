//! Which entry an ambiguous name means: two Georgias, a dozen Springfields.

use crate::gazetteer::{EntityType, EntryId, Gazetteer, Kind, NameForm, NameId, NameUse, Tier};
use crate::text::{Text, TokenRange};

use super::candidate::Role;
use super::form::{Forms, Spot};

/// How much the document speaks of each country, from the names that leave no doubt.
#[derive(Clone, Debug, Default)]
pub(super) struct Countries {
    counts: Vec<(EntryId, u32)>,
    counted: bool,
}

/// More mentions of one country than this make it no likelier.
const MOST: u32 = 6;

impl Countries {
    /// Forgets the document.
    pub(super) fn clear(&mut self) {
        self.counted = false;
    }

    /// Counts the countries of all forms with one reading, once a document.
    fn count(&mut self, gazetteer: &Gazetteer, text: &Text<'_>, spots: &[Spot], forms: &Forms) {
        if std::mem::replace(&mut self.counted, true) {
            return;
        }
        self.counts.clear();
        for form in &forms.all {
            let (Some(name), entity_type) = (form.name, form.decided) else { continue };
            let spot = &spots[form.first as usize];
            let entity_type =
                if spot.role == Role::Demonym { EntityType::Place } else { entity_type.unwrap_or(EntityType::Place) };
            let mut readings =
                readings(gazetteer, text, name, spot, entity_type).filter(|one| one.tier == Tier::Always);
            let (Some(only), None) = (readings.next(), readings.next()) else { continue };
            let Some(country) = gazetteer.country_of(only.entry) else { continue };
            // A town or minister says more of where the news is than the name of a state.
            let weight = if only.entry == country { 1 } else { 2 };
            match self.counts.iter_mut().find(|(known, _)| *known == country) {
                Some((_, count)) => *count += weight,
                None => self.counts.push((country, weight)),
            }
        }
    }

    fn of(&self, country: Option<EntryId>) -> u32 {
        let found = self.counts.iter().find(|(known, _)| Some(*known) == country);
        found.map_or(0, |(_, count)| (*count).min(MOST))
    }
}

/// The readings of a name as it is written at `spot`.
fn readings<'a>(
    gazetteer: &'a Gazetteer,
    text: &Text<'a>,
    name: NameId,
    spot: &Spot,
    entity_type: EntityType,
) -> impl Iterator<Item = NameUse> + 'a {
    // A title in front was taken off, a "The" put on: acronyms and exact names have neither.
    let first = text.tokens[spot.start as usize];
    let written = text.slice(TokenRange { start: spot.start, end: spot.end });
    let demonym = spot.role == Role::Demonym;
    gazetteer.uses(name).filter(move |one| {
        one.entity_type == entity_type
            && one.tier != Tier::Never
            && (one.form == NameForm::Demonym) == demonym
            && gazetteer.admits(name, one, &first, written)
    })
}

/// The reading that fits the document best. `beside` is the place named behind a comma: "Paris, Texas".
pub(super) fn choose(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    name: NameId,
    spot: &Spot,
    entity_type: EntityType,
    beside: Option<EntryId>,
    (countries, spots, forms): (&mut Countries, &[Spot], &Forms),
) -> Option<NameUse> {
    let mut all = readings(gazetteer, text, name, spot, entity_type);
    let first = all.next();
    if all.next().is_none() {
        return first;
    }
    countries.count(gazetteer, text, spots, forms);
    let mut best: Option<(i64, NameUse)> = None;
    for (rank, one) in readings(gazetteer, text, name, spot, entity_type).enumerate() {
        let country = gazetteer.country_of(one.entry);
        let likely = match (one.tier, rank) {
            (Tier::Always, 0) => 12,
            (Tier::Always, _) => 6,
            (_, 0) => 4,
            _ => 2,
        };
        let mut score = likely + 4 * i64::from(countries.of(country));
        if let Some(beside) = beside {
            let within = Some(beside) == country || gazetteer.country_of(beside) == country && one.entry != beside;
            score += if within && gazetteer.kind(one.entry) != Kind::Country { 40 } else { 0 };
        }
        // Equal: the one news means more often, which comes first.
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, one));
        }
    }
    best.map(|(_, one)| one)
}
