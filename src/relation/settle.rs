//! Brings the mentions of a document in order once its relations are known.

use crate::mention::{EntityId, Form, Mention, Mentions, Source};
use crate::reference::{Actor, Anchor, Discourse, Via};
use crate::text::{Text, TokenRange};

use super::Relation;

/// The number of the mention that leads to an actor; descriptions and pronouns become mentions, put behind the names until
/// [`settle`] sorts them in.
pub(super) fn anchor(mentions: &mut Mentions, text: Text<'_>, actor: Actor) -> u32 {
    match actor.anchor {
        Anchor::Mention(m) => m,
        Anchor::Words(tokens) => {
            let form = if actor.via == Some(Via::Pronoun) { Form::Pronoun } else { Form::Nominal };
            let same = |m: &Mention| m.tokens == tokens && m.entity == actor.entity;
            let number = mentions.described.iter().position(same).unwrap_or_else(|| {
                let span = text.span(tokens);
                mentions.described.push(Mention {
                    tokens,
                    span,
                    entity: actor.entity,
                    form,
                    title: TokenRange::default(),
                    source: Source::Context,
                });
                mentions.described.len() - 1
            });
            DESCRIBED | number as u32
        }
    }
}

/// Marks the number of a mention among [`Mentions::described`].
const DESCRIBED: u32 = 1 << 31;

/// Sorts descriptions and pronouns in among the names, drops countries that nothing refers to, and renumbers.
pub(super) fn settle(discourse: &Discourse, mentions: &mut Mentions, relations: &mut [Relation]) {
    let named = mentions.mentions.len();
    let mut order: Vec<(u32, u32, bool, usize)> = Vec::new();
    for (i, m) in mentions.mentions.iter().enumerate() {
        order.push((m.tokens.start, m.tokens.end, false, i));
    }
    for (i, m) in mentions.described.iter().enumerate() {
        order.push((m.tokens.start, m.tokens.end, true, named + i));
    }
    order.sort_unstable();
    let all: Vec<Mention> = mentions.mentions.iter().chain(&mentions.described).copied().collect();
    let mut place = vec![0_u32; all.len()];
    mentions.mentions.clear();
    for (new, (.., old)) in order.iter().enumerate() {
        place[*old] = new as u32;
        mentions.mentions.push(all[*old]);
    }
    mentions.described.clear();
    let moved = |m: u32| place[if m & DESCRIBED != 0 { named + (m & !DESCRIBED) as usize } else { m as usize }];
    // Countries that are only meant stay when a relation has them.
    let used = |e: usize, relations: &[Relation]| {
        relations.iter().any(|r| {
            r.arguments.iter().any(|a| a.entity.0 as usize == e)
                || r.place.is_some_and(|(p, _)| p.0 as usize == e)
                || r.attribution.iter().any(|a| a.entity.is_some_and(|s| s.0 as usize == e))
        })
    };
    let mut renumbered: Vec<Option<u32>> = (0..mentions.entities.len() as u32).map(Some).collect();
    let mut next = discourse.named();
    for (e, number) in renumbered.iter_mut().enumerate().skip(discourse.named()) {
        if used(e, relations) {
            *number = Some(next as u32);
            next += 1;
        } else {
            *number = None;
        }
    }
    let entity = |e: EntityId| EntityId(renumbered[e.0 as usize].unwrap_or(e.0));
    let mut e = 0;
    mentions.entities.retain(|_| {
        e += 1;
        renumbered[e - 1].is_some()
    });
    for mention in &mut mentions.mentions {
        mention.entity = entity(mention.entity);
    }
    for relation in relations {
        for argument in &mut relation.arguments {
            argument.mention = moved(argument.mention);
            argument.entity = entity(argument.entity);
        }
        if let Some((e, m)) = &mut relation.place {
            *m = moved(*m);
            *e = entity(*e);
        }
        for attribution in &mut relation.attribution {
            attribution.mention = attribution.mention.map(moved);
            attribution.entity = attribution.entity.map(entity);
        }
    }
}
