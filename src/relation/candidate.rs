//! What the rules find at the triggers of one sentence, before its circumstances are known.

use crate::clause::{Link, Syntax, VerbForm};
use crate::reference::{Actor, Resolver};
use crate::rule::{Element, Role, Rule, RuleBook, Stance};
use crate::text::{Key, TokenRange};

use super::arguments::arguments;
use super::attitude;
use super::frame::{Frame, frames, governing};
use super::gate::{Gate, Prospect};
use super::layout::{Cell, Layout, Sides};
use super::lists::Lists;
use super::trace::{Outcome, Witness};
use super::triggers::{Start, Triggers};
use super::view::view;
use super::walk::Walk;

/// A match of one rule at one trigger.
pub(super) struct Candidate {
    pub(super) rule: usize,
    pub(super) trigger: TokenRange,
    pub(super) frame: Frame,
    /// At least two different actors.
    pub(super) arguments: Vec<(Role, Actor)>,
    rank: Rank,
}

impl Candidate {
    /// Whether the actors were told of before.
    pub(super) fn looks_back(&self) -> bool {
        self.rank.2 == Own::Told
    }
}

/// More is better: actors named in the clause, how many, whether at the trigger, then the longer pattern.
type Rank = (bool, usize, Own, usize);

/// Where a pattern takes its actors from; better ones last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Own {
    /// Those who meet in the sentence.
    Topic,
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
    (book, triggers): (&RuleBook, &Triggers),
    (gate, prospects): (&Gate, &[Prospect]),
    resolver: &Resolver<'_>,
    witness: &mut impl Witness,
) -> Vec<Candidate> {
    let (text, syntax) = (resolver.text, resolver.syntax);
    let mut found: Vec<Candidate> = Vec::new();
    let Some(first) = prospects.first().map(|p| p.trigger.start) else { return found };
    let all = witness.sees_all();
    let give = |token, given: &mut _| gate.give(triggers, syntax, token, given);
    let layouts: Vec<Layout> = frames(&text, syntax, first as usize)
        .into_iter()
        .filter_map(|frame| {
            let sides = Sides::of(syntax, &frame, first, give)?;
            let meets = |p: &Prospect| sides.meets(triggers.asked(&p.start));
            (all || prospects.iter().any(meets)).then(|| Layout::new(&text, syntax, frame, first, sides))
        })
        .collect();
    let lists = Lists::default();
    for Prospect { start, trigger } in prospects {
        let rule = &book.rules[start.rule as usize];
        let asked = triggers.asked(start);
        for layout in layouts.iter().filter(|layout| all || layout.sides.meets(asked)) {
            let Some(candidate) = attempt((resolver, &lists), rule, start, layout, *trigger, witness) else { continue };
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
    layout: &Layout,
    trigger: TokenRange,
    witness: &mut impl Witness,
) -> Option<Candidate> {
    let pattern = &rule.patterns[start.pattern as usize];
    let mut walk = Walk::new(resolver, lists, layout, rule, trigger.len());
    if !witness.sees_all() && !walk.may_go_on(&pattern.elements[pattern.trigger + 1..]) {
        return None;
    }
    let Some(bindings) = walk.run(&pattern.elements) else {
        witness.attempt(start, trigger, Outcome::Missed { element: walk.furthest, unknown: walk.unknown });
        return None;
    };
    let arguments = match arguments(resolver, rule, &bindings, trigger) {
        Ok(arguments) => arguments,
        Err(unfit) => {
            witness.attempt(start, trigger, Outcome::Unfit(&bindings, unfit));
            return None;
        }
    };
    let unbound = || view(resolver, (rule, pattern), &layout.frame, trigger);
    if let Some(word) = barred(resolver, rule, &layout.cells, trigger).or_else(unbound) {
        witness.attempt(start, trigger, Outcome::Barred(word));
        return None;
    }
    witness.attempt(start, trigger, Outcome::Matched(&bindings));
    let takes = |stances: &[Stance]| {
        let taken = |e: &Element| matches!(e, Element::Actor { stance, .. } if stances.contains(stance));
        pattern.elements.iter().any(taken)
    };
    let own = if rule.is_topic() {
        Own::Topic
    } else if takes(&[Stance::Home]) {
        Own::Presumed
    } else if takes(&[Stance::Again]) {
        Own::Told
    } else if takes(&[Stance::Subject]) {
        Own::Borrowed
    } else {
        Own::Named
    };
    let rank = (own >= Own::Borrowed, arguments.len(), own, pattern.elements.len());
    Some(Candidate { rule: start.rule as usize, trigger, frame: layout.frame.clone(), arguments, rank })
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
        // "the contract workers": what begins with the trigger tells of something else where it says more.
        (whole && (!trigger.contains(first) || range.end > trigger.end)).then_some(range)
    };
    // Nearly always no word of the clause begins any of up to some hundred forms.
    let (branches, by_word) = (&rule.without.branches, rule.without.begins_with_word());
    let begun = |i: usize| rule.without.begun_by(text.key(i));
    let opens = |i: &usize| !by_word || begun(*i).next().is_some();
    // "according to a statement", "in a bid to": who says so, and what for.
    let aside = |i: &usize| is_source(resolver, *i) || is_purpose(resolver, *i);
    let own = cells.iter().map(|cell| cell.token as usize).filter(opens).filter(|i| !aside(i));
    // "is interested in acquiring", "would consider acquiring", "made a bid to acquire"
    let near = TokenRange::new((trigger.start as usize).saturating_sub(2), trigger.start as usize).range();
    let hangs = syntax.verb_of(syntax.group_of(trigger.start as usize));
    let hangs = hangs.is_some_and(|v| matches!(syntax.verbs[v].form, VerbForm::Gerund | VerbForm::Infinitive));
    let near = near.filter(|&i| hangs && syntax.sentence.contains(i)).filter(opens).filter(|i| !aside(i));
    // "declined to discuss": the verbs that it hangs on with an infinitive.
    let mut tokens = own.chain(near).chain(governors(syntax, trigger.start as usize).filter(opens)).peekable();
    tokens.peek()?;
    let tokens: Vec<usize> = tokens.collect();
    if !by_word {
        return branches.iter().find_map(|form| tokens.iter().find_map(|&first| stands(form, first)));
    }
    let forms = tokens.iter().flat_map(|&first| begun(first).map(move |branch| (branch, first)));
    let standing = forms.filter_map(|(branch, first)| Some((branch, stands(&branches[branch as usize], first)?)));
    standing.min_by_key(|(branch, _)| *branch).map(|(_, range)| range)
}

/// "according to a statement": whether a token belongs to what a telling is from.
fn is_source(resolver: &Resolver<'_>, token: usize) -> bool {
    let groups = &resolver.syntax.groups;
    let preposition = groups[resolver.syntax.group_of(token)].preposition;
    preposition.is_some_and(|p| {
        resolver.text.key(groups[p as usize].tokens.start as usize) == const { Key::of_ascii("according") }
    })
}

/// "in a bid to end the row", "an effort to block the deal": whether a token is the noun of what something is done for, or of what
/// is done against what others are about to do.
fn is_purpose(resolver: &Resolver<'_>, token: usize) -> bool {
    let word = |back: usize| token.checked_sub(back).map_or("", |i| resolver.text.word(i));
    let text = resolver.text;
    let against =
        token + 2 < text.tokens.len() && text.word(token + 1) == "to" && attitude::is_thwarting(text.key(token + 2));
    let aims = matches!(word(1), "a" | "an") && matches!(word(2), "in" | "In");
    matches!(word(0), "bid" | "effort" | "efforts" | "attempt" | "attempts") && (aims || against)
}

/// The main words of the verbs that govern the verb at a token, or that of the noun there, by infinitives, the nearest first:
/// "were asked to join the talks".
fn governors(syntax: &Syntax, token: usize) -> impl Iterator<Item = usize> {
    let governor = |v: &usize| {
        let verb = syntax.verbs[*v];
        verb.governor.filter(|_| verb.link == Link::Infinitive).map(|g| g as usize)
    };
    let g = syntax.group_of(token);
    let own = syntax.verb_of(g).or_else(|| governing(syntax, g, syntax.groups[g].clause));
    std::iter::successors(own, governor).skip(1).map(|v| syntax.verbs[v].main as usize)
}
