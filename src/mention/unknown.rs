//! Capitalised words that neither a list nor a pattern names: their surroundings and the rest of the document decide.

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, Item, known};
use super::source::Pattern;
use super::stretch::Stretch;

/// Words that are no unknown name.
const KNOWN: WordFacts = WordFacts::COMMON
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
const KNOWN_BESIDE: WordFacts = WordFacts::FUNCTION
    .or(WordFacts::OFFICE)
    .or(WordFacts::OFFICE_PART)
    .or(WordFacts::HONORIFIC)
    .or(WordFacts::COMPASS)
    .or(WordFacts::CALENDAR)
    .or(WordFacts::SUFFIX)
    .or(WordFacts::EVENT)
    .or(WordFacts::SITE)
    .or(WordFacts::GROUP);
const NAMED: WordFacts = WordFacts::GIVEN.or(WordFacts::SURNAME);

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
        if item.has(flag::ALL_CAPS) && item.end - item.start == 1 {
            acronym(stretch, i, candidates);
        } else if unknown {
            single(stretch, i, candidates);
        } else if item.is(NAMED) && !item.is(WordFacts::FUNCTION) && !item.is_initial() && !item.has(flag::DIGIT) {
            weak(item, candidates);
        }
        compound(stretch, i, candidates);
        foreign(stretch, i, candidates);
        hyphened(stretch, i, candidates);
        ampersand(stretch, i, candidates);
        if (2..=4).contains(&run) && !stretch.is_title_case() {
            let weight = 10 * run as i32 - 16;
            let (start, end) = (stretch.items[i + 1 - run].start, item.end);
            let votes = Votes::of(Votes::PERSON, if run < 4 { 4 } else { 2 });
            push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Surroundings, votes));
        }
    }
}

/// "Etisal Rail", "Peru Charity": a name and an ordinary noun, capitals within a sentence, make the name of a body.
fn compound(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    // Behind "the U.S." some write any word with a capital.
    let dotted = |i: usize| stretch.text.tokens[stretch.items[i].end as usize - 1].has(flag::DOT);
    let joined = |i: usize| matches!(stretch.gap(i), Gap::None | Gap::Hyphen) && !(i > 0 && i <= last && dotted(i - 1));
    let plain = |i: usize| stretch.is_word(i) && !stretch.is(i, KNOWN_BESIDE) && !stretch.items[i].is_initial();
    // "Lima Orrdek"
    let odd = |last: usize| {
        let item = &stretch.items[last];
        last > 0
            && stretch.knows(last - 1, known::PLACE)
            && item.known == 0
            && !item.is(NAMED.or(KNOWN))
            && !item.is_initial()
            && !item.has_any(flag::DIGIT | flag::ALL_CAPS)
    };
    if stretch.is_title_case() || !plain(last) && !odd(last) || joined(last + 1) || last == 0 || !joined(last) {
        return;
    }
    let mut first = last;
    while first > 0 && joined(first) && !stretch.is(first - 1, KNOWN_BESIDE) {
        first -= 1;
    }
    let strange = |i: usize| {
        let item = &stretch.items[i];
        !stretch.is_word(i) && !item.is_initial() && !item.has(flag::DIGIT) && item.known & known::DEMONYM == 0
    };
    while first < last && stretch.opens(first) && (!strange(first) || stretch.describes(first)) {
        first += 1;
    }
    if first == last || last - first > 4 {
        return;
    }
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    if !strange(first) && !is_called(stretch, last) {
        words(stretch, first, last, candidates);
        return;
    }
    let weight = 10 * (last - first + 1) as i32 - 13;
    let votes = Votes::of(Votes::ORGANIZATION, 3);
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Surroundings, votes));
}

/// "Nimble Goods said": ordinary words with capitals within a sentence, a firm where firms and speakers stand.
fn words(stretch: &Stretch<'_>, first: usize, last: usize, candidates: &mut Vec<Candidate>) {
    let known = (first..=last).any(|i| {
        let item = &stretch.items[i];
        item.known != 0 || item.is(WordFacts::FREQUENT_GIVEN) || item.has_any(flag::ALL_CAPS | flag::DIGIT)
    });
    let item = &stretch.items[last];
    // What is read, not heard: "the Green Paper said".
    let document = matches!(
        stretch.text.word(item.start as usize),
        "Book"
            | "Charter"
            | "Code"
            | "Constitution"
            | "Document"
            | "Guide"
            | "Index"
            | "Letter"
            | "Paper"
            | "Poll"
            | "Survey"
    );
    // "Special Weaving Rights (SWRs)" are no body, nor is half a name.
    let (start, end) = (stretch.items[first].start, item.end);
    let part = matches!(stretch.gap(first), Gap::None | Gap::Hyphen) && !stretch.is(first - 1, WordFacts::FUNCTION);
    let listed =
        candidates.iter().any(|c| c.name.is_some() && c.votes.best().1 > 2 && c.start >= start && c.end <= end);
    let behind = stretch.text.word(end as usize);
    if known || document || part || listed || behind == "(" {
        return;
    }
    let speaks = end < stretch.sentence.tokens.end && matches!(behind, "said" | "says");
    let mut votes = Votes::of(Votes::PERSON, -4);
    votes.0[Votes::ORGANIZATION] = if speaks { 4 } else { 0 };
    push(candidates, Candidate::new(start, end, 3, Role::Name).with(Pattern::Surroundings, votes));
}

