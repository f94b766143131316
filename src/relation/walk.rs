//! Matches one alternative of a rule against one frame: left to right, first match from the left, with backtracking.
//!
//! Between two elements the walk may step over what says nothing of who does what: adverbs, dates, commas beside them,
//! the words of a noun group before its head, the helpers of a verb, and prepositional groups the pattern does not ask for.

mod ahead;
mod bind;
mod crowd;
mod kind;
mod newcomer;
mod other;
mod owner;
mod skip;
mod speaker;
mod subject;
mod told;

use crate::clause::{Group, GroupKind, lexical};
use crate::reference::{Actor, Resolver};
use crate::rule::{Choice, Element, Role, Rule, Stance, WordClass};
use crate::text::{Classes, Key, Tag};

use super::frame::Frame;
use super::layout::{Cell, Layout};
use super::lists::Lists;

/// Most steps of one walk; patterns are short, so this is only met by hostile rules.
const MOST_STEPS: u32 = 4000;
/// Most prepositional groups stepped over between two elements.
const MOST_SKIPS: usize = 4;

/// The actors bound by one element of a pattern.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    pub(crate) role: Role,
    pub(crate) actors: Vec<Actor>,
}

/// What is to be matched after the sequence at hand.
struct Rest<'r> {
    elements: &'r [Element],
    next: Option<&'r Rest<'r>>,
}

pub(crate) struct Walk<'a> {
    resolver: &'a Resolver<'a>,
    lists: &'a Lists,
    layout: &'a Layout,
    frame: &'a Frame,
    rule: &'a Rule,
    cells: &'a [Cell],
    /// First cell of the trigger and its length.
    trigger: (usize, usize),
    bindings: Vec<Binding>,
    steps: u32,
    /// How many elements the pattern at hand has.
    length: usize,
    /// The pattern binds an owner.
    owner_asked: bool,
    /// What stands between the subject and its verb may be stepped over, whatever it is.
    over_subject: bool,
    /// The first element, counted from 0, that no attempt got past.
    pub(crate) furthest: usize,
    /// A noun group stood there, but nobody known is meant by it.
    pub(crate) unknown: bool,
}

impl<'a> Walk<'a> {
    /// Begins at a trigger of so many words.
    pub(crate) fn new(
        resolver: &'a Resolver<'a>,
        lists: &'a Lists,
        layout: &'a Layout,
        rule: &'a Rule,
        length: usize,
    ) -> Self {
        Walk {
            resolver,
            lists,
            layout,
            frame: &layout.frame,
            rule,
            cells: &layout.cells,
            trigger: (layout.trigger, length),
            bindings: Vec::new(),
            steps: 0,
            length: 0,
            owner_asked: false,
            over_subject: false,
            furthest: 0,
            unknown: false,
        }
    }

    /// The bindings of the first match.
    pub(crate) fn run(&mut self, elements: &[Element]) -> Option<Vec<Binding>> {
        self.length = elements.len();
        self.owner_asked = elements.iter().any(|e| matches!(e, Element::Actor { stance: Stance::Owner, .. }));
        let layout = self.layout;
        let found = match elements.first()? {
            Element::Trigger(_) => self.begin(elements, std::iter::once(self.trigger.0)),
            Element::Actor { stance: Stance::Owner, .. } => {
                self.begin(elements, std::iter::once(layout.slot_start(self.trigger.0)))
            }
            Element::Actor { stance: Stance::Here, .. } => self.begin(elements, layout.nouns()),
            _ => self.begin(elements, 0..=self.trigger.0),
        };
        // "Peru and Chile held talks with farmers": not with each other.
        let listed = matches!(elements.first(), Some(Element::Actor { stance: Stance::Here | Stance::Subject, .. }));
        let one_list = matches!(&self.bindings[..], [list] if list.actors.len() > 1);
        if found && listed && one_list && self.rule.is_contact() && self.faces_a_crowd() {
            return None;
        }
        found.then(|| std::mem::take(&mut self.bindings))
    }

    /// Whether a match begins at one of `starts`; if none does, whether one does that steps over what stands behind the
    /// subject.
    fn begin(&mut self, elements: &[Element], starts: impl Iterator<Item = usize> + Clone) -> bool {
        let verb = self.frame.subject.len();
        let end = self.layout.cell_of(verb);
        let behind =
            verb > 0 && self.trigger.0 >= end && self.frame.groups.get(..verb) == Some(&self.frame.subject[..]);
        let again = starts.clone().take_while(|start| behind && *start < end).map(|start| (true, start));
        starts.map(|start| (false, start)).chain(again).any(|(over_subject, start)| {
            if !self.may_start(elements, start) {
                return false;
            }
            self.over_subject = over_subject;
            self.bindings.clear();
            self.go(elements, None, start, true)
        })
    }

