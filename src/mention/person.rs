//! Names of people that no list knows: given name and what follows, initials, particles, surnames in front, titles.

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::candidate::{Candidate, Role, Votes, push};
use super::item::{Gap, Item, known};
use super::source::Pattern;
use super::stretch::Stretch;
use super::title;
use super::unknown::{NAMED, is_letters};

/// What a word can be within a person's name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A given name that is no ordinary word.
    Given,
    /// A given name or surname that is also a word, a place or rarely given.
    Weak,
    /// A surname.
    Surname,
    /// Nothing is known of it.
    Plain,
    /// An ordinary word.
    Ordinary,
    /// "J.", "JD"
    Initial,
    /// "Al", "Bin", "De"
    Particle,
    /// "Jr", "III"
    Suffix,
    /// The head word of a place, body or title that is a surname as often.
    Namesake,
    /// Ends any name of a person.
    Border,
}

/// Words that are never part of a person's name, unless they are namesakes.
const BORDER: WordFacts = WordFacts::FUNCTION
    .or(WordFacts::BODY)
    .or(WordFacts::BODY_START)
    .or(WordFacts::BODY_END)
    .or(WordFacts::SITE)
    .or(WordFacts::EVENT)
    .or(WordFacts::OFFICE)
    .or(WordFacts::HONORIFIC)
    .or(WordFacts::COMPASS)
    .or(WordFacts::CALENDAR)
    .or(WordFacts::GROUP);

/// No name of a person has more words.
const LONGEST: usize = 7;

/// No syllable of an East Asian given name has more letters: "Kwang", "Seung".
const LONGEST_SYLLABLE: usize = 5;

/// What an item may be in the name of a person.
fn part(item: &Item) -> Part {
    if item.is_initial() {
        return Part::Initial;
    }
    if item.has(flag::DIGIT) || item.is(WordFacts::ABBREVIATION) && item.has(flag::ALL_CAPS) {
        return Part::Border;
    }
    if item.is(WordFacts::SUFFIX) {
        return Part::Suffix;
    }
    if item.is(BORDER) {
        let named = WordFacts::FREQUENT_GIVEN.or(WordFacts::FREQUENT_SURNAME);
        let hard = WordFacts::FUNCTION.or(WordFacts::GROUP);
        return if item.is(WordFacts::NAMESAKE) {
            Part::Namesake
        } else if item.is(named) && !item.is(hard) && !item.is(WordFacts::COMMON) {
            Part::Weak
        } else {
            Part::Border
        };
    }
    if item.is(WordFacts::PARTICLE) && !item.has(flag::ALL_CAPS) {
        return Part::Particle;
    }
    if item.has(flag::ALL_CAPS) && item.end - item.start == 1 && !item.is(WordFacts::GIVEN.or(WordFacts::SURNAME)) {
        // "JD Vance", not "UN António Guterres"
        return if item.known == 0 { Part::Initial } else { Part::Border };
    }
    if item.is(WordFacts::COMMON) {
        let frequent = WordFacts::FREQUENT_GIVEN.or(WordFacts::FREQUENT_SURNAME);
        return if item.is(frequent) { Part::Weak } else { Part::Ordinary };
    }
    if item.known & (known::DEMONYM | known::COUNTRY) != 0 && !item.is(WordFacts::FREQUENT_GIVEN) {
        return Part::Border;
    }
    if item.is(WordFacts::FREQUENT_GIVEN) {
        return if item.is(WordFacts::PLACE) { Part::Weak } else { Part::Given };
    }
    if item.is(WordFacts::GIVEN.or(WordFacts::SURNAME)) { Part::Surname } else { Part::Plain }
}

/// Offices that are told with the country they are held in.
const POSTS: [&str; 12] = [
    "ambassador",
    "commissioner",
    "consul",
    "coordinator",
    "delegate",
    "director",
    "emissary",
    "envoy",
    "general",
    "minister",
    "observer",
    "representative",
];

/// Whether the token at `first` stands behind an office and "to", "for", "in".
fn is_posted(stretch: &Stretch<'_>, first: usize) -> bool {
    let Some(office) = first.checked_sub(2) else { return false };
    let office = stretch.text.word(office);
    matches!(stretch.text.word(first - 1), "to" | "for" | "in") && POSTS.iter().any(|p| office.eq_ignore_ascii_case(p))
}

