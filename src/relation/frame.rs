//! A clause laid out as patterns read it: who acts, the verb, what it acts upon, the rest; whatever the order of the
//! sentence was, and without what only describes.

use std::cell::OnceCell;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Link, Syntax, lexical};
use crate::text::{Key, Tag, Text, inflect};

/// The groups around a trigger in the order of an active main clause.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    /// Numbers of groups; those of relative clauses, brackets and other clauses are left out.
    pub(crate) groups: Vec<u32>,
    /// The groups of who acts: the subject, the agent of a passive.
    pub(crate) subject: Vec<u32>,
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

    /// "spoke at a conference led by Bo Ek", "led a delegation that included Bo Ek", "signed a pact that gives Peru a port": the
    /// frame with what the participle or the relative clause behind the noun `g` says.
    fn with_more(&self, text: &Text<'_>, syntax: &Syntax, g: usize) -> Option<Frame> {
        let g = g as u32;
        // "a mission to Peru led by Bo Ek": what hangs on the noun may seem to be led.
        let owns = |s: &u32| *s == g || *s == g + 2 && syntax.groups[*s as usize].preposition == Some(g + 1);
        let tells = |v: &&crate::clause::Verb| {
            let main = text.key(v.main as usize);
            let relative = v.link == Link::Relative && v.group > g;
            let own = v.subject == Some(g);
            let hosts = v.passive && HOSTING.contains(&main);
            let contains = !v.passive && relative && lexical::is_containing(main);
            let binds = !v.passive && v.group > g && v.group <= g + 2 && BINDING.contains(&main);
            hosts && v.subject.filter(owns).is_some_and(|s| own && relative || v.group == s + 1)
                || own && (contains || binds)
        };
        let verb = syntax.verbs.iter().find(tells)?;
        let (passive, noun, verb) = (verb.passive, verb.subject?, verb.group);
        let clause = syntax.groups[verb as usize].clause;
        let behind = self.groups.iter().position(|&k| k == noun)? + 1;
        // "The pact gives Peru a port": an active main clause stands in this order already.
        if !passive && self.groups.contains(&verb) {
            return None;
        }
        let mut wide = Frame { company: None, ..self.clone() };
        let told =
            (verb..).zip(&syntax.groups[verb as usize..]).take_while(|(_, k)| k.clause == clause).map(|(k, _)| k);
        wide.groups.splice(behind..behind, told);
        Some(wide)
    }
}

static HOSTING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys(
        "lead head call preside open attend chair host convene organise organize mediate broker facilitate sponsor \
         offer provide give send donate extend grant pledge promise",
    )
});
/// What a paper or union does to those it binds.
static BINDING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys(
        "give grant allow permit enable let require oblige commit bind entitle assure guarantee provide include comprise \
         involve unite",
    )
});

/// Whether a group is "along with", "together with".
pub(crate) fn is_along_with(text: &Text<'_>, syntax: &Syntax, g: u32) -> bool {
    let group = &syntax.groups[g as usize];
    matches!(group.kind, GroupKind::Coordinator | GroupKind::Preposition)
        && group.tokens.len() == 2
        && text.word(group.tokens.start as usize + 1) == "with"
}

/// Whether a group between or before commas names who takes part as well: "along with", "alongside".
pub(crate) fn is_beside(text: &Text<'_>, syntax: &Syntax, g: u32) -> bool {
    let group = &syntax.groups[g as usize];
    let alongside = text.key(group.tokens.start as usize) == const { Key::of_ascii("alongside") };
    is_along_with(text, syntax, g) || group.kind == GroupKind::Preposition && alongside
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
    }
    trim(syntax, &mut rest);
    put_object_first(text, syntax, &mut rest);
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
    let governor = verb.governor;
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
        return Frame { groups, subject: patient, governor, above: OnceCell::new(), company };
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
    groups.append(&mut patient);
    groups.extend(&rest[whole..]);
    Frame { groups, subject: agent, governor, above: OnceCell::new(), company: None }
}

/// "Together with Bo Ek, Ann Lee opened the fair": the phrase that the clause begins with, before its subject.
fn company_before(text: &Text<'_>, syntax: &Syntax, subject: u32) -> std::ops::Range<u32> {
    let none = subject..subject;
    let clause = syntax.groups[subject as usize].clause;
    let Some(comma) = subject.checked_sub(1).filter(|&c| syntax.groups[c as usize].kind == GroupKind::Comma) else {
        return none;
    };
    let own = |g: &u32| {
        let group = &syntax.groups[*g as usize];
        group.clause == clause && !matches!(group.kind, GroupKind::Verb | GroupKind::Break | GroupKind::Quote)
    };
    let first = (0..comma).rev().take_while(own).last();
    first.filter(|&g| is_beside(text, syntax, g)).map_or(none, |first| first..comma)
}

