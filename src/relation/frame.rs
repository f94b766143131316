//! A clause laid out as patterns read it: who acts, the verb, what it acts upon, the rest; whatever the order of the
//! sentence was, and without what only describes.

mod agent;
mod antecedent;
mod company;
mod more;
mod object;

use std::cell::OnceCell;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{Clause, GroupKind, Link, Syntax, Verb, VerbForm};
use crate::text::{Key, Tag, Text, inflect};

use agent::agent;
use antecedent::antecedent_groups;
use company::company_before;
pub(crate) use company::{is_along_with, is_beside};
use object::{described_object, hung_before, put_object_first};

/// The groups around a trigger in the order of an active main clause.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    /// Numbers of groups; those of relative clauses, brackets and other clauses are left out.
    pub(crate) groups: Vec<u32>,
    /// The groups of who acts: the subject, the agent of a passive.
    pub(crate) subject: Vec<u32>,
    /// The groups of whom an agentless passive acts upon.
    pub(crate) patient: Vec<u32>,
    /// The verb that governs the clause.
    governor: Option<u32>,
    /// See [`Frame::above`].
    above: OnceCell<Vec<Vec<u32>>>,
    /// The slot of "along with" behind the verb.
    pub(crate) company: Option<usize>,
}

impl Frame {
    /// The subjects of the verbs that govern the clause, the nearest first; looked for when first asked for.
    pub(crate) fn above(&self, syntax: &Syntax) -> &[Vec<u32>] {
        self.above.get_or_init(|| subjects_above(syntax, self.governor))
    }
}

/// The frames that a trigger at `token` may be read in, the likeliest first.
pub(crate) fn frames(text: &Text<'_>, syntax: &Syntax, token: usize) -> Vec<Frame> {
    let g = syntax.group_of(token);
    if let Some(v) = syntax.verb_of(g) {
        return vec![around_verb(text, syntax, v, v)];
    }
    let clause = syntax.groups[g].clause;
    let mut frames = Vec::new();
    // "the agreement signed by A and B", "talks that A held with B"
    for (v, verb) in syntax.verbs.iter().enumerate() {
        let own = syntax.clauses[syntax.groups[verb.group as usize].clause as usize];
        if own.link == Link::Relative && own.antecedent == Some(g as u32) && verb.link == Link::Relative {
            frames.push(around_verb(text, syntax, v, v));
        }
    }
    match governing(syntax, g, clause) {
        Some(v) => {
            let mut frame = around_verb(text, syntax, chain_start(syntax, v), v);
            // "After talks with B, A said …": what stands before the subject goes behind the rest.
            let first = frame.groups.iter().copied().min().unwrap_or(0);
            frame.groups.extend((0..first).filter(|&g| syntax.groups[g as usize].clause == clause));
            if let Some(moved) = moved(text, syntax, v, g) {
                frame.subject = vec![moved];
            }
            let wide = frame.with_more(text, syntax, g);
            frames.push(frame);
            frames.extend(wide);
        }
        None => frames.push(without_verb(syntax, clause)),
    }
    frames
}

static MOVING: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| inflect::verb_keys("withdraw pull take bring lead steer drag draw"));

/// "Lee withdrew Peru from the treaty": the name that verb `v` has leave or enter what `g` names.
fn moved(text: &Text<'_>, syntax: &Syntax, v: usize, g: usize) -> Option<u32> {
    let verb = syntax.verbs[v];
    let object = syntax.after(verb.group as usize).filter(|&k| k < g)?;
    let group = syntax.groups[object];
    let name = matches!(syntax.tag(group.head as usize), Tag::Name | Tag::Names);
    let p = syntax.groups[g].preposition.filter(|&p| syntax.before(p as usize) == Some(object))?;
    let way = matches!(text.word(syntax.groups[p as usize].tokens.start as usize), "from" | "out" | "into");
    let moves = name && way && !verb.passive && MOVING.contains(&text.key(verb.main as usize));
    (moves && group.kind == GroupKind::Noun && group.preposition.is_none()).then_some(object as u32)
}

/// The verb that the noun group `g` belongs to: the last one before it in its clause, else the first after it.
pub(crate) fn governing(syntax: &Syntax, g: usize, clause: u32) -> Option<usize> {
    let of_clause = |v: &(usize, &crate::clause::Verb)| syntax.groups[v.1.group as usize].clause == clause;
    let all = || syntax.verbs.iter().enumerate().filter(of_clause);
    all().rfind(|(_, v)| (v.group as usize) < g).or_else(|| all().next()).map(|(v, _)| v)
}

/// The first verb of a chain with one subject: "agreed" in "agreed to try to meet".
fn chain_start(syntax: &Syntax, v: usize) -> usize {
    let mut start = v;
    while let Some(governor) = syntax.verbs[start].governor {
        let (low, high) = (&syntax.verbs[start], &syntax.verbs[governor as usize]);
        let same_clause = syntax.groups[low.group as usize].clause == syntax.groups[high.group as usize].clause;
        if low.link != Link::Infinitive
            || !same_clause
            || low.subject != high.subject
            || high.passive != low.passive && high.passive
        {
            break;
        }
        start = governor as usize;
    }
    start
}

