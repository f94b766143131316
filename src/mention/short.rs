//! What bodies and places are called once their names were told in full: "Finch" of "Finch Laboratories".

use rustc_hash::FxHashSet;

use crate::gazetteer::{EntityType, Gazetteer, Kind, WordFacts};
use crate::text::{Text, flag};

use super::candidate::Votes;
use super::form::{Forms, Spot, hash_word};
use super::item::{Gap, Item, known};
use super::legal_form::closes_firm;
use super::memory::{Claim, ENOUGH, Full, claim};
use super::unknown::NAMED;

/// What tells no name apart: "Nansen Institute" is "Nansen", but "National Institute" is not "National".
const HEADS: WordFacts =
    WordFacts::COMMON.or(WordFacts::COMPASS).or(WordFacts::FUNCTION).or(WordFacts::GIVEN).or(WordFacts::HONORIFIC);

/// What no firm is called by alone, though somebody may be.
const NO_FIRM: WordFacts =
    WordFacts::COMPASS.or(WordFacts::FUNCTION).or(WordFacts::HONORIFIC).or(WordFacts::BODY).or(WordFacts::GROUP);

/// What speaks against a person by the name of a firm that nobody bears in full.
const NOBODY: i16 = 8;

/// What makes the name of a unit of a firm's name. Some close the name of a firm as well: "Orrson Holdings" is "Orrson",
/// but where a list knows "Orrson", another may be the holding.
const UNITS: [&str; 10] = [
    "Acceptance",
    "Capital",
    "Channel",
    "Credit",
    "Enterprises",
    "Finance",
    "Holdings",
    "Leasing",
    "Securities",
    "Services",
];

/// Heads of places that are what they are named with: "Hunan Province" is "Hunan".
const WHOLE: [&str; 12] = [
    "City",
    "County",
    "Department",
    "District",
    "Island",
    "Islands",
    "Peninsula",
    "Prefecture",
    "Province",
    "Region",
    "State",
    "Territory",
];

/// Whether the name at `full` may be a unit's of what its first word names: "Orrson Credit Ltd".
pub(super) fn is_unit(text: &Text<'_>, full: &Spot) -> bool {
    (full.start + 1..full.end).any(|i| UNITS.contains(&text.word(i as usize)))
}

/// The words of all names of persons in full.
pub(super) fn bearers(spots: &[Spot], items: &[Item], forms: &Forms) -> FxHashSet<u64> {
    let persons = forms.all.iter().filter(|form| form.words > 1 && form.decided == Some(EntityType::Person));
    let own = |spot: &Spot| spot.items.0 as usize..spot.items.1 as usize;
    persons.flat_map(|form| &items[own(&spots[form.first as usize])]).map(|item| item.key.0).collect()
}

/// Lets the name of a place claim its first word: "Hunan Province" the later "Hunan".
pub(super) fn place(Full { text, form: full, own }: Full<'_>, forms: &mut Forms, claims: &mut Vec<Claim>) {
    let held = own[0].known & (known::COUNTRY | known::DEMONYM) != 0;
    // "Hunan Film Base" is not "Hunan".
    let within = own[0].known & known::PLACE != 0 && !WHOLE.contains(&text.word(own[own.len() - 1].start as usize));
    if forms.all[full as usize].pattern.is_some() && !held && !within && !own[0].is(HEADS) {
        claim(full, &own[..1], EntityType::Place, 4, forms, claims);
    }
}

/// Lets the name of a body claim what it is called without its end, and its head word: "Dixon Stone Plc" the later "Dixon
/// Stone" and "Dixon", "Ministry of Health" the later "the Ministry".
pub(super) fn body(
    Full { text, form: full, own }: Full<'_>,
    bearers: &FxHashSet<u64>,
    forms: &mut Forms,
    claims: &mut Vec<Claim>,
) {
    let form = forms.all[full as usize];
    let body = EntityType::Organization;
    let written = |item: &Item| text.word(item.start as usize);
    // "Qatar Museum" is not "Qatar".
    let place = own[0].known & (known::PLACE | known::COUNTRY | known::DEMONYM) != 0;
    let listed = own[0].known & known::ORGANIZATION != 0;
    // "Finch Laboratories" is "Finch" where nobody is called so.
    let named = own[0].is(NAMED)
        && !own[0].is(NO_FIRM)
        && !listed
        && !bearers.contains(&own[0].key.0)
        && !is_place(own, forms, ENOUGH);
    // With more weight than an institute is its first word.
    if closes_firm(written(&own[own.len() - 1])) && !place {
        // "Bank of Peru-Dixon Ltd" is not "Bank of Peru".
        let told = |length: &usize| {
            own[*length].gap == Gap::None && (*length > 1 || named || !own[0].is(HEADS.or(WordFacts::BODY)))
        };
        for length in (1..own.len()).filter(told) {
            claim(full, &own[..length], body, 8, forms, claims);
        }
        if named && own[1].gap == Gap::None {
            nobody(&own[0], forms);
        }
    }
    // "Orrson" of "Orrson-QRF"
    let firm = own.len() == 2 && own[1].gap == Gap::Hyphen && own[1].has(flag::ALL_CAPS);
    // "the NATO Council" is a part of NATO, and not what the letters stand for.
    // "Parliament Employees Union" is another than the listed "Parliament".
    let part = (own[0].has(flag::ALL_CAPS) || listed) && is_part(written(&own[own.len() - 1]))
        || listed && form.listed & 1 << body as u8 != 0;
    let named = named && !own[0].is(WordFacts::COMMON.or(WordFacts::PLACE)) && !is_place(own, forms, 1);
    if form.pattern.is_some() && !place && !part && (firm || named || !own[0].is(HEADS)) {
        claim(full, &own[..1], body, if named { 7 } else { 4 }, forms, claims);
    }
    let other = |item: &Item| item.is(WordFacts::BODY) && item.known & known::ORGANIZATION == 0;
    for item in own.iter().filter(|item| other(item)) {
        claim(full, std::slice::from_ref(item), body, 2, forms, claims);
    }
}

