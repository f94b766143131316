//! What the rules find at the triggers of one sentence, before its circumstances are known.

use crate::clause::{Link, Syntax};
use crate::gazetteer::EntityType;
use crate::mention::EntityId;
use crate::reference::{Actor, Anchor, Resolver, Via};
use crate::rule::{Element, Role, Rule, RuleBook, Stance};
use crate::text::TokenRange;

use super::frame::{Frame, frames};
use super::gate::Prospect;
use super::lists::Lists;
use super::trace::{Outcome, Witness};
use super::triggers::Start;
use super::walk::{Binding, Cell, Walk, cells};

/// A match of one rule at one trigger.
pub(super) struct Candidate {
    pub(super) rule: usize,
    pub(super) trigger: TokenRange,
    pub(super) frame: Frame,
    /// At least two different actors.
    pub(super) arguments: Vec<(Role, Actor)>,
    rank: Rank,
}

/// More is better: actors named in the clause, how many, whether at the trigger, then the longer pattern.
type Rank = (bool, usize, Own, usize);

/// Where a pattern takes its actors from; better ones last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Own {
    /// The country of the text for one of them.
    Presumed,
    /// Those told before.
    Told,
    /// The subject for one of them.
    Borrowed,
    /// Its own place in the pattern for each.
    Named,
}

/// The best match of each relation type among the triggers that may begin at one token.
pub(super) fn candidates(
    book: &RuleBook,
    prospects: &[Prospect],
    resolver: &Resolver<'_>,
    witness: &mut impl Witness,
) -> Vec<Candidate> {
    let (text, syntax) = (resolver.text, resolver.syntax);
    let mut found: Vec<Candidate> = Vec::new();
    // Laid out once.
    let mut laid: Option<Vec<(Frame, Vec<Cell>)>> = None;
    let lists = Lists::default();
    for Prospect { start, trigger } in prospects {
        let rule = &book.rules[start.rule as usize];
        let laid = laid.get_or_insert_with(|| {
            let frames = frames(&text, syntax, trigger.start as usize);
            frames
                .into_iter()
                .map(|frame| {
                    let cells = cells(syntax, &frame);
                    (frame, cells)
                })
                .collect()
        });
        for (frame, cells) in &*laid {
            let Some(candidate) = attempt((resolver, &lists), rule, start, (frame, cells), *trigger, witness) else {
                continue;
            };
            let other = found.iter_mut().find(|c| book.rules[c.rule].relation == rule.relation);
            match other {
                Some(other) if other.rank < candidate.rank => *other = candidate,
                Some(_) => {}
                None => found.push(candidate),
            }
        }
    }
    found.into_iter().flat_map(apart).collect()
}

/// "visited A, B and C": a visit to each, at which the hosts do not meet.
fn apart(candidate: Candidate) -> Vec<Candidate> {
    let (goals, others): (Vec<_>, Vec<_>) =
        candidate.arguments.iter().copied().partition(|(role, _)| *role == Role::Destination);
    if goals.len() < 2 || others.is_empty() {
        return vec![candidate];
    }
    let visit = |goal| {
        let arguments = others.iter().copied().chain([goal]).collect();
        Candidate { arguments, frame: candidate.frame.clone(), ..candidate }
    };
    goals.into_iter().map(visit).collect()
}

