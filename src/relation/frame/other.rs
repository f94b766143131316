//! Two who do something to one thing: "a school funded by Chile and run by Peru".

use crate::clause::{Syntax, lexical};
use crate::text::{Tag, Text};

use super::{Frame, agent, around_verb, told_by};

/// "Peru runs a school funded by Chile", "a school funded by Chile and run by Peru", "tents sent by Chile reached Peru": what
/// else is done to the thing or by it, and behind the thing what the passive `v` says of it.
pub(super) fn behind_other(text: &Text<'_>, syntax: &Syntax, v: usize) -> Option<Frame> {
    let verb = syntax.verbs[v];
    let thing = verb.subject.filter(|_| verb.passive)?;
    let head = syntax.groups[thing as usize].head as usize;
    let somebody =
        matches!(syntax.tag(head), Tag::Name | Tag::Names | Tag::Pronoun) || lexical::is_office(text.key(head));
    let acts_on = |w: &usize| {
        let other = syntax.verbs[*w];
        let object = || syntax.after(other.group as usize) == Some(thing as usize);
        *w != v && (other.subject == Some(thing) || !other.passive && object())
    };
    let other = (0..syntax.verbs.len()).filter(|_| !somebody).find(acts_on)?;
    let mut wide = around_verb(text, syntax, other, other);
    let told = told_by(syntax, v, v);
    if agent(text, syntax, &mut told.clone()).is_empty() {
        return None;
    }
    wide.groups.retain(|g| !told.contains(g));
    let behind = wide.groups.iter().position(|&g| g == thing)? + 1;
    wide.groups.splice(behind..behind, told);
    (!wide.subject.is_empty()).then_some(wide)
}
