//! What the words around a name say of its type.

use crate::gazetteer::{Gazetteer, Kind, NameUse, Tier, WordFacts};
use crate::text::{Key, Sentence, Text, TokenKind, flag};

use super::business::{self, FIRM_VERBS, TELLING, acts, after_helpers, deals, is_named, is_nobodys};
use super::candidate::Votes;
use super::stretch::is_description;

/// Evidence from the neighbours of tokens `start..end`.
pub(super) fn votes(gazetteer: &Gazetteer, text: &Text<'_>, sentence: &Sentence, start: usize, end: usize) -> Votes {
    let mut votes = Votes::default();
    before(gazetteer, text, sentence, (start, end), &mut votes);
    after(gazetteer, text, sentence, (start, end), &mut votes);
    // "the Stone corporation"
    if start > sentence.tokens.start as usize
        && end < sentence.tokens.end as usize
        && matches!(text.word(start - 1), "the" | "The")
        && text.tokens[end].has(flag::LOWER)
        && gazetteer.word(text.key(end)).facts.any(WordFacts::COLLECTIVE)
    {
        votes.0[Votes::ORGANIZATION] += 3;
    }
    if sentence.title_case {
        // Half of a heading's words are cues by accident.
        votes.0.iter_mut().for_each(|v| *v /= 2);
    }
    votes
}

/// "the Zorvane law": whether a plain noun seems to follow, to which an article in front belongs.
fn is_attribute(gazetteer: &Gazetteer, text: &Text<'_>, sentence: &Sentence, end: usize) -> bool {
    let verb = WordFacts::SPOKEN.or(WordFacts::FUNCTION).or(WordFacts::COLLECTIVE);
    end < sentence.tokens.end as usize
        && text.tokens[end].is_word()
        && text.tokens[end].has(flag::LOWER)
        && text.tokens[end].classes.is_empty()
        && !text.word(end).ends_with("ed")
        && !FIRM_VERBS.contains(&text.word(end))
        && !gazetteer.word(text.key(end)).facts.any(verb)
}

/// Votes by what stands before a name: "near Zorvane", "spokesman Zorvane".
fn before(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    sentence: &Sentence,
    (start, end): (usize, usize),
    votes: &mut Votes,
) {
    let [person, place, organization] = &mut votes.0;
    let first = sentence.tokens.start as usize;
    let mut at = start;
    if at > first && text.word(at - 1) == "the" {
        *person -= 3;
        *organization += if is_attribute(gazetteer, text, sentence, end) { 0 } else { 2 };
        at -= 1;
    }
    if at == first {
        return;
    }
    let word = text.word(at - 1);
    let token = &text.tokens[at - 1];
    // "the dockers' union, Acme,", "the interior minister, Lee."
    if token.kind == TokenKind::Punct
        && word == ","
        && at == start
        && at > first + 1
        && end < sentence.tokens.end as usize
        && matches!(text.word(end), "," | "." | ";" | ")")
        && text.tokens[at - 2].has(flag::LOWER)
    {
        let facts = gazetteer.word(text.key(at - 2)).facts;
        // "its Indian partner, Acme,"
        let partner = matches!(text.word(at - 2), "partner" | "rival" | "parent" | "owner" | "buyer");
        if facts.any(WordFacts::COLLECTIVE) || partner && is_nobodys(gazetteer, text, start, end) {
            *organization += 5;
        } else if facts.any(WordFacts::DESCRIBED.or(WordFacts::OFFICE))
            && !gazetteer.word(text.key(start)).facts.any(WordFacts::COMPASS)
        {
            *person += 6;
        }
        return;
    }
    // "Drugmaker Acme"
    let opens = token.has(flag::SENTENCE_START) && at == start && is_description(gazetteer.word(token.key).facts);
    if token.kind != TokenKind::Word || !token.has(flag::LOWER) && !opens {
        return;
    }
    // "a stake in Acme"
    let dealt = business::before(gazetteer, text, first, at, (start, end));
    *organization += dealt;
    match word {
        "with" => {
            *person += 1;
            *organization += 1;
        }
        _ if dealt > 0 => {}
        "in" | "near" | "across" | "outside" | "around" | "throughout" | "inside" | "off" => {
            // "in Congress", "outside Parliament"
            let facts = gazetteer.word(text.key(end - 1)).facts;
            if end > start + 1 || !facts.any(WordFacts::BODY) || facts.any(WordFacts::SITE) {
                *place += 3;
            }
            *person -= 2;
        }
        "to" if at > first + 1 && matches!(text.word(at - 2), "according" | "According") => {
            *organization += if is_nobodys(gazetteer, text, start, end) { 4 } else { 3 };
            *person += 1;
        }
        // "an analyst at Acme"
        "at" if at > first + 1 && gazetteer.word(text.key(at - 2)).facts.any(WordFacts::DESCRIBED) => {
            *organization += 4
        }
        // "Lima-based Acme", "state-owned Acme"
        "based" | "owned" | "listed" | "headquartered"
            if at > first + 2 && text.word(at - 2) == "-" && at == start && !is_named(gazetteer, text, start, end) =>
        {
            *organization += 5;
        }
        "from" | "at" | "into" | "towards" | "toward" | "to" => *place += 1,
        "a" | "an" => {
            *person -= 2;
            *place -= 2;
            *organization -= 1;
        }
        "by" => {
            *person += 1;
            *organization += 1;
        }
        "of" if at > first + 1 => {
            let facts = gazetteer.word(text.key(at - 2)).facts;
            if facts.any(WordFacts::LOCATIVE) {
                *place += 4;
            }
            if facts.any(WordFacts::DESCRIBED.or(WordFacts::OFFICE)) {
                *place += 2;
                *organization += 2;
                *person -= 1;
            }
            if facts.any(WordFacts::COLLECTIVE) {
                *organization += 1;
            }
        }
        _ => {
            let facts = gazetteer.word(token.key).facts;
            if at < start {
                return;
            }
            if facts.any(WordFacts::DESCRIBED.or(WordFacts::OFFICE).or(WordFacts::HONORIFIC)) {
                *person += 4;
            } else if facts.any(WordFacts::SPOKEN) {
                *person += 2;
            }
            if facts.any(WordFacts::COLLECTIVE) {
                // "oil refiner Acme"; but "miner Ann Lee", "team Kenya"
                let person = end > start + 1 && gazetteer.word(text.key(start)).facts.any(WordFacts::FREQUENT_GIVEN);
                // "consultancy Lee Orr", but "builder Lee Orr" may be a man.
                let agent = word.trim_end_matches('s').ends_with("er") || word.trim_end_matches('s').ends_with("or");
                *organization += match (person, end - start) {
                    (true, _) => 3,
                    (_, 1) => 5,
                    _ if agent => 7,
                    _ => 9,
                };
            }
            if facts.any(WordFacts::LOCATIVE) {
                *place += 2;
            }
        }
    }
}

