//! How far the name of a body reaches in front of its head word: "X and Y Co", "X, Y and Co", "X (Z) Ltd", "X's Z".

use crate::gazetteer::WordFacts;
use crate::text::{Key, flag};

use super::body::is_firm;
use super::item::{Gap, known};
use super::legal_form::closes_firm;
use super::stretch::Stretch;

/// No more words are taken before a head word.
const MOST_BEFORE: usize = 7;

/// What a firm may be named with: "Three Rivers Ltd".
const NUMBERS: [&str; 10] = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/// Small words and a day that firms are named with: "Next Systems Inc", "Sun Harvest Inc".
const OWN: [Key; 9] = Key::each(["above", "beyond", "first", "last", "next", "over", "second", "sun", "up"]);

/// Fields of firms in two words: "Zorvane Savings and Loan", "Trust and Banking".
const FIELDS: [(&str, &str); 9] = [
    ("Gas", "Electric"),
    ("Light", "Power"),
    ("Power", "Light"),
    ("Radio", "Television"),
    ("Radio", "TV"),
    ("Savings", "Loan"),
    ("Savings", "Loans"),
    ("Trust", "Banking"),
    ("Trust", "Savings"),
];

/// The word of item `i`.
fn word<'a>(stretch: &Stretch<'a>, i: usize) -> &'a str {
    stretch.text.word(stretch.items[i].start as usize)
}

/// "Quill, Orrdek and Co": whether a comma in front of item `first` joins the partners of one firm that ends at `head`.
fn is_partner(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let left = first - 1;
    stretch.gap(first + 1) == Gap::And
        && word(stretch, first + 1) == "Co"
        && (first + 2..=head).all(|i| is_firm(stretch, i))
        && !matches!(stretch.gap(left), Gap::None | Gap::Hyphen | Gap::Comma)
        && stretch.items[left].known == 0
        && !stretch.is_ordinary(left)
        && !stretch.is(left, WordFacts::CALENDAR)
}

/// Whether what stands before item `first` is one word in brackets within the name of a firm: "(Malta) Holdings Ltd".
fn is_bracketed(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let (text, left) = (stretch.text, first - 1);
    let word = |i: usize| text.tokens.get(i).map_or("", |_| text.word(i));
    let general = |i: usize| stretch.is_word(i) || stretch.is(i, WordFacts::BODY_END) || is_firm(stretch, i);
    let (inner, own) = (&stretch.items[left], &stretch.items[first]);
    if word(own.start as usize - 1) == ")" {
        // The word in brackets.
        return inner.end + 1 == own.start
            && left > 0
            && stretch.items[left - 1].end + 1 == inner.start
            && word(inner.start as usize - 1) == "("
            && (first..=head).all(general);
    }
    // The word in front of the brackets.
    own.start > 1
        && word(own.start as usize - 1) == "("
        && word(own.end as usize) == ")"
        && inner.end + 1 == own.start
        && first < head
}

/// "News Corp" of "News Corp Ltd": whether a list knows a name of more than one word that begins with item `first`.
fn is_listed(stretch: &Stretch<'_>, first: usize, last: usize) -> bool {
    let (start, end) = (stretch.items[first].start as usize, stretch.items[last].end as usize);
    let word = stretch.items[first].word;
    let mut found = false;
    if word.begins_names() {
        stretch.gazetteer.names_from(stretch.text, start, word, end, &mut |to, _| found |= to > start + 1);
    }
    found
}

/// "O/Y Systems Inc": whether a slash joins item `first` to a letter of its name.
fn is_slashed(stretch: &Stretch<'_>, first: usize) -> bool {
    let (left, own) = (&stretch.items[first - 1], &stretch.items[first]);
    left.end + 1 == own.start && left.has(flag::SINGLE) && stretch.text.word(left.end as usize) == "/"
}

/// "Three": whether a firm may be named with the number of item `i`.
fn is_counting(stretch: &Stretch<'_>, i: usize) -> bool {
    NUMBERS.contains(&word(stretch, i))
}

