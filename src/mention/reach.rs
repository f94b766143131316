//! How far the name of a body reaches behind its head word: "of X and Y", "for X", "de la X", "and Hospital".

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::body::{HEADS, is_firm};
use super::item::{Gap, known};
use super::stretch::Stretch;

/// The last item of the name whose head word is `head`: "of X", "of X and Y", "of X, Y and Z".
pub(super) fn after(stretch: &Stretch<'_>, head: usize) -> usize {
    let mut last = head;
    let stops = WordFacts::FUNCTION.or(WordFacts::CALENDAR);
    for _ in 0..3 {
        let next = last + 1;
        let linked = match stretch.gap(next) {
            Gap::Of => true,
            // "Institute for Wind Research", "Farmers for Peru"; not "Commission for Mr Finch"
            Gap::For => {
                if stretch.text.word(stretch.items[next].start as usize - 1) == "the" {
                    // "Fund for the Poor", "Trust for the Fishing Sector"; not "team for the Premier League"
                    let other = HEADS.or(WordFacts::OFFICE).or(WordFacts::SITE).or(WordFacts::EVENT);
                    let last = group(stretch, next);
                    let alone = last == next && stretch.is_word(next) && !stretch.is(next, WordFacts::OFFICE);
                    alone || (next..=last).all(|i| stretch.is_word(i) && !stretch.is(i, other))
                } else {
                    // "Commission for Latin Lands"
                    let of_place =
                        stretch.is(next, WordFacts::GROUP.or(WordFacts::COMPASS)) && stretch.gap(next + 1) == Gap::None;
                    stretch.is_word(next) || stretch.knows(next, known::PLACE) || of_place
                }
            }
            _ => false,
        };
        // "Ministry of Hajj": a feast or a pilgrim's title is its field.
        let ministry = matches!(stretch.text.word(stretch.items[head].start as usize), "Ministry" | "Department");
        let stops = if ministry { WordFacts::FUNCTION } else { stops };
        let pilgrim = ministry && stretch.gap(next + 1) != Gap::None;
        let title = stretch.is(next, WordFacts::HONORIFIC) && !is_field(stretch, next) && !pilgrim;
        if !linked || stretch.is(next, stops) || title {
            break;
        }
        let mut end = group(stretch, next);
        // "Department of Quavics and Zorvology"
        if ministry && stretch.gap(end + 1) == Gap::And && is_unknown(stretch, end + 1) {
            end += 1;
        }
        // "Office of the Deputy Prime Minister"
        let office = stretch.text.word(stretch.items[head].start as usize) == "Office"
            && stretch.is(end + 1, WordFacts::OFFICE)
            && stretch.gap(end + 1) == Gap::None
            && stretch.gap(end + 2) != Gap::None;
        // "Office of the Attorney General"; but "Office of the Attorney General Ada Finch"
        let whole = |i: usize| stretch.is(i, WordFacts::OFFICE.or(WordFacts::OFFICE_PART));
        let alone = stretch.text.word(stretch.items[head].start as usize) == "Office"
            && (next..=end).all(whole)
            && !matches!(stretch.gap(end + 1), Gap::None | Gap::Hyphen);
        if alone {
            last = end;
            continue;
        }
        // "Cabinet of Prime Minister Ada Finch"
        let title =
            (next..=end).all(|i| stretch.is(i, WordFacts::OFFICE_PART)) && stretch.is(end + 1, WordFacts::OFFICE);
        let titled =
            title && stretch.gap(end + 1) == Gap::None || stretch.is(next, WordFacts::OFFICE) && !stretch.is_word(next);
        // "Government of President Ada Finch"
        let holder = stretch.is(end, WordFacts::OFFICE) && end == next && stretch.gap(end + 1) == Gap::None;
        if (titled || holder) && !office {
            break;
        }
        last = end + usize::from(office);
    }
    last
}

/// What stands under one roof: "Medical College and Hospital".
const HOUSES: [&str; 15] = [
    "Archive",
    "Archives",
    "Center",
    "Centre",
    "Clinic",
    "College",
    "Gallery",
    "Hospital",
    "Institute",
    "Library",
    "Museum",
    "School",
    "Seminary",
    "Theatre",
    "University",
];

/// The last item of the name of a house whose head word is `head`: "College and Hospital", "Hospital and Research Centre".
pub(super) fn house(stretch: &Stretch<'_>, head: usize) -> usize {
    let word = |i: usize| stretch.items.get(i).map_or("", |item| stretch.text.word(item.start as usize));
    if !HOUSES.contains(&word(head)) || stretch.gap(head + 1) != Gap::And || stretch.is_title_case() {
        return head;
    }
    let field = stretch.gap(head + 2) == Gap::None && stretch.is_word(head + 1);
    let last = if field { head + 2 } else { head + 1 };
    let ends = !matches!(stretch.gap(last + 1), Gap::None | Gap::Hyphen | Gap::Of);
    if HOUSES.contains(&word(last)) && ends { last } else { head }
}

