//! One member of a list of actors, and who holds the office that the member before names.

use crate::clause::GroupKind;
use crate::gazetteer::EntityType;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::reference::{Actor, Resolver, Via};
use crate::text::Tag;

use super::super::apposition::{calls_office, is_human, is_person};
use super::list;

/// Reads one member; gives the slot after it and whether it holds a name of its own.
pub(super) fn member(resolver: &Resolver<'_>, groups: &[u32], slot: usize, actors: &mut Vec<Actor>) -> (usize, bool) {
    let g = groups[slot] as usize;
    let resolved = resolver.group(g);
    let named = resolved.named || resolved.actors.iter().any(|a| a.via != Some(Via::Nominal));
    actors.extend(resolved.actors);
    leave_seat(resolver, groups[slot], actors);
    let mut end = slot + 1;
    while groups.get(end).is_some_and(|&k| (k as usize) < resolved.end && k as usize > g) {
        end += 1;
    }
    // "new owners the Land Council": a name right behind what describes it; "the Green Party (GP) chairman Bo Ek": a person
    // behind the body that the office is of.
    let body = |a: &Actor| resolver.mentions.entity(a.entity).entity_type != EntityType::Person;
    if actors.iter().all(body)
        && let Some(&next) = groups.get(end).filter(|&&n| n as usize >= resolved.end)
        && resolver.syntax.groups[next as usize].kind == GroupKind::Noun
    {
        let beside = resolver.group(next as usize);
        let person = beside.actors.iter().all(|a| !body(a));
        // "the Mining Trust (MT) company Best Iron"
        let first = resolver.syntax.groups[next as usize].tokens.start as usize;
        let told = resolver.syntax.tag(first) == Tag::Noun && !resolver.is_named(first);
        if beside.named && (actors.is_empty() || person || told) {
            actors.clear();
            actors.extend(beside.actors);
            end += 1;
            // "presidents Ann Lee of Peru and Bo Ek of Chile"
            let of = |p: u32| {
                let p = &resolver.syntax.groups[p as usize];
                p.kind == GroupKind::Preposition && resolver.text.word(p.tokens.start as usize) == "of"
            };
            if person && groups.get(end).is_some_and(|&p| of(p)) && groups.len() > end + 1 {
                end += 2;
            }
            return (end, !actors.is_empty());
        }
    }
    // "the head of the delegation": what hangs on with "of" belongs to the member.
    while let (Some(&p), Some(&n)) = (groups.get(end), groups.get(end + 1)) {
        let (p, n) = (&resolver.syntax.groups[p as usize], &resolver.syntax.groups[n as usize]);
        let word = resolver.text.word(p.tokens.start as usize);
        // "the head of the bank for the region, Bo Ek", "the guest from Lima, Bo Ek"
        let named_behind = matches!(word, "for" | "from" | "in" | "at")
            && calls_office(resolver, groups[slot])
            && groups.get(end + 2).is_some_and(|&c| resolver.syntax.groups[c as usize].kind == GroupKind::Comma)
            && groups.get(end + 3).is_some_and(|&k| is_person(resolver, k as usize));
        // "Ann Lee from Peru and Bo Ek from Chile", "Ann Lee for Peru and Bo Ek for Chile"
        let from = matches!(word, "from" | "for")
            && is_person(resolver, g)
            && groups.get(end + 2).is_some_and(|&c| resolver.syntax.groups[c as usize].kind == GroupKind::Coordinator);
        let of =
            p.kind == GroupKind::Preposition && n.kind == GroupKind::Noun && (word == "of" || named_behind || from);
        if !of {
            break;
        }
        end += 2;
        // "the minister of trade, industry and mining": what else the office is for.
        while let (Some(&join), Some(&field)) = (groups.get(end), groups.get(end + 1)) {
            let (join, field) =
                (&resolver.syntax.groups[join as usize], (field, &resolver.syntax.groups[field as usize]));
            let same = field.1.kind == GroupKind::Noun && field.1.preposition == n.preposition;
            let joins = matches!(join.kind, GroupKind::Comma | GroupKind::Coordinator);
            let nameless = resolver.mentions.within(field.1.tokens).is_empty();
            if !(joins && same && nameless && n.preposition.is_some()) {
                break;
            }
            end += 2;
        }
    }
    (end, named && !actors.is_empty())
}

/// "the Lima representative of Acme Steel": the town is where, not whom, the one who holds the office acts for; "the US senator
/// from Ohio" acts for one state.
fn leave_seat(resolver: &Resolver<'_>, g: u32, actors: &mut Vec<Actor>) {
    let type_of = |a: &Actor| resolver.mentions.entity(a.entity).entity_type;
    let body = actors.iter().any(|a| type_of(a) == EntityType::Organization);
    if actors.len() == 2 && body && calls_office(resolver, g) {
        actors.retain(|a| a.via != Some(Via::Metonym) || type_of(a) != EntityType::Place);
    }
    let office = |a: &Actor| a.via == Some(Via::Office) && type_of(a) == EntityType::Place;
    if actors.len() > 1 && calls_office(resolver, g) && actors.iter().all(office) {
        actors.truncate(1);
    }
}

/// Whether a list so far is one office of a state or body, and the person who follows holds it.
pub(super) fn holds(resolver: &Resolver<'_>, groups: &[u32], slot: usize, actors: &[Actor], next: &Actor) -> bool {
    let head = resolver.syntax.groups[groups[slot] as usize].head as usize;
    let office =
        matches!(calling_of(resolver.text.key(head)), Some((Calling::Office | Calling::Human | Calling::Staff, false)));
    let person = resolver.mentions.entity(next.entity).entity_type == EntityType::Person;
    office && person && actors.len() == 1 && actors[0].via.is_some()
}

/// The persons listed at slot `next` where they hold the offices of slot `slot`, one each; and the slot after them.
pub(super) fn holders(
    resolver: &Resolver<'_>,
    groups: &[u32],
    slot: usize,
    next: usize,
    offices: &[Actor],
) -> Option<(Vec<Actor>, usize)> {
    let head = resolver.syntax.groups[groups[slot] as usize].head as usize;
    let plural =
        matches!(calling_of(resolver.text.key(head)), Some((Calling::Office | Calling::Human | Calling::Staff, true)));
    if !plural || offices.len() < 2 || is_human(resolver, offices) {
        return None;
    }
    let (persons, after) = list(resolver, groups, next, true);
    (persons.len() == offices.len() && is_human(resolver, &persons)).then_some((persons, after))
}
