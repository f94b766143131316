//! Lists of actors: "A, B and C", "A, the president of X, and B", "officials from A as well as B".

mod member;

use std::cell::RefCell;

use crate::clause::GroupKind;
use crate::gazetteer::EntityType;
use crate::reference::{Actor, Resolver};

use super::apposition::{
    apposition, arm, calls_office, calls_part, closed, goes_on, is_between, is_human, is_office, is_person, is_titled,
    kind_of, seat, tells_which, tied,
};
use super::frame::{is_along_with, is_beside};
use member::{holders, holds, member};

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
    if slot >= groups.len() {
        return (Vec::new(), slot);
    }
    let mut actors = Vec::new();
    let (end, known) = member(resolver, groups, slot, &mut actors);
    let mut read =
        Read { resolver, groups, many, actors, end, last: (slot, 0), known, apposed: false, enclosed: false };
    let mut denied = many && is_denied(resolver, groups, slot);
    loop {
        let mut next = read.end;
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
            let same = (slot.saturating_sub(1)..read.end)
                .any(|k| kind(k) == Some(GroupKind::Preposition) && word(k) == word(next));
            if again && same {
                next += 1;
            }
        }
        // "the minister, Ann Lee, the mayor, Bo Ek, and": the comma behind a name closed the apposition, and more follow.
        if next == read.end && many && read.enclosed && kind(next) == Some(GroupKind::Noun) {
            let (after, _) = member(resolver, groups, next, &mut Vec::new());
            comma = goes_on(&kind, after);
            if !comma {
                break;
            }
        } else if next == read.end || kind(next) != Some(GroupKind::Noun) {
            break;
        }
        // "the party, led by Bo Ek, director of the bureau": who he is.
        let apart = groups[next] as usize > groups[read.end - 1] as usize + next + 1 - read.end;
        if apart && comma && !joined && is_office(resolver, groups[next]) {
            break;
        }
        read.enclosed = false;
        let mut more = Vec::new();
        let (after, named) = member(resolver, groups, next, &mut more);
        // "visited Peru along with Bo Ek": he is no place.
        let place = |a: &Actor| resolver.mentions.entity(a.entity).entity_type == EntityType::Place;
        if is_along_with(&resolver.text, syntax, groups[next - 1])
            && read.actors.iter().any(place)
            && is_human(resolver, &more)
        {
            break;
        }
        // "Acme Steel of Bath, Maine, and Best Iron"
        if comma && !joined && resolver.tells_where(groups[next] as usize) {
            read.end = closed(after, kind(after));
            read.enclosed = read.end > after;
            continue;
        }
        // "Orvia, part of the Corden Group,": of whom no list knows.
        if comma
            && !joined
            && !read.known
            && !more.is_empty()
            && resolver.is_bare_name(groups[read.last.0] as usize)
            && calls_part(resolver, groups[next])
        {
            break;
        }
        if comma && !joined {
            match read.apposed(next, (&more, after, named)) {
                Apposition::Read => continue,
                Apposition::Ends => break,
                Apposition::None => {}
            }
        } else if read.apposed && joined && !comma && is_office(resolver, groups[next]) {
            // "Lee, a member of the board and chairman of the fund": still she.
            read.end = closed(after, kind(after));
            continue;
        } else if !many {
            break;
        }
        // "Acme Steel chairman and founder Bo Ek": all of it is he.
        if joined && !comma && is_titled(resolver, groups[next], &more) && is_office(resolver, groups[read.last.0]) {
            read.actors.truncate(read.last.1);
        }
        read.apposed = false;
        if more.is_empty() {
            if !joined && !goes_on(&kind, after) {
                break;
            }
            read.end = after;
            continue;
        }
        if !read.known {
            // "agreements between the carriers and Acme and Best": one side is unknown, the other no pair.
            if joined && read.actors.is_empty() && slot > 0 && is_between(resolver, groups[slot - 1]) {
                return (Vec::new(), slot + 1);
            }
            // "a delegation and Kim": the first member stays unknown.
            read.known = true;
        }
        if denied && (read.end..next).any(|slot| word(slot) == "but") {
            denied = false;
            read.actors.clear();
        }
        read.last = (next, read.actors.len());
        for actor in more {
            if read.actors.iter().all(|a| a.entity != actor.entity) {
                read.actors.push(actor);
            }
        }
        read.end = after;
    }
    if denied {
        read.actors.clear();
    }
    (read.actors, read.end)
}

