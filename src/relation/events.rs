//! Told twice, counted once: which relations of a document tell the same event, and what they lend each other.

use super::{EventDateKind, Modality, Polarity, Relation};
use crate::mention::EntityId;

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
        // "since 2013" holds for the telling that says so.
        let dated = |r: &Relation| r.date.filter(|d| d.kind != EventDateKind::Range);
        let date = relations.iter().filter(of_event).find_map(dated);
        let place = relations.iter().filter(of_event).find_map(|r| r.place);
        for relation in relations.iter_mut().filter(|r| r.event == event && r.modality != Modality::Possible) {
            if let Some(date) = date.filter(|_| relation.date.is_none()) {
                relation.date = Some(super::EventDate { kind: EventDateKind::Inherited, cue: None, ..date });
            }
            relation.place = relation.place.or(place);
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
