//! Which entry an ambiguous name means: two Georgias, a dozen Springfields.

use jiff::civil::Date;

use crate::gazetteer::{About, EntityType, EntryId, Gazetteer, Kind, NameForm, NameId, NameUse, Tier};
use crate::text::{Text, TokenRange};

use super::candidate::Role;
use super::form::{Forms, Spot};

/// The document whose names are read.
#[derive(Clone, Copy)]
pub(super) struct Document<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) text: &'a Text<'a>,
    pub(super) date: Option<Date>,
    pub(super) spots: &'a [Spot],
    pub(super) forms: &'a Forms,
}

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
    fn count(&mut self, document: Document<'_>) {
        let Document { gazetteer, text, spots, forms, .. } = document;
        if std::mem::replace(&mut self.counted, true) {
            return;
        }
        self.counts.clear();
        for form in &forms.all {
            let (Some(name), entity_type) = (form.name, form.decided) else { continue };
            let spot = &spots[form.first as usize];
            let entity_type =
                if spot.role == Role::Demonym { EntityType::Place } else { entity_type.unwrap_or(EntityType::Place) };
            let Some((only, sure)) = only(readings(gazetteer, text, name, spot, entity_type)) else { continue };
            let Some(country) = gazetteer.country_of(only.entry) else { continue };
            // A town or minister says more of where the news is than the name of a state.
            let weight = if only.entry == country || !sure { 1 } else { 2 };
            match self.counts.iter_mut().find(|(known, _)| *known == country) {
                Some((_, count)) => *count += weight,
                None => self.counts.push((country, weight)),
            }
        }
    }

    /// How much is said of a country; what a name adds itself (`own`) does not count for its own reading.
    fn of(&self, country: Option<EntryId>, own: Option<EntryId>) -> u32 {
        let found = self.counts.iter().find(|(known, _)| Some(*known) == country);
        let own = u32::from(own.is_some() && own == country);
        found.map_or(0, |(_, count)| (*count - own.min(*count)).min(MOST))
    }
}

/// The one reading that counts always, and whether it is the only one at all.
fn only(readings: impl Iterator<Item = NameUse>) -> Option<(NameUse, bool)> {
    let (mut one, mut more) = (None, false);
    for reading in readings {
        match reading.tier {
            Tier::Always if one.is_some() => return None,
            Tier::Always => one = Some(reading),
            _ => more = true,
        }
    }
    one.map(|one| (one, !more))
}

/// What a name of places is named with: "Paris, Texas".
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    /// Readings of the name behind the comma that may hold a town.
    pub(super) holders: Vec<EntryId>,
    /// Readings of the name in front of the comma that may be a town.
    pub(super) towns: Vec<EntryId>,
}

impl Beside {
    /// Whether the two belong together as town and state.
    fn ties(&self, gazetteer: &Gazetteer, one: EntryId) -> bool {
        let country = gazetteer.country_of(one);
        let holds =
            |holder: EntryId| Some(holder) == country || gazetteer.country_of(holder) == country && one != holder;
        let town = gazetteer.kind(one) != Kind::Country && self.holders.iter().any(|holder| holds(*holder));
        let state = is_holder(gazetteer.kind(one))
            && self
                .towns
                .iter()
                .any(|town| gazetteer.country_of(*town) == country && *town != one && country.is_some());
        town || state
    }
}