/// Adds every name of a person that a pattern finds.
pub(super) fn find(stretch: &Stretch<'_>, candidates: &mut Vec<Candidate>) {
    let items = stretch.items;
    for i in 0..items.len() {
        if stretch.describes(i) {
            continue;
        }
        let next = items.get(i + 1);
        // "Sultan A. Lee": a dignity that is a given name here.
        let dignity = items[i].is(WordFacts::FREQUENT_GIVEN)
            && !items[i].is(WordFacts::NAMESAKE)
            && next
                .is_some_and(|next| next.gap == Gap::None && next.is_initial() && next.has(flag::SINGLE | flag::DOT));
        // "Provost Ann Lee": a rare surname is the office it is in front of a whole name.
        let office = items[i].is(WordFacts::OFFICE)
            && next.is_some_and(|next| next.gap == Gap::None && next.is(WordFacts::FREQUENT_GIVEN))
            && items.get(i + 2).is_some_and(|last| last.gap == Gap::None);
        if office && !items[i].is(WordFacts::FREQUENT_GIVEN) {
            continue;
        }
        let first = if dignity || is_called(stretch, i) { Part::Weak } else { part(&items[i]) };
        let family_first = items[i].is(WordFacts::FAMILY_FIRST);
        let honorific = items[i].is(WordFacts::HONORIFIC)
            && !items[i].is(WordFacts::NAMESAKE)
            && first != Part::Initial
            && !dignity
            && !title::is_given(stretch, i);
        let namesake = first == Part::Namesake && !family_first && !title::stands_before(stretch, i);
        // "President of France Emmanuel Lee", "China-Africa": countries, not given names.
        let country = items[i].known & known::COUNTRY != 0
            && (stretch.text.word((items[i].start as usize).wrapping_sub(1)) == "of"
                || items.get(i + 1).is_some_and(|next| {
                    next.gap == Gap::Hyphen && (next.is(WordFacts::PLACE) || next.known & known::COUNTRY != 0)
                }));
        // "Ambassador to Mali Ann Lee", "director for China Bo Ek": where somebody is posted.
        let posted = items[i].known & known::COUNTRY != 0 && is_posted(stretch, items[i].start as usize) && {
            let whole = items.get(i + 2).is_some_and(|last| last.gap == Gap::None);
            next.is_some_and(|next| next.gap == Gap::None && next.is(WordFacts::FREQUENT_GIVEN)) && whole
        };
        // "Mayor of Lima Ann Lee", "Ambassador in Cairo Ann Lee": a town, not a given name.
        let town = items[i].known & known::PLACE != 0
            && !items[i].is(WordFacts::FREQUENT_GIVEN)
            && matches!(
                stretch.text.word((items[i].start as usize).wrapping_sub(1)),
                "of" | "in" | "to" | "at" | "for"
            )
            && items.get(i + 1).is_some_and(|next| next.gap == Gap::None && next.is(WordFacts::GIVEN))
            && items.get(i + 2).is_some_and(|next| matches!(next.gap, Gap::None | Gap::Hyphen | Gap::Particle));
        // "In August Lee met": a month.
        let month = items[i].is(WordFacts::CALENDAR)
            && matches!(
                stretch.text.word((items[i].start as usize).wrapping_sub(1)),
                "In" | "in" | "Since" | "since" | "early" | "late" | "until"
            );
        let country = country || posted || town || month;
        // "Minister of Foreign Affairs B. Lee"
        let field = first == Part::Ordinary && items[i].is(WordFacts::OFFICE_PART);
        // "Commissioner for River Waters Ann Lee"
        let charge = |i: usize| {
            stretch.gap(i) == Gap::For
                && stretch.is(i - 1, WordFacts::OFFICE)
                && !stretch.is(i, WordFacts::FREQUENT_GIVEN)
                && stretch.gap(i + 1) == Gap::None
                && stretch.is(i + 1, WordFacts::COMMON.or(WordFacts::NAMESAKE))
        };
        let field = field || charge(i) || i > 0 && charge(i - 1);
        // "A Texan Red Notice": an article.
        let article = first == Part::Initial
            && !items[i].has(flag::DOT)
            && stretch.opens(i)
            && stretch.text.word(items[i].start as usize) == "A"
            && !next.is_some_and(Item::is_initial);
        if article {
            continue;
        }
        // "head of QRV Ann Lee", "Ambassador to the UN Ann Lee": letters in capitals before a whole name in small ones.
        let letters = items[i].has(flag::ALL_CAPS)
            && !items[i].has_any(flag::DOT | flag::SINGLE)
            && (items[i].known != 0 || stretch.text.word(items[i].start as usize).len() > 2)
            && matches!(stretch.text.word((items[i].start as usize).wrapping_sub(1)), "of" | "to" | "for" | "the")
            && next.is_some_and(|n| n.gap == Gap::None && n.is(WordFacts::GIVEN) && !n.has(flag::ALL_CAPS))
            && items.get(i + 2).is_some_and(|n| n.gap == Gap::None);
        if letters || matches!(first, Part::Border | Part::Suffix) || namesake || honorific || country || field {
            continue;
        }
        let titled = title::stands_before(stretch, i);
        let mut score = match first {
            Part::Given => 4,
            Part::Weak => 2,
            Part::Surname => 1,
            // "BX Orr", "N Leeswamy"; a longer one is a body: "BDG Cy Orr".
            Part::Initial if !items[i].has(flag::DOT) && stretch.text.word(items[i].start as usize).len() > 3 => {
                continue;
            }
            // "RID Ann Lee", "head of QRV Mangor Lee": a body and its officer.
            Part::Initial
                if items[i].has(flag::ALL_CAPS)
                    && !items[i].has(flag::DOT)
                    && stretch.text.word(items[i].start as usize).len() == 3
                    && items.get(i + 1).is_some_and(|n| {
                        let of = stretch.text.word((items[i].start as usize).wrapping_sub(1)) == "of";
                        n.gap == Gap::None && (of || n.is(WordFacts::FREQUENT_GIVEN))
                    })
                    && items.get(i + 2).is_some_and(|n| n.gap == Gap::None) =>
            {
                continue;
            }
            // "QRF Orrdek" is a firm.
            Part::Initial if !titled && is_letters(stretch, i) && strange(stretch, i + 1) => continue,
            Part::Initial => 2,
            Part::Ordinary => -3,
            _ => 0,
        };
        let mut pattern = if first == Part::Initial { Pattern::Initials } else { Pattern::GivenName };
        if titled {
            score += 6;
            pattern = Pattern::Title;
            // "Mr Mkula": a single name.
            single(stretch, i, first, candidates);
        }
        // "managing director Ann Lee"
        if described(stretch, i) {
            score += 2;
        }
        let mut words = 1;
        let mut real = usize::from(first != Part::Initial);
        for j in i + 1..items.len().min(i + LONGEST) {
            let gap = items[j].gap;
            if !matches!(gap, Gap::None | Gap::Hyphen | Gap::Particle) {
                break;
            }
            let own = match part(&items[j]) {
                // "Orrson-QRF" is a firm.
                Part::Initial if gap == Gap::Hyphen && items[j].has(flag::ALL_CAPS) => Part::Border,
                // "Kang Song-San": the second syllable of a given name.
                Part::Border | Part::Namesake | Part::Particle
                    if family_first && words == 2 && is_syllable(stretch, j) =>
                {
                    Part::Plain
                }
                // "Ibrahim Dan-Hausa": what hangs on a name by a hyphen belongs to it.
                Part::Border
                    if gap == Gap::Hyphen
                        && words > 1
                        && (items[j].known & known::DEMONYM != 0 || items[j].is(WordFacts::GROUP)) =>
                {
                    Part::Plain
                }
                // "Ann Skipper": an office that is a surname, too, behind a given name and at the end.
                Part::Border if words == 1 && is_family(stretch, j) => Part::Surname,
                own => own,
            };
            // "Walt Orr Co", "Georgian Foreign Minister"
            let firm = items[j].is(WordFacts::BODY_END) && own == Part::Weak;
            let office = items[j].is(WordFacts::OFFICE_PART)
                && items.get(j + 1).is_some_and(|next| next.gap == Gap::None && next.is(WordFacts::OFFICE));
            // "Ann Lee Flattered Bo Ek" as a heading
            let verb = own == Part::Ordinary && words > 1 && stretch.is_title_case();
            if own == Part::Border || firm || office || verb {
                break;
            }
            words += 1;
            if gap == Gap::Particle {
                score += 2;
                if pattern == Pattern::GivenName && score < 5 {
                    pattern = Pattern::Particle;
                }
            }
            let mut last = 0;
            match own {
                Part::Given => score += if gap == Gap::Hyphen { 1 } else { 2 },
                Part::Weak => score += 1,
                Part::Surname => score += 2,
                Part::Plain => score += 1,
                Part::Ordinary => score -= if first == Part::Given && j == i + 1 { 1 } else { 2 },
                Part::Namesake => last = -1,
                Part::Initial if items[j].has(flag::ALL_CAPS) => score -= 2,
                Part::Initial => score += 2,
                Part::Particle => score += 1,
                Part::Suffix | Part::Border => {}
            }
            real += usize::from(!matches!(own, Part::Initial | Part::Particle | Part::Suffix));
            // "Park Geun-hye", "Xi Jinping"
            if family_first && words == 2 {
                let tailed = items[j].end - items[j].start > 1;
                let plain = !matches!(own, Part::Ordinary | Part::Namesake) && first != Part::Given;
                if tailed || plain {
                    score += if tailed { 6 } else { 2 };
                    pattern = if titled { pattern } else { Pattern::FamilyFirst };
                }
            }
            if own == Part::Particle || real == 0 {
                continue;
            }
            let total = score + last;
            // "Host Lee Min-ek": an ordinary word in front of a whole name is none of it.
            if first == Part::Ordinary && words > 2 && !titled {
                continue;
            }
            if total >= 3 && !(stretch.is_title_case() && total < 6) {
                let (start, end) = (items[i].start, items[j].end);
                let weight = 10 * words - 6 + (total.min(9) - 3) / 2;
                let votes = Votes::of(Votes::PERSON, (total.min(8) + 1) as i16);
                push(candidates, Candidate::new(start, end, weight, Role::Name).with(pattern, votes));
            }
        }
    }
}

