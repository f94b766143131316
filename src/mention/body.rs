//! Organizations by their head words: "Ministry of Foreign Affairs and Trade", "Electoral Commission", "Banco Central".

use crate::gazetteer::{Kind, WordFacts};
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::front;
use super::is_legal_form;
use super::item::{Gap, known};
use super::legal_form::{is_lettering, is_loud_form};
use super::reach;
use super::source::Pattern;
use super::stretch::Stretch;
use super::unknown::NAMED;

/// The head words of bodies.
pub(super) const HEADS: WordFacts = WordFacts::BODY.or(WordFacts::BODY_END).or(WordFacts::BODY_START);

/// The facts of words that any body of the sentence needs; events and places lend their head words to a few.
pub(super) const NEEDS: WordFacts = HEADS.or(WordFacts::EVENT).or(WordFacts::SITE);

/// Adds every organization that a head word tells.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    for head in 0..stretch.items.len() {
        if stretch.is(head, WordFacts::BODY) || stretch.is_assembly(head) || stretch.is_chamber(head) {
            let first = front::before(stretch, head);
            // "Rangers of the Orr Reserve" at the head of a sentence: men, no body.
            let word = stretch.text.word(stretch.items[head].start as usize);
            let members = first == head && stretch.opens(head) && word.ends_with('s') && !word.ends_with("ss");
            let last = if members { head } else { reach::after(stretch, head) };
            let last = if last == head && first < head { reach::house(stretch, head) } else { last };
            // "Hospital del Orr": a word that English shares with its neighbours.
            let last = if last == head && first == head { reach::romance(stretch, head) } else { last };
            let last = if last == head && first < head { lettered(stretch, first, head, candidates) } else { last };
            if first == head && last == head {
                alone(stretch, head, candidates);
            }
            if first < head || last > head {
                let sure = last > head && !stretch.is_title_case();
                add(stretch, first, last, if sure { 12 } else { 8 }, candidates);
                if last > head && first < head {
                    // "Supreme Court of India" may be two names, "Foreign Ministry of …" as well.
                    add(stretch, first, head, 7, candidates);
                }
            }
        }
        if stretch.knows(head, known::COUNTRY) && stretch.gap(head) == Gap::None {
            branch_of(stretch, head, candidates);
            of_country(stretch, head, candidates);
        }
        if stretch.is(head, WordFacts::BODY_END) && !stretch.is(head, WordFacts::BODY) {
            let first = front::before(stretch, head);
            let named = (first..head).any(|i| !stretch.is_ordinary(i) && !stretch.is(i, WordFacts::COMPASS));
            // "Northern Weekly News"; a firm by its legal form at the head of a sentence, too: "Public Telephone Co said"
            let within = !stretch.is_title_case() && (!stretch.opens(first) || is_firm(stretch, head));
            // "Peru Health Minister"
            let office = stretch.is(head, WordFacts::OFFICE_PART)
                && stretch.gap(head + 1) == Gap::None
                && stretch.is(head + 1, WordFacts::OFFICE.or(WordFacts::OFFICE_PART))
                || first < head && is_portfolio(stretch, first, head);
            // "the Orr Board CO INC": no name but its end.
            let tail = (first..=head).all(|i| is_closing(stretch, i));
            if first < head && (named || within) && !office && !tail {
                add(stretch, first, head, 6, candidates);
                if let Some(last) = of_place(stretch, first, head) {
                    add(stretch, first, last, 8, candidates);
                }
                // "Orrdek Electric for Trade and Distribution"
                let field = named
                    && stretch.gap(head + 1) == Gap::For
                    && stretch.is_word(head + 1)
                    && !stretch.is(head + 1, WordFacts::OFFICE.or(WordFacts::CALENDAR));
                if field && !stretch.is_title_case() {
                    add(stretch, first, reach::after(stretch, head), 7, candidates);
                }
            }
        }
        if stretch.gap(head) == Gap::Possessive && !stretch.is_title_case() {
            of_many(stretch, head, candidates);
        }
        if stretch.is(head, WordFacts::BODY_START) {
            let mut last = head;
            while matches!(stretch.gap(last + 1), Gap::None | Gap::Particle | Gap::Hyphen | Gap::Foreign)
                && !stretch.is(last + 1, WordFacts::FUNCTION.or(WordFacts::OFFICE))
                // A heading's verbs look like names.
                && !(stretch.is_title_case() && stretch.is_ordinary(last + 1))
                // "a deal with Air Lima Ltd. Peru said"
                && (!is_firm(stretch, last) || is_firm(stretch, last + 1))
                && last < head + 5
            {
                last += 1;
            }
            if last > head && (head + 1..=last).any(|i| !stretch.is_ordinary(i)) {
                add(stretch, head, last, 8, candidates);
            }
        }
    }
}