/// Whether "the" stands before item `i`.
fn has_article(stretch: &Stretch<'_>, i: usize) -> bool {
    let start = stretch.items[i].start as usize;
    start > 0 && matches!(stretch.text.word(start - 1), "the" | "The")
}

/// What "and" in front of item `first` does to the name that ends at `head`.
enum And {
    /// Two names.
    Parts,
    /// One name.
    Joins,
    /// One name, and commas may join more of such words in front: "Roads, Ports and Rivers Agency".
    Lists,
}

/// "Johnson & Johnson Foundation", "Food and Drug Administration": whether "and" in front of item `first` joins one name
/// that ends at `head`.
fn joins_and(stretch: &Stretch<'_>, first: usize, head: usize) -> And {
    let left = first - 1;
    // "Best Vision and Three Rivers Ltd" are two.
    if is_counting(stretch, first) {
        return And::Parts;
    }
    let sign = stretch.text.word(stretch.items[left].end as usize).starts_with('&');
    // "Finance and Trade Committees"
    let field = stretch.is(left, WordFacts::OFFICE_PART) && stretch.gap(left) != Gap::None;
    // "Farmers Party and Workers Party of Peru"
    let same = stretch.items[left].key == stretch.items[head].key && stretch.gap(left) == Gap::None;
    // "Waste Management and Housing Agency", "Dealers Union and Great Harvest Limited" are two; "Management and Housing
    // Agency" is one.
    let whole = same
        || stretch.is(left, WordFacts::BODY_END) && !field && stretch.gap(left) == Gap::None
        || stretch.is(left, WordFacts::BODY)
            && left > 0
            && stretch.gap(left) == Gap::None
            && (!stretch.is_ordinary(left - 1) || are_bodies(stretch, first, head));
    let words = first < head && stretch.is_word(left) && stretch.is_word(first);
    let joins = sign
        || is_short_form(stretch, first)
        || is_pair(stretch, first, head)
        || are_towns(stretch, first, head)
        || are_trades(stretch, first, head)
        || is_field_of_two(stretch, first, head)
        || first < head && (!whole || is_field(stretch, first, head, same)) && (words || are_both(stretch, left));
    let lists = words && !whole && (field || !stretch.is(left, WordFacts::BODY.or(WordFacts::BODY_END)));
    match (joins, lists) {
        (true, true) => And::Lists,
        (true, false) => And::Joins,
        (false, _) => And::Parts,
    }
}

/// Head words that close the name of a body in front of "and".
const CLOSED: [&str; 14] = [
    "Agency",
    "Association",
    "Bank",
    "Board",
    "Commission",
    "Corporation",
    "Council",
    "Federation",
    "Foundation",
    "Institute",
    "Ministry",
    "Party",
    "Society",
    "University",
];

/// "National Rivers Foundation and Orrvik University": whether "and" stands between two whole names, the second without a
/// legal form; "First National Bank and Trust Co" is one.
fn are_bodies(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    first < head
        && CLOSED.contains(&word(stretch, first - 1))
        && word(stretch, first) != "Trust"
        && !is_firm(stretch, head)
}

/// "the Ann and Bo Lee Foundation": whether item `left` is a name behind an article, which belongs to what closes the name.
fn are_both(stretch: &Stretch<'_>, left: usize) -> bool {
    has_article(stretch, left)
        && !stretch.knows(left, known::PLACE | known::DEMONYM | known::ORGANIZATION)
        && !stretch.is_ordinary(left)
}

/// "Acme Mining and Development Corp", "Acme Oil and Chemicals Co Ltd": whether what stands behind "and" is the second
/// half of a firm's field. "Orr Air Lines and Lima Airlines", "Orr Music and Lima Music" (`same`) are two.
fn is_field(stretch: &Stretch<'_>, first: usize, head: usize, same: bool) -> bool {
    let carries = |i: usize| matches!(word(stretch, i), "Airlines" | "Airways" | "Lines");
    let alike = same || carries(first - 1) && carries(head);
    (!alike || is_firm(stretch, head))
        && !are_bodies(stretch, first, head)
        && (first + 1 == head || first + 2 == head && is_firm(stretch, first + 1))
}

