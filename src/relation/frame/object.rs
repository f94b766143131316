//! What a verb acts upon, where it does not stand right behind it.

use crate::clause::{GroupKind, Link, Syntax, lexical};
use crate::text::Text;

/// "signed with Peru a treaty on trade": what is done together goes before those with whom.
pub(super) fn put_object_first(text: &Text<'_>, syntax: &Syntax, rest: &mut [u32]) {
    let kind = |slot: usize, rest: &[u32]| rest.get(slot).map(|&g| syntax.groups[g as usize].kind);
    let with = kind(1, rest) == Some(GroupKind::Preposition)
        && text.word(syntax.groups[rest[1] as usize].tokens.start as usize) == "with";
    if !with {
        return;
    }
    let object = |&slot: &usize| syntax.groups[rest[slot] as usize].preposition.is_none();
    let nouns = (2..rest.len())
        .take_while(|&k| matches!(kind(k, rest), Some(GroupKind::Noun | GroupKind::Coordinator | GroupKind::Comma)));
    let Some(slot) = nouns.filter(|&k| kind(k, rest) == Some(GroupKind::Noun)).find(object) else { return };
    if slot > 2 && kind(slot - 1, rest) == Some(GroupKind::Noun) && is_done_together(text, syntax, rest[slot] as usize)
    {
        rest[1..=slot].rotate_right(1);
    }
}

/// "Bo Ek, whom Ann Lee met", "the deal Ann Lee struck": what a relative clause describes, where the verb lacks it behind
/// itself.
pub(super) fn described_object(text: &Text<'_>, syntax: &Syntax, verb: usize) -> Option<u32> {
    let verb = syntax.verbs[verb];
    let clause = syntax.clauses[syntax.groups[verb.group as usize].clause as usize];
    let object = clause.antecedent.filter(|&a| clause.link == Link::Relative && verb.subject != Some(a))?;
    let whom = clause.opener.is_some_and(|o| syntax.groups[o as usize].kind == GroupKind::Relative);
    if !whom && !is_done_together(text, syntax, object as usize) {
        return None;
    }
    // "with whom", "during which": it hangs on the preposition.
    let before = clause.opener.and_then(|o| syntax.before(o as usize));
    let hangs = before.is_some_and(|k| syntax.groups[k].kind == GroupKind::Preposition);
    let next = syntax.after(verb.group as usize).map(|k| syntax.groups[k]);
    let has_own = next.is_some_and(|n| n.kind == GroupKind::Noun && n.preposition.is_none());
    (!hangs && !has_own).then_some(object)
}

/// "the deal Lee struck", but "told a meeting he would go": whether a noun is what people do together, and nobody told.
fn is_done_together(text: &Text<'_>, syntax: &Syntax, g: usize) -> bool {
    let thing = text.key(syntax.groups[g].head as usize);
    let verb = syntax.before(g).map(|k| syntax.groups[k]).filter(|k| k.kind == GroupKind::Verb);
    let told = verb.is_some_and(|v| lexical::is_telling(text.key(v.head as usize)));
    !told && (lexical::is_occasion(thing) || lexical::is_shared(thing))
}

/// "Ek, with whom Lee held talks": the preposition and what the clause describes, which belong behind the verb.
pub(super) fn hung_before(syntax: &Syntax, verb: usize) -> impl Iterator<Item = u32> {
    let clause = syntax.clauses[syntax.groups[syntax.verbs[verb].group as usize].clause as usize];
    let antecedent = clause.antecedent.filter(|_| clause.link == Link::Relative);
    let opener = clause.opener.filter(|&o| syntax.groups[o as usize].kind == GroupKind::Relative);
    let before = opener.and_then(|o| o.checked_sub(1));
    let preposition = before.filter(|&p| syntax.groups[p as usize].kind == GroupKind::Preposition);
    preposition.zip(antecedent).into_iter().flat_map(|(p, a)| [p, a])
}
