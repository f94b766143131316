//! What the rest of the document says of a form: full names decide later short ones, brackets explain acronyms.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::{EntityType, Gazetteer, WordFacts};
use crate::text::{Key, Text, flag};

use super::candidate::{Role, Votes};
use super::form::{Forms, NONE, Spot, hash_word};
use super::item::{Item, is_particle};
use super::source::Pattern;
use super::{carrier, short};

/// Votes a form needs to be a name.
pub(super) const ENOUGH: i16 = 4;

/// Decides the forms whose own evidence is enough; `multiple` those of several words, else single ones.
pub(super) fn decide(forms: &mut Forms, several: bool) {
    for form in forms.all.iter_mut().filter(|f| (f.words > 1) == several) {
        let (entity_type, votes) = form.votes().best();
        // Surroundings alone seldom make an organization.
        let vague = form.pattern == Some(Pattern::Surroundings) && form.listed == 0 && form.words == 1;
        let enough = if vague && entity_type == EntityType::Organization { ENOUGH + 1 } else { ENOUGH };
        form.decided = (votes >= enough).then_some(entity_type);
    }
}

/// The short form `short` may stand for the full form `full`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Claim {
    pub(super) short: u32,
    pub(super) full: u32,
}

/// A name of several words while its parts are claimed.
#[derive(Clone, Copy)]
pub(super) struct Full<'a> {
    pub(super) text: &'a Text<'a>,
    /// Its form.
    pub(super) form: u32,
    /// Its words.
    pub(super) own: &'a [Item],
}

/// The type of the name of several words that the document tells at spot `number` for the first time.
fn told_first(number: usize, spot: &Spot, forms: &Forms) -> Option<EntityType> {
    let form = &forms.all[spot.form as usize];
    form.decided.filter(|_| form.first == number as u32 && form.words > 1 && form.role == Role::Name)
}

/// Lets every name of several words claim its parts: "Joyce Banda" the later "Banda", "Hunan Province" the later "Hunan".
pub(super) fn claim_parts(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    spots: &[Spot],
    items: &[Item],
    forms: &mut Forms,
    claims: &mut Vec<Claim>,
) {
    // The words of all names of persons in full, gathered when the first firm asks.
    let mut bearers: Option<FxHashSet<u64>> = None;
    for (number, spot) in spots.iter().enumerate() {
        let Some(entity_type) = told_first(number, spot, forms) else { continue };
        let full = Full { text, form: spot.form, own: &items[spot.items.0 as usize..spot.items.1 as usize] };
        match entity_type {
            // "Lee and Ann Lee went": "Lee" alone is the other.
            EntityType::Person if !is_second(text, spot) => person(full, forms, claims),
            EntityType::Person => {}
            EntityType::Place => short::place(full, forms, claims),
            EntityType::Organization => {
                let bearers = bearers.get_or_insert_with(|| short::bearers(spots, items, forms));
                short::body(full, bearers, forms, claims);
                short::town(gazetteer, full, forms, claims);
                carrier::claim(text, full.form, full.own, forms);
            }
        }
    }
    // "Eastman Orrson Co" is "Orrson" where no firm's name begins so.
    if let Some(bearers) = &bearers {
        for (number, spot) in spots.iter().enumerate() {
            if told_first(number, spot, forms) == Some(EntityType::Organization) {
                let own = &items[spot.items.0 as usize..spot.items.1 as usize];
                short::second(Full { text, form: spot.form, own }, bearers, forms, claims);
            }
        }
    }
    claims.sort_unstable();
    claims.dedup();
}

/// "Lee and Ann Lee": whether a surname and "and" stand before the full name that ends in it.
fn is_second(text: &Text<'_>, spot: &Spot) -> bool {
    let (start, last) = (spot.start as usize, spot.end as usize - 1);
    start > 1 && text.word(start - 1) == "and" && text.word(start - 2) == text.word(last)
}

/// Lets the name of a person claim its parts: "Karim al-Masri" the later "Karim", "al-Masri" and "Masri".
fn person(Full { text, form: full, own }: Full<'_>, forms: &mut Forms, claims: &mut Vec<Claim>) {
    let suffixes = own.iter().rev().take_while(|item| item.is(WordFacts::SUFFIX)).count();
    let own = &own[..own.len() - suffixes];
    for (i, item) in own.iter().enumerate() {
        // "Emir Sheikh Karim": the dignity is not his name.
        if item.is_initial() || item.is(WordFacts::HONORIFIC) && i + 1 < own.len() {
            continue;
        }
        // "Al-Masri" of "Karim al-Masri": the small word stands at the head of a sentence.
        if i > 0
            && let Some(small) = small_word(text, item)
        {
            let hash = hash_word(hash_word(0, small.0), item.key.0);
            claim_hash(full, hash, EntityType::Person, 8, forms, claims);
        }
        let surname = i + 1 == own.len() || i == 0 && item.is(WordFacts::FAMILY_FIRST);
        let votes = if surname {
            8
        } else if i == 0 {
            6
        } else {
            5
        };
        // A small word alone is nobody's name.
        if !item.is(WordFacts::PARTICLE) || i + 1 == own.len() {
            claim(full, &own[i..=i], EntityType::Person, votes, forms, claims);
        }
        // "El-Masri" of "Karim El-Masri", "Orr Ramírez" of "Cy Orr Ramírez"
        for length in 2..own.len() - i + 1 {
            if length < own.len() {
                claim(full, &own[i..i + length], EntityType::Person, 8, forms, claims);
            }
        }
    }
    if own.len() > 2 {
        // "Ann Lee" of "Ann María Lee"
        let ends = hash_word(hash_word(0, own[0].key.0), own[own.len() - 1].key.0);
        claim_hash(full, ends, EntityType::Person, 8, forms, claims);
    }
}

