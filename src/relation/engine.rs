//! Rules over a text: the gate, the match, and what every relation is told besides.

use jiff::civil::Date;

use crate::clause::Syntax;
use crate::gazetteer::{EntityType, Gazetteer};
use crate::mention::{self, EntityId, Mentions};
use crate::reference::{Actor, Anchor, Discourse, Resolver, Telling, Via};
use crate::rule::codes::VISIT;
use crate::rule::{Role, RuleBook};
use crate::text::{Key, Tag, Text};

use super::account::{Recorder, SentenceAccount};
use super::attitude;
use super::attribution::{attribution, speaker};
use super::candidate::{Candidate, candidates};
use super::circumstance::Scene;
use super::gate::{Gate, Prospect};
use super::settle::{anchor, settle};
use super::trace::Witness;
use super::triggers::Triggers;
use super::{Argument, Attribution, Modality, Polarity, Relation, Tense, codes, events, status};

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
    gate: Gate,
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
        self.run_before(&mut (), text, reference, gazetteer, mentions, scratch, relations);
    }

    /// Tells what the engine makes of a text, sentence by sentence; besides the same as [`run`](Engine::run).
    pub fn explain(
        &self,
        text: Text<'_>,
        reference: Option<Date>,
        gazetteer: &Gazetteer,
        mentions: &mut Mentions,
        scratch: &mut EngineScratch,
        relations: &mut Vec<Relation>,
    ) -> Vec<SentenceAccount> {
        let mut recorder = Recorder::new(&self.book);
        self.run_before(&mut recorder, text, reference, gazetteer, mentions, scratch, relations);
        recorder.sentences
    }

    /// The same as [`run`](Engine::run), told to a witness step by step.
    #[allow(clippy::too_many_arguments)] // One more than `run`, which hides it.
    pub(crate) fn run_before(
        &self,
        witness: &mut impl Witness,
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
            let told = begun && scratch.discourse.has_told(s);
            let opened = if witness.sees_all() {
                scratch.gate.throw_open((&self.book, &self.triggers), &text, sentence.tokens, mentions)
            } else {
                scratch.gate.open((&self.book, &self.triggers), &text, sentence.tokens, mentions, told)
            };
            if !opened {
                continue;
            }
            scratch.syntax.begin(text, sentence.tokens, mentions);
            if !scratch.gate.narrow((&self.book, &self.triggers), &text, &scratch.syntax, told) && !witness.sees_all() {
                continue;
            }
            if !begun {
                scratch.discourse.begin(text, mentions, gazetteer);
                begun = true;
            }
            mention::find_dates(&text, sentence.tokens, reference, &mut mentions.dates);
            scratch.syntax.parse(text, mentions);
            let EngineScratch { syntax, discourse, gate } = scratch;
            let resolver = Resolver { text, syntax, mentions, gazetteer, discourse };
            witness.sentence(s, &resolver);
            // Token by token: "the deal" may be the one that the same sentence told of before.
            // Then once more for what stands before the meeting it is the topic of: "To boost trade ties, Lee met Ek."
            let first = relations.len();
            let chunks = || gate.prospects.chunk_by(|a, b| a.trigger.start == b.trigger.start);
            for (late, prospects) in chunks().map(|p| (false, p)).chain(chunks().map(|p| (true, p))) {
                if late && (relations.len() == first || !self.is_topic_ahead(prospects, &relations[first..])) {
                    continue;
                }
                let topics: Vec<Prospect>;
                let prospects = if late {
                    topics = prospects.iter().copied().filter(|p| self.is_topic(p)).collect();
                    topics.as_slice()
                } else {
                    prospects
                };
                let resolver = Resolver { text, syntax, mentions, gazetteer, discourse };
                for candidate in candidates((&self.book, &self.triggers), (gate, prospects), &resolver, witness) {
                    let resolver = Resolver { text, syntax, mentions, gazetteer, discourse };
                    let mut relation = self.tell(&candidate, &resolver, reference, last);
                    relation.sentence = s;
                    if self.is_still_planned(&relation, &candidate, &resolver) {
                        relation.modality = Modality::Planned;
                        relation.modality_cue = Some(text.span(relation.trigger));
                        (relation.plover, relation.cameo) =
                            codes::coded(&self.book.rules[relation.rule].code, relation.modality, relation.polarity);
                    }
                    for (role, actor) in candidate.arguments {
                        let mention = anchor(mentions, text, actor);
                        relation.arguments.push(Argument { role, entity: actor.entity, mention, via: actor.via });
                    }
                    if relation.place.is_none_or(|place| is_elsewhere(&relation, place, discourse)) {
                        relation.place = visited(&relation, mentions);
                    }
                    last = if late { last } else { speaker(&relation.attribution).or(last) };
                    let actors = relation.arguments.iter().map(|a| Actor {
                        entity: a.entity,
                        anchor: Anchor::Mention(a.mention),
                        via: Some(Via::Nominal),
                    });
                    // "they" are the persons named, not the states they speak for.
                    let person = |a: &Argument| {
                        let mention = mentions.mentions.get(a.mention as usize)?;
                        let person = mentions.entity(mention.entity).entity_type == EntityType::Person;
                        person.then_some(mention.entity)
                    };
                    let persons: Option<Vec<EntityId>> = relation.arguments.iter().map(person).collect();
                    // What was only spoken of is nothing that others may refer to.
                    let rule = &self.book.rules[relation.rule];
                    if !rule.is_topic() {
                        let told = relation.polarity == Polarity::Positive;
                        discourse.note(Telling {
                            relation: relation.relation_type,
                            code: rule.code.cameo.clone(),
                            sentence: s,
                            trigger: relation.trigger,
                            actors: actors.collect(),
                            persons: persons.unwrap_or_default(),
                            planned: told && relation.modality == Modality::Planned,
                            possible: told && relation.modality == Modality::Possible,
                            denied: !told,
                        });
                    }
                    relations.push(relation);
                }
            }
            relations[first..].sort_by_key(|r| r.trigger.start);
        }
        if begun {
            events::once_a_sentence(relations);
            events::group(&self.book, relations);
            settle(&scratch.discourse, mentions, relations);
        }
    }

    fn is_topic(&self, prospect: &Prospect) -> bool {
        self.book.rules[prospect.start.rule as usize].is_topic()
    }

    /// "To boost trade ties, Lee met Ek": whether a trigger that told nothing may tell the topic of a meeting behind it.
    fn is_topic_ahead(&self, prospects: &[Prospect], told: &[Relation]) -> bool {
        let Some(first) = prospects.iter().find(|p| self.is_topic(p)) else { return false };
        let meets = |r: &Relation| self.book.rules[r.rule].is_contact() && r.trigger.start > first.trigger.start;
        told.iter().any(meets) && told.iter().all(|r| r.trigger.start != first.trigger.start)
    }

    /// "will visit Peru on Friday … The visit is", "will meet Ek … Her meeting with Ek is": told as planned, and since then
    /// nothing of it is past.
    fn is_still_planned(&self, relation: &Relation, candidate: &Candidate, resolver: &Resolver<'_>) -> bool {
        let rule = &self.book.rules[relation.rule];
        if !rule.is_contact() || relation.modality != Modality::Actual || relation.polarity != Polarity::Positive {
            return false;
        }
        let own = |t: &&Telling| {
            let told = |a: &Actor| candidate.arguments.iter().any(|(_, other)| other.entity == a.entity);
            t.relation == relation.relation_type && t.actors.iter().all(told)
        };
        let told = || resolver.discourse.recent(relation.sentence).find(own).filter(|t| t.planned);
        let (text, syntax) = (&resolver.text, resolver.syntax);
        let g = syntax.group_of(relation.trigger.start as usize);
        let last = relation.trigger.end as usize - 1;
        let one = attitude::is_occasion(text.key(last)) && syntax.tag(last) == Tag::Noun;
        let noun = one && syntax.verb_of(g).is_none();
        let before = syntax.groups[g].preposition.map(|p| text.key(syntax.groups[p as usize].tokens.start as usize));
        // "spoke before his visit"; but "says on a visit", "says during the visit", "says after the visit"
        let ahead = before == Some(const { Key::of_ascii("before") });
        let within = const { Key::each(["on", "in", "at", "during", "after", "following", "since"]) };
        let aside = before.is_some_and(|p| within.contains(&p));
        if relation.tense == Tense::Past {
            return noun && ahead && told().is_some();
        }
        candidate.looks_back() && told().is_some_and(|t| &*t.code == VISIT) || noun && !aside && told().is_some()
    }

    /// What a relation is told besides its arguments.
    fn tell(
        &self,
        candidate: &Candidate,
        resolver: &Resolver<'_>,
        reference: Option<Date>,
        last: Option<Attribution>,
    ) -> Relation {
        let Candidate { trigger, frame, arguments, .. } = candidate;
        let rule = &self.book.rules[candidate.rule];
        let &Resolver { text, syntax, mentions, gazetteer, .. } = resolver;
        let mut status = status::read(&text, syntax, *trigger, rule);
        let actors: Vec<EntityId> = arguments.iter().map(|(_, a)| a.entity).collect();
        let scene = Scene { text, syntax, mentions, gazetteer, frame, trigger: *trigger };
        let date = scene.date(reference, &status, rule.is_contact());
        // "a visit next week"
        if rule.is_contact()
            && status.modality == Modality::Actual
            && status.polarity == Polarity::Positive
            && let Some(cue) = scene.is_to_come(date, reference)
        {
            status.modality = Modality::Planned;
            status.modality_cue = Some(cue);
            status.tense = Tense::Future;
        }
        let (plover, cameo) = codes::coded(&rule.code, status.modality, status.polarity);
        Relation {
            relation_type: rule.relation,
            rule: candidate.rule,
            plover,
            cameo,
            trigger: *trigger,
            arguments: Vec::with_capacity(arguments.len()),
            polarity: status.polarity,
            polarity_cue: status.polarity_cue,
            modality: status.modality,
            modality_cue: status.modality_cue,
            tense: status.tense,
            date,
            place: scene.place(&actors, resolver.discourse.dateline(), rule.is_contact()),
            topic: scene.topic(),
            attribution: attribution(resolver, *trigger, last),
            sentence: 0,
            event: 0,
        }
    }
}

/// "arrived in Chile after a visit to Peru": whether a place that was named lies outside the state that was visited.
fn is_elsewhere(relation: &Relation, (place, _): (EntityId, u32), discourse: &Discourse) -> bool {
    let aim = relation.arguments.iter().find(|a| a.role == Role::Destination).map(|a| a.entity);
    aim.is_some_and(|aim| aim != place && discourse.country(aim) == Some(aim) && discourse.country(place) != Some(aim))
}

/// The place that is visited, or that receives: "a visit to Cairo", "Peru hosted talks".
fn visited(relation: &Relation, mentions: &Mentions) -> Option<(EntityId, u32)> {
    let goal = relation.arguments.iter().find(|a| matches!(a.role, Role::Destination | Role::Host))?;
    let mention = mentions.mentions.get(goal.mention as usize)?;
    let place = mentions.entity(mention.entity).entity_type == EntityType::Place;
    place.then_some((mention.entity, goal.mention))
}