/// The groups of a subject that begins with group `first`: up to the verb of its clause.
fn subject_groups(syntax: &Syntax, first: u32, verb_group: u32) -> Vec<u32> {
    // "thanked Kim for visiting": the subject ends where its clause is opened.
    let opener = syntax.clauses[syntax.groups[verb_group as usize].clause as usize].opener.filter(|&o| o > first);
    let clause = syntax.groups[first as usize].clause;
    let mut groups = Vec::new();
    for g in first..syntax.groups.len() as u32 {
        let group = &syntax.groups[g as usize];
        if g == verb_group
            || Some(g) == opener
            || group.clause == clause && matches!(group.kind, GroupKind::Verb | GroupKind::Break | GroupKind::Quote)
        {
            break;
        }
        if group.clause == clause {
            groups.push(g);
        }
    }
    trim(syntax, &mut groups);
    groups
}

/// Takes commas and "and" off the end.
fn trim(syntax: &Syntax, groups: &mut Vec<u32>) {
    while groups.last().is_some_and(|&g| {
        matches!(syntax.groups[g as usize].kind, GroupKind::Comma | GroupKind::Coordinator | GroupKind::Adverb)
    }) {
        groups.pop();
    }
}

/// The frame of verb `v`, laid out from verb `start` of its chain on.
fn around_verb(text: &Text<'_>, syntax: &Syntax, start: usize, v: usize) -> Frame {
    let verb = syntax.verbs[start];
    let clause = syntax.groups[verb.group as usize].clause;
    let own = syntax.clauses[clause as usize];
    let mut rest = Vec::with_capacity(syntax.groups.len() - verb.group as usize);
    for g in verb.group..syntax.groups.len() as u32 {
        let group = &syntax.groups[g as usize];
        if group.clause != clause {
            continue;
        }
        let other = g != verb.group && group.kind == GroupKind::Verb;
        if other && syntax.verb_of(g as usize).is_some_and(|w| syntax.verbs[w].link == Link::Coordinated && w > v)
            || group.kind == GroupKind::Break
        {
            break;
        }
        rest.push(g);
        rest.extend(done_in(text, syntax, g));
    }
    trim(syntax, &mut rest);
    put_object_first(text, syntax, &mut rest);
    rest.extend(opener_behind_partner(text, syntax, v));
    let mut patient = verb
        .subject
        .map(|s| match own.antecedent {
            // Of what a relative clause describes, only the noun and what belongs to it.
            Some(a) if a == s => antecedent_groups(text, syntax, a, verb.group),
            _ => subject_groups(syntax, s, verb.group),
        })
        .unwrap_or_default();
    if let Some(first) = verb.subject.filter(|s| *s < verb.group) {
        patient.extend(company_before(text, syntax, first));
    }
    let governor = verb.governor.or_else(|| led_by(syntax, start));
    if !verb.passive {
        let mut groups = Vec::with_capacity(patient.len() + rest.len() + 4);
        groups.extend(&patient);
        if let Some(object) = described_object(text, syntax, start) {
            rest.splice(1..1, antecedent_groups(text, syntax, object, verb.group));
        }
        groups.extend(adverbs_before(syntax, verb.group));
        groups.extend(&rest);
        groups.extend(hung_before(syntax, start));
        let behind = patient.len()..groups.len();
        let company = behind.clone().find(|&k| is_along_with(text, syntax, groups[k]));
        // "worked together with Bo Ek": behind the verb it says with whom.
        let noun = |k: usize| syntax.groups[groups[k] as usize].kind == GroupKind::Noun;
        let company = company.filter(|&join| (behind.start..join).any(noun));
        return Frame { groups, subject: patient, patient: Vec::new(), governor, above: OnceCell::new(), company };
    }
    let agent = agent(text, syntax, &mut rest);
    let mut groups = agent.clone();
    if !agent.is_empty() {
        groups.extend(adverbs_before(syntax, verb.group));
    }
    // "was carried out by": the particle stays with its verb.
    let whole = 1 + usize::from(rest.get(1).is_some_and(|&g| is_particle_of(text, syntax, rest[0], g)));
    let whole = whole.min(rest.len());
    groups.extend(&rest[..whole]);
    groups.extend(&patient);
    groups.extend(&rest[whole..]);
    if !agent.is_empty() {
        patient.clear();
    }
    Frame { groups, subject: agent, patient, governor, above: OnceCell::new(), company: None }
}

