//! Where a noun group ends before a name or noun that begins another.

use crate::gazetteer::EntityType;
use crate::mention::{Form, Mention};
use crate::text::{Classes, Key, Tag};

use super::super::lexical;
use super::Chunker;
use super::noun::Reading;

impl Chunker<'_> {
    /// "the trust | co-managed the fund", "the same day | Peru signed": whether what is next begins another group, whatever it is.
    pub(super) fn ends_before(&self, group: &Reading<'_>) -> bool {
        let Reading { start, i, head, name, .. } = *group;
        // "the emir of Qatar | Sheikh Ali": the office is of the place, not the title behind.
        let of_place = i > start
            && name.is_some_and(|m| m.form != Form::Demonym && m.tokens.start as usize == start)
            && start > self.sentence.start as usize
            && self.text.word(start - 1) == "of"
            && self.titled(i).is_some();
        // "in California | Mr Lee", "the trust | co-managed the fund"
        let again = || name.is_some() && self.is_addressed(i) || head.is_some() && self.begins_again(i);
        // "in the afternoon | Ann Lee", "the same day | Peru signed"
        let timed = || {
            i > start
                && group.head_beside().is_some_and(|h| lexical::is_time(self.text.key(h)))
                && self.mention(i).is_some_and(|m| {
                    self.entity_type(m) == EntityType::Person || self.tag(m.tokens.end as usize).is_verb()
                })
        };
        let named = name.filter(|m| m.tokens.end as usize == i);
        // "phoned Ann Lee | hours before she left"
        let hours = || {
            named.is_some()
                && lexical::is_time(self.text.key(i))
                && i + 1 < self.end()
                && matches!(self.text.word(i + 1), "before" | "after" | "ago" | "earlier" | "later" | "ahead")
        };
        // "discussed with Ann Lee | ways to go on": a thing that is no part of the person's name.
        let matter = || {
            named.is_some_and(|m| self.entity_type(m) == EntityType::Person || self.is_discussed_with(start))
                && lexical::is_matter(self.text.key(i))
        };
        of_place || again() || timed() || hours() || matter()
    }

    /// "discussed with | China | plans to go on": whether the group at `start` follows a verb of discussing and "with".
    fn is_discussed_with(&self, start: usize) -> bool {
        let first = self.sentence.start as usize;
        let discussed =
            const { Key::each(["discuss", "discusses", "discussed", "discussing", "negotiated", "negotiating"]) };
        start > first + 1 && self.text.word(start - 1) == "with" && discussed.contains(&self.text.key(start - 2))
    }

    /// "the deal | Ann Lee struck with Acme", "a report | Acme was to shut": whether a name behind a thing that people do
    /// together, or behind what is told, acts.
    pub(super) fn begins_contact(&self, start: usize, thing: usize, name: &Mention) -> bool {
        let key = self.text.key(thing);
        let next = self.tag(name.tokens.end as usize);
        let told =
            matches!(self.text.word(thing), "report" | "rumour" | "rumor" | "claim" | "suggestion" | "speculation")
                && (next.is_finite() || next == Tag::Modal);
        next.is_verb() && thing > start && (told || lexical::is_occasion(key) || lexical::is_shared(key))
    }

    /// "after his arrival | Acme was in talks": whether a name behind what somebody does or undergoes acts.
    pub(super) fn begins_behind_turn(&self, group: &Reading<'_>, turn: usize, name: &Mention) -> bool {
        let next = self.tag(name.tokens.end as usize);
        !group.owner.is_empty()
            && name.form != Form::Demonym
            && (next.is_finite() || next == Tag::Modal)
            && lexical::is_turn(self.text.key(turn))
    }

    /// "In a statement | Ann Lee called", "In Rome | Prime Minister Ann Lee said": whether what leads the sentence behind a
    /// preposition is over where a name that acts begins.
    pub(super) fn leads(&self, start: usize, name: &Mention) -> bool {
        let opens =
            start.checked_sub(1).filter(|&p| p == self.sentence.start as usize && self.tag(p) == Tag::Preposition);
        let next = name.tokens.end as usize;
        let acts = self.tag(next).is_finite() || self.tag(next) == Tag::Modal;
        let titled = !name.title.is_empty() && name.title.start as usize != start;
        acts && !titled && opens.is_some_and(|p| !self.class(p).any(Classes::SUBORDINATOR))
    }

    /// "In | Rome | Prime Minister Ann Lee said": whether a place behind a leading preposition is no part of the title that
    /// begins with it.
    pub(super) fn is_whereabouts(&self, place: &Mention) -> bool {
        let start = place.tokens.start as usize;
        let name = place.form == Form::Name && self.entity_type(place) == EntityType::Place;
        name && self.titled(start).is_some_and(|person| self.leads(start, person))
    }

    /// "gave Peru | access": a country behind a verb of giving is whom it is given to.
    pub(super) fn is_given(&self, mention: &Mention, start: usize) -> bool {
        let gives = |i: usize| lexical::is_giving(self.text.key(i)) && self.tag(i).is_verb();
        mention.tokens.start as usize == start
            && start > self.sentence.start as usize
            && gives(start - 1)
            && mention.form == Form::Name
            && self.entity_type(mention) == EntityType::Place
            && self.tag(mention.tokens.end as usize) != Tag::Possessive
    }

    /// Whether two names beside each other make one group: "Russian Sergei Lavrov" does, "Beijing Kim" does not.
    pub(super) fn goes_with(&self, last: &Mention, next: &Mention) -> bool {
        let between = last.tokens.end as usize..next.tokens.start as usize;
        if between.clone().any(|i| self.is_hyphen(i)) || !between.is_empty() {
            return true;
        }
        last.form == Form::Demonym
            || self.entity_type(last) == EntityType::Place && self.entity_type(next) == EntityType::Organization
    }

    /// "the trust | co-managed the fund": whether a verb with a tense begins with "co-" or "re-".
    fn begins_again(&self, i: usize) -> bool {
        matches!(self.tag(i + 2), Tag::Past | Tag::Third | Tag::Present | Tag::Participle)
            && matches!(self.text.word(i), "co" | "re")
            && self.is_hyphen(i + 1)
            && !self.leads_to_noun(i + 2)
    }
}
