//! Commas, dashes, brackets, quotation marks.

use crate::text::flag;

use super::super::verb::Link;
use super::super::{Group, GroupKind, lexical};
use super::Parser;

impl Parser<'_> {
    /// "the leaders - both of them - met": a pair of dashes within a clause is a pair of brackets.
    pub(super) fn brackets(&mut self, g: usize) -> bool {
        let opened = self
            .stack
            .iter()
            .rposition(|open| self.clauses[open.clause as usize].opener.is_some_and(|o| self.is_dash(o as usize)));
        if let Some(level) = opened.filter(|&l| l > 0) {
            self.place(g);
            self.stack.truncate(level);
            return true;
        }
        let top = self.top();
        let waits = top.verb.is_none() && top.subject.is_some();
        let closes = self.groups[g + 1..].iter().take_while(|k| k.kind != GroupKind::Quote).count();
        let dashes = (g + 1..g + 1 + closes).filter(|&k| self.is_dash(k)).count();
        if waits && dashes > 0 || dashes == 1 {
            self.open(Link::Main, Some(g as u32), None, false);
            self.place(g);
            return true;
        }
        false
    }

    /// Whether a group is a dash.
    pub(super) fn is_dash(&self, g: usize) -> bool {
        self.groups[g].kind == GroupKind::Break && matches!(self.first_word(g), "-" | "–" | "—" | "--" | "---")
    }

    /// "signed by A of X; B of Y; and C of Z": semicolons between members of a list do the work of commas.
    pub(super) fn join_semicolons(&mut self) {
        let is_semicolon = |k: &Group| k.kind == GroupKind::Break && self.text.word(k.tokens.start as usize) == ";";
        let Some(first) = self.groups.iter().position(is_semicolon) else { return };
        let last = self.groups.iter().rposition(is_semicolon).unwrap_or(first);
        let kind = |k: usize| self.groups.get(k).map(|k| k.kind);
        if (kind(last + 1), kind(last + 2)) != (Some(GroupKind::Coordinator), Some(GroupKind::Noun)) {
            return;
        }
        // A verb that is not that of a relative clause.
        let acts = |part: &[Group]| {
            let told = part.iter().take_while(|k| !matches!(k.kind, GroupKind::Relative | GroupKind::Quote));
            told.into_iter().any(|k| k.kind == GroupKind::Verb)
        };
        let members = self.groups[first..last].split(is_semicolon);
        let (head, tail) = (&self.groups[..first], &self.groups[last + 1..]);
        if members.into_iter().any(acts) || acts(tail) && (acts(head) || first == last) {
            return;
        }
        for group in &mut self.groups[first..=last] {
            if group.kind == GroupKind::Break && self.text.word(group.tokens.start as usize) == ";" {
                group.kind = GroupKind::Comma;
            }
        }
    }

    /// A comma closes the clauses that one opened, and those that lead the sentence.
    pub(super) fn comma(&mut self, g: usize) {
        self.place(g);
        if self.in_list(g) || self.opens_apposition(g) {
            return;
        }
        while self.stack.len() > 1 {
            let (top, link) = (self.top(), self.clauses[self.top().clause as usize].link);
            // "Lee, while on a tour of Peru, met Ek": nobody acts in it.
            let verbless = link == Link::Adverbial
                && top.verb.is_none()
                && top.subject.is_none()
                && (top.leads || top.after_comma)
                && self.clauses[top.clause as usize].opener.is_some_and(|o| {
                    let within = &self.groups[o as usize + 1..g];
                    let hangs = |k: &Group| {
                        matches!(k.kind, GroupKind::Preposition | GroupKind::Date)
                            || k.kind == GroupKind::Noun && k.preposition.is_some()
                    };
                    !within.is_empty() && within.iter().all(hangs)
                });
            let done = verbless
                || top.verb.is_some()
                    && match link {
                        Link::Adverbial | Link::Adjunct => top.leads || top.after_comma,
                        Link::Relative => top.after_comma || top.leads,
                        // "Peru, Ann Lee said, has signed"
                        Link::Main => top.after_comma,
                        _ => false,
                    };
            if !done {
                break;
            }
            self.stack.pop();
        }
        self.top_mut().fresh = None;
    }

    /// "A deal, signed by the parent of Acme, | Best Iron, | is": whether the noun behind a comma only says who the last one of an
    /// inner clause is: another comma closes it, and the verb behind that is of what waits outside.
    fn opens_apposition(&self, g: usize) -> bool {
        let [.., outer, inner] = &self.stack[..] else { return false };
        let relative = inner.after_comma && self.clauses[inner.clause as usize].link == Link::Relative;
        let waits = outer.verb.is_none() && outer.subject.is_some();
        let noun = |k: usize| self.groups.get(k).is_some_and(|n| n.kind == GroupKind::Noun);
        relative
            && waits
            && inner.verb.is_some()
            && noun(g - 1)
            && noun(g + 1)
            && self.groups.get(g + 2).is_some_and(|k| k.kind == GroupKind::Comma)
            && self.acts(g + 3)
    }

    /// "with A, B and C": a comma between noun groups that ends in "and" and a last one, none of them acting.
    fn in_list(&self, g: usize) -> bool {
        if !self.before(g).is_some_and(|k| k + 1 == g && self.groups[k].kind == GroupKind::Noun) {
            return false;
        }
        let mut joined = false;
        let mut k = g;
        loop {
            let mut next = k;
            while self
                .groups
                .get(next)
                .is_some_and(|s| matches!(s.kind, GroupKind::Comma | GroupKind::Coordinator | GroupKind::Date))
            {
                joined |= self.groups[next].kind == GroupKind::Coordinator;
                next += 1;
            }
            if next == k || self.groups.get(next).is_none_or(|n| n.kind != GroupKind::Noun) {
                break;
            }
            k = next + 1;
            if joined {
                let acts = self.groups.get(k).is_some_and(|v| v.kind == GroupKind::Verb);
                return !acts && k > g + 3;
            }
        }
        false
    }

    /// A quotation mark opens what is said, or closes it.
    pub(super) fn quote(&mut self, g: usize) {
        let inside = self.stack.iter().rposition(|open| {
            let opener = self.clauses[open.clause as usize].opener;
            opener.is_some_and(|o| self.groups[o as usize].kind == GroupKind::Quote)
        });
        if let Some(level) = inside {
            self.place(g);
            self.stack.truncate(level);
        } else if self.begins_speech(g) {
            self.open(Link::Complement, Some(g as u32), None, false);
            self.place(g);
        } else {
            // “… will promote “even closer” ties”: words of the speaker within a clause.
            self.place(g);
        }
        if self.stack.is_empty() {
            self.open(Link::Main, None, None, false);
        }
    }

    /// Whether a quotation mark begins a clause of its own: at the head of a sentence, after a comma, a colon, a verb of
    /// saying or "that".
    fn begins_speech(&self, g: usize) -> bool {
        let mark = self.groups[g].tokens.end as usize;
        let opens = self.text.tokens.get(mark).is_some_and(|t| !t.has(flag::SPACE_BEFORE));
        let Some(before) = self.before(g) else { return true };
        // "Kim and his wife, “have met Xi”": the verb of a subject that waits for it.
        let top = self.top();
        let waits = top.verb.is_none() && top.subject.is_some();
        if !opens || waits && self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Verb) {
            return false;
        }
        match self.groups[before].kind {
            GroupKind::Comma | GroupKind::Break | GroupKind::Quote | GroupKind::Subordinator | GroupKind::Open => true,
            GroupKind::Verb => {
                lexical::is_sayer(self.key(before)) && self.groups.get(g + 1).is_some_and(|n| n.kind != GroupKind::Verb)
            }
            _ => false,
        }
    }

    /// Closes everything down to and including the clause that a group of this kind opened.
    pub(super) fn close_from(&mut self, kind: GroupKind) {
        let level = self.stack.iter().rposition(|open| {
            self.clauses[open.clause as usize].opener.is_some_and(|o| self.groups[o as usize].kind == kind)
        });
        if let Some(level) = level.filter(|&l| l > 0) {
            self.stack.truncate(level);
        }
    }
}
