//! Capitalised words that neither a list nor a pattern names: their surroundings and the rest of the document decide.

use crate::gazetteer::WordFacts;
use crate::text::{Text, flag};

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, Item, known};
use super::legal_form::is_loud_form;
use super::source::Pattern;
use super::stretch::Stretch;
use super::{foreign, joined, plain, seat};

/// Words that are no unknown name.
pub(super) const KNOWN: WordFacts = WordFacts::COMMON
    .or(WordFacts::FUNCTION)
    .or(WordFacts::BODY)
    .or(WordFacts::BODY_END)
    .or(WordFacts::BODY_START)
    .or(WordFacts::SITE)
    .or(WordFacts::SITE_START)
    .or(WordFacts::EVENT)
    .or(WordFacts::OFFICE)
    .or(WordFacts::OFFICE_PART)
    .or(WordFacts::HONORIFIC)
    .or(WordFacts::COMPASS)
    .or(WordFacts::CALENDAR)
    .or(WordFacts::SUFFIX)
    .or(WordFacts::GROUP);
/// Words that end what is before them.
pub(super) const KNOWN_BESIDE: WordFacts = WordFacts::FUNCTION
    .or(WordFacts::OFFICE)
    .or(WordFacts::OFFICE_PART)
    .or(WordFacts::HONORIFIC)
    .or(WordFacts::COMPASS)
    .or(WordFacts::CALENDAR)
    .or(WordFacts::SUFFIX)
    .or(WordFacts::EVENT)
    .or(WordFacts::SITE)
    .or(WordFacts::GROUP);
/// Parts of names of people.
pub(super) const NAMED: WordFacts = WordFacts::GIVEN.or(WordFacts::SURNAME);

/// Adds every unknown word, and runs of them.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    let mut run = 0;
    for (i, item) in stretch.items.iter().enumerate() {
        let unknown = !item.is(KNOWN)
            && item.known == 0
            && !item.is_initial()
            && !stretch.describes(i)
            && item.flags & (flag::CAPITAL | flag::MIXED) != 0
            && (!item.has(flag::DIGIT) || is_lettered(stretch.text.word(item.start as usize)));
        if unknown && run > 0 && matches!(item.gap, Gap::None | Gap::Hyphen | Gap::Particle) {
            run += 1;
        } else {
            run = usize::from(unknown);
        }
        // "Franco-German" is nobody.
        let half = stretch.gap(i + 1) == Gap::Hyphen && stretch.knows(i + 1, known::DEMONYM);
        if half {
            continue;
        }
        if seat::find(stretch, i, candidates) {
            continue;
        }
        if item.has(flag::ALL_CAPS) && item.end - item.start == 1 {
            acronym(stretch, i, candidates);
        } else if unknown {
            single(stretch, i, candidates);
        } else if item.is(NAMED) && !item.is(WordFacts::FUNCTION) && !item.is_initial() && !item.has(flag::DIGIT) {
            weak(item, candidates);
        }
        plain::find(stretch, i, candidates);
        foreign::find(stretch, i, candidates);
        joined::find(stretch, i, candidates);
        // "QRF Orrdek", where a list knows the letters alone.
        let branch = run == 1
            && i > 0
            && item.gap == Gap::None
            && !item.is(NAMED)
            && stretch.items[i - 1].known == known::ORGANIZATION
            && is_letters(stretch, i - 1);
        if branch {
            run = 2;
        }
        if (2..=4).contains(&run) && !stretch.is_title_case() {
            let first = i + 1 - run;
            let (start, end) = (stretch.items[first].start, item.end);
            let (more, votes) = match run {
                // "the head of QRF Ann Lee": behind the letters stands a name of its own.
                _ if is_letters(stretch, first) && !stretch.is(first + 1, WordFacts::GIVEN) => {
                    (8, Votes::of(Votes::ORGANIZATION, 5))
                }
                4 => (0, Votes::of(Votes::PERSON, 2)),
                _ => (0, Votes::of(Votes::PERSON, 4)),
            };
            let weight = 10 * run as i32 - 16 + more;
            push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Surroundings, votes));
        }
    }
}