/// "agreed with Chile | that": the word that opens what verb `v` tells, where those with whom stand between.
fn opener_behind_partner(text: &Text<'_>, syntax: &Syntax, v: usize) -> Option<u32> {
    let told = |c: &&Clause| c.link == Link::Complement && c.governor == Some(v as u32);
    let opener = syntax.clauses.iter().find(told)?.opener?;
    let word = |g: u32| text.word(syntax.groups[g as usize].tokens.start as usize);
    let partner = syntax.before(opener as usize).filter(|&k| k as u32 > syntax.verbs[v].group)?;
    let with = syntax.groups[partner].preposition.is_some_and(|p| word(p) == "with");
    (with && word(opener) == "that").then_some(opener)
}

/// "joined Peru in building a port": what is done in the part that the preposition `g` opens.
fn done_in(text: &Text<'_>, syntax: &Syntax, g: u32) -> std::ops::Range<u32> {
    let (first, group) = (g + 1, &syntax.groups[g as usize]);
    let opens = group.kind == GroupKind::Preposition && text.word(group.tokens.start as usize) == "in";
    let verb = syntax.verb_of(first as usize).filter(|_| opens).map(|v| &syntax.verbs[v]);
    let Some(clause) = verb.filter(|v| v.form == VerbForm::Gerund).map(|_| syntax.groups[first as usize].clause) else {
        return first..first;
    };
    let own = syntax.groups[first as usize..].iter().take_while(|k| k.clause == clause && clause != group.clause);
    first..first + own.count() as u32
}

/// "Peru and Chile jointly built the port": the adverbs between subject and verb.
fn adverbs_before(syntax: &Syntax, verb_group: u32) -> std::ops::Range<u32> {
    let adverb = |g: &u32| syntax.groups[*g as usize].kind == GroupKind::Adverb;
    let first = (0..verb_group).rev().take_while(adverb).last().unwrap_or(verb_group);
    first..verb_group
}

/// Whether a group is the particle right behind a verb.
fn is_particle_of(text: &Text<'_>, syntax: &Syntax, verb: u32, g: u32) -> bool {
    let (verb, group) = (&syntax.groups[verb as usize].tokens, &syntax.groups[g as usize].tokens);
    let word = text.word(group.start as usize);
    let hangs = syntax.groups.get(g as usize + 1).is_some_and(|n| n.preposition == Some(g));
    // "was sworn in by"
    let sworn = word == "in" && syntax.groups.get(g as usize + 1).is_some_and(|p| p.kind == GroupKind::Preposition);
    group.len() == 1
        && group.start == verb.end
        && !hangs
        && (matches!(word, "out" | "over" | "up" | "off" | "down") || sworn)
}

/// Most governing verbs looked at for a subject.
const MOST_ABOVE: usize = 3;

/// "Under a pact signed with Chile, Peru will sell": the verb of a clause that begins with what the participle `v` describes, behind
/// a preposition.
fn led_by(syntax: &Syntax, v: usize) -> Option<u32> {
    let verb = &syntax.verbs[v];
    let own = syntax.clauses[syntax.groups[verb.group as usize].clause as usize];
    let described = own.antecedent.filter(|_| verb.passive && verb.form == VerbForm::Participle)?;
    let led = &syntax.groups[described as usize];
    led.preposition?;
    let leads = |w: &Verb| {
        w.form == VerbForm::Finite
            && syntax.groups[w.group as usize].clause == led.clause
            && w.subject.is_some_and(|s| s > verb.group && s < w.group)
    };
    let found = syntax.verbs[v + 1..].iter().position(leads)?;
    Some((v + 1 + found) as u32)
}

/// The subjects of a verb and of those that govern it, each once.
fn subjects_above(syntax: &Syntax, governor: Option<u32>) -> Vec<Vec<u32>> {
    let mut above = Vec::new();
    let mut seen = Vec::new();
    let mut next = governor;
    while let Some(verb) = next.map(|v| syntax.verbs[v as usize]).filter(|_| seen.len() < MOST_ABOVE) {
        if let Some(subject) = verb.subject.filter(|s| !seen.contains(s) && !verb.passive) {
            above.push(subject_groups(syntax, subject, verb.group));
            seen.push(subject);
        }
        next = verb.governor.filter(|&g| Some(g) != next);
    }
    above
}

/// All groups of a clause that has no verb: a headline, a list item.
fn without_verb(syntax: &Syntax, clause: u32) -> Frame {
    let all = 0..syntax.groups.len() as u32;
    let governor = syntax.clauses[clause as usize].governor;
    let groups: Vec<u32> = all.filter(|&g| syntax.groups[g as usize].clause == clause).collect();
    // "Ann Lee in Rome for talks with Bo Ek": whoever the line begins with.
    let begins = groups.iter().take_while(|&&g| {
        let group = &syntax.groups[g as usize];
        group.preposition.is_none() && matches!(group.kind, GroupKind::Noun | GroupKind::Comma | GroupKind::Coordinator)
    });
    let mut subject: Vec<u32> = begins.copied().collect();
    trim(syntax, &mut subject);
    Frame { groups, subject, patient: Vec::new(), governor, above: OnceCell::new(), company: None }
}