/// The last item of a name that goes on as Romance languages do: "Hospital de la Orr".
pub(super) fn romance(stretch: &Stretch<'_>, head: usize) -> usize {
    let joins = |word: &str| matches!(word, "de" | "del" | "della" | "di" | "da" | "do" | "dos" | "du" | "des");
    if stretch.gap(head + 1) != Gap::Particle || !joins(stretch.text.word(stretch.items[head].end as usize)) {
        return head;
    }
    let mut last = head + 1;
    while matches!(stretch.gap(last + 1), Gap::None | Gap::Particle)
        && last < head + 4
        && !stretch.is(last + 1, WordFacts::FUNCTION.or(WordFacts::OFFICE))
    {
        last += 1;
    }
    last
}

/// Whether item `i` stands alone and is nobody's and nowhere's name: a word of a science or faith.
fn is_unknown(stretch: &Stretch<'_>, i: usize) -> bool {
    let named = WordFacts::FREQUENT_GIVEN
        .or(WordFacts::FREQUENT_SURNAME)
        .or(HEADS)
        .or(WordFacts::OFFICE)
        .or(WordFacts::SITE)
        .or(WordFacts::FUNCTION);
    let item = &stretch.items[i];
    item.known == 0
        && !item.is(named)
        && !item.has_any(flag::ALL_CAPS | flag::MIXED | flag::DIGIT)
        && !matches!(stretch.gap(i + 1), Gap::None | Gap::Hyphen | Gap::Particle | Gap::Possessive)
}

/// Whether item `i` may be what a body is for, and no title of somebody named behind it: "Justice", "Defense".
fn is_field(stretch: &Stretch<'_>, i: usize) -> bool {
    let titles = WordFacts::OFFICE.or(WordFacts::HONORIFIC);
    stretch.is_word(i)
        && (!stretch.is(i, titles) || stretch.is(i, WordFacts::OFFICE_PART) && stretch.gap(i + 1) != Gap::None)
}

/// Whether item `i` may be those of a trade: "Joiners".
fn is_trade(stretch: &Stretch<'_>, i: usize) -> bool {
    let item = &stretch.items[i];
    let word = stretch.text.word(item.start as usize);
    word.ends_with('s')
        && !word.ends_with("ss")
        && item.known == 0
        && !item.is(WordFacts::FREQUENT_SURNAME)
        && !item.has(flag::ALL_CAPS)
}

/// What one studies or does with more than one place: "Lima and Cusco Studies".
const FIELDS: [&str; 6] = ["Affairs", "Cooperation", "Friendship", "Relations", "Studies", "Trade"];

/// The last item of the noun group that begins at `first`.
fn group(stretch: &Stretch<'_>, first: usize) -> usize {
    let mut last = first;
    let mut commas = false;
    loop {
        let next = last + 1;
        let ordinary = is_field(stretch, next);
        // "Society of Lima and Cusco Studies"
        let places = stretch.knows(next, known::PLACE)
            && stretch.gap(next + 1) == Gap::None
            && FIELDS.contains(&stretch.text.word(stretch.items[next + 1].start as usize));
        let title = stretch.is(next, WordFacts::OFFICE.or(WordFacts::HONORIFIC).or(WordFacts::FUNCTION));
        let takes = match stretch.gap(next) {
            // "Liberal Party of Canada Ada Finch"
            Gap::None => {
                let person = stretch.is(next, WordFacts::FREQUENT_GIVEN) && !stretch.is_word(next);
                // "Congress of the People's Assembly Wu Lin"
                let officer = stretch.is(last, WordFacts::BODY) && !stretch.is_word(next) && !is_firm(stretch, next);
                !(title || officer || person && stretch.gap(next + 1) == Gap::None)
            }
            Gap::Hyphen | Gap::Particle => true,
            // "Office of the Old People's Council"
            Gap::Possessive => {
                stretch.is_word(last) && stretch.is(next, WordFacts::BODY) && stretch.gap(last) == Gap::None
            }
            // "Institute for Roads and University of Lima" are two.
            Gap::And if stretch.is(next, WordFacts::BODY) && stretch.gap(next + 1) == Gap::Of => false,
            // "Brotherhood of Masons and Joiners of Peru"
            Gap::And => {
                ordinary && stretch.is_word(last) || places || is_trade(stretch, last) && is_trade(stretch, next)
            }
            // "Ministry of Roads, Ports, and Rivers"
            Gap::Series => ordinary && stretch.is_word(last) && commas,
            // "Ministry of Roads, Ports and Rivers"
            Gap::Comma => {
                let closes = |i: usize| matches!(stretch.gap(i), Gap::And | Gap::Series) && stretch.is_word(i);
                commas = ordinary && stretch.is_word(last) && (next + 1..next + 5).any(closes);
                commas
            }
            _ => false,
        };
        if !takes || stretch.is_title_case() && stretch.gap(next) == Gap::None {
            return last;
        }
        last = next;
    }
}
