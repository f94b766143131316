//! For whom the words beside a name say that a person speaks: "the foreign minister of Peru, Ann Lee,", "Bo Ek, the
//! Norwegian prime minister,", "President Ann Lee of Peru".

use std::ops::Range;

use super::vocabulary::{Calling, calling_of};
use crate::gazetteer::EntityType;
use crate::mention::{Form, Mention, Mentions};
use crate::text::Text;

/// Most tokens between a person's name and whom the office behind or before the comma is of.
const FARTHEST: usize = 14;

/// Most words of an office between whose it is and the noun: "the Norwegian deputy foreign minister".
const LONGEST_OFFICE: usize = 4;

/// The state or body that mention `m` of a person speaks for by the office its neighbours tell; `begin` is where the name or
/// its title begins.
pub(super) fn standing<'m>(text: &Text<'_>, mentions: &'m Mentions, m: usize, begin: usize) -> Option<&'m Mention> {
    beside(text, mentions, m, begin)
        .or_else(|| before(text, mentions, m, begin))
        .or_else(|| behind(text, mentions, m))
        .or_else(|| of_behind(text, mentions, m))
}

/// Whose an office right before a name is: "her Norwegian counterpart Ann Lee", "Peru's new trade envoy Ann Lee".
fn beside<'m>(text: &Text<'_>, mentions: &'m Mentions, m: usize, begin: usize) -> Option<&'m Mention> {
    let office = begin.checked_sub(1).filter(|&i| is_office(text, i) && !is_staff(text, i))?;
    let own = m.checked_sub(1).map(|k| &mentions.mentions[k]).filter(|b| b.tokens.end as usize <= office)?;
    let end = own.tokens.end as usize;
    let genitive = end < office && is_genitive(text, end);
    let between = end + usize::from(genitive)..office;
    let plain = between.clone().all(|i| text.tokens[i].is_word() && !is_genitive(text, i));
    let owns =
        (genitive || own.form == Form::Demonym) && plain && is_apposed(text, between.start.saturating_sub(1)..office);
    (owns && !is_past(text, end.saturating_sub(2)..office)).then_some(own)
}

/// What an office before a name and its comma is of: "the foreign minister of Peru, Ann Lee,".
fn before<'m>(text: &Text<'_>, mentions: &'m Mentions, m: usize, begin: usize) -> Option<&'m Mention> {
    let office = office_before(text, mentions, m, begin)?;
    let of = mentions.mentions[..m].get(mentions.mentions.partition_point(|b| b.tokens.start as usize <= office))?;
    (is_of(text, office + 1..of.tokens.start as usize) && of.form != Form::Demonym).then_some(of)
}

/// "the minister of health, Ann Lee,": the noun of the office that a comma before the name closes.
pub(super) fn office_before(text: &Text<'_>, mentions: &Mentions, m: usize, begin: usize) -> Option<usize> {
    let end = begin.checked_sub(1).filter(|&comma| text.word(comma) == "," && is_closed(text, mentions, m))?;
    let sentence = text.sentences[text.sentence_of(begin)].tokens.start as usize;
    let first = end.saturating_sub(FARTHEST).max(sentence);
    let apart = |i: &usize| matches!(text.word(*i), "," | ";" | ":" | "(" | ")" | "\"" | "who" | "which" | "that");
    let start = (first..end).rev().take_while(|i| !apart(i)).last()?;
    (start..end).rev().find(|&i| is_office(text, i)).filter(|&office| !is_past(text, start..office))
}

/// What an office behind a name and its comma is of: "Bo Ek, the Norwegian prime minister,", "Bo Ek, head of the bank,".
fn behind<'m>(text: &Text<'_>, mentions: &'m Mentions, m: usize) -> Option<&'m Mention> {
    let comma = mentions.mentions[m].tokens.end as usize;
    let last = text.sentences[text.sentence_of(comma.saturating_sub(1))].tokens.end as usize;
    if comma >= last || text.word(comma) != "," {
        return None;
    }
    let apart = |i: &usize| {
        matches!(text.word(*i), "," | ";" | ":" | "." | "(" | ")" | "\"" | "and" | "who" | "which" | "to" | "in")
    };
    let told = comma + 1..(comma + 1..last.min(comma + FARTHEST)).find(apart).unwrap_or(last.min(comma + FARTHEST));
    let office = told.clone().find(|&i| is_office(text, i))?;
    let near = mentions.mentions.get(m + 1).filter(|n| told.contains(&(n.tokens.start as usize)))?;
    let (first, end) = (near.tokens.start as usize, near.tokens.end as usize);
    // "Norway's prime minister's aide"
    if !is_apposed(text, told.start..office)
        || is_past(text, told.start..office)
        || told.clone().any(|i| i > office && is_genitive(text, i))
    {
        return None;
    }
    let owns = end <= office
        && (near.form == Form::Demonym || is_genitive(text, end))
        && (end..office).len() <= LONGEST_OFFICE
        && (told.start..first).all(|i| matches!(text.word(i), "the" | "a" | "an" | "then" | "current" | "new"));
    (owns || first > office && is_of(text, office + 1..first) && near.form != Form::Demonym).then_some(near)
}

