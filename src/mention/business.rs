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

/// What is done to firms, and which they are to others: "bought Acme", "its rival Acme".
pub(super) const DONE_TO_FIRMS: [&str; 7] = ["acquire", "acquired", "acquires", "advised", "bought", "rival", "sued"];

/// What is held in firms: "a stake in Acme".
pub(super) const HOLDINGS: [&str; 8] =
    ["holding", "interest", "investment", "share", "shares", "stake", "stakes", "stock"];

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
pub(super) fn works(word: &str) -> bool {
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

/// Whether one of the words `start..end` is somebody's name.
pub(super) fn is_named(gazetteer: &Gazetteer, text: &Text<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|i| gazetteer.word(text.key(i)).facts.any(WordFacts::GIVEN.or(WordFacts::SURNAME)))
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
