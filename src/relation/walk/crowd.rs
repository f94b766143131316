//! Whether those of a list deal with others than one another: "Peru and Chile held talks with farmers".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, VerbForm};
use crate::reference::vocabulary::calling_of;
use crate::text::{Key, inflect};

use super::super::circumstance::is_beside_event;
use super::super::frame::governing;
use super::Walk;

/// Who may sit on the other side and has no name of its own.
static CROWDS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "creditor investor shareholder stockholder bondholder farmer grower trader employer parent resident voter family rebel \
         reporter journalist economist analyst expert other",
    )
});

impl Walk<'_> {
    /// "held talks on Monday with farmers", "met farmers to discuss the price": what the list does, it does with these.
    pub(super) fn faces_a_crowd(&self) -> bool {
        self.is_joined_by_crowd() || self.meets_first()
    }

    /// Whether "with" and somebody nameless follow the trigger, or what it acts upon.
    fn is_joined_by_crowd(&self) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let own = self.group_number();
        let mut object = syntax.groups[own].kind == GroupKind::Verb;
        let mut at = own + 1;
        while let Some(group) = syntax.groups.get(at).filter(|g| g.clause == syntax.groups[own].clause) {
            match group.kind {
                GroupKind::Date | GroupKind::Adverb | GroupKind::Other => {}
                GroupKind::Noun if object && group.preposition.is_none() => object = false,
                GroupKind::Preposition => {
                    let word = text.word(group.tokens.start as usize);
                    // "held talks before a dinner with farmers": of another event.
                    let beside = is_beside_event(text.key(group.tokens.start as usize));
                    let next = syntax.groups.get(at + 1).filter(|n| n.kind == GroupKind::Noun);
                    match next {
                        Some(next) if word == "with" => return !self.acts(at + 1) && self.is_crowd(next.head as usize),
                        Some(_) if !beside => at += 1,
                        None if syntax.groups.get(at + 1).is_some_and(|n| n.kind == GroupKind::Date) => at += 1,
                        _ => return false,
                    }
                }
                _ => return false,
            }
            at += 1;
        }
        false
    }

    /// Whether the verb that an infinitive hangs on has met somebody: "met Bo Ek to discuss", "held talks with farmers to discuss".
    fn meets_first(&self) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let own = self.group_number();
        let verb = syntax.verb_of(own).or_else(|| governing(syntax, own, syntax.groups[own].clause));
        let Some(verb) = verb.map(|v| &syntax.verbs[v]).filter(|v| v.form == VerbForm::Infinitive) else {
            return false;
        };
        let above = verb.governor.map(|g| &syntax.verbs[g as usize]).filter(|g| g.subject == verb.subject);
        let Some(above) = above.filter(|a| a.group < verb.group) else { return false };
        let meets = const { Key::each(["meet", "meets", "met", "meeting"]) }.contains(&text.key(above.main as usize));
        (above.group + 1..verb.group).any(|g| {
            let group = &syntax.groups[g as usize];
            let with = group.preposition.map(|p| text.word(syntax.groups[p as usize].tokens.start as usize));
            group.kind == GroupKind::Noun
                && match with {
                    None => meets && g == above.group + 1,
                    // "held contacts with Peru to discuss": whoever it is.
                    Some(word) => {
                        let named = || !self.resolver.mentions.within(group.tokens).is_empty();
                        word == "with" && (self.is_crowd(group.head as usize) || named())
                    }
                }
        })
    }

    /// "met, with both leaders saying": whether a noun group has a verb of its own.
    fn acts(&self, g: usize) -> bool {
        self.resolver.syntax.verbs.iter().any(|v| v.subject == Some(g as u32) && v.group as usize == g + 1)
    }

    /// Whether a noun calls somebody: "officials", "creditors", "the government".
    fn is_crowd(&self, head: usize) -> bool {
        let key = self.resolver.text.key(head);
        CROWDS.contains(&key) || calling_of(key).is_some()
    }
}
