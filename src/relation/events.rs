//! Told twice, counted once: which relations of a document tell the same event, and what they lend each other.

use super::{EventDate, EventDateKind, Modality, Polarity, Relation, Tense};
use crate::mention::EntityId;
use crate::reference::Via;
use crate::rule::{Rule, RuleBook, codes};

/// An event is told again among the last so many others: an article has fewer, an archive in one document many more.
const FARTHEST_EVENT: usize = 300;

/// What was agreed is told at most this many sentences after the meeting.
const FARTHEST_MEETING: usize = 6;

/// Numbers the events in the order of their first telling, lends a date to tellings without one, and puts the fullest
/// telling of an event first where two stand at one place.
pub(super) fn group(book: &RuleBook, relations: &mut [Relation]) {
    let mut firsts: Vec<usize> = Vec::new();
    let mut tellings: Vec<Vec<usize>> = Vec::new();
    for r in 0..relations.len() {
        let from = firsts.len().saturating_sub(FARTHEST_EVENT);
        let known = firsts[from..].iter().position(|&f| same(&relations[f], &relations[r]));
        let event = known.map_or(firsts.len(), |event| from + event);
        if event == firsts.len() {
            firsts.push(r);
            tellings.push(Vec::new());
        }
        relations[r].event = event as u32;
        tellings[event].push(r);
    }
    for told in &tellings {
        let dated: Vec<usize> = told.iter().copied().filter(|&r| relations[r].date.is_some()).collect();
        let place = told.iter().find_map(|&r| relations[r].place);
        for &r in told {
            let relation = &relations[r];
            if relation.modality == Modality::Possible {
                continue;
            }
            // "the treaty": the one told before, with its year.
            let again = relation.arguments.iter().all(|a| a.via == Some(Via::Nominal));
            // "She would call him. The two last met in May.": what is to come has no date of the past.
            let to_come = |r: &Relation| r.modality == Modality::Planned && r.tense == Tense::Future;
            let over = |r: &Relation| r.modality == Modality::Actual && r.tense == Tense::Past;
            let lends = |d: &&Relation| is_one(book, d, relation) && !(to_come(relation) && over(d));
            let lenders = || dated.iter().map(|&d| &relations[d]).filter(lends);
            let date = lenders().find_map(day).or_else(|| lenders().next().and_then(|d| d.date).filter(|_| again));
            let relation = &mut relations[r];
            if let Some(date) = date.filter(|_| relation.date.is_none()) {
                relation.date = Some(EventDate { kind: EventDateKind::Inherited, cue: None, ..date });
            }
            // Ties and help are told of nowhere in particular.
            if book.rules[relation.rule].is_of_place() {
                relation.place = relation.place.or(place);
            }
        }
    }
    agreed_when_met(relations);
}

/// The CAMEO codes of agreeing and of signing what is agreed.
const AGREEING: [&str; 2] = [codes::INTENT, codes::DEAL];

/// Whether the date of one telling is that of another: people meet once, but who signs a treaty has other ties as well.
fn is_one(book: &RuleBook, first: &Relation, other: &Relation) -> bool {
    let (first, other) = (&book.rules[first.rule], &book.rules[other.rule]);
    let agreed = |rule: &Rule| AGREEING.contains(&&*rule.code.cameo);
    other.is_contact() || first.code.cameo == other.code.cameo || agreed(other) && agreed(first)
}

/// The day or month of a relation that others may share; "since 2013" and "the 1960 treaty" hold for their own telling.
fn day(relation: &Relation) -> Option<EventDate> {
    relation.date.filter(|d| d.kind != EventDateKind::Range && d.value.parts > 1)
}

/// What people who met agreed on, they agreed on that day.
fn agreed_when_met(relations: &mut [Relation]) {
    for r in 0..relations.len() {
        let relation = &relations[r];
        if relation.date.is_some() || !AGREEING.contains(&&*relation.cameo) || relation.tense != Tense::Past {
            continue;
        }
        let within =
            |x: &Relation, y: &Relation| x.arguments.iter().all(|a| y.arguments.iter().any(|b| b.entity == a.entity));
        let near = |m: &&Relation| relation.sentence - m.sentence <= FARTHEST_MEETING;
        let met = relations[..r].iter().rev().take_while(near).find_map(|m| {
            let other = m.relation_type != relation.relation_type;
            day(m).filter(|_| other && m.modality == Modality::Actual && within(relation, m))
        });
        if let Some(date) = met {
            relations[r].date = Some(EventDate { kind: EventDateKind::Inherited, cue: None, ..date });
        }
    }
}

/// Of several tellings in one sentence with the same type, actors and status the first counts.
pub(super) fn once_a_sentence(relations: &mut Vec<Relation>) {
    let mut kept: Vec<Relation> = Vec::with_capacity(relations.len());
    for relation in relations.drain(..) {
        let actors = |r: &Relation| -> Vec<EntityId> {
            let mut actors: Vec<EntityId> = r.arguments.iter().map(|a| a.entity).collect();
            actors.sort_unstable();
            actors
        };
        let told = kept.iter().rev().take_while(|k| k.sentence == relation.sentence).any(|k| {
            k.relation_type == relation.relation_type
                && k.modality == relation.modality
                && k.polarity == relation.polarity
                && actors(k) == actors(&relation)
        });
        if !told {
            kept.push(relation);
        }
    }
    *relations = kept;
}

/// Whether two relations tell one event: same type and status, the actors of one among those of the other, no two
/// different dates.
fn same(first: &Relation, second: &Relation) -> bool {
    let actors = |r: &Relation| -> Vec<EntityId> { r.arguments.iter().map(|a| a.entity).collect() };
    let (a, b) = (actors(first), actors(second));
    let within = |x: &[EntityId], y: &[EntityId]| x.iter().all(|e| y.contains(e));
    let status = |r: &Relation| (r.relation_type, r.polarity == Polarity::Negative, r.modality == Modality::Possible);
    let dates = match (first.date, second.date) {
        (Some(d), Some(e)) => d.value.start == e.value.start,
        _ => true,
    };
    status(first) == status(second) && dates && (within(&a, &b) || within(&b, &a))
}
