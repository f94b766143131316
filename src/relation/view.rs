//! Those who agree may only share a view: "agreed that prices were high" binds nobody, "agreed that the border would open" does.

use crate::clause::{GroupKind, Link, Syntax, Verb, VerbForm};
use crate::reference::Resolver;
use crate::rule::{Element, Pattern, Rule, WordClass};
use crate::text::{Key, Text, TokenRange};

use super::frame::Frame;

/// The words that show those at the trigger "agree" to be of one mind and bound to nothing: the verb of what they think, or
/// their own where nothing is said to be agreed on.
pub(super) fn view(
    resolver: &Resolver<'_>,
    (rule, pattern): (&Rule, &Pattern),
    frame: &Frame,
    trigger: TokenRange,
) -> Option<TokenRange> {
    let (text, syntax) = (resolver.text, resolver.syntax);
    let agrees = const { Key::each(["agree", "agrees", "agreed", "agreeing"]) };
    if rule.is_contact() || !agrees.contains(&text.key(trigger.start as usize)) {
        return None;
    }
    let own = syntax.verb_of(syntax.group_of(trigger.start as usize))?;
    let told =
        |v: &&Verb| v.governor == Some(own as u32) && v.link == Link::Complement && is_beside((&text, syntax), own, v);
    let mut told = syntax.verbs[own..].iter().filter(told);
    let Some(first) = told.clone().next() else {
        // "Peru and Chile agreed.", "Both Peru and Chile agreed to cut taxes"
        let alone = pattern.elements.iter().any(|e| matches!(e, Element::Class(WordClass::Alone)));
        return (alone || each_alone(resolver, frame)).then_some(trigger);
    };
    // "agreed that the port should reopen": what is to be done.
    let duties = const { Key::each(["will", "would", "shall", "should", "must", "ll", "d", "'ll", "'d"]) };
    let due = |v: &Verb| v.modal.is_some_and(|m| duties.contains(&text.key(m as usize))) || v.form != VerbForm::Finite;
    let main = first.main as usize;
    (!told.any(due)).then(|| TokenRange::new(main, main + 1))
}

/// "agreed on Monday that", "agreed with Chile that": whether the clause of a verb follows the verb numbered `own`, with no more
/// than a day, or those with whom, between.
fn is_beside((text, syntax): (&Text<'_>, &Syntax), own: usize, verb: &Verb) -> bool {
    let Some(opens) = verb.opener.or(verb.subject).map(|g| g as usize) else { return false };
    let from = syntax.verbs[own].group as usize + 1;
    let kind = |g: usize| syntax.groups[g].kind;
    let with = |p: u32| text.word(syntax.groups[p as usize].tokens.start as usize) == "with";
    let partner = |g: usize| syntax.groups[g].preposition.is_some_and(with);
    opens >= from
        && (from..opens).all(|g| match kind(g) {
            GroupKind::Adverb | GroupKind::Date | GroupKind::Comma | GroupKind::Other => true,
            GroupKind::Preposition => kind(g + 1) == GroupKind::Date || partner(g + 1),
            GroupKind::Noun => partner(g),
            _ => false,
        })
}

/// "Both Peru and Chile agreed": each with somebody else, or each by itself.
fn each_alone(resolver: &Resolver<'_>, frame: &Frame) -> bool {
    let (text, syntax) = (resolver.text, resolver.syntax);
    let Some(&first) = frame.subject.first() else { return false };
    let start = syntax.groups[first as usize].tokens.start as usize;
    let both = |i: usize| text.key(i) == const { Key::of_ascii("both") };
    let named = syntax.groups[first as usize].tokens.range().any(|i| resolver.is_named(i));
    let joined = frame.subject.iter().any(|&g| syntax.groups[g as usize].kind == GroupKind::Coordinator);
    named && joined && (both(start) || start > syntax.sentence.start as usize && both(start - 1))
}
