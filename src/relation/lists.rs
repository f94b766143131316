//! Lists of actors: "A, B and C", "A, the president of X, and B", "officials from A as well as B".

use crate::clause::GroupKind;
use crate::gazetteer::EntityType;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::reference::{Actor, Resolver, Via};
use crate::text::Tag;
use std::cell::RefCell;

use super::apposition::{
    apposition, arm, calls_office, calls_part, closed, goes_on, is_between, is_human, is_office, is_person, is_titled,
    kind_of, seat, tells_which, tied,
};
use super::frame::{is_along_with, is_beside};

/// The lists of actors read in the frames of one trigger: many patterns ask for the same.
#[derive(Debug, Default)]
pub(crate) struct Lists(RefCell<Vec<ReadList>>);

/// Where a list begins, and what was read there.
#[derive(Debug)]
struct ReadList {
    groups: *const u32,
    slot: usize,
    many: bool,
    actors: Vec<Actor>,
    end: usize,
}

impl Lists {
    /// The list at `slot` of the groups of a frame, which stays where it is while its lists are read.
    pub(super) fn read(&self, resolver: &Resolver<'_>, groups: &[u32], slot: usize, many: bool) -> (Vec<Actor>, usize) {
        let own = |l: &&ReadList| l.groups == groups.as_ptr() && l.slot == slot && l.many == many;
        if let Some(known) = self.0.borrow().iter().find(own) {
            return (known.actors.clone(), known.end);
        }
        let (actors, end) = list(resolver, groups, slot, many);
        self.0.borrow_mut().push(ReadList { groups: groups.as_ptr(), slot, many, actors: actors.clone(), end });
        (actors, end)
    }
}