/// "Best and Co Inc": whether item `first` is a legal form of few letters.
fn is_short_form(stretch: &Stretch<'_>, first: usize) -> bool {
    is_firm(stretch, first) && word(stretch, first).len() < 4
}

/// "Best and Finch Plc": whether "and" in front of item `first` joins two of whom nothing is known.
fn is_pair(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let left = first - 1;
    is_firm(stretch, head)
        && first + 1 == head
        && stretch.items[left].known == 0
        && stretch.items[first].known == 0
        && !stretch.items[first].has(flag::ALL_CAPS)
        && !stretch.is_word(left)
        && stretch.gap(left) != Gap::None
}

/// "the Lima and Cusco Banking Corp": no article stands before towns.
fn are_towns(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let left = first - 1;
    is_firm(stretch, head)
        && first < head
        && has_article(stretch, left)
        && [left, first].iter().all(|&i| stretch.knows(i, known::PLACE))
        && !stretch.knows(left, known::COUNTRY)
}

/// "Lima Weavers and Dyers Union": neither is a name of its own.
fn are_trades(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let left = first - 1;
    let plural =
        |i: usize| word(stretch, i).ends_with('s') && !word(stretch, i).ends_with("ss") && stretch.items[i].known == 0;
    first + 1 == head
        && plural(left)
        && plural(first)
        && !stretch.is(left, WordFacts::BODY.or(WordFacts::GROUP))
        && stretch.is(head, WordFacts::BODY)
}

/// "National Radio and Television Authority", "Orr Savings and Loan Association": one field of two words.
fn is_field_of_two(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    first < head && FIELDS.contains(&(word(stretch, first - 1), word(stretch, first)))
}

/// "Orrdek, Inc.", "Quill, Orrdek and Co", "Fire, Flood and Rescue Service": whether a comma in front of item `first` joins
/// one name that ends at `head`; `lists` says that "and" behind it joins words.
fn joins_comma(stretch: &Stretch<'_>, first: usize, head: usize, lists: bool) -> bool {
    let left = first - 1;
    if first == head && is_firm(stretch, head) {
        // "Minas de Peru, S.A."
        let alone = !matches!(stretch.gap(left), Gap::None | Gap::Hyphen | Gap::Particle);
        return !(is_firm(stretch, left) || alone && stretch.knows(left, known::PLACE | known::COUNTRY));
    }
    first < head && is_partner(stretch, first, head)
        || lists && stretch.is_word(left) && !stretch.is(left, WordFacts::BODY) && !stretch.opens(left)
}

/// "People's Party", "Children's Hospital": whether the owner in front of item `first` is a part of the name that ends at
/// `head`.
fn joins_owner(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let left = first - 1;
    let firm = is_firm(stretch, head);
    let unlisted = !stretch.knows(left, known::PLACE | known::DEMONYM | known::ORGANIZATION);
    // "Fisher's Holdings Inc"
    let tail = firm && first < head && unlisted && (first..head).all(|i| closes_firm(word(stretch, i)));
    // "Orrvik's Garden Inc": one word of the language and a legal form name no firm.
    let owned = firm
        && first < head
        && unlisted
        && !is_listed(stretch, first, head)
        && stretch.is_word(first)
        && (first + 1..=head).all(|i| is_firm(stretch, i));
    // "Teachers' Union"
    let plural = matches!(stretch.text.word(stretch.items[left].end as usize), "'" | "’");
    let whole = if plural { WordFacts::BODY } else { WordFacts::BODY.or(WordFacts::BODY_END) };
    // "Stone's Bay Council": the bay is named so.
    let site = stretch.is(first, WordFacts::SITE) && unlisted && !stretch.knows(left, known::COUNTRY);
    // "Ministry of Roads's Office of Bridges": the owner is a body with a name of its own.
    let owner = stretch.gap(left) == Gap::Of && stretch.is(left - 1, WordFacts::BODY);
    // "Ombudsman's Office": whose office it is may be a head word itself.
    let seat = first == head && stretch.is(left, WordFacts::OFFICE) && word(stretch, head) == "Office";
    (stretch.is_word(left) || firm && first == head || tail || owned || plural && first == head || site || seat)
        && (!stretch.is(left, whole) || seat)
        && !owner
}

