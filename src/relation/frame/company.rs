//! Who is beside the one who acts: "along with", "together with", "alongside".

use crate::clause::{GroupKind, Syntax};
use crate::text::{Key, Text};

/// Whether a group is "along with", "together with".
pub(crate) fn is_along_with(text: &Text<'_>, syntax: &Syntax, g: u32) -> bool {
    let group = &syntax.groups[g as usize];
    matches!(group.kind, GroupKind::Coordinator | GroupKind::Preposition)
        && group.tokens.len() == 2
        && text.word(group.tokens.start as usize + 1) == "with"
}

/// Whether a group between or before commas names who takes part as well: "along with", "alongside".
pub(crate) fn is_beside(text: &Text<'_>, syntax: &Syntax, g: u32) -> bool {
    let group = &syntax.groups[g as usize];
    let alongside = text.key(group.tokens.start as usize) == const { Key::of_ascii("alongside") };
    is_along_with(text, syntax, g) || group.kind == GroupKind::Preposition && alongside
}

/// "Together with Bo Ek, Ann Lee opened the fair": the phrase that the clause begins with, before its subject.
pub(super) fn company_before(text: &Text<'_>, syntax: &Syntax, subject: u32) -> std::ops::Range<u32> {
    let none = subject..subject;
    let clause = syntax.groups[subject as usize].clause;
    let Some(comma) = subject.checked_sub(1).filter(|&c| syntax.groups[c as usize].kind == GroupKind::Comma) else {
        return none;
    };
    let own = |g: &u32| {
        let group = &syntax.groups[*g as usize];
        group.clause == clause && !matches!(group.kind, GroupKind::Verb | GroupKind::Break | GroupKind::Quote)
    };
    let first = (0..comma).rev().take_while(own).last();
    first.filter(|&g| is_beside(text, syntax, g)).map_or(none, |first| first..comma)
}