/// "signed with Peru a treaty on trade": what is done together goes before those with whom.
fn put_object_first(text: &Text<'_>, syntax: &Syntax, rest: &mut [u32]) {
    let kind = |slot: usize, rest: &[u32]| rest.get(slot).map(|&g| syntax.groups[g as usize].kind);
    let with = kind(1, rest) == Some(GroupKind::Preposition)
        && text.word(syntax.groups[rest[1] as usize].tokens.start as usize) == "with";
    if !with {
        return;
    }
    let object = |&slot: &usize| syntax.groups[rest[slot] as usize].preposition.is_none();
    let nouns = (2..rest.len())
        .take_while(|&k| matches!(kind(k, rest), Some(GroupKind::Noun | GroupKind::Coordinator | GroupKind::Comma)));
    let Some(slot) = nouns.filter(|&k| kind(k, rest) == Some(GroupKind::Noun)).find(object) else { return };
    if slot > 2 && kind(slot - 1, rest) == Some(GroupKind::Noun) && is_done_together(text, syntax, rest[slot] as usize)
    {
        rest[1..=slot].rotate_right(1);
    }
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

/// "Bo Ek, whom Ann Lee met", "the deal Ann Lee struck": what a relative clause describes, where the verb lacks it behind
/// itself.
fn described_object(text: &Text<'_>, syntax: &Syntax, verb: usize) -> Option<u32> {
    let verb = syntax.verbs[verb];
    let clause = syntax.clauses[syntax.groups[verb.group as usize].clause as usize];
    let object = clause.antecedent.filter(|&a| clause.link == Link::Relative && verb.subject != Some(a))?;
    let whom = clause.opener.is_some_and(|o| syntax.groups[o as usize].kind == GroupKind::Relative);
    if !whom && !is_done_together(text, syntax, object as usize) {
        return None;
    }
    // "with whom", "during which": it hangs on the preposition.
    let before = clause.opener.and_then(|o| syntax.before(o as usize));
    let hangs = before.is_some_and(|k| syntax.groups[k].kind == GroupKind::Preposition);
    let next = syntax.after(verb.group as usize).map(|k| syntax.groups[k]);
    let has_own = next.is_some_and(|n| n.kind == GroupKind::Noun && n.preposition.is_none());
    (!hangs && !has_own).then_some(object)
}

/// "the deal Lee struck", but "told a meeting he would go": whether a noun is what people do together, and nobody told.
fn is_done_together(text: &Text<'_>, syntax: &Syntax, g: usize) -> bool {
    let thing = text.key(syntax.groups[g].head as usize);
    let verb = syntax.before(g).map(|k| syntax.groups[k]).filter(|k| k.kind == GroupKind::Verb);
    let told = verb.is_some_and(|v| lexical::is_telling(text.key(v.head as usize)));
    !told && (lexical::is_occasion(thing) || lexical::is_shared(thing))
}

/// "Ek, with whom Lee held talks": the preposition and what the clause describes, which belong behind the verb.
fn hung_before(syntax: &Syntax, verb: usize) -> impl Iterator<Item = u32> {
    let clause = syntax.clauses[syntax.groups[syntax.verbs[verb].group as usize].clause as usize];
    let antecedent = clause.antecedent.filter(|_| clause.link == Link::Relative);
    let opener = clause.opener.filter(|&o| syntax.groups[o as usize].kind == GroupKind::Relative);
    let before = opener.and_then(|o| o.checked_sub(1));
    let preposition = before.filter(|&p| syntax.groups[p as usize].kind == GroupKind::Preposition);
    preposition.zip(antecedent).into_iter().flat_map(|(p, a)| [p, a])
}

/// Most governing verbs looked at for a subject.
const MOST_ABOVE: usize = 3;

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

/// The noun group a relative clause describes, and what hangs on it before the clause begins.
fn antecedent_groups(text: &Text<'_>, syntax: &Syntax, antecedent: u32, verb_group: u32) -> Vec<u32> {
    let clause = syntax.groups[antecedent as usize].clause;
    // "Lee, not Ek, who": the first alone.
    let not = |g: u32| text.word(syntax.groups[g as usize].tokens.start as usize) == "not";
    let first = coordinated_from(text, syntax, antecedent, verb_group);
    let own = |g: u32| syntax.groups[g as usize].clause == clause && syntax.groups[g as usize].kind != GroupKind::Verb;
    let mut groups: Vec<u32> = (first..verb_group).take_while(|&g| own(g) && !not(g)).collect();
    trim(syntax, &mut groups);
    groups
}

/// "A and B, who met", "A and B who have met", "got A and B working": where the list that the antecedent ends begins, when
/// names are all it holds and it is plain that all of them act.
fn coordinated_from(text: &Text<'_>, syntax: &Syntax, antecedent: u32, verb_group: u32) -> u32 {
    let group = |g: u32| &syntax.groups[g as usize];
    let comma = group(antecedent + 1).kind == GroupKind::Comma;
    let who = (antecedent + 1..verb_group).any(|g| text.word(group(g).tokens.start as usize) == "who");
    let and = antecedent.checked_sub(1).filter(|&g| group(g).kind == GroupKind::Coordinator);
    let first_word = text.word(group(verb_group).tokens.start as usize);
    let several = matches!(first_word, "have" | "are" | "were");
    let which = || (antecedent + 1..verb_group).any(|g| group(g).kind == GroupKind::Relative);
    let working = antecedent + 1 == verb_group && first_word.ends_with("ing");
    let all = comma && who || several && (who || comma && which()) || working;
    let Some(and) = and.filter(|_| all) else { return antecedent };
    let name = |g: u32| {
        let head = group(g).head as usize;
        group(g).kind == GroupKind::Noun && matches!(syntax.tag(head), Tag::Name | Tag::Names)
    };
    let mut first = antecedent;
    let mut k = and;
    while let Some(before) = k.checked_sub(1).filter(|&b| name(b) && group(b).clause == group(antecedent).clause) {
        first = before;
        match before.checked_sub(1).filter(|&c| group(c).kind == GroupKind::Comma) {
            Some(comma) => k = comma,
            None => break,
        }
    }
    let got = first.checked_sub(1).is_some_and(|v| GETTING.contains(&text.key(group(v).head as usize)));
    if working && !got { antecedent } else { first }
}

/// Verbs that have somebody do something: "got both working".
static GETTING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("get keep have see set find"));

