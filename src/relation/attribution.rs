//! Who says so: "according to KCNA", "Lavrov said that …", direct speech; the nearest speaker first.

mod voiced;

use crate::clause::{Group, GroupKind, Link, Syntax, Verb, lexical};
use crate::gazetteer::EntityType;
use crate::mention::Mentions;
use crate::reference::{Anchor, Resolver};
use crate::text::{Key, Span, Text, TokenKind, TokenRange, flag};

use super::Attribution;

/// Finds the speakers of the trigger at `trigger`. `last` is who was said to speak last in the document.
pub(crate) fn attribution(resolver: &Resolver<'_>, trigger: TokenRange, last: Option<Attribution>) -> Vec<Attribution> {
    let finder = Finder { resolver, text: resolver.text, syntax: resolver.syntax, mentions: resolver.mentions, last };
    let mut chain = Vec::new();
    finder.above(trigger, &mut chain);
    let told = !chain.is_empty();
    if !told {
        finder.voiced(trigger, &mut chain);
    }
    let voiced = chain.len();
    finder.according(&mut chain);
    if !told && chain.len() == voiced {
        finder.aside(trigger, &mut chain);
    }
    if !told && chain.len() == voiced {
        finder.quoted(trigger, &mut chain);
    }
    chain
}

struct Finder<'a> {
    resolver: &'a Resolver<'a>,
    text: Text<'a>,
    syntax: &'a Syntax,
    mentions: &'a Mentions,
    last: Option<Attribution>,
}

