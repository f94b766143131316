//! What firms do, hold and have with each other, which tells that a name beside it is a firm's.

use crate::gazetteer::{Gazetteer, WordFacts};
use crate::text::Text;

/// What firms and other bodies do, and people seldom: "unveiled".
pub(super) const FIRM_VERBS: [&str; 24] = [
    "acquired",
    "acquires",
    "bought",
    "employs",
    "inked",
    "invested",
    "launched",
    "manufactures",
    "markets",
    "merged",
    "merges",
    "operated",
    "operates",
    "owns",
    "partnered",
    "partners",
    "plans",
    "posted",
    "produces",
    "sells",
    "supplies",
    "teamed",
    "unveiled",
    "unveils",
];

/// What firms did with each other, and people as well: said of a name that is nobody's.
const DEALT: [&str; 9] =
    ["clinched", "extended", "hired", "merged", "renewed", "scrapped", "signed", "sued", "terminated"];

/// What they do, behind a helper: "is to build".
const DEALING: [&str; 20] = [
    "acquire",
    "build",
    "building",
    "buy",
    "buying",
    "collaborate",
    "cooperate",
    "deliver",
    "hire",
    "invest",
    "manufacture",
    "merge",
    "merging",
    "operate",
    "partner",
    "sell",
    "selling",
    "share",
    "supply",
    "weighing",
];

/// How a firm tells what it does: "said it completed".
pub(super) const TELLING: [&str; 3] = ["announced", "said", "says"];

/// What firms tell of themselves and people seldom do: "completed".
const TOLD: [&str; 13] = [
    "agreed",
    "began",
    "completed",
    "expects",
    "filed",
    "formed",
    "issued",
    "reached",
    "received",
    "reported",
    "sold",
    "started",
    "won",
];

/// "agreed", "has bought", "will sell": what firms do and no weather, behind "it".
pub(super) fn acts(text: &Text<'_>, at: usize, last: usize) -> bool {
    let word = text.word(at);
    let verb = after_helpers(text, word, at, last);
    at < last && word != "is" && (FIRM_VERBS.contains(&verb) || TOLD.contains(&verb)) || deals(text, word, at, last)
}

/// "makes lamps", "has acquired": whether the verb at token `at` behind "which" tells a firm.
pub(super) fn is_trading(text: &Text<'_>, at: usize, last: usize) -> bool {
    // A film, too, "won".
    let word = text.word(at);
    at < last && word != "won" && (matches!(word, "makes" | "made") || acts(text, at, last))
}

/// What is done to firms, and which they are to others: "bought Acme", "its rival Acme".
const DONE_TO_FIRMS: [&str; 9] =
    ["acquire", "acquired", "acquires", "advised", "bought", "rival", "sued", "valued", "values"];

/// What is held in firms, and who holds it: "a stake in Acme", "an investor in Acme".
const HOLDINGS: [&str; 10] =
    ["holding", "interest", "investment", "investor", "investors", "share", "shares", "stake", "stakes", "stock"];

/// What firms have with each other, the end of "tie-up" too: "a deal with Acme".
pub(super) const DEALS: [&str; 15] = [
    "accord",
    "agreement",
    "alliance",
    "collaboration",
    "contract",
    "contracts",
    "deal",
    "deals",
    "memorandum",
    "merger",
    "pact",
    "partnership",
    "swap",
    "up",
    "venture",
];

/// What is done with firms, and their parts: "the takeover of Acme", "a unit of Acme".
const TAKEN: [&str; 11] = [
    "acquisition",
    "affiliate",
    "buyout",
    "division",
    "flotation",
    "merger",
    "privatisation",
    "privatization",
    "subsidiary",
    "takeover",
    "unit",
];

/// Who is at the head of firms more than of other bodies: "chairman of Best Iron".
const HEADS: [&str; 5] = ["ceo", "chairman", "chairwoman", "executive", "founder"];

/// In what two are with each other, firms more than others: "talks with Best Iron".
const CONTACTS: [&str; 20] = [
    "collaborate",
    "collaborated",
    "collaborating",
    "combine",
    "compete",
    "competes",
    "cooperate",
    "forces",
    "merge",
    "merged",
    "merging",
    "negotiating",
    "negotiations",
    "partner",
    "partnered",
    "partnering",
    "talks",
    "teamed",
    "teaming",
    "tie",
];

/// No more words stand between "between" and the "and" that belongs to it.
const LONGEST_SIDE: usize = 6;