/// "QRF Orrdek": whether item `i` is a body's letters, and no initials.
pub(super) fn is_letters(stretch: &Stretch<'_>, i: usize) -> bool {
    let item = &stretch.items[i];
    let word = stretch.text.word(item.start as usize);
    item.has(flag::ALL_CAPS)
        && !item.has(flag::DOT)
        && word.len() > 2
        // "USS Orrdek" is a ship.
        && !matches!(word, "HMAS" | "HMCS" | "HMNZS" | "HMS" | "INS" | "USCGC" | "USNS" | "USS")
        && stretch.items.get(i + 1).is_some_and(|next| !next.has(flag::ALL_CAPS))
}

/// Adds a name of one item.
fn alone(item: &Item, weight: i32, votes: Votes, pattern: Pattern, candidates: &mut Vec<Candidate>) {
    let (start, end) = (item.start, item.end);
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(pattern, votes));
}

/// "Shop974": a word with a number behind it, no model or measure ("T72", "H5N1").
fn is_lettered(word: &str) -> bool {
    word.bytes().take_while(|b| b.is_ascii_alphabetic()).count() > 3
}

/// "NEGATIVE", "PUBLIC GOOD": whether item `i` is an ordinary word in capitals, or stands beside one.
fn is_shouted(stretch: &Stretch<'_>, i: usize) -> bool {
    let loud = |i: usize, least: usize| {
        stretch.is(i, WordFacts::COMMON.or(WordFacts::FUNCTION))
            && stretch.items[i].has(flag::ALL_CAPS)
            && stretch.text.word(stretch.items[i].start as usize).len() >= least
    };
    let beside = |from: usize, other: usize| stretch.gap(from) == Gap::None && loud(other, 4);
    loud(i, 6) || stretch.is(i, KNOWN) && (i > 0 && beside(i, i - 1) || beside(i + 1, i + 1))
}

/// "a super PAC": whether the letters at token `at` name one of many things.
pub(super) fn is_one_of_many(text: &Text<'_>, at: usize) -> bool {
    at > 0 && text.word(at - 1).eq_ignore_ascii_case("super")
}

/// Adds letters that may name a body: "the QRF agreed".
fn acronym(stretch: &Stretch<'_>, i: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[i];
    let length = stretch.text.word(item.start as usize).len();
    let word = is_shouted(stretch, i)
        || item.is(WordFacts::COMMON.or(WordFacts::FUNCTION).or(KNOWN)) && stretch.is_title_case();
    // "COVID-19", "RISC-V", "US$", "USD105"
    let next = item.end as usize;
    let product =
        stretch.text.word(next) == "-" && stretch.text.tokens.get(next + 1).is_some_and(|t| !t.has(flag::LOWER));
    let money = stretch.text.word(next) == "$" || item.has(flag::DIGIT);
    // "PLANT TO CLOSE MAY 3"
    let verb = item.is(WordFacts::COMMON) && item.start > 0 && stretch.text.word(item.start as usize - 1) == "TO";
    // "INT'L", the ticker "ACM.LI"
    let cut = stretch.text.word(item.start as usize).contains(['\'', '’']) || is_ticker(stretch, item);
    // "JULY", "GDP", "THE"
    let other = WordFacts::ABBREVIATION
        .or(WordFacts::CALENDAR)
        .or(WordFacts::FUNCTION)
        .or(WordFacts::GROUP)
        .or(WordFacts::HONORIFIC);
    if item.is(other)
        || word
        || product
        || money
        || is_one_of_many(stretch.text, item.start as usize)
        || cut
        || verb
        // "SWISS GIVE CREDIT": a people.
        || item.known & known::DEMONYM != 0
        || is_loud_form(stretch.text.word(item.start as usize))
    {
        return;
    }
    if length > 8 || stretch.is_title_case() && length > 5 {
        if !item.is(KNOWN) {
            alone(item, 1, Votes::default(), Pattern::Surroundings, candidates);
        }
        return;
    }
    alone(item, 3, Votes::of(Votes::ORGANIZATION, 4), Pattern::Acronym, candidates);
}

/// "ACM.LI": capitals on both sides of a full stop without a space.
fn is_ticker(stretch: &Stretch<'_>, item: &Item) -> bool {
    let tokens = &stretch.text.tokens;
    let stop = |i: usize| stretch.text.word(i) == ".";
    let capitals = |i: usize| tokens.get(i).is_some_and(|t| t.has(flag::ALL_CAPS));
    let close = |i: usize| tokens.get(i + 1).is_some_and(|next| tokens[i].span.end == next.span.start);
    let (first, next) = (item.start as usize, item.end as usize);
    let behind = next < tokens.len() && stop(next) && capitals(next + 1) && close(next - 1) && close(next);
    let before = first > 1 && stop(first - 1) && capitals(first - 2) && close(first - 1) && close(first - 2);
    behind || before
}