/// "Bill Orrdek", "Oh Minsu": whether item `i` is a given name or one in front of it that is a small or other word, too.
fn is_called(stretch: &Stretch<'_>, i: usize) -> bool {
    let item = &stretch.items[i];
    let free = !matches!(stretch.gap(i), Gap::None | Gap::Hyphen) || title::stands_before(stretch, i);
    let name = match stretch.text.word(item.start as usize) {
        "Bill" => free,
        "Will" => free && !stretch.opens(i),
        _ => item.is(WordFacts::FAMILY_FIRST) && item.is(WordFacts::FUNCTION) && free && !stretch.opens(i),
    };
    let named = || stretch.is(i + 1, NAMED) && !stretch.is(i + 1, WordFacts::COMMON.or(BORDER));
    name && !stretch.is_title_case() && (strange(stretch, i + 1) || stretch.gap(i + 1) == Gap::None && named())
}

/// Whether the word of item `i`, which follows the one before, is unknown or a rare surname.
fn strange(stretch: &Stretch<'_>, i: usize) -> bool {
    let frequent = WordFacts::FREQUENT_SURNAME.or(WordFacts::GIVEN);
    let plain = |item: &Item| matches!(part(item), Part::Plain | Part::Surname) && !item.is(frequent);
    stretch.gap(i) == Gap::None && stretch.items.get(i).is_some_and(|item| item.known == 0 && plain(item))
}

