//! What joins the parts of a noun group: "and", commas, hyphens, brackets.

use std::ops::ControlFlow;

use crate::mention::Form;
use crate::text::{Tag, TokenKind};

use super::super::lexical;
use super::Chunker;
use super::noun::Reading;

impl<'a> Chunker<'a> {
    /// "Chinese and Russian officials", "their joint mining and rail agreement": an "and" within a group.
    pub(super) fn coordinator_at(&self, group: &mut Reading<'a>) -> ControlFlow<()> {
        if self.joins_fields(group) {
            (group.head, group.describes) = (None, true);
            group.i += 1;
            return ControlFlow::Continue(());
        }
        if group.describes { self.another_at(group) } else { ControlFlow::Break(()) }
    }

    /// A comma, hyphen, bracket or quotation mark within a group.
    pub(super) fn punct_at(&self, group: &mut Reading<'a>) -> ControlFlow<()> {
        let i = group.i;
        if group.describes && self.text.word(i) == "," {
            return self.another_at(group);
        }
        let beside = group.head_beside().is_some();
        // "a 50 mln dollar, six-year loan": how much and how long only describe it.
        if beside && group.name.is_none() && self.is_of_years(i) {
            (group.head, group.describes) = (None, true);
            group.i += 1;
            return ControlFlow::Continue(());
        }
        // "the Lima, Ohio-based maker": where it is only describes it.
        if let Some(end) = self.past_seat(i, group.name).filter(|_| beside) {
            (group.head, group.name, group.describes) = (None, None, true);
            group.i = end;
            return ControlFlow::Continue(());
        }
        // "its 12 million pound ($20 million) merger"
        if let Some(end) = self.past_sum(i).filter(|_| beside && group.name.is_none()) {
            (group.head, group.describes) = (None, true);
            group.i = end;
            return ControlFlow::Continue(());
        }
        if self.is_hyphen(i) {
            self.hyphen_at(group);
            return ControlFlow::Continue(());
        }
        if self.text.tokens[i].kind == TokenKind::Quote && !self.is_speech(i) && group.head.is_none() {
            group.i += 1;
            return ControlFlow::Continue(());
        }
        ControlFlow::Break(())
    }

    /// "a 50 mln dollar | , six-year loan": whether a comma behind what is counted comes before a count of time with a hyphen.
    fn is_of_years(&self, comma: usize) -> bool {
        self.text.word(comma) == ","
            && comma.checked_sub(2).is_some_and(|i| self.tag(i) == Tag::Number)
            && self.is_hyphen(comma + 2)
            && lexical::is_time(self.text.key(comma + 3))
            && self.leads_to_noun(comma + 4)
    }

    /// What stands before a hyphen describes: "China-led", "US-China talks".
    fn hyphen_at(&self, group: &mut Reading<'a>) {
        group.name = None;
        if self.mention(group.i + 1).is_some() {
            group.i += 1;
            return;
        }
        group.i += 2;
        let i = group.i;
        // "a two-day, closed-door meeting"
        let goes_on = self.leads_to_noun(i) || self.text.word(i) == "," && self.describes_too(i + 1);
        if self.tag(i - 1).is_noun() && !(self.tag(i - 3) == Tag::Number && goes_on) {
            group.head = Some(i - 1);
        } else {
            group.describes = true;
            group.head = group.head.filter(|_| !self.leads_to_noun(i));
        }
    }

    /// "Chinese and | Russian officials": on behind "and" or a comma where another description follows.
    fn another_at(&self, group: &mut Reading<'a>) -> ControlFlow<()> {
        let i = group.i;
        let next = i + 1 + usize::from(self.text.word(i) == "," && self.tag(i + 1) == Tag::Coordinator);
        // "led by the Peruvians, but Chilean officials": another clause.
        let other = group.name.is_some() && matches!(self.text.word(next - 1), "but" | "yet");
        if other || !self.describes_too(next) {
            return ControlFlow::Break(());
        }
        group.i = next;
        ControlFlow::Continue(())
    }

    /// "their joint mining and rail agreement": one agreement of two fields.
    fn joins_fields(&self, group: &Reading<'a>) -> bool {
        let i = group.i;
        group.name.is_none()
            && group.head_beside().is_some_and(|h| self.is_field(h))
            && matches!(self.text.word(i), "and" | "&")
            && self.tag(i + 1).is_noun()
            && self.mention(i + 1).is_none()
            && lexical::is_shared(self.text.key(i + 2))
            && self.tag(i + 2).is_noun()
    }

    /// Whether a noun may be one of two fields of a thing: neither somebody nor a time.
    fn is_field(&self, noun: usize) -> bool {
        let key = self.text.key(noun);
        self.tag(noun) == Tag::Noun && !lexical::is_office(key) && !lexical::is_time(key)
    }

    /// After "and" or a comma within what describes a noun: another description and then the noun ("Chinese and Russian
    /// officials", "political, economic and cultural ties").
    pub(super) fn describes_too(&self, i: usize) -> bool {
        if let Some(mention) = self.mention(i) {
            let end = mention.tokens.end as usize;
            // "Mexican and US officials"
            let short = mention.form == Form::Acronym && self.tag(end).is_noun();
            return (mention.form == Form::Demonym || short)
                && self.mention(end).is_none()
                && self.leads_to_noun(end)
                && !self.tag(end).is_verb();
        }
        // "a two-day, closed-door meeting"
        let compound = self.is_hyphen(i + 1) && self.leads_to_noun(i + 2);
        let adjective = (self.tag(i).is_adjective() && self.leads_to_noun(i)) || compound;
        let noun = self.tag(i) == Tag::Noun && self.tag(i + 1).is_noun() && self.mention(i + 1).is_none();
        adjective || noun
    }
}
