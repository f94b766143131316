//! What is set into a sentence and tells nothing of who does what: who calls it so, how much it is of, who says so.

use crate::gazetteer::EntityType;
use crate::mention::{Form, Mention};
use crate::text::{Classes, Tag, TokenKind, TokenRange};

use super::super::{Group, GroupKind, lexical};
use super::Chunker;

/// ", aides to the minister said," has no more tokens.
const LONGEST_INSERTED: usize = 8;

/// "what two officials at the bank called" has no more tokens.
const LONGEST_CALLER: usize = 9;

/// "($20 million)" has no more tokens.
const LONGEST_SUM: usize = 7;

impl Chunker<'_> {
    /// "signed what they called | a deal", "in what the paper says is | a threat": who calls it so tells nothing of it; the
    /// first word of its name.
    pub(super) fn called(&self, i: usize) -> Option<usize> {
        if !self.class(i).any(Classes::WH) || self.text.word(i) != "what" {
            return None;
        }
        let verb = (i + 2..self.end().min(i + LONGEST_CALLER)).find(|&k| lexical::is_calling(self.text.key(k)))?;
        let near = |k: usize| self.tag(k).is_finite() && !lexical::is_calling(self.text.key(k));
        let joins = |k: usize| self.text.word(k) == "as" || self.class(k).any(Classes::BE);
        let end = if joins(verb + 1) { verb + 2 } else { verb + 1 };
        let names =
            matches!(self.tag(end), Tag::Determiner | Tag::Predeterminer | Tag::Number) || self.tag(end).is_adjective();
        // "what the envoy said two days ago" names nothing.
        let says = matches!(self.text.word(verb), "say" | "says" | "said" | "claim" | "claims" | "claimed");
        let apart = says && !joins(verb + 1) || self.date(end).is_some();
        (names && !apart && !(i + 1..verb).any(near)).then_some(end)
    }

    /// "loans totalling $40 million | to Peru", "a deal valued at $3 billion | with Peru": how much it is of, which tells nothing of
    /// who does what; the end of it.
    pub(super) fn measured(&self, i: usize) -> Option<usize> {
        let behind_noun =
            i > self.sentence.start as usize && (self.tag(i - 1).is_noun() || self.text.word(i - 1) == ",");
        if !behind_noun {
            return None;
        }
        let mut sum = match (self.text.word(i), self.text.word(i + 1)) {
            ("totalling" | "totaling" | "worth" | "exceeding", _) => i + 1,
            ("valued" | "estimated" | "priced", "at") | ("amounting", "to") => i + 2,
            _ => return None,
        };
        while matches!(
            self.text.word(sum),
            "about"
                | "around"
                | "nearly"
                | "over"
                | "up"
                | "to"
                | "almost"
                | "some"
                | "roughly"
                | "a"
                | "an"
                | "more"
                | "than"
                | "at"
                | "least"
                | "approximately"
        ) {
            sum += 1;
        }
        let counts = matches!(self.tag(sum), Tag::Number | Tag::Symbol) || self.tag(sum + 1) == Tag::Symbol;
        counts.then(|| self.noun_group(sum).tokens.end as usize)
    }

    /// ", left," and ", second from right,": where in a picture somebody stands; the end of the words in front of the last
    /// comma.
    pub(super) fn whereabouts(&self, i: usize) -> Option<usize> {
        if self.text.tokens[i].kind != TokenKind::Punct || self.text.word(i) != "," {
            return None;
        }
        let mut end = i + 1;
        let mut side = false;
        while end < self.end().min(i + 5) {
            match self.text.word(end) {
                "left" | "right" | "center" | "centre" | "L" | "R" | "C" => side = true,
                "second" | "third" | "fourth" | "from" | "far" | "the" | "top" | "bottom" | "front" | "at" => {}
                _ => break,
            }
            end += 1;
        }
        (side && end < self.end() && self.text.word(end) == ",").then_some(end + 1)
    }

    /// ", aides said,", ", it is believed,": who says so, set between commas and named by nobody; the end of it.
    pub(super) fn inserted(&self, i: usize) -> Option<usize> {
        let comma = |k: usize| self.text.tokens[k].kind == TokenKind::Punct && self.text.word(k) == ",";
        if i == self.sentence.start as usize || !comma(i) {
            return None;
        }
        let end = (i + 3..self.end().min(i + LONGEST_INSERTED)).find(|&k| comma(k))?;
        let believed = self.text.word(i + 1) == "it"
            && self.class(i + 2).any(Classes::BE)
            && end == i + 4
            && self.tag(i + 3) == Tag::Participle;
        let said = self.tag(i + 1).is_noun()
            && lexical::is_sayer(self.text.key(end - 1))
            && (i + 1..end - 1).all(|k| self.tag(k).is_noun() || self.tag(k).is_adjective());
        ((believed || said) && (i + 1..end).all(|k| self.mention(k).is_none())).then_some(end + 1)
    }

    /// ", Ohio-based | maker", ", Ky.-based | Acme": behind the state of the town in front of a comma, where both only tell where
    /// somebody has a seat. `town` is the name before the comma; of a state cut short by a dot it may be any.
    pub(super) fn past_seat(&self, comma: usize, town: Option<&Mention>) -> Option<usize> {
        let state = comma + 1;
        if self.text.word(comma) != "," || state >= self.end() || !self.text.tokens[state].is_capitalised() {
            return None;
        }
        let hyphen = self.mention(state).map_or(state + 1, |m| m.tokens.end as usize);
        let end = hyphen + 2;
        let based =
            self.is_hyphen(hyphen) && matches!(self.text.word(hyphen + 1), "based" | "headquartered" | "listed");
        let place = || town.is_some_and(|m| self.entity_type(m) == EntityType::Place);
        let short = self.text.word(hyphen - 1).ends_with('.');
        (based && (short || place()) && end < self.end() && self.leads_to_noun(end)).then_some(end)
    }

    /// "a deal with (Acme Steel Inc)", "(Acme Steel Inc) said": the name of a body in brackets that does the work of a bare one, for
    /// a preposition waits for it or a verb.
    pub(super) fn bracketed(&self, open: usize) -> Option<Group> {
        if self.text.word(open) != "(" {
            return None;
        }
        let body = |m: &&Mention| self.entity_type(m) == EntityType::Organization && m.form != Form::Acronym;
        let the = usize::from(self.class(open + 1).any(Classes::DETERMINER));
        let name = self.mention(open + 1 + the).filter(body)?;
        let close = name.tokens.end as usize;
        let waits = match open.checked_sub(1).filter(|&b| b >= self.sentence.start as usize) {
            Some(before) => matches!(self.tag(before), Tag::Preposition | Tag::To | Tag::Coordinator),
            None => self.tag(close + 1).is_finite() || self.tag(close + 1) == Tag::Modal,
        };
        let tokens = TokenRange::new(open, close + 1);
        (waits && self.text.word(close) == ")").then(|| Group::new(GroupKind::Noun, tokens, close - 1))
    }

    /// "($20 million) | merger": behind a bracket that holds a sum and stands before the noun it belongs to.
    pub(super) fn past_sum(&self, open: usize) -> Option<usize> {
        if self.text.word(open) != "(" || !matches!(self.tag(open + 1), Tag::Number | Tag::Symbol) {
            return None;
        }
        let close = (open + 2..self.end().min(open + LONGEST_SUM)).find(|&k| self.text.word(k) == ")")?;
        let next = close + 1;
        let goes_on = self.tag(next).is_noun() || self.tag(next).is_adjective() && self.leads_to_noun(next);
        (goes_on && self.mention(next).is_none() && self.date(next).is_none()).then_some(next)
    }
}
