//! A look ahead: whether what a pattern asks for behind its trigger stands there at all. A walk binds the actors before the
//! trigger first, which takes far longer than this.

use crate::clause::GroupKind;
use crate::rule::{Element, Stance, WordClass};

use super::{MOST_SKIPS, Walk};

impl Walk<'_> {
    /// Whether a match may go on behind the trigger with the elements that follow it there; never `false` where one does.
    pub(crate) fn may_go_on(&mut self, behind: &[Element]) -> bool {
        self.may_follow(behind, self.trigger.0 + self.trigger.1)
    }

    /// Whether the first element that takes words may fit at `p` or where the walk comes to from there.
    fn may_follow(&mut self, elements: &[Element], p: usize) -> bool {
        let Some((element, tail)) = elements.split_first() else { return true };
        match element {
            Element::Optional(inner) => self.may_follow(std::slice::from_ref(inner), p) || self.may_follow(tail, p),
            Element::OneOf(choice) => {
                let open = self.branches(choice, p, false);
                open.into_iter().any(|branch| self.may_follow(&choice.branches[branch as usize], p))
            }
            Element::Any { min, max } => (*min..=*max).any(|n| {
                let to = p + usize::from(n);
                to <= self.cells.len() && self.may_follow(tail, to)
            }),
            Element::Class(WordClass::Alone) => self.is_alone(p) && self.may_follow(tail, p),
            Element::Class(WordClass::End) => self.is_end(p) && self.may_follow(tail, p),
            Element::Actor { stance: Stance::Subject | Stance::Again | Stance::Home, .. } => self.may_follow(tail, p),
            Element::Actor { stance: Stance::Owner, .. } | Element::Trigger(_) => true,
            Element::Actor { .. } | Element::Word(_) | Element::Lemma(_) | Element::Class(_) => {
                self.comes_by(element, p)
            }
        }
    }

    /// Whether the walk comes by a place where an element that takes words may fit.
    fn comes_by(&mut self, element: &Element, p: usize) -> bool {
        let mut at = p;
        let mut skipped = 0;
        loop {
            let fits = match element {
                Element::Actor { .. } => self.may_be_actor(at),
                _ => self.one(element, at, false).is_some(),
            };
            if fits {
                return true;
            }
            if skipped > MOST_SKIPS {
                return false;
            }
            let Some((next, heavy)) = self.skip(element, at) else { return false };
            skipped += usize::from(heavy);
            at = next;
        }
    }

    /// Whether an actor, known or not, may stand at `p`, or is what the trigger describes.
    fn may_be_actor(&self, p: usize) -> bool {
        let stands = |kind| kind == GroupKind::Noun && self.opens(p) && self.stands_free(p, false);
        self.kind(p).is_some_and(|kind| self.covers_trigger(p) || stands(kind))
    }
}