impl Finder<'_> {
    fn push(&self, chain: &mut Vec<Attribution>, found: Option<Attribution>) {
        if let Some(found) = found
            && chain.iter().all(|a| a.entity.is_none() || a.entity != found.entity)
        {
            chain.push(found);
        }
    }

    /// The verbs of saying that the trigger's clause hangs on.
    fn above(&self, trigger: TokenRange, chain: &mut Vec<Attribution>) {
        let g = self.syntax.group_of(trigger.start as usize);
        let mut clause = Some(self.syntax.groups[g].clause);
        for _ in 0..8 {
            let Some(c) = clause else { break };
            let own = self.syntax.clauses[c as usize];
            if own.link == Link::Complement
                && let Some(v) = own.governor
            {
                let verb = self.syntax.verbs[v as usize];
                if lexical::is_sayer(self.text.key(verb.main as usize))
                    && let Some(subject) = verb.subject
                {
                    self.speakers(subject, verb.group, verb.main, chain);
                }
            }
            clause = own.parent;
        }
    }

    /// The speakers of a verb: its subject, each member of a list.
    fn speakers(&self, subject: u32, verb_group: u32, cue: u32, chain: &mut Vec<Attribution>) {
        let groups = subject_slots(self.syntax, subject, verb_group);
        let cue = self.text.span(TokenRange::new(cue as usize, cue as usize + 1));
        let (actors, _) = super::lists::list(self.resolver, &groups, 0, true);
        if actors.is_empty() {
            let found = self.named_in(subject as usize, verb_group as usize, cue);
            return self.push(chain, found);
        }
        for actor in actors {
            let (mention, speaker) = match actor.anchor {
                Anchor::Mention(m) => (Some(m), self.mentions.mentions[m as usize].span),
                Anchor::Words(words) => (None, self.text.span(words)),
            };
            // "We hope", says the envoy: the envoy does, not the state.
            let ours = |words: TokenRange| self.text.key(words.start as usize) == const { Key::of_ascii("we") };
            let person = match actor.anchor {
                Anchor::Words(words) if ours(words) => self.resolver.speaker(words.start as usize),
                _ => None,
            };
            let entity = Some(person.unwrap_or(actor.entity));
            self.push(chain, Some(Attribution { entity, mention, speaker, cue }));
        }
    }

    /// The first name within some groups ("a note by the private Acme news agency"); "the report" means who spoke last;
    /// else the words themselves.
    fn named_in(&self, first: usize, end: usize, cue: Span) -> Option<Attribution> {
        let group = self.syntax.groups.get(first).filter(|g| g.kind == GroupKind::Noun)?;
        let last = self.last_of(first, end);
        let tokens = TokenRange { start: group.tokens.start, end: self.syntax.groups[last].tokens.end };
        let person =
            |m: &usize| self.mentions.entity(self.mentions.mentions[*m].entity).entity_type == EntityType::Person;
        // Behind an office and all that it is of, the person: "the president of the Port Commission, Bo Ek,".
        let reach = self.syntax.groups[..end.min(self.syntax.groups.len())].last().map_or(tokens.end, |g| g.tokens.end);
        let holder = || {
            let office = lexical::is_office(self.text.key(group.head as usize));
            let named = self.mentions.within(TokenRange { start: tokens.start, end: reach }).find(person);
            named.filter(|_| office)
        };
        if let Some(m) = holder().or_else(|| self.mentions.within(tokens).next()) {
            let mention = &self.mentions.mentions[m];
            return Some(Attribution {
                entity: Some(mention.entity),
                mention: Some(m as u32),
                speaker: mention.span,
                cue,
            });
        }
        let head = self.text.key(group.head as usize);
        let paper =
            const { Key::each(["report", "statement", "agency", "reports", "communique", "release"]) }.contains(&head);
        let definite = self.text.key(group.tokens.start as usize) == const { Key::of_ascii("the") };
        if paper
            && definite
            && let Some(last) = self.last
        {
            return Some(Attribution { speaker: self.text.span(group.tokens), cue, mention: None, ..last });
        }
        None
    }

    fn last_of(&self, first: usize, end: usize) -> usize {
        let mut last = first;
        for (g, group) in self.syntax.groups.iter().enumerate().take(end.min(self.syntax.groups.len())).skip(first + 1)
        {
            if !matches!(group.kind, GroupKind::Noun | GroupKind::Preposition) {
                break;
            }
            last = g;
        }
        last
    }

    /// "according to KCNA" anywhere in the sentence.
    fn according(&self, chain: &mut Vec<Attribution>) {
        for (g, group) in self.syntax.groups.iter().enumerate() {
            let first = self.text.key(group.tokens.start as usize);
            if group.kind == GroupKind::Preposition
                && group.tokens.len() == 2
                && first == const { Key::of_ascii("according") }
            {
                let cue = self.text.span(group.tokens);
                let found = self.named_in(g + 1, self.syntax.groups.len(), cue).or_else(|| {
                    let noun = self.syntax.groups.get(g + 1)?;
                    let actor = self.resolver.group(g + 1).actors.first().copied()?;
                    let mention = match actor.anchor {
                        Anchor::Mention(m) => Some(m),
                        Anchor::Words(_) => None,
                    };
                    Some(Attribution { entity: Some(actor.entity), mention, speaker: self.text.span(noun.tokens), cue })
                });
                self.push(chain, found);
            }
        }
    }

    /// ", Lavrov said." after what he said, without "that": a main clause of saying that says nothing itself.
    fn aside(&self, trigger: TokenRange, chain: &mut Vec<Attribution>) {
        let own = self.syntax.groups[self.syntax.group_of(trigger.start as usize)].clause;
        for verb in &self.syntax.verbs {
            let clause = self.syntax.groups[verb.group as usize].clause;
            // "After they met, Lee said he was glad": he says that, not that they met.
            let says = |w: &Verb| {
                w.governor.is_some_and(|above| self.syntax.verbs[above as usize].group == verb.group)
                    && matches!(w.link, Link::Complement | Link::Infinitive)
            };
            if clause == own
                || verb.link != Link::Main
                || verb.main < trigger.start
                || !lexical::is_sayer(self.text.key(verb.main as usize))
                || self.syntax.verbs.iter().any(says)
            {
                continue;
            }
            let Some(subject) = verb.subject.or_else(|| self.inverted(verb.group)) else { continue };
            let comma = self.syntax.before(subject.min(verb.group) as usize).map(|k| self.syntax.groups[k].kind);
            if matches!(comma, Some(GroupKind::Comma | GroupKind::Quote)) {
                return self.speakers(
                    subject,
                    if subject < verb.group { verb.group } else { u32::MAX },
                    verb.main,
                    chain,
                );
            }
        }
    }

    /// The subject of a verb of saying that stands behind it: "said Lee".
    fn inverted(&self, verb_group: u32) -> Option<u32> {
        let next = self.syntax.after(verb_group as usize)?;
        (self.syntax.groups[next].kind == GroupKind::Noun).then_some(next as u32)
    }

    /// Direct speech: who is said to speak in the same sentence, or in the one before or after it.
    fn quoted(&self, trigger: TokenRange, chain: &mut Vec<Attribution>) {
        if !self.text.tokens[trigger.start as usize].has(flag::QUOTED) {
            return;
        }
        // A verb of saying outside the quotation.
        for verb in &self.syntax.verbs {
            let token = &self.text.tokens[verb.main as usize];
            if token.has(flag::QUOTED) || !lexical::is_sayer(token.key) {
                continue;
            }
            if let Some(subject) = verb.subject.or_else(|| self.inverted(verb.group)) {
                self.speakers(subject, if subject < verb.group { verb.group } else { u32::MAX }, verb.main, chain);
                if !chain.is_empty() {
                    return;
                }
            }
        }
        // A sentence that is all speech is its neighbour's.
        let sentence = self.text.sentence_of(trigger.start as usize);
        if self.all_quoted(sentence)
            && let Some(last) = self.last
        {
            chain.push(last);
        }
    }

    fn all_quoted(&self, sentence: usize) -> bool {
        let tokens = &self.text.tokens[self.text.sentences[sentence].tokens.range()];
        tokens.iter().all(|t| t.has(flag::QUOTED) || matches!(t.kind, TokenKind::Quote | TokenKind::Punct))
    }
}

fn subject_slots(syntax: &Syntax, first: u32, verb_group: u32) -> Vec<u32> {
    let clause = syntax.groups[first as usize].clause;
    let end = if verb_group == u32::MAX { syntax.groups.len() as u32 } else { verb_group };
    let fits =
        |g: &Group| g.clause == clause && !matches!(g.kind, GroupKind::Verb | GroupKind::Break | GroupKind::Quote);
    (first..end)
        .take_while(|&g| g == first || syntax.groups[g as usize].kind != GroupKind::Verb)
        .filter(|&g| fits(&syntax.groups[g as usize]))
        .collect()
}

/// The speaker of a relation that others may refer back to: "the report further said".
pub(crate) fn speaker(chain: &[Attribution]) -> Option<Attribution> {
    chain.first().copied().filter(|a: &Attribution| a.entity.is_some())
}
