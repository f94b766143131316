//! How far the name of a body reaches in front of its head word: "X and Y Co", "X, Y and Co", "X (Z) Ltd", "X's Z".

use crate::gazetteer::WordFacts;
use crate::text::flag;

use super::body::is_firm;
use super::item::{Gap, known};
use super::stretch::Stretch;

/// No more words are taken before a head word.
const MOST_BEFORE: usize = 7;

/// What a firm may be named with: "Three Rivers Ltd".
const NUMBERS: [&str; 10] = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/// Small words that firms are named with: "Next Systems Inc".
const OWN: [&str; 9] = ["Above", "Beyond", "First", "Last", "Next", "Over", "Second", "Sun", "Up"];

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

/// With what no name of a firm begins: "Fisher's Holdings Inc" is one.
const TAILS: [&str; 7] = ["Bancorp", "Bancshares", "Enterprises", "Holding", "Holdings", "Industries", "Stores"];

/// "Quill, Orrdek and Co": whether a comma in front of item `first` joins the partners of one firm that ends at `head`.
fn is_partner(stretch: &Stretch<'_>, first: usize, head: usize) -> bool {
    let left = first - 1;
    let word = |i: usize| stretch.text.word(stretch.items[i].start as usize);
    stretch.gap(first + 1) == Gap::And
        && word(first + 1) == "Co"
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

/// The first item of the name that ends at `head`.
pub(super) fn before(stretch: &Stretch<'_>, head: usize) -> usize {
    let mut first = head;
    let mut listed = false;
    while first > 0 && head - first < MOST_BEFORE {
        let left = first - 1;
        let stops = WordFacts::FUNCTION.or(WordFacts::CALENDAR);
        let number = |i: usize| NUMBERS.contains(&stretch.text.word(stretch.items[i].start as usize));
        let takes = match stretch.gap(first) {
            Gap::None | Gap::Hyphen | Gap::Particle => true,
            // "Best Vision and Three Rivers Ltd" are two.
            Gap::And if number(first) => false,
            // "Food and Drug Administration", "Johnson & Johnson Foundation"
            Gap::And => {
                let sign = stretch.text.word(stretch.items[left].end as usize).starts_with('&');
                // "Dealers Union and Great Harvest Limited" are two.
                // "Finance and Trade Committees"
                let field = stretch.is(left, WordFacts::OFFICE_PART) && stretch.gap(left) != Gap::None;
                // "Farmers Party and Workers Party of Peru"
                let same = stretch.items[left].key == stretch.items[head].key && stretch.gap(left) == Gap::None;
                // "Waste Management and Housing Agency"; "Management and Housing Agency" is one.
                let whole = same
                    || stretch.is(left, WordFacts::BODY_END) && !field && stretch.gap(left) == Gap::None
                    || stretch.is(left, WordFacts::BODY)
                        && left > 0
                        && stretch.gap(left) == Gap::None
                        && !stretch.is_ordinary(left - 1);
                // "the Ann and Bo Lee Foundation"
                let start = stretch.items[left].start as usize;
                let both = start > 0
                    && matches!(stretch.text.word(start - 1), "the" | "The")
                    && !stretch.knows(left, known::PLACE | known::DEMONYM | known::ORGANIZATION)
                    && !stretch.is_ordinary(left);
                // "Orr Air Lines and Lima Airlines", "Orr Music and Lima Music": two.
                let carries = |i: usize| {
                    let word = stretch.text.word(stretch.items[i].start as usize);
                    matches!(word, "Airlines" | "Airways" | "Lines")
                };
                let alike = same || carries(left) && carries(head);
                // "Acme Mining and Development Corp", "Acme Oil and Chemicals Co Ltd": a firm's field.
                let firm = first < head
                    && (!alike || is_firm(stretch, head))
                    && (first + 1 == head || first + 2 == head && is_firm(stretch, first + 1));
                // "Best and Co Inc"
                let company =
                    is_firm(stretch, first) && stretch.text.word(stretch.items[first].start as usize).len() < 4;
                let words = first < head && !whole && stretch.is_word(left) && stretch.is_word(first);
                listed = words && (field || !stretch.is(left, WordFacts::BODY.or(WordFacts::BODY_END)));
                // "Best and Finch Plc"
                let pair = is_firm(stretch, head)
                    && first + 1 == head
                    && stretch.items[left].known == 0
                    && stretch.items[first].known == 0
                    && !stretch.items[first].has(flag::ALL_CAPS)
                    && !stretch.is_word(left)
                    && stretch.gap(left) != Gap::None;
                // "Lima Weavers and Dyers Union": neither is a name of its own.
                let plural = |i: usize| {
                    let word = stretch.text.word(stretch.items[i].start as usize);
                    word.ends_with('s') && !word.ends_with("ss") && stretch.items[i].known == 0
                };
                let trades = first + 1 == head
                    && plural(left)
                    && plural(first)
                    && !stretch.is(left, WordFacts::BODY.or(WordFacts::GROUP))
                    && stretch.is(head, WordFacts::BODY);
                // "National Radio and Television Authority", "Orr Savings and Loan Association": one field of two words.
                let word = |i: usize| stretch.text.word(stretch.items[i].start as usize);
                let field_of_two = first < head && FIELDS.contains(&(word(left), word(first)));
                // "the Lima and Cusco Banking Corp": no article stands before towns.
                let towns = is_firm(stretch, head)
                    && first < head
                    && start > 0
                    && matches!(stretch.text.word(start - 1), "the" | "The")
                    && [left, first].iter().all(|&i| stretch.knows(i, known::PLACE))
                    && !stretch.knows(left, known::COUNTRY);
                sign || company
                    || pair
                    || towns
                    || trades
                    || field_of_two
                    || first < head && (!whole || firm) && (both || stretch.is_word(left) && stretch.is_word(first))
            }
            // "Orrdek, Inc."
            Gap::Comma if first == head && is_firm(stretch, head) => {
                // "Minas de Peru, S.A."
                let alone = !matches!(stretch.gap(left), Gap::None | Gap::Hyphen | Gap::Particle);
                !(is_firm(stretch, left) || alone && stretch.knows(left, known::PLACE | known::COUNTRY))
            }
            // "Fire, Flood and Rescue Service"
            // "Quill, Orrdek and Co"
            Gap::Comma if first < head && is_partner(stretch, first, head) => true,
            Gap::Comma => listed && stretch.is_word(left) && !stretch.is(left, WordFacts::BODY) && !stretch.opens(left),
            // "People's Party", "Children's Hospital"
            Gap::Possessive => {
                let firm = is_firm(stretch, head);
                // "Fisher's Holdings Inc"
                let tail = firm
                    && first < head
                    && !stretch.knows(left, known::PLACE | known::DEMONYM | known::ORGANIZATION)
                    && (first..head).all(|i| TAILS.contains(&stretch.text.word(stretch.items[i].start as usize)));
                // "Orrvik's Garden Inc": one word of the language and a legal form name no firm.
                let owned = firm
                    && first < head
                    && !is_listed(stretch, first, head)
                    && !stretch.knows(left, known::PLACE | known::DEMONYM | known::ORGANIZATION)
                    && stretch.is_word(first)
                    && (first + 1..=head).all(|i| is_firm(stretch, i));
                // "Teachers' Union"
                let plural = matches!(stretch.text.word(stretch.items[left].end as usize), "'" | "’");
                let whole = if plural { WordFacts::BODY } else { WordFacts::BODY.or(WordFacts::BODY_END) };
                // "Stone's Bay Council": the bay is named so.
                let site = stretch.is(first, WordFacts::SITE)
                    && !stretch.knows(left, known::PLACE | known::COUNTRY | known::DEMONYM | known::ORGANIZATION);
                // "Ministry of Roads's Office of Bridges": the owner is a body with a name of its own.
                let owner = stretch.gap(left) == Gap::Of && stretch.is(left - 1, WordFacts::BODY);
                // "Ombudsman's Office": whose office it is may be a head word itself.
                let seat = first == head
                    && stretch.is(left, WordFacts::OFFICE)
                    && stretch.text.word(stretch.items[head].start as usize) == "Office";
                (stretch.is_word(left)
                    || firm && first == head
                    || tail
                    || owned
                    || plural && first == head
                    || site
                    || seat)
                    && (!stretch.is(left, whole) || seat)
                    && !owner
            }
            // "Zorvane (Malta) Holdings Ltd", "Orrson (Pte) Ltd"
            Gap::Other if is_firm(stretch, head) => is_bracketed(stretch, first, head) || is_slashed(stretch, first),
            _ => false,
        };
        // "Song In Lima Foundation", "All-Lima Federation"
        let small = |i: usize| {
            let word = stretch.text.word(stretch.items[i].start as usize);
            let joins = stretch.gap(i) == Gap::None && i > 0 && matches!(word, "In" | "For" | "Of" | "And");
            let whole = stretch.gap(first) == Gap::Hyphen && matches!(word, "All" | "Non" | "Inter");
            !stretch.is_title_case() && (joins || whole)
        };
        // "Jan Orr Party": no month, which a number follows.
        let month = stretch.is(left, WordFacts::CALENDAR)
            && stretch.is(left, WordFacts::FREQUENT_GIVEN)
            && stretch.gap(first) == Gap::None;
        // "the Four Oaks Hotels Inc", "bought Next Systems Inc": one firm, whatever its number.
        let counted = is_firm(stretch, head)
            && first < head
            && stretch.gap(first) == Gap::None
            && !stretch.opens(left)
            && (number(left)
                || OWN
                    .iter()
                    .any(|own| own.eq_ignore_ascii_case(stretch.text.word(stretch.items[left].start as usize))));
        // "B&B Corp": letters joined by a sign without a space.
        let sign = stretch.items[left].end as usize;
        let tied = stretch.gap(first) == Gap::And
            && stretch.items[left].has(flag::ALL_CAPS)
            && stretch.text.word(sign).starts_with('&')
            && !stretch.text.tokens[sign].has(flag::SPACE_BEFORE);
        // "X-Trek Corp", "O/Y Systems Inc": the letter is no article.
        let letter = stretch.is(head, WordFacts::BODY_END)
            && stretch.items[left].has(flag::SINGLE)
            && (stretch.gap(first) == Gap::Hyphen || stretch.gap(first) == Gap::Other);
        let known = month || counted || tied || letter;
        let stopped = stretch.is(left, stops) && !stretch.is(left, WordFacts::NAMESAKE) && !known;
        if !takes || stopped && !small(left) {
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
    let rank =
        |i: usize| matches!(stretch.text.word(stretch.items[i].start as usize), "Assistant" | "Deputy" | "Acting");
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
