//! Told twice, counted once: which relations of a document tell the same event, and what they lend each other.

use super::{EventDate, EventDateKind, Modality, Polarity, Relation, Tense};
use crate::mention::EntityId;
use crate::reference::Via;

/// What was agreed is told at most this many sentences after the meeting.
const FARTHEST_MEETING: usize = 6;

/// Numbers the events in the order of their first telling, lends a date to tellings without one, and puts the fullest
/// telling of an event first where two stand at one place.
pub(super) fn group(relations: &mut [Relation]) {
    let mut firsts: Vec<usize> = Vec::new();
    for r in 0..relations.len() {
        let known = firsts.iter().position(|&f| same(&relations[f], &relations[r]));
        let event = known.unwrap_or_else(|| {
            firsts.push(r);
            firsts.len() - 1
        });
        relations[r].event = event as u32;
    }
    for event in 0..firsts.len() as u32 {
        let of_event = |r: &&Relation| r.event == event;
        let date = relations.iter().filter(of_event).find_map(day);
        let any = relations.iter().filter(of_event).find_map(|r| r.date);
        let place = relations.iter().filter(of_event).find_map(|r| r.place);
        for relation in relations.iter_mut().filter(|r| r.event == event && r.modality != Modality::Possible) {
            // "the treaty": the one told before, with its year.
            let again = relation.arguments.iter().all(|a| a.via == Some(Via::Nominal));
            if let Some(date) = date.or(any.filter(|_| again)).filter(|_| relation.date.is_none()) {
                relation.date = Some(EventDate { kind: EventDateKind::Inherited, cue: None, ..date });
            }
            relation.place = relation.place.or(place);
        }
    }
    agreed_when_met(relations);
}

/// The day or month of a relation that others may share; "since 2013" and "the 1960 treaty" hold for their own telling.
fn day(relation: &Relation) -> Option<EventDate> {
    relation.date.filter(|d| d.kind != EventDateKind::Range && d.value.parts > 1)
}

/// What people who met agreed on, they agreed on that day.
fn agreed_when_met(relations: &mut [Relation]) {
    for r in 0..relations.len() {
        let relation = &relations[r];
        if relation.date.is_some() || !["030", "057"].contains(&&*relation.cameo) || relation.tense != Tense::Past {
            continue;
        }
        let within =
            |x: &Relation, y: &Relation| x.arguments.iter().all(|a| y.arguments.iter().any(|b| b.entity == a.entity));
        let met = relations[..r].iter().rev().find_map(|m| {
            let near = relation.sentence - m.sentence <= FARTHEST_MEETING && m.relation_type != relation.relation_type;
            day(m).filter(|_| near && m.modality == Modality::Actual && within(relation, m))
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
        let told = kept.iter().any(|k| {
            k.sentence == relation.sentence
                && k.relation_type == relation.relation_type
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