/// Heads that tell a body in a line of capitals as well; others may be ordinary words there: "TOP UNION LEADERS".
const LOUD: [&str; 15] = [
    "AGENCY",
    "ASSEMBLY",
    "ASSOCIATION",
    "AUTHORITY",
    "CABINET",
    "COMMISSION",
    "CONGRESS",
    "COUNCIL",
    "COURT",
    "FORCE",
    "GOVERNMENT",
    "MINISTRY",
    "PARLIAMENT",
    "PARTY",
    "SENATE",
];

/// "the Cabinet": a head word alone, its capital within a sentence.
fn alone(stretch: &Stretch<'_>, head: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[head];
    // "The Cabinet agreed": the article alone opens the sentence.
    let article = stretch.gap(head) == Gap::None
        && stretch.gap(head + 1) != Gap::Of
        && stretch.opens(head - 1)
        && stretch.text.word(stretch.items[head - 1].start as usize) == "The";
    let joined = matches!(stretch.gap(head), Gap::None | Gap::Hyphen | Gap::Particle) && !article
        || matches!(stretch.gap(head + 1), Gap::None | Gap::Hyphen);
    // What every town has is named with its town.
    let every = matches!(
        stretch.text.word(item.start as usize),
        "Government"
            | "Party"
            | "Church"
            | "Court"
            | "Corporation"
            | "Embassy"
            | "University"
            | "School"
            | "Hospital"
            | "College"
            | "Group"
            | "Company"
            | "Team"
            | "Force"
            | "Service"
            | "Left"
            | "Rally"
    );
    if every || stretch.is_title_case() || stretch.opens(head) || item.has(flag::ALL_CAPS) || joined {
        return;
    }
    let before = stretch.text.word(item.start as usize - 1);
    let votes = match before {
        "the" | "'s" | "’s" => 2,
        "The" => 4,
        _ => 3,
    };
    let votes = Votes::of(Votes::ORGANIZATION, votes);
    push(candidates, Candidate::new(item.start, item.end, 2, Role::Name).with(Pattern::Body, votes));
}

/// "Weavers' Voice": what many have, both with capitals.
fn of_many(stretch: &Stretch<'_>, head: usize, candidates: &mut Vec<Candidate>) {
    let other = WordFacts::FUNCTION
        .or(WordFacts::EVENT)
        .or(WordFacts::SITE)
        .or(WordFacts::CALENDAR)
        .or(WordFacts::OFFICE)
        .or(WordFacts::OFFICE_PART)
        .or(WordFacts::HONORIFIC);
    let owners = head - 1;
    let mark = stretch.text.word(stretch.items[owners].end as usize);
    let many = matches!(mark, "'" | "’") && stretch.is_word(owners) && !stretch.opens(owners);
    let alone = !matches!(stretch.gap(head + 1), Gap::None | Gap::Hyphen | Gap::Of) && stretch.gap(owners) != Gap::None;
    if many && alone && stretch.is_word(head) && !stretch.is(head, other) {
        add(stretch, owners, head, 6, candidates);
    }
}

/// "Road Transport Peru", "Forum Chile": a country closes the name of a body.
fn of_country(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let stops = WordFacts::FUNCTION
        .or(WordFacts::CALENDAR)
        .or(WordFacts::OFFICE)
        .or(WordFacts::HONORIFIC)
        .or(WordFacts::COMPASS)
        .or(WordFacts::EVENT)
        .or(WordFacts::GROUP);
    let mut first = last;
    while first > 0
        && (stretch.gap(first) == Gap::None
            || first < last && stretch.gap(first) == Gap::And && stretch.is_word(first) && stretch.is_word(first - 1))
        && !stretch.is(first - 1, stops)
        && !stretch.knows(first - 1, known::PLACE | known::DEMONYM)
        && !stretch.items[first - 1].has(flag::DIGIT)
    {
        first -= 1;
    }
    // "a deal with Acme Steel Corp. Peru said": a new sentence; "its Acme Steel Corp U.S. unit"
    let written = |i: usize| stretch.text.word(stretch.items[i].end as usize - 1);
    let closed = first < last
        && is_firm(stretch, last - 1)
        && (written(last - 1).ends_with('.') || written(last).ends_with('.'));
    if first < last && !closed && !stretch.opens(first) && !stretch.is_title_case() {
        let weight = 10 * (last - first + 1) as i32 - 13;
        let votes = Votes::of(Votes::ORGANIZATION, 4);
        let (start, end) = (stretch.items[first].start, stretch.items[last].end);
        push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
    }
}