/// The actors of the list that begins at `slot` of `groups`, and the slot after its end. Without `many` the list ends
/// with its first member. Empty when the first member is nobody known, or when `groups` end before `slot`.
pub(crate) fn list(resolver: &Resolver<'_>, groups: &[u32], slot: usize, many: bool) -> (Vec<Actor>, usize) {
    let syntax = resolver.syntax;
    let kind = |slot: usize| groups.get(slot).map(|&g| syntax.groups[g as usize].kind);
    let mut actors: Vec<Actor> = Vec::new();
    if slot >= groups.len() {
        return (actors, slot);
    }
    let (mut end, mut known) = member(resolver, groups, slot, &mut actors);
    let mut denied = many && is_denied(resolver, groups, slot);
    // The slot of the last member and how many actors stand before its own.
    let mut last = (slot, 0);
    let mut apposed = false;
    // A comma that closes an apposition was the last that was read.
    let mut enclosed = false;
    loop {
        let mut next = end;
        let mut comma = false;
        let mut joined = false;
        // "A on Monday and B on Tuesday": a date between; but "invited A for May and B due to come".
        let dated = past_dates(&kind, next);
        if many && kind(dated) == Some(GroupKind::Coordinator) {
            let closed = |slot: usize| {
                let (after, _) = member(resolver, groups, slot, &mut Vec::new());
                let within = matches!(kind(after), Some(GroupKind::Noun | GroupKind::Verb | GroupKind::Adjective));
                !within && (kind(after) != Some(GroupKind::Preposition) || past_dates(&kind, after) > after)
            };
            if dated == next || kind(dated + 1) != Some(GroupKind::Noun) || closed(dated + 1) {
                next = dated;
            }
        }
        while let Some(separator) = kind(next) {
            match separator {
                GroupKind::Comma if !joined => comma = true,
                // "with Peru, but the Chileans buy nothing"
                GroupKind::Coordinator
                    if comma
                        && !denied
                        && resolver.text.word(syntax.groups[groups[next] as usize].tokens.start as usize) == "but" =>
                {
                    break;
                }
                GroupKind::Coordinator => joined = true,
                // "Ann Lee, alongside Bo Ek, opened", "Together with Bo Ek, Ann Lee opened"
                GroupKind::Preposition
                    if (comma || groups[next] < groups[next - 1])
                        && is_beside(&resolver.text, syntax, groups[next]) =>
                {
                    joined = true;
                }
                // ", left,"
                GroupKind::Other if kind(next + 1) == Some(GroupKind::Coordinator) => {}
                _ => break,
            }
            next += 1;
        }
        // "with A and later with B", "with A and, in May, with B": when.
        if joined && many {
            next = past_asides(resolver, groups, &kind, next);
        }
        // "a treaty with A and one with B"
        let word = |slot: usize| resolver.text.word(syntax.groups[groups[slot] as usize].tokens.start as usize);
        if joined && many && kind(next) == Some(GroupKind::Noun) && matches!(word(next), "one" | "another") {
            let same = kind(next + 1) == Some(GroupKind::Preposition) && slot > 0 && word(slot - 1) == word(next + 1);
            next += usize::from(same);
        }
        // "the leaders of A and of B"
        if joined && kind(next) == Some(GroupKind::Preposition) && kind(next + 1) == Some(GroupKind::Noun) {
            let again = matches!(word(next), "of" | "with" | "from" | "to" | "by" | "in") && many;
            let same =
                (slot.saturating_sub(1)..end).any(|k| kind(k) == Some(GroupKind::Preposition) && word(k) == word(next));
            if again && same {
                next += 1;
            }
        }
        // "the minister, Ann Lee, the mayor, Bo Ek, and": the comma behind a name closed the apposition, and more follow.
        if next == end && many && enclosed && kind(next) == Some(GroupKind::Noun) {
            let (after, _) = member(resolver, groups, next, &mut Vec::new());
            comma = goes_on(&kind, after);
            if !comma {
                break;
            }
        } else if next == end || kind(next) != Some(GroupKind::Noun) {
            break;
        }
        // "the party, led by Bo Ek, director of the bureau": who he is.
        let apart = groups[next] as usize > groups[end - 1] as usize + next + 1 - end;
        if apart && comma && !joined && is_office(resolver, groups[next]) {
            break;
        }
        enclosed = false;
        let mut more = Vec::new();
        let (after, named) = member(resolver, groups, next, &mut more);
        // "visited Peru along with Bo Ek": he is no place.
        let place = |a: &Actor| resolver.mentions.entity(a.entity).entity_type == EntityType::Place;
        if is_along_with(&resolver.text, syntax, groups[next - 1])
            && actors.iter().any(place)
            && is_human(resolver, &more)
        {
            break;
        }
        // "Acme Steel of Bath, Maine, and Best Iron"
        if comma && !joined && resolver.tells_where(groups[next] as usize) {
            end = closed(after, kind(after));
            enclosed = end > after;
            continue;
        }
        // "Orvia, part of the Corden Group,": of whom no list knows.
        if comma
            && !joined
            && !known
            && !more.is_empty()
            && resolver.is_bare_name(groups[last.0] as usize)
            && calls_part(resolver, groups[next])
        {
            break;
        }
        if comma && !joined {
            // "A, the minister of X,": who A is. "the minister (of X), A,": A is who is meant.
            let own = &actors[last.1.min(actors.len())..];
            if named && more.len() == 1 && (!known || holds(resolver, groups, last.0, own, &more[0])) {
                actors.truncate(if known { last.1 } else { 0 });
                actors.extend(more);
                known = true;
                end = closed(after, kind(after));
                enclosed = end > after;
                continue;
            }
            // "the ministers of A and B, Ann Lee and Bo Ek,": as many persons as there are offices.
            if many && let Some((persons, after)) = holders(resolver, groups, last.0, next, own) {
                actors.truncate(last.1);
                actors.extend(persons);
                end = closed(after, kind(after));
                continue;
            }
            // "Bo Ek, the mayor of Lima": the town is nobody here.
            let office = calls_office(resolver, groups[next]) && !is_human(resolver, &more);
            if more.is_empty() && tied(resolver, groups, next) {
                break;
            }
            let told = many && more.is_empty() && tells_which(resolver, groups[next], kind(after));
            let told = told || seat(resolver, groups[next], &actors);
            if let Some(after) = kind_of(resolver, groups, next, after, &actors) {
                end = closed(after, kind(after));
                apposed = end == after;
                enclosed = !apposed;
                continue;
            }
            if told || apposition(resolver, &actors, &more, named && !office) || arm(resolver, groups[next], &actors) {
                end = closed(after, kind(after));
                apposed = end == after;
                // "Ann Lee, deputy minister, Transport Peru, met": where the office is.
                if end > after
                    && is_office(resolver, groups[next])
                    && kind(end) == Some(GroupKind::Noun)
                    && matches!(kind(end + 1), None | Some(GroupKind::Comma | GroupKind::Other))
                    && !is_person(resolver, groups[end] as usize)
                {
                    end = (end + 2).min(groups.len());
                }
                enclosed = !apposed;
                continue;
            }
            // "the undersecretary of the ministry, Bo Ek,": no list of two.
            let mixed =
                || !more.is_empty() && actors.len() == 1 && !is_human(resolver, &actors) && is_human(resolver, &more);
            if !many || !goes_on(&kind, after) && (more.is_empty() || mixed()) {
                break;
            }
        } else if apposed && joined && !comma && is_office(resolver, groups[next]) {
            // "Lee, a member of the board and chairman of the fund": still she.
            end = closed(after, kind(after));
            continue;
        } else if !many {
            break;
        }
        // "Acme Steel chairman and founder Bo Ek": all of it is he.
        if joined && !comma && is_titled(resolver, groups[next], &more) && is_office(resolver, groups[last.0]) {
            actors.truncate(last.1);
        }
        apposed = false;
        if more.is_empty() {
            if !joined && !goes_on(&kind, after) {
                break;
            }
            end = after;
            continue;
        }
        if !known {
            // "agreements between the carriers and Acme and Best": one side is unknown, the other no pair.
            if joined && actors.is_empty() && slot > 0 && is_between(resolver, groups[slot - 1]) {
                return (Vec::new(), slot + 1);
            }
            // "a delegation and Kim": the first member stays unknown.
            known = true;
        }
        if denied && (end..next).any(|slot| word(slot) == "but") {
            denied = false;
            actors.clear();
        }
        last = (next, actors.len());
        for actor in more {
            if actors.iter().all(|a| a.entity != actor.entity) {
                actors.push(actor);
            }
        }
        end = after;
    }
    if denied {
        actors.clear();
    }
    (actors, end)
}

