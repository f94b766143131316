//! "called Ann Lee a liar": who is called something is not rung up.

use crate::clause::GroupKind;
use crate::reference::Resolver;
use crate::text::{Key, Tag, TokenRange};

/// What opens words that are quoted.
const QUOTES: [&str; 5] = ["\"", "“", "‘", "``", "''"];

/// What somebody is called, where the verb "call" at a trigger only says that: "called her, among other things, “a liar”", "calls Bo Ek,
/// the old mayor of Lima, who is ill, a fool", and, where nobody is named `behind` it, "which she called “a shame”".
pub(super) fn label(resolver: &Resolver<'_>, trigger: TokenRange, behind: bool) -> Option<TokenRange> {
    let (syntax, text) = (resolver.syntax, resolver.text);
    let calls = const { Key::each(["call", "calls", "called", "calling"]) };
    let own = syntax.group_of(trigger.start as usize);
    if trigger.len() > 1
        || !calls.contains(&text.key(trigger.start as usize))
        || syntax.groups[own].kind != GroupKind::Verb
    {
        return None;
    }
    let clause = syntax.groups[own].clause;
    let (mut object, mut appositions) = (None, 0);
    let mut last = GroupKind::Verb;
    for group in &syntax.groups[own + 1..] {
        let inside = group.clause == clause;
        // "called Ek, the mayor, “truly inspired”"
        let quoted = (group.tokens.start as usize).checked_sub(1).is_some_and(|i| QUOTES.contains(&text.word(i)));
        if quoted && object.is_some() && (inside || last == GroupKind::Comma) {
            return Some(group.tokens);
        }
        if inside && matches!(group.kind, GroupKind::Verb | GroupKind::Break) {
            break;
        }
        // "called Ek, a farmer who was once ill, a splendid man"
        let resumes = last == GroupKind::Comma && matches!(text.word(group.tokens.start as usize), "a" | "an");
        if !inside && !resumes {
            last = group.kind;
            continue;
        }
        let before = std::mem::replace(&mut last, group.kind);
        if group.kind != GroupKind::Noun || group.preposition.is_some() || before == GroupKind::Coordinator {
            continue;
        }
        let (first, head) = (group.tokens.start as usize, group.head as usize);
        let nameless = resolver.mentions.within(group.tokens).is_empty();
        let predicate = matches!(text.word(first), "a" | "an") || nameless && syntax.tag(head) == Tag::Nouns;
        match object {
            None if predicate && !behind => return Some(group.tokens),
            None => object = Some(syntax.tag(first) == Tag::Pronoun),
            Some(pronoun) => {
                appositions += 1;
                if predicate && (pronoun || appositions > 1) {
                    return Some(group.tokens);
                }
            }
        }
    }
    None
}
