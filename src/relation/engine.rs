//! Rules over a text: the gate, the match, and what every relation is told besides.

use jiff::civil::Date;

use crate::clause::Syntax;
use crate::gazetteer::{EntityType, Gazetteer};
use crate::mention::{self, EntityId, Form, Mention, Mentions, Source};
use crate::reference::{Actor, Anchor, Discourse, Resolver, Via};
use crate::rule::{Element, Role, Rule, RuleBook, Stance};
use crate::text::{Text, TokenRange};

use super::attribution::{attribution, speaker};
use super::circumstance::Scene;
use super::frame::{Frame, frames};
use super::status::{Status, status};
use super::triggers::{Start, Triggers};
use super::walk::{Binding, Walk};
use super::{Argument, Attribution, Modality, Polarity, Relation, codes, events};

/// The rules of a run, ready to be matched. Immutable; one serves all threads.
#[derive(Clone, Debug)]
pub struct Engine {
    book: RuleBook,
    triggers: Triggers,
}

/// Buffers of one thread.
#[derive(Clone, Debug, Default)]
pub struct EngineScratch {
    syntax: Syntax,
    discourse: Discourse,
}

/// A match before its circumstances are known.
struct Candidate {
    rule: usize,
    trigger: TokenRange,
    frame: Frame,
    arguments: Vec<(Role, Actor)>,
    /// More is better: actors, then no borrowed subject, then the longer pattern.
    rank: (usize, bool, usize),
}