/// The small word that belongs to an item: "al" of "al-Masri".
fn small_word(text: &Text<'_>, item: &Item) -> Option<Key> {
    let first = item.start as usize;
    let inside = item.end - item.start > 1;
    let at = if inside { first } else { first.checked_sub(if text.word(first - 1) == "-" { 2 } else { 1 })? };
    (text.tokens[at].has(flag::LOWER) && is_particle(text.word(at))).then(|| text.key(at))
}

/// Lets the form `full` claim the words `part` of it, if the document has them alone: "Ann Lee" the later "Lee". Votes
/// for `entity_type` count once for each short form.
pub(super) fn claim(
    full: u32,
    part: &[Item],
    entity_type: EntityType,
    votes: i16,
    forms: &mut Forms,
    claims: &mut Vec<Claim>,
) {
    let hash = part.iter().fold(0, |hash, item| hash_word(hash, item.key.0));
    claim_hash(full, hash, entity_type, votes, forms, claims);
}

/// The same by the hash of the words.
fn claim_hash(full: u32, hash: u64, entity_type: EntityType, votes: i16, forms: &mut Forms, claims: &mut Vec<Claim>) {
    let Some(short) = forms.find(hash).filter(|short| *short != full) else { return };
    let form = &mut forms.all[short as usize];
    let own = &mut form.claimed.0[entity_type as usize];
    if !std::mem::replace(&mut form.is_part, true) {
        // An ordinary word that is a name here makes up for what speaks against it.
        *own = own.saturating_add(votes);
        let prior = &mut form.prior.0[entity_type as usize];
        *prior = (*prior).max(0);
        form.pattern = form.pattern.or(Some(Pattern::PartOfName));
    }
    claims.push(Claim { short, full });
}

/// "Green Party (GP)", "the Green Party, GP, agreed": brackets or commas tie the two together.
pub(super) fn brackets(text: &Text<'_>, spots: &[Spot], forms: &mut Forms) {
    for pair in spots.windows(2) {
        let [full, short] = pair else { continue };
        let (full_form, short_form) = (full.form as usize, short.form as usize);
        let names = forms.all[short_form].words == 1
            && forms.all[full_form].words > 1
            && forms.all[short_form].role == Role::Name
            && full.role == Role::Name;
        if !names || !is_bracketed(text, full, short) && !is_set_off(text, full, short) {
            continue;
        }
        let token = &text.tokens[short.start as usize];
        // "Seismic Observatory of Peru (Obsipe)"
        let spoken = !token.has(flag::ALL_CAPS) && !token.has(flag::MIXED);
        let blend = || {
            let initial = text.word(short.start as usize).chars().next();
            let body = forms.all[full_form].votes().best();
            let own = forms.all[short_form];
            body.0 == EntityType::Organization
                && body.1 >= ENOUGH
                && own.listed == 0
                && own.prior.0[Votes::PERSON] < ENOUGH
                && (full.start..full.end).any(|i| text.word(i as usize).chars().next() == initial)
        };
        if spoken && !blend() {
            continue;
        }
        let fits = initials(text, full.start..full.end, text.word(short.start as usize));
        let full_votes = forms.all[full_form].votes();
        if fits && full_votes.best().0 == EntityType::Person && full_votes.best().1 < 8 || full_votes.best().1 < ENOUGH
        {
            forms.all[full_form].claimed.add(Votes::of(Votes::ORGANIZATION, if fits { 12 } else { 6 }));
        }
        let entity_type = forms.all[full_form].votes().best().0;
        if fits || entity_type == EntityType::Organization {
            let short = &mut forms.all[short_form];
            short.claimed.0[entity_type as usize] += 8;
            short.pattern = Some(Pattern::Initialism);
            if short.parent == NONE && short_form != full_form {
                short.parent = full.form;
            }
        }
    }
}