/// "Orrson Steel Peru": a country behind a listed firm, without a comma, names its branch there.
fn branch_of(stretch: &Stretch<'_>, last: usize, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[last];
    let trades = |c: &Candidate| {
        let firm = |kind| matches!(kind, Kind::Company | Kind::Bank);
        c.name.is_some_and(|name| stretch.gazetteer.uses(name).any(|one| firm(stretch.gazetteer.kind(one.entry))))
    };
    let firm = candidates.iter().filter(|c| c.end == item.start && c.listed == 1 << Votes::ORGANIZATION && trades(c));
    let Some(&firm) = firm.max_by_key(|firm| firm.weight) else { return };
    if !stretch.is_title_case() && !matches!(stretch.gap(last + 1), Gap::None | Gap::Hyphen | Gap::Possessive) {
        let (weight, votes) = (firm.weight + 8, Votes::of(Votes::ORGANIZATION, 6));
        push(candidates, Candidate::new(firm.start, item.end, weight, Role::Name).with(Pattern::Body, votes));
    }
}

/// The item with the letters behind the head word of a bank or firm that no list knows without them, or the head word.
fn lettered(stretch: &Stretch<'_>, first: usize, head: usize, candidates: &[Candidate]) -> usize {
    let next = head + 1;
    let letters = stretch.gap(next) == Gap::None
        && is_lettering(stretch.text.word(stretch.items[next].start as usize))
        && !stretch.is_title_case();
    let whole = |c: &Candidate| (c.start, c.end) == (stretch.items[first].start, stretch.items[head].end);
    if letters && !candidates.iter().any(|c| c.name.is_some() && whole(c)) { next } else { head }
}

/// "Public Power Co of Peru": the last item of a firm's name that a place closes. "Orrdek Corp of Peru" and "Public Power Co
/// of Lima, Peru," are from there.
fn of_place(stretch: &Stretch<'_>, first: usize, head: usize) -> Option<usize> {
    let word = |i: usize| stretch.text.word(stretch.items[i].start as usize);
    let plain = |i: usize| stretch.is_word(i) && (first + 1 < head || !stretch.is(i, NAMED));
    let named = matches!(word(head), "Co" | "Corp")
        && stretch.gap(head + 1) == Gap::Of
        && stretch.knows(head + 1, known::PLACE)
        && !stretch.is_title_case()
        && (first..head).all(plain)
        && stretch.items[head].end + 1 == stretch.items[head + 1].start
        && !stretch.is_marked(head);
    let mut last = head + 1;
    while stretch.gap(last + 1) == Gap::None {
        last += 1;
    }
    (named && stretch.gap(last + 1) != Gap::Comma).then_some(last)
}

/// "GERMAN BANK AGREES": whether a line of capitals may speak of any such body.
fn is_shouted(stretch: &Stretch<'_>, first: usize, last: usize) -> bool {
    let (first, head) = (&stretch.items[first], &stretch.items[last]);
    let word = stretch.text.word(head.start as usize);
    stretch.is_title_case()
        && first.has(flag::ALL_CAPS)
        && head.has(flag::ALL_CAPS)
        && head.is(WordFacts::COMMON)
        && !stretch.is_marked(last)
        && !LOUD.contains(&word)
}

/// Whether an item is a legal form, in capitals too.
fn is_closing(stretch: &Stretch<'_>, i: usize) -> bool {
    is_firm(stretch, i) || is_loud_form(stretch.text.word(stretch.items[i].start as usize))
}

/// "Peruvian Fisheries Minister": whether a state's adjective and the field of its minister seem to be a body.
fn is_portfolio(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    // "Peruvian Roads and Ports Minister"
    let next = if stretch.gap(head + 1) == Gap::And { head + 2 } else { head + 1 };
    let behind = stretch.items.get(next).map_or("", |item| stretch.text.word(item.start as usize));
    stretch.gap(next) == Gap::None
        && behind.eq_ignore_ascii_case("minister")
        && stretch.knows(first, known::DEMONYM | known::COUNTRY)
}

/// Adds items `first..=last` as a body; `bonus` says how sure its end is.
fn add(stretch: &Stretch<'_>, first: usize, last: usize, bonus: i32, candidates: &mut Vec<Candidate>) {
    let weight = 10 * (last - first + 1) as i32 + bonus - 15;
    let (start, end) = (stretch.items[first].start, stretch.items[last].end);
    let votes = Votes::of(Votes::ORGANIZATION, if is_shouted(stretch, first, last) { 2 } else { 6 });
    push(candidates, Candidate::new(start, end, weight, Role::Name).with(Pattern::Body, votes));
}

/// Whether an item is the legal form that closes the name of a firm.
pub(super) fn is_firm(stretch: &Stretch<'_>, i: usize) -> bool {
    is_legal_form(stretch.text.word(stretch.items[i].start as usize))
}