/// What speaks against a town that a firm of the document is called like.
const NOWHERE: i16 = 20;

/// "Tampa Reserve Inc", later "Tampa": the firm, where the name does what firms do and is less told as a place; no seat of
/// a state, which acts itself.
pub(super) fn town(
    gazetteer: &Gazetteer,
    Full { text, form: full, own }: Full<'_>,
    forms: &mut Forms,
    claims: &mut Vec<Claim>,
) {
    if !closes_firm(text.word(own[own.len() - 1].start as usize)) {
        return;
    }
    let (place, body) = (Votes::PLACE, Votes::ORGANIZATION);
    let acts = |kind| matches!(kind, Kind::Country | Kind::Territory | Kind::Capital | Kind::Seat);
    for length in (1..own.len()).take_while(|length| own[*length].gap == Gap::None) {
        let hash = own[..length].iter().fold(0, |hash, item| hash_word(hash, item.key.0));
        let Some(short) = forms.find(hash).map(|short| &mut forms.all[short as usize]) else { continue };
        let is = |kind: fn(Kind) -> bool| {
            short.name.is_some_and(|name| gazetteer.uses(name).any(|one| kind(gazetteer.kind(one.entry))))
        };
        // Provinces do much of what firms do.
        let least = if is(|kind| kind == Kind::Admin1) { 5 } else { 1 };
        let taken = short.listed == 1 << EntityType::Place as u8
            && short.context.0[body] >= short.context.0[place] + least
            && short.claimed.0[place] > -NOWHERE
            && !is(acts);
        if taken {
            short.claimed.0[place] -= NOWHERE;
            claim(full, &own[..length], EntityType::Organization, 2 * NOWHERE, forms, claims);
        }
    }
}

/// "Eastman Orrson Co", "E.F. Orrson Inc", later "Orrson", where neither somebody nor another firm is called so.
pub(super) fn second(
    Full { text, form: full, own }: Full<'_>,
    bearers: &FxHashSet<u64>,
    forms: &mut Forms,
    claims: &mut Vec<Claim>,
) {
    let [first, item, .., last] = own else { return };
    let other = NO_FIRM.or(WordFacts::COMMON).or(WordFacts::PLACE).or(WordFacts::BODY_END);
    let strange = item.known == 0 && !item.is(other) && item.gap == Gap::None && !bearers.contains(&item.key.0);
    let closed = closes_firm(text.word(last.start as usize)) && (own.len() == 3 || first.is_initial());
    let Some(short) = forms.find(hash_word(0, item.key.0)).filter(|_| strange && closed) else { return };
    if first.known == 0 && !forms.all[short as usize].is_part {
        claim(full, std::slice::from_ref(item), EntityType::Organization, 8, forms, claims);
        nobody(item, forms);
    }
}

/// Lets the word of `item` alone hardly be a person's name.
fn nobody(item: &Item, forms: &mut Forms) {
    if let Some(short) = forms.find(hash_word(0, item.key.0)) {
        let claimed = &mut forms.all[short as usize].claimed.0[Votes::PERSON];
        *claimed = (*claimed).min(-NOBODY);
    }
}

/// Whether the first word of a name is, alone, a town that a list knows, with so many votes for it.
fn is_place(own: &[Item], forms: &Forms, least: i16) -> bool {
    let Some(short) = forms.find(hash_word(0, own[0].key.0)) else { return false };
    let short = &forms.all[short as usize];
    short.prior.0[Votes::PLACE] > 0 && short.prior.0[Votes::PLACE] + short.context.0[Votes::PLACE] >= least
}

/// Whether the last word of a name says that it is a part of a greater body.
fn is_part(word: &str) -> bool {
    const PARTS: [&str; 13] = [
        "association",
        "bureau",
        "caucus",
        "commission",
        "committee",
        "council",
        "department",
        "division",
        "foundation",
        "fund",
        "secretariat",
        "union",
        "unit",
    ];
    PARTS.iter().any(|part| word.eq_ignore_ascii_case(part))
}