/// What has been read of a list.
struct Read<'a> {
    resolver: &'a Resolver<'a>,
    groups: &'a [u32],
    many: bool,
    actors: Vec<Actor>,
    end: usize,
    /// The slot of the last member and how many actors stand before its own.
    last: (usize, usize),
    /// The last member has its name, or is taken to have none: what follows a comma no longer gives it.
    known: bool,
    /// The last that was read says who a member is, and no comma closes it.
    apposed: bool,
    /// A comma that closes an apposition was the last that was read.
    enclosed: bool,
}

/// What stands behind a comma and no "and".
enum Apposition {
    /// It says who the last member is, and was read.
    Read,
    /// It is of no list: the list ends before it.
    Ends,
    /// It is the next member.
    None,
}

impl Read<'_> {
    /// Reads what stands at slot `next`, behind a comma, where it says who the last member is; `more` are those it calls,
    /// up to slot `after`, by name or not.
    fn apposed(&mut self, next: usize, (more, after, named): (&[Actor], usize, bool)) -> Apposition {
        let (resolver, groups, many) = (self.resolver, self.groups, self.many);
        let kind = |slot: usize| groups.get(slot).map(|&g| resolver.syntax.groups[g as usize].kind);
        // "A, the minister of X,": who A is. "the minister (of X), A,": A is who is meant.
        let own = &self.actors[self.last.1.min(self.actors.len())..];
        if named && more.len() == 1 && (!self.known || holds(resolver, groups, self.last.0, own, &more[0])) {
            self.actors.truncate(if self.known { self.last.1 } else { 0 });
            self.actors.extend(more.iter().copied());
            self.known = true;
            self.end = closed(after, kind(after));
            self.enclosed = self.end > after;
            return Apposition::Read;
        }
        // "the ministers of A and B, Ann Lee and Bo Ek,": as many persons as there are offices.
        if many && let Some((persons, after)) = holders(resolver, groups, self.last.0, next, own) {
            self.actors.truncate(self.last.1);
            self.actors.extend(persons);
            self.end = closed(after, kind(after));
            return Apposition::Read;
        }
        // "Bo Ek, the mayor of Lima": the town is nobody here.
        let office = calls_office(resolver, groups[next]) && !is_human(resolver, more);
        if more.is_empty() && tied(resolver, groups, next) {
            return Apposition::Ends;
        }
        let told = many && more.is_empty() && tells_which(resolver, groups[next], kind(after));
        let told = told || seat(resolver, groups[next], &self.actors);
        if let Some(after) = kind_of(resolver, groups, next, after, &self.actors) {
            self.end = closed(after, kind(after));
            self.apposed = self.end == after;
            self.enclosed = !self.apposed;
            return Apposition::Read;
        }
        if told
            || apposition(resolver, &self.actors, more, named && !office)
            || arm(resolver, groups[next], &self.actors)
        {
            self.end = closed(after, kind(after));
            self.apposed = self.end == after;
            // "Ann Lee, deputy minister, Transport Peru, met": where the office is.
            if self.end > after
                && is_office(resolver, groups[next])
                && kind(self.end) == Some(GroupKind::Noun)
                && matches!(kind(self.end + 1), None | Some(GroupKind::Comma | GroupKind::Other))
                && !is_person(resolver, groups[self.end] as usize)
            {
                self.end = (self.end + 2).min(groups.len());
            }
            self.enclosed = !self.apposed;
            return Apposition::Read;
        }
        // "the undersecretary of the ministry, Bo Ek,": no list of two.
        let mixed = || {
            !more.is_empty() && self.actors.len() == 1 && !is_human(resolver, &self.actors) && is_human(resolver, more)
        };
        if !many || !goes_on(&kind, after) && (more.is_empty() || mixed()) {
            return Apposition::Ends;
        }
        Apposition::None
    }
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
