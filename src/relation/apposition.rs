//! What stands beside a member of a list and only says who it is: "Ann Lee, the mayor,", "Acme Steel, an arm of Best Iron,".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, lexical};
use crate::gazetteer::EntityType;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::reference::{Actor, Resolver, Via};
use crate::text::{Key, Tag, inflect};

use super::frame::is_along_with;

/// "Peru, a key US ally,": what somebody is to another; rules read it themselves.
static BOUND: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "ally partner friend sponsor backer benefactor supplier contractor subcontractor distributor licensee donor lender \
         signatory participant guest host mediator recipient beneficiary proxy affiliate offshoot associate \
         collaborator ambassador",
    )
});

/// "Lee, an ally of Ek,": what one is to the other, whom rules want both.
static TIED: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::noun_keys("ally sponsor backer benefactor supplier donor collaborator"));

/// "Acme Steel, a partner of Best Iron,": the same of bodies; a man may be a partner in a firm.
static FIRMS_TIED: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::noun_keys("partner distributor licensee contractor subcontractor"));

/// Parts of bodies, and what a body is to its parts.
static PARTS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys("arm unit subsidiary division branch wing parent owner maker operator publisher affiliate")
});

/// What several hold together.
static UNIONS: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::noun_keys("venture consortium partnership alliance coalition bloc syndicate grouping"));

/// What a place is to the state or province it lies in.
static SEATS: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::noun_keys("capital city town village suburb seat port province state region county"));

/// Whether a group is headed by an office of one person: "the mayor".
pub(super) fn calls_office(resolver: &Resolver<'_>, g: u32) -> bool {
    let office = calling_of(resolver.text.key(resolver.syntax.groups[g as usize].head as usize));
    matches!(office, Some((Calling::Office | Calling::Human | Calling::Staff, false)))
}

/// Whether a group is a bare office, held by whoever was named before: "chairman".
pub(super) fn is_office(resolver: &Resolver<'_>, g: u32) -> bool {
    let group = resolver.syntax.groups[g as usize];
    calls_office(resolver, g)
        && !resolver.group(g as usize).actors.iter().any(|a| is_human(resolver, std::slice::from_ref(a)))
        && resolver.syntax.tag(group.tokens.start as usize) != Tag::Determiner
}

/// "founder Bo Ek", "Foreign Minister Bo Ek": a person whose group begins with an office that nobody is said to own.
pub(super) fn is_titled(resolver: &Resolver<'_>, g: u32, named: &[Actor]) -> bool {
    let group = resolver.syntax.groups[g as usize].tokens;
    let office = |i: usize| {
        let called = calling_of(resolver.text.key(i));
        matches!(called, Some((Calling::Office | Calling::Human | Calling::Staff, false)))
    };
    let mut title = group.range().take_while(|&i| !resolver.is_named(i));
    let determined = resolver.syntax.tag(group.start as usize) == Tag::Determiner;
    named.len() == 1 && is_human(resolver, named) && !determined && title.any(office)
}

/// Whether all are persons.
pub(super) fn is_human(resolver: &Resolver<'_>, actors: &[Actor]) -> bool {
    actors.iter().all(|a| resolver.mentions.entity(a.entity).entity_type == EntityType::Person)
}

/// Whether a group is the name of a person.
pub(super) fn is_person(resolver: &Resolver<'_>, g: usize) -> bool {
    let resolved = resolver.group(g);
    let person = |a: &Actor| resolver.mentions.entity(a.entity).entity_type == EntityType::Person;
    resolved.named && resolved.actors.first().is_some_and(person)
}

/// Steps over the comma that closes an apposition.
pub(super) fn closed(after: usize, kind: Option<GroupKind>) -> usize {
    if kind == Some(GroupKind::Comma) { after + 1 } else { after }
}

/// Whether more members follow.
pub(super) fn goes_on(kind: &impl Fn(usize) -> Option<GroupKind>, slot: usize) -> bool {
    matches!(kind(slot), Some(GroupKind::Comma | GroupKind::Coordinator))
        && matches!(kind(slot + 1), Some(GroupKind::Noun | GroupKind::Coordinator))
}

/// "Acme Steel, an arm of Best Iron,", "Acme Steel, a member of the Corden Group,": what a body named before is a part of.
pub(super) fn arm(resolver: &Resolver<'_>, g: u32, actors: &[Actor]) -> bool {
    let body = |a: &Actor| resolver.mentions.entity(a.entity).entity_type == EntityType::Organization;
    actors.last().is_some_and(|a| a.via.is_none() && body(a)) && calls_part(resolver, g)
}

/// "an arm of Best Iron", "part of the Corden Group": whether a group says what something is a part of.
pub(super) fn calls_part(resolver: &Resolver<'_>, g: u32) -> bool {
    let group = resolver.syntax.groups[g as usize];
    let part = matches!(
        calling_of(resolver.text.key(group.head as usize)),
        Some((Calling::Body | Calling::Organization | Calling::Side, false))
    );
    let first = resolver.text.word(group.tokens.start as usize);
    let a = matches!(first, "a" | "an" | "one");
    // "the shipping arm of Best Iron", "Best Iron's shipping arm"
    let the = (first == "the" || !group.owner.is_empty()) && PARTS.contains(&resolver.text.key(group.head as usize));
    let member = a && resolver.text.key(group.head as usize) == const { Key::of_ascii("member") };
    // "Acme Steel, part of the Corden Group,"
    let bare = group.tokens.len() == 1 && first == "part";
    (part && a || the || member || bare) && !resolver.is_named(group.head as usize)
}