    /// Whether a match may begin at a cell: the first element that takes words fits there. Most cells are told apart by this.
    fn may_start(&mut self, elements: &[Element], p: usize) -> bool {
        let Some((element, tail)) = elements.split_first() else { return true };
        match element {
            Element::Actor { stance: Stance::Subject | Stance::Again | Stance::Home, .. } => self.may_start(tail, p),
            Element::Actor { stance: Stance::Owner, .. } | Element::Any { .. } => true,
            Element::Actor { .. } => self.opens(p) && self.kind(p) == Some(GroupKind::Noun),
            Element::Trigger(_) => p == self.trigger.0,
            Element::Optional(inner) => self.may_start(std::slice::from_ref(inner), p) || self.may_start(tail, p),
            Element::OneOf(choice) => {
                let open = self.branches(choice, p, true);
                open.into_iter().any(|branch| self.may_start(&choice.branches[branch as usize], p))
            }
            Element::Class(WordClass::Alone | WordClass::End) => true,
            Element::Word(_) | Element::Lemma(_) | Element::Class(_) => self.one(element, p, true).is_some(),
        }
    }

    fn group(&self, p: usize) -> Option<&'a Group> {
        let cell = self.cells.get(p)?;
        Some(&self.resolver.syntax.groups[self.frame.groups[cell.slot as usize] as usize])
    }

    fn kind(&self, p: usize) -> Option<GroupKind> {
        self.cells.get(p).map(|c| c.kind)
    }

    fn tag(&self, p: usize) -> Tag {
        self.cells.get(p).map_or(Tag::Punct, |c| c.tag)
    }

    fn opens(&self, p: usize) -> bool {
        self.layout.opens(p)
    }

    fn past(&self, p: usize) -> usize {
        self.layout.past(p)
    }

    fn cell_of(&self, slot: usize) -> usize {
        self.layout.cell_of(slot)
    }

    fn go(&mut self, elements: &[Element], rest: Option<&Rest<'_>>, p: usize, first: bool) -> bool {
        let Some((element, tail)) = elements.split_first() else {
            return match rest {
                Some(rest) => self.go(rest.elements, rest.next, p, false),
                None => p > self.trigger.0,
            };
        };
        let number = self.length - elements.len().min(self.length);
        if rest.is_none() && number > self.furthest {
            self.furthest = number;
            self.unknown = false;
        }
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return false;
        }
        match element {
            Element::Optional(inner) => {
                let then = Rest { elements: tail, next: rest };
                self.go(std::slice::from_ref(inner), Some(&then), p, first) || self.go(tail, rest, p, first)
            }
            Element::OneOf(choice) => {
                let then = Rest { elements: tail, next: rest };
                let open = self.branches(choice, p, first);
                open.into_iter().any(|branch| self.go(&choice.branches[branch as usize], Some(&then), p, first))
            }
            Element::Class(WordClass::Alone) => self.is_alone(p) && self.go(tail, rest, p, first),
            Element::Class(WordClass::End) => self.is_end(p) && self.go(tail, rest, p, first),
            Element::Any { min, max } => (*min..=*max).any(|n| {
                let to = p + usize::from(n);
                to <= self.cells.len() && self.go(tail, rest, to, first)
            }),
            Element::Actor { role, many, stance: Stance::Subject } => {
                self.subject((*role, *many), tail, rest, p, first)
            }
            Element::Actor { role, stance: Stance::Again, .. } => self.again(*role) && self.after(tail, rest, p, first),
            Element::Actor { role, stance: Stance::Home, .. } => self.home(*role) && self.after(tail, rest, p, first),
            Element::Actor { role, stance: Stance::Owner, .. } => {
                // "Peru, a key US ally": what stands between says nothing.
                let mut at = p;
                while matches!(self.kind(at), Some(GroupKind::Comma | GroupKind::Adverb)) {
                    at = self.past(at);
                }
                self.owner(*role, at) && self.after(tail, rest, at, false)
            }
            _ => {
                let mut at = p;
                let mut skipped = 0;
                loop {
                    let before = self.bindings.len();
                    if let Some(next) = self.one(element, at, first) {
                        if self.go(tail, rest, next, false) {
                            return true;
                        }
                        self.bindings.truncate(before);
                    }
                    if first && !matches!(element, Element::Trigger(_)) || skipped > MOST_SKIPS {
                        return false;
                    }
                    let Some((next, heavy)) = self.skip(element, at).or_else(|| self.to_verb(element, at)) else {
                        return false;
                    };
                    skipped += usize::from(heavy);
                    at = next;
                }
            }
        }
    }

    /// Whether no object follows: "met several times" has none.
    fn is_alone(&self, p: usize) -> bool {
        let measure = |head: Key| lexical::is_time(head) || head == const { Key::of_ascii("times") };
        !self.group(p).is_some_and(|g| {
            let head = self.resolver.text.key(g.head as usize);
            g.kind == GroupKind::Noun && g.preposition.is_none() && !measure(head)
        })
    }

    /// Whether the clause is over.
    fn is_end(&self, p: usize) -> bool {
        // "on Friday"
        let day = |c: usize| self.kind(c) == Some(GroupKind::Preposition) && self.kind(c + 1) == Some(GroupKind::Date);
        (p..self.cells.len())
            .all(|c| matches!(self.cells[c].kind, GroupKind::Comma | GroupKind::Date | GroupKind::Other) || day(c))
    }

    /// The numbers of the branches that may match from `p` on: all, or those that begin with a word the walk comes by. It
    /// steps over the same for all of them, so that one look saves trying each.
    fn branches(&self, choice: &Choice, p: usize, first: bool) -> Vec<u32> {
        /// Some word: which one does not matter to what may be stepped over.
        const WORD: Element = Element::Word(Key(0));
        if !choice.begins_with_word() {
            return (0..choice.branches.len() as u32).collect();
        }
        let mut open = Vec::new();
        let mut at = p;
        let mut skipped = 0;
        while let Some(cell) = self.cells.get(at) {
            open.extend(choice.begun_by(cell.key));
            if first || skipped > MOST_SKIPS {
                break;
            }
            let Some((next, heavy)) = self.skip(&WORD, at).or_else(|| self.to_verb(&WORD, at)) else { break };
            skipped += usize::from(heavy);
            at = next;
        }
        open.sort_unstable();
        open.dedup();
        open
    }

    /// Goes on after a binding and takes it back when that fails.
    fn after(&mut self, tail: &[Element], rest: Option<&Rest<'_>>, p: usize, first: bool) -> bool {
        let found = self.go(tail, rest, p, first);
        if !found {
            self.bindings.pop();
        }
        found
    }

    /// Matches an element that takes words at `p`; the cell after it.
    fn one(&mut self, element: &Element, p: usize, first: bool) -> Option<usize> {
        match element {
            Element::Trigger(_) => (p == self.trigger.0).then_some(self.trigger.0 + self.trigger.1),
            Element::Actor { role, many, .. } => {
                let group = self.group(p)?;
                // "told the visiting minister Bo Ek": the trigger describes the actor.
                let described = p == self.trigger.0 + self.trigger.1
                    && self.covers_trigger(p)
                    && self.cells[p].token <= group.head
                    && (!self.tag(self.trigger.0).is_noun() || self.owner_asked);
                if described {
                    let slot = self.cells[p].slot as usize;
                    let frame = self.frame;
                    return self.bind(*role, &frame.groups, slot, *many).map(|end| self.cell_of(end));
                }
                if group.kind != GroupKind::Noun
                    || !self.opens(p)
                    || self.covers_trigger(p)
                    || !self.stands_free(p, first)
                {
                    return None;
                }
                let slot = self.cells[p].slot as usize;
                let frame = self.frame;
                self.bind(*role, &frame.groups, slot, *many).map(|end| self.cell_of(end))
            }
            Element::Word(key) => self.cells.get(p).is_some_and(|c| c.key == *key).then_some(p + 1),
            Element::Lemma(lemma) => self.cells.get(p).is_some_and(|c| lemma.is(c.key, c.tag)).then_some(p + 1),
            Element::Class(class) => self.class(*class, p),
            _ => None,
        }
    }

    /// Whether the noun group at `p` is not claimed by a preposition that the pattern did not ask for.
    fn stands_free(&self, p: usize, first: bool) -> bool {
        let Some(preposition) = self.group(p).and_then(|g| g.preposition) else { return true };
        // "beyond its ally, Peru": in apposition to the trigger.
        let trigger = self.group(self.trigger.0).and_then(|g| g.preposition);
        if trigger == Some(preposition) && !first {
            return true;
        }
        let slot = self.cells[p].slot as usize;
        match self.frame.groups.iter().position(|&g| g == preposition) {
            Some(at) => at + 1 == slot && !first,
            None => true,
        }
    }

    fn covers_trigger(&self, p: usize) -> bool {
        self.cells[p].slot == self.cells[self.trigger.0].slot
    }

    fn class(&self, class: WordClass, p: usize) -> Option<usize> {
        let group = self.group(p)?;
        let tag = self.tag(p);
        let classes = self.cells.get(p).map_or(Classes::default(), |c| self.resolver.text.classes(c.token as usize));
        let word = match class {
            WordClass::NounGroup => {
                let whole = group.kind == GroupKind::Noun && self.opens(p) && !self.covers_trigger(p);
                return whole.then(|| self.past(p));
            }
            WordClass::VerbGroup => {
                let whole = group.kind == GroupKind::Verb && self.opens(p) && !self.covers_trigger(p);
                return whole.then(|| self.past(p));
            }
            WordClass::Determiner => matches!(tag, Tag::Determiner | Tag::Predeterminer | Tag::Owner),
            WordClass::Auxiliary => classes.any(Classes::BE.or(Classes::HAVE).or(Classes::DO)),
            WordClass::Modal => tag == Tag::Modal,
            WordClass::Preposition => group.kind == GroupKind::Preposition,
            WordClass::Adjective => tag.is_adjective(),
            WordClass::Adverb => tag.is_adverb(),
            WordClass::Number => tag == Tag::Number,
            WordClass::Pronoun => matches!(tag, Tag::Pronoun | Tag::WhPronoun),
            WordClass::Noun => tag.is_noun(),
            WordClass::Alone | WordClass::End => return Some(p),
        };
        word.then_some(p + 1)
    }
}