/// Whether small words and days, with which no name begins, stand before item `first` as a part of the name after all.
fn takes_small(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let left = first - 1;
    // "Song In Lima Foundation", "All-Lima Federation"
    let joins =
        stretch.gap(left) == Gap::None && left > 0 && matches!(word(stretch, left), "In" | "For" | "Of" | "And");
    let whole = stretch.gap(first) == Gap::Hyphen && matches!(word(stretch, left), "All" | "Non" | "Inter");
    // "Jan Orr Party": no month, which a number follows.
    let month = stretch.is(left, WordFacts::CALENDAR)
        && stretch.is(left, WordFacts::FREQUENT_GIVEN)
        && stretch.gap(first) == Gap::None;
    // "the Four Oaks Hotels Inc", "bought Next Systems Inc": one firm, whatever its number.
    let counted = is_firm(stretch, head)
        && first < head
        && stretch.gap(first) == Gap::None
        && !stretch.opens(left)
        && (is_counting(stretch, left) || OWN.contains(&stretch.items[left].key));
    // "B&B Corp": letters joined by a sign without a space.
    let sign = stretch.items[left].end as usize;
    let tied = stretch.gap(first) == Gap::And
        && stretch.items[left].has(flag::ALL_CAPS)
        && stretch.text.word(sign).starts_with('&')
        && !stretch.text.tokens[sign].has(flag::SPACE_BEFORE);
    !stretch.is_title_case() && (joins || whole) || month || counted || tied
}

/// "X-Trek Corp", "O/Y Systems Inc": whether the letter before item `first` is no article.
fn is_letter(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    stretch.is(head, WordFacts::BODY_END)
        && stretch.items[first - 1].has(flag::SINGLE)
        && matches!(stretch.gap(first), Gap::Hyphen | Gap::Other)
}

/// The first item of the name that ends at `head`.
pub(super) fn before(stretch: &Stretch<'_>, head: usize) -> usize {
    let stops = WordFacts::FUNCTION.or(WordFacts::CALENDAR);
    let mut first = head;
    let mut lists = false;
    while first > 0 && head - first < MOST_BEFORE {
        let left = first - 1;
        let takes = match stretch.gap(first) {
            Gap::None | Gap::Hyphen | Gap::Particle => true,
            Gap::And => {
                let and = joins_and(stretch, first, head);
                lists = matches!(and, And::Lists);
                !matches!(and, And::Parts)
            }
            Gap::Comma => joins_comma(stretch, first, head, lists),
            Gap::Possessive => joins_owner(stretch, first, head),
            // "Zorvane (Malta) Holdings Ltd", "Orrson (Pte) Ltd"
            Gap::Other if is_firm(stretch, head) => is_bracketed(stretch, first, head) || is_slashed(stretch, first),
            _ => false,
        };
        let letter = is_letter(stretch, first, head);
        let stopped = stretch.is(left, stops) && !stretch.is(left, WordFacts::NAMESAKE) && !letter;
        if !takes || stopped && !takes_small(stretch, first, head) {
            break;
        }
        // A heading's verbs look like names.
        if stretch.is_title_case()
            && stretch.is_ordinary(left)
            && !letter
            && !stretch.is(left, WordFacts::OFFICE_PART.or(WordFacts::COMPASS))
        {
            break;
        }
        first = left;
    }
    // "Especially", "1991": what opens a sentence is not yet part of the name.
    // "Assistant Treasury Secretary"
    let rank = |i: usize| matches!(word(stretch, i), "Assistant" | "Deputy" | "Acting");
    while first < head
        && (stretch.is_number(first)
            || rank(first)
            || stretch.opens(first) && stretch.is_adverb(first)
            || first + 1 < head && stretch.describes(first))
    {
        first += 1;
    }
    first
}