/// Whether the office of item `i` is a frequent surname behind a given name, with which the name ends.
fn is_family(stretch: &Stretch<'_>, i: usize) -> bool {
    let given = &stretch.items[i - 1];
    stretch.is(i, WordFacts::OFFICE.or(WordFacts::HONORIFIC))
        && stretch.text.word(stretch.items[i].start as usize) != "Doctor"
        && stretch.is(i, WordFacts::FREQUENT_SURNAME)
        && !stretch.is(i, WordFacts::EVENT.or(WordFacts::BODY_END))
        && given.is(WordFacts::FREQUENT_GIVEN)
        && !given.is(WordFacts::COMMON)
        && stretch.gap(i) == Gap::None
        && !matches!(stretch.gap(i + 1), Gap::None | Gap::Hyphen | Gap::Of)
        && !stretch.is_title_case()
}

/// Whether a hyphen joins a second syllable to the first of an East Asian given name.
fn is_syllable(stretch: &Stretch<'_>, second: usize) -> bool {
    let short = |i: usize| {
        let item = &stretch.items[i];
        stretch.text.word(item.start as usize).len() <= LONGEST_SYLLABLE
            && !item.has_any(flag::ALL_CAPS | flag::DIGIT)
            && !stretch.knows(i, known::COUNTRY | known::DEMONYM)
    };
    stretch.gap(second) == Gap::Hyphen && stretch.gap(second - 1) == Gap::None && short(second - 1) && short(second)
}

/// Whether a word in small letters in front says that a person is named by item `i`.
fn described(stretch: &Stretch<'_>, i: usize) -> bool {
    let Some(before) = stretch.items[i].start.checked_sub(1).map(|at| at as usize) else { return false };
    before >= stretch.sentence.tokens.start as usize
        && stretch.text.tokens[before].has(flag::LOWER)
        && stretch.gazetteer.word(stretch.text.key(before)).facts.any(WordFacts::DESCRIBED)
}

/// A single name behind a title.
fn single(stretch: &Stretch<'_>, i: usize, part: Part, candidates: &mut Vec<Candidate>) {
    let item = &stretch.items[i];
    let honorific = stretch.is(i - 1, WordFacts::HONORIFIC);
    if matches!(part, Part::Initial | Part::Particle) || stretch.is_title_case() && !honorific {
        return;
    }
    let votes = match part {
        Part::Ordinary if !honorific => return,
        Part::Ordinary => 4,
        _ if honorific => 7,
        _ => 5,
    };
    let votes = Votes::of(Votes::PERSON, votes);
    push(candidates, Candidate::new(item.start, item.end, 4, Role::Name).with(Pattern::Title, votes));
}