/// "Liga für Frieden", "Unidos por Tumbes": small words of other languages between capitals, the name of a body.
fn foreign(stretch: &Stretch<'_>, i: usize, candidates: &mut Vec<Candidate>) {
    // Words of English, too, and those within names of persons.
    let odd = |word: &str| matches!(word, "dan" | "i" | "ka" | "na" | "ni" | "par" | "per");
    let small = stretch.text.word(stretch.items[i].start as usize - usize::from(i > 0));
    if stretch.gap(i) != Gap::Foreign || odd(small) || small == "al" {
        return;
    }
    let other = WordFacts::FUNCTION.or(WordFacts::OFFICE).or(WordFacts::HONORIFIC).or(WordFacts::CALENDAR);
    let joined = |i: usize| matches!(stretch.gap(i), Gap::None | Gap::Hyphen | Gap::Particle | Gap::Foreign);
    let own = |i: usize| !stretch.is(i, other) && !stretch.knows(i, known::DEMONYM);
    let (mut first, mut last) = (i - 1, i);
    while joined(first) && own(first - 1) && !(stretch.opens(first - 1) && stretch.is_word(first - 1)) {
        first -= 1;
    }
    while joined(last + 1) && own(last + 1) && last - first < 6 {
        last += 1;
    }
    if stretch.is_title_case() || !own(i - 1) || !own(i) || (first..=last).all(|i| stretch.is_word(i)) {
        return;
    }
    let weight = 10 * (last - first + 1) as i32 - 5;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let mut votes = Votes::of(Votes::ORGANIZATION, 4);
    votes.0[Votes::PERSON] = -4;
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Surroundings, votes));
}

/// What bodies are called behind their names.
const CALLED: [&str; 22] = [
    "agency",
    "alliance",
    "bloc",
    "broadcaster",
    "chain",
    "charity",
    "coalition",
    "company",
    "conglomerate",
    "consortium",
    "daily",
    "firm",
    "magazine",
    "movement",
    "network",
    "newspaper",
    "party",
    "startup",
    "subsidiary",
    "tabloid",
    "union",
    "weekly",
];

/// "the Bright Dawn party": whether the word behind item `last` says that it is a body.
fn is_called(stretch: &Stretch<'_>, last: usize) -> bool {
    let end = stretch.items[last].end as usize;
    end < stretch.sentence.tokens.end as usize && CALLED.contains(&stretch.text.word(end))
}

/// "Orrson-QRF": a firm, where neither half is known.
fn hyphened(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[last];
    let pair = item.gap == Gap::Hyphen
        && last > 0
        && item.has(flag::ALL_CAPS)
        && matches!(stretch.gap(last - 1), Gap::Other | Gap::And | Gap::Comma)
        && !matches!(stretch.gap(last + 1), Gap::Hyphen | Gap::None);
    if !pair || item.known != 0 || item.is(KNOWN.or(WordFacts::ABBREVIATION)) {
        return;
    }
    let first = &stretch.items[last - 1];
    if first.known == 0 && !first.is(KNOWN) && !first.has_any(flag::ALL_CAPS | flag::SINGLE | flag::DIGIT) {
        let votes = Votes::of(Votes::ORGANIZATION, 5);
        push(candidates, Candidate::new(first.start, item.end, 8, Role::Name).with(Pattern::Surroundings, votes));
    }
}

/// "Lee & Ek": a firm.
fn ampersand(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let sign = |i: usize| {
        stretch.gap(i) == Gap::And && stretch.text.word(stretch.items[i].start as usize - 1).starts_with('&')
    };
    let name = |i: usize| {
        let item = &stretch.items[i];
        item.known & (known::COUNTRY | known::DEMONYM) == 0
            && !item.is(WordFacts::FUNCTION.or(WordFacts::CALENDAR))
            && item.flags & (flag::CAPITAL | flag::MIXED) != 0
    };
    let mut first = last;
    while first > 0 && last - first < 4 && (sign(first) || stretch.gap(first) == Gap::None) && name(first - 1) {
        first -= 1;
    }
    while first < last && !sign(first + 1) && (stretch.opens(first) && stretch.is_word(first)) {
        first += 1;
    }
    // "Ann Lee & Bo Ek": two persons by their full names.
    let at = (first + 1..=last).find(|&i| sign(i)).unwrap_or(last);
    let whole = |from: usize, to: usize| to > from + 1 && stretch.is(from, WordFacts::FREQUENT_GIVEN);
    if whole(first, at) && whole(at, last + 1) {
        return;
    }
    if !name(last) || stretch.is_title_case() || !(first + 1..=last).any(sign) || sign(first) {
        return;
    }
    let weight = 10 * (last - first + 1) as i32 - 9;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let votes = Votes::of(Votes::ORGANIZATION, 5);
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
}

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
    // "a super PAC", "INT'L", the ticker "ACM.LI"
    let counted =
        item.start.checked_sub(1).is_some_and(|i| stretch.text.word(i as usize).eq_ignore_ascii_case("super"));
    let cut = stretch.text.word(item.start as usize).contains(['\'', '’']) || is_ticker(stretch, item);
    if item.is(WordFacts::ABBREVIATION.or(WordFacts::FUNCTION).or(WordFacts::GROUP).or(WordFacts::HONORIFIC))
        || word
        || product
        || money
        || counted
        || cut
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