/// "Acme Steel, a member of the Mining League,", "Acme Steel, a joint venture of Best Iron and Corden Copper,": the slot behind
/// what a body or place named before is said to be, where no list goes on.
pub(super) fn kind_of(
    resolver: &Resolver<'_>,
    groups: &[u32],
    slot: usize,
    after: usize,
    actors: &[Actor],
) -> Option<usize> {
    let group = |slot: usize| groups.get(slot).map(|&k| resolver.syntax.groups[k as usize]);
    let own = group(slot)?;
    let head = resolver.text.key(own.head as usize);
    let named = actors.last().is_some_and(|a| a.via.is_none() && !is_human(resolver, std::slice::from_ref(a)));
    let a = matches!(resolver.text.word(own.tokens.start as usize), "a" | "an" | "one");
    if !named || !a || resolver.is_named(own.head as usize) || BOUND.contains(&head) {
        return None;
    }
    let end = if UNIONS.contains(&head) { past_owners(resolver, groups, after) } else { after };
    // "deals with Acme Steel, a bank and Best Iron" are three.
    let beside = groups.get(end).is_some_and(|&k| is_along_with(&resolver.text, resolver.syntax, k));
    let listed = group(end).is_some_and(|k| matches!(k.kind, GroupKind::Coordinator | GroupKind::Noun)) && !beside;
    (!listed).then_some(end)
}

/// "of Best Iron and Corden Copper", "between Best Iron and Corden Copper": the slot behind all that the preposition before or
/// at `slot` reaches over.
fn past_owners(resolver: &Resolver<'_>, groups: &[u32], slot: usize) -> usize {
    let group = |slot: usize| groups.get(slot).map(|&k| resolver.syntax.groups[k as usize]);
    let between = groups.get(slot).is_some_and(|&k| is_between(resolver, k));
    let mut end = if between { (slot + 2).min(groups.len()) } else { slot };
    let reach = end.checked_sub(1).and_then(group).and_then(|last| last.preposition);
    let reached = |slot: usize| group(slot).is_some_and(|k| reach.is_some() && k.preposition == reach);
    while group(end).is_some_and(|k| matches!(k.kind, GroupKind::Comma | GroupKind::Coordinator)) {
        let joined = group(end + 1).is_some_and(|k| k.kind == GroupKind::Coordinator);
        let more = end + 1 + usize::from(joined);
        if !reached(more) {
            break;
        }
        end = more + 1;
    }
    end
}

/// "Bath, the capital of the province,": a place named before, said to be a part of another.
pub(super) fn seat(resolver: &Resolver<'_>, g: u32, actors: &[Actor]) -> bool {
    let group = resolver.syntax.groups[g as usize];
    let place = actors.last().is_some_and(|a| resolver.mentions.entity(a.entity).entity_type == EntityType::Place);
    let article = matches!(resolver.text.word(group.tokens.start as usize), "the" | "a" | "an");
    place
        && article
        && SEATS.contains(&resolver.text.key(group.head as usize))
        && !resolver.is_named(group.head as usize)
}

/// "Acme Steel, the country's largest miner,": what is set between commas and means nobody else.
pub(super) fn tells_which(resolver: &Resolver<'_>, g: u32, behind: Option<GroupKind>) -> bool {
    let group = resolver.syntax.groups[g as usize];
    let first = resolver.text.word(group.tokens.start as usize);
    let article = matches!(first, "the" | "a" | "an" | "its" | "one") || !group.owner.is_empty();
    let bound = BOUND.contains(&resolver.text.key(group.head as usize));
    article
        && !bound
        && matches!(behind, None | Some(GroupKind::Comma))
        && !lexical::is_time(resolver.text.key(group.head as usize))
}

/// Whether a group is the "between" that sets two sides.
pub(super) fn is_between(resolver: &Resolver<'_>, g: u32) -> bool {
    let group = resolver.syntax.groups[g as usize];
    group.kind == GroupKind::Preposition && resolver.text.word(group.tokens.start as usize) == "between"
}

/// "Lee, a close ally of Ek, won", but "Lee, an ally of Ek, and Orr won": whether the group at slot `g` ties the last member to
/// another, and the list ends with it.
pub(super) fn tied(resolver: &Resolver<'_>, groups: &[u32], g: usize) -> bool {
    let group = |slot: usize| groups.get(slot).map(|&k| resolver.syntax.groups[k as usize]);
    let head = |slot: usize| group(slot).map(|k| k.head as usize);
    let kind = |slot: usize| group(slot).map(|k| k.kind);
    let person = || g.checked_sub(2).is_none_or(|last| is_person(resolver, groups[last] as usize));
    let ties = |key: Key| TIED.contains(&key) || FIRMS_TIED.contains(&key) && !person();
    head(g).is_some_and(|h| ties(resolver.text.key(h)))
        && kind(g + 1) == Some(GroupKind::Preposition)
        && head(g + 2).is_some_and(|h| resolver.is_named(h))
        && !(kind(g + 3) == Some(GroupKind::Comma) && kind(g + 4) == Some(GroupKind::Coordinator))
}

/// Whether what follows a comma only says who the last member is.
pub(super) fn apposition(resolver: &Resolver<'_>, actors: &[Actor], more: &[Actor], named: bool) -> bool {
    let Some(last) = actors.last() else { return false };
    if more.iter().any(|m| m.entity == last.entity) {
        return true;
    }
    let person = resolver.mentions.entity(last.entity).entity_type == EntityType::Person;
    // "Lavrov, the Russian minister": an office after a person's name.
    let office = more.iter().all(|m| matches!(m.via, Some(Via::Office | Via::Demonym | Via::Nominal)));
    person && (more.is_empty() || office || !named)
}