impl Engine {
    /// Takes the rules of a run.
    pub fn new(book: RuleBook) -> Engine {
        let triggers = Triggers::new(&book);
        Engine { book, triggers }
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// Finds the relations of a text. `mentions` gets the dates of the sentences that were read, the descriptions and
    /// pronouns that lead to actors, and the countries that are only meant. `relations` is cleared first.
    pub fn run(
        &self,
        text: Text<'_>,
        reference: Option<Date>,
        gazetteer: &Gazetteer,
        mentions: &mut Mentions,
        scratch: &mut EngineScratch,
        relations: &mut Vec<Relation>,
    ) {
        relations.clear();
        if mentions.mentions.len() < 2 {
            return;
        }
        let mut begun = false;
        let mut last: Option<Attribution> = None;
        for (s, sentence) in text.sentences.iter().enumerate() {
            let tokens = &text.tokens[sentence.tokens.range()];
            if !tokens.iter().any(|t| self.triggers.may_begin(t.key) && !self.triggers.starts(t.key).is_empty()) {
                continue;
            }
            if !begun {
                scratch.discourse.begin(text, mentions, gazetteer);
                begun = true;
            }
            mention::find_dates(&text, sentence.tokens, reference, &mut mentions.dates);
            scratch.syntax.read(text, sentence.tokens, mentions);
            let candidates = self.candidates(text, gazetteer, mentions, scratch);
            for candidate in candidates {
                let relation = self.relation(candidate, text, reference, gazetteer, mentions, scratch, s, last);
                last = speaker(&relation.attribution).or(last);
                scratch.discourse.note(relation.relation_type, relation.arguments.iter().map(|a| a.entity));
                relations.push(relation);
            }
        }
        if !begun {
            return;
        }
        once_a_sentence(relations);
        events::group(relations);
        settle(&scratch.discourse, mentions, relations);
    }

    /// The best match of each relation type at each trigger of the sentence, in the order of the triggers.
    fn candidates(
        &self,
        text: Text<'_>,
        gazetteer: &Gazetteer,
        mentions: &Mentions,
        scratch: &EngineScratch,
    ) -> Vec<Candidate> {
        let syntax = &scratch.syntax;
        let resolver = Resolver { text, syntax, mentions, gazetteer, discourse: &scratch.discourse };
        let mut found: Vec<Candidate> = Vec::new();
        for i in syntax.sentence.range() {
            let starts = self.triggers.starts(text.key(i));
            if starts.is_empty() || named(mentions, i) {
                continue;
            }
            let frames = frames(&text, syntax, i);
            let from = found.len();
            for start in starts {
                let rule = &self.book.rules[start.rule as usize];
                let Some(trigger) = form_at(&text, syntax, rule, start, i) else { continue };
                for frame in &frames {
                    let Some(candidate) = self.walk(&resolver, rule, start, frame, trigger) else { continue };
                    let other = found[from..].iter_mut().find(|c| self.book.rules[c.rule].relation == rule.relation);
                    match other {
                        Some(other) if other.rank < candidate.rank => *other = candidate,
                        Some(_) => {}
                        None => found.push(candidate),
                    }
                }
            }
        }
        found
    }

    fn walk(
        &self,
        resolver: &Resolver<'_>,
        rule: &Rule,
        start: &Start,
        frame: &Frame,
        trigger: TokenRange,
    ) -> Option<Candidate> {
        let pattern = &rule.patterns[start.pattern as usize];
        let mut walk = Walk::new(resolver, frame, rule, trigger)?;
        let bindings = walk.run(&pattern.elements)?;
        let arguments = arguments(resolver, rule, &bindings)?;
        let borrowed = pattern.elements.iter().any(|e| matches!(e, Element::Actor { stance: Stance::Subject, .. }));
        let rank = (arguments.len(), !borrowed, pattern.elements.len());
        Some(Candidate { rule: start.rule as usize, trigger, frame: frame.clone(), arguments, rank })
    }

    #[allow(clippy::too_many_arguments)]
    fn relation(
        &self,
        candidate: Candidate,
        text: Text<'_>,
        reference: Option<Date>,
        gazetteer: &Gazetteer,
        mentions: &mut Mentions,
        scratch: &EngineScratch,
        sentence: usize,
        last: Option<Attribution>,
    ) -> Relation {
        let Candidate { rule: number, trigger, frame, arguments, .. } = candidate;
        let rule = &self.book.rules[number];
        let syntax = &scratch.syntax;
        let mut status = status(&text, syntax, trigger);
        impose(rule, &text, trigger, &mut status);
        let resolver = Resolver { text, syntax, mentions, gazetteer, discourse: &scratch.discourse };
        let attribution = attribution(&resolver, trigger, last);
        let actors: Vec<EntityId> = arguments.iter().map(|(_, a)| a.entity).collect();
        let scene = Scene { text, syntax, mentions, gazetteer, frame: &frame, trigger };
        let date = scene.date(reference, status.modality);
        let place = scene.place(&actors);
        let topic = scene.topic();
        let (plover, cameo) = codes::coded(&rule.code, status.modality, status.polarity);
        let arguments = arguments
            .into_iter()
            .map(|(role, actor)| Argument {
                role,
                entity: actor.entity,
                mention: anchor(mentions, text, actor),
                via: actor.via,
            })
            .collect();
        Relation {
            relation_type: rule.relation,
            rule: number,
            plover,
            cameo,
            trigger,
            arguments,
            polarity: status.polarity,
            polarity_cue: status.polarity_cue,
            modality: status.modality,
            modality_cue: status.modality_cue,
            tense: status.tense,
            date,
            place,
            topic,
            attribution,
            sentence,
            event: 0,
        }
    }
}

/// Whether a name or a person's title holds the token.
fn named(mentions: &Mentions, token: usize) -> bool {
    let at = mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
    mentions.mentions.get(at).is_some_and(|m| m.tokens.contains(token) || m.title.contains(token))
}

/// The tokens of a trigger's form, when it stands at `i`.
fn form_at(text: &Text<'_>, syntax: &Syntax, rule: &Rule, start: &Start, i: usize) -> Option<TokenRange> {
    let pattern = &rule.patterns[start.pattern as usize];
    let Element::Trigger(forms) = &pattern.elements[pattern.trigger] else { return None };
    let form = &forms[start.form as usize];
    let end = i + form.len();
    let fits = end <= syntax.sentence.end as usize
        && form.iter().zip(i..).all(|(element, k)| match element {
            Element::Word(key) => text.key(k) == *key,
            Element::Lemma(lemma) => lemma.is(text.key(k), syntax.tag(k)),
            _ => false,
        });
    fits.then(|| TokenRange::new(i, end))
}

/// What a rule sets by itself, unless the clause says otherwise.
fn impose(rule: &Rule, text: &Text<'_>, trigger: TokenRange, status: &mut Status) {
    if let Some(modality) = rule.modality.as_deref().and_then(Modality::parse)
        && status.modality == Modality::Actual
        && modality != Modality::Actual
    {
        status.modality = modality;
        status.modality_cue = Some(text.span(trigger));
    }
    if rule.polarity.as_deref() == Some("negative") && status.polarity == Polarity::Positive {
        status.polarity = Polarity::Negative;
        status.polarity_cue = Some(text.span(trigger));
    }
}

/// From bindings to arguments; `None` when fewer than two different actors remain or a role has too few.
fn arguments(resolver: &Resolver<'_>, rule: &Rule, bindings: &[Binding]) -> Option<Vec<(Role, Actor)>> {
    let mut arguments: Vec<(Role, Actor)> = Vec::new();
    for binding in bindings {
        for actor in &binding.actors {
            let mut actor = *actor;
            let person = resolver.mentions.entity(actor.entity).entity_type == EntityType::Person;
            if rule.speaks_for
                && person
                && let Some(country) = resolver.discourse.country(actor.entity)
            {
                actor.entity = country;
                actor.via = Some(Via::Office);
            }
            if arguments.iter().all(|(_, a)| a.entity != actor.entity) {
                arguments.push((binding.role, actor));
            }
        }
    }
    // A person and the country the person speaks for are not two.
    let persons: Vec<EntityId> = arguments
        .iter()
        .map(|(_, a)| a.entity)
        .filter(|e| resolver.mentions.entity(*e).entity_type == EntityType::Person)
        .collect();
    arguments
        .retain(|(_, a)| !persons.iter().any(|p| *p != a.entity && resolver.discourse.country(*p) == Some(a.entity)));
    for spec in &rule.roles {
        let bound = bindings.iter().any(|b| b.role == spec.role);
        let count = arguments.iter().filter(|(role, _)| *role == spec.role).count();
        if bound && count < spec.min {
            return None;
        }
    }
    (arguments.len() > 1).then_some(arguments)
}

/// The number of the mention that leads to an actor; descriptions and pronouns become mentions, put behind the names until
/// [`settle`] sorts them in.
fn anchor(mentions: &mut Mentions, text: Text<'_>, actor: Actor) -> u32 {
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

/// Of several tellings in one sentence with the same type, actors and status the first counts.
fn once_a_sentence(relations: &mut Vec<Relation>) {
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

/// Sorts descriptions and pronouns in among the names, drops countries that nothing refers to, and renumbers.
fn settle(discourse: &Discourse, mentions: &mut Mentions, relations: &mut [Relation]) {
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
