//! Firms called by ordinary nouns: "Etisal Rail", "Nimble Goods".

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::business;
use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, known};
use super::source::Pattern;
use super::stretch::Stretch;
use super::unknown::{KNOWN, KNOWN_BESIDE, NAMED};

/// "Etisal Rail", "Peru Charity": a name and an ordinary noun, capitals within a sentence, make the name of a body.
pub(super) fn find(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    placed(stretch, last, candidates);
    lone(stretch, last, candidates);
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
    // "Harbor Light has acquired": the capital at the head of a sentence belongs to the name of what does business.
    let opens = first + 1 == last && plain(first) && trades(stretch, last) && !stretch.is_adverb(first);
    while first < last && !opens && stretch.opens(first) && (!strange(first) || stretch.describes(first)) {
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

/// "the oil group Orr Lima", "Orrish Lima (ORL)": a place that closes the name of what is called a firm or has its letters
/// behind it.
fn placed(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let place = stretch.knows(last, known::PLACE) && !stretch.knows(last, known::COUNTRY | known::ORGANIZATION);
    let ends = !matches!(stretch.gap(last + 1), Gap::None | Gap::Hyphen | Gap::And | Gap::Possessive);
    if stretch.is_title_case() || !place || !ends || last == 0 || !matches!(stretch.gap(last), Gap::None | Gap::Hyphen)
    {
        return;
    }
    let mut first = last - 1;
    while first > 0 && matches!(stretch.gap(first), Gap::None | Gap::Hyphen) {
        first -= 1;
    }
    let named = |i: usize| stretch.items[i].known & !known::PLACE == 0 && !stretch.is(i, KNOWN_BESIDE.or(NAMED));
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let listed = candidates.iter().any(|c| c.name.is_some() && c.end == end && c.start < stretch.items[last].start);
    if listed || last - first > 2 || !(first..last).all(named) || stretch.opens(first) {
        return;
    }
    let before = &stretch.text.tokens[start as usize - 1];
    let called = before.has(flag::LOWER) && stretch.gazetteer.word(before.key).facts.any(WordFacts::COLLECTIVE);
    let word = |i: usize| stretch.text.tokens.get(i).map_or("", |_| stretch.text.word(i));
    let letters = word(end as usize + 1);
    let bracketed = word(end as usize) == "("
        && word(end as usize + 2) == ")"
        && letters.len() > 1
        && letters.bytes().all(|b| b.is_ascii_uppercase())
        && letters.chars().next() == word(start as usize).chars().next();
    if called || bracketed {
        let weight = 10 * (last - first + 1) as i32 - 8;
        let votes = Votes::of(Votes::ORGANIZATION, 6);
        push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
    }
}

/// "Nimble Goods said": ordinary words with capitals within a sentence, a firm where firms and speakers stand.
fn words(stretch: &Stretch<'_>, first: usize, last: usize, candidates: &mut Vec<Candidate>) {
    let known = (first..=last).any(|i| {
        let item = &stretch.items[i];
        // "Golden Crust"; but "Golden Lee"
        let given = item.is(WordFacts::FREQUENT_GIVEN) && (!item.is(WordFacts::COMMON) || i == last);
        item.known != 0 || given || item.has_any(flag::ALL_CAPS | flag::DIGIT)
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
    // "Grant Forest"
    let person = candidates.iter().any(|c| (c.start, c.end) == (start, end) && c.votes.0[Votes::PERSON] > 0);
    let behind = stretch.text.word(end as usize);
    if known || person || document || part || listed || behind == "(" {
        return;
    }
    let speaks = end < stretch.sentence.tokens.end && matches!(behind, "said" | "says");
    let mut votes = Votes::of(Votes::PERSON, -4);
    votes.0[Votes::ORGANIZATION] = if speaks { 4 } else { 0 };
    push(candidates, Candidate::new(start, end, 4, Role::Name).with(Pattern::Surroundings, votes));
}

/// Whether a verb of business follows item `last`, or what is said of no person: "Harbor Light, which makes lamps,".
fn trades(stretch: &Stretch<'_>, last: usize) -> bool {
    let (end, limit) = (stretch.items[last].end as usize, stretch.sentence.tokens.end as usize);
    if end >= limit {
        return false;
    }
    let word = stretch.text.word(end);
    let verb = business::after_helpers(stretch.text, word, end, limit);
    word == "," && stretch.text.word(end + 1) == "which" && business::is_trading(stretch.text, end + 2, limit)
        || business::deals(stretch.text, word, end, limit)
        || business::FIRM_VERBS.contains(&verb)
}

/// What names of one ordinary word are none of.
const OTHER: WordFacts = KNOWN_BESIDE
    .or(NAMED)
    .or(WordFacts::BODY)
    .or(WordFacts::BODY_END)
    .or(WordFacts::BODY_START)
    .or(WordFacts::SITE_START)
    .or(WordFacts::DESCRIBED);

/// "an alliance with Lantern", "the lender Lantern": one ordinary word, its capital within a sentence, a firm where only
/// firms stand.
fn lone(stretch: &Stretch<'_>, i: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[i];
    let word = !stretch.is_title_case()
        && item.is(WordFacts::COMMON)
        && item.known == 0
        && !item.is(OTHER)
        && !item.has_any(flag::ALL_CAPS | flag::DIGIT)
        && !stretch.opens(i);
    let joined = |i: usize| matches!(stretch.gap(i), Gap::None | Gap::Hyphen | Gap::Of | Gap::For);
    let (first, start) = (stretch.sentence.tokens.start as usize, item.start as usize);
    let behind = stretch.text.word(item.end as usize);
    let is_spoken_for = matches!(behind, "spokesman" | "spokeswoman");
    let told = || {
        let described = stretch.text.tokens[start - 1].has(flag::LOWER)
            && stretch.gazetteer.word(stretch.text.key(start - 1)).facts.any(WordFacts::COLLECTIVE);
        described
            || is_spoken_for
            || business::before(stretch.gazetteer, stretch.text, first, start, (start, start + 1)) > 0
    };
    if word && !joined(i) && !joined(i + 1) && item.end == item.start + 1 && told() {
        // "a Lantern spokesman": the article is his.
        let votes = Votes([-6, -6, if is_spoken_for { 3 } else { 0 }]);
        push(candidates, Candidate::new(item.start, item.end, 1, Role::Name).with(Pattern::Surroundings, votes));
    }
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