/// Tries one alternative of a rule in one frame.
fn attempt(
    (resolver, lists): (&Resolver<'_>, &Lists),
    rule: &Rule,
    start: &Start,
    (frame, cells): (&Frame, &[Cell]),
    trigger: TokenRange,
    witness: &mut impl Witness,
) -> Option<Candidate> {
    let pattern = &rule.patterns[start.pattern as usize];
    let mut walk = Walk::new(resolver, lists, frame, cells, rule, trigger)?;
    let Some(bindings) = walk.run(&pattern.elements) else {
        witness.attempt(start, trigger, Outcome::Missed { element: walk.furthest, unknown: walk.unknown });
        return None;
    };
    let Some(arguments) = arguments(resolver, rule, &bindings, trigger) else {
        witness.attempt(start, trigger, Outcome::TooFew(&bindings));
        return None;
    };
    if let Some(word) = barred(resolver, rule, cells, trigger) {
        witness.attempt(start, trigger, Outcome::Barred(word));
        return None;
    }
    witness.attempt(start, trigger, Outcome::Matched(&bindings));
    let takes = |stances: &[Stance]| {
        let taken = |e: &Element| matches!(e, Element::Actor { stance, .. } if stances.contains(stance));
        pattern.elements.iter().any(taken)
    };
    let own = match () {
        () if takes(&[Stance::Home]) => Own::Presumed,
        () if takes(&[Stance::Again]) => Own::Told,
        () if takes(&[Stance::Subject]) => Own::Borrowed,
        () => Own::Named,
    };
    let rank = (own >= Own::Borrowed, arguments.len(), own, pattern.elements.len());
    Some(Candidate { rule: start.rule as usize, trigger, frame: frame.clone(), arguments, rank })
}

/// The first words of the clause that the rule does without.
fn barred(resolver: &Resolver<'_>, rule: &Rule, cells: &[Cell], trigger: TokenRange) -> Option<TokenRange> {
    let (text, syntax) = (resolver.text, resolver.syntax);
    let is = |element: &Element, i: usize| match element {
        Element::Word(key) => text.key(i) == *key,
        // "the Information Service", "Lima defender Bo Ek": what a name or title says is neither thing nor deed.
        Element::Lemma(lemma) => lemma.is(text.key(i), syntax.tag(i)) && !resolver.is_named(i) && !resolver.is_title(i),
        _ => false,
    };
    let stands = |form: &Vec<Element>, first: usize| {
        let range = TokenRange::new(first, first + form.len());
        let whole = range.end <= syntax.sentence.end && form.iter().zip(first..).all(|(element, i)| is(element, i));
        (whole && !trigger.contains(first)).then_some(range)
    };
    // "declined to discuss": the verbs that it hangs on with an infinitive.
    let above = chain(syntax, trigger.start as usize);
    let tokens = || cells.iter().map(|cell| cell.token as usize).chain(above.iter().copied());
    rule.without.iter().find_map(|form| tokens().find_map(|first| stands(form, first)))
}

/// The verbs that govern the verb at a token by infinitives, the nearest first.
fn chain(syntax: &Syntax, token: usize) -> Vec<usize> {
    let mut verb = syntax.verb_of(syntax.group_of(token)).map(|v| syntax.verbs[v]);
    let mut above = Vec::new();
    while let Some(high) = verb.filter(|v| v.link == Link::Infinitive).and_then(|v| v.governor) {
        let high = syntax.verbs[high as usize];
        above.push(high.main as usize);
        verb = Some(high);
    }
    above
}

/// Whether an actor is meant by "we".
fn is_we(resolver: &Resolver<'_>, actor: &Actor) -> bool {
    match actor.anchor {
        Anchor::Words(tokens) => matches!(resolver.text.word(tokens.start as usize), "We" | "we"),
        Anchor::Mention(_) => false,
    }
}

/// From bindings to arguments; `None` when fewer than two different actors remain or a role has too few.
fn arguments(
    resolver: &Resolver<'_>,
    rule: &Rule,
    bindings: &[Binding],
    trigger: TokenRange,
) -> Option<Vec<(Role, Actor)>> {
    let mut arguments: Vec<(Role, Actor)> = Vec::new();
    let mut actors = bindings.iter().flat_map(|b| &b.actors);
    let named = |a: &Actor| a.via.is_none() && resolver.mentions.entity(a.entity).entity_type == EntityType::Person;
    let speaks_for = rule.speaks_for && !(rule.personal && actors.all(named));
    for binding in bindings {
        for actor in &binding.actors {
            let mut actor = *actor;
            let person = resolver.mentions.entity(actor.entity).entity_type == EntityType::Person;
            if speaks_for
                && person
                && let Some(represented) = resolver.discourse.represented(actor.entity)
            {
                actor.entity = represented;
                actor.via = Some(Via::Office);
            }
            if arguments.iter().all(|(_, a)| a.entity != actor.entity) {
                arguments.push((binding.role, actor));
            }
        }
    }
    // "“We signed a treaty,” he said": with those told of before, where nobody else is named.
    if let [(role, one)] = arguments[..]
        && is_we(resolver, &one)
    {
        let others = resolver.discourse.with(one.entity, resolver.text.sentence_of(trigger.start as usize));
        let fits = |a: &&Actor| {
            let spec = rule.roles.iter().find(|s| s.role == role);
            spec.is_some_and(|s| s.types.contains(&resolver.mentions.entity(a.entity).entity_type))
        };
        arguments.extend(others.iter().filter(fits).filter(|a| a.entity != one.entity).map(|a| (role, *a)));
    }
    // "bilateral ties": of states or bodies, never of a person and a state; but one may cooperate (CAMEO 060) with a state.
    if speaks_for {
        let person = |e: EntityId| resolver.mentions.entity(e).entity_type == EntityType::Person;
        let persons = arguments.iter().filter(|(_, a)| person(a.entity)).count();
        let aid = rule.code.cameo.starts_with("07");
        if persons > 0 && persons < arguments.len() && &*rule.code.cameo != "060" && !aid {
            return None;
        }
    }
    // A paper is told, and meets nobody.
    if &*rule.code.plover == "CONSULT" {
        arguments.retain(|(_, a)| !resolver.is_press(a.entity));
    }
    // "visited the Lost City": a place that no list knows is no actor.
    if &*rule.code.cameo == "042" {
        let unknown = |e: EntityId| {
            let entity = resolver.mentions.entity(e);
            entity.entity_type == EntityType::Place && entity.entry.is_none()
        };
        arguments.retain(|(role, a)| *role != Role::Destination || !unknown(a.entity));
        // "Minister Bo Ek of Peru visited Santiago": who comes from abroad visits the state.
        let foreign = |state: EntityId| {
            let mut visitors = arguments.iter().filter(|(role, _)| *role == Role::Visitor);
            visitors.any(|(_, v)| resolver.discourse.country(v.entity).is_some_and(|own| own != state))
        };
        let states: Vec<Option<EntityId>> = arguments
            .iter()
            .map(|(role, a)| {
                let town = resolver.mentions.entity(a.entity).entity_type == EntityType::Place;
                resolver.discourse.country(a.entity).filter(|s| *role == Role::Destination && town && foreign(*s))
            })
            .collect();
        for ((_, actor), state) in arguments.iter_mut().zip(states) {
            if let Some(state) = state.filter(|s| *s != actor.entity) {
                *actor = Actor { entity: state, via: Some(Via::Metonym), ..*actor };
            }
        }
        let mut seen = Vec::new();
        arguments.retain(|(_, a)| {
            let first = !seen.contains(&a.entity);
            seen.push(a.entity);
            first
        });
    }
    // A town of one's own country is no visit.
    let own = |town: EntityId| {
        let country = resolver.discourse.country(town);
        // To a state goes who comes from another.
        let of = |visitor: EntityId| {
            if country == Some(town) {
                resolver.discourse.stated_country(visitor)
            } else {
                resolver.discourse.country(visitor)
            }
        };
        country.is_some() && arguments.iter().any(|(role, a)| *role == Role::Visitor && of(a.entity) == country)
    };
    let at_home: Vec<EntityId> = arguments
        .iter()
        .filter(|(role, a)| *role == Role::Destination && own(a.entity))
        .map(|(_, a)| a.entity)
        .collect();
    let place = |e: EntityId| resolver.mentions.entity(e).entity_type == EntityType::Place;
    arguments.retain(|(_, a)| !at_home.contains(&a.entity) || !place(a.entity));
    // A person and the country the person speaks for are not two.
    let persons: Vec<EntityId> = arguments
        .iter()
        .map(|(_, a)| a.entity)
        .filter(|e| resolver.mentions.entity(*e).entity_type == EntityType::Person)
        .collect();
    arguments.retain(|(role, a)| {
        // "the Japanese minister" is another minister than one whose country is only presumed.
        let other = *role == Role::Destination || matches!(a.via, Some(Via::Office | Via::Demonym));
        let speaks = |p: EntityId| {
            if other { resolver.discourse.stated_country(p) } else { resolver.discourse.country(p) }
        };
        !persons.iter().any(|p| *p != a.entity && speaks(*p) == Some(a.entity))
    });
    for spec in &rule.roles {
        let bound = bindings.iter().any(|b| b.role == spec.role);
        let count = arguments.iter().filter(|(role, _)| *role == spec.role).count();
        if bound && count < spec.min {
            return None;
        }
    }
    (arguments.len() > 1).then_some(arguments)
}