/// Votes by what stands behind a name: "Zorvane said", "Zorvane's mayor".
fn after(gazetteer: &Gazetteer, text: &Text<'_>, sentence: &Sentence, (start, end): (usize, usize), votes: &mut Votes) {
    let [person, place, organization] = &mut votes.0;
    let last = sentence.tokens.end as usize;
    if end >= last {
        return;
    }
    let token = &text.tokens[end];
    match token.kind {
        TokenKind::Word if token.has(flag::LOWER) => match text.word(end) {
            // "the Boric administration"
            "administration" | "government" | "regime" | "dictatorship" | "presidency" | "era" | "campaign"
            | "cabinet" | "family" | "camp" => {
                // "the Senate campaign"
                if !gazetteer.word(text.key(end - 1)).facts.any(WordFacts::BODY) {
                    *person += 8;
                }
            }
            // "the Blue Dawn party"
            "party" | "movement" | "faction" | "militia" => {
                *organization += 5;
                *person -= 3;
            }
            "who" => *person += 4,
            "officials" | "executives" | "shares" | "shareholders" | "stock" | "management" | "workers"
            | "employees" | "customers" | "spokesman" | "spokeswoman" | "spokesperson" | "engineers" => {
                *organization += 3
            }
            word if token.classes.is_empty() && OF_PEOPLES.contains(&word) => {
                *organization -= 4;
                *person -= 3;
                *place -= 3;
            }
            word if word != "is" && FIRM_VERBS.contains(&after_helpers(text, word, end, last)) => {
                *organization += if is_named(gazetteer, text, start, end) { 4 } else { 5 };
            }
            word if deals(text, word, end, last) => {
                *organization += if is_nobodys(gazetteer, text, start, end) { 5 } else { 1 };
            }
            "is" | "was" if end + 2 < last => apposition(gazetteer, text, end + 1, last, votes),
            "whose" => *person += 2,
            "where" => *place += 3,
            "'s" | "’s" => {}
            // "Acme said it has bought Best": a man is no "it".
            word if TELLING.contains(&word) && matches!(text.word(end + 1), "it") && acts(text, end + 2, last) => {
                *organization += 6;
                *person -= 2;
            }
            _ => {
                let facts = gazetteer.word(token.key).facts;
                if facts.any(WordFacts::SPOKEN) {
                    *person += 3;
                    *organization += 1;
                }
                if facts.any(WordFacts::LOCATIVE) {
                    *place += 3;
                }
                if facts.any(WordFacts::COLLECTIVE) {
                    *organization += 2;
                }
                if facts.any(WordFacts::DESCRIBED) {
                    *organization += 2;
                    *place += 1;
                    *person -= 1;
                }
            }
        },
        TokenKind::Punct if token.key == Key::of_ascii("-") => match text.word(end + 1) {
            "based" => *place += 4,
            "born" | "backed" | "controlled" | "occupied" | "held" | "administered" => *place += 2,
            _ => {}
        },
        TokenKind::Punct if matches!(text.word(end), "," | "(") && end + 2 < last => {
            // "Orrdek, which makes lamps,": no man, and what trades is a firm.
            if text.word(end) == "," && text.word(end + 1) == "which" {
                votes.0[Votes::PERSON] -= 2;
                votes.0[Votes::ORGANIZATION] += if business::is_trading(text, end + 2, last) { 4 } else { 0 };
                return;
            }
            // "Salem, Oregon"
            if text.word(end) == "," && names_state(gazetteer, text, end + 1, last) {
                votes.0[Votes::PLACE] += 3;
                return;
            }
            apposition(gazetteer, text, end + 1, last, votes);
        }
        _ => {}
    }
}