/// Adds one capitalised word, of which its shape and what it is elsewhere say little: "Zorvane agreed".
fn single(stretch: &Stretch<'_>, i: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[i];
    let mut votes = if item.is(WordFacts::FREQUENT_GIVEN) && !item.is(WordFacts::PLACE) {
        Votes::of(Votes::PERSON, 4)
    } else if item.is(WordFacts::FREQUENT_SURNAME) {
        Votes::of(Votes::PERSON, 2)
    } else {
        shape(stretch.text.word(item.start as usize))
    };
    let mut weight = 2;
    if stretch.is_title_case() {
        votes = Votes::default();
        weight = 1;
    }
    alone(item, weight, votes, Pattern::Surroundings, candidates);
    // "Al Meera" at the head of a sentence: the article belongs to the name; "Van Orr".
    if item.gap == Gap::None
        && matches!(
            stretch.text.word(stretch.items[i - 1].start as usize),
            "Al" | "El" | "Van" | "Von" | "De" | "Di" | "Du" | "Del" | "Ten" | "Ter"
        )
        && matches!(stretch.gap(i - 1), Gap::Other | Gap::And | Gap::Comma)
    {
        let start = stretch.items[i - 1].start;
        push(candidates, Candidate::new(start, item.end, 7, Role::Name).with(Pattern::Surroundings, votes));
    }
    // "Al-Attiyah"
    if item.gap == Gap::Hyphen
        && stretch.is(i - 1, WordFacts::PARTICLE)
        && matches!(stretch.gap(i - 1), Gap::Other | Gap::And | Gap::Comma)
    {
        let start = stretch.items[i - 1].start;
        let pattern = Pattern::Surroundings;
        push(candidates, Candidate::new(start, item.end, 6, Role::Name).with(pattern, Votes::of(Votes::PERSON, 3)));
    }
}

/// An ordinary word that is somebody's name, too: counts only where the document names that person in full.
fn weak(item: &Item, candidates: &mut Vec<Candidate>) {
    if candidates.iter().any(|c| c.role == Role::Name && (c.start, c.end) == (item.start, item.end)) {
        return;
    }
    alone(item, 1, Votes([-20; 3]), Pattern::PartOfName, candidates);
}

/// "AcmeRail", "BestTech": a capital within the word, as firms write themselves; "McKay", "DeLay", "LaSalle" are people.
fn is_coined(word: &str) -> bool {
    const SMALL: [&str; 18] = [
        "Mc", "Mac", "De", "Di", "Du", "Da", "La", "Le", "Lo", "Van", "Von", "Fitz", "Al", "El", "Ben", "Abu", "Del",
        "Des",
    ];
    let inner = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
    let Some((at, _)) = inner else { return false };
    let plain = word.chars().all(char::is_alphabetic) && word[..at].chars().skip(1).any(char::is_lowercase);
    plain && at + 1 < word.len() && !SMALL.contains(&&word[..at]) && word[at..].chars().any(char::is_lowercase)
}

/// What the ending of an unknown word says.
fn shape(word: &str) -> Votes {
    const PLACES: [&str; 14] = [
        "stan", "land", "ville", "burg", "abad", "pur", "grad", "shire", "polis", "istan", "pradesh", "nagar", "mouth",
        "town",
    ];
    const PEOPLE: [&str; 20] = [
        "ov", "ova", "ev", "eva", "sky", "ski", "skiy", "ska", "enko", "vich", "vić", "ović", "oglu", "ian", "yan",
        "dze", "shvili", "sson", "sen", "poulos",
    ];
    if is_coined(word) {
        Votes::of(Votes::ORGANIZATION, 5)
    } else if PLACES.iter().any(|end| word.ends_with(end)) {
        Votes::of(Votes::PLACE, 2)
    } else if PEOPLE.iter().any(|end| word.ends_with(end)) {
        Votes::of(Votes::PERSON, 2)
    } else {
        Votes::default()
    }
}