/// "President Ann Lee of Peru": a state right behind "of".
fn of_behind<'m>(text: &Text<'_>, mentions: &'m Mentions, m: usize) -> Option<&'m Mention> {
    let end = mentions.mentions[m].tokens.end as usize;
    let next = mentions.mentions.get(m + 1)?;
    let first = next.tokens.start as usize;
    let words = || (end..first).map(|i| text.word(i));
    let republic = |w: &str| matches!(w, "of" | "the" | "Republic");
    let of = words().next() == Some("of") && first <= end + 4 && words().all(republic);
    (of && next.form != Form::Demonym && mentions.entity(next.entity).entity_type == EntityType::Place).then_some(next)
}

/// Whether what follows a name closes the apposition it is: no verb, no "and" as in "After talks with the president of
/// Peru, Ann Lee and".
fn is_closed(text: &Text<'_>, mentions: &Mentions, m: usize) -> bool {
    let end = mentions.mentions[m].tokens.end as usize;
    let sentence = text.sentences[text.sentence_of(end.saturating_sub(1))].tokens;
    if end >= sentence.end as usize {
        return true;
    }
    let fronted = matches!(
        text.word(sentence.start as usize),
        "After" | "During" | "In" | "At" | "Before" | "Following" | "Besides" | "With" | "On" | "Alongside"
    );
    let first = (sentence.start as usize..end).find(|&i| text.word(i) == ",");
    let opens = fronted && first.is_some_and(|i| i + 1 == mentions.mentions[m].tokens.start as usize);
    match text.word(end) {
        "." | "," | ";" | ")" => !opens || text.word(end) == ",",
        "in" | "on" | "at" | "to" | "for" | "with" | "during" | "who" | "while" | "as" | "about" | "over" => !opens,
        _ => false,
    }
}

/// "the Norwegian deputy prime", not "held talks with the": whether the words between a comma and an office lead up to it.
pub(super) fn is_apposed(text: &Text<'_>, words: Range<usize>) -> bool {
    let first = words.start;
    let small = |w: &str| {
        matches!(
            w,
            "the"
                | "a"
                | "an"
                | "of"
                | "to"
                | "by"
                | "with"
                | "for"
                | "in"
                | "at"
                | "on"
                | "from"
                | "and"
                | "said"
                | "his"
                | "her"
                | "their"
                | "its"
                | "as"
                | "that"
        )
    };
    words.len() <= LONGEST_OFFICE + 2 && words.skip_while(|i| *i == first).all(|i| !small(text.word(i)))
}

/// Whether a word is an office or trade of one person.
fn is_office(text: &Text<'_>, i: usize) -> bool {
    matches!(calling_of(text.key(i)), Some((Calling::Office | Calling::Staff, false)))
}

/// Whether a word calls those who work for a body.
fn is_staff(text: &Text<'_>, i: usize) -> bool {
    matches!(calling_of(text.key(i)), Some((Calling::Staff, _)))
}

/// "of", "of health of the", "of the": the words between an office and whose it is.
fn is_of(text: &Text<'_>, between: Range<usize>) -> bool {
    let mut words = between.clone().map(|i| text.word(i)).filter(|w| *w != "the" && *w != "of");
    let of = |i: usize| matches!(text.word(i), "of" | "the");
    let begins = between.clone().next().is_some_and(|i| text.word(i) == "of");
    let ends = between.clone().next_back().is_some_and(of);
    begins && ends && words.all(|w| w.bytes().all(|b| b.is_ascii_alphabetic()) && !matches!(w, "to" | "in" | "for"))
}

/// "Peru's", "the ministers'": whether a token is the mark of an owner.
fn is_genitive(text: &Text<'_>, i: usize) -> bool {
    matches!(text.word(i), "'s" | "’s" | "'" | "’")
}

/// "the former president of Peru": who speaks for nobody any more.
pub(super) fn is_past(text: &Text<'_>, words: Range<usize>) -> bool {
    words
        .rev()
        .take(LONGEST_OFFICE)
        .any(|i| matches!(text.word(i), "former" | "Former" | "ex" | "late" | "onetime" | "ousted" | "retired"))
}