/// Whether a word behind a name says that it is a paper's or broadcaster's.
pub(super) fn is_press(word: &str) -> bool {
    matches!(
        word,
        "broadcaster"
            | "columnist"
            | "correspondent"
            | "daily"
            | "editor"
            | "magazine"
            | "newspaper"
            | "newswire"
            | "tabloid"
            | "weekly"
    )
}

/// Who leads bodies and is theirs, and is seldom a town's.
const LEADERS: [&str; 13] = [
    "ceo",
    "chairman",
    "chairwoman",
    "co-founder",
    "director",
    "executive",
    "founder",
    "leader",
    "member",
    "members",
    "president",
    "spokesman",
    "spokeswoman",
];

/// "the president of Orrdek": whether the word at token `at`, nobody's name, stands behind who leads a body.
pub(super) fn is_led(gazetteer: &Gazetteer, text: &Text<'_>, at: usize) -> bool {
    at > 2
        && text.word(at - 1) == "of"
        && LEADERS.contains(&text.word(at - 2))
        && is_nobodys(gazetteer, text, at, at + 1)
}

/// What peoples, feasts and products are named with: "the Zorran language", "the Zor festival".
const OF_PEOPLES: [&str; 24] = [
    "people",
    "peoples",
    "community",
    "communities",
    "culture",
    "customs",
    "language",
    "languages",
    "dialect",
    "elders",
    "heritage",
    "lands",
    "territory",
    "traditions",
    "villages",
    "villagers",
    "word",
    "festival",
    "celebrations",
    "procession",
    "processions",
    "vaccine",
    "vaccines",
    "virus",
];

/// Whether a state or province is named at token `at`, set off by another comma or the end of the sentence.
fn names_state(gazetteer: &Gazetteer, text: &Text<'_>, at: usize, last: usize) -> bool {
    let word = gazetteer.word(text.key(at));
    let mut found = false;
    if word.begins_names() {
        gazetteer.names_from(text, at, word, last, &mut |end, name| {
            let closed = end >= last || matches!(text.word(end), "," | "." | ";" | ")");
            let holds = |one: NameUse| {
                one.tier == Tier::Always && matches!(gazetteer.kind(one.entry), Kind::Admin1 | Kind::Country)
            };
            found |= closed && gazetteer.uses(name).any(holds);
        });
    }
    found
}

/// Votes by what a name is said to be behind it: ", 45,", "(45)", ", the minister of …", ", a town in …", "is a company".
fn apposition(gazetteer: &Gazetteer, text: &Text<'_>, at: usize, last: usize, votes: &mut Votes) {
    let [person, place, organization] = &mut votes.0;
    let first = &text.tokens[at];
    if first.kind == TokenKind::Number {
        let age = text.word(at).parse::<u32>().is_ok_and(|n| (1..120).contains(&n));
        if age && matches!(text.word(at + 1), "," | ")" | "." | ";") {
            *person += 5;
        }
        return;
    }
    let article = matches!(text.word(at), "a" | "an" | "the" | "one");
    // ", Peru's trade minister,"
    let owned = first.is_capitalised() && (at + 1..(at + 4).min(last)).any(|i| matches!(text.word(i), "'s" | "’s"));
    let near = article || owned || matches!(text.word(at), "his" | "her" | "its" | "their" | "former");
    for i in at..(at + 6).min(last) {
        let token = &text.tokens[i];
        if token.kind != TokenKind::Word || i > at && matches!(text.word(i), "of" | "in" | "who" | "which" | "that") {
            return;
        }
        let facts = gazetteer.word(token.key).facts;
        let small = token.has(flag::LOWER);
        if facts.any(WordFacts::SPOKEN) && i == at {
            return;
        }
        // The head of the noun group tells: "a company spokesman" is a man.
        let heads = text.tokens.get(i + 1).is_none_or(|t| {
            !t.is_word() || !t.has(flag::LOWER) || gazetteer.word(t.key).facts.any(WordFacts::FUNCTION)
        });
        if small && facts.any(WordFacts::DESCRIBED) && (heads || i == at) {
            *person += if near || i == at { 4 } else { 1 };
            return;
        }
        if small && heads && article {
            if facts.any(WordFacts::LOCATIVE) {
                *place += 3;
                return;
            }
            if facts.any(WordFacts::COLLECTIVE) {
                // "Orr-Stone, a unit of Acme,": no man is one.
                let owned = matches!(text.word(i), "subsidiary" | "affiliate" | "unit" | "division")
                    && i + 1 < last
                    && text.word(i + 1) == "of";
                *organization += if owned { 8 } else { 4 };
                return;
            }
        }
    }
}