/// "not with Peru but with Chile": whether the preposition before a slot is denied.
fn is_denied(resolver: &Resolver<'_>, groups: &[u32], slot: usize) -> bool {
    let Some(&p) = slot.checked_sub(1).and_then(|p| groups.get(p)) else { return false };
    let group = resolver.syntax.groups[p as usize];
    let before = (group.tokens.start as usize).checked_sub(1);
    group.kind == GroupKind::Preposition && before.is_some_and(|i| resolver.text.word(i) == "not")
}

/// The slot behind dates and the prepositions of dates.
fn past_dates(kind: &impl Fn(usize) -> Option<GroupKind>, slot: usize) -> usize {
    let mut next = slot;
    loop {
        match (kind(next), kind(next + 1)) {
            (Some(GroupKind::Date), _) => next += 1,
            (Some(GroupKind::Preposition), Some(GroupKind::Date)) => next += 2,
            _ => return next,
        }
    }
}

/// The slot behind what stands between "and" and the next member and only tells when or how: "later", ", in May,"; the same where
/// the next is denied or no member follows.
fn past_asides(
    resolver: &Resolver<'_>,
    groups: &[u32],
    kind: &impl Fn(usize) -> Option<GroupKind>,
    slot: usize,
) -> usize {
    let denied = |slot: usize| {
        let word = resolver.text.word(resolver.syntax.groups[groups[slot] as usize].tokens.start as usize);
        matches!(word, "not" | "never" | "possibly" | "perhaps" | "maybe")
    };
    let mut next = slot;
    loop {
        match kind(next) {
            Some(GroupKind::Comma) => next += 1,
            Some(GroupKind::Adverb) if !denied(next) => next += 1,
            _ => {
                let dated = past_dates(kind, next);
                if dated == next {
                    break;
                }
                next = dated;
            }
        }
    }
    let member = kind(next) == Some(GroupKind::Noun)
        || kind(next) == Some(GroupKind::Preposition) && kind(next + 1) == Some(GroupKind::Noun);
    if member { next } else { slot }
}

/// The persons listed at slot `next` where they hold the offices of slot `slot`, one each; and the slot after them.
fn holders(
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

/// Whether a list so far is one office of a state or body, and the person who follows holds it.
fn holds(resolver: &Resolver<'_>, groups: &[u32], slot: usize, actors: &[Actor], next: &Actor) -> bool {
    let head = resolver.syntax.groups[groups[slot] as usize].head as usize;
    let office =
        matches!(calling_of(resolver.text.key(head)), Some((Calling::Office | Calling::Human | Calling::Staff, false)));
    let person = resolver.mentions.entity(next.entity).entity_type == EntityType::Person;
    office && person && actors.len() == 1 && actors[0].via.is_some()
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

/// Reads one member; gives the slot after it and whether it holds a name of its own.
fn member(resolver: &Resolver<'_>, groups: &[u32], slot: usize, actors: &mut Vec<Actor>) -> (usize, bool) {
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
