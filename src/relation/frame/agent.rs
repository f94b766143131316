//! Who acts in a passive: "by A and B".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Syntax};
use crate::text::{Key, Text, inflect};

use super::trim;

/// Nouns that say what is done by those behind "by".
static DEEDS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "strike attack visit move call decision bid offer effort proposal statement report takeover purchase threat boycott \
         payment suspension refusal withdrawal ban raid invasion criticism pressure",
    )
});

/// Takes the "by A and B" of a passive out of `rest`.
pub(super) fn agent(text: &Text<'_>, syntax: &Syntax, rest: &mut Vec<u32>) -> Vec<u32> {
    let is_by = |g: u32| {
        let group = &syntax.groups[g as usize];
        group.kind == GroupKind::Preposition && text.key(group.tokens.start as usize) == const { Key::of_ascii("by") }
    };
    // "was held in spite of a strike by Peru": what the noun names is done by Peru.
    let done = |k: usize| {
        let deed = k.checked_sub(1).map(|n| syntax.groups[rest[n] as usize]);
        deed.is_some_and(|n| n.preposition.is_some() && DEEDS.contains(&text.key(n.head as usize)))
    };
    let by = (0..rest.len()).find(|&k| is_by(rest[k]) && !done(k));
    let Some(by) = by else { return Vec::new() };
    // "was attended by, among others, Ann Lee": she is the agent.
    let aside = aside(text, syntax, &rest[by + 1..]);
    let others = rest.drain(by + 1..by + 1 + aside).nth(1);
    let mut end = by + 1;
    while end < rest.len() {
        let group = &syntax.groups[rest[end] as usize];
        let more = match group.kind {
            GroupKind::Noun => {
                let hangs = group.preposition == Some(rest[by]) || others.is_some() && group.preposition == others;
                // "by His Excellency the Minister Bo Ek"
                let before = &syntax.groups[rest[end - 1] as usize];
                let beside = before.kind == GroupKind::Noun
                    && before.tokens.end == group.tokens.start
                    && text.key(group.tokens.start as usize) == const { Key::of_ascii("the") };
                hangs || beside || belongs(text, syntax, group.preposition)
            }
            GroupKind::Comma | GroupKind::Coordinator => true,
            GroupKind::Preposition => belongs(text, syntax, Some(rest[end])),
            _ => false,
        };
        if !more {
            break;
        }
        end += 1;
    }
    let mut agent: Vec<u32> = rest.drain(by..end).skip(1).collect();
    trim(syntax, &mut agent);
    agent
}

/// How many groups ", among others," takes at the head of these.
fn aside(text: &Text<'_>, syntax: &Syntax, groups: &[u32]) -> usize {
    let kind = |k: usize| groups.get(k).map(|&g| syntax.groups[g as usize].kind);
    let among = groups.get(1).map(|&g| text.key(syntax.groups[g as usize].tokens.start as usize));
    let kinds = [GroupKind::Comma, GroupKind::Preposition, GroupKind::Noun, GroupKind::Comma];
    let stands = kinds.iter().enumerate().all(|(k, own)| kind(k) == Some(*own));
    let said = among.is_some_and(|key| const { Key::each(["among", "amongst"]) }.contains(&key));
    if stands && said { kinds.len() } else { 0 }
}

/// "by Ann Lee of Peru and Bo Ek from Chile": prepositions that tie a place or body to a name.
fn belongs(text: &Text<'_>, syntax: &Syntax, preposition: Option<u32>) -> bool {
    preposition.is_some_and(|p| matches!(text.word(syntax.groups[p as usize].tokens.start as usize), "of" | "from"))
}