/// Whether a place of this kind may follow the name of a town.
pub(super) fn is_holder(kind: Kind) -> bool {
    matches!(kind, Kind::Country | Kind::Territory | Kind::Admin1 | Kind::Region)
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

/// "a PAC", "the CSF", "the National Council": letters and words that many bodies share name the listed one only where the
/// text knows its country.
fn needs_country(gazetteer: &Gazetteer, one: &NameUse) -> bool {
    let kind = gazetteer.kind(one.entry);
    let letters = one.form == NameForm::Acronym
        && matches!(kind, Kind::Party | Kind::Bank | Kind::Military | Kind::Legislature | Kind::Police);
    let derived = one.form == NameForm::Acronym
        && !one.about.is(About::BY_HAND)
        && matches!(kind, Kind::Agency | Kind::University | Kind::Union | Kind::Ngo | Kind::Company);
    // "the Greens", "the Liberals"
    let common = one.form == NameForm::Alias && kind == Kind::Party && gazetteer.country_of(one.entry).is_some();
    letters || derived || common || matches!(kind, Kind::Legislature | Kind::Ministry | Kind::Court)
}

/// "the Chile Fishing Board … CFB": whether the document names the entry in full as well.
fn is_told(gazetteer: &Gazetteer, (short, entry): (NameId, EntryId), forms: &Forms) -> bool {
    let names =
        |name: NameId| name != short && gazetteer.uses(name).any(|u| u.entry == entry && u.form == NameForm::Name);
    forms.all.iter().filter_map(|form| form.name).any(names)
}

/// Nobody is in the news under a short name so many years before the first office the lists know of.
const UNKNOWN_YET: i16 = 10;

/// "Vice President Orr" in 1987: what speaks for a reading whose office holds at that time, and against one who took the
/// first much later, or a body that was not yet.
fn at_that_time(gazetteer: &Gazetteer, one: &NameUse, date: Date) -> i64 {
    let year = |written: Option<&str>| written.and_then(|w| w.get(..4)).and_then(|w| w.parse::<i16>().ok());
    let grace = if one.entity_type == EntityType::Person { UNKNOWN_YET } else { 0 };
    let (mut known, mut early) = (false, true);
    for office in gazetteer.entry(one.entry).offices() {
        let (from, until) = (year(office.from), year(office.until));
        if from.is_none() && until.is_none() {
            continue;
        }
        if from.is_none_or(|from| from <= date.year()) && until.is_none_or(|until| date.year() <= until) {
            return 8;
        }
        known = true;
        early &= from.is_some_and(|from| date.year() + grace < from);
    }
    if known && early { -30 } else { 0 }
}

/// The reading that fits the document best.
pub(super) fn choose(
    document: Document<'_>,
    countries: &mut Countries,
    name: NameId,
    spot: &Spot,
    entity_type: EntityType,
    beside: &Beside,
) -> Option<NameUse> {
    let Document { gazetteer, text, date, forms, .. } = document;
    let mut all = readings(gazetteer, text, name, spot, entity_type);
    let first = all.next();
    if all.next().is_none() {
        let strange = first.is_some_and(|one| {
            needs_country(gazetteer, &one) && {
                countries.count(document);
                countries.of(gazetteer.country_of(one.entry), gazetteer.country_of(one.entry)) == 0
            }
        });
        return first.filter(|_| !strange);
    }
    countries.count(document);
    let mut best: Option<(i64, NameUse)> = None;
    let own =
        only(readings(gazetteer, text, name, spot, entity_type)).and_then(|(one, _)| gazetteer.country_of(one.entry));
    for (rank, one) in readings(gazetteer, text, name, spot, entity_type).enumerate() {
        let country = gazetteer.country_of(one.entry);
        if needs_country(gazetteer, &one) && countries.of(country, country) == 0 {
            continue;
        }
        let likely = match (one.tier, rank) {
            (Tier::Always, 0) => 12,
            (Tier::Always, _) => 6,
            (_, 0) => 4,
            _ => 2,
        };
        // Chosen by hand, or a country: what news means more often than a province or bank of the same name.
        let hand = 3 * i64::from(one.about.is(About::BY_HAND));
        let state = 4 * i64::from(matches!(gazetteer.kind(one.entry), Kind::Country | Kind::Territory));
        let beside = 40 * i64::from(beside.ties(gazetteer, one.entry));
        let told = 20 * i64::from(one.form == NameForm::Acronym && is_told(gazetteer, (name, one.entry), forms));
        let time = date.map_or(0, |date| at_that_time(gazetteer, &one, date));
        let score = likely + hand + state + 4 * i64::from(countries.of(country, own)) + beside + told + time;
        // Equal: the one news means more often, which comes first.
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, one));
        }
    }
    best.map(|(_, one)| one)
}
