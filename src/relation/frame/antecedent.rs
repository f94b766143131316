//! The groups of what a relative clause describes.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Syntax};
use crate::text::{Key, Tag, Text, inflect};

use super::trim;

/// The noun group a relative clause describes, and what hangs on it before the clause begins.
pub(super) fn antecedent_groups(text: &Text<'_>, syntax: &Syntax, antecedent: u32, verb_group: u32) -> Vec<u32> {
    let clause = syntax.groups[antecedent as usize].clause;
    // "Lee, not Ek, who": the first alone.
    let not = |g: u32| text.word(syntax.groups[g as usize].tokens.start as usize) == "not";
    let first = coordinated_from(text, syntax, antecedent, verb_group);
    let own = |g: u32| syntax.groups[g as usize].clause == clause && syntax.groups[g as usize].kind != GroupKind::Verb;
    let mut groups: Vec<u32> = (first..verb_group).take_while(|&g| own(g) && !not(g)).collect();
    trim(syntax, &mut groups);
    groups
}

/// "A and B, who met", "A and B who have met", "got A and B working": where the list that the antecedent ends begins, when
/// names are all it holds and it is plain that all of them act.
fn coordinated_from(text: &Text<'_>, syntax: &Syntax, antecedent: u32, verb_group: u32) -> u32 {
    let group = |g: u32| &syntax.groups[g as usize];
    let comma = group(antecedent + 1).kind == GroupKind::Comma;
    let who = (antecedent + 1..verb_group).any(|g| text.word(group(g).tokens.start as usize) == "who");
    let and = antecedent.checked_sub(1).filter(|&g| group(g).kind == GroupKind::Coordinator);
    let first_word = text.word(group(verb_group).tokens.start as usize);
    let several = matches!(first_word, "have" | "are" | "were");
    let which = || (antecedent + 1..verb_group).any(|g| group(g).kind == GroupKind::Relative);
    let working = antecedent + 1 == verb_group && first_word.ends_with("ing");
    let all = comma && who || several && (who || comma && which()) || working;
    let Some(and) = and.filter(|_| all) else { return antecedent };
    let name = |g: u32| {
        let head = group(g).head as usize;
        group(g).kind == GroupKind::Noun && matches!(syntax.tag(head), Tag::Name | Tag::Names)
    };
    let mut first = antecedent;
    let mut k = and;
    while let Some(before) = k.checked_sub(1).filter(|&b| name(b) && group(b).clause == group(antecedent).clause) {
        first = before;
        match before.checked_sub(1).filter(|&c| group(c).kind == GroupKind::Comma) {
            Some(comma) => k = comma,
            None => break,
        }
    }
    let got = first.checked_sub(1).is_some_and(|v| GETTING.contains(&text.key(group(v).head as usize)));
    if working && !got { antecedent } else { first }
}

/// Verbs that have somebody do something: "got both working".
static GETTING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("get keep have see set find"));