/// Votes for a firm named by the words `start..end` from what stands in front of token `at`, where the name or its article
/// begins, in the sentence that begins at token `first`.
pub(super) fn before(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    first: usize,
    at: usize,
    (start, end): (usize, usize),
) -> i16 {
    let word = text.word(at - 1);
    let left = if at > first + 1 { text.word(at - 2) } else { "" };
    let nobodys = || is_nobodys(gazetteer, text, start, end);
    let named = || is_named(gazetteer, text, start, end);
    match word {
        "in" if HOLDINGS.contains(&left) => 6,
        "of" | "for" | "at" if works(left) && nobodys() => 6,
        "of" if TAKEN.contains(&left) && nobodys() => 5,
        "of" if HEADS.contains(&left) && end > start + 1 && nobodys() => 4,
        "for" | "from" | "by" if matches!(left, "bid" | "bids") && nobodys() => 5,
        "from" | "by" if matches!(left, "offer" | "offers" | "led") && end > start + 1 && nobodys() => 4,
        "out" if matches!(left, "buy" | "buying" | "bought") && nobodys() => 5,
        // "a firm called Acme"
        "called" | "named"
            if at == start
                && at > first + 1
                && (left == "venture" || gazetteer.word(text.key(at - 2)).facts.any(WordFacts::COLLECTIVE)) =>
        {
            6
        }
        "with" if DEALS.contains(&left) => {
            if named() {
                3
            } else {
                5
            }
        }
        "with" if (CONTACTS.contains(&left) || is_up(text, first, at)) && nobodys() => 3,
        "between" => shared(left, nobodys, named),
        "and" => {
            let from = at.saturating_sub(LONGEST_SIDE).max(first + 1);
            let between = (from..at - 1).rev().find(|i| text.word(*i) == "between");
            between.map_or(0, |between| shared(text.word(between - 1), nobodys, named))
        }
        verb if at == start && DONE_TO_FIRMS.contains(&verb) && nobodys() => 5,
        _ => 0,
    }
}

/// Votes from what is between two: "an alliance between Acme and Best Iron".
fn shared(what: &str, nobodys: impl Fn() -> bool, named: impl Fn() -> bool) -> i16 {
    match what {
        _ if DEALS.contains(&what) && !named() => 5,
        "talks" | "Talks" | "negotiations" | "Negotiations" | "combination" if nobodys() => 4,
        _ => 0,
    }
}

/// "teamed up with": whether "up" stands between a contact and the word before token `at`.
fn is_up(text: &Text<'_>, first: usize, at: usize) -> bool {
    at > first + 2 && text.word(at - 2) == "up" && CONTACTS.contains(&text.word(at - 3))
}

/// Who works and speaks for firms, and buys from them: "managers of Acme".
const MEN: [&str; 14] = [
    "customers",
    "directors",
    "employees",
    "engineers",
    "executives",
    "lawyers",
    "managers",
    "negotiators",
    "representatives",
    "shareholders",
    "shares",
    "staff",
    "units",
    "workers",
];

/// Whether `word` says who works for what is named behind it, at the head of a sentence, too.
fn works(word: &str) -> bool {
    MEN.iter().any(|men| word.eq_ignore_ascii_case(men))
}

/// Whether `word`, or the verb behind it, is what firms do in business: "signed", "has hired", "will build".
pub(super) fn deals(text: &Text<'_>, word: &str, end: usize, last: usize) -> bool {
    let verb = after_helpers(text, word, end, last);
    // "is signed": done to it.
    word != "is" && DEALT.contains(&verb) || verb != word && DEALING.contains(&verb)
}

/// Whether the words `start..end` are neither somebody's name nor one word of the language.
pub(super) fn is_nobodys(gazetteer: &Gazetteer, text: &Text<'_>, start: usize, end: usize) -> bool {
    let word = end == start + 1 && gazetteer.word(text.key(start)).facts.any(WordFacts::COMMON.or(WordFacts::FUNCTION));
    !word && !is_named(gazetteer, text, start, end)
}

/// Whether one of the words `start..end` is somebody's name; an ordinary word only where a given name stands.
pub(super) fn is_named(gazetteer: &Gazetteer, text: &Text<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|i| {
        let facts = gazetteer.word(text.key(i)).facts;
        let ordinary = end > start + 1 && facts.any(WordFacts::COMMON);
        facts.any(WordFacts::GIVEN.or(WordFacts::SURNAME))
            && !(ordinary && (i > start || !facts.any(WordFacts::FREQUENT_GIVEN)))
    })
}

/// The word at `end`, or the verb behind its helpers: "has (recently) signed", "is to build", "will not sell".
pub(super) fn after_helpers<'a>(text: &Text<'a>, word: &'a str, end: usize, last: usize) -> &'a str {
    let helps = |word: &str| {
        matches!(
            word,
            "has"
                | "have"
                | "had"
                | "also"
                | "recently"
                | "already"
                | "jointly"
                | "is"
                | "will"
                | "would"
                | "to"
                | "not"
        )
    };
    if !helps(word) || matches!(word, "to" | "not") {
        return word;
    }
    (end + 1..last.min(end + 4)).map(|i| text.word(i)).find(|w| !helps(w)).unwrap_or(word)
}