/// "Green Party (GP)", "<Green Party> (GP)": whether `short` stands in brackets behind `full`.
fn is_bracketed(text: &Text<'_>, full: &Spot, short: &Spot) -> bool {
    let is = |at: u32, sign: Key| text.tokens.get(at as usize).is_some_and(|token| token.key == sign);
    let at = full.end + u32::from(is(full.end, Key::of_ascii(">")));
    short.start == at + 1 && is(at, Key::of_ascii("(")) && is(short.end, Key::of_ascii(")"))
}

/// "the Green Party, GP, agreed": whether `short` stands between commas behind `full` and its letters are initials of it.
fn is_set_off(text: &Text<'_>, full: &Spot, short: &Spot) -> bool {
    let comma = |at: u32| text.tokens.get(at as usize).is_some_and(|t| t.key == Key::of_ascii(","));
    let letters = text.word(short.start as usize);
    short.start == full.end + 1
        && comma(full.end)
        && comma(short.end)
        && text.tokens[short.start as usize].has(flag::ALL_CAPS)
        && letters.len() > 2
        && initials(text, full.start..full.end, letters)
}

/// Ties acronyms to the body of the document whose initials they are, without brackets: "African National Congress", "ANC".
pub(super) fn initialisms(text: &Text<'_>, spots: &[Spot], forms: &mut Forms) {
    // The first body of each row of initials, gathered when the first acronym asks.
    let mut bodies: Option<FxHashMap<String, usize>> = None;
    for short in 0..forms.all.len() {
        let form = &forms.all[short];
        let written = text.word(spots[form.first as usize].start as usize);
        // The body that the text names goes before a listed one with the same letters.
        let body = form.listed & !(1 << EntityType::Organization as u8) == 0;
        let acronym = form.pattern == Some(Pattern::Acronym) && body && form.parent == NONE && written.len() > 2;
        if !acronym {
            continue;
        }
        let bodies = bodies.get_or_insert_with(|| {
            let mut bodies = FxHashMap::default();
            for (number, full) in forms.all.iter().enumerate() {
                if full.words > 1 && full.decided == Some(EntityType::Organization) {
                    bodies.entry(exact_initials(text, &spots[full.first as usize])).or_insert(number);
                }
            }
            bodies
        });
        let full = bodies.get(&written.chars().filter(|c| *c != '.').collect::<String>()).copied();
        if let Some(full) = full {
            let form = &mut forms.all[short];
            form.parent = full as u32;
            form.claimed.0[EntityType::Organization as usize] += 4;
            form.pattern = Some(Pattern::Initialism);
        }
    }
}

/// "reduced instruction set computer (RISC)", "District Field Officer (DFO)": whether the letters in brackets at token
/// `at` stand for words before them that name no body.
pub(super) fn stands_for_words(gazetteer: &Gazetteer, text: &Text<'_>, at: usize, first: usize) -> bool {
    if at < first + 3 || text.word(at - 1) != "(" || text.tokens.get(at + 1).is_none_or(|_| text.word(at + 1) != ")") {
        return false;
    }
    let facts = gazetteer.word(text.key(at - 2)).facts;
    let body = WordFacts::BODY.or(WordFacts::BODY_END).or(WordFacts::COLLECTIVE).or(WordFacts::OFFICE);
    let head = &text.tokens[at - 2];
    let thing = head.has(flag::LOWER) && head.classes.is_empty() && !facts.any(body);
    let office = head.is_capitalised() && facts.any(WordFacts::OFFICE);
    if !thing && !office {
        return false;
    }
    let letters = text.word(at).chars().rev().filter(|c| c.is_alphabetic());
    let mut letters = letters.map(|c| c.to_ascii_uppercase()).peekable();
    for i in (first..at - 1).rev() {
        let Some(letter) = letters.peek() else { break };
        let initial = text.word(i).chars().next().map(|c| c.to_ascii_uppercase());
        if initial == Some(*letter) {
            letters.next();
        } else if text.tokens[i].is_word() && text.tokens[i].classes.is_empty() {
            return false;
        }
    }
    letters.peek().is_none()
}

/// The initials of all capitalised words of a name.
fn exact_initials(text: &Text<'_>, full: &Spot) -> String {
    let words = (full.start..full.end).filter(|i| text.tokens[*i as usize].has(flag::CAPITAL));
    words.filter_map(|i| text.word(i as usize).chars().next()).collect()
}

/// Whether the capitals of `short` are initials of the words of `full`, in order, at most one missing.
fn initials(text: &Text<'_>, full: Range<u32>, short: &str) -> bool {
    let mut letters = short.chars().filter(|c| c.is_alphabetic()).peekable();
    let total = letters.clone().count();
    let mut hits = 0;
    for i in full {
        let first = text.word(i as usize).chars().next().map(|c| c.to_ascii_uppercase());
        if letters.peek().map(char::to_ascii_uppercase) == first && first.is_some() {
            letters.next();
            hits += 1;
        }
    }
    total >= 2 && hits + 1 >= total && hits >= 2
}