/// Nouns that say what is done by those behind "by".
static DEEDS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "strike attack visit move call decision bid offer effort proposal statement report takeover purchase threat boycott",
    )
});

/// Takes the "by A and B" of a passive out of `rest`.
fn agent(text: &Text<'_>, syntax: &Syntax, rest: &mut Vec<u32>) -> Vec<u32> {
    let is_by = |g: u32| {
        let group = &syntax.groups[g as usize];
        group.kind == GroupKind::Preposition && text.key(group.tokens.start as usize) == const { Key::of_ascii("by") }
    };
    // "was held in spite of a strike by Peru": what the noun names is done by Peru.
    let done = |k: usize| {
        let deed = k.checked_sub(1).map(|n| syntax.groups[rest[n] as usize]);
        deed.is_some_and(|n| n.preposition.is_some() && DEEDS.contains(&text.key(n.head as usize)))
    };
    let by = (0..rest.len()).find(|&k| is_by(rest[k]) && !done(k));
    let Some(by) = by else { return Vec::new() };
    // "was attended by, among others, Ann Lee": she is the agent.
    let aside = aside(text, syntax, &rest[by + 1..]);
    let others = rest.drain(by + 1..by + 1 + aside).nth(1);
    let mut end = by + 1;
    while end < rest.len() {
        let group = &syntax.groups[rest[end] as usize];
        let more = match group.kind {
            GroupKind::Noun => {
                let hangs = group.preposition == Some(rest[by]) || others.is_some() && group.preposition == others;
                // "by His Excellency the Minister Bo Ek"
                let before = &syntax.groups[rest[end - 1] as usize];
                let beside = before.kind == GroupKind::Noun
                    && before.tokens.end == group.tokens.start
                    && text.key(group.tokens.start as usize) == const { Key::of_ascii("the") };
                hangs || beside || belongs(text, syntax, group.preposition)
            }
            GroupKind::Comma | GroupKind::Coordinator => true,
            GroupKind::Preposition => belongs(text, syntax, Some(rest[end])),
            _ => false,
        };
        if !more {
            break;
        }
        end += 1;
    }
    let mut agent: Vec<u32> = rest.drain(by..end).skip(1).collect();
    trim(syntax, &mut agent);
    agent
}

/// How many groups ", among others," takes at the head of these.
fn aside(text: &Text<'_>, syntax: &Syntax, groups: &[u32]) -> usize {
    let kind = |k: usize| groups.get(k).map(|&g| syntax.groups[g as usize].kind);
    let among = groups.get(1).map(|&g| text.key(syntax.groups[g as usize].tokens.start as usize));
    let kinds = [GroupKind::Comma, GroupKind::Preposition, GroupKind::Noun, GroupKind::Comma];
    let stands = kinds.iter().enumerate().all(|(k, own)| kind(k) == Some(*own));
    let said = among.is_some_and(|key| const { Key::each(["among", "amongst"]) }.contains(&key));
    if stands && said { kinds.len() } else { 0 }
}

/// "by Ann Lee of Peru and Bo Ek from Chile": prepositions that tie a place or body to a name.
fn belongs(text: &Text<'_>, syntax: &Syntax, preposition: Option<u32>) -> bool {
    preposition.is_some_and(|p| matches!(text.word(syntax.groups[p as usize].tokens.start as usize), "of" | "from"))
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
    Frame { groups, subject, governor, above: OnceCell::new(), company: None }
}
